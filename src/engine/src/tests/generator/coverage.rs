//! That random cases reach everything: each state, reason, exclusion, reading option and shape of rule comes up, and
//! comes up often.

use super::{Case, all_readings, for_cases};
use crate::Judge;
use domain::{Exclusion, Outcome, Reason, State, Verdict};
use plan::{Measure, Part, Phased, Plan};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// The first of the seeds that the two evaluators are compared on.
const SEEDS: std::ops::Range<u64> = 1..1500;

/// How often each thing came up.
#[derive(Default)]
struct Seen(RefCell<BTreeMap<String, u32>>);

impl Seen {
    fn add(&self, thing: String) {
        *self.0.borrow_mut().entry(thing).or_default() += 1;
    }

    /// Each of the things came up at least so often, and nothing else did.
    fn is_all_of(&self, things: impl IntoIterator<Item = String>, least: u32) {
        let seen = self.0.borrow();
        let things: BTreeSet<String> = things.into_iter().collect();
        let rare: Vec<(&String, u32)> = things
            .iter()
            .map(|thing| (thing, seen.get(thing).copied().unwrap_or(0)))
            .filter(|(_, times)| *times < least)
            .collect();
        assert!(rare.is_empty(), "too rare: {rare:?} in {seen:?}");
        let strange: Vec<&String> = seen.keys().filter(|thing| !things.contains(*thing)).collect();
        assert!(strange.is_empty(), "not known: {strange:?}");
    }
}

#[test]
fn every_state_and_every_reason_comes_up() {
    let (states, reasons) = (Seen::default(), Seen::default());
    for_cases(SEEDS, |case, _| {
        for verdict in Judge::new(&case.plan, &case.facts, case.as_of).verdicts() {
            states.add(verdict.state.code().to_owned());
            verdict.reason.into_iter().for_each(|reason| reasons.add(reason.code().to_owned()));
        }
    });
    states.is_all_of(State::ALL.map(|state| state.code().to_owned()), 50);
    reasons.is_all_of(Reason::ALL.map(|reason| reason.code().to_owned()), 20);
}

#[test]
fn every_exclusion_comes_up() {
    let seen = Seen::default();
    for_cases(SEEDS, |case, dice| {
        let judge = Judge::new(&case.plan, &case.facts, case.as_of);
        let verdicts: Vec<Verdict> = judge.verdicts();
        for verdict in verdicts.iter().skip(dice.roll(3)).step_by(3) {
            let explanation = judge.explain(&verdict.target, verdict.unit, &verdict.period).unwrap();
            for row in explanation.rows {
                if let Outcome::Excluded(why) = row.outcome {
                    seen.add(name(&why).to_owned());
                }
            }
        }
    });
    let all = [
        "outside window",
        "other kind",
        "missing tag",
        "other channel",
        "other audience",
        "duplicate",
        "same title",
        "planned",
        "after as-of",
        "zero",
        "not fulfilled",
        "superseded",
    ];
    seen.is_all_of(all.map(str::to_owned), 20);
}

/// Exhaustive, so that a new exclusion does not compile until it is named here.
fn name(why: &Exclusion) -> &'static str {
    match why {
        Exclusion::OutsideWindow => "outside window",
        Exclusion::OtherKind(_) => "other kind",
        Exclusion::MissingTag(_) => "missing tag",
        Exclusion::OtherChannel => "other channel",
        Exclusion::OtherAudience => "other audience",
        Exclusion::DuplicateOf(_) => "duplicate",
        Exclusion::SameTitleAs(_) => "same title",
        Exclusion::Planned => "planned",
        Exclusion::AfterAsOf => "after as-of",
        Exclusion::Zero => "zero",
        Exclusion::NotFulfilled => "not fulfilled",
        Exclusion::Superseded => "superseded",
    }
}

#[test]
fn every_option_of_every_reading_of_the_shipped_plan_is_chosen() {
    let seen = Seen::default();
    for_cases(SEEDS, |case, _| {
        for (reading, option) in &case.plan.readings_in_force {
            seen.add(format!("{reading}={option}"));
        }
    });
    let all: Vec<(String, String)> = all_readings();
    assert!(all.len() > 60);
    seen.is_all_of(all.into_iter().map(|(reading, option)| format!("{reading}={option}")), 100);
}

