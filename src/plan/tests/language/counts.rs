//! Targets that count: how much is enough, of what, in one part or in several.

use crate::{BASE, measure, parts, plan, refused, said_of, target};
use domain::{ActivityKind, NaiveDate, UnitKind};
use plan::{Amount, Measure, Phase, Phased, Untagged};
use std::collections::BTreeSet;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn phases(first: u32, second: u32) -> Phased {
    Phased::Phases(vec![
        Phase { from: day(2021, 1, 1), to: day(2025, 12, 31), value: first },
        Phase { from: day(2026, 1, 1), to: day(2030, 12, 31), value: second },
    ])
}

/// A target of the year that counts events.
fn events(measure: &str, lines: &str) -> String {
    format!("measure = {{ count = [\"event\"]{measure} }}\nwindow = \"year\"\n{lines}")
}

const TWO_PHASES: &str =
    "phase = [{ from = 2021-01-01, to = 2025-12-31, FIRST }, { from = 2026-01-01, to = 2030-12-31, SECOND }]";

fn two_phases(first: &str, second: &str) -> String {
    TWO_PHASES.replace("FIRST", first).replace("SECOND", second)
}

#[test]
fn what_is_asked_is_a_number_or_a_percentage_and_may_change_with_the_years() {
    let people = |of| Amount::People { of };
    let always = Phased::Always;
    for (measure, lines, amount, at_least) in [
        ("", "at_least = 2", Amount::Activities, always(2)),
        ("", &two_phases("at_least = 2", "at_least = 3"), Amount::Activities, phases(2, 3)),
        (", sum = \"activities\"", "at_least = 1", Amount::Activities, always(1)),
        (", sum = \"people\"", "at_least = 100000", people(None), always(100_000)),
        (", sum = \"people\"", &two_phases("at_least = 10", "at_least = 20"), people(None), phases(10, 20)),
        (", sum = \"women_percent\"", "at_least_percent = 50", Amount::WomenPercent, always(50)),
        (
            ", sum = \"women_percent\"",
            &two_phases("at_least_percent = 40", "at_least_percent = 50"),
            Amount::WomenPercent,
            phases(40, 50),
        ),
        (
            ", sum = \"people\"",
            &format!("population = 250000\n{}", two_phases("at_least_percent = 40", "at_least_percent = 60")),
            people(Some(250_000)),
            phases(100_000, 150_000),
        ),
    ] {
        let part = parts(&events(measure, lines)).remove(0);
        assert_eq!((part.amount, part.at_least), (amount, at_least), "{measure} {lines}");
    }
}

#[test]
fn a_phase_is_in_force_from_its_first_day_to_its_last() {
    let gap = Phased::Phases(vec![
        Phase { from: day(2022, 1, 1), to: day(2024, 12, 31), value: 2 },
        Phase { from: day(2026, 1, 1), to: day(2026, 1, 1), value: 3 },
    ]);
    for (on, number) in [
        (day(2021, 12, 31), None),
        (day(2022, 1, 1), Some(2)),
        (day(2024, 12, 31), Some(2)),
        (day(2025, 1, 1), None),
        (day(2025, 12, 31), None),
        (day(2026, 1, 1), Some(3)),
        (day(2026, 1, 2), None),
    ] {
        assert_eq!(gap.on(on), number, "{on}");
        assert_eq!(Phased::Always(7).on(on), Some(7));
    }
}

#[test]
fn a_share_of_people_is_rounded_up_to_a_whole_person() {
    for (population, percent, people) in
        [(100, 60, 60), (101, 60, 61), (105, 60, 63), (1, 1, 1), (99, 100, 99), (429_496_729, 100, 429_496_729)]
    {
        let asked = format!("population = {population}\nat_least_percent = {percent}");
        let part = parts(&events(", sum = \"people\"", &asked)).remove(0);
        assert_eq!(part.at_least, Phased::Always(people), "{percent} % of {population}");
        assert_eq!(part.amount, Amount::People { of: Some(population) });
    }
}

