//! A bench page: made, served, run in Chromium. It knows nothing of what is measured.

use crate::driver::Driver;
use crate::{cargo, needs, serve};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// What is made of `tests/NAME-bench/`: its Rust, its scripts in `page/`, and the peers, JavaScript packages pinned there.
/// `tests/browser/benches/NAME.rs` prints the results.
pub struct Page {
    /// Its name on the command line.
    pub name: &'static str,
    /// Scripts that the page and its workers begin with.
    pub scripts: &'static [&'static str],
    /// Files of the peers that are fetched while the page runs.
    pub fetched: &'static [&'static str],
}

impl Page {
    /// Needs npm for the peers. `choices` are told to the page in its address.
    pub fn run(&self, choices: &[String]) -> Result<()> {
        let browser = needs::browser()?;
        let page = serve::in_background(self.site()?, serve::Policy::None)?;
        let driver = Driver::start(&browser)?;
        cargo::run(
            cargo::cargo(&["bench", "-p", "browser", "--bench", self.name, "--profile", "dev"])
                .env("PAGE_URL", &page)
                .env("PAGE_CHOICES", choices.join("&"))
                .env("WEBDRIVER_URL", driver.address())
                .env("CHROMIUM", &browser.chromium),
        )
    }

    /// The page with our module and every peer bundled.
    fn site(&self) -> Result<PathBuf> {
        needs::wasm_target()?;
        let folder = format!("{}-bench", self.name);
        let source = cargo::root().join("tests").join(&folder);
        let made = cargo::target_dir().join(&folder);
        fs::create_dir_all(&made)?;
        for file in ["package.json", "package-lock.json"] {
            fs::copy(source.join(file), made.join(file))?;
        }
        for entry in fs::read_dir(source.join("page"))? {
            let file = entry?.path();
            fs::copy(&file, made.join(file.file_name().unwrap_or_default()))?;
        }
        self.compile(&made)?;
        cargo::run(Command::new("npm").current_dir(&made).args(["ci", "--no-audit", "--no-fund"]))
            .context("npm installs the peers")?;
        self.bundle(&made)
    }

    fn compile(&self, made: &Path) -> Result<()> {
        let (target, package) = ("wasm32-unknown-unknown", format!("{}-bench", self.name));
        cargo::run(&mut cargo::cargo(&["build", "-p", &package, "--target", target, "--profile", "wasm-release"]))?;
        let wasm = cargo::target_dir().join(target).join("wasm-release").join(format!("{}_bench.wasm", self.name));
        Bindgen::new().input_path(&wasm).typescript(false).web(true)?.generate(made)?;
        Ok(())
    }

    fn bundle(&self, made: &Path) -> Result<PathBuf> {
        let site = made.join("site");
        fs::create_dir_all(&site)?;
        let mut esbuild = Command::new(made.join("node_modules/.bin/esbuild"));
        esbuild.current_dir(made).args(self.scripts);
        cargo::run(esbuild.args(["--bundle", "--format=esm", "--outdir=site", "--log-level=warning"]))?;
        let ours = [made.join("index.html"), made.join(format!("{}_bench_bg.wasm", self.name))];
        let theirs = self.fetched.iter().map(|file| made.join("node_modules").join(file));
        for file in ours.into_iter().chain(theirs) {
            fs::copy(&file, site.join(file.file_name().unwrap_or_default()))
                .with_context(|| format!("no {}", file.display()))?;
        }
        Ok(site)
    }
}
