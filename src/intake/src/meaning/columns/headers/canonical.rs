//! The canonical tables: our own English headers, as the cleaned export writes them.
//!
//! It decides whether a table is one of them; there every header means exactly one thing.

use crate::fold::fold;
use crate::grid::Table;
use domain::{CountColumn, Field, TableKind};

/// A canonical table: its kind, the headers it must have, and all its headers.
type Canonical = (TableKind, &'static [&'static str], &'static [(&'static str, Field)]);

const COUNT: Field = Field::Count(CountColumn { kind: None, part: None, planned: false, total: false });

const TABLES: [Canonical; 6] = [
    (
        TableKind::Activities,
        &["date", "unit_id", "kind"],
        &[
            ("date", Field::Date),
            ("unit_id", Field::UnitId),
            ("kind", Field::Kind),
            ("count", COUNT),
            ("tags", Field::Tags),
            ("title", Field::Title),
            ("channel", Field::Channel),
            ("audience", Field::Audience),
            ("people", Field::People),
            ("women", Field::Women),
            ("place", Field::Place),
            ("cost", Field::Cost),
            ("funding", Field::Funding),
            ("status", Field::Status),
            ("relevant", Field::Relevant),
        ],
    ),
    (
        TableKind::Submissions,
        &["unit_id", "kind", "period", "submitted"],
        &[
            ("unit_id", Field::UnitId),
            ("kind", Field::SubmissionKind),
            ("period", Field::Period),
            ("submitted", Field::Submitted),
            ("covers_children", Field::CoversChildren),
        ],
    ),
    (
        TableKind::Media,
        &["unit_id", "stage"],
        &[("unit_id", Field::UnitId), ("stage", Field::Stage), ("from", Field::From), ("to", Field::To)],
    ),
    (
        TableKind::Conventions,
        &["unit_id", "adopted"],
        &[
            ("id", Field::RegisterId),
            ("unit_id", Field::UnitId),
            ("adopted", Field::Adopted),
            ("discriminatory", Field::Discriminatory),
            ("fixed_on", Field::FixedOn),
            ("ended", Field::Ended),
        ],
    ),
    (
        TableKind::Surveys,
        &["unit_id", "measure", "value"],
        &[
            ("id", Field::RegisterId),
            ("unit_id", Field::UnitId),
            ("measure", Field::Measure),
            ("date", Field::Date),
            ("value", Field::Value),
            ("base", Field::Base),
        ],
    ),
    (
        TableKind::Units,
        &["id", "name", "kind"],
        &[
            ("id", Field::UnitId),
            ("name", Field::UnitName),
            ("kind", Field::UnitKind),
            ("parent", Field::Parent),
            ("from", Field::From),
            ("to", Field::To),
            ("successor", Field::Successor),
        ],
    ),
];

/// Where each row came from: our export writes it, and nothing is judged by it.
const ORIGIN: [&str; 3] = ["file", "sheet", "row"];

/// The kind of a canonical table and the field of each of its columns (`None` for columns of the user's own).
pub(crate) fn canonical_fields(table: &Table) -> Option<(TableKind, Vec<Option<Field>>)> {
    let headers: Vec<String> = table.columns.iter().map(|column| fold(&column.headers.join(" "))).collect();
    let has = |name: &&str| headers.iter().any(|header| header == name);
    let (kind, _, fields) = TABLES.iter().find(|(_, required, _)| required.iter().all(has))?;
    let origin = |header: &String| ORIGIN.contains(&header.as_str()).then_some(Field::Ignored);
    let field = |header: &String| {
        fields.iter().find(|(name, _)| name == header).map(|(_, field)| *field).or_else(|| origin(header))
    };
    Some((*kind, headers.iter().map(field).collect()))
}
