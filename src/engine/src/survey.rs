//! Survey targets: is the value found, or its change since a base, enough by its day? It reads decimals as whole
//! thousandths and compares by cross-multiplication; it knows no sample size and no error of measurement.

mod change;
mod value;

use crate::judge::Judge;
use crate::scope::addresses;
use crate::state::{Group, Ruling};
use crate::title::fold;
use crate::window::{first_day, in_force};
use change::Achieved;
use chrono::{Datelike, Months};
use domain::{Arrange, Evidence, Figures, NaiveDate, Period, Reason, Span, State, Survey, Unit, UnitIndex, Verdict};
use plan::{PartialPolicy, SurveyDue, SurveyRule, SurveyStep, Target, Tenths};

/// A value that falls short says so of its deadline if it was found so many months before, or later. An older one says
/// nothing: what came after it was not looked for.
const FRESH_MONTHS: u32 = 12;

/// A survey target on the facts of a [`Judge`].
pub(crate) struct Surveying<'j, 'a> {
    judge: &'j Judge<'a>,
    target: &'j Target,
    rule: &'j SurveyRule,
}

/// One deadline of a survey target.
pub(crate) struct Term {
    pub(crate) period: Period,
    /// From the first day on which it is asked to its deadline.
    pub(crate) full: Span,
    /// Surveys of these days can fulfil it.
    counted: Option<Span>,
    /// Surveys of these days are the base; `None` = the value itself is asked.
    base: Option<Span>,
    at_least: Tenths,
    beyond: Option<Tenths>,
}

/// What a survey of the unit is for one deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// The last value in time.
    Latest,
    /// It may be later than the last, or in time: its date leaves it open.
    MaybeLatest,
    /// What it is compared with.
    Base,
    /// A later one stands.
    Superseded,
    /// Of other days.
    Outside,
}

/// A survey with its value.
#[derive(Clone, Copy)]
struct Found<'f> {
    row: &'f Survey,
    value: i64,
}

/// The surveys that bear on one deadline.
struct Bearing<'f> {
    base: Option<Found<'f>>,
    latest: Option<Found<'f>>,
    /// Later than `latest`.
    maybe: Vec<Found<'f>>,
}

/// What a value says of a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Finding {
    Passes(Achieved),
    FallsShort(Achieved),
    NoBase,
}

impl<'j, 'a> Surveying<'j, 'a> {
    pub(crate) fn new(judge: &'j Judge<'a>, target: &'j Target, rule: &'j SurveyRule) -> Self {
        Self { judge, target, rule }
    }

    /// One group for each deadline.
    pub(crate) fn groups(&self) -> Vec<Group> {
        let units = |term: &Term| -> Vec<Verdict> {
            let units = self.judge.index.units_of(&self.target.who.kinds);
            units.filter_map(|(index, unit)| self.verdict(term, index, unit)).collect()
        };
        let group = |term: &Term| Group {
            target: self.target.id.clone(),
            code: term.period.to_string(),
            verdicts: units(term),
        };
        self.terms().iter().map(group).collect()
    }

    pub(crate) fn term(&self, period: &Period) -> Option<Term> {
        self.terms().into_iter().find(|term| term.period == *period)
    }

    /// The unit's surveys of this measure that are known by the as-of day, in the order of the facts.
    pub(crate) fn rows(&self, unit: UnitIndex, term: &Term) -> Vec<(Role, &'a Survey)> {
        let bearing = self.bearing(unit, term);
        let role = |row: &Survey| {
            let is = |found: &Found<'_>| found.row.origin == row.origin;
            if bearing.latest.as_ref().is_some_and(is) {
                Role::Latest
            } else if bearing.maybe.iter().any(is) {
                Role::MaybeLatest
            } else if bearing.base.as_ref().is_some_and(is) {
                Role::Base
            } else if term.counted.is_some_and(|days| row.date.touches(days)) {
                Role::Superseded
            } else {
                Role::Outside
            }
        };
        self.found(unit).into_iter().map(|found| (role(found.row), found.row)).collect()
    }

