//! The file's tables exactly as they are written. Unknown fields and names are refused here, nothing is judged.

mod target;

pub(crate) use target::{
    Aggregate, Aggregated, Denominator, Direction, Distinct, Measure, Milestone, Phase, Scale, Scope, Share, Sum,
    Target, UnknownAs, Untagged,
};

use crate::scalar::{Day, MonthDay};
use domain::{Bilingual, SubmissionKind, UnitKind};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Head {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) short: Bilingual,
    pub(crate) issuer: String,
    pub(crate) from: Day,
    pub(crate) to: Day,
    #[serde(default)]
    pub(crate) rosters: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceText {
    pub(crate) file: String,
    pub(crate) sha256: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentTable {
    pub(crate) title: String,
    pub(crate) issuer: String,
    pub(crate) issued: Option<Day>,
    pub(crate) file: String,
    pub(crate) sha256: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Defaults {
    pub(crate) missing: Missing,
    pub(crate) partial: Partial,
    pub(crate) coarse_dates: Coarse,
    pub(crate) duplicates: Duplicates,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Missing {
    Zero,
    Implied,
    Explicit,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Partial {
    CutOpen,
    Full,
    Prorate,
    Waive,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Coarse {
    Interval,
    Drop,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Duplicates {
    Once,
    All,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitKindTable {
    pub(crate) label: Bilingual,
    #[serde(default)]
    pub(crate) terms: Vec<String>,
    #[serde(default)]
    pub(crate) parents: Vec<UnitKind>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ActivityKindTable {
    pub(crate) label: Bilingual,
    #[serde(default)]
    pub(crate) terms: Vec<String>,
    #[serde(default)]
    pub(crate) ask_terms: Vec<String>,
    #[serde(default)]
    pub(crate) channels: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TagTable {
    pub(crate) label: Bilingual,
    #[serde(default)]
    pub(crate) terms: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WindowTable {
    pub(crate) label: Bilingual,
    pub(crate) every: Every,
    pub(crate) from: Option<MonthDay>,
    pub(crate) to: Option<MonthDay>,
    pub(crate) suffix: Option<String>,
    #[serde(default)]
    pub(crate) cite: Vec<Cite>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Every {
    Year,
    Half,
    Quarter,
    Month,
    Plan,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cite {
    pub(crate) clause: String,
    #[serde(default)]
    pub(crate) quote: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Who {
    pub(crate) kinds: BTreeSet<UnitKind>,
    #[serde(default)]
    pub(crate) levels: BTreeSet<u8>,
    #[serde(default)]
    pub(crate) tags: BTreeSet<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Duty {
    pub(crate) id: String,
    pub(crate) label: Bilingual,
    pub(crate) cite: Vec<Cite>,
    pub(crate) who: Who,
    pub(crate) to: String,
    pub(crate) submission: Option<SubmissionKind>,
    pub(crate) before: Option<Before>,
    #[serde(default)]
    pub(crate) readings: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Before {
    pub(crate) day: Option<Day>,
    pub(crate) yearly: Option<MonthDay>,
    #[serde(default)]
    pub(crate) inclusive: bool,
    pub(crate) shift: Option<Shift>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Shift {
    None,
    NextWorkingDay,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Dept {
    pub(crate) label: String,
    pub(crate) clause: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Task {
    pub(crate) id: String,
    pub(crate) dept: String,
    pub(crate) label: Bilingual,
    pub(crate) cite: Vec<Cite>,
    pub(crate) cadence: String,
    #[serde(default)]
    pub(crate) serves: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Topic {
    pub(crate) id: String,
    pub(crate) label: Bilingual,
    pub(crate) cite: Vec<Cite>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Peak {
    pub(crate) id: String,
    pub(crate) label: Bilingual,
    pub(crate) from: MonthDay,
    pub(crate) to: MonthDay,
    pub(crate) cite: Vec<Cite>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reading {
    pub(crate) id: String,
    pub(crate) kind: ReadingKind,
    pub(crate) ask: Bilingual,
    pub(crate) cite: Vec<Cite>,
    pub(crate) default: String,
    pub(crate) why: Bilingual,
    pub(crate) option: Vec<ReadingOption>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ReadingKind {
    Scope,
    Counting,
    Denominator,
    Deadline,
    Window,
    Data,
    Units,
    Text,
    Note,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReadingOption {
    pub(crate) id: String,
    pub(crate) label: Bilingual,
    #[serde(default)]
    pub(crate) set: BTreeMap<String, toml::Value>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Clause {
    pub(crate) id: String,
    pub(crate) form: ClauseForm,
    pub(crate) quote: String,
    pub(crate) document: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ClauseForm {
    Preamble,
    Heading,
    Item,
    Bullet,
    Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Coverage {
    #[serde(default)]
    pub(crate) informative: Vec<String>,
    #[serde(default)]
    pub(crate) unmeasured: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Example {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) readings: BTreeMap<String, String>,
    pub(crate) as_of: Day,
    pub(crate) units: Vec<Vec<String>>,
    #[serde(default)]
    pub(crate) activities: Vec<Vec<toml::Value>>,
    pub(crate) media: Option<Vec<Vec<String>>>,
    pub(crate) conventions: Option<Vec<Vec<String>>>,
    pub(crate) submissions: Option<Vec<Vec<String>>>,
    pub(crate) surveys: Option<Vec<Vec<String>>>,
    #[serde(default)]
    pub(crate) ticks: Vec<Vec<String>>,
    pub(crate) expect: Vec<Vec<String>>,
}
