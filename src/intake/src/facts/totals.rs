//! Totals are not activities: figures that repeat finer ones are reconciled, never added.
//!
//! It decides how much of a summary's or total's figure is not yet in finer rows of the same unit, kind and days: only
//! that much is kept, so that the larger certain bound counts. Rows of logs are never touched.

use super::stated::{Source, Stated, Total};
use domain::{Activity, Finding, FindingKind, Place, Roster, Span, TableInfo, Unit, UnitIndex};
use std::collections::BTreeMap;

/// The statements that count, in their order; disagreements are findings. `each` hears how many were looked at.
pub(crate) fn reconcile(
    mut stated: Vec<Stated>,
    roster: &Roster,
    tables: &[TableInfo],
    findings: &mut Vec<Finding>,
    each: &mut dyn FnMut(usize),
) -> Vec<Activity> {
    let mut books = Books { roster, tables, counted: BTreeMap::new() };
    for (number, log) in stated.iter().enumerate().filter(|(_, stated)| stated.source == Source::Log) {
        each(number);
        books.counted.entry(log.activity.unit).or_default().push(number);
    }
    for (group, members) in groups(&stated) {
        findings.extend(books.settle(&mut stated, group, &members));
    }
    let kept = stated.into_iter().filter(|stated| stated.source != Source::Total);
    kept.map(|stated| stated.activity).collect()
}

/// Figures of one table for the same unit, kind and days: they add up to one statement.
// INVARIANT: the order of fields is the order of settling: short intervals first, plain figures before totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Group {
    days: i64,
    source: Source,
    table: u32,
    over: Span,
    total: Total,
}

/// Groups in the order of settling, each with the numbers of its statements.
fn groups(stated: &[Stated]) -> BTreeMap<Group, Vec<usize>> {
    let mut groups: BTreeMap<Group, Vec<usize>> = BTreeMap::new();
    for (number, figure) in stated.iter().enumerate().filter(|(_, stated)| stated.source != Source::Log) {
        let Some(over) = figure.done_in() else { continue };
        let activity = &figure.activity;
        let total = Total { unit: activity.unit, kind: activity.kind, relevant: activity.relevant };
        let group = Group { days: over.days(), source: figure.source, table: activity.origin.table, over, total };
        groups.entry(group).or_default().push(number);
    }
    groups
}

/// What counts so far, and what findings name it by.
struct Books<'a> {
    roster: &'a Roster,
    tables: &'a [TableInfo],
    /// Numbers of the statements that count, by unit.
    counted: BTreeMap<UnitIndex, Vec<usize>>,
}

/// Finer figures that a group repeats.
struct Parts {
    sum: u32,
    /// Some stand in another table.
    elsewhere: bool,
}

impl Books<'_> {
    /// Takes a group in: whole where nothing finer is known, else only what it has more.
    fn settle(&mut self, stated: &mut [Stated], group: Group, members: &[usize]) -> Option<Finding> {
        let whole = members.iter().filter_map(|number| stated.get(*number)).map(|stated| stated.activity.count).sum();
        let Some(parts) = self.parts(stated, group) else {
            self.take(stated, group, members);
            return None;
        };
        let at = self.place(stated, members);
        keep_only(stated, members, u32::saturating_sub(whole, parts.sum));
        if whole > parts.sum {
            self.take(stated, group, members.get(..1).unwrap_or_default());
        }
        self.told(group, whole, &parts).map(|kind| Finding { at, kind })
    }

    /// `None` = nothing finer is known.
    fn parts(&self, stated: &[Stated], group: Group) -> Option<Parts> {
        let counted = self.counted.get(&group.total.unit)?;
        let parts = counted.iter().filter_map(|number| stated.get(*number));
        parts.filter(|stated| stated.is_part_of(&group.total, group.over)).fold(None, |parts: Option<Parts>, stated| {
            let before = parts.unwrap_or(Parts { sum: 0, elsewhere: false });
            Some(Parts {
                sum: before.sum.saturating_add(stated.activity.count),
                elsewhere: before.elsewhere || stated.activity.origin.table != group.table,
            })
        })
    }

    fn take(&mut self, stated: &mut [Stated], group: Group, members: &[usize]) {
        for number in members {
            if let Some(member) = stated.get_mut(*number) {
                member.source = Source::Summary;
            }
        }
        self.counted.entry(group.total.unit).or_default().extend(members);
    }

    fn told(&self, group: Group, whole: u32, parts: &Parts) -> Option<FindingKind> {
        if whole != parts.sum {
            let unit = self.roster.get(group.total.unit).map_or("", Unit::name).to_owned();
            let (kind, total) = (group.total.kind, whole);
            return Some(FindingKind::TotalDisagrees { unit, kind, total, parts: parts.sum });
        }
        let table = self.tables.get(group.table as usize)?;
        let text = if table.sheet.is_empty() { table.file.clone() } else { table.sheet.clone() };
        (parts.elsewhere && whole > 0).then_some(FindingKind::TotalNotAdded { text })
    }

    fn place(&self, stated: &[Stated], members: &[usize]) -> Place {
        let Some(first) = members.first().and_then(|number| stated.get(*number)) else { return Place::default() };
        let table = self.tables.get(first.activity.origin.table as usize);
        Place {
            file: table.map(|table| table.file.clone()).unwrap_or_default(),
            sheet: table.map(|table| table.sheet.clone()).unwrap_or_default(),
            row: Some(first.activity.origin.row),
            column: first.column,
        }
    }
}

