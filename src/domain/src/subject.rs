//! The results of one run, borrowed: what reports are made of.

use crate::Arrange;
use crate::{Agenda, Decision, Facts, Finding, Options, Rollup, UnitIndex, Verdict};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The results of one run.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// Plan id.
    pub plan: &'a str,
    /// SHA-256 of the plan's source text.
    pub source_sha256: &'a str,
    /// The as-of day in force.
    pub as_of: NaiveDate,
    /// Readings in force: reading id → option id.
    pub readings: &'a BTreeMap<String, String>,
    /// What the user chose.
    pub options: &'a Options,
    /// What was read.
    pub facts: &'a Facts,
    /// Every verdict.
    pub verdicts: &'a [Verdict],
    /// Every roll-up.
    pub rollups: &'a [Rollup],
    /// Every finding.
    pub findings: &'a [Finding],
    /// The agenda.
    pub agenda: &'a Agenda,
}

impl Subject<'_> {
    /// The id of a unit; `*` for all units.
    pub fn unit_id(&self, unit: Option<UnitIndex>) -> &str {
        unit.map_or("*", |unit| self.facts.roster.id(unit))
    }

    /// By target, period, unit.
    pub fn sorted_verdicts(&self) -> Vec<&Verdict> {
        let mut verdicts: Vec<&Verdict> = self.verdicts.iter().collect();
        verdicts.arrange_by_cached_key(|verdict| {
            (verdict.target.clone(), verdict.period.to_string(), self.unit_id(verdict.unit).to_owned())
        });
        verdicts
    }

    /// By target, period, node.
    pub fn sorted_rollups(&self) -> Vec<&Rollup> {
        let mut rollups: Vec<&Rollup> = self.rollups.iter().collect();
        rollups.arrange_by_cached_key(|rollup| {
            (rollup.target.clone(), rollup.period.to_string(), self.unit_id(rollup.node).to_owned())
        });
        rollups
    }

    /// What was decided about these files, in the order of the path.
    pub fn decisions(&self) -> Vec<Decision> {
        let mut decisions = self.options.decisions();
        decisions.retain(|decision| decision.concerns(&self.facts.tables));
        decisions
    }

    /// By place.
    pub fn sorted_findings(&self) -> Vec<&Finding> {
        let mut findings: Vec<&Finding> = self.findings.iter().collect();
        findings.arrange();
        findings
    }
}
