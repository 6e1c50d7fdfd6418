//! What stands exactly on a border: the last day, the day of a cut-off, a window of one day, a leap day.

use super::world::{World, day, plan, plan_with, span};
use crate::judge;
use crate::window::day_of_year;
use domain::{Evidence, Period, Reason, State, TableKind, TableShape};
use plan::{Measure, Plan, Repeat};

#[test]
fn a_share_of_units_is_judged_on_the_days_its_node_lived() {
    let mut world = World::new(&["p province", "d1 district p", "a1 agency d1"]);
    let index = world.unit("d1");
    world.facts.roster.get_mut(index).unwrap().versions[0].life.to = Some(day("2024-11-20"));
    let window = |node| world.verdict(&plan(), "2024-12-31", "T2-share", node, "2024-AM").window;
    assert_eq!(window("d1"), Some(span("2024-11-15/2024-11-20")));
    assert_eq!(window("p"), Some(span("2024-11-15/2024-12-15")));
    assert_eq!(window("*"), Some(span("2024-11-15/2024-12-15")));
}

#[test]
fn a_share_of_units_says_why_it_is_not_decided() {
    let units = ["p province", "a1 agency p", "c1 commune p", "s1 school c1"];
    let reason = |rows: &[&str], as_of: &str, node: &str| {
        let verdict = World::new(&units).rows(rows).verdict(&plan(), as_of, "T2-share", node, "2024-AM");
        (verdict.state, verdict.reason)
    };
    assert_eq!(reason(&[], "2024-12-31", "p"), (State::NoData, Some(Reason::MembersOpen)));
    let possible = ["2024-11-20 s1 event 1", "2024-11-20 a1 action_month 1"];
    assert_eq!(reason(&possible, "2024-12-31", "c1"), (State::Uncertain, Some(Reason::MembersOpen)));
    let missed = ["2024-11-20 s1 action_month 0", "2024-11-20 a1 action_month 1"];
    assert_eq!(reason(&missed, "2024-12-31", "c1"), (State::Missed, None));
    let nobody = World::new(&["d1 district", "c1 commune d1"]);
    let verdict = nobody.verdict(&plan(), "2024-12-31", "T2-share", "d1", "2024-AM");
    assert_eq!((verdict.state, verdict.reason), (State::NotApplicable, Some(Reason::NothingInScope)));
}

#[test]
fn a_cell_of_a_summary_implies_its_own_column_and_a_row_of_a_log_implies_all() {
    let rows = ["2024-02-01 c1 event 1", "2024-02-01 c2 news 1"];
    let evidence = |shape: TableShape| {
        let mut world = World::new(&["c1 commune", "c2 commune"]).rows(&rows);
        world.facts.tables[0].shape = shape;
        world.verdict(&plan(), "2024-12-31", "T5", "c1", "2024-Q1").evidence
    };
    assert_eq!(evidence(TableShape::Log), Evidence::Implied);
    assert_eq!(evidence(TableShape::Summary), Evidence::None);
}

#[test]
fn a_table_that_ends_on_the_as_of_day_looks_no_further() {
    let figures = |cut_off: &str, when: &str| {
        let row = format!("{when} c1 news 4 table=1");
        let world = World::new(&["c1 commune"]).table("b.csv", Some(cut_off)).rows(&[&row]);
        let verdict = world.verdict(&plan(), "2024-03-15", "T5", "c1", "2024-Q1");
        (verdict.n_lo, verdict.n_hi)
    };
    assert_eq!(figures("2024-03-15", "2024-03"), (4, 4));
    assert_eq!(figures("2024-03-16", "2024-03"), (0, 4));
    assert_eq!(figures("2024-03-16", "2024-03-01/2024-03-15"), (4, 4), "all of it was known on the day");
}

