//! What lint prints about wrong outlines of reports: each `NAME.toml` is an outline and `NAME.golden` what is said of it.
#![expect(clippy::unwrap_used, reason = "a test that cannot read must fail")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outlines");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    files
}

fn said(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let problems = plan::outline(file.file_name().unwrap().to_str().unwrap(), &text).err().unwrap_or_default();
    problems.iter().fold(String::new(), |mut said, problem| {
        writeln!(said, "{problem}\n").unwrap();
        said
    })
}

#[test]
fn every_wrong_outline_is_told_as_its_golden_file_says() {
    for file in cases() {
        let (golden, said) = (file.with_extension("golden"), said(&file));
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            fs::write(golden, said).unwrap();
            continue;
        }
        assert_eq!(fs::read_to_string(&golden).unwrap(), said, "{}", file.display());
        let is_sound = file.file_stem().is_some_and(|name| name == "sound");
        assert_eq!(said.is_empty(), is_sound, "{}", file.display());
    }
}
