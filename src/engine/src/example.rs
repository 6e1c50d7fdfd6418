//! Examples of a plan: a small world is built, judged, and compared with what the plan says must come out.

mod world;

use crate::judge::Judge;
use domain::{NaiveDate, Roster, State, Verdict};
use plan::{Example, Expectation, Plan};
use std::fmt;
pub(crate) use world::facts as facts_of;

/// What differs from what an example expects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The example's name.
    pub example: String,
    /// What differs.
    pub kind: MismatchKind,
}

/// What differs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields carry the cell or the state their names say")]
pub enum MismatchKind {
    /// A row of the example cannot be read.
    UnreadableRow { table: &'static str, row: usize },
    /// The plan gives no such verdict.
    NoVerdict { target: String, unit: String, period: String },
    /// Another state came out.
    OtherState { target: String, unit: String, period: String, expected: State, found: State },
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "example `{}`: {}", self.example, self.kind)
    }
}

impl fmt::Display for MismatchKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnreadableRow { table, row } => write!(f, "row {row} of `{table}` cannot be read"),
            Self::NoVerdict { target, unit, period } => {
                write!(f, "no verdict on `{target}` for `{unit}` in `{period}`")
            }
            Self::OtherState { target, unit, period, expected, found } => {
                let (expected, found) = (expected.code(), found.code());
                write!(f, "`{target}` for `{unit}` in `{period}` is `{found}`, expected `{expected}`")
            }
        }
    }
}

impl std::error::Error for Mismatch {}

/// Judges the example's world and compares. `plan` already has the example's readings applied.
pub fn run_example(plan: &Plan, example: &Example) -> Vec<Mismatch> {
    let facts = match world::facts(example) {
        Ok(facts) => facts,
        Err(kind) => return vec![Mismatch { example: example.name.clone(), kind }],
    };
    let verdicts = Judge::new(plan, &facts, example.as_of).verdicts();
    let expectations = example.expect.iter();
    let mismatch = |expected: &Expectation| compare(expected, &facts.roster, &verdicts);
    let kinds = expectations.filter_map(mismatch);
    kinds.map(|kind| Mismatch { example: example.name.clone(), kind }).collect()
}

fn compare(expected: &Expectation, roster: &Roster, verdicts: &[Verdict]) -> Option<MismatchKind> {
    let Expectation { target, unit, period, state } = expected.clone();
    let is_meant = |verdict: &&Verdict| {
        verdict.target == target
            && verdict.period.to_string() == period
            && verdict.unit.map_or("*", |unit| roster.id(unit)) == unit
    };
    match verdicts.iter().find(is_meant).map(|verdict| verdict.state) {
        Some(found) if found == state => None,
        Some(found) => Some(MismatchKind::OtherState { target, unit, period, expected: state, found }),
        None => Some(MismatchKind::NoVerdict { target, unit, period }),
    }
}

/// A day of an example, `YYYY-MM-DD`.
fn day(text: &str) -> Option<NaiveDate> {
    domain::Span::parse_canonical(text).filter(|span| span.is_day()).map(domain::Span::from)
}
