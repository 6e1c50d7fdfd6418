//! Units for which not every task found a day, or for which the user settled something: what is still open is covered
//! anew with the days that have room, and what became superfluous goes.

use crate::allot::Spot;
use crate::assign::NO_DAY;
use crate::choices::Settled;
use crate::cover::Point;
use crate::days::{Day, Days};
use crate::loads::Loads;
use crate::teams::{Team, work};
use crate::template::{Open, Task, Template, counts, points, task, would_count};
use crate::workdays::{Reach, Workdays};
use domain::Audience;
use domain::{Arrange, ItemKey, ItemKind, UnitIndex, WindowPart};
use std::collections::{BTreeMap, BTreeSet};

/// An item of one unit.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    pub(crate) task: Task,
    pub(crate) day: Day,
    pub(crate) origin: Origin,
}

/// How an item got its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    Planned,
    Pinned,
    HandIn,
    LastResort,
}

/// The items of one unit, and what stays open.
pub(crate) struct Mended {
    pub(crate) items: Vec<Placed>,
    /// Position of the need, how many are left, whether an item for it was dropped.
    pub(crate) left: Vec<(usize, u32, bool)>,
}

/// Where a unit's agenda is mended.
pub(crate) struct Bench<'a, 'l> {
    pub(crate) workdays: &'a BTreeMap<Audience, Workdays>,
    pub(crate) days: &'a Days,
    pub(crate) loads: &'a mut Loads<'l>,
    /// Dropped items that no template knows, sorted: what was made here may be one.
    pub(crate) drops: &'a [ItemKey],
    /// Those that were.
    pub(crate) found_drops: BTreeSet<ItemKey>,
}

impl Bench<'_, '_> {
    /// The `number`-th unit of a team.
    pub(crate) fn mend(&mut self, team: &Team<'_>, number: usize) -> Mended {
        let mut case = Case {
            template: &team.template,
            spot: team.spot,
            dropped: dropped(team),
            items: self.first_items(team, number),
        };
        // Where windows nest, what the market found is the most that can be closed.
        let may_gain = !(team.template.is_nested && team.settled.is_empty());
        while may_gain && case.adopt(self.days) {}
        while let Some((task, day)) = Some(&case).filter(|_| may_gain).and_then(|case| self.last_resort(case)) {
            self.loads.add(case.spot, day);
            case.items.push(Placed { task, day, origin: Origin::LastResort });
        }
        if may_gain {
            self.prune(&mut case);
        }
        case.number();
        self.drop_late(&mut case, team.units.get(number).copied().flatten());
        let left = case.left(self.days);
        Mended { items: case.items, left }
    }

    fn drop_late(&mut self, case: &mut Case<'_, '_>, unit: Option<UnitIndex>) {
        let mut position = 0;
        while let Some(item) = case.items.get(position).filter(|_| !self.drops.is_empty()) {
            let key = item.task.key(unit);
            if item.origin != Origin::Pinned && self.drops.binary_search(&key).is_ok() {
                let gone = case.items.remove(position);
                self.loads.remove(case.spot, gone.day);
                case.dropped.push(gone.task);
                self.found_drops.insert(key);
            } else {
                position += 1;
            }
        }
    }

    fn first_items(&self, team: &Team<'_>, number: usize) -> Vec<Placed> {
        let planned = team.tasks.iter().zip(&team.table.jobs).filter_map(|(position, days)| {
            let day = days.get(number).copied().filter(|day| *day != NO_DAY)?;
            Some(self.planned(team.template.tasks.get(*position)?, day, &team.template.open))
        });
        let settled = team.settled.iter().filter_map(|(position, settled)| match settled {
            Settled::Pinned(day) => {
                Some(Placed { task: team.template.tasks.get(*position)?.clone(), day: *day, origin: Origin::Pinned })
            }
            Settled::Dropped => None,
        });
        planned.chain(settled).chain(self.hand_ins(team)).collect()
    }

