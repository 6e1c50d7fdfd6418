//! Reading: the bytes of one file → its tables and what is to be said about them.
//!
//! It decides the container by the first bytes and hands every sheet to the layout step. It knows no meaning of a
//! column, and never looks at the file's extension.

mod compound;
mod dialect;
mod encoding;
mod limits;
mod magic;
mod records;
mod text;
mod xlsx;

use crate::grid::Table;
use crate::layout::{Found, tables};
use crate::sheet::Sheet;
use domain::{Finding, FindingKind, Place, ReadError, ReadErrorKind};
use magic::{Container, HEAD_BYTES};
use std::io::{Read, Seek, SeekFrom};

/// Hears how far reading has come. There is no answer: who wants to stop ends the worker.
pub trait Watch {
    /// `done` of `total` bytes are read, `rows` rows were seen. Called at most once for a block or a few thousand rows.
    fn progress(&mut self, done: u64, total: u64, rows: u32);
}

/// Nobody watches.
impl Watch for () {
    fn progress(&mut self, _: u64, _: u64, _: u32) {}
}

/// Reads all tables of a file, in the order of its sheets.
///
/// Hidden sheets and rows hidden by a filter are read like others: what is hidden may be counted, and leaving it out
/// without a word would be worse. `size` is the length of `input` in bytes, for progress only.
///
/// # Errors
/// The file holds no table, or cannot be read at all.
pub fn read_tables<R: Read + Seek>(
    file: &str,
    mut input: R,
    size: u64,
    watch: &mut dyn Watch,
) -> Result<(Vec<Table>, Vec<Finding>), ReadError> {
    sheets(&mut input, size, watch)
        .and_then(|content| laid_out(file, content))
        .map_err(|kind| ReadError { file: file.to_owned(), kind })
}

/// The sheets of a file and what is to be said about the file as a whole.
type Content = (Vec<Sheet>, Vec<FindingKind>);

fn sheets<R: Read + Seek>(input: &mut R, size: u64, watch: &mut dyn Watch) -> Result<Content, ReadErrorKind> {
    let mut head = vec![0; HEAD_BYTES];
    let read = compound::fill(input, &mut head).map_err(damaged)?;
    input.seek(SeekFrom::Start(0)).map_err(damaged)?;
    match magic::container(head.get(..read).unwrap_or_default()) {
        Container::Zip => Ok((xlsx::read(input, size, watch)?, Vec::new())),
        Container::Compound => Err(compound::refusal(input).map_err(damaged)?),
        Container::Unsupported(format) => Err(ReadErrorKind::UnsupportedFormat { format: format.to_owned() }),
        Container::Other(looks_like) => Err(ReadErrorKind::NotASpreadsheet { looks_like: looks_like.to_owned() }),
        Container::Text => text::read(input, size, watch).map(|(sheet, findings)| (vec![sheet], findings)),
    }
}

fn laid_out(file: &str, (sheets, kinds): Content) -> Result<(Vec<Table>, Vec<Finding>), ReadErrorKind> {
    let whole = |kind| Finding { at: Place { file: file.to_owned(), ..Place::default() }, kind };
    let mut found = Found { findings: kinds.into_iter().map(whole).collect(), ..Found::default() };
    let mut rows = 0;
    let mut cells = 0;
    for sheet in sheets {
        rows += u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
        let of_sheet = tables(file, sheet, limits::CELLS.saturating_sub(cells));
        let of_sheet = of_sheet.map_err(|seen| too_many_cells(cells.saturating_add(seen)))?;
        cells += of_sheet.tables.iter().map(size_of).sum::<u64>();
        found.append(of_sheet);
    }
    if found.tables.is_empty() { Err(ReadErrorKind::NoTable { rows }) } else { Ok((found.tables, found.findings)) }
}

fn size_of(table: &Table) -> u64 {
    table.rows.len() as u64 * table.columns.len() as u64
}

fn too_many_cells(seen: u64) -> ReadErrorKind {
    let refused = limits::check(seen, limits::CELLS, limits::Unit::Cells);
    refused.err().unwrap_or(ReadErrorKind::Damaged { detail: "a table without end".into() })
}

fn damaged(error: impl std::fmt::Display) -> ReadErrorKind {
    ReadErrorKind::Damaged { detail: error.to_string() }
}
