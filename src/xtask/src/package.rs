//! Makes `dist/engine/`: the engine as a package for other pages and for Node, from `src/worker/package/`.
//!
//! Its sources stand beside the exports they describe; this module fills in the wasm, the version and the sizes.

use crate::cargo;
use crate::dist::Bindings;
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Files that are copied as they are.
const AS_THEY_ARE: [&str; 4] = ["api.js", "plain.js", "index.d.ts", "plain.d.ts"];

/// Writes the package into `folder`.
pub fn package(folder: &Path, engine: &Bindings) -> Result<()> {
    fs::create_dir_all(folder)?;
    for name in AS_THEY_ARE {
        fs::write(folder.join(name), source(name)?)?;
    }
    let index = engine.carried_by(&source("index.js")?);
    fs::write(folder.join("README.md"), readme(&source("README.md")?, engine, &index))?;
    fs::write(folder.join("package.json"), manifest(&source("package.json")?)?)?;
    fs::write(folder.join("index.js"), index)?;
    fs::write(folder.join("glue.js"), &engine.glue)?;
    fs::write(folder.join("engine.wasm"), &engine.wasm)?;
    Ok(())
}

fn source(name: &str) -> Result<String> {
    let file = cargo::root().join("src/worker/package").join(name);
    fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
}

/// The manifest with the version of the workspace.
fn manifest(text: &str) -> Result<String> {
    let mut manifest: Value = serde_json::from_str(text).context("package.json is no JSON")?;
    manifest["version"] = Value::from(env!("CARGO_PKG_VERSION"));
    Ok(format!("{manifest:#}\n"))
}

/// The README with the sizes as measured.
fn readme(text: &str, engine: &Bindings, index: &str) -> String {
    let sizes = [
        ("SIZE_INDEX", index.len()),
        ("SIZE_PACKED", engine.packed.len()),
        ("SIZE_WASM", engine.wasm.len()),
        ("SIZE_GLUE", engine.glue.len()),
    ];
    sizes.into_iter().fold(text.to_owned(), |text, (name, bytes)| text.replace(name, &kilobytes(bytes)))
}

fn kilobytes(bytes: usize) -> String {
    format!("{} kB", bytes.div_ceil(1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_in_the_readme_are_measured() {
        let engine = Bindings { glue: "x".repeat(1001), wasm: vec![0; 5000], packed: vec![0; 2000] };
        let text = readme("SIZE_INDEX, SIZE_GLUE, SIZE_WASM, SIZE_PACKED", &engine, "abc");
        assert_eq!(text, "1 kB, 2 kB, 5 kB, 2 kB");
    }

    #[test]
    fn the_manifest_carries_the_version_of_the_house() {
        let manifest: Value = serde_json::from_str(&manifest(&source("package.json").unwrap()).unwrap()).unwrap();
        assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
        assert_eq!(manifest["exports"]["."]["default"], "./index.js");
    }

    #[test]
    fn every_file_that_the_manifest_names_is_made() {
        let manifest = manifest(&source("package.json").unwrap()).unwrap();
        let made = ["index.js", "glue.js", "engine.wasm"].into_iter().chain(AS_THEY_ARE);
        let made: Vec<String> = made.map(|name| format!("\"./{name}\"")).collect();
        let named = manifest.split_whitespace().map(|word| word.trim_end_matches(','));
        for file in named.filter(|word| word.starts_with("\"./")) {
            assert!(file == "\"./package.json\"" || made.iter().any(|name| name == file), "{file} is not made");
        }
    }
}
