//! The table of states: the first condition that holds, in the order of the specification. It sees figures only,
//! never rows.

use crate::amount::{Reach, Sum};
use chrono::Datelike;
use domain::{Evidence, NaiveDate, Reason, Span, State, Verdict};
use plan::{Amount, Defaults, MissingPolicy, PartialPolicy};

/// A unit that lived less than this share of a window is excused under the policy `waive`.
const WAIVE_BELOW_PERCENT: i64 = 50;

/// Verdicts of one target and period, by unit id.
#[derive(Clone)]
pub(crate) struct Group {
    pub(crate) target: String,
    /// The period as it is written in tables.
    pub(crate) code: String,
    pub(crate) verdicts: Vec<Verdict>,
}

/// A state, and why, where the state alone does not say.
pub(crate) type Ruling = (State, Option<Reason>);

/// What a count is judged by.
pub(crate) struct Count {
    /// The days judged.
    pub(crate) judged: Span,
    /// The whole window.
    pub(crate) full: Span,
    pub(crate) sum: Sum,
    pub(crate) threshold: u32,
    pub(crate) evidence: Evidence,
}

impl Count {
    /// What the days gone by ask for; only while the window is open. Of a share of women: so many of the people reached.
    pub(crate) fn required_now(&self, as_of: NaiveDate) -> Option<u32> {
        let is_open = self.judged.from() <= as_of && as_of < self.judged.to();
        is_open.then(|| match self.sum {
            Sum::Activities(_) | Sum::People(_) => {
                pace(self.threshold, elapsed(self.judged, as_of), self.judged.days())
            }
            Sum::Women(women) => members_required(self.threshold, women.people),
        })
    }

    pub(crate) fn rule(&self, defaults: &Defaults, as_of: NaiveDate) -> Ruling {
        let is_waived = defaults.partial == PartialPolicy::Waive
            && self.judged.days() * 100 < WAIVE_BELOW_PERCENT * self.full.days();
        if is_waived {
            return (State::NotApplicable, Some(Reason::Waived));
        }
        if as_of < self.judged.from() {
            return (State::NotYetDue, None);
        }
        if self.sum.reach(self.threshold) == Reach::Enough {
            return (State::Met, None);
        }
        if as_of < self.judged.to() {
            return (self.rule_open(as_of), None);
        }
        self.rule_over(defaults)
    }

    fn rule_open(&self, as_of: NaiveDate) -> State {
        let keeps_up = self.sum.keeps_up(self.threshold, self.required_now(as_of));
        if keeps_up { State::OnTrack } else { State::AtRisk }
    }

    fn rule_over(&self, defaults: &Defaults) -> Ruling {
        if self.sum.reach(self.threshold) == Reach::MayBeEnough {
            (State::Uncertain, Some(self.sum.doubt()))
        } else if let Some(unknown) = unknown(defaults.missing, self.evidence) {
            (State::NoData, Some(unknown))
        } else if self.sum.is_empty_share() {
            (State::NotApplicable, Some(Reason::NothingInScope))
        } else if defaults.partial == PartialPolicy::CutOpen && self.judged.days() < self.full.days() {
            (State::Uncertain, Some(Reason::WindowCut))
        } else {
            (State::Missed, None)
        }
    }
}

/// The threshold in force for these days of the window. A percentage is the same for any number of days.
pub(crate) fn threshold(partial: PartialPolicy, amount: Amount, at_least: u32, judged: Span, full: Span) -> u32 {
    match (partial, amount) {
        (PartialPolicy::Prorate, Amount::Activities | Amount::People { .. }) => {
            clamp((u64::from(at_least) * days_of(judged)).div_ceil(days_of(full)))
        }
        _ => at_least,
    }
}

/// The state of a whole whose members are neither all met nor one of them missed: the least known member speaks.
pub(crate) fn worst_open(has: impl Fn(State) -> bool) -> State {
    let by_precedence = [State::NoData, State::Uncertain, State::AtRisk, State::OnTrack];
    by_precedence.into_iter().find(|state| has(*state)).unwrap_or(State::NotYetDue)
}

