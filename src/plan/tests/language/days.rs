//! Windows, duties and days: how often something is asked, and by when.

use crate::{BASE, plan, said, said_of, target};
use plan::Repeat;

fn duty(before: &str) -> String {
    format!(
        "\n[[duty]]\nid = \"R\"\nlabel = {{ vi = \"Báo cáo\", en = \"Report\" }}\ncite = [{{ clause = \"1\" }}]\n\
         who = {{ kinds = [\"district\"] }}\nto = \"so\"\nsubmission = \"half\"\nbefore = {{ {before} }}\n"
    )
}

#[test]
fn a_window_comes_every_year_half_quarter_or_month_or_once() {
    let lengths = [
        ("year", Repeat::Year),
        ("half", Repeat::Half),
        ("quarter", Repeat::Quarter),
        ("month", Repeat::Month),
        ("plan", Repeat::Once),
    ];
    for (every, repeat) in lengths {
        let window = format!("\n[window.w]\nlabel = {{ vi = \"kỳ\", en = \"term\" }}\nevery = \"{every}\"\n");
        assert_eq!(plan(&window).windows["w"].repeat, repeat, "{every}");
    }
}

#[test]
fn a_deadline_moves_to_a_working_day_only_where_the_rule_says_so() {
    for (before, moves) in [("yearly = \"06-10\"", false), ("yearly = \"06-10\", shift = \"next_working_day\"", true)] {
        let deadline = plan(&duty(before)).duties[0].deadline.clone().unwrap();
        assert_eq!(deadline.next_working_day, moves, "{before}");
    }
}

#[test]
fn month_and_day_have_two_digits_each() {
    for day in ["6-10", "06-1", "6-1", "0610", "006-10"] {
        let expected = format!("\"{day}\": `{day}` is not a month and day of every year such as `11-15`");
        assert_eq!(said(&duty(&format!("yearly = \"{day}\""))), [expected]);
    }
}

#[test]
fn a_plan_and_a_phase_may_last_one_day() {
    assert_eq!(said_of(&BASE.replace("to = 2030-12-31", "to = 2021-01-01")), [] as [String; 0]);
    let phase = "measure = { count = [\"event\"] }\nwindow = \"year\"\n\
                 phase = [{ from = 2021-01-01, to = 2021-01-01, at_least = 2 }]";
    assert_eq!(said(&target("T", phase)), [] as [String; 0]);
}
