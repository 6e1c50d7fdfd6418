//! Asks before the page is left with something that is kept nowhere; never otherwise.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::BeforeUnloadEvent;
use yew::prelude::*;

/// Has the browser ask while something would be lost.
#[hook]
pub(crate) fn use_leave_warning(would_lose: bool) {
    use_effect_with(would_lose, |would_lose| {
        let window = web_sys::window().filter(|_| *would_lose);
        let options = EventListenerOptions::enable_prevent_default();
        let listener =
            window.map(|window| EventListener::new_with_options(&window, "beforeunload", options, hold_back));
        move || drop(listener)
    });
}

/// Older browsers ask only where a text is returned; none of them shows it.
fn hold_back(event: &web_sys::Event) {
    event.prevent_default();
    if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
        event.set_return_value("?");
    }
}
