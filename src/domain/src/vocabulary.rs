//! The words a plan brings along: how intake learns a plan's terms without knowing any plan.

use crate::{ActivityKind, UnitKind};
use serde::{Deserialize, Serialize};

/// Words that name a kind of activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindTerms {
    /// The kind.
    pub kind: ActivityKind,
    /// Words that name it.
    pub terms: Vec<String>,
    /// Words that may name it: ask.
    pub ask_terms: Vec<String>,
}

/// A channel on which a kind of activity is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelTerm {
    /// The word.
    pub term: String,
    /// The kind that a row on this channel is, if nothing else says.
    pub kind: ActivityKind,
}

/// A plan's terms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vocabulary {
    /// Type words of units: ("trường", School).
    pub units: Vec<(String, UnitKind)>,
    /// Words of activities.
    pub kinds: Vec<KindTerms>,
    /// Words of channels.
    pub channels: Vec<ChannelTerm>,
    /// Named campaigns and their tag: ("Tháng hành động vì bình đẳng giới", "action_month").
    pub tags: Vec<(String, String)>,
}
