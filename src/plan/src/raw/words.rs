//! What tables can speak of, as it is written: kinds of unit and activity, tags, and windows in time.

use super::Cite;
use crate::scalar::MonthDay;
use domain::{Bilingual, UnitKind};
use serde::Deserialize;

/// A kind of unit: what people call it and how tables name it.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitKindTable {
    /// What people call it, in both languages.
    pub(crate) label: Bilingual,
    /// Words before a name that say it is of this kind: `["xã", "phường", "X."]`.
    #[serde(default)]
    pub(crate) terms: Vec<String>,
    /// Kinds of unit it may belong to: `["district", "province"]`.
    #[serde(default)]
    pub(crate) parents: Vec<UnitKind>,
}

/// A kind of activity: what people call it and how tables name it.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct ActivityKindTable {
    /// What people call it, in both languages.
    pub(crate) label: Bilingual,
    /// Words that surely name it: `["tin", "bài"]`.
    #[serde(default)]
    pub(crate) terms: Vec<String>,
    /// Words that may name it: the user is asked.
    #[serde(default)]
    pub(crate) ask_terms: Vec<String>,
    /// Channels: a row on one of them is of this kind, if nothing else says.
    #[serde(default)]
    pub(crate) channels: Vec<String>,
}

/// A mark that a row or a unit can carry. `for_hamlets` is reserved: a commune's row that speaks for its hamlets.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct TagTable {
    /// What people call it, in both languages.
    pub(crate) label: Bilingual,
    /// Words in a row that set it: `["Tháng hành động"]`.
    #[serde(default)]
    pub(crate) terms: Vec<String>,
}

/// A window in time that targets name.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct WindowTable {
    /// What people call it, in both languages.
    pub(crate) label: Bilingual,
    /// How it repeats.
    pub(crate) every: Every,
    /// First day of a window that is not a calendar year: `"11-15"`. Together with `to` and `suffix`.
    pub(crate) from: Option<MonthDay>,
    /// Last day, included: `"12-15"`. If it comes before `from`, the window ends in the next year.
    pub(crate) to: Option<MonthDay>,
    /// Names its periods, two or more capital letters: `"AM"` makes `2024-AM`.
    pub(crate) suffix: Option<String>,
    /// The clauses it rests on.
    #[serde(default)]
    pub(crate) cite: Vec<Cite>,
}

/// How a window repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Every {
    /// Every year: period `2024`.
    Year,
    /// Every half year: `2024-H1`.
    Half,
    /// Every quarter: `2024-Q1`.
    Quarter,
    /// Every month: `2024-11`.
    Month,
    /// Once over the whole plan: `2022-2030`.
    Plan,
}
