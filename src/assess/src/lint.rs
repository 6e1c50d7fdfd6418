//! A rule file that somebody gives: the same messages as on the command line.

use crate::embedded;
use domain::{PlanProblem, ProblemWeight};
use plan::{Problem, RuleFile, Severity, Sources};

/// The texts that ship are at hand; of any other the lint says itself that quotes were not compared.
pub(crate) fn lint(name: &str, text: &str) -> Vec<PlanProblem> {
    let shipped = |sources: Sources, text: &embedded::ShippedText| sources.with(text.source_file, text.source);
    let sources = embedded::TEXTS.iter().fold(Sources::new(), shipped);
    let problems = match RuleFile::parse(name, text) {
        Ok(file) => engine::lint(&file, &sources),
        Err(problems) => problems,
    };
    problems.iter().map(shown).collect()
}

/// Everything wrong with an order of columns that somebody gives.
pub(crate) fn lint_form(name: &str, text: &str) -> Vec<PlanProblem> {
    plan::form_order(name, text).err().unwrap_or_default().iter().map(shown).collect()
}

fn shown(problem: &Problem) -> PlanProblem {
    PlanProblem {
        weight: match problem.severity {
            Severity::Error => ProblemWeight::Error,
            Severity::Warning => ProblemWeight::Warning,
            Severity::Note => ProblemWeight::Note,
        },
        line: problem.line,
        column: problem.column,
        message: problem.message.clone(),
        help: problem.help.clone(),
        text: problem.to_string(),
    }
}
