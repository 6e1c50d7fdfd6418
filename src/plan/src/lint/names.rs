//! Every name means something: clauses, departments, readings, tags, targets, kinds.

use super::cited::cited;
use crate::fault::Fault;
use crate::model::{CountRule, Measure, Plan, Target, Task};
use domain::{ActivityKind, UnitKind};
use std::collections::BTreeSet;

/// Names that nothing bears.
pub(super) fn check(plan: &Plan) -> Vec<Fault> {
    let targets = plan.targets.iter().flat_map(|target| of_target(plan, target));
    let duties = plan.duties.iter().flat_map(|duty| {
        let place = ["duty", duty.id.as_str()];
        let to = dept(plan, &["duty", &duty.id, "to"], &duty.to);
        to.into_iter().chain(readings(plan, place, &duty.readings)).chain(unit_kinds(plan, place, &duty.who.kinds))
    });
    let tasks = plan.tasks.iter().flat_map(|task| of_task(plan, task));
    clauses(plan).into_iter().chain(targets).chain(duties).chain(tasks).collect()
}

fn clauses(plan: &Plan) -> Vec<Fault> {
    let known: Vec<&str> = plan.clauses.iter().map(|clause| clause.id.as_str()).collect();
    let unknown = cited(plan).into_iter().filter(|cite| plan.clause(cite.clause).is_none()).map(|cite| {
        let place: Vec<&str> = cite.place.iter().map(String::as_str).chain(["clause"]).collect();
        Fault::unknown(&place, "clause", cite.clause, known.iter().copied())
    });
    unknown.collect()
}

fn of_target(plan: &Plan, target: &Target) -> Vec<Fault> {
    let place = ["target", target.id.as_str()];
    let mut faults: Vec<Fault> = readings(plan, place, &target.readings).collect();
    faults.extend(unit_kinds(plan, place, &target.who.kinds));
    if target.cite.is_empty() {
        faults.push(Fault::new(&["target", &target.id, "cite"], format!("`{}` cites no clause", target.id)));
    }
    if let Measure::Count(rule) = &target.measure {
        faults.extend(of_count(plan, &target.id, rule));
    }
    faults
}

fn of_count(plan: &Plan, target: &str, rule: &CountRule) -> Vec<Fault> {
    let known = || plan.tags.keys().map(String::as_str);
    let named = [("or_tag", &rule.parts.first.or_tag), ("require_tag", &rule.parts.first.require_tag)];
    let tags = named.into_iter().flat_map(|(field, tags)| tags.iter().map(move |tag| (field, tag)));
    let unknown = tags.filter(|(_, tag)| !plan.tags.contains_key(*tag));
    let unknown =
        unknown.map(|(field, tag)| Fault::unknown(&["target", target, "measure", field, tag], "tag", tag, known()));
    unknown.chain(activity_kinds(plan, target, &rule.parts.first.count)).collect()
}

fn activity_kinds(plan: &Plan, target: &str, kinds: &BTreeSet<ActivityKind>) -> Vec<Fault> {
    let bare = kinds.iter().filter(|kind| !plan.activity_kinds.contains_key(kind)).map(|kind| {
        let place = ["target", target, "measure", "count", kind.code()];
        Fault::new(&place, format!("the kind `{}` is not described", kind.code()))
            .help(format!("add `[activity_kind.{}]`", kind.code()))
    });
    bare.collect()
}

fn unit_kinds(plan: &Plan, [section, id]: [&str; 2], kinds: &BTreeSet<UnitKind>) -> Vec<Fault> {
    let bare = kinds.iter().filter(|kind| !plan.unit_kinds.contains_key(kind)).map(|kind| {
        Fault::new(&[section, id, "who", "kinds", kind.code()], format!("the kind `{}` is not described", kind.code()))
            .help(format!("add `[unit_kind.{}]`", kind.code()))
    });
    bare.collect()
}

fn readings<'p>(plan: &'p Plan, [section, id]: [&'p str; 2], names: &'p [String]) -> impl Iterator<Item = Fault> + 'p {
    let known = || plan.readings.iter().map(|reading| reading.id.as_str());
    let unknown = names.iter().filter(move |name| !known().any(|known| known == name.as_str()));
    unknown.map(move |name| Fault::unknown(&[section, id, "readings", name], "reading", name, known()))
}

fn dept(plan: &Plan, place: &[&str], id: &str) -> Option<Fault> {
    let known = plan.depts.keys().map(String::as_str);
    (!plan.depts.contains_key(id)).then(|| Fault::unknown(place, "department", id, known))
}

fn of_task(plan: &Plan, task: &Task) -> Vec<Fault> {
    let known = || plan.targets.iter().map(|target| target.id.as_str());
    let unserved = task.serves.iter().filter(|target| plan.target(target).is_none());
    let unserved =
        unserved.map(|target| Fault::unknown(&["task", &task.id, "serves", target], "target", target, known()));
    dept(plan, &["task", &task.id, "dept"], &task.dept).into_iter().chain(unserved).chain(cadence(plan, task)).collect()
}

/// `ongoing`, `yearly`, `yearly:window`, `once:2025` or `once:2022-01-14`, several joined by commas.
fn cadence(plan: &Plan, task: &Task) -> Option<Fault> {
    let wrong = task.cadence.split(',').find(|part| !is_cadence(plan, part))?;
    let help = "write `ongoing`, `yearly`, `yearly:` and a window, or `once:` and a year or day";
    Some(Fault::new(&["task", &task.id, "cadence"], format!("`{wrong}` is not a cadence")).help(help))
}

fn is_cadence(plan: &Plan, word: &str) -> bool {
    match word.split_once(':') {
        None => matches!(word, "ongoing" | "yearly"),
        Some(("yearly", window)) => plan.windows.contains_key(window),
        Some(("once", day)) => domain::Span::parse_canonical(day).is_some(),
        Some(_) => false,
    }
}
