//! Which reader a file needs, and which are here.
//!
//! A program may begin with the formats that come most, and have the readers of the others come later.

use super::{Kind, Source, Watch, markup, ods, opened, text, xls, xlsb, xlsx};
use crate::facts::Input;
use crate::sheet::Sheet;
use domain::{EncodingInfo, FileFormat, FindingKind, ReadErrorKind, TextEncoding};

/// Formats that can be read.
#[derive(Clone, Copy)]
pub struct Formats {
    other: Option<ReadOther>,
}

/// Reads a file that is neither text nor XLSX.
type ReadOther =
    fn(FileFormat, &mut Source<'_>, u64, Option<TextEncoding>, &mut dyn Watch) -> Result<Content, ReadErrorKind>;

/// The sheets of a file and what is to be said about the file as a whole.
pub(super) struct Content {
    pub(super) format: FileFormat,
    pub(super) encoding: Option<EncodingInfo>,
    pub(super) sheets: Vec<Sheet>,
    pub(super) findings: Vec<FindingKind>,
}

impl Formats {
    /// Text and XLSX.
    pub const FIRST: Self = Self { other: None };
    /// XLS, XLSB, ODS, HTML and the XML of Excel 2003, too.
    pub const ALL: Self = Self { other: Some(other) };

    /// Is this file's format one of them? A file that cannot even be opened has every format: reading says why. Files in an archive
    /// may have any.
    pub fn include(self, input: &mut Input<'_>) -> bool {
        self.other.is_some()
            || match opened(&mut input.bytes) {
                Ok(Kind::Sheets(format)) => matches!(format, FileFormat::Text | FileFormat::Xlsx),
                Ok(Kind::Archive(_)) => false,
                Err(_) => true,
            }
    }

    pub(super) fn content(
        self,
        format: FileFormat,
        input: &mut Source<'_>,
        size: u64,
        chosen: Option<TextEncoding>,
        watch: &mut dyn Watch,
    ) -> Result<Content, ReadErrorKind> {
        match (format, self.other) {
            (FileFormat::Text, _) => {
                let (sheet, encoding, findings) = text::read(input, size, chosen, watch)?;
                Ok(Content { format, encoding: Some(encoding), sheets: vec![sheet], findings })
            }
            (FileFormat::Xlsx, _) => {
                let (sheets, findings) = xlsx::read(input, size, watch)?;
                Ok(Content { format, encoding: None, sheets, findings })
            }
            (_, Some(other)) => other(format, input, size, chosen, watch),
            // Whoever asked [`Self::include`] before does not come here.
            (_, None) => Err(ReadErrorKind::Damaged { detail: format!("no reader of {format:?} is here") }),
        }
    }
}

fn other(
    format: FileFormat,
    input: &mut Source<'_>,
    size: u64,
    chosen: Option<TextEncoding>,
    watch: &mut dyn Watch,
) -> Result<Content, ReadErrorKind> {
    let found = |(sheets, findings)| Content { format, encoding: None, sheets, findings };
    let decoded = |(sheets, encoding, findings)| Content { format, encoding: Some(encoding), sheets, findings };
    match format {
        FileFormat::Xls => xls::read(input, size, watch).map(found),
        FileFormat::Xlsb => xlsb::read(input, size, watch).map(|sheets| found((sheets, Vec::new()))),
        FileFormat::Ods => ods::read(input, size, watch).map(|sheets| found((sheets, Vec::new()))),
        FileFormat::SpreadsheetMl => markup::read(input, size, chosen, watch, markup::spreadsheet_ml).map(decoded),
        FileFormat::Html => match markup::read(input, size, chosen, watch, markup::html)? {
            (sheets, ..) if sheets.is_empty() => Err(ReadErrorKind::NotASpreadsheet { looks_like: "html".to_owned() }),
            found => Ok(decoded(found)),
        },
        FileFormat::Text | FileFormat::Xlsx => Formats::FIRST.content(format, input, size, chosen, watch),
    }
}
