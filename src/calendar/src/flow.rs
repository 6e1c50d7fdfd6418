//! The cheapest of the largest flows through a network: how much goes along each arc, in whole numbers.
//!
//! The primal-dual method: shortest distances by Dijkstra under prices that keep reduced costs from being negative, then
//! as much as possible along arcs of reduced cost nought, level by level (Dinic). Costs here are a few small numbers, so
//! the distances are few, and each round moves all that one distance allows: rounds do not grow with the units.
//! Written here because no crate fits: `mcmf` (MIT) wraps C++ and so does not build to wasm, `rs-graph` is under the GPL,
//! `network-flow` had one release in 2023, and `pathfinding` (MIT, kept) has flow without costs and assignment only. A
//! linear programme (`microlp`) finds the same cost on the same network a hundred times as slowly: see
//! `tests/calendar-bench`.
//! This module knows no day and no unit.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};
use std::ops::ControlFlow;

/// As much as anyone may want.
pub(crate) const UNLIMITED: u32 = u32::MAX / 4;

/// A node of a network.
pub type Node = u32;

/// One arc: up to `capacity` may go from `from` to `to`, each at `cost`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// Where it leaves.
    pub from: Node,
    /// Where it arrives.
    pub to: Node,
    /// How much it holds.
    pub capacity: u32,
    /// What each unit on it costs; not negative.
    pub cost: i64,
}

/// Nodes and arcs.
#[derive(Clone, Debug, Default)]
pub struct Network {
    nodes: Node,
    arcs: Vec<Arc>,
}

/// The outcome: how much goes along each arc, and on which side of a smallest cut each node lies.
#[derive(Clone, Debug)]
pub struct Flow {
    /// As many as the network's arcs, in their order.
    pub on: Vec<u32>,
    /// What arrives at the sink.
    pub amount: u64,
    /// What it costs.
    pub cost: i64,
    cut: Vec<bool>,
}

impl Flow {
    /// Can more still come from the source to `node`? Where the answers differ along an arc, the arc is full, and all
    /// such arcs together are what keeps the flow from being larger.
    pub fn is_short(&self, node: Node) -> bool {
        self.cut.get(node as usize).copied().unwrap_or(false)
    }
}

impl Network {
    /// A new node.
    pub fn node(&mut self) -> Node {
        self.nodes += 1;
        self.nodes - 1
    }

    /// A new arc; the answer is its place in [`Network::arcs`].
    pub fn arc(&mut self, from: Node, to: Node, capacity: u32, cost: i64) -> usize {
        self.arcs.push(Arc { from, to, capacity, cost });
        self.arcs.len() - 1
    }

    /// All arcs in the order in which they were made.
    pub fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    /// How many nodes there are; they are numbered from 0.
    pub fn nodes(&self) -> Node {
        self.nodes
    }

    /// The cheapest of the largest flows. `progress` hears what has arrived so far; `None` if it breaks off.
    pub fn cheapest_largest(
        &self,
        source: Node,
        sink: Node,
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Option<Flow> {
        let mut rest = Rest::new(self, source, sink);
        while rest.reprice() {
            while rest.level() {
                rest.push();
            }
            if progress(rest.arrived).is_break() {
                return None;
            }
        }
        Some(rest.flow(self))
    }
}

const NONE: u32 = u32::MAX;
const FAR: i64 = i64::MAX;

/// One direction of an arc, with what it still holds.
#[derive(Clone, Copy, Default)]
struct Way {
    to: Node,
    /// The other direction.
    twin: u32,
    left: u32,
    cost: i64,
}

/// What is left of the network.
struct Rest {
    source: Node,
    sink: Node,
    // INVARIANT: sorted by the node they leave; those that leave node n are `ways[starts[n]..starts[n + 1]]`.
    ways: Vec<Way>,
    starts: Vec<u32>,
    price: Vec<i64>,
    far: Vec<i64>,
    level: Vec<u32>,
    turn: Vec<u32>,
    arrived: u64,
}

fn at<T: Copy + Default>(list: &[T], index: u32) -> T {
    list.get(index as usize).copied().unwrap_or_default()
}

fn put<T>(list: &mut [T], index: u32, value: T) {
    if let Some(slot) = list.get_mut(index as usize) {
        *slot = value;
    }
}

impl Rest {
    fn new(network: &Network, source: Node, sink: Node) -> Self {
        let nodes = network.nodes as usize;
        let (starts, ways) = ways(network);
        Self {
            source,
            sink,
            ways,
            starts,
            price: vec![0; nodes],
            far: vec![FAR; nodes],
            level: vec![NONE; nodes],
            turn: vec![0; nodes],
            arrived: 0,
        }
    }

