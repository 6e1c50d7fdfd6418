//! What an agenda is made from, and how making one is broken off.

use crate::{Holidays, Settings};
use chrono::NaiveDate;
use domain::{ItemKey, Need, Peak, Pin, UnitIndex};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::ControlFlow;

/// Everything an agenda depends on.
#[derive(Clone, Copy, Debug)]
pub struct Job<'a> {
    /// What is missing.
    pub needs: &'a [Need],
    /// Whose trainers serve a unit. A unit that is not listed has trainers of its own.
    pub places: &'a BTreeMap<UnitIndex, UnitIndex>,
    /// The plan's preferred days.
    pub peaks: &'a [Peak],
    /// Days on which nobody works.
    pub holidays: &'a Holidays,
    /// The user's choices about days.
    pub settings: &'a Settings,
    /// Items that keep their day.
    pub pins: &'a [Pin],
    /// Items that are not to be planned.
    pub drops: &'a [ItemKey],
    /// Nothing is suggested on this day or before it.
    pub as_of: NaiveDate,
}

static NO_PLACES: BTreeMap<UnitIndex, UnitIndex> = BTreeMap::new();

impl<'a> Job<'a> {
    /// A job without places, pins and drops.
    pub fn new(
        needs: &'a [Need],
        peaks: &'a [Peak],
        holidays: &'a Holidays,
        settings: &'a Settings,
        as_of: NaiveDate,
    ) -> Self {
        Self { needs, places: &NO_PLACES, peaks, holidays, settings, pins: &[], drops: &[], as_of }
    }

    /// Whose trainers serve `unit`.
    pub(crate) fn place(&self, unit: Option<UnitIndex>) -> Option<UnitIndex> {
        unit.map(|unit| self.places.get(&unit).copied().unwrap_or(unit))
    }
}

/// The caller broke off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

impl fmt::Display for Cancelled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the making of the agenda was broken off")
    }
}

impl std::error::Error for Cancelled {}

/// Tells the caller how far it is: steps done, of how many. `Break` breaks off.
pub(crate) struct Progress<'a> {
    tell: &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    total: u64,
    done: u64,
}

impl<'a> Progress<'a> {
    pub(crate) fn new(tell: &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>) -> Self {
        Self { tell, total: 0, done: 0 }
    }

    /// Each item counts twice: when its day is settled and when its unit is.
    pub(crate) fn expect(&mut self, items: u64) {
        self.total = items * 2;
    }

    /// Going over something a second time is not told as going back.
    pub(crate) fn at(&mut self, done: u64) -> ControlFlow<()> {
        self.done = self.done.max(done.min(self.total));
        (self.tell)(self.done, self.total)
    }
}
