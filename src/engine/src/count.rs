//! Count targets: each addressed unit in each window.

use crate::aggregate;
use crate::fit::{Fit, fit};
use crate::judge::Judge;
use crate::scope::addresses;
use crate::state::{Count, Group, threshold};
use crate::tally::{Reader, Tally};
use crate::window::{Window, windows};
use domain::{Evidence, Period, Reason, Span, State, Unit, UnitIndex, Verdict};
use plan::{CountRule, Part, Target};
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// A count target on the facts of a [`Judge`].
pub(crate) struct Counting<'j, 'a> {
    pub(crate) judge: &'j Judge<'a>,
    pub(crate) target: &'j Target,
    pub(crate) rule: &'j CountRule,
    pub(crate) part: &'j Part,
    windows: Vec<Window>,
    /// Tables that keep what the rule counts; asked for only where a verdict is given.
    covering: OnceCell<BTreeSet<u32>>,
}

/// A unit that the target may address.
struct Candidate<'u> {
    index: UnitIndex,
    unit: &'u Unit,
    /// Rows of the unit (or its subtree) that could count on some day.
    rows: Vec<(u32, Fit)>,
}

impl<'j, 'a> Counting<'j, 'a> {
    pub(crate) fn new(judge: &'j Judge<'a>, target: &'j Target, rule: &'j CountRule) -> Self {
        Self {
            judge,
            target,
            rule,
            part: &rule.parts.first,
            windows: windows(judge.plan, target, rule),
            covering: OnceCell::new(),
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

    /// The rows behind one verdict; `None` if the unit is not judged there.
    pub(crate) fn tally(&self, unit: UnitIndex, period: &Period) -> Option<Tally> {
        let candidate = self.candidate(unit, self.judge.facts.roster.get(unit)?);
        let judged = self.window(period)?.judged(candidate.unit.life())?;
        Some(self.reader().tally(&candidate.rows, judged))
    }

    pub(crate) fn window(&self, period: &Period) -> Option<&Window> {
        self.windows.iter().find(|window| window.period == *period)
    }

    pub(crate) fn reader(&self) -> Reader<'_> {
        let defaults = &self.judge.plan.defaults;
        Reader {
            index: &self.judge.index,
            facts: self.judge.facts,
            as_of: self.judge.as_of,
            coarse_dates: defaults.coarse_dates,
            duplicates: defaults.duplicates,
            distinct_titles: self.part.distinct_titles,
        }
    }

    fn groups_of(&self, window: &Window, units: &[Candidate<'_>]) -> Vec<Group> {
        let verdicts: Vec<Verdict> = units.iter().filter_map(|unit| self.judge_unit(window, unit)).collect();
        let share = self.rule.aggregate.as_ref().map(|rule| aggregate::group(self, rule, window, &verdicts));
        let own = Group { target: self.target.id.clone(), code: window.period.to_string(), verdicts };
        [Some(own), share].into_iter().flatten().collect()
    }

    fn candidate<'u>(&self, index: UnitIndex, unit: &'u Unit) -> Candidate<'u> {
        let rows = self.judge.index.rows(index, self.part.scope).iter();
        let fitting = |row: &u32| {
            let fit = fit(self.part, self.judge.index.row(*row)?);
            (!matches!(fit, Fit::Unfit(_))).then_some((*row, fit))
        };
        Candidate { index, unit, rows: rows.filter_map(fitting).collect() }
    }

    fn judge_unit(&self, window: &Window, candidate: &Candidate<'_>) -> Option<Verdict> {
        let judged = window.judged(candidate.unit.life());
        // Of a unit that ended before, its last parent speaks.
        let seen_on = window.in_plan.to();
        if !addresses(&self.target.who, &self.judge.facts.roster, candidate.unit, seen_on) {
            return None;
        }
        let blank = self.blank(window, candidate.index);
        Some(match judged {
            Some(judged) => self.fill(blank, window, judged, candidate),
            None => blank,
        })
    }

    /// The verdict on a unit that did not live in the window.
    fn blank(&self, window: &Window, unit: UnitIndex) -> Verdict {
        Verdict {
            target: self.target.id.clone(),
            unit: Some(unit),
            period: window.period.clone(),
            window: None,
            state: State::NotApplicable,
            reason: Some(Reason::OutsideLife),
            figures: domain::Figures::Activities,
            threshold: window.at_least,
            n_lo: 0,
            n_hi: 0,
            den: None,
            planned: 0,
            required_now: None,
            evidence: Evidence::None,
            deadline: window.in_plan.to(),
        }
    }

    fn fill(&self, blank: Verdict, window: &Window, judged: Span, candidate: &Candidate<'_>) -> Verdict {
        let (judge, defaults) = (self.judge, &self.judge.plan.defaults);
        let tally = self.reader().tally(&candidate.rows, judged);
        let covering = self.covering.get_or_init(|| judge.covering_tables(self.part));
        let count = Count {
            judged,
            full: window.full,
            lo: tally.lo(),
            hi: tally.hi(),
            planned: tally.planned(),
            threshold: threshold(defaults.partial, judged, window),
            evidence: judge.evidence(candidate.index, self.part, judged, covering),
        };
        let (state, reason) = count.rule(defaults, judge.as_of);
        Verdict {
            window: Some(judged),
            state,
            reason,
            figures: domain::Figures::Activities,
            threshold: count.threshold,
            n_lo: count.lo,
            n_hi: count.hi,
            planned: count.planned,
            required_now: count.required_now(judge.as_of),
            evidence: count.evidence,
            deadline: judged.to(),
            ..blank
        }
    }
}
