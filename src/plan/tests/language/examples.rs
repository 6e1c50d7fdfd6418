//! The tables of examples: people, surveys and ticks.

use crate::{plan, said, target};

/// An example with one commune and these lines.
fn example(lines: &str) -> String {
    let head = "\n[[test]]\nname = \"Thử\"\nas_of = 2024-12-31\nunits = [[\"c1\", \"commune\", \"\"]]\nexpect = []\n";
    let ticked = target("M9", "measure = { tick = true }\nwindow = \"year\"");
    format!("{ticked}{head}{lines}\n")
}

fn activity(last: &str) -> String {
    example(&format!("activities = [[\"2024-03-05\", \"c1\", \"event\", 1{last}]]"))
}

#[test]
fn an_activity_may_say_how_many_people_and_women_it_reached() {
    for (last, people, women) in [
        (", \"\"", None, None),
        (", \"\", \"\", \"\", \"\", \"\", \"\", \"\", \"\"", None, None),
        (", \"\", \"\", \"\", \"\", \"\", \"\", \"30\"", Some(30), None),
        (", \"\", \"\", \"\", \"\", \"\", \"\", \"30\", \"30\"", Some(30), Some(30)),
        (", \"\", \"\", \"\", \"\", \"\", \"\", \"\", \"0\"", None, Some(0)),
    ] {
        let read = plan(&activity(last)).examples[0].activities[0].clone();
        assert_eq!((read.people, read.women), (people, women), "{last}");
    }
}

#[test]
fn surveys_and_ticks_are_tables_of_texts() {
    let lines = "surveys = [[\"c1\", \"awareness\", \"2025\", \"40.5\"]]\nticks = [[\"M9\", \"c1\", \"2024\"]]";
    let read = plan(&example(lines)).examples[0].clone();
    assert_eq!(read.surveys.unwrap(), [["c1", "awareness", "2025", "40.5"]]);
    assert_eq!(read.ticks, [["M9", "c1", "2024"]]);
    let without = plan(&example("")).examples[0].clone();
    assert_eq!((without.surveys, without.ticks.len()), (None, 0));
    assert_eq!(plan(&example("surveys = []")).examples[0].surveys, Some(Vec::new()));
}

#[test]
fn a_row_that_says_nothing_is_refused() {
    let columns = "tags, title, channel, status, relevant, audience, people, women";
    let blanks = ", \"\"".repeat(6);
    let row = "[\"2024-03-05\", \"c1\", \"event\", 1";
    for (more, expected) in [
        (
            activity(&", \"\"".repeat(9)),
            format!("{row}{}]: after the count come up to eight texts: {columns}", ", \"\"".repeat(9)),
        ),
        (activity(&format!("{blanks}, \"many\"")), "\"many\": `many` is not a number of people".to_owned()),
        (activity(&format!("{blanks}, \"-3\"")), "\"-3\": `-3` is not a number of people".to_owned()),
        (
            activity(&format!("{blanks}, \"30\", \"31\"")),
            format!("{row}{blanks}, \"30\", \"31\"]: 31 women among 30 people"),
        ),
        (
            example("surveys = [[\"c1\", \"awareness\", \"2025\"]]"),
            "[\"c1\", \"awareness\", \"2025\"]: a row of `surveys` has 4 cells".to_owned(),
        ),
        (
            example("surveys = [[\"c2\", \"awareness\", \"2025\", \"40\"]]"),
            "\"c2\": unknown unit `c2` (did you mean `c1`?)".to_owned(),
        ),
        (
            example("surveys = [[\"c1\", \"awareness\", \"\", \"40\"]]"),
            "\"\": `` is not a date such as `2024-03-05`, `2024-Q1` or `2024`".to_owned(),
        ),
        (
            example("surveys = [[\"c1\", \"awareness\", \"2025\", \"40,5\"]]"),
            "\"40,5\": `40,5` is not a value such as `40` or `40.5`".to_owned(),
        ),
        (
            example("surveys = [[\"c1\", \"awareness\", \"2025\", \"40.1234\"]]"),
            "\"40.1234\": `40.1234` is not a value such as `40` or `40.5`".to_owned(),
        ),
        (example("ticks = [[\"M9\", \"c1\"]]"), "[\"M9\", \"c1\"]: a row of `ticks` has 3 cells".to_owned()),
        (example("ticks = [[\"M9\", \"c2\", \"2024\"]]"), "\"c2\": unknown unit `c2` (did you mean `c1`?)".to_owned()),
        (
            example("ticks = [[\"M8\", \"c1\", \"2024\"]]"),
            "\"M8\": unknown target that is ticked `M8` (did you mean `M9`?)".to_owned(),
        ),
    ] {
        assert_eq!(said(&more), [expected]);
    }
}

#[test]
fn a_unit_has_three_cells_or_five() {
    for (cells, is_one) in [(2, false), (3, true), (4, false), (5, true), (6, false)] {
        let row = ["\"c2\"", "\"commune\"", "\"\"", "\"\"", "\"\"", "\"\""][..cells].join(", ");
        let more = example("").replace("units = [", &format!("units = [[{row}], "));
        let expected = format!("[{row}]: a unit is `[id, kind, parent]` or `[id, kind, parent, from, to]`");
        let expected = if is_one { Vec::new() } else { vec![expected] };
        assert_eq!(said(&more), expected, "{cells}");
    }
}
