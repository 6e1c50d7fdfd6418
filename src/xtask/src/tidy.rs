//! What the compiler does not check: the arrows between crates, the size of files, and that the core has no clock.

use crate::cargo;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Who may use whom; the same table stands in src/README.md. `xtask` and the packages under `tests/` may use anything.
const ARROWS: [(&str, &[&str]); 13] = [
    ("domain", &[]),
    ("plan", &["domain"]),
    ("intake", &["domain"]),
    ("engine", &["domain", "plan"]),
    ("calendar", &["domain"]),
    ("wording", &["domain"]),
    ("report", &["domain", "wording"]),
    ("assess", &["domain", "plan", "intake", "engine", "calendar"]),
    ("protocol", &["domain"]),
    ("worker", &["domain", "assess", "report", "protocol"]),
    ("package", &["domain", "assess", "report"]),
    ("app", &["domain", "wording", "protocol"]),
    ("unpack", &[]),
];

/// Lines of a source file without its tests.
const LONGEST_FILE: usize = 400;

/// `cargo xtask tidy`: every complaint at once.
pub fn tidy() -> Result<()> {
    let mut complaints = Vec::new();
    let metadata = metadata()?;
    complaints.extend(wrong_arrows(&metadata));
    complaints.extend(long_files(&cargo::root())?);
    complaints.extend(doubled_families(&metadata));
    complaints.extend(clock_in_wasm()?);
    if complaints.is_empty() {
        println!("tidy: arrows, file sizes, doubled crates and the wasm build's features are in order");
        return Ok(());
    }
    bail!("tidy found {}:\n  {}", complaints.len(), complaints.join("\n  "))
}

fn metadata() -> Result<Value> {
    let output = cargo::cargo(&["metadata", "--format-version", "1", "--locked"]).output()?;
    serde_json::from_slice(&output.stdout).context("cannot read `cargo metadata`")
}

fn wrong_arrows(metadata: &Value) -> Vec<String> {
    let allowed: BTreeMap<&str, &[&str]> = ARROWS.into_iter().collect();
    let members: BTreeSet<&str> = allowed.keys().copied().chain(["xtask"]).collect();
    let mut complaints = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let (Some(name), true) = (package["name"].as_str(), package["source"].is_null()) else { continue };
        let Some(may_use) = allowed.get(name) else { continue };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let Some(used) = dependency["name"].as_str() else { continue };
            let for_tests = dependency["kind"] == "dev";
            if members.contains(used) && !may_use.contains(&used) && !for_tests {
                complaints.push(format!("`{name}` must not use `{used}`: see the table of arrows in src/README.md"));
            }
        }
    }
    complaints
}

fn long_files(root: &Path) -> Result<Vec<String>> {
    let mut complaints = Vec::new();
    for file in rust_files(&root.join("src"))? {
        let text = fs::read_to_string(&file)?;
        let lines = text.split("#[cfg(test)]\nmod tests").next().map_or(0, |code| code.lines().count());
        if lines > LONGEST_FILE {
            let name = file.strip_prefix(root).unwrap_or(&file).display();
            complaints.push(format!(
                "{name} has {lines} lines before its tests; split it by meaning (at most {LONGEST_FILE})"
            ));
        }
    }
    Ok(complaints)
}

fn rust_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "tests") {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// yew pins one line of the gloo family; a second one would double its weight on the page.
fn doubled_families(metadata: &Value) -> Vec<String> {
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let (Some(name), Some(version)) = (package["name"].as_str(), package["version"].as_str()) else { continue };
        if name == "yew" || name == "wasm-bindgen" || name.starts_with("gloo") {
            versions.entry(name).or_default().insert(version);
        }
    }
    versions
        .into_iter()
        .filter(|(_, versions)| versions.len() > 1)
        .map(|(name, versions)| format!("`{name}` is in the lock file as {versions:?}: keep one"))
        .collect()
}

/// chrono without `clock` has no `now`; features unify over a build, so the whole wasm build is looked at.
fn clock_in_wasm() -> Result<Vec<String>> {
    let target = "wasm32-unknown-unknown";
    let output = cargo::cargo(&[
        "tree",
        "-p",
        "app",
        "-p",
        "worker",
        "-p",
        "package",
        "--target",
        target,
        "--edges",
        "normal,features",
        "--locked",
    ])
    .output()?;
    let tree = String::from_utf8_lossy(&output.stdout);
    if tree.is_empty() {
        bail!("`cargo tree` printed nothing: {}", String::from_utf8_lossy(&output.stderr));
    }
    let forbidden = ["chrono feature \"clock\"", "chrono feature \"now\"", "chrono feature \"wasmbind\""];
    Ok(forbidden
        .into_iter()
        .filter(|feature| tree.contains(feature))
        .map(|feature| format!("the wasm build has {feature}: the core must not read a clock"))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, uses: &str, kind: Option<&str>) -> Value {
        serde_json::json!({ "packages": [{ "name": name, "source": null, "dependencies": [{ "name": uses, "kind": kind }] }] })
    }

    #[test]
    fn an_arrow_that_is_not_in_the_table_is_refused() {
        assert_eq!(wrong_arrows(&package("app", "engine", None)).len(), 1);
        assert_eq!(wrong_arrows(&package("domain", "plan", None)).len(), 1);
    }

    #[test]
    fn allowed_arrows_and_test_helpers_pass() {
        assert!(wrong_arrows(&package("engine", "plan", None)).is_empty());
        assert!(wrong_arrows(&package("engine", "assess", Some("dev"))).is_empty());
    }

    #[test]
    fn two_versions_of_one_gloo_crate_are_refused() {
        let doubled = serde_json::json!({ "packages": [
            { "name": "gloo-timers", "version": "0.3.0" }, { "name": "gloo-timers", "version": "0.4.0" } ] });
        assert_eq!(doubled_families(&doubled).len(), 1);
    }
}
