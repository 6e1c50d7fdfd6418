//! Tables to facts: units, activities and registers.
//!
//! It decides what each row states and of whom; what the columns mean is the meaning step's, and whether a target is
//! met is the engine's.

mod activities;
#[cfg(test)]
mod cases;
mod cells;
mod copied;
mod counts;
mod duplicates;
mod labels;
mod matcher;
mod name;
mod once;
mod origins;
mod places;
mod question;
mod reading;
mod registers;
mod repeated;
mod roster;
mod roster_table;
#[cfg(test)]
mod samples;
mod scope;
mod spelling;
mod stated;
mod status;
mod terms;
mod total_rows;
mod totals;
mod units;
mod watch;
mod when;

pub use matcher::Matcher;
pub use question::{Answer, Care, Question, When};
pub use reading::{Input, Opened, ReadSeek, Reading, open, read};
pub use roster::{UnitRow, extend};
pub use watch::FileWatch;
