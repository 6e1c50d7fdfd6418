//! The reference evaluator and the columnar one, on the same random cases: the same verdicts, the same roll-ups, the
//! same changes under edits and under other rules. A case on which they differ is made small and printed.
//!
//! What the cases reach is told in `generator::coverage`.

use super::generator::{Case, shrunk};
use crate::columnar::{Board, Columns};
use crate::{changed, judge, overlay, roll_up};
use domain::{ChangedVerdict, Rollup, Verdict};
use std::collections::BTreeMap;
use std::fmt::Debug;

/// What the two differ in, if they do.
type Difference = fn(&Case) -> Option<String>;

fn agree(seeds: std::ops::Range<u64>, difference: Difference) {
    for seed in seeds {
        let case = Case::new(seed);
        if difference(&case).is_some() {
            let smallest = shrunk(&case, |case| difference(case).is_some());
            panic!("{smallest}{}", difference(&smallest).unwrap_or_default());
        }
    }
}

fn first_difference<T: PartialEq + Debug>(what: &str, reference: &[T], columnar: &[T]) -> Option<String> {
    let at = (0..reference.len().max(columnar.len())).find(|at| reference.get(*at) != columnar.get(*at))?;
    Some(format!("{what} {at}:\n  reference {:?}\n  columnar  {:?}", reference.get(at), columnar.get(at)))
}

fn verdicts_and_roll_ups(case: &Case) -> Option<String> {
    let columns = Columns::new(&case.facts);
    let board = Board::new(&case.plan, &case.facts, &columns, case.as_of);
    let verdicts: Vec<Verdict> = judge(&case.plan, &case.facts, case.as_of);
    let rollups: Vec<Rollup> = roll_up(&case.plan, &case.facts, &verdicts);
    first_difference("verdict", &verdicts, &board.verdicts())
        .or_else(|| first_difference("roll-up", &rollups, &board.roll_up()))
}

fn what_if(case: &Case) -> Option<String> {
    let columns = Columns::new(&case.facts);
    let board = Board::new(&case.plan, &case.facts, &columns, case.as_of);
    let before = judge(&case.plan, &case.facts, case.as_of);
    let after = judge(&case.plan, &overlay(&case.facts, &case.edits), case.as_of);
    let changes: Vec<ChangedVerdict> = changed(&before, &after);
    let again = Board::again(&case.plan, &case.facts, &columns, case.as_of, &board.findings());
    first_difference("change", &changes, &board.what_if(&case.edits))
        .or_else(|| first_difference("change on a kept board", &changes, &again.what_if(&case.edits)))
}

fn other_rules(case: &Case) -> Option<String> {
    let columns = Columns::new(&case.facts);
    let board = Board::new(&case.plan, &case.facts, &columns, case.as_of);
    let states = |plan: &plan::Plan| {
        let verdicts = judge(plan, &case.facts, case.as_of).into_iter();
        verdicts.map(|one| ((one.target, one.period, one.unit), one.state)).collect::<BTreeMap<_, _>>()
    };
    let (before, after) = (states(&case.plan), states(&case.other));
    let turned = before.iter().filter(|(key, state)| after.get(*key) != Some(*state)).count();
    let new = after.keys().filter(|key| !before.contains_key(*key)).count();
    let changes = u32::try_from(turned + new).unwrap();
    first_difference("number of changes", &[changes], &[board.changes(&case.other)])
}

/// Few enough to be run for every mutant of the columns (see `mutants.md`).
#[test]
fn both_evaluators_agree_on_a_few_cases() {
    agree(1..401, verdicts_and_roll_ups);
    agree(20_001..20_201, what_if);
    agree(23_001..23_201, other_rules);
}

#[test]
fn both_evaluators_agree_on_cases_up_to_5000() {
    agree(401..5_001, verdicts_and_roll_ups);
}

#[test]
fn both_evaluators_agree_on_cases_up_to_10000() {
    agree(5_001..10_001, verdicts_and_roll_ups);
}

#[test]
fn both_evaluators_agree_on_cases_up_to_15000() {
    agree(10_001..15_001, verdicts_and_roll_ups);
}

#[test]
fn both_evaluators_agree_on_cases_up_to_20000() {
    agree(15_001..20_001, verdicts_and_roll_ups);
}

#[test]
fn both_evaluators_agree_on_what_edits_change() {
    agree(20_201..23_001, what_if);
}

#[test]
fn both_evaluators_agree_on_how_much_other_rules_change() {
    agree(23_201..26_001, other_rules);
}
