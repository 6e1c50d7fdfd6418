//! The survey of `content.xml`: how far the cells of each table reach, merged regions and hidden columns.
//!
//! A cell or a row may stand for thousands by its number of repeats. Only cells that hold something count.

use crate::read::limits::{MERGES, SHEET_COLUMNS, SHEET_ROWS, Unit, check};
use crate::read::package::Tag;
use crate::sheet::Merge;
use domain::ReadErrorKind;

/// What the tags of one table say.
#[derive(Clone, Debug, Default)]
pub(super) struct TableSurvey {
    pub(super) name: String,
    pub(super) merges: Vec<Merge>,
    /// Hidden columns, as inclusive ranges.
    pub(super) hidden: Vec<(u32, u32)>,
    /// Rows and columns up to the last cell that holds something.
    rows: u64,
    columns: u64,
}

impl TableSurvey {
    /// Cells of the rectangle from the first cell to the last that holds something.
    pub(super) fn area(&self) -> u64 {
        self.rows * self.columns
    }
}

#[derive(Default)]
pub(super) struct Survey {
    tables: Vec<TableSurvey>,
    /// Rows above the one being read, columns left of the next cell and of the next column definition.
    row: u64,
    column: u64,
    defined: u64,
    repeats: u64,
}

impl Survey {
    pub(super) fn take(&mut self, tag: Tag<'_>) -> Result<(), ReadErrorKind> {
        match tag.name() {
            "table" => {
                self.end_row();
                *self = Self { tables: std::mem::take(&mut self.tables), ..Self::default() };
                self.tables.push(TableSurvey { name: tag.text("name").unwrap_or_default(), ..TableSurvey::default() });
            }
            "table-column" => self.define(tag),
            "table-row" => {
                self.end_row();
                self.repeats = repeats(tag, "number-rows-repeated");
            }
            "table-cell" | "covered-table-cell" => return self.cell(tag),
            _ => {}
        }
        Ok(())
    }

    pub(super) fn finished(mut self) -> Vec<TableSurvey> {
        self.end_row();
        self.tables
    }

    fn end_row(&mut self) {
        self.row += self.repeats;
        (self.repeats, self.column) = (0, 0);
    }

    fn define(&mut self, tag: Tag<'_>) {
        let first = self.defined;
        self.defined += repeats(tag, "number-columns-repeated");
        let is_hidden = matches!(tag.raw("visibility"), Some("collapse" | "filter"));
        let range = u32::try_from(first).ok().zip(u32::try_from(self.defined - 1).ok());
        if let (Some(table), Some(range), true) = (self.tables.last_mut(), range, is_hidden) {
            table.hidden.push(range);
        }
    }

    fn cell(&mut self, tag: Tag<'_>) -> Result<(), ReadErrorKind> {
        let (top, left) = (self.row, self.column);
        self.column += repeats(tag, "number-columns-repeated");
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        if tag.raw("value-type").is_some() {
            table.rows = table.rows.max(top + self.repeats);
            table.columns = table.columns.max(self.column);
        }
        let spans = (repeats(tag, "number-rows-spanned"), repeats(tag, "number-columns-spanned"));
        if spans == (1, 1) {
            return Ok(());
        }
        check(table.merges.len() as u64 + 1, MERGES, Unit::Merges)?;
        table.merges.extend(merge(top, left, spans));
        Ok(())
    }
}

fn merge(top: u64, left: u64, (rows, columns): (u64, u64)) -> Option<Merge> {
    let (bottom, right) = (top + rows, left + columns - 1);
    let fits = bottom <= u64::from(SHEET_ROWS) && right < u64::from(SHEET_COLUMNS);
    let number = |number| u32::try_from(number).ok();
    Some(Merge { top: number(top + 1)?, left: number(left)?, bottom: number(bottom)?, right: number(right)? })
        .filter(|_| fits)
}

fn repeats(tag: Tag<'_>, attribute: &str) -> u64 {
    let told = tag.raw(attribute).and_then(|text| text.parse::<u32>().ok());
    u64::from(told.unwrap_or(1).max(1))
}
