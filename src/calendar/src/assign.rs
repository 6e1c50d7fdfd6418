//! Which unit of a crew gets which day of each job, once it is settled how many a day get.
//!
//! Each job's days in time order go to the units in their order: who is early in one part of the year is early in the
//! next, so a unit's items keep their distance. Where a unit would have two on one day, units exchange days; that always
//! succeeds where the crew has at most as many items a day as units: the colours of an edge colouring are the units.

use crate::days::Day;

/// No day: capacity did not suffice.
pub(crate) const NO_DAY: Day = Day::MAX;
/// So many partners are tried for a plain exchange before the days of two units are shared out anew.
const TRIES: usize = 64;

/// The days of a crew: for each of its jobs one day a unit.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) jobs: Vec<Vec<Day>>,
}

/// A day with a number: the second layer holds what goes beyond one item a unit.
type Layered = u64;
const NOWHERE: Layered = NO_DAY as Layered;

/// Hands the dealt days of a crew's jobs to its units. `held` are days on which each unit has something already.
pub(crate) fn assign(dealt: &[Vec<(Day, u32)>], units: u32, days: usize) -> Table {
    let mut layers = Layers { filled: vec![0; days], units: units.max(1) };
    let jobs: Vec<Vec<Layered>> = dealt.iter().map(|job| layers.lay(job)).collect();
    let mut colouring = Colouring { jobs, cursor: 0 };
    colouring.resolve();
    let day = |layered: &Layered| Day::try_from(layered & u64::from(u32::MAX)).unwrap_or(NO_DAY);
    Table { jobs: colouring.jobs.iter().map(|job| job.iter().map(day).collect()).collect() }
}

/// How many of a crew's items each day has so far.
struct Layers {
    filled: Vec<u32>,
    units: u32,
}

impl Layers {
    /// The days of a job in time order, one for each unit; a full layer of a day is followed by the next.
    fn lay(&mut self, job: &[(Day, u32)]) -> Vec<Layered> {
        let mut laid = Vec::with_capacity(self.units as usize);
        for (day, amount) in job {
            let Some(filled) = self.filled.get_mut(*day as usize) else { continue };
            for _ in 0..*amount {
                laid.push(u64::from(*filled / self.units) << 32 | u64::from(*day));
                *filled += 1;
            }
        }
        laid.resize(self.units as usize, NOWHERE);
        laid
    }
}

struct Colouring {
    jobs: Vec<Vec<Layered>>,
    cursor: usize,
}

impl Colouring {
    fn get(&self, job: usize, unit: usize) -> Layered {
        self.jobs.get(job).and_then(|job| job.get(unit)).copied().unwrap_or(NOWHERE)
    }

    fn swap(&mut self, job: usize, a: usize, b: usize) {
        if let Some(job) = self.jobs.get_mut(job) {
            job.swap(a, b);
        }
    }

    fn units(&self) -> usize {
        self.jobs.first().map_or(0, Vec::len)
    }

    /// How often the unit has the day.
    fn times(&self, unit: usize, day: Layered) -> usize {
        (0..self.jobs.len()).filter(|job| self.get(*job, unit) == day).count()
    }

    /// Each step leaves fewer doubles than before, so it comes to an end.
    fn resolve(&mut self) {
        while self.pass() {}
    }

    /// Goes over all units once; true if something was changed in a way that may have given an earlier unit a double.
    fn pass(&mut self) -> bool {
        let mut again = false;
        for unit in 0..self.units() {
            while let Some((job, day)) = self.double(unit) {
                if !self.exchange(job, unit, day) {
                    if !self.share_evenly(unit, day) {
                        return false;
                    }
                    again = true;
                }
            }
        }
        again
    }

    /// A job of the unit on a day that an earlier job of it has, too.
    fn double(&self, unit: usize) -> Option<(usize, Layered)> {
        let days = (1..self.jobs.len()).map(|job| (job, self.get(job, unit)));
        let is_double = |job: usize, day: Layered| (0..job).any(|other| self.get(other, unit) == day);
        days.filter(|(_, day)| *day != NOWHERE).find(|(job, day)| is_double(*job, *day))
    }

    /// A partner that can take the day and gives one that the unit can take.
    fn exchange(&mut self, job: usize, unit: usize, day: Layered) -> bool {
        let units = self.units();
        for step in 0..units.min(TRIES) {
            let partner = (self.cursor + step) % units;
            let theirs = self.get(job, partner);
            if self.times(partner, day) == 0 && (theirs == NOWHERE || self.times(unit, theirs) == 0) {
                self.swap(job, unit, partner);
                self.cursor = partner + 1;
                return true;
            }
        }
        false
    }

    /// Shares the days of the unit and of one that does not have `day` between both, so that each day they have together
    /// goes to both as evenly as possible. Where no day has more items than there are units, such a partner exists.
    fn share_evenly(&mut self, unit: usize, day: Layered) -> bool {
        let Some(partner) = (0..self.units()).find(|partner| self.times(*partner, day) == 0) else { return false };
        let ends: Vec<Layered> =
            (0..self.jobs.len()).flat_map(|job| [self.get(job, unit), self.get(job, partner)]).collect();
        for (job, swap) in to_swap(&ends).into_iter().enumerate() {
            if swap {
                self.swap(job, unit, partner);
            }
        }
        true
    }
}

