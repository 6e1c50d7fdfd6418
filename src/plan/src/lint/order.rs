//! Days and texts: milestones follow each other inside the plan, levels exist, nothing that people read is blank.

use super::cited::milestones;
use crate::fault::Fault;
use crate::model::{DutyDay, Measure, Phase, Phased, Plan, Reading, Target};
use domain::Bilingual;
use std::collections::BTreeSet;

/// What is out of order or blank.
pub(super) fn check(plan: &Plan) -> Vec<Fault> {
    let targets = plan.targets.iter().flat_map(|target| of_milestones(plan, target));
    let levels = plan.targets.iter().map(|target| ("target", &target.id, &target.who.levels));
    let levels = levels.chain(plan.duties.iter().map(|duty| ("duty", &duty.id, &duty.who.levels)));
    let levels = levels.filter_map(|(section, id, levels)| wrong_level(section, id, levels));
    let forces = plan.targets.iter().flat_map(|target| of_force(plan, target));
    targets.chain(levels).chain(forces).chain(outside(plan)).chain(blanks(plan)).collect()
}

/// A rule is in force on days of the plan, and each of its phases on days of the rule.
fn of_force(plan: &Plan, target: &Target) -> Vec<Fault> {
    let (from, to) = (target.from.unwrap_or(plan.from), target.to.unwrap_or(plan.to));
    if to < from || from < plan.from || plan.to < to {
        let field = if target.from.is_some() { "from" } else { "to" };
        let message = format!("{from} to {to} is not a part of the plan ({} to {})", plan.from, plan.to);
        return vec![Fault::new(&["target", &target.id, field], message)];
    }
    let Measure::Count(rule) = &target.measure else { return Vec::new() };
    let Phased::Phases(phases) = &rule.parts.first.at_least else { return Vec::new() };
    let outside = phases.iter().enumerate().filter(|(_, phase)| phase.to < from || to < phase.from);
    let fault = |(number, phase): (usize, &Phase)| {
        let message = format!("{} to {} shares no day with the rule ({from} to {to})", phase.from, phase.to);
        Fault::new(&["target", &target.id, "phase", &format!("#{number}")], message)
    };
    outside.map(fault).collect()
}

fn of_milestones(plan: &Plan, target: &Target) -> Vec<Fault> {
    let milestones = milestones(&target.measure);
    let outside = milestones.iter().filter(|milestone| milestone.by < plan.from || plan.to < milestone.by);
    let outside = outside.map(|milestone| {
        let place = ["target", &target.id, "milestone", &milestone.id, "by"];
        Fault::new(&place, format!("{} lies outside the plan ({} to {})", milestone.by, plan.from, plan.to))
    });
    let backward = milestones.windows(2).filter_map(|pair| match pair {
        [before, after] if after.by <= before.by => {
            let place = ["target", &target.id, "milestone", &after.id, "by"];
            Some(Fault::new(&place, format!("milestone `{}` is not after `{}`", after.id, before.id)))
        }
        _ => None,
    });
    outside.chain(backward).collect()
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
    let topics = plan.topics.iter().map(|topic| (["topic", &topic.id, "label"], &topic.label));
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

fn blank(place: &[&str], text: &Bilingual) -> Option<Fault> {
    let language = [("vi", &text.vi), ("en", &text.en)].into_iter().find(|(_, words)| words.trim().is_empty())?.0;
    Some(Fault::new(&[language], format!("the text in `{language}` is blank")).under(place))
}
