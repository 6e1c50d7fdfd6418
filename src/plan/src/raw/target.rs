//! A target as it is written: every field of every shape; which of them belong together is checked in `convert`.

use super::{Cite, Who};
use crate::scalar::{Day, Percent, Threshold};
use domain::{ActivityKind, AdoptionStage, Bilingual, UnitKind};
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Target {
    pub(crate) id: String,
    pub(crate) label: Bilingual,
    pub(crate) cite: Vec<Cite>,
    pub(crate) who: Who,
    pub(crate) measure: Measure,
    pub(crate) window: Option<String>,
    pub(crate) at_least: Option<Threshold>,
    #[serde(default)]
    pub(crate) phase: Vec<Phase>,
    pub(crate) from: Option<Day>,
    pub(crate) to: Option<Day>,
    pub(crate) aggregate: Option<Aggregate>,
    #[serde(default)]
    pub(crate) milestone: Vec<Milestone>,
    #[serde(default)]
    pub(crate) readings: Vec<String>,
    #[serde(default = "yes")]
    pub(crate) enabled: bool,
    #[serde(default)]
    pub(crate) soft: bool,
}

fn yes() -> bool {
    true
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phase {
    pub(crate) from: Day,
    pub(crate) to: Day,
    pub(crate) at_least: Threshold,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Measure {
    pub(crate) count: Option<BTreeSet<ActivityKind>>,
    pub(crate) share: Option<Share>,
    #[serde(default)]
    pub(crate) or_tag: BTreeSet<String>,
    #[serde(default)]
    pub(crate) require_tag: BTreeSet<String>,
    #[serde(default)]
    pub(crate) channels: BTreeSet<String>,
    #[serde(default)]
    pub(crate) audiences: BTreeSet<String>,
    pub(crate) untagged: Option<Untagged>,
    pub(crate) scope: Option<Scope>,
    pub(crate) distinct: Option<Distinct>,
    pub(crate) aggregated: Option<Aggregated>,
    pub(crate) denominator: Option<Denominator>,
    pub(crate) unknown_as: Option<UnknownAs>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Share {
    Adoption,
    Conventions,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Untagged {
    Ignore,
    Possible,
    Certain,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Scope {
    #[serde(rename = "self")]
    OwnRows,
    Subtree,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Distinct {
    Row,
    Title,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Aggregated {
    Bounds,
    Spread,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Denominator {
    InForce,
    Ever,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UnknownAs {
    Unknown,
    Bad,
    Good,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Aggregate {
    pub(crate) at_least_percent: Percent,
    pub(crate) at: BTreeSet<UnitKind>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Milestone {
    pub(crate) id: String,
    pub(crate) by: Day,
    #[serde(default)]
    pub(crate) stages: BTreeSet<AdoptionStage>,
    pub(crate) at_least_percent: Percent,
    #[serde(default)]
    pub(crate) quote: String,
}
