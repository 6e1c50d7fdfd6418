//! Windows in which nothing can be asked: a rule that no window meets, a phase that no window begins in.

use super::Remark;
use crate::window::windows;
use domain::NaiveDate;
use plan::{CountRule, Measure, Phased, Plan, Target};

/// Counts that are asked for on no day.
pub(super) fn check(plan: &Plan) -> Vec<Remark> {
    let counts = plan.targets.iter().filter_map(|target| match &target.measure {
        Measure::Count(rule) => Some((target, rule)),
        _ => None,
    });
    counts.flat_map(|(target, rule)| of_rule(plan, target, rule)).collect()
}

fn of_rule(plan: &Plan, target: &Target, rule: &CountRule) -> Vec<Remark> {
    let begins: Vec<NaiveDate> = windows(plan, target, rule).iter().map(|window| window.in_plan.from()).collect();
    if begins.is_empty() {
        return vec![never_asked(plan, target, rule)];
    }
    let parts = rule.parts.iter().enumerate();
    let parts = parts.map(|(number, part)| (plan::part_place(&target.id, rule, number), &part.at_least));
    let aggregate = rule.aggregate.iter().map(|aggregate| {
        (["target", &target.id, "aggregate"].map(str::to_owned).to_vec(), &aggregate.at_least_percent)
    });
    parts.chain(aggregate).flat_map(|(place, phased)| idle_phases(&place, phased, &begins, &rule.window)).collect()
}

fn never_asked(plan: &Plan, target: &Target, rule: &CountRule) -> Remark {
    let (from, to) = (target.from.unwrap_or(plan.from), target.to.unwrap_or(plan.to));
    Remark {
        place: ["target", &target.id, "window"].map(str::to_owned).to_vec(),
        message: format!("no window `{}` meets the rule, which is in force from {from} to {to}", rule.window),
        help: "choose another window, or other days for the rule".to_owned(),
    }
}

/// A window belongs to the phase that holds its first day in force.
fn idle_phases(place: &[String], phased: &Phased, begins: &[NaiveDate], window: &str) -> Vec<Remark> {
    let Phased::Phases(phases) = phased else { return Vec::new() };
    let idle =
        phases.iter().enumerate().filter(|(_, phase)| !begins.iter().any(|day| (phase.from..=phase.to).contains(day)));
    let remark = |number: usize| Remark {
        place: place.iter().cloned().chain(["phase".to_owned(), format!("#{number}")]).collect(),
        message: format!("no window `{window}` begins in this phase"),
        help: "a window belongs to the phase that holds its first day".to_owned(),
    };
    idle.map(|(number, _)| remark(number)).collect()
}
