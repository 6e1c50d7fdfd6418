//! What edits do to columns: rows of a few units are read anew, the rows tried come on top. It says what
//! [`crate::overlay`] says, without a copy of the facts.

use super::cell::Cell;
use super::columns::{Columns, Seen};
use super::days::Days;
use super::effect::Gone;
use super::slots::{Held, Owner, Slots};
use crate::overlay::{Fate, Kept, tried};
use domain::{Activity, Edit, Facts, UnitIndex};
use std::collections::{BTreeMap, BTreeSet};

/// Edits, unit by unit.
#[derive(Default)]
pub(crate) struct Trial {
    /// Rows left out, on whatever unit.
    pub(crate) gone: Gone,
    /// Units whose own rows changed, with all that are left.
    rewritten: BTreeMap<UnitIndex, Vec<Seen>>,
    /// Activities tried.
    tried: BTreeMap<UnitIndex, Vec<Activity>>,
}

impl Trial {
    pub(crate) fn of(facts: &Facts, columns: &Columns, edits: &[Edit]) -> Self {
        let mut trial = Self::default();
        let tried = edits.iter().flat_map(|edit| tried(&facts.roster, edit));
        for row in tried {
            trial.tried.entry(row.unit).or_default().push(row);
        }
        let kept = Kept::of(edits);
        let units: BTreeSet<UnitIndex> = kept.named().into_iter().filter_map(|row| columns.unit_of(row)).collect();
        for unit in units {
            let rows = trial.rewrite(facts, columns, &kept, unit);
            trial.rewritten.insert(unit, rows);
        }
        trial
    }

    /// Units whose rows differ.
    pub(crate) fn units(&self) -> BTreeSet<UnitIndex> {
        self.rewritten.keys().chain(self.tried.keys()).copied().collect()
    }

    pub(crate) fn bears_on(&self, unit: UnitIndex) -> bool {
        self.rewritten.contains_key(&unit) || self.tried.contains_key(&unit)
    }

    /// Adds the rows of a unit as they would be.
    pub(crate) fn add(&self, slots: &Slots<'_>, unit: UnitIndex, owner: Owner, cells: &mut [Cell]) {
        match self.rewritten.get(&unit) {
            Some(rows) => slots.add_rows(rows.iter().copied(), owner, cells),
            None => slots.add(unit.0, owner, cells),
        }
        for row in self.tried.get(&unit).into_iter().flatten() {
            slots.add_held(&held(slots, row), owner, cells);
        }
    }

    /// As [`Self::add`], but for rows that do not stand under the owner.
    pub(crate) fn add_below(
        &self,
        slots: &Slots<'_>,
        columns: &Columns,
        (unit, owner): (UnitIndex, Owner),
        cells: &mut [Cell],
        is_below: impl Fn(&Seen) -> bool,
    ) {
        match self.rewritten.get(&unit) {
            Some(rows) => slots.add_rows(rows.iter().copied().filter(&is_below), owner, cells),
            None => slots.add_rows(columns.rows(unit.0).filter(&is_below), owner, cells),
        }
        for row in self.tried.get(&unit).into_iter().flatten() {
            let held = held(slots, row);
            let place = Seen { when: held.when, profile: 0, words: 0, title: 0, count: row.count, row: 0 };
            if is_below(&place) {
                slots.add_held(&held, owner, cells);
            }
        }
    }

    fn rewrite(&mut self, facts: &Facts, columns: &Columns, kept: &Kept, unit: UnitIndex) -> Vec<Seen> {
        let mut rows = Vec::new();
        for row in columns.rows(unit.0) {
            match kept.fate(&facts.roster, row.row, unit) {
                Fate::Out => {
                    self.gone.rows.insert(row.row);
                    *self.gone.profiles.entry(row.profile).or_default() += 1;
                }
                Fate::Stays => rows.push(row),
                Fate::Moves(to) => rows.push(Seen { when: Some(Days::of(to)), ..row }),
            }
        }
        rows
    }
}

/// What an activity tried says.
fn held(slots: &Slots<'_>, row: &Activity) -> Held {
    Held { when: row.when.map(Days::of), traits: slots.traits_of(row), count: row.count }
}
