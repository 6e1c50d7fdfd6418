//! What is reported: the results of one run, borrowed, and the words for them.

use chrono::NaiveDate;
use domain::{Agenda, AgendaItem, Facts, Finding, Rollup, UnitIndex, Verdict};
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

/// How to say what was found, and where a verdict comes from.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The message of a finding.
    pub finding: &'a dyn Fn(&Finding) -> String,
    /// The suggestion in words.
    pub item: &'a dyn Fn(&AgendaItem) -> ItemWords,
    /// The activities a verdict counts, as indices into [`Facts::activities`].
    pub counted: &'a dyn Fn(&Verdict) -> Vec<u32>,
}

impl Words<'_> {
    /// The rows a verdict counts, as 1-based data rows of `facts/activities.csv`, rising.
    pub(crate) fn rows(&self, verdict: &Verdict) -> Vec<u32> {
        let mut rows: Vec<u32> = (self.counted)(verdict).into_iter().map(|index| index.saturating_add(1)).collect();
        rows.sort_unstable();
        rows
    }
}

/// One suggestion in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemWords {
    /// What to do.
    pub title: String,
    /// Topic of section III.
    pub topic: String,
    /// For whom.
    pub audience: String,
    /// On which channel.
    pub channel: String,
    /// Why this, and why on this day.
    pub reason: String,
}

impl Subject<'_> {
    /// The id of a unit; `*` for all units.
    pub(crate) fn unit_id(&self, unit: Option<UnitIndex>) -> &str {
        unit.map_or("*", |unit| self.facts.roster.id(unit))
    }

    /// By target, period, unit.
    pub(crate) fn sorted_verdicts(&self) -> Vec<&Verdict> {
        let mut verdicts: Vec<&Verdict> = self.verdicts.iter().collect();
        verdicts.sort_by_cached_key(|verdict| {
            (verdict.target.clone(), verdict.period.to_string(), self.unit_id(verdict.unit).to_owned())
        });
        verdicts
    }

    /// By target, period, node.
    pub(crate) fn sorted_rollups(&self) -> Vec<&Rollup> {
        let mut rollups: Vec<&Rollup> = self.rollups.iter().collect();
        rollups.sort_by_cached_key(|rollup| {
            (rollup.target.clone(), rollup.period.to_string(), self.unit_id(rollup.node).to_owned())
        });
        rollups
    }

    /// By place.
    pub(crate) fn sorted_findings(&self) -> Vec<&Finding> {
        let mut findings: Vec<&Finding> = self.findings.iter().collect();
        findings.sort();
        findings
    }
}
