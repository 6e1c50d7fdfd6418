//! What a unit with certain needs has to do: which needs are open, which one activity may close together, how many
//! activities it takes. Units with the same needs share it.

use crate::Settings;
use crate::cover::{Demand, Point, fewest, is_proved};
use crate::workdays::{Reach, Workdays};
use chrono::{Datelike, NaiveDate};
use domain::Audience;
use domain::{ActivityKind, Arrange, Closes, ItemKey, ItemKind, Need, NeedKind, Span, UnitIndex, WindowPart};
use std::collections::{BTreeMap, BTreeSet};

/// A need with the possible days it is left with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Open<'a> {
    pub(crate) need: &'a Need,
    pub(crate) reach: Reach,
    /// Activities to plan: what is missing, and spare ones.
    pub(crate) wanted: u32,
}

/// Something to be done by each unit of a template.
#[derive(Clone, Debug)]
pub(crate) struct Task {
    pub(crate) kind: ItemKind,
    pub(crate) audience: Audience,
    pub(crate) reach: Reach,
    /// Its own part of the reach.
    pub(crate) part: Reach,
    /// Its number among those alike, which share the reach.
    pub(crate) share: WindowPart,
    /// Positions in the template's open needs.
    pub(crate) serves: Vec<usize>,
    pub(crate) closes: Vec<Closes>,
    pub(crate) tags: Vec<String>,
}

/// What units with the same needs have to do.
#[derive(Clone, Debug)]
pub(crate) struct Template<'a> {
    pub(crate) audience: Audience,
    pub(crate) open: Vec<Open<'a>>,
    /// Needs without a possible day.
    pub(crate) late: Vec<&'a Need>,
    /// Alike ones next to each other, by number.
    pub(crate) tasks: Vec<Task>,
    /// Is the number of tasks proved to be the least?
    pub(crate) is_proved: bool,
    /// Would the tasks do as well as any others where not all of them find a day? (See [`is_nested`].)
    pub(crate) is_nested: bool,
}

/// Where templates are made: the possible days of each audience.
pub(crate) struct Drafts<'a> {
    pub(crate) span: Span,
    pub(crate) workdays: &'a BTreeMap<Audience, Workdays>,
    pub(crate) settings: &'a Settings,
}

impl Drafts<'_> {
    /// `needs` are those of one unit, sorted.
    pub(crate) fn template<'n>(&self, needs: &[&'n Need]) -> Template<'n> {
        let open: Vec<Open<'n>> = needs.iter().filter_map(|need| self.open(need)).collect();
        let late = needs.iter().filter(|need| self.open(need).is_none()).copied().collect();
        let pools = pools(&open);
        let is_proved = pools.iter().all(|pool| is_proved(&demands(pool, &open)));
        let groups: Vec<Vec<usize>> = pools.iter().flat_map(|pool| related(pool, &open)).collect();
        let mut points: Vec<Point> = pools.iter().flat_map(|pool| pool_points(pool, &open)).collect();
        points.arrange_by(|a, b| (a.kind, &a.serves, a.reach).cmp(&(b.kind, &b.serves, b.reach)));
        let alike = points.chunk_by(|a, b| (a.kind, &a.serves) == (b.kind, &b.serves));
        let tasks: Vec<Task> = alike.flat_map(|alike| tasks(alike, &open)).collect();
        let is_nested = groups.iter().all(|group| is_nested(group, &open, &tasks));
        let audience = needs.first().map_or(Audience::Staff, |need| Audience::of(need.unit_kind));
        Template { audience, open, late, tasks, is_proved, is_nested }
    }

    fn open<'n>(&self, need: &'n Need) -> Option<Open<'n>> {
        let window = need.window.intersect(self.span)?;
        let reach = self.workdays.get(&audience(need))?.reach(window)?;
        Some(Open { need, reach, wanted: need.missing + self.spare(need, window) })
    }

    fn spare(&self, need: &Need, window: Span) -> u32 {
        let quarter = |day: NaiveDate| day.year() * 4 + day.month0().cast_signed() / 3;
        let quarters = (quarter(window.to()) - quarter(window.from()) + 1).unsigned_abs();
        match need.kind {
            NeedKind::Activity { .. } => self.settings.spare_per_quarter * quarters,
            _ => 0,
        }
    }
}

