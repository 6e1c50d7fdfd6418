//! What a table holds.
//!
//! It decides between activities and the registers, from headers first, titles second. A table that is not surely a
//! register holds activities: there a mistake shows at once, while a register taken wrongly would make "nothing there"
//! out of "not handed in".

use super::guess::{Draft, levels};
use super::headers::{Sense, Wording, read_level, speaks_of, title_speaks_of};
use super::values::{Looks, Values};
use crate::grid::Table;
use domain::{Field, TableKind, Vocabulary};

/// The registers, surest first.
const REGISTERS: [TableKind; 5] =
    [TableKind::Conventions, TableKind::Media, TableKind::Submissions, TableKind::Surveys, TableKind::Units];

/// What this table holds.
pub(super) fn table_kind(table: &Table, values: &[Values], vocabulary: &Vocabulary) -> TableKind {
    let general: Vec<Draft> = drafts(table, values, TableKind::Activities, vocabulary);
    let is = |kind: &TableKind| gives_away(table, *kind, values, vocabulary) && !contradicts(&general, *kind);
    REGISTERS.into_iter().find(|kind| is(kind)).unwrap_or(TableKind::Activities)
}

/// Reads all columns as those of a table of this kind.
pub(super) fn drafts(table: &Table, values: &[Values], kind: TableKind, vocabulary: &Vocabulary) -> Vec<Draft> {
    let columns = table.columns.iter().zip(values).enumerate();
    columns.map(|(at, (column, values))| Draft::of(column, at, values.clone(), kind, vocabulary)).collect()
}

fn gives_away(table: &Table, kind: TableKind, values: &[Values], vocabulary: &Vocabulary) -> bool {
    let by_header = table.columns.iter().flat_map(levels).any(|level| speaks_of(&level, kind));
    let lines = table.title_lines.iter().map(String::as_str).chain([table.sheet.as_str()]);
    let by_title = lines.map(Wording::of).any(|line| title_speaks_of(&line, kind));
    let by_values = kind == TableKind::Media && values.iter().any(is_stage);
    by_values || ((by_header || by_title) && has_key(table, kind, vocabulary))
}

fn is_stage(values: &Values) -> bool {
    !values.are_empty() && values.mostly(&[Looks::Stage])
}

/// Is there a column that only such a register has?
fn has_key(table: &Table, kind: TableKind, vocabulary: &Vocabulary) -> bool {
    let keys: &[Field] = match kind {
        TableKind::Activities => &[],
        TableKind::Media => &[Field::Stage, Field::From],
        TableKind::Conventions => &[Field::Adopted, Field::Discriminatory, Field::FixedOn, Field::Ended],
        TableKind::Submissions => &[Field::Submitted],
        TableKind::Surveys => &[Field::Value],
        TableKind::Units => &[Field::UnitKind, Field::Parent],
    };
    let leaf = |column| levels(column).last().map(|level| read_level(level, kind, vocabulary));
    table.columns.iter().filter_map(leaf).any(|said| said.senses.iter().any(|sense| is_key(*sense, keys)))
}

fn is_key(sense: Sense, keys: &[Field]) -> bool {
    matches!(sense, Sense::Is(field) if keys.contains(&field))
}

/// Do the columns, read as those of activities, speak against this register?
fn contradicts(general: &[Draft], kind: TableKind) -> bool {
    let counts = general.iter().any(|draft| draft.says(|sense| matches!(sense, Sense::Counts(_))));
    let has = |field| general.iter().any(|draft| draft.guess.field == field);
    let log = has(Field::Title) && has(Field::Date);
    match kind {
        TableKind::Units => counts || has(Field::Title) || has(Field::Date) || any_count(general),
        TableKind::Submissions | TableKind::Surveys => counts || log,
        _ => counts,
    }
}

fn any_count(general: &[Draft]) -> bool {
    general.iter().any(|draft| matches!(draft.guess.field, Field::Count(_) | Field::CountText))
}
