//! A made-up province for the bench page: units, a million rows and the shipped plan. The same columns go to the engine
//! and, as typed arrays, to its peers.

mod made_up;
mod spec;

use domain::{ActivityKind, Edit, Facts, NaiveDate, Span, UnitIndex};
use engine::{Board, Columns, Findings};
use made_up::{Rows, roster};
use plan::{Plan, RuleFile};
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;

const RULES: &str = include_str!("../../../rules/kien-giang-2030.toml");

/// A province with its rows.
#[wasm_bindgen]
pub struct World {
    rules: RuleFile,
    plan: Plan,
    facts: Facts,
    rows: Rows,
    columns: Columns,
    as_of: NaiveDate,
    findings: Option<Findings>,
}

#[wasm_bindgen]
impl World {
    /// So many rows over so many units; the same every time. Figures are complete to 15/10/2024.
    ///
    /// # Errors
    /// If the shipped plan does not hold together.
    #[wasm_bindgen(constructor)]
    pub fn new(rows: u32, units: u32) -> Result<Self, JsError> {
        let wrong = |problems: Vec<plan::Problem>| JsError::new(&format!("{problems:?}"));
        let rules = RuleFile::parse("kien-giang-2030.toml", RULES).map_err(wrong)?;
        let plan = rules.plan(&BTreeMap::new()).map_err(wrong)?;
        let as_of = NaiveDate::from_ymd_opt(2024, 10, 15).ok_or_else(|| JsError::new("no such day"))?;
        let rows = Rows::new(rows, units, plan.from, as_of);
        let facts = Facts { roster: roster(units), tables: vec![made_up::table()], ..Facts::default() };
        let columns = rows.columns(&facts.roster, plan.from);
        Ok(Self { rules, plan, facts, rows, columns, as_of, findings: None })
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

    /// Verdicts in each state, by count target: all of them, and the shares over them besides.
    pub fn judge(&mut self) -> String {
        let board = Board::new(&self.plan, &self.facts, &self.columns, self.as_of);
        let counts = board.counts().into_iter().filter(|(target, _)| spec::is_counted(&self.plan, target));
        let by_code = |states: BTreeMap<domain::State, u32>| -> BTreeMap<&str, u32> {
            states.into_iter().map(|(state, count)| (state.code(), count)).collect()
        };
        let counts: BTreeMap<String, _> = counts.map(|(target, states)| (target, by_code(states))).collect();
        let found = board.findings();
        self.findings = Some(found);
        serde_json::json!(counts).to_string()
    }

    /// For every option of every reading that is not in force, how many verdicts it would change; the sum.
    ///
    /// # Errors
    /// If nothing was judged yet.
    pub fn readings(&self) -> Result<u32, JsError> {
        let board = self.board()?;
        let mut changes = 0;
        for reading in &self.plan.readings {
            let in_force = self.plan.readings_in_force.get(&reading.id);
            for option in reading.options.iter().filter(|option| Some(&option.id) != in_force) {
                let choices = BTreeMap::from([(reading.id.clone(), option.id.clone())]);
                let other = self.rules.plan(&choices).map_err(|problems| JsError::new(&format!("{problems:?}")))?;
                changes += board.changes(&other);
            }
        }
        Ok(changes)
    }

    /// Verdicts that one more item of one commune would change.
    ///
    /// # Errors
    /// If nothing was judged yet.
    pub fn edit(&self) -> Result<usize, JsError> {
        let commune = self.facts.roster.iter().find(|(_, unit)| unit.kind == domain::UnitKind::Commune);
        let unit = commune.map_or(UnitIndex(0), |(index, _)| index);
        let edit =
            Edit::Add { unit, kind: ActivityKind::News, when: Span::day(self.as_of), count: 1, tags: Vec::new() };
        Ok(self.board()?.what_if(&[edit]).len())
    }

    /// Bytes that the engine keeps of a row.
    pub fn row_bytes(&self) -> f64 {
        f64::from(u32::try_from(self.columns.row_bytes()).unwrap_or(u32::MAX)) / f64::from(self.rows())
    }
}

impl World {
    fn rows(&self) -> u32 {
        u32::try_from(self.rows.unit.len()).unwrap_or(u32::MAX)
    }

    fn board(&self) -> Result<Board<'_>, JsError> {
        let findings = self.findings.as_ref().ok_or_else(|| JsError::new("nothing was judged yet"))?;
        Ok(Board::again(&self.plan, &self.facts, &self.columns, self.as_of, findings))
    }
}
