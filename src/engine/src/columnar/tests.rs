//! The fast evaluator against the reference, on random cases.

use super::{Board, Columns};
use crate::tests::generator::{Case, for_cases};
use crate::{judge, roll_up};

/// Few enough to be run for every mutant of the columns (see `mutants.md`).
#[test]
fn columns_say_what_rows_say_in_a_few_cases() {
    agree(1..200);
}

#[test]
fn columns_say_what_rows_say() {
    agree(200..2000);
}

fn agree(seeds: std::ops::Range<u64>) {
    for_cases(seeds, |case, _| {
        let columns = Columns::new(&case.facts);
        let board = Board::new(&case.plan, &case.facts, &columns, case.as_of);
        let expected = judge(&case.plan, &case.facts, case.as_of);
        let found = board.verdicts();
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found, expected, "seed {}", case.seed);
        }
        assert_eq!(found.len(), expected.len());
        assert_eq!(board.roll_up(), roll_up(&case.plan, &case.facts, &expected), "seed {}", case.seed);
        states_are_those_of(case, &board, &expected);
    });
}

fn states_are_those_of(case: &Case, board: &Board<'_>, expected: &[domain::Verdict]) {
    let mut counts = std::collections::BTreeMap::<_, std::collections::BTreeMap<_, u32>>::new();
    for verdict in expected {
        *counts.entry(verdict.target.clone()).or_default().entry(verdict.state).or_default() += 1;
    }
    assert_eq!(board.counts(), counts, "seed {}", case.seed);
    for standing in board.states() {
        let (target, period) = (board.target(&standing), board.period(&standing).unwrap());
        let of = expected.iter().find(|verdict| {
            verdict.target == target && verdict.period == *period && verdict.unit == Some(standing.unit)
        });
        assert_eq!(of.map(|verdict| verdict.state), Some(standing.state), "seed {}: {target} {period}", case.seed);
    }
}
