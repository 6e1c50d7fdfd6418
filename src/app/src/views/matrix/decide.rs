//! Decides which units the matrix shows, in which groups and columns, and how many answer each filter.
//! Refuses to know words and pages.

use super::order::sorted;
use super::search::answers;
use crate::route::{MatrixSort, SortBy};
use domain::{MatrixCell, MatrixRow, MatrixSlice, Period, State, Summary, UnitKind};
use std::collections::BTreeMap;
use wording::states::Group;

/// The groups that can be filtered on, in the order of the chips.
pub(super) const CHIPS: [Group; 5] = [Group::Bad, Group::Open, Group::Unknown, Group::Good, Group::Neutral];

/// The target whose result is looked at, for the period that the overview shows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Focus {
    /// The target.
    pub(super) target: String,
    /// The period; `None` = the worst of all.
    pub(super) period: Option<Period>,
}

/// What the user looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filters {
    /// Units of this kind; `None` = of every kind.
    pub(super) kind: Option<UnitKind>,
    /// The target looked at.
    pub(super) focus: Option<Focus>,
    /// Results in this group.
    pub(super) group: Option<Group>,
    /// Words of the unit's name.
    pub(super) search: String,
    /// In which order.
    pub(super) sort: MatrixSort,
}

/// The focus that an address asks for.
pub(super) fn focus(summary: &Summary, target: Option<&str>) -> Option<Focus> {
    let target = target?;
    let line = summary.overview.targets.iter().find(|line| line.target == target);
    Some(Focus { target: target.to_owned(), period: line.and_then(|line| line.period.clone()) })
}

/// What the table shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shown {
    /// Columns that address a unit of the kind, by their place in the slice.
    pub(super) columns: Vec<usize>,
    /// Rows under their parents.
    pub(super) groups: Vec<RowGroup>,
    /// Rows that answer all filters.
    pub(super) rows: u32,
    /// Rows of the kind.
    pub(super) of: u32,
    /// The kind that all of them are of.
    pub(super) kind: Option<UnitKind>,
    /// Rows in each group of results, were no group chosen.
    pub(super) counts: BTreeMap<Group, u32>,
    /// Rows were no group chosen.
    pub(super) all: u32,
}

/// Rows of one parent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RowGroup {
    /// The parent's name, which may be empty; `None` = rows of any parent, as they were sorted.
    pub(super) parent: Option<String>,
    /// The rows, by their place in the slice.
    pub(super) rows: Vec<usize>,
    /// Rows among them that missed what is looked at.
    pub(super) missed: u32,
}

/// Applies the filters.
pub(super) fn shown(slice: &MatrixSlice, filters: &Filters) -> Shown {
    let column = filters.focus.as_ref().map(|focus| column_of(slice, focus));
    let view = View { filters, column };
    let of_kind: Vec<(usize, &MatrixRow)> =
        slice.rows.iter().enumerate().filter(|(_, row)| view.is_of_kind(row) && view.is_addressed(row)).collect();
    let found: Vec<(usize, &MatrixRow)> =
        of_kind.iter().copied().filter(|(_, row)| answers(&row.unit.name, &filters.search)).collect();
    let in_group = |group| found.iter().filter(move |(_, row)| view.is_in(row, group));
    let chosen: Vec<(usize, &MatrixRow)> = match filters.group {
        Some(group) => in_group(group).copied().collect(),
        None => found.clone(),
    };
    let chosen = sorted(slice, chosen, &filters.sort);
    Shown {
        columns: columns(slice, &of_kind),
        groups: grouped(&chosen, view),
        rows: length(&chosen),
        of: length(&of_kind),
        kind: one_kind(&of_kind),
        counts: CHIPS.into_iter().map(|group| (group, length(&in_group(group).collect::<Vec<_>>()))).collect(),
        all: length(&found),
    }
}

