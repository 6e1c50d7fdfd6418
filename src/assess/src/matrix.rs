//! The matrix slice: units of the scope × targets that address at least one of them.
//!
//! Shares (media, conventions) are judged for the province only and have no cell here; a unit's page shows its part.

use crate::assessment::Assessment;
use crate::overview::shown_verdicts;
use crate::states::worst;
use domain::{
    Arrange, MatrixCell, MatrixColumn, MatrixRow, MatrixSlice, PeriodCell, State, UnitIndex, UnitLine, Verdict,
};
use plan::{Measure, Target};
use std::collections::BTreeMap;

pub(crate) fn matrix(assessment: &Assessment) -> MatrixSlice {
    let targets: Vec<&Target> = judged(assessment).collect();
    let mut cells: BTreeMap<UnitIndex, Vec<Option<MatrixCell>>> = BTreeMap::new();
    for (column, target) in targets.iter().enumerate() {
        for (unit, verdicts) in by_unit(assessment, target) {
            let row = cells.entry(unit).or_insert_with(|| vec![None; targets.len()]);
            if let Some(slot) = row.get_mut(column) {
                *slot = cell(&verdicts);
            }
        }
    }
    let mut rows: Vec<MatrixRow> = cells
        .into_iter()
        .filter_map(|(unit, cells)| Some(MatrixRow { unit: assessment.unit_line(unit)?, cells }))
        .collect();
    rows.arrange_by_cached_key(|row| order(assessment, &row.unit));
    let columns = targets.iter().map(|target| MatrixColumn { target: target.id.clone(), label: target.label.clone() });
    drop_empty_columns(MatrixSlice { columns: columns.collect(), rows })
}

/// Targets that are judged unit by unit.
pub(crate) fn judged(assessment: &Assessment) -> impl Iterator<Item = &Target> {
    let targets = assessment.plan.targets.iter();
    targets.filter(|target| target.enabled && matches!(target.measure, Measure::Count(_)))
}

fn by_unit<'a>(assessment: &'a Assessment, target: &'a Target) -> BTreeMap<UnitIndex, Vec<&'a Verdict>> {
    let mut units: BTreeMap<UnitIndex, Vec<&Verdict>> = BTreeMap::new();
    for verdict in shown_verdicts(assessment, &target.id) {
        if let Some(unit) = verdict.unit {
            units.entry(unit).or_default().push(verdict);
        }
    }
    units
}

/// A cell, or nothing if the unit lived in none of the periods.
fn cell(verdicts: &[&Verdict]) -> Option<MatrixCell> {
    let mut periods: Vec<&Verdict> = verdicts.to_vec();
    periods.arrange_by_key(|verdict| (verdict.deadline, verdict.period.clone()));
    let state = worst(periods.iter().map(|verdict| verdict.state));
    (state != State::NotApplicable)
        .then(|| MatrixCell { state, periods: periods.into_iter().map(period_cell).collect() })
}

pub(crate) fn period_cell(verdict: &Verdict) -> PeriodCell {
    PeriodCell {
        period: verdict.period.clone(),
        state: verdict.state,
        reason: verdict.reason,
        figures: verdict.figures,
        n_lo: verdict.n_lo,
        n_hi: verdict.n_hi,
        threshold: verdict.threshold,
        den: verdict.den,
        deadline: verdict.deadline,
    }
}

/// Grouped by parent in roster order; inside a group the wider unit first, then in roster order.
pub(crate) fn order(assessment: &Assessment, line: &UnitLine) -> (Option<UnitIndex>, u8, UnitIndex) {
    let roster = &assessment.facts().roster;
    let parent = roster.get(line.unit).and_then(|unit| unit.parent_at(assessment.day_for(unit)));
    (parent, line.kind.level().unwrap_or(u8::MAX), line.unit)
}

fn drop_empty_columns(slice: MatrixSlice) -> MatrixSlice {
    let used: Vec<bool> = (0..slice.columns.len())
        .map(|column| slice.rows.iter().any(|row| row.cells.get(column).is_some_and(Option::is_some)))
        .collect();
    let keep = |column: &usize| used.get(*column).copied().unwrap_or(false);
    let columns = slice.columns.into_iter().enumerate().filter(|(column, _)| keep(column)).map(|(_, column)| column);
    let rows = slice.rows.into_iter().map(|row| {
        let cells = row.cells.into_iter().enumerate().filter(|(column, _)| keep(column)).map(|(_, cell)| cell);
        MatrixRow { unit: row.unit, cells: cells.collect() }
    });
    let mut slice = MatrixSlice { columns: columns.collect(), rows: rows.collect() };
    slice.rows.retain(|row| row.cells.iter().any(Option::is_some));
    slice
}
