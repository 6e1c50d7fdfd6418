//! The head of a file as it is written: what the plan is, what it rests on, and what holds for every target.

use crate::scalar::Day;
use domain::Bilingual;
use serde::Deserialize;

/// What the plan is.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Head {
    /// A stable id, as the file is called: `"kien-giang-2030"`.
    pub(crate) id: String,
    /// The title in the source's language.
    pub(crate) title: String,
    /// A short name for people, in both languages.
    pub(crate) short: Bilingual,
    /// Who issued it, in the source's language.
    pub(crate) issuer: String,
    /// First day it binds: `2022-01-01`.
    pub(crate) from: Day,
    /// Last day it binds: `2030-12-31`.
    pub(crate) to: Day,
    /// The shipped rosters that list its units, by their names in `rules/rosters`: `["kien-giang", "an-giang"]`. Left
    /// out: the user's own.
    #[serde(default)]
    pub(crate) rosters: Vec<String>,
}

/// The text the plan's clauses are quoted from.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceText {
    /// Path inside the repository: `"rules/sources/kien-giang.txt"`.
    pub(crate) file: String,
    /// SHA-256 of that file: 64 digits and letters a to f.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    pub(crate) sha256: String,
}

/// Another text the rules rest on, such as one that amends the plan. Its clauses name it in `document`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentTable {
    /// The title in the source's language.
    pub(crate) title: String,
    /// Who issued it, in the source's language.
    pub(crate) issuer: String,
    /// The day it was issued, if known: `2026-03-01`.
    pub(crate) issued: Option<Day>,
    /// Path inside the repository: `"rules/sources/sua-doi-2026.txt"`.
    pub(crate) file: String,
    /// SHA-256 of that file: 64 digits and letters a to f.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    pub(crate) sha256: String,
}

/// What holds for every target.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Defaults {
    /// When does "no row" mean zero?
    pub(crate) missing: Missing,
    /// What of a window in which the unit began or ended?
    pub(crate) partial: Partial,
    /// What of dates coarser than the window, such as "2024" in a quarter?
    pub(crate) coarse_dates: Coarse,
    /// What of rows that are the same in everything?
    pub(crate) duplicates: Duplicates,
}

/// When does "no row" mean zero?
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Missing {
    /// Always.
    Zero,
    /// When the unit's figures are reported, or other rows of its table imply that they are complete.
    Implied,
    /// Only when the unit's figures are reported as complete.
    Explicit,
}

/// What of a window in which the unit began or ended?
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Partial {
    /// The number asked stays; it can be met, never missed.
    CutOpen,
    /// The number asked stays; it may be missed.
    Full,
    /// The number asked shrinks with the days, rounded up.
    Prorate,
    /// Not applicable if less than half of the window is left.
    Waive,
}

/// What of dates coarser than the window?
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Coarse {
    /// Certain if the whole interval lies inside, possible if it touches.
    Interval,
    /// Such rows are left out.
    Drop,
}

/// What of rows the same in unit, date, kind, title, channel and count?
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Duplicates {
    /// They count once.
    Once,
    /// Each counts.
    All,
}

/// Clauses that need no rule. All others are cited by one, or lie under a cited clause.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Coverage {
    /// Clauses that say nothing that could be judged.
    #[serde(default)]
    pub(crate) informative: Vec<String>,
    /// Obligations without number, day or addressee: shown, never judged.
    #[serde(default)]
    pub(crate) unmeasured: Vec<String>,
}
