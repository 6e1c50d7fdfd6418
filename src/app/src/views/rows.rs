//! The rows of a table as they stand in the user's file, each with what became of it. However many there are, the page
//! holds only those near what is shown.

mod decide;
mod pages;
mod scroller;
mod table;

pub(crate) use decide::{Come, Frame, PAGE, pages};
pub(crate) use pages::ways;

use crate::effects::{use_settled, value_of};
use crate::route::Route;
use crate::state::RowsAsked;
use crate::views::check::look::{LookDialog, Looked};
use crate::views::link::Link;
use crate::views::mark::StateShape;
use crate::views::words::quoting;
use decide::Window;
use domain::{CheckSlice, Language, Place, RowFate, RowsStretch, RowsWish, TableInfo};
use pages::Pages;
use scroller::Scroller;
use std::rc::Rc;
use table::shape;
use wording::rows::RowsText;
use wording::shell::Shell;
use wording::{Say, dates};
use yew::prelude::*;

/// What the screen needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RowsPageProps {
    /// The language.
    pub(crate) language: Language,
    /// Tables and findings, once they have come.
    pub(crate) check: Option<Rc<CheckSlice>>,
    /// Which rows are wanted.
    pub(crate) asked: RowsAsked,
    /// Those of them that have come.
    pub(crate) come: Come,
    /// The worker knows no such table.
    pub(crate) gone: bool,
    /// The row that is looked at, with what has come of it.
    pub(crate) look: Option<(Place, Looked)>,
    /// Asks for rows.
    pub(crate) on_ask: Callback<RowsAsked>,
    /// Opens a row.
    pub(crate) on_look: Callback<Option<Place>>,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// The screen.
#[component]
pub(crate) fn RowsPage(props: &RowsPageProps) -> Html {
    let RowsPageProps { language, check, asked, on_open, .. } = props;
    let Some(check) = check else {
        return html! { <h1 tabindex="-1">{ Shell::Loading.say(*language) }</h1> };
    };
    let back = html! {
        <Link class="button" to={Route::Check} {on_open}>{ RowsText::Back.say(*language) }</Link>
    };
    let Some(info) = check.tables.get(asked.wish.table as usize).filter(|_| !props.gone) else {
        return html! { <><h1 tabindex="-1">{ RowsText::NoTable.say(*language) }</h1><p>{ back }</p></> };
    };
    let title = RowsText::Title { file: info.file.clone(), sheet: info.sheet.clone() };
    html! {
        <div class="source-screen">
            <header class="page-head">
                <div>
                    <h1 tabindex="-1">{ quoting(*language, &title.say(*language)) }</h1>
                    <p class="lead">{ RowsText::Lead.say(*language) }</p>
                </div>
                <div class="button-row">{ back }</div>
            </header>
            <Found page={props.clone()} info={Rc::new(info.clone())} />
            { dialog(props, check) }
        </div>
    }
}

fn dialog(props: &RowsPageProps, check: &Rc<CheckSlice>) -> Html {
    let Some((at, looked)) = props.look.clone() else { return Html::default() };
    html! { <LookDialog language={props.language} {check} {at} {looked} on_look={props.on_look.clone()} /> }
}

/// How the rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Scroll,
    Pages,
}

#[derive(Clone, PartialEq, Properties)]
struct FoundProps {
    page: RowsPageProps,
    info: Rc<TableInfo>,
}

