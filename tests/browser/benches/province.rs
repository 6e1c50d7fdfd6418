//! `cargo xtask bench province [runs=N]`: what the officer of a province waits for: 143 files at once until their results
//! stand, and everything for the province in one .zip.

#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a bench measures and prints")]

use anyhow::{Context, Result};
use browser::{Screen, Visitor, bench, sample};
use std::path::{Path, PathBuf};
use std::time::Instant;

const DAY: &str = "#/du-lieu?d=2024-10-15";

fn main() -> Result<()> {
    if !bench::is_asked_for() {
        return Ok(());
    }
    let runs = bench::choice("runs", 3);
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(province(runs))
}

async fn province(runs: u32) -> Result<()> {
    println!("| run | 143 files to results, s | their package, s | kB | package of the sample, s | kB |");
    println!("|--:|--:|--:|--:|--:|--:|");
    for run in 1..=runs {
        let visitor = Visitor::open_at(Screen::Desktop, DAY).await?;
        let files = visitor.logs_of_communes()?;
        let paths: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
        let start = Instant::now();
        visitor.drop_files(&paths).await?;
        visitor.read_in("main h1", "Đã đọc").await?;
        let read = start.elapsed().as_secs_f64();
        let (seconds, size) = package(&visitor).await?;
        let visitor = Visitor::open_at(Screen::Desktop, DAY).await?;
        visitor.choose(&[&sample("toan-tinh-kien-giang-2024.xlsx")]).await?;
        visitor.read_in("main h1", "năm 2024").await?;
        let (of_sample, size_of_sample) = package(&visitor).await?;
        println!("| {run} | {read:.1} | {seconds:.1} | {size} | {of_sample:.1} | {size_of_sample} |");
    }
    Ok(())
}

/// Seconds from the click until the file lies on the disk, and its kilobytes.
async fn package(visitor: &Visitor) -> Result<(f64, usize)> {
    visitor.go("#/bao-cao?k=province").await?;
    visitor.read_in(".paper", "Độc lập - Tự do - Hạnh phúc").await?;
    visitor.clear_downloads()?;
    let start = Instant::now();
    visitor.click("Trọn gói (.zip)").await?;
    let bytes = visitor.downloaded(".zip").await.context("the package")?;
    Ok((start.elapsed().as_secs_f64(), bytes.len() / 1000))
}
