//! What must hold for any facts, any rules and any day.

use super::generator::{Case, Dice, for_cases};
use crate::{Judge, judge, roll_up};
use domain::{
    Activity, ArithmeticLine, Evidence, Figures, NaiveDate, Need, NeedKind, Origin, Outcome, Relevance, Rollup, Span,
    State, Status, Text, UnitIndex, Verdict,
};
use plan::{Measure, MissingPolicy, Part, Plan};
use std::collections::BTreeMap;

fn count_rule<'p>(plan: &'p Plan, verdict: &Verdict) -> Option<&'p plan::CountRule> {
    match &plan.target(&verdict.target)?.measure {
        Measure::Count(rule) => Some(rule),
        _ => None,
    }
}

/// A count of activities: not of people, and not of parts.
fn counts_activities(plan: &Plan, verdict: &Verdict) -> bool {
    verdict.figures == Figures::Activities && count_rule(plan, verdict).is_some()
}

fn verdicts(case: &Case) -> Vec<Verdict> {
    judge(&case.plan, &case.facts, case.as_of)
}

#[test]
fn what_is_certain_is_possible() {
    for_cases(1..600, |case, _| {
        for verdict in verdicts(case).iter().filter(|verdict| verdict.figures != Figures::Tenths) {
            assert!(verdict.n_lo <= verdict.n_hi, "{verdict:?}");
            let is_share = matches!(verdict.figures, Figures::Members | Figures::Parts);
            assert!(!is_share || verdict.den.is_none_or(|den| verdict.n_hi <= den), "{verdict:?}");
        }
    });
}

#[test]
fn nothing_is_missed_before_its_window_is_over_and_nothing_stays_open_after() {
    for_cases(1..600, |case, _| {
        // A share is lost as soon as a unit that ended early has missed it.
        let of_units = verdicts(case).into_iter().filter(|verdict| count_rule(&case.plan, verdict).is_some());
        for verdict in of_units {
            let is_over = case.as_of >= verdict.deadline;
            match verdict.state {
                State::Missed => assert!(is_over, "{verdict:?}"),
                State::OnTrack | State::AtRisk => assert!(!is_over, "{verdict:?}"),
                _ => {}
            }
        }
    });
}

#[test]
fn a_unit_without_any_row_or_report_is_never_missed_unless_no_row_is_zero() {
    for_cases(1..600, |case, _| {
        if case.plan.defaults.missing == MissingPolicy::Zero {
            return;
        }
        let silent = verdicts(case).into_iter().filter(|verdict| {
            count_rule(&case.plan, verdict).is_some()
                && verdict.evidence != Evidence::Reported
                && !case.facts.activities.iter().any(|row| is_at_or_under(case, row.unit, verdict.unit))
        });
        for verdict in silent {
            assert_ne!(verdict.state, State::Missed, "{verdict:?}");
        }
    });
}

/// Is the unit at or under the node on some day?
fn is_at_or_under(case: &Case, unit: UnitIndex, node: Option<UnitIndex>) -> bool {
    let Some(node) = node else { return true };
    let days = (2020..=2031).flat_map(|year| (1..=12).filter_map(move |month| NaiveDate::from_ymd_opt(year, month, 1)));
    let changes = case.facts.roster.iter().flat_map(|(_, unit)| unit.versions.iter().filter_map(|v| v.life.from));
    days.chain(changes).any(|day| case.facts.roster.is_under(unit, node, day))
}

#[test]
fn where_no_row_is_zero_no_count_lacks_data() {
    for_cases(1..600, |case, _| {
        let mut plan = case.plan.clone();
        plan.defaults.missing = MissingPolicy::Zero;
        for verdict in judge(&plan, &case.facts, case.as_of) {
            let lacks_data = verdict.state == State::NoData && count_rule(&plan, &verdict).is_some();
            assert!(!lacks_data, "{verdict:?}");
        }
    });
}

#[test]
fn one_more_row_turns_nothing_that_is_met() {
    for_cases(1..600, |case, dice| {
        let mut more = case.facts.clone();
        more.activities.push(case.row(dice));
        let (before, after) = (verdicts(case), judge(&case.plan, &more, case.as_of));
        assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after).filter(|(before, _)| counts_activities(&case.plan, before)) {
            assert!(before.n_lo <= after.n_lo && before.n_hi <= after.n_hi, "{before:?} {after:?}");
            assert!(before.state != State::Met || after.state == State::Met, "{before:?} {after:?}");
        }
    });
}

