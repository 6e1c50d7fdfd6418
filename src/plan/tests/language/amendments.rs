//! Amendments and the texts they stand in.

use crate::{plan, said, target};
use domain::NaiveDate;

fn rule(days: &str) -> String {
    format!("measure = {{ count = [\"event\"] }}\nwindow = \"year\"\nat_least = 2\n{days}")
}

/// First and last day of each target, as far as they are said.
fn days(more: &str) -> Vec<(String, Option<NaiveDate>, Option<NaiveDate>)> {
    plan(more).targets.into_iter().map(|target| (target.id, target.from, target.to)).collect()
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

#[test]
fn a_replaced_target_ends_the_day_before() {
    let first = target("A", &rule(""));
    let second = target("B", &rule("replaces = \"A\"\nfrom = 2024-03-01"));
    let third = target("C", &rule("replaces = \"B\"\nfrom = 2026-01-01\nto = 2028-12-31"));
    let expected = [
        ("A".to_owned(), None, day(2024, 2, 29)),
        ("B".to_owned(), day(2024, 3, 1), day(2025, 12, 31)),
        ("C".to_owned(), day(2026, 1, 1), day(2028, 12, 31)),
    ];
    assert_eq!(days(&format!("{first}{second}{third}")), expected);
    assert_eq!(plan(&format!("{first}{second}")).target("B").unwrap().replaces.as_deref(), Some("A"));
}

#[test]
fn the_order_of_the_file_does_not_matter_to_an_amendment() {
    let more = format!("{}{}", target("B", &rule("replaces = \"A\"\nfrom = 2024-03-01")), target("A", &rule("")));
    assert_eq!(days(&more)[1], ("A".to_owned(), None, day(2024, 2, 29)));
}

#[test]
fn an_amendment_that_is_off_changes_nothing() {
    let off = "replaces = \"A\"\nfrom = 2024-03-01\nenabled = false";
    let more = format!("{}{}", target("A", &rule("")), target("B", &rule(off)));
    assert_eq!(days(&more)[0].2, None);
    let on = target("C", &rule("replaces = \"A\"\nfrom = 2025-01-01"));
    assert_eq!(days(&format!("{more}{on}"))[0].2, day(2024, 12, 31));
}

#[test]
fn a_share_can_be_replaced_too() {
    let share = "measure = { share = \"conventions\" }\n\
                 milestone = [{ id = \"2030\", by = 2030-12-31, at_least_percent = 95 }]";
    let second = format!("replaces = \"A\"\nfrom = 2026-01-01\n{share}");
    assert_eq!(days(&format!("{}{}", target("A", share), target("B", &second)))[0].2, day(2025, 12, 31));
}

#[test]
fn an_amendment_that_cannot_be_is_refused() {
    for (first, second, expected) in [
        (
            "",
            "replaces = \"A\"",
            "\"A\": a target that replaces another needs `from` (say from which day on it takes the other's place)",
        ),
        ("", "replaces = \"a2\"\nfrom = 2024-01-01", "\"a2\": unknown target `a2` (did you mean `A`?)"),
        (
            "",
            "replaces = \"B\"\nfrom = 2024-01-01",
            "2024-01-01: `B` itself begins on 2024-01-01 (an amendment begins after what it replaces)",
        ),
        (
            "",
            "replaces = \"A\"\nfrom = 2021-01-01",
            "2021-01-01: `A` itself begins on 2021-01-01 (an amendment begins after what it replaces)",
        ),
        (
            "from = 2024-01-01",
            "replaces = \"A\"\nfrom = 2024-01-01",
            "2024-01-01: `A` itself begins on 2024-01-01 (an amendment begins after what it replaces)",
        ),
        (
            "to = 2024-12-31",
            "replaces = \"A\"\nfrom = 2024-12-31",
            "\"A\": `A` itself ends on 2024-12-31, not the day before",
        ),
    ] {
        let more = format!("{}{}", target("A", &rule(first)), target("B", &rule(second)));
        assert_eq!(said(&more), [expected], "{second}");
    }
    let written = format!(
        "{}{}",
        target("A", &rule("to = 2024-12-31")),
        target("B", &rule("replaces = \"A\"\nfrom = 2025-01-01"))
    );
    assert_eq!(days(&written)[0].2, day(2024, 12, 31), "a last day may be written if it is the same");
    let one_day = format!("{}{}", target("A", &rule("")), target("B", &rule("replaces = \"A\"\nfrom = 2021-01-02")));
    assert_eq!(days(&one_day)[0].2, day(2021, 1, 1), "one day is left of it");
}

#[test]
fn one_target_is_replaced_once() {
    let more = format!(
        "{}{}{}",
        target("A", &rule("")),
        target("B", &rule("replaces = \"A\"\nfrom = 2024-01-01")),
        target("C", &rule("replaces = \"A\"\nfrom = 2026-01-01")),
    );
    assert_eq!(said(&more), ["\"A\": another target replaces `A`, too"]);
}

#[test]
fn a_clause_may_stand_in_another_text() {
    let clause = |document: &str| {
        format!("\n[[clause]]\nid = \"2\"\nform = \"item\"\nquote = \"Ba cuộc.\"\ndocument = \"{document}\"\n")
    };
    let read = plan(&clause("amendment"));
    assert_eq!(read.clause("1").unwrap().document, None);
    assert_eq!(read.clause("2").unwrap().document.as_deref(), Some("amendment"));
    let document = &read.documents["amendment"];
    assert_eq!((document.issued, document.file.as_str()), (day(2026, 3, 1), "amendment.txt"));
    let expected = ["\"amendmend\": unknown document `amendmend` (did you mean `amendment`?)"];
    assert_eq!(said(&clause("amendmend")), expected);
}
