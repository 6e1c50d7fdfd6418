//! The samples are what the generator writes, every time.

use std::fs;
use std::path::Path;

#[test]
fn two_runs_write_the_same_bytes() {
    let (first, second) = (sample::files().unwrap(), sample::files().unwrap());
    assert_eq!(first.len(), 4);
    for (first, second) in first.iter().zip(&second) {
        assert_eq!((first.name, &first.bytes), (second.name, &second.bytes));
    }
}

#[test]
fn the_served_files_are_the_generated_ones() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/sample");
    for file in sample::files().unwrap() {
        let served = fs::read(folder.join(file.name)).unwrap();
        assert!(served == file.bytes, "{} is stale: cargo run -p sample -- www/sample", file.name);
    }
}

#[test]
fn every_file_is_small() {
    for file in sample::files().unwrap() {
        assert!(file.bytes.len() < 250_000, "{}: {} bytes", file.name, file.bytes.len());
    }
}
