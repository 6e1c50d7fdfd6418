//! What the engine takes for granted of a whole plan: ids differ, days are in order, names that rules are run by exist.

use crate::document::Document;
use crate::fault::Fault;
use crate::model::{CountRule, Example, FOR_HAMLETS, Measure, Plan, Repeat, Target};
use std::collections::BTreeSet;

/// A slip in a year would make each rule so many windows that nobody could wait for them.
const YEARS: u32 = 100;

/// Everything that is not so. `document` is the one the plan was made of.
pub(crate) fn check(plan: &Plan, document: &Document<'_>) -> Vec<Fault> {
    let backward = (plan.to < plan.from)
        .then(|| Fault::new(&["plan", "to"], format!("the plan ends on {} before it begins", plan.to)));
    let long = (plan.to.years_since(plan.from).is_some_and(|years| years >= YEARS))
        .then(|| Fault::new(&["plan", "to"], "the plan lasts 100 years or longer"));
    let targets = plan.targets.iter().flat_map(|target| of_target(plan, document, target));
    let ticks = plan.examples.iter().enumerate().flat_map(|(number, example)| ticks(plan, number, example));
    ids(plan).into_iter().chain(backward).chain(long).chain(targets).chain(clauses(plan)).chain(ticks).collect()
}

/// Ids of one list that are blank or taken.
pub(crate) fn ids_differ<'n>(section: &[&str], ids: impl Iterator<Item = &'n String>) -> Vec<Fault> {
    let mut seen = BTreeSet::new();
    let wrong = ids.enumerate().filter_map(|(number, id)| {
        let taken = (!seen.insert(id)).then(|| format!("the id `{id}` is taken"));
        let blank = id.is_empty().then(|| "an id must not be empty".to_owned());
        Some(Fault::new(&[&format!("#{number}"), "id"], taken.or(blank)?).under(section))
    });
    wrong.collect()
}

fn ids(plan: &Plan) -> Vec<Fault> {
    let lists = [
        ids_differ(&["target"], plan.targets.iter().map(|target| &target.id)),
        ids_differ(&["duty"], plan.duties.iter().map(|duty| &duty.id)),
        ids_differ(&["task"], plan.tasks.iter().map(|task| &task.id)),
        ids_differ(&["topic"], plan.topics.iter().map(|topic| &topic.topic.id)),
        ids_differ(&["peak"], plan.peaks.iter().map(|peak| &peak.peak.id)),
        ids_differ(&["suggest"], plan.advice.forms.iter().map(|form| &form.id)),
        ids_differ(&["body"], plan.advice.bodies.iter().map(|body| &body.id)),
        ids_differ(&["reading"], plan.readings.iter().map(|reading| &reading.id)),
        ids_differ(&["clause"], plan.clauses.iter().map(|clause| &clause.id)),
    ];
    lists.into_iter().flatten().collect()
}

fn of_target(plan: &Plan, document: &Document<'_>, target: &Target) -> Vec<Fault> {
    let (window, rule) = match &target.measure {
        Measure::Count(rule) => (&rule.window, Some(rule)),
        Measure::Tick { window } => (window, None),
        Measure::Adoption { .. } | Measure::Conventions { .. } | Measure::Survey(_) => return Vec::new(),
    };
    let unknown = || Fault::unknown(&["window"], "window", window, plan.windows.keys().map(String::as_str));
    let missing = (!plan.windows.contains_key(window)).then(unknown);
    let faults = missing.into_iter().chain(rule.into_iter().flat_map(|rule| of_parts(plan, document, target, rule)));
    faults.map(|fault| fault.under(&["target", &target.id])).collect()
}

/// What the measures of a rule say, wherever they stand: in the target itself, or in its parts.
fn of_parts(plan: &Plan, document: &Document<'_>, target: &Target, rule: &CountRule) -> Vec<Fault> {
    let once = plan.windows.get(&rule.window).is_some_and(|window| window.repeat == Repeat::Once);
    let written_as_parts = document.find(&["target", &target.id, "part"]).is_some();
    let faults = rule.parts.iter().enumerate().flat_map(|(number, part)| {
        let number = format!("#{number}");
        let place = if written_as_parts { vec!["part", &number, "measure"] } else { vec!["measure"] };
        let field =
            |name| ["target", &target.id].into_iter().chain(place.iter().copied()).chain([name]).collect::<Vec<_>>();
        let since_start = (part.since_start && once).then(|| {
            let help = "a window of the whole plan begins with the rule: leave `since_start` out";
            Fault::new(&["since_start"], "`since_start` changes nothing in this window").help(help)
        });
        let undeclared = document.find(&field("aggregated")).is_some() && !plan.tags.contains_key(FOR_HAMLETS);
        let undeclared = undeclared.then(|| {
            let help = format!("add `[tag.{FOR_HAMLETS}]` with the words by which tables say so");
            Fault::new(&["aggregated"], format!("`aggregated` is about rows with the tag `{FOR_HAMLETS}`")).help(help)
        });
        since_start.into_iter().chain(undeclared).map(|fault| fault.under(&place)).collect::<Vec<_>>()
    });
    faults.collect()
}

/// A clause stands in the plan's own text or in one of the documents.
fn clauses(plan: &Plan) -> Vec<Fault> {
    let named = plan.clauses.iter().filter_map(|clause| Some((clause, clause.document.as_ref()?)));
    let unknown = named.filter(|(_, document)| !plan.documents.contains_key(*document));
    let known = || plan.documents.keys().map(String::as_str);
    let fault = |(clause, document): (&crate::model::Clause, &String)| {
        Fault::unknown(&["clause", &clause.id, "document"], "document", document, known())
    };
    unknown.map(fault).collect()
}

/// Only obligations without a number are ticked.
fn ticks(plan: &Plan, number: usize, example: &Example) -> Vec<Fault> {
    let is_ticked = |target: &&Target| matches!(target.measure, Measure::Tick { .. });
    let known = || plan.targets.iter().filter(is_ticked).map(|target| target.id.as_str());
    let named = example.ticks.iter().enumerate().filter_map(|(row, tick)| Some((row, tick.first()?)));
    let unknown = named.filter(|(_, target)| !known().any(|known| known == target.as_str()));
    let fault = |(row, target): (usize, &String)| {
        let place = ["test", &format!("#{number}"), "ticks", &format!("#{row}"), "#0"];
        Fault::unknown(&place, "target that is ticked", target, known())
    };
    unknown.map(fault).collect()
}
