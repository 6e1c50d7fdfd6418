//! Opening the page, and what of it goes over the line.

use crate::watched::{FAST, NONE, Network, SLOW, long_tasks, number, rest, seen, visit};
use anyhow::Result;
use browser::Screen;
use serde_json::Value;

/// The processors, as times as slow as this one, and the networks.
const WAYS: [(f64, Network); 5] = [(1.0, NONE), (1.0, FAST), (4.0, FAST), (4.0, SLOW), (6.0, SLOW)];

/// Prints both tables.
pub async fn opening() -> Result<()> {
    println!("\n**Opening the page** (phone, 390 × 844; empty cache)\n");
    println!(
        "| processor | network | first paint, ms | largest paint, ms | its element | usable, ms | blocked, ms | shift |"
    );
    println!("|--:|---|--:|--:|---|--:|--:|--:|");
    let mut files = Vec::new();
    for (slower, network) in WAYS {
        let visitor = visit(Screen::Phone, "", slower, network).await?;
        rest(1500.0 * slower).await;
        let seen = seen(&visitor).await?;
        let blocked: f64 = long_tasks(&seen, 0.0).iter().map(|length| length - 50.0).sum();
        println!(
            "| ÷ {slower} | {} | {:.0} | {:.0} | {} | {:.0} | {blocked:.0} | {:.3} |",
            network.name,
            number(&seen["first-contentful-paint"]),
            number(&seen["largest"]),
            seen["element"].as_str().unwrap_or("–"),
            number(&seen["first"]["nav.tabs"]),
            number(&seen["shift"]),
        );
        files = visitor.run(FILES).await?.as_array().cloned().unwrap_or_default();
    }
    print_files(&files);
    Ok(())
}

const FILES: &str = "return performance.getEntries().filter(e => e.encodedBodySize !== undefined && e.name.startsWith('http'))
    .map(e => [e.name.replace(location.origin + '/', '').replace(/#.*/, '') || 'index.html', e.encodedBodySize,
        e.decodedBodySize, e.startTime])";

fn print_files(files: &[Value]) {
    println!("\n**What goes over the line** (the server packs with gzip; the worker's own script and its glue come after)\n");
    println!("| file | kB packed | kB |\n|---|--:|--:|");
    let (mut packed, mut plain) = (0.0, 0.0);
    for file in files {
        let (small, large) = (number(&file[1]) / 1e3, number(&file[2]) / 1e3);
        println!("| `{}` | {small:.1} | {large:.1} |", file[0].as_str().unwrap_or_default());
        (packed, plain) = (packed + small, plain + large);
    }
    println!("| **all of the page** | **{packed:.0}** | **{plain:.0}** |");
}
