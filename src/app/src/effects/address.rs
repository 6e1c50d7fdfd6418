//! The address bar, the document's title and language, and where the keyboard stands.

use super::turns::{Turn, When, in_turn};
use crate::route::Address;
use crate::state::{Action, State};
use domain::Language;
use gloo::events::EventListener;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, History, HtmlElement};
use yew::prelude::*;

/// The part of the address from the `#` on.
pub(super) fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// What an entry of the history holds that the page made, or has taken.
const KNOWN: JsValue = JsValue::TRUE;

/// Keeps address and state in step. Another screen is a new entry of the history; other settings replace the entry. A browser
/// takes its time for an entry: that is a task of its own, and every one is written.
#[hook]
pub(crate) fn use_address(state: &UseReducerHandle<State>) {
    use_effect_with(state.address(), |address: &Address| {
        let address = address.clone();
        in_turn(When::Next, move || write(&address));
    });
    let tell = state.dispatcher();
    use_effect_with((), move |()| {
        let window = web_sys::window();
        // Its settings were taken when the page opened.
        in_turn(When::Work, take_note);
        let listener = window.map(|window| EventListener::new(&window, "hashchange", move |_| heard(&tell)));
        move || drop(listener)
    });
}

/// Only addresses of the page's own kind lead anywhere: `#main` is no screen. Going back and forward leads to screens and
/// leaves settings as they are now; what somebody wrote or followed sets them.
fn heard(tell: &UseReducerDispatcher<State>) {
    let hash = hash();
    if !hash.starts_with("#/") && !hash.is_empty() {
        return;
    }
    let address = Address::parse(&hash);
    let is_known = history().and_then(|history| history.state().ok()).is_some_and(|state| state == KNOWN);
    take_note();
    tell.dispatch(if is_known { Action::Opened(address.route) } else { Action::Followed(address) });
}

fn history() -> Option<History> {
    web_sys::window().and_then(|window| window.history().ok())
}

/// The present entry is known from now on. A browser that forbids it has its settings taken again when it is gone back to.
fn take_note() {
    if let Some(history) = history() {
        let _ = history.replace_state(&KNOWN, "");
    }
}

fn write(address: &Address) {
    let (wanted, present) = (address.hash(), hash());
    let Some(history) = history() else { return };
    if wanted == present {
        return;
    }
    let stays = present.is_empty() || Address::parse(&present).route.same_screen(&address.route);
    // A browser that forbids it (too many in a short time) leaves the old address: no harm to the page.
    let _ = if stays {
        history.replace_state_with_url(&KNOWN, "", Some(&wanted))
    } else {
        history.push_state_with_url(&KNOWN, "", Some(&wanted))
    };
}

/// Sets the document's title and language. In another language all text is laid out anew: that is a task of its own, after that
/// of the words that changed.
#[hook]
pub(crate) fn use_document(title: String, language: Language) {
    use_effect_with(title, |title| {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            document.set_title(title);
        }
    });
    use_effect_with(language, |language| {
        let code = match language {
            Language::Vi => "vi",
            Language::En => "en",
        };
        let turn = Turn::new(When::Work, move |_| set_language(code));
        move || drop(turn)
    });
}

fn set_language(code: &str) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root.filter(|root| root.get_attribute("lang").as_deref() != Some(code)) {
        // Setting `lang` on the root cannot fail: the name is a valid attribute.
        let _ = root.set_attribute("lang", code);
    }
}

/// Moves to the heading, and to the top, whenever `screen` changes; not when the page opens. For both the browser lays the page
/// out: that is a task of its own, after the drawing. A screen that is not complete yet may bring its heading along with its
/// content: then the way ends there once that has come, unless the keyboard already stands somewhere.
#[hook]
pub(crate) fn use_focus<T: Clone + PartialEq + 'static>(screen: T, is_complete: bool) {
    let last = use_mut_ref(|| screen.clone());
    let is_on_way = use_mut_ref(|| false);
    if last.replace(screen.clone()) != screen {
        let_go();
        is_on_way.replace(true);
    }
    let is_leaving = Rc::clone(&is_on_way);
    use_effect_with(screen.clone(), move |_| {
        if *is_leaving.borrow() {
            go_to_heading();
        }
    });
    use_effect_with((screen, is_complete), move |(_, is_complete)| {
        if *is_complete && is_on_way.replace(false) {
            in_turn(When::Next, || {
                if stands_nowhere() {
                    focus("main h1");
                }
            });
        }
    });
}

fn go_to_heading() {
    let before = active();
    in_turn(When::Next, move || {
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        // Who was faster than this stays where they are.
        if stands_nowhere() || active() == before {
            focus("main h1");
        }
    });
}

/// Takes the focus from the content before it goes. A browser that has to take away what holds the focus lays out the page first,
/// and then half of the next screen stands in it.
fn let_go() {
    let held = active().filter(|element| element.closest("main").is_ok_and(|main| main.is_some()));
    if let Some(held) = held.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = held.blur();
    }
}

fn stands_nowhere() -> bool {
    active().is_none_or(|element| element.tag_name() == "BODY")
}

/// The element that has the focus.
fn active() -> Option<Element> {
    web_sys::window()?.document()?.active_element()
}

/// Moves to the content, past header and navigation.
pub(crate) fn focus_main() {
    focus("main");
}

/// Brings the element with this id into view, and moves to it.
pub(crate) fn reveal(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    focus_on(document.and_then(|document| document.get_element_by_id(id)));
}

fn focus(selector: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    focus_on(document.and_then(|document| document.query_selector(selector).ok().flatten()));
}

fn focus_on(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Headings take the focus from scripts only.
        let _ = element.set_attribute("tabindex", "-1");
        let _ = element.focus();
    }
}
