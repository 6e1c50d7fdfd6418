//! Decides in which order the units of the matrix stand. Knows no words and no page.

use super::decide::attention;
use super::search::fold;
use crate::route::{MatrixSort, SortBy};
use domain::{Arrange, MatrixRow, MatrixSlice, State};
use std::cmp::Ordering;
use wording::states::Group;

/// What a row is compared by.
struct Key {
    /// Rows without a result come last, from whichever end the others are read.
    absent: bool,
    /// Figures, the one that matters most first.
    figures: [usize; 3],
    /// Without the word before it; then with it; then as it is written, for names that differ in accents only.
    name: [String; 3],
}

/// The rows in the order asked for; equal ones as they stood.
pub(super) fn sorted<'s>(
    slice: &MatrixSlice,
    rows: Vec<(usize, &'s MatrixRow)>,
    sort: &MatrixSort,
) -> Vec<(usize, &'s MatrixRow)> {
    if sort.by == SortBy::Roster {
        return rows;
    }
    let mut keyed: Vec<(Key, (usize, &MatrixRow))> =
        rows.into_iter().map(|row| (key(slice, row.1, &sort.by), row)).collect();
    keyed.arrange_by(|(one, _), (other, _)| compared(one, other, sort));
    keyed.into_iter().map(|(_, row)| row).collect()
}

fn compared(one: &Key, other: &Key, sort: &MatrixSort) -> Ordering {
    let turned = |order: Ordering| if sort.reversed { order.reverse() } else { order };
    let names = one.name.cmp(&other.name);
    let names = if sort.by == SortBy::Name { turned(names) } else { names };
    one.absent.cmp(&other.absent).then(turned(one.figures.cmp(&other.figures))).then(names)
}

fn key(slice: &MatrixSlice, row: &MatrixRow, by: &SortBy) -> Key {
    let name = [fold(proper(&row.unit.name)), fold(&row.unit.name), row.unit.name.clone()];
    let (absent, figures) = match by {
        SortBy::Roster | SortBy::Name => (false, [0; 3]),
        SortBy::Urgency => {
            (false, [Group::Bad, Group::Open, Group::Unknown].map(|group| most_first(in_group(row, group))))
        }
        SortBy::Target(target) => by_target(slice, row, target),
    };
    Key { absent, figures, name }
}

/// What needs attention most first; among equals those with most periods in that state.
fn by_target(slice: &MatrixSlice, row: &MatrixRow, target: &str) -> (bool, [usize; 3]) {
    let column = slice.columns.iter().position(|column| column.target == target);
    let cell = column.and_then(|column| row.cells.get(column)).and_then(Option::as_ref);
    let Some(cell) = cell else { return (true, [0; 3]) };
    let alike = cell.periods.iter().filter(|period| period.state == cell.state).count();
    let counted: usize = cell.periods.iter().map(|period| period.n_lo as usize).sum();
    (false, [usize::from(attention(cell.state)), most_first(alike), counted])
}

fn in_group(row: &MatrixRow, group: Group) -> usize {
    let is_in = |state: State| Group::of(state) == group;
    row.cells.iter().flatten().filter(|cell| is_in(cell.state)).count()
}

fn most_first(count: usize) -> usize {
    usize::MAX - count
}

/// The words that say what a unit is, before its name proper.
const KINDS: [&str; 10] =
    ["Thị trấn ", "Thành phố ", "Thị xã ", "Đặc khu ", "Khu phố ", "Phường ", "Huyện ", "Quận ", "Xã ", "Ấp "];

