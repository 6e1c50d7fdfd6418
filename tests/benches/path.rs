//! How fast the path is, as a ratio against a peer in the same run: these machines are noisy, so only ratios count.
//!
//! `cargo xtask bench [NAME]`. Each figure is the median of several runs, the two sides in turn.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench reads the clock, prints, and stops at the first defect"
)]

use assess::{House, Input};
use domain::Options;
use std::hint::black_box;
use std::io::Cursor;
use std::time::{Duration, Instant};

/// Runs of each side.
const RUNS: usize = 7;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    for (name, rows) in [("csv-10000", 10_000), ("csv-100000", 100_000)] {
        if wanted.is_empty() || wanted.iter().any(|part| name.contains(part.as_str())) {
            compare(name, &log(rows));
        }
    }
}

/// From bytes to verdicts, against merely splitting the same bytes into fields with the csv crate.
fn compare(name: &str, bytes: &[u8]) {
    let house = House::embedded().expect("the shipped data hold together");
    let (mut ours, mut peer) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        ours.push(timed(|| assess(&house, bytes)));
        peer.push(timed(|| fields(bytes)));
    }
    let (ours, peer) = (median(ours), median(peer));
    let ratio = ours.as_secs_f64() / peer.as_secs_f64();
    println!("{name}: bytes to verdicts {ours:?}; fields by the csv crate {peer:?}; ratio {ratio:.1}");
}

fn assess(house: &House, bytes: &[u8]) -> usize {
    let size = bytes.len() as u64;
    let inputs = vec![Input { name: "log.csv".to_owned(), size, bytes: Box::new(Cursor::new(bytes)) }];
    let options = Options { as_of: "2024-10-15".parse().ok(), ..Options::default() };
    let today = "2024-10-16".parse().expect("a day");
    house.assess(inputs, options, today, &mut ()).expect("a table").verdicts().len()
}

fn fields(bytes: &[u8]) -> usize {
    let mut reader = csv::Reader::from_reader(bytes);
    reader.records().map(|record| record.expect("a record").len()).sum()
}

fn timed(work: impl Fn() -> usize) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// A plain log of news items over the shipped communes.
fn log(rows: usize) -> Vec<u8> {
    let roster = include_str!("../../rules/rosters/kien-giang-to-2025-06-30.csv");
    let communes: Vec<(&str, &str)> = roster
        .lines()
        .filter_map(|line| {
            let mut fields = line.split(',').skip(1);
            let (name, kind, parent) = (fields.next()?, fields.next()?, fields.next()?);
            let district = roster.lines().find(|line| line.starts_with(&format!("{parent},")))?.split(',').nth(1)?;
            (kind == "commune").then_some((district, name))
        })
        .collect();
    let mut text = String::from("TT,Huyện,Xã,Ngày đăng,Tên tin bài,Thể loại,Kênh\n");
    for row in 0..rows {
        let (district, commune) = communes[row % communes.len()];
        let (day, month) = (row % 28 + 1, row / 28 % 9 + 1);
        text.push_str(&format!(
            "{row},{district},{commune},{day}/{month}/2024,Tin số {row} về bình đẳng giới,Tin,Zalo\n"
        ));
    }
    text.into_bytes()
}
