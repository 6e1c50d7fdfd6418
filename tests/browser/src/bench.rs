//! A bench page from outside: waits for it to finish and hands over what it measured.

use crate::{Screen, Visitor, variable};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::time::Duration;

/// The slowest peer takes minutes.
const PATIENCE: Duration = Duration::from_secs(30 * 60);

/// The results of the page, each a table to be printed. `None` outside of `cargo xtask bench`.
pub async fn results() -> Result<Option<Vec<Value>>> {
    if !is_asked_for() {
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

/// Is the bench run by `cargo xtask bench`, and not by a test run that only builds it?
pub fn is_asked_for() -> bool {
    std::env::var_os("PAGE_URL").is_some()
}

/// A number among the choices `name=number`.
pub fn choice(name: &str, usual: u32) -> u32 {
    let choices = std::env::var("PAGE_CHOICES").unwrap_or_default();
    let mut pairs = choices.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| *key == name).and_then(|(_, value)| value.parse().ok()).unwrap_or(usual)
}

/// A number of a result; zero where there is none.
pub fn figure(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}
