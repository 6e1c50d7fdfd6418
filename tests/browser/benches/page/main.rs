//! `cargo xtask bench page`: what a visitor waits for, under slow processors and networks, as the browser itself tells it.
//!
//! Every table is of one run. Times are of this machine; what can be compared are ratios within the run.

#![expect(clippy::print_stdout, reason = "a bench prints its tables")]

mod made_up;
mod moving;
mod opening;
mod reading;
mod watched;

use anyhow::{Result, bail};

/// Parts of the bench, in the order in which they are run.
const PARTS: [&str; 3] = ["opening", "reading", "moving"];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    if std::env::var_os("PAGE_URL").is_none() {
        println!("run this through `cargo xtask bench page`");
        return Ok(());
    }
    let choices = std::env::var("PAGE_CHOICES").unwrap_or_default();
    let wanted: Vec<&str> = choices.split('&').filter(|choice| !choice.is_empty()).collect();
    if let Some(unknown) = wanted.iter().find(|choice| !PARTS.contains(choice)) {
        bail!("`{unknown}` is no part of this bench; there are {PARTS:?}");
    }
    for part in PARTS.into_iter().filter(|part| wanted.is_empty() || wanted.contains(part)) {
        match part {
            "opening" => opening::opening().await?,
            "reading" => reading::reading().await?,
            _ => moving::moving().await?,
        }
    }
    Ok(())
}
