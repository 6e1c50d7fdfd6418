//! Rows of one unit in one window: which count, which may, which are plans, which are left out and why.
//!
//! It applies dates, status, copies and titles. Whether a row is of the right kind was settled before (`fit`).

use crate::fit::Fit;
use crate::index::Index;
use crate::title;
use domain::{Activity, Exclusion, NaiveDate, Outcome, Span, Status};
use plan::{Amount, CoarseDates, Duplicates};
use std::collections::BTreeMap;

/// How rows are read: what of the plan and of the as-of day bears on single rows.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub(crate) index: &'a Index<'a>,
    pub(crate) facts: &'a domain::Facts,
    pub(crate) as_of: NaiveDate,
    pub(crate) coarse_dates: CoarseDates,
    pub(crate) duplicates: Duplicates,
    pub(crate) distinct_titles: bool,
    /// What of a row is added up.
    pub(crate) amount: Amount,
}

/// What a row is in a window.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    Counted,
    Possible,
    /// It will count once it has happened.
    Forecast(Exclusion),
    Excluded(Exclusion),
}

impl Standing {
    pub(crate) fn outcome(self) -> Outcome {
        match self {
            Self::Counted => Outcome::Counted,
            Self::Possible => Outcome::Possible,
            Self::Forecast(why) | Self::Excluded(why) => Outcome::Excluded(why),
        }
    }
}

/// A row, what it is, and how much of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) row: u32,
    /// Its row in the user's table.
    pub(crate) place: u32,
    pub(crate) standing: Standing,
    /// What the row states, in the unit of the sum; `None` = it does not say its people.
    pub(crate) stated: Option<u32>,
    /// So much of that is counted, possible, planned or excluded.
    pub(crate) amount: Option<u32>,
}

/// All rows looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// In the order of the facts.
    pub(crate) entries: Vec<Entry>,
}

impl Tally {
    /// Rows that count for certain.
    pub(crate) fn counted_rows(&self) -> Vec<u32> {
        let counted = self.entries.iter().filter(|entry| entry.standing == Standing::Counted);
        counted.map(|entry| entry.row).collect()
    }

    fn cap(&mut self, at: usize, most: u32) {
        if let Some(entry) = self.entries.get_mut(at) {
            entry.amount = entry.amount.map(|amount| amount.min(most));
        }
    }
}

impl Reader<'_> {
    /// Reads `rows` against the judged days of one unit.
    pub(crate) fn tally(&self, rows: &[(u32, Fit)], judged: Span) -> Tally {
        let entry = |(row, fit): &(u32, Fit)| {
            let activity = self.index.row(*row)?;
            let (standing, stated) = (self.standing(activity, fit, judged), self.stated(activity));
            Some(Entry { row: *row, place: activity.origin.row, standing, stated, amount: stated })
        };
        let mut tally = Tally { entries: rows.iter().filter_map(entry).collect() };
        if self.duplicates == Duplicates::Once {
            self.merge_copies(&mut tally);
        }
        if self.distinct_titles {
            self.merge_titles(&mut tally);
        }
        tally
    }

    /// The people of a row are those of all its activities together.
    fn stated(&self, row: &Activity) -> Option<u32> {
        match self.amount {
            Amount::Activities => Some(row.count),
            Amount::People { .. } | Amount::WomenPercent => row.people,
        }
    }

    fn standing(&self, row: &Activity, fit: &Fit, judged: Span) -> Standing {
        if let Fit::Unfit(why) = fit {
            return Standing::Excluded(why.clone());
        }
        if row.when.is_some_and(|when| !when.touches(judged)) {
            return Standing::Excluded(Exclusion::OutsideWindow);
        }
        if row.count == 0 {
            return Standing::Excluded(Exclusion::Zero);
        }
        match row.when {
            Some(when) if when.from() > self.as_of => Self::still_to_come(row, fit, when.within(judged)),
            _ if row.status == Status::Planned => Standing::Excluded(Exclusion::Planned),
            Some(when) if when.within(judged) => self.certain_or_possible(row, fit, when),
            _ if self.coarse_dates == CoarseDates::Drop => Standing::Excluded(Exclusion::OutsideWindow),
            _ => Standing::Possible,
        }
    }

    fn still_to_come(row: &Activity, fit: &Fit, inside: bool) -> Standing {
        let why = match row.status {
            Status::Planned => Exclusion::Planned,
            Status::Done => Exclusion::AfterAsOf,
        };
        if inside && *fit == Fit::Certain { Standing::Forecast(why) } else { Standing::Excluded(why) }
    }

    /// A table whose own cut-off lies after the as-of day may tell what was not known on it.
    fn certain_or_possible(&self, row: &Activity, fit: &Fit, when: Span) -> Standing {
        let table_looks_ahead =
            self.facts.table(row.origin).and_then(|table| table.cut_off).is_some_and(|cut_off| cut_off > self.as_of);
        if *fit == Fit::Certain && !(table_looks_ahead && when.to() > self.as_of) {
            Standing::Counted
        } else {
            Standing::Possible
        }
    }

    fn merge_copies(&self, tally: &mut Tally) {
        for group in groups(tally, |entry| Some(self.index.original(entry.row))).values() {
            self.keep_best(tally, group, Exclusion::DuplicateOf);
        }
    }

    /// A title counts once, whatever number of activities its row states; people are counted as stated.
    fn merge_titles(&self, tally: &mut Tally) {
        let title = |entry: &Entry| {
            let row = self.index.row(entry.row)?;
            let folded = title::fold(&row.title);
            (!folded.is_empty()).then_some((row.unit, folded))
        };
        for group in groups(tally, title).values() {
            for part in apart(tally, group) {
                let kept = self.keep_best(tally, &part, Exclusion::SameTitleAs);
                if let Some(kept) = kept.filter(|_| self.amount == Amount::Activities) {
                    tally.cap(kept, 1);
                }
            }
        }
    }

    /// Of rows that are alike the best stays, and of equally good ones the first. Returns its position.
    fn keep_best(&self, tally: &mut Tally, group: &[usize], why: fn(u32) -> Exclusion) -> Option<usize> {
        let best = *group.iter().min_by_key(|at| tally.entries.get(**at).map(|entry| (&entry.standing, entry.row)))?;
        let why = why(tally.entries.get(best).map_or(0, |entry| entry.place));
        for at in group.iter().filter(|at| **at != best) {
            if let Some(entry) = tally.entries.get_mut(*at) {
                entry.standing = Standing::Excluded(why.clone());
            }
        }
        Some(best)
    }
}

/// Positions of entries that are not excluded, by what makes them alike.
fn groups<K: Ord>(tally: &Tally, alike: impl Fn(&Entry) -> Option<K>) -> BTreeMap<K, Vec<usize>> {
    let mut groups: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (at, entry) in tally.entries.iter().enumerate() {
        if matches!(entry.standing, Standing::Excluded(_)) {
            continue;
        }
        if let Some(key) = alike(entry) {
            groups.entry(key).or_default().push(at);
        }
    }
    groups
}

/// What was done for certain leaves nothing to add. What only may have been done leaves room for a plan to do it.
fn apart(tally: &Tally, group: &[usize]) -> Vec<Vec<usize>> {
    let standing = |at: &usize| tally.entries.get(*at).map(|entry| &entry.standing);
    if group.iter().any(|at| standing(at) == Some(&Standing::Counted)) {
        return vec![group.to_vec()];
    }
    let (plans, done): (Vec<usize>, Vec<usize>) =
        group.iter().partition(|at| matches!(standing(at), Some(Standing::Forecast(_))));
    vec![plans, done]
}
