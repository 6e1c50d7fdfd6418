//! `cargo xtask bench engine`: waits for the bench page to finish and prints its results as a table.

#![expect(clippy::print_stdout, reason = "a bench prints its table")]

use anyhow::Result;
use browser::bench::{figure, results};
use serde_json::Value;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let Some(results) = results().await? else {
        println!("run this through `cargo xtask bench engine`");
        return Ok(());
    };
    for result in &results {
        print(result);
    }
    Ok(())
}

fn print(result: &Value) {
    let lines = result["lines"].as_array().cloned().unwrap_or_default();
    let ours = lines.first().map_or(f64::NAN, |line| figure(&line["milliseconds"]));
    println!(
        "\n{} activities × {} units, {} verdicts: {:.1} ns a row, {:.1} bytes a row, {:.0} ms for every option of every \
         reading, {:.1} ms for one edit\n",
        result["rows"],
        result["units"],
        result["verdicts"],
        ours * 1e6 / figure(&result["rows"]),
        figure(&result["bytesPerRow"]),
        figure(&result["readings"]),
        figure(&result["edit"]),
    );
    println!("| contender | ms | times this engine |\n|---|--:|--:|");
    for line in &lines {
        let milliseconds = figure(&line["milliseconds"]);
        let scaled = match line["scaled"].as_u64() {
            Some(share) if share > 1 => format!(" (every {share}th unit, scaled)"),
            _ => String::new(),
        };
        let name = line["name"].as_str().unwrap_or_default();
        println!("| {name}{scaled} | {milliseconds:.1} | {:.1} |", milliseconds / ours);
    }
}