    fn terms(&self) -> Vec<Term> {
        let Some(days) = in_force(self.judge.plan, self.target) else { return Vec::new() };
        match &self.rule.due {
            SurveyDue::Since { base_year, steps } => {
                let base = Span::year(*base_year);
                let after = base.and_then(|year| year.to().succ_opt());
                steps.iter().filter_map(|step| self.step(step, base, after?)).collect()
            }
            SurveyDue::Level { steps } => steps.iter().filter_map(|step| self.step(step, None, days.from())).collect(),
            SurveyDue::EachYear { at_least, beyond } => {
                let years = days.from().year()..=days.to().year();
                years.filter_map(|year| of_year(year, days, *at_least, *beyond)).collect()
            }
        }
    }

    fn step(&self, step: &SurveyStep, base: Option<Span>, after: NaiveDate) -> Option<Term> {
        Some(Term {
            period: Period::Milestone(step.id.clone()),
            full: Span::new(first_day(self.judge.plan, self.target), step.by)?,
            counted: Span::new(after, step.by),
            base,
            at_least: step.at_least,
            beyond: step.beyond,
        })
    }

    fn verdict(&self, term: &Term, index: UnitIndex, unit: &Unit) -> Option<Verdict> {
        if !addresses(&self.target.who, &self.judge.facts.roster, unit, term.full.to()) {
            return None;
        }
        let judged = unit.life().cut(term.full);
        let bearing = self.bearing(index, term);
        let (state, reason) = self.rule(term, judged, &bearing);
        let shown: Vec<u32> = bearing.candidates().filter_map(|found| self.achieved(term, &bearing, found)).collect();
        Some(Verdict {
            target: self.target.id.clone(),
            unit: Some(index),
            period: term.period.clone(),
            window: judged,
            state,
            reason,
            figures: Figures::Tenths,
            threshold: term.at_least.0,
            n_lo: shown.iter().copied().min().unwrap_or(0),
            n_hi: shown.iter().copied().max().unwrap_or(0),
            den: None,
            planned: 0,
            required_now: None,
            evidence: if bearing.candidates().next().is_some() { Evidence::Reported } else { Evidence::None },
            deadline: judged.map_or(term.full.to(), Span::to),
        })
    }

    fn achieved(&self, term: &Term, bearing: &Bearing<'_>, found: &Found<'_>) -> Option<u32> {
        match self.finding(term, bearing, found) {
            Finding::Passes(achieved) | Finding::FallsShort(achieved) => Some(achieved.shown()),
            Finding::NoBase => None,
        }
    }

    fn rule(&self, term: &Term, judged: Option<Span>, bearing: &Bearing<'_>) -> Ruling {
        let Some(judged) = judged else { return (State::NotApplicable, Some(Reason::OutsideLife)) };
        if self.judge.facts.surveys.is_none() {
            (State::NoData, Some(Reason::RegisterMissing))
        } else if self.judge.as_of < judged.from() {
            (State::NotYetDue, None)
        } else if self.judge.as_of < judged.to() {
            self.rule_open(term, bearing)
        } else {
            self.rule_over(term, judged, bearing)
        }
    }

    /// The latest value so far tells how it stands; only the one at the deadline decides.
    fn rule_open(&self, term: &Term, bearing: &Bearing<'_>) -> Ruling {
        match bearing.candidates().last().map(|found| self.finding(term, bearing, found)) {
            Some(Finding::Passes(_)) => (State::OnTrack, None),
            Some(Finding::FallsShort(_)) => (State::AtRisk, None),
            Some(Finding::NoBase) => (State::NoData, Some(Reason::NoBaseline)),
            None => (State::NotYetDue, None),
        }
    }

    /// Values whose dates leave open which is the last must agree; if none of them is enough, it is at least not missed
    /// for certain.
    fn rule_over(&self, term: &Term, judged: Span, bearing: &Bearing<'_>) -> Ruling {
        let silence = (State::NoData, Some(Reason::NothingReported));
        let latest = bearing.latest.as_ref().map_or(silence, |found| self.say(term, judged, bearing, found));
        let maybe = bearing.maybe.iter().map(|found| self.say(term, judged, bearing, found));
        let said: Vec<Ruling> = std::iter::once(latest).chain(maybe).collect();
        let has = |state: State| said.iter().any(|(said, _)| *said == state);
        if said.iter().all(|(state, _)| *state == latest.0) {
            latest
        } else if has(State::Met) || has(State::Uncertain) {
            (State::Uncertain, Some(Reason::PossibleOnly))
        } else {
            said.iter().find(|(state, _)| *state == State::NoData).copied().unwrap_or(silence)
        }
    }

