//! The states of one count target: one byte for each unit and window.

use super::bar::Bar;
use super::board::Board;
use super::cell::Cell;
use super::days::Days;
use super::members::{Flow, Nodes, PerNode};
use super::track::{Sheet, Track};
use crate::aggregate::{self, Members};
use crate::count::Counting;
use domain::{Evidence, Rollup, Span, State, UnitIndex};

/// Where the target does not address the unit.
const NO_VERDICT: u8 = u8::MAX;

/// One state, by numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// See [`Board::target`].
    pub target: u32,
    /// See [`Board::period`].
    pub window: u32,
    /// Whose.
    pub unit: UnitIndex,
    /// The state.
    pub state: State,
}

pub(crate) struct States {
    /// Windows.
    width: usize,
    /// Unit by unit.
    states: Vec<u8>,
    /// For each window, where the target has a share over it.
    members: Vec<PerNode<Members>>,
}

impl Flow for Members {
    fn merge(&mut self, other: &Self) {
        Self::merge(self, other);
    }
}

/// Number of units in each state.
#[derive(Clone, Debug, Default)]
struct Tally([u32; State::ALL.len()]);

impl Flow for Tally {
    fn merge(&mut self, other: &Self) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count += more;
        }
    }
}

impl States {
    pub(crate) fn of(board: &Board<'_>, track: &Track<'_>) -> Self {
        Rulings::new(board, track).all()
    }

    pub(crate) fn get(&self, place: usize, window: usize) -> Option<State> {
        state(*self.states.get(place * self.width + window)?)
    }

    /// How many states differ from those of the same units and windows.
    pub(crate) fn differing(&self, other: &Self) -> u32 {
        let differing = self.states.iter().zip(&other.states).filter(|(one, other)| one != other);
        u32::try_from(differing.count()).unwrap_or(u32::MAX)
    }

    pub(crate) fn iter<'s>(&'s self, target: u32, track: &'s Track<'_>) -> impl Iterator<Item = Standing> + 's {
        let rows = track.units.units.iter().zip(self.states.chunks_exact(self.width.max(1)));
        rows.flat_map(move |(unit, row)| {
            let unit = UnitIndex(*unit);
            let standing =
                move |(window, byte): (u32, &u8)| Some(Standing { target, window, unit, state: state(*byte)? });
            (0..).zip(row).filter_map(standing)
        })
    }

    pub(crate) fn counts(&self) -> impl Iterator<Item = (State, u32)> {
        let mut counts = [0_u32; 256];
        for byte in &self.states {
            if let Some(count) = counts.get_mut(usize::from(*byte)) {
                *count += 1;
            }
        }
        State::ALL.into_iter().zip(counts)
    }

    /// Units of a node in a window.
    pub(crate) fn members(&self, nodes: &Nodes, window: usize, node: Option<UnitIndex>) -> Members {
        let place = node.map(|node| nodes.place(node.0));
        let members = self.members.get(window).and_then(|members| match place {
            Some(place) => members.at(Some(place?)),
            None => members.at(None),
        });
        members.copied().unwrap_or_default()
    }

    /// The states of the shares over the target: window, node, state.
    pub(crate) fn shares(&self, board: &Board<'_>, track: &Track<'_>) -> Vec<(usize, Option<UnitIndex>, State)> {
        let Some(rule) = &track.rule.aggregate else { return Vec::new() };
        let nodes: Vec<Option<UnitIndex>> = aggregate::nodes(&board.judge, rule).collect();
        let windows = track.windows.iter().enumerate();
        let asked = windows.filter_map(|(at, window)| Some((at, aggregate::percent(rule, window)?)));
        let shares = asked.flat_map(|(at, percent)| {
            let state =
                move |node: &Option<UnitIndex>| (at, *node, self.members(&board.nodes, at, *node).state(percent));
            nodes.iter().map(state)
        });
        shares.collect()
    }

    /// See [`crate::roll_up`].
    pub(crate) fn roll_up(&self, board: &Board<'_>, track: &Track<'_>) -> Vec<Rollup> {
        let mut rollups = Vec::new();
        for (at, window) in track.windows.iter().enumerate() {
            for (place, tally) in self.tallies(board, track, at).iter() {
                let counts = State::ALL.into_iter().zip(tally.0).filter(|(_, count)| *count > 0).collect();
                let node = place.and_then(|place| board.nodes.unit(place));
                rollups.push(Rollup { target: track.target.id.clone(), period: window.period.clone(), node, counts });
            }
        }
        rollups.retain(|rollup| !rollup.counts.is_empty());
        rollups
    }

    /// Units in each state, node by node.
    fn tallies(&self, board: &Board<'_>, track: &Track<'_>, window: usize) -> PerNode<Tally> {
        let one = |place: usize| self.get(place, window).map(Tally::one);
        per_node(board, track, window, one)
    }
}

