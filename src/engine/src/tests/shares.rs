//! Shares of registers and shares over units: figures, and what a node contributes.

use super::world::{World, day, milestone, plan, plan_with};
use crate::{Contribution, contribution, explain};
use domain::{Reason, State};

const MEDIA: [&str; 5] = ["p province", "d1 district p", "m0 media p", "m1 media d1", "m2 media d1"];

#[test]
fn an_adoption_is_certain_possible_or_not_by_its_dates() {
    // One station, milestone of the trial, as known on 30/6/2024.
    let cases = [
        ("m0 pilot 2024-06-30 -", (1, 1)),
        ("m0 official 2024-06-30 -", (1, 1)),
        ("m0 pilot 2024-07-01 -", (0, 0)),
        ("m0 pilot 2024 -", (0, 1)),
        ("m0 pilot - -", (0, 1)),
        ("m0 - 2024-01-01 -", (0, 0)),
        ("m0 pilot 2024-01-01 2024-06-30", (1, 1)),
        ("m0 pilot 2024-01-01 2024-06-29", (0, 0)),
        ("m0 pilot 2024-01-01 2024", (0, 1)),
        ("m0 pilot 2024-01-01 2025", (1, 1)),
        ("m0 pilot - 2024-06-29", (0, 0)),
    ];
    for (row, expected) in cases {
        let world = World::new(&["m0 media"]).media(&[row]);
        let verdict = world.verdict(&plan(), "2024-06-30", "T3", "*", "pilot-2025");
        assert_eq!((verdict.n_lo, verdict.n_hi, verdict.den), (expected.0, expected.1, Some(1)), "{row}");
    }
}

#[test]
fn a_station_counts_once_with_the_best_that_is_said_of_it() {
    let world = World::new(&MEDIA).media(&["m0 pilot - -", "m0 pilot 2024 -", "m0 pilot 2024-05 -"]);
    let verdict = world.verdict(&plan(), "2025-12-31", "T3", "*", "pilot-2025");
    assert_eq!((verdict.n_lo, verdict.n_hi, verdict.den), (1, 1, Some(3)));
}

#[test]
fn before_the_milestone_a_share_must_keep_pace() {
    // 70 % of 10 over the 1460 days to 31/12/2025: one member is enough for E ≤ 208.57 days.
    let units: Vec<String> = (0..10).map(|number| format!("m{number} media")).collect();
    let units: Vec<&str> = units.iter().map(String::as_str).collect();
    let world = World::new(&units).media(&["m0 pilot 2022-01-01 -"]);
    let cases = [
        ("2021-12-31", State::NotYetDue, None),
        ("2022-01-01", State::OnTrack, Some(0)),
        ("2022-01-02", State::OnTrack, Some(1)),
        ("2022-07-28", State::OnTrack, Some(1)),
        ("2022-07-29", State::AtRisk, Some(2)),
        ("2025-12-30", State::AtRisk, Some(7)),
        ("2025-12-31", State::Missed, None),
    ];
    for (as_of, state, required) in cases {
        let verdict = world.verdict(&plan(), as_of, "T3", "*", "pilot-2025");
        assert_eq!((verdict.state, verdict.required_now), (state, required), "{as_of}");
    }
}

#[test]
fn a_percent_of_the_milestone_is_met_exactly_at_its_border() {
    // 19 of 20 are 95 percent.
    let rows: Vec<String> = (0..20).map(|number| format!("k{number} h1 2020 {} - -", u32::from(number == 0))).collect();
    let mut rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let met = World::new(&["h1 hamlet"]).conventions(&rows).verdict(&plan(), "2025-12-31", "T7", "*", "2025");
    assert_eq!((met.state, met.n_lo, met.den), (State::Met, 19, Some(20)));
    rows.pop();
    let missed = World::new(&["h1 hamlet"]).conventions(&rows).verdict(&plan(), "2025-12-31", "T7", "*", "2025");
    assert_eq!((missed.state, missed.n_lo, missed.den), (State::Missed, 18, Some(19)));
}

