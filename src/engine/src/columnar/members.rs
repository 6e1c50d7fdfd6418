//! Units that have others below them, deepest first: what is counted at the lowest one flows up from node to node.

use super::tree::Tree;
use crate::index::ancestors;
use domain::{Arrange, NaiveDate, Roster, UnitIndex};

const NONE: u32 = u32::MAX;

/// The nodes of a tree.
pub(crate) struct Nodes {
    /// Deepest first, those that are moving last.
    units: Vec<u32>,
    /// For each node the node above it, if it is not moving.
    above: Vec<u32>,
    /// For each unit its place among the nodes.
    places: Vec<u32>,
}

/// One number (or several) for each node, and for the whole.
#[derive(Clone, Debug)]
pub(crate) struct PerNode<T> {
    nodes: Vec<T>,
    whole: T,
}

/// What can be counted at nodes.
pub(crate) trait Flow: Clone + Default {
    fn merge(&mut self, other: &Self);
}

impl Nodes {
    pub(crate) fn of(tree: &Tree) -> Self {
        let mut units: Vec<u32> = tree.order.nodes().map(|unit| unit.0).collect();
        let depth = |unit: u32| if tree.is_moving(unit) { 0 } else { tree.path(unit).count() };
        units.arrange_by_cached_key(|unit| (std::cmp::Reverse(depth(*unit)), *unit));
        let mut places = vec![NONE; tree.len()];
        for (place, unit) in (0..).zip(&units) {
            if let Some(at) = places.get_mut(*unit as usize) {
                *at = place;
            }
        }
        let place = |unit: u32| places.get(unit as usize).copied().unwrap_or(NONE);
        let above = |unit: &u32| if tree.is_moving(*unit) { NONE } else { tree.parent(*unit).map_or(NONE, place) };
        let above = units.iter().map(above).collect();
        Self { units, above, places }
    }

    pub(crate) fn place(&self, unit: u32) -> Option<usize> {
        self.places.get(unit as usize).filter(|place| **place != NONE).map(|place| *place as usize)
    }

    pub(crate) fn unit(&self, place: usize) -> Option<UnitIndex> {
        self.units.get(place).copied().map(UnitIndex)
    }

    pub(crate) fn blank<T: Flow>(&self) -> PerNode<T> {
        PerNode { nodes: vec![T::default(); self.units.len()], whole: T::default() }
    }

    /// Every node that a unit counts under.
    pub(crate) fn above(&self, tree: &Tree, roster: &Roster, unit: u32, seen_on: Option<NaiveDate>) -> Vec<usize> {
        if tree.is_moving(unit) {
            let path = ancestors(roster, UnitIndex(unit), seen_on);
            return path.into_iter().filter_map(|node| self.place(node.0)).collect();
        }
        tree.path(unit).filter_map(|node| self.place(node)).collect()
    }
}

impl<T: Flow> PerNode<T> {
    pub(crate) fn at(&self, place: Option<usize>) -> Option<&T> {
        match place {
            Some(place) => self.nodes.get(place),
            None => Some(&self.whole),
        }
    }

    pub(crate) fn at_mut(&mut self, place: Option<usize>) -> Option<&mut T> {
        match place {
            Some(place) => self.nodes.get_mut(place),
            None => Some(&mut self.whole),
        }
    }

    /// Every node with its place; the whole first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Option<usize>, &T)> {
        std::iter::once((None, &self.whole)).chain(self.nodes.iter().enumerate().map(|(at, value)| (Some(at), value)))
    }

    /// Adds what units count, each at its lowest node, to every node above. What moving units count is added to each of
    /// their nodes by hand, after this.
    pub(crate) fn flow(&mut self, nodes: &Nodes) {
        for (place, above) in nodes.above.iter().enumerate() {
            let Some(below) = self.nodes.get(place).cloned() else { continue };
            if let Some(node) = self.nodes.get_mut(*above as usize) {
                node.merge(&below);
            }
        }
    }
}
