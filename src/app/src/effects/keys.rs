//! Listens for keys that hold everywhere. What they mean is decided in `crate::keys`.

use super::dialog::is_any_open;
use crate::keys::{Held, Meaning, Place, Press, meaning};
use crate::state::{Action, State};
use domain::SingleKeys;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// Listens for them.
#[hook]
pub(crate) fn use_keys(state: &UseReducerHandle<State>) {
    let tell = state.dispatcher();
    use_effect_with(state.page.single_keys, move |single_keys| {
        let (options, single_keys) = (EventListenerOptions::enable_prevent_default(), *single_keys);
        let listener = web_sys::window().map(|window| {
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                    heard(&tell, single_keys, event);
                }
            })
        });
        move || drop(listener)
    });
}

/// The browser's own use of a key of the page's would take the reader away: Ctrl+K goes to the address bar.
fn heard(tell: &UseReducerDispatcher<State>, single_keys: SingleKeys, event: &KeyboardEvent) {
    // While an input method composes a letter, the keys are its own.
    if event.is_composing() {
        return;
    }
    let press = Press { key: &event.key(), held: held(event), place: place(event), single_keys };
    let Some(meaning) = meaning(press) else { return };
    event.prevent_default();
    match meaning {
        Meaning::Step(step) => tell.dispatch(Action::Stepped(step)),
        // One dialog at a time.
        Meaning::Open(_) if is_any_open() => {}
        Meaning::Open(overlay) => tell.dispatch(Action::Overlaid(overlay)),
    }
}

fn held(event: &KeyboardEvent) -> Held {
    match (event.alt_key(), event.ctrl_key() || event.meta_key(), event.shift_key()) {
        (true, _, _) => Held::Alt,
        (false, true, true) => Held::ControlShift,
        (false, true, false) => Held::Control,
        (false, false, _) => Held::Nothing,
    }
}

fn place(event: &KeyboardEvent) -> Place {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let fields = "input:not([type=checkbox]):not([type=radio]):not([type=file]):not([type=range]), textarea, select, [contenteditable]";
    let is_field = target.is_some_and(|target| target.closest(fields).is_ok_and(|field| field.is_some()));
    if is_field { Place::Field } else { Place::Page }
}
