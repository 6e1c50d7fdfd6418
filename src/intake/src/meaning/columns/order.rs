//! Is the day first or the month?
//!
//! It decides nothing silently: Vietnam writes the day first, and only the user says otherwise. It decides when to ask.

use crate::grid::{Symbol, Table, Value};
use chrono::{Datelike, NaiveDate};
use domain::{Arrange, Finding, FindingKind, Gather, Place, Span};
use std::collections::BTreeSet;

/// Fewer different days prove nothing: the first twelve days of a month are 40 % of it.
const ENOUGH_DAYS: usize = 5;

/// The question about a date column, if there is one: a typed column without any day above 12 may have been swapped
/// on its way through an English spreadsheet, and a text such as `03/25/2024` shows that someone wrote the month first.
pub(super) fn ambiguous_order(table: &Table, position: usize, column: u32) -> Option<Finding> {
    let different = different(table, position);
    let cells = || different.iter().filter_map(|at| Some(table.rows.get(*at)?.cell(position)));
    let typed: BTreeSet<NaiveDate> = cells().filter_map(|cell| typed_day(&cell)).gathered();
    let written: Vec<(u32, u32, i32)> = cells().filter_map(|cell| written_day(&cell)).collect();
    let day_first = written.iter().any(|(first, _, _)| *first > 12);
    let month_first = written.iter().any(|(first, second, _)| *first <= 12 && *second > 12);
    let swapped = typed.len() >= ENOUGH_DAYS && typed.iter().all(|day| day.day() <= 12) && !day_first;
    let example = if swapped {
        typed.iter().find(|day| day.day() != day.month()).copied()
    } else if month_first {
        written.iter().find_map(|(first, second, year)| both_readings(*first, *second, *year))
    } else {
        None
    };
    Some(Finding { at: place(table, column), kind: question(example?)? })
}

/// A row for each different value of a column, totals left out, in their order.
fn different(table: &Table, position: usize) -> Vec<usize> {
    let data = table.rows.iter().enumerate().filter(|(_, row)| !row.is_total);
    let mut symbols: Vec<(Symbol, usize)> = data.map(|(at, row)| (row.symbol(position), at)).collect();
    symbols.arrange();
    symbols.dedup_by_key(|(symbol, _)| *symbol);
    let mut rows: Vec<usize> = symbols.into_iter().map(|(_, at)| at).collect();
    rows.arrange();
    rows
}

fn place(table: &Table, column: u32) -> Place {
    Place { file: table.file.clone(), sheet: table.sheet.clone(), row: None, column: Some(column) }
}

fn question(day: NaiveDate) -> Option<FindingKind> {
    let swapped = NaiveDate::from_ymd_opt(day.year(), day.day(), day.month())?;
    Some(FindingKind::AmbiguousDate {
        text: day.format("%d/%m/%Y").to_string(),
        day_first: Span::day(day),
        month_first: Span::day(swapped),
    })
}

fn typed_day(cell: &Value) -> Option<NaiveDate> {
    if let Value::Date(day) = cell { Some(*day) } else { None }
}

/// The three numbers of a text such as `25/10/2024`.
fn written_day(cell: &Value) -> Option<(u32, u32, i32)> {
    let Value::Text(text) = cell else { return None };
    let mut parts = text.trim().split(['/', '-', '.']);
    let day = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    (parts.next().is_none() && day.0 <= 31 && day.1 <= 31).then_some(day)
}

/// The day, if both readings of it are days, and different ones.
fn both_readings(first: u32, second: u32, year: i32) -> Option<NaiveDate> {
    (first <= 12 && second <= 12 && first != second).then(|| NaiveDate::from_ymd_opt(year, second, first)).flatten()
}
