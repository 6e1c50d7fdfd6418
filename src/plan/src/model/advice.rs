//! What a plan says about how an activity is held: forms, audiences, channels, and the bodies that support it.

use super::Cite;
use domain::{Bilingual, Successor, SuggestedForm, TopicField};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What to do, not only when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// Audiences, by id.
    pub audiences: BTreeMap<String, Word>,
    /// Channels, by id.
    pub channels: BTreeMap<String, Word>,
    /// Forms in the order of the file: the first that fits goes before the others.
    pub forms: Vec<SuggestedForm>,
    /// Bodies that the text makes responsible.
    pub bodies: Vec<Body>,
}

/// An audience or a channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// What people call it.
    pub label: Bilingual,
    /// Clauses; none if it is not the text's own word.
    pub cite: Vec<Cite>,
}

/// A body that the text makes responsible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Id.
    pub id: String,
    /// Its name in the text.
    pub name: Bilingual,
    /// Clauses.
    pub cite: Vec<Cite>,
    /// Ids of its tasks.
    pub tasks: Vec<String>,
    /// Targets and duties it serves.
    pub serves: Vec<String>,
    /// Fields it supports.
    pub fields: BTreeSet<TopicField>,
    /// Topics it supports.
    pub topics: Vec<String>,
    /// Who took over.
    pub succeeded_by: Vec<Successor>,
}
