//! A filled report as a Word document, in the form of Decree 30/2020/NĐ-CP.
//!
//! SOURCE: Nghị định 30/2020/NĐ-CP, Phụ lục I (A4; margins 20–25, 20–25, 30–35, 15–20 mm; Times New Roman 13–14; page
//! numbers centred at the top, none on the first page; annexes numbered by themselves); ECMA-376 (WordprocessingML).
//!
//! The parts are written here and packed with `zip`, which reading and writing workbooks brings anyway. docx-rs 0.4 was
//! looked at (MIT, kept up): it writes no `w:lang`, its content controls carry no placeholder mark, and it comes with a
//! reader, images and serde for every element, far more than the few kinds of paragraph a report has.
//!
//! There is no text box, no picture and no field but the page number: everything can be edited as ordinary text. The same
//! report and stamp give the same bytes.

mod body;
mod parts;
mod styles;
mod xml;

use chrono::NaiveDate;
use domain::ReportSlice;
use std::io::{Cursor, Error, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The MIME type of a Word document.
pub const MIME: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The document's bytes, made on the day `stamp`.
///
/// # Errors
/// It does not fit into a package.
pub fn write(report: &ReportSlice, stamp: NaiveDate) -> Result<Vec<u8>, Error> {
    let title = format!("{} {}", report.head.title, report.head.subject.join(" "));
    let parts = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::RELATIONSHIPS.to_owned()),
        ("docProps/core.xml", parts::core(&title, stamp)),
        ("word/document.xml", body::document(report)),
        ("word/styles.xml", styles::styles()),
        ("word/settings.xml", parts::SETTINGS.to_owned()),
        ("word/header1.xml", parts::header()),
        ("word/_rels/document.xml.rels", parts::DOCUMENT_RELATIONSHIPS.to_owned()),
    ];
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    // The time of each part stays the format's first moment: the stamp stands in the document's properties.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        package.start_file(name, options)?;
        package.write_all(text.as_bytes())?;
    }
    Ok(package.finish()?.into_inner())
}
