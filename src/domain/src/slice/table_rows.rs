//! The rows of one table as they stand in the user's file, a stretch at a time.

use crate::FindingKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RowFate {
    /// An answer is awaited about it.
    Question,
    /// It repeats an earlier row.
    Duplicate,
    /// It became facts.
    Used,
    /// It became none.
    Ignored,
}

impl RowFate {
    /// Every fate, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Used, Self::Question, Self::Duplicate, Self::Ignored];

    /// The value of `data-fate` in the page's style sheets.
    pub fn code(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Duplicate => "duplicate",
            Self::Used => "used",
            Self::Ignored => "ignored",
        }
    }
}

/// Which rows of a table are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RowsWish {
    /// The table, by its place in [`crate::CheckSlice::tables`].
    pub table: u32,
    /// Words that the row holds, whatever their accents; empty = any.
    pub words: String,
    /// Only rows with this fate.
    pub fate: Option<RowFate>,
}

/// A stretch of the rows that answer a wish. It never holds more than [`RowsStretch::LENGTH`] of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowsStretch {
    /// All rows that answer the wish.
    pub answer: u32,
    /// Rows with each fate that hold the words.
    pub fates: BTreeMap<RowFate, u32>,
    /// The rows, top to bottom.
    pub rows: Vec<SourceRow>,
}

impl RowsStretch {
    /// Rows in a full stretch.
    pub const LENGTH: u32 = 200;
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRow {
    /// Its 1-based number in the sheet.
    pub number: u32,
    /// One text a column. Values of personal columns are left out.
    pub cells: Vec<String>,
    /// What became of it.
    pub fate: RowFate,
    /// What was found in it, the gravest first, if anything.
    pub found: Option<FindingKind>,
}
