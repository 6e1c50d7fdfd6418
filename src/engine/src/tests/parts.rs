//! Several things asked at once: T1 of the probe plan (2 events a year) made to ask for a pledge, too.

use super::world::{World, day, plan, plan_with, span};
use crate::state::Ruling;
use crate::{Judge, counted_rows, needs};
use domain::{ActivityKind, ArithmeticLine, Evidence, Figures, NeedKind, Outcome, Period, Reason, State, Verdict};
use plan::{Measure, Part, Phase, Phased, Plan};

/// Rows, the as-of day, what is ruled, and parts met and maybe met.
type Case<'c> = (&'c [&'c str], &'c str, Ruling, (u32, u32));

/// T1, and a pledge, counted from the rule's first day if `since_start`.
fn asking_for_a_pledge(mut plan: Plan, since_start: bool) -> Plan {
    let Measure::Count(rule) = &mut plan.targets[0].measure else { panic!("T1 counts") };
    let events = rule.parts.first.clone();
    let count = [ActivityKind::Pledge].into();
    rule.parts.others = vec![Part { count, at_least: Phased::Always(1), since_start, ..events }];
    plan
}

fn verdict(rows: &[&str], since_start: bool, as_of: &str) -> Verdict {
    World::new(&["c1 commune"]).rows(rows).verdict(&asking_for_a_pledge(plan(), since_start), as_of, "T1", "c1", "2024")
}

#[test]
fn the_least_known_part_speaks_unless_all_are_met_or_one_is_missed() {
    let met = "2024-02-01 c1 event 2";
    let cases: [Case<'_>; 11] = [
        (&[met, "2024-12-31 c1 pledge 1"], "2024-12-31", (State::Met, None), (2, 2)),
        (&[met], "2024-12-31", (State::NoData, Some(Reason::NothingReported)), (1, 1)),
        (&[met, "2024-12-31 c1 pledge 0"], "2024-12-31", (State::Missed, None), (1, 1)),
        (&[met, "- c1 pledge 1"], "2024-12-31", (State::Uncertain, Some(Reason::PossibleOnly)), (1, 2)),
        (&["2024-02-01 c1 event 1", "- c1 pledge 1"], "2024-12-31", (State::Missed, None), (0, 1)),
        (&["2024-02-01 c1 event 1", "2024-03-01 c1 pledge 1"], "2024-12-31", (State::Missed, None), (1, 1)),
        (
            &["2024-02-01 c1 event 1", "- c1 event 1"],
            "2024-12-31",
            (State::NoData, Some(Reason::NothingReported)),
            (0, 1),
        ),
        (&[met], "2024-12-30", (State::AtRisk, None), (1, 1)),
        (&[met], "2024-02-01", (State::OnTrack, None), (1, 1)),
        (&[met], "2023-12-31", (State::NotYetDue, None), (0, 0)),
        (&["2024-12-31 c1 pledge 1"], "2024-12-31", (State::NoData, Some(Reason::NothingReported)), (1, 1)),
    ];
    for (rows, as_of, ruling, figures) in cases {
        let found = verdict(rows, false, as_of);
        assert_eq!((found.state, found.reason), ruling, "{rows:?} {as_of}");
        assert_eq!((found.n_lo, found.n_hi), figures, "{rows:?} {as_of}");
        assert_eq!((found.figures, found.threshold, found.den), (Figures::Parts, 2, None));
    }
}

#[test]
fn the_evidence_is_that_of_the_part_least_known() {
    let rows = ["2024-02-01 c1 event 2"];
    assert_eq!(verdict(&rows, false, "2024-12-31").evidence, Evidence::None);
    let rows = ["2024-02-01 c1 event 2", "2023-02-01 c1 pledge 1"];
    assert_eq!(verdict(&rows, false, "2024-12-31").evidence, Evidence::Implied);
}

#[test]
fn plans_that_would_complete_a_part_are_told() {
    let rows = ["2024-02-01 c1 event 2", "2024-10-01 c1 pledge 1 planned"];
    let found = verdict(&rows, false, "2024-09-01");
    assert_eq!((found.state, found.n_lo, found.planned), (State::OnTrack, 1, 1));
}

