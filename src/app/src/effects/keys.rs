//! Keys that hold everywhere: Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z) step over what was chosen. Fields keep them for their
//! own text.

use crate::state::{Action, State, Step};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// Listens for them.
#[hook]
pub(crate) fn use_keys(state: &UseReducerHandle<State>) {
    let tell = state.dispatcher();
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = web_sys::window().map(|window| {
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                if let Some(step) =
                    event.dyn_ref::<KeyboardEvent>().filter(|event| !is_in_a_field(event)).and_then(step)
                {
                    event.prevent_default();
                    tell.dispatch(Action::Stepped(step));
                }
            })
        });
        move || drop(listener)
    });
}

fn step(event: &KeyboardEvent) -> Option<Step> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Step::Back),
        ("y", false) | ("z", true) => Some(Step::Forward),
        _ => None,
    }
}

fn is_in_a_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let fields = "input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable]";
    target.is_some_and(|target| target.closest(fields).is_ok_and(|field| field.is_some()))
}
