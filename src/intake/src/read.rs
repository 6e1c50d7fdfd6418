//! Reading: the bytes of one file → its tables and what is to be said about them.
//!
//! It decides the container by the first bytes and hands every sheet to the layout step. It knows no meaning of a
//! column, and never looks at the file's extension.

mod archive;
mod compound;
mod dialect;
mod disguise;
mod encoding;
mod font;
mod form;
mod formats;
mod gathered;
mod limits;
mod magic;
mod markup;
mod ods;
mod own_workbook;
mod package;
mod plain;
mod records;
mod text;
mod value;
mod xls;
mod xlsb;
mod xlsx;

use crate::facts::ReadSeek;
use crate::grid::Table;
use crate::layout::{Found, Steps, tables};
use archive::{Archive, is_no_spreadsheet, nested};
use domain::{FileFormat, FileInfo, Finding, FindingKind, Place, ReadError, ReadErrorKind, TextEncoding};
pub(crate) use form::{FormBook, FormSheet, form_book};
use formats::Content;
pub use formats::Formats;
use magic::{Container, HEAD_BYTES};
use package::{Package, PackageKind};
pub use plain::{Plain, plain};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek, SeekFrom};

/// Hears how far reading has come. There is no answer: who wants to stop ends the worker.
pub trait Watch {
    /// `done` of `total` bytes are read, `rows` rows were seen. Called at most once for a block or a few thousand rows.
    fn progress(&mut self, done: u64, total: u64, rows: u32);

    /// All bytes are read; `share` (0 to 1) of the way from rows to tables is done.
    fn laid_out(&mut self, share: f64) {
        let _ = share;
    }
}

/// Nobody watches.
impl Watch for () {
    fn progress(&mut self, _: u64, _: u64, _: u32) {}
}

/// What was read of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadFile {
    /// What it is.
    pub info: FileInfo,
    /// Its tables, in the order of its sheets.
    pub tables: Vec<Table>,
    /// What is to be said about them.
    pub findings: Vec<Finding>,
}

/// Reads all tables of a file, or of every file in an archive. `chosen` are the encodings that the user chose for text,
/// by the file's name.
///
/// Hidden sheets and rows hidden by a filter are read like others: what is hidden may be counted, and leaving it out
/// without a word would be worse. `size` is the length of `input` in bytes, for progress only.
///
/// An archive gives one result for each of its files, named `archive.zip/path`; any other file gives one. An error says
/// that the file holds no table, or cannot be read at all.
pub fn read_files<R: Read + Seek>(
    file: &str,
    input: R,
    size: u64,
    chosen: &BTreeMap<String, TextEncoding>,
    watch: &mut dyn Watch,
) -> Vec<Result<ReadFile, ReadError>> {
    Reader { formats: Formats::ALL, chosen }.read(file, Box::new(input), size, watch)
}

/// What is known before a file is opened.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    /// The formats that can be read.
    pub(crate) formats: Formats,
    /// The encodings that the user chose for text, by the file's name.
    pub(crate) chosen: &'a BTreeMap<String, TextEncoding>,
}

impl Reader<'_> {
    /// See [`read_files`].
    pub(crate) fn read(
        self,
        file: &str,
        mut input: Source<'_>,
        size: u64,
        watch: &mut dyn Watch,
    ) -> Vec<Result<ReadFile, ReadError>> {
        match opened(&mut input) {
            Ok(Kind::Archive(archive)) => self.unpacked(file, archive, size, watch),
            Ok(Kind::Sheets(format)) => vec![self.read_as(format, file, &mut input, size, watch)],
            Err(kind) => vec![Err(ReadError { file: file.to_owned(), kind })],
        }
    }

    /// The files of an archive; what is no spreadsheet is named once.
    fn unpacked(
        self,
        name: &str,
        mut archive: Archive<&mut Source<'_>>,
        size: u64,
        watch: &mut dyn Watch,
    ) -> Vec<Result<ReadFile, ReadError>> {
        let mut results: Vec<Result<ReadFile, ReadError>> = Vec::new();
        let mut skipped = Vec::new();
        while let Some((path, bytes)) = archive.next() {
            let file = format!("{name}/{path}");
            let result = bytes
                .map_err(|kind| ReadError { file: file.clone(), kind })
                .and_then(|bytes| self.read_entry(&file, bytes, watch));
            match result {
                Err(error) if is_no_spreadsheet(&error.kind) => skipped.push(path),
                other => results.push(other),
            }
        }
        watch.progress(size, size, 0);
        if results.is_empty() {
            let looks_like = "zip".to_owned();
            return vec![Err(ReadError { file: name.to_owned(), kind: ReadErrorKind::NotASpreadsheet { looks_like } })];
        }
        if let (Some(Ok(first)), false) = (results.iter_mut().find(|result| result.is_ok()), skipped.is_empty()) {
            first.findings.push(whole(name, FindingKind::EntriesSkipped { names: skipped }));
        }
        results
    }

    fn read_entry(self, file: &str, bytes: Vec<u8>, watch: &mut dyn Watch) -> Result<ReadFile, ReadError> {
        let size = bytes.len() as u64;
        let mut input: Source<'_> = Box::new(Cursor::new(bytes));
        let failed = |kind| Err(ReadError { file: file.to_owned(), kind });
        match opened(&mut input) {
            Ok(Kind::Sheets(format)) => self.read_as(format, file, &mut input, size, watch),
            Ok(Kind::Archive(_)) => failed(nested()),
            Err(kind) => failed(kind),
        }
    }

    /// Reads a file whose format is known.
    fn read_as(
        self,
        format: FileFormat,
        file: &str,
        input: &mut Source<'_>,
        size: u64,
        watch: &mut dyn Watch,
    ) -> Result<ReadFile, ReadError> {
        self.formats
            .content(format, input, size, self.chosen.get(file).copied(), watch)
            .and_then(|content| laid_out(file, content, watch))
            .map_err(|kind| ReadError { file: file.to_owned(), kind })
    }
}

