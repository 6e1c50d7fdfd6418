//! A made-up province for the bench page: units, a million rows and the shipped plan. The same columns go to the engine
//! and, as typed arrays, to its peers.

mod made_up;
mod spec;

use domain::{Facts, NaiveDate, State};
use made_up::{Rows, roster};
use plan::Plan;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;

const RULES: &str = include_str!("../../../rules/kien-giang-2030.toml");

/// Figures are complete to the end of this day.
fn as_of() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2024, 10, 15)
}

/// A province with its rows.
#[wasm_bindgen]
pub struct World {
    plan: Plan,
    facts: Facts,
    rows: Rows,
    as_of: NaiveDate,
}

#[wasm_bindgen]
impl World {
    /// So many rows over so many units; the same every time.
    ///
    /// # Errors
    /// If the shipped plan does not hold together.
    #[wasm_bindgen(constructor)]
    pub fn new(rows: u32, units: u32) -> Result<Self, JsError> {
        let plan = plan::RuleFile::parse("kien-giang-2030.toml", RULES)
            .and_then(|file| file.plan(&BTreeMap::new()))
            .map_err(|problems| JsError::new(&format!("{problems:?}")))?;
        let as_of = as_of().ok_or_else(|| JsError::new("no such day"))?;
        let rows = Rows::new(rows, units, plan.from, as_of);
        let mut facts = Facts { roster: roster(units), tables: vec![made_up::table()], ..Facts::default() };
        facts.activities = rows.activities(plan.from).collect();
        Ok(Self { plan, facts, rows, as_of })
    }

    /// What the peers have to know of the rules: see `spec`.
    pub fn spec(&self) -> String {
        spec::spec(&self.plan, self.as_of).to_string()
    }

    /// Unit of each row.
    pub fn unit(&self) -> Vec<u32> {
        self.rows.unit.clone()
    }

    /// Day of each row, from the plan's first.
    pub fn day(&self) -> Vec<u16> {
        self.rows.day.clone()
    }

    /// Kind of each row: its place in `ActivityKind::ALL`.
    pub fn kind(&self) -> Vec<u8> {
        self.rows.kind.clone()
    }

    /// Count of each row.
    pub fn count(&self) -> Vec<u8> {
        self.rows.count.clone()
    }

    /// Kind of each unit: its place in `UnitKind::ALL`.
    pub fn unit_kind(&self) -> Vec<u8> {
        self.facts.roster.iter().map(|(_, unit)| spec::code_of_unit(unit.kind)).collect()
    }

    /// District of each unit, itself for a district and for the province.
    pub fn district(&self) -> Vec<u32> {
        made_up::districts(&self.facts.roster)
    }

    /// Verdicts in each state, by count target.
    pub fn judge(&self) -> String {
        let mut counts: BTreeMap<String, BTreeMap<&str, u32>> = BTreeMap::new();
        for verdict in engine::judge(&self.plan, &self.facts, self.as_of) {
            if spec::is_counted(&self.plan, &verdict.target) {
                *counts.entry(verdict.target).or_default().entry(State::code(verdict.state)).or_default() += 1;
            }
        }
        serde_json::json!(counts).to_string()
    }

    /// What is measured beside judging.
    pub fn more(&self) -> String {
        "{}".to_owned()
    }
}
