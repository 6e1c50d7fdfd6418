//! A target as it is written: every field of every shape; which of them belong together is checked in `convert`.

use super::{Cite, Who};
use crate::scalar::{Day, Number, People, Percent, Year};
use domain::{ActivityKind, AdoptionStage, Bilingual, UnitKind};
use serde::Deserialize;
use std::collections::BTreeSet;

/// Who owes how much of what, in which window, and where this is written.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Target {
    /// A short id that readings, tasks and tests name: `"T5"`.
    pub(crate) id: String,
    /// One line for people, in both languages.
    pub(crate) label: Bilingual,
    /// The clauses it rests on, each with the words it pins.
    pub(crate) cite: Vec<Cite>,
    /// Whom it addresses.
    pub(crate) who: Who,
    /// What is measured: exactly one of `count`, `share`, `survey` or `tick`. Left out where `[[target.part]]` says it.
    pub(crate) measure: Option<Measure>,
    /// Parts that must all be enough in the same window, as in "4 sessions and a signed pledge". In the place of
    /// `measure`, `at_least` and `phase`.
    #[serde(default)]
    pub(crate) part: Vec<Part>,
    /// The name of a `[window.…]`: `"year"`. For `count` and `tick`.
    pub(crate) window: Option<String>,
    /// How much is enough: activities or people from 1 up. With `each_year` the yearly change, which may have one
    /// decimal: `2.5`.
    pub(crate) at_least: Option<Number>,
    /// How much is enough, in percent from 1 to 100: with `sum = "people"` of `population`, rounded up to a whole
    /// person; with `sum = "women_percent"` of the people reached.
    pub(crate) at_least_percent: Option<Percent>,
    /// The number of people of which `at_least_percent` is a share: `250000`.
    pub(crate) population: Option<People>,
    /// In the place of `at_least`: a number for each span of years. In order, without overlap; in a gap nothing is
    /// asked.
    #[serde(default)]
    pub(crate) phase: Vec<Phase>,
    /// Only with `each_year`: a yearly change above this is "beyond", which passes, too. One decimal at most.
    pub(crate) beyond: Option<Number>,
    /// Surveys: the change is counted from the last value of this year: `2025`. Left out: the value itself counts.
    pub(crate) base_year: Option<Year>,
    /// Surveys: what is to be reached by which day. In order of `by`.
    #[serde(default)]
    pub(crate) step: Vec<Step>,
    /// First day the rule is in force. Left out: the plan's first day.
    pub(crate) from: Option<Day>,
    /// Last day the rule is in force. Left out: the plan's last day.
    pub(crate) to: Option<Day>,
    /// An amendment: the id of the target whose place this one takes from its `from` on. That one then ends the day
    /// before.
    pub(crate) replaces: Option<String>,
    /// Also judge the share of units that met the target.
    pub(crate) aggregate: Option<Aggregate>,
    /// Shares: the percentages to be reached, each by its day. In order of `by`.
    #[serde(default)]
    pub(crate) milestone: Vec<Milestone>,
    /// The ids of the readings that bear on it.
    #[serde(default)]
    pub(crate) readings: Vec<String>,
    /// `false`: kept in the file, not judged.
    #[serde(default = "yes")]
    pub(crate) enabled: bool,
    /// `true`: worded as an aspiration ("phấn đấu"); the arithmetic is the same.
    #[serde(default)]
    pub(crate) soft: bool,
}

fn yes() -> bool {
    true
}

/// One part of a target whose parts must all be enough.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Part {
    /// What this part counts.
    pub(crate) measure: Measure,
    /// How much is enough: activities or people from 1 up.
    pub(crate) at_least: Option<Number>,
    /// How much is enough, in percent from 1 to 100 (see the field of the target).
    pub(crate) at_least_percent: Option<Percent>,
    /// The number of people of which `at_least_percent` is a share.
    pub(crate) population: Option<People>,
    /// In the place of `at_least`: a number for each span of years.
    #[serde(default)]
    pub(crate) phase: Vec<Phase>,
}

/// A number for a span of years.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Phase {
    /// First day: `2021-01-01`.
    pub(crate) from: Day,
    /// Last day, included: `2025-12-31`.
    pub(crate) to: Day,
    /// How much is enough in these years.
    pub(crate) at_least: Option<Number>,
    /// The same where a percentage is asked.
    pub(crate) at_least_percent: Option<Percent>,
}

