//! The canonical tables as understood, each row with the file, sheet and row it came from. They can be read back.

use super::Flavour;
use super::sheet::{Sheet, joined, optional};
use domain::{
    Activity, ActivityKind, Adoption, AdoptionStage, Convention, CountColumn, Facts, Field, Origin, Relevance, Roster,
    Status, Submission, SubmissionKind, Survey, TableInfo, Unit, UnitIndex, UnitVersion, YearPart, column_letters,
};

/// A table of the folder `facts/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactTable {
    /// File name inside the folder.
    pub name: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// All tables of the folder. A register that no input brought is left out: an empty one would say something else.
pub fn facts(facts: &Facts, flavour: Flavour) -> Vec<FactTable> {
    let Facts { media, conventions, submissions, surveys, .. } = facts;
    let named = |name, bytes| FactTable { name, bytes };
    [
        Some(named("activities.csv", activities(facts, flavour))),
        Some(named("units.csv", units(&facts.roster, flavour))),
        media.as_ref().map(|rows| named("media.csv", table(facts, flavour, &MEDIA, rows, media_row))),
        conventions
            .as_ref()
            .map(|rows| named("conventions.csv", table(facts, flavour, &CONVENTIONS, rows, convention_row))),
        submissions
            .as_ref()
            .map(|rows| named("submissions.csv", table(facts, flavour, &SUBMISSIONS, rows, submission_row))),
        surveys.as_ref().map(|rows| named("surveys.csv", table(facts, flavour, &SURVEYS, rows, survey_row))),
        Some(named("columns.csv", columns(&facts.tables, flavour))),
    ]
    .into_iter()
    .flatten()
    .collect()
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

/// One register: its columns, then where each row came from.
fn table<R, const N: usize>(
    facts: &Facts,
    flavour: Flavour,
    header: &[&str; N],
    rows: &[R],
    cells: impl Fn(&Roster, &R) -> ([String; N], Origin),
) -> Vec<u8> {
    let mut sheet = Sheet::new(flavour, header.iter().chain(&ORIGIN).copied());
    for row in rows {
        let (cells, origin) = cells(&facts.roster, row);
        sheet.row(cells.into_iter().chain(origin_cells(facts, origin)));
    }
    sheet.into_bytes()
}

fn origin_cells(facts: &Facts, origin: Origin) -> [String; 3] {
    let (file, sheet) =
        facts.table(origin).map_or(("", ""), |table: &TableInfo| (table.file.as_str(), table.sheet.as_str()));
    [file.to_owned(), sheet.to_owned(), origin.row.to_string()]
}

/// In the order of the facts: verdicts name these rows by number.
fn activities(facts: &Facts, flavour: Flavour) -> Vec<u8> {
    table(facts, flavour, &ACTIVITIES, &facts.activities, activity_row)
}

fn activity_row(roster: &Roster, activity: &Activity) -> ([String; 15], Origin) {
    let cells = [
        optional(activity.when),
        roster.id(activity.unit).to_owned(),
        activity.kind.code().to_owned(),
        activity.count.to_string(),
        joined(&activity.tags),
        activity.title.clone(),
        activity.channel.clone(),
        activity.audience.clone(),
        optional(activity.people),
        optional(activity.women),
        activity.place.clone(),
        optional(activity.cost),
        activity.funding.clone(),
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
fn units(roster: &Roster, flavour: Flavour) -> Vec<u8> {
    let mut sheet = Sheet::new(flavour, UNITS.iter().chain(&ORIGIN).copied());
    for (_, unit) in roster.iter() {
        for version in &unit.versions {
            sheet.row(unit_row(roster, unit, version).iter().map(String::as_str).chain(["", "", ""]));
        }
    }
    sheet.into_bytes()
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

/// What each column of each table was taken for.
fn columns(tables: &[TableInfo], flavour: Flavour) -> Vec<u8> {
    let mut sheet = Sheet::new(flavour, COLUMNS);
    for table in tables {
        for column in &table.columns {
            sheet.row([
                table.file.clone(),
                table.sheet.clone(),
                table.header_row.to_string(),
                column_letters(column.column),
                column.header.clone(),
                field(column.field),
                column.confidence.to_string(),
            ]);
        }
    }
    sheet.into_bytes()
}

/// The field's word; for counts with what they count: `count:news:quarter-3`.
fn field(field: Field) -> String {
    match field {
        Field::Count(column) => count_column(column),
        // `Field` names itself in snake case for every format; there is no second list to keep in step.
        plain => {
            serde_json::to_value(plain).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
        }
    }
}

fn count_column(column: CountColumn) -> String {
    let kind = column.kind.map(ActivityKind::code).map(str::to_owned);
    let part = column.part.map(|part| match part {
        YearPart::Month(month) => format!("month-{month}"),
        YearPart::Quarter(quarter) => format!("quarter-{quarter}"),
        YearPart::Half(half) => format!("half-{half}"),
        YearPart::Year => "year".to_owned(),
    });
    let planned = column.planned.then(|| "planned".to_owned());
    let total = column.total.then(|| "total".to_owned());
    let words: Vec<String> =
        std::iter::once("count".to_owned()).chain([kind, part, planned, total].into_iter().flatten()).collect();
    words.join(":")
}