#[test]
fn plans_of_a_part_that_is_enough_or_stays_short_are_not_told() {
    let planned = |rows: &[&str]| verdict(rows, false, "2024-09-01").planned;
    assert_eq!(planned(&["2024-02-01 c1 event 2", "2024-10-01 c1 event 1 planned"]), 0, "enough already");
    assert_eq!(planned(&["2024-10-01 c1 event 1 planned"]), 0, "one of two is short");
    assert_eq!(planned(&["2024-02-01 c1 event 1", "2024-10-01 c1 event 1 planned"]), 1);
}

#[test]
fn the_figures_of_a_first_part_are_not_those_of_all() {
    let mut plan = asking_for_a_pledge(plan(), false);
    let open = World::new(&["c1 commune"]).verdict(&plan, "2024-09-01", "T1", "c1", "2024");
    assert_eq!((open.state, open.required_now), (State::AtRisk, None), "events alone would ask for one by now");
    let Measure::Count(rule) = &mut plan.targets[0].measure else { panic!("T1 counts") };
    rule.parts.first.amount = plan::Amount::WomenPercent;
    rule.parts.first.at_least = Phased::Always(50);
    let mut world = World::new(&["c1 commune"]).rows(&["2024-02-01 c1 event 1"]);
    (world.facts.activities[0].people, world.facts.activities[0].women) = (Some(1000), Some(60));
    let women = world.verdict(&plan, "2024-09-01", "T1", "c1", "2024");
    assert_eq!((women.n_lo, women.den, women.planned), (0, None, 0), "60 women of 1000 people are not 50 percent");
}

#[test]
fn what_is_signed_once_counts_in_every_window_after() {
    let reported = ["2022-02-01 c1 event 2", "2023-02-01 c1 event 2", "2024-02-01 c1 event 2"];
    let judged = |pledge: &str| {
        let rows: Vec<&str> = reported.into_iter().chain([pledge]).collect();
        verdict(&rows, true, "2025-06-30").state
    };
    let cases: [(&str, State); 5] = [
        ("2022-01-01 c1 pledge 1", State::Met),
        ("2024-12-31 c1 pledge 1", State::Met),
        // Before the plan's first day, and after the window's last.
        ("2021-12-31 c1 pledge 1", State::Missed),
        ("2025-01-01 c1 pledge 1", State::Missed),
        ("2021-12-31/2022-01-01 c1 pledge 1", State::Uncertain),
    ];
    for (pledge, state) in cases {
        assert_eq!(judged(pledge), state, "{pledge}");
    }
    let [.., latest] = reported;
    assert_eq!(verdict(&[latest, "2022-01-01 c1 pledge 1"], false, "2025-06-30").state, State::Missed);
}

#[test]
fn what_may_have_been_signed_in_a_year_that_nobody_reported_on_is_not_missed() {
    let found =
        verdict(&["2022-02-01 c1 event 2", "2024-02-01 c1 event 2", "2025-01-01 c1 pledge 1"], true, "2025-06-30");
    assert_eq!((found.state, found.n_lo), (State::NoData, 1));
}

#[test]
fn a_year_that_nobody_reported_on_is_not_missed_for_what_was_signed_before() {
    let found = verdict(&["2022-01-01 c1 pledge 1", "2022-01-01 c1 event 2"], true, "2024-12-31");
    assert_eq!((found.state, found.n_lo), (State::NoData, 1));
}

#[test]
fn a_unit_that_began_inside_the_window_cannot_miss_a_part_that_counts_since_the_start() {
    let mut world = World::new(&["c1 commune"]).rows(&["2024-02-01 c1 event 2", "2024-02-01 c1 pledge 0"]);
    let unit = world.unit("c1");
    world.facts.roster.get_mut(unit).unwrap().versions[0].life.from = Some(day("2024-01-02"));
    let judged = |partial| {
        let plan = asking_for_a_pledge(plan_with(&[("partial-window", partial)]), true);
        world.verdict(&plan, "2024-12-31", "T1", "c1", "2024")
    };
    let cut = judged("cut_open");
    assert_eq!((cut.state, cut.reason), (State::Uncertain, Some(Reason::WindowCut)));
    assert_eq!(cut.window, Some(span("2024-01-02/2024-12-31")));
    assert_eq!(judged("full").state, State::Missed);
}

