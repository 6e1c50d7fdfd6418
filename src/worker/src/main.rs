//! The engine in the page's Web Worker, in two modules: what a first result needs, and the rest, which follows by itself.
//!
//! It decides nothing: it takes requests, asks the façade, answers. It holds the facts of the current job; if it dies or is
//! stopped (that is how cancel works), the page starts another one and the path runs again.

mod answer;
mod beside;
mod blob;
mod door;
mod export;
mod form;
mod project;
mod rest;
mod seal;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
mod watch;

use protocol::Reply;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Nothing starts by itself: the script around it says when.
fn main() {}

/// From now on it answers a [`protocol::Request`] with a [`Reply`].
#[wasm_bindgen]
pub fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    // Whatever stops the worker is told to the page as an error. A fall of the program names itself here; memory that
    // cannot grow does not, and that is how the page tells them apart.
    std::panic::set_hook(Box::new(|fall| wasm_bindgen::throw_str(&fall.to_string())));
    let port = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        door::take(&event.data(), &port);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    door::post(&scope, &Reply::Ready);
    answer::prepare();
    door::fetch_rest(&scope);
}
