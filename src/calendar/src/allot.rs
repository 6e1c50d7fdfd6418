//! How many of each job go on each day: the cheapest way to place as many as capacity allows.
//!
//! source → job → crew's day → place's day → day → sink. A *crew* is units of one place with the same jobs; a job is one
//! task of each of them. Three facts make the network small and the answer exact for single units and days:
//! * A crew of n units has room for n of its items a day; more cost [`TWICE`] each. Whoever fills a table of jobs and days
//!   within that room can hand the items to the units so that none has two on one day (`assign`; Kőnig's theorem on
//!   colouring the edges of a bipartite graph).
//! * Days that no item, unit or capacity tells apart are one block of m days, with m times the room. Crews, places and the
//!   scope are sets within sets, so dealing the block's items out in their order, in turn, fills its days evenly for all
//!   of them at once.
//! * What a further item costs on a day rises with those that are there ([`load_steps`]): the steps are arcs side by side.

use crate::days::{Day, Days, Spread};
use crate::flow::{Flow, Network, Node, UNLIMITED};
use domain::Audience;
use domain::UnitIndex;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// A gap that stays open where not all can be closed; an item, so that of two ways to close as much the one with fewer
/// is taken; an item on a day on which its unit has another one. Each is dearer than all that comes after it.
const GAP: i64 = 10_000_000_000;
const ITEM: i64 = 100_000_000;
const TWICE: i64 = 1_000_000;
/// What each further step of a day's load costs.
const LOAD: i64 = 4;
/// So many steps of load are equally wide; each after that is twice as wide as the one before it.
const EVEN_STEPS: u32 = 16;
const DOUBLING_STEPS: u32 = 16;

/// Whose capacity an item takes, besides that of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Spot {
    /// Nobody's that could run out.
    Anywhere,
    /// The trainers' of a place.
    Place(Option<UnitIndex>),
}

/// A task of each unit of a crew.
#[derive(Clone, Debug)]
pub(crate) struct Work {
    pub(crate) audience: Audience,
    /// The first and the last day; those on which the audience cannot meet are left out.
    pub(crate) first: Day,
    pub(crate) last: Day,
    pub(crate) spread: Spread,
    /// The windows of the needs it serves: all of them share the days from `first` to `last`.
    pub(crate) windows: Vec<(Day, Day)>,
}

impl Work {
    /// Needs that an item on `day` would not serve.
    fn lost_on(&self, day: Day) -> i64 {
        i64::from(count(self.windows.iter().filter(|(first, last)| day < *first || *last < day).count()))
    }
}

/// What to make of a task for which no day of its reach has room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aim {
    /// Each task does all it is meant for, or is not done: if all are, that is best, and if not, the smallest cut says
    /// which days are full.
    AllTasks,
    /// It may be done where it serves some of its needs, or not at all; as many gaps as possible are closed.
    MostGaps,
}

/// Units with the same work.
#[derive(Clone, Debug)]
pub(crate) struct Crew {
    pub(crate) spot: Spot,
    pub(crate) units: u32,
    pub(crate) work: Vec<Work>,
    /// Days on which all of its units have something that is settled already.
    pub(crate) held: Vec<Day>,
}

/// How much can be held.
#[derive(Clone, Debug)]
pub(crate) struct Limits {
    pub(crate) a_place: Option<u32>,
    pub(crate) a_day: Option<u32>,
    /// What is settled already and takes capacity.
    // INVARIANT: sorted.
    held: Vec<(Spot, Day)>,
}

impl Limits {
    pub(crate) fn new(a_place: Option<u32>, a_day: Option<u32>, mut held: Vec<(Spot, Day)>) -> Self {
        held.sort_unstable();
        Self { a_place, a_day, held }
    }

    /// What is settled already, where and when.
    pub(crate) fn settled(&self) -> &[(Spot, Day)] {
        &self.held
    }

    fn held(&self, day: Day) -> u32 {
        count(self.held.iter().filter(|(_, held)| *held == day).count())
    }