#[test]
fn the_pace_of_a_share_grows_with_its_members() {
    // 70 % of 10 over 1460 days: two are enough for E ≤ 417.1 days, none for E = 0 only.
    let units: Vec<String> = (0..10).map(|number| format!("m{number} media")).collect();
    let units: Vec<&str> = units.iter().map(String::as_str).collect();
    let state =
        |rows: &[&str], as_of| World::new(&units).media(rows).verdict(&plan(), as_of, "T3", "*", "pilot-2025").state;
    let two = ["m0 pilot 2022-01-01 -", "m1 pilot 2022-01-01 -"];
    assert_eq!(state(&two, "2023-02-22"), State::OnTrack);
    assert_eq!(state(&two, "2023-02-23"), State::AtRisk);
    assert_eq!(state(&["m0 pilot 2030 -"], "2022-01-01"), State::OnTrack);
    assert_eq!(state(&["m0 pilot 2030 -"], "2022-01-02"), State::AtRisk);
}

#[test]
fn a_register_that_ends_before_a_milestone_misses_nothing_at_it() {
    for (kind, cut_off, state) in [
        (TableKind::Media, "2025-06-30", State::NoData),
        (TableKind::Media, "2025-12-31", State::Missed),
        (TableKind::Activities, "2025-06-30", State::Missed),
    ] {
        let mut world = World::new(&["m1 media", "m2 media"]).media(&["m1 pilot 2022-01-01 -"]);
        world = world.table("register.csv", Some(cut_off));
        world.facts.tables.last_mut().unwrap().kind = kind;
        let verdict = world.verdict(&plan(), "2026-02-01", "T3", "*", "pilot-2025");
        let reason = (state == State::NoData).then_some(Reason::CutOff);
        assert_eq!((verdict.state, verdict.reason, verdict.den), (state, reason, Some(2)), "{kind:?} {cut_off}");
    }
}

fn periods(plan: &Plan, target: &str) -> Vec<String> {
    let world = World::new(&["d1 district", "c1 commune", "s1 school"]);
    let verdicts = judge(plan, &world.facts, day("2024-12-31"));
    verdicts.iter().filter(|found| found.target == target).map(|found| found.period.to_string()).collect()
}

#[test]
fn what_is_asked_once_is_asked_once() {
    assert_eq!(periods(&plan(), "T4"), ["2022-2030"]);
}

#[test]
fn phases_are_named_by_their_days_only_where_their_years_are_the_same() {
    let phase = |days: &str, value| plan::Phase { from: span(days).from(), to: span(days).to(), value };
    let asked = |phases: Vec<plan::Phase>| {
        let mut plan = plan();
        let target = plan.targets.iter_mut().find(|target| target.id == "T4").unwrap();
        let Measure::Count(rule) = &mut target.measure else { panic!("{target:?}") };
        rule.parts.first.at_least = plan::Phased::Phases(phases);
        periods(&plan, "T4")
    };
    assert_eq!(
        asked(vec![phase("2022-01-01/2025-12-31", 1), phase("2026-01-01/2030-12-31", 2)]),
        ["2022-2025", "2026-2030"]
    );
    assert_eq!(
        asked(vec![phase("2024-H1", 1), phase("2024-H2", 2), phase("2025", 1)]),
        ["2024-H1", "2024-H2", "2025-2025"]
    );
}

#[test]
fn a_window_of_one_day_ends_on_the_day_it_begins() {
    let mut plan = plan_with(&[("t8-year", "school_year")]);
    let window = plan.windows.get_mut("school_year").unwrap();
    window.repeat = Repeat::Yearly { suffix: "D".into(), from: (3, 8), to: (3, 8) };
    let world = World::new(&["s1 school"]).rows(&["2024-03-08 s1 event 2"]);
    let verdict = world.verdict(&plan, "2024-03-08", "T8", "s1", "2024-D");
    assert_eq!((verdict.window, verdict.state), (Some(span("2024-03-08")), State::Met));
    assert_eq!(verdict.period, Period::Named(2024, "D".into()));
}

#[test]
fn a_leap_day_is_the_28th_in_other_years_and_other_days_that_are_not_are_none() {
    assert_eq!(day_of_year(2024, (2, 29)), Some(day("2024-02-29")));
    assert_eq!(day_of_year(2023, (2, 29)), Some(day("2023-02-28")));
    assert_eq!((day_of_year(2023, (2, 30)), day_of_year(2023, (4, 31))), (None, None));
}
