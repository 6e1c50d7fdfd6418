//! The smallest change: what is missing, what only has to be confirmed, what may be lost.

use super::world::{World, day, milestone, plan, plan_with};
use crate::explain;
use domain::{Change, Period, State};
use plan::{Amount, Measure, Phased, Plan};

fn change(plan: &Plan, rows: &[&str], as_of: &str, target: &str, period: &Period) -> Option<Change> {
    let world = World::new(&["c1 commune", "m0 media", "m1 media"]).rows(rows).media(&["m0 pilot 2024 -"]);
    let unit = (target != "T3").then(|| world.unit("c1"));
    explain(plan, &world.facts, day(as_of), target, unit, period).unwrap().change
}

fn of_t5(rows: &[&str]) -> Change {
    change(&plan(), rows, "2024-12-31", "T5", &Period::Quarter(2024, 1)).unwrap()
}

/// T1 as a sum over people, or as a share of women.
fn adding_up(amount: Amount, at_least: u32) -> Plan {
    let mut plan = plan();
    let Measure::Count(rule) = &mut plan.targets[0].measure else { panic!("T1 counts") };
    rule.parts.first.amount = amount;
    rule.parts.first.at_least = Phased::Always(at_least);
    plan
}

fn rows_of(change: &Change) -> Vec<u32> {
    change.confirm.iter().map(|place| place.row).collect()
}

#[test]
fn of_what_is_met_so_much_may_be_lost() {
    for (count, spare) in [(4, 0), (5, 1), (40, 36)] {
        let change = of_t5(&[&format!("2024-02-01 c1 news {count}"), "- c1 news 9"]);
        assert_eq!((change.missing, change.spare, change.confirm), (0, Some(spare), Vec::new()), "{count}");
    }
}

#[test]
fn the_fewest_rows_to_confirm_are_named_if_they_would_be_enough() {
    let cases: [(&[&str], &[u32]); 5] = [
        (&["2024-02-01 c1 news 1", "- c1 news 3"], &[3]),
        (&["2024-02-01 c1 news 1", "- c1 news 2"], &[]),
        (&["2024-02-01 c1 news 1", "- c1 news 1", "- c1 news 2", "2024 c1 news 1"], &[3, 4]),
        (&["- c1 news 1", "2024 c1 news 9", "- c1 news 4"], &[3]),
        (&["2024-02-01 c1 news 3 \"A unknown", "2024-02-02 c1 event 9", "2024-02-03 c1 news 1"], &[2]),
    ];
    for (rows, expected) in cases {
        assert_eq!(rows_of(&of_t5(rows)), expected, "{rows:?}");
    }
    assert_eq!(of_t5(cases[0].0).confirm[0].file, "a.csv");
}

#[test]
fn people_and_women_are_missing_in_their_own_numbers() {
    let year = Period::Year(2024);
    let of = |amount, at_least, rows: &[&str]| change(&adding_up(amount, at_least), rows, "2024-12-31", "T1", &year);
    let people = of(Amount::People { of: None }, 100, &["2024-02-01 c1 event 1 p=30", "- c1 event 1 p=70"]).unwrap();
    assert_eq!((people.missing, rows_of(&people)), (70, vec![3]));
    // 40 of 100 and half asked: 20 women more make 60 of 120.
    let women = of(Amount::WomenPercent, 50, &["2024-02-01 c1 event 1 p=100 w=40"]).unwrap();
    assert_eq!(women.missing, 20);
    let all = of(Amount::WomenPercent, 100, &["2024-02-01 c1 event 1 p=100 w=99"]);
    assert_eq!(all, None, "no number of women makes up for one man");
    let spare = of(Amount::WomenPercent, 50, &["2024-02-01 c1 event 1 p=101 w=53"]).unwrap();
    assert_eq!(spare.spare, Some(2));
}

#[test]
fn women_are_confirmed_only_where_nothing_else_is_open() {
    let year = Period::Year(2024);
    let rows_to_confirm = |rows: &[&str]| {
        change(&adding_up(Amount::WomenPercent, 50), rows, "2024-12-31", "T1", &year).map(|change| rows_of(&change))
    };
    let short = "2024-02-01 c1 event 1 p=100 w=40";
    assert_eq!(rows_to_confirm(&[short, "- c1 event 1 p=30 w=30"]), Some(vec![3]));
    assert_eq!(rows_to_confirm(&[short, "2024-03-01 c1 event 1 p=30"]), Some(vec![3]));
    assert_eq!(rows_to_confirm(&[short, "- c1 event 1 p=30 w=30", "2024-03-01 c1 event 1"]), Some(vec![]));
    assert_eq!(rows_to_confirm(&[short, "- c1 event 1 p=30 w=30", "- c1 event 1 p=90 w=0"]), Some(vec![]));
}

#[test]
fn of_several_parts_all_rows_to_confirm_are_named_or_none() {
    let mut plan = plan();
    let Measure::Count(rule) = &mut plan.targets[0].measure else { panic!("T1 counts") };
    let pledge = plan::Part {
        count: [domain::ActivityKind::Pledge].into(),
        at_least: Phased::Always(1),
        ..rule.parts.first.clone()
    };
    rule.parts.others = vec![pledge];
    let of = |rows: &[&str]| {
        let change = change(&plan, rows, "2024-12-31", "T1", &Period::Year(2024)).unwrap();
        (change.missing, change.kind, rows_of(&change))
    };
    assert_eq!(of(&["- c1 event 2", "- c1 pledge 1"]), (2, None, vec![2, 3]));
    assert_eq!(of(&["2024-02-01 c1 event 2", "- c1 pledge 1"]), (1, None, vec![3]));
    assert_eq!(of(&["- c1 event 1", "- c1 pledge 1"]), (2, None, vec![]));
}

#[test]
fn members_of_a_share_may_be_lost_down_to_its_border() {
    // 70 percent of two are both.
    let found = change(&plan(), &[], "2025-06-30", "T3", &milestone("pilot-2025")).unwrap();
    assert_eq!((found.missing, found.spare), (1, None));
}

#[test]
fn women_are_lacking_by_their_share_not_by_their_percentage() {
    let year = Period::Year(2024);
    let rows = ["2024-02-01 c1 event 1 p=100 w=40", "- c1 event 1 p=30 w=20"];
    let found = change(&adding_up(Amount::WomenPercent, 50), &rows, "2024-12-31", "T1", &year).unwrap();
    assert_eq!(rows_of(&found), [] as [u32; 0], "60 of 130 are not half");
}

#[test]
fn what_does_not_apply_or_came_late_cannot_be_changed() {
    let mut world = World::new(&["c1 commune", "d1 district"]).submissions(&["d1 half 2024-H1 2024-06-20"]);
    let unit = world.unit("c1");
    world.facts.roster.get_mut(unit).unwrap().versions[0].life.to = Some(day("2024-01-10"));
    let waived = plan_with(&[("partial-window", "waive")]);
    let change = |target, unit, period: &Period| {
        let found = explain(&waived, &world.facts, day("2024-12-31"), target, Some(world.unit(unit)), period).unwrap();
        (found.verdict.state, found.change)
    };
    assert_eq!(change("T5", "c1", &Period::Quarter(2024, 1)), (State::NotApplicable, None));
    assert_eq!(change("R-half", "d1", &Period::Half(2024, 1)), (State::Late, None));
}
