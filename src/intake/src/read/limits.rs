//! Limits: what is refused before or while it is unpacked, so that a small file cannot take all memory.
//!
//! It knows sizes and counts only.

use domain::ReadErrorKind;

/// One part of a package, unpacked. A sheet of 1,048,576 rows by 10 columns has about 400 MiB of XML.
pub(crate) const PART_BYTES: u64 = 512 << 20;
/// All parts of a package that are read, unpacked.
pub(crate) const PACKAGE_BYTES: u64 = 1 << 30;
/// Parts of a package, pictures and all.
pub(crate) const ENTRIES: usize = 20_000;
/// Unpacked to packed: real sheets have 5 to 60; DEFLATE ends at 1032.
pub(crate) const RATIO: u64 = 200;
/// Below this size unpacked, no ratio is suspicious.
pub(crate) const RATIO_FREE_BYTES: u64 = 64 << 20;
/// One text. SOURCE: a spreadsheet's cell ends at 32,767 characters; markup can take several bytes for one.
pub(crate) const TEXT_BYTES: u64 = 2 << 20;
/// Cells of a file that are not empty, and cells of a table.
pub(crate) const CELLS: u64 = 24_000_000;
/// Cells of rectangles that a reader builds whole, empty ones included.
pub(crate) const DENSE_CELLS: u64 = 8_000_000;
/// A document of markup, which is held as a whole.
pub(crate) const MARKUP_BYTES: u64 = 128 << 20;
/// Files of an archive that are read.
pub(crate) const FILES: u64 = 2_000;
/// Merged regions of a sheet.
pub(crate) const MERGES: u64 = 500_000;
/// SOURCE: ECMA-376 sheets end at row 1,048,576 and column XFD.
pub(crate) const SHEET_ROWS: u32 = 1 << 20;
/// See [`SHEET_ROWS`].
pub(crate) const SHEET_COLUMNS: u32 = 1 << 14;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Bytes,
    Entries,
    Cells,
    Merges,
    Files,
    Times,
}

/// Refuses what is over the limit.
pub(crate) fn check(seen: u64, limit: u64, unit: Unit) -> Result<(), ReadErrorKind> {
    if seen <= limit {
        return Ok(());
    }
    Err(ReadErrorKind::TooLarge { seen: amount(seen, unit), limit: amount(limit, unit) })
}

fn amount(number: u64, unit: Unit) -> String {
    match unit {
        Unit::Bytes => format!("{} MiB", number.div_ceil(1 << 20)),
        Unit::Entries => format!("{number} parts"),
        Unit::Cells => format!("{number} cells"),
        Unit::Files => format!("{number} files"),
        Unit::Merges => format!("{number} merged regions"),
        Unit::Times => format!("{number}:1"),
    }
}
