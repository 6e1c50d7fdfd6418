//! `cargo xtask lint`: rule files, their quotes and coverage, and the examples they carry.

use crate::cargo;
use anyhow::{Context, Result, bail};
use plan::RuleFile;
use std::fs;
use std::path::{Path, PathBuf};

/// Checks the given rule files, or all of `rules/`.
pub fn lint(arguments: &[String]) -> Result<()> {
    let files = if arguments.is_empty() { rule_files()? } else { arguments.iter().map(PathBuf::from).collect() };
    let mut problems = 0;
    for file in &files {
        problems += lint_file(file)?;
    }
    if problems > 0 {
        bail!("{problems} problems in {} rule files", files.len());
    }
    Ok(())
}

fn rule_files() -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(cargo::root().join("rules"))?.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    Ok(files)
}

fn lint_file(file: &Path) -> Result<usize> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let name = file.strip_prefix(cargo::root()).unwrap_or(file).display().to_string();
    let rules = match RuleFile::parse(&name, &text) {
        Ok(rules) => rules,
        Err(problems) => return Ok(print_all(&problems)),
    };
    let plan = match rules.plan(&Default::default()) {
        Ok(plan) => plan,
        Err(problems) => return Ok(print_all(&problems)),
    };
    let source = fs::read_to_string(cargo::root().join(&plan.source_file))
        .with_context(|| format!("cannot read the source text {}", plan.source_file))?;
    let problems = plan::lint(&rules, &source);
    let mut count = print_all(&problems);
    for example in &plan.examples {
        count += run_example(&rules, example)?;
    }
    println!(
        "{name}: {} clauses, {} targets, {} readings, {} examples, {count} problems",
        plan.clauses.len(),
        plan.targets.len(),
        plan.readings.len(),
        plan.examples.len()
    );
    Ok(count)
}

fn run_example(rules: &RuleFile, example: &plan::Example) -> Result<usize> {
    let plan = match rules.plan(&example.readings) {
        Ok(plan) => plan,
        Err(problems) => return Ok(print_all(&problems)),
    };
    let mismatches = engine::run_example(&plan, example);
    for mismatch in &mismatches {
        eprintln!("example \"{}\": {mismatch}", example.name);
    }
    Ok(mismatches.len())
}

fn print_all(problems: &[plan::Problem]) -> usize {
    for problem in problems {
        eprintln!("{problem}\n");
    }
    problems.len()
}
