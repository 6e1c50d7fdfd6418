//! The figures beside the state: bounds, plans, pace, evidence, reason, deadline.

use super::world::{World, day, plan, plan_with, span};
use crate::{Judge, counted_rows};
use domain::{Evidence, Reason, State, Verdict};

/// n_lo, n_hi, planned, required now.
fn figures(verdict: &Verdict) -> (u32, u32, u32, Option<u32>) {
    (verdict.n_lo, verdict.n_hi, verdict.planned, verdict.required_now)
}

#[test]
fn each_row_stands_where_its_date_puts_it() {
    // T5 of c1 in 2024-Q1 as known on 29/2: one row each.
    let cases = [
        ("2024-01-01 c1 news 2", (2, 2, 0)),
        ("2024-02-29 c1 news 2", (2, 2, 0)),
        ("2024-03-01 c1 news 2", (0, 0, 2)),
        ("2024-03-31 c1 news 2", (0, 0, 2)),
        ("2024-04-01 c1 news 2", (0, 0, 0)),
        ("2023-12-31 c1 news 2", (0, 0, 0)),
        ("2023-12-31/2024-01-01 c1 news 2", (0, 2, 0)),
        ("2024-Q1 c1 news 2", (2, 2, 0)),
        ("2024-H1 c1 news 2", (0, 2, 0)),
        ("2024-03 c1 news 2", (0, 0, 2)),
        ("2024-03-31/2024-04-01 c1 news 2", (0, 0, 0)),
        ("- c1 news 2", (0, 2, 0)),
        ("- c1 news 2 planned", (0, 0, 0)),
        ("2024-02-01 c1 news 2 planned", (0, 0, 0)),
        ("2024-03-01 c1 news 2 planned", (0, 0, 2)),
        ("2024-02-01 c1 news 2 unknown", (0, 2, 0)),
        ("2024-03-01 c1 news 2 unknown", (0, 0, 0)),
        ("2024-02-01 c1 event 2", (0, 0, 0)),
        ("2024-02-01 c1 news 0", (0, 0, 0)),
        ("2024-02-01 c2 news 2", (0, 0, 0)),
    ];
    for (row, expected) in cases {
        let world = World::new(&["c1 commune", "c2 commune"]).rows(&[row]);
        let verdict = world.verdict(&plan(), "2024-02-29", "T5", "c1", "2024-Q1");
        assert_eq!((verdict.n_lo, verdict.n_hi, verdict.planned), expected, "{row}");
    }
}

#[test]
fn pace_asks_for_more_only_when_a_whole_item_is_due() {
    // k = 4 over the 92 days of 2024-Q3: 4E/92 + 1/4 passes 1 on day 18, 2 on day 41, 3 on day 64, 4 on day 87.
    let days = [
        ("2024-07-01", 0),
        ("2024-07-17", 0),
        ("2024-07-18", 1),
        ("2024-08-09", 1),
        ("2024-08-10", 2),
        ("2024-09-01", 2),
        ("2024-09-02", 3),
        ("2024-09-24", 3),
        ("2024-09-25", 4),
        ("2024-09-29", 4),
    ];
    for (as_of, required) in days {
        let verdict = World::new(&["c1 commune"]).verdict(&plan(), as_of, "T5", "c1", "2024-Q3");
        assert_eq!(verdict.required_now, Some(required), "{as_of}");
        assert_eq!(verdict.state == State::OnTrack, required == 0, "{as_of}");
    }
    for over in ["2024-06-30", "2024-09-30"] {
        let verdict = World::new(&["c1 commune"]).verdict(&plan(), over, "T5", "c1", "2024-Q3");
        assert_eq!(verdict.required_now, None, "{over}");
    }
}

