//! The fewest activities that meet all demands of one unit: how many, of which kind, and which demands each serves.
//!
//! For one kind this is stabbing intervals with points, and taking the last day of the earliest-ending window that is
//! still short is exact, for crossing windows too. A demand that several kinds can serve is split over them in every
//! possible way; the kinds then fall apart, and the best split is exact as well. Where the splits are more than
//! [`SPLIT_LIMIT`], they are improved one demand at a time: nothing is left unserved, but the count is not proved best.
//! (A plan would need several targets that accept one another's kinds in windows that hang together over years.)
//! Days are positions in a list of possible days; this module knows no calendar.

use crate::workdays::Reach;
use domain::{Arrange, ItemKind};

/// So many ways to split the demands of one unit over kinds are all tried.
const SPLIT_LIMIT: u64 = 4096;

/// `missing` activities of any of `kinds` within `reach`.
#[derive(Clone, Debug)]
pub(crate) struct Demand {
    pub(crate) reach: Reach,
    pub(crate) missing: u32,
    /// The kind it asks for first, then others that would do.
    // INVARIANT: not empty, no doubles.
    pub(crate) kinds: Vec<ItemKind>,
}

/// One activity: any day of `reach` lets it serve all of `serves`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Point {
    pub(crate) kind: ItemKind,
    pub(crate) reach: Reach,
    /// Positions in the list of demands, rising.
    pub(crate) serves: Vec<usize>,
}

/// The fewest points such that each demand is served by exactly as many as it misses.
pub(crate) fn fewest(demands: &[Demand]) -> Vec<Point> {
    let mut points: Vec<Point> =
        connected(demands).iter().flat_map(|part| best_split(demands, part).points(demands)).collect();
    points.arrange();
    points
}

/// Is the count proved to be the least? (See the top of this file.)
pub(crate) fn is_proved(demands: &[Demand]) -> bool {
    connected(demands).iter().all(|part| {
        let of_part = part.iter().filter_map(|index| demands.get(*index));
        let ways_of = |demand: &Demand| ways(demand.missing, demand.kinds.len().saturating_sub(1) as u64);
        of_part.fold(1_u64, |product, demand| product.saturating_mul(ways_of(demand))) <= SPLIT_LIMIT
    })
}

/// Demands whose reaches hang together; what is apart in time cannot share a point.
fn connected(demands: &[Demand]) -> Vec<Vec<usize>> {
    let mut order: Vec<(Reach, usize)> = demands.iter().map(|demand| demand.reach).zip(0..).collect();
    order.arrange_by_key(|(reach, index)| (reach.first, *index));
    let mut parts: Vec<Vec<usize>> = Vec::new();
    let mut end = None;
    for (reach, index) in order {
        match parts.last_mut() {
            Some(part) if end.is_some_and(|end| reach.first <= end) => part.push(index),
            _ => parts.push(vec![index]),
        }
        end = end.max(Some(reach.last));
    }
    parts
}

/// How many points of each kind serve a demand.
type Share = Vec<(ItemKind, u32)>;

/// A share for each demand of a part.
#[derive(Clone)]
struct Split(Vec<(usize, Share)>);

impl Split {
    fn points(&self, demands: &[Demand]) -> Vec<Point> {
        let mut kinds: Vec<ItemKind> =
            self.0.iter().flat_map(|(_, share)| share.iter().map(|(kind, _)| *kind)).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds.into_iter().flat_map(|kind| stab(kind, &self.wanted(kind, demands))).collect()
    }

    /// What each demand wants of `kind`, earliest end first.
    fn wanted(&self, kind: ItemKind, demands: &[Demand]) -> Vec<Wanted> {
        let of_kind = |share: &Share| share.iter().find(|(other, _)| *other == kind).map_or(0, |(_, count)| *count);
        let mut wanted: Vec<Wanted> = self
            .0
            .iter()
            .filter_map(|(index, share)| {
                Some(Wanted { reach: demands.get(*index)?.reach, demand: *index, count: of_kind(share) as usize })
            })
            .filter(|wanted| wanted.count > 0)
            .collect();
        wanted.arrange_by_key(|wanted| (wanted.reach, wanted.demand));
        wanted
    }

    fn cost(&self, demands: &[Demand]) -> usize {
        self.points(demands).len()
    }
}

struct Wanted {
    reach: Reach,
    demand: usize,
    count: usize,
}

