//! Random cases from a seed: the same seed, the same case.
//!
//! Cases are small and dense in borders: rows, lives, submissions, cut-offs and the as-of day all fall on (or one day
//! beside) the days on which some window, phase, milestone or life begins or ends.

mod borders;
mod coverage;
mod dice;
mod roster;
mod rows;
mod rules;
mod shrink;
mod text;

pub(crate) use dice::Dice;
pub(crate) use shrink::shrunk;

use borders::Borders;
use domain::{Activity, Edit, Facts, NaiveDate};
use plan::Plan;

/// A plan, facts, a day, edits to try and another way to read the plan.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) seed: u64,
    pub(crate) plan: Plan,
    pub(crate) facts: Facts,
    pub(crate) as_of: NaiveDate,
    pub(crate) edits: Vec<Edit>,
    /// As `plan`, but for one policy or number.
    pub(crate) other: Plan,
    borders: Borders,
}

impl Case {
    pub(crate) fn new(seed: u64) -> Self {
        let dice = &mut Dice::new(seed);
        let plan = rules::plan(dice);
        let mut borders = Borders::of(&plan);
        let roster = roster::roster(dice, &mut borders);
        let as_of = borders.as_of(dice);
        borders.add(as_of);
        borders.gather(dice);
        let facts = rows::facts(dice, &borders, &plan, roster);
        let edits = rows::edits(dice, &borders, &facts);
        let other = rules::other(dice, &plan);
        Self { seed, plan, facts, as_of, edits, other, borders }
    }

    /// One more row, of the same making.
    pub(crate) fn row(&self, dice: &mut Dice) -> Activity {
        rows::row(dice, &self.borders, &self.facts)
    }

    /// A border day, or one beside it.
    pub(crate) fn day(&self, dice: &mut Dice) -> NaiveDate {
        self.borders.day(dice)
    }
}

/// Every option of every reading of the shipped plan.
fn all_readings() -> Vec<(String, String)> {
    rules::all_readings()
}

/// Checks a case for each seed. A case that fails is printed.
pub(crate) fn for_cases(seeds: std::ops::Range<u64>, check: impl Fn(&Case, &mut Dice)) {
    for seed in seeds {
        let case = Case::new(seed);
        let told = Told(&case);
        check(told.0, &mut Dice::new(seed + 7));
    }
}

/// Prints its case if the test ends in a panic.
struct Told<'c>(&'c Case);

impl Drop for Told<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("{}", self.0);
        }
    }
}
