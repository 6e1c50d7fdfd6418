//! The same network as a linear programme: what goes along each arc is a variable, and what arrives leaves again.

use calendar::{Network, Node};
use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem};
use std::error::Error;

/// The least cost at which `amount` comes from the source to the sink.
pub(crate) fn cost(network: &Network, source: Node, sink: Node, amount: u64) -> Result<f64, Box<dyn Error>> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut balance: Vec<LinearExpr> = (0..network.nodes()).map(|_| LinearExpr::empty()).collect();
    for arc in network.arcs() {
        let flow = problem.add_var(arc.cost as f64, (0.0, f64::from(arc.capacity)));
        for (node, sign) in [(arc.from, -1.0), (arc.to, 1.0)] {
            balance.get_mut(node as usize).ok_or("no such node")?.add(flow, sign);
        }
    }
    for (node, balance) in (0..).zip(balance) {
        let gained = if node == sink { amount as f64 } else { 0.0 };
        if node != source {
            problem.add_constraint(balance, ComparisonOp::Eq, gained);
        }
    }
    Ok(problem.solve()?.objective())
}
