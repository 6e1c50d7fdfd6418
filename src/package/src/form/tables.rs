//! The canonical tables as understood.

use domain::Facts;
use report::csv::{FactTable, Flavour};
use serde::Serialize;

/// A table as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Table {
    name: String,
    text: String,
}

/// Every table that the facts fill.
pub(crate) fn tables(facts: &Facts) -> Vec<Table> {
    let text = |FactTable { name, bytes }| Table { name, text: String::from_utf8_lossy(&bytes).into_owned() };
    report::csv::facts(facts, Flavour::Machine).into_iter().map(text).collect()
}
