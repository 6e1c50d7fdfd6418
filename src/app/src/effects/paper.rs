//! Printing what a component draws for paper only.

use yew::prelude::*;

/// Opens the browser's print dialog once the component stands in the page, then tells that it is over.
#[hook]
pub(crate) fn use_printing(on_done: Callback<()>) {
    use_effect_with((), move |()| {
        print();
        on_done.emit(());
    });
}

/// Opens the browser's print dialog. A browser without one does nothing.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}
