//! A rule file that somebody gives: the same messages as on the command line.

use crate::embedded;
use domain::PlanProblem;
use plan::{Problem, RuleFile};

pub(crate) fn lint(name: &str, text: &str) -> Vec<PlanProblem> {
    let problems = match RuleFile::parse(name, text) {
        Ok(file) => plan::lint(&file, embedded::PLANS.first().map_or("", |plan| plan.source)),
        Err(problems) => problems,
    };
    problems.iter().map(shown).collect()
}

fn shown(problem: &Problem) -> PlanProblem {
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    PlanProblem {
        line: number(problem.line),
        column: number(problem.column),
        message: problem.message.clone(),
        help: problem.help.clone(),
        text: problem.to_string(),
    }
}
