//! The smallest change that would turn a verdict: what is missing and by when, which rows would be enough if somebody
//! confirmed them, and of what is met how much may still be lost.

use crate::amount::Sum;
use crate::count::Counting;
use crate::judge::Judge;
use crate::part::PartCounting;
use crate::state::members_required;
use crate::window::Window;
use domain::{ActivityKind, Arrange, Change, Figures, Origin, RowPlace, Span, State, Verdict};

impl Judge<'_> {
    /// While days are left, do more; afterwards only what was forgotten in the table can help. `kind` is what one more
    /// of would help.
    pub(crate) fn change(&self, verdict: &Verdict, kind: Option<ActivityKind>) -> Option<Change> {
        let (missing, spare) = match verdict.state {
            State::NotApplicable => return None,
            State::Met => (0, Some(spare(verdict)?)),
            _ => (missing(verdict).filter(|missing| *missing > 0)?, None),
        };
        let window = verdict.window?;
        let left = Span::new(self.as_of.succ_opt()?.max(window.from()), verdict.deadline);
        Some(Change {
            missing,
            kind,
            within: left.or_else(|| Span::new(window.from(), verdict.deadline))?,
            only_forgotten_rows: left.is_none(),
            confirm: if spare.is_none() { self.confirm(verdict) } else { Vec::new() },
            spare,
        })
    }

    /// The fewest rows that would be enough if they were confirmed; none if they would not be.
    fn confirm(&self, verdict: &Verdict) -> Vec<RowPlace> {
        let rows = || {
            let counting = self.counting(&verdict.target)?;
            let window = counting.window(&verdict.period)?;
            let mut rows = counting.confirm(window, verdict)?;
            rows.arrange();
            rows.dedup();
            Some(rows.into_iter().map(|origin| self.place(origin)).collect())
        };
        rows().unwrap_or_default()
    }

    fn place(&self, origin: Origin) -> RowPlace {
        let table = self.facts.table(origin);
        RowPlace {
            file: table.map_or_else(String::new, |table| table.file.clone()),
            sheet: table.map_or_else(String::new, |table| table.sheet.clone()),
            row: origin.row,
        }
    }
}

impl Counting<'_, '_> {
    /// Of every part that is not met; `None` if one of them stays short.
    fn confirm(&self, window: &Window, verdict: &Verdict) -> Option<Vec<Origin>> {
        let unit = verdict.unit?;
        let parts = self.part_verdicts(unit, window).into_iter();
        let mut short = parts.filter(|(_, part)| part.state != State::Met);
        short.try_fold(Vec::new(), |mut rows, (part, verdict)| {
            rows.extend(part.confirm(window, &verdict)?);
            Some(rows)
        })
    }
}

impl PartCounting<'_, '_> {
    /// The largest first, so that they are the fewest.
    fn confirm(&self, window: &Window, verdict: &Verdict) -> Option<Vec<Origin>> {
        let unit = verdict.unit?;
        let member = self.member(unit, self.judge.facts.roster.get(unit)?);
        let tally = self.tally(window, &member)?;
        let mut gains = Sum::gains(self.part.amount, &tally, &self.judge.index, verdict.threshold)?;
        gains.arrange_by_key(|(row, gain)| (std::cmp::Reverse(*gain), *row));
        let mut lacking = lacking(verdict);
        let mut rows = Vec::new();
        for (row, gain) in gains {
            if lacking <= 0 {
                break;
            }
            lacking -= gain;
            rows.push(self.judge.index.row(row)?.origin);
        }
        (lacking <= 0).then_some(rows)
    }
}

/// What the certain figures lack, in the unit of [`Sum::gains`].
fn lacking(verdict: &Verdict) -> i64 {
    let (threshold, lo) = (i64::from(verdict.threshold), i64::from(verdict.n_lo));
    match (verdict.figures, verdict.den) {
        (Figures::Women, Some(people)) => threshold * i64::from(people) - 100 * lo,
        _ => threshold - lo,
    }
}

/// How many more are needed; `None` where no number of more would help.
fn missing(verdict: &Verdict) -> Option<u32> {
    match (verdict.figures, verdict.den) {
        (Figures::Women, Some(people)) => women_missing(verdict.threshold, verdict.n_lo, people),
        // A value that must not be passed is too high.
        (Figures::Tenths, _) if verdict.state != State::NoData => Some(verdict.threshold.abs_diff(verdict.n_lo)),
        (Figures::Tenths, _) => None,
        (_, Some(den)) => Some(members_required(verdict.threshold, den).saturating_sub(verdict.n_lo)),
        (_, None) => Some(verdict.threshold.saturating_sub(verdict.n_lo)),
    }
}

/// Women who would have to come, and nobody else, until they are the share asked for.
fn women_missing(percent: u32, women: u32, people: u32) -> Option<u32> {
    let lacking = (u64::from(percent) * u64::from(people)).saturating_sub(100 * u64::from(women));
    let each = 100_u64.checked_sub(u64::from(percent)).filter(|each| *each > 0)?;
    u32::try_from(lacking.div_ceil(each)).ok()
}

/// What may be lost before it is not met any more; `None` where nothing is counted.
fn spare(verdict: &Verdict) -> Option<u32> {
    match (verdict.figures, verdict.den) {
        (Figures::Submissions | Figures::Tick | Figures::Parts | Figures::Tenths, _) => None,
        (_, Some(den)) => Some(verdict.n_lo.saturating_sub(members_required(verdict.threshold, den))),
        (_, None) => Some(verdict.n_lo.saturating_sub(verdict.threshold)),
    }
}
