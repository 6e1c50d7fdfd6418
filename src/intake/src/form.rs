//! A superior's form in a workbook: where its header stands, what its columns hold, and which rows lie below.
//!
//! It knows the words by which orders of columns recognise a header, and no figure. It writes nothing.

mod head;
mod lattice;
mod words;

use crate::facts::Input;
use crate::read::{FormBook, FormSheet, form_book};
use domain::{FormOrder, FormProblem, RowColumn, column_letters};
use head::{Head, find};
use lattice::Lattice;
use std::collections::{BTreeMap, BTreeSet};
use words::Known;

/// Rows below a header that are looked at: a province has 200 communes.
const ROWS: u32 = 3000;

/// A form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The sheet's name.
    pub sheet: String,
    /// The path of its part in the package.
    pub part: String,
    /// The path of the part that lists the sheets.
    pub workbook: String,
    /// Does any sheet of the workbook hold a formula?
    pub has_formulas: bool,
    /// Is the sheet locked?
    pub is_locked: bool,
    /// The header's first and last row, 1-based; a row of numbers under it is part of it.
    pub rows: (u32, u32),
    /// Its columns, left to right.
    pub columns: Vec<Column>,
    /// What stands below, by 1-based row and 0-based column.
    pub below: BTreeMap<(u32, u32), String>,
    /// Cells below that belong to a formula.
    pub formulas: BTreeSet<(u32, u32)>,
    /// Cells below that lie inside of a merged region, behind its first cell.
    pub merged: BTreeSet<(u32, u32)>,
}

/// A column of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// 0-based column of the sheet.
    pub column: u32,
    /// Its header, level by level.
    pub levels: Vec<String>,
    /// What it holds and the words that say so, if they are known.
    pub guess: Option<(RowColumn, String)>,
}

/// Reads the form in a workbook: the sheet whose header the orders know best. Of two orders that know as much of it the
/// first counts.
///
/// # Errors
/// The file is no such workbook, or none of its sheets has a header that is known.
pub fn read(input: Input<'_>, orders: &[FormOrder]) -> Result<Form, FormProblem> {
    let book = form_book(input.bytes, input.size)?;
    let known: Vec<Known> = orders.iter().map(Known::new).collect();
    let mut best: Option<(usize, &FormSheet, Head)> = None;
    for sheet in &book.sheets {
        let lattice = Lattice::of(&sheet.sheet);
        for known in &known {
            let Some(head) = find(&lattice, known)? else { continue };
            let weight = head.weight();
            if best.as_ref().is_none_or(|(most, ..)| weight > *most) {
                best = Some((weight, sheet, head));
            }
        }
    }
    match best {
        Some((_, sheet, head)) => Ok(form(&book, sheet, head)),
        None => Err(no_header(&book)),
    }
}

fn form(book: &FormBook, FormSheet { sheet, part, marks }: &FormSheet, head: Head) -> Form {
    let Head { rows, columns } = head;
    let first = rows.1 + 1;
    let (left, right) = (columns.first().map_or(0, |one| one.column), columns.last().map_or(0, |one| one.column));
    let is_below = |row: u32| (first..first.saturating_add(ROWS)).contains(&row);
    let mut below = BTreeMap::new();
    for row in sheet.rows.all().iter().filter(|row| is_below(row.number)) {
        let cells = row.cells().filter(|(column, _)| (left..=right).contains(column));
        below.extend(cells.map(|(column, value)| ((row.number, column), value.text())));
    }
    let held: BTreeSet<u32> = below.keys().map(|(row, _)| *row).chain([first]).collect();
    let places = || held.iter().flat_map(|row| columns.iter().map(|one| (*row, one.column)));
    let formulas = places().filter(|(row, column)| marks.holds_formula(*row, *column)).collect();
    let merges: Vec<_> = sheet.merges.iter().filter(|merge| merge.bottom >= first).take(ROWS as usize).collect();
    let is_behind = |(row, column): &(u32, u32)| {
        merges.iter().any(|merge| {
            let within = (merge.top..=merge.bottom).contains(row) && (merge.left..=merge.right).contains(column);
            within && (merge.top, merge.left) != (*row, *column)
        })
    };
    let merged = places().filter(is_behind).collect();
    Form {
        sheet: sheet.name.clone(),
        part: part.clone(),
        workbook: book.workbook.clone(),
        has_formulas: book.has_formulas,
        is_locked: marks.is_locked,
        rows,
        columns,
        below,
        formulas,
        merged,
    }
}

fn no_header(book: &FormBook) -> FormProblem {
    let mut rows = book.sheets.iter().flat_map(|sheet| sheet.sheet.rows.all().iter());
    let first = rows.find_map(|row| {
        let (column, value) = row.first()?;
        Some((format!("{}{}", column_letters(column), row.number), value.text().chars().take(80).collect()))
    });
    FormProblem::NoHeader { sheets: book.sheets.iter().map(|sheet| sheet.sheet.name.clone()).collect(), first }
}
