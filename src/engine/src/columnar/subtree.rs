//! Cells of units that are judged by the rows of all below them. Each row is read once for each unit above it that the
//! rule addresses; a unit whose place in the tree changes is read row by row.

use super::cell::Cell;
use super::columns::{Columns, Seen};
use super::slots::{Owner, Slots};
use super::tree::Paths;
use super::trial::Trial;
use domain::{Roster, UnitIndex};

/// Units that are judged, and the place of each.
pub(crate) struct Owners {
    /// Rising.
    pub(crate) units: Vec<u32>,
    places: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Owners {
    pub(crate) fn new(mut units: Vec<u32>, known: usize) -> Self {
        units.sort_unstable();
        units.dedup();
        let mut places = vec![NONE; known];
        for (place, unit) in (0..).zip(&units) {
            if let Some(at) = places.get_mut(*unit as usize) {
                *at = place;
            }
        }
        Self { units, places }
    }

    pub(crate) fn place(&self, unit: u32) -> Option<usize> {
        self.places.get(unit as usize).filter(|place| **place != NONE).map(|place| *place as usize)
    }
}

/// For each owner its cells.
pub(crate) struct Subtree {
    width: usize,
    cells: Vec<Cell>,
}

impl Subtree {
    pub(crate) fn of(
        roster: &Roster,
        columns: &Columns,
        slots: &Slots<'_>,
        owners: &Owners,
        trial: Option<&Trial>,
    ) -> Self {
        let blank = slots.blank();
        let width = blank.len();
        let mut subtree = Self { width, cells: blank.repeat(owners.units.len()) };
        for unit in (0..).take(columns.tree.len()) {
            let is_tried = trial.is_some_and(|trial| trial.bears_on(UnitIndex(unit)));
            if !is_tried && !columns.has_rows(unit) {
                continue;
            }
            if columns.tree.is_moving(unit) {
                subtree.add_moving(roster, columns, slots, owners, (trial, unit));
            } else {
                subtree.add(columns, slots, owners, (trial.filter(|_| is_tried), unit));
            }
        }
        subtree
    }

    pub(crate) fn copy(&self, owners: &Owners, unit: u32, into: &mut [Cell]) {
        let found = owners.place(unit).and_then(|place| self.cells.chunks_exact(self.width).nth(place));
        match found {
            Some(cells) => into.copy_from_slice(cells),
            None => into.fill(Cell::default()),
        }
    }

    fn cells_of(&mut self, place: usize) -> &mut [Cell] {
        self.cells.chunks_exact_mut(self.width).nth(place).unwrap_or_default()
    }

    fn add(&mut self, columns: &Columns, slots: &Slots<'_>, owners: &Owners, (trial, unit): (Option<&Trial>, u32)) {
        for node in columns.tree.path(unit) {
            let Some(place) = owners.place(node) else { continue };
            let owner = Owner { life: columns.tree.life(node) };
            let cells = self.cells_of(place);
            match trial {
                Some(trial) => trial.add(slots, UnitIndex(unit), owner, cells),
                None => slots.add(unit, owner, cells),
            }
        }
    }

    fn add_moving(
        &mut self,
        roster: &Roster,
        columns: &Columns,
        slots: &Slots<'_>,
        owners: &Owners,
        (trial, unit): (Option<&Trial>, u32),
    ) {
        let paths = Paths::of(roster, unit);
        for node in paths.all() {
            let Some(place) = owners.place(node.0) else { continue };
            let owner = Owner { life: columns.tree.life(node.0) };
            let cells = self.cells_of(place);
            let is_below = |row: &Seen| paths.hold(node, row.when.map(|when| when.from));
            match trial {
                Some(trial) => trial.add_below(slots, columns, (UnitIndex(unit), owner), cells, is_below),
                None => slots.add_rows(columns.rows(unit).filter(is_below), owner, cells),
            }
        }
    }
}