/// For pairs of ends (the days of a job for two units): which pairs to turn so that each day goes to both evenly.
///
/// Ends of a pair must differ, and so must two ends on one day that were made mates. Going on from mate to mate, pairs and
/// days take turns, so that even where the way comes back to its beginning all that must differ does.
fn to_swap(ends: &[Layered]) -> Vec<bool> {
    let mates = mates(ends);
    let mut side: Vec<Option<bool>> = vec![None; ends.len()];
    for start in 0..ends.len() {
        if side.get(start) == Some(&None) {
            walk(start, false, &mates, &mut side);
            if let Some(mate) = mates.get(start).copied().flatten() {
                walk(mate, true, &mates, &mut side);
            }
        }
    }
    side.iter().step_by(2).map(|first| *first == Some(true)).collect()
}

/// Gives the end `from` this side, its twin the other, the twin's mate this one, and so on.
fn walk(from: usize, this: bool, mates: &[Option<usize>], side: &mut [Option<bool>]) {
    let mut next = Some(from);
    while let Some(end) = next.filter(|end| side.get(*end) == Some(&None)) {
        for (end, given) in [(end, this), (end ^ 1, !this)] {
            if let Some(slot) = side.get_mut(end) {
                *slot = Some(given);
            }
        }
        next = mates.get(end ^ 1).copied().flatten();
    }
}

/// Pairs up ends on the same day.
fn mates(ends: &[Layered]) -> Vec<Option<usize>> {
    let mut by_day: Vec<(Layered, usize)> = ends.iter().copied().zip(0..).filter(|(day, _)| *day != NOWHERE).collect();
    by_day.sort_unstable();
    let mut mates = vec![None; ends.len()];
    for same in by_day.chunk_by(|a, b| a.0 == b.0) {
        for pair in same.chunks_exact(2) {
            if let [(_, a), (_, b)] = pair {
                for (end, mate) in [(*a, *b), (*b, *a)] {
                    if let Some(slot) = mates.get_mut(end) {
                        *slot = Some(mate);
                    }
                }
            }
        }
    }
    mates
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dice::Dice;

    /// Jobs of `units` items each, as full as days allow: `days` days with room for one item a unit.
    fn dealt(dice: &mut Dice, jobs: u32, units: u32, days: u32) -> Vec<Vec<(Day, u32)>> {
        let mut room = vec![units; days as usize];
        let mut deal = |wanted: u32| {
            let mut amounts = vec![0; days as usize];
            for _ in 0..wanted {
                let first = dice.below(days);
                let day = (first..days).chain(0..first).find(|day| room[*day as usize] > 0).unwrap() as usize;
                room[day] -= 1;
                amounts[day] += 1;
            }
            (0..).zip(amounts).filter(|(_, amount)| *amount > 0).collect()
        };
        (0..jobs).map(|job| deal(if job == 0 { units - units / 3 } else { units })).collect()
    }

    fn of_job(table: &Table, job: usize) -> Vec<Day> {
        let mut days: Vec<Day> = table.jobs[job].iter().copied().filter(|day| *day != NO_DAY).collect();
        days.sort_unstable();
        days
    }

    #[test]
    fn no_unit_has_two_on_one_day_however_full_the_days_are() {
        for seed in 0..3000 {
            let mut dice = Dice(seed);
            let (jobs, units) = (1 + dice.below(6), 1 + dice.below(9));
            let days = jobs + dice.below(2);
            let dealt = dealt(&mut dice, jobs, units, days);
            let table = assign(&dealt, units, days as usize);
            for (job, amounts) in dealt.iter().enumerate() {
                let all: Vec<Day> =
                    amounts.iter().flat_map(|(day, amount)| std::iter::repeat_n(*day, *amount as usize)).collect();
                assert_eq!(of_job(&table, job), all, "seed {seed}");
            }
            for unit in 0..units as usize {
                let own: Vec<Day> = table.jobs.iter().map(|job| job[unit]).filter(|day| *day != NO_DAY).collect();
                let different: std::collections::BTreeSet<&Day> = own.iter().collect();
                assert_eq!(different.len(), own.len(), "seed {seed}, unit {unit}: {table:?}");
            }
        }
    }

    #[test]
    fn who_is_early_in_one_part_is_early_in_the_next() {
        let table = assign(&[vec![(0, 1), (3, 2)], vec![(20, 2), (25, 1)]], 3, 30);
        assert_eq!(table.jobs, [[0, 3, 3], [20, 20, 25]]);
    }

    #[test]
    fn what_is_too_much_for_one_each_is_shared_evenly() {
        let table = assign(&[vec![(0, 2)], vec![(0, 2)], vec![(0, 1), (1, 1)]], 2, 2);
        assert_eq!(of_job(&table, 2), [0, 1]);
        let on_first = |unit: usize| table.jobs.iter().filter(|job| job[unit] == 0).count();
        assert_eq!(on_first(0) + on_first(1), 5);
        assert!(on_first(0).abs_diff(on_first(1)) == 1);
    }
}
