//! The rows of a table: which rows of the sheet they are, and what is said about them.
//!
//! A table copies no cell: it shares the sheet's, and rows that follow each other under the same sections are one run.
//! It knows no meaning of a column.

use super::Value;
use crate::pool::Symbol;
use crate::rows::{SheetRow, SheetRows};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// One data row of a table.
#[derive(Clone, Copy)]
pub struct Row<'t> {
    /// 1-based row of the sheet; in text files the record number.
    pub number: u32,
    /// Texts of the section rows above it, outermost first: `["I. Huyện Giồng Riềng"]`.
    pub sections: &'t [String],
    /// It is a total (Tổng cộng, Cộng …): never added to its parts.
    pub is_total: bool,
    rows: &'t Rows,
    /// Its place in the table.
    at: usize,
    cells: SheetRow<'t>,
    run: Run,
}

impl<'t> Row<'t> {
    /// What stands in the column at this position of the table; beyond the last there is nothing.
    pub fn cell(&self, position: usize) -> Cow<'t, Value> {
        self.rows.value(self.symbol(position))
    }

    /// The same as a symbol: equal values of a table have equal symbols.
    pub fn symbol(&self, position: usize) -> Symbol {
        if let Some(symbols) = self.rows.filled.get(position).filter(|symbols| !symbols.is_empty()) {
            return symbols.get(self.at).copied().unwrap_or_default();
        }
        self.rows.columns.get(position).map_or(Symbol::EMPTY, |column| self.cells.symbol(*column))
    }

    /// Rows of a table with the same number stand under the same sections.
    pub fn sections_number(&self) -> usize {
        self.run.sections
    }

    /// One value a column of the table.
    pub fn cells(&self) -> impl Iterator<Item = Cow<'t, Value>> + use<'_, 't> {
        (0..self.rows.columns.len()).map(|position| self.cell(position))
    }
}

impl fmt::Debug for Row<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Row");
        shown.field("number", &self.number).field("sections", &self.sections).field("is_total", &self.is_total);
        shown.field("cells", &self.cells().collect::<Vec<_>>()).finish()
    }
}

impl PartialEq for Row<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.number, self.sections, self.is_total) == (other.number, other.sections, other.is_total)
            && self.cells().eq(other.cells())
    }
}

/// The data rows of a table.
#[derive(Clone, Default)]
pub struct Rows {
    sheet: Arc<SheetRows>,
    /// Columns of the sheet, by position in the table.
    columns: Arc<[u32]>,
    // INVARIANT: sorted by `first`.
    runs: Vec<Run>,
    length: usize,
    /// Lists of sections; runs name them by number.
    sections: Vec<Vec<String>>,
    /// By position: what takes the place of a whole column; empty for most.
    filled: Vec<Vec<Symbol>>,
}

/// Rows of the sheet that follow each other.
#[derive(Clone, Copy, Debug)]
struct Run {
    /// Place of its first row in the table.
    first: usize,
    /// Place of that row in the sheet.
    place: usize,
    sections: usize,
    is_total: bool,
}

impl Rows {
    /// No rows of a sheet, seen through these columns of it.
    pub(crate) fn of_sheet(sheet: Arc<SheetRows>, columns: Arc<[u32]>) -> Self {
        Self { sheet, columns, ..Self::default() }
    }

    /// None of these, to be pushed into.
    pub(crate) fn none(&self) -> Self {
        Self::of_sheet(self.sheet.clone(), self.columns.clone())
    }

    /// Adds a row of the sheet.
    pub(crate) fn push(&mut self, place: usize, sections: &[String], is_total: bool) {
        if self.sections.last().is_none_or(|last| last != sections) {
            self.sections.push(sections.to_vec());
        }
        let sections = self.sections.len() - 1;
        let goes_on = self.runs.last().is_some_and(|run| {
            run.place + (self.length - run.first) == place && (run.sections, run.is_total) == (sections, is_total)
        });
        if !goes_on {
            self.runs.push(Run { first: self.length, place, sections, is_total });
        }
        self.length += 1;
    }

    /// Adds a row of another table of the same sheet.
    pub(crate) fn push_row(&mut self, row: Row<'_>) {
        self.push(row.run.place + (row.at - row.run.first), row.sections, row.is_total);
    }

    /// Writes symbols of this table into a column, each at the place of a row.
    pub(crate) fn fill(&mut self, position: usize, cells: &[(usize, Symbol)]) {
        let mut column: Vec<Symbol> = self.iter().map(|row| row.symbol(position)).collect();
        for (at, symbol) in cells {
            if let Some(cell) = column.get_mut(*at) {
                *cell = *symbol;
            }
        }
        if self.filled.len() <= position {
            self.filled.resize(position + 1, Vec::new());
        }
        if let Some(filled) = self.filled.get_mut(position) {
            *filled = column;
        }
    }

