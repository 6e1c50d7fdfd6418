//! A commune's rows for its hamlets together: T6 of the probe plan (1 event a year for each hamlet).

use super::world::{World, day, plan};
use crate::{counted_rows, explain};
use domain::{ArithmeticLine, ForHamlets, Outcome, Period, Reason, State, UnitKind};
use plan::{Aggregate, Aggregated, Measure, Phased, Plan};

const UNITS: [&str; 5] = ["c1 commune", "c2 commune", "h1 hamlet c1", "h2 hamlet c1", "h3 hamlet c2"];

fn shared_out() -> Plan {
    let mut plan = plan();
    let target = plan.targets.iter_mut().find(|target| target.id == "T6").unwrap();
    let Measure::Count(rule) = &mut target.measure else { panic!("T6 counts") };
    rule.parts.first.aggregated = Aggregated::Spread;
    plan
}

#[test]
fn as_many_as_hamlets_are_one_each_and_fewer_may_be_any_one_s() {
    let cases: [(&[&str], State, (u32, u32)); 10] = [
        (&["2024 c1 event 2 #for_hamlets"], State::Met, (1, 1)),
        (&["2024 c1 event 5 #for_hamlets"], State::Met, (1, 1)),
        (&["2024-03 c1 event 1 #for_hamlets", "2024-07 c1 event 1 #for_hamlets"], State::Met, (1, 1)),
        (&["2024 c1 event 1 #for_hamlets"], State::Uncertain, (0, 1)),
        (&["2024 c1 event 1 #for_hamlets", "- c1 event 1 #for_hamlets"], State::Uncertain, (0, 1)),
        (&["- c1 event 9 #for_hamlets"], State::Uncertain, (0, 1)),
        (&["2024 c1 event 0 #for_hamlets"], State::NoData, (0, 0)),
        (&["2024 c1 event 2"], State::NoData, (0, 0)),
        (&["2024 c1 news 2 #for_hamlets"], State::NoData, (0, 0)),
        (&["2025 c1 event 2 #for_hamlets"], State::NoData, (0, 0)),
    ];
    for (rows, state, figures) in cases {
        let world = World::new(&UNITS).rows(rows);
        let of = |unit| world.verdict(&shared_out(), "2024-12-31", "T6", unit, "2024");
        for hamlet in ["h1", "h2"] {
            assert_eq!((of(hamlet).state, (of(hamlet).n_lo, of(hamlet).n_hi)), (state, figures), "{rows:?}");
        }
        assert_eq!(of("h3").state, State::NoData, "{rows:?}: another commune's hamlet");
        let unread = world.verdict(&plan(), "2024-12-31", "T6", "h1", "2024");
        assert_eq!((unread.state, unread.n_hi), (State::NoData, 0), "{rows:?}: bounds give a hamlet nothing");
    }
}

#[test]
fn only_hamlets_alive_in_the_window_share() {
    let world = |h2_until: &str| {
        let mut world = World::new(&UNITS).rows(&["2024 c1 event 1 #for_hamlets"]);
        let unit = world.unit("h2");
        world.facts.roster.get_mut(unit).unwrap().versions[0].life.to = Some(day(h2_until));
        world.verdict(&shared_out(), "2024-12-31", "T6", "h1", "2024").state
    };
    assert_eq!(world("2023-12-31"), State::Met);
    assert_eq!(world("2024-01-01"), State::Uncertain);
}

#[test]
fn what_a_hamlet_is_given_comes_on_top_of_its_own_and_can_be_traced() {
    let rows = ["2024-02-01 h1 event 0", "2024 c1 event 1 #for_hamlets", "2024-05 c1 event 1 #for_hamlets"];
    let world = World::new(&UNITS).rows(&rows);
    let plan = shared_out();
    let as_of = day("2024-12-31");
    let found = explain(&plan, &world.facts, as_of, "T6", Some(world.unit("h1")), &Period::Year(2024)).unwrap();
    assert_eq!((found.verdict.state, found.verdict.n_lo), (State::Met, 1));
    let receipt = [ArithmeticLine::Found(1), ArithmeticLine::Counted(1), ArithmeticLine::Required(1)];
    assert_eq!(found.arithmetic, receipt);
    let rows: Vec<(u32, bool)> = found.rows.iter().map(|row| (row.row, row.outcome == Outcome::Counted)).collect();
    assert_eq!(rows, [(3, true), (4, true), (2, false)]);
    assert_eq!(counted_rows(&plan, &world.facts, as_of, &found.verdict), [1, 2]);
}

#[test]
fn fewer_than_hamlets_prove_that_some_held_none() {
    let cases = [
        ("2024 c1 event 1 #for_hamlets", Some((ForHamlets { stated: 1, hamlets: 2 }, 1))),
        ("- c1 event 1 #for_hamlets", Some((ForHamlets { stated: 1, hamlets: 2 }, 1))),
        ("2024 c1 event 3 #for_hamlets", Some((ForHamlets { stated: 3, hamlets: 2 }, 0))),
        ("2024 c1 event 1", None),
    ];
    for (row, expected) in cases {
        let world = World::new(&UNITS).rows(&[row]);
        let told = |plan: &Plan, unit| {
            let unit = Some(world.unit(unit));
            let found = explain(plan, &world.facts, day("2024-12-31"), "T6", unit, &Period::Year(2024)).unwrap();
            found.for_hamlets.map(|told| (told, told.without_any()))
        };
        assert_eq!(told(&plan(), "h1"), expected, "{row}");
        assert_eq!(told(&shared_out(), "h2"), expected, "{row}");
        assert_eq!(told(&plan(), "h3"), None, "{row}");
    }
}

#[test]
fn such_rows_count_for_the_commune_as_any_other() {
    let world = World::new(&UNITS).rows(&["2024 c1 event 2 #for_hamlets"]);
    let of = |plan: &Plan| world.verdict(plan, "2024-12-31", "T1", "c1", "2024");
    assert_eq!((of(&plan()).state, of(&shared_out()).state), (State::Met, State::Met));
    let other = world.verdict(&plan(), "2024-12-31", "T1", "c2", "2024");
    assert_eq!((other.state, other.reason), (State::NoData, Some(Reason::NothingReported)));
}

#[test]
fn a_share_over_hamlets_tells_what_the_commune_itself_did_for_them() {
    let mut plan = plan();
    let target = plan.targets.iter_mut().find(|target| target.id == "T6").unwrap();
    let Measure::Count(rule) = &mut target.measure else { panic!("T6 counts") };
    rule.aggregate = Some(Aggregate { at_least_percent: Phased::Always(100), at: [UnitKind::Commune].into() });
    let units = [&UNITS[..], &["c3 commune", "s1 school c3"]].concat();
    let rows = ["2024 c1 event 3 #for_hamlets", "2024 c3 event 3 #for_hamlets"];
    let world = World::new(&units).rows(&rows);
    let told = |unit| {
        let unit = Some(world.unit(unit));
        let found = explain(&plan, &world.facts, day("2024-12-31"), "T6-share", unit, &Period::Year(2024)).unwrap();
        found.for_hamlets
    };
    assert_eq!(told("c1"), Some(ForHamlets { stated: 3, hamlets: 2 }));
    assert_eq!(told("c2"), None, "it did nothing");
    assert_eq!(told("c3"), None, "it has no hamlets");
}
