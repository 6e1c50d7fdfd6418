//! The sparse sheet: what every container gives to the layout step.
//!
//! It keeps where a cell stood and what merged regions and hidden columns there were. It knows no header, no total and
//! no container.

use crate::grid::Value;
use domain::{Gather, Text};
use std::collections::BTreeMap;
use std::sync::Arc;
use unicode_normalization::{UnicodeNormalization, is_nfc};

pub(crate) use crate::rows::{RowSlice, SheetRow, SheetRows};

/// One sheet as read, empty cells left out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    /// Its name; empty for text files.
    pub(crate) name: String,
    /// Shared with the tables that are found in it.
    pub(crate) rows: Arc<SheetRows>,
    pub(crate) merges: Merges,
    /// Hidden columns, as inclusive ranges.
    pub(crate) hidden: Vec<(u32, u32)>,
}

impl Sheet {
    pub(crate) fn hides(&self, column: u32) -> bool {
        self.hidden.iter().any(|(first, last)| (*first..=*last).contains(&column))
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
        Self(merges.into_iter().map(|merge| ((merge.top, merge.left), merge)).gathered())
    }
}

/// A cell's text as a value: NFC, trimmed; the text of a formula error is an error.
pub(crate) fn text_value(text: &str) -> Value {
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}'));
    match text {
        "" => Value::Empty,
        "#REF!" | "#N/A" | "#VALUE!" | "#DIV/0!" | "#NAME?" | "#NUM!" | "#NULL!" | "#SPILL!" | "#CALC!" => {
            Value::Error(text.into())
        }
        _ if is_composed_at_a_glance(text) || is_nfc(text) => Value::Text(text.into()),
        _ => Value::Text(Text::from(text.nfc().collect::<String>())),
    }
}

/// Letters up to U+02FF, and the Latin ones with two marks (U+1E00–1EFF), stand for themselves.
/// SOURCE: Unicode Standard Annex #15, NFC_Quick_Check; none of them is `No` or `Maybe`.
fn is_composed_at_a_glance(text: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let is_known = match byte {
            0..=0x7f | 0xc2..=0xcb => true,
            0xe1 => matches!(bytes.next(), Some(0xb8..=0xbb)),
            _ => byte & 0xc0 == 0x80,
        };
        if !is_known {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_composed_at_a_glance_is_composed() {
        let letters = ('\0'..='\u{ffff}').filter(|letter| is_composed_at_a_glance(&letter.to_string()));
        let known: Vec<char> = letters.inspect(|letter| assert!(is_nfc(&letter.to_string()), "{letter:?}")).collect();
        assert_eq!(known.len(), 0x300 + 0x100);
    }

    #[test]
    fn a_cells_text_is_composed_and_trimmed() {
        assert_eq!(text_value(" Ho\u{300}a \u{a0}"), Value::Text("Hòa".into()));
        assert_eq!(text_value("\u{feff} "), Value::Empty);
        assert_eq!(text_value("#REF!"), Value::Error("#REF!".into()));
        assert_eq!(text_value("#1"), Value::Text("#1".into()));
    }
}
