//! What the workbook of results tells beside the verdicts: which row counts for what, and why the others do not.

use crate::{EvidenceRow, Exclusion, FindingKind, MatrixSlice, Period, ReadingInForce, RowFate, TargetLine, UnitLine};
use chrono::NaiveDate;

/// The results of one scope and year, with the rows behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// The as-of day in force.
    pub as_of: NaiveDate,
    /// The year shown.
    pub year: i32,
    /// The scope; `None` = everything.
    pub scope: Option<UnitLine>,
    /// Title of the plan in its own language.
    pub plan_title: String,
    /// Each target, in the order of the plan.
    pub targets: Vec<ResultLine>,
    /// Units × targets.
    pub matrix: MatrixSlice,
    /// Rows that count for certain, once for each verdict, by target, unit and period.
    pub counted: Vec<CountedRow>,
    /// Rows that count for nothing shown, by file, sheet and row.
    pub left_out: Vec<LeftOutRow>,
    /// Every reading in force.
    pub readings: Vec<ReadingInForce>,
}

/// A target with the readings that bear on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultLine {
    /// The target, and how many units are in which state.
    pub line: TargetLine,
    /// The readings.
    pub readings: Vec<ReadingInForce>,
}

/// A row that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedRow {
    /// For which target or duty.
    pub target: String,
    /// In which period.
    pub period: Period,
    /// For whom; blank = the whole scope.
    pub unit: String,
    /// The unit above it.
    pub parent: String,
    /// The row.
    pub row: EvidenceRow,
}

/// A row that counts for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOutRow {
    /// The row; its outcome is told by `why`.
    pub row: EvidenceRow,
    /// Why not.
    pub why: LeftOut,
}

/// Why a row counts for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It became no fact, because of this.
    Found(FindingKind),
    /// It became no fact.
    Fate(RowFate),
    /// A target would have to know more to count it.
    Possible(String, Period),
    /// The target that comes nearest to counting it does not.
    Excluded(String, Period, Exclusion),
    /// No target asks its unit for such a thing at such a time.
    NotAsked,
}
