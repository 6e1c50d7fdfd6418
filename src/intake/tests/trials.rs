//! The random trials of `tests/fuzz`, with the inputs that are kept there: whatever once went wrong stays right.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "../../../tests/fuzz/src/trials.rs"]
#[expect(unreachable_pub, reason = "the targets are another package, which calls these functions")]
mod trials;

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

/// Replays what is kept for one target, and the files of cases that make good beginnings for it.
fn replay(target: &str, cases: Option<&str>, trial: fn(&[u8])) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = files(&here.join("../../tests/fuzz/corpus").join(target));
    files.extend(cases.into_iter().flat_map(|cases| self::files(&here.join("tests/cases").join(cases))));
    assert!(files.len() > 10, "only {} files for {target}", files.len());
    for file in files {
        let bytes = fs::read(&file).unwrap();
        assert!(catch_unwind(|| trial(&bytes)).is_ok(), "{}", file.display());
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect();
    files.sort();
    files
}

#[test]
fn texts_are_the_same_in_every_encoding() {
    replay("encoding", Some("dialect"), trials::encoding);
}

#[test]
fn no_letter_of_a_text_is_lost_between_its_records() {
    replay("dialect", Some("dialect"), trials::dialect);
}

#[test]
fn dates_that_are_read_are_sound() {
    replay("dates", None, trials::dates);
}

#[test]
fn counts_that_are_read_are_written_there() {
    replay("numbers", None, trials::numbers);
}

#[test]
fn tables_keep_the_order_of_their_sheet() {
    replay("layout", None, trials::layout);
}

#[test]
fn any_workbook_is_read_or_refused() {
    replay("workbooks", Some("facts"), trials::workbooks);
}
