//! `cargo xtask audit`: slower checks that need tools of their own. What is missing is installed under `target/`, or
//! named as skipped; nothing is skipped in silence.

use crate::cargo;
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// Runs every audit that this machine can run.
pub fn audit() -> Result<()> {
    let mut skipped = Vec::new();
    let mut failed = Vec::new();
    for (name, audit) in [("unused dependencies", machete as fn() -> Result<Outcome>), ("licences", licences)] {
        println!("\n== {name}");
        match audit()? {
            Outcome::Passed => println!("{name}: passed"),
            Outcome::Failed => failed.push(name),
            Outcome::Skipped(why) => skipped.push(format!("{name}: {why}")),
        }
    }
    for line in &skipped {
        println!("skipped {line}");
    }
    if failed.is_empty() {
        return Ok(());
    }
    bail!("failed: {}", failed.join(", "))
}

enum Outcome {
    Passed,
    Failed,
    Skipped(String),
}

/// Dependencies that no line of code uses.
fn machete() -> Result<Outcome> {
    let Some(tool) = installed("cargo-machete")? else {
        return Ok(Outcome::Skipped("cargo-machete cannot be installed here".to_owned()));
    };
    outcome(Command::new(tool).current_dir(cargo::root()))
}

/// Licences, doubled crates and sources of everything that is linked, by `deny.toml`.
fn licences() -> Result<Outcome> {
    let Some(tool) = installed("cargo-deny")? else {
        return Ok(Outcome::Skipped("cargo-deny cannot be installed here".to_owned()));
    };
    outcome(Command::new(tool).current_dir(cargo::root()).args(["check", "licenses", "bans", "sources"]))
}

fn outcome(command: &mut Command) -> Result<Outcome> {
    Ok(if command.status()?.success() { Outcome::Passed } else { Outcome::Failed })
}

/// The tool under `target/tools`, installed there when missing.
fn installed(tool: &str) -> Result<Option<PathBuf>> {
    let tools = cargo::target_dir().join("tools");
    let binary = tools.join("bin").join(tool);
    if !binary.is_file() {
        println!("installing {tool} into {}", tools.display());
        let mut install = cargo::cargo(&["install", "--debug", "--locked", tool, "--root"]);
        if !install.arg(&tools).status()?.success() {
            return Ok(None);
        }
    }
    Ok(Some(binary))
}
