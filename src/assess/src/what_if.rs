//! What-if: the verdicts that edits would turn, counted by target and listed. The assessment itself never changes.

use crate::Assessment;
use domain::{ChangedVerdict, Edit, State, TurnedLine, UnitIndex, WhatIfSlice};
use std::collections::{BTreeMap, BTreeSet};

/// So many turned verdicts are listed; all of them are counted.
const LISTED: usize = 1_000;

pub(crate) fn what_if(assessment: &Assessment, edits: &[Edit]) -> WhatIfSlice {
    slice(assessment, edits, assessment.board().what_if(edits))
}

fn slice(assessment: &Assessment, edits: &[Edit], changes: Vec<ChangedVerdict>) -> WhatIfSlice {
    let (turned, figures): (Vec<_>, Vec<_>) =
        changes.into_iter().partition(|change| change.before.state != change.after.state);
    let lines = turned_lines(assessment, &turned);
    let changed: Vec<ChangedVerdict> = turned.into_iter().take(LISTED).collect();
    let named: BTreeSet<UnitIndex> =
        changed.iter().filter_map(|change| change.after.unit).chain(edits.iter().filter_map(unit_of)).collect();
    WhatIfSlice {
        edits: edits.to_vec(),
        turned: lines,
        changed,
        figures_only: u32::try_from(figures.len()).unwrap_or(u32::MAX),
        units: named.into_iter().filter_map(|unit| assessment.unit_line(unit)).collect(),
    }
}

fn turned_lines(assessment: &Assessment, turned: &[ChangedVerdict]) -> Vec<TurnedLine> {
    let mut counts: BTreeMap<(&str, State, State), u32> = BTreeMap::new();
    for change in turned {
        *counts.entry((&change.after.target, change.before.state, change.after.state)).or_default() += 1;
    }
    let line = |((target, from, to), count): ((&str, State, State), u32)| {
        let label = assessment.rule_label(target)?.clone();
        Some(TurnedLine { target: target.to_owned(), label, from, to, count })
    };
    counts.into_iter().filter_map(line).collect()
}

fn unit_of(edit: &Edit) -> Option<UnitIndex> {
    match edit {
        Edit::Add { unit, .. } => Some(*unit),
        Edit::Programme(programme) => programme.under,
        Edit::Remove { .. } | Edit::Move { .. } => None,
    }
}
