//! Everything to say about a rule file: what `plan` finds, windows in which nothing can be asked, examples that do not
//! come out, and numbers that no example guards. It decides the order of the questions, not the answers.

mod windows;

use crate::example::{Mismatch, MismatchKind, run_example};
use crate::perturb::{self, Trial};
use domain::Arrange;
use plan::{Example, Plan, Problem, RuleFile, Severity, Sources};
use std::collections::BTreeMap;

/// Something to say about a place of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Remark {
    /// The steps of its path.
    pub(crate) place: Vec<String>,
    pub(crate) message: String,
    pub(crate) help: String,
}

impl Remark {
    fn problem(&self, file: &RuleFile) -> Option<Problem> {
        let place: Vec<&str> = self.place.iter().map(String::as_str).collect();
        file.problem(&place, &self.message, Some(&self.help))
    }
}

/// Everything to say about a rule file, given the texts of the law it quotes; by line.
///
/// The numbers are tried only when nothing is wrong: before that, too much would be said.
pub fn lint(file: &RuleFile, sources: &Sources) -> Vec<Problem> {
    let mut problems = plan::lint(file, sources);
    let Ok(plan) = file.plan(&BTreeMap::new()) else { return problems };
    let trials = trials(file, &plan);
    let remarks = windows::check(&plan).into_iter().chain(trials.iter().flat_map(failing));
    let found: Vec<Problem> = remarks.filter_map(|remark| remark.problem(file)).collect();
    // An example that names something unknown fails for that reason, which has been said.
    let lines: Vec<u32> = problems.iter().map(|problem| problem.line).collect();
    problems.extend(found.into_iter().filter(|problem| !lines.contains(&problem.line)));
    if !problems.iter().any(Problem::is_error) {
        let unnoticed = perturb::unnoticed(&plan, &trials);
        let warnings = unnoticed.iter().filter_map(|remark| remark.problem(file));
        problems.extend(warnings.map(|problem| Problem { severity: Severity::Warning, ..problem }));
    }
    problems.arrange();
    problems
}

/// Every example with the plan under its readings; those whose readings cannot be chosen are left out.
fn trials(file: &RuleFile, plan: &Plan) -> Vec<Trial> {
    let mut plans: BTreeMap<BTreeMap<String, String>, Option<Plan>> = BTreeMap::new();
    let trial = |(number, example): (usize, &Example)| {
        let under = plans.entry(example.readings.clone()).or_insert_with(|| file.plan(&example.readings).ok());
        Some(Trial { number, plan: under.clone()?, example: example.clone() })
    };
    plan.examples.iter().enumerate().filter_map(trial).collect()
}

fn failing(trial: &Trial) -> Vec<Remark> {
    let mismatches = run_example(&trial.plan, &trial.example);
    mismatches.iter().map(|mismatch| remark(trial, mismatch)).collect()
}

fn remark(trial: &Trial, mismatch: &Mismatch) -> Remark {
    let (table, row) = place_of(&trial.example, &mismatch.kind);
    let place = ["test".to_owned(), format!("#{}", trial.number), table.to_owned(), format!("#{row}")];
    let help = format!("this is the test `{}`; either it or a rule is wrong", mismatch.example);
    Remark { place: place.to_vec(), message: mismatch.kind.to_string(), help }
}

/// The table of an example and the 0-based row that a mismatch is about.
fn place_of<'m>(example: &Example, kind: &'m MismatchKind) -> (&'m str, usize) {
    match kind {
        MismatchKind::UnreadableRow { table, row } => (table, row.saturating_sub(1)),
        MismatchKind::NoVerdict { target, unit, period } | MismatchKind::OtherState { target, unit, period, .. } => {
            let mut rows = example.expect.iter();
            let row = rows.position(|row| (&row.target, &row.unit, &row.period) == (target, unit, period));
            ("expect", row.unwrap_or(0))
        }
    }
}
