//! What-if: the facts as they would be under edits, and the verdicts that differ.
//!
//! It decides what an edit does to rows. What the rows then mean is for the judge, who sees facts like any others. An
//! activity that is only tried stands in no table: it can count, and it is never a sign that a unit reported.

mod programme;

use domain::{Activity, ActivityKind, ChangedVerdict, Edit, Facts, Origin, Period, Roster, Span};
use domain::{UnitIndex, Verdict};
use std::collections::{BTreeMap, BTreeSet};

/// The facts with `edits` applied: rows left out, rows on other days, and after them the activities tried, in the order
/// of the edits. The order of edits changes no verdict.
pub fn overlay(facts: &Facts, edits: &[Edit]) -> Facts {
    let kept = Kept::of(edits);
    let rows = (0..).zip(&facts.activities).filter_map(|(number, row)| kept.row(&facts.roster, number, row));
    let tried = edits.iter().flat_map(|edit| tried(&facts.roster, edit));
    let tried = (1..).zip(tried).map(|(number, row)| Activity { origin: Origin::tried(number), ..row });
    Facts { activities: rows.chain(tried).collect(), ..facts.clone() }
}

/// Verdicts of the same target, period and unit that differ in state or figures, in the order of `after`.
pub fn changed(before: &[Verdict], after: &[Verdict]) -> Vec<ChangedVerdict> {
    let known: BTreeMap<_, &Verdict> = before.iter().map(|verdict| (cell(verdict), verdict)).collect();
    let change = |after: &Verdict| {
        let before = known.get(&cell(after)).filter(|before| **before != after)?;
        Some(ChangedVerdict { before: (*before).clone(), after: after.clone() })
    };
    after.iter().filter_map(change).collect()
}

fn cell(verdict: &Verdict) -> (&str, &Period, Option<UnitIndex>) {
    (&verdict.target, &verdict.period, verdict.unit)
}

/// What becomes of a row.
pub(crate) enum Fate {
    Stays,
    Moves(Span),
    Out,
}

/// What edits do to the rows there are.
#[derive(Default)]
pub(crate) struct Kept {
    removed: BTreeSet<u32>,
    moved: BTreeMap<u32, Span>,
}

impl Kept {
    pub(crate) fn of(edits: &[Edit]) -> Self {
        let mut kept = Self::default();
        for edit in edits {
            match edit {
                Edit::Remove { row } => {
                    kept.removed.insert(*row);
                }
                Edit::Move { row, to } => {
                    let days = kept.moved.entry(*row).or_insert(*to);
                    *days = (*days).max(*to);
                }
                Edit::Add { .. } | Edit::Programme(_) => {}
            }
        }
        kept
    }

    fn row(&self, roster: &Roster, number: u32, row: &Activity) -> Option<Activity> {
        match self.fate(roster, number, row.unit) {
            Fate::Out => None,
            Fate::Moves(to) => Some(Activity { when: Some(to), ..row.clone() }),
            Fate::Stays => Some(row.clone()),
        }
    }

    /// What becomes of a row of this unit.
    pub(crate) fn fate(&self, roster: &Roster, number: u32, unit: UnitIndex) -> Fate {
        if self.removed.contains(&number) {
            return Fate::Out;
        }
        match self.moved.get(&number) {
            Some(to) if lives(roster, unit, *to) => Fate::Moves(*to),
            Some(_) => Fate::Out,
            None => Fate::Stays,
        }
    }

    /// Rows that some edit names.
    pub(crate) fn named(&self) -> BTreeSet<u32> {
        self.removed.iter().chain(self.moved.keys()).copied().collect()
    }
}

/// The activities that an edit tries.
pub(crate) fn tried(roster: &Roster, edit: &Edit) -> Vec<Activity> {
    match edit {
        Edit::Add { unit, kind, when, count, tags } if lives(roster, *unit, *when) => {
            vec![activity(*unit, *kind, *when, *count, tags)]
        }
        Edit::Programme(programme) => programme::activities(roster, programme),
        Edit::Add { .. } | Edit::Remove { .. } | Edit::Move { .. } => Vec::new(),
    }
}

/// Does the unit live on one of the days?
fn lives(roster: &Roster, unit: UnitIndex, days: Span) -> bool {
    roster.get(unit).is_some_and(|unit| unit.life().cut(days).is_some())
}

/// An activity that would be done: whatever lies after the as-of day counts as planned, as any other row does.
fn activity(unit: UnitIndex, kind: ActivityKind, when: Span, count: u32, tags: &[String]) -> Activity {
    let tags: BTreeSet<&String> = tags.iter().collect();
    let tags = tags.into_iter().collect();
    Activity { when: Some(when), count, tags, ..Activity::bare(unit, kind, Origin::tried(0)) }
}
