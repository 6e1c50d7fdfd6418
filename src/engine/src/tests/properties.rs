//! What must hold for any facts, any readings and any day.

use super::generator::{Dice, as_of, readings, row, world};
use super::world::{World, plan_with};
use crate::{Judge, judge, roll_up};
use domain::{
    ArithmeticLine, Evidence, NaiveDate, Need, NeedKind, Outcome, Rollup, Span, State, Status, UnitIndex, Verdict,
};
use plan::{Measure, Plan};
use std::collections::BTreeMap;

const ROUNDS: u64 = 120;

fn for_random_worlds(check: impl Fn(u64, &mut Dice, &Plan, &World, NaiveDate)) {
    for seed in 1..=ROUNDS {
        let mut dice = Dice::new(seed);
        let (world, readings, as_of) = (world(&mut dice), readings(&mut dice), as_of(&mut dice));
        check(seed, &mut dice, &plan_with(&readings), &world, as_of);
    }
}

fn is_count(plan: &Plan, verdict: &Verdict) -> bool {
    plan.target(&verdict.target).is_some_and(|target| matches!(target.measure, Measure::Count(_)))
}

#[test]
fn what_is_certain_is_possible() {
    for_random_worlds(|seed, _, plan, world, as_of| {
        for verdict in judge(plan, &world.facts, as_of) {
            assert!(verdict.n_lo <= verdict.n_hi, "seed {seed}: {verdict:?}");
            assert!(verdict.den.is_none_or(|den| verdict.n_hi <= den), "seed {seed}: {verdict:?}");
        }
    });
}

#[test]
fn nothing_is_missed_before_its_window_is_over_and_nothing_stays_open_after() {
    for_random_worlds(|seed, _, plan, world, as_of| {
        for verdict in judge(plan, &world.facts, as_of) {
            let is_over = as_of >= verdict.deadline;
            match verdict.state {
                State::Missed => assert!(is_over, "seed {seed}: {verdict:?}"),
                State::OnTrack | State::AtRisk if is_count(plan, &verdict) => {
                    assert!(!is_over, "seed {seed}: {verdict:?}");
                }
                _ => {}
            }
        }
    });
}

#[test]
fn a_unit_without_any_row_or_report_is_never_missed_unless_no_row_is_zero() {
    for_random_worlds(|seed, _, plan, world, as_of| {
        if plan.defaults.missing == plan::MissingPolicy::Zero {
            return;
        }
        let silent = judge(plan, &world.facts, as_of).into_iter().filter(|verdict| {
            is_count(plan, verdict)
                && verdict.evidence != Evidence::Reported
                && !world.facts.activities.iter().any(|row| is_at_or_under(world, row.unit, verdict.unit))
        });
        for verdict in silent {
            assert_ne!(verdict.state, State::Missed, "seed {seed}: {verdict:?}");
        }
    });
}

fn is_at_or_under(world: &World, unit: UnitIndex, node: Option<UnitIndex>) -> bool {
    let Some(node) = node else { return true };
    let mut days = ["2022-01-01", "2024-12-31", "2030-12-31"].into_iter().map(super::world::day);
    days.any(|day| world.facts.roster.is_under(unit, node, day))
}

#[test]
fn one_more_row_turns_nothing_that_is_met() {
    for_random_worlds(|seed, dice, plan, world, as_of| {
        let more = world.clone().rows(&[&row(dice)]);
        let (before, after) = (judge(plan, &world.facts, as_of), judge(plan, &more.facts, as_of));
        assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after).filter(|(before, _)| is_count(plan, before)) {
            assert!(before.n_lo <= after.n_lo && before.n_hi <= after.n_hi, "seed {seed}: {before:?} {after:?}");
            assert!(before.state != State::Met || after.state == State::Met, "seed {seed}: {before:?} {after:?}");
        }
    });
}

#[test]
fn the_order_of_rows_changes_nothing() {
    for_random_worlds(|seed, dice, plan, world, as_of| {
        let mut shuffled = world.clone();
        let rows = &mut shuffled.facts.activities;
        for at in (1..rows.len()).rev() {
            rows.swap(at, dice.roll(at + 1));
        }
        assert_eq!(judge(plan, &world.facts, as_of), judge(plan, &shuffled.facts, as_of), "seed {seed}");
    });
}

#[test]
fn every_receipt_adds_up_and_agrees_with_its_verdict() {
    for_random_worlds(|seed, _, plan, world, as_of| {
        let judge = Judge::new(plan, &world.facts, as_of);
        for verdict in judge.verdicts().into_iter().filter(|verdict| is_count(plan, verdict)).step_by(3) {
            let explanation = judge.explain(&verdict.target, verdict.unit, &verdict.period).unwrap();
            assert_eq!(explanation.verdict, verdict, "seed {seed}");
            assert_eq!(left_over(&explanation.arithmetic), i64::from(verdict.n_lo), "seed {seed}: {explanation:#?}");
            let counted = explanation.rows.iter().filter(|row| row.outcome == Outcome::Counted).count();
            assert_eq!(counted, judge.counted_rows(&verdict).len(), "seed {seed}: {explanation:#?}");
        }
    });
}

