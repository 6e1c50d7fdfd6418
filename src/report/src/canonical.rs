//! The canonical tables as understood, each row with the file, sheet and row it came from. They can be read back.
//!
//! Decides names, columns, order and the word in every cell; formats only place them.

use domain::{
    Activity, ActivityKind, Adoption, AdoptionStage, Convention, CountColumn, Facts, Field, Origin, Relevance, Roster,
    Status, Submission, SubmissionKind, Survey, TableInfo, Unit, UnitIndex, UnitVersion, YearPart, column_letters,
};
use std::fmt::Display;

/// A table: what it is, its columns, and its rows one by one, so that nobody has to hold them all.
pub(crate) struct Canonical<'a> {
    pub(crate) name: &'static str,
    pub(crate) header: Vec<&'static str>,
    pub(crate) rows: Box<dyn Iterator<Item = Vec<String>> + 'a>,
}

/// All tables. A register that no input brought is left out: an empty one would say something else.
pub(crate) fn tables(facts: &Facts) -> Vec<Canonical<'_>> {
    let Facts { media, conventions, submissions, surveys, .. } = facts;
    let some = |name, header: &'static [&'static str], rows| Canonical { name, header: with_origin(header), rows };
    [
        Some(some("activities", &ACTIVITIES, rows(facts, &facts.activities, activity_row))),
        Some(some("units", &UNITS, units(&facts.roster))),
        media.as_ref().map(|all| some("media", &MEDIA, rows(facts, all, media_row))),
        conventions.as_ref().map(|all| some("conventions", &CONVENTIONS, rows(facts, all, convention_row))),
        submissions.as_ref().map(|all| some("submissions", &SUBMISSIONS, rows(facts, all, submission_row))),
        surveys.as_ref().map(|all| some("surveys", &SURVEYS, rows(facts, all, survey_row))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What each column of each table was taken for.
pub(crate) fn columns(tables: &[TableInfo]) -> Canonical<'_> {
    let rows = tables.iter().flat_map(|table| table.columns.iter().map(move |column| (table, column)));
    let row = |(table, column): (&TableInfo, &domain::ColumnGuess)| {
        vec![
            table.file.clone(),
            table.sheet.clone(),
            table.header_row.to_string(),
            column_letters(column.column),
            column.header.clone(),
            field(column.field),
            column.confidence.to_string(),
        ]
    };
    Canonical { name: "columns", header: COLUMNS.to_vec(), rows: Box::new(rows.map(row)) }
}

fn with_origin(header: &[&'static str]) -> Vec<&'static str> {
    header.iter().chain(&ORIGIN).copied().collect()
}

/// The rows of one register, in the order of the facts (verdicts name activities by number), each with its place.
fn rows<'a, R, const N: usize>(
    facts: &'a Facts,
    rows: &'a [R],
    cells: impl Fn(&Roster, &R) -> ([String; N], Origin) + 'a,
) -> Box<dyn Iterator<Item = Vec<String>> + 'a> {
    Box::new(rows.iter().map(move |row| {
        let (cells, origin) = cells(&facts.roster, row);
        cells.into_iter().chain(origin_cells(facts, origin)).collect()
    }))
}

const ORIGIN: [&str; 3] = ["file", "sheet", "row"];
const ACTIVITIES: [&str; 15] = [
    "date", "unit_id", "kind", "count", "tags", "title", "channel", "audience", "people", "women", "place", "cost",
    "funding", "status", "relevant",
];
const UNITS: [&str; 7] = ["id", "name", "kind", "parent", "from", "to", "successor"];
const MEDIA: [&str; 4] = ["unit_id", "stage", "from", "to"];
const CONVENTIONS: [&str; 6] = ["id", "unit_id", "adopted", "discriminatory", "fixed_on", "ended"];
const SUBMISSIONS: [&str; 5] = ["unit_id", "kind", "period", "submitted", "covers_children"];
const SURVEYS: [&str; 6] = ["id", "unit_id", "measure", "date", "value", "base"];
const COLUMNS: [&str; 7] = ["file", "sheet", "header_row", "column", "header", "field", "confidence"];

fn origin_cells(facts: &Facts, origin: Origin) -> [String; 3] {
    let (file, sheet) =
        facts.table(origin).map_or(("", ""), |table: &TableInfo| (table.file.as_str(), table.sheet.as_str()));
    [file.to_owned(), sheet.to_owned(), origin.row.to_string()]
}

fn activity_row(roster: &Roster, activity: &Activity) -> ([String; 15], Origin) {
    let cells = [
        optional(activity.when),
        roster.id(activity.unit).to_owned(),
        activity.kind.code().to_owned(),
        activity.count.to_string(),
        joined(activity.tags.iter()),
        activity.title.to_string(),
        activity.channel.to_string(),
        activity.audience.to_string(),
        optional(activity.people),
        optional(activity.women),
        activity.place.to_string(),
        optional(activity.cost),
        activity.funding.to_string(),
        status(activity.status).to_owned(),
        relevance(activity.relevant).to_owned(),
    ];
    (cells, activity.origin)
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Done => "done",
        Status::Planned => "planned",
    }
}

