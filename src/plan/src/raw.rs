//! The file's tables exactly as they are written. Unknown fields and names are refused here, nothing is judged.
//!
//! What stands above a field is also what an editor shows for it (see `schema`).

mod advice;
mod duty;
mod example;
mod head;
mod law;
mod target;
mod words;

pub(crate) use advice::{Body, SuccessorTable, Suggest, WordTable};
pub(crate) use duty::{Dept, Duty, Shift, Task};
pub(crate) use example::Example;
pub(crate) use head::{Coarse, Coverage, Defaults, DocumentTable, Duplicates, Head, Missing, Partial, SourceText};
pub(crate) use law::{Cite, Clause, ClauseForm, Peak, Reading, ReadingKind, Topic};
pub(crate) use target::{
    Aggregate, Aggregated, Denominator, Direction, Distinct, Measure, Milestone, Phase, Scale, Scope, Share, Sum,
    Target, UnknownAs, Untagged,
};
pub(crate) use words::{ActivityKindTable, Every, TagTable, UnitKindTable, WindowTable};

use domain::UnitKind;
use serde::Deserialize;
use std::collections::BTreeSet;

/// Whom a rule addresses: units that fit all of the given fields.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Who {
    /// Kinds of unit: `["commune"]`.
    pub(crate) kinds: BTreeSet<UnitKind>,
    /// Only units whose parent is of one of these levels: 1 province, 2 district, 3 commune, 4 hamlet.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(inner(range(min = 1, max = 4))))]
    pub(crate) levels: BTreeSet<u8>,
    /// Only units that carry one of these tags.
    #[serde(default)]
    pub(crate) tags: BTreeSet<String>,
}
