//! What the columns of a table mean, and what the table is.
//!
//! Header words, values and neighbours together decide, in this order: a canonical table; which register; each column
//! alone (`guess`); columns side by side (`settle`); what the user chose. It reads no row into a fact, and it matches
//! no unit. What it cannot tell it leaves out and says so.

mod fingerprint;
mod guess;
mod headers;
mod order;
mod registry;
mod settle;
mod surroundings;
mod values;

#[cfg(test)]
mod tests;

pub use fingerprint::fingerprint;

use super::dates::DayOrder;
use super::relevance::table_relevance;
use crate::grid::{Column, Table};
use chrono::NaiveDate;
use domain::{
    ActivityKind, ColumnGuess, Field, Finding, FindingKind, Options, Place, Relevance, Span, TableKind, TableShape,
    Vocabulary,
};
use guess::{Draft, Guess};
use values::Values;

/// What a table means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableMeaning {
    /// What it holds.
    pub kind: TableKind,
    /// How it counts.
    pub shape: TableShape,
    /// Its columns, left to right, one for each of the table's.
    pub columns: Vec<ColumnGuess>,
    /// The period of rows without a date.
    pub period: Option<Span>,
    /// "Tính đến ngày …".
    pub cut_off: Option<NaiveDate>,
    /// Are its rows about gender equality, unless they say otherwise?
    pub relevance: Relevance,
    /// The kind of rows that name none.
    pub default_kind: Option<ActivityKind>,
    /// Day or month first.
    pub order: DayOrder,
    /// Columns left out, and questions about whole columns.
    pub notes: Vec<Finding>,
}

/// Understands a table as far as its words, values and the user's choices carry.
pub fn understand(table: &Table, vocabulary: &Vocabulary, options: &Options) -> TableMeaning {
    let key = fingerprint(table);
    // What our own export leaves blank is known to be unknown, whatever the file is called.
    let period = surroundings::period(table).filter(|_| !headers::is_written(table));
    let (kind, guesses) = guesses(table, vocabulary, period);
    let columns = chosen(guesses, &key, options);
    let order = if options.month_first.contains(&key) { DayOrder::MonthFirst } else { DayOrder::DayFirst };
    TableMeaning {
        kind,
        shape: shape(kind, &columns),
        period,
        cut_off: surroundings::cut_off(table),
        relevance: relevance(table, kind, &columns, &key, options),
        default_kind: default_kind(table, &columns, vocabulary),
        order,
        notes: notes(table, &columns, order),
        columns,
    }
}

/// Is it one of our own tables, as the cleaned export writes them?
pub(crate) fn is_canonical(table: &Table) -> bool {
    headers::canonical_fields(table).is_some()
}

fn guesses(table: &Table, vocabulary: &Vocabulary, period: Option<Span>) -> (TableKind, Vec<ColumnGuess>) {
    let values: Vec<Values> =
        (0..table.columns.len()).map(|position| Values::of(table, position, vocabulary)).collect();
    let canonical = headers::canonical_fields(table);
    let kind = canonical.as_ref().map_or_else(|| registry::table_kind(table, &values, vocabulary), |(kind, _)| *kind);
    let mut drafts = registry::drafts(table, &values, kind, vocabulary);
    match canonical {
        Some((_, fields)) => take_canonical(&mut drafts, &fields),
        None if kind == TableKind::Activities => settle::settle(&mut drafts, period),
        None => settle::settle_register(&mut drafts, kind),
    }
    (kind, table.columns.iter().zip(&drafts).map(|(column, draft)| column_guess(column, draft)).collect())
}

fn take_canonical(drafts: &mut [Draft], fields: &[Option<Field>]) {
    for (draft, field) in drafts.iter_mut().zip(fields) {
        // A column the user added keeps out of the way of ours.
        draft.guess = field.map_or(Guess::UNKNOWN, |field| Guess { field, weight: 100 });
    }
}