fn relevance(relevance: Relevance) -> &'static str {
    match relevance {
        Relevance::Yes => "yes",
        Relevance::Unknown => "unknown",
    }
}

/// One row a version; a roster does not know its rows, so their places stay empty.
fn units(roster: &Roster) -> Box<dyn Iterator<Item = Vec<String>> + '_> {
    let versions = roster.iter().flat_map(|(_, unit)| unit.versions.iter().map(move |version| (unit, version)));
    let blank = || ORIGIN.map(|_| String::new());
    Box::new(versions.map(move |(unit, version)| unit_row(roster, unit, version).into_iter().chain(blank()).collect()))
}

fn unit_row(roster: &Roster, unit: &Unit, version: &UnitVersion) -> [String; 7] {
    let id = |index: UnitIndex| roster.id(index).to_owned();
    [
        unit.id.clone(),
        version.name.clone(),
        unit.kind.code().to_owned(),
        version.parent.map(id).unwrap_or_default(),
        optional(version.life.from),
        optional(version.life.to),
        joined(unit.successors.iter().map(|successor| roster.id(*successor))),
    ]
}

fn media_row(roster: &Roster, adoption: &Adoption) -> ([String; 4], Origin) {
    let stage = adoption.stage.map(|stage| match stage {
        AdoptionStage::Pilot => "pilot",
        AdoptionStage::Official => "official",
    });
    let cells = [roster.id(adoption.unit).to_owned(), optional(stage), optional(adoption.from), optional(adoption.to)];
    (cells, adoption.origin)
}

fn convention_row(roster: &Roster, convention: &Convention) -> ([String; 6], Origin) {
    let cells = [
        convention.id.clone(),
        roster.id(convention.unit).to_owned(),
        optional(convention.adopted),
        optional(convention.discriminatory.map(u8::from)),
        optional(convention.fixed_on),
        optional(convention.ended),
    ];
    (cells, convention.origin)
}

fn submission_row(roster: &Roster, submission: &Submission) -> ([String; 5], Origin) {
    let kind = match submission.kind {
        SubmissionKind::Plan => "plan",
        SubmissionKind::Half => "half",
        SubmissionKind::Year => "year",
        SubmissionKind::Data => "data",
    };
    let cells = [
        roster.id(submission.unit).to_owned(),
        kind.to_owned(),
        submission.period.to_string(),
        submission.submitted.to_string(),
        u8::from(submission.covers_children).to_string(),
    ];
    (cells, submission.origin)
}

fn survey_row(roster: &Roster, survey: &Survey) -> ([String; 6], Origin) {
    let cells = [
        survey.id.clone(),
        roster.id(survey.unit).to_owned(),
        survey.measure.clone(),
        survey.date.to_string(),
        survey.value.clone(),
        optional(survey.base),
    ];
    (cells, survey.origin)
}

/// The field's word; for counts with what they count: `count:news:quarter-3`.
fn field(field: Field) -> String {
    match field {
        Field::Count(column) => count_column(column),
        Field::PeopleIn(part) => format!("people:{}", year_part(part)),
        Field::WomenIn(part) => format!("women:{}", year_part(part)),
        Field::CostIn(part) => format!("cost:{}", year_part(part)),
        // `Field` names itself in snake case for every format; there is no second list to keep in step.
        plain => {
            serde_json::to_value(plain).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
        }
    }
}

fn count_column(column: CountColumn) -> String {
    let kind = column.kind.map(ActivityKind::code).map(str::to_owned);
    let part = column.part.map(year_part);
    let planned = column.planned.then(|| "planned".to_owned());
    let total = column.total.then(|| "total".to_owned());
    let words: Vec<String> =
        std::iter::once("count".to_owned()).chain([kind, part, planned, total].into_iter().flatten()).collect();
    words.join(":")
}

fn year_part(part: YearPart) -> String {
    match part {
        YearPart::Month(month) => format!("month-{month}"),
        YearPart::Quarter(quarter) => format!("quarter-{quarter}"),
        YearPart::Half(half) => format!("half-{half}"),
        YearPart::Year => "year".to_owned(),
    }
}

/// A value, or an empty cell.
pub(crate) fn optional<T: Display>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// Several values in one cell.
pub(crate) fn joined<T: Display>(values: impl IntoIterator<Item = T>) -> String {
    values.into_iter().map(|value| value.to_string()).collect::<Vec<_>>().join(";")
}
