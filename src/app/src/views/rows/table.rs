//! The table of rows: numbered as the whole is, however few of them are drawn.

use super::decide::{Come, Window};
use crate::views::check::columns::column_name;
use crate::views::mark::StateShape;
use domain::{ColumnGuess, Field, FindingKind, Language, Place, RowFate, SourceRow, State, TableInfo};
use std::rc::Rc;
use wording::Say;
use wording::check::LookText;
use wording::findings::finding;
use wording::overview::capital;
use wording::rows::RowsText;
use wording::states::Group;
use yew::prelude::*;

/// What a view of rows needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ViewProps {
    /// The language.
    pub(super) language: Language,
    /// The table.
    pub(super) info: Rc<TableInfo>,
    /// Rows that answer.
    pub(super) total: u32,
    /// Those that have come.
    pub(super) come: Come,
    /// Told which rows are drawn.
    pub(super) on_window: Callback<Window>,
    /// Opens a row.
    pub(super) on_look: Callback<Option<Place>>,
}

/// What the table needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TableProps {
    /// The language.
    pub(super) language: Language,
    /// The table.
    pub(super) info: Rc<TableInfo>,
    /// Rows that answer.
    pub(super) total: u32,
    /// Those that have come.
    pub(super) come: Come,
    /// Those that are drawn.
    pub(super) window: Window,
    /// Opens a row.
    pub(super) on_look: Callback<Option<Place>>,
    /// The element.
    #[prop_or_default]
    pub(super) node: NodeRef,
}

/// The table.
#[component]
pub(super) fn RowsTable(props: &TableProps) -> Html {
    let TableProps { language, info, total, come, window, node, .. } = props;
    html! {
        <table class="source-rows" ref={node} aria-rowcount={(u64::from(*total) + 1).to_string()}>
            <caption class="visually-hidden">{ RowsText::Frame.say(*language) }</caption>
            <thead>
                <tr aria-rowindex="1">
                    <th scope="col">{ LookText::RowNumber.say(*language) }</th>
                    <th scope="col">{ RowsText::FateColumn.say(*language) }</th>
                    for column in info.columns.iter() {
                        <th lang="vi" scope="col" key={column.column} data-long={is_long(column)}>{ column_name(column) }</th>
                    }
                </tr>
            </thead>
            <tbody>
                for place in window.places() { { line(props, place, come.row(place)) } }
            </tbody>
        </table>
    }
}

/// Columns whose texts are long.
fn is_long(column: &ColumnGuess) -> Option<&'static str> {
    matches!(column.field, Field::Title | Field::Note | Field::Evidence).then_some("yes")
}

fn line(props: &TableProps, place: u32, row: Option<&SourceRow>) -> Html {
    let language = props.language;
    let index = (u64::from(place) + 2).to_string();
    let Some(row) = row else {
        let columns = (props.info.columns.len() + 2).to_string();
        return html! {
            <tr key={place} aria-rowindex={index} data-place={place.to_string()}>
                <td colspan={columns} class="quiet">{ RowsText::Coming.say(language) }</td>
            </tr>
        };
    };
    html! {
        <tr key={place} aria-rowindex={index} data-place={place.to_string()} data-fate={row.fate.code()}>
            <th scope="row">{ opener(props, row.number) }</th>
            <td class="source-fate">{ fate(language, row.fate, row.found.as_ref()) }</td>
            for (column, text) in props.info.columns.iter().zip(&row.cells) { { cell(language, column, text) } }
        </tr>
    }
}

fn opener(props: &TableProps, number: u32) -> Html {
    let TableInfo { file, sheet, .. } = &*props.info;
    let at = Place { file: file.clone(), sheet: sheet.clone(), row: Some(number), column: None };
    let onclick = props.on_look.reform(move |_: MouseEvent| Some(at.clone()));
    let label = RowsText::OpenRow(number).say(props.language).into_owned();
    html! {
        <button type="button" class="link-button" aria-haspopup="dialog" aria-label={label} {onclick}>{ number }</button>
    }
}

/// Shape and word; what was found behind them.
fn fate(language: Language, fate: RowFate, found: Option<&FindingKind>) -> Html {
    let state = shape(fate);
    let found = found.map(|kind| capital(&finding(language, kind).seen));
    html! {
        <>
            <span class="mark" data-group={Group::of(state).code()}><StateShape {state} />{ fate.say(language) }</span>
            if let Some(found) = found { <small title={found.clone()}>{ found }</small> }
        </>
    }
}

/// Rows wear the shapes that people know from the verdicts.
pub(super) fn shape(fate: RowFate) -> State {
    match fate {
        RowFate::Used => State::Met,
        RowFate::Question => State::Uncertain,
        RowFate::Duplicate | RowFate::Ignored => State::NotApplicable,
    }
}

fn cell(language: Language, column: &ColumnGuess, text: &str) -> Html {
    if column.field == Field::Personal {
        return html! { <td key={column.column} class="quiet">{ LookText::Hidden.say(language) }</td> };
    }
    let whole = (!text.is_empty()).then(|| text.to_owned());
    html! { <td lang="vi" key={column.column} title={whole} data-long={is_long(column)}>{ text }</td> }
}