#[test]
fn a_table_that_states_a_later_cut_off_tells_nothing_certain_beyond_the_as_of_day() {
    let rows = ["2024-Q1 c1 news 3 table=1", "2024-02 c1 news 1 table=1", "2024-01-05 c1 news 1 table=1"];
    for (cut_off, expected) in [(Some("2024-03-31"), (1, 5)), (Some("2024-02-15"), (5, 5)), (None, (5, 5))] {
        let world = World::new(&["c1 commune"]).table("b.csv", cut_off).rows(&rows);
        let verdict = world.verdict(&plan(), "2024-02-15", "T5", "c1", "2024-Q1");
        assert_eq!((verdict.n_lo, verdict.n_hi), expected, "{cut_off:?}");
    }
}

#[test]
fn a_table_tells_nothing_of_the_days_after_its_cut_off() {
    let missed = (State::Missed, None, Evidence::Implied);
    let unknown = (State::NoData, Some(Reason::CutOff), Evidence::Partial);
    for (cut_off, expected) in [(None, missed), (Some("2024-03-31"), missed), (Some("2024-03-30"), unknown)] {
        let world = World::new(&["c1 commune"]).table("b.csv", cut_off).rows(&["2024-02-01 c1 news 1 table=1"]);
        let verdict = world.verdict(&plan(), "2024-04-15", "T5", "c1", "2024-Q1");
        assert_eq!((verdict.state, verdict.reason, verdict.evidence), expected, "{cut_off:?}");
    }
    let enough = World::new(&["c1 commune"]).table("b.csv", Some("2024-02-29")).rows(&["2024-02-01 c1 news 4 table=1"]);
    assert_eq!(enough.verdict(&plan(), "2024-04-15", "T5", "c1", "2024-Q1").state, State::Met);
    let later = World::new(&["c1 commune"])
        .table("february.csv", Some("2024-02-29"))
        .table("march.csv", Some("2024-03-31"))
        .rows(&["2024-02-01 c1 news 1 table=1", "2024-02-15 c1 news 1 table=2"]);
    assert_eq!(later.verdict(&plan(), "2024-04-15", "T5", "c1", "2024-Q1").state, State::Missed, "one table goes on");
}

#[test]
fn before_the_end_of_a_window_a_table_need_not_go_beyond_the_as_of_day() {
    let rows = ["2024-02-01 c1 news 1 table=1"];
    for (cut_off, evidence) in [("2024-02-15", Evidence::Implied), ("2024-02-14", Evidence::Partial)] {
        let world = World::new(&["c1 commune"]).table("b.csv", Some(cut_off)).rows(&rows);
        let verdict = world.verdict(&plan(), "2024-02-15", "T5", "c1", "2024-Q1");
        assert_eq!((verdict.state, verdict.evidence), (State::AtRisk, evidence), "{cut_off}");
    }
}

#[test]
fn what_is_asked_of_a_part_of_a_window_is_told_with_the_verdict() {
    let mut world = World::new(&["c1 commune"]).rows(&["2024-03-01 c1 news 1"]);
    let unit = world.unit("c1");
    world.facts.roster.get_mut(unit).unwrap().versions[0].life.from = Some(day("2024-03-01"));
    let of = |partial| world.verdict(&plan_with(&[("partial-window", partial)]), "2024-03-31", "T5", "c1", "2024-Q1");
    // 31 of 91 days: ⌈4 · 31 / 91⌉ = 2.
    for (partial, threshold) in [("full", 4), ("cut_open", 4), ("prorate", 2)] {
        assert_eq!(of(partial).threshold, threshold, "{partial}");
    }
}

#[test]
fn rows_of_another_table_imply_nothing() {
    let rows = ["2024-02-01 c1 event 1 table=1", "2024-02-01 c2 news 1"];
    let world = World::new(&["c1 commune", "c2 commune"]).table("events.csv", None).rows(&rows);
    let verdict = world.verdict(&plan(), "2024-03-31", "T5", "c1", "2024-Q1");
    assert_eq!((verdict.state, verdict.reason), (State::NoData, Some(Reason::NothingReported)));
    assert_eq!(verdict.evidence, Evidence::None);
}

