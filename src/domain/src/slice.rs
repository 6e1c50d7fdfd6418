//! The slices of an assessment that the page asks for. None of them grows with the rows of the input.

mod agenda;
mod plan;
mod table_rows;
mod tiers;
mod trend;
mod try_out;

pub use agenda::{AgendaSlice, Audience, DayLine, DayOff};
pub use plan::{
    ClauseLine, DemandLine, DutyLine, PlanLine, PlanProblem, PlanSlice, PlanTargetLine, ProblemWeight, ReadingGroup,
    ReadingLine, ReadingOptionLine, ReadingsSlice, TaskLine,
};
pub use table_rows::{RowFate, RowsStretch, RowsWish, SourceRow};
pub use tiers::{RollupRow, RollupSlice, TierColumn, Tile, TileGroup, TilesSlice};
pub use trend::{TargetTrend, TrendPoint, TrendSlice, YearReach};
pub use try_out::{TryField, TryOut, TryOutSlice, TryOutcome};

use crate::{
    Bilingual, ColumnGuess, Figures, FileInfo, Finding, FindingKind, Life, Options, Peak, Period, Place, Reason,
    Severity, Span, State, SubmissionKind, TableInfo, UnitIndex, UnitKind, UnitSource, Verdict,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Number of units in each state.
pub type StateCounts = BTreeMap<State, u32>;

/// What is known once the path has run; everything else is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Files, in the order given.
    pub files: Vec<String>,
    /// Data rows in all tables.
    pub rows: u32,
    /// Data rows that became facts.
    pub used_rows: u32,
    /// Units that the data names.
    pub units_seen: u32,
    /// The as-of day in force.
    pub as_of: NaiveDate,
    /// The year shown.
    pub year: i32,
    /// Years the picker offers.
    pub years: Vec<i32>,
    /// The day up to which a table of the year shown says it goes, where the results look further.
    pub cut_off: Option<NaiveDate>,
    /// The unit shown with all below it; `None` = everything.
    pub scope: Option<UnitLine>,
    /// Units that the scope picker offers: every node that has units below it, and the lone units seen.
    pub scopes: Vec<UnitLine>,
    /// When the scope holds one judged unit only: land on its page.
    pub lone_unit: Option<UnitIndex>,
    /// Number of findings of each severity.
    pub findings: BTreeMap<Severity, u32>,
    /// First and last day of the dated rows.
    pub dates: Option<Span>,
    /// The options in force, as the user gave them.
    pub options: Options,
    /// The overview.
    pub overview: Overview,
}

/// A unit as a line of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitLine {
    /// Its number in this assessment.
    pub unit: UnitIndex,
    /// Its stable id.
    pub id: String,
    /// Its name in the year shown.
    pub name: String,
    /// The name of its parent, if any.
    pub parent: String,
    /// Its kind.
    pub kind: UnitKind,
    /// How we know of it.
    pub source: UnitSource,
    /// Its life.
    pub life: Life,
}

/// The overview screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// One line a target, in the plan's order.
    pub targets: Vec<TargetLine>,
    /// What falls due next, soonest first.
    pub deadlines: Vec<DeadlineLine>,
    /// How many units of each kind have sent data.
    pub completeness: Vec<Completeness>,
    /// The plan's preferred days: agenda items name them by id.
    pub peaks: Vec<Peak>,
}

/// One target on the overview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetLine {
    /// Target id.
    pub target: String,
    /// Its label.
    pub label: Bilingual,
    /// Kinds of unit it addresses, for the word of the count ("34 xã").
    pub kinds: Vec<UnitKind>,
    /// The period shown: the latest of the year that is over, else that has begun, else the first.
    pub period: Option<Period>,
    /// The days of that period.
    pub window: Option<Span>,
    /// Units in each state for that period; empty for pure shares.
    pub counts: StateCounts,
    /// The worst group over the period, for the line's mark: the state the line is labelled with.
    pub state: State,
    /// For shares: the verdict on the share.
    pub share: Option<Verdict>,
    /// At least one unit is only known from the data, or no roster lists the kind at all: the counts are not of all.
    pub roster_incomplete: bool,
}

/// Something that falls due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineLine {
    /// The last good day.
    pub date: NaiveDate,
    /// Target or duty id.
    pub target: String,
    /// Its label.
    pub label: Bilingual,
    /// What is to be handed in, if it is a duty.
    pub submission: Option<SubmissionKind>,
    /// The period.
    pub period: Period,
    /// Units that still have to act.
    pub open: u32,
}

