//! Reports that say what another one says, with nothing but the dates changed.
//!
//! It only points at them: the rows stay facts. Rows that are the same in their dates, too, are duplicates and not
//! looked at here.

use super::duplicates::hash_folded;
use domain::{Activity, Finding, FindingKind, Place, Span, TableInfo};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A report of fewer rows may well repeat another one by chance.
const FEWEST_ROWS: u32 = 3;

/// A finding for every table whose rows are those of an earlier table on other days.
pub(crate) fn copied_reports(activities: &[Activity], tables: &[TableInfo]) -> Vec<Finding> {
    if tables.len() < 2 {
        return Vec::new();
    }
    let mut first: BTreeMap<Content, (u32, u64)> = BTreeMap::new();
    let mut findings = Vec::new();
    for (number, report) in reports(activities).into_iter().filter(|(_, report)| report.says_enough()) {
        let Some((copied, days)) = first.get(&report.content) else {
            first.insert(report.content, (number, report.days));
            continue;
        };
        let (Some(table), Some(copied)) = (tables.get(number as usize), tables.get(*copied as usize)) else { continue };
        if *days != report.days {
            let kind = FindingKind::CopiedReport { first: name(copied), rows: report.content.rows };
            let at = Place { file: table.file.clone(), sheet: table.sheet.clone(), ..Place::default() };
            findings.push(Finding { at, kind });
        }
    }
    findings
}

/// What the rows of a table say besides their dates, in whatever order they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Content {
    rows: u32,
    sum: u64,
}

#[derive(Clone, Copy, Debug, Default)]
struct Report {
    content: Content,
    /// When its rows took place, in whatever order they stand.
    days: u64,
    /// The first row, and whether another one says something else.
    one: Option<u64>,
    varied: bool,
}

impl Report {
    /// The same line three times over is no report that could be recognised again.
    fn says_enough(&self) -> bool {
        self.content.rows >= FEWEST_ROWS && self.varied
    }

    fn add(&mut self, activity: &Activity) {
        let said = said(activity);
        self.varied |= *self.one.get_or_insert(said) != said;
        self.content.rows = self.content.rows.saturating_add(1);
        self.content.sum = self.content.sum.wrapping_add(said);
        self.days = self.days.wrapping_add(hash(&(said, activity.when.map(|when: Span| (when.from(), when.to())))));
    }
}

fn reports(activities: &[Activity]) -> BTreeMap<u32, Report> {
    let mut reports: BTreeMap<u32, Report> = BTreeMap::new();
    for activity in activities {
        reports.entry(activity.origin.table).or_default().add(activity);
    }
    reports
}

fn said(activity: &Activity) -> u64 {
    let Activity { unit, kind, count, title, channel, audience, people, women, status, .. } = activity;
    let mut hasher = hasher();
    (unit, kind, count, people, women, status).hash(&mut hasher);
    [title, channel, audience].iter().for_each(|text| hash_folded(text, &mut hasher));
    hasher.finish()
}

// The hasher's keys are fixed: the same rows give the same sum everywhere.
fn hasher() -> DefaultHasher {
    DefaultHasher::new()
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = hasher();
    value.hash(&mut hasher);
    hasher.finish()
}

fn name(table: &TableInfo) -> String {
    if table.sheet.is_empty() { table.file.clone() } else { format!("{} › {}", table.file, table.sheet) }
}
