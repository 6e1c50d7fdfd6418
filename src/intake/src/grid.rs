//! The seam inside intake: what the grid step hands to the meaning step.
//!
//! The grid step (bytes → [`Table`]) knows containers, dialects, merged cells and layouts, and no domain word beyond
//! what a header or a total looks like. The meaning step (tables → facts) knows no bytes.

mod lines;

pub use crate::pool::Symbol;
pub use lines::{Row, RowDraft, Rows};

use domain::{NaiveDate, Text};

/// A cell's value as the container gives it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing, or white space.
    #[default]
    Empty,
    /// Text, NFC, trimmed.
    Text(Text),
    /// A number that is not a date.
    Number(f64),
    /// A typed date cell.
    Date(NaiveDate),
    /// TRUE or FALSE.
    Bool(bool),
    /// A formula error such as `#REF!`.
    Error(Text),
}

impl Value {
    /// The value as a person would read it; numbers without a needless `.0`, dates as dd/mm/yyyy.
    pub fn text(&self) -> String {
        self.shared().into()
    }

    /// The same, shared with the value where it is a text.
    pub fn shared(&self) -> Text {
        match self {
            Self::Empty => Text::default(),
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number.to_string().into(),
            Self::Date(day) => day.format("%d/%m/%Y").to_string().into(),
            Self::Bool(true) => "TRUE".into(),
            Self::Bool(false) => "FALSE".into(),
        }
    }

    /// Is there nothing in it?
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// 0-based column of the sheet.
    pub index: u32,
    /// Its header levels, topmost first, without repeats: `["Quý I", "Số cuộc (Cuộc)"]`.
    pub headers: Vec<String>,
    /// The user's spreadsheet hides it.
    pub hidden: bool,
}

/// A table found in a sheet, clean: header known, title lines and footers taken off, merged cells filled.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// File name.
    pub file: String,
    /// Sheet name; empty for text files.
    pub sheet: String,
    /// 1-based row of the last header row.
    pub header_row: u32,
    /// Title lines above the header, top to bottom, not empty.
    pub title_lines: Vec<String>,
    /// Lines below the table that are no data (footnotes, signatures), with their row.
    pub footer_lines: Vec<(u32, String)>,
    /// Columns, left to right.
    pub columns: Vec<Column>,
    /// Data rows, top to bottom, totals included and marked.
    pub rows: Rows,
}
