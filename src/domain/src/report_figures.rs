//! What a report is filled with: names, verdicts and sums of one period, as data.

use crate::{
    ActivityKind, AgendaSlice, Bilingual, Completeness, Figures, Period, ReportKind, SilentUnits, Span, State,
    StateCounts, UnitKind, UnitLine, Verdict,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything that an outline can speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFigures {
    /// Which report.
    pub kind: ReportKind,
    /// Whose; `None` = of the province, and no roster names it.
    pub unit: Option<UnitLine>,
    /// What stands above it, topmost first.
    pub path: Vec<UnitLine>,
    /// The period.
    pub period: Period,
    /// Its days.
    pub days: Span,
    /// The as-of day.
    pub as_of: NaiveDate,
    /// The plan's title.
    pub plan_title: String,
    /// The plan's issuer.
    pub plan_issuer: String,
    /// The addressee of reports, under its name on the as-of day; blank = the plan names none.
    pub lead: String,
    /// Targets, then duties, in the plan's order, each period by period.
    pub results: Vec<ReportResult>,
    /// What was done in the period.
    pub reach: ReportReach,
    /// Units directly below, in roster order.
    pub below: Vec<ReportUnit>,
    /// How complete the data is.
    pub completeness: Vec<Completeness>,
    /// Who sent nothing.
    pub silent: Vec<SilentUnits>,
    /// Readings in force.
    pub readings: Vec<ReportReading>,
    /// The tables read.
    pub tables: Vec<ReportSource>,
    /// What is suggested for the time after the as-of day.
    pub agenda: AgendaSlice,
}

/// A target or duty in one of its periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportResult {
    /// Id.
    pub target: String,
    /// Label.
    pub label: Bilingual,
    /// It is a duty to hand something in.
    pub duty: bool,
    /// Its period.
    pub period: Period,
    /// The last day to meet it.
    pub deadline: NaiveDate,
    /// What is asked.
    pub demand: ReportDemand,
    /// What came of it.
    pub outcome: ReportOutcome,
}

/// What a target asks of whom it addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportDemand {
    /// Kinds of activity that count; empty where it is not about activities.
    pub kinds: Vec<ActivityKind>,
    /// What the number is.
    pub figures: Figures,
    /// How much is enough.
    pub at_least: u32,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportOutcome {
    /// One verdict: the unit's own, or that on a share, its own part in place of the whole's figures.
    One(Box<Verdict>),
    /// Units below: how many are in each state.
    Many {
        /// Their kinds.
        kinds: Vec<UnitKind>,
        /// Number of units in each state.
        counts: StateCounts,
        /// Units that are not met, by name.
        short: Vec<(State, String)>,
        /// No roster lists them: those that sent nothing are not known.
        unlisted: bool,
    },
}

/// What was done in the period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportReach {
    /// By kind of activity.
    pub kinds: BTreeMap<ActivityKind, ReportKindReach>,
    /// Women, over the rows that say both.
    pub women: u64,
    /// People in those rows.
    pub people_beside_women: u64,
    /// Money spent, in đồng, by source; an empty source is not said.
    pub by_source: BTreeMap<String, u64>,
    /// Rows that say how much.
    pub cost_rows: u32,
}

/// Activities of a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportKindReach {
    /// Activities.
    pub count: u64,
    /// Rows they stand in.
    pub rows: u32,
    /// People reached, over the rows that say so.
    pub people: u64,
    /// Rows that say so.
    pub people_rows: u32,
}

/// A unit directly below, with all under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportUnit {
    /// Its name.
    pub name: String,
    /// Verdicts of the period at or under it, by state.
    pub counts: StateCounts,
    /// What was done there in the period.
    pub reach: ReportKindReach,
}

/// A reading in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportReading {
    /// The question.
    pub ask: Bilingual,
    /// The answer.
    pub answer: Bilingual,
    /// It is the default.
    pub is_default: bool,
}

/// A table read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportSource {
    /// File.
    pub file: String,
    /// Sheet; empty for text files.
    pub sheet: String,
    /// Its rows.
    pub rows: u32,
    /// Those that became facts.
    pub used_rows: u32,
    /// "tính đến ngày …".
    pub cut_off: Option<NaiveDate>,
}