/// People look for "Vĩnh Hòa Hiệp" under V, whether it is a commune or a ward.
fn proper(name: &str) -> &str {
    KINDS.iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{
        Bilingual, Figures, Life, MatrixCell, MatrixColumn, NaiveDate, Period, PeriodCell, UnitIndex, UnitKind,
        UnitLine, UnitSource,
    };

    fn row(name: &str, cells: [Option<&[State]>; 2]) -> MatrixRow {
        let (id, life) = (name.to_owned(), Life::default());
        let (kind, source) = (UnitKind::Commune, UnitSource::Shipped);
        let unit = UnitLine { unit: UnitIndex(0), id, name: name.into(), parent: String::new(), kind, source, life };
        let period = |(number, state): (u32, &State)| PeriodCell {
            period: Period::Quarter(2024, number),
            state: *state,
            reason: None,
            figures: Figures::Activities,
            n_lo: 1,
            n_hi: 1,
            threshold: 4,
            den: None,
            deadline: NaiveDate::MAX,
        };
        let cell = |states: &[State]| MatrixCell {
            state: states.iter().copied().min_by_key(|state| attention(*state)).unwrap(),
            periods: (1..).zip(states).map(period).collect(),
        };
        MatrixRow { unit, cells: cells.map(|states| states.map(cell)).to_vec() }
    }

    fn slice() -> MatrixSlice {
        let column = |target: &str| MatrixColumn { target: target.into(), label: Bilingual::default() };
        MatrixSlice {
            columns: vec![column("T1"), column("T5")],
            rows: vec![
                row("Xã Vĩnh Hòa", [Some(&[State::Met]), Some(&[State::Missed, State::Met])]),
                row("Phường An Bình", [Some(&[State::Missed]), Some(&[State::Missed, State::Missed])]),
                row("Thị trấn Đầm Dơi", [Some(&[State::NoData]), None]),
                row("Xã Ân Thạnh", [Some(&[State::Met]), Some(&[State::Met])]),
            ],
        }
    }

    fn names(by: SortBy, reversed: bool) -> Vec<String> {
        let slice = slice();
        let rows = slice.rows.iter().enumerate().collect();
        let sorted = sorted(&slice, rows, &MatrixSort { by, reversed });
        sorted.into_iter().map(|(_, row)| proper(&row.unit.name).to_owned()).collect()
    }

    #[test]
    fn names_are_sorted_without_the_word_before_them_and_without_accents() {
        assert_eq!(names(SortBy::Name, false), ["An Bình", "Ân Thạnh", "Đầm Dơi", "Vĩnh Hòa"]);
        assert_eq!(names(SortBy::Name, true), ["Vĩnh Hòa", "Đầm Dơi", "Ân Thạnh", "An Bình"]);
    }

    #[test]
    fn names_that_differ_in_accents_only_turn_around_too() {
        let rows = ["Xã Tân Thạnh", "Xã Tân Thành"].map(|name| row(name, [None, None]));
        let slice = MatrixSlice { columns: Vec::new(), rows: rows.to_vec() };
        let names = |reversed| {
            let order = MatrixSort { by: SortBy::Name, reversed };
            let rows = sorted(&slice, slice.rows.iter().enumerate().collect(), &order);
            rows.into_iter().map(|(place, _)| place).collect::<Vec<_>>()
        };
        assert!(names(false).into_iter().rev().eq(names(true)));
    }

    #[test]
    fn who_missed_most_comes_first() {
        assert_eq!(names(SortBy::Urgency, false), ["An Bình", "Vĩnh Hòa", "Đầm Dơi", "Ân Thạnh"]);
        assert_eq!(names(SortBy::Urgency, true), ["Ân Thạnh", "Đầm Dơi", "Vĩnh Hòa", "An Bình"]);
    }

    #[test]
    fn a_target_sorts_by_its_result_and_whom_it_does_not_address_comes_last_either_way() {
        let target = || SortBy::Target("T5".to_owned());
        assert_eq!(names(target(), false), ["An Bình", "Vĩnh Hòa", "Ân Thạnh", "Đầm Dơi"]);
        assert_eq!(names(target(), true), ["Ân Thạnh", "Vĩnh Hòa", "An Bình", "Đầm Dơi"]);
    }

    #[test]
    fn the_roster_keeps_its_order() {
        assert_eq!(names(SortBy::Roster, true), ["Vĩnh Hòa", "An Bình", "Đầm Dơi", "Ân Thạnh"]);
    }
}
