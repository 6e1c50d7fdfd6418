//! Which day each activity of a unit gets, inside the reach that keeps it useful.
//!
//! In this order: never outside its reach; never two of a unit on one day if that can be avoided; near a peak where
//! there is one, else spread evenly; a week between activities of a kind; units that act alike on different days.

use crate::PeakPreference;
use crate::cover::Point;
use crate::workdays::{Reach, Workdays};
use domain::ItemKind;
use std::collections::{BTreeMap, BTreeSet};

/// So near to a peak counts as at the peak, in days.
const NEAR_PEAK_DAYS: u64 = 3;
/// A peak on a weekend still has its week of working days.
const WEEK_AROUND_PEAK: usize = 5;
/// The distance that activities of one kind and unit keep if they can, in days.
const APART_DAYS: u64 = 7;
/// Without a peak, at least so many days on either side of the middle are open to different units.
const SPREAD_DAYS: usize = 2;

/// Chooses days for one audience, unit after unit.
pub(crate) struct Chooser<'a> {
    workdays: &'a Workdays,
    preference: PeakPreference,
    // The same few windows come back for every unit.
    liked: BTreeMap<Reach, Vec<usize>>,
}

/// A point with its day.
#[derive(Debug)]
pub(crate) struct Placed {
    pub(crate) point: Point,
    pub(crate) day: usize,
}

/// A point with the part of its reach that is its own.
struct Slot {
    point: Point,
    part: Reach,
}

impl<'a> Chooser<'a> {
    pub(crate) fn new(workdays: &'a Workdays, preference: PeakPreference) -> Self {
        Self { workdays, preference, liked: BTreeMap::new() }
    }

    /// Days for all points of one unit; `rank` tells units apart that have the same windows.
    pub(crate) fn place(&mut self, points: Vec<Point>, rank: usize) -> Vec<Placed> {
        let slots = slots(points);
        let mut taken = Vec::new();
        for slot in &slots {
            let Some(day) = self.choose(slot, rank, &taken) else { return self.crowd(slots, rank) };
            taken.push((day, slot.point.kind));
        }
        slots.into_iter().zip(taken).map(|(slot, (day, _))| Placed { point: slot.point, day }).collect()
    }

    /// The best day for a slot that the unit does not use yet.
    fn choose(&mut self, slot: &Slot, rank: usize, taken: &[(usize, ItemKind)]) -> Option<usize> {
        let is_free = |day: usize| taken.iter().all(|(other, _)| *other != day);
        let workdays = self.workdays;
        let liked = self.liked(slot.part);
        let turn = rank % liked.len().max(1);
        let mut in_turn = liked.iter().copied().cycle().skip(turn).take(liked.len());
        let favourite = liked.get(turn).copied().unwrap_or(slot.part.first);
        in_turn
            .clone()
            .find(|day| is_free(*day) && is_apart(workdays, *day, slot.point.kind, taken))
            .or_else(|| in_turn.find(|day| is_free(*day)))
            .or_else(|| {
                let all = slot.point.reach.first..=slot.point.reach.last;
                all.filter(|day| is_free(*day)).min_by_key(|day| day.abs_diff(favourite))
            })
    }

    /// The days of `part` worth choosing, best first.
    fn liked(&mut self, part: Reach) -> &[usize] {
        let (workdays, preference) = (self.workdays, self.preference);
        self.liked.entry(part).or_insert_with(|| match preference {
            PeakPreference::Prefer => near_peaks(workdays, part).unwrap_or_else(|| middle_days(part)),
            PeakPreference::Ignore => middle_days(part),
        })
    }

    /// Wishes have to give way: one a day if that is possible at all, else as few a day as possible.
    fn crowd(&mut self, slots: Vec<Slot>, rank: usize) -> Vec<Placed> {
        if let Some(days) = one_a_day(&slots) {
            return slots.into_iter().zip(days).map(|(slot, day)| Placed { point: slot.point, day }).collect();
        }
        let mut load: BTreeMap<usize, usize> = BTreeMap::new();
        let mut placed = Vec::new();
        for slot in slots {
            let favourite = self.liked(slot.part).iter().copied().cycle().nth(rank).unwrap_or(slot.part.first);
            let all = slot.point.reach.first..=slot.point.reach.last;
            let key = |day: &usize| (load.get(day).copied().unwrap_or(0), day.abs_diff(favourite));
            let day = all.min_by_key(key).unwrap_or(favourite);
            *load.entry(day).or_default() += 1;
            placed.push(Placed { point: slot.point, day });
        }
        placed
    }
}

/// Points that serve the same share their reach in equal parts; the narrowest choose first.
fn slots(mut points: Vec<Point>) -> Vec<Slot> {
    points.sort_by(|a, b| (a.reach.len(), a).cmp(&(b.reach.len(), b)));
    let parts: Vec<Reach> = points
        .chunk_by(|a, b| a == b)
        .flat_map(|alike| alike.iter().enumerate().map(|(number, point)| point.reach.part(number, alike.len())))
        .collect();
    points.into_iter().zip(parts).map(|(point, part)| Slot { point, part }).collect()
}

fn is_apart(workdays: &Workdays, day: usize, kind: ItemKind, taken: &[(usize, ItemKind)]) -> bool {
    taken.iter().filter(|(_, other)| *other == kind).all(|(other, _)| workdays.days_between(day, *other) >= APART_DAYS)
}