fn column_guess(column: &Column, draft: &Draft) -> ColumnGuess {
    let personal = draft.guess.field == Field::Personal;
    ColumnGuess {
        column: column.index,
        header: column.headers.join(" / "),
        field: draft.guess.field,
        confidence: draft.guess.weight,
        chosen: false,
        examples: if personal { Vec::new() } else { draft.values.examples.clone() },
    }
}

/// A choice for the very table beats one for every table with these headers.
fn chosen(mut columns: Vec<ColumnGuess>, key: &str, options: &Options) -> Vec<ColumnGuess> {
    let headers = domain::header_key(&columns);
    let of_headers = options.columns.iter().filter(|choice| headers.as_ref() == Some(&choice.table));
    for choice in of_headers.chain(options.columns.iter().filter(|choice| choice.table == key)) {
        for column in columns.iter_mut().filter(|column| column.column == choice.column) {
            column.field = choice.field;
            column.confidence = 100;
            column.chosen = true;
        }
    }
    columns
}

/// A table whose columns count kinds or parts of the year is a summary, unless its rows are dated activities.
fn shape(kind: TableKind, columns: &[ColumnGuess]) -> TableShape {
    let has = |fields: &[Field]| columns.iter().any(|column| fields.contains(&column.field));
    let dated = has(&[Field::Date, Field::DateFrom]);
    let named = has(&[Field::Title, Field::Kind]);
    let counts = |fits: fn(&domain::CountColumn) -> bool| {
        columns.iter().any(|column| matches!(&column.field, Field::Count(count) if fits(count)))
    };
    let divided = counts(|count| count.kind.is_some() || count.part.is_some());
    let bare = !dated && !named && counts(|_| true);
    match kind {
        TableKind::Activities if (divided && !(dated && named)) || bare => TableShape::Summary,
        _ => TableShape::Log,
    }
}

fn relevance(table: &Table, kind: TableKind, columns: &[ColumnGuess], key: &str, options: &Options) -> Relevance {
    let own_column = columns.iter().any(|column| column.field == Field::Relevant);
    let headers = columns.iter().map(|column| column.header.as_str());
    let texts: Vec<&str> = surroundings::texts(table).into_iter().chain(headers).collect();
    match options.relevance.iter().rev().find(|choice| choice.table == key) {
        Some(choice) => choice.relevant,
        None if own_column || kind != TableKind::Activities => Relevance::Yes,
        None => table_relevance(&texts),
    }
}

fn default_kind(table: &Table, columns: &[ColumnGuess], vocabulary: &Vocabulary) -> Option<ActivityKind> {
    let titles = columns.iter().filter(|column| column.field == Field::Title);
    let titles: Vec<_> = titles.map(|column| headers::Wording::of(&column.header)).collect();
    surroundings::default_kind(table, &titles, vocabulary)
}

fn notes(table: &Table, columns: &[ColumnGuess], order: DayOrder) -> Vec<Finding> {
    let of_columns = columns.iter().filter_map(|column| note(table, column));
    let asks = order == DayOrder::DayFirst && !headers::is_written(table);
    let dates = columns.iter().enumerate().filter(|(_, column)| asks && is_date(column.field));
    let questions = dates.filter_map(|(at, column)| order::ambiguous_order(table, at, column.column));
    of_columns.chain(questions).collect()
}

fn note(table: &Table, column: &ColumnGuess) -> Option<Finding> {
    let header = column.header.clone();
    let unknown = column.field == Field::Ignored && column.confidence == 0 && !column.examples.is_empty();
    let kind = match column.field {
        Field::Personal => FindingKind::PersonalColumn { header },
        _ if unknown => FindingKind::UnknownColumn { header },
        _ => return None,
    };
    let at = Place { file: table.file.clone(), sheet: table.sheet.clone(), row: None, column: Some(column.column) };
    Some(Finding { at, kind })
}

fn is_date(field: Field) -> bool {
    matches!(
        field,
        Field::Date | Field::DateFrom | Field::DateTo | Field::Submitted | Field::From | Field::To | Field::Adopted
    )
}
