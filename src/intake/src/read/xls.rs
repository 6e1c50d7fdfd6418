//! XLS: a BIFF workbook in a compound file → sparse sheets.
//!
//! Its records are read here and not by calamine, which builds whole rectangles (a stray cell in the last corner takes
//! all memory), panics on damaged records, and tells neither fonts nor formats: the font of a cell says whether its
//! letters are those of an old encoding, and the format whether a day is shown.

mod globals;
mod letters;
mod records;
mod sheet;

use super::compound::stream::stream;
use super::font::Converted;
use super::limits::{PACKAGE_BYTES, Unit, check};
use super::{Watch, damaged};
use crate::sheet::Sheet;
use domain::{FindingKind, ReadErrorKind};
use globals::Globals;
use std::io::Read;

/// Reads all work sheets in the order of the workbook.
pub(crate) fn read(
    input: &mut impl Read,
    size: u64,
    watch: &mut dyn Watch,
) -> Result<(Vec<Sheet>, Vec<FindingKind>), ReadErrorKind> {
    check(size, PACKAGE_BYTES / 4, Unit::Bytes)?;
    let mut file = Vec::new();
    input.read_to_end(&mut file).map_err(damaged)?;
    let stream = stream(&file, &["Workbook", "Book"])?.ok_or_else(|| damaged("no stream of a workbook"))?;
    drop(file);
    let globals = Globals::of(&stream)?;
    let mut converted = Converted::default();
    let (mut sheets, mut kept) = (Vec::new(), 0);
    for listed in &globals.sheets {
        let bytes = stream.get(listed.start..).unwrap_or_default();
        let read = sheet::read(bytes, listed.name.clone(), &globals, &mut converted, &mut kept)?;
        watch.progress((listed.start as u64).min(size), size, read.rows.last_number());
        sheets.push(read);
    }
    watch.progress(size, size, 0);
    Ok((sheets, converted.findings()))
}
