//! The switch that lets this machine remember, and the button that makes it forget.

use crate::state::{MemoryEvent, StoreFault};
use crate::views::notices::not_kept;
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
    /// Why the store takes nothing.
    #[prop_or_default]
    pub(crate) fault: Option<StoreFault>,
    /// Does something to it.
    pub(crate) on_memory: Callback<MemoryEvent>,
}

/// The card.
#[component]
pub(crate) fn MemoryCard(props: &MemoryProps) -> Html {
    let MemoryProps { language, remembered, fault, on_memory } = props;
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
            if wanted { { work(props) } }
            if let Some(fault) = fault { <p class="small memory-fault">{ not_kept(*fault).say(*language) }</p> }
            if *remembered != Remembered::default() {
                { forget(props, &forgotten) }
            }
            <p class="small" role="status">{ forgotten.then(|| KeepText::Forgotten.say(*language)) }</p>
        </section>
    }
}

/// The files and rows in hand are kept, too, unless that is taken back.
fn work(props: &MemoryProps) -> Html {
    let MemoryProps { language, remembered, on_memory, .. } = props;
    let kept = remembered.work == Wanted::Yes;
    let onchange = on_memory.reform(move |_: Event| MemoryEvent::WantWork(if kept { Wanted::No } else { Wanted::Yes }));
    html! {
        <>
            <label class="switch">
                <input type="checkbox" checked={kept} aria-describedby="memory-work-hint" {onchange} />
                <span>{ KeepText::Work.say(*language) }</span>
            </label>
            <p id="memory-work-hint" class="small quiet">{ KeepText::WorkHint.say(*language) }</p>
        </>
    }
}

fn forget(props: &MemoryProps, forgotten: &UseStateHandle<bool>) -> Html {
    let MemoryProps { language, remembered, on_memory, .. } = props;
    let (on_memory, setter) = (on_memory.clone(), forgotten.setter());
    let onclick = move |_: MouseEvent| {
        on_memory.emit(MemoryEvent::Forget);
        setter.set(true);
    };
    let count = u32::try_from(remembered.count()).unwrap_or(u32::MAX);
    html! { <button type="button" class="button small" {onclick}>{ KeepText::Forget(count).say(*language) }</button> }
}
