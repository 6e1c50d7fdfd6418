//! `cargo xtask suites DIR`: what intake makes of the public suites of spreadsheets, as a table by class.
//!
//! Each file is read by a process of its own with a deadline, so that a panic, a stack that overflows and a loop without
//! end are results like others. Any of them fails the command; so does nothing else, for a suite is a scale and no test.

mod judge;
mod one;

use anyhow::{Context, Result, bail};
use judge::{Judged, Verdict};
use one::Outcome;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What a class of files came to.
#[derive(Default)]
struct Score {
    files: u32,
    right: u32,
    /// Files that are not right, and why.
    wrong: Vec<String>,
}

/// Reads every file of every suite in a folder.
pub fn suites(arguments: &[String]) -> Result<()> {
    match arguments {
        [flag, file] if flag == one::FLAG => one::print(Path::new(file)),
        [folder] => score_all(Path::new(folder)),
        _ => bail!("usage: cargo xtask suites DIR"),
    }
}

fn score_all(folder: &Path) -> Result<()> {
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let mut broken = Vec::new();
    for suite in judge::SUITES {
        let files = files(&folder.join(suite.name))?;
        for file in files.iter().filter(|file| (suite.takes)(file)) {
            let name = file.strip_prefix(folder).unwrap_or(file).display().to_string();
            let outcome = one::run(file)?;
            if let Outcome::Broken(how) = &outcome {
                broken.push(format!("{name}: {how}"));
            }
            for Judged { class, verdict } in (suite.judge)(file, &outcome)? {
                enter(scores.entry(format!("{} | {class}", suite.name)).or_default(), &name, verdict);
            }
        }
    }
    print_table(&scores);
    if broken.is_empty() {
        return Ok(());
    }
    bail!("{} files broke the reader:\n  {}", broken.len(), broken.join("\n  "))
}

fn enter(score: &mut Score, name: &str, verdict: Verdict) {
    score.files += 1;
    match verdict {
        Verdict::Right => score.right += 1,
        Verdict::Wrong(why) => score.wrong.push(format!("{name}: {why}")),
    }
}

fn print_table(scores: &BTreeMap<String, Score>) {
    println!("| suite | class | files | as wanted |\n|---|---|--:|--:|");
    for (class, score) in scores {
        println!("| {class} | {} | {} |", score.files, score.right);
    }
    for (class, score) in scores.iter().filter(|(_, score)| !score.wrong.is_empty()) {
        println!("\n{}:", class.replace(" | ", ", "));
        score.wrong.iter().for_each(|line| println!("  {line}"));
    }
}

/// All files below a folder, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("no suite in {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            found.append(&mut files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