    /// A task on its day; it may be one on which it serves some of its needs only.
    fn planned(&self, meant: &Task, day: Day, open: &[Open<'_>]) -> Placed {
        let date = self.days.date(day);
        let is_served = |need: &usize| open.get(*need).is_some_and(|open| open.need.window.contains(date));
        let serves: Vec<usize> = meant.serves.iter().copied().filter(is_served).collect();
        if serves.len() == meant.serves.len() {
            return Placed { task: meant.clone(), day, origin: Origin::Planned };
        }
        let reach = shared_reach(&serves, open).unwrap_or(meant.reach);
        let task = task(meant.kind, reach, reach, WindowPart { number: 1, of: 1 }, serves, open);
        Placed { task, day, origin: Origin::LastResort }
    }

    fn hand_ins(&self, team: &Team<'_>) -> Vec<Placed> {
        let free = team
            .template
            .tasks
            .iter()
            .enumerate()
            .filter(|(position, task)| task.kind == ItemKind::HandIn && !team.settled.contains_key(position));
        free.filter_map(|(_, task)| {
            let day = hand_in_day(task, self.workdays, self.days)?;
            Some(Placed { task: task.clone(), day, origin: Origin::HandIn })
        })
        .collect()
    }

    /// One more item for what is open, on the best day with room.
    fn last_resort(&self, case: &Case<'_, '_>) -> Option<(Task, Day)> {
        let wanting = case.wanting(self.days);
        if wanting.iter().all(|open| open.wanted == 0) {
            return None;
        }
        let is_used = |day: &Day| case.items.iter().any(|item| item.day == *day && item.origin != Origin::HandIn);
        let free: Vec<Day> = self.free_days(case);
        let own: Vec<Day> = free.iter().copied().filter(|day| !is_used(day)).collect();
        [own, free].iter().find_map(|free| self.best(case, &wanting, free))
    }

    fn free_days(&self, case: &Case<'_, '_>) -> Vec<Day> {
        let all = 0..crate::allot::count(self.days.len());
        let audience = case.template.audience;
        all.filter(|day| self.days.is_open(audience, *day) && self.loads.has_room(case.spot, *day)).collect()
    }

    fn best(&self, case: &Case<'_, '_>, wanting: &[Open<'_>], free: &[Day]) -> Option<(Task, Day)> {
        let within: Vec<Open<'_>> = wanting.iter().map(|open| self.among(open, free)).collect();
        let point = points(&within).into_iter().max_by_key(|point| point.serves.len())?;
        let task = self.task(case, &point)?;
        let spread = work(&task, &case.template.open, self.workdays, self.days)?.spread;
        let possible = free.get(point.reach.first..=point.reach.last)?.iter();
        let day = possible.min_by_key(|day| self.days.cost(**day, spread) + self.loads.cost(**day))?;
        Some((task, *day))
    }

    /// The need with its reach among the free days; it wants nothing if it has none.
    fn among<'n>(&self, open: &Open<'n>, free: &[Day]) -> Open<'n> {
        let window = open.need.window;
        let first = free.partition_point(|day| self.days.date(*day) < window.from());
        let end = free.partition_point(|day| self.days.date(*day) <= window.to());
        if first < end { Open { reach: Reach { first, last: end - 1 }, ..*open } } else { Open { wanted: 0, ..*open } }
    }

    fn task(&self, case: &Case<'_, '_>, point: &Point) -> Option<Task> {
        let open = &case.template.open;
        let (reach, share) = (shared_reach(&point.serves, open)?, WindowPart { number: 1, of: 1 });
        Some(task(point.kind, reach, reach, share, point.serves.clone(), open))
    }

    /// Takes out what nothing needs any more; what it was meant for is said of those that remain.
    fn prune(&mut self, case: &mut Case<'_, '_>) {
        let mut position = 0;
        while position < case.items.len() {
            match case.without(position, self.days) {
                Some(gone) => self.loads.remove(case.spot, gone.day),
                None => position += 1,
            }
        }
    }
}

