//! Roll-ups: how many units of a node are in each state. They add up to the parent's, because each unit counts under
//! exactly one path of the tree: the one of its last judged day.

use crate::aggregate::nodes_of;
use crate::index::parents;
use domain::{Arrange, Period, Rollup, Roster, State, UnitIndex, Verdict};
use plan::Plan;
use std::collections::BTreeMap;

type Counts = BTreeMap<State, u32>;

/// See [`crate::roll_up`].
pub(crate) fn roll_up(plan: &Plan, roster: &Roster, verdicts: &[Verdict]) -> Vec<Rollup> {
    let mut cells: BTreeMap<(&str, &Period), BTreeMap<Option<UnitIndex>, Counts>> = BTreeMap::new();
    for verdict in verdicts.iter().filter(|verdict| is_of_a_unit(plan, verdict)) {
        let nodes = cells.entry((&verdict.target, &verdict.period)).or_default();
        for node in verdict.unit.into_iter().flat_map(|unit| nodes_of(roster, unit, verdict)) {
            *nodes.entry(node).or_default().entry(verdict.state).or_default() += 1;
        }
    }
    let parents = parents(roster);
    let is_node = |node: &Option<UnitIndex>| node.is_none_or(|node| parents.contains(&node));
    let mut rollups: Vec<Rollup> = Vec::new();
    for ((target, period), nodes) in cells {
        let nodes = nodes.into_iter().filter(|(node, _)| is_node(node));
        rollups.extend(nodes.map(|(node, counts)| Rollup {
            target: target.to_owned(),
            period: period.clone(),
            node,
            counts,
        }));
    }
    in_order(roster, &mut rollups);
    rollups
}

/// The order of output.
pub(crate) fn in_order(roster: &Roster, rollups: &mut [Rollup]) {
    rollups.arrange_by_cached_key(|rollup| sort_key(roster, rollup));
}

/// Shares over units are made of the same verdicts: they are not counted again.
fn is_of_a_unit(plan: &Plan, verdict: &Verdict) -> bool {
    verdict.unit.is_some() && (plan.target(&verdict.target).is_some() || plan.duty(&verdict.target).is_some())
}

fn sort_key(roster: &Roster, rollup: &Rollup) -> (String, String, Option<String>) {
    (rollup.target.clone(), rollup.period.to_string(), rollup.node.map(|node| roster.id(node).to_owned()))
}
