//! The agenda as its readers get it: items with their dates, what they close, and why they are on their day.

use crate::Job;
use crate::allot::{Spot, count};
use crate::assign::NO_DAY;
use crate::days::{Day, Days, Spread};
use crate::loads::Loads;
use crate::mend::{Origin, Placed, hand_in_day};
use crate::teams::{Team, work};
use crate::template::Task;
use crate::wishes::{APART_DAYS, Moved};
use crate::workdays::{PeakDays, Reach, Workdays};
use domain::Audience;
use domain::{AgendaItem, DayReason, ItemKind, PeakPreference, UnitIndex, Wish};
use std::collections::BTreeMap;

/// Where items are written.
pub(crate) struct Desk<'a> {
    pub(crate) job: &'a Job<'a>,
    pub(crate) workdays: &'a BTreeMap<Audience, Workdays>,
    pub(crate) days: &'a Days,
    /// All peaks, to name them.
    pub(crate) peaks: &'a PeakDays,
    /// Those that attract.
    pub(crate) attracting: &'a PeakDays,
}

/// What days would suit a task.
pub(crate) struct Best {
    /// The first of the best.
    day: Day,
    cost: i64,
    /// The least cost of a day that still has room.
    with_room: i64,
    spread: Spread,
}

/// By place, audience, reach and part.
pub(crate) type Bests = BTreeMap<(Spot, Audience, Reach, Reach), Option<Best>>;

/// Items of a place a day, and of a place.
#[derive(Default)]
pub(crate) struct Visits {
    days: BTreeMap<(Option<UnitIndex>, Day), u32>,
    places: BTreeMap<Option<UnitIndex>, u32>,
}

impl Visits {
    fn add(&mut self, place: Option<UnitIndex>, day: Day) {
        *self.days.entry((place, day)).or_default() += 1;
        *self.places.entry(place).or_default() += 1;
    }

    fn is_alone(&self, place: Option<UnitIndex>, day: Day) -> bool {
        self.days.get(&(place, day)) == Some(&1) && self.places.get(&place).is_some_and(|items| *items > 1)
    }
}