/// History is never rewritten: what comes later can only show that a unit's figures were complete.
#[test]
fn a_window_that_is_over_is_judged_alike_on_every_later_day() {
    for_cases(1..600, |case, dice| {
        let later = case.as_of + chrono::Days::new(u64::try_from(dice.pick(&[1, 1, 30, 400])).unwrap());
        let after = judge(&case.plan, &case.facts, later);
        for (before, after) in verdicts(case).iter().zip(&after) {
            if count_rule(&case.plan, before).is_none() || case.as_of < before.deadline {
                continue;
            }
            assert_eq!((before.n_lo, before.n_hi), (after.n_lo, after.n_hi), "{before:?} {after:?}");
            assert!(before.evidence >= after.evidence, "{before:?} {after:?}");
            let learns = before.state == State::NoData && before.evidence != after.evidence;
            assert!(learns || before.state == after.state, "{before:?} {after:?}");
        }
    });
}

#[test]
fn the_order_of_rows_changes_nothing() {
    for_cases(1..600, |case, dice| {
        let mut shuffled = case.facts.clone();
        let rows = &mut shuffled.activities;
        for at in (1..rows.len()).rev() {
            rows.swap(at, dice.roll(at + 1));
        }
        let counts = |verdict: &Verdict| !matches!(verdict.figures, Figures::People | Figures::Women | Figures::Parts);
        let (before, after) = (verdicts(case), judge(&case.plan, &shuffled, case.as_of));
        for (before, after) in before.iter().zip(&after).filter(|(before, _)| counts(before)) {
            assert_eq!(before, after);
        }
    });
}