    fn held_at(&self, spot: Spot, day: Day) -> u32 {
        let first = self.held.partition_point(|held| *held < (spot, day));
        count(self.held.iter().skip(first).take_while(|held| **held == (spot, day)).count())
    }
}

pub(crate) fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The network with what its parts stand for.
pub(crate) struct Market {
    pub(crate) network: Network,
    pub(crate) source: Node,
    pub(crate) sink: Node,
    pub(crate) blocks: Vec<Vec<Day>>,
    pub(crate) jobs: Vec<JobArcs>,
    /// Arcs of limited capacity: what they stand for, and their block.
    pub(crate) limited: Vec<(usize, Option<Spot>, usize)>,
    /// What all jobs ask for.
    pub(crate) wanted: u64,
}

/// One job in the network.
pub(crate) struct JobArcs {
    pub(crate) node: Node,
    pub(crate) units: u32,
    /// Arc and block.
    to: Vec<(usize, usize)>,
}

/// For each job, in the order of crews and their work: days with how many of its items.
pub(crate) type Dealt = Vec<Vec<(Day, u32)>>;

impl Market {
    /// Crews come sorted by spot.
    pub(crate) fn new(crews: &[Crew], days: &Days, limits: &Limits, aim: Aim) -> Self {
        let mut network = Network::default();
        let (source, sink) = (network.node(), network.node());
        let blocks = blocks(crews, days, limits);
        let nodes: Vec<Node> = blocks.iter().map(|_| network.node()).collect();
        let wanted = crews.iter().map(|crew| u64::from(crew.units) * crew.work.len() as u64).sum();
        let market = Self { network, source, sink, blocks, jobs: Vec::new(), limited: Vec::new(), wanted };
        let mut stall = Stall { market, days, limits, aim, nodes, at_spot: (Spot::Anywhere, Vec::new()) };
        stall.open_days(crews);
        for crew in crews {
            stall.add(crew);
        }
        stall.market
    }

    /// The best flow; `None` if `progress` breaks off.
    pub(crate) fn settle(&self, progress: &mut dyn FnMut(u64) -> ControlFlow<()>) -> Option<Flow> {
        self.network.cheapest_largest(self.source, self.sink, progress)
    }

    /// How many days a block has, at least 1.
    pub(crate) fn size(&self, block: usize) -> u32 {
        self.blocks.get(block).map_or(1, |days| count(days.len()).max(1))
    }

    /// Deals the items of each block out to its days in turn, beginning in its middle.
    pub(crate) fn deal(&self, flow: &Flow) -> Dealt {
        let mut turns: Vec<usize> = self.blocks.iter().map(|block| block.len() / 2).collect();
        let deal_job = |job: &JobArcs| {
            let mut dealt = Vec::new();
            for (arc, block) in &job.to {
                let amount = flow.on.get(*arc).copied().unwrap_or(0);
                if let (Some(turn), Some(days), 1..) = (turns.get_mut(*block), self.blocks.get(*block), amount) {
                    deal(amount, days, turn, &mut dealt);
                }
            }
            dealt.sort_unstable();
            dealt
        };
        self.jobs.iter().map(deal_job).collect()
    }
}

fn deal(amount: u32, days: &[Day], turn: &mut usize, dealt: &mut Vec<(Day, u32)>) {
    let len = days.len().max(1);
    let (each, more) = (amount / count(len), amount as usize % len);
    for (step, day) in days.iter().cycle().skip(*turn).take(len).enumerate() {
        let here = each + u32::from(step < more);
        if here > 0 {
            dealt.push((*day, here));
        }
    }
    *turn = (*turn + more) % len;
}

fn works(crews: &[Crew]) -> impl Iterator<Item = &Work> {
    crews.iter().flat_map(|crew| &crew.work)
}