/// Leaves `rest` in the first member and drops the others; with nothing left all are dropped.
fn keep_only(stated: &mut [Stated], members: &[usize], rest: u32) {
    for number in members {
        if let Some(member) = stated.get_mut(*number) {
            member.source = Source::Total;
        }
    }
    if let Some(first) = members.first().and_then(|number| stated.get_mut(*number)) {
        first.activity.count = rest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{ActivityKind, Origin, UnitKind, UnitSource, UnitVersion};

    fn figure(source: Source, table: u32, when: &str, count: u32) -> Stated {
        let bare = Activity::bare(UnitIndex(0), ActivityKind::Event, Origin { table, row: 1 });
        let activity = Activity { when: Span::parse_canonical(when), count, ..bare };
        Stated { activity, source, column: None }
    }

    fn roster() -> Roster {
        let mut roster = Roster::default();
        let version = UnitVersion { name: "Xã A".into(), parent: None, life: domain::Life::default() };
        let unit = Unit {
            id: "a".into(),
            kind: UnitKind::Commune,
            source: UnitSource::User,
            versions: vec![version],
            successors: vec![],
            tags: vec![],
        };
        roster.push(unit).unwrap();
        roster
    }

    type Left = Vec<(String, u32)>;

    /// What is left, as (when, count), and the numbers of every disagreement.
    fn settled(stated: Vec<Stated>) -> (Left, Vec<(u32, u32)>) {
        let mut findings = Vec::new();
        let left = reconcile(stated, &roster(), &[], &mut findings, &mut |_| ());
        let left = left.iter().map(|activity| (activity.when.unwrap().to_string(), activity.count)).collect();
        let told = findings.iter().filter_map(|finding| match &finding.kind {
            FindingKind::TotalDisagrees { total, parts, .. } => Some((*total, *parts)),
            _ => None,
        });
        (left, told.collect())
    }

    #[test]
    fn a_total_adds_only_what_its_parts_do_not_show() {
        let quarters = || [figure(Source::Summary, 0, "2024-Q1", 2), figure(Source::Summary, 0, "2024-Q2", 1)];
        let of = |total| settled(quarters().into_iter().chain([figure(Source::Total, 0, "2024", total)]).collect());
        let parts = || vec![("2024-Q1".to_owned(), 2), ("2024-Q2".to_owned(), 1)];
        assert_eq!(of(3), (parts(), vec![]));
        assert_eq!(of(2), (parts(), vec![(2, 3)]));
        assert_eq!(of(4), ([parts(), vec![("2024".to_owned(), 1)]].concat(), vec![(4, 3)]));
    }

    #[test]
    fn a_total_without_parts_counts_as_it_stands() {
        let total = figure(Source::Total, 0, "2024", 4);
        assert_eq!(settled(vec![total]), (vec![("2024".to_owned(), 4)], vec![]));
    }

    #[test]
    fn rows_of_a_log_always_stay_and_two_logs_add_up() {
        let rows = vec![figure(Source::Log, 0, "2024-03-05", 1), figure(Source::Log, 1, "2024-03-05", 1)];
        let (left, told) = settled([rows, vec![figure(Source::Summary, 2, "2024", 2)]].concat());
        assert_eq!((left.len(), told), (2, vec![]));
    }

    #[test]
    fn figures_of_one_table_for_the_same_days_add_up_and_other_tables_repeat_them() {
        let one = vec![figure(Source::Summary, 0, "2024", 2), figure(Source::Summary, 0, "2024", 1)];
        let (left, told) = settled([one, vec![figure(Source::Summary, 1, "2024", 3)]].concat());
        assert_eq!((left.len(), told), (2, vec![]));
    }

    #[test]
    fn a_row_that_reaches_beyond_the_total_is_no_part_of_it() {
        let stated = vec![figure(Source::Log, 0, "2024", 2), figure(Source::Summary, 1, "2024-Q1", 1)];
        assert_eq!(settled(stated).0, vec![("2024".to_owned(), 2), ("2024-Q1".to_owned(), 1)]);
    }
}
