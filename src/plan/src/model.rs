//! The checked plan: what the engine judges by. Wrong rules cannot be written down in these types;
//! `parse` turns the TOML of `rules/` into them and `lint` checks what types cannot say.

mod advice;
mod duty;
mod example;
mod law;
mod target;

pub use advice::{Advice, Body, Word};
pub use domain::{DutyDay, DutyDeadline};
pub use duty::{Dept, Duty, Task};
pub use example::{Example, ExampleActivity, Expectation};
pub use law::{Change, Cite, CitedPeak, CitedTopic, Clause, Coverage, Document, Reading, ReadingOption};
pub use target::{
    Aggregate, Aggregated, Amount, ConventionDenominator, CountRule, CountScope, Direction, FOR_HAMLETS, Measure,
    Milestone, Part, Parts, Phase, Phased, Scale, SurveyDue, SurveyRule, SurveyStep, Target, Tenths, UnknownAs,
    Untagged, Who,
};

use domain::{ActivityKind, Bilingual, NaiveDate, ReadingInForce, UnitKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A plan with its readings applied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Stable id, `kien-giang-2030`.
    pub id: String,
    /// Title in the source's language.
    pub title: String,
    /// Short name.
    pub short: Bilingual,
    /// Issuer in the source's language.
    pub issuer: String,
    /// First day it binds (reading `plan-start`).
    pub from: NaiveDate,
    /// Last day it binds.
    pub to: NaiveDate,
    /// Source text: path inside the repository.
    pub source_file: String,
    /// SHA-256 of that file, lower-case hex.
    pub source_sha256: String,
    /// Other texts, by key.
    pub documents: BTreeMap<String, Document>,
    /// Names of the shipped rosters that list its units; empty = the user's own.
    pub rosters: Vec<String>,
    /// Policies that hold for every target.
    pub defaults: Defaults,
    /// Kinds of unit with label and type words.
    pub unit_kinds: BTreeMap<UnitKind, UnitKindInfo>,
    /// Kinds of activity with label and words.
    pub activity_kinds: BTreeMap<ActivityKind, ActivityKindInfo>,
    /// Tags with label.
    pub tags: BTreeMap<String, TagInfo>,
    /// Named windows.
    pub windows: BTreeMap<String, Window>,
    /// Targets in the order of the file. Disabled ones are kept, never judged.
    pub targets: Vec<Target>,
    /// Duties in the order of the file.
    pub duties: Vec<Duty>,
    /// Departments, by id.
    pub depts: BTreeMap<String, Dept>,
    /// Tasks of departments.
    pub tasks: Vec<Task>,
    /// Topics to talk about.
    pub topics: Vec<CitedTopic>,
    /// What to do: forms, audiences, channels, bodies.
    pub advice: Advice,
    /// Preferred days.
    pub peaks: Vec<CitedPeak>,
    /// Readings.
    pub readings: Vec<Reading>,
    /// The option in force for each reading.
    pub readings_in_force: BTreeMap<String, String>,
    /// The law, clause by clause.
    pub clauses: Vec<Clause>,
    /// Clauses that need no rule.
    pub coverage: Coverage,
    /// Examples that must keep passing. Nothing is judged by them, so a packed plan has none.
    #[serde(skip)]
    pub examples: Vec<Example>,
}

impl Plan {
    /// The clause with this id.
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }

    /// The target with this id.
    pub fn target(&self, id: &str) -> Option<&Target> {
        self.targets.iter().find(|target| target.id == id)
    }

    /// The duty with this id.
    pub fn duty(&self, id: &str) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.id == id)
    }

    /// A reading with its option in force; `None` if that names no option.
    pub fn in_force(&self, reading: &Reading) -> Option<ReadingInForce> {
        let id = self.readings_in_force.get(&reading.id).unwrap_or(&reading.default);
        let option = reading.options.iter().find(|option| option.id == *id)?;
        Some(ReadingInForce {
            reading: reading.id.clone(),
            option: option.id.clone(),
            ask: reading.ask.clone(),
            label: option.label.clone(),
            is_default: option.id == reading.default,
        })
    }
}

/// Policies that hold for every target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Defaults {
    /// When does "no row" mean zero?
    pub missing: MissingPolicy,
    /// What of windows that a unit's life cuts?
    pub partial: PartialPolicy,
    /// What of dates coarser than the window?
    pub coarse_dates: CoarseDates,
    /// What of identical rows?
    pub duplicates: Duplicates,
}

/// When does "no row" mean zero?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MissingPolicy {
    /// Always.
    Zero,
    /// When the unit's figures are reported or implied.
    Implied,
    /// Only when reported.
    Explicit,
}

/// What of windows that a unit's life cuts?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PartialPolicy {
    /// Threshold unchanged; can be met, never missed.
    CutOpen,
    /// Threshold unchanged; may be missed.
    Full,
    /// Threshold ⌈k·days/full⌉.
    Prorate,
    /// Not applicable if less than half of the window.
    Waive,
}

/// What of dates coarser than the window?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CoarseDates {
    /// Certain if inside, possible if touching.
    Interval,
    /// Rows without a single day (or range inside the window) are dropped.
    Drop,
}

/// What of rows identical in unit, date, kind, non-empty title, channel and count?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Duplicates {
    /// Count once.
    Once,
    /// Count each.
    All,
}

/// A kind of unit as the plan names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitKindInfo {
    /// What people call it.
    pub label: Bilingual,
    /// Type words that name it.
    pub terms: Vec<String>,
    /// Kinds it may belong to.
    pub parents: Vec<UnitKind>,
}

/// A kind of activity as the plan names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityKindInfo {
    /// What people call it.
    pub label: Bilingual,
    /// Words that name it.
    pub terms: Vec<String>,
    /// Words that may name it: ask.
    pub ask_terms: Vec<String>,
    /// Channels on which it is published.
    pub channels: Vec<String>,
}

/// A tag as the plan names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagInfo {
    /// What people call it.
    pub label: Bilingual,
    /// Words in a table that set it.
    pub terms: Vec<String>,
}

/// A named window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// What people call it.
    pub label: Bilingual,
    /// How it repeats.
    pub repeat: Repeat,
    /// Clauses it rests on.
    pub cite: Vec<Cite>,
}

/// How a window repeats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Repeat {
    /// Each calendar year: period `2024`.
    Year,
    /// Each half year: `2024-H1`.
    Half,
    /// Each quarter: `2024-Q1`.
    Quarter,
    /// Each month: `2024-11`.
    Month,
    /// Each year from `from` to `to` (month, day), both included; if `to < from` it ends in the next year.
    /// Period `2024-AM`, by the year it begins in.
    Yearly {
        /// Mark in the period's name.
        suffix: String,
        /// First (month, day).
        from: (u32, u32),
        /// Last (month, day).
        to: (u32, u32),
    },
    /// Once, from the plan's first day to its last: `2022-2030`.
    Once,
}
