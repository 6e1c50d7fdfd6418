//! XLSX: a package → sparse sheets.
//!
//! `package` refuses what is too large and `survey` reads what calamine does not tell; only then calamine streams the
//! cells. It never asks for a whole range: two far-apart cells would take all memory. Hidden sheets are read like
//! others.

mod package;
mod survey;
mod tags;
mod value;

use super::limits::{CELLS, SHEET_COLUMNS, SHEET_ROWS, Unit, check};
use super::{Watch, damaged};
use crate::grid::Value;
use crate::sheet::{Sheet, SparseRow};
use calamine::{Reader, SheetType, Xlsx, XlsxError};
use domain::ReadErrorKind;
use package::Package;
use std::io::{Read, Seek, SeekFrom};
use survey::Survey;

/// Cells between two reports of progress.
const REPORT_CELLS: u64 = 16_384;

/// Reads all work sheets in the order of the workbook.
pub(crate) fn read<R: Read + Seek>(
    input: &mut R,
    size: u64,
    watch: &mut dyn Watch,
) -> Result<Vec<Sheet>, ReadErrorKind> {
    let package = Package::open(&mut *input)?;
    let surveys = package.survey()?;
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
    known.map(|(name, survey)| sheet(&mut book, name, survey, &mut progress)).collect()
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
    progress: &mut Progress<'_>,
) -> Result<Sheet, ReadErrorKind> {
    let mut cells = book.worksheet_cells_reader(&name).map_err(refusal)?;
    let mut rows = Rows::default();
    loop {
        let (cell, style) = match cells.next_cell_with_style_id() {
            Ok(Some(found)) => found,
            Ok(None) => break,
            Err(error) if is_of_one_cell(&error) => continue,
            Err(error) => return Err(refusal(error)),
        };
        let (row, column) = cell.get_position();
        let format = cells.styles().get(style).and_then(|style| style.number_format.as_ref());
        let value = value::value(cell.get_value(), format.map_or("", |format| format.format_code.as_str()));
        progress.step(row);
        if !value.is_empty() && row < SHEET_ROWS && column < SHEET_COLUMNS {
            progress.keep()?;
            rows.push(row + 1, column, value);
        }
    }
    let merges = survey.merges.iter().copied().collect();
    Ok(Sheet { name, rows: rows.sorted(), merges, hidden: survey.hidden.clone() })
}

/// Errors that concern one cell's value; the stream goes on behind it.
fn is_of_one_cell(error: &XlsxError) -> bool {
    matches!(
        error,
        XlsxError::CellError(_) | XlsxError::ParseFloat(_) | XlsxError::ParseInt(_) | XlsxError::Unrecognized { .. }
    )
}

/// The rows so far, in the order of the stream.
#[derive(Default)]
struct Rows {
    rows: Vec<SparseRow>,
    is_jumbled: bool,
}

impl Rows {
    fn push(&mut self, number: u32, column: u32, value: Value) {
        match self.rows.last_mut() {
            Some(last) if last.number == number => {
                self.is_jumbled |= last.last_column() >= column;
                last.cells.push((column, value));
            }
            last => {
                self.is_jumbled |= last.is_some_and(|last| last.number > number);
                self.rows.push(SparseRow { number, cells: vec![(column, value)] });
            }
        }
    }

    /// Some programs write cells out of order; the first of two at one place stays.
    fn sorted(mut self) -> Vec<SparseRow> {
        if !self.is_jumbled {
            return self.rows;
        }
        self.rows.sort_by_key(|row| row.number);
        self.rows.dedup_by(|next, row| {
            let is_same = next.number == row.number;
            if is_same {
                row.cells.append(&mut next.cells);
            }
            is_same
        });
        for row in &mut self.rows {
            row.cells.sort_by_key(|(column, _)| *column);
            row.cells.dedup_by_key(|(column, _)| *column);
        }
        self.rows
    }
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
            self.watch.progress((share * self.size as f64) as u64, self.size, self.rows);
        }
    }

    fn keep(&mut self) -> Result<(), ReadErrorKind> {
        self.kept += 1;
        check(self.kept, CELLS, Unit::Cells)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jumbled_cells_are_put_in_order() {
        let mut rows = Rows::default();
        for (number, column) in [(2, 1), (2, 0), (1, 3), (2, 2), (2, 0)] {
            rows.push(number, column, Value::Number(f64::from(column)));
        }
        let sorted = rows.sorted();
        let places: Vec<_> =
            sorted.iter().map(|row| (row.number, row.cells.iter().map(|cell| cell.0).collect())).collect();
        assert_eq!(places, [(1, vec![3]), (2, vec![0, 1, 2])]);
    }
}
