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
            // In words: for rows of units that have no id yet.
            ("unit", Field::UnitName),
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

/// The unit's name beside its id, for who reads the cleaned export.
const FOR_PEOPLE: &str = "unit_name";

/// The kind of a canonical table and the field of each of its columns (`None` for columns of the user's own).
pub(crate) fn canonical_fields(table: &Table) -> Option<(TableKind, Vec<Option<Field>>)> {
    let headers: Vec<String> = table.columns.iter().map(|column| fold(&column.headers.join(" "))).collect();
    let has = |name: &&str| headers.iter().any(|header| header == name);
    let (kind, _, fields) = TABLES.iter().find(|(_, required, _)| required.iter().all(has))?;
    let ignored = |header: &str| ORIGIN.contains(&header) || header == FOR_PEOPLE;
    let origin = |header: &String| ignored(header).then_some(Field::Ignored);
    let field = |header: &String| {
        fields.iter().find(|(name, _)| name == header).map(|(_, field)| *field).or_else(|| origin(header))
    };
    Some((*kind, headers.iter().map(field).collect()))
}

/// Did our own export write it, each row with the place it came from?
pub(crate) fn is_written(table: &Table) -> bool {
    let has = |name: &&str| table.columns.iter().any(|column| column.headers == [*name]);
    ORIGIN.iter().all(has) && canonical_fields(table).is_some()
}
