//! Findings: what intake could not take as it stands. Data, not prose: `wording` makes the sentences.

use crate::{ActivityKind, Span, TextEncoding, UnitKind};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A cell, row, sheet or file, named as the spreadsheet names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// File name.
    pub file: String,
    /// Sheet name; empty for text files.
    pub sheet: String,
    /// 1-based row.
    pub row: Option<u32>,
    /// 0-based column.
    pub column: Option<u32>,
}

impl Place {
    /// `B7`, `7` (a row) or nothing.
    pub fn cell(&self) -> String {
        match (self.row, self.column) {
            (Some(row), Some(column)) => format!("{}{row}", column_letters(column)),
            (Some(row), None) => row.to_string(),
            (None, Some(column)) => column_letters(column),
            (None, None) => String::new(),
        }
    }
}

/// The spreadsheet's name of a 0-based column: A … Z, AA …
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + (rest % 26) as u8));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    letters.iter().rev().collect()
}

/// How much a finding asks of the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// An answer would change verdicts.
    Question,
    /// Something was left out or may be wrong.
    Warning,
    /// For the record.
    Note,
}

/// One finding at one place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Finding {
    /// Where.
    pub at: Place,
    /// What.
    pub kind: FindingKind,
}

/// What was found. Texts are quoted from the user's cells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields carry the quoted cell or the plain number their names say")]
pub enum FindingKind {
    /// No form of date.
    UnreadableDate { text: String },
    /// A typed date column whose days are all ≤ 12 may have day and month swapped.
    AmbiguousDate { text: String, day_first: Span, month_first: Span },
    /// Outside 2000–2100.
    DateOutOfRange { text: String },
    /// The row has no date, nor have sheet, file and title.
    MissingDate,
    /// No unit of the roster fits.
    UnknownUnit { text: String },
    /// Several fit.
    AmbiguousUnit { text: String, candidates: Vec<String> },
    /// A unit only the data names was added.
    ProvisionalUnit { name: String, kind: UnitKind },
    /// A spelling was taken for a unit although it is not written the same.
    UnitGuessed { text: String, name: String },
    /// The row names no unit.
    MissingUnit,
    /// The whole table names no unit.
    NoUnitColumn,
    /// Negative or not a whole number.
    BadCount { text: String },
    /// Wholly outside the unit's life.
    OutsideUnitLife { unit: String, when: Span },
    /// Surely not about gender equality.
    NotRelevant { title: String },
    /// A general table: are its rows about gender equality?
    RelevanceUnknown { title: String },
    /// A kind of activity no term knows; taken as `taken`.
    UnknownKind { word: String, taken: ActivityKind },
    /// A total and its parts disagree.
    TotalDisagrees { unit: String, kind: ActivityKind, total: u32, parts: u32 },
    /// A total row or column that repeats finer rows: not added.
    TotalNotAdded { text: String },
    /// Same unit, date, kind, title, channel and count as an earlier row.
    DuplicateRow { first_row: u32 },
    /// The same file twice.
    DuplicateFile { first: String },
    /// A planned row whose date has passed.
    PlannedInThePast { when: Span },
    /// A formula error such as `#REF!`.
    FormulaError { text: String },
    /// Personal data, skipped.
    PersonalColumn { header: String },
    /// A column that is not understood.
    UnknownColumn { header: String },
    /// A value in a register that is not one of its words.
    BadValue { text: String },
    /// A row that is not data (footnote, signature, note).
    SkippedRow { text: String },
    /// A sheet without a table.
    SheetWithoutTable { rows: u32 },
    /// A text file was read in this encoding: nearly all its syllables are Vietnamese then.
    EncodingAssumed { encoding: TextEncoding },
    /// Nothing tells in which encoding a text file is written; it was read in this one.
    EncodingUnsure { encoding: TextEncoding },
    /// So many cells are set in a font of an old encoding and were converted.
    FontEncoding { encoding: TextEncoding, cells: u32 },
    /// Files in an archive that are no spreadsheets.
    EntriesSkipped { names: Vec<String> },
    /// The same rows as in another file or sheet, with nothing but the dates changed.
    CopiedReport { first: String, rows: u32 },
    /// Bytes that are not valid in the encoding.
    BadBytes { count: u32 },
    /// The user's roster has a row that cannot be a unit.
    BadUnitRow { text: String },
}

