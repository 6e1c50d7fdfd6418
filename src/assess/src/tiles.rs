//! The tile grid: the units of one tier by state, under their parents.

use crate::assessment::Assessment;
use crate::matrix::{judged, order};
use crate::overview::{shown_period, shown_verdicts};
use crate::states::worst;
use domain::{
    Arrange, MatrixColumn, State, TierColumn, Tile, TileGroup, TilesSlice, UnitIndex, UnitKind, UnitLine, Verdict,
};
use plan::Target;
use std::collections::BTreeMap;

/// More tiles than this are no picture any more, and one message stays small.
const MOST: usize = 2_000;

/// States of each unit, one a column.
type States = BTreeMap<UnitIndex, Vec<Option<State>>>;

pub(crate) fn tiles(assessment: &Assessment) -> TilesSlice {
    let columns: Vec<TierColumn> = judged(assessment).map(|target| column(assessment, target)).collect();
    let states = states(assessment, &columns);
    let Some(kind) = tier(assessment, &states) else { return TilesSlice::default() };
    let is_of = |unit: &UnitIndex| assessment.facts().roster.get(*unit).is_some_and(|unit| unit.kind == kind);
    let used: Vec<usize> = (0..columns.len())
        .filter(|&column| states.iter().any(|(unit, row)| is_of(unit) && row.get(column).is_some_and(Option::is_some)))
        .collect();
    let of_kind = states.iter().filter(|(unit, _)| is_of(unit));
    let mut tiles: Vec<Tile> = of_kind
        .filter_map(|(unit, row)| Some(tile(assessment.unit_line(*unit)?, row, &used)))
        .filter(|tile| tile.worst != State::NotApplicable)
        .collect();
    tiles.arrange_by_cached_key(|tile| order(assessment, &tile.unit));
    let left_out = u32::try_from(tiles.len().saturating_sub(MOST)).unwrap_or(u32::MAX);
    tiles.truncate(MOST);
    let columns = columns.into_iter().enumerate().filter(|(place, _)| used.contains(place)).map(|(_, column)| column);
    TilesSlice { columns: columns.collect(), kind: Some(kind), groups: groups(tiles), left_out }
}

/// A target with the period that the overview shows of it.
pub(crate) fn column(assessment: &Assessment, target: &Target) -> TierColumn {
    let period = shown_period(assessment, &target.id);
    TierColumn { target: MatrixColumn { target: target.id.clone(), label: target.label.clone() }, period }
}

/// Verdicts on units of the scope for a target, in the period that the overview shows of it.
pub(crate) fn in_period<'a>(
    assessment: &'a Assessment,
    column: &'a TierColumn,
) -> impl Iterator<Item = (UnitIndex, &'a Verdict)> {
    let verdicts = shown_verdicts(assessment, &column.target.target);
    let verdicts = verdicts.filter(|verdict| Some(&verdict.period) == column.period.as_ref());
    let lived = verdicts.filter(|verdict| verdict.state != State::NotApplicable);
    lived.filter_map(|verdict| Some((verdict.unit?, verdict)))
}

fn states(assessment: &Assessment, columns: &[TierColumn]) -> States {
    let mut states = States::new();
    for (place, column) in columns.iter().enumerate() {
        for (unit, verdict) in in_period(assessment, column) {
            let row = states.entry(unit).or_insert_with(|| vec![None; columns.len()]);
            if let Some(slot) = row.get_mut(place) {
                *slot = Some(verdict.state);
            }
        }
    }
    states
}

/// Communes, which are what a province counts by; else the kind with most units.
fn tier(assessment: &Assessment, states: &States) -> Option<UnitKind> {
    let kinds = states.keys().filter_map(|unit| assessment.facts().roster.get(*unit)).map(|unit| unit.kind);
    let mut counts: BTreeMap<UnitKind, u32> = BTreeMap::new();
    for kind in kinds {
        *counts.entry(kind).or_default() += 1;
    }
    let several = counts.get(&UnitKind::Commune).is_some_and(|communes| *communes > 1);
    if several {
        return Some(UnitKind::Commune);
    }
    counts.into_iter().max_by_key(|(kind, units)| (*units, *kind == UnitKind::Commune)).map(|(kind, _)| kind)
}

fn tile(unit: UnitLine, row: &[Option<State>], used: &[usize]) -> Tile {
    let states: Vec<Option<State>> = used.iter().map(|column| row.get(*column).copied().flatten()).collect();
    Tile { unit, worst: worst(states.iter().flatten().copied()), states }
}

fn groups(tiles: Vec<Tile>) -> Vec<TileGroup> {
    let mut groups: Vec<TileGroup> = Vec::new();
    for tile in tiles {
        match groups.last_mut() {
            Some(group) if group.parent == tile.unit.parent => group.tiles.push(tile),
            _ => groups.push(TileGroup { parent: tile.unit.parent.clone(), tiles: vec![tile] }),
        }
    }
    groups
}
