//! Makes `dist/engine/`: the engine as a package for other pages and for Node, from `src/package/files/`.
//!
//! Its sources stand beside the exports they describe; this module fills in the wasm, the version and the sizes. It also
//! lets the example form show its own script.

use crate::modules::Bindings;
use crate::{cargo, needs};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

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

/// Puts the script of the example form into its page, which shows it: it may ask for nothing, itself included.
pub fn example(embed: &Path) -> Result<()> {
    let page = embed.join("index.html");
    let script = fs::read_to_string(embed.join("ten-lines.js"))?;
    fs::write(&page, shown_in(&fs::read_to_string(&page)?, &script))?;
    Ok(())
}

/// The page with the script as text.
fn shown_in(page: &str, script: &str) -> String {
    page.replace("TEN_LINES", script.trim_end().replace('&', "&amp;").replace('<', "&lt;").as_str())
}

/// The oldest Node that the manifest promises.
const NODE: u32 = 20;

/// Runs `tests/engine/` on the package in `dist/` and counts what passed. Without Node it says so: the browser tests run
/// the same checks.
pub fn test_in_node() -> Result<usize> {
    let Some(node) = needs::on_path("node").filter(|node| node_version(node).is_some_and(|version| version >= NODE))
    else {
        println!("skipped: no Node {NODE} or newer on PATH; the browser tests run the same checks");
        return Ok(0);
    };
    let tests = ["tests/engine/package.test.mjs", "tests/engine/plain.test.mjs"];
    let mut command = Command::new(node);
    command.current_dir(cargo::root()).args(["--test", "--test-reporter=tap"]).args(tests).stderr(Stdio::inherit());
    let output = command.output().context("cannot start node")?;
    let report = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        bail!("some checks of the package failed in Node:\n{report}");
    }
    let passed = passed_in(&report).context("Node did not say how many tests passed")?;
    println!("{passed} passed");
    Ok(passed)
}

/// `v20.20.2`
fn node_version(node: &Path) -> Option<u32> {
    let output = Command::new(node).arg("--version").output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// `# pass 12`
fn passed_in(report: &str) -> Option<usize> {
    report.lines().find_map(|line| line.strip_prefix("# pass ")).and_then(|number| number.trim().parse().ok())
}

fn source(name: &str) -> Result<String> {
    let file = cargo::root().join("src/package/files").join(name);
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
    fn the_count_is_read_from_node_s_report() {
        assert_eq!(passed_in("TAP version 13\nok 1 - a\n# tests 12\n# pass 12\n# fail 0\n"), Some(12));
        assert_eq!(passed_in("ok 1 - a"), None);
    }

    #[test]
    fn sizes_in_the_readme_are_measured() {
        let engine = Bindings { glue: "x".repeat(1001), wasm: vec![0; 5000], packed: vec![0; 2000] };
        let text = readme("SIZE_INDEX, SIZE_GLUE, SIZE_WASM, SIZE_PACKED", &engine, "abc");
        assert_eq!(text, "1 kB, 2 kB, 5 kB, 2 kB");
    }

    #[test]
    fn the_example_form_shows_its_script_as_text() {
        assert_eq!(shown_in("<pre>TEN_LINES</pre>", "a && b < c;\n"), "<pre>a &amp;&amp; b &lt; c;</pre>");
    }

    #[test]
    fn the_script_of_the_example_form_stays_about_ten_lines() {
        let script = fs::read_to_string(cargo::root().join("www/embed/ten-lines.js")).unwrap();
        let lines = script.lines().filter(|line| !line.trim().is_empty()).count();
        assert!(lines <= 13, "{lines} lines");
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
        for file in named.filter(|word| word.starts_with("\"./") && word.ends_with('"')) {
            assert!(file == "\"./package.json\"" || made.iter().any(|name| name == file), "{file} is not made");
        }
    }
}
