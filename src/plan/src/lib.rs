//! Rule file (TOML) → checked [`Plan`].
//!
//! Decides what a plan file says: its shape, its readings as patches, and whether it agrees with the law it quotes.
//! Refuses to know what happened: it sees no fact, no date of today and gives no verdict.

mod amend;
mod assemble;
mod book;
mod convert;
mod document;
mod example;
mod fault;
mod form_order;
mod laws;
mod lint;
pub mod model;
mod outline;
mod patch;
mod problem;
mod raw;
mod rule_file;
mod scalar;
#[cfg(feature = "schema")]
mod schema;
mod sound;
mod suggest;
mod vocabulary;

pub use book::suggestion_book;
pub use form_order::form_order;
pub use laws::{LawError, LawProblem, laws, parse_laws};
pub use lint::{Sources, lint, part_place};
pub use model::*;
pub use outline::outline;
pub use problem::{Problem, Severity};
pub use rule_file::{RuleFile, plan_of};
#[cfg(feature = "schema")]
pub use schema::schema;
pub use vocabulary::vocabulary;
