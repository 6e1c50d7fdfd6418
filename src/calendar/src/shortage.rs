//! Where days are full: the smallest cut of the market, told as places, days and numbers.

use crate::allot::{Market, Spot, count};
use crate::days::{Day, Days};
use crate::flow::{Flow, Node};
use domain::{Arrange, FullDays, FullPlace, Shortfall, Span};
use std::collections::BTreeMap;

/// Whatever is short and hangs together is one shortfall.
pub(crate) fn shortfalls(market: &Market, flow: &Flow, days: &Days) -> Vec<Shortfall> {
    if flow.amount >= market.wanted {
        return Vec::new();
    }
    let mut groups = Groups::new(market, flow);
    let mut found: BTreeMap<Node, Found> = BTreeMap::new();
    for job in market.jobs.iter().filter(|job| flow.is_short(job.node)) {
        found.entry(groups.head(job.node)).or_default().wanted += job.units;
    }
    for (arc, spot, block) in &market.limited {
        let Some(ends) = market.network.arcs().get(*arc) else { continue };
        if flow.is_short(ends.from) && !flow.is_short(ends.to) {
            let place = spot.map_or(FullPlace::Scope, full_place);
            let full = found.entry(groups.head(ends.from)).or_default().full.entry(place).or_default();
            for day in market.blocks.get(*block).into_iter().flatten() {
                // The days of a block hold equally much.
                *full.entry(*day).or_default() += ends.capacity / market.size(*block);
            }
        }
    }
    let mut shortfalls: Vec<Shortfall> = found.into_values().map(|found| found.shortfall(days)).collect();
    shortfalls.retain(|shortfall| shortfall.missing() > 0);
    shortfalls.arrange();
    shortfalls
}

fn full_place(spot: Spot) -> FullPlace {
    match spot {
        Spot::Anywhere => FullPlace::Scope,
        Spot::Place(place) => FullPlace::Place(place),
    }
}

#[derive(Default)]
struct Found {
    wanted: u32,
    /// What each of the full days holds.
    full: BTreeMap<FullPlace, BTreeMap<Day, u32>>,
}

impl Found {
    fn shortfall(&self, days: &Days) -> Shortfall {
        let capacity = self.full.values().flat_map(BTreeMap::values).sum();
        let full = self.full.iter().flat_map(|(place, full)| runs(*place, full, days)).collect();
        Shortfall { full, wanted: self.wanted, capacity }
    }
}

/// Full days that follow one another, but for days off.
fn runs(place: FullPlace, full: &BTreeMap<Day, u32>, days: &Days) -> Vec<FullDays> {
    let list: Vec<(Day, u32)> = full.iter().map(|(day, capacity)| (*day, *capacity)).collect();
    let follow = |a: &(Day, u32), b: &(Day, u32)| (a.0 + 1..b.0).all(|between| !days.is_anyones(between));
    let run = |run: &[(Day, u32)]| {
        let span = Span::new(days.date(run.first()?.0), days.date(run.last()?.0))?;
        Some(FullDays { place, span, days: count(run.len()), capacity: run.iter().map(|(_, capacity)| capacity).sum() })
    };
    list.chunk_by(follow).filter_map(run).collect()
}

/// Short nodes that hang together, each group named by one of them.
struct Groups(Vec<Node>);

impl Groups {
    fn new(market: &Market, flow: &Flow) -> Self {
        let mut groups = Self((0..market.network.nodes()).collect());
        for arc in market.network.arcs().iter().filter(|arc| arc.from != market.source) {
            if flow.is_short(arc.from) && flow.is_short(arc.to) {
                let (a, b) = (groups.head(arc.from), groups.head(arc.to));
                groups.set(a, b);
            }
        }
        groups
    }

    fn head(&mut self, node: Node) -> Node {
        let mut node = node;
        loop {
            let next = self.0.get(node as usize).copied().unwrap_or(node);
            if next == node {
                return node;
            }
            let after = self.0.get(next as usize).copied().unwrap_or(next);
            self.set(node, after);
            node = next;
        }
    }

    fn set(&mut self, node: Node, head: Node) {
        if let Some(slot) = self.0.get_mut(node as usize) {
            *slot = head;
        }
    }
}
