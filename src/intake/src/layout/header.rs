//! The header: which rows name the columns, and the levels of names of every column.
//!
//! A row is a header by its words and by what stands below it. Further levels are found by how they sit under the
//! groups above. It knows no meaning of a name.

use super::shape::{is_all_names, is_key_row, is_value};
use super::words::{Likeness, likeness, plain};
use crate::sheet::{RowSlice, Sheet, SheetRow};
use domain::Gather;
use std::collections::BTreeSet;

/// Header rows at most.
const LEVELS: usize = 4;
/// A better header may follow a letterhead within so many rows.
const LOOK_AHEAD: usize = 8;
/// Rows below a header that are asked whether they are data.
const SAMPLE: usize = 6;

/// Where a header stands, as places in the sheet's list of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// The first row below it and its row of keys.
    pub(crate) body: usize,
}

/// The first header at or after a place.
pub(crate) fn find(sheet: &Sheet, from: usize) -> Option<Header> {
    let rows = sheet.rows.all();
    let found = (from..rows.len()).find(|place| is_header(rows, *place) && !is_outdone(sheet, *place));
    found.map(|place| block(sheet, from, place)).or_else(|| single_column(sheet, from))
}

/// Is this row, met in the body of a table, the header of a new one?
pub(crate) fn is_new_header(rows: RowSlice<'_>, place: usize, is_after_gap: bool) -> bool {
    let Some(row) = rows.get(place).filter(|row| row.len() >= 2) else { return false };
    let (least, exact) = if is_after_gap { (2, 1) } else { (3, 2) };
    if row.len() < least || !is_all_names(row) || !may_name_columns(row, least) {
        return false;
    }
    let words = Words::of(row);
    let begins = row.first().is_some_and(|(_, value)| cell_likeness(&value.text()) > Likeness::None);
    begins && words.known >= least && words.exact >= exact
}

/// Rows of data end here after few cells: enough of them are no names.
fn may_name_columns(row: SheetRow<'_>, least: usize) -> bool {
    let most_unknown = row.len() - least.max(row.len().div_ceil(2));
    let unknown = row.cells().filter(|(_, value)| cell_likeness(&value.text()) == Likeness::None);
    unknown.take(most_unknown + 1).count() <= most_unknown
}

/// The names of a row that look like names of columns.
struct Words {
    known: usize,
    exact: usize,
}

impl Words {
    fn of(row: SheetRow<'_>) -> Self {
        let likenesses: Vec<Likeness> = row.cells().map(|(_, value)| cell_likeness(&value.text())).collect();
        let count = |least| likenesses.iter().filter(|likeness| **likeness >= least).count();
        Self { known: count(Likeness::Begins), exact: count(Likeness::Is) }
    }
}

/// `Quý:` beside `I` is a label in a letterhead.
fn cell_likeness(text: &str) -> Likeness {
    if text.ends_with(':') && plain(text) != "trong do" { Likeness::None } else { likeness(text) }
}

fn is_header(rows: RowSlice<'_>, place: usize) -> bool {
    let Some(row) = rows.get(place).filter(|row| row.len() >= 2 && is_all_names(*row)) else { return false };
    let words = Words::of(row);
    let by_words = words.known >= 2 && words.known * 3 >= row.len();
    by_words || (words.known >= 1 && row.len() >= 3 && has_data_below(rows, place))
}

/// Distinct short names above at least two rows with values.
fn has_data_below(rows: RowSlice<'_>, place: usize) -> bool {
    let Some((row, below)) = rows.range(place..rows.len()).split_first() else { return false };
    let names: BTreeSet<String> = row.cells().map(|(_, value)| plain(&value.text())).gathered();
    let is_short = row.cells().all(|(_, value)| value.text().chars().count() <= 60);
    is_short && names.len() == row.len() && below.iter().take(SAMPLE).filter(|data| fills(row, *data)).count() >= 2
}

