//! One set of facts on one as-of day, indexed once, and the doors to everything that can be asked of it.

use crate::count::Counting;
use crate::index::Index;
use crate::state::Group;
use crate::survey::Surveying;
use crate::tick::Ticking;
use domain::{Arrange, Facts, NaiveDate, Period, UnitIndex, Verdict};
use plan::{Measure, Plan, Target};
use std::rc::Rc;

/// A plan, facts and an as-of day: give it one question or many.
pub struct Judge<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) facts: &'a Facts,
    pub(crate) as_of: NaiveDate,
    pub(crate) index: Rc<Index<'a>>,
}

impl<'a> Judge<'a> {
    /// Indexes the facts. They are taken as complete to the end of `as_of`.
    pub fn new(plan: &'a Plan, facts: &'a Facts, as_of: NaiveDate) -> Self {
        Self { plan, facts, as_of, index: Rc::new(Index::new(facts)) }
    }

    /// See [`crate::judge`].
    pub fn verdicts(&self) -> Vec<Verdict> {
        let targets = self.plan.targets.iter().filter(|target| target.enabled);
        let mut groups: Vec<Group> = targets
            .flat_map(|target| self.groups(target))
            .chain(self.plan.duties.iter().flat_map(|duty| self.duty_groups(duty)))
            .collect();
        in_order(&mut groups);
        groups.into_iter().flat_map(|group| group.verdicts).collect()
    }

    /// The verdicts on one target.
    pub(crate) fn groups(&self, target: &Target) -> Vec<Group> {
        match &target.measure {
            Measure::Count(rule) => Counting::new(self, target, rule).groups(),
            Measure::Adoption { .. } | Measure::Conventions { .. } => self.share_groups(target),
            Measure::Survey(rule) => Surveying::new(self, target, rule).groups(),
            Measure::Tick { window } => Ticking::new(self, target, window).groups(),
        }
    }

    /// See [`crate::counted_rows`].
    pub fn counted_rows(&self, verdict: &Verdict) -> Vec<u32> {
        let counting = self.counting(&verdict.target);
        counting.and_then(|counting| counting.counted_rows(verdict.unit?, &verdict.period)).unwrap_or_default()
    }

    /// One verdict, if the plan gives it.
    pub(crate) fn verdict(&self, target: &str, unit: Option<UnitIndex>, period: &Period) -> Option<Verdict> {
        let is_asked = |verdict: &Verdict| verdict.unit == unit && verdict.period == *period;
        if let Some(counting) = self.counting(target) {
            return counting.verdict(unit?, period);
        }
        if let Some(duty) = self.plan.duty(target) {
            return self.duty_verdict(duty, unit?, period);
        }
        if let Some(target) = self.plan.target(target).filter(|target| target.enabled) {
            return self.groups(target).into_iter().flat_map(|group| group.verdicts).find(is_asked);
        }
        let counting = self.counting(target.strip_suffix(domain::SHARE_SUFFIX)?)?;
        counting
            .groups()
            .into_iter()
            .flat_map(|group| group.verdicts)
            .find(|verdict| verdict.target == target && is_asked(verdict))
    }

    /// The count target with this id, if it is judged.
    pub(crate) fn counting(&self, target: &str) -> Option<Counting<'_, 'a>> {
        let target = self.plan.target(target).filter(|target| target.enabled)?;
        match &target.measure {
            Measure::Count(rule) => Some(Counting::new(self, target, rule)),
            _ => None,
        }
    }
}

/// The order of output.
pub(crate) fn in_order(groups: &mut [Group]) {
    groups.arrange_by(|a, b| (&a.target, &a.code).cmp(&(&b.target, &b.code)));
}
