//! Examples that must keep passing.

use domain::{ActivityKind, NaiveDate, State};
use std::collections::BTreeMap;

/// An example that must keep passing.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// What it shows.
    pub name: String,
    /// Readings chosen.
    pub readings: BTreeMap<String, String>,
    /// As-of day.
    pub as_of: NaiveDate,
    /// Units: `[id, kind, parent]` or `[id, kind, parent, from, to]`, blank = none or open.
    pub units: Vec<Vec<String>>,
    /// `[date, unit, kind, count, tags]`; more columns: title, channel, status, relevant, audience, people, women.
    pub activities: Vec<ExampleActivity>,
    /// `[unit, stage, from, to]`; `None` = no register.
    pub media: Option<Vec<Vec<String>>>,
    /// `[id, unit, adopted, discriminatory, fixed_on, ended]`; `None` = no register.
    pub conventions: Option<Vec<Vec<String>>>,
    /// `[unit, kind, period, submitted, covers_children]`; `None` = no register.
    pub submissions: Option<Vec<Vec<String>>>,
    /// `[unit, measure, date, value]`; `None` = no register.
    pub surveys: Option<Vec<Vec<String>>>,
    /// `[target, unit, period]`: obligations that somebody ticked.
    pub ticks: Vec<Vec<String>>,
    /// What must come out.
    pub expect: Vec<Expectation>,
}

/// An activity of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleActivity {
    /// Canonical date; blank = undated.
    pub date: String,
    /// Unit id.
    pub unit: String,
    /// Kind.
    pub kind: ActivityKind,
    /// Count.
    pub count: u32,
    /// Tags.
    pub tags: Vec<String>,
    /// Title, if given.
    pub title: String,
    /// Channel, if given.
    pub channel: String,
    /// `planned` or blank.
    pub status: String,
    /// `unknown` or blank.
    pub relevant: String,
    /// Audience, if given.
    pub audience: String,
    /// People reached, if given.
    pub people: Option<u32>,
    /// Women among them, if given.
    pub women: Option<u32>,
}

/// What must come out of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// Target or duty id, or `T2-share`.
    pub target: String,
    /// Unit id, or `*`.
    pub unit: String,
    /// Period code.
    pub period: String,
    /// State.
    pub state: State,
}
