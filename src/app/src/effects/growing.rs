//! Long lists are drawn bit by bit: what is seen first at once, the rest turn by turn.

use super::turns::{Pace, Turn, When};
use yew::prelude::*;

/// How many of `all` things are drawn by now: `part` at first, then as many more each time. Other things, told by `of`, begin
/// anew.
#[hook]
pub(crate) fn use_growing<T: PartialEq + Clone + 'static>(of: &T, all: usize, part: usize) -> usize {
    let grown = use_state(|| (of.clone(), part));
    let drawn = if grown.0 == *of { grown.1 } else { part };
    use_effect_with((of.clone(), drawn, all), move |(of, drawn, all)| {
        let (of, drawn, all) = (of.clone(), *drawn, *all);
        let grow = move |pace| grown.set((of, if pace == Pace::Hurried { all } else { drawn + part }));
        let turn = (drawn < all).then(|| Turn::new(When::Work, grow));
        move || drop(turn)
    });
    drawn.min(all)
}
