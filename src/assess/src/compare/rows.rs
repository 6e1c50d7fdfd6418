//! What became of the rows between two sets of files.
//!
//! A row is the same if it says the same, wherever it stands. Of those left over two are one row that was changed if
//! they agree on what people know a row by: its unit, kind, time and title, or all of these but one.

use super::cells::{self, Cells, Entry};
use super::merge::{Merged, merge};
use super::side::{Joint, Side};
use domain::{
    Activity, CellValue, ChangedRow, ComparedRow, Field, Origin, RowPlace, RowsCompared, Span, TableKind, UnitIndex,
};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// Rows listed of each sort; all of them are counted.
const LISTED: usize = 200;

/// An activity with its unit's number over both sides.
type Row<'a> = (Option<u32>, &'a Activity);
/// A row of a register, likewise.
type RegisterRow<'a> = (Option<u32>, &'a Entry);

/// What became of the rows of the scope.
pub(super) fn compare(before: &Side<'_>, after: &Side<'_>, joint: &Joint, year: i32) -> RowsCompared {
    let mut told = RowsCompared::default();
    activities(before, after, joint, year, &mut told);
    registers(before, after, joint, year, &mut told);
    told
}

fn activities(before: &Side<'_>, after: &Side<'_>, joint: &Joint, year: i32, told: &mut RowsCompared) {
    let scope = after.scope();
    let earlier = before.facts().activities.iter().filter(|row| before.holds(scope, row.unit, year));
    let later = after.facts().activities.iter().filter(|row| after.holds(scope, row.unit, year));
    let earlier: Vec<Row<'_>> = earlier.map(|row| (joint.before(Some(row.unit)), row)).collect();
    let later: Vec<Row<'_>> = later.map(|row| (joint.after(Some(row.unit)), row)).collect();
    let same = merge(earlier, later, |one, other| one.0.cmp(&other.0).then_with(|| cells::by_content(one.1, other.1)));
    tell_same(told, same.pairs.iter().map(|(one, other)| (one.1.origin, other.1.origin)));
    let left = changed(same.before, same.after);
    let show = |side: &Side<'_>, row: &Activity| {
        let (when, cells) = (row.when, cells::of_activity(row));
        shown(side, TableKind::Activities, row.unit, when, cells, row.origin)
    };
    tell(told, &left, |row| show(before, row.1), |row| show(after, row.1));
}

/// Of the activities left over those that are one row, told otherwise.
fn changed<'a>(before: Vec<Row<'a>>, after: Vec<Row<'a>>) -> Merged<Row<'a>> {
    let mut found = Merged { pairs: Vec::new(), before, after };
    for (is_known, order) in WAYS {
        let (known, unknown): (Vec<Row<'a>>, Vec<Row<'a>>) = found.before.into_iter().partition(|row| is_known(row.1));
        let (sought, unsought): (Vec<Row<'a>>, Vec<Row<'a>>) = found.after.into_iter().partition(|row| is_known(row.1));
        let merged = merge(known, sought, order);
        found.pairs.extend(merged.pairs);
        found.before = merged.before.into_iter().chain(unknown).collect();
        found.after = merged.after.into_iter().chain(unsought).collect();
    }
    found
}

/// Which rows can be known in a way, and when two of them are one.
type Way = (fn(&Activity) -> bool, fn(&Row<'_>, &Row<'_>) -> Ordering);

/// The ways to know a row again, the surest first.
const WAYS: [Way; 4] = [
    (|_| true, |one, other| key(one).cmp(&key(other))),
    (has_title, |one, other| (one.0, one.1.kind, &one.1.title).cmp(&(other.0, other.1.kind, &other.1.title))),
    (is_on_a_day, |one, other| (one.0, one.1.kind, one.1.when).cmp(&(other.0, other.1.kind, other.1.when))),
    (is_titled_day, |one, other| (one.1.when, &one.1.title).cmp(&(other.1.when, &other.1.title))),
];

fn key<'a>(row: &Row<'a>) -> (Option<u32>, domain::ActivityKind, Option<Span>, &'a str) {
    (row.0, row.1.kind, row.1.when, row.1.title.as_str())
}

fn has_title(row: &Activity) -> bool {
    !row.title.is_empty()
}

