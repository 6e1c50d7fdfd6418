//! The list of parts of the two wasm modules (CycloneDX 1.5): every crate that is linked, with version and licence.

use crate::{cargo, identity};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The list as JSON, by name of crate. It carries no stamp, so that the same build gives the same bytes.
pub fn sbom() -> Result<String> {
    let target = ["--filter-platform", "wasm32-unknown-unknown"];
    let output = cargo::cargo(&["metadata", "--format-version", "1", "--locked"]).args(target).output()?;
    let metadata: Value = serde_json::from_slice(&output.stdout).context("cannot read `cargo metadata`")?;
    let linked = linked(&metadata);
    let components: Vec<Value> = packages(&metadata).filter(|package| linked.contains(id(package))).map(part).collect();
    let document = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "name": "doi-chieu-muc-tieu", "version": identity::version(),
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": components,
    });
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

fn packages(metadata: &Value) -> impl Iterator<Item = &Value> {
    metadata["packages"].as_array().into_iter().flatten()
}

fn id(package: &Value) -> &str {
    package["id"].as_str().unwrap_or_default()
}

/// All that page, worker and package reach by ordinary dependencies (not by tests or build scripts).
fn linked(metadata: &Value) -> BTreeSet<&str> {
    let nodes: BTreeMap<&str, &Value> =
        metadata["resolve"]["nodes"].as_array().into_iter().flatten().map(|node| (id(node), node)).collect();
    let roots = packages(metadata).filter(|package| package["source"].is_null());
    let mut waiting: Vec<&str> = roots
        .filter(|package| matches!(package["name"].as_str(), Some("app" | "worker" | "package")))
        .map(id)
        .collect();
    let mut seen = BTreeSet::new();
    while let Some(next) = waiting.pop() {
        if seen.insert(next) {
            waiting.extend(nodes.get(next).into_iter().flat_map(|node| ordinary(node)));
        }
    }
    seen
}

fn ordinary(node: &Value) -> impl Iterator<Item = &str> {
    let all = node["deps"].as_array().into_iter().flatten();
    all.filter(|dependency| dependency["dep_kinds"].as_array().into_iter().flatten().any(|kind| kind["kind"].is_null()))
        .filter_map(|dependency| dependency["pkg"].as_str())
}

fn part(package: &Value) -> Value {
    let (name, version) = (&package["name"], &package["version"]);
    let mut part = json!({ "type": "library", "name": name, "version": version });
    if let Some(licence) = package["license"].as_str() {
        part["licenses"] = json!([{ "expression": licence }]);
    }
    if !package["source"].is_null() {
        let (name, version) = (name.as_str().unwrap_or_default(), version.as_str().unwrap_or_default());
        part["purl"] = json!(format!("pkg:cargo/{name}@{version}"));
    }
    part
}
