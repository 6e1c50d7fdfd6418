//! The other module: asked for right after the first picture, never by a click.

use crate::rest::{Rest, rest};
use yew::platform::spawn_local;
use yew::prelude::*;

/// What is in the other module, once it is here.
#[hook]
pub(crate) fn use_rest() -> Option<&'static Rest> {
    let arrived = use_state(|| None);
    let teller = arrived.setter();
    use_effect_with((), move |()| spawn_local(async move { teller.set(Some(rest().await)) }));
    *arrived
}