#[test]
fn a_part_that_asks_nothing_in_a_phase_is_no_part_there() {
    let mut plan = asking_for_a_pledge(plan(), false);
    let Measure::Count(rule) = &mut plan.targets[0].measure else { panic!("T1 counts") };
    let phase = Phase { from: day("2025-01-01"), to: day("2030-12-31"), value: 1 };
    rule.parts.others[0].at_least = Phased::Phases(vec![phase]);
    let world = World::new(&["c1 commune"]).rows(&["2024-02-01 c1 event 2", "2025-02-01 c1 event 2"]);
    let of = |year| world.verdict(&plan, "2025-12-31", "T1", "c1", year);
    assert_eq!((of("2024").state, of("2024").threshold, of("2024").n_lo), (State::Met, 1, 1));
    assert_eq!((of("2025").state, of("2025").threshold, of("2025").n_lo), (State::NoData, 2, 1));
}

#[test]
fn a_unit_that_did_not_live_is_not_judged_on_any_part() {
    let mut world = World::new(&["c1 commune"]);
    let unit = world.unit("c1");
    world.facts.roster.get_mut(unit).unwrap().versions[0].life.to = Some(day("2023-12-31"));
    let found = world.verdict(&asking_for_a_pledge(plan(), true), "2024-12-31", "T1", "c1", "2024");
    assert_eq!((found.state, found.reason), (State::NotApplicable, Some(Reason::OutsideLife)));
    assert_eq!((found.n_lo, found.n_hi, found.threshold), (0, 0, 2));
}

#[test]
fn every_part_has_its_receipt_and_a_row_is_told_once() {
    let rows = ["2024-02-01 c1 event 1", "2022-05-01 c1 pledge 1", "2024-03-01 c1 news 1"];
    let world = World::new(&["c1 commune"]).rows(&rows);
    let plan = asking_for_a_pledge(plan(), true);
    let judge = Judge::new(&plan, &world.facts, day("2024-12-31"));
    let found = judge.explain("T1", Some(world.unit("c1")), &Period::Year(2024)).unwrap();
    assert_eq!(found.arithmetic, [ArithmeticLine::Counted(1), ArithmeticLine::Required(2)]);
    let parts: Vec<_> = found.parts.iter().map(|part| (part.verdict.state, part.kinds.clone())).collect();
    assert_eq!(parts, [(State::Missed, vec![ActivityKind::Event]), (State::Met, vec![ActivityKind::Pledge])]);
    let event = [ArithmeticLine::Found(1), ArithmeticLine::Counted(1), ArithmeticLine::Required(2)];
    assert_eq!(found.parts[0].arithmetic, event);
    let rows: Vec<(u32, bool)> = found.rows.iter().map(|row| (row.row, row.outcome == Outcome::Counted)).collect();
    assert_eq!(rows, [(2, true), (3, true), (4, false)]);
    assert_eq!(counted_rows(&plan, &world.facts, day("2024-12-31"), &found.verdict), [0, 1]);
}

#[test]
fn each_part_that_is_open_is_needed() {
    let world = World::new(&["c1 commune"]).rows(&["2024-02-01 c1 event 1"]);
    let plan = asking_for_a_pledge(plan(), true);
    let as_of = day("2024-06-30");
    let verdicts = Judge::new(&plan, &world.facts, as_of).verdicts();
    let needs = needs(&plan, &world.facts, as_of, &verdicts);
    let needs = needs.iter().filter(|need| need.target == "T1" && need.period == Period::Year(2024));
    let found: Vec<_> = needs
        .map(|need| match &need.kind {
            NeedKind::Activity { kinds, .. } => (need.missing, kinds[0]),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(found, [(1, ActivityKind::Event), (1, ActivityKind::Pledge)]);
}