/// Days at a peak, on it first, then by distance from the middle; `None` if the part only reaches the fringe of one.
fn near_peaks(workdays: &Workdays, part: Reach) -> Option<Vec<usize>> {
    let middle = part.middle();
    let mut near: Vec<(u64, usize, usize)> = workdays
        .of(part)
        .filter_map(|(position, day)| Some((day.distance?, position.abs_diff(middle), position)))
        .filter(|(distance, ..)| *distance <= NEAR_PEAK_DAYS)
        .collect();
    near.sort_unstable();
    let is_at_peak = near.first().is_some_and(|(distance, ..)| *distance == 0) || near.len() >= WEEK_AROUND_PEAK;
    is_at_peak.then(|| near.into_iter().map(|(.., position)| position).collect())
}

/// The middle half, from the middle outwards.
fn middle_days(part: Reach) -> Vec<usize> {
    let middle = part.middle();
    let side = (part.len() / 4).max(SPREAD_DAYS);
    let mut days: Vec<usize> = (part.first..=part.last).filter(|position| position.abs_diff(middle) <= side).collect();
    days.sort_unstable_by_key(|position| (position.abs_diff(middle), *position));
    days
}

/// A day of its own for every slot, in their order, if there is a way.
///
/// Earliest end first, each on its first free day, is exact: if one finds none, look left from its end to the nearest
/// free day. Every day in between is held by a slot that can neither begin before that day nor end after this one.
fn one_a_day(slots: &[Slot]) -> Option<Vec<usize>> {
    let mut order: Vec<(Reach, usize)> = slots.iter().map(|slot| slot.point.reach).zip(0..).collect();
    order.sort_unstable();
    let mut used = BTreeSet::new();
    let mut days = BTreeMap::new();
    for (reach, index) in order {
        let day = (reach.first..=reach.last).find(|day| !used.contains(day))?;
        used.insert(day);
        days.insert(index, day);
    }
    Some(days.into_values().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workdays::{Audience, PeakDays};
    use crate::{Holidays, Settings, Week};
    use domain::{ActivityKind, Peak, Span};

    const NEWS: ItemKind = ItemKind::Activity(ActivityKind::News);
    const EVENT: ItemKind = ItemKind::Activity(ActivityKind::Event);

    /// Every day of 2024; position 0 is 1 January.
    fn year(peaks: &[Peak]) -> Workdays {
        let span = Span::year(2024).unwrap();
        let settings = Settings { office_week: Week::EVERY_DAY, ..Settings::default() };
        Workdays::new(Audience::Staff, span, &PeakDays::new(peaks, span), &Holidays::default(), &settings)
    }

    fn point(kind: ItemKind, first: usize, last: usize) -> Point {
        Point { kind, reach: Reach { first, last }, serves: vec![0] }
    }

    fn place(workdays: &Workdays, points: Vec<Point>, rank: usize) -> Vec<usize> {
        let mut days: Vec<usize> = Chooser::new(workdays, PeakPreference::Prefer)
            .place(points, rank)
            .iter()
            .inspect(|placed| assert!(placed.point.reach.contains(placed.day)))
            .map(|placed| placed.day)
            .collect();
        days.sort_unstable();
        days
    }

    #[test]
    fn four_in_a_quarter_spread_over_it() {
        for rank in 0..100 {
            let days = place(&year(&[]), vec![point(NEWS, 0, 90); 4], rank);
            assert!(days.windows(2).all(|pair| pair[1] - pair[0] >= 11), "{days:?}");
            assert!(days[0] >= 5 && days[3] <= 85, "{days:?}");
        }
    }

    #[test]
    fn a_hundred_units_do_not_land_on_one_day() {
        let workdays = year(&[]);
        let mut load = BTreeMap::new();
        for rank in 0..100 {
            *load.entry(place(&workdays, vec![point(NEWS, 0, 90)], rank)[0]).or_insert(0) += 1;
        }
        assert!(load.values().all(|units| *units <= 4), "{load:?}");
    }

    #[test]
    fn the_first_unit_acts_on_the_peak_and_the_others_near_it() {
        let peak = Peak { id: "women-day".into(), label: domain::Bilingual::default(), from: (3, 8), to: (3, 8) };
        let workdays = year(&[peak]);
        assert_eq!(place(&workdays, vec![point(EVENT, 0, 90)], 0), [67]);
        for rank in 1..7 {
            let day = place(&workdays, vec![point(EVENT, 0, 90)], rank)[0];
            assert!((64..=70).contains(&day) && day != 67, "{day}");
        }
    }

    #[test]
    fn activities_of_a_kind_keep_a_week_apart_where_they_can() {
        let days = place(&year(&[]), vec![point(EVENT, 40, 60), point(EVENT, 0, 100)], 0);
        assert!(days[0].abs_diff(days[1]) >= 7, "{days:?}");
    }

    #[test]
    fn a_crowded_unit_has_two_on_one_day_only_if_it_must() {
        // Three points, reaches within five days: all cases, against trying all days.
        let workdays = year(&[]);
        let reaches: Vec<(usize, usize)> = (0..4).flat_map(|from| (from..4).map(move |to| (from, to))).collect();
        for a in &reaches {
            for b in &reaches {
                for c in &reaches {
                    let points = [a, b, c].map(|(from, to)| point(NEWS, *from, *to));
                    let possible = (a.0..=a.1)
                        .flat_map(|x| (b.0..=b.1).flat_map(move |y| (c.0..=c.1).map(move |z| [x, y, z])))
                        .any(|[x, y, z]| x != y && y != z && x != z);
                    let mut days = place(&workdays, points.to_vec(), 1);
                    days.dedup();
                    assert_eq!(days.len() == 3, possible, "{a:?} {b:?} {c:?}");
                }
            }
        }
    }

    #[test]
    fn what_cannot_have_a_day_each_is_spread_as_thin_as_possible() {
        let days = place(&year(&[]), vec![point(NEWS, 3, 4); 4], 0);
        assert_eq!(days, [3, 3, 4, 4]);
    }
}
