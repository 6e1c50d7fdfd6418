//! Units that plan together: with the same needs and, where places have limits, with the same trainers.

use crate::allot::{Crew, Dealt, Limits, Spot, Work, count};
use crate::assign::{Table, assign};
use crate::choices::{Choices, Settled, Settlement};
use crate::days::{Day, Days, Spread};
use crate::template::{Open, Task, Template};
use crate::units::Units;
use crate::workdays::Workdays;
use crate::{Job, Settings};
use domain::Audience;
use domain::{ItemKind, UnitIndex};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Units that plan together. One about whose items something is settled plans alone.
pub(crate) struct Team<'a> {
    pub(crate) template: Rc<Template<'a>>,
    pub(crate) spot: Spot,
    pub(crate) units: Vec<Option<UnitIndex>>,
    pub(crate) settled: Settlement,
    /// The tasks whose days are to be found, by their position in the template.
    pub(crate) tasks: Vec<usize>,
    /// Their days, once they are found.
    pub(crate) table: Table,
}

/// All teams, sorted by spot.
pub(crate) fn teams<'a>(job: &Job<'_>, units: Units<'a>, choices: &Choices) -> Vec<Team<'a>> {
    let spots = Spots::new(job, &units);
    let templates: Vec<Rc<Template<'a>>> = units.templates.into_iter().map(Rc::new).collect();
    let mut members: Vec<Member> = Vec::with_capacity(units.list.len());
    for (position, asked) in units.list.iter().enumerate() {
        members.push(Member {
            spot: spots.of(job, asked.unit),
            template: asked.template,
            alone: choices.of_unit.contains_key(&position).then_some(position),
            // Neighbours get the same day where it holds several: so a team finds more than one unit at a place.
            neighbours: (job.settings.visits_per_team > 1).then(|| job.place(asked.unit)),
            unit: asked.unit,
        });
    }
    members.sort_unstable();
    let alike = members.chunk_by(|a, b| (a.spot, a.template, a.alone) == (b.spot, b.template, b.alone));
    let team = |members: &[Member]| {
        let first = members.first()?;
        let settled = first.alone.and_then(|position| choices.of_unit.get(&position).cloned()).unwrap_or_default();
        let units = members.iter().map(|member| member.unit).collect();
        Some(Team::new(templates.get(first.template)?.clone(), first.spot, units, settled))
    };
    alike.filter_map(team).collect()
}

/// A unit on its way into a team.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Member {
    spot: Spot,
    template: usize,
    alone: Option<usize>,
    neighbours: Option<Option<UnitIndex>>,
    unit: Option<UnitIndex>,
}

/// Which places could run out of trainers.
struct Spots {
    capacity: Option<u32>,
    wanted: BTreeMap<Option<UnitIndex>, u64>,
}

impl Spots {
    fn new(job: &Job<'_>, units: &Units<'_>) -> Self {
        let capacity = job.settings.place_capacity;
        let mut wanted: BTreeMap<Option<UnitIndex>, u64> = BTreeMap::new();
        for asked in units.list.iter().filter(|_| capacity.is_some()) {
            let open = units.templates.get(asked.template).map(|template| template.open.as_slice());
            let items: u64 = open.unwrap_or_default().iter().map(|open| u64::from(open.wanted)).sum();
            *wanted.entry(job.place(asked.unit)).or_default() += items;
        }
        Self { capacity, wanted }
    }

    fn of(&self, job: &Job<'_>, unit: Option<UnitIndex>) -> Spot {
        let Some(capacity) = self.capacity else { return Spot::Anywhere };
        let place = job.place(unit);
        let can_run_out = self.wanted.get(&place).is_some_and(|wanted| *wanted > u64::from(capacity));
        if can_run_out { Spot::Place(place) } else { Spot::Anywhere }
    }
}

impl<'a> Team<'a> {
    fn new(template: Rc<Template<'a>>, spot: Spot, units: Vec<Option<UnitIndex>>, settled: Settlement) -> Self {
        let is_planned = |(position, task): &(usize, &Task)| takes_capacity(task) && !settled.contains_key(position);
        let tasks = template.tasks.iter().enumerate().filter(is_planned).map(|(position, _)| position).collect();
        Self { template, spot, units, settled, tasks, table: Table { jobs: Vec::new() } }
    }

    /// Days on which its unit has something that the user settled.
    pub(crate) fn held(&self) -> impl Iterator<Item = Day> {
        let takes = |position: &usize| self.template.tasks.get(*position).is_some_and(takes_capacity);
        self.settled.iter().filter(move |(position, _)| takes(position)).filter_map(|(_, settled)| match settled {
            Settled::Pinned(day) => Some(*day),
            Settled::Dropped => None,
        })
    }

