//! The first picture, and the other module: asked for right after it, never by a click.

use super::turns::{When, in_turn};
use crate::rest::{Rest, rest};
use web_sys::Element;
use yew::platform::spawn_local;
use yew::prelude::*;

/// Puts the page in the place of the static shell. Nobody sees it before: nothing is laid out twice, and nothing moves.
pub(crate) fn take_place(root: &Element) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(shell) = document.and_then(|document| document.get_element_by_id("app")) {
        // The shell stands in the page, and the page does not stand in itself.
        let _ = shell.replace_with_with_node_1(root);
    }
}

/// What is in the other module, once it was asked for and is here; and what asks for it.
#[hook]
pub(crate) fn use_rest() -> (Option<&'static Rest>, Callback<()>) {
    let arrived = use_state(|| None);
    let teller = arrived.setter();
    let ask = use_callback((), move |(), ()| {
        let teller = teller.clone();
        spawn_local(async move {
            let rest = rest().await;
            in_turn(When::Work, move || teller.set(Some(rest)));
        });
    });
    (*arrived, ask)
}
