//! Any bytes at all give tables, findings or an error, and never a panic.
//!
//! Random bytes, damaged workbooks and texts, and, where they are at hand, the public suites of broken spreadsheets:
//! in `SHARED_SUITES`, or in `shared/suites` beside the project.

#![expect(clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use intake::read::read_files;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

/// Larger files say nothing more about panics and take long in a debug build.
const MOST_BYTES: u64 = 512 << 10;

/// A small generator (xorshift): the same bytes in every run.
struct Bytes(u64);

impl Bytes {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// Random bytes, or random pieces of what tables are made of.
    fn file(&mut self) -> Vec<u8> {
        let pieces: &[&[u8]] = &[
            b",",
            b";",
            b"\t",
            b"|",
            b"\"",
            b"\n",
            b"\r\n",
            b"\r",
            b"\0",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
            b" ",
            b"1",
            b"I",
            "STT".as_bytes(),
            "Đơn vị".as_bytes(),
            "Ngày".as_bytes(),
            "Tổng cộng".as_bytes(),
            "Quý I".as_bytes(),
            "8/3/2024".as_bytes(),
            "a)".as_bytes(),
            "- ".as_bytes(),
            "(1)".as_bytes(),
            "Ghi chú:".as_bytes(),
            b"\xc3",
            b"sep=",
            "Số cuộc".as_bytes(),
            "Người lập biểu".as_bytes(),
            "1.1".as_bytes(),
            "\u{301}".as_bytes(),
        ];
        let length = self.below(120);
        match self.next() % 4 {
            0 => (0..length).map(|_| self.next() as u8).collect(),
            _ => (0..length).flat_map(|_| pieces[self.below(pieces.len())].to_vec()).collect(),
        }
    }

    fn damage(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(4) {
            let place = self.below(bytes.len().max(1));
            match self.next() % 3 {
                0 => bytes.truncate(place),
                1 => bytes.iter_mut().skip(place).take(1).for_each(|byte| *byte = self.next() as u8),
                _ => bytes.iter_mut().skip(place).take(8).for_each(|byte| *byte ^= self.next() as u8),
            }
        }
    }
}

fn survives(bytes: Vec<u8>) -> bool {
    catch_unwind(|| {
        let size = bytes.len() as u64;
        drop(read_files("f", Cursor::new(bytes), size, &BTreeMap::new(), &mut ()));
    })
    .is_ok()
}

#[test]
fn random_bytes_never_panic() {
    let mut bytes = Bytes(0x9e37_79b9_7f4a_7c15);
    for _ in 0..4000 {
        let file = bytes.file();
        assert!(survives(file.clone()), "{file:?}");
    }
}

#[test]
fn damaged_workbooks_never_panic() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(["STT", "Đơn vị", "Số cuộc"]) {
        sheet.write(0, column, name).unwrap().write(1, column, 5).unwrap();
    }
    let whole = book.save_to_buffer().unwrap();
    let mut bytes = Bytes(7);
    for _ in 0..600 {
        let mut file = whole.clone();
        bytes.damage(&mut file);
        assert!(survives(file.clone()), "{file:?}");
    }
}

#[test]
fn the_suites_of_broken_files_never_panic() {
    let Some(root) = suites() else {
        println!("skipped: the suites are not at hand");
        return;
    };
    let mut files = Vec::new();
    for suite in ["duckdb", "csvsniffer", "csv-spectrum", "calamine", "csvlint"] {
        gather(&root.join(suite), &mut files);
    }
    files.sort();
    let failures: Vec<&PathBuf> = files.iter().filter(|path| !survives(std::fs::read(path).unwrap())).collect();
    assert!(!files.is_empty() && failures.is_empty(), "{} files; {failures:#?}", files.len());
}

fn suites() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/suites");
    std::env::var_os("SHARED_SUITES").map(PathBuf::from).into_iter().chain([beside]).find(|path| path.is_dir())
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        match entry.metadata() {
            Ok(data) if data.is_dir() => gather(&path, files),
            Ok(data) if data.len() <= MOST_BYTES => files.push(path),
            _ => {}
        }
    }
}
