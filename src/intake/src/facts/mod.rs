//! Tables to facts: units, activities and registers.
//!
//! It decides what each row states and of whom; what the columns mean is the meaning step's, and whether a target is
//! met is the engine's.
mod matcher;
mod name;
mod places;
mod roster;
#[cfg(test)]
mod samples;
mod spelling;
mod terms;
mod units;

pub use matcher::{Answer, Care, Matcher, Question, When};
pub use roster::{UnitRow, extend};