/// Greedy stabbing: `wanted` comes earliest end first, so a new point goes as late as its demand allows.
fn stab(kind: ItemKind, wanted: &[Wanted]) -> Vec<Point> {
    let mut points: Vec<(usize, Point)> = Vec::new();
    for Wanted { reach, demand, count } in wanted {
        let mut inside: Vec<&mut Point> =
            points.iter_mut().filter(|(day, _)| reach.contains(*day)).map(|(_, point)| point).collect();
        // Where there is a choice, the points that keep most of their freedom serve.
        inside.arrange_by_key(|point| point.reach.len() - point.reach.intersect(*reach).map_or(0, Reach::len));
        let found = inside.len().min(*count);
        for point in inside.into_iter().take(found) {
            point.serves.push(*demand);
            point.reach = point.reach.intersect(*reach).unwrap_or(point.reach);
        }
        let new = Point { kind, reach: *reach, serves: vec![*demand] };
        points.extend(std::iter::repeat_n((reach.last, new), count - found));
    }
    points
        .into_iter()
        .map(|(_, mut point)| {
            point.serves.sort_unstable();
            point
        })
        .collect()
}

fn best_split(demands: &[Demand], part: &[usize]) -> Split {
    let choices: Vec<(usize, Vec<Share>)> =
        part.iter().filter_map(|index| Some((*index, shares(demands.get(*index)?)))).collect();
    let first = Split(choices.iter().filter_map(|(index, shares)| Some((*index, shares.first()?.clone()))).collect());
    let ways = choices.iter().fold(1_u64, |ways, (_, shares)| ways.saturating_mul(shares.len() as u64));
    match ways {
        1 => first,
        2..=SPLIT_LIMIT => try_all(demands, &choices, first),
        _ => improve(demands, &choices, first),
    }
}

/// Every way in which the kinds of a demand can share it; all of its first kind comes first.
fn shares(demand: &Demand) -> Vec<Share> {
    match demand.kinds.split_first() {
        Some((kind, rest)) if ways(demand.missing, rest.len() as u64) <= SPLIT_LIMIT => {
            compositions(*kind, rest, demand.missing)
        }
        _ => demand.kinds.iter().map(|kind| vec![(*kind, demand.missing)]).collect(),
    }
}

/// `missing` things over one kind and `others` more: missing + others choose others.
fn ways(missing: u32, others: u64) -> u64 {
    (1..=others).fold(1, |ways, other| ways.saturating_mul(u64::from(missing) + other) / other)
}

fn compositions(kind: ItemKind, rest: &[ItemKind], missing: u32) -> Vec<Share> {
    let Some((next, others)) = rest.split_first() else { return vec![vec![(kind, missing)]] };
    (0..=missing)
        .rev()
        .flat_map(|own| {
            compositions(*next, others, missing - own).into_iter().map(move |mut share| {
                share.insert(0, (kind, own));
                share
            })
        })
        .collect()
}

fn try_all(demands: &[Demand], choices: &[(usize, Vec<Share>)], first: Split) -> Split {
    let mut splits = vec![Split(Vec::new())];
    for (index, shares) in choices {
        splits = splits
            .iter()
            .flat_map(|split| {
                shares.iter().map(|share| {
                    let mut longer = split.clone();
                    longer.0.push((*index, share.clone()));
                    longer
                })
            })
            .collect();
    }
    // The first of equals wins: it keeps each demand to the kind it asks for first.
    splits.into_iter().min_by_key(|split| split.cost(demands)).unwrap_or(first)
}