/// What is measured: exactly one of `count`, `share`, `survey` or `tick`, and the fields that go with it.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Measure {
    /// Rows of any of these kinds count: `["event", "news"]`.
    pub(crate) count: Option<BTreeSet<ActivityKind>>,
    /// A share of a register, at milestones: media bodies that took up the indicators (`"adoption"`), or conventions
    /// that do not discriminate (`"conventions"`).
    pub(crate) share: Option<Share>,
    /// A value found by surveys: the name of the measure in the surveys table, `"awareness"`.
    pub(crate) survey: Option<String>,
    /// `true`: an obligation without a number, ticked with evidence and never missed.
    pub(crate) tick: Option<bool>,
    /// With `count`: rows of other kinds count if they carry one of these tags.
    #[serde(default)]
    pub(crate) or_tag: BTreeSet<String>,
    /// With `count`: a row must carry all of these tags.
    #[serde(default)]
    pub(crate) require_tag: BTreeSet<String>,
    /// With `count`: the row's channel must hold one of these words. A row without a channel may count.
    #[serde(default)]
    pub(crate) channels: BTreeSet<String>,
    /// With `count`: the row's audience must hold one of these words. A row without an audience may count.
    #[serde(default)]
    pub(crate) audiences: BTreeSet<String>,
    /// With `count`: rows of other kinds inside the window, without the tag. Left out: `"ignore"`.
    pub(crate) untagged: Option<Untagged>,
    /// With `count`: the unit's own rows, or also those of all units below it. Left out: `"self"`.
    pub(crate) scope: Option<Scope>,
    /// With `count`: each row counts, or each title once in a window. Left out: `"row"`.
    pub(crate) distinct: Option<Distinct>,
    /// With `count`: what a commune's row tagged `for_hamlets` gives its hamlets. Left out: `"bounds"`.
    pub(crate) aggregated: Option<Aggregated>,
    /// With `count`: what is added up over the rows. Left out: `"activities"`.
    pub(crate) sum: Option<Sum>,
    /// With `count`: `true` counts from the rule's first day to the window's end ("once signed, signed").
    pub(crate) since_start: Option<bool>,
    /// With `share = "conventions"`: which conventions are in the denominator. Left out: `"in_force"`.
    pub(crate) denominator: Option<Denominator>,
    /// With `share = "conventions"`: what an unreviewed convention is. Left out: `"unknown"`.
    pub(crate) unknown_as: Option<UnknownAs>,
    /// With `survey`: which way is better.
    pub(crate) direction: Option<Direction>,
    /// With `survey` and a change: in percent of the earlier value, or in points. Left out: `"percent"`.
    pub(crate) scale: Option<Scale>,
    /// With `survey`: `true` asks for the change against the year before, every year.
    pub(crate) each_year: Option<bool>,
}

/// A share of which register.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Share {
    /// Media bodies that took up the gender indicators.
    Adoption,
    /// Conventions that do not discriminate.
    Conventions,
}

/// Rows of other kinds inside the window, without the tag.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Untagged {
    /// Do not count.
    Ignore,
    /// Count as possible.
    Possible,
    /// Count.
    Certain,
}

/// Whose rows count.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Scope {
    /// The unit's own.
    #[serde(rename = "self")]
    OwnRows,
    /// Also those of all units below it.
    Subtree,
}

/// What counts once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Distinct {
    /// Each row.
    Row,
    /// Each title of a unit in a window.
    Title,
}

/// What a commune's row tagged `for_hamlets` gives its hamlets.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Aggregated {
    /// Bounds for the commune; each hamlet stays without data.
    Bounds,
    /// One to each.
    Spread,
}

/// What is added up over the rows that count.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Sum {
    /// The rows' counts.
    #[default]
    Activities,
    /// The people reached.
    People,
    /// The women, in percent of the people reached.
    WomenPercent,
}

/// Which conventions are in the denominator.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Denominator {
    /// Those in force on the day.
    InForce,
    /// All that were ever adopted.
    Ever,
}

/// What an unreviewed convention is.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum UnknownAs {
    /// Unknown.
    Unknown,
    /// Discriminatory.
    Bad,
    /// Not discriminatory.
    Good,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Direction {
    /// More is better.
    Increase,
    /// Less is better.
    Decrease,
}

/// How a change is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Scale {
    /// In percent of the earlier value: 40 to 44 is 10.
    Percent,
    /// In points: 40 to 44 is 4.
    Points,
}

/// The share of units that met the target, judged at levels of the tree and over all.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Aggregate {
    /// Percent of the units that must meet it: 1 to 100.
    pub(crate) at_least_percent: Option<Percent>,
    /// In the place of `at_least_percent`: a percentage for each span of years.
    #[serde(default)]
    pub(crate) phase: Vec<Phase>,
    /// At which levels: `["commune", "province"]`.
    pub(crate) at: BTreeSet<UnitKind>,
}

/// A share to be reached by a day.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Milestone {
    /// The name of its period: `"pilot-2025"`.
    pub(crate) id: String,
    /// Last day, included: `2025-12-31`.
    pub(crate) by: Day,
    /// Stages that count, with `share = "adoption"`: `["pilot", "official"]`.
    #[serde(default)]
    pub(crate) stages: BTreeSet<AdoptionStage>,
    /// Percent to be reached: 1 to 100.
    pub(crate) at_least_percent: Percent,
    /// The words of a cited clause that say so.
    #[serde(default)]
    pub(crate) quote: String,
}

/// A survey value, or its change, to be reached by a day.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    /// The name of its period: `"2030"`.
    pub(crate) id: String,
    /// Last day, included: `2030-12-31`.
    pub(crate) by: Day,
    /// The change or the value that passes, with one decimal at most: `2.5`. (With `direction = "decrease"` and no
    /// `base_year`: the highest value that passes.)
    pub(crate) at_least: Number,
    /// More than that is "beyond", which passes, too. One decimal at most.
    pub(crate) beyond: Option<Number>,
    /// The words of a cited clause that say so.
    #[serde(default)]
    pub(crate) quote: String,
}
