//! Counts of states for each unit directly below the scope: the way down from a province to one unit.

use crate::assessment::Assessment;
use crate::defaults;
use crate::matrix::judged;
use crate::tiles::{column, in_period};
use domain::{Arrange, RollupRow, RollupSlice, StateCounts, TierColumn, UnitIndex, UnitLine};
use std::collections::{BTreeMap, BTreeSet};

/// Counts a column, and the units counted.
#[derive(Clone, Debug, Default)]
struct Sum {
    counts: Vec<StateCounts>,
    units: BTreeSet<UnitIndex>,
}

pub(crate) fn rollup(assessment: &Assessment) -> RollupSlice {
    let columns: Vec<TierColumn> = judged(assessment).map(|target| column(assessment, target)).collect();
    let mut sums: BTreeMap<UnitIndex, Sum> = BTreeMap::new();
    for (place, column) in columns.iter().enumerate() {
        for (unit, verdict) in in_period(assessment, column) {
            let sum = sums.entry(row_of(assessment, unit)).or_default();
            sum.counts.resize(columns.len(), StateCounts::new());
            sum.units.insert(unit);
            if let Some(counts) = sum.counts.get_mut(place) {
                *counts.entry(verdict.state).or_default() += 1;
            }
        }
    }
    let used: Vec<usize> = (0..columns.len()).filter(|&column| sums.values().any(|sum| sum.has(column))).collect();
    let whole = used.iter().map(|column| added(sums.values().filter_map(|sum| sum.counts.get(*column))));
    let whole: Vec<StateCounts> = whole.collect();
    let mut rows: Vec<RollupRow> =
        sums.iter().filter_map(|(unit, sum)| Some(row(assessment.unit_line(*unit)?, sum, &used))).collect();
    rows.arrange_by_key(|row| {
        let ended = row.unit.life.to.is_some_and(|to| to < assessment.as_of);
        (Some(row.unit.unit) != assessment.scope, ended, row.unit.kind.level().unwrap_or(u8::MAX))
    });
    let columns = columns.into_iter().enumerate().filter(|(place, _)| used.contains(place)).map(|(_, column)| column);
    RollupSlice { path: path(assessment), columns: columns.collect(), rows, whole }
}

impl Sum {
    fn has(&self, column: usize) -> bool {
        self.counts.get(column).is_some_and(|counts| !counts.is_empty())
    }
}

fn row(unit: UnitLine, sum: &Sum, used: &[usize]) -> RollupRow {
    let below = sum.units.iter().filter(|below| **below != unit.unit).count();
    RollupRow {
        below: u32::try_from(below).unwrap_or(u32::MAX),
        counts: used.iter().map(|column| sum.counts.get(*column).cloned().unwrap_or_default()).collect(),
        unit,
    }
}

fn added<'a>(counts: impl Iterator<Item = &'a StateCounts>) -> StateCounts {
    let mut all = StateCounts::new();
    for (state, units) in counts.flatten() {
        *all.entry(*state).or_default() += units;
    }
    all
}

/// The unit directly below the scope that this one belongs to; the scope, and whatever has moved out of it, itself.
/// Where everything is shown, that is what stands below the province.
fn row_of(assessment: &Assessment, unit: UnitIndex) -> UnitIndex {
    let way = way_to(assessment, unit);
    let top = match assessment.scope {
        Some(scope) => way.iter().position(|above| *above == scope),
        None => Some(0),
    };
    let below = top.and_then(|top| way.get(top + 1));
    below.copied().unwrap_or(unit)
}

fn way_to(assessment: &Assessment, unit: UnitIndex) -> Vec<UnitIndex> {
    let known = assessment.facts().roster.get(unit);
    known.map(|known| defaults::path(assessment.facts(), unit, assessment.day_for(known))).unwrap_or_default()
}

fn path(assessment: &Assessment) -> Vec<UnitLine> {
    let way = assessment.scope.map(|scope| way_to(assessment, scope)).unwrap_or_default();
    way.into_iter().filter_map(|unit| assessment.unit_line(unit)).collect()
}
