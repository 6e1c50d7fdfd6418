//! Units as columns: lives, and who stands above whom. Most units have one parent all their life, and so have all above
//! them: their paths do not depend on the day. The others are *moving* and are asked day by day.

use super::days::{Day, Days, number};
use crate::index::{Order, ancestors};
use domain::{Gather, NaiveDate, Roster, UnitIndex};
use std::collections::BTreeSet;
use std::rc::Rc;

/// The longest path that is followed (see [`ancestors`]).
const DEEPEST: usize = 8;
const NOBODY: u32 = u32::MAX;

pub(crate) struct Tree {
    pub(crate) order: Rc<Order>,
    lives: Vec<Days>,
    /// The only parent a unit ever had.
    above: Vec<u32>,
    moving: Vec<bool>,
}

impl Tree {
    pub(crate) fn of(roster: &Roster) -> Self {
        let mut tree = Self {
            order: Rc::new(Order::of(roster)),
            lives: roster.iter().map(|(_, unit)| Days::of_life(unit.life())).collect(),
            above: Vec::new(),
            moving: Vec::new(),
        };
        let parents: Vec<Option<u32>> = roster.iter().map(|(index, _)| only_parent(roster, index)).collect();
        tree.moving = (0..roster.len()).map(|unit| is_moving(&parents, unit)).collect();
        tree.above = parents.into_iter().map(|parent| parent.unwrap_or(NOBODY)).collect();
        tree
    }

    pub(crate) fn len(&self) -> usize {
        self.lives.len()
    }

    pub(crate) fn life(&self, unit: u32) -> Days {
        self.lives.get(unit as usize).copied().unwrap_or(Days::ALWAYS)
    }

    /// Do the units above it depend on the day?
    pub(crate) fn is_moving(&self, unit: u32) -> bool {
        self.moving.get(unit as usize).copied().unwrap_or(true)
    }

    /// Of a unit that is not moving: the unit and all above it, lowest first.
    pub(crate) fn path(&self, unit: u32) -> impl Iterator<Item = u32> {
        let above = |unit: &u32| self.above.get(*unit as usize).copied().filter(|above| *above != NOBODY);
        std::iter::successors(Some(unit), above).take(DEEPEST)
    }

    /// Of a unit that is not moving: the unit directly above it.
    pub(crate) fn parent(&self, unit: u32) -> Option<u32> {
        self.above.get(unit as usize).copied().filter(|above| *above != NOBODY)
    }
}

/// The parent of every version; [`NOBODY`] if there is none, `None` if it changes.
fn only_parent(roster: &Roster, unit: UnitIndex) -> Option<u32> {
    let mut parents = roster.get(unit)?.versions.iter().map(|version| version.parent);
    let first = parents.next()?;
    parents.all(|parent| parent == first).then(|| first.map_or(NOBODY, |parent| parent.0))
}

/// A path that changes, is a loop by mistake, or is deeper than anybody follows.
fn is_moving(parents: &[Option<u32>], unit: usize) -> bool {
    let mut at = unit;
    for _ in 0..DEEPEST {
        match parents.get(at) {
            Some(Some(NOBODY)) => return false,
            Some(Some(parent)) => at = *parent as usize,
            Some(None) => return true,
            // Its parent is in no roster: the path ends with the parent's number.
            None => return false,
        }
    }
    true
}

/// The units above a moving unit, from day to day.
pub(crate) struct Paths {
    /// From which day on (before the first: the first's), and who stands above.
    steps: Vec<(Day, Vec<UnitIndex>)>,
    /// Under whom a row without a date stands.
    undated: BTreeSet<UnitIndex>,
}

impl Paths {
    pub(crate) fn of(roster: &Roster, unit: u32) -> Self {
        let unit = UnitIndex(unit);
        let mut starts = BTreeSet::from([NaiveDate::MIN]);
        let mut seen = BTreeSet::new();
        let mut open = vec![unit];
        while let Some(index) = open.pop().filter(|_| seen.len() < 1000) {
            if seen.insert(index) {
                let versions = roster.get(index).map_or(&[][..], |unit| &unit.versions);
                starts.extend(versions.iter().filter_map(|version| version.life.from));
                open.extend(versions.iter().filter_map(|version| version.parent));
            }
        }
        let steps = starts.into_iter().map(|day| (number(day), ancestors(roster, unit, Some(day)))).collect();
        Self { steps, undated: crate::index::nodes_above(roster, unit, None) }
    }

    /// Everybody it ever stood under.
    pub(crate) fn all(&self) -> BTreeSet<UnitIndex> {
        self.steps.iter().flat_map(|(_, path)| path).chain(&self.undated).copied().gathered()
    }

    /// Does a row of the unit that begins on this day stand under `node`?
    pub(crate) fn hold(&self, node: UnitIndex, begins: Option<Day>) -> bool {
        let Some(day) = begins else { return self.undated.contains(&node) };
        let at = self.steps.partition_point(|(from, _)| *from <= day).saturating_sub(1);
        self.steps.get(at).is_some_and(|(_, path)| path.contains(&node))
    }
}
