//! A place in running text that takes plain text: the browser edits it, and the page only sets it where it differs.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// Makes the element writable, and sets its text wherever that is another than what stands there.
#[hook]
pub(crate) fn use_writable(node: &NodeRef, text: &str) {
    let opened = node.clone();
    use_effect_with((), move |()| {
        if let Some(element) = opened.cast::<HtmlElement>() {
            // Older browsers know no plain text here: they take the attribute for none at all.
            let _ = element.set_attribute("contenteditable", "plaintext-only");
            if !element.is_content_editable() {
                let _ = element.set_attribute("contenteditable", "true");
            }
        }
    });
    let node = node.clone();
    use_effect_with(text.to_owned(), move |text| {
        if let Some(element) = node.cast::<Element>().filter(|element| one_line(element.text_content()) != *text) {
            element.set_text_content(Some(text));
        }
    });
}

/// What stands in the element now, on one line.
pub(crate) fn written(event: &InputEvent) -> String {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    one_line(element.and_then(|element| element.text_content()))
}

fn one_line(text: Option<String>) -> String {
    let text = text.unwrap_or_default().replace(['\n', '\r', '\u{a0}'], " ");
    if text.trim().is_empty() { String::new() } else { text }
}

/// Brings a place that took the focus into view: while it is empty, browsers leave it where it is.
pub(crate) fn show_focused(event: &FocusEvent) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    if let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Enter ends the writing: a blank has one line.
pub(crate) fn end_on_enter(event: &KeyboardEvent) {
    let ends = matches!(event.key().as_str(), "Enter" | "Escape") && !event.is_composing();
    if ends {
        event.prevent_default();
        let element = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        // What cannot lose the focus keeps it.
        let _ = element.map(|element| element.blur());
    }
}