/// Search, filters and the rows that answer them.
#[component]
fn Found(props: &FoundProps) -> Html {
    let FoundProps { page: RowsPageProps { language, asked, come, on_ask, on_look, .. }, info } = props;
    let mode = use_state(|| Mode::Scroll);
    let typed = use_state(|| asked.wish.words.clone());
    let known = use_mut_ref(|| None::<Rc<RowsStretch>>);
    if let Some(stretch) = come.any() {
        known.replace(Some(Rc::clone(stretch)));
    }
    let known = known.borrow().clone();
    let total = known.as_ref().map_or(info.rows, |known| known.answer);
    {
        let (on_ask, wish) = (on_ask.clone(), asked.wish.clone());
        use_settled((*typed).clone(), move |words| {
            if words != wish.words {
                on_ask.emit(RowsAsked { wish: RowsWish { words, ..wish.clone() }, first: 0, last: 0 });
            }
        });
    }
    let on_window = {
        let (on_ask, wish) = (on_ask.clone(), asked.wish.clone());
        Callback::from(move |window: Window| {
            let (first, last) = window.stretches();
            on_ask.emit(RowsAsked { wish: wish.clone(), first, last });
        })
    };
    let key = format!("{} {} {}", asked.wish.table, asked.wish.words, asked.wish.fate.map_or("", RowFate::code));
    let (language, come) = (*language, come.clone());
    html! {
        <>
            { toolbar(props, &typed, &mode) }
            { chips(props, known.as_deref()) }
            <p class="source-count" role="status">
                { RowsText::Answer { answer: total, of: info.rows.max(total) }.say(language) }
            </p>
            if total == 0 {
                <p class="card">{ RowsText::NoneFound.say(language) }</p>
            } else if *mode == Mode::Scroll {
                <Scroller {key} {language} {info} {total} {come} {on_window} {on_look} />
            } else {
                <Pages {key} {language} {info} {total} {come} {on_window} {on_look} />
            }
        </>
    }
}

fn toolbar(props: &FoundProps, typed: &UseStateHandle<String>, mode: &UseStateHandle<Mode>) -> Html {
    let language = props.page.language;
    let label = RowsText::Search.say(language);
    let setter = typed.clone();
    let oninput = move |event: InputEvent| setter.set(value_of(&event));
    let choice = |own: Mode, words: RowsText| {
        let (pressed, setter) = (**mode == own, mode.clone());
        html! {
            <button type="button" class="chip" aria-pressed={pressed.to_string()} onclick={move |_| setter.set(own)}>
                { words.say(language) }
            </button>
        }
    };
    html! {
        <div class="toolbar" role="search">
            <input class="search" type="search" aria-label={label.to_string()} placeholder={label.to_string()}
                autocomplete="off" spellcheck="false" value={(**typed).clone()} {oninput} />
            <div class="source-modes" role="group" aria-label={RowsText::Modes.say(language).into_owned()}>
                { choice(Mode::Scroll, RowsText::Scroll) }
                { choice(Mode::Pages, RowsText::Pages) }
            </div>
        </div>
    }
}

fn chips(props: &FoundProps, known: Option<&RowsStretch>) -> Html {
    let FoundProps { page: RowsPageProps { language, asked, .. }, .. } = props;
    let Some(known) = known else { return Html::default() };
    let fates =
        RowFate::ALL.into_iter().filter(|fate| known.fates.contains_key(fate) || asked.wish.fate == Some(*fate));
    let count = |fate: &RowFate| known.fates.get(fate).copied().unwrap_or(0);
    html! {
        <div class="chips source-chips" role="group" aria-label={RowsText::Filters.say(*language).into_owned()}>
            { chip(props, None, known.fates.values().sum()) }
            for fate in fates { { chip(props, Some(fate), count(&fate)) } }
        </div>
    }
}

fn chip(props: &FoundProps, fate: Option<RowFate>, count: u32) -> Html {
    let RowsPageProps { language, asked, on_ask, .. } = &props.page;
    let next = RowsAsked { wish: RowsWish { fate, ..asked.wish.clone() }, first: 0, last: 0 };
    let onclick = on_ask.reform(move |_: MouseEvent| next.clone());
    let words = fate.map_or_else(|| RowsText::All.say(*language), |fate| fate.say(*language));
    html! {
        <button type="button" class="chip" key={fate.map_or("all", RowFate::code)} {onclick}
            aria-pressed={(fate == asked.wish.fate).to_string()}>
            if let Some(fate) = fate { <StateShape state={shape(fate)} /> }
            <span>{ words }</span><b>{ dates::number(*language, count) }</b>
        </button>
    }
}