#[test]
fn a_number_that_does_not_fit_what_is_added_up_is_refused() {
    let percent_help = "(a percentage needs `sum = \"people\"` with `population`, or `sum = \"women_percent\"`)";
    let people = ", sum = \"people\"";
    let women = ", sum = \"women_percent\"";
    refused(&[
        (&events("", ""), "{ count = [\"event\"] }: a target that counts needs `at_least`, or a `phase`"),
        (&events("", "at_least = 0"), "0: `0` is not a number of activities from 1 up"),
        (&events("", "at_least = 2.5"), "2.5: `2.5` is not a number of activities from 1 up"),
        (&events("", "at_least = -1"), "-1: `-1` is not a number from 0 up"),
        (&events("", "at_least = true"), "true: invalid type: boolean `true` (expected a number)"),
        (&events(people, "at_least = 0"), "0: `0` is not a number of people from 1 up"),
        (
            &events("", "at_least_percent = 50"),
            &format!("50: a number of activities is not asked in percent {percent_help}"),
        ),
        (
            &events(people, "at_least_percent = 50"),
            &format!("50: a number of people is not asked in percent {percent_help}"),
        ),
        (
            &events(people, "population = 1000\nat_least = 50"),
            "50: a share is asked in percent (write `at_least_percent`)",
        ),
        (
            &events(people, "population = 1000"),
            "{ count = [\"event\"], sum = \"people\" }: a target that counts needs `at_least_percent`, or a `phase`",
        ),
        (&events(people, "population = 0\nat_least_percent = 5"), "0: `0` is not a number of people from 1 up"),
        (&events(women, "at_least = 50"), "50: a share is asked in percent (write `at_least_percent`)"),
        (&events(women, "at_least_percent = 0"), "0: `0` is not a percentage from 1 to 100"),
        (&events(women, "at_least_percent = 101"), "101: `101` is not a percentage from 1 to 100"),
        (
            &events(women, "population = 1000\nat_least_percent = 50"),
            "1000: only `sum = \"people\"` is a share of `population`",
        ),
        (&events("", "population = 1000\nat_least = 5"), "1000: only `sum = \"people\"` is a share of `population`"),
        (
            &events(", sum = \"people\", distinct = \"title\"", "at_least = 5"),
            "\"title\": `distinct` counts activities, not people",
        ),
        (
            &events(", sum = \"people\", aggregated = \"spread\"", "at_least = 5"),
            "\"spread\": `aggregated` counts activities, not people",
        ),
    ]);
}

#[test]
fn each_phase_asks_in_the_same_way() {
    let phase = |first: &str, second: &str| events("", &two_phases(first, second));
    refused(&[
        (
            &events("", "phase = [{ from = 2021-01-01, to = 2025-12-31 }]"),
            "{ from = 2021-01-01, to = 2025-12-31 }: a phase needs `at_least`",
        ),
        (
            &phase("at_least = 1", "at_least_percent = 10"),
            "10: a number of activities is not asked in percent (a percentage needs `sum = \"people\"` with \
             `population`, or `sum = \"women_percent\"`)",
        ),
        (&phase("at_least = 1", "at_least = 0"), "0: `0` is not a number of activities from 1 up"),
        (
            &format!("{}\nat_least = 1", phase("at_least = 1", "at_least = 2")),
            &format!(
                "{}: `at_least` and `phase` exclude each other",
                two_phases("at_least = 1", "at_least = 2").trim_start_matches("phase = ")
            ),
        ),
        (
            &events("", "phase = [{ from = 2026-01-01, to = 2025-12-31, at_least = 1 }]"),
            "2025-12-31: the phase ends before it begins",
        ),
        (
            &phase("at_least = 1", "at_least = 2").replace("2026-01-01", "2025-12-31"),
            "2025-12-31: the phase overlaps the one before (phases come in order of time, and a day belongs to one of \
             them)",
        ),
    ]);
}

#[test]
fn a_share_of_units_may_grow_with_the_years() {
    let aggregate = |fields: &str| events("", &format!("at_least = 1\naggregate = {{ at = [\"province\"]{fields} }}"));
    for (fields, at_least_percent) in [
        (", at_least_percent = 100".to_owned(), Phased::Always(100)),
        (format!(", {}", two_phases("at_least_percent = 80", "at_least_percent = 100")), phases(80, 100)),
    ] {
        let Measure::Count(rule) = measure(&aggregate(&fields)) else { panic!("{fields}") };
        let expected = plan::Aggregate { at_least_percent, at: BTreeSet::from([UnitKind::Province]) };
        assert_eq!(rule.aggregate, Some(expected));
    }
    refused(&[
        (&aggregate(""), "{ at = [\"province\"] }: a share of units needs `at_least_percent`, or a `phase`"),
        (&aggregate(", at_least_percent = 101"), "101: `101` is not a percentage from 1 to 100"),
        (
            &aggregate(", phase = [{ from = 2021-01-01, to = 2025-12-31, at_least = 80 }]"),
            "80: a share is asked in percent (write `at_least_percent`)",
        ),
        (
            &aggregate(
                ", at_least_percent = 1, phase = [{ from = 2021-01-01, to = 2025-12-31, at_least_percent = 80 }]",
            ),
            "[{ from = 2021-01-01, to = 2025-12-31, at_least_percent = 80 }]: `at_least_percent` and `phase` exclude \
             each other",
        ),
    ]);
}

