//! One part of a count target: which rows of a unit count in a window, and whether they are enough.

use crate::amount::{Reach, Sum, figures};
use crate::fit::{Fit, fit};
use crate::judge::Judge;
use crate::state::{Count, threshold};
use crate::tally::{Reader, Tally};
use crate::window::{Window, first_day, windows_in};
use domain::{Evidence, Life, NaiveDate, Reason, Span, State, Unit, UnitIndex, Verdict};
use plan::{Measure, Part, Target};
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// A part on the facts of a [`Judge`].
pub(crate) struct PartCounting<'j, 'a> {
    pub(crate) judge: &'j Judge<'a>,
    pub(crate) target: &'j Target,
    pub(crate) part: &'j Part,
    /// Tables that keep what the part counts; asked for only where a verdict is given.
    covering: OnceCell<BTreeSet<u32>>,
}

/// A unit, and its rows that could count on some day.
pub(crate) struct Member<'u> {
    pub(crate) index: UnitIndex,
    pub(crate) unit: &'u Unit,
    pub(crate) rows: Vec<(u32, Fit)>,
}

/// What the rows of a unit come to in a window, and how we know that they are all.
pub(crate) struct Found {
    pub(crate) sum: Sum,
    pub(crate) evidence: Evidence,
}

/// The verdict on a part, and how its figures stand to what is asked.
pub(crate) struct PartVerdict {
    pub(crate) verdict: Verdict,
    pub(crate) reach: Reach,
}

impl<'j, 'a> PartCounting<'j, 'a> {
    pub(crate) fn new(judge: &'j Judge<'a>, target: &'j Target, part: &'j Part) -> Self {
        Self { judge, target, part, covering: OnceCell::new() }
    }

    /// What is asked in the window; `None` in a gap between phases.
    pub(crate) fn asks(&self, window: &Window) -> Option<u32> {
        self.part.at_least.on(window.in_plan.from())
    }

    pub(crate) fn member<'u>(&self, index: UnitIndex, unit: &'u Unit) -> Member<'u> {
        let rows = self.judge.index.rows(index, self.part.scope).iter();
        let fitting = |row: &u32| {
            let fit = fit(self.part, self.judge.index.row(*row)?);
            (!matches!(fit, Fit::Unfit(_))).then_some((*row, fit))
        };
        Member { index, unit, rows: rows.filter_map(fitting).collect() }
    }

    /// The days whose rows count for a unit with this life: those of the window, or all since the rule's first.
    ///
    /// Whatever else the days decide (is it due, is it over, its pace, is it cut) goes by the window alone.
    pub(crate) fn counted_days(&self, window: &Window, life: Life) -> Option<Span> {
        if !self.part.since_start {
            return window.judged(life);
        }
        life.cut(Span::new(self.first_day(), window.in_plan.to())?)
    }

    /// The rows of a unit in a window; `None` if it is not judged there.
    pub(crate) fn tally(&self, window: &Window, member: &Member<'_>) -> Option<Tally> {
        window.judged(member.unit.life())?;
        Some(self.read(window, member, self.counted_days(window, member.unit.life())?))
    }

    /// These rows of a unit, and what it is given of its commune's.
    pub(crate) fn read(&self, window: &Window, member: &Member<'_>, days: Span) -> Tally {
        let mut tally = self.reader().tally(&member.rows, days);
        tally.entries.extend(self.given(window, member));
        tally
    }

    /// The verdict on this part alone; `None` if nothing is asked in the window.
    pub(crate) fn verdict(&self, window: &Window, member: &Member<'_>) -> Option<PartVerdict> {
        self.verdict_on(window, member.index, member.unit.life(), |judged, threshold| {
            let covering = self.covering.get_or_init(|| self.judge.covering_tables(self.part));
            let tally = self.tally(window, member).unwrap_or_default();
            Found {
                sum: Sum::of(self.part.amount, &tally, &self.judge.index, threshold),
                evidence: self.evidence(window, member, judged, covering),
            }
        })
    }

    /// As [`Self::verdict`], on what `find` finds for the days judged and the threshold.
    pub(crate) fn verdict_on(
        &self,
        window: &Window,
        unit: UnitIndex,
        life: Life,
        find: impl FnOnce(Span, u32) -> Found,
    ) -> Option<PartVerdict> {
        let blank = self.blank(window, unit, self.asks(window)?);
        let Some(judged) = window.judged(life) else {
            return Some(PartVerdict { verdict: blank, reach: Reach::Short });
        };
        let partial = self.judge.plan.defaults.partial;
        let threshold = threshold(partial, self.part.amount, blank.threshold, judged, window.full);
        let Found { sum, evidence } = find(judged, threshold);
        Some(self.fill(blank, &Count { judged, full: window.full, sum, threshold, evidence }))
    }

    /// How we know that the figures are complete. Where earlier windows count, too, the least known of them speaks: the
    /// pledge may have been signed in a year that nobody reported on.
    fn evidence(&self, window: &Window, member: &Member<'_>, judged: Span, covering: &BTreeSet<u32>) -> Evidence {
        let of = |days: Span| self.judge.evidence(member.index, self.part, days, covering);
        let (Measure::Count(rule), true) = (&self.target.measure, self.part.since_start) else { return of(judged) };
        let life = member.unit.life();
        let counted = Span::new(self.first_day(), window.in_plan.to()).into_iter();
        let windows = counted.flat_map(|days| windows_in(self.judge.plan, &rule.window, days));
        windows.filter_map(|window| window.judged(life)).map(of).max().unwrap_or(Evidence::None)
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
            amount: self.part.amount,
        }
    }

    fn first_day(&self) -> NaiveDate {
        first_day(self.judge.plan, self.target)
    }

    /// The verdict on a unit that did not live in the window.
    fn blank(&self, window: &Window, unit: UnitIndex, at_least: u32) -> Verdict {
        Verdict {
            target: self.target.id.clone(),
            unit: Some(unit),
            period: window.period.clone(),
            window: None,
            state: State::NotApplicable,
            reason: Some(Reason::OutsideLife),
            figures: figures(self.part.amount),
            threshold: at_least,
            n_lo: 0,
            n_hi: 0,
            den: None,
            planned: 0,
            required_now: None,
            evidence: Evidence::None,
            deadline: window.in_plan.to(),
        }
    }

    fn fill(&self, blank: Verdict, count: &Count) -> PartVerdict {
        let (as_of, defaults) = (self.judge.as_of, &self.judge.plan.defaults);
        let (state, reason) = count.rule(defaults, as_of);
        let verdict = Verdict {
            window: Some(count.judged),
            state,
            reason,
            threshold: count.threshold,
            required_now: count.required_now(as_of),
            evidence: count.evidence,
            deadline: count.judged.to(),
            ..count.sum.fill(blank)
        };
        PartVerdict { verdict, reach: count.sum.reach(count.threshold) }
    }
}
