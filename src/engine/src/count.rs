//! Count targets: each addressed unit in each window, all parts of the rule together.

use crate::aggregate;
use crate::conjunction::all_of;
use crate::judge::Judge;
use crate::part::{Member, PartCounting, PartVerdict};
use crate::scope::addresses;
use crate::state::Group;
use crate::window::{Window, windows};
use domain::{Gather, Period, Unit, UnitIndex, Verdict};
use plan::{CountRule, Target};
use std::collections::BTreeSet;

/// A count target on the facts of a [`Judge`].
pub(crate) struct Counting<'j, 'a> {
    pub(crate) judge: &'j Judge<'a>,
    pub(crate) target: &'j Target,
    pub(crate) rule: &'j CountRule,
    /// In the order of the file.
    pub(crate) parts: Vec<PartCounting<'j, 'a>>,
    pub(crate) windows: Vec<Window>,
}

/// A unit that the target may address, once for each part.
struct Candidate<'u> {
    unit: &'u Unit,
    parts: Vec<Member<'u>>,
}

impl<'j, 'a> Counting<'j, 'a> {
    pub(crate) fn new(judge: &'j Judge<'a>, target: &'j Target, rule: &'j CountRule) -> Self {
        Self {
            judge,
            target,
            rule,
            parts: rule.parts.iter().map(|part| PartCounting::new(judge, target, part)).collect(),
            windows: windows(judge.plan, target, rule),
        }
    }

    /// Verdicts of all units in all windows, and the shares over them if the rule asks for them.
    pub(crate) fn groups(&self) -> Vec<Group> {
        let units = self.judge.index.units_of(&self.target.who.kinds);
        let units: Vec<Candidate<'_>> = units.map(|(index, unit)| self.candidate(index, unit)).collect();
        self.windows.iter().flat_map(|window| self.groups_of(window, &units)).collect()
    }

    /// One verdict.
    pub(crate) fn verdict(&self, unit: UnitIndex, period: &Period) -> Option<Verdict> {
        let window = self.window(period)?;
        self.judge_unit(window, &self.candidate(unit, self.judge.facts.roster.get(unit)?))
    }

    /// The verdicts on the parts, each with the part it is about: those that ask something in the window.
    pub(crate) fn part_verdicts(&self, unit: UnitIndex, window: &Window) -> Vec<(&PartCounting<'j, 'a>, Verdict)> {
        let Some(found) = self.judge.facts.roster.get(unit) else { return Vec::new() };
        let verdict = |part: &PartCounting<'j, 'a>| Some(part.verdict(window, &part.member(unit, found))?.verdict);
        self.parts.iter().filter_map(|part| Some((part, verdict(part)?))).collect()
    }

    /// Rows that count for certain in one of the parts, rising.
    pub(crate) fn counted_rows(&self, unit: UnitIndex, period: &Period) -> Option<Vec<u32>> {
        let window = self.window(period)?;
        let found = self.judge.facts.roster.get(unit)?;
        let asked = self.parts.iter().filter(|part| part.asks(window).is_some());
        let tallies = asked.filter_map(|part| part.tally(window, &part.member(unit, found)));
        let rows: BTreeSet<u32> = tallies.flat_map(|tally| tally.counted_rows()).gathered();
        Some(rows.into_iter().collect())
    }

    pub(crate) fn window(&self, period: &Period) -> Option<&Window> {
        self.windows.iter().find(|window| window.period == *period)
    }

    fn groups_of(&self, window: &Window, units: &[Candidate<'_>]) -> Vec<Group> {
        let verdicts: Vec<Verdict> = units.iter().filter_map(|unit| self.judge_unit(window, unit)).collect();
        let share = self.rule.aggregate.as_ref().and_then(|rule| aggregate::group(self, rule, window, &verdicts));
        let own = Group { target: self.target.id.clone(), code: window.period.to_string(), verdicts };
        [Some(own), share].into_iter().flatten().collect()
    }

    fn candidate<'u>(&self, index: UnitIndex, unit: &'u Unit) -> Candidate<'u> {
        Candidate { unit, parts: self.parts.iter().map(|part| part.member(index, unit)).collect() }
    }

    fn judge_unit(&self, window: &Window, candidate: &Candidate<'_>) -> Option<Verdict> {
        self.is_asked(window, candidate.unit).then_some(())?;
        let parts = self.parts.iter().zip(&candidate.parts);
        self.together(parts.filter_map(|(part, member)| part.verdict(window, member)).collect())
    }

    /// Does the target address the unit? Of a unit that ended before, its last parent speaks.
    pub(crate) fn is_asked(&self, window: &Window, unit: &Unit) -> bool {
        addresses(&self.target.who, &self.judge.facts.roster, unit, window.in_plan.to())
    }

    /// One verdict from those on the parts.
    pub(crate) fn together(&self, parts: Vec<PartVerdict>) -> Option<Verdict> {
        match self.rule.parts.single() {
            Some(_) => parts.into_iter().next().map(|part| part.verdict),
            None => all_of(&parts),
        }
    }
}
