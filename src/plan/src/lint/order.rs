//! Days and texts: what is due is due while its rule is in force, periods have names of their own, levels
//! exist, nothing that people read is blank.

use super::cited::{Dated, dated, part_place};
use crate::fault::Fault;
use crate::model::{CountRule, DutyDay, Measure, Phase, Phased, Plan, Reading, Repeat, Target};
use domain::{Bilingual, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// What is out of order or blank.
pub(super) fn check(plan: &Plan) -> Vec<Fault> {
    let targets = plan.targets.iter().flat_map(|target| of_target(plan, target));
    let levels = plan.targets.iter().map(|target| ("target", &target.id, &target.who.levels));
    let levels = levels.chain(plan.duties.iter().map(|duty| ("duty", &duty.id, &duty.who.levels)));
    let levels = levels.filter_map(|(section, id, levels)| wrong_level(section, id, levels));
    targets.chain(levels).chain(outside(plan)).chain(suffixes(plan)).chain(twins(plan)).chain(blanks(plan)).collect()
}

fn of_target(plan: &Plan, target: &Target) -> Vec<Fault> {
    let (from, to) = (target.from.unwrap_or(plan.from), target.to.unwrap_or(plan.to));
    if to < from || from < plan.from || plan.to < to {
        let field = if target.from.is_some() { "from" } else { "to" };
        let message = format!("{from} to {to} is not a part of the plan ({} to {})", plan.from, plan.to);
        return vec![Fault::new(&["target", &target.id, field], message)];
    }
    let phases = match &target.measure {
        Measure::Count(rule) => phases_outside(&target.id, rule, (from, to)),
        Measure::Adoption { .. } | Measure::Conventions { .. } | Measure::Survey(_) | Measure::Tick { .. } => {
            Vec::new()
        }
    };
    phases.into_iter().chain(days_outside(&target.id, &dated(target), (from, to))).collect()
}

/// Each phase shares days with its rule.
fn phases_outside(target: &str, rule: &CountRule, (from, to): (NaiveDate, NaiveDate)) -> Vec<Fault> {
    let parts = rule.parts.iter().enumerate();
    let parts = parts.map(|(number, part)| (part_place(target, rule, number), &part.at_least));
    let aggregates = rule
        .aggregate
        .iter()
        .map(|aggregate| (["target", target, "aggregate"].map(str::to_owned).to_vec(), &aggregate.at_least_percent));
    let phased = parts.chain(aggregates).filter_map(|(place, phased)| match phased {
        Phased::Phases(phases) => Some((place, phases)),
        Phased::Always(_) => None,
    });
    let outside = |(place, phases): (Vec<String>, &Vec<Phase>)| -> Vec<Fault> {
        let outside = phases.iter().enumerate().filter(|(_, phase)| phase.to < from || to < phase.from);
        let fault = |(number, phase): (usize, &Phase)| {
            let message = format!("{} to {} shares no day with the rule ({from} to {to})", phase.from, phase.to);
            let steps: Vec<&str> = place.iter().map(String::as_str).collect();
            Fault::new(&["phase", &format!("#{number}")], message).under(&steps)
        };
        outside.map(fault).collect()
    };
    phased.flat_map(outside).collect()
}

/// Milestones and steps come while the rule is in force.
fn days_outside(target: &str, dated: &[Dated<'_>], (from, to): (NaiveDate, NaiveDate)) -> Vec<Fault> {
    let outside = dated.iter().filter(|at| at.by < from || to < at.by);
    let fault = |at: &Dated<'_>| {
        let place = ["target", target, at.section, at.id, "by"];
        Fault::new(&place, format!("{} lies outside the rule ({from} to {to})", at.by))
    };
    outside.map(fault).collect()
}

/// The mark of a window names its periods: no two windows share it.
fn suffixes(plan: &Plan) -> Vec<Fault> {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let marked = plan.windows.iter().filter_map(|(name, window)| match &window.repeat {
        Repeat::Yearly { suffix, .. } => Some((name, suffix)),
        _ => None,
    });
    let mut faults = Vec::new();
    for (name, suffix) in marked {
        let owner = *first.entry(suffix).or_insert(name);
        if owner != name {
            let message = format!("window `{owner}` marks its periods with `{suffix}`, too");
            faults.push(Fault::new(&["window", name, "suffix"], message));
        }
    }
    faults
}

/// Two rules that say the same of the same units count everything twice.
fn twins(plan: &Plan) -> Vec<Fault> {
    let same = |one: &Target, other: &Target| {
        (&one.who, &one.measure, one.from, one.to) == (&other.who, &other.measure, other.from, other.to)
    };
    let twin = |(number, target): (usize, &Target)| {
        let twin = plan.targets.iter().take(number).find(|before| same(before, target))?;
        Some(Fault::new(&["target", &target.id], format!("`{}` is the same rule as `{}`", target.id, twin.id)))
    };
    plan.targets.iter().enumerate().filter_map(twin).collect()
}

fn wrong_level(section: &str, id: &str, levels: &BTreeSet<u8>) -> Option<Fault> {
    let wrong = levels.iter().find(|level| !(1..=4).contains(*level))?;
    let help = "1 is the province, 2 the district, 3 the commune, 4 the hamlet";
    Some(Fault::new(&[section, id, "who", "levels"], format!("`{wrong}` is not a level")).help(help))
}

/// A duty to be done once must fall into the plan.
fn outside(plan: &Plan) -> Vec<Fault> {
    let once = plan.duties.iter().filter_map(|duty| match duty.deadline.as_ref()?.day {
        DutyDay::Once(day) if day < plan.from || plan.to < day => {
            let message = format!("{day} lies outside the plan ({} to {})", plan.from, plan.to);
            Some(Fault::new(&["duty", &duty.id, "before", "day"], message))
        }
        _ => None,
    });
    once.collect()
}

fn blanks(plan: &Plan) -> Vec<Fault> {
    let targets = plan.targets.iter().map(|target| (["target", &target.id, "label"], &target.label));
    let duties = plan.duties.iter().map(|duty| (["duty", &duty.id, "label"], &duty.label));
    let tasks = plan.tasks.iter().map(|task| (["task", &task.id, "label"], &task.label));
    let topics =
        plan.topics.iter().map(|topic| &topic.topic).map(|topic| (["topic", &topic.id, "label"], &topic.label));
    let peaks = plan.peaks.iter().map(|peak| (["peak", &peak.peak.id, "label"], &peak.peak.label));
    let tags = plan.tags.iter().map(|(tag, info)| (["tag", tag, "label"], &info.label));
    let windows = plan.windows.iter().map(|(name, window)| (["window", name, "label"], &window.label));
    let units = plan.unit_kinds.iter().map(|(kind, info)| (["unit_kind", kind.code(), "label"], &info.label));
    let kinds = plan.activity_kinds.iter().map(|(kind, info)| (["activity_kind", kind.code(), "label"], &info.label));
    let labels = targets.chain(duties).chain(tasks).chain(topics).chain(peaks).chain(tags).chain(windows).chain(units);
    let labels = labels.chain(kinds).filter_map(|(place, text)| blank(&place, text));
    labels.chain(plan.readings.iter().flat_map(blank_reading)).collect()
}

fn blank_reading(reading: &Reading) -> Vec<Fault> {
    let own = [("ask", &reading.ask), ("why", &reading.why)];
    let own = own.into_iter().filter_map(|(field, text)| blank(&["reading", &reading.id, field], text));
    let options = reading.options.iter();
    own.chain(
        options.filter_map(|option| blank(&["reading", &reading.id, "option", &option.id, "label"], &option.label)),
    )
    .collect()
}

pub(super) fn blank(place: &[&str], text: &Bilingual) -> Option<Fault> {
    let language = [("vi", &text.vi), ("en", &text.en)].into_iter().find(|(_, words)| words.trim().is_empty())?.0;
    Some(Fault::new(&[language], format!("the text in `{language}` is blank")).under(place))
}
