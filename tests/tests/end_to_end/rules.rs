//! The shipped rule files: nothing wrong with any of them, with the very lint that the page and the command line use.

use crate::world::{house, repository};
use domain::{DutyDay, Options, PlanChoice, PlanProblem, ReportKind};

fn lint(name: &str) -> Vec<PlanProblem> {
    let text = std::fs::read_to_string(repository("rules").join(name)).unwrap();
    house().lint(&format!("rules/{name}"), &text)
}

#[test]
fn there_is_nothing_to_say_about_any_shipped_plan() {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(repository("rules")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".toml") {
            let said: Vec<String> = lint(&name).into_iter().map(|problem| problem.text).collect();
            assert!(said.is_empty(), "{}", said.join("\n\n"));
            files.push(name);
        }
    }
    assert!(files.len() >= 4, "{files:?}");
}

#[test]
fn a_report_is_due_when_the_plan_says_and_when_its_readings_say_so() {
    let house = house();
    let due = |options: &Options, kind| house.plan_slice(options).unwrap().deadline(kind).cloned();
    let mut options = Options::default();
    let half = due(&options, ReportKind::HalfYear).unwrap();
    assert_eq!((half.day, half.inclusive), (DutyDay::Yearly(6, 10), false));
    assert_eq!(due(&options, ReportKind::Year).unwrap().day, DutyDay::Yearly(12, 10));
    assert_eq!(due(&options, ReportKind::Quarter), None, "the plan asks for no report of a quarter");
    options.readings.insert("before-day".into(), "inclusive".into());
    assert!(due(&options, ReportKind::HalfYear).unwrap().inclusive, "the reading is not in force");
    let other = Options { plan: PlanChoice::Shipped("ha-noi-331".to_owned()), ..Options::default() };
    assert_eq!(due(&other, ReportKind::HalfYear), None, "another plan names no such day");
}