fn one_kind(rows: &[(usize, &MatrixRow)]) -> Option<UnitKind> {
    let (_, first) = rows.first()?;
    rows.iter().all(|(_, row)| row.unit.kind == first.unit.kind).then_some(first.unit.kind)
}

fn length<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

/// The filters, with the place of the column looked at.
#[derive(Clone, Copy)]
struct View<'a> {
    filters: &'a Filters,
    /// `Some(None)`: the target looked at has no column.
    column: Option<Option<usize>>,
}

impl View<'_> {
    fn is_of_kind(self, row: &MatrixRow) -> bool {
        self.filters.kind.is_none_or(|kind| kind == row.unit.kind)
    }

    fn is_addressed(self, row: &MatrixRow) -> bool {
        match self.column {
            None => true,
            Some(column) => column.is_some_and(|column| cell(row, column).is_some()),
        }
    }

    /// Looked at by one target: its state. By all: any cell in the group; but met or not due only if nothing is worse.
    fn is_in(self, row: &MatrixRow, group: Group) -> bool {
        match (self.column, group) {
            (None, Group::Bad | Group::Open | Group::Unknown) => {
                row.cells.iter().flatten().any(|cell| Group::of(cell.state) == group)
            }
            _ => Group::of(self.state(row)) == group,
        }
    }

    fn state(self, row: &MatrixRow) -> State {
        let Some(column) = self.column else { return worst(row) };
        let period = self.filters.focus.as_ref().and_then(|focus| focus.period.as_ref());
        column.and_then(|column| cell(row, column)).map_or(State::NotApplicable, |cell| state_in(cell, period))
    }
}

fn cell(row: &MatrixRow, column: usize) -> Option<&MatrixCell> {
    row.cells.get(column).and_then(Option::as_ref)
}

fn state_in(cell: &MatrixCell, period: Option<&Period>) -> State {
    let one = period.and_then(|period| cell.periods.iter().find(|part| part.period == *period));
    one.map_or(cell.state, |part| part.state)
}

fn column_of(slice: &MatrixSlice, focus: &Focus) -> Option<usize> {
    slice.columns.iter().position(|column| column.target == focus.target)
}

/// The result of a row over all its targets: what needs attention first. Not due yet yields to met.
pub(super) fn worst(row: &MatrixRow) -> State {
    row.cells
        .iter()
        .flatten()
        .map(|cell| cell.state)
        .min_by_key(|state| attention(*state))
        .unwrap_or(State::NotApplicable)
}

/// 0 needs attention most.
pub(crate) fn attention(state: State) -> u8 {
    match state {
        State::Missed => 0,
        State::Late => 1,
        State::AtRisk => 2,
        State::Uncertain => 3,
        State::NoData => 4,
        State::OnTrack => 5,
        State::Met => 6,
        State::NotYetDue => 7,
        State::NotApplicable => 8,
    }
}

fn columns(slice: &MatrixSlice, rows: &[(usize, &MatrixRow)]) -> Vec<usize> {
    (0..slice.columns.len()).filter(|&column| rows.iter().any(|(_, row)| cell(row, column).is_some())).collect()
}

/// Sorted rows that are drawn together.
const TOGETHER: usize = 30;

/// Rows that follow each other under one parent make a group; sorted ones stand in parts, so that those far off need
/// not be drawn.
fn grouped(rows: &[(usize, &MatrixRow)], view: View<'_>) -> Vec<RowGroup> {
    let group = |chunk: &[(usize, &MatrixRow)], parent: Option<String>| RowGroup {
        parent,
        rows: chunk.iter().map(|(place, _)| *place).collect(),
        missed: length(&chunk.iter().filter(|(_, row)| view.is_in(row, Group::Bad)).collect::<Vec<_>>()),
    };
    if view.filters.sort.by != SortBy::Roster {
        return rows.chunks(TOGETHER).map(|chunk| group(chunk, None)).collect();
    }
    let parents = rows.chunk_by(|(_, one), (_, next)| one.unit.parent == next.unit.parent);
    parents.map(|chunk| group(chunk, chunk.first().map(|(_, row)| row.unit.parent.clone()))).collect()
}

