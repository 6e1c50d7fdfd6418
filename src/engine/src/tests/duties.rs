//! Duties: who is asked, and what each day says.

use super::world::{World, day, plan};
use crate::judge;
use domain::{Reason, State, TableKind};

#[test]
fn each_day_of_a_duty_has_its_state() {
    let cases = [
        ("2023-12-31", None, State::NotYetDue),
        ("2024-01-01", None, State::OnTrack),
        ("2024-05-29", None, State::OnTrack),
        ("2024-05-30", None, State::AtRisk),
        ("2024-06-09", None, State::AtRisk),
        ("2024-06-10", None, State::Missed),
        ("2024-06-09", Some("2024-06-09"), State::Met),
        ("2024-06-08", Some("2024-06-09"), State::AtRisk),
        ("2024-06-10", Some("2024-06-10"), State::Late),
        ("2025-06-10", Some("2024-12-31"), State::Late),
    ];
    for (as_of, handed_in, state) in cases {
        let rows: Vec<String> = handed_in.iter().map(|on| format!("d1 half 2024-H1 {on}")).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let world = World::new(&["d1 district"]).submissions(&rows);
        let verdict = world.verdict(&plan(), as_of, "R-half", "d1", "2024-H1");
        assert_eq!(verdict.state, state, "{as_of} {handed_in:?}");
        assert_eq!(verdict.deadline, day("2024-06-09"));
    }
}

#[test]
fn a_register_tells_nothing_of_the_days_after_its_cut_off() {
    let unknown = (State::NoData, Some(Reason::CutOff));
    let missed = (State::Missed, None);
    let cases: [(&[Option<&str>], _); 5] = [
        (&[Some("2024-06-08")], unknown),
        (&[Some("2024-06-09")], missed),
        (&[None], missed),
        (&[Some("2024-03-31"), Some("2024-06-30")], missed),
        (&[Some("2024-03-31"), Some("2024-06-08")], unknown),
    ];
    for (cut_offs, expected) in cases {
        let mut world = World::new(&["d1 district"]).submissions(&["d1 half 2023-H1 2023-01-05"]);
        for cut_off in cut_offs {
            world = world.table("register.csv", *cut_off);
            world.facts.tables.last_mut().unwrap().kind = TableKind::Submissions;
        }
        let verdict = world.verdict(&plan(), "2024-06-20", "R-half", "d1", "2024-H1");
        assert_eq!((verdict.state, verdict.reason), expected, "{cut_offs:?}");
    }
}

#[test]
fn the_first_of_several_submissions_decides() {
    let rows = ["d1 half 2024-H1 2024-06-20", "d1 half 2024-H1 2024-06-01", "d1 half 2023-H1 2023-01-05"];
    let world = World::new(&["d1 district"]).submissions(&rows);
    assert_eq!(world.verdict(&plan(), "2024-12-31", "R-half", "d1", "2024-H1").state, State::Met);
}

#[test]
fn of_agencies_and_unions_only_those_of_the_province_are_asked() {
    let units =
        ["p province", "d1 district p", "a0 agency", "a1 agency p", "a2 agency d1", "u2 union d1", "a3 agency a1"];
    let world = World::new(&units).submissions(&[]);
    let verdicts = judge(&plan(), &world.facts, day("2024-12-31"));
    let asked = verdicts.iter().filter(|found| found.target == "R-year" && found.period.year() == Some(2024));
    let asked: Vec<&str> = asked.filter_map(|found| found.unit).map(|unit| world.facts.roster.id(unit)).collect();
    assert_eq!(asked, ["a0", "a1", "a3", "d1"]);
}

#[test]
fn a_unit_that_did_not_live_before_the_deadline_is_not_asked() {
    let mut world = World::new(&["d1 district"]).submissions(&[]);
    let unit = world.unit("d1");
    world.facts.roster.get_mut(unit).unwrap().versions[0].life.to = Some(day("2024-12-31"));
    let plan = plan();
    assert_eq!(world.verdict(&plan, "2026-01-01", "R-half", "d1", "2024-H1").state, State::Missed);
    let after = world.verdict(&plan, "2026-01-01", "R-half", "d1", "2025-H1");
    assert_eq!((after.state, after.reason), (State::NotApplicable, Some(Reason::OutsideLife)));
}

#[test]
fn a_duty_without_a_day_is_never_judged() {
    let world = World::new(&["a1 agency"]).submissions(&[]);
    assert!(judge(&plan(), &world.facts, day("2024-12-31")).iter().all(|found| found.target != "R-undated"));
}

#[test]
fn a_duty_of_every_year_is_asked_in_years_whose_day_lies_in_the_plan() {
    let years = |from: &str, to: &str| -> Vec<String> {
        let plan = plan::Plan { from: day(from), to: day(to), ..plan() };
        let verdicts = judge(&plan, &World::new(&["d1 district"]).submissions(&[]).facts, day("2024-12-31"));
        verdicts.iter().filter(|found| found.target == "R-half").map(|found| found.period.to_string()).collect()
    };
    assert_eq!(years("2022-06-09", "2024-06-10"), ["2022-H1", "2023-H1", "2024-H1"]);
    assert_eq!(years("2022-06-10", "2024-06-09"), ["2023-H1"]);
}