#[test]
fn every_receipt_adds_up_and_agrees_with_its_verdict() {
    for_cases(1..300, |case, _| {
        let judge = Judge::new(&case.plan, &case.facts, case.as_of);
        let counts = judge.verdicts().into_iter().filter(|verdict| counts_activities(&case.plan, verdict));
        for verdict in counts.step_by(3) {
            let explanation = judge.explain(&verdict.target, verdict.unit, &verdict.period).unwrap();
            assert_eq!(explanation.verdict, verdict);
            assert_eq!(left_over(&explanation.arithmetic), i64::from(verdict.n_lo), "{explanation:#?}");
            let counted = explanation.rows.iter().filter(|row| row.outcome == Outcome::Counted).count();
            assert_eq!(counted, judge.counted_rows(&verdict).len(), "{explanation:#?}");
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
    for_cases(1..300, |case, dice| {
        let judge = Judge::new(&case.plan, &case.facts, case.as_of);
        for verdict in judge.verdicts().into_iter().skip(dice.roll(20)).step_by(20) {
            let explanation = judge.explain(&verdict.target, verdict.unit, &verdict.period);
            assert_eq!(explanation.map(|explanation| explanation.verdict), Some(verdict));
        }
    });
}

#[test]
fn roll_ups_add_up_to_their_parent() {
    for_cases(1..400, |case, _| {
        let verdicts = verdicts(case);
        let rollups = roll_up(&case.plan, &case.facts, &verdicts);
        for whole in rollups.iter().filter(|rollup| rollup.node.is_none()) {
            let units = verdicts.iter().filter(|found| found.target == whole.target && found.period == whole.period);
            let units: Vec<&Verdict> = units.filter(|found| found.unit.is_some()).collect();
            assert_eq!(whole.counts.values().sum::<u32>() as usize, units.len());
            add_up(case, &rollups, whole, &units);
        }
    });
}

/// At each node: its own verdict, the verdicts of its leaves and the roll-ups of its children are its roll-up.
fn add_up(case: &Case, rollups: &[Rollup], whole: &Rollup, units: &[&Verdict]) {
    let of = |node: Option<UnitIndex>| {
        rollups
            .iter()
            .find(|rollup| (&rollup.target, &rollup.period, rollup.node) == (&whole.target, &whole.period, node))
    };
    for (node, unit) in case.facts.roster.iter() {
        let mut sum: BTreeMap<State, u32> = BTreeMap::new();
        let mut is_node = false;
        for verdict in units {
            let seen_on = verdict.window.map_or(NaiveDate::MAX, Span::to);
            if case.facts.roster.is_under(verdict.unit.unwrap(), node, seen_on) {
                *sum.entry(verdict.state).or_default() += 1;
                is_node |= verdict.unit != Some(node);
            }
        }
        if is_node {
            assert_eq!(of(Some(node)).map(|rollup| &rollup.counts), Some(&sum), "{} {whole:?}", unit.id);
        }
    }
}

#[test]
fn doing_what_is_needed_is_enough_and_less_is_not() {
    for_cases(1..600, |case, dice| {
        let judge = Judge::new(&case.plan, &case.facts, case.as_of);
        let verdicts = judge.verdicts();
        let needs = judge.needs(&verdicts);
        let activities = needs.iter().filter(|need| matches!(need.kind, NeedKind::Activity { .. }));
        for need in activities.skip(dice.roll(9)).step_by(9) {
            assert!(need.missing > 0 && need.window.from() > case.as_of, "{need:?}");
            let Some(part) = part_of(&case.plan, need) else { continue };
            let Some(enough) = state_after(case, need, part, need.missing) else { continue };
            assert_eq!(enough, State::Met, "{need:?}");
            let is_known = case.facts.tables.iter().all(|table| table.cut_off.is_none());
            let less = state_after(case, need, part, need.missing - 1);
            assert!(!is_known || less != Some(State::Met), "{need:?}");
        }
    });
}

/// The rule behind a need, where it asks for one number of activities.
fn part_of<'p>(plan: &'p Plan, need: &Need) -> Option<&'p Part> {
    let Measure::Count(rule) = &plan.target(&need.target)?.measure else { return None };
    rule.parts.single().filter(|part| part.amount == plan::Amount::Activities)
}

/// The state on the last day of the need, had `count` activities been held on it and every plan been kept; `None` if no
/// single row can be what the rule counts.
fn state_after(case: &Case, need: &Need, part: &Part, count: u32) -> Option<State> {
    let (unit, last) = (need.unit.unwrap(), need.window.to());
    let mut done = case.facts.clone();
    done.activities.push(Activity {
        unit,
        when: Some(Span::day(last)),
        kind: *part.count.first()?,
        count,
        tags: part.require_tag.iter().cloned().collect(),
        title: Text::default(),
        channel: part.channels.iter().cloned().collect::<Vec<_>>().join(", ").into(),
        audience: part.audiences.iter().cloned().collect::<Vec<_>>().join(", ").into(),
        people: None,
        women: None,
        place: Text::default(),
        cost: None,
        funding: Text::default(),
        status: Status::Done,
        relevant: Relevance::Yes,
        origin: Origin { table: u32::MAX - 1, row: 1 },
    });
    for row in &mut done.activities {
        if row.when.is_some_and(|when| when.from() > case.as_of) {
            row.status = Status::Done;
        }
    }
    let verdict = Judge::new(&case.plan, &done, last).verdict(&need.target, Some(unit), &need.period);
    verdict.map(|verdict| verdict.state)
}

#[test]
fn a_rule_bears_on_its_own_verdicts_only() {
    for_cases(1..600, |case, _| {
        let (plan, other) = (&case.plan, &case.other);
        if plan.defaults != other.defaults {
            return;
        }
        let is_same = |verdict: &&Verdict| {
            let target = verdict.target.trim_end_matches("-share");
            plan.target(target) == other.target(target) && plan.duty(target) == other.duty(target)
        };
        let (before, after) = (verdicts(case), judge(other, &case.facts, case.as_of));
        let same = |verdicts: &[Verdict]| verdicts.iter().filter(is_same).cloned().collect::<Vec<_>>();
        assert_eq!(same(&before), same(&after));
    });
}

#[test]
fn a_smaller_case_that_fails_as_well_is_found() {
    let has_both = |case: &Case| {
        let count = |kind| case.facts.activities.iter().filter(|row| row.kind == kind).count();
        count(domain::ActivityKind::News) > 0 && count(domain::ActivityKind::Event) > 1
    };
    let case = (1..).map(Case::new).find(has_both).unwrap();
    let smaller = super::generator::shrunk(&case, has_both);
    assert_eq!(smaller.facts.activities.len(), 3, "{smaller}");
    assert!(smaller.facts.roster.len() <= 3 && smaller.edits.is_empty(), "{smaller}");
    assert!(!smaller.plan.targets.iter().any(|target| target.enabled), "{smaller}");
}

#[test]
fn the_same_seed_gives_the_same_case() {
    for seed in 1..20 {
        assert_eq!(Case::new(seed).to_string(), Case::new(seed).to_string());
    }
    assert_ne!(Dice::new(1).roll(1000), Dice::new(2).roll(1000));
}