impl FindingKind {
    /// The stable code used in `findings.csv` and for grouping.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnreadableDate { .. } => "unreadable_date",
            Self::AmbiguousDate { .. } => "ambiguous_date",
            Self::DateOutOfRange { .. } => "date_out_of_range",
            Self::MissingDate => "missing_date",
            Self::UnknownUnit { .. } => "unknown_unit",
            Self::AmbiguousUnit { .. } => "ambiguous_unit",
            Self::ProvisionalUnit { .. } => "provisional_unit",
            Self::UnitGuessed { .. } => "unit_guessed",
            Self::MissingUnit => "missing_unit",
            Self::NoUnitColumn => "no_unit_column",
            Self::BadCount { .. } => "bad_count",
            Self::OutsideUnitLife { .. } => "outside_unit_life",
            Self::NotRelevant { .. } => "not_relevant",
            Self::RelevanceUnknown { .. } => "relevance_unknown",
            Self::UnknownKind { .. } => "unknown_kind",
            Self::TotalDisagrees { .. } => "total_disagrees",
            Self::TotalNotAdded { .. } => "total_not_added",
            Self::DuplicateRow { .. } => "duplicate_row",
            Self::DuplicateFile { .. } => "duplicate_file",
            Self::PlannedInThePast { .. } => "planned_in_the_past",
            Self::FormulaError { .. } => "formula_error",
            Self::PersonalColumn { .. } => "personal_column",
            Self::UnknownColumn { .. } => "unknown_column",
            Self::BadValue { .. } => "bad_value",
            Self::SkippedRow { .. } => "skipped_row",
            Self::SheetWithoutTable { .. } => "sheet_without_table",
            Self::EncodingAssumed { .. } => "encoding_assumed",
            Self::EncodingUnsure { .. } => "encoding_unsure",
            Self::FontEncoding { .. } => "font_encoding",
            Self::EntriesSkipped { .. } => "entries_skipped",
            Self::CopiedReport { .. } => "copied_report",
            Self::BadBytes { .. } => "bad_bytes",
            Self::BadUnitRow { .. } => "bad_unit_row",
        }
    }

    /// How much it asks of the user.
    pub fn severity(&self) -> Severity {
        match self {
            Self::AmbiguousUnit { .. }
            | Self::UnknownUnit { .. }
            | Self::NoUnitColumn
            | Self::AmbiguousDate { .. }
            | Self::RelevanceUnknown { .. }
            | Self::UnknownKind { .. }
            | Self::EncodingUnsure { .. } => Severity::Question,
            Self::UnreadableDate { .. }
            | Self::DateOutOfRange { .. }
            | Self::MissingDate
            | Self::MissingUnit
            | Self::BadCount { .. }
            | Self::OutsideUnitLife { .. }
            | Self::TotalDisagrees { .. }
            | Self::PlannedInThePast { .. }
            | Self::FormulaError { .. }
            | Self::BadValue { .. }
            | Self::DuplicateFile { .. }
            | Self::CopiedReport { .. }
            | Self::BadBytes { .. }
            | Self::BadUnitRow { .. } => Severity::Warning,
            Self::ProvisionalUnit { .. }
            | Self::UnitGuessed { .. }
            | Self::NotRelevant { .. }
            | Self::TotalNotAdded { .. }
            | Self::DuplicateRow { .. }
            | Self::PersonalColumn { .. }
            | Self::UnknownColumn { .. }
            | Self::SkippedRow { .. }
            | Self::SheetWithoutTable { .. }
            | Self::EncodingAssumed { .. }
            | Self::FontEncoding { .. }
            | Self::EntriesSkipped { .. } => Severity::Note,
        }
    }
}

/// A file that holds no table at all: the only failure of reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadError {
    /// The file.
    pub file: String,
    /// Why.
    pub kind: ReadErrorKind,
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadErrorKind {
    /// 0 bytes, or nothing but white space.
    Empty,
    /// Something else in disguise: `looks_like` names it (`png`, `pdf`, `docx`, `zip` …).
    NotASpreadsheet {
        /// What the first bytes say.
        looks_like: String,
    },
    /// A format of spreadsheet that is not read yet (`xls`, `ods` …).
    UnsupportedFormat {
        /// Its usual extension.
        format: String,
    },
    /// Protected by a password.
    PasswordProtected,
    /// Damaged; `detail` is for support.
    Damaged {
        /// What the reader said.
        detail: String,
    },
    /// Too large to unpack safely.
    TooLarge {
        /// What is too large, as a number with its unit.
        seen: String,
        /// The limit, likewise.
        limit: String,
    },
    /// Rows, but no header that we know.
    NoTable {
        /// Rows seen in all sheets.
        rows: u32,
    },
    /// The user stopped it.
    Cancelled,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}", self.file, self.kind)
    }
}

impl std::error::Error for ReadError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        for (column, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_letters(column), letters);
        }
    }
}
