//! Edits to be tried.

use super::{data, unit};
use crate::fault::Fault;
use assess::Assessment;
use domain::{ActivityKind, Edit, Every, Facts, Programme, Span, UnitKind};
use serde::Deserialize;
use wasm_bindgen::JsValue;

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Written {
    Add(Add),
    Remove(Remove),
    Move(Move),
    Programme(Repeated),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Add {
    unit: String,
    kind: ActivityKind,
    when: String,
    #[serde(default = "one")]
    count: u32,
    #[serde(default)]
    tags: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Remove {
    row: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Move {
    row: u32,
    to: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Repeated {
    kinds: Vec<UnitKind>,
    under: Option<String>,
    kind: ActivityKind,
    #[serde(default = "one")]
    count: u32,
    every: Every,
    days: String,
    #[serde(default)]
    tags: Vec<String>,
}

/// The edits to be tried on an assessment.
pub(crate) fn edits(value: &JsValue, assessment: &Assessment) -> Result<Vec<Edit>, Fault> {
    let written: Vec<Written> = data("edits", value)?;
    written.into_iter().map(|edit| read(edit, assessment)).collect()
}

fn read(written: Written, assessment: &Assessment) -> Result<Edit, Fault> {
    let facts = assessment.facts();
    Ok(match written {
        Written::Add(Add { unit: id, kind, when, count, tags }) => {
            Edit::Add { unit: unit(&id, facts)?, kind, when: span(&when)?, count, tags }
        }
        Written::Remove(Remove { row }) => Edit::Remove { row: activity(row, facts)? },
        Written::Move(Move { row, to }) => Edit::Move { row: activity(row, facts)?, to: span(&to)? },
        Written::Programme(repeated) => Edit::Programme(programme(repeated, assessment)?),
    })
}

fn programme(written: Repeated, assessment: &Assessment) -> Result<Programme, Fault> {
    let Repeated { kinds, under, kind, count, every, days, tags } = written;
    let under = under.map(|id| unit(&id, assessment.facts())).transpose()?;
    Ok(Programme { kinds, under, kind, count, every, days: in_plan(span(&days)?, assessment)?, tags })
}

/// A programme repeats inside the plan only: nothing outside could count, and its activities would have no end.
fn in_plan(days: Span, assessment: &Assessment) -> Result<Span, Fault> {
    let plan = Span::new(assessment.plan().from, assessment.plan().to);
    let outside = || Fault::input(format!("edits: no day of `{days}` lies in the plan"));
    plan.and_then(|plan| plan.intersect(days)).ok_or_else(outside)
}

/// Rows are told by their number in the table of activities as understood, from 1; inside they count from 0.
fn activity(row: u32, facts: &Facts) -> Result<u32, Fault> {
    let rows = u32::try_from(facts.activities.len()).unwrap_or(u32::MAX);
    let at = row.checked_sub(1).filter(|at| *at < rows);
    at.ok_or_else(|| Fault::input(format!("edits: there is no row {row}; the table of activities has {rows}")))
}

fn span(text: &str) -> Result<Span, Fault> {
    let example = "2024-10-15, 2024-10, 2024-Q4, 2024 or 2024-10-01/2024-10-15";
    Span::parse_canonical(text).ok_or_else(|| Fault::input(format!("edits: `{text}` is no date; write {example}")))
}

fn one() -> u32 {
    1
}