/// Kinds of unit with their number of rows that the target looked at addresses, in the order of the rule language.
pub(super) fn kinds(slice: &MatrixSlice, filters: &Filters) -> BTreeMap<UnitKind, u32> {
    let column = filters.focus.as_ref().map(|focus| column_of(slice, focus));
    let view = View { filters, column };
    slice.rows.iter().filter(|row| view.is_addressed(row)).fold(BTreeMap::new(), |mut kinds, row| {
        *kinds.entry(row.unit.kind).or_default() += 1;
        kinds
    })
}

/// The kind shown at first: of the one with most missed units, then most open, then most units.
/// Looked at by one target all kinds are shown, so that the overview's counts are found again.
pub(super) fn first_kind(slice: &MatrixSlice, focus: Option<&Focus>) -> Option<UnitKind> {
    if focus.is_some() {
        return None;
    }
    let tally = |kind: UnitKind, group: Group| {
        let rows = slice.rows.iter().filter(|row| row.unit.kind == kind);
        rows.filter(|row| row.cells.iter().flatten().any(|cell| Group::of(cell.state) == group)).count()
    };
    let kinds = kinds(slice, &Filters::default()).into_iter();
    kinds.max_by_key(|(kind, rows)| (tally(*kind, Group::Bad), tally(*kind, Group::Open), *rows)).map(|(kind, _)| kind)
}