impl Tally {
    fn one(state: State) -> Self {
        let mut tally = Self::default();
        if let Some(count) = tally.0.get_mut(state as usize) {
            *count = 1;
        }
        tally
    }
}

/// What `of` says of each place among the track's units, at every node above it and for the whole.
fn per_node<T: Flow>(
    board: &Board<'_>,
    track: &Track<'_>,
    window: usize,
    of: impl Fn(usize) -> Option<T>,
) -> PerNode<T> {
    let (tree, roster) = (&board.columns.tree, &board.judge.facts.roster);
    let mut values: PerNode<T> = board.nodes.blank();
    let mut moving = Vec::new();
    for (place, unit) in track.units.units.iter().enumerate() {
        let Some(value) = of(place) else { continue };
        if let Some(whole) = values.at_mut(None) {
            whole.merge(&value);
        }
        if tree.is_moving(*unit) {
            moving.push((*unit, value));
            continue;
        }
        let lowest = board.nodes.place(*unit).or_else(|| board.nodes.place(tree.parent(*unit)?));
        if let Some(node) = lowest.and_then(|lowest| values.at_mut(Some(lowest))) {
            node.merge(&value);
        }
    }
    values.flow(&board.nodes);
    for (unit, value) in moving {
        let seen_on = track.judged(roster, unit, window).map(Span::to);
        for place in board.nodes.above(tree, roster, unit, seen_on) {
            if let Some(node) = values.at_mut(Some(place)) {
                node.merge(&value);
            }
        }
    }
    values
}

/// What is asked of every unit, window by window, with the bars that were made so far.
struct Rulings<'b, 'a> {
    board: &'b Board<'a>,
    track: &'b Track<'a>,
    counting: Counting<'b, 'a>,
    days: Vec<Days>,
    /// For each window: the days of the last bar, and the bar.
    bars: Vec<Option<(Days, Bar)>>,
    /// One part, and columns know it.
    is_plain: bool,
    /// For units that live through all windows.
    whole: Option<Whole>,
}

/// The bars of all windows, uncut, and the states of units without a row.
struct Whole {
    days: Days,
    bars: Vec<(Bar, u8)>,
}

impl Whole {
    fn of(board: &Board<'_>, track: &Track<'_>, windows: &[Days]) -> Option<Self> {
        let days =
            Days { from: windows.iter().map(|days| days.from).min()?, to: windows.iter().map(|days| days.to).max()? };
        let bar = |(at, days): (usize, &Days)| {
            let bar = board.bar(track, 0, at, *days)?;
            Some((bar, bar.state(&Cell::default(), || false) as u8))
        };
        let bars: Option<Vec<(Bar, u8)>> = windows.iter().enumerate().map(bar).collect();
        Some(Self { days, bars: bars? })
    }

    /// Of a unit that nobody else reports for.
    fn states<'w>(&'w self, cells: &'w [Cell]) -> impl Iterator<Item = u8> + 'w {
        self.bars.iter().zip(cells).map(|((bar, blank), cell)| match *cell == Cell::default() {
            true => *blank,
            false => bar.state(cell, || false) as u8,
        })
    }
}

impl<'b, 'a> Rulings<'b, 'a> {
    fn new(board: &'b Board<'a>, track: &'b Track<'a>) -> Self {
        let days: Vec<Days> = track.windows.iter().map(|window| Days::of(window.in_plan)).collect();
        let is_plain = track.rule.parts.single().is_some() && track.parts.iter().all(|part| part.slots.is_some());
        let whole = if is_plain { Whole::of(board, track, &days) } else { None };
        let bars = vec![None; track.windows.len()];
        Self { board, track, counting: board.counting(track), days, bars, is_plain, whole }
    }

    fn all(mut self) -> States {
        let track = self.track;
        let width = track.windows.len();
        let mut states = Vec::with_capacity(width * track.units.units.len());
        let mut evidence = Vec::new();
        let mut sheet = track.sheet();
        for unit in &track.units.units {
            track.fill(self.board.columns, *unit, &mut sheet);
            self.unit(*unit, &sheet, &mut states);
            if track.rule.aggregate.is_some() {
                self.evidence(*unit, &sheet, &mut evidence);
            }
        }
        let mut states = States { width, states, members: Vec::new() };
        states.members = self.members(&states, &evidence);
        states
    }

