//! `cargo xtask bench kills [kills=N] [seed=N]`: the page's worker is killed at random moments; the page has to recover.

#![expect(clippy::print_stdout, reason = "a bench says how it went")]

use anyhow::Result;
use browser::{bench, kill};

fn main() -> Result<()> {
    if !bench::is_asked_for() {
        return Ok(());
    }
    let (kills, seed) = (bench::choice("kills", 100), bench::choice("seed", 2030));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(kill::often(kills, seed.into()))?;
    println!("{kills} kills, seed {seed}: the page recovered every time");
    Ok(())
}
