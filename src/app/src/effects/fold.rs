//! Folds a panel away (a `details` laid over the page) on Escape, or when the focus leaves it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};
use yew::prelude::*;

/// Folds on Escape, and gives the focus back to what opened the panel.
pub(crate) fn fold_on_escape(event: &KeyboardEvent) {
    if event.key() != "Escape" {
        return;
    }
    let Some(panel) = panel(event) else { return };
    fold(&panel);
    let opener = panel.query_selector("summary").ok().flatten();
    if let Some(opener) = opener.and_then(|opener| opener.dyn_into::<HtmlElement>().ok()) {
        // A panel always has its summary, and a summary takes the focus.
        let _ = opener.focus();
    }
}

/// Folds when the focus goes elsewhere. A click on nothing in particular leaves the panel open.
pub(crate) fn fold_on_leaving(event: &FocusEvent) {
    let goes_to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    if let (Some(panel), Some(goes_to)) = (panel(event), goes_to)
        && !panel.contains(Some(&goes_to))
    {
        fold(&panel);
    }
}

fn panel(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest("details").ok().flatten()
}

fn fold(panel: &Element) {
    // Taking an attribute away cannot fail.
    let _ = panel.remove_attribute("open");
}

/// Unfolds what the summary with this id heads, and moves there.
pub(crate) fn unfold(id: &str) {
    let summary = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    let Some(summary) = summary.and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) else { return };
    if let Some(details) = summary.parent_element() {
        // `open` is a valid name.
        let _ = details.set_attribute("open", "");
    }
    // What cannot take the focus leaves it where it is.
    let _ = summary.focus();
}
