//! What can be written in a rule file, and what is refused: small plans, each with its meaning or with the message
//! and the very characters it points at.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read its plan must fail")]

mod amendments;
mod counts;
mod days;
mod examples;
mod patches;
mod problems;
mod shapes;
mod surveys;
mod words;

use plan::{Measure, Part, Plan, RuleFile};
use std::collections::BTreeMap;

const BASE: &str = include_str!("base.toml");

/// A target called `id`, with these lines.
fn target(id: &str, lines: &str) -> String {
    format!(
        "\n[[target]]\nid = \"{id}\"\nlabel = {{ vi = \"Mục tiêu\", en = \"Target\" }}\ncite = [{{ clause = \"1\" }}]\n\
         who = {{ kinds = [\"commune\"] }}\n{lines}\n"
    )
}

/// The small plan with `more` at its end.
fn plan(more: &str) -> Plan {
    plan_under(more, &[])
}

fn plan_under(more: &str, choices: &[(&str, &str)]) -> Plan {
    let choices = choices.iter().map(|(reading, option)| ((*reading).to_owned(), (*option).to_owned()));
    let choices: BTreeMap<String, String> = choices.collect();
    let read = RuleFile::parse("small.toml", &format!("{BASE}{more}")).and_then(|file| file.plan(&choices));
    read.unwrap_or_else(|problems| panic!("{more}\n{}", problems.first().map(ToString::to_string).unwrap_or_default()))
}

/// What the target `T` of the small plan measures.
fn measure(lines: &str) -> Measure {
    plan(&target("T", lines)).target("T").unwrap().measure.clone()
}

/// The parts that the target `T` counts.
fn parts(lines: &str) -> Vec<Part> {
    match measure(lines) {
        Measure::Count(rule) => rule.parts.iter().cloned().collect(),
        other => panic!("not a target that counts: {other:?}"),
    }
}

/// What is said about the small plan with `more`: `characters: message (help)`.
fn said(more: &str) -> Vec<String> {
    said_of(&format!("{BASE}{more}"))
}

fn said_of(text: &str) -> Vec<String> {
    let problems = RuleFile::parse("small.toml", text).err().unwrap_or_default();
    let said = problems.iter().map(|problem| {
        let pointed: String =
            problem.line_text.chars().skip(problem.column as usize - 1).take(problem.width as usize).collect();
        let help = problem.help.as_ref().map(|help| format!(" ({help})")).unwrap_or_default();
        format!("{pointed}: {}{help}", problem.message)
    });
    said.collect()
}

/// Each of the lines makes a target that is refused with these words.
#[track_caller]
fn refused(cases: &[(&str, &str)]) {
    for (lines, expected) in cases {
        assert_eq!(said(&target("T", lines)), [*expected], "{lines}");
    }
}