/// The days that lie in the reach of each of these needs.
fn shared_reach(serves: &[usize], open: &[Open<'_>]) -> Option<Reach> {
    let mut reaches = serves.iter().filter_map(|need| Some(open.get(*need)?.reach));
    let first = reaches.next()?;
    reaches.try_fold(first, Reach::intersect)
}

/// The last day on which something can safely be handed in.
pub(crate) fn hand_in_day(task: &Task, workdays: &BTreeMap<Audience, Workdays>, days: &Days) -> Option<Day> {
    days.day(workdays.get(&task.audience)?.get(task.reach.last)?.date)
}

fn dropped(team: &Team<'_>) -> Vec<Task> {
    let dropped = team.settled.iter().filter(|(_, settled)| **settled == Settled::Dropped);
    dropped.filter_map(|(position, _)| team.template.tasks.get(*position)).cloned().collect()
}

/// One unit on the bench.
struct Case<'a, 'n> {
    template: &'a Template<'n>,
    spot: Spot,
    dropped: Vec<Task>,
    items: Vec<Placed>,
}

impl<'n> Case<'_, 'n> {
    fn counts(&self, item: &Placed, need: usize, days: &Days) -> bool {
        let Some(open) = self.template.open.get(need) else { return false };
        open.need.window.contains(days.date(item.day))
            && (item.task.serves.contains(&need) || counts(open.need, item.task.kind, &item.task.tags))
    }

    fn done(&self, need: usize, days: &Days) -> u32 {
        crate::allot::count(self.items.iter().filter(|item| self.counts(item, need, days)).count())
    }

    /// The open needs, each wanting what is still to be planned.
    fn wanting(&self, days: &Days) -> Vec<Open<'n>> {
        let list = self.template.open.iter().enumerate();
        list.map(|(index, open)| {
            let done = self.done(index, days) + self.dropped_for(index);
            Open { wanted: open.wanted.saturating_sub(done), ..*open }
        })
        .collect()
    }

    fn left(&self, days: &Days) -> Vec<(usize, u32, bool)> {
        let needs = self.template.open.iter().enumerate();
        needs
            .map(|(index, open)| {
                (index, open.need.missing.saturating_sub(self.done(index, days)), self.dropped_for(index) > 0)
            })
            .filter(|(_, left, _)| *left > 0)
            .collect()
    }

    /// Takes the item out if all it counts for is done without it, and others can be said to do it.
    fn without(&mut self, position: usize, days: &Days) -> Option<Placed> {
        let item = self.items.get(position).filter(|item| item.origin != Origin::Pinned)?;
        let superfluous = (0..self.template.open.len())
            .filter(|need| self.counts(item, *need, days))
            .all(|need| self.template.open.get(need).is_some_and(|open| self.done(need, days) > open.wanted));
        let heirs: Option<Vec<(usize, usize)>> =
            item.task.serves.iter().map(|need| Some((self.heir(position, *need, days)?, *need))).collect();
        let heirs = heirs.filter(|_| superfluous)?;
        for (heir, need) in heirs {
            self.inherit(heir, need);
        }
        Some(self.items.remove(position))
    }

    /// Lets an item on a day of an open need serve it as well, if the right marks are all that it takes.
    fn adopt(&mut self, days: &Days) -> bool {
        let wanting = self.wanting(days);
        let open = wanting.iter().enumerate().filter(|(_, open)| open.wanted > 0);
        let mut pairs = open.flat_map(|(need, _)| (0..self.items.len()).map(move |item| (item, need)));
        let Some((item, need)) = pairs.find(|(item, need)| self.could_serve(*item, *need, days)) else { return false };
        self.inherit(item, need);
        true
    }

    fn could_serve(&self, item: usize, need: usize, days: &Days) -> bool {
        let Some((item, open)) = self.items.get(item).zip(self.template.open.get(need)) else { return false };
        item.origin != Origin::Pinned
            && open.need.window.contains(days.date(item.day))
            && !self.counts(item, need, days)
            && would_count(open.need, item.task.kind)
    }

    /// Another item that counts for the need and is not said to.
    fn heir(&self, position: usize, need: usize, days: &Days) -> Option<usize> {
        let mut others = self.items.iter().enumerate().filter(|(other, item)| {
            *other != position && item.origin != Origin::Pinned && !item.task.serves.contains(&need)
        });
        others.find(|(_, item)| self.counts(item, need, days)).map(|(other, _)| other)
    }

    fn inherit(&mut self, heir: usize, need: usize) {
        let open = &self.template.open;
        let Some(item) = self.items.get_mut(heir) else { return };
        let mut serves = item.task.serves.clone();
        serves.push(need);
        serves.sort_unstable();
        let (old, share) = (&item.task, WindowPart { number: 1, of: 1 });
        let reach = open.get(need).and_then(|open| open.reach.intersect(old.reach)).unwrap_or(old.reach);
        let mut new = task(old.kind, reach, old.part, share, serves, open);
        // The marks it had may be what it counts for elsewhere.
        new.tags.extend(old.tags.iter().cloned());
        new.tags.arrange();
        new.tags.dedup();
        item.task = new;
    }

    /// Of items alike, those that are pinned keep their number, then those that are planned; new ones take what is left.
    fn number(&mut self) {
        let rank = |origin: Origin| match origin {
            Origin::Pinned => 0,
            Origin::Planned | Origin::HandIn => 1,
            Origin::LastResort => 2,
        };
        self.items.arrange_by(|a, b| {
            (a.task.kind, &a.task.serves, rank(a.origin), a.day).cmp(&(
                b.task.kind,
                &b.task.serves,
                rank(b.origin),
                b.day,
            ))
        });
        for alike in self.items.chunk_by_mut(|a, b| a.task.is_like(&b.task)) {
            let dropped = self.dropped.iter().filter(|task| alike.first().is_some_and(|item| item.task.is_like(task)));
            let mut used: Vec<u32> = dropped.map(|task| task.share.number).collect();
            for item in alike {
                while used.contains(&item.task.share.number) {
                    item.task.share.number += 1;
                }
                used.push(item.task.share.number);
            }
        }
    }

    fn dropped_for(&self, need: usize) -> u32 {
        crate::allot::count(self.dropped.iter().filter(|task| task.serves.contains(&need)).count())
    }
}