#[test]
fn every_shape_of_rule_comes_up() {
    let seen = Seen::default();
    for_cases(SEEDS, |case, _| shapes(&case.plan).into_iter().for_each(|shape| seen.add(shape)));
    let all = [
        "missing Zero",
        "missing Implied",
        "missing Explicit",
        "partial CutOpen",
        "partial Full",
        "partial Prorate",
        "partial Waive",
        "coarse Interval",
        "coarse Drop",
        "duplicates Once",
        "duplicates All",
        "window year",
        "window half",
        "window quarter",
        "window month",
        "window action_month",
        "window school_year",
        "window plan",
        "untagged Ignore",
        "untagged Possible",
        "untagged Certain",
        "scope OwnRows",
        "scope Subtree",
        "aggregated Bounds",
        "aggregated Spread",
        "amount Activities",
        "amount People",
        "amount WomenPercent",
        "phases",
        "always",
        "distinct titles",
        "since start",
        "channels",
        "audiences",
        "required tag",
        "or tag",
        "parts",
        "share over units",
        "share in phases",
        "first day",
        "last day",
        "levels",
        "unit tags",
        "adoption",
        "conventions",
        "survey Since",
        "survey Level",
        "survey EachYear",
        "survey Increase",
        "survey Decrease",
        "survey Percent",
        "survey Points",
        "tick",
    ];
    seen.is_all_of(all.map(str::to_owned), 20);
}

/// The shapes of what a plan judges.
fn shapes(plan: &Plan) -> Vec<String> {
    let defaults = &plan.defaults;
    let mut shapes = vec![
        format!("missing {:?}", defaults.missing),
        format!("partial {:?}", defaults.partial),
        format!("coarse {:?}", defaults.coarse_dates),
        format!("duplicates {:?}", defaults.duplicates),
    ];
    for target in plan.targets.iter().filter(|target| target.enabled) {
        shapes.extend(named(target.from.is_some(), "first day"));
        shapes.extend(named(target.to.is_some(), "last day"));
        shapes.extend(named(!target.who.levels.is_empty(), "levels"));
        shapes.extend(named(!target.who.tags.is_empty(), "unit tags"));
        shapes.extend(of_measure(&target.measure));
    }
    shapes
}

fn of_measure(measure: &Measure) -> Vec<String> {
    let rule = match measure {
        Measure::Count(rule) => rule,
        Measure::Adoption { .. } => return vec!["adoption".to_owned()],
        Measure::Conventions { .. } => return vec!["conventions".to_owned()],
        Measure::Tick { .. } => return vec!["tick".to_owned()],
        Measure::Survey(rule) => {
            let (direction, scale) = (rule.direction, rule.scale);
            let due = first_word(&rule.due);
            return vec![format!("survey {due}"), format!("survey {direction:?}"), format!("survey {scale:?}")];
        }
    };
    let mut shapes: Vec<String> = rule.parts.iter().flat_map(of_part).collect();
    shapes.push(format!("window {}", rule.window));
    shapes.extend(named(rule.parts.single().is_none(), "parts"));
    if let Some(aggregate) = &rule.aggregate {
        shapes.push("share over units".to_owned());
        shapes.extend(named(matches!(aggregate.at_least_percent, Phased::Phases(_)), "share in phases"));
    }
    shapes
}

fn of_part(part: &Part) -> Vec<String> {
    let is_phased = matches!(part.at_least, Phased::Phases(_));
    let named = [
        named(is_phased, "phases"),
        named(!is_phased, "always"),
        named(part.distinct_titles, "distinct titles"),
        named(part.since_start, "since start"),
        named(!part.channels.is_empty(), "channels"),
        named(!part.audiences.is_empty(), "audiences"),
        named(!part.require_tag.is_empty(), "required tag"),
        named(!part.or_tag.is_empty(), "or tag"),
    ];
    let values = [
        format!("untagged {:?}", part.untagged),
        format!("scope {:?}", part.scope),
        format!("aggregated {:?}", part.aggregated),
        format!("amount {}", first_word(&part.amount)),
    ];
    named.into_iter().flatten().chain(values).collect()
}

fn named(is_so: bool, shape: &str) -> Option<String> {
    is_so.then(|| shape.to_owned())
}

/// The variant of a value, without what it holds.
fn first_word(value: &impl std::fmt::Debug) -> String {
    format!("{value:?}").chars().take_while(|letter| letter.is_alphanumeric()).collect()
}

/// How small cases are, and what they hold.
#[test]
fn cases_are_small_and_full() {
    let (mut units, mut rows) = (BTreeSet::new(), BTreeSet::new());
    let (mut without, mut cut, mut moved) = (0, 0, 0);
    for case in SEEDS.map(Case::new) {
        units.insert(case.facts.roster.len());
        rows.insert(case.facts.activities.len());
        without += u32::from(case.facts.submissions.is_none() || case.facts.media.is_none());
        cut += u32::from(case.facts.roster.iter().any(|(_, unit)| unit.life().to.is_some()));
        moved += u32::from(case.facts.roster.iter().any(|(_, unit)| unit.versions.len() > 1));
        assert!(case.facts.activities.iter().all(|row| case.facts.table(row.origin).is_some()));
    }
    assert_eq!((units.first(), units.last()), (Some(&3), Some(&12)));
    assert_eq!((rows.first(), rows.last()), (Some(&0), Some(&40)));
    assert!(without > 300 && cut > 600 && moved > 600, "{without} {cut} {moved}");
}