/// The fewest members that are so many percent of all.
pub(crate) fn members_required(percent: u32, of: u32) -> u32 {
    clamp((u64::from(percent) * u64::from(of)).div_ceil(100))
}

/// What a share is judged by.
pub(crate) struct Share {
    pub(crate) lo: u32,
    pub(crate) hi: u32,
    pub(crate) den: u32,
    pub(crate) percent: u32,
    /// The plan's first day.
    pub(crate) from: NaiveDate,
    /// The milestone's day.
    pub(crate) by: NaiveDate,
}

impl Share {
    pub(crate) fn rule(&self, as_of: NaiveDate) -> Ruling {
        if self.den == 0 {
            (State::NotApplicable, Some(Reason::NothingInScope))
        } else if as_of < self.from {
            (State::NotYetDue, None)
        } else if self.reaches(self.lo) {
            (State::Met, None)
        } else if as_of < self.by {
            (if self.keeps_pace(as_of) { State::OnTrack } else { State::AtRisk }, None)
        } else if self.reaches(self.hi) {
            (State::Uncertain, Some(Reason::PossibleOnly))
        } else {
            (State::Missed, None)
        }
    }

    /// Members still missing for certain.
    pub(crate) fn missing(&self) -> u32 {
        members_required(self.percent, self.den).saturating_sub(self.lo)
    }

    /// Members needed by now to be on track; only between the plan's first day and the milestone.
    pub(crate) fn required_now(&self, as_of: NaiveDate) -> Option<u32> {
        let is_open = self.from <= as_of && as_of < self.by;
        let (elapsed, whole) = self.days(as_of);
        let needed = u64::from(self.percent) * u64::from(self.den) * elapsed;
        is_open.then(|| clamp(needed.div_ceil(100 * whole.max(1))))
    }

    fn reaches(&self, members: u32) -> bool {
        u64::from(members) * 100 >= u64::from(self.percent) * u64::from(self.den)
    }

    fn keeps_pace(&self, as_of: NaiveDate) -> bool {
        let (elapsed, whole) = self.days(as_of);
        u64::from(self.lo) * 100 * whole >= u64::from(self.percent) * u64::from(self.den) * elapsed
    }

    /// Days gone by, and days from the plan's first to the milestone.
    fn days(&self, as_of: NaiveDate) -> (u64, u64) {
        (days_between(self.from, as_of), days_between(self.from, self.by))
    }
}

/// Why a short count is no real one under this policy, if it is none.
fn unknown(policy: MissingPolicy, evidence: Evidence) -> Option<Reason> {
    match (policy, evidence) {
        (MissingPolicy::Zero, _) | (_, Evidence::Reported) | (MissingPolicy::Implied, Evidence::Implied) => None,
        (MissingPolicy::Implied, Evidence::Partial) => Some(Reason::CutOff),
        (MissingPolicy::Implied, Evidence::None) | (MissingPolicy::Explicit, _) => Some(Reason::NothingReported),
    }
}

/// ⌊k·E/T + ¼⌋: the slack of a quarter keeps the first days of a window from asking for anything.
fn pace(threshold: u32, elapsed: u64, whole: i64) -> u32 {
    let whole = u64::try_from(whole).unwrap_or(1).max(1);
    clamp((4 * u64::from(threshold) * elapsed + whole) / (4 * whole))
}

/// Days of `judged` to the end of `as_of`, counting both ends.
fn elapsed(judged: Span, as_of: NaiveDate) -> u64 {
    days_between(judged.from(), as_of) + 1
}

fn days_between(from: NaiveDate, to: NaiveDate) -> u64 {
    u64::try_from(to.num_days_from_ce() - from.num_days_from_ce()).unwrap_or(0)
}

fn days_of(span: Span) -> u64 {
    u64::try_from(span.days()).unwrap_or(1)
}

fn clamp(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