/// Does a row with more known names follow that does not belong to this header, before any data?
fn is_outdone(sheet: &Sheet, place: usize) -> bool {
    let rows = sheet.rows.all();
    let Some(row) = rows.get(place) else { return false };
    let known = Words::of(row).known;
    let is_better =
        |next: usize| rows.get(next).is_some_and(|row| Words::of(row).known > known) && is_header(rows, next);
    let is_data = |next: usize| rows.get(next).is_some_and(|below| fills(row, below));
    let end = rows.len().min(place + 1 + LOOK_AHEAD);
    let better = (place + 1..end).take_while(|next| !is_data(*next)).find(|next| is_better(*next));
    better.is_some_and(|next| (place + 1..=next).any(|next| !is_level_below(sheet, place, next - 1, next)))
}

/// Has the row values below at least half of these names, and less beside them than below?
fn fills(names: SheetRow<'_>, row: SheetRow<'_>) -> bool {
    let is_below = |column: u32| !names.symbol(column).is_empty();
    let below = row.symbols().filter(|(column, _)| is_below(*column)).count();
    let is_covered = below * 2 >= names.len() && below * 2 > row.len();
    is_covered && row.cells().any(|(column, value)| is_below(column) && is_value(&value))
}

fn block(sheet: &Sheet, from: usize, place: usize) -> Header {
    let mut first = place;
    while first > from && place - first + 1 < LEVELS && is_group_row(sheet, first - 1, first) {
        first -= 1;
    }
    let mut last = place;
    while last - first + 1 < LEVELS && is_level_below(sheet, first, last, last + 1) {
        last += 1;
    }
    let body = last + 1;
    let has_keys = sheet.rows.get(body).is_some_and(is_key_row) && covers(sheet, first, last, body);
    Header { first, last, body: if has_keys { body + 1 } else { body } }
}

/// A row of keys has a key for nearly every column.
fn covers(sheet: &Sheet, first: usize, last: usize, keys: usize) -> bool {
    let rows = sheet.rows.range(first..last + 1);
    let named: BTreeSet<u32> = rows.iter().flat_map(|row| row.symbols().map(|(column, _)| column)).gathered();
    let keyed =
        sheet.rows.get(keys).map_or(0, |row| row.symbols().filter(|(column, _)| named.contains(column)).count());
    keyed * 5 >= named.len() * 4
}

/// Does the row above name groups of the row below?
fn is_group_row(sheet: &Sheet, above: usize, below: usize) -> bool {
    let Some(row) = sheet.rows.get(above) else { return false };
    row.len() >= 2 && is_all_names(row) && Words::of(row).known >= 1 && is_level_below(sheet, above, above, below)
}

/// Is the row one more level of the header that ends above it? Its cells must sit under groups, or where nothing is
/// named yet; under a name that is no group there is only data.
fn is_level_below(sheet: &Sheet, first: usize, last: usize, place: usize) -> bool {
    let (Some(above), Some(row)) = (sheet.rows.get(last), sheet.rows.get(place)) else { return false };
    if row.number != above.number + 1 {
        return false;
    }
    let levels = sheet.rows.range(first..last + 1);
    if is_row_of_units(row) {
        return true;
    }
    let is_level = |column: u32, name: &str| match group(sheet, levels, row, column) {
        Some(_) => true,
        None => levels.iter().all(|level| level.get(column).is_none()) && likeness(name) > Likeness::None,
    };
    let names_fit = row.cells().all(|(column, value)| is_level(column, &value.text()));
    let enough = row.len() >= 2 || Words::of(row).exact == 1;
    enough && names_fit && (is_all_names(row) || is_months(row))
}

/// `(Cuộc) | (Lượt người)` below the names.
fn is_row_of_units(row: SheetRow<'_>) -> bool {
    let is_unit = |text: &str| {
        text.starts_with('(') && text.ends_with(')') && !text.contains(|letter: char| letter.is_ascii_digit())
    };
    row.len() >= 2 && row.cells().all(|(_, value)| is_unit(&value.text()))
}

