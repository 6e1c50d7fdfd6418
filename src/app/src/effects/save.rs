//! Hands bytes to the browser's own download.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long a download may take to begin before its address is withdrawn.
const GRACE_MS: u32 = 60_000;

/// Saves `bytes` under `name`. A browser that refuses says so itself.
pub(super) fn save(name: &str, mime: &str, bytes: &[u8]) {
    // What fails here is a browser without downloads: there is nobody left to tell.
    let _ = offer(name, mime, bytes);
}

/// Saves a file that is there already.
pub(super) fn save_blob(name: &str, blob: &Blob) {
    let _ = offer_blob(name, blob);
}

/// Saves a table of text as CSV.
pub(crate) fn save_table(name: &str, text: &str) {
    save(name, "text/csv;charset=utf-8", text.as_bytes());
}

/// Saves a text.
pub(crate) fn save_text(name: &str, mime: &str, text: &str) {
    save(name, mime, text.as_bytes());
}

fn offer(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type(mime);
    let content = Array::of1(&Uint8Array::from(bytes));
    offer_blob(name, &Blob::new_with_buffer_source_sequence_and_options(&content, &properties)?)
}

fn offer_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    Timeout::new(GRACE_MS, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}
