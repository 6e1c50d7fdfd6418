//! ODS: an OpenDocument workbook → sparse sheets.
//!
//! calamine builds whole rectangles here, so `survey` measures them first; it also learns merged regions and hidden
//! columns, which calamine does not tell.

mod survey;

use super::gathered::Gathered;
use super::limits::{DENSE_CELLS, Unit, check};
use super::package::Package;
use super::value::{Shown, value};
use super::{Watch, damaged};
use crate::sheet::Sheet;
use calamine::{Data, DataRef, Ods, OdsError, Reader};
use domain::ReadErrorKind;
use std::io::{Read, Seek, SeekFrom};
use survey::{Survey, TableSurvey};

/// Reads all sheets in the order of the workbook.
pub(crate) fn read<R: Read + Seek>(
    input: &mut R,
    size: u64,
    watch: &mut dyn Watch,
) -> Result<Vec<Sheet>, ReadErrorKind> {
    let mut survey = Survey::default();
    Package::open(&mut *input)?.unpack("content.xml", &mut |tag| survey.take(tag))?;
    let tables = survey.finished();
    check(tables.iter().map(TableSurvey::area).sum(), DENSE_CELLS, Unit::Cells)?;
    watch.progress(size / 2, size, 0);
    input.seek(SeekFrom::Start(0)).map_err(damaged)?;
    let mut book = Ods::new(&mut *input).map_err(refusal)?;
    let sheets = tables.into_iter().map(|table| sheet(&mut book, table)).collect::<Result<Vec<Sheet>, _>>()?;
    watch.progress(size, size, sheets.iter().map(|sheet| sheet.rows.last_number()).max().unwrap_or(0));
    Ok(sheets)
}

fn refusal(error: OdsError) -> ReadErrorKind {
    match error {
        OdsError::Password => ReadErrorKind::PasswordProtected,
        other => damaged(other),
    }
}

fn sheet<R: Read + Seek>(book: &mut Ods<R>, table: TableSurvey) -> Result<Sheet, ReadErrorKind> {
    let range = book.worksheet_range(&table.name).map_err(refusal)?;
    let (top, left) = range.start().unwrap_or_default();
    let mut rows = Gathered::default();
    for (row, column, data) in range.used_cells() {
        rows.push(top + row as u32 + 1, left + column as u32, value(&borrowed(data), || Shown::Day));
    }
    let merges = table.merges.into_iter().collect();
    Ok(Sheet { name: table.name, rows: rows.finished(), merges, hidden: table.hidden })
}

/// A cell of a rectangle as one of a stream.
fn borrowed(data: &Data) -> DataRef<'_> {
    match data {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(truth) => DataRef::Bool(*truth),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}
