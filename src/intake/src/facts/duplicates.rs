//! Rows that say the same twice, and files given twice.
//!
//! It only points at them: whether a copy counts once or twice is a reading of the plan.

use crate::fold::fold;
use crate::grid::Table;
use domain::{Activity, ActivityKind, Finding, FindingKind, Place, Span, Status, TableInfo, UnitIndex};
use std::collections::BTreeMap;

type Same = (UnitIndex, Option<Span>, ActivityKind, String, String, u32, Status);

/// A finding for every row that repeats an earlier one in unit, date, kind, title, channel and count.
pub(crate) fn duplicate_rows(activities: &[Activity], tables: &[TableInfo]) -> Vec<Finding> {
    let mut first: BTreeMap<Same, u32> = BTreeMap::new();
    let mut findings = Vec::new();
    for activity in activities.iter().filter(|activity| !activity.title.is_empty()) {
        let row = activity.origin.row;
        match first.get(&same(activity)) {
            Some(first_row) => {
                let kind = FindingKind::DuplicateRow { first_row: *first_row };
                findings.push(Finding { at: place(activity, tables), kind });
            }
            None => {
                first.insert(same(activity), row);
            }
        }
    }
    findings
}

fn same(activity: &Activity) -> Same {
    (
        activity.unit,
        activity.when,
        activity.kind,
        fold(&activity.title),
        fold(&activity.channel),
        activity.count,
        activity.status,
    )
}

fn place(activity: &Activity, tables: &[TableInfo]) -> Place {
    let table = tables.get(activity.origin.table as usize);
    Place {
        file: table.map(|table| table.file.clone()).unwrap_or_default(),
        sheet: table.map(|table| table.sheet.clone()).unwrap_or_default(),
        row: Some(activity.origin.row),
        column: None,
    }
}

/// Do two files hold the same tables? Names do not matter.
pub(crate) fn same_content(a: &[Table], b: &[Table]) -> bool {
    let same = |a: &Table, b: &Table| {
        a.sheet == b.sheet && a.title_lines == b.title_lines && a.columns == b.columns && a.rows == b.rows
    };
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
}
