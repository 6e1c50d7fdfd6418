//! The shipped rule file: free of problems, and its own examples pass.

use crate::world::repository;
use plan::RuleFile;

fn rule_file() -> RuleFile {
    let text = std::fs::read_to_string(repository("rules/kien-giang-2030.toml")).unwrap();
    RuleFile::parse("rules/kien-giang-2030.toml", &text).unwrap()
}

#[test]
fn lint_finds_no_problem() {
    let source = std::fs::read_to_string(repository("rules/sources/kien-giang.txt")).unwrap();
    assert_eq!(plan::lint(&rule_file(), &source), []);
}

#[test]
fn every_example_of_the_plan_comes_out_as_it_says() {
    let file = rule_file();
    let examples = file.plan(&std::collections::BTreeMap::new()).unwrap().examples;
    assert!(!examples.is_empty());
    for example in &examples {
        let plan = file.plan(&example.readings).unwrap();
        assert_eq!(engine::run_example(&plan, example), [], "{}", example.name);
    }
}
