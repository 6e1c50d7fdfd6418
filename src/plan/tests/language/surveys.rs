//! Surveys: the change since a base year, the value itself, the change from year to year.

use crate::{measure, refused};
use domain::NaiveDate;
use plan::{Direction, Measure, Scale, SurveyDue, SurveyRule, SurveyStep, Tenths};

fn rule(lines: &str) -> SurveyRule {
    match measure(lines) {
        Measure::Survey(rule) => rule,
        other => panic!("not a survey: {other:?}"),
    }
}

fn step(id: &str, year: i32, at_least: u32, beyond: Option<u32>) -> SurveyStep {
    let by = NaiveDate::from_ymd_opt(year, 12, 31).unwrap();
    SurveyStep { id: id.into(), by, at_least: Tenths(at_least), beyond: beyond.map(Tenths), quote: String::new() }
}

/// A survey whose measure and steps have these fields.
fn with_steps(measure: &str, lines: &str, steps: &[&str]) -> String {
    let steps: Vec<String> = steps.iter().map(|step| format!("{{ {step} }}")).collect();
    format!("measure = {{ survey = \"awareness\", {measure} }}\n{lines}\nstep = [{}]", steps.join(", "))
}

const BY_2030: &str = "id = \"2030\", by = 2030-12-31, at_least = 10";

#[test]
fn a_change_is_held_against_a_base_year() {
    let lines = with_steps(
        "direction = \"increase\"",
        "base_year = 2025",
        &["id = \"2027\", by = 2027-12-31, at_least = 2.5", &format!("{BY_2030}, beyond = 15, quote = \"10–15%\"")],
    );
    let last = SurveyStep { quote: "10–15%".into(), ..step("2030", 2030, 100, Some(150)) };
    assert_eq!(
        rule(&lines),
        SurveyRule {
            measure: "awareness".into(),
            direction: Direction::Increase,
            scale: Scale::Percent,
            due: SurveyDue::Since { base_year: 2025, steps: vec![step("2027", 2027, 25, None), last] },
        }
    );
}

#[test]
fn a_change_is_in_percent_unless_it_is_in_points() {
    for (written, scale) in
        [("", Scale::Percent), (", scale = \"percent\"", Scale::Percent), (", scale = \"points\"", Scale::Points)]
    {
        let measure = format!("direction = \"increase\"{written}");
        assert_eq!(rule(&with_steps(&measure, "base_year = 2025", &[BY_2030])).scale, scale);
    }
}

#[test]
fn without_a_base_the_value_itself_counts() {
    for (direction, beyond) in [("increase", 11), ("decrease", 9)] {
        let with_beyond = format!("{BY_2030}, beyond = {beyond}");
        let read = rule(&with_steps(&format!("direction = \"{direction}\", each_year = false"), "", &[&with_beyond]));
        assert_eq!(read.due, SurveyDue::Level { steps: vec![step("2030", 2030, 100, Some(beyond * 10))] });
    }
    let none_left = with_steps("direction = \"decrease\"", "", &["id = \"2030\", by = 2030-12-31, at_least = 0"]);
    assert_eq!(rule(&none_left).due, SurveyDue::Level { steps: vec![step("2030", 2030, 0, None)] });
}

#[test]
fn a_change_may_be_asked_every_year() {
    let each = "measure = { survey = \"violence\", direction = \"decrease\", each_year = true }";
    for (lines, at_least, beyond) in [
        ("at_least = 2", 20, None),
        ("at_least = 2.5\nbeyond = 3", 25, Some(Tenths(30))),
        ("at_least = 0.1\nbeyond = 100\nfrom = 2022-01-01\nto = 2029-12-31", 1, Some(Tenths(1000))),
    ] {
        let due = SurveyDue::EachYear { at_least: Tenths(at_least), beyond };
        assert_eq!(rule(&format!("{each}\n{lines}")).due, due);
    }
}

#[test]
fn a_survey_that_cannot_be_judged_is_refused() {
    let up = "direction = \"increase\"";
    let since = |steps: &[&str]| with_steps(up, "base_year = 2025", steps);
    let each = |lines: &str| {
        format!("measure = {{ survey = \"violence\", direction = \"decrease\", each_year = true }}\n{lines}")
    };
    refused(&[
        ("measure = { survey = \"awareness\" }", "{ survey = \"awareness\" }: a survey needs `direction`"),
        ("measure = { survey = \" \", direction = \"increase\" }", "\" \": a survey needs the name of its measure"),
        (
            "measure = { survey = \"a\", direction = \"increase\" }",
            "{ survey = \"a\", direction = \"increase\" }: a survey needs a `step`, or `each_year = true`",
        ),
        (
            &with_steps("direction = \"up\"", "", &[BY_2030]),
            "\"up\": unknown name `up` (known are `decrease`, `increase`)",
        ),
        (
            &with_steps("direction = \"increase\", scale = \"points\"", "", &[BY_2030]),
            "\"points\": only a change has a `scale` (a change needs `base_year`, or `each_year = true`)",
        ),
        (&with_steps(up, "base_year = 25", &[BY_2030]), "25: `25` is not a year from 1900 to 2100"),
        (
            &since(&["id = \"2025\", by = 2025-12-31, at_least = 10"]),
            "2025-12-31: the step is due before the base year 2025 is over",
        ),
        (&since(&[BY_2030, BY_2030]), "\"2030\": the id `2030` is taken"),
        (
            &since(&[BY_2030, "id = \"2028\", by = 2028-12-31, at_least = 1"]),
            "2028-12-31: step `2028` is not after `2030`",
        ),
        (&since(&["id = \"\", by = 2028-12-31, at_least = 1"]), "\"\": an id must not be empty"),
        (&since(&[&format!("{BY_2030}, beyond = 10")]), "10: `beyond` is not above `at_least`"),
        (
            &with_steps("direction = \"decrease\"", "", &[&format!("{BY_2030}, beyond = 10")]),
            "10: `beyond` is not below `at_least`",
        ),
        (&since(&["id = \"2030\", by = 2030-12-31, at_least = 2.55"]), "2.55: `2.55` has more than one decimal"),
        (
            &with_steps(
                "direction = \"decrease\"",
                "base_year = 2025",
                &["id = \"2030\", by = 2030-12-31, at_least = 100.1"],
            ),
            "100.1: nothing can decrease by `100.1` percent",
        ),
        (
            &each(""),
            "{ survey = \"violence\", direction = \"decrease\", each_year = true }: a survey of every year needs `at_least`",
        ),
        (&each("at_least = 2\nbeyond = 101"), "101: nothing can decrease by `101` percent"),
        (&each("at_least = 3\nbeyond = 2.9"), "2.9: `beyond` is not above `at_least`"),
        (&each("at_least = 3\nbase_year = 2025"), "2025: a survey of every year has no `base_year`"),
    ]);
}

#[test]
fn what_rises_or_is_told_in_points_may_change_by_more_than_a_hundred() {
    let far = "id = \"2030\", by = 2030-12-31, at_least = 150.5";
    for measure in ["direction = \"increase\"", "direction = \"decrease\", scale = \"points\""] {
        let due = rule(&with_steps(measure, "base_year = 2025", &[far])).due;
        assert_eq!(due, SurveyDue::Since { base_year: 2025, steps: vec![step("2030", 2030, 1505, None)] });
    }
}