const FIRST_PART: &str =
    "[[target.part]]\nmeasure = { count = [\"event\"], channels = [\"truyền hình\"] }\nat_least = 4";
const SECOND_PART: &str = "[[target.part]]\nmeasure = { count = [\"pledge\"], since_start = true }\nat_least = 1";

#[test]
fn parts_keep_their_order_and_their_own_numbers() {
    let parts = parts(&format!("window = \"year\"\n{FIRST_PART}\n{SECOND_PART}"));
    let kinds: Vec<Vec<_>> = parts.iter().map(|part| part.count.iter().map(|kind| kind.code()).collect()).collect();
    assert_eq!(kinds, [vec!["event"], vec!["pledge"]]);
    assert_eq!(parts.iter().map(|part| part.since_start).collect::<Vec<_>>(), [false, true]);
    assert_eq!(parts.iter().map(|part| part.at_least.clone()).collect::<Vec<_>>(), [4, 1].map(Phased::Always));
    assert_eq!(parts[0].channels, BTreeSet::from(["truyền hình".to_owned()]));
    assert_eq!((parts[0].untagged, parts[0].count.contains(&ActivityKind::Pledge)), (Untagged::Ignore, false));
}

#[test]
fn parts_stand_in_the_place_of_measure_and_number() {
    let part = "[[target.part]]\nmeasure = { count = [\"event\"] }";
    refused(&[
        (
            &format!("measure = {{ count = [\"event\"] }}\nwindow = \"year\"\n{FIRST_PART}"),
            "[[target.part]]: `measure` and `part` exclude each other",
        ),
        (&format!("window = \"year\"\nat_least = 4\n{FIRST_PART}"), "4: a target with parts has no `at_least`"),
        (
            &format!("window = \"year\"\nphase = []\npopulation = 9\n{FIRST_PART}"),
            "9: a target with parts has no `population`",
        ),
        (FIRST_PART, "[[target.part]]: a target that counts needs `window`"),
        (&format!("window = \"year\"\n{part}"), "{ count = [\"event\"] }: a part needs `at_least`, or a `phase`"),
        (
            &format!("window = \"year\"\n{FIRST_PART}\n{part}\nat_least = 0"),
            "0: `0` is not a number of activities from 1 up",
        ),
        ("window = \"year\"\n[[target.part]]\nmeasure = { tick = true }", "{ tick = true }: a part needs `count`"),
        (
            "window = \"year\"\n[[target.part]]\nmeasure = { count = [\"event\"], scale = \"points\" }\nat_least = 1",
            "\"points\": a part has no `scale`",
        ),
        (
            "window = \"year\"\n[[target.part]]\nmeasure = { count = [] }\nat_least = 1",
            "[]: nothing is counted: `count` and `or_tag` are empty",
        ),
        (
            &format!("window = \"year\"\n{part}\nat_least = 1\nwindow = \"year\""),
            "window: unknown field `window` (known are `at_least`, `at_least_percent`, `measure`, `phase`, `population`)",
        ),
    ]);
}

#[test]
fn counting_from_the_start_means_nothing_where_the_window_is_the_whole_plan() {
    let help = "(a window of the whole plan begins with the rule: leave `since_start` out)";
    let expected = format!("true: `since_start` changes nothing in this window {help}");
    refused(&[
        (&events(", since_start = true", "at_least = 1").replace("\"year\"", "\"plan\""), &expected),
        (&format!("window = \"plan\"\n{SECOND_PART}"), &expected),
        (&format!("window = \"plan\"\n{FIRST_PART}\n{SECOND_PART}"), &expected),
    ]);
    assert!(parts(&events(", since_start = true", "at_least = 1"))[0].since_start);
}

#[test]
fn rows_for_the_hamlets_need_the_tag_that_marks_them() {
    let (before, after) = BASE.split_once("[tag.for_hamlets]").unwrap();
    let undeclared = format!("{before}[tag.other]{after}");
    let said = "\"bounds\": `aggregated` is about rows with the tag `for_hamlets` (add `[tag.for_hamlets]` with the \
                words by which tables say so)";
    let single = target("T", &events(", aggregated = \"bounds\"", "at_least = 1"));
    let part = "[[target.part]]\nmeasure = { count = [\"event\"], aggregated = \"bounds\" }\nat_least = 1";
    let part = target("T", &format!("window = \"year\"\n{FIRST_PART}\n{part}"));
    for more in [single, part] {
        assert_eq!(said_of(&format!("{undeclared}{more}")), [said]);
        plan(&more);
    }
    assert_eq!(said_of(&format!("{undeclared}{}", target("T", &events("", "at_least = 1")))), Vec::<String>::new());
}
