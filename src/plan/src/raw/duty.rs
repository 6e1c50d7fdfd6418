//! Duties, departments and their tasks, as they are written.

use super::{Cite, Who};
use crate::scalar::{Day, MonthDay};
use domain::{Bilingual, SubmissionKind};
use serde::Deserialize;

/// Something to be handed in. Without `submission` and `before` it is shown, never judged.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Duty {
    /// A short id that readings and tests name: `"R-half"`.
    pub(crate) id: String,
    /// One line for people, in both languages.
    pub(crate) label: Bilingual,
    /// The clauses it rests on, each with the words it pins.
    pub(crate) cite: Vec<Cite>,
    /// Whom it addresses.
    pub(crate) who: Who,
    /// To whom it goes: a key of `[dept]`.
    pub(crate) to: String,
    /// What is handed in.
    pub(crate) submission: Option<SubmissionKind>,
    /// By when.
    pub(crate) before: Option<Before>,
    /// The ids of the readings that bear on it.
    #[serde(default)]
    pub(crate) readings: Vec<String>,
}

/// "trước ngày …": either one `day`, or a `yearly` one.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Before {
    /// Once, before this day: `2022-01-15`.
    pub(crate) day: Option<Day>,
    /// Every year, before this month and day: `"06-10"`.
    pub(crate) yearly: Option<MonthDay>,
    /// `true`: the day itself is still in time.
    #[serde(default)]
    pub(crate) inclusive: bool,
    /// What if the day is a day off? Left out: `"none"`.
    pub(crate) shift: Option<Shift>,
}

/// What if the day of a duty is a day off?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Shift {
    /// It stays.
    None,
    /// It moves to the next working day.
    NextWorkingDay,
}

/// A department.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Dept {
    /// Its name in the source's language.
    pub(crate) label: String,
    /// The clause that names it.
    pub(crate) clause: String,
}

/// A task of a department: shown, never judged.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Task {
    /// A short id: `"V04"`.
    pub(crate) id: String,
    /// Whose it is: a key of `[dept]`.
    pub(crate) dept: String,
    /// One line for people, in both languages.
    pub(crate) label: Bilingual,
    /// The clauses it rests on.
    pub(crate) cite: Vec<Cite>,
    /// When: `"ongoing"`, `"yearly"`, `"yearly:action_month"`, `"once:2025"`; several joined by commas.
    pub(crate) cadence: String,
    /// The ids of the targets it serves.
    #[serde(default)]
    pub(crate) serves: Vec<String>,
}
