//! A bench page from outside: waits for it to finish and hands over what it measured.

use crate::{Screen, Visitor, variable};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::time::Duration;

/// The slowest peer takes minutes.
const PATIENCE: Duration = Duration::from_secs(30 * 60);

/// The results of the page, each a table to be printed. `None` outside of `cargo xtask bench`.
pub async fn results() -> Result<Option<Vec<Value>>> {
    if std::env::var_os("PAGE_URL").is_none() {
        return Ok(None);
    }
    let choices = variable("PAGE_CHOICES")?;
    let visitor = Visitor::visit(Screen::Desktop, &format!("?{choices}"), "#now").await?;
    let title = visitor.title_other_than("running", PATIENCE).await?;
    if title != "done" {
        let failure = visitor.run("return window.failure").await?;
        bail!("{}", failure.as_str().unwrap_or("the bench page failed"));
    }
    let results = visitor.run("return window.results").await?;
    results.as_array().cloned().context("no results").map(Some)
}

/// A number of a result; zero where there is none.
pub fn figure(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}
