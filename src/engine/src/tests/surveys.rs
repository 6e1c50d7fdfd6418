//! Survey targets: figures, reasons and receipts. What state comes out is in `cases/aims.toml`.

use super::world::{World, day, milestone, plan};
use crate::explain;
use domain::{ArithmeticLine, Evidence, Exclusion, Figures, Outcome, Reason, State, Verdict};
use plan::{Direction, Measure, Plan, Scale, SurveyDue, SurveyRule, SurveyStep, Tenths};

/// T1 of the probe plan, as ten percent more awareness by the end of 2030 than in 2025; more than 15 is beyond.
fn awareness() -> Plan {
    let mut plan = plan();
    let step = SurveyStep {
        id: "2030".into(),
        by: day("2030-12-31"),
        at_least: Tenths(100),
        beyond: Some(Tenths(150)),
        quote: String::new(),
    };
    plan.targets[0].measure = Measure::Survey(SurveyRule {
        measure: "Nhận_thức".into(),
        direction: Direction::Increase,
        scale: Scale::Percent,
        due: SurveyDue::Since { base_year: 2025, steps: vec![step] },
    });
    plan
}

fn verdict(rows: &[&str]) -> Verdict {
    World::new(&["c1 commune"]).surveys(rows).verdict(&awareness(), "2030-12-31", "T1", "c1", "2030")
}

#[test]
fn the_figures_are_tenths_of_what_was_achieved() {
    let cases = [
        ("c1 nhan-thuc 2030 44", State::NoData, 0),
        ("c1 nhậnthức 2030 44", State::NoData, 0),
        ("c1 NHẬN_THỨC 2030 44", State::Met, 100),
        ("c1 nhận_thức 2030 43,999", State::Missed, 99),
        ("c1 nhận_thức 2030 39 %", State::Missed, 0),
        ("c1 nhận_thức 2030 khoảng 44", State::NoData, 0),
    ];
    for (row, state, tenths) in cases {
        let found = verdict(&["c1 Nhận_thức 2025 40", row]);
        assert_eq!((found.state, found.n_lo, found.n_hi), (state, tenths, tenths), "{row}");
        assert_eq!((found.figures, found.threshold, found.den), (Figures::Tenths, 100, None));
        let evidence = if state == State::NoData { Evidence::None } else { Evidence::Reported };
        assert_eq!(found.evidence, evidence, "{row}");
    }
}

#[test]
fn what_is_beyond_the_upper_bound_passes_and_says_so() {
    let of = |value: &str| {
        let found = verdict(&["c1 Nhận_thức 2025 40", &format!("c1 Nhận_thức 2030 {value}")]);
        (found.state, found.reason)
    };
    assert_eq!(of("46"), (State::Met, None));
    assert_eq!(of("46.001"), (State::Met, Some(Reason::Beyond)));
}

#[test]
fn a_percentage_of_nothing_has_no_base() {
    let none = verdict(&["c1 Nhận_thức 2030 44"]);
    assert_eq!((none.state, none.reason), (State::NoData, Some(Reason::NoBaseline)));
    let zero = verdict(&["c1 Nhận_thức 2025 0", "c1 Nhận_thức 2030 44"]);
    assert_eq!((zero.state, zero.reason), (State::NoData, Some(Reason::NoBaseline)));
}

#[test]
fn a_date_that_leaves_the_last_value_open_gives_both_bounds() {
    let mut plan = awareness();
    let Measure::Survey(SurveyRule { due: SurveyDue::Since { steps, .. }, .. }) = &mut plan.targets[0].measure else {
        panic!("T1 is a survey")
    };
    steps[0].by = day("2030-06-30");
    let rows = ["c1 Nhận_thức 2025 40", "c1 Nhận_thức 2030-05 42", "c1 Nhận_thức 2030 44"];
    let world = World::new(&["c1 commune"]).surveys(&rows);
    let found = world.verdict(&plan, "2030-12-31", "T1", "c1", "2030");
    assert_eq!((found.state, found.reason), (State::Uncertain, Some(Reason::PossibleOnly)));
    assert_eq!((found.n_lo, found.n_hi), (50, 100));
}

#[test]
fn the_receipt_names_the_base_the_last_value_and_what_it_replaced() {
    let rows = [
        "c1 Nhận_thức 2030-11 44",
        "c1 Nhận_thức 2027 41",
        "c1 Nhận_thức 2025 40",
        "c1 Nhận_thức 2019 30",
        "c1 Khác 2030 1",
    ];
    let world = World::new(&["c1 commune"]).surveys(&rows);
    let plan = awareness();
    let found =
        explain(&plan, &world.facts, day("2030-12-31"), "T1", Some(world.unit("c1")), &milestone("2030")).unwrap();
    assert_eq!(found.arithmetic, [ArithmeticLine::Counted(100), ArithmeticLine::Required(100)]);
    let rows: Vec<(u32, Outcome)> = found.rows.iter().map(|row| (row.row, row.outcome.clone())).collect();
    let excluded = |why| Outcome::Excluded(why);
    assert_eq!(
        rows,
        [
            (2, Outcome::Counted),
            (4, Outcome::Counted),
            (3, excluded(Exclusion::Superseded)),
            (5, excluded(Exclusion::OutsideWindow)),
        ]
    );
    assert_eq!(found.rows[0].title, "Nhận_thức: 44");
}

#[test]
fn a_value_that_falls_short_speaks_for_twelve_months() {
    for (date, state) in [("2029-12-31", State::NoData), ("2030-01-01", State::Missed)] {
        assert_eq!(verdict(&["c1 Nhận_thức 2025 40", &format!("c1 Nhận_thức {date} 41")]).state, state, "{date}");
    }
}

#[test]
fn a_survey_is_due_from_the_first_day_of_its_term() {
    let mut plan = awareness();
    let Measure::Survey(rule) = &mut plan.targets[0].measure else { panic!("T1 is a survey") };
    rule.due = SurveyDue::EachYear { at_least: Tenths(100), beyond: None };
    let world = World::new(&["c1 commune"]).surveys(&["c1 Nhận_thức 2025 40", "c1 Nhận_thức 2026-01-01 44"]);
    for (as_of, state) in [("2025-12-31", State::NotYetDue), ("2026-01-01", State::OnTrack)] {
        assert_eq!(world.verdict(&plan, as_of, "T1", "c1", "2026").state, state, "{as_of}");
    }
}

#[test]
fn without_a_value_nobody_can_say_how_much_is_missing() {
    let change = |rows: &[&str]| {
        let world = World::new(&["c1 commune"]).surveys(rows);
        let unit = Some(world.unit("c1"));
        let found = explain(&awareness(), &world.facts, day("2030-12-31"), "T1", unit, &milestone("2030"));
        found.unwrap().change.map(|change| change.missing)
    };
    assert_eq!(change(&["c1 Nhận_thức 2025 40"]), None);
    // 42 is five percent more than 40: five of ten are missing, in tenths.
    assert_eq!(change(&["c1 Nhận_thức 2025 40", "c1 Nhận_thức 2030 42"]), Some(50));
}
