//! Tables in markup: HTML (what many programs save as `.xls`, and what spreadsheets put on the clipboard) and the XML of
//! Excel 2003.
//!
//! It walks the tokens once and runs nothing: scripts and styles are dropped unread. The text is decoded like that of
//! any other text file.

mod html;
mod placing;
mod spreadsheet_ml;

use super::encoding::{TextDecoder, decide};
use super::limits::{CELLS, MARKUP_BYTES, TEXT_BYTES, Unit, check};
use super::{Watch, damaged};
use crate::sheet::Sheet;
use domain::{EncodingInfo, FindingKind, ReadErrorKind, TextEncoding};
use html5gum::{HtmlString, StartTag};
use std::io::{Read, Seek, SeekFrom};

pub(crate) use html::sheets as html;
pub(crate) use spreadsheet_ml::sheets as spreadsheet_ml;

/// Reads the tables of a document by one of the two ways.
pub(crate) fn read<R: Read + Seek>(
    input: &mut R,
    size: u64,
    chosen: Option<TextEncoding>,
    watch: &mut dyn Watch,
    sheets: fn(&str) -> Result<Vec<Sheet>, ReadErrorKind>,
) -> Result<(Vec<Sheet>, EncodingInfo, Vec<FindingKind>), ReadErrorKind> {
    check(size, MARKUP_BYTES, Unit::Bytes)?;
    let decision = decide(&mut *input, chosen).map_err(damaged)?;
    input.seek(SeekFrom::Start(0)).map_err(damaged)?;
    let mut bytes = Vec::new();
    input.take(MARKUP_BYTES).read_to_end(&mut bytes).map_err(damaged)?;
    let (text, bad) = whole(decision.info.taken, &bytes);
    drop(bytes);
    watch.progress(size / 2, size, 0);
    let found = sheets(&text)?;
    watch.progress(size, size, found.iter().map(|sheet| sheet.rows.last_number()).max().unwrap_or(0));
    let findings = decision.findings(bad);
    Ok((found, decision.info, findings))
}

/// The text, and the number of bad sequences in it.
fn whole(encoding: TextEncoding, bytes: &[u8]) -> (String, u32) {
    let mut decoder = TextDecoder::new(encoding);
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 4);
    let mut rest = bytes;
    loop {
        // The decoder never makes more room than there is.
        text.reserve(64 << 10);
        let step = decoder.decode(rest, &mut text, true);
        rest = rest.get(step.used..).unwrap_or_default();
        if step.is_done {
            return (text, decoder.bad());
        }
    }
}

/// An attribute's value.
fn attribute<'t>(tag: &'t StartTag<()>, name: &str) -> Option<&'t str> {
    let value = tag.attributes.get(&HtmlString(name.as_bytes().to_vec()))?;
    std::str::from_utf8(value).ok()
}

fn number(tag: &StartTag<()>, name: &str) -> Option<u32> {
    attribute(tag, name)?.trim().parse().ok()
}

/// Adds to the text of a cell; no cell is endless.
fn push(text: &mut String, more: &[u8]) -> Result<(), ReadErrorKind> {
    text.push_str(&String::from_utf8_lossy(more));
    check(text.len() as u64, TEXT_BYTES, Unit::Bytes)
}

fn check_cells(cells: u64) -> Result<(), ReadErrorKind> {
    check(cells, CELLS, Unit::Cells)
}
