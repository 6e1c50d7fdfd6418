//! What types cannot say: that names meet, quotes are the law's own words, no clause is forgotten, and every option
//! of every reading does something. Examples are only checked for their names here; the engine runs them.

mod advice;
mod cited;
mod coverage;
mod examples;
mod names;
mod order;
mod quotes;
mod readings;
mod sources;
mod unused;
mod variants;

pub use cited::part_place;
pub use sources::Sources;

use crate::assemble;
use crate::document::Document;
use crate::fault::Fault;
use crate::model::Plan;
use crate::problem::Problem;
use crate::rule_file::{Applied, RuleFile, apply};
use domain::Arrange;
use std::collections::BTreeMap;

/// Everything to say about a rule file, given the texts of the law it quotes; by line.
pub fn lint(file: &RuleFile, sources: &Sources) -> Vec<Problem> {
    let mut problems = check(file, sources).unwrap_or_else(|problems| problems);
    problems.arrange();
    problems.dedup();
    problems
}

impl RuleFile {
    /// Something wrong at a path of the file. Steps are keys; inside arrays an element's `id`, the element itself if it
    /// is a text, or `#` and its 0-based number. A path that does not exist stands for the deepest part that does.
    pub fn problem(&self, path: &[&str], message: &str, help: Option<&str>) -> Option<Problem> {
        let fault = Fault { help: help.map(str::to_owned), ..Fault::new(path, message) };
        self.document().ok().map(|document| document.problem(fault))
    }
}

fn check(file: &RuleFile, sources: &Sources) -> Result<Vec<Problem>, Vec<Problem>> {
    let document = file.document()?;
    let readings = assemble::readings(&document)?;
    let default = apply(&document, &readings, &BTreeMap::new())?;
    let (variants, mut problems) = variants::variants(&document, &default.plan);
    problems.extend(of_the_rules(&default));
    problems.extend(variants::check(&document, &default, &variants));
    let plan = &default.plan;
    let of_the_text = quotes::check(plan, sources).into_iter().chain(coverage::check(plan));
    let of_the_text = of_the_text.chain(readings::check(plan));
    let under_options: Vec<&Plan> = variants.iter().map(|variant| &variant.applied.plan).collect();
    let unused = unused::check(plan, &under_options);
    problems.extend(of_the_text.chain(unused).map(|fault| document.problem(fault)));
    problems.extend(every_example(&document, plan));
    Ok(problems)
}

/// What may also be wrong only after a patch.
fn of_the_rules(applied: &Applied<'_>) -> Vec<Problem> {
    let faults = names::check(&applied.plan).into_iter().chain(order::check(&applied.plan));
    let faults = faults.chain(advice::check(&applied.plan));
    faults.map(|fault| applied.document.problem(fault)).collect()
}

/// Checks each example against the plan under the readings it chooses.
fn every_example(document: &Document<'_>, plan: &Plan) -> Vec<Problem> {
    let alike = examples::alike(plan).into_iter().map(|fault| document.problem(fault));
    let found = plan.examples.iter().enumerate().flat_map(|(number, example)| {
        let wrong = examples::wrong_choices(plan, example, number);
        if !wrong.is_empty() {
            return wrong.into_iter().map(|fault| document.problem(fault)).collect();
        }
        match apply(document, &plan.readings, &example.readings) {
            Ok(applied) => examples::check(&applied.plan, example, number)
                .into_iter()
                .map(|fault| document.problem(fault))
                .collect(),
            Err(problems) => problems,
        }
    });
    alike.chain(found).collect()
}
