//! `cargo xtask bench`: figures are ratios against a peer in the same run; these machines are noisy.

use crate::cargo;
use anyhow::Result;

/// Runs all benches of the workspace, or those whose name holds the argument.
pub fn bench(arguments: &[String]) -> Result<()> {
    cargo::run(cargo::cargo(&["bench", "-p", "tests", "--"]).args(arguments))
}
