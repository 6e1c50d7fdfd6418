//! Word between tabs that have this page open: they share one store, and the last to write holds it.

use crate::state::{Action, MemoryEvent, State};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};
use yew::UseReducerDispatcher;

const CHANNEL: &str = "doi-chieu-muc-tieu";
const KEPT: &str = "kept";
const FORGOT: &str = "forgot";

/// The line to the other tabs; `None` in browsers without one.
pub(super) struct Tabs(Option<(BroadcastChannel, EventListener)>);

impl Tabs {
    /// Tells the state what other tabs do.
    pub(super) fn new(tell: UseReducerDispatcher<State>) -> Self {
        let channel = BroadcastChannel::new(CHANNEL).ok();
        Self(channel.map(|channel| {
            let listener = EventListener::new(&channel, "message", move |event| {
                let word = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
                match word.as_deref() {
                    Some(KEPT) => tell.dispatch(Action::Memory(MemoryEvent::OtherTab)),
                    Some(FORGOT) => tell.dispatch(Action::Memory(MemoryEvent::OtherTabForgot)),
                    _ => {}
                }
            });
            (channel, listener)
        }))
    }

    /// This tab's work is kept now.
    pub(super) fn kept(&self) {
        self.say(KEPT);
    }

    /// This tab had everything deleted.
    pub(super) fn forgot(&self) {
        self.say(FORGOT);
    }

    fn say(&self, word: &str) {
        if let Some((channel, _)) = &self.0 {
            // A channel that does not take a word is closed: then the page is on its way out.
            let _ = channel.post_message(&word.into());
        }
    }
}
