//! The row that is pasted into a table of the superior's, and the order of its columns.

mod cells;

use super::take::{CopyTold, button};
use crate::clip::{self, Cells, Head};
use crate::effects::{self, value_of};
use crate::route::{Column, ReportView, Route};
use crate::views::icons::Icon;
use cells::{cells, moved, name, shown};
use domain::{Language, ReportSlice};
use std::rc::Rc;
use wording::Say;
use wording::reports::RowText;
use yew::prelude::*;

/// What the row needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowProps {
    /// The language.
    pub(super) language: Language,
    /// The report.
    pub(super) report: Rc<ReportSlice>,
    /// What the address asks for: the order among it.
    pub(super) view: ReportView,
    /// Told how the copy went.
    pub(super) on_copied: CopyTold,
    /// Leads to another order.
    pub(super) on_open: Callback<Route>,
}

/// The button that copies the row, and its columns.
#[component]
pub(super) fn RowToPaste(props: &RowProps) -> Html {
    let RowProps { language, report, view, on_copied, .. } = props;
    let columns = shown(view);
    let (row, told) = (cells(&columns, report), on_copied.clone());
    let copy = {
        let clip = clip::of_rows(std::slice::from_ref(&row), Head::None, Cells::Values);
        Callback::from(move |_| effects::copy_table(&clip.text, &clip.html, told.clone()))
    };
    html! {
        <>
            <ul>{ button(*language, (Icon::Copy, ""), (&RowText::Row, &RowText::RowHint), copy) }</ul>
            <details class="report-row">
                <summary>{ RowText::Order.say(*language) }</summary>
                { preview(*language, &columns, &row) }
                { order(props) }
            </details>
        </>
    }
}

fn preview(language: Language, columns: &[Column], row: &[String]) -> Html {
    let label = RowText::Preview.say(language).into_owned();
    html! {
        <div class="table-scroll" tabindex="0" role="group" aria-label={label}>
            <table>
                <thead><tr>for column in columns.iter() { <th scope="col">{ name(*column).say(language) }</th> }</tr></thead>
                <tbody><tr>for cell in row.iter() { <td>{ cell.clone() }</td> }</tr></tbody>
            </table>
        </div>
    }
}

fn order(props: &RowProps) -> Html {
    let RowProps { language, view, on_open, .. } = props;
    let language = *language;
    let goes = |columns: Vec<Column>| {
        let view = ReportView { columns, ..view.clone() };
        on_open.reform(move |_: MouseEvent| Route::Report(view.clone()))
    };
    if view.columns.is_empty() {
        let own = vec![Column::Unit, Column::Events, Column::EventPeople, Column::News];
        return html! {
            <>
                <p class="small">{ RowText::OfForm.say(language) }</p>
                <button type="button" class="button small" onclick={goes(own)}>{ RowText::Own.say(language) }</button>
            </>
        };
    }
    html! {
        <>
            <ol class="report-order">
                for (at, column) in view.columns.iter().enumerate() {
                    <li key={at}>
                        <span>{ name(*column).say(language) }</span>
                        { step(language, RowText::Before, *column, moved(&view.columns, at, at.checked_sub(1)), &goes) }
                        { step(language, RowText::After, *column, moved(&view.columns, at, at.checked_add(1)), &goes) }
                        { step(language, RowText::Remove, *column, Some(without(&view.columns, at)), &goes) }
                    </li>
                }
            </ol>
            { add(props) }
            <button type="button" class="button small" onclick={goes(Vec::new())}>{ RowText::ToForm.say(language) }</button>
        </>
    }
}

/// One step of a column; nothing where it cannot be taken.
fn step(
    language: Language,
    text: RowText,
    column: Column,
    to: Option<Vec<Column>>,
    goes: &impl Fn(Vec<Column>) -> Callback<MouseEvent>,
) -> Html {
    let label = format!("{}: {}", text.say(language), name(column).say(language));
    let sign = match text {
        RowText::Before => "↑",
        RowText::After => "↓",
        _ => "×",
    };
    let (disabled, onclick) = (to.is_none(), goes(to.unwrap_or_default()));
    html! {
        <button type="button" class="icon-button" aria-label={label.clone()} title={label} {disabled} {onclick}>{ sign }</button>
    }
}

fn without(columns: &[Column], at: usize) -> Vec<Column> {
    columns.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, column)| *column).collect()
}

fn add(props: &RowProps) -> Html {
    let RowProps { language, view, on_open, .. } = props;
    let (view, on_open) = (view.clone(), on_open.clone());
    let onchange = move |event: Event| {
        let code = value_of(&event);
        let column = Column::ALL.into_iter().find(|column| column.code() == code);
        let columns = view.columns.iter().copied().chain(column).collect();
        on_open.emit(Route::Report(ReportView { columns, ..view.clone() }));
    };
    html! {
        // Made anew with every column, so that it stands at "add" again.
        <label class="field" key={props.view.columns.len()}>
            { RowText::Add.say(*language) }
            <select {onchange}>
                <option value="" selected=true>{ "…" }</option>
                for column in Column::ALL {
                    <option key={column.code()} value={column.code()}>{ name(column).say(*language) }</option>
                }
            </select>
        </label>
    }
}
