//! Files of Word and Excel that were downloaded.

use anyhow::{Context, Result};
use std::io::{Cursor, Read};

/// The text of a Word file, with its markup.
pub fn word_text(bytes: Vec<u8>) -> Result<String> {
    part(bytes, "word/document.xml")
}

/// The texts of a workbook, with their markup.
pub fn workbook_texts(bytes: Vec<u8>) -> Result<String> {
    part(bytes, "xl/sharedStrings.xml")
}

fn part(bytes: Vec<u8>, name: &str) -> Result<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).context("no archive")?;
    let mut text = String::new();
    archive.by_name(name).with_context(|| format!("no {name}"))?.read_to_string(&mut text)?;
    Ok(text)
}
