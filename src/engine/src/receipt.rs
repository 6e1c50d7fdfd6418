//! The receipt of a count: rows found, rows taken off with the reason, what is left. It adds up by construction.

use crate::count::Counting;
use crate::fit::{Fit, fit};
use crate::tally::{Entry, Standing, Tally};
use crate::window::Window;
use domain::{Activity, ArithmeticLine, EvidenceRow, Exclusion, Outcome, Span, UnitIndex, Verdict};
use std::collections::BTreeMap;

/// A row of the right kind that misses the window by at most so many days is shown as a near miss.
const NEAR_MISS_DAYS: i64 = 14;

/// The receipt and its rows.
pub(crate) struct Receipt {
    pub(crate) arithmetic: Vec<ArithmeticLine>,
    pub(crate) rows: Vec<EvidenceRow>,
}

impl Counting<'_, '_> {
    /// The receipt of one of this target's verdicts.
    pub(crate) fn receipt(&self, unit: UnitIndex, window: &Window, verdict: &Verdict) -> Receipt {
        let tally = verdict
            .window
            .map_or_else(Tally::default, |judged| self.reader().tally(&self.rows_in_sight(unit, window), judged));
        Receipt { arithmetic: self.arithmetic(&tally, verdict), rows: self.evidence_rows(&tally) }
    }

    /// Rows that a reader of the table would ask about: whatever touches the window or has no date, and rows of the
    /// right kind that miss it by no more than [`NEAR_MISS_DAYS`].
    fn rows_in_sight(&self, unit: UnitIndex, window: &Window) -> Vec<(u32, Fit)> {
        let rows = self.judge.index.rows(unit, self.part.scope).iter();
        rows.filter_map(|row| {
            let activity = self.judge.index.row(*row)?;
            let fit = fit(self.part, activity);
            is_in_sight(activity, &fit, window.full).then_some((*row, fit))
        })
        .collect()
    }

    /// Only rows of the right kind are reckoned up; the others are listed with their reason.
    fn arithmetic(&self, tally: &Tally, verdict: &Verdict) -> Vec<ArithmeticLine> {
        let mut found = 0_u32;
        let mut possible = 0_u32;
        let mut excluded: BTreeMap<Exclusion, u32> = BTreeMap::new();
        for entry in tally.entries.iter().filter(|entry| !is_of_other_kind(&entry.standing)) {
            let count = self.judge.index.row(entry.row).map_or(0, |row| row.count);
            found = found.saturating_add(count);
            if entry.standing == Standing::Possible {
                possible = possible.saturating_add(entry.amount);
            }
            if let Some((why, amount)) = self.taken_off(entry, count) {
                let sum = excluded.entry(why).or_default();
                *sum = sum.saturating_add(amount);
            }
        }
        let less = excluded.into_iter().filter(|(_, amount)| *amount > 0);
        std::iter::once(ArithmeticLine::Found(found))
            .chain(less.map(|(why, amount)| ArithmeticLine::LessExcluded(why, amount)))
            .chain((possible > 0).then_some(ArithmeticLine::LessPossible(possible)))
            .chain([ArithmeticLine::Counted(verdict.n_lo), ArithmeticLine::Required(verdict.threshold)])
            .collect()
    }

    /// All of an excluded row; of a row whose title counts once, whatever it states beyond one.
    fn taken_off(&self, entry: &Entry, count: u32) -> Option<(Exclusion, u32)> {
        match &entry.standing {
            Standing::Excluded(why) | Standing::Forecast(why) => Some((why.clone(), count)),
            Standing::Counted | Standing::Possible => {
                let row = self.judge.index.row(entry.row)?;
                Some((Exclusion::SameTitleAs(row.origin.row), count.saturating_sub(entry.amount)))
            }
        }
    }

    fn evidence_rows(&self, tally: &Tally) -> Vec<EvidenceRow> {
        let mut entries: Vec<(&Entry, &Activity)> =
            tally.entries.iter().filter_map(|entry| Some((entry, self.judge.index.row(entry.row)?))).collect();
        entries.sort_by_key(|(entry, row)| (group(&entry.standing), row.origin));
        entries.into_iter().map(|(entry, row)| self.evidence_row(entry, row)).collect()
    }

    fn evidence_row(&self, entry: &Entry, row: &Activity) -> EvidenceRow {
        EvidenceRow {
            activity: Some(entry.row),
            kind: Some(row.kind),
            count: row.count,
            channel: row.channel.clone(),
            ..self.judge.evidence_row(row.origin, row.unit, row.when, &row.title, outcome(entry))
        }
    }
}

fn outcome(entry: &Entry) -> Outcome {
    entry.standing.clone().outcome()
}

/// Counted first, then possible, then excluded.
fn group(standing: &Standing) -> u8 {
    match standing {
        Standing::Counted => 0,
        Standing::Possible => 1,
        Standing::Forecast(_) | Standing::Excluded(_) => 2,
    }
}

fn is_of_other_kind(standing: &Standing) -> bool {
    matches!(standing, Standing::Excluded(Exclusion::OtherKind(_)))
}

fn is_in_sight(row: &Activity, fit: &Fit, window: Span) -> bool {
    let is_near = |when: Span| {
        (when.from() - window.to()).num_days() <= NEAR_MISS_DAYS
            && (window.from() - when.to()).num_days() <= NEAR_MISS_DAYS
    };
    row.when.is_none_or(|when| when.touches(window) || (!matches!(fit, Fit::Unfit(_)) && is_near(when)))
}