fn blocks(crews: &[Crew], days: &Days, limits: &Limits) -> Vec<Vec<Day>> {
    let edges: BTreeSet<Day> =
        works(crews).flat_map(|work| &work.windows).flat_map(|(first, last)| [*first, *last + 1]).collect();
    let edges = edges.into_iter().chain(works(crews).flat_map(|work| [work.first, work.last + 1])).collect();
    // What crews hold is among it.
    let alone = limits.held.iter().map(|(_, day)| *day).collect();
    days.blocks(&edges, &alone)
}

/// Where a network is built, crew after crew.
struct Stall<'a> {
    market: Market,
    days: &'a Days,
    limits: &'a Limits,
    aim: Aim,
    /// The node of each block.
    nodes: Vec<Node>,
    /// The nodes of the blocks at the place whose crews are being added.
    at_spot: (Spot, Vec<Option<Node>>),
}

impl Stall<'_> {
    /// Arcs from each block to the sink.
    fn open_days(&mut self, crews: &[Crew]) {
        let step = load_step(self.market.wanted, crews, self.days);
        for block in 0..self.nodes.len() {
            let (Some(node), Some((size, first))) = (self.nodes.get(block).copied(), self.size(block)) else {
                continue;
            };
            let held = self.limits.held(first);
            let mut room = self.limits.a_day.map_or(UNLIMITED, |limit| limit.saturating_sub(held).saturating_mul(size));
            for (width, cost) in load_steps(step, held) {
                let capacity = width.saturating_mul(size).min(room);
                room -= capacity;
                let arc = self.market.network.arc(node, self.market.sink, capacity, cost);
                if self.limits.a_day.is_some() {
                    self.market.limited.push((arc, None, block));
                }
            }
        }
    }

    /// Days of a block, and its first.
    fn size(&self, block: usize) -> Option<(u32, Day)> {
        let days = self.market.blocks.get(block)?;
        Some((count(days.len()), *days.first()?))
    }

    fn add(&mut self, crew: &Crew) {
        if self.at_spot.0 != crew.spot {
            self.at_spot = (crew.spot, Vec::new());
        }
        self.at_spot.1.resize(self.nodes.len(), None);
        let mut own = vec![None; self.nodes.len()];
        for work in &crew.work {
            self.add_work(work, crew, &mut own);
        }
    }

    fn add_work(&mut self, work: &Work, crew: &Crew, own: &mut [Option<Node>]) {
        let node = self.market.network.node();
        self.market.network.arc(self.market.source, node, crew.units, 0);
        if self.aim == Aim::MostGaps {
            let gaps = i64::from(count(work.windows.len()));
            self.market.network.arc(node, self.market.sink, crew.units, gaps * GAP);
        }
        let mut to = Vec::new();
        for (block, first) in self.possible(work) {
            let Some(next) = self.crew_node(block, crew, own) else { continue };
            let cost = self.days.cost(first, work.spread) + self.price(work, first);
            to.push((self.market.network.arc(node, next, crew.units, cost), block));
        }
        self.market.jobs.push(JobArcs { node, units: crew.units, to });
    }

    /// What an item costs besides its day.
    fn price(&self, work: &Work, day: Day) -> i64 {
        match self.aim {
            Aim::AllTasks => 0,
            Aim::MostGaps => work.lost_on(day) * GAP + ITEM,
        }
    }

    /// Blocks with their first days.
    fn possible(&self, work: &Work) -> Vec<(usize, Day)> {
        let (first, last) = match self.aim {
            Aim::AllTasks => (work.first, work.last),
            Aim::MostGaps => work
                .windows
                .iter()
                .fold((work.first, work.last), |hull, window| (hull.0.min(window.0), hull.1.max(window.1))),
        };
        // Sorted by their first days: blocks lie within one stretch between the edges of windows.
        let from = self.market.blocks.partition_point(|block| block.first().is_some_and(|day| *day < first));
        let blocks = self.market.blocks.iter().enumerate().skip(from);
        let all = i64::from(count(work.windows.len()));
        blocks
            .filter_map(|(index, block)| Some((index, *block.first()?)))
            .take_while(|(_, day)| *day <= last)
            .filter(|(_, day)| self.days.is_open(work.audience, *day) && work.lost_on(*day) < all)
            .collect()
    }

    /// The crew's own node of a block; a crew with one job needs none.
    fn crew_node(&mut self, block: usize, crew: &Crew, own: &mut [Option<Node>]) -> Option<Node> {
        if crew.work.len() == 1 && crew.held.is_empty() {
            return self.spot_node(block, crew.spot);
        }
        let slot = own.get_mut(block)?;
        if let Some(node) = slot {
            return Some(*node);
        }
        let node = *slot.insert(self.market.network.node());
        let (size, first) = self.size(block)?;
        let next = self.spot_node(block, crew.spot)?;
        let held = count(crew.held.iter().filter(|day| **day == first).count());
        let mut room = count(crew.work.len());
        for (width, twice) in crowd_steps(held) {
            let width = width.min(room);
            room -= width;
            let capacity = width.saturating_mul(crew.units).saturating_mul(size);
            if capacity > 0 {
                self.market.network.arc(node, next, capacity, twice * TWICE);
            }
        }
        Some(node)
    }

    /// The place's node of a block, or the block's where the place cannot run out of trainers.
    fn spot_node(&mut self, block: usize, spot: Spot) -> Option<Node> {
        let day_node = self.nodes.get(block).copied()?;
        let (Some(limit), Spot::Place(_)) = (self.limits.a_place, spot) else { return Some(day_node) };
        let slot = self.at_spot.1.get_mut(block)?;
        if let Some(node) = slot {
            return Some(*node);
        }
        let node = *slot.insert(self.market.network.node());
        let (size, first) = self.size(block)?;
        let room = limit.saturating_sub(self.limits.held_at(spot, first)).saturating_mul(size);
        let arc = self.market.network.arc(node, day_node, room, 0);
        self.market.limited.push((arc, Some(spot), block));
        Some(node)
    }
}

