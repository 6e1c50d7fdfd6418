//! The list of all keys, over any screen.

use crate::effects;
use domain::Language;
use wording::Say;
use wording::keys::{KeyPlace, KeysText, keys};
use wording::shell::Shell;
use yew::prelude::*;

/// What the list needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct KeysProps {
    /// The language.
    pub(crate) language: Language,
    /// Told that it is closed.
    pub(crate) on_close: Callback<()>,
}

/// The list. The browser closes it on Escape, and brings the focus back.
#[component]
pub(crate) fn KeysDialog(props: &KeysProps) -> Html {
    let KeysProps { language, on_close } = props;
    let dialog = use_node_ref();
    effects::use_modal(&dialog);
    html! {
        <dialog
            class="keys" ref={dialog} aria-labelledby="keys-title" onclose={on_close.reform(|_: Event| ())}
            onclick={|event: MouseEvent| effects::close_from_outside(&event)}
        >
            <div class="keys-inside">
                <header>
                    <h2 id="keys-title">{ KeysText::Title.say(*language) }</h2>
                    <button type="button" class="button" onclick={|event: MouseEvent| effects::close_dialog(&event)}>
                        { Shell::Close.say(*language) }
                    </button>
                </header>
                <div class="keys-places">{ for KeyPlace::ALL.into_iter().map(|place| of_place(*language, place)) }</div>
                <p class="small quiet">{ KeysText::Hint.say(*language) }</p>
            </div>
        </dialog>
    }
}

fn of_place(language: Language, place: KeyPlace) -> Html {
    html! {
        <section key={place as usize}>
            <h3>{ place.say(language) }</h3>
            <dl class="key-list">
                for (key, meaning) in keys(place, language) {
                    <div {key}><dt><kbd>{ key }</kbd></dt><dd>{ meaning }</dd></div>
                }
            </dl>
        </section>
    }
}