/// The first `limit` rows, whole groups cut where it falls.
pub(super) fn cut(groups: &[RowGroup], limit: usize) -> Vec<RowGroup> {
    let mut left = limit;
    let mut kept = Vec::new();
    for group in groups {
        if left == 0 {
            break;
        }
        let rows: Vec<usize> = group.rows.iter().copied().take(left).collect();
        left -= rows.len();
        kept.push(RowGroup { rows, ..group.clone() });
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Bilingual, Life, MatrixColumn, NaiveDate, PeriodCell, UnitIndex, UnitLine, UnitSource};

    fn unit(number: u32, name: &str, parent: &str, kind: UnitKind) -> UnitLine {
        let (id, life, source) = (number.to_string(), Life::default(), UnitSource::Shipped);
        UnitLine { unit: UnitIndex(number), id, name: name.into(), parent: parent.into(), kind, source, life }
    }

    fn quarters(states: &[State]) -> MatrixCell {
        let periods = states.iter().zip(1..).map(|(state, number)| PeriodCell {
            period: Period::Quarter(2024, number),
            state: *state,
            reason: None,
            figures: domain::Figures::Activities,
            n_lo: 0,
            n_hi: 0,
            threshold: 4,
            den: None,
            deadline: NaiveDate::MAX,
        });
        let state = states.iter().copied().min_by_key(|state| attention(*state)).unwrap();
        MatrixCell { state, periods: periods.collect() }
    }

    /// Three communes of two districts and a school; T5 for communes, T8 for schools.
    fn slice() -> MatrixSlice {
        let column = |target: &str| MatrixColumn { target: target.into(), label: Bilingual::default() };
        let commune = |number, name, parent, states: &[State]| MatrixRow {
            unit: unit(number, name, parent, UnitKind::Commune),
            cells: vec![Some(quarters(states)), None],
        };
        let school = MatrixRow {
            unit: unit(9, "Trường THCS Bình An", "Xã Bình An", UnitKind::School),
            cells: vec![None, Some(quarters(&[State::NoData]))],
        };
        MatrixSlice {
            columns: vec![column("T5"), column("T8")],
            rows: vec![
                commune(1, "Xã Vĩnh Hòa Hiệp", "Huyện Châu Thành", &[State::Met, State::Missed]),
                commune(2, "Xã Mong Thọ", "Huyện Châu Thành", &[State::Missed, State::Met]),
                commune(3, "Phường Dương Đông", "Thành phố Phú Quốc", &[State::Met, State::NotYetDue]),
                school,
            ],
        }
    }

    fn second_quarter() -> Option<Focus> {
        Some(Focus { target: "T5".into(), period: Some(Period::Quarter(2024, 2)) })
    }

    #[test]
    fn with_a_target_the_state_is_that_of_its_period() {
        let filters = Filters { focus: second_quarter(), group: Some(Group::Bad), ..Filters::default() };
        let shown = shown(&slice(), &filters);
        assert_eq!(shown.rows, 1);
        assert_eq!(shown.groups[0].rows, [0]);
        assert_eq!(shown.counts[&Group::Good], 1);
    }

    #[test]
    fn without_a_target_any_missed_cell_answers() {
        let filters = Filters { group: Some(Group::Bad), ..Filters::default() };
        assert_eq!(shown(&slice(), &filters).rows, 2);
    }

    #[test]
    fn chips_count_what_choosing_them_would_show() {
        for focus in [None, second_quarter()] {
            let open = Filters { focus, ..Filters::default() };
            let counts = shown(&slice(), &open).counts;
            for group in CHIPS {
                let chosen = Filters { group: Some(group), ..open.clone() };
                assert_eq!(shown(&slice(), &chosen).rows, counts[&group], "{group:?}");
            }
        }
    }

    #[test]
    fn rows_stand_under_their_parent_and_only_with_columns_that_address_them() {
        let shown = shown(&slice(), &Filters { kind: Some(UnitKind::Commune), ..Filters::default() });
        assert_eq!(shown.columns, [0]);
        assert_eq!(
            shown.groups.iter().map(|group| (group.rows.len(), group.missed)).collect::<Vec<_>>(),
            [(2, 2), (1, 0)]
        );
    }

    #[test]
    fn the_kind_with_most_missed_units_comes_first_unless_a_target_is_looked_at() {
        assert_eq!(first_kind(&slice(), None), Some(UnitKind::Commune));
        assert_eq!(first_kind(&slice(), second_quarter().as_ref()), None);
        assert_eq!(first_kind(&MatrixSlice::default(), None), None);
    }

    #[test]
    fn the_choice_of_a_kind_counts_only_units_that_the_target_addresses() {
        let all = kinds(&slice(), &Filters::default());
        assert_eq!(all, BTreeMap::from([(UnitKind::Commune, 3), (UnitKind::School, 1)]));
        let one = Filters { focus: second_quarter(), ..Filters::default() };
        assert_eq!(kinds(&slice(), &one), BTreeMap::from([(UnitKind::Commune, 3)]));
        assert_eq!(shown(&slice(), &one).kind, Some(UnitKind::Commune));
        assert_eq!(shown(&slice(), &Filters::default()).kind, None);
    }

    #[test]
    fn a_target_without_a_column_shows_nobody() {
        let focus = Some(Focus { target: "T3".into(), period: None });
        assert_eq!(shown(&slice(), &Filters { focus, ..Filters::default() }).rows, 0);
    }

    #[test]
    fn met_needs_everything_due_to_be_met() {
        for (states, met) in [
            ([State::Met, State::NotYetDue], true),
            ([State::Met, State::OnTrack], false),
            ([State::Met, State::NoData], false),
        ] {
            let mut slice = slice();
            slice.rows = vec![MatrixRow {
                cells: states.map(|state| Some(quarters(&[state]))).to_vec(),
                ..slice.rows[0].clone()
            }];
            let filters = Filters { group: Some(Group::Good), ..Filters::default() };
            assert_eq!(shown(&slice, &filters).rows == 1, met, "{states:?}");
        }
    }

    #[test]
    fn a_cut_keeps_the_order_and_the_limit() {
        let groups = shown(&slice(), &Filters::default()).groups;
        let kept: Vec<usize> = cut(&groups, 3).into_iter().flat_map(|group| group.rows).collect();
        assert_eq!(kept, [0, 1, 2]);
        assert_eq!(cut(&groups, 100), groups);
    }
}
