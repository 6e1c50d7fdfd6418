//! Tables as comma-separated text: what was judged, what was found, what to do, and the facts as understood.
//!
//! Two flavours: for programs (plain UTF-8, exact cells) and for people who open a download in a spreadsheet program
//! (byte order mark, and no cell that the program would run as a formula).

mod facts;
mod results;
mod sheet;

pub use facts::{FactTable, facts};
pub use results::{agenda, findings, rollups, silent, verdicts};

/// Who will open the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    /// Programs: every cell exactly as it is.
    Machine,
    /// People with a spreadsheet program.
    People,
}
