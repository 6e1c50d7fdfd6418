//! The cheapest of the largest flows through a network: how much goes along each arc, in whole numbers.
//!
//! The primal-dual method: shortest distances by Dijkstra under prices that keep reduced costs from being negative, then
//! as much as possible along arcs of reduced cost nought, level by level (Dinic). Costs here are a few small numbers, so
//! the distances are few, and each round moves all that one distance allows: rounds do not grow with the units.
//! Written here because no crate on crates.io that is kept offers it: `pathfinding` has flow without costs and
//! assignment only, `mcmf` wraps C++ (no wasm), and a linear programme (`microlp`) is compared in
//! `tests/calendar-bench`: same cost, far slower.
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

/// What is left of the network: each arc forth at an even position, back at the odd one after it.
struct Rest {
    source: Node,
    sink: Node,
    to: Vec<Node>,
    left: Vec<u32>,
    cost: Vec<i64>,
    // The arcs that leave node n are `order[starts[n]..starts[n + 1]]`.
    starts: Vec<u32>,
    order: Vec<u32>,
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
        let to: Vec<Node> = network.arcs.iter().flat_map(|arc| [arc.to, arc.from]).collect();
        let (starts, order) = leaving(nodes, &to);
        Self {
            source,
            sink,
            left: network.arcs.iter().flat_map(|arc| [arc.capacity, 0]).collect(),
            cost: network.arcs.iter().flat_map(|arc| [arc.cost, -arc.cost]).collect(),
            to,
            starts,
            order,
            price: vec![0; nodes],
            far: vec![FAR; nodes],
            level: vec![NONE; nodes],
            turn: vec![0; nodes],
            arrived: 0,
        }
    }

    fn leaving(&self, node: Node) -> &[u32] {
        let (from, to) = (at(&self.starts, node) as usize, at(&self.starts, node + 1) as usize);
        self.order.get(from..to).unwrap_or_default()
    }

    fn reduced(&self, from: Node, arc: u32) -> i64 {
        at(&self.cost, arc) + at(&self.price, from) - at(&self.price, at(&self.to, arc))
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
        self.far.fill(FAR);
        put(&mut self.far, self.source, 0);
        let mut queue = BinaryHeap::from([Reverse((0_i64, self.source))]);
        while let Some(Reverse((far, node))) = queue.pop() {
            if node == self.sink {
                return Some(far);
            }
            if far > at(&self.far, node) {
                continue;
            }
            let (from, to) = (at(&self.starts, node), at(&self.starts, node + 1));
            for arc in (from..to).map(|place| at(&self.order, place)) {
                let next = at(&self.to, arc);
                if at(&self.left, arc) > 0 {
                    let there = far + self.reduced(node, arc);
                    if there < at(&self.far, next) {
                        put(&mut self.far, next, there);
                        queue.push(Reverse((there, next)));
                    }
                }
            }
        }
        None
    }

    fn is_free(&self, from: Node, arc: u32) -> bool {
        at(&self.left, arc) > 0 && self.reduced(from, arc) == 0
    }

    /// Steps from the source along free arcs; false if they do not lead to the sink.
    fn level(&mut self) -> bool {
        self.level.fill(NONE);
        put(&mut self.level, self.source, 0);
        let mut queue = VecDeque::from([self.source]);
        while let Some(node) = queue.pop_front() {
            let next_level = at(&self.level, node) + 1;
            let (from, to) = (at(&self.starts, node), at(&self.starts, node + 1));
            for arc in (from..to).map(|place| at(&self.order, place)) {
                let next = at(&self.to, arc);
                if at(&self.level, next) == NONE && self.is_free(node, arc) {
                    put(&mut self.level, next, next_level);
                    if next == self.sink {
                        return true;
                    }
                    queue.push_back(next);
                }
            }
        }
        false
    }

    /// All that can go along free arcs that lead one level on.
    fn push(&mut self) {
        self.turn.fill(0);
        let mut path: Vec<u32> = Vec::new();
        let mut node = self.source;
        loop {
            if node == self.sink {
                node = self.send(&mut path);
            } else if let Some(arc) = self.advance(node) {
                path.push(arc);
                node = at(&self.to, arc);
            } else {
                let Some(arc) = path.pop() else { return };
                put(&mut self.level, node, NONE);
                node = at(&self.to, arc ^ 1);
            }
        }
    }

    /// The next free arc of a node; those before it are used up.
    fn advance(&mut self, node: Node) -> Option<u32> {
        let next_level = at(&self.level, node).wrapping_add(1);
        let mut turn = at(&self.turn, node);
        while let Some(arc) = self.leaving(node).get(turn as usize).copied() {
            if at(&self.level, at(&self.to, arc)) == next_level && self.is_free(node, arc) {
                put(&mut self.turn, node, turn);
                return Some(arc);
            }
            turn += 1;
        }
        put(&mut self.turn, node, turn);
        None
    }

    /// Sends what the path holds and goes back to where its first full arc leaves.
    fn send(&mut self, path: &mut Vec<u32>) -> Node {
        let amount = path.iter().map(|arc| at(&self.left, *arc)).min().unwrap_or(0);
        for arc in path.iter() {
            let (forth, back) = (at(&self.left, *arc) - amount, at(&self.left, *arc ^ 1) + amount);
            put(&mut self.left, *arc, forth);
            put(&mut self.left, *arc ^ 1, back);
        }
        self.arrived += u64::from(amount);
        let full = path.iter().position(|arc| at(&self.left, *arc) == 0).unwrap_or(0);
        let node = path.get(full).map_or(self.source, |arc| at(&self.to, *arc ^ 1));
        path.truncate(full);
        node
    }

    fn flow(self, network: &Network) -> Flow {
        let on: Vec<u32> = self.left.iter().skip(1).step_by(2).copied().collect();
        let cost = network.arcs.iter().zip(&on).map(|(arc, amount)| arc.cost * i64::from(*amount)).sum();
        // The last search went wherever more could still come to.
        Flow { on, amount: self.arrived, cost, cut: self.far.iter().map(|far| *far != FAR).collect() }
    }
}

/// The arcs by the node they leave: an arc leaves where its twin arrives.
fn leaving(nodes: usize, to: &[Node]) -> (Vec<u32>, Vec<u32>) {
    let mut arcs: Vec<(Node, u32)> = (0..).zip(to).map(|(arc, _)| (at(to, arc ^ 1), arc)).collect();
    arcs.sort_unstable();
    let mut starts = vec![0; nodes + 1];
    for (node, _) in &arcs {
        let seen = at(&starts, node + 1) + 1;
        put(&mut starts, node + 1, seen);
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    (starts, arcs.into_iter().map(|(_, arc)| arc).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Dice(u64);

    impl Dice {
        fn below(&mut self, limit: u32) -> u32 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u32::try_from((self.0 >> 33) % u64::from(limit)).unwrap()
        }
    }

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