fn is_on_a_day(row: &Activity) -> bool {
    row.when.is_some_and(Span::is_day)
}

fn is_titled_day(row: &Activity) -> bool {
    has_title(row) && is_on_a_day(row)
}

fn registers(before: &Side<'_>, after: &Side<'_>, joint: &Joint, year: i32, told: &mut RowsCompared) {
    let scope = after.scope();
    let (earlier, later) = (cells::registers(before.facts()), cells::registers(after.facts()));
    let earlier = earlier.iter().filter(|row| before.holds(scope, row.unit, year));
    let later = later.iter().filter(|row| after.holds(scope, row.unit, year));
    let earlier: Vec<RegisterRow<'_>> = earlier.map(|row| (joint.before(Some(row.unit)), row)).collect();
    let later: Vec<RegisterRow<'_>> = later.map(|row| (joint.after(Some(row.unit)), row)).collect();
    let known = |row: &RegisterRow<'_>| (row.0, row.1.table, row.1.when);
    let same =
        merge(earlier, later, |one, other| known(one).cmp(&known(other)).then_with(|| one.1.cells.cmp(&other.1.cells)));
    tell_same(told, same.pairs.iter().map(|(one, other)| (one.1.origin, other.1.origin)));
    let merged = merge(same.before, same.after, |one, other| known(one).cmp(&known(other)));
    let show = |side: &Side<'_>, row: &Entry| shown(side, row.table, row.unit, row.when, row.cells.clone(), row.origin);
    tell(told, &merged, |row| show(before, row.1), |row| show(after, row.1));
}

fn tell_same(told: &mut RowsCompared, pairs: impl Iterator<Item = (Origin, Origin)>) {
    for (one, other) in pairs {
        told.same += 1;
        told.moved += u32::from(one.row != other.row);
    }
}

fn tell<T>(
    told: &mut RowsCompared,
    merged: &Merged<T>,
    before: impl Fn(&T) -> ComparedRow,
    after: impl Fn(&T) -> ComparedRow,
) {
    let many = |rows: usize| u32::try_from(rows).unwrap_or(u32::MAX);
    told.changed += many(merged.pairs.len());
    told.gone += many(merged.before.len());
    told.added += many(merged.after.len());
    let pairs = merged.pairs.iter().map(|(one, other)| change(&before(one), after(other)));
    fill(&mut told.first_changed, pairs);
    fill(&mut told.first_gone, merged.before.iter().map(before));
    fill(&mut told.first_added, merged.after.iter().map(after));
}

fn fill<T>(list: &mut Vec<T>, more: impl Iterator<Item = T>) {
    let room = LISTED.saturating_sub(list.len());
    list.extend(more.take(room));
}

fn shown(
    side: &Side<'_>,
    table: TableKind,
    unit: UnitIndex,
    when: Option<Span>,
    cells: Cells,
    origin: Origin,
) -> ComparedRow {
    let facts = side.facts();
    let day = when.map_or(side.as_of, Span::from);
    let info = facts.table(origin);
    ComparedRow {
        place: RowPlace {
            file: info.map_or_else(String::new, |info| info.file.clone()),
            sheet: info.map_or_else(String::new, |info| info.sheet.clone()),
            row: origin.row,
        },
        table,
        unit: facts.roster.get(unit).map_or_else(String::new, |unit| unit.name_at(day).to_owned()),
        when,
        cells,
    }
}

fn change(before: &ComparedRow, after: ComparedRow) -> ChangedRow {
    let fields: BTreeSet<Field> = before.cells.iter().chain(&after.cells).map(|(field, _)| *field).collect();
    let of = |row: &ComparedRow, field: Field| row.cells.iter().find(|cell| cell.0 == field).map(|cell| cell.1.clone());
    let days = |row: &ComparedRow| row.when.map(CellValue::Days);
    let unit = |row: &ComparedRow| Some(CellValue::Text(row.unit.clone()));
    let around = [(Field::UnitName, unit(before), unit(&after)), (Field::Date, days(before), days(&after))];
    let cells = fields.into_iter().map(|field| (field, of(before, field), of(&after, field)));
    let changes = around.into_iter().chain(cells).filter(|(_, one, other)| one != other).collect();
    ChangedRow { before: before.place.clone(), after, changes }
}
