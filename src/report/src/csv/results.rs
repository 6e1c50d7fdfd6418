//! `verdicts.csv`, `rollups.csv`, `findings.csv`, `agenda.csv`.

use super::Flavour;
use super::sheet::Sheet;
use crate::canonical::{joined, optional};
use crate::{ItemWords, Subject, Words};
use domain::{AgendaItem, Finding, Rollup, SilentUnits, State, Verdict, column_letters};

/// Every verdict, by target, period and unit, with the rows of `facts/activities.csv` it counts. `n_hi` is blank where
/// nothing bounds it.
pub fn verdicts(subject: &Subject<'_>, words: &Words<'_>, flavour: Flavour) -> Vec<u8> {
    let mut sheet = Sheet::new(
        flavour,
        [
            "target",
            "unit",
            "period",
            "state",
            "reason",
            "threshold",
            "n_lo",
            "n_hi",
            "den",
            "planned",
            "required_now",
            "evidence",
            "deadline",
            "rows",
        ],
    );
    for verdict in subject.sorted_verdicts() {
        sheet.row(verdict_row(subject, words, verdict));
    }
    sheet.into_bytes()
}

fn verdict_row(subject: &Subject<'_>, words: &Words<'_>, verdict: &Verdict) -> [String; 14] {
    [
        verdict.target.clone(),
        subject.unit_id(verdict.unit).to_owned(),
        verdict.period.to_string(),
        verdict.state.code().to_owned(),
        optional(verdict.reason.map(domain::Reason::code)),
        verdict.threshold.to_string(),
        verdict.n_lo.to_string(),
        optional(verdict.upper()),
        optional(verdict.den),
        verdict.planned.to_string(),
        optional(verdict.required_now),
        verdict.evidence.code().to_owned(),
        verdict.deadline.to_string(),
        joined(words.rows(verdict)),
    ]
}

/// The number of units in each state at each node, by target, period and node.
pub fn rollups(subject: &Subject<'_>, flavour: Flavour) -> Vec<u8> {
    let states = State::ALL.map(State::code);
    let mut sheet = Sheet::new(flavour, ["target", "period", "node"].into_iter().chain(states));
    for rollup in subject.sorted_rollups() {
        sheet.row(rollup_row(subject, rollup));
    }
    sheet.into_bytes()
}

fn rollup_row(subject: &Subject<'_>, rollup: &Rollup) -> Vec<String> {
    let counts = State::ALL.map(|state| rollup.counts.get(&state).copied().unwrap_or(0).to_string());
    [rollup.target.clone(), rollup.period.to_string(), subject.unit_id(rollup.node).to_owned()]
        .into_iter()
        .chain(counts)
        .collect()
}

/// Every finding, by place; the column is named as the spreadsheet names it.
pub fn findings(subject: &Subject<'_>, words: &Words<'_>, flavour: Flavour) -> Vec<u8> {
    let mut sheet = Sheet::new(flavour, ["file", "sheet", "row", "column", "code", "message"]);
    for finding in subject.sorted_findings() {
        sheet.row(finding_row(words, finding));
    }
    sheet.into_bytes()
}

fn finding_row(words: &Words<'_>, finding: &Finding) -> [String; 6] {
    [
        finding.at.file.clone(),
        finding.at.sheet.clone(),
        optional(finding.at.row),
        optional(finding.at.column.map(column_letters)),
        finding.kind.code().to_owned(),
        (words.finding)(finding),
    ]
}

/// Units of which no row was read, by kind, in the order of the roster.
pub fn silent(silent: &[SilentUnits], flavour: Flavour) -> Vec<u8> {
    let mut sheet = Sheet::new(flavour, ["id", "name", "kind", "parent"]);
    for (kind, unit) in silent.iter().flat_map(|group| group.units.iter().map(|unit| (group.kind, unit))) {
        sheet.row([unit.id.as_str(), &unit.name, kind.code(), &unit.parent]);
    }
    sheet.into_bytes()
}

/// The agenda, by date.
pub fn agenda(subject: &Subject<'_>, words: &Words<'_>, flavour: Flavour) -> Vec<u8> {
    let header = ["date", "unit", "kind", "title", "topic", "audience", "channel", "closes", "reason"];
    let mut sheet = Sheet::new(flavour, header);
    for item in &subject.agenda.items {
        sheet.row(agenda_row(subject, words, item));
    }
    sheet.into_bytes()
}

fn agenda_row(subject: &Subject<'_>, words: &Words<'_>, item: &AgendaItem) -> [String; 9] {
    let ItemWords { title, topic, audience, channel, reason, .. } = (words.item)(item);
    [
        item.date.to_string(),
        subject.unit_id(item.unit).to_owned(),
        item.kind.code().to_owned(),
        title,
        topic,
        audience,
        channel,
        joined(&item.closes),
        reason,
    ]
}
