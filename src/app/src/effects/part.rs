//! Moves the focus to a part of the page after a choice made elsewhere on it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
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

/// The middles of all elements that a selector finds within a part, as they stand on the screen.
pub(crate) fn middles(part: &NodeRef, selector: &str) -> Vec<(f64, f64)> {
    let found = part.cast::<Element>().and_then(|part| part.query_selector_all(selector).ok());
    let Some(found) = found else { return Vec::new() };
    let elements = (0..found.length()).filter_map(|nth| found.item(nth)?.dyn_into::<Element>().ok());
    let middle = |element: Element| {
        let edges = element.get_bounding_client_rect();
        ((edges.left() + edges.right()) / 2.0, (edges.top() + edges.bottom()) / 2.0)
    };
    elements.map(middle).collect()
}

/// Is the element laid out? What a style sheet hides is not.
pub(crate) fn is_drawn(part: &NodeRef) -> bool {
    part.cast::<HtmlElement>().is_some_and(|element| element.offset_height() > 0)
}

/// What an attribute says of the element that a key was pressed on, or of the nearest around it.
pub(crate) fn carried(event: &KeyboardEvent, attribute: &str) -> Option<String> {
    let element = event.target_dyn_into::<Element>()?.closest(&format!("[{attribute}]")).ok()??;
    element.get_attribute(attribute)
}
