//! `cargo xtask lint --schema`: writes the JSON Schema of rule files, which editors read, into `rules/`.

use crate::cargo;
use anyhow::{Context, Result};
use std::fs;

/// Writes `rules/plan-rules-1.schema.json`.
pub fn write() -> Result<()> {
    let file = cargo::root().join("rules/plan-rules-1.schema.json");
    fs::write(&file, plan::schema()).with_context(|| format!("cannot write {}", file.display()))?;
    println!("{}", file.display());
    Ok(())
}
