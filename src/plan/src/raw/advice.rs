//! What to do, as it is written: for whom, on which channel, in which form, and with whose support.

use super::Cite;
use crate::scalar::Day;
use domain::{ActivityKind, Bilingual, TopicField, UnitKind};
use serde::Deserialize;
use std::collections::BTreeSet;

/// An audience, or a channel.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct WordTable {
    /// What people call it, in both languages.
    pub(crate) label: Bilingual,
    /// The clauses that name it. Left out if it is not the text's own word.
    #[serde(default)]
    pub(crate) cite: Vec<Cite>,
}

/// A body that the text makes responsible, and who took over from it.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Body {
    /// A short id.
    pub(crate) id: String,
    /// Its name in the text, in both languages.
    pub(crate) name: Bilingual,
    /// The clauses that name it.
    pub(crate) cite: Vec<Cite>,
    /// Its tasks, by their id in `[[task]]`.
    #[serde(default)]
    pub(crate) tasks: Vec<String>,
    /// Targets and duties it serves.
    #[serde(default)]
    pub(crate) serves: Vec<String>,
    /// Fields whose topics it supports, where a topic names no `support` of its own.
    #[serde(default)]
    pub(crate) fields: BTreeSet<TopicField>,
    /// Topics it supports, where a topic names no `support` of its own.
    #[serde(default)]
    pub(crate) topics: Vec<String>,
    /// Who took over, and when.
    #[serde(default)]
    pub(crate) succeeded_by: Vec<SuccessorTable>,
}

/// Who took over a body's tasks, or some of them.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct SuccessorTable {
    /// The first day: `2025-03-01`.
    pub(crate) from: Day,
    /// The name from that day on, in both languages.
    pub(crate) name: Bilingual,
    /// The tasks that went there. Left out: all that no other successor has.
    #[serde(default)]
    pub(crate) tasks: Vec<String>,
    /// Was it checked? `false` needs a note.
    #[serde(default = "yes")]
    pub(crate) sure: bool,
    /// What else is to be known, in both languages.
    pub(crate) note: Option<Bilingual>,
}

fn yes() -> bool {
    true
}

/// A form that an activity may take.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Suggest {
    /// A short id.
    pub(crate) id: String,
    /// The target or duty it serves.
    pub(crate) target: String,
    /// Kinds of unit it suits. Left out: all.
    #[serde(default)]
    pub(crate) unit_kinds: BTreeSet<UnitKind>,
    /// Kinds of activity it is. Left out: any.
    #[serde(default)]
    pub(crate) kinds: BTreeSet<ActivityKind>,
    /// What is done, in both languages.
    pub(crate) form: Bilingual,
    /// For whom: a key of `[audience]`.
    pub(crate) audience: Option<String>,
    /// Where it is published, to be taken in turn: keys of `[channel]`.
    #[serde(default)]
    pub(crate) channels: Vec<String>,
    /// Who supports it: a body, or a task of one.
    pub(crate) support: Option<String>,
}
