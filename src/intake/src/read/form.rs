//! A workbook that is to be filled in place: its sheets as any workbook's, and beside them what filling has to know.
//!
//! It decides which files can be filled at all. What a header means is not its business.

use super::limits::{Unit, check};
use super::package::{Package, Tag, place, region};
use super::{Kind, Source, damaged, disguise, opened, xlsx};
use crate::sheet::{Merge, Sheet};
use domain::{FileFormat, FormProblem, ReadErrorKind};
use std::collections::BTreeSet;
use std::io::SeekFrom;

/// Formulas of a form; tables of figures have more, forms do not.
const FORMULAS: u64 = 200_000;

/// A workbook to be filled.
pub(crate) struct FormBook {
    /// The path of the part that lists its sheets.
    pub(crate) workbook: String,
    /// The sheets that people see.
    pub(crate) sheets: Vec<FormSheet>,
    /// Does any sheet hold a formula?
    pub(crate) has_formulas: bool,
}

/// A sheet to be filled.
pub(crate) struct FormSheet {
    /// Its cells.
    pub(crate) sheet: Sheet,
    /// The path of its part.
    pub(crate) part: String,
    /// What filling has to know.
    pub(crate) marks: Marks,
}

/// What the tags of a sheet say that its values do not.
#[derive(Default)]
pub(crate) struct Marks {
    /// Cells of formulas, as regions.
    pub(crate) formulas: Vec<Merge>,
    /// The sheet is locked.
    pub(crate) is_locked: bool,
    at: (u32, u32),
}

/// Opens a workbook that is to be filled.
pub(crate) fn form_book(mut input: Source<'_>, size: u64) -> Result<FormBook, FormProblem> {
    match opened(&mut input).map_err(unreadable)? {
        Kind::Sheets(FileFormat::Xlsx) => {}
        Kind::Sheets(format) => return Err(FormProblem::OtherFormat(ending(format).to_owned())),
        Kind::Archive(_) => return Err(FormProblem::OtherFormat("zip".to_owned())),
    }
    read(&mut input, size).map_err(FormProblem::Unreadable)
}

/// The usual ending of a file in this format.
fn ending(format: FileFormat) -> &'static str {
    match format {
        FileFormat::Text => "csv",
        FileFormat::Xlsx => "xlsx",
        FileFormat::Xlsb => "xlsb",
        FileFormat::Xls => "xls",
        FileFormat::Ods => "ods",
        FileFormat::Html => "html",
        FileFormat::SpreadsheetMl => "xml",
    }
}

/// Old workbooks that are told by their first bytes alone are a format like any other.
fn unreadable(kind: ReadErrorKind) -> FormProblem {
    match kind {
        ReadErrorKind::UnsupportedFormat { format } => FormProblem::OtherFormat(format),
        kind => FormProblem::Unreadable(kind),
    }
}

fn read(input: &mut Source<'_>, size: u64) -> Result<FormBook, ReadErrorKind> {
    let (mut sheets, _) = xlsx::read(input, size, &mut ())?;
    disguise::undo(&mut sheets);
    input.seek(SeekFrom::Start(0)).map_err(damaged)?;
    let mut package = Package::open(input)?;
    let workbook = package.workbook_path()?;
    let hidden = hidden(&mut package, &workbook)?;
    let mut book = FormBook { workbook, sheets: Vec::new(), has_formulas: false };
    for (name, part) in package.sheets_of(&book.workbook)? {
        let mut marks = Marks::default();
        package.unpack(&part, &mut |tag| marks.take(tag))?;
        book.has_formulas |= !marks.formulas.is_empty();
        let found = sheets.iter().position(|sheet| sheet.name == name).filter(|_| !hidden.contains(&name));
        if let Some(found) = found {
            book.sheets.push(FormSheet { sheet: sheets.swap_remove(found), part, marks });
        }
    }
    Ok(book)
}

/// Sheets that nobody sees are nobody's form.
fn hidden<R: std::io::Read + std::io::Seek>(
    package: &mut Package<R>,
    workbook: &str,
) -> Result<BTreeSet<String>, ReadErrorKind> {
    let mut hidden = BTreeSet::new();
    package.unpack(workbook, &mut |tag| {
        let is_hidden = tag.name() == "sheet" && matches!(tag.raw("state"), Some("hidden" | "veryHidden"));
        hidden.extend(tag.text("name").filter(|_| is_hidden));
        Ok(())
    })?;
    Ok(hidden)
}

impl Marks {
    fn take(&mut self, tag: Tag<'_>) -> Result<(), ReadErrorKind> {
        match tag.name() {
            "row" => {
                let number = tag.raw("r").and_then(|text| text.parse().ok()).unwrap_or(self.at.0.saturating_add(1));
                self.at = (number, 0);
            }
            // `at` is the cell's number from 1, so that a cell without a place follows the one before.
            "c" => match tag.raw("r").map(place) {
                Some(Ok((row, column))) => self.at = (row, column + 1),
                _ => self.at.1 = self.at.1.saturating_add(1),
            },
            "f" => return self.formula(tag),
            "sheetProtection" => self.is_locked |= matches!(tag.raw("sheet"), Some("1" | "true")),
            _ => {}
        }
        Ok(())
    }

    /// Formulas over a region hold all of its cells, though only the first says so; shared ones stand in each of theirs.
    fn formula(&mut self, tag: Tag<'_>) -> Result<(), ReadErrorKind> {
        let (row, column) = (self.at.0, self.at.1.saturating_sub(1));
        let one = Merge { top: row, left: column, bottom: row, right: column };
        let holds_region = matches!(tag.raw("t"), Some("array" | "dataTable"));
        let all = tag.raw("ref").filter(|_| holds_region).and_then(|text| region(text).ok());
        self.formulas.push(all.unwrap_or(one));
        check(self.formulas.len() as u64, FORMULAS, Unit::Cells)
    }

    /// Does this cell, of a 1-based row, belong to a formula?
    pub(crate) fn holds_formula(&self, row: u32, column: u32) -> bool {
        let has = |region: &Merge| {
            (region.top..=region.bottom).contains(&row) && (region.left..=region.right).contains(&column)
        };
        self.formulas.iter().any(has)
    }
}
