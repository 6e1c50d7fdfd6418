//! XLSB: a binary workbook → sparse sheets. calamine streams the cells; merged regions and hidden columns are read here,
//! for it does not tell them.

use super::gathered::Gathered;
use super::limits::{CELLS, MERGES, SHEET_COLUMNS, SHEET_ROWS, Unit, check};
use super::package::Package;
use super::value::{Shown, value};
use super::{Watch, damaged};
use crate::sheet::{Merge, Sheet};
use calamine::{Reader, SheetType, Xlsb, XlsbError};
use domain::{Arrange, ReadErrorKind};
use std::io::{Read, Seek, SeekFrom};

/// Cells between two reports of progress.
const REPORT_CELLS: u64 = 16_384;

/// Reads all work sheets in the order of the workbook.
pub(crate) fn read<R: Read + Seek>(
    input: &mut R,
    size: u64,
    watch: &mut dyn Watch,
) -> Result<Vec<Sheet>, ReadErrorKind> {
    let regions = regions(Package::open(&mut *input)?)?;
    input.seek(SeekFrom::Start(0)).map_err(damaged)?;
    let mut book = Xlsb::new(&mut *input).map_err(refusal)?;
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    let (mut read, mut kept) = (Vec::new(), 0);
    // Parts are numbered in the order of the sheets; where they are not as many, none is trusted.
    let is_known = regions.len() == names.len();
    for (number, name) in names.into_iter().enumerate() {
        let known = regions.get(number).cloned().filter(|_| is_known).unwrap_or_default();
        read.push(sheet(&mut book, name, known, (&mut kept, size), watch)?);
    }
    watch.progress(size, size, 0);
    Ok(read)
}

fn refusal(error: XlsbError) -> ReadErrorKind {
    match error {
        XlsbError::Password => ReadErrorKind::PasswordProtected,
        other => damaged(other),
    }
}

fn sheet<R: Read + Seek>(
    book: &mut Xlsb<R>,
    name: String,
    regions: Regions,
    (kept, size): (&mut u64, u64),
    watch: &mut dyn Watch,
) -> Result<Sheet, ReadErrorKind> {
    let mut cells = book.worksheet_cells_reader(&name).map_err(refusal)?;
    let mut rows = Gathered::default();
    while let Some(cell) = cells.next_cell().map_err(refusal)? {
        let (row, column) = cell.get_position();
        let value = value(cell.get_value(), || Shown::Day);
        if !value.is_empty() && row < SHEET_ROWS && column < SHEET_COLUMNS {
            *kept += 1;
            check(*kept, CELLS, Unit::Cells)?;
            if kept.is_multiple_of(REPORT_CELLS) {
                watch.progress(size / 2, size, row + 1);
            }
            rows.push(row + 1, column, value);
        }
    }
    Ok(Sheet { name, rows: rows.finished(), merges: regions.merges.into_iter().collect(), hidden: regions.hidden })
}

/// Merged regions and hidden columns of a sheet.
#[derive(Clone, Debug, Default)]
struct Regions {
    merges: Vec<Merge>,
    hidden: Vec<(u32, u32)>,
}

// SOURCE: MS-XLSB §2.4.29 (column) and §2.4.161 (merged cells).
const COL_INFO: u32 = 60;
const MERGE_CELL: u32 = 176;

/// Those of all sheets, by the number in the part's name. Every part is counted before calamine unpacks it.
fn regions<R: Read + Seek>(mut package: Package<R>) -> Result<Vec<Regions>, ReadErrorKind> {
    let mut sheets: Vec<(u32, Regions)> = Vec::new();
    for path in package.parts("xl/") {
        let mut bytes = Vec::new();
        let number = path.strip_prefix("xl/worksheets/sheet").and_then(|rest| rest.strip_suffix(".bin"));
        let number = number.and_then(|number| number.parse::<u32>().ok());
        package.pour(&path, &mut |piece| {
            if number.is_some() {
                bytes.extend_from_slice(piece);
            }
            Ok(())
        })?;
        if let Some(number) = number {
            sheets.push((number, of_part(&bytes)?));
        }
    }
    sheets.arrange_by_key(|(number, _)| *number);
    Ok(sheets.into_iter().map(|(_, regions)| regions).collect())
}

fn of_part(bytes: &[u8]) -> Result<Regions, ReadErrorKind> {
    let mut regions = Regions::default();
    for (kind, body) in records(bytes) {
        let number =
            |at: usize| body.get(at..).and_then(|rest| rest.first_chunk()).map(|word| u32::from_le_bytes(*word));
        match kind {
            MERGE_CELL => {
                check(regions.merges.len() as u64 + 1, MERGES, Unit::Merges)?;
                let (Some(top), Some(bottom), Some(left), Some(right)) = (number(0), number(4), number(8), number(12))
                else {
                    continue;
                };
                if top <= bottom && left <= right && bottom < SHEET_ROWS && right < SHEET_COLUMNS {
                    regions.merges.push(Merge { top: top + 1, left, bottom: bottom + 1, right });
                }
            }
            COL_INFO => {
                let flags = body.get(16).copied().unwrap_or(0);
                let range = number(0).zip(number(4)).filter(|(first, last)| first <= last && *last < SHEET_COLUMNS);
                regions.hidden.extend(range.filter(|_| flags & 1 == 1));
            }
            _ => {}
        }
    }
    Ok(regions)
}

/// Records: type and body, both numbers written seven bits a byte.
fn records(bytes: &[u8]) -> impl Iterator<Item = (u32, &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        // SOURCE: MS-XLSB §2.1.4: a type keeps the marks of its bytes, a length does not.
        let (low, after) = rest.split_first()?;
        let (kind, after) = match low {
            0..=0x7f => (u32::from(*low), after),
            _ => {
                after.split_first().map(|(high, after)| (u32::from(low & 0x7f) | u32::from(high & 0x7f) << 7, after))?
            }
        };
        let (mut length, mut after) = (0_usize, after);
        for shift in [0, 7, 14, 21] {
            let (byte, next) = after.split_first()?;
            length |= usize::from(byte & 0x7f) << shift;
            after = next;
            if *byte < 0x80 {
                break;
            }
        }
        let (body, next) = after.split_at_checked(length)?;
        rest = next;
        Some((kind, body))
    })
}
