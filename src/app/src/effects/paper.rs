//! Printing what a component draws for paper only.

use super::turns::{self, When, in_turn};
use gloo::events::EventListener;
use yew::prelude::*;

/// Opens the browser's print dialog once the component stands in the page, then tells when the browser is done with the
/// page: some browsers return at once and print what stands there later.
#[hook]
pub(crate) fn use_printing(on_done: Callback<()>) {
    use_effect_with((), move |()| {
        let listener =
            web_sys::window().map(|window| EventListener::once(&window, "afterprint", move |_| on_done.emit(())));
        print();
        move || drop(listener)
    });
}

/// Opens the browser's print dialog, once everything is drawn. A browser without one does nothing.
pub(crate) fn print() {
    if turns::are_waiting() {
        turns::hurry();
        // What was hurried is drawn as this task ends.
        return in_turn(When::Next, print);
    }
    if let Some(window) = web_sys::window() {
        // Whoever forbids printing has decided so.
        let _ = window.print();
    }
}
