//! Dialogs: the browser keeps the focus inside, closes them on Escape, and gives the focus back to what opened them.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};
use yew::prelude::*;

/// Opens the dialog as soon as it stands in the page.
#[hook]
pub(crate) fn use_modal(dialog: &NodeRef) {
    let dialog = dialog.clone();
    use_effect_with((), move |()| {
        if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
            // It fails only for a dialog that is open already.
            let _ = dialog.show_modal();
        }
    });
}

/// Closes the dialog: the focus is back before anything else happens.
pub(crate) fn close_modal(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}

/// Closes the dialog when what was clicked lies around it, not in it: such a click hits the dialog itself.
pub(crate) fn close_from_outside(event: &MouseEvent) {
    let clicked = event.target().and_then(|target| target.dyn_into::<HtmlDialogElement>().ok());
    if let Some(dialog) = clicked {
        dialog.close();
    }
}

/// Is any dialog open?
pub(super) fn is_any_open() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.and_then(|document| document.query_selector("dialog[open]").ok().flatten()).is_some()
}

/// Closes the dialog around what was clicked.
pub(crate) fn close_dialog(event: &MouseEvent) {
    let clicked = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let dialog = clicked.and_then(|clicked| clicked.closest("dialog").ok().flatten());
    if let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}
