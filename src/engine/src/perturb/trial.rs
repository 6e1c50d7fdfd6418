//! Examples under test: does one of them come out otherwise when a knob is turned? Only examples that expect something
//! of a rule that the knob belongs to are judged, and of their plan only that rule.

use super::knob::{Knob, Setting};
use crate::example::run_example;
use plan::{Coverage, Example, Expectation, Measure, Plan, Target};
use std::collections::BTreeSet;

/// An example with the plan under its readings.
pub(crate) struct Trial {
    /// Its 0-based number in the file.
    pub(crate) number: usize,
    pub(crate) plan: Plan,
    pub(crate) example: Example,
}

/// All examples, taken apart by rule.
pub(super) struct Bench(Vec<Trial>);

impl Bench {
    pub(super) fn new(trials: &[Trial]) -> Self {
        Self(trials.iter().flat_map(by_rule).collect())
    }

    /// Does some example come out otherwise when the knob is turned?
    pub(super) fn notices(&mut self, knob: &Knob, turned: Setting) -> bool {
        self.0.iter_mut().any(|trial| trial.notices(knob, turned))
    }
}

impl Trial {
    fn notices(&mut self, knob: &Knob, turned: Setting) -> bool {
        if !knob.turn(&mut self.plan, turned) {
            return false;
        }
        let is_noticed = !run_example(&self.plan, &self.example).is_empty();
        knob.turn_back(&mut self.plan, turned);
        is_noticed
    }
}

/// The example once for each rule that it expects something of.
fn by_rule(trial: &Trial) -> Vec<Trial> {
    let rules: BTreeSet<&str> = trial.example.expect.iter().map(rule_of).collect();
    let bare = without_words(&trial.plan);
    let alone = |rule: &str| {
        let expect = trial.example.expect.iter().filter(|expected| rule_of(expected) == rule).cloned().collect();
        let example = Example { expect, ..trial.example.clone() };
        Trial { number: trial.number, plan: with_rule(&bare, rule), example }
    };
    rules.into_iter().map(alone).collect()
}

/// The target or duty of an expectation: `T2` of `T2-share`.
fn rule_of(expected: &Expectation) -> &str {
    domain::rule_behind(&expected.target)
}

/// The plan without what only people read.
fn without_words(plan: &Plan) -> Plan {
    Plan {
        readings: Vec::new(),
        clauses: Vec::new(),
        tasks: Vec::new(),
        topics: Vec::new(),
        peaks: Vec::new(),
        examples: Vec::new(),
        coverage: Coverage::default(),
        ..plan.clone()
    }
}

/// The plan with one rule, the amendments that end it, and their windows.
fn with_rule(plan: &Plan, rule: &str) -> Plan {
    let is_meant = |target: &Target| target.id == rule || target.replaces.as_deref() == Some(rule);
    let mut alone = plan.clone();
    alone.targets.retain(is_meant);
    alone.duties.retain(|duty| duty.id == rule);
    let windows: BTreeSet<&str> = alone.targets.iter().filter_map(window_of).collect();
    alone.windows.retain(|name, _| windows.contains(name.as_str()));
    alone
}

fn window_of(target: &Target) -> Option<&str> {
    match &target.measure {
        Measure::Count(rule) => Some(&rule.window),
        Measure::Tick { window } => Some(window),
        Measure::Adoption { .. } | Measure::Conventions { .. } | Measure::Survey(_) => None,
    }
}
