//! Tables as comma-separated text: what was judged, what was found, what to do, and the facts as understood.
//!
//! Two flavours: for programs (plain UTF-8, exact cells) and for people who open a download in a spreadsheet program
//! (byte order mark, and no cell that the program would run as a formula).

mod facts;
mod results;
mod sheet;

pub use facts::{FactTable, facts};
pub use results::{agenda, findings, rollups, silent, verdicts};

/// Any table: its header and its rows.
pub fn table(flavour: Flavour, header: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> Vec<u8> {
    let mut sheet = sheet::Sheet::new(flavour, header.iter().map(String::as_str));
    rows.into_iter().for_each(|row| sheet.row(row));
    sheet.into_bytes()
}

/// Who will open the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    /// Programs: every cell exactly as it is.
    Machine,
    /// People with a spreadsheet program.
    People,
}