#[test]
fn a_report_is_stronger_evidence_than_rows() {
    let world = World::new(&["c1 commune"]).rows(&["2024-02-01 c1 news 1"]);
    let implied = world.verdict(&plan(), "2024-12-31", "T5", "c1", "2024-Q1");
    assert_eq!((implied.state, implied.evidence), (State::Missed, Evidence::Implied));
    let world = world.submissions(&["c1 data 2024 2024-12-31"]);
    let reported = world.verdict(&plan(), "2024-12-31", "T5", "c1", "2024-Q1");
    assert_eq!((reported.state, reported.evidence), (State::Missed, Evidence::Reported));
}

#[test]
fn a_share_is_known_as_well_as_the_least_known_of_its_units() {
    let units = ["p province", "a1 agency p", "a2 agency p", "a3 agency p"];
    let share = |submissions: &[&str], rows: &[&str]| {
        let world = World::new(&units).submissions(submissions).rows(rows);
        world.verdict(&plan(), "2024-12-31", "T2-share", "p", "2024-AM").evidence
    };
    let row = |unit: &str| format!("2024-11-20 {unit} action_month 1");
    let rows = [row("a1"), row("a2"), row("a3")];
    let all: Vec<&str> = rows.iter().map(String::as_str).collect();
    let each = ["a1 data 2024 2024-12-31", "a2 data 2024 2024-12-31", "a3 data 2024 2024-12-31"];
    assert_eq!(share(&each, &all), Evidence::Reported);
    assert_eq!(share(&["a1 data 2024 2024-12-31"], &all), Evidence::Implied);
    assert_eq!(share(&[], &all), Evidence::Implied);
    assert_eq!(share(&["a1 data 2024 2024-12-31"], &all[..2]), Evidence::None);
}

#[test]
fn rows_of_the_days_to_come_imply_nothing_yet() {
    let world = World::new(&["c1 commune"]).rows(&["2024-03-01 c1 news 1"]);
    let evidence = |as_of| world.verdict(&plan(), as_of, "T5", "c1", "2024-Q1").evidence;
    assert_eq!((evidence("2024-02-29"), evidence("2024-03-01")), (Evidence::None, Evidence::Implied));
}

#[test]
fn whom_a_target_addresses_goes_by_tag_and_by_the_level_above_on_the_window_s_last_day() {
    let units =
        ["p province", "d1 district p", "a0 agency", "a1 agency p", "a2 agency d1", "a3 agency a2", "a4 agency d1"];
    let mut world = World::new(&units).moves("a4", "2024-07-01", "p");
    let mut plan = plan();
    let judged = |plan: &plan::Plan, world: &World, year| -> Vec<String> {
        let verdicts = crate::judge(plan, &world.facts, day("2024-12-31")).into_iter();
        let judged = verdicts.filter(|found| found.target == "T1" && found.period == domain::Period::Year(year));
        judged.filter_map(|found| found.unit).map(|unit| world.facts.roster.id(unit).to_owned()).collect()
    };
    plan.targets[0].who.levels = [1].into();
    assert_eq!(judged(&plan, &world, 2023), ["a0", "a1", "d1"]);
    assert_eq!(judged(&plan, &world, 2024), ["a0", "a1", "a4", "d1"]);
    let marked = world.unit("a1");
    world.facts.roster.get_mut(marked).unwrap().tags.push("mountain".into());
    plan.targets[0].who.tags = ["mountain".to_owned()].into();
    assert_eq!(judged(&plan, &world, 2024), ["a1"]);
}

#[test]
fn rows_count_for_the_parent_of_their_own_day() {
    let units = ["d1 district", "d2 district", "c1 commune d1"];
    let rows = ["2024-06-30 c1 model 1", "2024-07-01 c1 model 2", "- c1 model 4", "2024 c1 model 8"];
    let world = World::new(&units).moves("c1", "2024-07-01", "d2").rows(&rows);
    let plan = plan();
    let of = |district| figures(&world.verdict(&plan, "2030-12-31", "T4", district, "2022-2030"));
    assert_eq!(of("d1"), (9, 13, 0, None), "a coarse row goes by its first day");
    assert_eq!(of("d2"), (2, 6, 0, None));
}

