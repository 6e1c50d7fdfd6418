//! A smaller case that fails as well: one thing after the other is taken away and stays away if the case still fails.

use super::Case;
use domain::{Facts, Roster, UnitIndex};
use plan::{CountRule, Measure, Parts};

/// The smallest case found.
pub(crate) fn shrunk(case: &Case, fails: impl Fn(&Case) -> bool) -> Case {
    let mut case = case.clone();
    loop {
        let smaller = STEPS.iter().flat_map(|step| step(&case)).find(|smaller| fails(smaller));
        match smaller {
            Some(smaller) => case = smaller,
            None => return case,
        }
    }
}

/// Each gives every case that is smaller by one thing of a kind; the biggest things first.
const STEPS: [fn(&Case) -> Vec<Case>; 6] = [rules, parts, registers, edits, rows, units];

fn rules(case: &Case) -> Vec<Case> {
    let targets = (0..case.plan.targets.len()).filter(|at| case.plan.targets[*at].enabled);
    let without = targets.map(|at| with(case, |case| case.plan.targets[at].enabled = false));
    let duties = (!case.plan.duties.is_empty()).then(|| with(case, |case| case.plan.duties.clear()));
    duties.into_iter().chain(without).collect()
}

fn parts(case: &Case) -> Vec<Case> {
    let counts = case.plan.targets.iter().enumerate().filter(|(_, target)| target.enabled);
    let counts = counts.filter_map(|(at, target)| match &target.measure {
        Measure::Count(rule) => Some((at, rule)),
        _ => None,
    });
    let fewer = |(at, rule): (usize, &CountRule)| {
        let with_rule = |rule: CountRule| with(case, |case| case.plan.targets[at].measure = Measure::Count(rule));
        let without = taken(Some(&rule.parts.others), |others| {
            with_rule(CountRule { parts: Parts { others, ..rule.parts.clone() }, ..rule.clone() })
        });
        let alone = rule.aggregate.is_some().then(|| with_rule(CountRule { aggregate: None, ..rule.clone() }));
        without.into_iter().chain(alone).collect::<Vec<_>>()
    };
    counts.flat_map(fewer).collect()
}

fn registers(case: &Case) -> Vec<Case> {
    let facts = &case.facts;
    let mut smaller = Vec::new();
    smaller.extend(taken(facts.submissions.as_ref(), |rows| with(case, |case| case.facts.submissions = Some(rows))));
    smaller.extend(taken(facts.media.as_ref(), |rows| with(case, |case| case.facts.media = Some(rows))));
    smaller.extend(taken(facts.conventions.as_ref(), |rows| with(case, |case| case.facts.conventions = Some(rows))));
    smaller.extend(taken(facts.surveys.as_ref(), |rows| with(case, |case| case.facts.surveys = Some(rows))));
    smaller.extend(taken(Some(&facts.ticks), |ticks| with(case, |case| case.facts.ticks = ticks)));
    smaller
}

fn edits(case: &Case) -> Vec<Case> {
    taken(Some(&case.edits), |edits| with(case, |case| case.edits = edits))
}

/// Edits name rows by number: a case with edits keeps its rows.
fn rows(case: &Case) -> Vec<Case> {
    if !case.edits.is_empty() {
        return Vec::new();
    }
    taken(Some(&case.facts.activities), |rows| with(case, |case| case.facts.activities = rows))
}

/// A unit that nothing is said of goes, and those below it stand alone.
fn units(case: &Case) -> Vec<Case> {
    if !case.edits.is_empty() {
        return Vec::new();
    }
    let silent = case.facts.roster.iter().map(|(index, _)| index).filter(|index| !is_named(&case.facts, *index));
    silent.map(|unit| without_unit(case, unit)).collect()
}

fn is_named(facts: &Facts, unit: UnitIndex) -> bool {
    facts.activities.iter().any(|row| row.unit == unit)
        || facts.submissions.iter().flatten().any(|row| row.unit == unit)
        || facts.media.iter().flatten().any(|row| row.unit == unit)
        || facts.conventions.iter().flatten().any(|row| row.unit == unit)
        || facts.surveys.iter().flatten().any(|row| row.unit == unit)
        || facts.ticks.iter().any(|row| row.unit == unit)
}

fn without_unit(case: &Case, gone: UnitIndex) -> Case {
    let after = |unit: UnitIndex| if unit > gone { UnitIndex(unit.0 - 1) } else { unit };
    let mut roster = Roster::default();
    for (_, unit) in case.facts.roster.iter().filter(|(index, _)| *index != gone) {
        let mut unit = unit.clone();
        for version in &mut unit.versions {
            version.parent = version.parent.filter(|parent| *parent != gone).map(after);
        }
        unit.successors = unit.successors.into_iter().filter(|heir| *heir != gone).map(after).collect();
        roster.push(unit).unwrap();
    }
    with(case, |case| {
        let facts = &mut case.facts;
        facts.roster = roster;
        facts.activities.iter_mut().for_each(|row| row.unit = after(row.unit));
        facts.submissions.iter_mut().flatten().for_each(|row| row.unit = after(row.unit));
        facts.media.iter_mut().flatten().for_each(|row| row.unit = after(row.unit));
        facts.conventions.iter_mut().flatten().for_each(|row| row.unit = after(row.unit));
        facts.surveys.iter_mut().flatten().for_each(|row| row.unit = after(row.unit));
        facts.ticks.iter_mut().for_each(|row| row.unit = after(row.unit));
    })
}

fn with(case: &Case, change: impl FnOnce(&mut Case)) -> Case {
    let mut smaller = case.clone();
    change(&mut smaller);
    smaller
}

/// The rows without the first, without the second, and so on.
fn taken<T: Clone>(rows: Option<&Vec<T>>, make: impl Fn(Vec<T>) -> Case) -> Vec<Case> {
    let Some(rows) = rows else { return Vec::new() };
    let without = |at: usize| {
        let mut fewer = rows.clone();
        fewer.remove(at);
        make(fewer)
    };
    (0..rows.len()).map(without).collect()
}
