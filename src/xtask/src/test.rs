//! `cargo xtask test`: everything, from formatting to a real browser; `cargo xtask check`: the quick part.

#![expect(clippy::disallowed_methods, reason = "a developer's tool says how long each step took")]

use crate::driver::Driver;
use crate::{cargo, dist, lint, needs, package, release, serve, tidy, twice};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Formatting, clippy on both targets, tidy and the rule files.
pub fn check() -> Result<()> {
    needs::wasm_target()?;
    step("formatting", || cargo::run(&mut cargo::cargo(&["fmt", "--all", "--check"])))?;
    step("clippy", || {
        cargo::run(&mut cargo::cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))
    })?;
    step("clippy for wasm", || {
        let programs = ["clippy", "-p", "app", "-p", "worker", "-p", "package", "--target", "wasm32-unknown-unknown"];
        cargo::run(cargo::cargo(&programs).arg("--locked").args(["--", "-D", "warnings"]))
    })?;
    step("tidy", tidy::tidy)?;
    step("rule files", || lint::lint(&[]))
}

/// Installs what is missing, checks, and runs native, wasm and browser tests. The last line counts the tests.
pub fn test() -> Result<()> {
    let browser = needs::browser()?;
    check()?;
    let mut passed = 0;
    passed += step("native tests", || {
        counted(&mut cargo::cargo(&["test", "--workspace", "--exclude", "browser", "--locked", "--no-fail-fast"]))
    })?;
    passed += step("wasm tests", || wasm_tests(&browser))?;
    let dist = step("build of the page", || dist::build(dist::Profile::Release))?;
    step("what comes first is small", || dist.first_is_small())?;
    let editions = step("editions", || release::editions(&dist, &cargo::target_dir().join("editions")))?;
    step("packed twice, the same bytes", || twice::packed_again(&cargo::target_dir().join("editions")))?;
    passed += step("the engine's package in Node", package::test_in_node)?;
    passed += step("browser tests", || {
        let page = serve::in_background(editions.site.clone(), serve::Policy::OfThePage)?;
        let driver = Driver::start(&browser)?;
        counted(
            cargo::cargo(&["test", "-p", "browser", "--locked", "--no-fail-fast"])
                .env("PAGE_URL", &page)
                .env("SINGLE_FILE", &editions.single)
                .env("SITE_ZIP", &editions.zip)
                .env("WEBDRIVER_URL", driver.address())
                .env("CHROMIUM", &browser.chromium),
        )
    })?;
    println!("\n{passed} passed, 0 failed");
    Ok(())
}

fn wasm_tests(browser: &needs::Browser) -> Result<usize> {
    cargo::run(&mut cargo::cargo(&["build", "-p", "wasm-runner", "--locked"]))?;
    let runner = cargo::target_dir().join("debug").join("wasm-runner");
    counted(
        cargo::cargo(&["test", "-p", "worker", "--target", "wasm32-unknown-unknown", "--locked", "--no-fail-fast"])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
            .env("CHROMEDRIVER", &browser.driver)
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120"),
    )
}

fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("\n== {name}");
    let start = Instant::now();
    let done = work().with_context(|| format!("step `{name}`"))?;
    println!("== {name}: {} s", start.elapsed().as_secs());
    Ok(done)
}

/// Runs a test command, shows what it prints, and adds up the tests it says it passed.
fn counted(command: &mut Command) -> Result<usize> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("cannot start the tests")?;
    let output = child.stdout.take().context("no output to read")?;
    let mut passed = 0;
    for line in BufReader::new(output).lines() {
        let line = line?;
        passed += passed_in(&line).unwrap_or(0);
        println!("{line}");
    }
    if !child.wait()?.success() {
        bail!("some tests failed");
    }
    Ok(passed)
}

/// `test result: ok. 12 passed; 0 failed; …`
fn passed_in(line: &str) -> Option<usize> {
    let rest = line.trim().strip_prefix("test result: ok. ")?;
    rest.split(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_read_from_the_harness() {
        assert_eq!(passed_in("test result: ok. 12 passed; 0 failed; 0 ignored"), Some(12));
        assert_eq!(passed_in("test result: FAILED. 12 passed; 1 failed"), None);
        assert_eq!(passed_in("running 12 tests"), None);
    }
}
