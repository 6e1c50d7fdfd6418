//! `cargo xtask bench`: figures are ratios against a peer in the same run; these machines are noisy.

mod page;
mod visit;

use crate::driver::Driver;
use crate::{cargo, dist, needs, serve};
use anyhow::Result;
use page::Page;

/// The engine against its peers.
const ENGINE: Page = Page {
    name: "engine",
    scripts: &["bench.js"],
    fetched: &[
        "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js",
        "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm",
        "@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm",
    ],
};
/// The suggested calendar against a linear programme.
const CALENDAR: Page = Page { name: "calendar", scripts: &["bench.js"], fetched: &[] };
/// Reading files against its peers.
const INTAKE: Page = Page {
    name: "intake",
    scripts: &["bench.js", "ours.js", "peers.js"],
    fetched: &["@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js", "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"],
};

/// Trials of the page itself: a day of use, a worker that is killed again and again, a province's files and its package.
const OF_THE_PAGE: [&str; 3] = ["day", "kills", "province"];

/// `day`, `kills`, `province`: the built page under load. `page`: the page that people run; what follows names parts (`opening reading moving
/// sizes lighthouse`). `engine`, `intake`, `calendar`: in a browser against their peers; what follows (`rows=100000 runs=1`) is for
/// the page. Otherwise all native benches, or those whose name holds the argument.
pub fn bench(arguments: &[String]) -> Result<()> {
    if let Some((name, choices)) = arguments.split_first()
        && let Some(page) = [ENGINE, INTAKE, CALENDAR].iter().find(|page| page.name == name)
    {
        return page.run(choices);
    }
    if let Some((name, choices)) = arguments.split_first()
        && OF_THE_PAGE.contains(&name.as_str())
    {
        return of_the_page(name, choices);
    }
    if let Some(("page", parts)) = arguments.split_first().map(|(name, parts)| (name.as_str(), parts)) {
        return visit::visit(parts);
    }
    cargo::run(cargo::cargo(&["bench", "-p", "tests", "--"]).args(arguments))
}

fn of_the_page(name: &str, choices: &[String]) -> Result<()> {
    let browser = needs::browser()?;
    let page = serve::in_background(dist::build(dist::Profile::Release)?.folder, serve::Policy::OfThePage)?;
    let driver = Driver::start(&browser)?;
    cargo::run(
        cargo::cargo(&["bench", "-p", "browser", "--bench", name, "--profile", "dev"])
            .env("PAGE_URL", &page)
            .env("PAGE_CHOICES", choices.join("&"))
            .env("WEBDRIVER_URL", driver.address())
            .env("CHROMIUM", &browser.chromium),
    )
}