    fn leaving(&self, node: Node) -> &[Way] {
        let (from, to) = (at(&self.starts, node) as usize, at(&self.starts, node + 1) as usize);
        self.ways.get(from..to).unwrap_or_default()
    }

    /// Raises prices by the distance from the source; false if the sink cannot be reached any more.
    fn reprice(&mut self) -> bool {
        let Some(reached) = self.measure() else { return false };
        for (price, far) in self.price.iter_mut().zip(&self.far) {
            *price += reached.min(*far);
        }
        true
    }

    /// Distances from the source, as far as the sink's.
    fn measure(&mut self) -> Option<i64> {
        let mut distances = std::mem::take(&mut self.far);
        distances.fill(FAR);
        put(&mut distances, self.source, 0);
        let mut queue = BinaryHeap::from([Reverse((0_i64, self.source))]);
        let mut reached = None;
        while let Some(Reverse((far, node))) = queue.pop() {
            if node == self.sink {
                reached = Some(far);
                break;
            }
            if far > at(&distances, node) {
                continue;
            }
            let base = far + at(&self.price, node);
            for way in self.leaving(node).iter().filter(|way| way.left > 0) {
                let there = base + way.cost - at(&self.price, way.to);
                // Nothing beyond the sink matters for prices.
                if there < at(&distances, way.to).min(at(&distances, self.sink)) {
                    put(&mut distances, way.to, there);
                    queue.push(Reverse((there, way.to)));
                }
            }
        }
        self.far = distances;
        reached
    }

    fn is_free(&self, price: i64, way: &Way) -> bool {
        way.left > 0 && price + way.cost == at(&self.price, way.to)
    }

    /// Steps from the source along free arcs; false if they do not lead to the sink.
    fn level(&mut self) -> bool {
        let mut levels = std::mem::take(&mut self.level);
        levels.fill(NONE);
        put(&mut levels, self.source, 0);
        let mut queue = VecDeque::from([self.source]);
        while let Some(node) = queue.pop_front().filter(|_| at(&levels, self.sink) == NONE) {
            let (next_level, price) = (at(&levels, node) + 1, at(&self.price, node));
            for way in self.leaving(node) {
                if self.is_free(price, way) && at(&levels, way.to) == NONE {
                    put(&mut levels, way.to, next_level);
                    queue.push_back(way.to);
                }
            }
        }
        self.level = levels;
        at(&self.level, self.sink) != NONE
    }

    /// All that can go along free arcs that lead one level on.
    fn push(&mut self) {
        for (turn, start) in self.turn.iter_mut().zip(&self.starts) {
            *turn = *start;
        }
        let mut path: Vec<u32> = Vec::new();
        let mut node = self.source;
        loop {
            if node == self.sink {
                node = self.send(&mut path);
            } else if let Some(way) = self.advance(node) {
                path.push(way);
                node = at(&self.ways, way).to;
            } else {
                let Some(way) = path.pop() else { return };
                put(&mut self.level, node, NONE);
                node = self.leaves(way);
            }
        }
    }

    /// The node that a way leaves.
    fn leaves(&self, way: u32) -> Node {
        at(&self.ways, at(&self.ways, way).twin).to
    }

    /// The next free arc of a node; those before it are used up.
    fn advance(&mut self, node: Node) -> Option<u32> {
        let (next_level, price) = (at(&self.level, node).wrapping_add(1), at(&self.price, node));
        let (from, to) = (at(&self.turn, node), at(&self.starts, node + 1));
        let rest = self.ways.get(from as usize..to as usize).unwrap_or_default();
        let found = rest.iter().position(|way| self.is_free(price, way) && at(&self.level, way.to) == next_level);
        let turn = found.map_or(to, |step| from + u32::try_from(step).unwrap_or(0));
        put(&mut self.turn, node, turn);
        found.map(|_| turn)
    }

    /// Sends what the path holds and goes back to where its first full arc leaves.
    fn send(&mut self, path: &mut Vec<u32>) -> Node {
        let amount = path.iter().map(|way| at(&self.ways, *way).left).min().unwrap_or(0);
        for way in path.iter() {
            let twin = at(&self.ways, *way).twin;
            self.ways.get_mut(*way as usize).into_iter().for_each(|way| way.left -= amount);
            self.ways.get_mut(twin as usize).into_iter().for_each(|way| way.left += amount);
        }
        self.arrived += u64::from(amount);
        let full = path.iter().position(|way| at(&self.ways, *way).left == 0).unwrap_or(0);
        let node = path.get(full).map_or(self.source, |way| self.leaves(*way));
        path.truncate(full);
        node
    }

