//! `cargo xtask bench page`: the page that people run, watched by `tests/browser/benches/page/` and audited by Lighthouse.

use crate::driver::Driver;
use crate::needs::Browser;
use crate::{cargo, dist, modules, needs, serve};
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The parts that are done here; the others are those of the watching bench.
const AUDIT: &str = "lighthouse";
const SIZES: &str = "sizes";

/// What the page asks for, in this order; the last three are the engine in its worker.
const FILES: [&str; 12] = [
    "index.html",
    "css/page.css",
    "fonts/source-sans-3-latin-wght-normal.woff2",
    "fonts/source-sans-3-vietnamese-wght-normal.woff2",
    "boot.js",
    "app-boot.js",
    "app.js",
    "app-rest.js",
    "samples.js",
    "worker.js",
    "engine.js",
    "worker-rest.js",
];

/// Runs the parts that are named, or all of them. Needs npm for the peer and for Lighthouse.
pub fn visit(parts: &[String]) -> Result<()> {
    let browser = needs::browser()?;
    let folder = dist::build(dist::Profile::Release)?.folder;
    let wants = |part: &str| parts.is_empty() || parts.iter().any(|wanted| wanted == part);
    if wants(SIZES) {
        sizes(&folder)?;
    }
    if parts.iter().any(|part| part == SIZES) && parts.len() == 1 {
        return Ok(());
    }
    let tools = tools()?;
    let site = site(&folder, &tools)?;
    let page = serve::in_background(site, serve::Policy::OfThePage)?;
    let watched: Vec<&str> = parts.iter().map(String::as_str).filter(|part| ![AUDIT, SIZES].contains(part)).collect();
    if parts.is_empty() || !watched.is_empty() {
        let driver = Driver::start(&browser)?;
        cargo::run(
            cargo::cargo(&["bench", "-p", "browser", "--bench", "page", "--profile", "dev"])
                .env("PAGE_URL", &page)
                .env("PAGE_CHOICES", watched.join("&"))
                .env("WEBDRIVER_URL", driver.address())
                .env("CHROMIUM", &browser.chromium),
        )?;
    }
    if wants(AUDIT) {
        audits(&tools, &page, &browser)?;
    }
    Ok(())
}

/// What goes over the line from a server that packs with gzip.
fn sizes(dist: &Path) -> Result<()> {
    println!("\n**Sizes**, kB as transferred (gzip; fonts are packed already)\n\n| file | kB |\n|---|--:|");
    let mut all = 0.0;
    for file in FILES {
        let bytes = fs::read(dist.join(file)).with_context(|| format!("no {file}"))?;
        let sent = if file.ends_with(".woff2") { bytes.len() } else { modules::gzip(&bytes)?.len() };
        let kilobytes = f64::from(u32::try_from(sent)?) / 1e3;
        println!("| `{file}` | {kilobytes:.1} |");
        all += kilobytes;
    }
    println!("| **all** | **{all:.0}** |");
    Ok(())
}

/// The packages of `tests/page-bench/`, installed.
fn tools() -> Result<PathBuf> {
    let made = cargo::target_dir().join("page-bench");
    dist::copy_tree(&cargo::root().join("tests/page-bench"), &made)?;
    cargo::run(Command::new("npm").current_dir(&made).args(["ci", "--no-audit", "--no-fund"]))
        .context("npm installs the peer and Lighthouse")?;
    Ok(made)
}

/// The page as it is, with the peer's page in a folder beside it.
fn site(dist: &Path, tools: &Path) -> Result<PathBuf> {
    let site = tools.join("site");
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    dist::copy_tree(dist, &site)?;
    dist::copy_tree(&tools.join("peer"), &site.join("bench-peer"))?;
    let mut esbuild = Command::new(tools.join("node_modules/.bin/esbuild"));
    esbuild.current_dir(tools).args(["peer/peer.js", "--bundle", "--minify", "--format=esm", "--log-level=warning"]);
    cargo::run(esbuild.arg("--outfile=site/bench-peer/peer.js"))?;
    Ok(site)
}

/// Lighthouse's marks for the page on a desk and on a phone, as a table, and what it finds wanting.
fn audits(tools: &Path, page: &str, browser: &Browser) -> Result<()> {
    println!("\n**Lighthouse**, its own simulation of line and processor\n");
    println!(
        "| device | performance | accessibility | best practices | first paint | largest paint | blocked | shift |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|");
    let mut wanting = Vec::new();
    for (device, preset) in [("phone", None), ("desktop", Some("--preset=desktop"))] {
        let report = audit(tools, page, browser, device, preset)?;
        let mark = |category: &str| report["categories"][category]["score"].as_f64().unwrap_or_default() * 100.0;
        let told = |audit: &str| report["audits"][audit]["displayValue"].as_str().unwrap_or("–").to_owned();
        println!(
            "| {device} | {:.0} | {:.0} | {:.0} | {} | {} | {} | {} |",
            mark("performance"),
            mark("accessibility"),
            mark("best-practices"),
            told("first-contentful-paint"),
            told("largest-contentful-paint"),
            told("total-blocking-time"),
            told("cumulative-layout-shift"),
        );
        wanting.extend(below_full(&report).into_iter().map(|audit| format!("{device}: {audit}")));
    }
    if !wanting.is_empty() {
        println!("\nBelow full marks:\n");
        wanting.iter().for_each(|audit| println!("- {audit}"));
    }
    Ok(())
}

fn audit(tools: &Path, page: &str, browser: &Browser, device: &str, preset: Option<&str>) -> Result<Value> {
    let report = tools.join(format!("lighthouse-{device}.json"));
    let mut lighthouse = Command::new(tools.join("node_modules/.bin/lighthouse"));
    lighthouse.current_dir(tools).env("CHROME_PATH", &browser.chromium).arg(page).args(preset);
    lighthouse.args(["--quiet", "--output=json", "--only-categories=performance,accessibility,best-practices"]);
    lighthouse.arg("--chrome-flags=--headless --no-sandbox --disable-gpu --disable-dev-shm-usage");
    lighthouse.arg(format!("--output-path={}", report.display()));
    cargo::run(&mut lighthouse)?;
    Ok(serde_json::from_slice(&fs::read(&report)?)?)
}

/// Titles of the audits that took a mark off.
fn below_full(report: &Value) -> Vec<String> {
    let audits = report["audits"].as_object().into_iter().flatten();
    audits
        .filter(|(_, audit)| audit["score"].as_f64().is_some_and(|score| score < 0.9))
        .map(|(_, audit)| {
            let told = |key: &str| audit[key].as_str().unwrap_or_default().to_owned();
            format!("{} {}", told("title"), told("displayValue")).trim().to_owned()
        })
        .collect()
}
