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

#[test]
fn a_case_that_comes_out_otherwise_is_named() {
    let case = "[[test]]\nname = \"four items\"\nas_of = 2024-12-31\nunits = [[\"c1\", \"commune\", \"\"]]\n\
                activities = [[\"2024-02-01\", \"c1\", \"news\", 4, \"\"]]\n\
                expect = [[\"T5\", \"c1\", \"2024-Q1\", \"missed\"], [\"T5\", \"c1\", \"2024\", \"met\"]]\n";
    let plan = RuleFile::parse("case.toml", &format!("{PLAN}\n{case}")).unwrap().plan(&Default::default()).unwrap();
    let said: Vec<String> = run_example(&plan, &plan.examples[0]).iter().map(ToString::to_string).collect();
    let expected = [
        "example `four items`: `T5` for `c1` in `2024-Q1` is `met`, expected `missed`",
        "example `four items`: no verdict on `T5` for `c1` in `2024`",
    ];
    assert_eq!(said, expected);
}
