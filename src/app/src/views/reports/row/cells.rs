//! Decides what stands in the row, and how its columns move. Nothing is reckoned that the report does not hold.

use crate::route::{Column, ReportView};
use domain::{ActivityKind, ReportReach, ReportSlice};
use wording::Say;
use wording::reports::RowText;

/// The columns in force.
pub(super) fn shown(view: &ReportView) -> Vec<Column> {
    if view.columns.is_empty() { Column::FORM.to_vec() } else { view.columns.clone() }
}

/// What a column is called.
pub(super) fn name(column: Column) -> RowText {
    match column {
        Column::Unit => RowText::Unit,
        Column::Events => RowText::Events,
        Column::EventPeople => RowText::EventPeople,
        Column::News => RowText::News,
        Column::ActionMonth => RowText::ActionMonth,
        Column::Models => RowText::Models,
        Column::Pledges => RowText::Pledges,
        Column::People => RowText::People,
        Column::Women => RowText::Women,
        Column::Cost => RowText::Cost,
        Column::Blank => RowText::Blank,
    }
}

/// The row. Numbers stand without marks between their digits, so that they stay numbers where they are pasted.
pub(super) fn cells(columns: &[Column], report: &ReportSlice) -> Vec<String> {
    columns.iter().map(|column| cell(*column, report)).collect()
}

fn cell(column: Column, report: &ReportSlice) -> String {
    let reach = &report.reach;
    let of = |kind: ActivityKind| reach.kinds.get(&kind).copied().unwrap_or_default();
    // A kind without a row may have been held all the same, and sent by nobody: it is no zero.
    let count = |kind| reach.kinds.get(&kind).map(|kind| kind.count.to_string()).unwrap_or_default();
    match column {
        Column::Unit => whose(report),
        Column::Events => count(ActivityKind::Event),
        Column::EventPeople => said(of(ActivityKind::Event).people_rows, of(ActivityKind::Event).people),
        Column::News => count(ActivityKind::News),
        Column::ActionMonth => count(ActivityKind::ActionMonth),
        Column::Models => count(ActivityKind::Model),
        Column::Pledges => count(ActivityKind::Pledge),
        Column::People => {
            let kinds = reach.kinds.values();
            said(kinds.clone().map(|kind| kind.people_rows).sum(), kinds.map(|kind| kind.people).sum())
        }
        Column::Women => women(reach),
        Column::Cost => said(reach.cost_rows, reach.by_source.values().sum()),
        Column::Blank => String::new(),
    }
}

/// A sum that no row states is not known: it is no zero.
fn said(rows: u32, sum: u64) -> String {
    if rows == 0 { String::new() } else { sum.to_string() }
}

/// Blank where no row tells of women.
fn women(reach: &ReportReach) -> String {
    if reach.people_beside_women == 0 { String::new() } else { reach.women.to_string() }
}

fn whose(report: &ReportSlice) -> String {
    let whole = || wording::shell::Shell::WholeProvince.say(domain::Language::Vi).into_owned();
    report.unit.as_ref().map_or_else(whole, |unit| unit.name.clone())
}

/// The columns with the one at `from` at `to`; `None` where there is no such place.
pub(super) fn moved(columns: &[Column], from: usize, to: Option<usize>) -> Option<Vec<Column>> {
    let to = to.filter(|to| *to < columns.len())?;
    let mut next = columns.to_vec();
    next.swap(from, to);
    Some(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{NaiveDate, Period, ReportFoot, ReportHead, ReportKind, ReportKindReach};
    use std::collections::BTreeMap;

    fn report(kinds: &[(ActivityKind, ReportKindReach)]) -> ReportSlice {
        ReportSlice {
            kind: ReportKind::Quarter,
            unit: None,
            period: Period::Quarter(2024, 3),
            as_of: NaiveDate::default(),
            file_name: String::new(),
            head: ReportHead::default(),
            body: Vec::new(),
            foot: ReportFoot::default(),
            annexes: Vec::new(),
            reach: ReportReach { kinds: kinds.iter().copied().collect(), ..ReportReach::default() },
        }
    }

    #[test]
    fn the_row_follows_the_form_and_leaves_blank_what_nobody_said() {
        let events = ReportKindReach { count: 12, rows: 3, people: 1046, people_rows: 2 };
        let news = ReportKindReach { count: 4, rows: 4, people: 0, people_rows: 0 };
        let report = report(&[(ActivityKind::Event, events), (ActivityKind::News, news)]);
        let row = cells(&shown(&ReportView::default()), &report);
        assert_eq!(row.len(), 14, "the form has fourteen columns");
        assert_eq!(row[..4], ["12", "1046", "4", ""]);
        assert_eq!(
            cells(&[Column::Models, Column::Women, Column::Cost, Column::Unit], &report),
            ["", "", "", "Toàn tỉnh"]
        );
    }

    #[test]
    fn nothing_known_is_no_zero() {
        let row = cells(&Column::FORM, &report(&[]));
        assert!(row.iter().all(String::is_empty), "{row:?}");
    }

    #[test]
    fn sums_are_told_where_a_row_says_them() {
        let mut report = report(&[]);
        report.reach.by_source = BTreeMap::from([("NSNN".to_owned(), 2_000_000), (String::new(), 500)]);
        report.reach.cost_rows = 2;
        (report.reach.women, report.reach.people_beside_women) = (0, 30);
        assert_eq!(cells(&[Column::Cost, Column::Women], &report), ["2000500", "0"]);
    }

    #[test]
    fn a_column_moves_one_place_and_not_over_the_edge() {
        let columns = [Column::Unit, Column::Events, Column::News];
        assert_eq!(moved(&columns, 0, Some(1)).unwrap(), [Column::Events, Column::Unit, Column::News]);
        assert_eq!(moved(&columns, 2, Some(3)), None);
        assert_eq!(moved(&columns, 0, None), None);
    }
}
