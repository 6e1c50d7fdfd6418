//! The columns of a row that is pasted into a table of the superior's, as they stand in an address: an order is a setting.

use domain::RowColumn;

/// More columns than this are no row of a form.
const MOST: usize = 40;

/// The columns that a text of an address names; what it does not know is left out.
pub(super) fn columns(text: &str) -> Vec<RowColumn> {
    text.split('.').filter_map(RowColumn::from_code).take(MOST).collect()
}

/// How an address names these columns.
pub(super) fn written(columns: &[RowColumn]) -> String {
    columns.iter().map(|column| column.code()).collect::<Vec<_>>().join(".")
}
