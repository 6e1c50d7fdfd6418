//! The rows page by page, for those who read with a screen reader, search with the browser, or print.

use super::decide::{Window, pages};
use super::table::{RowsTable, ViewProps};
use crate::effects::value_of;
use domain::Language;
use wording::Say;
use wording::rows::RowsText;
use yew::prelude::*;

/// A page of rows with the way to the others.
#[component]
pub(super) fn Pages(props: &ViewProps) -> Html {
    let ViewProps { language, info, total, come, on_window, on_look } = props;
    let page = use_state(|| 0_u32);
    let at = (*page).min(pages(*total) - 1);
    let window = Window::of_page(at, *total);
    {
        let on_window = on_window.clone();
        use_effect_with((window.first, window.end), move |_| on_window.emit(window));
    }
    let turn = {
        let page = page.clone();
        Callback::from(move |to: u32| page.set(to))
    };
    html! {
        <>
            { ways(*language, at, pages(*total), &turn) }
            <div class="source-page" tabindex="0" role="region" aria-label={RowsText::Frame.say(*language).into_owned()}>
                <RowsTable language={*language} {info} total={*total} come={come.clone()} {window} {on_look} />
            </div>
            { ways(*language, at, pages(*total), &turn) }
        </>
    }
}

/// The ways to the pages beside this one, and to any.
pub(crate) fn ways(language: Language, at: u32, of: u32, turn: &Callback<u32>) -> Html {
    let onchange = turn.reform(move |event: Event| {
        let wanted: Option<u32> = chosen(&event);
        wanted.map_or(at, |page| page.saturating_sub(1).min(of - 1))
    });
    html! {
        <nav class="button-row source-ways" aria-label={RowsText::Pages.say(language).into_owned()}>
            { way(language, &RowsText::PreviousPage, at.checked_sub(1), turn) }
            <label class="choice">
                <span>{ RowsText::Page.say(language) }</span>
                <input type="number" min="1" max={of.to_string()} value={(at + 1).to_string()} {onchange} />
                <span>{ RowsText::OfPages(of).say(language) }</span>
            </label>
            { way(language, &RowsText::NextPage, Some(at + 1).filter(|next| *next < of), turn) }
        </nav>
    }
}

fn chosen(event: &Event) -> Option<u32> {
    value_of(event).trim().parse().ok()
}

fn way(language: Language, words: &RowsText, to: Option<u32>, turn: &Callback<u32>) -> Html {
    let onclick = turn.reform(move |_: MouseEvent| to.unwrap_or_default());
    html! { <button type="button" class="button small" disabled={to.is_none()} {onclick}>{ words.say(language) }</button> }
}
