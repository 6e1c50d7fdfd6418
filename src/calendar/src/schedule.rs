//! Needs in, agenda out: who the needs belong to, which of them one activity may close together, and what is too late.

use crate::cover::{Demand, Point, fewest};
use crate::place::{Chooser, Placed};
use crate::workdays::{Audience, PeakDays, Reach, Workdays};
use crate::{Holidays, Settings};
use chrono::NaiveDate;
use domain::{
    ActivityKind, Agenda, AgendaItem, Closes, ItemKind, Need, NeedKind, Peak, Span, Unreachable, UnreachableReason,
};
use std::collections::BTreeMap;

/// The fewest activities that close all needs that can still be closed, on days after `as_of`.
///
/// Exact in number for each unit (see `cover`); the days are chosen as well as possible among those that lie in every
/// window an activity serves. Needs without a possible day are listed, never scheduled.
pub fn schedule(needs: &[Need], peaks: &[Peak], holidays: &Holidays, settings: &Settings, as_of: NaiveDate) -> Agenda {
    let mut sorted: Vec<&Need> = needs.iter().filter(|need| need.missing > 0).collect();
    sorted.sort_by_key(|need| (need.unit, need.unit_kind, *need));
    let Some(desk) = Desk::new(&sorted, peaks, holidays, settings, as_of) else {
        return Agenda { items: Vec::new(), unreachable: sorted.into_iter().map(too_late).collect() };
    };
    let mut choosers = desk.choosers(settings);
    let mut agenda = Agenda::default();
    for (rank, of_unit) in sorted.chunk_by(|a, b| (a.unit, a.unit_kind) == (b.unit, b.unit_kind)).enumerate() {
        desk.serve_unit(of_unit, rank, &mut choosers, &mut agenda);
    }
    agenda.items.sort();
    agenda.unreachable.sort();
    agenda
}

fn too_late(need: &Need) -> Unreachable {
    Unreachable { need: need.clone(), reason: UnreachableReason::NoDayLeft }
}

/// Where agendas are made: the possible days of each audience, laid out once for all units.
struct Desk {
    open: Span,
    peaks: PeakDays,
    workdays: BTreeMap<Audience, Workdays>,
}

/// A need with the possible days it is left with.
#[derive(Clone, Copy)]
struct Open<'a> {
    need: &'a Need,
    reach: Reach,
}

impl Desk {
    /// `None` if every window is over.
    fn new(
        needs: &[&Need],
        peaks: &[Peak],
        holidays: &Holidays,
        settings: &Settings,
        as_of: NaiveDate,
    ) -> Option<Self> {
        let last = needs.iter().map(|need| need.window.to()).max()?;
        let open = Span::new(as_of.succ_opt()?, last)?;
        let peaks = PeakDays::new(peaks, open);
        let workdays = Audience::ALL
            .into_iter()
            .map(|audience| (audience, Workdays::new(audience, open, &peaks, holidays, settings)))
            .collect();
        Some(Self { open, peaks, workdays })
    }

