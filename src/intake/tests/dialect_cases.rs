//! Dialects: each `tests/cases/dialect/NAME.csv` is split into the records of `NAME.txt`, without a hint.
//!
//! The first line of `NAME.txt` tells the dialect, each further one a record with its number. `BLESS=1` rewrites them:
//! read them before you keep them.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use intake::read::{Plain, plain};
use std::fmt::Write;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

#[test]
fn every_text_gives_the_wanted_records() {
    let mut failures = Vec::new();
    let cases = cases();
    assert!(cases.len() > 50, "{} cases", cases.len());
    for case in cases {
        let found = told(&fs::read(&case).unwrap());
        let expected = case.with_extension("txt");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&expected, &found).unwrap();
        }
        if fs::read_to_string(&expected).unwrap_or_default() != found {
            failures.push(format!("{}:\n{found}", case.display()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn records_are_the_same_wherever_the_text_is_cut() {
    let mut compared = 0;
    for case in cases() {
        let bytes = fs::read(&case).unwrap();
        // Marks at the start of a text are none further down.
        let Some(whole) = plain(Cursor::new(&bytes)).ok().filter(|_| !is_marked(&bytes)) else { continue };
        // Blank lines above move the text over the border between two blocks; the records stay.
        let lines = (64 << 10) - bytes.len() / 2;
        let split = plain(Cursor::new([vec![b'\n'; lines], bytes].concat())).unwrap();
        let dialect = |plain: &Plain| Plain { records: Vec::new(), ..plain.clone() };
        // Half of a text may look like one of another dialect.
        if dialect(&split) == dialect(&whole) {
            compared += 1;
            assert_eq!(texts(split), texts(whole), "{}", case.display());
        }
    }
    assert!(compared > 30, "{compared}");
}

fn is_marked(bytes: &[u8]) -> bool {
    [&b"\xff\xfe"[..], b"\xef\xbb\xbf", b"sep=", b"\"sep="].iter().any(|mark| bytes.starts_with(mark))
}

fn texts(plain: Plain) -> Vec<Vec<String>> {
    plain.records.into_iter().map(|(_, fields)| fields).collect()
}

fn told(bytes: &[u8]) -> String {
    let plain = match plain(Cursor::new(bytes)) {
        Ok(plain) => plain,
        Err(error) => return format!("{error:?}\n"),
    };
    let escape = if plain.escapes_with_backslash { ", escaped with \\" } else { "" };
    let quote = plain.quote.map(String::from).unwrap_or_default();
    let mut told = format!("delimiter {:?}, quote {quote}{escape}\n", plain.delimiter);
    for (number, fields) in &plain.records {
        writeln!(told, "{number} {fields:?}").unwrap();
    }
    told
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/dialect");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_some_and(|extension| extension == "csv"));
    cases.sort();
    cases
}
