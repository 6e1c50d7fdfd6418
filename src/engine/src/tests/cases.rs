//! Worlds with expectations: the engine's own, and those of the shipped plan.

use crate::run_example;
use plan::RuleFile;

const PLAN: &str = include_str!("plan.toml");
const SHIPPED: &str = include_str!("../../../../rules/kien-giang-2030.toml");
const CASES: [(&str, &str); 6] = [
    ("counting.toml", include_str!("cases/counting.toml")),
    ("windows.toml", include_str!("cases/windows.toml")),
    ("completeness.toml", include_str!("cases/completeness.toml")),
    ("force.toml", include_str!("cases/force.toml")),
    ("aims.toml", include_str!("cases/aims.toml")),
    ("shares.toml", include_str!("cases/shares.toml")),
];

#[test]
fn every_case_comes_out_as_written() {
    for (name, cases) in CASES {
        check(name, &format!("{PLAN}\n{cases}"));
    }
}

#[test]
fn every_example_of_the_shipped_plan_comes_out_as_written() {
    check("kien-giang-2030.toml", SHIPPED);
}

fn check(name: &str, text: &str) {
    let file = RuleFile::parse(name, text).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let examples = file.plan(&Default::default()).unwrap().examples;
    assert!(!examples.is_empty(), "{name} holds no example");
    let mismatches: Vec<String> = examples
        .iter()
        .flat_map(|example| {
            let plan = file.plan(&example.readings).unwrap_or_else(|problems| panic!("{problems:#?}"));
            run_example(&plan, example)
        })
        .map(|mismatch| format!("{name}: {mismatch}"))
        .collect();
    assert!(mismatches.is_empty(), "{mismatches:#?}");
}