#[test]
fn a_title_counts_once_and_its_plan_only_while_it_is_open() {
    let plan = plan_with(&[("news-counting", "title")]);
    let cases: [(&[&str], _); 5] = [
        (&["2024-02-01 c1 news 3 \"A", "2024-02-02 c1 news 1 \"a"], (1, 1, 0)),
        (&["2024-02-01 c1 news 3 \"A unknown", "2024-02-02 c1 news 1 \"A"], (1, 1, 0)),
        (&["2024-02-01 c1 news 3 \"A unknown", "2024-03-20 c1 news 1 \"A"], (0, 1, 1)),
        (&["2024-02-01 c1 news 3 \"A", "2024-03-20 c1 news 1 \"A"], (1, 1, 0)),
        (&["2024-02-01 c1 news 1 \"A", "2024-02-01 c1 news 1 \"Đ", "2024-02-02 c1 news 1 \"d"], (2, 2, 0)),
    ];
    for (rows, expected) in cases {
        let verdict = World::new(&["c1 commune"]).rows(rows).verdict(&plan, "2024-03-10", "T5", "c1", "2024-Q1");
        assert_eq!((verdict.n_lo, verdict.n_hi, verdict.planned), expected, "{rows:?}");
    }
}

#[test]
fn counted_rows_are_the_certain_ones() {
    let rows = [
        "2024-02-01 c1 news 1 \"A",
        "2024-02-01 c1 news 1 \"A",
        "2024 c1 news 9",
        "2024-02-02 c1 news 2",
        "2024-02-03 c1 event 1",
        "2024-02-03 c1 news 0",
    ];
    let world = World::new(&["c1 commune"]).rows(&rows);
    let plan = plan();
    let verdict = world.verdict(&plan, "2024-12-31", "T5", "c1", "2024-Q1");
    assert_eq!(counted_rows(&plan, &world.facts, day("2024-12-31"), &verdict), [0, 3]);
}

#[test]
fn output_is_sorted_by_target_period_and_unit_id() {
    let world = World::new(&["p province", "z agency p", "a agency p", "m union p", "c1 commune p"]);
    let plan = plan();
    let verdicts = Judge::new(&plan, &world.facts, day("2024-02-01")).verdicts();
    let key = |verdict: &Verdict| {
        let unit = verdict.unit.map_or("*", |unit| world.facts.roster.id(unit));
        (verdict.target.clone(), verdict.period.to_string(), unit.to_owned())
    };
    let keys: Vec<_> = verdicts.iter().map(key).collect();
    assert!(keys.is_sorted() && keys.windows(2).all(|pair| pair[0] != pair[1]));
    assert!(keys.iter().all(|(target, _, _)| target != "X1"), "a target that is off is not judged");
}

#[test]
fn windows_are_cut_by_life_and_plan() {
    let mut world = World::new(&["c1 commune", "s1 school"]);
    let unit = world.unit("c1");
    world.facts.roster.get_mut(unit).unwrap().versions[0].life.to = Some(day("2025-06-30"));
    let plan = plan_with(&[("t8-year", "school_year")]);
    let cases = [
        ("T5", "c1", "2025-Q2", Some("2025-Q2"), "2025-06-30"),
        ("T1", "c1", "2025", Some("2025-H1"), "2025-06-30"),
        ("T1", "c1", "2026", None, "2026-12-31"),
        ("T8", "s1", "2021-SY", Some("2022-01-01/2022-08-31"), "2022-08-31"),
        ("T8", "s1", "2030-SY", Some("2030-09-01/2030-12-31"), "2030-12-31"),
        ("T2", "s1", "2024-AM", Some("2024-11-15/2024-12-15"), "2024-12-15"),
    ];
    for (target, unit, period, window, deadline) in cases {
        let verdict = world.verdict(&plan, "2025-01-31", target, unit, period);
        assert_eq!((verdict.window, verdict.deadline), (window.map(span), day(deadline)), "{target} {period}");
    }
}
