//! Roll-ups: how many units of a node are in each state, and who stands under whom.

use super::world::{World, day, plan};
use crate::index::ancestors;
use crate::{judge, roll_up};
use domain::{State, UnitIndex};

const UNITS: [&str; 6] =
    ["p province", "d1 district p", "d2 district p", "c1 commune d1", "c2 commune d1", "c3 commune d2"];

/// `target period node: state number, …`, in the order of output.
fn rolled_up(world: &World, as_of: &str) -> Vec<String> {
    let plan = plan();
    let verdicts = judge(&plan, &world.facts, day(as_of));
    let line = |rollup: domain::Rollup| {
        let node = rollup.node.map_or("*", |node| world.facts.roster.id(node));
        let counts: Vec<String> =
            rollup.counts.iter().map(|(state, number)| format!("{} {number}", state.code())).collect();
        format!("{} {} {node}: {}", rollup.target, rollup.period, counts.join(", "))
    };
    roll_up(&plan, &world.facts, &verdicts).into_iter().map(line).collect()
}

#[test]
fn units_are_counted_at_every_node_above_them_and_in_the_whole() {
    let rows = ["2022-02-01 c1 news 4", "2022-02-01 c2 news 1", "2022-02-01 c3 news 4"];
    let found = rolled_up(&World::new(&UNITS).rows(&rows), "2022-03-31");
    let of_quarter: Vec<&str> =
        found.iter().map(String::as_str).filter(|line| line.starts_with("T5 2022-Q1")).collect();
    assert_eq!(
        of_quarter,
        [
            "T5 2022-Q1 *: met 2, missed 1",
            "T5 2022-Q1 d1: met 1, missed 1",
            "T5 2022-Q1 d2: met 1",
            "T5 2022-Q1 p: met 2, missed 1",
        ]
    );
}

#[test]
fn they_come_by_target_period_and_node_duties_too_and_shares_never() {
    let world = World::new(&[&UNITS[..], &["a1 agency p"]].concat()).rows(&["2022-11-20 a1 action_month 1"]);
    let found = rolled_up(&world.submissions(&[]), "2022-12-31");
    let keys: Vec<&str> = found.iter().filter_map(|line| Some(line.split_once(':')?.0)).collect();
    let mut sorted = keys.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(keys, sorted);
    for (key, is_there) in [
        ("R-half 2022-H1 *", true),
        ("R-half 2022-H1 p", true),
        ("T2 2022-AM *", true),
        ("T2 2022-AM p", true),
        ("T2 2022-AM a1", false),
        ("T2-share 2022-AM *", false),
        ("T2-share 2022-AM p", false),
        ("T3 pilot-2025 *", false),
        ("T5 2022-Q1 c1", false),
    ] {
        assert_eq!(keys.contains(&key), is_there, "{key}");
    }
}

#[test]
fn a_unit_counts_where_it_stood_on_the_last_day_of_the_window() {
    let world = World::new(&UNITS).moves("c1", "2022-03-31", "d2").rows(&["2022-02-01 c1 news 4"]);
    let found = rolled_up(&world, "2022-06-30");
    assert!(found.contains(&"T5 2022-Q1 d2: met 1, no_data 1".to_owned()), "{found:#?}");
    assert!(found.contains(&"T5 2022-Q1 d1: no_data 1".to_owned()));
}

#[test]
fn a_path_is_followed_eight_steps_and_never_in_a_circle() {
    let units: Vec<String> = std::iter::once("u0 commune".to_owned())
        .chain((1..10).map(|number| format!("u{number} commune u{}", number - 1)))
        .collect();
    let units: Vec<&str> = units.iter().map(String::as_str).collect();
    let mut world = World::new(&units);
    let path = |world: &World, unit| -> Vec<u32> {
        let path = ancestors(&world.facts.roster, world.unit(unit), None);
        path.into_iter().map(|UnitIndex(unit)| unit).collect()
    };
    assert_eq!(path(&world, "u9"), [9, 8, 7, 6, 5, 4, 3, 2]);
    assert_eq!(path(&world, "u2"), [2, 1, 0]);
    let (first, third) = (world.unit("u0"), world.unit("u2"));
    world.facts.roster.get_mut(first).unwrap().versions[0].parent = Some(third);
    assert_eq!(path(&world, "u2"), [2, 1, 0]);
    let state = world.rows(&["2022-02-01 u1 news 4"]).verdict(&plan(), "2022-03-31", "T5", "u1", "2022-Q1").state;
    assert_eq!(state, State::Met);
}