    /// The states of one unit.
    fn unit(&mut self, unit: u32, sheet: &Sheet, states: &mut Vec<u8>) {
        let asked = self.asked(unit);
        let life = self.board.columns.tree.life(unit);
        if let Some(whole) = self.whole.as_ref().filter(|whole| asked == Some(true) && whole.days.within(life))
            && !self.board.reported.may(unit)
        {
            states.extend(whole.states(sheet.part(0)));
            return;
        }
        for window in 0..self.track.windows.len() {
            let is_asked = asked.unwrap_or_else(|| self.is_asked(unit, window));
            let state = if is_asked { self.state(unit, life, sheet, window) } else { None };
            states.push(state.map_or(NO_VERDICT, |state| state as u8));
        }
    }

    fn state(&mut self, unit: u32, life: Days, sheet: &Sheet, window: usize) -> Option<State> {
        let (true, Some(cell)) = (self.is_plain, sheet.cell(0, window)) else {
            let verdict = self.board.verdict_of(&self.counting, self.track, sheet, unit, window);
            return verdict.map(|verdict| verdict.state);
        };
        let judged = self.days.get(window)?.cut(life);
        let bar = match self.bars.get(window)? {
            Some((days, bar)) if *days == judged => *bar,
            _ => return self.state_of_cut(unit, judged, cell, window),
        };
        Some(self.rule(&bar, unit, judged, cell))
    }

    /// As [`Self::state`], where the bar must be made first.
    fn state_of_cut(&mut self, unit: u32, judged: Days, cell: &Cell, window: usize) -> Option<State> {
        if judged.is_empty() {
            self.track.asks(window)?;
            return Some(State::NotApplicable);
        }
        let bar = self.board.bar(self.track, 0, window, judged)?;
        if let Some(known) = self.bars.get_mut(window) {
            *known = Some((judged, bar));
        }
        Some(self.rule(&bar, unit, judged, cell))
    }

    fn rule(&self, bar: &Bar, unit: u32, judged: Days, cell: &Cell) -> State {
        bar.state(cell, || {
            self.board.reported.evidence(&self.board.judge, unit, judged, Evidence::None) == Evidence::Reported
        })
    }

    /// Is the unit asked, whatever the window? `None` = that depends on the window.
    fn asked(&self, unit: u32) -> Option<bool> {
        let who = &self.track.target.who;
        if who.levels.is_empty() && who.tags.is_empty() {
            return Some(true);
        }
        let is_settled = who.levels.is_empty() || !self.board.columns.tree.is_moving(unit);
        is_settled.then(|| self.is_asked(unit, 0))
    }

    fn is_asked(&self, unit: u32, window: usize) -> bool {
        let found = self.board.judge.facts.roster.get(UnitIndex(unit));
        let window = self.track.windows.get(window);
        found.zip(window).is_some_and(|(found, window)| self.counting.is_asked(window, found))
    }

    fn evidence(&self, unit: u32, sheet: &Sheet, evidence: &mut Vec<Evidence>) {
        let life = self.board.columns.tree.life(unit);
        for (window, days) in self.days.iter().enumerate() {
            let judged = days.cut(life);
            evidence.push(match (self.is_plain, sheet.cell(0, window)) {
                (true, Some(cell)) => self.board.reported.evidence(&self.board.judge, unit, judged, cell.implied()),
                _ => {
                    let verdict = self.board.verdict_of(&self.counting, self.track, sheet, unit, window);
                    verdict.map_or(Evidence::None, |verdict| verdict.evidence)
                }
            });
        }
    }

    fn members(&self, states: &States, evidence: &[Evidence]) -> Vec<PerNode<Members>> {
        if self.track.rule.aggregate.is_none() {
            return Vec::new();
        }
        let one = |place: usize, window: usize| {
            let state = states.get(place, window).filter(|state| *state != State::NotApplicable)?;
            let mut members = Members::default();
            members.add(state, *evidence.get(place * states.width + window)?);
            Some(members)
        };
        let windows = 0..self.track.windows.len();
        windows.map(|window| per_node(self.board, self.track, window, |place| one(place, window))).collect()
    }
}

/// The state that a byte means.
pub(crate) fn state(byte: u8) -> Option<State> {
    State::ALL.get(usize::from(byte)).copied()
}
