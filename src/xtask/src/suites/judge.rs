//! What each suite wants of its files.
//!
//! csv-spectrum states every cell; csvsniffer delimiter and quote; the others are files to survive: tables, records or a
//! message that says why there are none.

use super::one::Outcome;
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A file under one heading of the table.
pub struct Judged {
    pub class: String,
    pub verdict: Verdict,
}

pub enum Verdict {
    Right,
    Wrong(String),
}

/// A suite: the folder, which files in it are its own, and what it wants of them.
pub struct Suite {
    pub name: &'static str,
    pub takes: fn(&Path) -> bool,
    pub judge: fn(&Path, &Outcome) -> Result<Vec<Judged>>,
}

pub const SUITES: [Suite; 5] = [
    Suite { name: "csv-spectrum", takes: |file| has_extension(file, "csv"), judge: spectrum },
    Suite { name: "csvsniffer", takes: |file| annotation(file).is_ok(), judge: sniffer },
    Suite { name: "duckdb", takes: |file| !is_note(file), judge: duckdb },
    Suite { name: "calamine", takes: |file| !is_note(file), judge: calamine },
    Suite { name: "csvlint", takes: |file| !is_note(file), judge: csvlint },
];

fn is_note(file: &Path) -> bool {
    file.extension().is_none()
        || file.file_name().is_some_and(|name| name == "SOURCE.txt" || name == "NOT_COPIED.txt" || name == "LICENSE")
}

fn has_extension(file: &Path, wanted: &str) -> bool {
    file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
}

fn judged(class: impl Into<String>, outcome: &Outcome, judge: impl FnOnce(&Value) -> Option<String>) -> Judged {
    let verdict = match outcome {
        Outcome::Broken(how) => Verdict::Wrong(how.clone()),
        Outcome::Read(read) => judge(read).map_or(Verdict::Right, Verdict::Wrong),
    };
    Judged { class: class.into(), verdict }
}

/// The header and the rows of its JSON, cell by cell. The suite's texts lost their carriage returns on their way into
/// version control; its JSON has kept them.
fn spectrum(file: &Path, outcome: &Outcome) -> Result<Vec<Judged>> {
    let json = file
        .ancestors()
        .nth(2)
        .context("no suite")?
        .join("json")
        .join(file.with_extension("json").file_name().unwrap_or_default());
    let wanted: Value = serde_json::from_str(&fs::read_to_string(&json)?.replace("\\r\\n", "\\n"))?;
    Ok(vec![judged("cells", outcome, |read| {
        let found = objects(&read["plain"]["records"]);
        (found != wanted).then(|| format!("{found}"))
    })])
}

fn objects(records: &Value) -> Value {
    let mut records = records.as_array().into_iter().flatten();
    let header: Vec<&str> =
        records.next().and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let object = |record: &Value| {
        let cells = record.as_array().into_iter().flatten();
        let text = |cell: &Value| Value::from(cell.as_str().unwrap_or_default().replace("\r\n", "\n"));
        Value::Object(header.iter().zip(cells).map(|(name, cell)| ((*name).to_owned(), text(cell))).collect())
    };
    records.map(object).collect()
}

/// `file|encoding|delimiter|quote|escape|record delimiter`.
fn annotation(file: &Path) -> Result<Vec<String>> {
    let folder = file.parent().context("no folder")?;
    let list = match folder.file_name().is_some_and(|name| name == "CSV") {
        true => "Dialect_annotations.txt",
        false => "W3C-CSVW-Dialect_annotations.txt",
    };
    let list = fs::read_to_string(folder.with_file_name(list))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let of_file = list.lines().map(|line| line.split('|')).find(|parts| parts.clone().next() == Some(&name));
    Ok(of_file.context("not annotated")?.map(str::to_owned).collect())
}

fn sniffer(file: &Path, outcome: &Outcome) -> Result<Vec<Judged>> {
    let annotation = annotation(file)?;
    let wanted = |place: usize| annotation.get(place).map(String::as_str).unwrap_or_default();
    let folder = file.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
    let delimiter = judged(format!("{folder}: delimiter"), outcome, |read| {
        let found = read["plain"]["delimiter"].as_str().unwrap_or_default();
        let named = match found {
            ", " | "," => "comma",
            ";" => "semicolon",
            "\t" => "tab",
            "|" => "vslash",
            " " | "  " => "space",
            // One column: a delimiter that stands nowhere is as good as any.
            "" => wanted(2),
            other => other,
        };
        (named != wanted(2)).then(|| format!("{named}, not {}", wanted(2)))
    });
    let quote = judged(format!("{folder}: quote"), outcome, |read| {
        let found = if read["plain"]["quote"] == "'" { "singlequote" } else { "doublequote" };
        (found != wanted(3)).then(|| format!("{found}, not {}", wanted(3)))
    });
    Ok(vec![delimiter, quote])
}

/// Crash inputs of two fuzzers, and files made for its own tests.
fn duckdb(file: &Path, outcome: &Outcome) -> Result<Vec<Judged>> {
    let is_crash = file.components().any(|part| part.as_os_str() == "afl" || part.as_os_str() == "fuzzing");
    let packed = ["gz", "zst", "parquet"].iter().any(|extension| has_extension(file, extension));
    let class = match () {
        () if is_crash => "crash inputs",
        () if packed => "packed files",
        () => "texts",
    };
    Ok(vec![judged(class, outcome, records_or_message)])
}

fn calamine(file: &Path, outcome: &Outcome) -> Result<Vec<Judged>> {
    let class = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let message = match outcome {
        Outcome::Read(read) => read["told"]["message"].as_str().map(str::to_owned),
        Outcome::Broken(_) => None,
    };
    let how = message.as_deref().map_or("tables", |_| "a clear message");
    Ok(vec![judged(format!("{class}: {how}"), outcome, tables_or_message)])
}

fn csvlint(file: &Path, outcome: &Outcome) -> Result<Vec<Judged>> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let class = match () {
        () if name.contains("line-endings") => "line ends",
        () if has_extension(file, "csv") => "other texts",
        () => "workbooks",
    };
    Ok(vec![judged(class, outcome, |read| {
        let widths: Vec<usize> = read["plain"]["records"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_array)
            .map(Vec::len)
            .collect();
        match class {
            "line ends" => (widths.len() < 2 || widths.iter().any(|width| Some(width) != widths.first()))
                .then(|| format!("records of {widths:?} fields")),
            "other texts" => records_or_message(read),
            _ => tables_or_message(read),
        }
    })])
}

fn records_or_message(read: &Value) -> Option<String> {
    let has_records = read["plain"]["records"].as_array().is_some_and(|records| !records.is_empty());
    if has_records { None } else { tables_or_message(read) }
}

fn tables_or_message(read: &Value) -> Option<String> {
    let message = read["told"]["message"].as_str().is_some_and(|message| message.len() > 20);
    (!message && read["told"]["tables"].as_u64().is_none()).then(|| "neither tables nor a message".to_owned())
}
