//! The plan under each option alone: every patch must fit the types, keep the names and change something.

use super::{of_the_rules, readings};
use crate::document::Document;
use crate::fault::Fault;
use crate::model::{Plan, Reading, ReadingOption};
use crate::problem::Problem;
use crate::rule_file::{Applied, apply};
use std::collections::BTreeMap;

/// The plan under one option; every other reading takes its default.
pub(super) struct Variant<'p, 't> {
    pub(super) reading: &'p Reading,
    pub(super) option: &'p ReadingOption,
    pub(super) applied: Applied<'t>,
}

/// Every option that patches something: the plan it makes, or why it makes none.
pub(super) fn variants<'p, 't>(document: &Document<'t>, plan: &'p Plan) -> (Vec<Variant<'p, 't>>, Vec<Problem>) {
    let options = plan.readings.iter().flat_map(|reading| reading.options.iter().map(move |option| (reading, option)));
    let (mut variants, mut problems) = (Vec::new(), Vec::new());
    for (reading, option) in options.filter(|(_, option)| !option.set.is_empty()) {
        let choice = BTreeMap::from([(reading.id.clone(), option.id.clone())]);
        match apply(document, &plan.readings, &choice) {
            Ok(applied) => variants.push(Variant { reading, option, applied }),
            Err(refused) => problems.extend(refused),
        }
    }
    (variants, problems)
}

/// Problems that the default does not have, and patches that change nothing.
pub(super) fn check(document: &Document<'_>, default: &Applied<'_>, variants: &[Variant<'_, '_>]) -> Vec<Problem> {
    let known = of_the_rules(default);
    let patched = variants.iter().flat_map(|variant| of_the_rules(&variant.applied));
    let patched = patched.filter(|problem| !known.contains(problem));
    let choosable = variants.iter().filter(|variant| variant.reading.default != variant.option.id);
    let dead = choosable.flat_map(|variant| dead(document, &default.plan, variant));
    let dead = dead.chain(readings::alike(variants)).map(|fault| document.problem(fault));
    patched.chain(dead).collect()
}

fn dead(document: &Document<'_>, default: &Plan, variant: &Variant<'_, '_>) -> Vec<Fault> {
    let Variant { reading, option, applied } = variant;
    if readings::same_rules(&applied.plan, default) {
        return vec![readings::changes_nothing(reading, option)];
    }
    let several = option.set.keys().filter(|_| option.set.len() > 1);
    several.filter_map(|path| dead_patch(document, default, variant, path)).collect()
}

/// A patch that changes nothing, neither alone nor among the others of its option.
fn dead_patch(document: &Document<'_>, default: &Plan, variant: &Variant<'_, '_>, path: &str) -> Option<Fault> {
    let Variant { reading, option, applied } = variant;
    let alone = under(document, default, variant, |other| other == path)?;
    let others = under(document, default, variant, |other| other != path)?;
    let is_dead = readings::same_rules(&alone, default) && readings::same_rules(&others, &applied.plan);
    is_dead.then(|| readings::changes_nothing_at(reading, option, path))
}

/// The plan under some patches of the option only; `None` if they do not stand alone.
fn under(document: &Document<'_>, plan: &Plan, variant: &Variant<'_, '_>, keep: impl Fn(&str) -> bool) -> Option<Plan> {
    let mut readings = plan.readings.clone();
    let reading = readings.iter_mut().find(|reading| reading.id == variant.reading.id)?;
    let option = reading.options.iter_mut().find(|option| option.id == variant.option.id)?;
    option.set.retain(|path, _| keep(path));
    let choice = BTreeMap::from([(variant.reading.id.clone(), variant.option.id.clone())]);
    apply(document, &readings, &choice).ok().map(|applied| applied.plan)
}