/// Found, less excluded, less possible.
fn left_over(arithmetic: &[ArithmeticLine]) -> i64 {
    let amount = |line: &ArithmeticLine| match line {
        ArithmeticLine::Found(found) => i64::from(*found),
        ArithmeticLine::LessExcluded(_, less) | ArithmeticLine::LessPossible(less) => -i64::from(*less),
        _ => 0,
    };
    arithmetic.iter().map(amount).sum()
}

#[test]
fn every_verdict_can_be_explained() {
    for_random_worlds(|seed, dice, plan, world, as_of| {
        let judge = Judge::new(plan, &world.facts, as_of);
        for verdict in judge.verdicts().into_iter().skip(dice.roll(40)).step_by(40) {
            let explanation = judge.explain(&verdict.target, verdict.unit, &verdict.period);
            assert_eq!(explanation.map(|explanation| explanation.verdict), Some(verdict), "seed {seed}");
        }
    });
}

#[test]
fn roll_ups_add_up_to_their_parent() {
    for_random_worlds(|seed, _, plan, world, as_of| {
        let verdicts = judge(plan, &world.facts, as_of);
        let rollups = roll_up(plan, &world.facts, &verdicts);
        for whole in rollups.iter().filter(|rollup| rollup.node.is_none()) {
            let units = verdicts.iter().filter(|found| found.target == whole.target && found.period == whole.period);
            let units: Vec<&Verdict> = units.collect();
            assert_eq!(whole.counts.values().sum::<u32>() as usize, units.len(), "seed {seed}");
            add_up(seed, world, &rollups, whole, &units);
        }
    });
}

/// At each node: its own verdict, the verdicts of its leaves and the roll-ups of its children are its roll-up.
fn add_up(seed: u64, world: &World, rollups: &[Rollup], whole: &Rollup, units: &[&Verdict]) {
    let of = |node: Option<UnitIndex>| {
        rollups
            .iter()
            .find(|rollup| (&rollup.target, &rollup.period, rollup.node) == (&whole.target, &whole.period, node))
    };
    for (node, unit) in world.facts.roster.iter() {
        let mut sum: BTreeMap<State, u32> = BTreeMap::new();
        let mut is_node = false;
        for verdict in units {
            let seen_on = verdict.window.map_or(NaiveDate::MAX, Span::to);
            if world.facts.roster.is_under(verdict.unit.unwrap(), node, seen_on) {
                *sum.entry(verdict.state).or_default() += 1;
                is_node |= verdict.unit != Some(node);
            }
        }
        if is_node {
            assert_eq!(of(Some(node)).map(|rollup| &rollup.counts), Some(&sum), "seed {seed}: {} {whole:?}", unit.id);
        }
    }
}

#[test]
fn doing_what_is_needed_is_enough_and_less_is_not() {
    for_random_worlds(|seed, _, plan, world, as_of| {
        let judge = Judge::new(plan, &world.facts, as_of);
        let needs = judge.needs(&judge.verdicts());
        let activities = needs.iter().filter(|need| matches!(need.kind, NeedKind::Activity { .. })).step_by(97);
        for need in activities {
            assert!(need.missing > 0 && need.window.from() > as_of, "seed {seed}: {need:?}");
            assert_eq!(state_after(plan, world, as_of, need, need.missing), State::Met, "seed {seed}: {need:?}");
            let is_known = world.facts.tables.iter().all(|table| table.cut_off.is_none());
            let less = state_after(plan, world, as_of, need, need.missing - 1);
            assert!(!is_known || less != State::Met, "seed {seed}: {need:?}");
        }
    });
}

/// The state on the last day of the need, had `count` activities been held on it and every plan been kept.
fn state_after(plan: &Plan, world: &World, as_of: NaiveDate, need: &Need, count: u32) -> State {
    let NeedKind::Activity { kinds, require_tags, .. } = &need.kind else { panic!("{need:?}") };
    let unit = need.unit.unwrap();
    let (id, last) = (world.facts.roster.id(unit), need.window.to());
    let tags: String = require_tags.iter().map(|tag| format!(" #{tag}")).collect();
    let mut done = world.clone().rows(&[&format!("{last} {id} {} {count}{tags}", kinds[0].code())]);
    for row in &mut done.facts.activities {
        if row.when.is_some_and(|when| when.from() > as_of) {
            row.status = Status::Done;
        }
    }
    let verdict = Judge::new(plan, &done.facts, last).verdict(&need.target, Some(unit), &need.period);
    verdict.unwrap().state
}
