//! The receipt of a count: rows found, rows taken off with the reason, what is left. It adds up by construction.

use crate::count::Counting;
use crate::fit::{Fit, fit};
use crate::judge::Judge;
use crate::part::{Member, PartCounting};
use crate::tally::{Entry, Standing, Tally};
use crate::window::Window;
use domain::{Activity, ArithmeticLine, Arrange, EvidenceRow, Exclusion, Figures, Span, UnitIndex, Verdict};
use std::collections::BTreeMap;

/// A row of the right kind that misses the window by at most so many days is shown as a near miss.
const NEAR_MISS_DAYS: i64 = 14;

/// The receipt and its rows.
pub(crate) struct Receipt {
    pub(crate) arithmetic: Vec<ArithmeticLine>,
    pub(crate) rows: Vec<EvidenceRow>,
}

/// The receipt of a verdict on one part.
pub(crate) fn of_part(counting: &PartCounting<'_, '_>, window: &Window, verdict: &Verdict) -> Receipt {
    let tally = in_sight(counting, window, verdict);
    Receipt { arithmetic: arithmetic(&tally, verdict), rows: evidence_rows(counting.judge, [&tally]) }
}

/// The receipt of a verdict on several parts: how many of them are enough, and every row with the best that it is to one.
pub(crate) fn of_parts(counting: &Counting<'_, '_>, window: &Window, verdict: &Verdict) -> Receipt {
    let asked = counting.parts.iter().filter(|part| part.asks(window).is_some());
    let tallies: Vec<Tally> = asked.map(|part| in_sight(part, window, verdict)).collect();
    Receipt { arithmetic: result(verdict), rows: evidence_rows(counting.judge, &tallies) }
}

/// The rows that a reader of the table would ask about.
fn in_sight(counting: &PartCounting<'_, '_>, window: &Window, verdict: &Verdict) -> Tally {
    let unit = verdict.unit.filter(|_| verdict.window.is_some());
    unit.and_then(|unit| counting.tally_in_sight(unit, window)).unwrap_or_default()
}

impl PartCounting<'_, '_> {
    fn tally_in_sight(&self, index: UnitIndex, window: &Window) -> Option<Tally> {
        let unit = self.judge.facts.roster.get(index)?;
        let days = self.counted_days(window, unit.life())?;
        let sight = Span::new(days.from().min(window.full.from()), window.full.to())?;
        let member = Member { index, unit, rows: self.rows_in_sight(index, sight) };
        Some(self.read(window, &member, days))
    }

    /// Whatever touches the days or has no date, and rows of the right kind that miss them by no more than
    /// [`NEAR_MISS_DAYS`].
    fn rows_in_sight(&self, unit: UnitIndex, days: Span) -> Vec<(u32, Fit)> {
        let rows = self.judge.index.rows(unit, self.part.scope).iter();
        rows.filter_map(|row| {
            let activity = self.judge.index.row(*row)?;
            let fit = fit(self.part, activity);
            is_in_sight(activity, &fit, days).then_some((*row, fit))
        })
        .collect()
    }
}

fn arithmetic(tally: &Tally, verdict: &Verdict) -> Vec<ArithmeticLine> {
    match verdict.figures {
        Figures::Women => vec![share_line(verdict)],
        _ => reckoning(tally).into_iter().chain(result(verdict)).collect(),
    }
}

/// What is there, and what is asked.
pub(crate) fn result(verdict: &Verdict) -> Vec<ArithmeticLine> {
    vec![ArithmeticLine::Counted(verdict.n_lo), ArithmeticLine::Required(verdict.threshold)]
}

pub(crate) fn share_line(verdict: &Verdict) -> ArithmeticLine {
    let (lo, hi, den) = (verdict.n_lo, verdict.n_hi, verdict.den.unwrap_or(0));
    ArithmeticLine::Share { lo, hi, den, percent: verdict.threshold }
}

/// Only rows of the right kind are reckoned up; the others are listed with their reason. What a row does not state
/// adds nothing and takes off nothing.
fn reckoning(tally: &Tally) -> Vec<ArithmeticLine> {
    let mut found = 0_u32;
    let mut possible = 0_u32;
    let mut excluded: BTreeMap<Exclusion, u32> = BTreeMap::new();
    for entry in tally.entries.iter().filter(|entry| !is_of_other_kind(&entry.standing)) {
        let (stated, amount) = (entry.stated.unwrap_or(0), entry.amount.unwrap_or(0));
        found = found.saturating_add(stated);
        if entry.standing == Standing::Possible {
            possible = possible.saturating_add(amount);
        }
        let (why, less) = taken_off(entry, stated, amount);
        let sum = excluded.entry(why).or_default();
        *sum = sum.saturating_add(less);
    }
    let less = excluded.into_iter().filter(|(_, amount)| *amount > 0);
    std::iter::once(ArithmeticLine::Found(found))
        .chain(less.map(|(why, amount)| ArithmeticLine::LessExcluded(why, amount)))
        .chain((possible > 0).then_some(ArithmeticLine::LessPossible(possible)))
        .collect()
}

/// All of an excluded row; of a row whose title counts once, whatever it states beyond one.
fn taken_off(entry: &Entry, stated: u32, amount: u32) -> (Exclusion, u32) {
    match &entry.standing {
        Standing::Excluded(why) | Standing::Forecast(why) => (why.clone(), stated),
        Standing::Counted | Standing::Possible => (Exclusion::SameTitleAs(entry.place), stated.saturating_sub(amount)),
    }
}

/// Counted first, then possible, then excluded; each by table and row.
fn evidence_rows<'t>(judge: &Judge<'_>, tallies: impl IntoIterator<Item = &'t Tally>) -> Vec<EvidenceRow> {
    let mut best: BTreeMap<u32, &Standing> = BTreeMap::new();
    for entry in tallies.into_iter().flat_map(|tally| &tally.entries) {
        let standing = best.entry(entry.row).or_insert(&entry.standing);
        *standing = (*standing).min(&entry.standing);
    }
    let mut rows: Vec<(u32, &Standing, &Activity)> =
        best.into_iter().filter_map(|(number, standing)| Some((number, standing, judge.index.row(number)?))).collect();
    rows.arrange_by_key(|(_, standing, row)| (group(standing), row.origin));
    rows.into_iter().map(|(number, standing, row)| evidence_row(judge, number, standing, row)).collect()
}

fn evidence_row(judge: &Judge<'_>, number: u32, standing: &Standing, row: &Activity) -> EvidenceRow {
    EvidenceRow {
        activity: Some(number),
        kind: Some(row.kind),
        count: row.count,
        channel: row.channel.to_string(),
        ..judge.evidence_row(row.origin, row.unit, row.when, &row.title, standing.clone().outcome())
    }
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