#[test]
fn a_node_contributes_its_part() {
    let world = World::new(&MEDIA).media(&["m0 pilot 2024 -", "m1 pilot - -"]);
    let plan = plan();
    let of = |node| {
        let node = world.unit(node);
        contribution(&plan, &world.facts, day("2026-01-01"), "T3", node, &milestone("pilot-2025")).unwrap()
    };
    assert_eq!(of("p"), Contribution { lo: 1, hi: 2, den: 3 });
    assert_eq!(of("d1"), Contribution { lo: 0, hi: 1, den: 2 });
    assert_eq!(of("m0"), Contribution { lo: 1, hi: 1, den: 1 });
}

#[test]
fn a_missing_register_contributes_nothing() {
    let world = World::new(&MEDIA);
    let node = world.unit("p");
    let none = contribution(&plan(), &world.facts, day("2026-01-01"), "T3", node, &milestone("pilot-2025"));
    assert_eq!(none, None);
    let verdict = world.verdict(&plan(), "2026-01-01", "T3", "*", "pilot-2025");
    assert_eq!((verdict.state, verdict.reason), (State::NoData, Some(Reason::RegisterMissing)));
}

#[test]
fn the_share_over_units_names_the_least_known_member() {
    // As known on each day: met, missed, no data, possible only.
    let cases: [(&[&str], &str, State); 8] = [
        (&["2024-11-20 a1 action_month 1", "2024-11-20 a2 action_month 1"], "2024-12-31", State::Met),
        (&["2024-11-20 a1 action_month 1", "2024-11-20 a2 action_month 0"], "2024-12-31", State::Missed),
        (&["2024-11-20 a1 action_month 1"], "2024-12-31", State::NoData),
        (&["2024-11-20 a1 action_month 1", "2024-11-20 a2 event 1"], "2024-12-31", State::Uncertain),
        (&["2024-11-20 a1 event 1"], "2024-12-31", State::NoData),
        (&["2024-11-20 a1 action_month 1"], "2024-12-14", State::AtRisk),
        (&["2024-11-15 a1 action_month 1"], "2024-11-16", State::OnTrack),
        (&[], "2024-11-14", State::NotYetDue),
    ];
    for (rows, as_of, state) in cases {
        let world = World::new(&["p province", "a1 agency p", "a2 agency p", "c1 commune p"]).rows(rows);
        for node in ["p", "*"] {
            let verdict = world.verdict(&plan(), as_of, "T2-share", node, "2024-AM");
            assert_eq!((verdict.state, verdict.den), (state, Some(2)), "{rows:?} {node}");
        }
    }
}

#[test]
fn levels_that_the_reading_leaves_out_have_no_share_over_units() {
    let world = World::new(&["p province", "d1 district p", "c1 commune d1", "a1 agency c1"]);
    let nodes = |plan: &plan::Plan| -> Vec<String> {
        let verdicts = crate::judge(plan, &world.facts, day("2024-12-31"));
        let shares = verdicts.iter().filter(|found| found.target == "T2-share" && found.period.year() == Some(2024));
        shares.map(|found| found.unit.map_or("*", |unit| world.facts.roster.id(unit)).to_owned()).collect()
    };
    assert_eq!(nodes(&plan()), ["*", "c1", "d1", "p"]);
    assert_eq!(nodes(&plan_with(&[("levels", "commune-province")])), ["*", "c1", "p"]);
}

#[test]
fn of_rows_that_say_as_much_the_first_is_named_with_its_stage() {
    let rows = ["m0 pilot - -", "m0 official 2024-03 -", "m0 pilot 2024-01 -", "m1 - 2024 -", "m2 pilot 2024-02 -"];
    let world = World::new(&MEDIA).media(&rows);
    let found = explain(&plan(), &world.facts, day("2024-06-30"), "T3", None, &milestone("pilot-2025")).unwrap();
    let rows: Vec<(u32, &str)> = found.rows.iter().map(|row| (row.row, row.title.as_str())).collect();
    assert_eq!(rows, [(3, "official"), (6, "pilot"), (5, "")]);
}
