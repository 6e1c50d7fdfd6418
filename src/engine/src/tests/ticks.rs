//! Obligations without a number, and rules that give way to others.

use super::world::{World, day, plan, span};
use crate::{explain, judge};
use domain::{Evidence, Figures, Outcome, Period, Reason, State, Tick};
use plan::{Measure, Plan};

fn ticked_each_year() -> Plan {
    let mut plan = plan();
    plan.targets[0].measure = Measure::Tick { window: "year".into() };
    plan
}

fn world() -> World {
    let mut world = World::new(&["c1 commune", "c2 commune"]);
    let tick = |unit: &str, period: &str, note: &str| Tick {
        target: "T1".into(),
        unit: world.unit(unit),
        period: period.into(),
        note: note.into(),
    };
    let ticks = vec![tick("c1", "2024", "Công văn 12/UBND"), tick("c2", "2025", "Nghị quyết 5")];
    world.facts.ticks = ticks;
    world
}

#[test]
fn a_tick_is_for_one_target_one_unit_and_one_window() {
    let plan = ticked_each_year();
    let met = world().verdict(&plan, "2024-12-31", "T1", "c1", "2024");
    assert_eq!((met.state, met.reason, met.n_lo, met.n_hi), (State::Met, None, 1, 1));
    assert_eq!((met.figures, met.threshold, met.evidence), (Figures::Tick, 1, Evidence::Reported));
    let other = world().verdict(&plan, "2024-12-31", "T1", "c2", "2024");
    assert_eq!((other.state, other.reason), (State::NoData, Some(Reason::NothingReported)));
    assert_eq!((other.n_lo, other.evidence), (0, Evidence::None));
}

#[test]
fn the_user_s_own_words_stand_in_the_explanation() {
    let (world, plan) = (world(), ticked_each_year());
    let found =
        explain(&plan, &world.facts, day("2024-12-31"), "T1", Some(world.unit("c1")), &Period::Year(2024)).unwrap();
    let rows: Vec<_> =
        found.rows.iter().map(|row| (row.title.as_str(), row.file.as_str(), row.row, row.outcome.clone())).collect();
    assert_eq!(rows, [("Công văn 12/UBND", "", 0, Outcome::Counted)]);
    assert_eq!(found.full_window, Some(span("2024")));
}

#[test]
fn nobody_misses_an_obligation_without_a_number() {
    let (world, plan) = (world(), ticked_each_year());
    for as_of in ["2021-12-31", "2022-01-01", "2026-06-30", "2040-01-01"] {
        let verdicts = judge(&plan, &world.facts, day(as_of));
        let states = verdicts.iter().filter(|found| found.target == "T1").map(|found| found.state);
        assert!(states.into_iter().all(|state| !matches!(state, State::Missed | State::AtRisk)), "{as_of}");
    }
}

#[test]
fn a_rule_that_gave_way_has_no_windows_after_its_last_day() {
    let mut plan = plan();
    plan.targets[0].to = Some(day("2024-06-30"));
    let years = |plan: &Plan| -> Vec<String> {
        let verdicts = judge(plan, &world().facts, day("2026-12-31"));
        let of_c1 = verdicts.iter().filter(|found| found.target == "T1" && found.unit == Some(world().unit("c1")));
        of_c1.map(|found| format!("{} {}", found.period, found.deadline)).collect()
    };
    assert_eq!(years(&plan), ["2022 2022-12-31", "2023 2023-12-31", "2024 2024-06-30"]);
}

#[test]
fn without_a_tick_each_day_of_the_window_has_its_state() {
    let plan = ticked_each_year();
    for (as_of, state) in [
        ("2023-12-31", State::NotYetDue),
        ("2024-01-01", State::OnTrack),
        ("2024-12-30", State::OnTrack),
        ("2024-12-31", State::NoData),
    ] {
        assert_eq!(world().verdict(&plan, as_of, "T1", "c2", "2024").state, state, "{as_of}");
    }
}