/// Where bytes come from. One type for files and for what was unpacked: every reader below is compiled once, not for each.
type Source<'s> = Box<dyn ReadSeek + 's>;

/// What the first bytes, or the directory of a package, say.
enum Kind<R> {
    Archive(Archive<R>),
    Sheets(FileFormat),
}

fn opened<'i, 's>(input: &'i mut Source<'s>) -> Result<Kind<&'i mut Source<'s>>, ReadErrorKind> {
    let mut head = vec![0; HEAD_BYTES];
    let read = compound::fill(input, &mut head).map_err(damaged)?;
    input.seek(SeekFrom::Start(0)).map_err(damaged)?;
    let format = match magic::container(head.get(..read).unwrap_or_default()) {
        Container::Zip => {
            let mut package = Package::open(&mut *input)?;
            match package.kind()? {
                PackageKind::Xlsx => FileFormat::Xlsx,
                PackageKind::Xlsb => FileFormat::Xlsb,
                PackageKind::Ods => FileFormat::Ods,
                PackageKind::Archive => {
                    drop(package);
                    input.seek(SeekFrom::Start(0)).map_err(damaged)?;
                    return Package::open(input).and_then(Archive::open).map(Kind::Archive);
                }
            }
        }
        Container::Compound => match compound::refusal(&mut *input).map_err(damaged)? {
            Some(kind) => return Err(kind),
            None => FileFormat::Xls,
        },
        Container::Html => FileFormat::Html,
        Container::SpreadsheetMl => FileFormat::SpreadsheetMl,
        Container::Unsupported(format) => {
            return Err(ReadErrorKind::UnsupportedFormat { format: format.to_owned() });
        }
        Container::Other(looks_like) => {
            return Err(ReadErrorKind::NotASpreadsheet { looks_like: looks_like.to_owned() });
        }
        Container::Text => FileFormat::Text,
    };
    input.seek(SeekFrom::Start(0)).map_err(damaged)?;
    Ok(Kind::Sheets(format))
}

fn whole(file: &str, kind: FindingKind) -> Finding {
    Finding { at: Place { file: file.to_owned(), ..Place::default() }, kind }
}

fn laid_out(file: &str, mut content: Content, watch: &mut dyn Watch) -> Result<ReadFile, ReadErrorKind> {
    content.findings.extend(disguise::undo(&mut content.sheets));
    let findings = content.findings.into_iter().map(|kind| whole(file, kind)).collect();
    let mut found = Found { findings, ..Found::default() };
    let mut rows = 0;
    let mut cells = 0;
    let sheets = own_workbook::of_data(content.sheets);
    let all = sheets.iter().map(|sheet| sheet.rows.len()).sum();
    let mut tell = |share| watch.laid_out(share);
    let mut steps = Steps::new(all, &mut tell);
    for sheet in sheets {
        rows += u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
        let of_sheet = tables(file, sheet, limits::CELLS.saturating_sub(cells), &mut steps);
        let of_sheet = of_sheet.map_err(|seen| too_many_cells(cells.saturating_add(seen)))?;
        cells += of_sheet.tables.iter().map(size_of).sum::<u64>();
        found.append(of_sheet);
    }
    if found.tables.is_empty() {
        return Err(ReadErrorKind::NoTable { rows });
    }
    let info = FileInfo { name: file.to_owned(), format: content.format, encoding: content.encoding };
    Ok(ReadFile { info, tables: found.tables, findings: found.findings })
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
