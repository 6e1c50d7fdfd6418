//! What the file describes and no rule uses under any reading: perhaps a slip, perhaps only a word for tables.

use crate::fault::Fault;
use crate::model::FOR_HAMLETS;
use crate::model::{Measure, Plan};
use std::collections::BTreeSet;

/// Windows, tags and documents that neither the plan nor any of its variants uses, and targets that are never judged.
pub(super) fn check(plan: &Plan, variants: &[&Plan]) -> Vec<Fault> {
    let is_on = |plan: &Plan, id: &str| plan.target(id).is_some_and(|target| target.enabled);
    let off = plan.targets.iter().filter(|target| !variants.iter().chain([&plan]).any(|plan| is_on(plan, &target.id)));
    let off = off.map(|target| {
        let message = format!("`{}` is off and no reading turns it on", target.id);
        Fault::new(&["target", &target.id, "enabled"], message)
    });
    off.chain(idle(plan, variants)).collect()
}

/// What is described and named by no rule.
fn idle(plan: &Plan, variants: &[&Plan]) -> Vec<Fault> {
    let mut used: BTreeSet<(&str, &str)> = cadences(plan).collect();
    for variant in variants.iter().chain([&plan]) {
        used.extend(windows(variant).map(|window| ("window", window)));
        used.extend(tags(variant).map(|tag| ("tag", tag)));
    }
    used.extend(plan.clauses.iter().filter_map(|clause| Some(("document", clause.document.as_deref()?))));
    let described = plan.windows.keys().map(|name| ("window", name));
    let described = described.chain(plan.tags.keys().map(|name| ("tag", name)));
    let described = described.chain(plan.documents.keys().map(|name| ("document", name)));
    let unused = described.filter(|(section, name)| !used.contains(&(section, name.as_str())));
    unused
        .map(|(section, name)| Fault::note(&[section, name], format!("no rule uses the {section} `{name}`")))
        .collect()
}

fn windows(plan: &Plan) -> impl Iterator<Item = &str> {
    plan.targets.iter().filter_map(|target| match &target.measure {
        Measure::Count(rule) => Some(rule.window.as_str()),
        Measure::Tick { window } => Some(window),
        Measure::Adoption { .. } | Measure::Conventions { .. } | Measure::Survey(_) => None,
    })
}

fn cadences(plan: &Plan) -> impl Iterator<Item = (&'static str, &str)> {
    let words = plan.tasks.iter().flat_map(|task| task.cadence.split(','));
    words.filter_map(|word| Some(("window", word.split_once(':')?.1)))
}

fn tags(plan: &Plan) -> impl Iterator<Item = &str> {
    let counted = plan.targets.iter().flat_map(|target| match &target.measure {
        Measure::Count(rule) => {
            rule.parts.iter().flat_map(|part| part.or_tag.iter().chain(&part.require_tag)).collect()
        }
        _ => Vec::new(),
    });
    let whom = plan.targets.iter().map(|target| &target.who).chain(plan.duties.iter().map(|duty| &duty.who));
    counted.chain(whom.flat_map(|who| &who.tags)).map(String::as_str).chain([FOR_HAMLETS])
}
