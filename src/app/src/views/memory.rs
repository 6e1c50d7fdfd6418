//! The switch that lets this machine remember, and the button that makes it forget.

use crate::state::MemoryEvent;
use domain::{Language, Remembered, Wanted};
use wording::Say;
use wording::check::KeepText;
use yew::prelude::*;

/// What the card needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct MemoryProps {
    /// The language.
    pub(crate) language: Language,
    /// What is remembered.
    pub(crate) remembered: Remembered,
    /// Does something to it.
    pub(crate) on_memory: Callback<MemoryEvent>,
}

/// The card.
#[component]
pub(crate) fn MemoryCard(props: &MemoryProps) -> Html {
    let MemoryProps { language, remembered, on_memory } = props;
    let forgotten = use_state_eq(|| false);
    let wanted = remembered.wanted == Wanted::Yes;
    let (turn, turned) = (on_memory.clone(), forgotten.setter());
    let onchange = move |_: Event| {
        turned.set(false);
        turn.emit(MemoryEvent::Want(if wanted { Wanted::No } else { Wanted::Yes }));
    };
    html! {
        <section class="card memory">
            <label class="switch">
                <input type="checkbox" role="switch" checked={wanted} aria-describedby="memory-hint" {onchange} />
                <b>{ KeepText::Remember.say(*language) }</b>
            </label>
            <p id="memory-hint" class="small quiet">{ KeepText::RememberHint.say(*language) }</p>
            if *remembered != Remembered::default() {
                { forget(props, &forgotten) }
            }
            <p class="small" role="status">{ forgotten.then(|| KeepText::Forgotten.say(*language)) }</p>
        </section>
    }
}

fn forget(props: &MemoryProps, forgotten: &UseStateHandle<bool>) -> Html {
    let MemoryProps { language, remembered, on_memory } = props;
    let (on_memory, setter) = (on_memory.clone(), forgotten.setter());
    let onclick = move |_: MouseEvent| {
        on_memory.emit(MemoryEvent::Forget);
        setter.set(true);
    };
    let count = u32::try_from(remembered.count()).unwrap_or(u32::MAX);
    html! { <button type="button" class="button small" {onclick}>{ KeepText::Forget(count).say(*language) }</button> }
}
