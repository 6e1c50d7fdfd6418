//! What the first screen does without. It comes in a module of its own, right after the first picture.

use crate::app::callback;
use crate::effects::{self, Desk, EditionNews};
use crate::state::{Action, Overlay, State};
use crate::views::context::ContextBar;
use crate::views::edition::EditionNotice;
use crate::views::keys::KeysDialog;
use crate::views::notices::{NoticeActs, Notices};
use crate::views::palette::Palette;
use crate::views::screen::{ScreenProps, later, rests_on_data, shown};
use std::rc::Rc;
use wasm_split_helpers::wasm_split;
use yew::prelude::*;

/// Shows something of the state.
type Show = fn(&UseReducerHandle<State>, &Rc<Desk>) -> Html;

/// The way to what is in the other module.
pub(crate) struct Rest {
    /// The other screens.
    pub(crate) screen: Show,
    /// Day, year and scope over a screen.
    pub(crate) bar: Show,
    /// What is told above a screen.
    pub(crate) notices: Show,
    /// What is told at the foot of the page.
    pub(crate) below: Show,
    /// What lies over a screen, and the work that goes on beside it.
    pub(crate) beside: Show,
}

/// Waits for the other module.
#[wasm_split(rest)]
pub(crate) fn rest() -> &'static Rest {
    &Rest { screen: later, bar, notices, below, beside }
}

fn bar(state: &UseReducerHandle<State>, _: &Rc<Desk>) -> Html {
    let Some(assessed) = state.assessed().filter(|_| rests_on_data(shown(state))) else { return Html::default() };
    let tell = state.dispatcher();
    html! {
        <ContextBar
            language={state.language}
            summary={Rc::clone(&assessed.summary)}
            options={state.options.clone()}
            today={state.today}
            source={state.source}
            renewing={state.is_renewing()}
            on_open={callback(&tell, Action::Opened)}
            on_choose={callback(&tell, Action::Chose)}
            on_undo={callback(&tell, Action::Undid)}
        />
    }
}

fn notices(state: &UseReducerHandle<State>, desk: &Rc<Desk>) -> Html {
    html! {
        <>
            <Notices state={state.clone()} screen={shown(state)} acts={notice_acts(desk)} />
            { edition(state, EditionNews::Update) }
        </>
    }
}

/// With results nobody is told that the page is stored.
fn below(state: &UseReducerHandle<State>, _: &Rc<Desk>) -> Html {
    if state.assessed().is_some() { Html::default() } else { edition(state, EditionNews::Offline) }
}

fn edition(state: &State, tells: EditionNews) -> Html {
    html! { <EditionNotice {tells} language={state.language} unsaved={state.would_lose()} /> }
}

fn notice_acts(desk: &Rc<Desk>) -> NoticeActs {
    let act = |act: fn(&Rc<Desk>)| {
        let desk = Rc::clone(desk);
        Callback::from(move |()| act(&desk))
    };
    NoticeActs {
        on_restart: act(|desk| desk.restart()),
        on_resume: act(Desk::resume),
        on_decline: act(|desk| desk.decline()),
    }
}

fn beside(state: &UseReducerHandle<State>, desk: &Rc<Desk>) -> Html {
    html! {
        <>
            <Work state={state.clone()} desk={Rc::clone(desk)} />
            { overlay(state, desk) }
        </>
    }
}

fn overlay(state: &UseReducerHandle<State>, desk: &Rc<Desk>) -> Html {
    match state.overlay {
        None => Html::default(),
        Some(Overlay::Palette) => html! { <Palette state={state.clone()} desk={Rc::clone(desk)} /> },
        Some(Overlay::Keys) => {
            let on_close = callback(&state.dispatcher(), |()| Action::Uncovered(Overlay::Keys));
            html! { <KeysDialog language={state.language} {on_close} /> }
        }
    }
}

/// Follows the state with what it wants of worker and store.
#[component]
fn Work(props: &ScreenProps) -> Html {
    let ScreenProps { state, desk, .. } = props;
    effects::use_worker(state, desk);
    effects::use_named_sample(state, desk);
    effects::use_memory(state, desk);
    effects::use_leave_warning(state.would_lose());
    Html::default()
}
