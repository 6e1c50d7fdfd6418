//! XLSX: a package → sparse sheets.
//!
//! `package` refuses what is too large and `survey` reads what calamine does not tell; only then calamine streams the
//! cells. It never asks for a whole range: two far-apart cells would take all memory. Hidden sheets are read like
//! others.

use super::font::{Converted, legacy_font};
use super::gathered::Gathered;
use super::limits::{CELLS, SHEET_COLUMNS, SHEET_ROWS, Unit, check};
use super::package::{Package, Survey};
use super::value::{self, shown};
use super::{Watch, damaged};
use crate::sheet::Sheet;
use calamine::{Reader, SheetType, Xlsx, XlsxError};
use domain::{FindingKind, ReadErrorKind};
use std::io::{Read, Seek, SeekFrom};

/// Cells between two reports of progress.
const REPORT_CELLS: u64 = 16_384;

/// So much of the way is the survey, about.
const SURVEY_SHARE: f64 = 0.3;

/// Reads all work sheets in the order of the workbook.
pub(crate) fn read<R: Read + Seek>(
    input: &mut R,
    size: u64,
    watch: &mut dyn Watch,
) -> Result<(Vec<Sheet>, Vec<FindingKind>), ReadErrorKind> {
    let package = Package::open(&mut *input)?;
    let surveys = package.survey(&mut |share| watch.progress(part_of(size, share * SURVEY_SHARE), size, 0))?;
    let total = surveys.iter().map(|(_, survey)| survey.cells).sum();
    input.seek(SeekFrom::Start(0)).map_err(damaged)?;
    let mut book = Xlsx::new(&mut *input).map_err(refusal)?;
    let mut progress = Progress { watch, size, total, cells: 0, kept: 0, rows: 0 };
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let known = names
        .into_iter()
        .filter_map(|name| surveys.iter().find(|(sheet, _)| *sheet == name).map(|(_, survey)| (name, survey)));
    let mut converted = Converted::default();
    let read = known.map(|(name, survey)| sheet(&mut book, name, survey, &mut converted, &mut progress));
    let sheets = read.collect::<Result<_, _>>()?;
    Ok((sheets, converted.findings()))
}

fn part_of(size: u64, share: f64) -> u64 {
    (share * size as f64) as u64
}

fn refusal(error: XlsxError) -> ReadErrorKind {
    match error {
        XlsxError::Password => ReadErrorKind::PasswordProtected,
        other => damaged(other),
    }
}

fn sheet<R: Read + Seek>(
    book: &mut Xlsx<R>,
    name: String,
    survey: &Survey,
    converted: &mut Converted,
    progress: &mut Progress<'_>,
) -> Result<Sheet, ReadErrorKind> {
    let mut cells = book.worksheet_cells_reader(&name).map_err(refusal)?;
    let mut rows = Gathered::default();
    loop {
        let (cell, style) = match cells.next_cell_with_style_id() {
            Ok(Some(found)) => found,
            Ok(None) => break,
            Err(error) if is_of_one_cell(&error) => continue,
            Err(error) => return Err(refusal(error)),
        };
        let (row, column) = cell.get_position();
        let style = cells.styles().get(style);
        let format =
            style.and_then(|style| style.number_format.as_ref()).map_or("", |format| format.format_code.as_str());
        let font = style.and_then(|style| style.font.as_ref()?.name.as_deref()).and_then(legacy_font);
        let value = converted.shown(value::value(cell.get_value(), || shown(format)), font);
        progress.step(row);
        if !value.is_empty() && row < SHEET_ROWS && column < SHEET_COLUMNS {
            progress.keep()?;
            rows.push(row + 1, column, value);
        }
    }
    let merges = survey.merges.iter().copied().collect();
    Ok(Sheet { name, rows: rows.finished(), merges, hidden: survey.hidden.clone() })
}

/// Errors that concern one cell's value; the stream goes on behind it.
fn is_of_one_cell(error: &XlsxError) -> bool {
    matches!(
        error,
        XlsxError::CellError(_) | XlsxError::ParseFloat(_) | XlsxError::ParseInt(_) | XlsxError::Unrecognized { .. }
    )
}

/// Counts cells and tells the watcher.
struct Progress<'a> {
    watch: &'a mut dyn Watch,
    size: u64,
    total: u64,
    cells: u64,
    kept: u64,
    rows: u32,
}

impl Progress<'_> {
    fn step(&mut self, row: u32) {
        self.cells += 1;
        self.rows = row.saturating_add(1);
        if self.cells.is_multiple_of(REPORT_CELLS) || self.cells == self.total {
            let share = self.cells.min(self.total) as f64 / self.total.max(1) as f64;
            let done = part_of(self.size, SURVEY_SHARE + share * (1.0 - SURVEY_SHARE));
            self.watch.progress(done, self.size, self.rows);
        }
    }

    fn keep(&mut self) -> Result<(), ReadErrorKind> {
        self.kept += 1;
        check(self.kept, CELLS, Unit::Cells)
    }
}
