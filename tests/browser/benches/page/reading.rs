//! A workbook of 5,000 rows, from being chosen to its verdicts on the screen.

use crate::made_up;
use crate::watched::{NONE, long_tasks, number, rest, seen, visit};
use anyhow::{Context, Result};
use browser::{Screen, Visitor};
use serde_json::json;
use std::path::Path;

const ROWS: usize = 5_000;

/// Prints the table.
pub async fn reading() -> Result<()> {
    println!("\n**A workbook of {ROWS} rows × 7** until its verdicts are painted\n");
    println!(
        "| processor | page, ms | of which the worker, ms | worker as slow, ms (reckoned) | longest task of the page, ms | SheetJS, rows as lists, ms | its time ÷ ours |"
    );
    println!("|--:|--:|--:|--:|--:|--:|--:|");
    for slower in [1.0, 4.0, 6.0] {
        let visitor = visit(Screen::Desktop, "#/du-lieu?d=2024-10-15", slower, NONE).await?;
        let book = visitor.file("nhat-ky.xlsx", made_up::workbook(ROWS)?)?;
        rest(1000.0 * slower).await;
        visitor.choose(&[&book]).await?;
        visitor.see(".context").await?;
        rest(500.0 * slower).await;
        let seen = seen(&visitor).await?;
        let (chosen, worked) = (number(&seen["chosen"]), number(&seen["worked"]));
        let whole = number(&seen["first"][".context"]) - chosen;
        let reckoned = whole + worked * (slower - 1.0);
        let longest = long_tasks(&seen, chosen).into_iter().fold(0.0, f64::max);
        let peer = peer(&book, slower).await?;
        println!(
            "| ÷ {slower} | {whole:.0} | {worked:.0} | {reckoned:.0} | {longest:.0} | {peer:.0} | {:.1} |",
            peer / reckoned
        );
    }
    Ok(())
}

/// SheetJS in a page of its own, which it blocks: only the cells, and nothing of what they mean.
async fn peer(book: &Path, slower: f64) -> Result<f64> {
    let visitor = Visitor::visit(Screen::Desktop, "bench-peer/index.html", "input").await?;
    visitor.tools("Emulation.setCPUThrottlingRate", json!({ "rate": slower })).await?;
    let path = book.to_str().context("a path in UTF-8")?;
    visitor.see("input").await?.send_keys(path).await?;
    visitor.title_other_than("waiting", std::time::Duration::from_secs(60)).await?;
    Ok(number(&visitor.run("return window.took").await?))
}
