//! `cargo xtask bench`: figures are ratios against a peer in the same run; these machines are noisy.

use crate::driver::Driver;
use crate::{cargo, needs, serve};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// `engine`: the engine in a browser against its peers. Otherwise all native benches, or those whose name holds the
/// argument.
pub fn bench(arguments: &[String]) -> Result<()> {
    if arguments.first().is_some_and(|name| name == "engine") {
        return engine();
    }
    cargo::run(cargo::cargo(&["bench", "-p", "tests", "--"]).args(arguments))
}

/// Needs npm: the peers are JavaScript packages, pinned in `tests/engine-bench/`.
fn engine() -> Result<()> {
    let browser = needs::browser()?;
    let page = serve::in_background(site()?, serve::Policy::None)?;
    let driver = Driver::start(&browser)?;
    cargo::run(
        cargo::cargo(&["bench", "-p", "browser", "--bench", "engine", "--profile", "dev"])
            .env("PAGE_URL", &page)
            .env("WEBDRIVER_URL", driver.address())
            .env("CHROMIUM", &browser.chromium),
    )
}

/// The bench page with the engine and every peer bundled.
fn site() -> Result<PathBuf> {
    needs::wasm_target()?;
    let source = cargo::root().join("tests/engine-bench");
    let site = cargo::target_dir().join("engine-bench");
    fs::create_dir_all(&site)?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(source.join(file), site.join(file))?;
    }
    for entry in fs::read_dir(source.join("page"))? {
        let file = entry?.path();
        fs::copy(&file, site.join(file.file_name().unwrap_or_default()))?;
    }
    compile(&site)?;
    cargo::run(Command::new("npm").current_dir(&site).args(["ci", "--no-audit", "--no-fund"]))
        .context("npm installs the peers")?;
    bundle(&site)?;
    Ok(site.join("site"))
}

fn compile(site: &Path) -> Result<()> {
    let target = "wasm32-unknown-unknown";
    cargo::run(&mut cargo::cargo(&["build", "-p", "engine-bench", "--target", target, "--profile", "wasm-release"]))?;
    let wasm = cargo::target_dir().join(target).join("wasm-release").join("engine_bench.wasm");
    Bindgen::new().input_path(&wasm).typescript(false).web(true)?.generate(site)?;
    Ok(())
}

fn bundle(site: &Path) -> Result<()> {
    let out = site.join("site");
    fs::create_dir_all(&out)?;
    let esbuild = site.join("node_modules/.bin/esbuild");
    let arguments = ["bench.js", "--bundle", "--format=esm", "--outfile=site/bench.js", "--log-level=warning"];
    cargo::run(Command::new(esbuild).current_dir(site).args(arguments))?;
    let duckdb = site.join("node_modules/@duckdb/duckdb-wasm/dist");
    let zen = site.join("node_modules/@gorules/zen-engine-wasm/dist");
    for file in [
        site.join("index.html"),
        site.join("engine_bench_bg.wasm"),
        duckdb.join("duckdb-browser-eh.worker.js"),
        duckdb.join("duckdb-eh.wasm"),
        zen.join("zen_engine_wasm_bg.wasm"),
    ] {
        fs::copy(&file, out.join(file.file_name().unwrap_or_default()))
            .with_context(|| format!("no {}", file.display()))?;
    }
    Ok(())
}
