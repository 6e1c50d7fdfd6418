//! A long table in a frame that scrolls: what is seen of it, and where its drawn part stands.
//!
//! Sizes are set on the elements themselves: styles that stand in the page's text are forbidden.

use crate::views::rows::Frame;
use std::ops::Range;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What is seen of a frame's rows; `None` = it is not on the page.
pub(crate) fn frame_of(frame: &NodeRef) -> Option<Frame> {
    let element = frame.cast::<Element>()?;
    let row = element.query_selector("tbody tr").ok().flatten();
    let row = row.map(|row| row.get_bounding_client_rect().height()).filter(|height| *height >= 1.0);
    Some(Frame {
        top: f64::from(element.scroll_top()),
        height: f64::from(element.client_height()),
        row: row.unwrap_or(Frame::default().row),
    })
}

/// Makes `space` so high, and puts `table` so far below its top.
#[hook]
pub(crate) fn use_placed(space: &NodeRef, table: &NodeRef, height: f64, top: f64) {
    let (space, table) = (space.clone(), table.clone());
    use_effect_with((height.to_bits(), top.to_bits()), move |_| {
        set(&space, "height", height);
        set(&table, "top", top);
    });
}

fn set(node: &NodeRef, property: &str, pixels: f64) {
    if let Some(element) = node.cast::<HtmlElement>() {
        // These two properties take any number of pixels.
        let _ = element.style().set_property(property, &format!("{pixels}px"));
    }
}

/// Gives the focus to the frame before the row that holds it is drawn no longer.
pub(crate) fn leave_rows(frame: &NodeRef, drawn: Range<u32>) {
    let Some(frame) = frame.cast::<HtmlElement>() else { return };
    let focused = web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    let row = focused.filter(|element| frame.contains(Some(element))).and_then(|element| element.closest("tr").ok()?);
    let place = row.and_then(|row| row.get_attribute("data-place")).and_then(|place| place.parse().ok());
    if place.is_some_and(|place: u32| !drawn.contains(&place)) {
        // A frame that scrolls takes the focus.
        let _ = frame.focus();
    }
}

/// Tells a text once nobody has changed it for a moment.
#[hook]
pub(crate) fn use_settled(text: String, tell: impl Fn(String) + 'static) {
    use_effect_with(text, move |text| {
        let text = text.clone();
        let timer = gloo::timers::callback::Timeout::new(PAUSE, move || tell(text));
        move || drop(timer)
    });
}

/// Milliseconds between two keys of somebody who types.
const PAUSE: u32 = 180;
