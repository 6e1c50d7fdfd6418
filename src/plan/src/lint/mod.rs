//! What types cannot say: that names meet, quotes are the law's own words, no clause is forgotten, and every option
//! of every reading does something. Examples are only checked for their names here; the engine runs them.

mod cited;
mod coverage;
mod examples;
mod names;
mod order;
mod quotes;
mod readings;
#[cfg(test)]
mod tests;

use crate::document::Document;
use crate::problem::Problem;
use crate::rule_file::{Applied, RuleFile, apply};
use crate::{assemble, model::Plan};
use std::collections::BTreeMap;

/// Everything wrong with a rule file, given the text of the law it quotes; by line.
pub fn lint(file: &RuleFile, source_text: &str) -> Vec<Problem> {
    let mut problems = check(file, source_text).unwrap_or_else(|problems| problems);
    problems.sort_by(|left, right| {
        (left.line, left.column, &left.message).cmp(&(right.line, right.column, &right.message))
    });
    problems.dedup();
    problems
}

fn check(file: &RuleFile, source_text: &str) -> Result<Vec<Problem>, Vec<Problem>> {
    let document = file.document()?;
    let readings = assemble::readings(&document)?;
    let applied = apply(&document, &readings, &BTreeMap::new())?;
    let mut problems = of_the_rules(&applied);
    let of_the_text = quotes::check(&applied.plan, source_text).into_iter().chain(coverage::check(&applied.plan));
    problems.extend(of_the_text.chain(readings::check(&applied.plan)).map(|fault| document.problem(fault)));
    problems.extend(every_option(&document, &applied));
    problems.extend(every_example(&document, &applied.plan));
    Ok(problems)
}

/// What may also be wrong only after a patch.
fn of_the_rules(applied: &Applied<'_>) -> Vec<Problem> {
    let faults = names::check(&applied.plan).into_iter().chain(order::check(&applied.plan));
    faults.map(|fault| applied.document.problem(fault)).collect()
}

/// Applies each option alone: it must fit the types, keep the names and change something.
fn every_option(document: &Document<'_>, default: &Applied<'_>) -> Vec<Problem> {
    let known = of_the_rules(default);
    let options =
        default.plan.readings.iter().flat_map(|reading| reading.options.iter().map(move |option| (reading, option)));
    let patching = options.filter(|(_, option)| !option.set.is_empty());
    let found = patching.flat_map(|(reading, option)| {
        let choice = BTreeMap::from([(reading.id.clone(), option.id.clone())]);
        match apply(document, &default.plan.readings, &choice) {
            Err(problems) => problems,
            Ok(applied) if same_rules(&applied.plan, &default.plan) && reading.default != option.id => {
                vec![document.problem(readings::changes_nothing(reading, option))]
            }
            Ok(applied) => of_the_rules(&applied),
        }
    });
    found.filter(|problem| !known.contains(problem)).collect()
}

fn same_rules(left: &Plan, right: &Plan) -> bool {
    let with_same_choices = Plan { readings_in_force: right.readings_in_force.clone(), ..left.clone() };
    with_same_choices == *right
}

/// Checks each example against the plan under the readings it chooses.
fn every_example(document: &Document<'_>, plan: &Plan) -> Vec<Problem> {
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
    found.collect()
}
