//! All states of a plan on columns, and the figures behind any of them on demand.

use super::bar::Bar;
use super::columns::Columns;
use super::days::Days;
use super::effect::Gone;
use super::members::Nodes;
use super::reported::Reported;
use super::states::{Standing, States};
use super::track::{Below, Sheet, Track};
use crate::aggregate;
use crate::amount::{Number, Sum};
use crate::count::Counting;
use crate::index::Index;
use crate::judge::{Judge, in_order};
use crate::part::{Found, PartCounting, PartVerdict};
use crate::state::Group;
use domain::{Facts, NaiveDate, Period, Rollup, State, UnitIndex, Verdict};
use plan::{Duty, Measure, Plan, Target};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A plan on columns on an as-of day: every state is known, every verdict is made when it is asked for.
pub struct Board<'a> {
    pub(super) judge: Judge<'a>,
    pub(super) columns: &'a Columns,
    pub(super) reported: Rc<Reported>,
    pub(super) nodes: Rc<Nodes>,
    /// Count targets, in the plan's order.
    pub(super) tracks: Vec<(Track<'a>, Rc<States>)>,
    /// Verdicts that no activity bears on: shares of registers, surveys, ticks, duties.
    pub(super) registers: Rc<Vec<Group>>,
}

/// What a board has found out, to be kept beside its plan and its facts.
pub struct Findings {
    reported: Rc<Reported>,
    nodes: Rc<Nodes>,
    tracks: Vec<(Below, Rc<States>)>,
    registers: Rc<Vec<Group>>,
}

impl<'a> Board<'a> {
    /// Judges everything. `columns` must be those of `facts`.
    pub fn new(plan: &'a Plan, facts: &'a Facts, columns: &'a Columns, as_of: NaiveDate) -> Self {
        let index = Rc::new(Index::in_order(facts, Rc::clone(&columns.tree.order)));
        let judge = Judge { plan, facts, as_of, index };
        let reported = Rc::new(Reported::of(&judge, &columns.tree));
        let nodes = Rc::clone(&columns.nodes);
        let board = Self { judge, columns, reported, nodes, tracks: Vec::new(), registers: Rc::default() };
        board.judging(|_| true, |_| true)
    }

    /// The board that found these out, without judging again. Everything must be what it was then.
    pub fn again(
        plan: &'a Plan,
        facts: &'a Facts,
        columns: &'a Columns,
        as_of: NaiveDate,
        findings: &Findings,
    ) -> Self {
        let index = Rc::new(Index::in_order(facts, Rc::clone(&columns.tree.order)));
        let judge = Judge { plan, facts, as_of, index };
        let (reported, nodes) = (Rc::clone(&findings.reported), Rc::clone(&findings.nodes));
        let targets = plan.targets.iter().filter(|target| target.enabled);
        let counted = targets.filter_map(|target| match &target.measure {
            Measure::Count(rule) => Some((target, rule)),
            _ => None,
        });
        let tracks = counted
            .zip(&findings.tracks)
            .map(|(rule, (below, states))| (Track::with(&judge, columns, rule, below), Rc::clone(states)));
        let tracks = tracks.collect();
        Self { judge, columns, reported, nodes, tracks, registers: Rc::clone(&findings.registers) }
    }

    /// What was found out: see [`Board::again`].
    pub fn findings(&self) -> Findings {
        let tracks = self.tracks.iter().map(|(track, states)| (track.below(), Rc::clone(states)));
        Findings {
            reported: Rc::clone(&self.reported),
            nodes: Rc::clone(&self.nodes),
            tracks: tracks.collect(),
            registers: Rc::clone(&self.registers),
        }
    }

