//! States of many units at a glance: a tile a unit, and counts for each unit directly below the scope.

use super::{MatrixColumn, StateCounts, UnitLine};
use crate::{Period, State, UnitKind};
use serde::{Deserialize, Serialize};

/// A target with the period that the overview shows of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierColumn {
    /// The target.
    pub target: MatrixColumn,
    /// The period.
    pub period: Option<Period>,
}

/// The tile grid: units of one kind, by state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TilesSlice {
    /// Targets that address at least one of the units.
    pub columns: Vec<TierColumn>,
    /// The kind of the units; `None` = there are none.
    pub kind: Option<UnitKind>,
    /// Units under their parents, in the order of the roster.
    pub groups: Vec<TileGroup>,
    /// Units left out because there are too many for tiles.
    pub left_out: u32,
}

/// Tiles of one parent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TileGroup {
    /// The parent's name; may be empty.
    pub parent: String,
    /// Its units.
    pub tiles: Vec<Tile>,
}

/// A unit as a tile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tile {
    /// The unit.
    pub unit: UnitLine,
    /// What needs attention most over all targets.
    pub worst: State,
    /// One state a column; `None` = the target does not address it.
    pub states: Vec<Option<State>>,
}

/// Counts of states for each unit directly below the scope.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollupSlice {
    /// The units above the scope, topmost first; the scope itself last. Empty = everything is shown.
    pub path: Vec<UnitLine>,
    /// Targets that address at least one unit shown.
    pub columns: Vec<TierColumn>,
    /// Units directly below the scope, in the order of the roster; the scope itself first, where it is judged.
    pub rows: Vec<RollupRow>,
    /// All of them together.
    pub whole: Vec<StateCounts>,
}

/// A unit with the counts of all units at or below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollupRow {
    /// The unit.
    pub unit: UnitLine,
    /// Units shown below it.
    pub below: u32,
    /// Counts, one for each column.
    pub counts: Vec<StateCounts>,
}