fn improve(demands: &[Demand], choices: &[(usize, Vec<Share>)], first: Split) -> Split {
    let mut best = first;
    let mut cost = best.cost(demands);
    loop {
        let before = cost;
        for (position, (index, shares)) in choices.iter().enumerate() {
            for share in shares {
                let mut other = best.clone();
                other.0.splice(position..=position, [(*index, share.clone())]);
                let other_cost = other.cost(demands);
                if other_cost < cost {
                    (best, cost) = (other, other_cost);
                }
            }
        }
        if cost == before {
            return best;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dice::Dice;
    use domain::ActivityKind::{ActionMonth, Event, News};

    const EVENT: ItemKind = ItemKind::Activity(Event);
    const NEWS: ItemKind = ItemKind::Activity(News);
    const ACTION: ItemKind = ItemKind::Activity(ActionMonth);

    fn demand(first: usize, last: usize, missing: u32, kinds: &[ItemKind]) -> Demand {
        Demand { reach: Reach { first, last }, missing, kinds: kinds.to_vec() }
    }

    /// Tries everything: the first demand that is short takes every possible day and kind in turn.
    fn can_do_with(demands: &[Demand], points: &mut Vec<(usize, ItemKind)>, left: usize) -> bool {
        let serves = |demand: &Demand, (day, kind): &(usize, ItemKind)| {
            demand.reach.contains(*day) && demand.kinds.contains(kind)
        };
        let short = demands
            .iter()
            .find(|demand| points.iter().filter(|point| serves(demand, point)).count() < demand.missing as usize);
        let Some(short) = short else { return true };
        if left == 0 {
            return false;
        }
        let tries: Vec<_> = (short.reach.first..=short.reach.last)
            .flat_map(|day| short.kinds.iter().map(move |kind| (day, *kind)))
            .collect();
        tries.into_iter().any(|point| {
            points.push(point);
            let done = can_do_with(demands, points, left - 1);
            points.pop();
            done
        })
    }

    fn brute_force(demands: &[Demand]) -> usize {
        (0..).find(|count| can_do_with(demands, &mut Vec::new(), *count)).unwrap()
    }

    fn check(demands: &[Demand]) -> Vec<Point> {
        let points = fewest(demands);
        for (index, demand) in demands.iter().enumerate() {
            let serving: Vec<_> = points.iter().filter(|point| point.serves.contains(&index)).collect();
            assert_eq!(serving.len(), demand.missing as usize, "{demands:?}");
            for point in serving {
                assert_eq!(point.reach.intersect(demand.reach), Some(point.reach), "{demands:?}");
                assert!(demand.kinds.contains(&point.kind), "{demands:?}");
            }
        }
        points
    }

    /// A small generator of its own: the same cases on every machine.
    #[test]
    fn the_count_equals_brute_force_on_random_demands() {
        let kinds: [&[ItemKind]; 6] =
            [&[EVENT], &[EVENT], &[NEWS], &[ACTION, EVENT, NEWS], &[ACTION, EVENT], &[EVENT, NEWS]];
        for seed in 0..3000 {
            let mut dice = Dice(seed);
            let demands: Vec<Demand> = (0..1 + dice.below(4))
                .map(|_| {
                    let (a, b) = (dice.below(7), dice.below(7));
                    demand(a.min(b), a.max(b), 1 + u32::try_from(dice.below(2)).unwrap(), kinds[dice.below(6)])
                })
                .collect();
            assert_eq!(check(&demands).len(), brute_force(&demands), "seed {seed}: {demands:?}");
        }
    }

    #[test]
    fn one_event_of_the_action_month_serves_two_targets() {
        let points = check(&[demand(0, 60, 2, &[EVENT]), demand(30, 50, 1, &[ACTION, EVENT])]);
        assert_eq!(points.len(), 2);
        let shared = points.iter().find(|point| point.serves == [0, 1]).unwrap();
        assert_eq!((shared.kind, shared.reach), (EVENT, Reach { first: 30, last: 50 }));
        assert_eq!(points.iter().find(|point| point.serves == [0]).unwrap().reach, Reach { first: 0, last: 60 });
    }

    #[test]
    fn a_demand_alone_keeps_the_kind_it_asks_for_first() {
        assert_eq!(check(&[demand(0, 5, 1, &[ACTION, EVENT])])[0].kind, ACTION);
    }

    #[test]
    fn crossing_windows_share_what_they_can() {
        // A calendar year and a school year: one event where they cross serves both.
        assert_eq!(check(&[demand(0, 10, 1, &[EVENT]), demand(5, 15, 1, &[EVENT])]).len(), 1);
        assert_eq!(
            check(&[demand(0, 10, 2, &[EVENT]), demand(8, 15, 1, &[EVENT]), demand(14, 20, 1, &[EVENT])]).len(),
            3
        );
    }

    #[test]
    fn the_ways_to_share_are_as_many_as_counted() {
        for (missing, kinds) in
            [(1, &[EVENT][..]), (4, &[EVENT, NEWS]), (3, &[EVENT, NEWS, ACTION]), (0, &[EVENT, NEWS])]
        {
            let counted = ways(missing, kinds.len() as u64 - 1);
            assert_eq!(shares(&demand(0, 0, missing, kinds)).len() as u64, counted);
        }
    }

    #[test]
    fn many_demands_of_many_kinds_are_all_served() {
        let demands: Vec<Demand> = (0..40).map(|start| demand(start, start + 9, 7, &[ACTION, EVENT, NEWS])).collect();
        // Every window holds exactly one of the days 9, 19, 29, 39.
        assert_eq!(check(&demands).len(), 7 * 4);
    }
}
