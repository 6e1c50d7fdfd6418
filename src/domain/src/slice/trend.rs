//! How targets and figures went from period to period.

use crate::{Bilingual, Period, StateCounts};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Targets and figures since the plan began, for the scope shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendSlice {
    /// One for each target with verdicts, in the plan's order.
    pub targets: Vec<TargetTrend>,
    /// One for each year with done rows, in their order.
    pub years: Vec<YearReach>,
}

/// A target, period by period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetTrend {
    /// Its id.
    pub target: String,
    /// Its label.
    pub label: Bilingual,
    /// Periods that have begun, in order of time.
    pub points: Vec<TrendPoint>,
}

/// One period of a target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendPoint {
    /// The period.
    pub period: Period,
    /// Its last day.
    pub to: NaiveDate,
    /// It is over on the as-of day.
    pub over: bool,
    /// Number of units in each state.
    pub counts: StateCounts,
}

/// What was done in a year, as far as rows say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearReach {
    /// The year.
    pub year: i32,
    /// Activities done.
    pub activities: u64,
    /// Rows they stand in.
    pub rows: u32,
    /// People reached, over the rows that say so.
    pub people: u64,
    /// Rows that say how many people.
    pub people_rows: u32,
    /// Women among them, over the rows that say both.
    pub women: u64,
    /// People in the rows that say both.
    pub people_beside_women: u64,
    /// Money spent, in đồng, over the rows that say so.
    pub cost: u64,
    /// Rows that say how much.
    pub cost_rows: u32,
    /// The same by source of funds; an empty source is not said.
    pub by_source: BTreeMap<String, u64>,
}