    /// The same facts under another plan, and of it only the rules asked for.
    pub(super) fn under<'p>(
        &'p self,
        plan: &'p Plan,
        asks_target: impl Fn(&Target) -> bool,
        asks_duty: impl Fn(&Duty) -> bool,
    ) -> Board<'p> {
        let Judge { facts, as_of, index, .. } = &self.judge;
        let judge = Judge { plan, facts, as_of: *as_of, index: Rc::clone(index) };
        let (reported, nodes) = (Rc::clone(&self.reported), Rc::clone(&self.nodes));
        let board =
            Board { judge, columns: self.columns, reported, nodes, tracks: Vec::new(), registers: Rc::default() };
        board.judging(asks_target, asks_duty)
    }

    fn judging(mut self, asks_target: impl Fn(&Target) -> bool, asks_duty: impl Fn(&Duty) -> bool) -> Self {
        let plan = self.judge.plan;
        let targets = plan.targets.iter().filter(|target| target.enabled && asks_target(target));
        let targets: Vec<&Target> = targets.collect();
        self.tracks = targets.iter().filter_map(|target| self.track(target)).collect();
        let registers = targets.iter().filter(|target| !matches!(target.measure, Measure::Count(_)));
        let registers = registers.flat_map(|target| self.judge.groups(target));
        let duties = plan.duties.iter().filter(|duty| asks_duty(duty)).flat_map(|duty| self.judge.duty_groups(duty));
        self.registers = Rc::new(registers.chain(duties).collect());
        self
    }

    /// Every verdict, in the order of [`crate::judge`].
    pub fn verdicts(&self) -> Vec<Verdict> {
        let counts = self.tracks.iter().flat_map(|(track, states)| self.groups(track, states));
        let mut groups: Vec<Group> = counts.chain(self.registers.iter().cloned()).collect();
        in_order(&mut groups);
        groups.into_iter().flat_map(|group| group.verdicts).collect()
    }

    /// One verdict, if the plan gives it.
    pub fn verdict(&self, target: &str, unit: Option<UnitIndex>, period: &Period) -> Option<Verdict> {
        if let Some((track, _)) = self.tracks.iter().find(|(track, _)| track.target.id == target) {
            let window = track.windows.iter().position(|window| window.period == *period)?;
            let (unit, mut sheet) = (unit?, track.sheet());
            track.units.place(unit.0)?;
            track.fill(self.columns, unit.0, &mut sheet);
            return self.verdict_of(&self.counting(track), track, &sheet, unit.0, window);
        }
        let shares = self.tracks.iter().filter(|(track, _)| aggregate::id(track.target) == target);
        let share = shares.flat_map(|(track, states)| self.shares(track, states)).map(|group| group.verdicts);
        let others = self.registers.iter().filter(|group| group.target == target).map(|group| group.verdicts.clone());
        share.chain(others).flatten().find(|verdict| verdict.unit == unit && verdict.period == *period)
    }

    /// The state of every unit in every window of every count target: by target, unit number and window.
    pub fn states(&self) -> impl Iterator<Item = Standing> + '_ {
        (0..).zip(&self.tracks).flat_map(|(target, (track, states))| states.iter(target, track))
    }

    /// Id of the target that [`Standing::target`] means.
    pub fn target(&self, standing: &Standing) -> &str {
        self.tracks.get(standing.target as usize).map_or("", |(track, _)| track.target.id.as_str())
    }

    /// The period that [`Standing::window`] means.
    pub fn period(&self, standing: &Standing) -> Option<&Period> {
        let (track, _) = self.tracks.get(standing.target as usize)?;
        track.windows.get(standing.window as usize).map(|window| &window.period)
    }

    /// Number of verdicts in each state, by target; shares and duties are targets of their own.
    pub fn counts(&self) -> BTreeMap<String, BTreeMap<State, u32>> {
        let mut counts: BTreeMap<String, BTreeMap<State, u32>> = BTreeMap::new();
        let mut add = |target: &str, state: State, number: u32| {
            if number > 0 {
                *counts.entry(target.to_owned()).or_default().entry(state).or_default() += number;
            }
        };
        for (track, states) in &self.tracks {
            for (state, number) in states.counts() {
                add(&track.target.id, state, number);
            }
            for (_, _, state) in states.shares(self, track) {
                add(&aggregate::id(track.target), state, 1);
            }
        }
        for verdict in self.registers.iter().flat_map(|group| &group.verdicts) {
            add(&verdict.target, verdict.state, 1);
        }
        counts
    }

    /// See [`crate::roll_up`].
    pub fn roll_up(&self) -> Vec<Rollup> {
        let registers: Vec<Verdict> = self.registers.iter().flat_map(|group| group.verdicts.clone()).collect();
        let mut rollups = crate::roll_up(self.judge.plan, self.judge.facts, &registers);
        for (track, states) in &self.tracks {
            rollups.extend(states.roll_up(self, track));
        }
        crate::roll_up::in_order(&self.judge.facts.roster, &mut rollups);
        rollups
    }

    /// A count target with its states.
    pub(super) fn track(&self, target: &'a Target) -> Option<(Track<'a>, Rc<States>)> {
        let Measure::Count(rule) = &target.measure else { return None };
        let track = Track::new(&self.judge, self.columns, (target, rule), &Gone::default());
        let states = States::of(self, &track);
        Some((track, Rc::new(states)))
    }

    pub(super) fn counting<'j>(&'j self, track: &Track<'a>) -> Counting<'j, 'a> {
        Counting::new(&self.judge, track.target, track.rule)
    }

    /// The verdict of one unit in one window, from its cells.
    pub(super) fn verdict_of(
        &self,
        counting: &Counting<'_, 'a>,
        track: &Track<'a>,
        sheet: &Sheet,
        unit: u32,
        at: usize,
    ) -> Option<Verdict> {
        let window = track.windows.get(at)?;
        let found = self.judge.facts.roster.get(UnitIndex(unit))?;
        counting.is_asked(window, found).then_some(())?;
        let verdict = |(number, part): (usize, &PartCounting<'_, 'a>)| -> Option<PartVerdict> {
            let Some(cell) = sheet.cell(number, at) else {
                return part.verdict(window, &part.member(UnitIndex(unit), found));
            };
            part.verdict_on(window, UnitIndex(unit), found.life(), |judged, _| Found {
                sum: Sum::Activities(Number { lo: cell.lo(), hi: cell.hi(), planned: cell.planned(), is_open: false }),
                evidence: self.reported.evidence(&self.judge, unit, Days::of(judged), cell.implied()),
            })
        };
        counting.together(counting.parts.iter().enumerate().filter_map(verdict).collect())
    }

    /// Whatever the units, the bar of a window whose every day is judged.
    pub(super) fn bar(&self, track: &Track<'a>, part: usize, window: usize, days: Days) -> Option<Bar> {
        let (part, window) = (track.parts.get(part)?, track.windows.get(window)?);
        let at_least = part.part.at_least.on(window.in_plan.from())?;
        let judged = days.span()?;
        Some(Bar::of(&self.judge.plan.defaults, self.judge.as_of, window, judged, at_least))
    }

    /// All verdicts of a count target, and of the share over it.
    pub(super) fn groups(&self, track: &Track<'a>, states: &States) -> Vec<Group> {
        let (counting, mut sheet) = (self.counting(track), track.sheet());
        let mut windows: Vec<Vec<Verdict>> = vec![Vec::new(); track.windows.len()];
        for unit in self.columns.tree.order.units_of(&track.target.who.kinds) {
            track.fill(self.columns, unit.0, &mut sheet);
            for (at, verdicts) in windows.iter_mut().enumerate() {
                verdicts.extend(self.verdict_of(&counting, track, &sheet, unit.0, at));
            }
        }
        let own = track.windows.iter().zip(windows).map(|(window, verdicts)| Group {
            target: track.target.id.clone(),
            code: window.period.to_string(),
            verdicts,
        });
        own.chain(self.shares(track, states)).collect()
    }

    /// The shares over a count target.
    pub(super) fn shares(&self, track: &Track<'a>, states: &States) -> Vec<Group> {
        let Some(rule) = &track.rule.aggregate else { return Vec::new() };
        let counting = self.counting(track);
        let windows = track.windows.iter().enumerate();
        let groups = windows.filter_map(|(at, window)| {
            aggregate::group_of(&counting, rule, window, |node| states.members(&self.nodes, at, node))
        });
        groups.collect()
    }
}
