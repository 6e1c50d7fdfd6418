//! A second opinion on an open window: what the unit's own past windows of the same target would make of it. It never
//! bears on the state.

use crate::amount::Number;
use crate::count::Counting;
use crate::part::{Member, PartCounting};
use crate::tally::Reader;
use crate::window::Window;
use chrono::Days;
use domain::{Arrange, Forecast, NaiveDate, Period, Span, State, Verdict};
use plan::Amount;

/// So many past windows are looked at, the latest ones.
const MOST_WINDOWS: usize = 4;

impl Counting<'_, '_> {
    /// `None` for a window that is not open, for a share of women, for what is counted since the start, and without a
    /// past window that is over, whole and known.
    pub(crate) fn forecast(&self, verdict: &Verdict) -> Option<Forecast> {
        let ([part], State::OnTrack | State::AtRisk) = (self.parts.as_slice(), verdict.state) else { return None };
        if part.part.since_start || part.part.amount == Amount::WomenPercent {
            return None;
        }
        let (unit, judged) = (verdict.unit?, verdict.window?);
        let member = part.member(unit, self.judge.facts.roster.get(unit)?);
        let elapsed = Span::new(judged.from(), self.judge.as_of)?.days();
        let over = self.windows.iter().filter(|window| window.in_plan.to() < judged.from());
        let mut past: Vec<_> =
            over.rev().filter_map(|window| part.course(window, &member, elapsed)).take(MOST_WINDOWS).collect();
        past.reverse();
        forecast(verdict.n_lo, past)
    }
}

impl PartCounting<'_, '_> {
    /// What came after so many days of a past window, and what it ended with; `None` if its figures are not known, or
    /// the unit did not live through all of it.
    fn course(&self, window: &Window, member: &Member<'_>, elapsed: i64) -> Option<(Period, u32, u32)> {
        let verdict = self.verdict(window, member)?.verdict;
        let judged = verdict.window.filter(|judged| *judged == window.full)?;
        if !verdict.evidence.is_whole() || verdict.upper().is_none() {
            return None;
        }
        let day = judged.from().checked_add_days(Days::new(u64::try_from(elapsed - 1).ok()?))?;
        let then = self.known_on(day, member, judged);
        Some((window.period.clone(), verdict.n_lo.saturating_sub(then), verdict.n_lo))
    }

    /// What counted for certain on an earlier day.
    fn known_on(&self, as_of: NaiveDate, member: &Member<'_>, days: Span) -> u32 {
        Number::of(&Reader { as_of, ..self.reader() }.tally(&member.rows, days)).lo
    }
}

fn forecast(so_far: u32, past: Vec<(Period, u32, u32)>) -> Option<Forecast> {
    let mut remainders: Vec<u32> = past.iter().map(|(_, after, _)| *after).collect();
    remainders.arrange();
    Some(Forecast {
        expected: so_far.saturating_add(median(&remainders)?),
        low: so_far.saturating_add(*remainders.first()?),
        high: so_far.saturating_add(*remainders.last()?),
        past,
    })
}

/// Of an even number the mean of the two in the middle, rounded down.
fn median(sorted: &[u32]) -> Option<u32> {
    let lower = sorted.get((sorted.len().checked_sub(1)?) / 2)?;
    let upper = sorted.get(sorted.len() / 2)?;
    Some(lower + (upper - lower) / 2)
}
