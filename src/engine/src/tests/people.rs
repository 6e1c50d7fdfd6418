//! People reached, and the women among them: T1 of the probe plan made to add up people.

use super::world::{World, plan, plan_with};
use crate::state::Ruling;
use domain::{ArithmeticLine, Figures, Period, Reason, State, Verdict};
use plan::{Amount, Measure, Phased, Plan};

/// Rows, what is ruled, and women, women at most, people.
type ShareCase<'c> = (&'c [&'c str], Ruling, (u32, u32, u32));

fn adding_up(amount: Amount, at_least: u32, mut plan: Plan) -> Plan {
    let Measure::Count(rule) = &mut plan.targets[0].measure else { panic!("T1 counts") };
    rule.parts.first.amount = amount;
    rule.parts.first.at_least = Phased::Always(at_least);
    plan
}

fn people(rows: &[&str], as_of: &str) -> Verdict {
    let plan = adding_up(Amount::People { of: None }, 100, plan());
    World::new(&["c1 commune"]).rows(rows).verdict(&plan, as_of, "T1", "c1", "2024")
}

/// At least 40 percent women.
fn women(rows: &[&str], as_of: &str) -> Verdict {
    let plan = adding_up(Amount::WomenPercent, 40, plan());
    World::new(&["c1 commune"]).rows(rows).verdict(&plan, as_of, "T1", "c1", "2024")
}

#[test]
fn people_of_a_row_are_those_of_all_its_activities_together() {
    let cases: [(&[&str], Ruling, (u32, u32)); 8] = [
        (&["2024-02-01 c1 event 5 p=100"], (State::Met, None), (100, 100)),
        (&["2024-02-01 c1 event 5 p=99"], (State::Missed, None), (99, 99)),
        (&["2024-02-01 c1 event 1 p=60", "2024-03-01 c1 event 1 p=40"], (State::Met, None), (100, 100)),
        (
            &["2024-02-01 c1 event 1 p=60", "- c1 event 1 p=40"],
            (State::Uncertain, Some(Reason::PossibleOnly)),
            (60, 100),
        ),
        (&["2024-02-01 c1 event 1 p=60", "- c1 event 1 p=39"], (State::Missed, None), (60, 99)),
        (&["2024-02-01 c1 event 1 p=100", "2024-03-01 c1 event 1"], (State::Met, None), (100, Verdict::OPEN)),
        (&["2024-02-01 c1 event 0 p=100"], (State::Missed, None), (0, 0)),
        (&["2024-02-01 c1 news 1 p=100"], (State::NoData, Some(Reason::NothingReported)), (0, 0)),
    ];
    for (rows, ruling, figures) in cases {
        let found = people(rows, "2024-12-31");
        assert_eq!((found.state, found.reason), ruling, "{rows:?}");
        assert_eq!((found.n_lo, found.n_hi), figures, "{rows:?}");
        assert_eq!((found.figures, found.threshold, found.den), (Figures::People, 100, None));
    }
}

#[test]
fn a_row_that_does_not_say_its_people_never_makes_a_unit_miss() {
    for rows in [&["2024-02-01 c1 event 1"][..], &["2024-02-01 c1 event 1 p=1", "- c1 event 1"]] {
        let found = people(rows, "2024-12-31");
        assert_eq!((found.state, found.reason, found.upper()), (State::Uncertain, Some(Reason::PeopleUnknown), None));
    }
    // Other kinds, and rows outside of the window, open nothing.
    let found = people(&["2024-02-01 c1 event 1 p=1", "2024-02-01 c1 news 1", "2025-01-01 c1 event 1"], "2024-12-31");
    assert_eq!((found.state, found.upper()), (State::Missed, Some(1)));
}

#[test]
fn people_keep_pace_like_activities() {
    // 100 people over 366 days: ⌊100·E/366 + 1/4⌋ reaches 50 on day 183 (1 July), 49 on day 179.
    let rows = ["2024-01-01 c1 event 1 p=49"];
    let cases = [("2024-06-29", State::OnTrack, 49), ("2024-07-01", State::AtRisk, 50)];
    for (as_of, state, required) in cases {
        let found = people(&rows, as_of);
        assert_eq!((found.state, found.required_now), (state, Some(required)), "{as_of}");
    }
    let planned = people(&["2024-01-01 c1 event 1 p=49", "2024-12-01 c1 event 1 p=51 planned"], "2024-07-01");
    assert_eq!((planned.state, planned.planned), (State::OnTrack, 51));
}

#[test]
fn large_numbers_neither_wrap_nor_look_open() {
    let half = u32::MAX / 2;
    let row = format!("2024-01-01 c1 event 1 p={half}");
    let plan = adding_up(Amount::People { of: None }, u32::MAX - 1, plan());
    let world = World::new(&["c1 commune"]).rows(&[&row, &row]);
    let found = world.verdict(&plan, "2024-12-30", "T1", "c1", "2024");
    assert_eq!((found.state, found.n_lo, found.upper()), (State::Met, u32::MAX - 1, Some(u32::MAX - 1)));
    let more = world.rows(&[&row]).verdict(&plan, "2024-12-30", "T1", "c1", "2024");
    assert_eq!((more.state, more.upper()), (State::Met, Some(u32::MAX - 1)));
}

#[test]
fn identical_titles_count_once_with_all_their_people() {
    let mut plan = adding_up(Amount::People { of: None }, 100, plan_with(&[]));
    let Measure::Count(rule) = &mut plan.targets[0].measure else { panic!("T1 counts") };
    rule.parts.first.distinct_titles = true;
    let rows = ["2024-02-01 c1 event 2 p=60 \"A", "2024-03-01 c1 event 2 p=60 \"a"];
    let world = World::new(&["c1 commune"]).rows(&rows);
    assert_eq!(world.verdict(&plan, "2024-12-31", "T1", "c1", "2024").n_lo, 60);
}

#[test]
fn women_are_a_share_of_the_people_that_rows_name() {
    let cases: [ShareCase<'_>; 12] = [
        (&["2024-02-01 c1 event 1 p=100 w=40"], (State::Met, None), (40, 40, 100)),
        (&["2024-02-01 c1 event 1 p=100 w=39"], (State::Missed, None), (39, 39, 100)),
        (&["2024-02-01 c1 event 1 p=50 w=30", "2024-02-01 c1 event 1 p=50 w=10"], (State::Met, None), (40, 40, 100)),
        // More women than people are all of them.
        (&["2024-02-01 c1 event 1 p=40 w=90", "2024-02-01 c1 event 1 p=60 w=0"], (State::Met, None), (40, 40, 100)),
        // Women not said: from none to all.
        (&["2024-02-01 c1 event 1 p=100"], (State::Uncertain, Some(Reason::PeopleUnknown)), (0, 100, 100)),
        (&["2024-02-01 c1 event 1 p=61 w=0", "2024-02-02 c1 event 1 p=39"], (State::Missed, None), (0, 39, 100)),
        (
            &["2024-02-01 c1 event 1 p=60 w=0", "2024-02-02 c1 event 1 p=40"],
            (State::Uncertain, Some(Reason::PeopleUnknown)),
            (0, 40, 100),
        ),
        (&["2024-02-01 c1 event 1 p=50 w=50", "2024-02-02 c1 event 1 p=50"], (State::Met, None), (50, 100, 100)),
        // People not said: open on both sides.
        (
            &["2024-02-01 c1 event 1 p=10 w=10", "2024-02-02 c1 event 1 w=5"],
            (State::Uncertain, Some(Reason::PeopleUnknown)),
            (10, 10, 10),
        ),
        // A row that may count can pull the share down …
        (
            &["2024-02-01 c1 event 1 p=100 w=40", "- c1 event 1 p=1 w=0"],
            (State::Uncertain, Some(Reason::PossibleOnly)),
            (40, 40, 100),
        ),
        // … or up, or leave it where it is.
        (
            &["2024-02-01 c1 event 1 p=100 w=39", "- c1 event 1 p=2 w=2"],
            (State::Uncertain, Some(Reason::PossibleOnly)),
            (39, 39, 100),
        ),
        (&["2024-02-01 c1 event 1 p=100 w=39", "- c1 event 1 p=1 w=1"], (State::Missed, None), (39, 39, 100)),
    ];
    for (rows, ruling, figures) in cases {
        let found = women(rows, "2024-12-31");
        assert_eq!((found.state, found.reason), ruling, "{rows:?}");
        assert_eq!((found.n_lo, found.n_hi, found.den), (figures.0, figures.1, Some(figures.2)), "{rows:?}");
        assert_eq!((found.figures, found.threshold), (Figures::Women, 40));
    }
}

#[test]
fn a_share_of_nobody_does_not_apply() {
    let found = women(&["2024-02-01 c1 event 0"], "2024-12-31");
    assert_eq!((found.state, found.reason), (State::NotApplicable, Some(Reason::NothingInScope)));
    assert_eq!(women(&["2024-02-01 c1 event 1 p=0 w=0"], "2024-12-31").state, State::NotApplicable);
    assert_eq!(women(&[], "2024-12-31").state, State::NoData);
}

#[test]
fn while_the_year_lasts_a_share_keeps_up_if_it_passes_so_far() {
    let cases: [(&[&str], State, Option<u32>); 5] = [
        (&[], State::OnTrack, Some(0)),
        (&["2024-02-01 c1 event 1 p=100 w=40"], State::Met, Some(40)),
        (&["2024-02-01 c1 event 1 p=100 w=40", "- c1 event 1 p=1 w=0"], State::OnTrack, Some(40)),
        (&["2024-02-01 c1 event 1 p=101 w=40"], State::AtRisk, Some(41)),
        (&["2024-02-01 c1 event 1"], State::AtRisk, Some(0)),
    ];
    for (rows, state, required) in cases {
        let found = women(rows, "2024-06-30");
        assert_eq!((found.state, found.required_now), (state, required), "{rows:?}");
    }
}

#[test]
fn a_percentage_is_not_prorated() {
    let plan = adding_up(Amount::WomenPercent, 40, plan_with(&[("partial-window", "prorate")]));
    let mut world = World::new(&["c1 commune"]).rows(&["2024-02-01 c1 event 1 p=100 w=20"]);
    let unit = world.unit("c1");
    world.facts.roster.get_mut(unit).unwrap().versions[0].life.to = Some(super::world::day("2024-06-30"));
    let found = world.verdict(&plan, "2024-12-31", "T1", "c1", "2024");
    assert_eq!((found.state, found.threshold), (State::Missed, 40));
}

#[test]
fn the_receipt_reckons_in_people() {
    let rows = [
        "2024-02-01 c1 event 3 p=50 \"A",
        "2024-02-01 c1 event 3 p=50 \"A",
        "2024-03-01 c1 event 1",
        "- c1 event 1 p=20",
        "2024-03-01 c1 news 1 p=70",
    ];
    let world = World::new(&["c1 commune"]).rows(&rows);
    let explain = |amount| {
        let plan = adding_up(amount, 40, plan());
        let as_of = super::world::day("2024-12-31");
        crate::explain(&plan, &world.facts, as_of, "T1", Some(world.unit("c1")), &Period::Year(2024)).unwrap()
    };
    let duplicate = domain::Exclusion::DuplicateOf(2);
    assert_eq!(
        explain(Amount::People { of: Some(1000) }).arithmetic,
        [
            ArithmeticLine::Found(120),
            ArithmeticLine::LessExcluded(duplicate, 50),
            ArithmeticLine::LessPossible(20),
            ArithmeticLine::Counted(50),
            ArithmeticLine::Required(40),
        ]
    );
    let share = ArithmeticLine::Share { lo: 0, hi: 50, den: 50, percent: 40 };
    assert_eq!(explain(Amount::WomenPercent).arithmetic, [share]);
}
