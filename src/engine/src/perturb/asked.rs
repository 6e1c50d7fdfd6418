//! In which windows something is asked, and how much: what the bounds of rules and phases decide.

use crate::window::windows;
use domain::Span;
use plan::{Measure, Plan};

/// One window of one rule: its period, its days in force, and how much is asked of each part and of the share.
type Window = (String, String, Span, Vec<Option<u32>>);

/// Every window of every count.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Asked(Vec<Window>);

impl Asked {
    pub(super) fn of(plan: &Plan) -> Self {
        let counts = plan.targets.iter().filter_map(|target| match &target.measure {
            Measure::Count(rule) => Some((target, rule)),
            _ => None,
        });
        let asked = counts.flat_map(|(target, rule)| {
            let aggregate = rule.aggregate.iter().map(|aggregate| &aggregate.at_least_percent);
            let numbers: Vec<_> = rule.parts.iter().map(|part| &part.at_least).chain(aggregate).collect();
            windows(plan, target, rule).into_iter().map(move |window| {
                let asked = numbers.iter().map(|number| number.on(window.in_plan.from())).collect();
                (target.id.clone(), window.period.to_string(), window.in_plan, asked)
            })
        });
        Self(asked.collect())
    }

    /// Is there a window that `other` does not have as it is here? An example can expect a verdict, never that there is
    /// none: what only adds windows cannot be noticed.
    pub(super) fn misses_something_in(&self, other: &Self) -> bool {
        self.0.iter().any(|window| !other.0.contains(window))
    }
}
