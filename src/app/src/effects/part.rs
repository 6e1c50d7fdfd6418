//! Moves the focus to a part of the page after a choice made elsewhere on it.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Moves to `part`, and brings it into view, whenever `moves` grows; not when the page opens.
#[hook]
pub(crate) fn use_focus_part(part: &NodeRef, moves: u32) {
    let part = part.clone();
    use_effect_with(moves, move |moves| {
        let element = part.get().and_then(|node| node.dyn_into::<HtmlElement>().ok());
        if let Some(element) = element.filter(|_| *moves > 0) {
            // Only elements that can hold the focus carry the reference.
            let _ = element.focus();
        }
    });
}
