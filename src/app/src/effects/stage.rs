//! What a deck needs of the browser: its keys, the full screen, the page's own address, and a sample named there.

use super::Desk;
use crate::route::Route;
use crate::state::{Stage, State};
use gloo::events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, KeyboardEvent};
use yew::prelude::*;

/// Tells keys to the deck. `wanted` says whether the deck takes a key; only those are kept from the browser. Keys that
/// a button or a field would take itself stay there, and so do all keys in a dialog.
#[hook]
pub(crate) fn use_deck_keys<K: 'static>(wanted: fn(&str) -> Option<K>, on_key: Callback<K>) {
    use_effect_with(on_key, move |on_key| {
        let (options, on_key) = (EventListenerOptions::enable_prevent_default(), on_key.clone());
        let listener = web_sys::window().map(|window| {
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                let event = event.dyn_ref::<KeyboardEvent>().filter(|event| is_free(event));
                if let Some((event, key)) = event.and_then(|event| Some((event, wanted(&event.key())?))) {
                    event.prevent_default();
                    on_key.emit(key);
                }
            })
        });
        move || drop(listener)
    });
}

fn is_free(event: &KeyboardEvent) -> bool {
    let with_others = event.ctrl_key() || event.meta_key() || event.alt_key();
    let taken = match event.key().as_str() {
        " " | "Enter" => "button, a, input, summary, dialog",
        _ => "input, dialog",
    };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    !with_others && target.is_none_or(|target| target.closest(taken).is_ok_and(|found| found.is_none()))
}

/// Fills the screen, or no longer. A browser that cannot leaves all as it is.
pub(crate) fn toggle_full_screen() {
    let Some(document) = document() else { return };
    if document.fullscreen_element().is_some() {
        return document.exit_fullscreen();
    }
    if let Some(root) = document.document_element() {
        let _ = root.request_fullscreen();
    }
}

/// Gives the screen back.
pub(crate) fn leave_full_screen() {
    if let Some(document) = document().filter(|document| document.fullscreen_element().is_some()) {
        document.exit_fullscreen();
    }
}

/// The page's address without anything after `#`, where others can reach it at all.
pub(crate) fn page_address() -> Option<String> {
    let location = web_sys::window()?.location();
    let protocol = location.protocol().ok()?;
    let is_shared = matches!(protocol.as_str(), "http:" | "https:");
    is_shared.then(|| Some(location.origin().ok()? + &location.pathname().ok()?)).flatten()
}

/// A page that opens at a deck of samples takes them by itself: a reload in front of a room leads back to the slide.
#[hook]
pub(crate) fn use_named_sample(state: &UseReducerHandle<State>, desk: &Rc<Desk>) {
    let (state, desk) = (state.clone(), Rc::clone(desk));
    use_effect_with((), move |()| {
        if let (Route::Workshop(view), Stage::Start) = (&state.route, &state.stage)
            && let Some(sample) = view.sample
        {
            desk.take_sample(sample);
        }
    });
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
