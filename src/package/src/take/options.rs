//! Options of an assessment.

use super::{OWN_PLAN, data};
use crate::fault::Fault;
use domain::{ActivityKind, Language, NaiveDate, Options, PlanChoice, RosterScope, TickChoice, UnitChoice};
use serde::Deserialize;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;

/// Options, and what belongs to the call rather than to the judgement.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) options: Options,
    pub(crate) today: NaiveDate,
    pub(crate) language: Language,
}

/// As they are written in JavaScript.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Written {
    as_of: String,
    plan: Option<WrittenPlan>,
    year: Option<i32>,
    scope: Option<String>,
    roster: Option<RosterScope>,
    language: Option<Language>,
    #[serde(default)]
    readings: BTreeMap<String, String>,
    #[serde(default)]
    units: BTreeMap<String, String>,
    #[serde(default)]
    kinds: BTreeMap<String, ActivityKind>,
    #[serde(default)]
    ticks: Vec<WrittenTick>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "a plan is the id of a shipped one or `{ text, name? }`")]
enum WrittenPlan {
    Shipped(String),
    Own(OwnPlan),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnPlan {
    text: String,
    name: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTick {
    target: String,
    unit: String,
    period: String,
    #[serde(default)]
    note: String,
}

/// The options of an assessment. The as-of day must be named: the engine reads no clock.
pub(crate) fn options(value: &JsValue) -> Result<Asked, Fault> {
    let written: Written = data("options", value)?;
    let as_of = day(&written.as_of)?;
    let tick = |WrittenTick { target, unit, period, note }| TickChoice { target, unit, period, note };
    // An empty table means every table.
    let spelling = |(text, unit)| UnitChoice { table: String::new(), text, unit };
    let options = Options {
        as_of: Some(as_of),
        year: written.year,
        scope: written.scope,
        roster: written.roster.unwrap_or_default(),
        readings: written.readings,
        units: written.units.into_iter().map(spelling).collect(),
        kinds: written.kinds,
        plan: written.plan.map_or(PlanChoice::First, choice),
        ticks: written.ticks.into_iter().map(tick).collect(),
        ..Options::default()
    };
    let today = as_of.succ_opt().unwrap_or(as_of);
    Ok(Asked { options, today, language: written.language.unwrap_or_default() })
}

/// A plan, as it is chosen outside of options.
pub(crate) fn plan(value: &JsValue) -> Result<PlanChoice, Fault> {
    if value.is_undefined() { Ok(PlanChoice::First) } else { data("plan", value).map(choice) }
}

fn choice(plan: WrittenPlan) -> PlanChoice {
    match plan {
        WrittenPlan::Shipped(id) => PlanChoice::Shipped(id),
        WrittenPlan::Own(OwnPlan { text, name }) => {
            PlanChoice::Own { name: name.unwrap_or_else(|| OWN_PLAN.to_owned()), text }
        }
    }
}

fn day(text: &str) -> Result<NaiveDate, Fault> {
    text.parse().map_err(|_| Fault::input(format!("options: `asOf` is a day such as 2024-10-15, not `{text}`")))
}
