//! Where a cell of markup stands: below and beside the cells that span rows and columns.

use crate::grid::Value;
use crate::read::gathered::Gathered;
use crate::read::limits::{MERGES, SHEET_COLUMNS, SHEET_ROWS, Unit, check};
use crate::sheet::{Merge, Sheet};
use domain::ReadErrorKind;
use std::collections::BTreeMap;

/// A sheet as its cells come.
#[derive(Default)]
pub(super) struct Placing {
    name: String,
    rows: Gathered,
    merges: Vec<Merge>,
    /// 1-based; 0 before the first row.
    row: u32,
    column: u32,
    /// Last row that a cell above reaches down to, by column.
    covered: BTreeMap<u32, u32>,
}

impl Placing {
    pub(super) fn new(name: String) -> Self {
        Self { name, ..Self::default() }
    }

    /// The next row, or the one with this number.
    pub(super) fn begin_row(&mut self, number: Option<u32>) {
        self.row = number.filter(|number| *number > self.row).unwrap_or(self.row.saturating_add(1));
        self.column = 0;
        self.covered.retain(|_, last| *last >= self.row);
    }

    /// The column with this 0-based number.
    pub(super) fn go_to(&mut self, column: u32) {
        self.column = self.column.max(column);
    }

    /// A cell that spans so many rows and columns.
    pub(super) fn put(&mut self, value: Value, rows: u32, columns: u32) -> Result<(), ReadErrorKind> {
        while self.covered.contains_key(&self.column) {
            self.column += 1;
        }
        // A cell without a row stands in the first.
        self.row = self.row.max(1);
        let (top, left) = (self.row, self.column);
        if top > SHEET_ROWS || left >= SHEET_COLUMNS {
            return Ok(());
        }
        let right = left.saturating_add(columns.max(1) - 1).min(SHEET_COLUMNS - 1);
        let bottom = top.saturating_add(rows.max(1) - 1).min(SHEET_ROWS);
        if !value.is_empty() {
            self.rows.push(top, left, value);
        }
        if (bottom, right) != (top, left) {
            check(self.merges.len() as u64 + 1, MERGES, Unit::Merges)?;
            self.merges.push(Merge { top, left, bottom, right });
        }
        if bottom > top {
            self.covered.extend((left..=right).map(|column| (column, bottom)));
        }
        self.column = right + 1;
        Ok(())
    }

    pub(super) fn finished(self) -> Sheet {
        let merges = self.merges.into_iter().collect();
        Sheet { name: self.name, rows: self.rows.finished(), merges, hidden: Vec::new() }
    }
}
