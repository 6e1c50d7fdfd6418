//! Explanations: law, readings, receipt, rows, change.

use super::world::{World, day, milestone, plan, plan_with, span};
use crate::explain;
use domain::{ActivityKind, ArithmeticLine, Change, Exclusion, Explanation, Outcome, Period};

fn explanation(world: &World, as_of: &str, target: &str, unit: Option<&str>, period: &Period) -> Explanation {
    explain(&plan(), &world.facts, day(as_of), target, unit.map(|unit| world.unit(unit)), period).unwrap()
}

#[test]
fn the_receipt_names_every_row_in_sight() {
    let rows = [
        "2024-02-01 c1 news 2 \"A",
        "2024-02-01 c1 news 2 \"A",
        "2024 c1 news 5",
        "2024-04-01 c1 news 7",
        "2023-04-01 c1 news 7",
        "2024-03-01 c1 event 3",
        "2024-05-01 c1 event 3",
        "2024-03-02 c1 news 1 planned",
        "2024-03-03 c1 news 0",
        "2024-03-04 c2 news 9",
    ];
    let world = World::new(&["c1 commune", "c2 commune"]).rows(&rows);
    let found = explanation(&world, "2024-12-31", "T5", Some("c1"), &Period::Quarter(2024, 1));
    assert_eq!(
        found.arithmetic,
        [
            ArithmeticLine::Found(17),
            ArithmeticLine::LessExcluded(Exclusion::OutsideWindow, 7),
            ArithmeticLine::LessExcluded(Exclusion::DuplicateOf(2), 2),
            ArithmeticLine::LessExcluded(Exclusion::Planned, 1),
            ArithmeticLine::LessPossible(5),
            ArithmeticLine::Counted(2),
            ArithmeticLine::Required(4),
        ]
    );
    let rows: Vec<(u32, Outcome)> = found.rows.iter().map(|row| (row.row, row.outcome.clone())).collect();
    assert_eq!(
        rows,
        [
            (2, Outcome::Counted),
            (4, Outcome::Possible),
            (3, Outcome::Excluded(Exclusion::DuplicateOf(2))),
            (5, Outcome::Excluded(Exclusion::OutsideWindow)),
            (7, Outcome::Excluded(Exclusion::OtherKind(ActivityKind::Event))),
            (9, Outcome::Excluded(Exclusion::Planned)),
            (10, Outcome::Excluded(Exclusion::Zero)),
        ]
    );
    assert!(found.rows.iter().all(|row| row.file == "a.csv" && row.unit == "c1"));
}

#[test]
fn the_smallest_change_knows_whether_days_are_left() {
    let world = World::new(&["c1 commune"]).rows(&["2024-02-01 c1 news 1"]);
    let change = |as_of| explanation(&world, as_of, "T5", Some("c1"), &Period::Quarter(2024, 1)).change.unwrap();
    let kind = Some(ActivityKind::News);
    let open = Change {
        missing: 3,
        kind,
        within: span("2024-03-02/2024-03-31"),
        only_forgotten_rows: false,
        confirm: Vec::new(),
        spare: None,
    };
    assert_eq!(change("2024-03-01"), open);
    let over = Change {
        missing: 3,
        kind,
        within: span("2024-Q1"),
        only_forgotten_rows: true,
        confirm: Vec::new(),
        spare: None,
    };
    assert_eq!(change("2024-03-31"), over);
}

#[test]
fn the_law_comes_along_with_the_window_s_own_clause() {
    let found =
        explanation(&World::new(&["a1 agency"]), "2024-12-31", "T2", Some("a1"), &Period::Named(2024, "AM".into()));
    let fragments: Vec<&str> = found.clauses.iter().map(|clause| clause.fragment.as_str()).collect();
    assert_eq!(fragments, ["", "15/11"]);
    assert!(found.clauses.iter().all(|clause| clause.text == "Từ 15/11 đến 15/12."));
    assert_eq!(found.full_window, Some(span("2024-11-15/2024-12-15")));
}

