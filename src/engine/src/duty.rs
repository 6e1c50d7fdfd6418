//! Duties: was it handed in before the day named? It knows weekends; holidays are data that it does not have.

use crate::judge::Judge;
use crate::scope::owes;
use crate::state::{Group, Ruling};
use crate::window::day_of_year;
use chrono::{Datelike, Weekday};
use domain::{
    Arrange, Evidence, NaiveDate, Period, Reason, Span, State, Submission, SubmissionKind, TableKind, Unit, UnitIndex,
    Verdict,
};
use plan::{Duty, DutyDay, DutyDeadline};

/// From this many days before the last good day on, a duty not done is at risk.
const NOTICE_DAYS: i64 = 10;

/// One period of a duty.
pub(crate) struct Term {
    pub(crate) period: Period,
    /// What submissions of the period say they are about.
    about: Span,
    pub(crate) open: NaiveDate,
    /// The last day in time.
    pub(crate) last: NaiveDate,
    submission: SubmissionKind,
}

impl Judge<'_> {
    /// One group for each period.
    pub(crate) fn duty_groups(&self, duty: &Duty) -> Vec<Group> {
        let units: Vec<(UnitIndex, &Unit)> = self.index.units_of(&duty.who.kinds).collect();
        let group = |term: &Term| Group {
            target: duty.id.clone(),
            code: term.period.to_string(),
            verdicts: units.iter().filter_map(|(index, unit)| self.duty_of(duty, term, *index, unit)).collect(),
        };
        self.terms(duty).iter().map(group).collect()
    }

    /// One verdict.
    pub(crate) fn duty_verdict(&self, duty: &Duty, unit: UnitIndex, period: &Period) -> Option<Verdict> {
        let term = self.term(duty, period)?;
        self.duty_of(duty, &term, unit, self.facts.roster.get(unit)?)
    }

    pub(crate) fn term(&self, duty: &Duty, period: &Period) -> Option<Term> {
        self.terms(duty).into_iter().find(|term| term.period == *period)
    }

    /// What the unit handed in for the term by the as-of day, first day first.
    pub(crate) fn handed_in(&self, unit: UnitIndex, term: &Term) -> Vec<&Submission> {
        let submissions = self.index.submissions(unit).iter().copied();
        let mut known: Vec<&Submission> = submissions
            .filter(|submission| submission.submitted <= self.as_of && term.is_meant_by(submission))
            .collect();
        known.arrange_by_key(|submission| (submission.submitted, submission.origin));
        known
    }

    fn terms(&self, duty: &Duty) -> Vec<Term> {
        let Some(deadline) = &duty.deadline else { return Vec::new() };
        match deadline.day {
            DutyDay::Once(day) => term(deadline, day, self.plan.from, Period::Year(day.year())).into_iter().collect(),
            DutyDay::Yearly(month, day) => {
                let years = self.plan.from.year()..=self.plan.to.year();
                years.filter_map(|year| self.term_of_year(deadline, year, (month, day))).collect()
            }
        }
    }

    fn term_of_year(&self, deadline: &DutyDeadline, year: i32, on: (u32, u32)) -> Option<Term> {
        let day = day_of_year(year, on)?;
        let period = match deadline.submission {
            SubmissionKind::Half => Period::Half(year, on.0.div_ceil(6)),
            SubmissionKind::Plan | SubmissionKind::Year | SubmissionKind::Data => Period::Year(year),
        };
        let term = term(deadline, day, NaiveDate::from_ymd_opt(year, 1, 1)?, period)?;
        (self.plan.from <= term.last && day <= self.plan.to).then_some(term)
    }

    fn duty_of(&self, duty: &Duty, term: &Term, index: UnitIndex, unit: &Unit) -> Option<Verdict> {
        let asked = Span::new(term.open, term.last).and_then(|days| unit.life().cut(days));
        if !owes(&duty.who, &self.facts.roster, unit, term.last) {
            return None;
        }
        let first = self.handed_in(index, term).first().map(|submission| submission.submitted);
        let (state, reason) = self.rule_duty(term, asked, first);
        let count = u32::from(first.is_some());
        Some(Verdict {
            target: duty.id.clone(),
            unit: Some(index),
            period: term.period.clone(),
            window: asked,
            state,
            reason,
            figures: domain::Figures::Submissions,
            threshold: 1,
            n_lo: count,
            n_hi: count,
            den: None,
            planned: 0,
            required_now: None,
            evidence: if self.facts.submissions.is_some() { Evidence::Reported } else { Evidence::None },
            deadline: term.last,
        })
    }

    fn rule_duty(&self, term: &Term, asked: Option<Span>, first: Option<NaiveDate>) -> Ruling {
        if asked.is_none() {
            return (State::NotApplicable, Some(Reason::OutsideLife));
        }
        if self.facts.submissions.is_none() {
            return (State::NoData, Some(Reason::RegisterMissing));
        }
        let is_over = self.as_of > term.last;
        if first.is_none() && is_over && self.registers_end_before(TableKind::Submissions, term.last) {
            return (State::NoData, Some(Reason::CutOff));
        }
        let state = match first {
            Some(day) if day <= term.last => State::Met,
            Some(_) => State::Late,
            None if is_over => State::Missed,
            None if self.as_of < term.open => State::NotYetDue,
            None if (term.last - self.as_of).num_days() <= NOTICE_DAYS => State::AtRisk,
            None => State::OnTrack,
        };
        (state, None)
    }
}

impl Term {
    /// A plan made once may say that it is for several years.
    fn is_meant_by(&self, submission: &Submission) -> bool {
        let is_about = match self.submission {
            SubmissionKind::Plan => self.about.within(submission.period),
            SubmissionKind::Half | SubmissionKind::Year | SubmissionKind::Data => submission.period == self.about,
        };
        submission.kind == self.submission && is_about
    }
}

fn term(deadline: &DutyDeadline, day: NaiveDate, open: NaiveDate, period: Period) -> Option<Term> {
    let named = if deadline.next_working_day { next_working_day(day)? } else { day };
    let last = if deadline.inclusive { named } else { named.pred_opt()? };
    let about = days_of(&period)?;
    Some(Term { period, about, open, last, submission: deadline.submission })
}

fn next_working_day(day: NaiveDate) -> Option<NaiveDate> {
    day.iter_days().take(3).find(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
}

fn days_of(period: &Period) -> Option<Span> {
    match period {
        Period::Year(year) => Span::year(*year),
        Period::Half(year, half) => Span::half(*year, *half),
        _ => None,
    }
}