/// Items of one unit on one day, beginning after `held`: so many, each counting as so many too many. Those of a unit that
/// has many on one day anyway are no longer told apart one by one.
pub(crate) fn crowd_steps(held: u32) -> impl Iterator<Item = (u32, i64)> {
    let widths = std::iter::repeat_n(1, 4).chain((1..=16).map(|double| 1 << double));
    let mut skipped = held;
    widths.zip(0_i64..).filter_map(move |(width, level)| {
        let gone: u32 = skipped.min(width);
        skipped -= gone;
        (width > gone).then_some((width - gone, level))
    })
}

/// Half of what an average day gets: so wide is a step of load.
pub(crate) fn load_step(wanted: u64, crews: &[Crew], days: &Days) -> u32 {
    let mut used = vec![false; days.len()];
    let mut spans: Vec<(Day, Day)> = works(crews).map(|work| (work.first, work.last)).collect();
    spans.sort_unstable();
    spans.dedup();
    for (first, last) in spans {
        let span = used.iter_mut().skip(first as usize).take((last - first) as usize + 1);
        span.for_each(|used| *used = true);
    }
    let possible = (0..).zip(&used).filter(|(day, used)| **used && days.is_anyones(*day)).count();
    u32::try_from(wanted.div_ceil(2 * possible.max(1) as u64)).unwrap_or(u32::MAX).max(1)
}

/// What further items on a day cost, beginning after `held`: so many at this cost each, then so many at the next.
pub(crate) fn load_steps(step: u32, held: u32) -> impl Iterator<Item = (u32, i64)> {
    let widths = (0..EVEN_STEPS)
        .map(move |_| step)
        .chain((1..=DOUBLING_STEPS).map(move |double| step.saturating_mul(1 << double)))
        .chain(std::iter::once(UNLIMITED));
    let mut skipped = held;
    widths.zip(0_i64..).filter_map(move |(width, level)| {
        let gone = skipped.min(width);
        skipped -= gone;
        (width > gone).then_some((width - gone, level * LOAD))
    })
}
