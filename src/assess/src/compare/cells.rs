//! What the rows of a table say, cell by cell: the same whatever file, sheet and line they stand in.

use domain::{Activity, CellValue, Facts, Field, Relevance, Span, Status, TableKind, UnitIndex};
use std::cmp::Ordering;

/// Do two activities of two sets of facts say the same, whosever they are?
pub(super) fn same_activity(before: &Facts, one: u32, after: &Facts, other: u32) -> bool {
    let (one, other) = (before.activities.get(one as usize), after.activities.get(other as usize));
    one.zip(other).is_some_and(|(one, other)| by_content(one, other).is_eq())
}

/// Orders activities by everything they say but whose they are.
pub(super) fn by_content(one: &Activity, other: &Activity) -> Ordering {
    let first = |row: &Activity| (row.kind, row.when, row.count, row.people, row.women, row.cost);
    let last = |row: &Activity| (row.status, row.relevant);
    first(one)
        .cmp(&first(other))
        .then_with(|| one.title.cmp(&other.title))
        .then_with(|| one.tags.cmp(&other.tags))
        .then_with(|| (&one.channel, &one.audience).cmp(&(&other.channel, &other.audience)))
        .then_with(|| (&one.place, &one.funding).cmp(&(&other.place, &other.funding)))
        .then_with(|| last(one).cmp(&last(other)))
}

/// Cells that are not empty.
pub(super) type Cells = Vec<(Field, CellValue)>;

/// What an activity says, besides whose and when.
pub(super) fn of_activity(row: &Activity) -> Cells {
    let text = |field: Field, text: &str| (!text.is_empty()).then(|| (field, CellValue::Text(text.to_owned())));
    let number = |field: Field, number: Option<u64>| number.map(|number| (field, CellValue::Number(number)));
    let tags: Vec<&str> = row.tags.iter().map(domain::Text::as_str).collect();
    let cells = [
        text(Field::Title, &row.title),
        Some((Field::Kind, CellValue::Kind(row.kind))),
        number(Field::CountText, Some(u64::from(row.count)).filter(|count| *count != 1)),
        text(Field::Channel, &row.channel),
        text(Field::Audience, &row.audience),
        number(Field::People, row.people.map(u64::from)),
        number(Field::Women, row.women.map(u64::from)),
        text(Field::Place, &row.place),
        number(Field::Cost, row.cost),
        text(Field::Funding, &row.funding),
        text(Field::Tags, &tags.join(", ")),
        (row.status != Status::Done).then_some((Field::Status, CellValue::Status(row.status))),
        (row.relevant != Relevance::Yes).then_some((Field::Relevant, CellValue::Relevant(row.relevant))),
    ];
    cells.into_iter().flatten().collect()
}

/// A row of a register, without what is only its place: a convention's id may be made of its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) table: TableKind,
    pub(super) unit: UnitIndex,
    pub(super) when: Option<Span>,
    pub(super) cells: Cells,
    pub(super) origin: domain::Origin,
}

/// The rows of every register.
pub(super) fn registers(facts: &Facts) -> Vec<Entry> {
    media(facts).chain(conventions(facts)).chain(submissions(facts)).chain(surveys(facts)).collect()
}

fn media(facts: &Facts) -> impl Iterator<Item = Entry> {
    facts.media.iter().flatten().map(|row| Entry {
        table: TableKind::Media,
        unit: row.unit,
        when: None,
        cells: [
            row.stage.map(|stage| (Field::Stage, CellValue::Stage(stage))),
            row.from.map(|days| (Field::From, CellValue::Days(days))),
            row.to.map(|days| (Field::To, CellValue::Days(days))),
        ]
        .into_iter()
        .flatten()
        .collect(),
        origin: row.origin,
    })
}

fn conventions(facts: &Facts) -> impl Iterator<Item = Entry> {
    facts.conventions.iter().flatten().map(|row| Entry {
        table: TableKind::Conventions,
        unit: row.unit,
        when: row.adopted,
        cells: [
            row.discriminatory.map(|is| (Field::Discriminatory, CellValue::Is(is))),
            row.fixed_on.map(|days| (Field::FixedOn, CellValue::Days(days))),
            row.ended.map(|days| (Field::Ended, CellValue::Days(days))),
        ]
        .into_iter()
        .flatten()
        .collect(),
        origin: row.origin,
    })
}

fn submissions(facts: &Facts) -> impl Iterator<Item = Entry> {
    facts.submissions.iter().flatten().map(|row| Entry {
        table: TableKind::Submissions,
        unit: row.unit,
        when: Some(row.period),
        cells: vec![
            (Field::SubmissionKind, CellValue::HandedIn(row.kind)),
            (Field::Submitted, CellValue::Days(Span::day(row.submitted))),
        ],
        origin: row.origin,
    })
}

fn surveys(facts: &Facts) -> impl Iterator<Item = Entry> {
    facts.surveys.iter().flatten().map(|row| Entry {
        table: TableKind::Surveys,
        unit: row.unit,
        when: Some(row.date),
        cells: [
            Some((Field::Measure, CellValue::Text(row.measure.clone()))),
            Some((Field::Value, CellValue::Text(row.value.clone()))),
            row.base.map(|base| (Field::Base, CellValue::Number(u64::from(base)))),
        ]
        .into_iter()
        .flatten()
        .collect(),
        origin: row.origin,
    })
}