    pub(crate) fn task(&self, job: usize) -> Option<&Task> {
        self.template.tasks.get(*self.tasks.get(job)?)
    }

    /// For each unit: does every task have a day on which it does all it is meant for, and is nothing settled?
    pub(crate) fn whole(&self, workdays: &BTreeMap<Audience, Workdays>, days: &Days) -> Vec<bool> {
        let mut whole = vec![self.settled.is_empty(); self.units.len()];
        for (job, of_job) in self.table.jobs.iter().enumerate() {
            let work = self.task(job).and_then(|task| work(task, &self.template.open, workdays, days));
            let Some(work) = work else { continue };
            for (whole, day) in whole.iter_mut().zip(of_job) {
                *whole &= (work.first..=work.last).contains(day);
            }
        }
        whole
    }

    fn crew(&self, workdays: &BTreeMap<Audience, Workdays>, days: &Days) -> Crew {
        let tasks = self.tasks.iter().filter_map(|position| self.template.tasks.get(*position));
        let work = tasks.filter_map(|task| work(task, &self.template.open, workdays, days)).collect();
        Crew { spot: self.spot, units: count(self.units.len()), work, held: self.held().collect() }
    }
}

/// Trainers are not needed for what is only handed in.
pub(crate) fn takes_capacity(task: &Task) -> bool {
    task.kind != ItemKind::HandIn
}

/// What a task asks of days.
pub(crate) fn work(
    task: &Task,
    open: &[Open<'_>],
    workdays: &BTreeMap<Audience, Workdays>,
    days: &Days,
) -> Option<Work> {
    let workdays = workdays.get(&task.audience)?;
    let day = |position| days.day(workdays.get(position)?.date);
    let windows = task.serves.iter().filter_map(|need| {
        let reach = open.get(*need)?.reach;
        Some((day(reach.first)?, day(reach.last)?))
    });
    Some(Work {
        audience: task.audience,
        first: day(task.reach.first)?,
        last: day(task.reach.last)?,
        spread: Spread::new(task.part, workdays),
        windows: windows.collect(),
    })
}

/// The teams as the market knows them.
pub(crate) fn crews(teams: &[Team<'_>], workdays: &BTreeMap<Audience, Workdays>, days: &Days) -> Vec<Crew> {
    teams.iter().map(|team| team.crew(workdays, days)).collect()
}

/// What can be held, and what is settled.
pub(crate) fn limits(teams: &[Team<'_>], settings: &Settings) -> Limits {
    let held = teams.iter().flat_map(|team| team.held().map(|day| (team.spot, day))).collect();
    Limits::new(settings.place_capacity, settings.day_capacity, held)
}

/// Hands the days that were dealt out for the teams' jobs to their units.
pub(crate) fn hand_out(teams: &mut [Team<'_>], dealt: &Dealt, days: usize) {
    let mut rest = dealt.as_slice();
    for team in teams {
        let (own, others) = rest.split_at_checked(team.tasks.len()).unwrap_or_default();
        rest = others;
        team.table = assign(own, count(team.units.len()), days);
        team.in_order();
    }
}

impl Team<'_> {
    /// Of tasks alike, a unit's lower numbers come earlier.
    pub(crate) fn in_order(&mut self) {
        let same = |a: &usize, b: &usize| {
            let tasks = self.template.tasks.get(*a).zip(self.template.tasks.get(*b));
            tasks.is_some_and(|(a, b)| a.is_like(b))
        };
        let lengths: Vec<usize> = self.tasks.chunk_by(same).map(<[usize]>::len).collect();
        let mut from = 0;
        for length in lengths {
            if let Some(jobs) = self.table.jobs.get_mut(from..from + length).filter(|_| length > 1) {
                sort_each_unit(jobs, self.units.len());
            }
            from += length;
        }
    }
}

fn sort_each_unit(jobs: &mut [Vec<Day>], units: usize) {
    let mut days = Vec::with_capacity(jobs.len());
    for unit in 0..units {
        days.clear();
        days.extend(jobs.iter().filter_map(|job| job.get(unit).copied()));
        if days.is_sorted() {
            continue;
        }
        days.sort_unstable();
        for (job, day) in jobs.iter_mut().zip(&days) {
            if let Some(slot) = job.get_mut(unit) {
                *slot = *day;
            }
        }
    }
}
