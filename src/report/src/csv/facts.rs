//! The folder `facts/`: the canonical tables and what each column was taken for.

use super::Flavour;
use super::sheet::Sheet;
use crate::canonical::{Canonical, columns, tables};
use domain::Facts;

/// A table of the folder `facts/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactTable {
    /// File name inside the folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// All tables of the folder.
pub fn facts(facts: &Facts, flavour: Flavour) -> Vec<FactTable> {
    tables(facts).into_iter().chain([columns(&facts.tables)]).map(|table| written(table, flavour)).collect()
}

fn written(Canonical { name, header, rows }: Canonical<'_>, flavour: Flavour) -> FactTable {
    let mut sheet = Sheet::new(flavour, header);
    for row in rows {
        sheet.row(row);
    }
    FactTable { name: format!("{name}.csv"), bytes: sheet.into_bytes() }
}
