//! `assessment.json`: the public, versioned twin of what page and worker tell each other in private.
//!
//! Dates are ISO 8601 (`2024-10-15`), periods, states and kinds are the codes of the tables, units are ids (`*` for all
//! units). A new optional field keeps the version; anything else makes a new one, `assessment/2`.

use crate::{Subject, Words};
use chrono::NaiveDate;
use domain::{
    AgendaItem, Closes, Decision, Evidence, Figures, Finding, Need, Reason, Severity, State, Unit, Verdict,
    column_letters,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The format's name and version.
pub const FORMAT: &str = "assessment/1";

/// The whole file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// [`FORMAT`].
    pub format: String,
    /// Plan id.
    pub plan: String,
    /// SHA-256 of the plan's source text, in hexadecimal digits.
    pub source_sha256: String,
    /// The as-of day: figures are complete to its end.
    pub as_of: NaiveDate,
    /// Readings in force: reading id → option id.
    pub readings: BTreeMap<String, String>,
    /// Units by roster order.
    pub units: Vec<UnitEntry>,
    /// Verdicts by target, period, unit.
    pub verdicts: Vec<VerdictEntry>,
    /// Roll-ups by target, period, node.
    pub rollups: Vec<RollupEntry>,
    /// Findings by place.
    pub findings: Vec<FindingEntry>,
    /// What the user decided about these files, in the order of the path.
    #[serde(default)]
    pub decisions: Vec<DecisionEntry>,
    /// Suggestions by date.
    pub agenda: Vec<ItemEntry>,
    /// What can no longer be reached.
    pub unreachable: Vec<UnreachableEntry>,
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitEntry {
    /// Stable id.
    pub id: String,
    /// Its latest name.
    pub name: String,
    /// Kind.
    pub kind: String,
    /// Its latest parent.
    pub parent: Option<String>,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// A verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictEntry {
    /// Target or duty.
    pub target: String,
    /// Unit id, or `*`.
    pub unit: String,
    /// Period.
    pub period: String,
    /// First and last day judged; absent if there was none.
    pub window: Option<[NaiveDate; 2]>,
    /// State.
    pub state: State,
    /// Why, where the state alone does not say.
    pub reason: Option<Reason>,
    /// What the figures below are.
    #[serde(default)]
    pub figures: Figures,
    /// What is required, in the unit of `figures`; for shares the percent required.
    pub threshold: u32,
    /// What is certain.
    pub n_lo: u32,
    /// What is possible; absent where nothing bounds it.
    pub n_hi: Option<u32>,
    /// For shares: of how many.
    pub den: Option<u32>,
    /// Planned rows.
    pub planned: u32,
    /// Needed by the as-of day to be on track.
    pub required_now: Option<u32>,
    /// How we know that figures are complete.
    pub evidence: Evidence,
    /// The last day to meet it.
    pub deadline: NaiveDate,
    /// Rows counted: 1-based data rows of `facts/activities.csv`.
    pub rows: Vec<u32>,
}

/// A roll-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollupEntry {
    /// Target.
    pub target: String,
    /// Period.
    pub period: String,
    /// Node of the unit tree, or `*`.
    pub node: String,
    /// State → number of units; states without units are left out.
    pub counts: BTreeMap<State, u32>,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingEntry {
    /// File.
    pub file: String,
    /// Sheet; empty for text files.
    pub sheet: String,
    /// 1-based row.
    pub row: Option<u32>,
    /// Column as the spreadsheet names it.
    pub column: Option<String>,
    /// Stable code.
    pub code: String,
    /// `question`, `warning` or `note`.
    pub severity: String,
    /// Message in the language of the export.
    pub message: String,
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionEntry {
    /// Stable code: `column`, `unit`, `kind`, `encoding` …
    pub code: String,
    /// What was decided, in the language of the export.
    pub message: String,
}

/// A suggestion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemEntry {
    /// The suggested day.
    pub date: NaiveDate,
    /// The last day on which it would still do.
    pub latest: NaiveDate,
    /// Unit id, or `*`.
    pub unit: String,
    /// Kind.
    pub kind: String,
    /// Tags the activity should carry.
    pub tags: Vec<String>,
    /// Which of several alike, from 1.
    pub number: u32,
    /// The gaps it closes.
    pub closes: Vec<Gap>,
    /// The peak of the plan it falls on.
    pub peak: Option<String>,
    /// What to do, in the language of the export.
    pub title: String,
    /// Why, in the language of the export.
    pub reason: String,
}

/// A target (or duty) in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// Target or duty.
    pub target: String,
    /// Period.
    pub period: String,
}

/// A need that no day can close any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreachableEntry {
    /// Unit id, or `*`.
    pub unit: String,
    /// The gap.
    #[serde(flatten)]
    pub gap: Gap,
    /// How many are missing.
    pub missing: u32,
}

