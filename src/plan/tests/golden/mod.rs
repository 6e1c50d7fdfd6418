//! Golden files: each `NAME.toml` of a folder is a small wrong rule file, and `NAME.golden` is exactly what is printed
//! about it. `UPDATE_GOLDENS=1 cargo test` writes the goldens anew; read what changed before you keep it.
//!
//! A case leaves out what it shares with `base.toml`: every block of the base whose header the case does not have is
//! appended to it, so that the lines of a case keep their numbers. The `.txt` files beside the base are the law.

use plan::{Problem, RuleFile, Sources};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Compares what is said of every case with its golden file. `base` is the folder of the base and the law.
pub(crate) fn check(folder: &Path, base: &Path, lint: impl Fn(&RuleFile, &Sources) -> Vec<Problem>) {
    let sources = sources(base);
    let base = read(&base.join("base.toml"));
    assert_eq!(said(&base, "base.toml", &sources, &lint), "", "the base is sound");
    let mut differences = String::new();
    for case in files(folder, "toml").into_iter().filter(|file| !file.ends_with("base.toml")) {
        let said = said(&completed(&read(&case), &base), &name(&case), &sources, &lint);
        assert_ne!(said, "", "{} has a problem", case.display());
        differences.push_str(&difference(&case.with_extension("golden"), &said));
    }
    for golden in files(folder, "golden") {
        assert!(golden.with_extension("toml").exists(), "{} has no case", golden.display());
    }
    assert_eq!(differences, "", "UPDATE_GOLDENS=1 writes the goldens anew");
}

/// Every sentence of these sources stands in a golden file of these folders, so that no message is without one.
pub(crate) fn every_sentence_has_a_golden(sources: &[PathBuf], folders: &[PathBuf], exempt: &[&str]) {
    let goldens: String = folders.iter().flat_map(|folder| files(folder, "golden")).map(|file| read(&file)).collect();
    let lines: BTreeSet<&str> = goldens.lines().collect();
    let sentences: Vec<String> = sources.iter().flat_map(|file| sentences(&read(file))).collect();
    assert!(!sentences.is_empty(), "there are sources");
    let silent = sentences.iter().filter(|text| !exempt.contains(&text.as_str()));
    let silent: Vec<&String> = silent.filter(|text| !lines.iter().any(|line| speaks(line, text))).collect();
    assert!(silent.is_empty(), "no golden file shows {silent:#?}");
}

/// The Rust sources in a folder and below.
pub(crate) fn sources_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = entries.partition(|path| path.is_dir());
    let files = files.into_iter().filter(|file| file.extension().is_some_and(|extension| extension == "rs"));
    let mut sources: Vec<PathBuf> = files.chain(folders.iter().flat_map(|folder| sources_below(folder))).collect();
    sources.sort();
    sources
}

fn said(text: &str, name: &str, sources: &Sources, lint: &impl Fn(&RuleFile, &Sources) -> Vec<Problem>) -> String {
    let problems = match RuleFile::parse(name, text) {
        Ok(file) => lint(&file, sources),
        Err(problems) => problems,
    };
    problems.iter().fold(String::new(), |mut said, problem| {
        writeln!(said, "{problem}\n").unwrap();
        said
    })
}

/// The case, and every block of the base whose header it does not have.
fn completed(case: &str, base: &str) -> String {
    let headers: BTreeSet<&str> = case.lines().filter(|line| line.starts_with('[')).collect();
    let mut text = case.to_owned();
    let mut is_missing = false;
    for line in base.lines() {
        if line.starts_with('[') {
            is_missing = !headers.contains(line);
        }
        if is_missing {
            writeln!(text, "{line}").unwrap();
        }
    }
    text
}

fn difference(golden: &Path, said: &str) -> String {
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        fs::write(golden, said).unwrap();
        return String::new();
    }
    let expected = fs::read_to_string(golden).unwrap_or_default();
    let (expected, said): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), said.lines().collect());
    if expected == said {
        return String::new();
    }
    let gone = expected.iter().filter(|line| !said.contains(line)).map(|line| format!("\n- {line}"));
    let new = said.iter().filter(|line| !expected.contains(line)).map(|line| format!("\n+ {line}"));
    format!("\n{}{}\n", golden.display(), gone.chain(new).collect::<String>())
}

fn sources(folder: &Path) -> Sources {
    files(folder, "txt").iter().fold(Sources::new(), |sources, file| sources.with(&name(file), &read(file)))
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|found| found == extension)).collect();
    files.sort();
    files
}

fn name(file: &Path) -> String {
    file.file_name().unwrap().to_str().unwrap().to_owned()
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The texts of a source file that hold several words, without its tests, comments and attributes.
fn sentences(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]\nmod tests").next().unwrap();
    let lines =
        code.lines().filter(|line| !line.trim_start().starts_with("//") && !line.trim_start().starts_with("#["));
    let code: String = lines.flat_map(|line| [line, "\n"]).collect();
    let code = code.replace("\\\"", "\u{1}").replace("'\"'", "");
    let texts = code.split('"').skip(1).step_by(2).map(|text| text.replace('\u{1}', "\"").replace("{{", "{"));
    texts.filter(|text| text.trim().contains(' ')).collect()
}

/// Does the line hold the sentence, with anything in the place of `{…}`?
fn speaks(line: &str, sentence: &str) -> bool {
    let mut rest = line;
    let fixed = sentence.split('{').enumerate().map(|(at, part)| match (at, part.split_once('}')) {
        (0, _) | (_, None) => part,
        (_, Some((_, fixed))) => fixed,
    });
    fixed.into_iter().all(|fixed| match rest.find(fixed) {
        Some(at) => {
            rest = &rest[at + fixed.len()..];
            true
        }
        None => false,
    })
}
