//! What each day holds so far, for whoever looks for a day after the market has closed.

use crate::allot::{Limits, Spot, load_steps};
use crate::assign::NO_DAY;
use crate::days::Day;
use crate::teams::Team;
use std::collections::BTreeMap;

/// Items a day, of the scope and of each place that can run out.
pub(crate) struct Loads<'a> {
    limits: &'a Limits,
    step: u32,
    scope: Vec<u32>,
    places: BTreeMap<Spot, Vec<u32>>,
}

impl<'a> Loads<'a> {
    pub(crate) fn new(limits: &'a Limits, step: u32, days: usize, teams: &[Team<'_>]) -> Self {
        let mut loads = Self { limits, step, scope: vec![0; days], places: BTreeMap::new() };
        for (spot, day) in limits.settled() {
            loads.add(*spot, *day);
        }
        for team in teams {
            for day in team.table.jobs.iter().flatten().filter(|day| **day != NO_DAY) {
                loads.add(team.spot, *day);
            }
        }
        loads
    }

    fn places(&mut self, spot: Spot) -> Option<&mut Vec<u32>> {
        let days = self.scope.len();
        (spot != Spot::Anywhere).then(|| self.places.entry(spot).or_insert_with(|| vec![0; days]))
    }

    pub(crate) fn add(&mut self, spot: Spot, day: Day) {
        let slots = self.places(spot).and_then(|days| days.get_mut(day as usize));
        slots.into_iter().for_each(|slot| *slot += 1);
        self.scope.get_mut(day as usize).into_iter().for_each(|slot| *slot += 1);
    }

    pub(crate) fn remove(&mut self, spot: Spot, day: Day) {
        let slots = self.places(spot).and_then(|days| days.get_mut(day as usize));
        slots.into_iter().for_each(|slot| *slot = slot.saturating_sub(1));
        self.scope.get_mut(day as usize).into_iter().for_each(|slot| *slot = slot.saturating_sub(1));
    }

    /// Can any day be full?
    pub(crate) fn are_limited(&self) -> bool {
        self.limits.a_day.is_some() || self.limits.a_place.is_some()
    }

    /// Could one more be held?
    pub(crate) fn has_room(&self, spot: Spot, day: Day) -> bool {
        let held = |days: &Vec<u32>| days.get(day as usize).copied().unwrap_or(0);
        self.limits.a_day.is_none_or(|limit| held(&self.scope) < limit)
            && (spot == Spot::Anywhere
                || self.limits.a_place.is_none_or(|limit| self.places.get(&spot).map_or(0, held) < limit))
    }

    /// What one more would cost for the load of its day.
    pub(crate) fn cost(&self, day: Day) -> i64 {
        let held = self.scope.get(day as usize).copied().unwrap_or(0);
        load_steps(self.step, held).next().map_or(0, |(_, cost)| cost)
    }
}
