//! Messages in, replies out. Decides only what waits: messages for the other module, until that is here. What the first one
//! answers does not wait for them, unless one of them begins another job that it may rest on.

use crate::answer::{self, Message};
use crate::rest::{Rest, rest};
use js_sys::{Array, Uint8Array};
use protocol::{JobId, Reply};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::DedicatedWorkerGlobalScope;

thread_local! {
    static WAITING: RefCell<Vec<Message>> = const { RefCell::new(Vec::new()) };
    static REST: Cell<Coming> = const { Cell::new(Coming::No) };
}

/// The other module.
#[derive(Clone, Copy)]
enum Coming {
    /// Not asked for, or lost on the way.
    No,
    /// Asked for.
    Soon,
    /// It is here.
    Here(&'static Rest),
}

/// Takes a message of the page and answers it, at once or when the other module is here.
pub(crate) fn take(message: &JsValue, port: &DedicatedWorkerGlobalScope) {
    let Some(message) = Message::read(message) else { return post(port, &not_understood()) };
    // An older job must not take the place of a newer one.
    let in_turn = WAITING.with_borrow(|waiting| waiting.iter().any(|message| message.begun().is_some()));
    let answered = if in_turn && !message.is_of_no_job() { Err(message) } else { answer::answer(message, port) };
    match (answered, REST.get()) {
        (Ok(reply), _) => post(port, &reply),
        (Err(message), Coming::Here(rest)) => post(port, &(rest.answer)(message, port)),
        (Err(message), Coming::Soon | Coming::No) => {
            WAITING.with_borrow_mut(|waiting| waiting.push(message));
            post(port, &Reply::Fetching(true));
            fetch_rest(port);
        }
    }
}

/// What answers a message that was made by no page of ours.
pub(crate) fn not_understood() -> Reply {
    Reply::Refused { job: JobId::default(), detail: "a message that nobody understands".to_owned() }
}

/// Asks for the other module, unless it is on its way. If it is lost, whoever waits for it is told; who asks next has it
/// asked for again.
pub(crate) fn fetch_rest(port: &DedicatedWorkerGlobalScope) {
    if !matches!(REST.get(), Coming::No) {
        return;
    }
    REST.set(Coming::Soon);
    let port = port.clone();
    spawn_local(async move {
        let come = rest().await;
        REST.set(come.as_ref().map_or(Coming::No, |rest| Coming::Here(rest)));
        let waiting = WAITING.take();
        if !waiting.is_empty() {
            post(&port, &Reply::Fetching(false));
        }
        for message in waiting {
            let reply = match &come {
                Ok(rest) => (rest.answer)(message, &port),
                Err(_) => Reply::Incomplete { begun: message.begun() },
            };
            post(&port, &reply);
        }
    });
}

/// Posts a reply; one that cannot be written would be a defect and is named as such.
pub(crate) fn post(port: &DedicatedWorkerGlobalScope, reply: &Reply) {
    let refused = || {
        let detail = "a reply that cannot be written".to_owned();
        protocol::pack(&Reply::Refused { job: JobId::default(), detail })
    };
    if let Some(packed) = protocol::pack(reply).or_else(refused) {
        let packed = Uint8Array::from(packed.as_slice());
        // Handed over without another copy. Posting fails only when the page is gone: there is nobody left to tell.
        let _ = port.post_message_with_transfer(&packed, &Array::of1(&packed.buffer()));
    }
}
