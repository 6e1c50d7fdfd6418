//! The shipped rule files: nothing wrong with any of them, with the very lint that the page and the command line use.

use crate::world::{house, repository};
use domain::PlanProblem;

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
