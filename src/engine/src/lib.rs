//! Plan × facts × as-of day → verdicts, roll-ups, explanations and needs.
//!
//! This is the reference evaluator: each verdict follows from the rows of one unit and one window, one row at a
//! time, and the table of states is written down once (`state`). It decides what the rules say of the facts. It knows
//! no spreadsheet, no sentence and no today: the as-of day is an argument, and figures are complete to its end.

mod aggregate;
mod amount;
mod change;
mod columnar;
mod completeness;
mod conjunction;
mod count;
mod duty;
mod example;
mod explain;
mod fit;
mod forecast;
mod index;
mod judge;
mod lint;
mod need;
mod overlay;
mod part;
mod perturb;
mod receipt;
mod register;
mod roll_up;
mod scope;
mod share;
mod spread;
mod state;
mod survey;
mod tally;
mod tick;
mod title;
mod try_out;
mod window;

#[cfg(test)]
pub(crate) mod tests;

pub use columnar::{Board, Columns, ColumnsBuilder, Findings, RawRow, Standing};
pub use example::{Mismatch, MismatchKind, run_example};
pub use judge::Judge;
pub use lint::lint;
pub use overlay::{changed, overlay};
pub use share::Contribution;
pub use try_out::try_out;

use domain::{Explanation, Facts, NaiveDate, Need, Period, Rollup, UnitIndex, Verdict};
use plan::Plan;

/// Every verdict of the plan on these facts, as known at the end of `as_of`: all enabled targets, shares and duties,
/// all periods. Sorted by target, period code and unit id, shares of all units first.
pub fn judge(plan: &Plan, facts: &Facts, as_of: NaiveDate) -> Vec<Verdict> {
    Judge::new(plan, facts, as_of).verdicts()
}

/// Number of units in each state, for each target, period and node that has judged units at or under it.
pub fn roll_up(plan: &Plan, facts: &Facts, verdicts: &[Verdict]) -> Vec<Rollup> {
    roll_up::roll_up(plan, &facts.roster, verdicts)
}

/// Why one verdict is what it is; `None` if the plan gives no such verdict.
pub fn explain(
    plan: &Plan,
    facts: &Facts,
    as_of: NaiveDate,
    target: &str,
    unit: Option<UnitIndex>,
    period: &Period,
) -> Option<Explanation> {
    Judge::new(plan, facts, as_of).explain(target, unit, period)
}

/// Rows that count for certain in a verdict: indices into [`Facts::activities`], rising; empty for shares and duties.
///
/// For many verdicts make one [`Judge`] and ask it.
pub fn counted_rows(plan: &Plan, facts: &Facts, as_of: NaiveDate, verdict: &Verdict) -> Vec<u32> {
    Judge::new(plan, facts, as_of).counted_rows(verdict)
}

/// What is still missing in windows that are not over, cut to the days left.
pub fn needs(plan: &Plan, facts: &Facts, as_of: NaiveDate, verdicts: &[Verdict]) -> Vec<Need> {
    Judge::new(plan, facts, as_of).needs(verdicts)
}

/// What the part of a register under `node` adds to a share; `None` if `target` has no such milestone or the input
/// holds no such register.
pub fn contribution(
    plan: &Plan,
    facts: &Facts,
    as_of: NaiveDate,
    target: &str,
    node: UnitIndex,
    period: &Period,
) -> Option<Contribution> {
    Judge::new(plan, facts, as_of).contribution(target, node, period)
}
