//! Everything that the officer of a province sends on or keeps, in one .zip: the province's report, the workbook of
//! results, a report of each commune in a folder of its district, and whom to remind.
//!
//! Decides names and folders. Names hold letters without accents, digits and hyphens only, so that every system unpacks
//! them alike; no two are the same.

mod names;

use crate::csv::Flavour;
use crate::{csv, docx};
use chrono::NaiveDate;
use domain::{Language, ReportSlice, SilentUnits, UnitLine};
use names::Names;
use std::io::{Cursor, Error, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The MIME type of a package.
pub const MIME: &str = "application/zip";

/// What lies in the package beside the reports of the communes.
#[derive(Clone, Copy, Debug)]
pub struct Contents<'a> {
    /// The year shown.
    pub year: i32,
    /// The province's report.
    pub province: &'a ReportSlice,
    /// The workbook of results.
    pub workbook: &'a [u8],
    /// Who has not sent anything.
    pub silent: &'a [SilentUnits],
}

/// The package's bytes, made on the day `stamp`. Reports of communes are written as they come.
///
/// # Errors
/// It does not fit into a package.
pub fn write(
    contents: Contents<'_>,
    communes: impl IntoIterator<Item = (UnitLine, ReportSlice)>,
    language: Language,
    stamp: NaiveDate,
) -> Result<Vec<u8>, Error> {
    let Contents { year, province, workbook, silent } = contents;
    let mut parcel = Parcel::new();
    parcel.packed(&format!("{}.docx", province.file_name), &docx::write(province, stamp)?)?;
    parcel.packed(&format!("ket-qua-{year}.xlsx"), workbook)?;
    parcel.text("don-vi-chua-gui.csv", &csv::silent(silent, Flavour::People))?;
    parcel.text("nhac-gui-so-lieu.txt", reminder(language, year, silent).as_bytes())?;
    for (unit, report) in communes {
        let folder = names::plain(&unit.parent);
        let name = format!("don-vi/{folder}/{}-{}.docx", report.file_name, names::plain(&unit.name));
        parcel.packed(&name, &docx::write(&report, stamp)?)?;
    }
    parcel.finish()
}

/// A text that old editors open right: with its mark and their line ends.
fn reminder(language: Language, year: i32, silent: &[SilentUnits]) -> String {
    let text = match silent.is_empty() {
        true => wording::Say::say(&wording::check::SilentText::Nobody, language).into_owned(),
        false => wording::check::reminder(language, year, silent),
    };
    format!("\u{feff}{}\r\n", text.replace('\n', "\r\n"))
}

/// A .zip being filled.
struct Parcel {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    names: Names,
}

impl Parcel {
    fn new() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())), names: Names::default() }
    }

    /// A file that is packed in itself already.
    fn packed(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        self.file(name, bytes, CompressionMethod::Stored)
    }

    fn text(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        self.file(name, bytes, CompressionMethod::Deflated)
    }

    fn file(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) -> Result<(), Error> {
        let options = SimpleFileOptions::default().compression_method(method);
        self.zip.start_file(self.names.take(name), options)?;
        self.zip.write_all(bytes)
    }

    fn finish(self) -> Result<Vec<u8>, Error> {
        Ok(self.zip.finish()?.into_inner())
    }
}
