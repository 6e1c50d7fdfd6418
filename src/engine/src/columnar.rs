//! The fast evaluator: the verdicts of the reference, from columns.

mod bar;
mod board;
mod cell;
mod columns;
mod compare;
mod days;
mod dictionary;
mod effect;
mod members;
mod reported;
mod slots;
mod states;
mod subtree;
mod track;
mod tree;
mod trial;
mod what_if;

pub use board::{Board, Findings};
pub use columns::{Columns, ColumnsBuilder, RawRow};
pub use states::Standing;

#[cfg(test)]
mod tests;
