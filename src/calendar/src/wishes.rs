//! What is tried once number, capacity and cost are settled: a week between two activities of one kind and unit.
//!
//! First units of a team exchange days, which changes nothing for anybody else; then single items move to a day with
//! room, as cheaply as possible. No exchange and no move ever breaks capacity or gives a unit two items on one day.

use crate::assign::NO_DAY;
use crate::choices::Settled;
use crate::days::{Day, Days};
use crate::loads::Loads;
use crate::teams::{Team, work};
use crate::workdays::Workdays;
use domain::Audience;
use domain::ItemKind;
use std::collections::{BTreeMap, BTreeSet};

/// The distance that activities of one kind and unit keep if they can, in days.
pub(crate) const APART_DAYS: u32 = 7;
/// So many partners are asked for an exchange.
const PARTNERS: usize = 16;

/// Items that left the day the market gave them: unit's number in its team, and new day.
pub(crate) type Moved = BTreeSet<(usize, Day)>;

/// Where wishes are seen to.
pub(crate) struct Wishes<'a, 'l> {
    pub(crate) workdays: &'a BTreeMap<Audience, Workdays>,
    pub(crate) days: &'a Days,
    /// `None` where something found no day: then nobody takes another day, it may be needed.
    pub(crate) loads: Option<&'a mut Loads<'l>>,
}

impl Wishes<'_, '_> {
    /// Sees to one team.
    pub(crate) fn meet(&mut self, team: &mut Team<'_>) -> Moved {
        let mut moved = Moved::new();
        let kinds = kinds(team);
        if (1..kinds.len()).all(|job| kinds.iter().take(job).all(|kind| kinds.get(job) != Some(kind)))
            && team.settled.is_empty()
        {
            return moved;
        }
        for unit in 0..team.units.len() {
            for job in 0..kinds.len() {
                if close_ones(team, &kinds, unit, job) > 0 && !exchange(team, &kinds, unit, job) {
                    moved.extend(self.step_aside(team, &kinds, unit, job).map(|day| (unit, day)));
                }
            }
        }
        team.in_order();
        moved
    }

    /// Moves the item to the cheapest day with room that is a week away from the others.
    fn step_aside(&mut self, team: &mut Team<'_>, kinds: &[ItemKind], unit: usize, job: usize) -> Option<Day> {
        let before = get(team, job, unit);
        let loads = self.loads.as_deref_mut()?;
        let work = work(team.task(job)?, &team.template.open, self.workdays, self.days)?;
        let cost = |day: Day| self.days.cost(day, work.spread) + loads.cost(day);
        let possible = (work.first..=work.last)
            .filter(|day| self.days.is_open(work.audience, *day) && loads.has_room(team.spot, *day))
            .filter(|day| !has(team, unit, *day) && close_to(team, kinds, unit, job, *day) == 0);
        let day = possible.min_by_key(|day| cost(*day))?;
        set(team, job, unit, day);
        loads.remove(team.spot, before);
        loads.add(team.spot, day);
        Some(day)
    }
}

fn kinds(team: &Team<'_>) -> Vec<ItemKind> {
    team.tasks.iter().filter_map(|position| Some(team.template.tasks.get(*position)?.kind)).collect()
}

fn get(team: &Team<'_>, job: usize, unit: usize) -> Day {
    team.table.jobs.get(job).and_then(|days| days.get(unit)).copied().unwrap_or(NO_DAY)
}

fn set(team: &mut Team<'_>, job: usize, unit: usize, day: Day) {
    if let Some(slot) = team.table.jobs.get_mut(job).and_then(|days| days.get_mut(unit)) {
        *slot = day;
    }
}

/// Does the unit have something on the day?
fn has(team: &Team<'_>, unit: usize, day: Day) -> bool {
    (0..team.table.jobs.len()).any(|job| get(team, job, unit) == day) || team.held().any(|held| held == day)
}

/// Only activities of a unit keep apart; what is asked of all together is done by different ones.
fn keeps_apart(team: &Team<'_>, unit: usize, kind: Option<&ItemKind>) -> bool {
    matches!(kind, Some(ItemKind::Activity(_))) && team.units.get(unit).copied().flatten().is_some()
}

/// How many of the unit's items of the job's kind are within a week.
fn close_ones(team: &Team<'_>, kinds: &[ItemKind], unit: usize, job: usize) -> usize {
    close_to(team, kinds, unit, job, get(team, job, unit))
}

/// How many would be, were the job on `day`.
fn close_to(team: &Team<'_>, kinds: &[ItemKind], unit: usize, job: usize, day: Day) -> usize {
    let kind = kinds.get(job);
    if day == NO_DAY || !keeps_apart(team, unit, kind) {
        return 0;
    }
    let is_close = |other: Day| other != NO_DAY && other.abs_diff(day) < APART_DAYS;
    let others = kinds.iter().enumerate().filter(|(other, of_kind)| *other != job && Some(*of_kind) == kind);
    let settled = team.settled.iter().filter(|(position, settled)| {
        let same = team.template.tasks.get(**position).is_some_and(|task| Some(&task.kind) == kind);
        same && matches!(settled, Settled::Pinned(pinned) if is_close(*pinned))
    });
    others.filter(|(other, _)| is_close(get(team, *other, unit))).count() + settled.count()
}

/// Exchanges the job's days with another unit if that leaves fewer of both within a week.
fn exchange(team: &mut Team<'_>, kinds: &[ItemKind], unit: usize, job: usize) -> bool {
    let units = team.units.len();
    let stride = (units / PARTNERS).max(1);
    for step in 1..=PARTNERS.min(units.saturating_sub(1)) {
        let partner = (unit + step * stride) % units;
        let (mine, theirs) = (get(team, job, unit), get(team, job, partner));
        if mine == theirs || theirs == NO_DAY || has(team, unit, theirs) || has(team, partner, mine) {
            continue;
        }
        let before = close_ones(team, kinds, unit, job) + close_ones(team, kinds, partner, job);
        let after = close_to(team, kinds, unit, job, theirs) + close_to(team, kinds, partner, job, mine);
        if after < before {
            set(team, job, unit, theirs);
            set(team, job, partner, mine);
            return after == 0;
        }
    }
    false
}