    fn flow(self, network: &Network) -> Flow {
        let mut on = vec![0; network.arcs.len()];
        let (_, places) = places(network);
        for (amount, back) in on.iter_mut().zip(places.iter().skip(1).step_by(2)) {
            *amount = at(&self.ways, *back).left;
        }
        let cost = network.arcs.iter().zip(&on).map(|(arc, amount)| arc.cost * i64::from(*amount)).sum();
        // The last search went wherever more could still come to.
        Flow { on, amount: self.arrived, cost, cut: self.far.iter().map(|far| *far != FAR).collect() }
    }
}

/// Where the ways of each node begin, and the place of each way: of an arc's way forth, then of its way back.
fn places(network: &Network) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0; network.nodes as usize + 1];
    let leaving = || network.arcs.iter().flat_map(|arc| [arc.from, arc.to]);
    for node in leaving() {
        let seen = at(&starts, node + 1) + 1;
        put(&mut starts, node + 1, seen);
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut next = starts.clone();
    let place = |node: Node| {
        let place = at(&next, node);
        put(&mut next, node, place + 1);
        place
    };
    let places = leaving().map(place).collect();
    (starts, places)
}

fn ways(network: &Network) -> (Vec<u32>, Vec<Way>) {
    let (starts, places) = places(network);
    let mut ways = vec![Way::default(); places.len()];
    for (arc, pair) in network.arcs.iter().zip(places.chunks_exact(2)) {
        let [forth, back] = pair else { continue };
        put(&mut ways, *forth, Way { to: arc.to, twin: *back, left: arc.capacity, cost: arc.cost });
        put(&mut ways, *back, Way { to: arc.from, twin: *forth, left: 0, cost: -arc.cost });
    }
    (starts, ways)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dice::Dice;

    fn solve(network: &Network, source: Node, sink: Node) -> Flow {
        network.cheapest_largest(source, sink, &mut |_| ControlFlow::Continue(())).unwrap()
    }

    /// Largest first, then cheapest, over every way to fill the arcs.
    fn brute(arcs: &[Arc], balance: &mut Vec<i64>, sink: usize) -> (i64, i64) {
        let Some((arc, rest)) = arcs.split_first() else {
            let inner = balance.iter().enumerate().all(|(node, held)| node == 0 || node == sink || *held == 0);
            return if inner { (balance[sink], 0) } else { (-1, 0) };
        };
        let (from, to) = (arc.from as usize, arc.to as usize);
        (0..=arc.capacity)
            .map(|amount| {
                let amount = i64::from(amount);
                balance[from] -= amount;
                balance[to] += amount;
                let (arrived, saved) = brute(rest, balance, sink);
                balance[from] += amount;
                balance[to] -= amount;
                (arrived, saved - amount * arc.cost)
            })
            .max()
            .unwrap()
    }

    #[test]
    fn amount_and_cost_equal_brute_force() {
        for seed in 0..3000 {
            let mut dice = Dice(seed);
            let nodes = 3 + dice.below(3);
            let mut network = Network { nodes, arcs: Vec::new() };
            for _ in 0..7 {
                let (from, to) = (dice.below(nodes), dice.below(nodes));
                if from != to && to != 0 && from != nodes - 1 {
                    network.arc(from, to, dice.below(4), i64::from(dice.below(5)));
                }
            }
            let flow = solve(&network, 0, nodes - 1);
            // A way round in a circle costs, or is free: brute force gains nothing by one.
            let (amount, saved) = brute(network.arcs(), &mut vec![0; nodes as usize], nodes as usize - 1);
            assert_eq!((i64::try_from(flow.amount).unwrap(), -flow.cost), (amount, saved), "seed {seed}");
            let cut: u64 = network
                .arcs()
                .iter()
                .filter(|arc| flow.is_short(arc.from) && !flow.is_short(arc.to))
                .map(|arc| u64::from(arc.capacity))
                .sum();
            assert_eq!(cut, flow.amount, "the full arcs are the smallest cut, seed {seed}");
        }
    }

    #[test]
    fn it_can_be_broken_off() {
        let mut network = Network::default();
        let (source, sink) = (network.node(), network.node());
        network.arc(source, sink, 3, 1);
        assert!(network.cheapest_largest(source, sink, &mut |_| ControlFlow::Break(())).is_none());
    }
}
