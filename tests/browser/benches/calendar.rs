//! `cargo xtask bench calendar`: waits for the bench page to finish and prints its results as tables.

#![expect(clippy::print_stdout, reason = "a bench prints its table")]

use anyhow::Result;
use browser::bench::{figure, results};
use serde_json::Value;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let Some(results) = results().await? else {
        println!("run this through `cargo xtask bench calendar`");
        return Ok(());
    };
    for result in &results {
        plans(result);
        programmes(result);
    }
    Ok(())
}

fn lines(result: &Value, name: &str) -> Vec<Value> {
    result[name].as_array().cloned().unwrap_or_default()
}

fn plans(result: &Value) {
    println!(
        "\n| units | capacity | items | find no day | proof | ms | longest wait for progress, ms | broken off in, ms |"
    );
    println!("|--:|---|--:|--:|---|--:|--:|--:|");
    for line in lines(result, "plans") {
        let proof = if line["best"] == true { "best" } else { "not proved" };
        println!(
            "| {} | {} | {} | {} | {proof} | {:.0} | {:.0} | {:.1} |",
            line["units"],
            line["label"].as_str().unwrap_or_default(),
            line["items"],
            line["short"],
            figure(&line["milliseconds"]),
            figure(&line["longest"]),
            figure(&line["stop"]),
        );
    }
}

fn programmes(result: &Value) {
    println!("\n| units | arcs | cost of both | flow, ms | microlp, ms | times |\n|--:|--:|--:|--:|--:|--:|");
    for line in lines(result, "programmes") {
        let (flow, programme) = (figure(&line["flow"]), figure(&line["programme"]));
        println!(
            "| {} | {} | {} | {flow:.1} | {programme:.1} | {:.0} |",
            line["units"],
            line["arcs"],
            line["cost"],
            programme / flow,
        );
    }
}
