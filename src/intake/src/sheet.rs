//! The sparse sheet: what every container gives to the layout step.
//!
//! It keeps where a cell stood and what merged regions and hidden columns there were. It knows no header, no total and
//! no container.

use crate::grid::Value;
use std::collections::BTreeMap;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// One sheet as read, empty cells left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sheet {
    /// Its name; empty for text files.
    pub(crate) name: String,
    // INVARIANT: sorted by number; no row is without cells.
    pub(crate) rows: Vec<SparseRow>,
    pub(crate) merges: Merges,
    /// Hidden columns, as inclusive ranges.
    pub(crate) hidden: Vec<(u32, u32)>,
}

impl Sheet {
    pub(crate) fn hides(&self, column: u32) -> bool {
        self.hidden.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }
}

/// One row with at least one cell that is not empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct SparseRow {
    /// 1-based.
    pub(crate) number: u32,
    // INVARIANT: sorted by column; no value is empty.
    pub(crate) cells: Vec<(u32, Value)>,
}

impl SparseRow {
    pub(crate) fn get(&self, column: u32) -> Option<&Value> {
        let at = self.cells.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        self.cells.get(at).map(|(_, value)| value)
    }

    pub(crate) fn last_column(&self) -> u32 {
        self.cells.last().map_or(0, |(column, _)| *column)
    }

    /// Puts a value into a cell that is still empty.
    pub(crate) fn fill(&mut self, column: u32, value: Value) {
        if let Err(at) = self.cells.binary_search_by_key(&column, |(column, _)| *column) {
            self.cells.insert(at, (column, value));
        }
    }
}

/// A merged region; rows 1-based, columns 0-based, ends inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Merge {
    pub(crate) top: u32,
    pub(crate) left: u32,
    pub(crate) bottom: u32,
    pub(crate) right: u32,
}

/// The merged regions of a sheet, found by their first cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Merges(BTreeMap<(u32, u32), Merge>);

impl Merges {
    /// The region that begins at this cell.
    pub(crate) fn at(&self, row: u32, column: u32) -> Option<&Merge> {
        self.0.get(&(row, column))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Merge> {
        self.0.values()
    }
}

impl FromIterator<Merge> for Merges {
    fn from_iter<I: IntoIterator<Item = Merge>>(merges: I) -> Self {
        Self(merges.into_iter().map(|merge| ((merge.top, merge.left), merge)).collect())
    }
}

/// A cell's text as a value: NFC, trimmed; the text of a formula error is an error.
pub(crate) fn text_value(text: &str) -> Value {
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}'));
    match text {
        "" => Value::Empty,
        "#REF!" | "#N/A" | "#VALUE!" | "#DIV/0!" | "#NAME?" | "#NUM!" | "#NULL!" | "#SPILL!" | "#CALC!" => {
            Value::Error(text.to_owned())
        }
        _ if text.is_ascii() || is_nfc(text) => Value::Text(text.to_owned()),
        _ => Value::Text(text.nfc().collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cells_text_is_composed_and_trimmed() {
        assert_eq!(text_value(" Ho\u{300}a \u{a0}"), Value::Text("Hòa".into()));
        assert_eq!(text_value("\u{feff} "), Value::Empty);
        assert_eq!(text_value("#REF!"), Value::Error("#REF!".into()));
        assert_eq!(text_value("#1"), Value::Text("#1".into()));
    }
}