/// `1 | 2 | … | 12` under `Tháng`.
fn is_months(row: SheetRow<'_>) -> bool {
    row.len() >= 3 && row.cells().zip(1..=12_u32).all(|((_, value), month)| value.text() == month.to_string())
}

/// The first and last column of the group above a cell, if it sits in one.
fn group(sheet: &Sheet, levels: RowSlice<'_>, below: SheetRow<'_>, column: u32) -> Option<(u32, u32)> {
    let (owner, uppers) = levels.split_last()?;
    let (start, _) = owner.symbols().rev().find(|(start, _)| *start <= column)?;
    if let Some(merge) = sheet.merges.at(owner.number, start) {
        return (merge.right >= column && merge.right > merge.left && merge.bottom == owner.number)
            .then_some((start, merge.right));
    }
    let next = |row: SheetRow<'_>| row.symbols().map(|(next, _)| next).find(|next| *next > start);
    let widest = levels.iter().chain([below]).map(SheetRow::last_column).max().unwrap_or(column);
    let limit = uppers.iter().chain([owner]).filter_map(next).min();
    let end = limit.map_or(widest, |next| next - 1);
    (end > start && end >= column && below.get(start).is_some()).then_some((start, end))
}

/// A list under one name: `Tên xã` above names.
fn single_column(sheet: &Sheet, from: usize) -> Option<Header> {
    let is_name = |row: SheetRow<'_>| {
        row.len() == 1 && row.first().is_some_and(|(_, value)| LISTS.contains(&plain(&value.text()).as_str()))
    };
    let place = (from..sheet.rows.len()).find(|place| sheet.rows.get(*place).is_some_and(is_name))?;
    let column = sheet.rows.get(place)?.first()?.0;
    let below = sheet.rows.range(place + 1..sheet.rows.len()).iter().take(SAMPLE);
    let is_list =
        below.clone().count() >= 2 && below.into_iter().all(|row| row.len() == 1 && row.get(column).is_some());
    is_list.then_some(Header { first: place, last: place, body: place + 1 })
}

const LISTS: &[&str] = &[
    "don vi",
    "ten don vi",
    "xa",
    "ten xa",
    "xa phuong",
    "ten xa phuong",
    "ten xa phuong thi tran",
    "xa phuong thi tran",
    "xa phuong dac khu",
    "ten xa phuong dac khu",
    "dia phuong",
    "dia ban",
    "ten ap",
    "ten truong",
    "ap khu pho",
    "name",
    "unit",
];

/// The levels of names of a column, topmost first, without repeats.
pub(crate) fn names(sheet: &Sheet, header: Header, column: u32) -> Vec<String> {
    let rows = sheet.rows.range(header.first..header.last + 1);
    let mut names: Vec<String> = Vec::new();
    for level in 0..rows.len() {
        let name = name_at(sheet, rows, level, column).map(on_one_line);
        names.extend(name.filter(|name| names.last() != Some(name)));
    }
    names
}

fn on_one_line(name: String) -> String {
    if name.contains('\n') { name.split_whitespace().collect::<Vec<_>>().join(" ") } else { name }
}

fn name_at(sheet: &Sheet, rows: RowSlice<'_>, level: usize, column: u32) -> Option<String> {
    let row = rows.get(level)?;
    if let Some(value) = row.get(column) {
        return Some(value.text());
    }
    let (start, value) = row.cells().rev().find(|(start, _)| *start < column)?;
    if let Some(merge) = sheet.merges.at(row.number, start) {
        return (merge.right >= column).then(|| value.text());
    }
    let below = rows.range(level + 1..rows.len()).iter().find(|below| below.get(column).is_some())?;
    let (first, _) = group(sheet, rows.range(0..level + 1), below, column)?;
    (first == start).then(|| value.text())
}
