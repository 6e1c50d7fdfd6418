//! The check-data slice: tables as understood, findings in groups, questions first.

use crate::assessment::Assessment;
use crate::silent;
use domain::{Arrange, CheckSlice, Finding, FindingGroup, FindingKind, TableInfo, UnitLine};
use std::collections::BTreeMap;

/// Findings shown with their place in each group; all of them are in the downloadable list.
const SHOWN: usize = 20;

pub(crate) fn check(assessment: &Assessment) -> CheckSlice {
    CheckSlice {
        files: assessment.reading.files.clone(),
        silent: silent::silent(assessment, assessment.scope),
        tables: assessment.facts().tables.clone(),
        findings: groups(assessment),
    }
}

fn groups(assessment: &Assessment) -> Vec<FindingGroup> {
    let mut grouped: BTreeMap<(&str, String, String), Vec<&Finding>> = BTreeMap::new();
    for finding in assessment.findings() {
        let table = table_key(&finding.kind, finding);
        grouped.entry((finding.kind.code(), subject(&finding.kind), table)).or_default().push(finding);
    }
    let mut groups: Vec<FindingGroup> =
        grouped.into_values().filter_map(|findings| group(assessment, &findings)).collect();
    groups.arrange_by(|one, other| (one.severity, other.count).cmp(&(other.severity, one.count)));
    groups
}

fn group(assessment: &Assessment, findings: &[&Finding]) -> Option<FindingGroup> {
    let first = *findings.first()?;
    let tables = &assessment.facts().tables;
    let all_in = |table: &&TableInfo| {
        findings.iter().all(|finding| finding.at.file == table.file && finding.at.sheet == table.sheet)
    };
    Some(FindingGroup {
        code: first.kind.code().to_owned(),
        severity: first.kind.severity(),
        count: u32::try_from(findings.len()).unwrap_or(u32::MAX),
        sample: first.kind.clone(),
        first: findings.iter().take(SHOWN).map(|finding| (*finding).clone()).collect(),
        table: tables.iter().find(all_in).map(|table| table.fingerprint.clone()),
        candidates: candidates(assessment, &first.kind),
    })
}

/// The one thing that a single answer would settle for the whole group.
fn subject(kind: &FindingKind) -> String {
    match kind {
        FindingKind::UnknownUnit { text } | FindingKind::AmbiguousUnit { text, .. } => text.clone(),
        FindingKind::UnitGuessed { text, name } => format!("{text} → {name}"),
        FindingKind::UnknownKind { word, .. } => word.clone(),
        FindingKind::PersonalColumn { header } | FindingKind::UnknownColumn { header } => header.clone(),
        FindingKind::DuplicateFile { first } => first.clone(),
        _ => String::new(),
    }
}

/// A spelling or a word is one question wherever it stands; everything else is grouped by table.
fn table_key(kind: &FindingKind, finding: &Finding) -> String {
    match kind {
        FindingKind::UnknownUnit { .. }
        | FindingKind::AmbiguousUnit { .. }
        | FindingKind::UnitGuessed { .. }
        | FindingKind::UnknownKind { .. }
        | FindingKind::ProvisionalUnit { .. } => String::new(),
        _ => format!("{}\u{1f}{}", finding.at.file, finding.at.sheet),
    }
}

fn candidates(assessment: &Assessment, kind: &FindingKind) -> Vec<UnitLine> {
    let FindingKind::AmbiguousUnit { candidates, .. } = kind else { return Vec::new() };
    let roster = &assessment.facts().roster;
    candidates.iter().filter_map(|id| assessment.unit_line(roster.find(id)?)).collect()
}
