//! Obligations without a number: ticked with evidence, or not. They are never missed, for nobody but the user says
//! whether they were fulfilled.

use crate::judge::Judge;
use crate::scope::addresses;
use crate::state::{Group, Ruling};
use crate::window::{Window, in_force, windows_in};
use domain::{Evidence, Figures, Period, Reason, Span, State, Tick, Unit, UnitIndex, Verdict};
use plan::Target;

/// A target of this kind on the facts of a [`Judge`].
pub(crate) struct Ticking<'j, 'a> {
    judge: &'j Judge<'a>,
    target: &'j Target,
    windows: Vec<Window>,
}

impl<'j, 'a> Ticking<'j, 'a> {
    /// `window` is the name of the plan's window.
    pub(crate) fn new(judge: &'j Judge<'a>, target: &'j Target, window: &str) -> Self {
        let days = in_force(judge.plan, target);
        Self { judge, target, windows: days.map_or_else(Vec::new, |days| windows_in(judge.plan, window, days)) }
    }

    /// One group for each window.
    pub(crate) fn groups(&self) -> Vec<Group> {
        let units = |window: &Window| -> Vec<Verdict> {
            let units = self.judge.index.units_of(&self.target.who.kinds);
            units.filter_map(|(index, unit)| self.verdict(window, index, unit)).collect()
        };
        let group = |window: &Window| Group {
            target: self.target.id.clone(),
            code: window.period.to_string(),
            verdicts: units(window),
        };
        self.windows.iter().map(group).collect()
    }

    pub(crate) fn window(&self, period: &Period) -> Option<&Window> {
        self.windows.iter().find(|window| window.period == *period)
    }

    /// The user's ticks for the unit in the window.
    pub(crate) fn ticks(&self, unit: UnitIndex, period: &Period) -> Vec<&'a Tick> {
        let code = period.to_string();
        let is_meant = |tick: &&Tick| tick.target == self.target.id && tick.unit == unit && tick.period == code;
        self.judge.facts.ticks.iter().filter(is_meant).collect()
    }

    fn verdict(&self, window: &Window, index: UnitIndex, unit: &Unit) -> Option<Verdict> {
        if !addresses(&self.target.who, &self.judge.facts.roster, unit, window.in_plan.to()) {
            return None;
        }
        let judged = window.judged(unit.life());
        let is_ticked = !self.ticks(index, &window.period).is_empty();
        let (state, reason) = self.rule(judged, is_ticked);
        let number = u32::from(is_ticked);
        Some(Verdict {
            target: self.target.id.clone(),
            unit: Some(index),
            period: window.period.clone(),
            window: judged,
            state,
            reason,
            figures: Figures::Tick,
            threshold: 1,
            n_lo: number,
            n_hi: number,
            den: None,
            planned: 0,
            required_now: None,
            evidence: if is_ticked { Evidence::Reported } else { Evidence::None },
            deadline: judged.map_or(window.in_plan.to(), Span::to),
        })
    }

    /// Without a number there is no pace to fall behind: while the window is open nothing speaks against the unit.
    fn rule(&self, judged: Option<Span>, is_ticked: bool) -> Ruling {
        let Some(judged) = judged else { return (State::NotApplicable, Some(Reason::OutsideLife)) };
        match is_ticked {
            true => (State::Met, None),
            false if self.judge.as_of < judged.from() => (State::NotYetDue, None),
            false if self.judge.as_of < judged.to() => (State::OnTrack, None),
            false => (State::NoData, Some(Reason::NothingReported)),
        }
    }
}
