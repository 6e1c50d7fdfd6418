//! What was done in the period: activities, people, money, of the author and of each unit directly below it.
//!
//! A row counts that is done, about gender equality, dated wholly inside the period and begun by the as-of day; copies
//! count once where the plan says so. These are the rows that verdicts are certain of.

use super::Author;
use crate::assessment::Assessment;
use domain::{
    Activity, ActivityKind, Relevance, ReportKindReach, ReportReach, ReportUnit, Span, State, StateCounts, Status,
    UnitIndex, UnitKind,
};
use plan::Duplicates;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) fn reach(assessment: &Assessment, author: &Author) -> ReportReach {
    let mut reach = ReportReach::default();
    rows(assessment, author).into_iter().for_each(|activity| add_all(&mut reach, activity));
    reach
}

/// The same for each unit directly below, with what is at and under it.
pub(crate) fn reach_below(assessment: &Assessment, author: &Author) -> Vec<(UnitIndex, ReportReach)> {
    let children = children(assessment, author);
    let places: BTreeMap<UnitIndex, usize> = children.iter().enumerate().map(|(at, unit)| (*unit, at)).collect();
    let mut units: Vec<_> = children.into_iter().map(|unit| (unit, ReportReach::default())).collect();
    for activity in rows(assessment, author) {
        let path = crate::defaults::path(assessment.facts(), activity.unit, author.day);
        let place = path.iter().find_map(|above| places.get(above).copied());
        if let Some((_, reach)) = place.and_then(|at| units.get_mut(at)) {
            add_all(reach, activity);
        }
    }
    units
}

fn add_all(reach: &mut ReportReach, activity: &Activity) {
    add(reach.kinds.entry(activity.kind).or_default(), activity);
    if let (Some(people), Some(women)) = (activity.people, activity.women) {
        reach.women += u64::from(women);
        reach.people_beside_women += u64::from(people);
    }
    if let Some(cost) = activity.cost {
        reach.cost_rows += 1;
        *reach.by_source.entry(activity.funding.as_str().to_owned()).or_default() += cost;
    }
}

fn add(reach: &mut ReportKindReach, activity: &Activity) {
    reach.count += u64::from(activity.count);
    reach.rows += 1;
    reach.people += u64::from(activity.people.unwrap_or_default());
    reach.people_rows += u32::from(activity.people.is_some());
}

/// What makes two rows copies of each other.
type Likeness<'a> = (UnitIndex, Option<Span>, ActivityKind, &'a str, &'a str, u32);

fn rows<'a>(assessment: &'a Assessment, author: &'a Author) -> Vec<&'a Activity> {
    let once = assessment.plan.defaults.duplicates == Duplicates::Once;
    let mut seen: BTreeSet<Likeness<'_>> = BTreeSet::new();
    let counted = assessment.facts().activities.iter().filter(|activity| is_counted(assessment, author, activity));
    let is_first = |activity: &&'a Activity| {
        let title = activity.title.as_str();
        let likeness = (activity.unit, activity.when, activity.kind, title, activity.channel.as_str(), activity.count);
        !once || title.is_empty() || seen.insert(likeness)
    };
    counted.filter(is_first).collect()
}

fn is_counted(assessment: &Assessment, author: &Author, activity: &Activity) -> bool {
    let is_fact = activity.status == Status::Done && activity.relevant == Relevance::Yes && activity.count > 0;
    let in_time = |when: Span| when.within(author.days) && when.from() <= assessment.as_of;
    is_fact && activity.when.is_some_and(in_time) && assessment.is_of(author, activity.unit, assessment.year)
}

/// Units directly below, each with what is at and under it.
pub(crate) fn below(assessment: &Assessment, author: &Author) -> Vec<ReportUnit> {
    let day = author.day;
    let children = children(assessment, author);
    let parents: BTreeMap<UnitIndex, usize> = children.iter().enumerate().map(|(at, unit)| (*unit, at)).collect();
    let place = |unit: UnitIndex| {
        let path = crate::defaults::path(assessment.facts(), unit, day);
        path.iter().find_map(|above| parents.get(above).copied())
    };
    let blank = |unit: &UnitIndex| ReportUnit {
        name: assessment.name_of(*unit),
        counts: StateCounts::new(),
        reach: ReportKindReach::default(),
    };
    let mut units: Vec<ReportUnit> = children.iter().map(blank).collect();
    for verdict in &assessment.verdicts {
        let in_time = verdict.window.is_some_and(|window| window.touches(author.days));
        let Some(unit) = verdict.unit.filter(|_| in_time && verdict.state != State::NotApplicable) else { continue };
        if let Some(line) = place(unit).and_then(|at| units.get_mut(at)) {
            *line.counts.entry(verdict.state).or_default() += 1;
        }
    }
    for activity in rows(assessment, author) {
        if let Some(line) = place(activity.unit).and_then(|at| units.get_mut(at)) {
            add(&mut line.reach, activity);
        }
    }
    units
}

fn children(assessment: &Assessment, author: &Author) -> Vec<UnitIndex> {
    let day = author.day;
    let roster = &assessment.facts().roster;
    let is_child = |unit: &domain::Unit| match author.unit {
        Some(parent) => unit.parent_at(day) == Some(parent),
        None => unit.parent_at(day).is_none(),
    };
    let alive = roster.iter().filter(|(_, unit)| unit.life().contains(day) && unit.kind != UnitKind::Province);
    alive.filter(|(_, unit)| is_child(unit)).map(|(index, _)| index).collect()
}
