//! Cells of a sheet, written where they stand; a cell or row that the sheet does not name yet is put in its place.

use super::splice::{Splices, Walk};
use super::{NotWritten, Written};
use domain::{RowValue, column_letters};
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::ops::Range;

/// The sheet with these cells in it.
pub(super) fn fill(text: &[u8], cells: &[Written<'_>]) -> Result<Vec<u8>, NotWritten> {
    let mut walk = Walk::new(text)?;
    let mut sheet = Sheet { left: by_row(cells), ..Sheet::default() };
    loop {
        let (event, place) = walk.next()?;
        match event {
            Event::Start(tag) => sheet.starts(&tag, place)?,
            Event::Empty(tag) => sheet.is_empty(&tag, place, text)?,
            Event::End(tag) => sheet.ends(tag.local_name().as_ref(), place)?,
            Event::Eof => break,
            _ => {}
        }
    }
    match sheet.left.is_empty() && sheet.row.is_none() {
        true => sheet.splices.made(text),
        false => Err(NotWritten::because("the sheet has no place for the cells")),
    }
}

type Row<'a> = BTreeMap<u32, &'a RowValue>;

fn by_row<'a>(cells: &[Written<'a>]) -> BTreeMap<u32, Row<'a>> {
    let mut rows: BTreeMap<u32, Row<'a>> = BTreeMap::new();
    for cell in cells {
        rows.entry(cell.row).or_default().insert(cell.column, cell.value);
    }
    rows
}

/// The sheet so far.
#[derive(Default)]
struct Sheet<'a> {
    splices: Splices,
    /// Rows that have not come yet.
    left: BTreeMap<u32, Row<'a>>,
    /// Styles of columns, by their first and last.
    styles: Vec<(u32, u32, String)>,
    /// The prefix of the sheet's elements, with its colon.
    prefix: String,
    /// Number of the row that came last.
    number: u32,
    /// The row under way.
    row: Option<OpenRow<'a>>,
    is_data: bool,
}

/// A row under way.
struct OpenRow<'a> {
    number: u32,
    /// Cells that have not come yet.
    left: Row<'a>,
    style: Option<String>,
    /// The next cell's column, where it does not say.
    next: u32,
    /// A cell that is replaced once it ends.
    cell: Option<OpenCell>,
}

struct OpenCell {
    start: usize,
    made: Vec<u8>,
}

impl<'a> Sheet<'a> {
    fn starts(&mut self, tag: &BytesStart<'_>, place: Range<usize>) -> Result<(), NotWritten> {
        match tag.local_name().as_ref() {
            "sheetData" => self.begin(tag),
            "row" if self.is_data => {
                let (number, style) = self.row_of(tag, place.start)?;
                let left = self.left.remove(&number).unwrap_or_default();
                self.row = Some(OpenRow { number, left, style, next: 0, cell: None });
            }
            "c" if self.is_data => {
                let made = self.cell(tag, place.start)?;
                if let (Some(row), Some(made)) = (&mut self.row, made) {
                    row.cell = Some(OpenCell { start: place.start, made });
                }
            }
            "f" if self.row.as_ref().is_some_and(|row| row.cell.is_some()) => return Err(formula()),
            _ => {}
        }
        Ok(())
    }

    fn is_empty(&mut self, tag: &BytesStart<'_>, place: Range<usize>, text: &[u8]) -> Result<(), NotWritten> {
        match tag.local_name().as_ref() {
            "col" => self.column(tag)?,
            "sheetData" => {
                self.begin(tag);
                let rows = self.rows_before(u32::MAX);
                let open = opened(text, &place)?;
                let close = format!("</{}sheetData>", self.prefix);
                self.is_data = false;
                if !rows.is_empty() {
                    self.splices.put(place, [open, rows, close.into_bytes()].concat());
                }
            }
            "row" if self.is_data => {
                let (number, style) = self.row_of(tag, place.start)?;
                if let Some(left) = self.left.remove(&number) {
                    let row = OpenRow { number, left, style, next: 0, cell: None };
                    let cells = self.cells_before(&row, &row.left);
                    let close = format!("</{}row>", self.prefix);
                    self.splices.put(place.clone(), [opened(text, &place)?, cells, close.into_bytes()].concat());
                }
            }
            "c" if self.is_data => {
                if let Some(made) = self.cell(tag, place.start)? {
                    self.splices.put(place, made);
                }
            }
            "f" if self.row.as_ref().is_some_and(|row| row.cell.is_some()) => return Err(formula()),
            _ => {}
        }
        Ok(())
    }

    fn ends(&mut self, name: &str, place: Range<usize>) -> Result<(), NotWritten> {
        match name {
            "c" => {
                if let Some(OpenCell { start, made }) = self.row.as_mut().and_then(|row| row.cell.take()) {
                    self.splices.put(start..place.end, made);
                }
            }
            "row" => {
                if let Some(row) = self.row.take() {
                    let cells = self.cells_before(&row, &row.left);
                    self.insert(place.start, cells);
                }
            }
            "sheetData" => {
                let rows = self.rows_before(u32::MAX);
                self.insert(place.start, rows);
                self.is_data = false;
            }
            _ => {}
        }
        Ok(())
    }

    fn begin(&mut self, tag: &BytesStart<'_>) {
        self.prefix = tag.name().as_ref().strip_suffix("sheetData").unwrap_or_default().to_owned();
        self.is_data = true;
    }

    fn insert(&mut self, at: usize, bytes: Vec<u8>) {
        if !bytes.is_empty() {
            self.splices.put(at..at, bytes);
        }
    }

