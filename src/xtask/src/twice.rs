//! `cargo xtask release --twice`: the same commit built again in another folder must give the same bytes. Each test run packs
//! what it compiled twice.

use crate::dist::{self, Profile};
use crate::{cargo, identity, release};
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Builds the current commit from a clone of its own and compares every file with those of `dist`.
pub fn compare(dist: &Path) -> Result<()> {
    let commit = identity::commit().context("only a commit can be built twice: this is no repository")?;
    ensure!(!commit.ends_with('+'), "only a commit can be built twice: some files are changed since {commit}");
    let elsewhere =
        std::env::temp_dir().join(format!("second-build-{}", std::process::id())).join("another").join("folder");
    cargo::run(Command::new("git").arg("clone").arg("--quiet").arg(cargo::root()).arg(&elsewhere))?;
    let mut build = cargo::cargo(&["run", "--quiet", "--locked", "--package", "xtask", "--", "build"]);
    cargo::run(build.current_dir(&elsewhere).env_remove("CARGO_TARGET_DIR"))?;
    let differ = differences(dist, &elsewhere.join("dist"))?;
    std::fs::remove_dir_all(elsewhere.ancestors().nth(2).unwrap_or(&elsewhere))?;
    if differ.is_empty() {
        println!("built twice in two folders: the same bytes");
        return Ok(());
    }
    bail!("two builds of {commit} differ in {}", differ.join(", "))
}

/// Packs once more what was compiled for `editions`, in another folder, and compares every file.
pub fn packed_again(editions: &Path) -> Result<()> {
    let elsewhere = cargo::target_dir().join("packed again");
    let dist = dist::packed(Profile::Release, elsewhere.join("dist"))?;
    release::editions(&dist, &elsewhere.join("editions"))?;
    let differ = differences(editions, &elsewhere.join("editions"))?;
    ensure!(differ.is_empty(), "packed twice, these differ: {}", differ.join(", "));
    std::fs::remove_dir_all(&elsewhere)?;
    Ok(())
}

/// Files that only one folder has, or that differ.
fn differences(first: &Path, second: &Path) -> Result<Vec<String>> {
    let listed = |folder: &Path| -> Result<BTreeMap<String, String>> {
        Ok(identity::sums(folder)?.into_iter().map(|sum| (sum.name.clone(), sum.hex())).collect())
    };
    let (first, second) = (listed(first)?, listed(second)?);
    let names = first.keys().chain(second.keys().filter(|name| !first.contains_key(*name)));
    Ok(names.filter(|name| first.get(*name) != second.get(*name)).cloned().collect())
}
