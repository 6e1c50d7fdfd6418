//! The law in the file, as it is written: clauses, what points at them, and the readings.

use crate::scalar::MonthDay;
use domain::{Bilingual, TopicField, UnitKind};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// A pointer to a clause.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Cite {
    /// The clause's id: `"I.2/5"`.
    pub(crate) clause: String,
    /// The words of the clause that the rule rests on. Left out: the whole clause.
    #[serde(default)]
    pub(crate) quote: String,
}

/// Something to talk about.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Topic {
    /// A short id.
    pub(crate) id: String,
    /// One line for people, in both languages.
    pub(crate) label: Bilingual,
    /// The clauses that name it.
    pub(crate) cite: Vec<Cite>,
    /// Its field: suggestions take the fields in turn. Left out for what belongs to all of them: it goes along.
    pub(crate) field: Option<TopicField>,
    /// Kinds of unit it suits. Left out: all.
    #[serde(default)]
    pub(crate) unit_kinds: BTreeSet<UnitKind>,
    /// Kinds of unit to which it comes first, and twice as often.
    #[serde(default)]
    pub(crate) best_for: BTreeSet<UnitKind>,
    /// Audiences it suits: keys of `[audience]`. Left out: all.
    #[serde(default)]
    pub(crate) audiences: Vec<String>,
    /// Peaks it suits best, by their id: `["women-day"]`.
    #[serde(default)]
    pub(crate) peaks: Vec<String>,
    /// Laws it cites: keys of `rules/laws.csv`.
    #[serde(default)]
    pub(crate) laws: Vec<String>,
    /// Who supports it: a body, or a task of one.
    pub(crate) support: Option<String>,
}

/// Days on which activities are wanted most, every year.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Peak {
    /// A short id.
    pub(crate) id: String,
    /// One line for people, in both languages.
    pub(crate) label: Bilingual,
    /// First day: `"03-08"`.
    pub(crate) from: MonthDay,
    /// Last day, included.
    pub(crate) to: MonthDay,
    /// The clauses that name it.
    pub(crate) cite: Vec<Cite>,
}

/// A place where the text can be read in more than one way.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Reading {
    /// A short id that targets and duties list: `"t1-schools"`.
    pub(crate) id: String,
    /// What it is about. A reading with one option only records a decision: `"note"`.
    pub(crate) kind: ReadingKind,
    /// The question, in both languages.
    pub(crate) ask: Bilingual,
    /// The clauses that can be read in several ways, with the words.
    pub(crate) cite: Vec<Cite>,
    /// The id of the option that holds if nobody chooses.
    pub(crate) default: String,
    /// Why this default, in both languages.
    pub(crate) why: Bilingual,
    /// The ways to read it.
    pub(crate) option: Vec<ReadingOption>,
}

/// What a reading is about.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum ReadingKind {
    /// Whom a rule addresses.
    Scope,
    /// What counts.
    Counting,
    /// Of what a share is taken.
    Denominator,
    /// By which day.
    Deadline,
    /// In which window.
    Window,
    /// What the data say or leave out.
    Data,
    /// Which units there are.
    Units,
    /// What the words say.
    Text,
    /// A decision that is only recorded.
    Note,
}

/// One way to read it.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct ReadingOption {
    /// A short id.
    pub(crate) id: String,
    /// One line for people, in both languages.
    pub(crate) label: Bilingual,
    /// What it changes: a path and its new value, `"target.T8.window" = "school_year"`, or an edit of a list,
    /// `"target.T1.who.kinds" = { add = ["school"] }`. Steps into a list are ids, or numbers from 1. Empty for the
    /// default.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, crate::schema::PatchValue>"))]
    pub(crate) set: BTreeMap<String, toml::Value>,
}

/// A clause of the law in its own words.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Clause {
    /// The number of its part, and after `/` that of the bullet or paragraph: `"I.2/5"`.
    pub(crate) id: String,
    /// What it is in the text.
    pub(crate) form: ClauseForm,
    /// Its exact words, up to white space.
    pub(crate) quote: String,
    /// A key of `[document]`, if it stands in another text than the plan's own.
    pub(crate) document: Option<String>,
}

/// What a clause is in the text.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum ClauseForm {
    /// Before the first part.
    Preamble,
    /// A title.
    Heading,
    /// A numbered item.
    Item,
    /// A bullet.
    Bullet,
    /// A paragraph.
    Text,
}