    /// What a value says if it is the last one in time.
    fn say(&self, term: &Term, judged: Span, bearing: &Bearing<'_>, found: &Found<'_>) -> Ruling {
        let ended_before = judged.to() < term.full.to();
        match self.finding(term, bearing, found) {
            Finding::Passes(achieved) => {
                let is_beyond = term.beyond.is_some_and(|bound| achieved.is_beyond(bound));
                (State::Met, is_beyond.then_some(Reason::Beyond))
            }
            Finding::NoBase => (State::NoData, Some(Reason::NoBaseline)),
            Finding::FallsShort(_) if !is_fresh(found.row, judged.to()) => {
                (State::NoData, Some(Reason::NothingReported))
            }
            Finding::FallsShort(_) if ended_before && self.judge.plan.defaults.partial != PartialPolicy::Full => {
                (State::Uncertain, Some(Reason::WindowCut))
            }
            Finding::FallsShort(_) => (State::Missed, None),
        }
    }

    fn finding(&self, term: &Term, bearing: &Bearing<'_>, found: &Found<'_>) -> Finding {
        let SurveyRule { direction, scale, .. } = *self.rule;
        let achieved = match (term.base, &bearing.base) {
            (None, _) => Some(Achieved::level(found.value, direction)),
            (Some(_), Some(base)) => Achieved::since(base.value, found.value, direction, scale),
            (Some(_), None) => None,
        };
        match achieved {
            Some(achieved) if achieved.reaches(term.at_least) => Finding::Passes(achieved),
            Some(achieved) => Finding::FallsShort(achieved),
            None => Finding::NoBase,
        }
    }

    fn bearing(&self, unit: UnitIndex, term: &Term) -> Bearing<'a> {
        let found = self.found(unit);
        let last_within = |days: Span| {
            found.iter().filter(|found| found.row.date.within(days)).max_by_key(|found| order(found)).copied()
        };
        let latest = term.counted.and_then(last_within);
        let is_later = |found: &Found<'_>| latest.is_none_or(|latest| order(found) > order(&latest));
        let is_open = |found: &Found<'_>| {
            term.counted.is_some_and(|days| found.row.date.touches(days) && !found.row.date.within(days))
        };
        let mut maybe: Vec<Found<'_>> =
            found.iter().filter(|found| is_open(found) && is_later(found)).copied().collect();
        maybe.arrange_by_key(order);
        Bearing { base: term.base.and_then(last_within), latest, maybe }
    }

    /// What was found for the unit by the as-of day, as far as it is a number.
    fn found(&self, unit: UnitIndex) -> Vec<Found<'a>> {
        let measure = fold(&self.rule.measure);
        let surveys = self.judge.facts.surveys.iter().flatten();
        let known = surveys.filter(|row| row.unit == unit && row.date.from() <= self.judge.as_of);
        let asked = known.filter(|row| fold(&row.measure) == measure);
        asked.filter_map(|row| Some(Found { row, value: value::thousandths(&row.value)? })).collect()
    }
}

impl<'f> Bearing<'f> {
    /// Values one of which is the last in time.
    fn candidates(&self) -> impl Iterator<Item = &Found<'f>> {
        self.latest.iter().chain(&self.maybe)
    }
}

/// Can a text be read as a survey value?
pub(crate) fn is_value(text: &str) -> bool {
    value::thousandths(text).is_some()
}

fn of_year(year: i32, days: Span, at_least: Tenths, beyond: Option<Tenths>) -> Option<Term> {
    let whole = Span::year(year)?;
    Some(Term {
        period: Period::Year(year),
        full: whole.intersect(days)?,
        counted: Some(whole),
        base: Span::year(year - 1),
        at_least,
        beyond,
    })
}

/// By the last day, then the first, then the place in the tables: of two on the same day the one that stands below.
fn order(found: &Found<'_>) -> (NaiveDate, NaiveDate, domain::Origin) {
    (found.row.date.to(), found.row.date.from(), found.row.origin)
}

fn is_fresh(row: &Survey, deadline: NaiveDate) -> bool {
    deadline.checked_sub_months(Months::new(FRESH_MONTHS)).is_none_or(|since| row.date.to() > since)
}