impl Desk<'_> {
    /// The items of those units of a team for which every task has its day and nothing is settled.
    pub(crate) fn team(
        &self,
        team: &Team<'_>,
        (whole, moved): (&[bool], &Moved),
        (loads, bests): (&Loads<'_>, &mut Bests),
        items: &mut Vec<AgendaItem>,
    ) {
        let kinds: Vec<Option<ItemKind>> =
            (0..team.table.jobs.len()).map(|job| team.task(job).map(|task| task.kind)).collect();
        for (job, days) in team.table.jobs.iter().enumerate() {
            let Some(task) = team.task(job) else { continue };
            let mut known: BTreeMap<Day, AgendaItem> = BTreeMap::new();
            let units = team.units.iter().enumerate().zip(days).zip(whole).filter(|(_, whole)| **whole);
            for (((number, unit), day), _) in units {
                let item = known
                    .entry(*day)
                    .or_insert_with(|| self.item(task, *day, self.reason(team, task, *day, loads, bests)));
                let mut item = AgendaItem { unit: *unit, ..item.clone() };
                if moved.contains(&(number, *day)) {
                    item.reason = DayReason::Wish(Wish::WeekApart);
                }
                item.unmet = unit.map_or_else(Vec::new, |_| unmet_in(team, &kinds, number, job));
                items.push(item);
            }
        }
        for task in team.template.tasks.iter().filter(|task| task.kind == ItemKind::HandIn) {
            let Some(day) = hand_in_day(task, self.workdays, self.days) else { continue };
            let item = self.item(task, day, DayReason::LastSafeDay);
            let units = team.units.iter().zip(whole).filter(|(_, whole)| **whole);
            items.extend(units.map(|(unit, _)| AgendaItem { unit: *unit, ..item.clone() }));
        }
    }

    /// The items of one unit that was mended.
    pub(crate) fn one_unit(
        &self,
        team: &Team<'_>,
        (number, placed, moved): (usize, &[Placed], &Moved),
        (loads, bests): (&Loads<'_>, &mut Bests),
        items: &mut Vec<AgendaItem>,
    ) {
        let unit = team.units.get(number).copied().flatten();
        for (index, Placed { task, day, origin }) in placed.iter().enumerate() {
            let reason = match origin {
                Origin::Pinned => DayReason::Pinned,
                Origin::HandIn => DayReason::LastSafeDay,
                Origin::LastResort => DayReason::LastResort,
                Origin::Planned if moved.contains(&(number, *day)) => DayReason::Wish(Wish::WeekApart),
                Origin::Planned => self.reason(team, task, *day, loads, bests),
            };
            let mut item = AgendaItem { unit, ..self.item(task, *day, reason) };
            if unit.is_some() && task.kind != ItemKind::HandIn {
                let others = placed
                    .iter()
                    .enumerate()
                    .filter(|(other, item)| *other != index && item.task.kind != ItemKind::HandIn);
                item.unmet = unmet(*day, task.kind, others.map(|(_, item)| (item.day, item.task.kind == task.kind)));
            }
            items.push(item);
        }
    }

    fn item(&self, task: &Task, day: Day, reason: DayReason) -> AgendaItem {
        let date = self.days.date(day);
        let workdays = self.workdays.get(&task.audience);
        let earliest = workdays.and_then(|days| days.get(task.reach.first));
        let latest = workdays.and_then(|days| days.get(task.reach.last));
        let peak = if task.kind == ItemKind::HandIn { None } else { self.peaks.on(date) };
        AgendaItem {
            date,
            unit: None,
            kind: task.kind,
            tags: task.tags.clone(),
            number: task.share.number,
            closes: task.closes.clone(),
            // A pin may be on a day off at either end.
            earliest: earliest.map_or(date, |earliest| earliest.date.min(date)),
            latest: latest.map_or(date, |latest| latest.date.max(date)),
            peak: peak.map(str::to_owned),
            reason,
            unmet: Vec::new(),
        }
    }

    fn reason(&self, team: &Team<'_>, task: &Task, day: Day, loads: &Loads<'_>, bests: &mut Bests) -> DayReason {
        if task.reach.first == task.reach.last {
            return DayReason::OnlyDay;
        }
        if let Some(best) = self.full_best(team, task, day, loads, bests) {
            return DayReason::Moved { from: self.days.date(best), part: task.share };
        }
        let near = self.attracting.nearest(self.days.date(day));
        let near = near.filter(|(days, _)| *days <= NEAR && self.job.settings.peaks == PeakPreference::Prefer);
        near.map_or(DayReason::Part(task.share), |(days, id)| DayReason::Peak {
            id: id.to_owned(),
            days: count(usize::try_from(days).unwrap_or(usize::MAX)),
            part: task.share,
        })
    }

    /// The first of the days that suit the task best, if every day that suits it better than `day` is full.
    fn full_best(&self, team: &Team<'_>, task: &Task, day: Day, loads: &Loads<'_>, bests: &mut Bests) -> Option<Day> {
        if !loads.are_limited() {
            return None;
        }
        let key = (team.spot, task.audience, task.reach, task.part);
        let best = bests.entry(key).or_insert_with(|| self.best(team, task, loads));
        let best = best.as_ref()?;
        let cost = self.days.cost(day, best.spread);
        (best.cost < cost && best.with_room >= cost).then_some(best.day)
    }

    fn best(&self, team: &Team<'_>, task: &Task, loads: &Loads<'_>) -> Option<Best> {
        let work = work(task, &team.template.open, self.workdays, self.days)?;
        let open = || (work.first..=work.last).filter(|day| self.days.is_open(task.audience, *day));
        let cost = |day: Day| self.days.cost(day, work.spread);
        let day = open().min_by_key(|day| cost(*day))?;
        let with_room = open().filter(|day| loads.has_room(team.spot, *day)).map(cost).min().unwrap_or(i64::MAX);
        Some(Best { day, cost: cost(day), with_room, spread: work.spread })
    }

    /// Says of each item whether a team that goes there finds another one.
    pub(crate) fn label_visits(&self, items: &mut [AgendaItem]) {
        if self.job.settings.visits_per_team < 2 {
            return;
        }
        let mut visits = Visits::default();
        let needs_team = |item: &AgendaItem| item.unit.is_some() && item.kind != ItemKind::HandIn;
        for item in items.iter().filter(|item| needs_team(item)) {
            self.days.day(item.date).into_iter().for_each(|day| visits.add(self.job.place(item.unit), day));
        }
        for item in items.iter_mut().filter(|item| needs_team(item)) {
            let day = self.days.day(item.date);
            if day.is_some_and(|day| visits.is_alone(self.job.place(item.unit), day)) {
                item.unmet.push(Wish::SharedVisit);
            }
        }
    }
}

/// So near to a peak (days), an item is said to be there because of it.
const NEAR: u64 = 7;

/// What could not be met for the unit's job.
fn unmet_in(team: &Team<'_>, kinds: &[Option<ItemKind>], unit: usize, job: usize) -> Vec<Wish> {
    let at = |job: usize| team.table.jobs.get(job).and_then(|days| days.get(unit)).copied().unwrap_or(NO_DAY);
    let Some(kind) = kinds.get(job).copied().flatten() else { return Vec::new() };
    let others = kinds.iter().enumerate().filter(|(other, _)| *other != job);
    unmet(at(job), kind, others.map(|(other, of_kind)| (at(other), *of_kind == Some(kind))))
}

/// `others` are the days of the unit's other items, and whether they are of the same kind.
fn unmet(day: Day, kind: ItemKind, others: impl Iterator<Item = (Day, bool)>) -> Vec<Wish> {
    let (mut own_day, mut apart) = (true, true);
    for (other, same_kind) in others.filter(|(other, _)| *other != NO_DAY) {
        own_day &= other != day;
        apart &= !same_kind || !matches!(kind, ItemKind::Activity(_)) || other.abs_diff(day) >= APART_DAYS;
    }
    let mut unmet = Vec::new();
    unmet.extend((!own_day).then_some(Wish::OwnDay));
    unmet.extend((!apart).then_some(Wish::WeekApart));
    unmet
}