#[test]
fn readings_that_bear_on_the_verdict_are_named_with_the_option_in_force() {
    let world = World::new(&["c1 commune"]);
    let plan = plan_with(&[("news-counting", "title"), ("absence", "zero")]);
    let unit = Some(world.unit("c1"));
    let found = explain(&plan, &world.facts, day("2024-12-31"), "T5", unit, &Period::Quarter(2024, 1)).unwrap();
    let readings: Vec<(&str, &str, bool)> = found
        .readings
        .iter()
        .map(|reading| (reading.reading.as_str(), reading.option.as_str(), reading.is_default))
        .collect();
    assert_eq!(
        readings,
        [
            ("absence", "zero", false),
            ("partial-window", "cut_open", true),
            ("undated", "interval", true),
            ("duplicates", "once", true),
            ("plan-start", "2022-01-01", true),
            ("news-counting", "title", false),
            ("t5-window", "quarter", true),
        ]
    );
}

#[test]
fn a_share_lists_its_members_passing_ones_first() {
    let rows = ["k1 h1 2020 1 - -", "k2 h1 2020 - - -", "k3 h1 2020 0 - -"];
    let world = World::new(&["h1 hamlet"]).conventions(&rows);
    let found = explanation(&world, "2026-01-01", "T7", None, &milestone("2025"));
    assert_eq!(found.arithmetic, [ArithmeticLine::Share { lo: 1, hi: 2, den: 3, percent: 95 }]);
    let rows: Vec<(&str, Outcome)> = found.rows.iter().map(|row| (row.title.as_str(), row.outcome.clone())).collect();
    let excluded = Outcome::Excluded(Exclusion::NotFulfilled);
    assert_eq!(rows, [("k3", Outcome::Counted), ("k2", Outcome::Possible), ("k1", excluded)]);
    assert_eq!(found.change.map(|change| (change.missing, change.only_forgotten_rows)), Some((2, true)));
}

#[test]
fn shares_over_units_and_duties_can_be_explained_too() {
    let world = World::new(&["p province", "a1 agency p"])
        .rows(&["2024-11-20 a1 action_month 1"])
        .submissions(&["a1 half 2024-H1 2024-06-01", "a1 half 2024-H1 2024-06-02"]);
    let share = explanation(&world, "2024-12-31", "T2-share", Some("p"), &Period::Named(2024, "AM".into()));
    assert_eq!(share.arithmetic, [ArithmeticLine::Share { lo: 1, hi: 1, den: 1, percent: 100 }]);
    let duty = explanation(&world, "2024-12-31", "R-half", Some("a1"), &Period::Half(2024, 1));
    assert_eq!(duty.arithmetic, [ArithmeticLine::Counted(1), ArithmeticLine::Required(1)]);
    assert_eq!(duty.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [2, 3]);
}

#[test]
fn what_the_plan_does_not_judge_has_no_explanation() {
    let world = World::new(&["c1 commune", "s1 school"]);
    let plan = plan();
    let ask =
        |target, unit, period| explain(&plan, &world.facts, day("2024-12-31"), target, Some(world.unit(unit)), &period);
    assert_eq!(ask("T5", "s1", Period::Quarter(2024, 1)), None);
    assert_eq!(ask("T5", "c1", Period::Quarter(2031, 1)), None);
    assert_eq!(ask("X1", "c1", Period::Range(2022, 2030)), None);
    assert_eq!(ask("T9", "c1", Period::Year(2024)), None);
}

#[test]
fn a_row_of_evidence_says_all_that_its_activity_says() {
    let world = World::new(&["c1 commune"]).rows(&["2024-02-01 c1 event 9", "2024-02-01 c1 news 2 \"A @loa"]);
    let found = explanation(&world, "2024-12-31", "T5", Some("c1"), &Period::Quarter(2024, 1));
    let row = found.rows.iter().find(|row| row.row == 3).unwrap();
    assert_eq!((row.activity, row.kind, row.count), (Some(1), Some(ActivityKind::News), 2));
    assert_eq!((row.channel.as_str(), row.title.as_str()), ("loa", "A"));
}

#[test]
fn of_what_was_handed_in_twice_the_first_counts() {
    let rows = ["d1 half 2024-H1 2024-06-20", "d1 half 2024-H1 2024-06-01"];
    let world = World::new(&["d1 district"]).submissions(&rows);
    let found = explanation(&world, "2024-12-31", "R-half", Some("d1"), &Period::Half(2024, 1));
    let outcomes: Vec<(u32, Outcome)> = found.rows.iter().map(|row| (row.row, row.outcome.clone())).collect();
    assert_eq!(outcomes, [(3, Outcome::Counted), (2, Outcome::Excluded(Exclusion::DuplicateOf(3)))]);
}