/// The file's bytes. Fails only if the machine runs out of memory for them.
pub fn write(subject: &Subject<'_>, words: &Words<'_>) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec(&document(subject, words))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The file as data.
pub fn document(subject: &Subject<'_>, words: &Words<'_>) -> Document {
    Document {
        format: FORMAT.to_owned(),
        plan: subject.plan.to_owned(),
        source_sha256: subject.source_sha256.to_owned(),
        as_of: subject.as_of,
        readings: subject.readings.clone(),
        units: units(subject),
        verdicts: subject
            .sorted_verdicts()
            .into_iter()
            .map(|verdict| VerdictEntry::new(subject, words, verdict))
            .collect(),
        rollups: rollups(subject),
        findings: subject.sorted_findings().into_iter().map(|finding| finding_entry(words, finding)).collect(),
        decisions: subject.decisions().iter().map(|decision| decision_entry(words, decision)).collect(),
        agenda: subject.agenda.items.iter().map(|item| ItemEntry::new(subject, words, item)).collect(),
        unreachable: subject.agenda.unreachable.iter().map(|late| UnreachableEntry::new(subject, &late.need)).collect(),
    }
}

/// Units by roster order.
pub fn units(subject: &Subject<'_>) -> Vec<UnitEntry> {
    subject.facts.roster.iter().map(|(_, unit)| UnitEntry::new(subject, unit)).collect()
}

impl UnitEntry {
    /// A unit of the roster of `subject`.
    pub fn new(subject: &Subject<'_>, unit: &Unit) -> Self {
        Self {
            id: unit.id.clone(),
            name: unit.name().to_owned(),
            kind: unit.kind.code().to_owned(),
            parent: unit.parent().map(|parent| subject.facts.roster.id(parent).to_owned()),
            from: unit.life().from,
            to: unit.life().to,
        }
    }
}

impl VerdictEntry {
    /// One of the verdicts of `subject`.
    pub fn new(subject: &Subject<'_>, words: &Words<'_>, verdict: &Verdict) -> Self {
        Self {
            target: verdict.target.clone(),
            unit: subject.unit_id(verdict.unit).to_owned(),
            period: verdict.period.to_string(),
            window: verdict.window.map(|window| [window.from(), window.to()]),
            state: verdict.state,
            reason: verdict.reason,
            figures: verdict.figures,
            threshold: verdict.threshold,
            n_lo: verdict.n_lo,
            n_hi: verdict.upper(),
            den: verdict.den,
            planned: verdict.planned,
            required_now: verdict.required_now,
            evidence: verdict.evidence,
            deadline: verdict.deadline,
            rows: words.rows(verdict),
        }
    }
}

fn rollups(subject: &Subject<'_>) -> Vec<RollupEntry> {
    let entry = |rollup: &domain::Rollup| RollupEntry {
        target: rollup.target.clone(),
        period: rollup.period.to_string(),
        node: subject.unit_id(rollup.node).to_owned(),
        counts: rollup.counts.iter().filter(|(_, units)| **units > 0).map(|(state, units)| (*state, *units)).collect(),
    };
    subject.sorted_rollups().into_iter().map(entry).collect()
}

fn finding_entry(words: &Words<'_>, finding: &Finding) -> FindingEntry {
    let severity = match finding.kind.severity() {
        Severity::Question => "question",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    FindingEntry {
        file: finding.at.file.clone(),
        sheet: finding.at.sheet.clone(),
        row: finding.at.row,
        column: finding.at.column.map(column_letters),
        code: finding.kind.code().to_owned(),
        severity: severity.to_owned(),
        message: (words.finding)(finding),
    }
}

fn decision_entry(words: &Words<'_>, decision: &Decision) -> DecisionEntry {
    DecisionEntry { code: decision.code().to_owned(), message: (words.decision)(decision) }
}

impl ItemEntry {
    /// A suggestion of an agenda of `subject`.
    pub fn new(subject: &Subject<'_>, words: &Words<'_>, item: &AgendaItem) -> Self {
        let said = (words.item)(item);
        Self {
            date: item.date,
            latest: item.latest,
            unit: subject.unit_id(item.unit).to_owned(),
            kind: item.kind.code().to_owned(),
            tags: item.tags.clone(),
            number: item.number,
            closes: item.closes.iter().map(gap).collect(),
            peak: item.peak.clone(),
            title: said.title,
            reason: said.reason,
        }
    }
}

fn gap(closes: &Closes) -> Gap {
    Gap { target: closes.target.clone(), period: closes.period.to_string() }
}

impl UnreachableEntry {
    /// A need of `subject` that came too late.
    pub fn new(subject: &Subject<'_>, need: &Need) -> Self {
        let gap = Gap { target: need.target.clone(), period: need.period.to_string() };
        Self { unit: subject.unit_id(need.unit).to_owned(), gap, missing: need.missing }
    }
}
