//! `cargo xtask lint`: rule files, the texts they quote, the examples they carry, and the numbers these guard.

use crate::cargo;
use anyhow::{Context, Result, bail};
use plan::{Plan, RuleFile, Severity, Sources};
use std::fs;
use std::path::{Path, PathBuf};

/// Checks the given rule files, or all of `rules/`.
pub fn lint(arguments: &[String]) -> Result<()> {
    let files = if arguments.is_empty() { rule_files()? } else { arguments.iter().map(PathBuf::from).collect() };
    let mut errors = 0;
    for file in &files {
        errors += lint_file(file)?;
    }
    match errors {
        0 => Ok(()),
        1 => bail!("1 problem in {} rule files", files.len()),
        _ => bail!("{errors} problems in {} rule files", files.len()),
    }
}

fn rule_files() -> Result<Vec<PathBuf>> {
    let folders = ["rules", "rules/reports", "rules/forms"].map(|folder| cargo::root().join(folder));
    let mut files = Vec::new();
    for folder in folders {
        files.extend(fs::read_dir(folder)?.filter_map(|entry| entry.ok().map(|entry| entry.path())));
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    Ok(files)
}

/// Prints what there is to say and returns how much of it is wrong.
fn lint_file(file: &Path) -> Result<usize> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let name = file.strip_prefix(cargo::root()).unwrap_or(file).display().to_string();
    if is_outline(&text) {
        return Ok(told(&name, "outline of a report", plan::outline(&name, &text).err()));
    }
    if domain::FormOrder::is_told_by(&text) {
        return Ok(told(&name, "order of columns", plan::form_order(&name, &text).err()));
    }
    let read = RuleFile::parse(&name, &text).and_then(|rules| Ok((rules.plan(&Default::default())?, rules)));
    let (plan, problems) = match read {
        Ok((plan, rules)) => (Some(rules_of(&plan)), engine::lint(&rules, &sources(&plan))),
        Err(problems) => (None, problems),
    };
    for problem in &problems {
        eprintln!("{problem}\n");
    }
    // What this repository ships must be free of warnings, too.
    let errors = problems.iter().filter(|problem| problem.severity != Severity::Note).count();
    let notes = problems.len() - errors;
    println!("{name}: {}{errors} problems, {notes} notes", plan.unwrap_or_default());
    Ok(errors)
}

/// What the file says it is decides, not where it lies.
fn is_outline(text: &str) -> bool {
    text.lines().any(|line| line.trim_start().starts_with("format") && line.contains("report-outline/"))
}

fn told(name: &str, what: &str, problems: Option<Vec<plan::Problem>>) -> usize {
    let problems = problems.unwrap_or_default();
    for problem in &problems {
        eprintln!("{problem}\n");
    }
    println!("{name}: {what}, {} problems", problems.len());
    problems.len()
}

/// The texts that lie in the repository; lint says of the others that they are not at hand.
fn sources(plan: &Plan) -> Sources {
    let files = plan.documents.values().map(|document| &document.file).chain([&plan.source_file]);
    files.fold(Sources::new(), |sources, file| match fs::read_to_string(cargo::root().join(file)) {
        Ok(text) => sources.with(file, &text),
        Err(_) => sources,
    })
}

fn rules_of(plan: &Plan) -> String {
    let sizes = [plan.clauses.len(), plan.targets.len(), plan.duties.len(), plan.readings.len(), plan.examples.len()];
    let [clauses, targets, duties, readings, examples] = sizes;
    format!("{clauses} clauses, {targets} targets, {duties} duties, {readings} readings, {examples} examples, ")
}