    fn choosers(&self, settings: &Settings) -> BTreeMap<Audience, Chooser<'_>> {
        self.workdays.iter().map(|(audience, days)| (*audience, Chooser::new(days, settings.peaks))).collect()
    }

    fn serve_unit(
        &self,
        needs: &[&Need],
        rank: usize,
        choosers: &mut BTreeMap<Audience, Chooser<'_>>,
        agenda: &mut Agenda,
    ) {
        let open: Vec<Open<'_>> = needs.iter().filter_map(|need| self.open(need)).collect();
        let closed = needs.iter().filter(|need| self.open(need).is_none());
        agenda.unreachable.extend(closed.map(|need| too_late(need)));
        let (hand_ins, rest): (Vec<Point>, Vec<Point>) =
            points(&open).into_iter().partition(|point| point.kind == ItemKind::HandIn);
        // What is handed in may go on the last safe working day; a reminder comes before it.
        let mut placed: Vec<Placed> =
            hand_ins.into_iter().map(|point| Placed { day: point.reach.last, point }).collect();
        let chooser = needs.first().and_then(|need| choosers.get_mut(&Audience::of(need.unit_kind)));
        if let Some(chooser) = chooser {
            placed.extend(chooser.place(rest, rank));
        }
        agenda.items.extend(self.items(placed, &open));
    }

    fn open<'a>(&self, need: &'a Need) -> Option<Open<'a>> {
        let window = need.window.intersect(self.open)?;
        let reach = self.workdays.get(&audience(need))?.reach(window)?;
        Some(Open { need, reach })
    }

    fn items(&self, mut placed: Vec<Placed>, open: &[Open<'_>]) -> Vec<AgendaItem> {
        placed.sort_by(|a, b| (a.point.kind, &a.point.serves, a.day).cmp(&(b.point.kind, &b.point.serves, b.day)));
        placed
            .chunk_by(|a, b| (a.point.kind, &a.point.serves) == (b.point.kind, &b.point.serves))
            .flat_map(|alike| (1..).zip(alike).filter_map(|(number, placed)| self.item(placed, number, open)))
            .collect()
    }

    fn item(&self, placed: &Placed, number: u32, open: &[Open<'_>]) -> Option<AgendaItem> {
        let Placed { point, day } = placed;
        let served: Vec<&Need> = point.serves.iter().filter_map(|index| Some(open.get(*index)?.need)).collect();
        let first = served.first()?;
        let workdays = self.workdays.get(&audience(first))?;
        let date = workdays.get(*day)?.date;
        let mut closes: Vec<Closes> =
            served.iter().map(|need| Closes { target: need.target.clone(), period: need.period.clone() }).collect();
        closes.sort();
        Some(AgendaItem {
            date,
            unit: first.unit,
            kind: point.kind,
            tags: tags(point.kind, &served),
            number,
            closes,
            latest: workdays.get(point.reach.last)?.date,
            peak: (point.kind != ItemKind::HandIn).then(|| self.peaks.on(date).map(str::to_owned)).flatten(),
        })
    }
}

fn audience(need: &Need) -> Audience {
    match need.kind {
        // Reports are written by staff, in the summer break, too.
        NeedKind::HandIn => Audience::Staff,
        _ => Audience::of(need.unit_kind),
    }
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

fn points(open: &[Open<'_>]) -> Vec<Point> {
    let mut pooled: Vec<(Pool, usize)> =
        open.iter().enumerate().map(|(index, open)| (pool(open.need, index), index)).collect();
    pooled.sort_unstable();
    pooled.chunk_by(|a, b| a.0 == b.0).flat_map(|members| pool_points(members, open)).collect()
}

fn pool(need: &Need, index: usize) -> Pool {
    match need.kind {
        NeedKind::Activity { .. } => Pool::Activities,
        NeedKind::ReviewConvention => Pool::Reviews,
        NeedKind::AmendConvention => Pool::Amendments,
        NeedKind::Adoption | NeedKind::HandIn => Pool::Alone(index),
    }
}

fn pool_points(members: &[(Pool, usize)], open: &[Open<'_>]) -> Vec<Point> {
    let of_pool: Vec<Open<'_>> = members.iter().filter_map(|(_, index)| open.get(*index).copied()).collect();
    let demands: Vec<Demand> = of_pool
        .iter()
        .enumerate()
        .map(|(index, Open { need, reach })| Demand {
            reach: *reach,
            missing: need.missing,
            kinds: kinds(index, &of_pool),
        })
        .collect();
    let mut points = fewest(&demands);
    for point in &mut points {
        point.serves = point.serves.iter().filter_map(|at| members.get(*at).map(|(_, index)| *index)).collect();
    }
    points
}

/// The kinds that would do for a need: the one it asks for, and those that serve another need of the pool as well.
fn kinds(index: usize, pool: &[Open<'_>]) -> Vec<ItemKind> {
    let Some(NeedKind::Activity { kinds, or_tags, .. }) = pool.get(index).map(|open| &open.need.kind) else {
        return pool.get(index).map(|open| vec![plain_kind(&open.need.kind)]).unwrap_or_default();
    };
    let own = kinds.first().copied().unwrap_or(ActivityKind::Event);
    let mut shared: Vec<ActivityKind> = pool
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != index)
        .flat_map(|(_, open)| asked_for(open.need))
        .copied()
        .filter(|kind| *kind != own && (!or_tags.is_empty() || kinds.contains(kind)))
        .collect();
    shared.sort_unstable();
    shared.dedup();
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
    let mut tags: Vec<String> = served.iter().flat_map(|need| tags_for(kind, need)).cloned().collect();
    tags.sort();
    tags.dedup();
    tags
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
