//! Opening the page.

use crate::watched::{FAST, NONE, Network, SLOW, long_tasks, number, rest, seen, visit};
use anyhow::Result;
use browser::Screen;

/// The processors, as times as slow as this one, and the networks.
const WAYS: [(f64, Network); 5] = [(1.0, NONE), (1.0, FAST), (4.0, FAST), (4.0, SLOW), (6.0, SLOW)];

/// Prints the table.
pub async fn opening() -> Result<()> {
    println!("\n**Opening the page** (phone, 390 × 844; empty cache)\n");
    println!(
        "| processor | network | first paint, ms | largest paint, ms | its element | usable, ms | blocked, ms | shift |"
    );
    println!("|--:|---|--:|--:|---|--:|--:|--:|");
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
    }
    Ok(())
}
