//! A table's cells by meaning: which cell of a row is its date, its title, its count.
//!
//! It decides only where to look; it reads no value.

use crate::grid::{Row, Table, Value};
use domain::Text;
use domain::{ColumnGuess, CountColumn, Field, Finding, FindingKind, Place};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A table seen through the meanings of its columns.
#[derive(Debug)]
pub(crate) struct Cells<'t> {
    table: &'t Table,
    columns: &'t [ColumnGuess],
    positions: BTreeMap<Field, Vec<usize>>,
    counts: Vec<(usize, CountColumn)>,
}

/// A cell with its column.
#[derive(Clone, Debug)]
pub(crate) struct Cell<'t> {
    /// What stands in it.
    pub(crate) value: Cow<'t, Value>,
    /// 0-based column of the sheet.
    pub(crate) column: Option<u32>,
}

impl<'t> Cells<'t> {
    /// The cells of `table` by the meanings of `columns`.
    pub(crate) fn new(table: &'t Table, columns: &'t [ColumnGuess]) -> Self {
        let mut positions: BTreeMap<Field, Vec<usize>> = BTreeMap::new();
        let mut counts = Vec::new();
        for (position, column) in table.columns.iter().enumerate() {
            let Some(guess) = columns.iter().find(|guess| guess.column == column.index) else { continue };
            match guess.field {
                Field::Count(count) => counts.push((position, count)),
                field => positions.entry(field).or_default().push(position),
            }
        }
        Self { table, columns, positions, counts }
    }

    /// The table itself.
    pub(crate) fn table(&self) -> &'t Table {
        self.table
    }

    /// Has it such a column?
    pub(crate) fn has(&self, field: Field) -> bool {
        self.positions.contains_key(&field)
    }

    /// Positions of its columns in the table, left to right.
    pub(crate) fn positions(&self, field: Field) -> &[usize] {
        self.positions.get(&field).map(Vec::as_slice).unwrap_or_default()
    }

    /// The header of the first column with this meaning.
    pub(crate) fn header(&self, field: Field) -> &'t str {
        let position = self.positions.get(&field).and_then(|positions| positions.first());
        let column = position.and_then(|position| self.table.columns.get(*position));
        let guess = column.and_then(|column| self.columns.iter().find(|guess| guess.column == column.index));
        guess.map_or("", |guess| &guess.header)
    }

    /// The first filled cell with this meaning.
    pub(crate) fn cell<'r>(&self, row: &Row<'r>, field: Field) -> Option<Cell<'r>> {
        let positions = self.positions.get(&field)?;
        positions.iter().find_map(|position| {
            let value = row.cell(*position);
            (!value.is_empty()).then(|| Cell { value, column: self.column(*position) })
        })
    }

    /// Its text; empty if there is none.
    pub(crate) fn text(&self, row: &Row<'_>, field: Field) -> Text {
        self.cell(row, field).map(|cell| cell.value.shared()).unwrap_or_default()
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
        self.counts.iter().map(|(position, count)| {
            let (value, column) = (row.cell(*position), self.column(*position));
            (*count, Cell { value, column })
        })
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
