//! What lint prints about rule files whose examples fail or guard too little; and that the shipped plans are clean.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read must fail")]

#[path = "../../plan/tests/golden/mod.rs"]
mod golden;

use plan::{RuleFile, Sources};
use std::fs;
use std::path::{Path, PathBuf};

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn every_wrong_rule_file_is_told_as_its_golden_file_says() {
    golden::check(&here("tests/lint"), &here("../plan/tests/lint"), engine::lint);
}

#[test]
fn every_message_has_a_golden_file() {
    let lint = golden::sources_below(&here("src/lint"));
    let perturb = golden::sources_below(&here("src/perturb"));
    let others = ["src/lint.rs", "src/perturb.rs", "src/example.rs"].map(here);
    let sources: Vec<PathBuf> = lint.into_iter().chain(perturb).chain(others).collect();
    // A mismatch by itself, outside lint, names its example first.
    golden::every_sentence_has_a_golden(&sources, &[here("tests/lint")], &["example `{}`: {}"]);
}

#[test]
fn nothing_is_to_be_said_about_the_shipped_plans() {
    let mut files: Vec<PathBuf> =
        fs::read_dir(here("../../rules")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    assert!(!files.is_empty());
    for file in files {
        let rules = RuleFile::parse(file.to_str().unwrap(), &fs::read_to_string(&file).unwrap()).unwrap();
        let plan = rules.plan(&Default::default()).unwrap();
        let texts = plan.documents.values().map(|document| &document.file).chain([&plan.source_file]);
        let sources = texts.fold(Sources::new(), |sources, path| {
            sources.with(path, &fs::read_to_string(here("../..").join(path)).unwrap())
        });
        let said: Vec<String> = engine::lint(&rules, &sources).iter().map(ToString::to_string).collect();
        assert!(said.is_empty(), "{}", said.join("\n\n"));
    }
}
