//! A form of the superior's that is filled in place: what was found in it, what goes where, and what stays blank.

use crate::{Period, ReadErrorKind, ReportKind, RowColumn, RowValue, UnitIndex};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What the user said about a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormWishes {
    /// What columns hold, by their 0-based number.
    pub holds: BTreeMap<u32, RowColumn>,
    /// Cells whose values may be replaced, by their address.
    pub replace: BTreeSet<String>,
}

/// What is asked of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormWish {
    /// Number of the file that was chosen.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// The report whose figures go in.
    pub kind: ReportKind,
    /// Of whom.
    pub unit: Option<UnitIndex>,
    /// What the user said.
    pub wishes: FormWishes,
}

/// What goes into a form, before it is saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormPreview {
    /// The sheet.
    pub sheet: String,
    /// The region of the header, `A5:N8`.
    pub head: String,
    /// Whose figures.
    pub unit: String,
    /// Of which period …
    pub period: Period,
    /// … up to the end of this day.
    pub as_of: NaiveDate,
    /// The columns, left to right.
    pub columns: Vec<FormHead>,
    /// The rows that are filled, top to bottom, each with a cell a column.
    pub rows: Vec<FormRow>,
    /// What else there is to know.
    pub notes: Vec<FormNote>,
}

/// A column of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormHead {
    /// 0-based column of the sheet.
    pub column: u32,
    /// Its header, level by level.
    pub levels: Vec<String>,
    /// What it holds; `None` = not recognised, and nobody said.
    pub holds: Option<RowColumn>,
    /// The words of the order by which it was recognised; empty = it was not.
    pub by: String,
}

/// A row of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormRow {
    /// 1-based row of the sheet.
    pub row: u32,
    /// The unit named there; empty where the form is of one unit.
    pub unit: String,
    /// Its cells, in the order of the columns.
    pub cells: Vec<FormCell>,
}

/// A cell of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormCell {
    /// `D9`
    pub address: String,
    /// What becomes of it.
    pub fate: FormFate,
}

/// What becomes of a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FormFate {
    /// It was blank and is filled.
    Filled(RowValue),
    /// What stood there is replaced: the user said so.
    Replaced {
        /// What stood there.
        old: String,
        /// What goes in.
        new: RowValue,
    },
    /// Something stands there, and it stays.
    Kept {
        /// What stands there.
        old: String,
        /// What would go in.
        new: RowValue,
    },
    /// The same stands there already.
    Same(String),
    /// A formula stands there, and it stays.
    Formula,
    /// The data may hold it, and do not say it: no zero.
    Unknown,
    /// The data do not hold it.
    NotHeld,
    /// Nobody knows what the column holds.
    NotRecognised,
    /// It lies inside of a merged region, behind its first cell.
    Merged,
}

impl FormCell {
    /// What is to be written there.
    pub fn written(&self) -> Option<&RowValue> {
        match &self.fate {
            FormFate::Filled(value) | FormFate::Replaced { new: value, .. } => Some(value),
            _ => None,
        }
    }
}

impl FormPreview {
    /// Every cell.
    pub fn cells(&self) -> impl Iterator<Item = &FormCell> {
        self.rows.iter().flat_map(|row| &row.cells)
    }
}

/// Something to know about a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FormNote {
    /// The sheet is locked; what is locked stays so.
    Locked,
    /// Formulas of the workbook are reckoned anew when it is opened.
    Recalculated,
    /// A row of sums is left as it is.
    Sum {
        /// The cell.
        address: String,
        /// What it says.
        text: String,
    },
    /// A row that names a unit of which nothing is known here, or more than one.
    Stranger {
        /// The cell.
        address: String,
        /// What it says.
        text: String,
    },
}

/// Why a form cannot be filled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FormProblem {
    /// It cannot be read at all.
    Unreadable(ReadErrorKind),
    /// It is a table in another format (`xls`, `ods`, `csv` …): only .xlsx is filled in place.
    OtherFormat(String),
    /// No sheet has a header that is known.
    NoHeader {
        /// The sheets looked at.
        sheets: Vec<String>,
        /// The first cell with words, and what it says.
        first: Option<(String, String)>,
    },
    /// The table is wider than any form.
    TooWide {
        /// The cell where its header begins.
        at: String,
        /// Its columns.
        columns: u32,
        /// The most that are taken.
        most: u32,
    },
    /// It was changed, moved or deleted on the disk since it was chosen.
    Changed,
    /// Nobody there hands in this report.
    NoFigures,
    /// The numbers cannot be put into it; `detail` is for support.
    NotWritten {
        /// What the writer said.
        detail: String,
    },
}
