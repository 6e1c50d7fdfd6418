//! Examples as they are written: small tables of texts, one row a fact.

use crate::scalar::Day;
use serde::Deserialize;
use std::collections::BTreeMap;

/// An example that must keep passing: a small world, and what must come out.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Example {
    /// What it shows.
    pub(crate) name: String,
    /// Readings it chooses, by id: `{ t8-year = "school" }`.
    #[serde(default)]
    pub(crate) readings: BTreeMap<String, String>,
    /// The day on which it is judged; figures are complete to its end.
    pub(crate) as_of: Day,
    /// `[id, kind, parent]` or `[id, kind, parent, from, to]`; blank: none, or open.
    pub(crate) units: Vec<Vec<String>>,
    /// `[date, unit, kind, count, tags]`, and if needed title, channel, status, relevant, audience, people, women.
    /// The count is a number, the others are texts.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Vec<crate::schema::Cell>>"))]
    pub(crate) activities: Vec<Vec<toml::Value>>,
    /// `[unit, stage, from, to]`. Left out: there is no such register.
    pub(crate) media: Option<Vec<Vec<String>>>,
    /// `[id, unit, adopted, discriminatory, fixed_on, ended]`. Left out: there is no such register.
    pub(crate) conventions: Option<Vec<Vec<String>>>,
    /// `[unit, kind, period, submitted, covers_children]`. Left out: there is no such register.
    pub(crate) submissions: Option<Vec<Vec<String>>>,
    /// `[unit, measure, date, value]`, the value as in `"40.5"`. Left out: there is no such register.
    pub(crate) surveys: Option<Vec<Vec<String>>>,
    /// `[target, unit, period]`: obligations without a number that somebody ticked.
    #[serde(default)]
    pub(crate) ticks: Vec<Vec<String>>,
    /// `[target, unit, period, state]`; the unit `*` is the whole province.
    pub(crate) expect: Vec<Vec<String>>,
}
