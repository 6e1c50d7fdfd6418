//! What was read, in a few figures, and the units that the rows name.

use crate::fault::FileFault;
use assess::Assessment;
use domain::{Language, NaiveDate, Severity, UnitIndex};
use report::Subject;
use serde::Serialize;
use std::collections::BTreeSet;

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Overview {
    plan: String,
    as_of: NaiveDate,
    year: i32,
    rows: u32,
    used_rows: u32,
    units: Vec<String>,
    findings: Findings,
    failed: Vec<FileFault>,
}

/// How many findings there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Findings {
    question: u32,
    warning: u32,
    note: u32,
}

/// The summary of an assessment.
pub(crate) fn summary(language: Language, assessment: &Assessment, subject: &Subject<'_>) -> Overview {
    let known = assessment.summary();
    let number = |severity| known.findings.get(&severity).copied().unwrap_or_default();
    Overview {
        plan: subject.plan.to_owned(),
        as_of: subject.as_of,
        year: known.year,
        rows: known.rows,
        used_rows: known.used_rows,
        units: units(subject),
        findings: Findings {
            question: number(Severity::Question),
            warning: number(Severity::Warning),
            note: number(Severity::Note),
        },
        failed: assessment.failed().iter().map(|error| FileFault::new(language, error)).collect(),
    }
}

/// Ids of the units that rows name, in the order of the roster.
fn units(subject: &Subject<'_>) -> Vec<String> {
    let facts = subject.facts;
    let activities = facts.activities.iter().map(|activity| activity.unit);
    let media = facts.media.iter().flatten().map(|adoption| adoption.unit);
    let conventions = facts.conventions.iter().flatten().map(|convention| convention.unit);
    let submissions = facts.submissions.iter().flatten().map(|submission| submission.unit);
    let surveys = facts.surveys.iter().flatten().map(|survey| survey.unit);
    let named = activities.chain(media).chain(conventions).chain(submissions).chain(surveys);
    let named: BTreeSet<UnitIndex> = named.collect();
    named.into_iter().map(|unit| facts.roster.id(unit).to_owned()).collect()
}