/// Needs of a pool that hang together by kinds that would do for two of them.
fn related(pool: &[usize], open: &[Open<'_>]) -> Vec<Vec<usize>> {
    let demands = demands(pool, open);
    let mut groups: Vec<(BTreeSet<ItemKind>, Vec<usize>)> = Vec::new();
    for (demand, need) in demands.iter().zip(pool) {
        let mut kinds: BTreeSet<ItemKind> = demand.kinds.iter().copied().collect();
        let mut members = vec![*need];
        groups.retain_mut(|(of_group, needs)| {
            let apart = of_group.is_disjoint(&kinds);
            if !apart {
                kinds.append(of_group);
                members.append(needs);
            }
            apart
        });
        groups.push((kinds, members));
    }
    groups.into_iter().map(|(_, members)| members).collect()
}

/// Do the windows of these needs lie in one another or apart, and does each task serve every need in whose window it lies?
///
/// Then whatever items one could choose instead, each can be laid to a task that closes as much: one in a window to a task
/// of that window, those too many there to a task of the next larger one.
fn is_nested(group: &[usize], open: &[Open<'_>], tasks: &[Task]) -> bool {
    let reach = |need: &usize| open.get(*need).map(|open| open.reach);
    let reaches: Vec<Reach> = group.iter().filter_map(reach).collect();
    let laminar =
        reaches.iter().all(|a| reaches.iter().all(|b| a.intersect(*b).is_none_or(|both| both == *a || both == *b)));
    let of_group = tasks.iter().filter(|task| task.serves.iter().any(|need| group.contains(need)));
    let lies_in =
        |task: &Task, need: &usize| reach(need).is_some_and(|reach| reach.intersect(task.reach) == Some(task.reach));
    let serves_all = |task: &Task| group.iter().all(|need| task.serves.contains(need) || !lies_in(task, need));
    laminar && of_group.into_iter().all(serves_all)
}

impl Task {
    /// What the unit's item for it is known by.
    pub(crate) fn key(&self, unit: Option<UnitIndex>) -> ItemKey {
        ItemKey { unit, kind: self.kind, closes: self.closes.clone(), number: self.share.number }
    }

    /// Are both the same but for their number?
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        self.kind == other.kind && self.serves == other.serves
    }
}

fn tasks(alike: &[Point], open: &[Open<'_>]) -> Vec<Task> {
    // Points that serve the same needs have the same reach: the days that lie in all of them.
    let of = u32::try_from(alike.len()).unwrap_or(u32::MAX);
    let numbered = (1..).zip(alike.iter().enumerate());
    numbered
        .map(|(number, (index, point))| {
            let part = point.reach.part(index, alike.len());
            task(point.kind, point.reach, part, WindowPart { number, of }, point.serves.clone(), open)
        })
        .collect()
}

/// A task that serves these needs, with the marks that takes.
pub(crate) fn task(
    kind: ItemKind,
    reach: Reach,
    part: Reach,
    share: WindowPart,
    serves: Vec<usize>,
    open: &[Open<'_>],
) -> Task {
    let served: Vec<&Need> = serves.iter().filter_map(|index| Some(open.get(*index)?.need)).collect();
    let mut closes: Vec<Closes> =
        served.iter().map(|need| Closes { target: need.target.clone(), period: need.period.clone() }).collect();
    closes.arrange();
    let audience = served.first().map_or(Audience::Staff, |need| audience(need));
    let tags = tags(kind, &served);
    Task { kind, audience, reach, part, share, serves, closes, tags }
}

/// Would something of this kind and with these tags count for `need`, were it on one of its days, whatever it is meant for?
pub(crate) fn counts(need: &Need, kind: ItemKind, tags: &[String]) -> bool {
    match (&need.kind, kind) {
        (
            NeedKind::Activity { kinds, or_tags, require_tags, channels, audiences, people: None },
            ItemKind::Activity(kind),
        ) => {
            // Of an item for another need nobody knows the channel and who will come.
            channels.is_empty()
                && audiences.is_empty()
                && (kinds.contains(&kind) || or_tags.iter().any(|tag| tags.contains(tag)))
                && require_tags.iter().all(|tag| tags.contains(tag))
        }
        (NeedKind::ReviewConvention, ItemKind::ReviewConvention)
        | (NeedKind::AmendConvention, ItemKind::AmendConvention) => true,
        _ => false,
    }
}

/// Would something of this kind count for `need` with the right marks?
pub(crate) fn would_count(need: &Need, kind: ItemKind) -> bool {
    let NeedKind::Activity { or_tags, require_tags, .. } = &need.kind else { return counts(need, kind, &[]) };
    let marks: Vec<String> = require_tags.iter().chain(or_tags.first()).cloned().collect();
    counts(need, kind, &marks)
}

fn audience(need: &Need) -> Audience {
    Audience::of_item(plain_kind(&need.kind), need.unit_kind)
}

/// Needs of one unit that one item may close together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Pool {
    Activities,
    /// A convention reviewed or amended for one milestone counts at every later one.
    Reviews,
    Amendments,
    /// A report serves one deadline; an adoption one stage (a need does not say which).
    Alone(usize),
}

/// Positions of the needs of each pool.
fn pools(open: &[Open<'_>]) -> Vec<Vec<usize>> {
    let mut pooled: BTreeMap<Pool, Vec<usize>> = BTreeMap::new();
    for (index, open) in open.iter().enumerate() {
        pooled.entry(pool(open.need, index)).or_default().push(index);
    }
    pooled.into_values().collect()
}

fn pool(need: &Need, index: usize) -> Pool {
    match need.kind {
        NeedKind::Activity { .. } => Pool::Activities,
        NeedKind::ReviewConvention => Pool::Reviews,
        NeedKind::AmendConvention => Pool::Amendments,
        NeedKind::Adoption | NeedKind::HandIn => Pool::Alone(index),
    }
}

fn demands(members: &[usize], open: &[Open<'_>]) -> Vec<Demand> {
    let of_pool: Vec<Open<'_>> = members.iter().filter_map(|index| open.get(*index).copied()).collect();
    let demand = |(index, open): (usize, &Open<'_>)| Demand {
        reach: open.reach,
        missing: open.wanted,
        kinds: kinds(index, &of_pool),
    };
    of_pool.iter().enumerate().map(demand).collect()
}

fn pool_points(members: &[usize], open: &[Open<'_>]) -> Vec<Point> {
    let mut points = fewest(&demands(members, open));
    for point in &mut points {
        point.serves = point.serves.iter().filter_map(|at| members.get(*at).copied()).collect();
    }
    points
}

/// The fewest points for needs of which some do not want anything any more.
pub(crate) fn points(open: &[Open<'_>]) -> Vec<Point> {
    let wanting = |members: Vec<usize>| -> Vec<usize> {
        members.into_iter().filter(|index| open.get(*index).is_some_and(|open| open.wanted > 0)).collect()
    };
    pools(open).into_iter().map(wanting).flat_map(|members| pool_points(&members, open)).collect()
}

/// The kinds that would do for a need: the one it asks for, and those that serve another need of the pool as well.
fn kinds(index: usize, pool: &[Open<'_>]) -> Vec<ItemKind> {
    let Some(NeedKind::Activity { kinds, or_tags, .. }) = pool.get(index).map(|open| &open.need.kind) else {
        return pool.get(index).map(|open| vec![plain_kind(&open.need.kind)]).unwrap_or_default();
    };
    let own = kinds.first().copied().unwrap_or(ActivityKind::Event);
    let others = pool.iter().enumerate().filter(|(other, _)| *other != index);
    let shared: BTreeSet<ActivityKind> = others
        .flat_map(|(_, open)| asked_for(open.need))
        .copied()
        .filter(|kind| *kind != own && (!or_tags.is_empty() || kinds.contains(kind)))
        .collect();
    std::iter::once(own).chain(shared).map(ItemKind::Activity).collect()
}

fn asked_for(need: &Need) -> &[ActivityKind] {
    match &need.kind {
        NeedKind::Activity { kinds, .. } => kinds,
        _ => &[],
    }
}

fn plain_kind(kind: &NeedKind) -> ItemKind {
    match kind {
        NeedKind::Activity { .. } => ItemKind::Activity(ActivityKind::Event),
        NeedKind::Adoption => ItemKind::Adoption,
        NeedKind::ReviewConvention => ItemKind::ReviewConvention,
        NeedKind::AmendConvention => ItemKind::AmendConvention,
        NeedKind::HandIn => ItemKind::HandIn,
    }
}

/// The tags an activity must carry to count for all it serves.
fn tags(kind: ItemKind, served: &[&Need]) -> Vec<String> {
    let tags: BTreeSet<&String> = served.iter().flat_map(|need| tags_for(kind, need)).collect();
    tags.into_iter().cloned().collect()
}

fn tags_for(kind: ItemKind, need: &Need) -> impl Iterator<Item = &String> {
    let (required, instead) = match (&need.kind, kind) {
        (NeedKind::Activity { kinds, or_tags, require_tags, .. }, ItemKind::Activity(kind)) => {
            (require_tags.as_slice(), or_tags.first().filter(|_| !kinds.contains(&kind)))
        }
        _ => ([].as_slice(), None),
    };
    required.iter().chain(instead)
}
