//! The readings as the page shows them: grouped by the rule they bear on, each option with what it would change.

use crate::{AssessError, Assessment, House, plan_slice};
use domain::{Bilingual, ReadingGroup, ReadingLine, ReadingsSlice};
use plan::{Plan, Reading};
use std::collections::BTreeMap;

/// The readings in force, each option with the number of verdicts whose state it would change.
pub(crate) fn judged(assessment: &Assessment, house: &House) -> Result<ReadingsSlice, AssessError> {
    let mut changes: BTreeMap<(String, String), u32> = BTreeMap::new();
    let rules = house.shelf().rules(&assessment.options.plan)?;
    let board = assessment.board();
    for reading in &assessment.plan.readings {
        for option in &reading.options {
            let mut choices = assessment.plan.readings_in_force.clone();
            let before = choices.insert(reading.id.clone(), option.id.clone());
            let is_in_force = before.as_ref() == Some(&option.id);
            let count = if is_in_force { 0 } else { board.changes(&rules.plan(&choices)?) };
            changes.insert((reading.id.clone(), option.id.clone()), count);
        }
    }
    let known = |reading: &Reading, option: &str| changes.get(&(reading.id.clone(), option.to_owned())).copied();
    let verdicts = u32::try_from(assessment.verdicts.len()).unwrap_or(u32::MAX);
    Ok(ReadingsSlice { groups: groups(&assessment.plan, known), verdicts })
}

/// Readings by the rule they bear on, those of several rules first; `changes` says for a reading's option how many
/// verdicts it would change.
fn groups(plan: &Plan, changes: impl Fn(&Reading, &str) -> Option<u32>) -> Vec<ReadingGroup> {
    let line = |reading: &Reading| {
        let mut line = plan_slice::reading(plan, reading);
        for option in &mut line.options {
            option.changes = changes(reading, &option.id);
        }
        line
    };
    let group = |rule: Option<(&str, &Bilingual)>| {
        let id = rule.map(|(id, _)| id);
        let mine = plan.readings.iter().filter(|reading| sole_rule(plan, &reading.id) == id);
        let readings: Vec<ReadingLine> = mine.map(line).collect();
        let filled = !readings.is_empty();
        filled.then(|| ReadingGroup {
            target: id.map(str::to_owned),
            label: rule.map(|(_, label)| label.clone()),
            readings,
        })
    };
    std::iter::once(None).chain(rules(plan).map(|(id, label, _)| Some((id, label)))).filter_map(group).collect()
}

/// The one rule that lists a reading; `None` if several do, or none.
fn sole_rule<'p>(plan: &'p Plan, reading: &str) -> Option<&'p str> {
    let mut listing = rules(plan).filter(|(_, _, readings)| readings.iter().any(|id| id == reading));
    let first = listing.next()?;
    listing.next().is_none().then_some(first.0)
}

fn rules(plan: &Plan) -> impl Iterator<Item = (&str, &Bilingual, &[String])> {
    let targets = plan.targets.iter().map(|rule| (rule.id.as_str(), &rule.label, rule.readings.as_slice()));
    targets.chain(plan.duties.iter().map(|rule| (rule.id.as_str(), &rule.label, rule.readings.as_slice())))
}
