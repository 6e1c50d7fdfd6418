//! Whose turn it is: the topic that a unit, and units like it, have taken least.

use super::Occasion;
use super::book::{Shelf, Slot};
use chrono::Datelike;
use std::collections::{BTreeMap, BTreeSet};

/// How often something was taken.
#[derive(Debug, Default)]
pub(super) struct Tally {
    slots: BTreeMap<Slot, u32>,
    topics: BTreeMap<usize, u32>,
}

impl Tally {
    fn slot(&self, slot: Slot) -> u32 {
        self.slots.get(&slot).copied().unwrap_or(0)
    }

    /// How many different fields. What goes alongside has none.
    fn breadth(&self) -> usize {
        self.slots.keys().filter(|slot| matches!(slot, Slot::Field(_))).count()
    }

    fn topic(&self, at: usize) -> u32 {
        self.topics.get(&at).copied().unwrap_or(0)
    }

    fn take(&mut self, slot: Slot, at: usize) {
        *self.slots.entry(slot).or_default() += 1;
        *self.topics.entry(at).or_default() += 1;
    }
}

/// One item about to choose.
pub(super) struct Turn<'t, 'a> {
    pub(super) shelf: &'t Shelf<'a>,
    pub(super) item: &'t Occasion<'a>,
    pub(super) form: Option<usize>,
    /// How many items the unit has this year, and how many of them have not chosen, this one included.
    pub(super) items: (usize, usize),
    /// The unit's number among all.
    pub(super) rank: usize,
    /// What the unit took this year.
    pub(super) year: &'t mut Tally,
    /// What the unit took in all years.
    pub(super) unit: &'t mut Tally,
    /// What units of its kind took this year.
    pub(super) kind: &'t mut Tally,
}

/// What is not wanted about a topic, the worst first. The smallest is chosen.
type Reluctance = (u32, u32, u32, u32, u32, bool, usize);

/// What goes first: another field than before, or what suits the peak.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    Field,
    Peak,
}

impl Turn<'_, '_> {
    pub(super) fn topic(&mut self) -> Option<usize> {
        let among = self.shelf.suiting(self.item, self.form)?.main.as_slice();
        self.take(among, if self.can_repeat(among) { First::Peak } else { First::Field })
    }

    /// Do enough items come after this one for the fields that the year still lacks?
    fn can_repeat(&self, among: &[usize]) -> bool {
        let (all, left) = self.items;
        let slots: BTreeSet<Slot> = among.iter().map(|at| self.shelf.slot(*at)).collect();
        left > slots.len().min(all).saturating_sub(self.year.breadth())
    }

    /// What goes with a topic of a field; nothing goes with a topic that stands for itself.
    pub(super) fn alongside(&mut self, topic: Option<usize>) -> Option<usize> {
        self.shelf.topic(topic?)?.field?;
        self.take(self.shelf.suiting(self.item, self.form)?.alongside.as_slice(), First::Peak)
    }

    fn take(&mut self, among: &[usize], first: First) -> Option<usize> {
        let start = self.start(among.len());
        let scored = among.iter().enumerate().map(|(place, at)| {
            let turn = (place + among.len() - start) % among.len();
            (self.reluctance(*at, turn, first), *at)
        });
        let (_, at) = scored.min()?;
        let slot = self.shelf.slot(at);
        for tally in [&mut *self.year, &mut *self.unit, &mut *self.kind] {
            tally.take(slot, at);
        }
        Some(at)
    }

    /// Where the round begins: a year later one place further, so that small units see other topics next year.
    fn start(&self, places: usize) -> usize {
        let year = usize::try_from(self.item.date.year()).unwrap_or(0);
        (self.rank + year) % places.max(1)
    }

    fn reluctance(&self, at: usize, turn: usize, first: First) -> Reluctance {
        let slot = self.shelf.slot(at);
        let is_meant = self.shelf.is_meant_for(at, self.item.unit_kind);
        // What is best for a kind of unit comes to it twice as often as what only suits it.
        let weight = if is_meant { 1 } else { 2 };
        let (taken, unfit) = (self.year.slot(slot), u32::from(!self.shelf.fits(at, self.item.peak)));
        let (worst, bad) = if first == First::Field { (taken, unfit) } else { (unfit, taken) };
        (
            worst,
            bad,
            self.unit.slot(slot),
            self.unit.topic(at),
            self.kind.slot(slot).saturating_mul(weight),
            !is_meant,
            turn,
        )
    }
}
