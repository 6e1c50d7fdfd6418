//! The engine's wasm, with two doors: the page's Web Worker ([`start`]) and the package for other pages ([`api`]).
//!
//! It decides nothing: it takes requests, asks the façade, answers. In the page's worker it holds the facts of the
//! current job; if it dies or is stopped (that is how cancel works), the page starts another one and the path runs again.

mod answer;
pub mod api;
mod beside;
mod blob;
mod export;
mod form;
mod project;
mod seal;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
mod watch;

use js_sys::{Array, Uint8Array};
use protocol::Reply;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Nothing starts by itself: another page may hold the package in a worker of its own, whose messages are not ours.
fn main() {}

/// Makes the worker that this runs in the page's: from now on it answers a [`protocol::Request`] with a [`Reply`].
#[wasm_bindgen]
pub fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    // Whatever stops the worker is told to the page as an error. A fall of the program names itself here; memory that
    // cannot grow does not, and that is how the page tells them apart.
    std::panic::set_hook(Box::new(|fall| wasm_bindgen::throw_str(&fall.to_string())));
    let port = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        post(&port, &answer::answer(&event.data(), &port));
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    post(&scope, &Reply::Ready);
    answer::prepare();
}

/// Posts a reply; one that cannot be written would be a defect and is named as such.
fn post(port: &DedicatedWorkerGlobalScope, reply: &Reply) {
    let refused = || {
        let detail = "a reply that cannot be written".to_owned();
        protocol::pack(&Reply::Refused { job: protocol::JobId::default(), detail })
    };
    if let Some(packed) = protocol::pack(reply).or_else(refused) {
        let packed = Uint8Array::from(packed.as_slice());
        // Handed over without another copy. Posting fails only when the page is gone: there is nobody left to tell.
        let _ = port.post_message_with_transfer(&packed, &Array::of1(&packed.buffer()));
    }
}
