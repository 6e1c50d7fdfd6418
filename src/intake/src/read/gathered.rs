//! Cells as they come from a workbook → the rows of a sheet.

use crate::grid::{Symbol, Value};
use crate::sheet::SheetRows;
use domain::Arrange;
use std::sync::Arc;

/// The rows so far, in the order of the stream.
#[derive(Default)]
pub(crate) struct Gathered {
    rows: SheetRows,
    number: u32,
    row: Vec<(u32, Symbol)>,
}

impl Gathered {
    /// A cell of the row with this 1-based number.
    pub(crate) fn push(&mut self, number: u32, column: u32, value: Value) {
        if number != self.number {
            self.end_row();
            self.number = number;
        }
        self.row.push((column, self.rows.intern(value)));
    }

    /// Some programs write cells out of order; the first of two at one place stays.
    fn end_row(&mut self) {
        // Hardly any do, and there are many rows.
        if !self.row.is_sorted_by_key(|(column, _)| *column) {
            self.row.arrange_by_key(|(column, _)| *column);
        }
        self.row.dedup_by_key(|(column, _)| *column);
        self.rows.push(self.number, &self.row);
        self.row.clear();
    }

    pub(crate) fn finished(mut self) -> Arc<SheetRows> {
        self.end_row();
        self.rows.finished()
    }
}
