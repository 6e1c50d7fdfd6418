//! Long lists are drawn bit by bit: what is seen first at once, the rest while the browser has time between two pictures.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Milliseconds between two parts: one picture.
const PAUSE: u32 = 16;

/// How many of `all` things are drawn by now: `part` at first, then as many more each time. Other things, told by `of`, begin
/// anew.
#[hook]
pub(crate) fn use_growing<T: PartialEq + Clone + 'static>(of: &T, all: usize, part: usize) -> usize {
    let grown = use_state(|| (of.clone(), part));
    let drawn = if grown.0 == *of { grown.1 } else { part };
    use_effect_with((of.clone(), drawn, all), move |(of, drawn, all)| {
        let next = (of.clone(), drawn + part);
        let timer = (drawn < all).then(|| Timeout::new(PAUSE, move || grown.set(next)));
        move || drop(timer)
    });
    drawn.min(all)
}