    /// What a symbol of this table stands for.
    pub fn value(&self, symbol: Symbol) -> Cow<'_, Value> {
        self.sheet.pool().value(symbol)
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.length
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The row at this place of the table.
    pub fn get(&self, at: usize) -> Option<Row<'_>> {
        let number = self.runs.partition_point(|run| run.first <= at).checked_sub(1)?;
        (at < self.length).then(|| self.row(at, *self.runs.get(number)?)).flatten()
    }

    /// All rows, top to bottom.
    pub fn iter(&self) -> impl Iterator<Item = Row<'_>> + Clone {
        let ends = self.runs.iter().skip(1).map(|next| next.first).chain([self.length]);
        self.runs.iter().zip(ends).flat_map(|(run, end)| (run.first..end).filter_map(|at| self.row(at, *run)))
    }

    fn row(&self, at: usize, run: Run) -> Option<Row<'_>> {
        let cells = self.sheet.get(run.place + (at - run.first))?;
        let sections = self.sections.get(run.sections)?;
        Some(Row { number: cells.number, sections, is_total: run.is_total, rows: self, at, cells, run })
    }
}

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        self.length == other.length && self.iter().eq(other.iter())
    }
}

impl fmt::Debug for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// A row of a table that no sheet holds yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowDraft {
    /// See [`Row::number`].
    pub number: u32,
    /// One value a column of the table.
    pub cells: Vec<Value>,
    /// See [`Row::sections`].
    pub sections: Vec<String>,
    /// See [`Row::is_total`].
    pub is_total: bool,
}

impl FromIterator<RowDraft> for Rows {
    fn from_iter<I: IntoIterator<Item = RowDraft>>(drafts: I) -> Self {
        let drafts: Vec<RowDraft> = drafts.into_iter().collect();
        let width = drafts.iter().map(|draft| draft.cells.len()).max().unwrap_or(0);
        let mut sheet = SheetRows::default();
        for draft in &drafts {
            let cells = (0..).zip(&draft.cells).map(|(column, value)| (column, sheet.intern(value.clone())));
            let mut cells: Vec<(u32, Symbol)> = cells.collect();
            // A row that says nothing still is one.
            cells.retain(|(column, symbol)| !symbol.is_empty() || *column == 0);
            sheet.push(draft.number, &cells);
        }
        let mut rows = Self::of_sheet(Arc::new(sheet), (0..).take(width).collect());
        for (place, draft) in drafts.iter().enumerate() {
            rows.push(place, &draft.sections, draft.is_total);
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(number: u32, section: &str, is_total: bool, cells: &[&str]) -> RowDraft {
        let cells = cells.iter().map(|text| crate::sheet::text_value(text)).collect();
        RowDraft { number, cells, sections: vec![section.to_owned()], is_total }
    }

    fn drafts() -> Vec<RowDraft> {
        vec![
            draft(3, "I", false, &["Xã A", "1"]),
            draft(4, "I", false, &["", "2"]),
            draft(6, "I", true, &["Cộng", "3"]),
            draft(7, "II", false, &["", ""]),
            draft(8, "I", false, &["Xã A", ""]),
        ]
    }

    #[test]
    fn rows_come_back_as_they_were_drafted() {
        let rows: Rows = drafts().into_iter().collect();
        let back = rows.iter().map(|row| RowDraft {
            number: row.number,
            cells: row.cells().map(Cow::into_owned).collect(),
            sections: row.sections.to_vec(),
            is_total: row.is_total,
        });
        assert_eq!(back.collect::<Vec<_>>(), drafts());
        assert!((0..rows.len()).all(|at| rows.get(at) == rows.iter().nth(at)));
        assert_eq!((rows.len(), rows.get(5)), (5, None));
    }

    #[test]
    fn equal_values_have_equal_symbols() {
        let rows: Rows = drafts().into_iter().collect();
        let symbols: Vec<Symbol> = rows.iter().map(|row| row.symbol(0)).collect();
        assert_eq!((symbols[0], symbols[1]), (symbols[4], Symbol::EMPTY));
        assert_ne!(symbols[0], symbols[2]);
    }

    #[test]
    fn a_filled_column_changes_neither_the_sheet_nor_its_other_tables() {
        let rows: Rows = drafts().into_iter().collect();
        let mut filled = rows.clone();
        let symbol = rows.get(0).unwrap().symbol(0);
        filled.fill(0, &[(1, symbol), (9, symbol)]);
        assert_eq!(filled.get(1).unwrap().cell(0).text(), "Xã A");
        assert_eq!(filled.get(1).unwrap().cell(1).text(), "2");
        assert_eq!(rows, drafts().into_iter().collect());
    }

    #[test]
    fn rows_of_a_sheet_can_be_told_apart_again() {
        let rows: Rows = drafts().into_iter().collect();
        let mut odd = rows.none();
        rows.iter().filter(|row| row.number % 2 == 1).for_each(|row| odd.push_row(row));
        assert_eq!(odd.iter().map(|row| row.number).collect::<Vec<_>>(), [3, 7]);
        assert_eq!(odd.get(1).unwrap().sections, ["II"]);
    }
}
