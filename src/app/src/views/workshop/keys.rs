//! Decides what each key of the deck means, and shows the list of keys.

use crate::effects::{close_dialog, use_modal};
use domain::Language;
use wording::Say;
use wording::shell::Shell;
use wording::workshop::{WorkshopText, key_lines};
use yew::prelude::*;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DeckKey {
    /// The next slide.
    Next,
    /// The slide before.
    Previous,
    /// The first slide.
    First,
    /// The last slide.
    Last,
    /// Shows or hides the answer.
    Answer,
    /// One more is tried.
    More,
    /// One less is tried.
    Fewer,
    /// Fills the screen, or no longer.
    FullScreen,
    /// Lists the keys.
    Keys,
    /// Leaves the deck.
    Leave,
}

impl DeckKey {
    /// The meaning of a key, by the name that browsers give it. Presenters send `PageUp` and `PageDown`.
    pub(crate) fn of(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowRight" | " " | "PageDown" => Self::Next,
            "ArrowLeft" | "PageUp" => Self::Previous,
            "Home" => Self::First,
            "End" => Self::Last,
            "a" | "A" | "Enter" => Self::Answer,
            "+" | "=" => Self::More,
            "-" | "−" => Self::Fewer,
            "f" | "F" => Self::FullScreen,
            "?" => Self::Keys,
            "Escape" => Self::Leave,
            _ => return None,
        })
    }
}

/// What the list needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct KeysProps {
    /// The language.
    pub(super) language: Language,
    /// Told once it is closed.
    pub(super) on_close: Callback<()>,
}

/// The keys, in a dialog.
#[component]
pub(super) fn KeyList(props: &KeysProps) -> Html {
    let KeysProps { language, on_close } = props;
    let dialog = use_node_ref();
    use_modal(&dialog);
    let onclose = on_close.reform(|_: Event| ());
    let onclick = Callback::from(|event: MouseEvent| close_dialog(&event));
    html! {
        <dialog ref={dialog} class="deck-keys" aria-labelledby="deck-keys-title" {onclose}>
            <h2 id="deck-keys-title">{ WorkshopText::Keys.say(*language) }</h2>
            <dl>
                for (place, (keys, what)) in key_lines(*language).into_iter().enumerate() {
                    <div key={place}><dt><kbd>{ keys }</kbd></dt><dd>{ what }</dd></div>
                }
            </dl>
            <button type="button" class="deck-button" {onclick}>{ Shell::Close.say(*language) }</button>
        </dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_presenter_and_the_arrows_turn_pages() {
        for (key, meaning) in [
            ("PageDown", Some(DeckKey::Next)),
            (" ", Some(DeckKey::Next)),
            ("ArrowLeft", Some(DeckKey::Previous)),
            ("a", Some(DeckKey::Answer)),
            ("Escape", Some(DeckKey::Leave)),
            ("Tab", None),
            ("z", None),
        ] {
            assert_eq!(DeckKey::of(key), meaning, "{key}");
        }
    }
}
