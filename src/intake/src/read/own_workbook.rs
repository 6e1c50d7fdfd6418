//! The workbook of clean tables that our own export wrote: which of its sheets hold data.
//!
//! It knows the mark in the first cell and the columns that say where each row came from; the sheets for people
//! (read-me, columns, findings, decisions) are left alone without a word. Any other workbook passes as it is.

use crate::sheet::{Sheet, SheetRow};
use domain::CLEAN_WORKBOOK;

/// Every data row of ours ends with these.
const ORIGIN: [&str; 3] = ["file", "sheet", "row"];

/// The sheets to read.
pub(super) fn of_data(mut sheets: Vec<Sheet>) -> Vec<Sheet> {
    if sheets.first().is_some_and(is_marked) {
        sheets.retain(holds_data);
    }
    sheets
}

fn is_marked(sheet: &Sheet) -> bool {
    first_row(sheet).first().is_some_and(|text| text == CLEAN_WORKBOOK)
}

fn holds_data(sheet: &Sheet) -> bool {
    let header = first_row(sheet);
    ORIGIN.iter().all(|name| header.iter().any(|text| text == name))
}

fn first_row(sheet: &Sheet) -> Vec<String> {
    let row = sheet.rows.get(0);
    row.into_iter().flat_map(SheetRow::cells).map(|(_, value)| value.text()).collect()
}
