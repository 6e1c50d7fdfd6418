//! The law in the file: clauses, what cites them, and where the words can be read in more than one way.

use domain::{Bilingual, Peak, SuggestedTopic};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where a rule stands in the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cite {
    /// Clause id.
    pub clause: String,
    /// The fragment it rests on; empty = the whole clause.
    pub quote: String,
}

/// A topic with its clauses and the words of them it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitedTopic {
    /// The topic.
    pub topic: SuggestedTopic,
    /// Clauses.
    pub cite: Vec<Cite>,
}

/// A peak with its clauses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitedPeak {
    /// The peak.
    pub peak: Peak,
    /// Clauses.
    pub cite: Vec<Cite>,
}

/// A place where the text can be read in more than one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// `t5-start`
    pub id: String,
    /// `scope`, `counting`, `denominator`, `deadline`, `window`, `data`, `units`, `text` or `note`.
    pub kind: String,
    /// The question.
    pub ask: Bilingual,
    /// Clauses.
    pub cite: Vec<Cite>,
    /// Id of the default option.
    pub default: String,
    /// Why the default.
    pub why: Bilingual,
    /// Options.
    pub options: Vec<ReadingOption>,
}

/// One way to read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingOption {
    /// Id.
    pub id: String,
    /// Label.
    pub label: Bilingual,
    /// What it changes: the path of each place in the file, and how.
    pub set: BTreeMap<String, Change>,
}

/// How an option changes a place of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Another value is put there.
    Put,
    /// Names are added to the list there, or removed from it.
    Edit,
}

/// A clause of the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// `I.2/5`
    pub id: String,
    /// `heading`, `item`, `bullet`, `text` or `preamble`.
    pub form: String,
    /// Exact words, up to white space.
    pub quote: String,
    /// Key of [`Plan::documents`](super::Plan::documents); `None` = the plan's own text.
    pub document: Option<String>,
}

/// Another text the rules rest on, such as one that amends the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Title in the source's language.
    pub title: String,
    /// Issuer in the source's language.
    pub issuer: String,
    /// Day of issue, if known.
    pub issued: Option<domain::NaiveDate>,
    /// Path inside the repository.
    pub file: String,
    /// SHA-256 of that file, lower-case hex.
    pub sha256: String,
}

/// Clauses that need no rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// They only inform.
    pub informative: Vec<String>,
    /// Obligations without number, date or addressee: shown, never judged.
    pub unmeasured: Vec<String>,
}
