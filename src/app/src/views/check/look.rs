//! One row of the user's file among its neighbours, with the questioned cell marked, and the way to the next place.

use super::places::named;
use crate::effects;
use crate::views::words::{own, quoting};
use domain::{CheckSlice, ColumnGuess, Field, FindingGroup, Language, Place, RowsSlice};
use std::rc::Rc;
use wording::Say;
use wording::check::LookText;
use wording::findings::finding;
use wording::overview::capital;
use wording::shell::Shell;
use yew::prelude::*;

/// What has come of the rows.
#[derive(Clone, PartialEq)]
pub(crate) enum Looked {
    /// Nothing yet.
    Coming,
    /// The place is in no table.
    Gone,
    /// They.
    Rows(Rc<RowsSlice>),
}

/// What the dialog needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LookProps {
    /// The language.
    pub(crate) language: Language,
    /// The findings: they know the other places.
    pub(crate) check: Rc<CheckSlice>,
    /// The place.
    pub(crate) at: Place,
    /// Its rows.
    pub(crate) looked: Looked,
    /// Looks elsewhere, or no longer.
    pub(crate) on_look: Callback<Option<Place>>,
}

/// The dialog. The browser closes it on Escape, and brings the focus back.
#[component]
pub(crate) fn LookDialog(props: &LookProps) -> Html {
    let LookProps { language, at, on_look, .. } = props;
    let dialog = use_node_ref();
    effects::use_modal(&dialog);
    let group = group_of(&props.check, at);
    let words = group.map(|group| finding(*language, &group.sample));
    html! {
        <dialog class="look" ref={dialog} aria-labelledby="look-title" onclose={on_look.reform(|_: Event| None)}>
            <header>
                <h2 id="look-title">{ quoting(*language, &capital(&LookText::Heading(named(*language, at)).say(*language))) }</h2>
                <button type="button" class="button small" onclick={|event: MouseEvent| effects::close_dialog(&event)}>
                    { LookText::Close.say(*language) }
                </button>
            </header>
            if let Some(words) = words {
                <p>
                    { quoting(*language, &capital(&words.seen)) }{ ". " }
                    <span class="quiet">{ quoting(*language, &capital(&words.why)) }{ "; " }{ quoting(*language, &words.todo) }{ "." }</span>
                </p>
            }
            { rows(props) }
            { ways(props, group) }
        </dialog>
    }
}

fn group_of<'a>(check: &'a CheckSlice, at: &Place) -> Option<&'a FindingGroup> {
    check.findings.iter().find(|group| group.first.iter().any(|found| found.at == *at))
}

fn rows(props: &LookProps) -> Html {
    let LookProps { language, at, looked, .. } = props;
    match looked {
        Looked::Coming => html! { <p class="quiet" aria-busy="true">{ Shell::Loading.say(*language) }</p> },
        Looked::Gone => html! { <p>{ LookText::Gone.say(*language) }</p> },
        Looked::Rows(slice) => html! {
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="look-title">
                <table class="look-rows">
                    <thead><tr>
                        <th scope="col">{ LookText::RowNumber.say(*language) }</th>
                        { for slice.columns.iter().map(|column| html! { <th scope="col" lang="vi">{ super::columns::column_name(column) }</th> }) }
                    </tr></thead>
                    <tbody>{ for slice.rows.iter().map(|(number, cells)| row(*language, at, &slice.columns, *number, cells)) }</tbody>
                </table>
            </div>
        },
    }
}

fn row(language: Language, at: &Place, columns: &[ColumnGuess], number: u32, cells: &[String]) -> Html {
    let is_asked = at.row == Some(number);
    let whole = is_asked && !columns.iter().any(|column| Some(column.column) == at.column);
    let cells = columns.iter().zip(cells).map(|(column, text)| {
        let marked = is_asked && Some(column.column) == at.column;
        let hidden = column.field == Field::Personal;
        let text = if hidden { html! { LookText::Hidden.say(language) } } else { own(text) };
        html! {
            <td class={hidden.then_some("quiet")} data-asked={marked.to_string()}>{ text }{ mark(language, marked) }</td>
        }
    });
    html! {
        <tr key={number} data-asked={is_asked.to_string()}>
            <th scope="row" data-asked={whole.to_string()}>{ number }{ mark(language, whole) }</th>
            { for cells }
        </tr>
    }
}

/// The colour of a cell is not enough.
fn mark(language: Language, marked: bool) -> Html {
    if !marked {
        return Html::default();
    }
    html! { <span class="asked-mark"><span aria-hidden="true">{ "◄ " }</span>{ LookText::ThisCell.say(language) }</span> }
}

/// The places before and after, of those that are listed.
fn ways(props: &LookProps, group: Option<&FindingGroup>) -> Html {
    let LookProps { language, at, .. } = props;
    let places: Vec<Place> = group
        .into_iter()
        .flat_map(|group| group.first.iter().map(|found| found.at.clone()))
        .filter(|place| place.row.is_some())
        .collect();
    let Some(nth) = places.iter().position(|place| place == at).filter(|_| places.len() > 1) else {
        return Html::default();
    };
    let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
    let told = LookText::Nth { nth: number(nth + 1), of: number(places.len()) };
    html! {
        <footer class="button-row">
            { way(props, nth.checked_sub(1).and_then(|before| places.get(before)), &LookText::Before) }
            <span role="status">{ told.say(*language) }</span>
            { way(props, places.get(nth + 1), &LookText::Next) }
        </footer>
    }
}

fn way(props: &LookProps, to: Option<&Place>, words: &LookText) -> Html {
    let to = to.cloned();
    let disabled = to.is_none();
    let onclick = props.on_look.reform(move |_: MouseEvent| to.clone());
    html! {
        <button type="button" class="button small" {disabled} {onclick}>{ words.say(props.language) }</button>
    }
}
