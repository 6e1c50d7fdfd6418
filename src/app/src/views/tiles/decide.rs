//! Decides which state each tile shows, how many there are of each, and where the arrow keys lead. Knows no element.

use domain::{State, Tile, TilesSlice};
use std::collections::BTreeMap;
use wording::states::Group;

/// The state a tile shows; `None` = the target does not address the unit. Without a target: what needs attention most.
pub(super) fn state(tile: &Tile, column: Option<usize>) -> Option<State> {
    match column {
        None => Some(tile.worst),
        Some(column) => tile.states.get(column).copied().flatten(),
    }
}

/// Tiles of each group, and those that are not addressed.
pub(super) fn counts(slice: &TilesSlice, column: Option<usize>) -> (BTreeMap<Group, u32>, u32) {
    let states = all(slice).map(|tile| state(tile, column));
    states.fold((BTreeMap::new(), 0), |(mut groups, mut others), state| {
        match state {
            Some(state) => *groups.entry(Group::of(state)).or_default() += 1,
            None => others += 1,
        }
        (groups, others)
    })
}

/// All tiles, in the order of the grid.
pub(super) fn all(slice: &TilesSlice) -> impl Iterator<Item = &Tile> {
    slice.groups.iter().flat_map(|group| &group.tiles)
}

/// A key that moves among the tiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// To the tile before.
    Before,
    /// To the next.
    Next,
    /// To the nearest of the row above.
    Above,
    /// To the nearest of the row below.
    Below,
    /// To the first.
    First,
    /// To the last.
    Last,
}

impl Step {
    /// The step that a key asks for.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        match key {
            "ArrowLeft" => Some(Self::Before),
            "ArrowRight" => Some(Self::Next),
            "ArrowUp" => Some(Self::Above),
            "ArrowDown" => Some(Self::Below),
            "Home" => Some(Self::First),
            "End" => Some(Self::Last),
            _ => None,
        }
    }

    /// The tile it leads to from `at`. `places` are the middles of all tiles, as they stand on the screen.
    pub(super) fn taken_from(self, at: usize, places: &[(f64, f64)]) -> usize {
        let last = places.len().saturating_sub(1);
        match self {
            Self::Before => at.saturating_sub(1),
            Self::Next => (at + 1).min(last),
            Self::Above => nearest(places, at, |own, other| own - other),
            Self::Below => nearest(places, at, |own, other| other - own),
            Self::First => 0,
            Self::Last => last,
        }
    }
}

/// Tiles of one row stand less than this far from each other in height.
const SAME_ROW: f64 = 4.0;

/// The nearest tile of the next row in a direction; `at` itself where there is none.
fn nearest(places: &[(f64, f64)], at: usize, away: impl Fn(f64, f64) -> f64) -> usize {
    let Some((x, y)) = places.get(at).copied() else { return at };
    let ahead = || places.iter().enumerate().filter(|(_, place)| away(y, place.1) > SAME_ROW);
    let row = ahead().map(|(_, place)| away(y, place.1)).min_by(f64::total_cmp);
    let Some(row) = row else { return at };
    let in_row = ahead().filter(|(_, place)| away(y, place.1) < row + SAME_ROW);
    in_row.min_by(|(_, one), (_, other)| (one.0 - x).abs().total_cmp(&(other.0 - x).abs())).map_or(at, |(nth, _)| nth)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Life, TileGroup, UnitIndex, UnitKind, UnitLine, UnitSource};

    fn tile(number: u32, states: [Option<State>; 2]) -> Tile {
        let (id, name) = (number.to_string(), format!("Xã {number}"));
        let (kind, source, life) = (UnitKind::Commune, UnitSource::Shipped, Life::default());
        let unit = UnitLine { unit: UnitIndex(number), id, name, parent: String::new(), kind, source, life };
        Tile {
            unit,
            worst: states.into_iter().flatten().next().unwrap_or(State::NotApplicable),
            states: states.to_vec(),
        }
    }

    fn slice() -> TilesSlice {
        let group = |tiles| TileGroup { parent: String::new(), tiles };
        TilesSlice {
            groups: vec![
                group(vec![tile(1, [Some(State::Missed), None]), tile(2, [Some(State::Late), Some(State::Met)])]),
                group(vec![tile(3, [Some(State::NoData), Some(State::Met)])]),
            ],
            ..TilesSlice::default()
        }
    }

    #[test]
    fn every_tile_is_counted_once_whatever_is_looked_at() {
        let (groups, others) = counts(&slice(), None);
        assert_eq!((groups, others), (BTreeMap::from([(Group::Bad, 2), (Group::Unknown, 1)]), 0));
        let (groups, others) = counts(&slice(), Some(1));
        assert_eq!((groups, others), (BTreeMap::from([(Group::Good, 2)]), 1));
    }

    #[test]
    fn arrows_walk_as_the_tiles_stand() {
        // Two rows of three and two tiles, then one of one.
        let places = [(0.0, 0.0), (40.0, 0.0), (80.0, 0.0), (0.0, 40.0), (40.0, 40.0), (60.0, 90.0)];
        let walked = |step: Step, at| step.taken_from(at, &places);
        assert_eq!(walked(Step::Below, 1), 4);
        assert_eq!(walked(Step::Below, 2), 4);
        assert_eq!(walked(Step::Above, 4), 1);
        assert_eq!(walked(Step::Above, 0), 0);
        assert_eq!(walked(Step::Below, 3), 5);
        assert_eq!(walked(Step::Below, 5), 5);
        assert_eq!(walked(Step::Next, 5), 5);
        assert_eq!(walked(Step::Before, 3), 2);
        assert_eq!((walked(Step::First, 4), walked(Step::Last, 0)), (0, 5));
        assert_eq!(Step::Below.taken_from(0, &[]), 0);
    }
}
