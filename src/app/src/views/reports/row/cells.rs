//! Decides what stands in the row, and how its columns move. Nothing is reckoned that the report does not hold.

use crate::route::ReportView;
use domain::{FormsSlice, ReportSlice, RowColumn};
use wording::Say;

/// The columns shown: those of the address, else of the order in force.
pub(super) fn shown(view: &ReportView, forms: &FormsSlice) -> Vec<RowColumn> {
    let in_force = || forms.in_force().iter().flat_map(|order| &order.columns).map(|column| column.holds).collect();
    if view.columns.is_empty() { in_force() } else { view.columns.clone() }
}

/// The row. What nobody said stays blank.
pub(super) fn cells(columns: &[RowColumn], report: &ReportSlice) -> Vec<String> {
    let name = whose(report);
    let cell = |column: &RowColumn| column.value(&report.reach, &name).map(|value| value.text()).unwrap_or_default();
    columns.iter().map(cell).collect()
}

fn whose(report: &ReportSlice) -> String {
    let whole = || wording::shell::Shell::WholeProvince.say(domain::Language::Vi).into_owned();
    report.unit.as_ref().map_or_else(whole, |unit| unit.name.clone())
}

/// The columns with the one at `from` at `to`; `None` where there is no such place.
pub(super) fn moved(columns: &[RowColumn], from: usize, to: Option<usize>) -> Option<Vec<RowColumn>> {
    let to = to.filter(|to| *to < columns.len())?;
    let mut next = columns.to_vec();
    next.swap(from, to);
    Some(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{
        ActivityKind, Bilingual, FormColumn, FormOrder, NaiveDate, Period, ReportFoot, ReportHead, ReportKind,
        ReportKindReach, ReportReach,
    };
    use std::collections::BTreeMap;

    fn forms(columns: &[RowColumn]) -> FormsSlice {
        let column = |holds: &RowColumn| FormColumn { holds: *holds, words: Vec::new() };
        let (title, columns) = (Bilingual::default(), columns.iter().map(column).collect());
        FormsSlice { own: None, shipped: vec![FormOrder { id: String::new(), title, source: String::new(), columns }] }
    }

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
    fn the_row_follows_the_order_in_force_and_leaves_blank_what_nobody_said() {
        use RowColumn as C;
        let events = ReportKindReach { count: 12, rows: 3, people: 1046, people_rows: 2 };
        let news = ReportKindReach { count: 4, rows: 4, people: 0, people_rows: 0 };
        let report = report(&[(ActivityKind::Event, events), (ActivityKind::News, news)]);
        let forms = forms(&[C::Events, C::EventPeople, C::News, C::Blank]);
        let row = |view: &ReportView| cells(&shown(view, &forms), &report);
        assert_eq!(row(&ReportView::default()), ["12", "1046", "4", ""]);
        let own = ReportView { columns: vec![C::Models, C::Women, C::Cost, C::Unit], ..ReportView::default() };
        assert_eq!(row(&own), ["", "", "", "Toàn tỉnh"]);
    }

    #[test]
    fn nothing_known_is_no_zero() {
        let row = cells(&RowColumn::ALL, &report(&[]));
        assert!(row.iter().skip(1).all(String::is_empty), "{row:?}");
    }

    #[test]
    fn sums_are_told_where_a_row_says_them() {
        let mut report = report(&[]);
        report.reach.by_source = BTreeMap::from([("NSNN".to_owned(), 2_000_000), (String::new(), 500)]);
        report.reach.cost_rows = 2;
        (report.reach.women, report.reach.people_beside_women) = (0, 30);
        assert_eq!(cells(&[RowColumn::Cost, RowColumn::Women], &report), ["2000500", "0"]);
    }

    #[test]
    fn a_column_moves_one_place_and_not_over_the_edge() {
        let columns = [RowColumn::Unit, RowColumn::Events, RowColumn::News];
        assert_eq!(moved(&columns, 0, Some(1)).unwrap(), [RowColumn::Events, RowColumn::Unit, RowColumn::News]);
        assert_eq!(moved(&columns, 2, Some(3)), None);
        assert_eq!(moved(&columns, 0, None), None);
    }
}