    /// A row's number and style. Rows that the sheet leaves out are put before it.
    fn row_of(&mut self, tag: &BytesStart<'_>, at: usize) -> Result<(u32, Option<String>), NotWritten> {
        let said = attribute(tag, "r")?;
        let number = said.and_then(|text| text.parse().ok()).unwrap_or(self.number.saturating_add(1));
        // A row that was thought to be missing would stand twice.
        if number <= self.number {
            return Err(NotWritten::because(format!("row {number} after row {}", self.number)));
        }
        let rows = self.rows_before(number);
        self.insert(at, rows);
        self.number = number;
        let is_own = attribute(tag, "customFormat")?.is_some_and(|said| matches!(said.as_str(), "1" | "true"));
        Ok((number, attribute(tag, "s")?.filter(|_| is_own)))
    }

    /// Rows that have to stand before this one and do not.
    fn rows_before(&mut self, number: u32) -> Vec<u8> {
        let rest = self.left.split_off(&number);
        let missing = std::mem::replace(&mut self.left, rest);
        let mut made = Vec::new();
        for (number, left) in missing {
            let row = OpenRow { number, left, style: None, next: 0, cell: None };
            made.extend(format!("<{}row r=\"{number}\">", self.prefix).into_bytes());
            made.extend(self.cells_before(&row, &row.left));
            made.extend(format!("</{}row>", self.prefix).into_bytes());
        }
        made
    }

    /// What takes the place of a cell; `None` = it stays. Cells that the row leaves out are put before it.
    fn cell(&mut self, tag: &BytesStart<'_>, at: usize) -> Result<Option<Vec<u8>>, NotWritten> {
        let said = attribute(tag, "r")?.and_then(|text| column_of(&text));
        let Some(mut row) = self.row.take() else { return Ok(None) };
        let column = said.unwrap_or(row.next);
        if column < row.next {
            return Err(NotWritten::because(format!("cells of row {} out of order", row.number)));
        }
        row.next = column.saturating_add(1);
        let rest = row.left.split_off(&column);
        let missing = std::mem::replace(&mut row.left, rest);
        let cells = self.cells_before(&row, &missing);
        let value = row.left.remove(&column);
        self.row = Some(row);
        self.insert(at, cells);
        value.map(|value| self.rewritten(tag, value)).transpose()
    }

    /// The cell with everything that its tag says, but its value and the type of it.
    fn rewritten(&self, tag: &BytesStart<'_>, value: &RowValue) -> Result<Vec<u8>, NotWritten> {
        let mut made = format!("<{}c", self.prefix);
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(NotWritten::because)?;
            if attribute.key.as_ref() != "t" {
                let quote = if attribute.value.contains('"') { '\'' } else { '"' };
                made.push_str(&format!(" {}={quote}{}{quote}", attribute.key.as_ref(), attribute.value));
            }
        }
        made.push_str(&content(&self.prefix, value));
        Ok(made.into_bytes())
    }

    /// Cells that a row does not name, each in the style of its row, else of its column.
    fn cells_before(&self, row: &OpenRow<'_>, cells: &Row<'_>) -> Vec<u8> {
        let mut made = Vec::new();
        for (column, value) in cells {
            let style = row.style.as_ref().or_else(|| self.style_of(*column));
            let style = style.map(|style| format!(" s=\"{style}\"")).unwrap_or_default();
            let address = format!("{}{}", column_letters(*column), row.number);
            made.extend(format!("<{}c r=\"{address}\"{style}", self.prefix).into_bytes());
            made.extend(content(&self.prefix, value).into_bytes());
        }
        made
    }

    fn column(&mut self, tag: &BytesStart<'_>) -> Result<(), NotWritten> {
        let number = |said: Option<String>| said.and_then(|text| text.parse::<u32>().ok());
        let (first, last) = (number(attribute(tag, "min")?), number(attribute(tag, "max")?));
        let style = attribute(tag, "style")?.filter(|style| style.bytes().all(|byte| byte.is_ascii_digit()));
        if let (Some(first), Some(last), Some(style)) = (first, last, style) {
            self.styles.push((first, last, style));
        }
        Ok(())
    }

    fn style_of(&self, column: u32) -> Option<&String> {
        let is_in = |(first, last, _): &&(u32, u32, String)| (*first..=*last).contains(&(column + 1));
        self.styles.iter().find(is_in).map(|(.., style)| style)
    }
}

/// A formula is never written over: who asks for it has not looked.
fn formula() -> NotWritten {
    NotWritten::because("a formula stands in a cell that was to be filled")
}

/// The tag that opens an element, of one that says it is empty.
fn opened(text: &[u8], place: &Range<usize>) -> Result<Vec<u8>, NotWritten> {
    let tag = text.get(place.clone()).and_then(|tag| tag.strip_suffix(b"/>"));
    let tag = tag.ok_or_else(|| NotWritten::because("an empty element that does not end"))?;
    Ok([tag.trim_ascii_end(), b">"].concat())
}

/// The rest of a cell after the attributes that stay.
fn content(prefix: &str, value: &RowValue) -> String {
    match value {
        RowValue::Number(number) => format!("><{prefix}v>{number}</{prefix}v></{prefix}c>"),
        RowValue::Text(text) => {
            let text = quick_xml::escape::escape(text.as_str());
            format!(" t=\"inlineStr\"><{prefix}is><{prefix}t>{text}</{prefix}t></{prefix}is></{prefix}c>")
        }
    }
}

fn attribute(tag: &BytesStart<'_>, key: &str) -> Result<Option<String>, NotWritten> {
    let found = tag.try_get_attribute(key).map_err(NotWritten::because)?;
    Ok(found.map(|found| found.value.into_owned()))
}

/// The 0-based column of an address such as `D9`.
fn column_of(address: &str) -> Option<u32> {
    let letters = address.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.take(4).fold(0_u32, |number, letter| {
        number.saturating_mul(26).saturating_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    number.checked_sub(1)
}
