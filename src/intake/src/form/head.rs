//! The header of a form: above a row of numbers `1 2 3 …` if there is one, else where most words of an order stand.

use super::Column;
use super::lattice::{COLUMNS, Lattice};
use super::words::Known;
use domain::{FormProblem, RowColumn, column_letters};
use std::collections::BTreeSet;

/// Levels of a header.
const LEVELS: usize = 5;
/// Fewer numbers in a row are no numbers of columns.
const NUMBERS: u32 = 3;

/// A header.
pub(super) struct Head {
    /// First and last row, 1-based.
    pub(super) rows: (u32, u32),
    /// The columns, left to right.
    pub(super) columns: Vec<Column>,
}

impl Head {
    /// How much of it is known: what holds something weighs more than what is known to stay blank.
    pub(super) fn weight(&self) -> usize {
        let weigh = |column: &Column| match column.guess {
            Some((RowColumn::Blank, _)) => 1,
            Some(_) => 3,
            None => 0,
        };
        self.columns.iter().map(weigh).sum()
    }

    /// Without a single figure that the data hold it is no form for them.
    fn is_known(&self) -> bool {
        let holds = |column: &Column| {
            column.guess.as_ref().is_some_and(|(holds, _)| !matches!(holds, RowColumn::Blank | RowColumn::Unit))
        };
        self.columns.iter().any(holds)
    }
}

/// The header of a sheet; `None` = it has none that is known.
pub(super) fn find(lattice: &Lattice, known: &Known) -> Result<Option<Head>, FormProblem> {
    let numbered = lattice.rows().into_iter().filter(|row| is_numbers(lattice, *row));
    for row in numbered {
        let columns: Vec<u32> = lattice.row(row).map(|(column, _)| column).collect();
        narrow(row, &columns)?;
        let head = head(lattice, known, (row - 1, row), &columns);
        // Words are not asked for: who has numbered the columns of a table means it to be filled.
        if head.columns.iter().filter(|column| !column.levels.is_empty()).count() >= NUMBERS as usize {
            return Ok(Some(head));
        }
    }
    worded(lattice, known)
}

/// `1 2 3 …`, `(1) (2) (3=1+2)`, letters before them: `A B 1 2 3`.
fn is_numbers(lattice: &Lattice, row: u32) -> bool {
    let mut next = 1;
    for (_, seen) in lattice.row(row) {
        let text = seen.text.trim().trim_matches(['(', ')', '[', ']']);
        let label = text.split('=').next().unwrap_or_default().trim_matches([' ', '(', ')']);
        let is_letter = next == 1 && label.len() == 1 && label.chars().all(|letter| letter.is_ascii_uppercase());
        match label.parse::<u32>() {
            Ok(number) if number == next => next += 1,
            _ if is_letter => {}
            _ => return false,
        }
    }
    row > 1 && next > NUMBERS
}

/// The row in which the lowest level of most known columns stands, by its own words; of two as good the lower one.
fn worded(lattice: &Lattice, known: &Known) -> Result<Option<Head>, FormProblem> {
    let mut best: Option<((usize, usize), Head)> = None;
    for row in lattice.rows() {
        let own = lattice.row(row).filter(|(_, seen)| known.guess(std::slice::from_ref(&seen.text)).is_some());
        let own = own.count();
        if own == 0 {
            continue;
        }
        let near: BTreeSet<u32> = [row.saturating_sub(1), row]
            .into_iter()
            .flat_map(|row| lattice.row(row).map(|(column, _)| column))
            .collect();
        let columns: Vec<u32> = near.into_iter().collect();
        narrow(row, &columns)?;
        let head = head(lattice, known, (row, row), &columns);
        let weight = (head.weight(), own);
        if head.is_known() && weight.0 > 3 && best.as_ref().is_none_or(|(most, _)| weight >= *most) {
            best = Some((weight, head));
        }
    }
    Ok(best.map(|(_, head)| head))
}

fn narrow(row: u32, columns: &[u32]) -> Result<(), FormProblem> {
    let count = u32::try_from(columns.len()).unwrap_or(u32::MAX);
    let at = columns.first().map_or_else(String::new, |column| format!("{}{row}", column_letters(*column)));
    if count > COLUMNS { Err(FormProblem::TooWide { at, columns: count, most: COLUMNS }) } else { Ok(()) }
}

/// The header whose lowest words stand in the row `low`; numbers may stand below, down to `last`.
fn head(lattice: &Lattice, known: &Known, (low, last): (u32, u32), columns: &[u32]) -> Head {
    let top = top(lattice, low, columns);
    let column = |column: &u32| {
        let mut levels: Vec<String> = Vec::new();
        let mut regions = BTreeSet::new();
        for row in top..=low {
            let Some(seen) = lattice.at(row, *column) else { continue };
            if regions.insert(seen.region) {
                levels.push(seen.text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
        let guess = known.guess(&levels);
        Column { column: *column, levels, guess }
    };
    Head { rows: (top, last), columns: columns.iter().map(column).collect() }
}

/// How far up the header goes: while columns are without words, and then over regions that lie side by side above all of
/// them. One region over everything is a title.
fn top(lattice: &Lattice, low: u32, columns: &[u32]) -> u32 {
    let mut top = low;
    let mut bare: BTreeSet<u32> = columns.iter().copied().filter(|column| lattice.at(low, *column).is_none()).collect();
    while let Some(row) = top.checked_sub(1).filter(|row| *row > 0 && low - *row < LEVELS as u32) {
        let seen: Vec<_> = columns.iter().filter_map(|column| lattice.at(row, *column)).collect();
        let regions: BTreeSet<_> = seen.iter().map(|seen| seen.region).collect();
        let is_title = regions.len() < 2 && columns.len() > 2;
        let is_full = seen.len() * 10 >= columns.len() * 9;
        if is_title || (bare.is_empty() && !is_full) {
            break;
        }
        bare.retain(|column| lattice.at(row, *column).is_none());
        top = row;
    }
    top
}
