//! Problems that others find in a rule file, and how much they weigh.

use crate::{BASE, target};
use plan::{Problem, RuleFile, Severity};

#[test]
fn others_can_point_at_a_place_of_the_file() {
    let text = format!("{BASE}{}", target("T", "measure = { tick = true }\nwindow = \"year\""));
    let file = RuleFile::parse("small.toml", &text).unwrap();
    let found = file.problem(&["target", "T", "window"], "too long", Some("take a shorter one")).unwrap();
    let expected = Problem {
        file: "small.toml".into(),
        line: u32::try_from(text.lines().count()).unwrap(),
        column: 10,
        severity: Severity::Error,
        message: "too long".into(),
        help: Some("take a shorter one".into()),
        line_text: "window = \"year\"".into(),
        width: 6,
    };
    assert_eq!(found, expected);
}

#[test]
fn a_warning_and_a_note_are_no_error() {
    let file = RuleFile::parse("small.toml", BASE).unwrap();
    let found = file.problem(&["plan"], "wrong", None).unwrap();
    let weighs = |severity| Problem { severity, ..found.clone() }.is_error();
    assert_eq!([Severity::Error, Severity::Warning, Severity::Note].map(weighs), [true, false, false]);
}
