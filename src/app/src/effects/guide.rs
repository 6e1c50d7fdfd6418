//! Opens the guides: pages beside this one or, in the single file, a page that stands inside it as text.

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, Event, Url};

/// Where the guides lie beside the page of a host.
pub(crate) const GUIDE: &str = "guide/index.html";
/// Under this id the single file holds them.
const INSIDE: &str = "guide";

/// Opens the guides in a new tab.
pub(crate) fn open_guide() {
    open(&inside().unwrap_or_else(|| GUIDE.to_owned()));
}

/// A link to the guides leads inside where they stand inside; elsewhere the browser follows it.
pub(crate) fn follow_guide(event: &Event) {
    if let Some(address) = inside() {
        event.prevent_default();
        open(&address);
    }
}

fn open(address: &str) {
    if let Some(window) = web_sys::window() {
        // A browser that opens no new tab says so itself.
        let _ = window.open_with_url_and_target_and_features(address, "_blank", "noopener");
    }
}

/// An address of the page inside, for as long as this page is open: the tab may be loaded again.
fn inside() -> Option<String> {
    let text = web_sys::window()?.document()?.get_element_by_id(INSIDE)?.text_content()?;
    address_of(&text).ok()
}

fn address_of(text: &str) -> Result<String, JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type("text/html;charset=utf-8");
    Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &properties)?)
}
