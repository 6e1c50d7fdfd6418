//! `cargo xtask bench day [rounds=N]`: a day of use in one tab. Files are loaded, choices made and undone, screens visited,
//! rows typed, files exported; memory must not grow without end.

#![expect(clippy::print_stdout, reason = "a bench prints its table")]

use anyhow::{Result, ensure};
use browser::{Setting, Visitor, bench, sample};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const COMMUNE: &str = "nhat-ky-xa-vinh-hoa-hiep-2024.xlsx";
const PROVINCE: &str = "toan-tinh-kien-giang-2024.xlsx";
const SCREENS: [&str; 6] = ["#/tong-quan", "#/don-vi", "#/dien-bien", "#/kiem-tra", "#/cach-hieu", "#/ke-hoach"];
/// Rounds between two looks at memory.
const LOOKS: u32 = 10;
/// Memory may differ by so much between the second look and the last: caches fill, allocators keep pages.
const ALLOWED: f64 = 1.25;

fn main() -> Result<()> {
    if !bench::is_asked_for() {
        return Ok(());
    }
    let rounds = bench::choice("rounds", 500);
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(day(rounds))
}

async fn day(rounds: u32) -> Result<()> {
    let profile = std::env::temp_dir().join(format!("day-{}", std::process::id()));
    let argument = format!("--user-data-dir={}", profile.display());
    let setting = Setting { route: "#/du-lieu?d=2024-10-15", arguments: &[&argument], ..Setting::default() };
    let visitor = Visitor::open_in(setting).await?;
    println!(
        "| rounds | JavaScript heap, MB | page's module, MB | whole tab, MB | nodes | of them shown | listeners |"
    );
    println!("|--:|--:|--:|--:|--:|--:|--:|");
    let mut looks = Vec::new();
    for round in 1..=rounds {
        if let Err(error) = one_round(&visitor, round).await {
            let says = visitor.evaluate("document.querySelector('main').innerText").await?;
            return Err(error.context(format!("round {round}; the page says:\n{says}")));
        }
        if round.is_multiple_of(LOOKS) {
            looks.push(look(&visitor, &profile, round).await?);
        }
    }
    let _ = std::fs::remove_dir_all(&profile);
    let (Some(early), Some(late)) = (looks.get(1), looks.last()) else { return Ok(()) };
    for (name, early, late) in [("JavaScript heap", early.heap, late.heap), ("tab", early.tab, late.tab)] {
        ensure!(late <= early * ALLOWED, "the {name} grew from {early:.1} to {late:.1} MB");
    }
    println!("\n{rounds} rounds: no growth beyond {ALLOWED} times");
    Ok(())
}

/// Load, look, decide, undo, type, export.
async fn one_round(visitor: &Visitor, round: u32) -> Result<()> {
    let file = if round.is_multiple_of(5) { PROVINCE } else { COMMUNE };
    open(visitor, "#/du-lieu?d=2024-10-15", "input[type=file]").await?;
    visitor.choose_by_script(&[&sample(file)]).await?;
    visitor.comes(".context", file).await?;
    for screen in SCREENS {
        open(visitor, screen, "h1").await?;
    }
    open(visitor, "#/cai-dat", "label.roster select").await?;
    for option in [1, 0] {
        visitor.pick_by_script("label.roster select", option).await?;
    }
    open(visitor, "#/nhap", ".entry-table input").await?;
    visitor.evaluate(PASTED).await?;
    visitor.point_at("Xóa tất cả").await?;
    open(visitor, "#/lich", "h1").await?;
    visitor.point_at("Tải lịch .ics").await?;
    visitor.downloaded(".ics").await?;
    open(visitor, "#/kiem-tra", "h1").await?;
    visitor.point_at("Dữ liệu đã làm sạch (Excel)").await?;
    visitor.downloaded(".xlsx").await?;
    visitor.clear_downloads()?;
    Ok(())
}

/// A row pasted into the first cell of the table.
const PASTED: &str = "{
  const cell = document.querySelector('.entry-table input');
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', '20/8/2024\\tTin\\t\\tBình đẳng giới\\n');
  cell.focus();
  cell.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
}";

async fn open(visitor: &Visitor, route: &str, shows: &str) -> Result<()> {
    visitor.evaluate(&format!("location.hash = '{route}'")).await?;
    let screen = route.split('?').next().unwrap_or_default();
    visitor.until(&format!("location.hash.startsWith('{screen}') && document.querySelector('main {shows}')")).await
}

/// What memory holds after the garbage is collected, in MB.
struct Look {
    heap: f64,
    tab: f64,
}

async fn look(visitor: &Visitor, profile: &Path, round: u32) -> Result<Look> {
    for _ in 0..3 {
        visitor.tools("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let usage = visitor.tools("Runtime.getHeapUsage", json!({})).await?;
    let number = |name: &str| usage.get(name).and_then(Value::as_f64).unwrap_or_default() / 1e6;
    let (heap, module) = (number("usedSize"), number("backingStorageSize"));
    let tab = tab_memory(profile)?;
    let counters = visitor.tools("Memory.getDOMCounters", json!({})).await?;
    let counter = |name: &str| counters.get(name).and_then(Value::as_u64).unwrap_or_default();
    let shown = visitor.evaluate("document.querySelectorAll('*').length").await?;
    let (nodes, listeners) = (counter("nodes"), counter("jsEventListeners"));
    println!("| {round} | {heap:.2} | {module:.1} | {tab:.0} | {nodes} | {shown} | {listeners} |");
    Ok(Look { heap, tab })
}

/// Resident memory of the largest renderer of the browser with this profile: the page and its worker.
fn tab_memory(profile: &Path) -> Result<f64> {
    let mine = format!("--user-data-dir={}", profile.display());
    let all = processes();
    let root = all.iter().find(|one| one.line.contains(&mine) && !one.line.contains("--type=")).map(|one| one.id);
    let below = all.iter().filter(|one| one.line.contains("--type=renderer") && is_below(&all, one, root));
    let resident = below.filter_map(|one| resident(one.id)).fold(0.0, f64::max);
    ensure!(resident > 0.0, "no renderer was found");
    Ok(resident)
}

struct Process {
    id: u32,
    parent: u32,
    line: String,
}

fn is_below(all: &[Process], one: &Process, root: Option<u32>) -> bool {
    let mut parent = one.parent;
    for _ in 0..8 {
        if Some(parent) == root {
            return true;
        }
        match all.iter().find(|other| other.id == parent) {
            Some(above) => parent = above.parent,
            None => return false,
        }
    }
    false
}

fn processes() -> Vec<Process> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().filter_map(Result::ok);
    let ids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    ids.filter_map(|id| {
        let place = PathBuf::from(format!("/proc/{id}"));
        let line = String::from_utf8_lossy(&std::fs::read(place.join("cmdline")).ok()?).replace('\0', " ");
        let status = std::fs::read_to_string(place.join("status")).ok()?;
        Some(Process { id, parent: parent(&status)?, line })
    })
    .collect()
}

fn parent(status: &str) -> Option<u32> {
    status.lines().find_map(|line| line.strip_prefix("PPid:"))?.trim().parse().ok()
}

fn resident(id: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    field(&status, "VmRSS:").map(|kilobytes| kilobytes / 1e3)
}

fn field(status: &str, name: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}
