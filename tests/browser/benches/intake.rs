//! `cargo xtask bench intake`: waits for the bench page to finish and prints its results beside their aims.

#![expect(clippy::print_stdout, reason = "a bench prints its table")]

use anyhow::Result;
use browser::bench::{figure, results};
use serde_json::Value;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let Some(results) = results().await? else {
        println!("run this through `cargo xtask bench intake`");
        return Ok(());
    };
    for result in &results {
        print(result);
    }
    Ok(())
}

fn print(result: &Value) {
    let name = result["kind"].as_str().unwrap_or_default();
    let megabytes = figure(&result["bytes"]) / 1e6;
    println!("\n{}: {} rows × 10 columns, {megabytes:.1} MB\n", name.to_uppercase(), result["rows"]);
    let lines = result["lines"].as_array().cloned().unwrap_or_default();
    let Some(ours) = lines.first() else { return };
    let time = |line: &Value| figure(&line["milliseconds"]);
    println!("| contender | s | MB/s | its time ÷ ours |\n|---|--:|--:|--:|");
    for line in &lines {
        let (contender, seconds) = (line["contender"].as_str().unwrap_or_default(), time(line) / 1e3);
        println!("| {contender} | {seconds:.2} | {:.1} | {:.2} |", megabytes / seconds, time(line) / time(ours));
    }
    println!("\n| figure | measured | aim |\n|---|--:|--:|");
    if name == "csv" {
        row("CSV to facts", megabytes / time(ours) * 1e3, "MB/s", "≥ 100 MB/s");
    }
    for (line, aim) in lines.iter().filter_map(|line| Some((line, aim(line["contender"].as_str()?)?))) {
        row(
            &format!("{}, its time", line["contender"].as_str().unwrap_or_default()),
            time(line) / time(ours),
            "× ours",
            aim,
        );
    }
    print_rest(result, ours, if name == "csv" { "≤ 350 MB" } else { "–" });
}

/// How many times as long as ours a peer should take.
fn aim(contender: &str) -> Option<&'static str> {
    let aims = [("PapaParse", "≥ 3 × ours"), ("SheetJS", "≥ 6 × ours")];
    aims.into_iter().find(|(peer, _)| contender.starts_with(peer)).map(|(_, aim)| aim)
}

fn print_rest(result: &Value, ours: &Value, memory: &str) {
    row("memory of the module", figure(&ours["memory"]) / 1e6, "MB", memory);
    row("until the last report of progress", figure(&ours["reading"]), "ms", "–");
    row("after it", figure(&ours["milliseconds"]) - figure(&ours["reading"]), "ms", "–");
    row("reports of progress", figure(&ours["reports"]), "", "–");
    row("longest wait for progress on the page", figure(&result["wait"]), "ms", "≤ 100 ms");
    row("cancel: the page is free", figure(&result["free"]), "ms", "≤ 200 ms");
    row("cancel: the next worker is ready", figure(&result["again"]), "ms", "≤ 200 ms");
    row("longest gap of a 10 ms timer on the page", figure(&result["blocked"]), "ms", "≤ 50 ms");
    row("findings", figure(&ours["findings"]), "", "–");
    row("units unknown to the roster", figure(&ours["units"]), "", "0");
}

fn row(name: &str, measured: f64, unit: &str, aim: &str) {
    println!("| {name} | {measured:.1} {unit} | {aim} |");
}
