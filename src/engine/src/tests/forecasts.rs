//! The second opinion on open windows: T5 of the probe plan (4 items a quarter).

use super::world::{World, day, plan};
use crate::explain;
use domain::{Forecast, Period, State};
use plan::{Amount, Measure, Part};

/// On 10/5/2025, the 40th day of the second quarter.
fn forecast(rows: &[&str]) -> Option<Forecast> {
    let world = World::new(&["c1 commune"]).rows(rows);
    let unit = Some(world.unit("c1"));
    explain(&plan(), &world.facts, day("2025-05-10"), "T5", unit, &Period::Quarter(2025, 2)).unwrap().forecast
}

#[test]
fn what_came_after_the_same_number_of_days_is_expected_again() {
    // Day 40 of the first quarter is 9 February: only what begins later came after it.
    let found = forecast(&[
        "2025-02-09 c1 news 2",
        "2025-02-10 c1 news 3",
        "2025-04-02 c1 news 1",
        "2025-06-01 c1 news 9 planned",
    ]);
    let past = vec![(Period::Quarter(2025, 1), 3, 5)];
    assert_eq!(found, Some(Forecast { expected: 4, low: 4, high: 4, past }));
}

#[test]
fn the_latest_four_windows_count_and_the_median_is_taken() {
    let rows = [
        "2023-12-31 c1 news 90",
        "2024-03-31 c1 news 7",
        "2024-06-30 c1 news 1",
        "2024-09-30 c1 news 2",
        "2024-12-31 c1 news 5",
        "2025-03-31 c1 news 0",
        "2025-02-01 c1 news 1",
    ];
    let found = forecast(&rows).unwrap();
    let remainders: Vec<u32> = found.past.iter().map(|(_, after, _)| *after).collect();
    assert_eq!(remainders, [1, 2, 5, 0]);
    // (1 + 2) / 2, rounded down.
    assert_eq!((found.expected, found.low, found.high), (1, 0, 5));
}

#[test]
fn windows_that_nobody_reported_on_or_that_the_unit_s_life_cuts_teach_nothing() {
    assert_eq!(forecast(&["2025-04-02 c1 news 1"]), None);
    let mut world = World::new(&["c1 commune"]).rows(&["2025-03-01 c1 news 1"]);
    let unit = world.unit("c1");
    world.facts.roster.get_mut(unit).unwrap().versions[0].life.from = Some(day("2025-01-02"));
    let found = explain(&plan(), &world.facts, day("2025-05-10"), "T5", Some(unit), &Period::Quarter(2025, 2)).unwrap();
    assert_eq!(found.forecast, None);
}

#[test]
fn only_what_is_open_is_forecast() {
    let world = World::new(&["c1 commune"]).rows(&["2025-02-10 c1 news 3", "2025-04-02 c1 news 4"]);
    let unit = Some(world.unit("c1"));
    for (as_of, quarter) in [("2025-05-10", 2), ("2025-05-10", 1), ("2025-05-10", 3), ("2025-06-30", 2)] {
        let period = Period::Quarter(2025, quarter);
        let found = explain(&plan(), &world.facts, day(as_of), "T5", unit, &period).unwrap();
        assert_eq!(found.forecast, None, "{as_of} {quarter}");
    }
}

#[test]
fn of_two_windows_the_mean_is_taken_and_of_three_the_one_in_the_middle() {
    let two = ["2024-12-31 c1 news 1", "2025-03-31 c1 news 6"];
    assert_eq!(forecast(&two).map(|found| (found.expected, found.low, found.high)), Some((3, 1, 6)));
    let three = [&two[..], &["2024-09-30 c1 news 2"]].concat();
    assert_eq!(forecast(&three).map(|found| (found.expected, found.low, found.high)), Some((2, 1, 6)));
}

#[test]
fn neither_a_share_of_women_nor_what_is_counted_since_the_start_is_forecast() {
    let rows = ["2025-03-31 c1 news 1 p=2 w=0", "2025-04-02 c1 news 1 p=2 w=0"];
    let world = World::new(&["c1 commune"]).rows(&rows);
    let is_forecast = |change: fn(&mut Part)| {
        let mut plan = plan();
        let target = plan.targets.iter_mut().find(|target| target.id == "T5").unwrap();
        let Measure::Count(rule) = &mut target.measure else { panic!("T5 counts") };
        change(&mut rule.parts.first);
        let unit = Some(world.unit("c1"));
        let found = explain(&plan, &world.facts, day("2025-05-10"), "T5", unit, &Period::Quarter(2025, 2)).unwrap();
        assert!(matches!(found.verdict.state, State::OnTrack | State::AtRisk), "{:?}", found.verdict);
        found.forecast.is_some()
    };
    assert!(is_forecast(|_| {}));
    assert!(is_forecast(|part| part.amount = Amount::People { of: None }));
    assert!(!is_forecast(|part| part.amount = Amount::WomenPercent));
    assert!(!is_forecast(|part| part.since_start = true));
}
