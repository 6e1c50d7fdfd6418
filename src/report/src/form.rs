//! A superior's form, filled in place: numbers go into cells of the user's own workbook, and nothing else of it changes.
//!
//! Decides how a value stands in the XML of a cell. Every part of the package that needs no change is copied packed as it
//! is; of a part that does, every byte outside of the cells written stays.

mod recalculate;
mod sheet;
mod splice;

use domain::{FormPreview, RowValue};
use std::fmt;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The MIME type of a filled form.
pub const MIME: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A part larger than this is no form's. Reading has refused bombs before.
const PART_BYTES: u64 = 256 << 20;

/// Why numbers cannot be put into a form. The text is for support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotWritten(pub String);

impl fmt::Display for NotWritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotWritten {}

impl NotWritten {
    fn because(detail: impl fmt::Display) -> Self {
        Self(detail.to_string().chars().take(200).collect())
    }
}

/// A cell to be written: 1-based row, 0-based column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Written<'a> {
    row: u32,
    column: u32,
    value: &'a RowValue,
}

/// The filled form: `sheet` is the part of its sheet, `recalculated` the part that lists the sheets, where formulas have to
/// be reckoned anew.
///
/// # Errors
/// The package or a part of it is not what a workbook's is.
pub fn write(
    form: &[u8],
    preview: &FormPreview,
    sheet: &str,
    recalculated: Option<&str>,
) -> Result<Vec<u8>, NotWritten> {
    let cells = written(preview);
    let mut archive = ZipArchive::new(Cursor::new(form)).map_err(NotWritten::because)?;
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(form.len() + 1024)));
    for place in 0..archive.len() {
        let name = archive.by_index_raw(place).map_err(NotWritten::because)?.name().map(str_of).unwrap_or_default();
        let changed = if is_part(&name, sheet) {
            Some(sheet::fill(&unpacked(&mut archive, place)?, &cells)?)
        } else if recalculated.is_some_and(|part| is_part(&name, part)) {
            recalculate::on_load(&unpacked(&mut archive, place)?)?
        } else {
            None
        };
        let part = archive.by_index_raw(place).map_err(NotWritten::because)?;
        match changed {
            None => zip.raw_copy_file(part).map_err(NotWritten::because)?,
            Some(bytes) => {
                let stamp = part.last_modified().unwrap_or_default();
                let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
                zip.start_file(name, options.last_modified_time(stamp)).map_err(NotWritten::because)?;
                zip.write_all(&bytes).map_err(NotWritten::because)?;
            }
        }
    }
    Ok(zip.finish().map_err(NotWritten::because)?.into_inner())
}

/// The file's name once it is filled: `Biểu 09a.xlsx` is `Biểu 09a (đã điền).xlsx`.
pub fn name(form: &str) -> String {
    let file = form.rsplit('/').next().unwrap_or(form);
    match file.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem} (đã điền).{ending}"),
        None => format!("{file} (đã điền).xlsx"),
    }
}

fn str_of(name: impl AsRef<str>) -> String {
    name.as_ref().to_owned()
}

/// Programs do not agree on the case of names.
fn is_part(name: &str, part: &str) -> bool {
    name.replace('\\', "/").trim_start_matches('/').eq_ignore_ascii_case(part.trim_start_matches('/'))
}

fn unpacked(archive: &mut ZipArchive<Cursor<&[u8]>>, place: usize) -> Result<Vec<u8>, NotWritten> {
    let part = archive.by_index(place).map_err(NotWritten::because)?;
    let mut bytes = Vec::new();
    part.take(PART_BYTES + 1).read_to_end(&mut bytes).map_err(NotWritten::because)?;
    if bytes.len() as u64 > PART_BYTES {
        return Err(NotWritten::because(format!("a part of more than {} MiB", PART_BYTES >> 20)));
    }
    Ok(bytes)
}

/// The cells to be written, top to bottom and left to right.
fn written(preview: &FormPreview) -> Vec<Written<'_>> {
    let heads = || preview.columns.iter().map(|head| head.column);
    let cells =
        preview.rows.iter().flat_map(|row| row.cells.iter().zip(heads()).map(|(cell, column)| (row.row, column, cell)));
    let mut cells: Vec<Written<'_>> =
        cells.filter_map(|(row, column, cell)| Some(Written { row, column, value: cell.written()? })).collect();
    cells.sort();
    cells
}
