//! What becomes of each cell of a row.

use super::rows::Row;
use domain::{FormCell, FormFate, FormHead, FormRow, FormWishes, RowColumn, RowValue, column_letters};
use intake::form::Form;

/// Fills rows.
pub(super) struct Filler<'a> {
    pub(super) form: &'a Form,
    pub(super) heads: &'a [FormHead],
    pub(super) wishes: &'a FormWishes,
}

impl Filler<'_> {
    pub(super) fn row(&self, row: &Row<'_>) -> FormRow {
        let cells = self.heads.iter().map(|head| {
            let address = format!("{}{}", column_letters(head.column), row.row);
            let fate = self.fate(head, row, &address);
            FormCell { address, fate }
        });
        FormRow { row: row.row, unit: row.unit.to_owned(), cells: cells.collect() }
    }

    fn fate(&self, head: &FormHead, row: &Row<'_>, address: &str) -> FormFate {
        let at = (row.row, head.column);
        if self.form.formulas.contains(&at) {
            return FormFate::Formula;
        }
        if self.form.merged.contains(&at) {
            return FormFate::Merged;
        }
        let old = self.form.below.get(&at).cloned().unwrap_or_default();
        let new = match head.holds {
            None => return FormFate::NotRecognised,
            Some(RowColumn::Blank) => return FormFate::NotHeld,
            // The row was found by the name that stands there.
            Some(RowColumn::Unit) if !row.unit.is_empty() => return FormFate::Same(old),
            Some(holds) => holds.value(row.reach, row.name),
        };
        match new {
            None => FormFate::Unknown,
            Some(new) if old.trim().is_empty() => FormFate::Filled(new),
            Some(new) if is_same(&old, &new) => FormFate::Same(old),
            Some(new) if self.wishes.replace.contains(address) => FormFate::Replaced { old, new },
            Some(new) => FormFate::Kept { old, new },
        }
    }
}

fn is_same(old: &str, new: &RowValue) -> bool {
    old.trim() == new.text()
}
