//! What became of the rows between the two sets of files.

use crate::views::words::{own, quoting};
use domain::{CellValue, ChangedRow, ComparedRow, Field, Language, RowPlace, RowsCompared, TableKind};
use wording::compare::{RowsText, cell};
use wording::{Say, Text, dates};
use yew::prelude::*;

/// What the card needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowsProps {
    /// The language.
    pub(super) language: Language,
    /// The rows.
    pub(super) rows: RowsCompared,
}

/// The card.
#[component]
pub(super) fn RowsCard(props: &RowsProps) -> Html {
    let RowsProps { language, rows } = props;
    let language = *language;
    let changed = rows.first_changed.iter().map(|row| changed(language, row)).collect();
    let of = |rows: &[ComparedRow]| rows.iter().map(|row| shown(language, row)).collect();
    html! {
        <section class="card compare-row-card" aria-labelledby="compare-rows">
            <h2 id="compare-rows">{ RowsText::Title.say(language) }</h2>
            <p><b>{ RowsText::Told(rows.into()).say(language) }</b></p>
            <p class="small quiet">{ RowsText::Known.say(language) }</p>
            { group(language, RowsText::Added, rows.added, of(&rows.first_added)) }
            { group(language, RowsText::Gone, rows.gone, of(&rows.first_gone)) }
            { group(language, RowsText::Changed, rows.changed, changed) }
        </section>
    }
}

fn group(language: Language, words: fn(u32) -> RowsText, of: u32, rows: Vec<Html>) -> Html {
    let listed = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    html! {
        if of > 0 {
            <details>
                <summary>{ words(of).say(language) }</summary>
                <ul class="compare-rows">for row in rows { <li>{ row }</li> }</ul>
                if listed < of { <p class="small quiet">{ RowsText::OnlyFirst(listed).say(language) }</p> }
            </details>
        }
    }
}

fn place(language: Language, place: &RowPlace) -> Text {
    let RowPlace { file, sheet, row } = place.clone();
    RowsText::Place { file, sheet, row }.say(language)
}

fn shown(language: Language, row: &ComparedRow) -> Html {
    let when = row.when.map_or_else(|| RowsText::NoDate.say(language), |when| dates::span(when).into());
    let table = (row.table != TableKind::Activities).then(|| format!("{}; ", row.table.say(language)));
    html! {
        <>
            <b>{ quoting(language, &place(language, &row.place)) }</b>
            { " · " }{ own(&row.unit) }{ format!(" · {when} · {}", table.unwrap_or_default()) }{ cells(language, &row.cells) }
        </>
    }
}

/// Title and kind speak for themselves; other cells are named.
fn cells(language: Language, cells: &[(Field, CellValue)]) -> Html {
    let name = |field: &Field| match field {
        Field::Title | Field::Kind => String::new(),
        field => format!("{}: ", field.say(language)),
    };
    html! {
        for (at, (field, value)) in cells.iter().enumerate() {
            { if at > 0 { "; " } else { "" } }{ name(field) }{ value_view(language, value) }
        }
    }
}

/// A text is the file's own; numbers and days are written as the page writes them.
fn value_view(language: Language, value: &CellValue) -> Html {
    match value {
        CellValue::Text(text) => own(text),
        other => html! { cell(language, other) },
    }
}

fn changed(language: Language, row: &ChangedRow) -> Html {
    let value = |value: &Option<CellValue>| match value {
        Some(value) => value_view(language, value),
        None => html! { RowsText::Empty.say(language) },
    };
    let after = &row.after;
    let title =
        after.cells.iter().find(|(field, _)| *field == Field::Title).map(|(_, title)| value_view(language, title));
    html! {
        <>
            <b>
                { quoting(language, &place(language, &row.before)) }{ " → " }
                { quoting(language, &place(language, &after.place)) }
            </b>
            { " · " }{ own(&after.unit) }{ " · " }{ title.unwrap_or_default() }
            <ul>
                for (field, before, now) in row.changes.iter() {
                    <li>{ field.say(language) }{ ": " }{ value(before) }{ " → " }{ value(now) }</li>
                }
            </ul>
        </>
    }
}
