//! Every name means something: clauses, departments, readings, tags, targets, kinds.

use super::cited::{cited, citing, part_place};
use crate::fault::Fault;
use crate::model::{CountRule, Measure, Part, Plan, Target, Task, Who};
use domain::UnitKind;
use std::collections::BTreeSet;

/// Names that nothing bears.
pub(super) fn check(plan: &Plan) -> Vec<Fault> {
    let targets = plan.targets.iter().flat_map(|target| of_target(plan, target));
    let duties = plan.duties.iter().flat_map(|duty| {
        let place = ["duty", duty.id.as_str()];
        let to = dept(plan, &["duty", &duty.id, "to"], &duty.to);
        to.into_iter().chain(readings(plan, place, &duty.readings)).chain(who(plan, place, &duty.who))
    });
    let tasks = plan.tasks.iter().flat_map(|task| of_task(plan, task));
    clauses(plan).into_iter().chain(parents(plan)).chain(targets).chain(duties).chain(tasks).collect()
}

fn clauses(plan: &Plan) -> Vec<Fault> {
    let known: Vec<&str> = plan.clauses.iter().map(|clause| clause.id.as_str()).collect();
    let unknown = cited(plan).into_iter().filter(|cite| plan.clause(cite.clause).is_none()).map(|cite| {
        let place: Vec<&str> = cite.place.iter().map(String::as_str).chain(["clause"]).collect();
        Fault::unknown(&place, "clause", cite.clause, known.iter().copied())
    });
    let silent = citing(plan).filter(|(_, _, cites)| cites.is_empty());
    let silent = silent.map(|(section, id, _)| Fault::new(&[section, id, "cite"], format!("`{id}` cites no clause")));
    unknown.chain(silent).collect()
}

fn parents(plan: &Plan) -> impl Iterator<Item = Fault> + '_ {
    let parents = plan.unit_kinds.iter().map(|(kind, info)| (kind.code(), &info.parents));
    parents.flat_map(|(kind, parents)| undescribed(plan, &["unit_kind", kind, "parents"], parents))
}

fn of_target(plan: &Plan, target: &Target) -> Vec<Fault> {
    let place = ["target", target.id.as_str()];
    let mut faults: Vec<Fault> = readings(plan, place, &target.readings).collect();
    faults.extend(who(plan, place, &target.who));
    if let Measure::Count(rule) = &target.measure {
        faults.extend(of_count(plan, &target.id, rule));
    }
    faults
}

fn of_count(plan: &Plan, target: &str, rule: &CountRule) -> Vec<Fault> {
    let parts = rule.parts.iter().enumerate().flat_map(|(number, part)| {
        let place = part_place(target, rule, number);
        of_part(plan, part).into_iter().map(move |fault| {
            let place: Vec<&str> = place.iter().map(String::as_str).collect();
            fault.under(&place)
        })
    });
    let levels = rule
        .aggregate
        .iter()
        .flat_map(|aggregate| undescribed(plan, &["target", target, "aggregate", "at"], &aggregate.at));
    parts.chain(levels).collect()
}

fn of_part(plan: &Plan, part: &Part) -> Vec<Fault> {
    let or_tag = tags(plan, &["measure", "or_tag"], &part.or_tag);
    let require_tag = tags(plan, &["measure", "require_tag"], &part.require_tag);
    let bare = part.count.iter().filter(|kind| !plan.activity_kinds.contains_key(kind)).map(|kind| {
        let fault = Fault::new(&["measure", "count", kind.code()], not_described(kind.code()));
        fault.help(format!("add `[activity_kind.{}]`", kind.code()))
    });
    or_tag.into_iter().chain(require_tag).chain(bare).collect()
}

fn not_described(kind: &str) -> String {
    format!("the kind `{kind}` is not described")
}

fn tags(plan: &Plan, place: &[&str], names: &BTreeSet<String>) -> Vec<Fault> {
    let unknown = names.iter().filter(|tag| !plan.tags.contains_key(*tag));
    let known = || plan.tags.keys().map(String::as_str);
    unknown.map(|tag| Fault::unknown(&[tag], "tag", tag, known()).under(place)).collect()
}

/// Whom a rule addresses: kinds that are described, and tags.
fn who(plan: &Plan, [section, id]: [&str; 2], who: &Who) -> Vec<Fault> {
    let nobody = who.kinds.is_empty().then(|| {
        let fault = Fault::new(&[section, id, "who", "kinds"], format!("`{id}` addresses nobody"));
        fault.help("name at least one kind of unit")
    });
    let kinds = undescribed(plan, &[section, id, "who", "kinds"], &who.kinds);
    nobody.into_iter().chain(kinds).chain(tags(plan, &[section, id, "who", "tags"], &who.tags)).collect()
}

pub(super) fn undescribed<'p>(
    plan: &'p Plan,
    place: &[&str],
    kinds: impl IntoIterator<Item = &'p UnitKind>,
) -> Vec<Fault> {
    let bare = kinds.into_iter().filter(|kind| !plan.unit_kinds.contains_key(kind)).map(|kind| {
        let fault = Fault::new(&[kind.code()], not_described(kind.code())).under(place);
        fault.help(format!("add `[unit_kind.{}]`", kind.code()))
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
