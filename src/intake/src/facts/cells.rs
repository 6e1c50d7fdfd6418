//! A table's cells by meaning: which cell of a row is its date, its title, its count.
//!
//! It decides only where to look; it reads no value.

use crate::grid::{Row, Table, Value};
use crate::meaning::numbers::{NumberProblem, read_count};
use domain::{ColumnGuess, CountColumn, Field, Finding, FindingKind, Place, Text};
use std::borrow::Cow;
use std::hash::{Hash, Hasher};

/// A table seen through the meanings of its columns.
#[derive(Debug)]
pub(crate) struct Cells<'t> {
    table: &'t Table,
    columns: &'t [ColumnGuess],
    /// Few enough to look through: no table has columns of more than a dozen meanings.
    positions: Vec<(Field, Vec<usize>)>,
    /// The bits of their fields: most of what is asked for is not there, and one instruction in twenty of reading a log
    /// would go into looking for it.
    bits: u64,
    counts: Vec<(usize, CountColumn)>,
}

/// A cell with its column.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell<'t> {
    row: Row<'t>,
    position: usize,
    /// 0-based column of the sheet.
    pub(crate) column: Option<u32>,
}

impl<'t> Cell<'t> {
    /// What stands in it.
    pub(crate) fn value(&self) -> Cow<'t, Value> {
        self.row.cell(self.position)
    }

    /// The same as a person would read it.
    pub(crate) fn text(&self) -> String {
        self.value().text()
    }

    /// Its count; `Ok(None)` = the cell says nothing.
    pub(crate) fn count(&self) -> Result<Option<u32>, NumberProblem> {
        match self.row.symbol(self.position).whole_number() {
            Some(number) => Ok(Some(number)),
            None => read_count(&self.value()),
        }
    }
}

impl<'t> Cells<'t> {
    /// The cells of `table` by the meanings of `columns`.
    pub(crate) fn new(table: &'t Table, columns: &'t [ColumnGuess]) -> Self {
        let mut positions: Vec<(Field, Vec<usize>)> = Vec::new();
        let mut counts = Vec::new();
        for (position, column) in table.columns.iter().enumerate() {
            let Some(guess) = columns.iter().find(|guess| guess.column == column.index) else { continue };
            match guess.field {
                Field::Count(count) => counts.push((position, count)),
                field => match positions.iter_mut().find(|(own, _)| *own == field) {
                    Some((_, positions)) => positions.push(position),
                    None => positions.push((field, vec![position])),
                },
            }
        }
        let bits = positions.iter().fold(0, |bits, (field, _)| bits | bit(*field));
        Self { table, columns, positions, bits, counts }
    }

    /// The table itself.
    pub(crate) fn table(&self) -> &'t Table {
        self.table
    }

    /// Has it such a column?
    pub(crate) fn has(&self, field: Field) -> bool {
        !self.positions(field).is_empty()
    }

    /// Positions of its columns in the table, left to right.
    pub(crate) fn positions(&self, field: Field) -> &[usize] {
        if self.bits & bit(field) == 0 {
            return &[];
        }
        let own = self.positions.iter().find(|(own, _)| *own == field);
        own.map(|(_, positions)| positions.as_slice()).unwrap_or_default()
    }

    /// Positions of all columns with one of these meanings.
    pub(crate) fn places(&self, fields: &[Field]) -> Vec<usize> {
        fields.iter().flat_map(|field| self.positions(*field)).copied().collect()
    }

    /// The header of the first column with this meaning.
    pub(crate) fn header(&self, field: Field) -> &'t str {
        let column = self.positions(field).first().and_then(|position| self.table.columns.get(*position));
        let guess = column.and_then(|column| self.columns.iter().find(|guess| guess.column == column.index));
        guess.map_or("", |guess| &guess.header)
    }

    /// The first filled cell with this meaning.
    pub(crate) fn cell<'r>(&self, row: &Row<'r>, field: Field) -> Option<Cell<'r>> {
        let filled = self.positions(field).iter().find(|position| !row.symbol(**position).is_empty());
        filled.map(|position| self.at(row, *position))
    }

    /// Its text; empty if there is none.
    pub(crate) fn text(&self, row: &Row<'_>, field: Field) -> Text {
        self.cell(row, field).map(|cell| cell.value().shared()).unwrap_or_default()
    }

    /// The texts of all filled cells with this meaning, left to right.
    pub(crate) fn each(&self, row: &Row<'_>, field: Field) -> Vec<Text> {
        let filled = self.positions(field).iter().map(|position| row.cell(*position)).filter(|value| !value.is_empty());
        filled.map(|value| value.shared()).collect()
    }

    /// The same, joined.
    pub(crate) fn texts(&self, row: &Row<'_>, field: Field) -> Text {
        match self.each(row, field).as_slice() {
            [only] => only.clone(),
            texts => texts.join("; ").into(),
        }
    }

    /// Count columns with their cells, left to right.
    pub(crate) fn counts<'r>(&self, row: &Row<'r>) -> impl Iterator<Item = (CountColumn, Cell<'r>)> {
        self.counts.iter().map(|(position, count)| (*count, self.at(row, *position)))
    }

    fn at<'r>(&self, row: &Row<'r>, position: usize) -> Cell<'r> {
        Cell { row: *row, position, column: self.column(position) }
    }

    fn column(&self, position: usize) -> Option<u32> {
        self.table.columns.get(position).map(|column| column.index)
    }

    /// The place of a cell, or of the whole row.
    pub(crate) fn place(&self, row: &Row, column: Option<u32>) -> Place {
        Place { row: Some(row.number), column, ..self.sheet() }
    }

    /// The place of the whole table.
    pub(crate) fn sheet(&self) -> Place {
        Place { file: self.table.file.clone(), sheet: self.table.sheet.clone(), ..Place::default() }
    }

    /// A finding at a cell.
    pub(crate) fn finding(&self, row: &Row, column: Option<u32>, kind: FindingKind) -> Finding {
        Finding { at: self.place(row, column), kind }
    }
}

/// One of 64 bits for a field; a few fields share one.
fn bit(field: Field) -> u64 {
    let mut number = Number(0);
    std::mem::discriminant(&field).hash(&mut number);
    1 << (number.0 & 63)
}

/// What is hashed, unmixed: the number of a field among the others.
struct Number(u64);

impl Hasher for Number {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |number, byte| number ^ u64::from(*byte));
    }

    fn write_isize(&mut self, number: isize) {
        self.0 ^= number.unsigned_abs() as u64;
    }
}
