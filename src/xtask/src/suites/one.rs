//! One file of a suite, read by a process of its own.
//!
//! The child prints what came out as one line of JSON; the parent waits for it, and no longer than the deadline.

use anyhow::{Context, Result};
use domain::{Language, ReadError};
use intake::read::{Plain, ReadFile, plain, read_files};
use report::worded;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufReader, Cursor, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Asks for one file.
pub const FLAG: &str = "--one";

/// No file of the suites is larger than 8 MB; a build without optimisation reads that in two seconds.
const DEADLINE: Duration = Duration::from_secs(30);

/// What became of a file.
pub enum Outcome {
    /// Tables, or a message; and the records, if it is a text.
    Read(Value),
    /// A panic, a signal, a hang.
    Broken(String),
}

/// The child: reads the file and prints what came out.
pub fn print(file: &Path) -> Result<()> {
    let bytes = fs::read(file)?;
    let records = plain(BufReader::new(File::open(file)?));
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let files = read_files(&name, Cursor::new(&bytes), bytes.len() as u64, &BTreeMap::new(), &mut ());
    let told = told_files(files);
    println!("{}", json!({ "told": told, "plain": records.ok().map(told_plain) }));
    Ok(())
}

/// What was read of a file, or of the files in an archive: tables where there are any, otherwise the first message.
fn told_files(files: Vec<Result<ReadFile, ReadError>>) -> Value {
    let read: Vec<&ReadFile> = files.iter().flatten().collect();
    match files.iter().find_map(|file| file.as_ref().err()).filter(|_| read.is_empty()) {
        Some(ReadError { kind, .. }) => json!({ "message": worded::read_error(Language::En, kind) }),
        None => {
            let sum = |count: fn(&ReadFile) -> usize| read.iter().map(|file| count(file)).sum::<usize>();
            json!({ "tables": sum(|file| file.tables.len()), "findings": sum(|file| file.findings.len()) })
        }
    }
}

fn told_plain(plain: Plain) -> Value {
    let records: Vec<Vec<String>> = plain.records.into_iter().map(|(_, fields)| fields).collect();
    let quote = plain.quote.map(String::from);
    json!({ "delimiter": plain.delimiter, "quote": quote, "backslash": plain.escapes_with_backslash, "records": records })
}

/// The parent: starts a child and waits for it.
pub fn run(file: &Path) -> Result<Outcome> {
    let this = std::env::current_exe()?;
    let mut child =
        Command::new(this).args(["suites", FLAG]).arg(file).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let printed = drained(child.stdout.take());
    let complaint = drained(child.stderr.take());
    let Some(status) = ended(&mut child)? else {
        child.kill()?;
        child.wait()?;
        return Ok(Outcome::Broken(format!("not done after {} s", DEADLINE.as_secs())));
    };
    let printed = printed.join().unwrap_or_default();
    if !status.success() {
        let complaint = complaint.join().unwrap_or_default();
        let first = String::from_utf8_lossy(&complaint).lines().find(|line| !line.is_empty()).map(str::to_owned);
        return Ok(Outcome::Broken(format!("{status}: {}", first.unwrap_or_default())));
    }
    Ok(Outcome::Read(serde_json::from_slice(&printed).context("the child printed no JSON")?))
}

/// Reads a pipe to its end beside the rest, so that the child never waits for it.
fn drained(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.map(|mut pipe| pipe.read_to_end(&mut bytes));
        bytes
    })
}

#[expect(clippy::disallowed_methods, reason = "a developer's tool waits no longer than the deadline")]
fn ended(child: &mut Child) -> Result<Option<std::process::ExitStatus>> {
    let started = Instant::now();
    while started.elapsed() < DEADLINE {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        thread::sleep(Duration::from_millis(2));
    }
    Ok(None)
}