impl DeadlineLine {
    /// Is it a duty to hand something in?
    pub fn is_duty(&self) -> bool {
        self.submission.is_some()
    }
}

/// How complete the data of one kind of unit is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completeness {
    /// Kind.
    pub kind: UnitKind,
    /// Units with at least one row in the year shown.
    pub with_data: u32,
    /// Units listed and alive in the year shown.
    pub listed: u32,
    /// A roster lists them (shipped or the user's); otherwise they are only seen in the data.
    pub has_roster: bool,
}

/// The units × targets screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixSlice {
    /// Targets that apply to at least one unit shown.
    pub columns: Vec<MatrixColumn>,
    /// Units, grouped by parent, in roster order.
    pub rows: Vec<MatrixRow>,
}

/// A column of the matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixColumn {
    /// Target id.
    pub target: String,
    /// Its label.
    pub label: Bilingual,
}

/// A row of the matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixRow {
    /// The unit.
    pub unit: UnitLine,
    /// One cell a column; `None` = the target does not address this unit.
    pub cells: Vec<Option<MatrixCell>>,
}

/// A cell of the matrix: one target of one unit over the periods of the year shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixCell {
    /// The cell's own state: the worst of its periods (see `assess::worst`).
    pub state: State,
    /// The periods, in time order.
    pub periods: Vec<PeriodCell>,
}

/// One period in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodCell {
    /// Which.
    pub period: Period,
    /// Its state.
    pub state: State,
    /// Why, where the state alone does not say.
    pub reason: Option<Reason>,
    /// What the figures below are.
    pub figures: Figures,
    /// What is certain.
    pub n_lo: u32,
    /// What is possible.
    pub n_hi: u32,
    /// What is required.
    pub threshold: u32,
    /// For contributions to shares: of how many.
    pub den: Option<u32>,
    /// The last day to meet it.
    pub deadline: NaiveDate,
}

/// One unit with all its verdicts of the year shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitSlice {
    /// The unit.
    pub unit: UnitLine,
    /// Its ancestors, topmost first.
    pub path: Vec<UnitLine>,
    /// Who took over when it ended.
    pub successors: Vec<UnitLine>,
    /// Whom it took over from.
    pub predecessors: Vec<UnitLine>,
    /// Units directly below it.
    pub children: u32,
    /// Targets that address it, in the plan's order, and duties after them.
    pub targets: Vec<UnitTarget>,
    /// Ids of targets that do not address it.
    pub not_addressed: Vec<String>,
}

/// One target (or duty) of one unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitTarget {
    /// Target or duty id.
    pub target: String,
    /// Its label.
    pub label: Bilingual,
    /// It is a duty.
    pub duty: bool,
    /// The worst of its periods.
    pub state: State,
    /// Verdicts in time order.
    pub verdicts: Vec<Verdict>,
    /// Verdict on the whole share this unit contributes to, if it is one.
    pub share: Option<Verdict>,
}

/// The check-data screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckSlice {
    /// The files that were read.
    pub files: Vec<FileInfo>,
    /// Units that are expected to report and of which no row was read, by kind.
    pub silent: Vec<SilentUnits>,
    /// Tables with their columns.
    pub tables: Vec<TableInfo>,
    /// Findings, grouped; questions first.
    pub findings: Vec<FindingGroup>,
}

/// Units of one kind of which no row was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SilentUnits {
    /// Their kind.
    pub kind: UnitKind,
    /// They themselves, as the roster orders them.
    pub units: Vec<UnitLine>,
}

/// Rows of a table as they stand in the user's file, around the row that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowsSlice {
    /// What was asked for.
    pub at: Place,
    /// The columns, left to right. Values of personal columns are left out.
    pub columns: Vec<ColumnGuess>,
    /// The rows, top to bottom, each with its 1-based number and one text a column.
    pub rows: Vec<(u32, Vec<String>)>,
}

/// Findings of one code about one thing (the same word, the same unit text …).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingGroup {
    /// [`FindingKind::code`].
    pub code: String,
    /// How much it asks of the user.
    pub severity: Severity,
    /// Number of findings in the group.
    pub count: u32,
    /// The first of them: stands for the group.
    pub sample: FindingKind,
    /// The first few, with their places.
    pub first: Vec<Finding>,
    /// The table they are in, by [`TableInfo::fingerprint`], if they are all in one.
    pub table: Option<String>,
    /// Units an ambiguous text may mean.
    pub candidates: Vec<UnitLine>,
}
