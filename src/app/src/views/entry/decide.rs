//! What a cell shows: suggestions for what is typed, and what intake says of it.

use crate::entry::{Column, Line, Told, UnitName, UnitNames};
use crate::views::matrix::search::answers;
use domain::{ActivityKind, Finding, Language, Severity};
use std::borrow::Cow;
use wording::Say;
use wording::entry::{EntryColumn, EntryText, entry_finding};
use wording::findings::finding;
use wording::overview::capital;

/// Suggestions shown at once.
const MOST: usize = 8;

/// A suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Suggestion {
    /// What it puts into the cell.
    pub(super) text: String,
    /// What tells it from others.
    pub(super) hint: String,
}

/// Suggestions for what stands in a cell.
pub(super) fn suggestions(
    language: Language,
    column: Column,
    text: &str,
    names: Option<&UnitNames>,
) -> Vec<Suggestion> {
    match column {
        Column::Unit => units(language, text, names),
        Column::Kind => kinds(language, text),
        _ => Vec::new(),
    }
}

fn units(language: Language, text: &str, names: Option<&UnitNames>) -> Vec<Suggestion> {
    let like = names.map(|names| names.like(text, MOST)).unwrap_or_default();
    let suggestion = |unit: &UnitName| {
        let life = EntryText::Life(unit.life).say(language).into_owned();
        let parts: Vec<String> = [unit.parent.clone(), life].into_iter().filter(|part| !part.is_empty()).collect();
        Suggestion { text: unit.label.clone(), hint: parts.join(" · ") }
    };
    like.into_iter().map(suggestion).collect()
}

/// All kinds, unless what is typed leaves only some of them.
fn kinds(language: Language, text: &str) -> Vec<Suggestion> {
    let all = ActivityKind::ALL.map(|kind| kind.say(language).into_owned());
    let is_one = all.iter().any(|kind| kind == text);
    let fitting = all.into_iter().filter(|kind| is_one || answers(kind, text));
    fitting.map(|text| Suggestion { text, hint: String::new() }).collect()
}

/// What is said below a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    /// How much it asks.
    pub(super) severity: Severity,
    /// The words.
    pub(super) text: String,
}

/// What intake says of a cell. A kind that is left out earns no finding: a file may do without such a column.
pub(super) fn notes(language: Language, column: Column, line: &Line, findings: &[Finding]) -> Vec<Note> {
    let about = findings.iter().filter(|finding| Column::about(finding) == column);
    let no_kind = column == Column::Kind && line.lacks_kind();
    let text = || EntryText::NoKind.say(language).into_owned();
    let guessed = no_kind.then(|| Note { severity: Severity::Warning, text: text() });
    about.map(|one| note(language, one)).chain(guessed).collect()
}

fn note(language: Language, one: &Finding) -> Note {
    let severity = one.kind.severity();
    let text = entry_finding(language, &one.kind).map_or_else(|| general(language, one), Cow::into_owned);
    Note { severity, text }
}

/// The words for files.
fn general(language: Language, one: &Finding) -> String {
    let words = finding(language, &one.kind);
    match one.kind.severity() {
        Severity::Note => format!("{}.", capital(&words.seen)),
        Severity::Question | Severity::Warning => format!("{}; {}.", capital(&words.seen), words.todo),
    }
}

/// The words of a column.
pub(super) fn words(column: Column) -> EntryColumn {
    match column {
        Column::Unit => EntryColumn::Unit,
        Column::Date => EntryColumn::Date,
        Column::Kind => EntryColumn::Kind,
        Column::Count => EntryColumn::Count,
        Column::Title => EntryColumn::Title,
        Column::Channel => EntryColumn::Channel,
        Column::People => EntryColumn::People,
        Column::Women => EntryColumn::Women,
    }
}

/// The words for what was done last.
pub(super) fn told(told: &Told) -> EntryText {
    match told {
        Told::Pasted { rows, cut } => EntryText::Pasted { rows: *rows, cut: *cut },
        Told::Duplicated(row) => EntryText::Duplicated(*row),
        Told::Deleted(row) => EntryText::Deleted(*row),
        Told::Cleared(rows) => EntryText::Cleared(*rows),
        Told::Undone => EntryText::Undone,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_offered_by_what_is_typed_and_all_of_them_once_one_is_chosen() {
        let offered = |text: &str| kinds(Language::Vi, text).len();
        assert_eq!([offered(""), offered("mo hinh"), offered("tin, bài"), offered("xyz")], [6, 1, 6, 0]);
    }
}
