//! Reads small files in the page itself; everything large goes to the worker.

use gloo::events::EventListener;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, FileReader};

/// Reads the bytes; `None` if the browser cannot.
pub(super) fn read_bytes(blob: &Blob, told: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let Ok(reader) = FileReader::new() else { return told(None) };
    let read = reader.clone();
    EventListener::once(&reader, "loadend", move |_| told(bytes(&read))).forget();
    if reader.read_as_array_buffer(blob).is_err() {
        reader.abort();
    }
}

/// Reads the text; `None` if it is not UTF-8 or cannot be read.
pub(super) fn read_text(blob: &Blob, told: impl FnOnce(Option<String>) + 'static) {
    read_bytes(blob, |bytes| told(bytes.and_then(text)));
}

fn bytes(reader: &FileReader) -> Option<Vec<u8>> {
    let buffer = reader.result().ok()?.dyn_into::<ArrayBuffer>().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

fn text(bytes: Vec<u8>) -> Option<String> {
    let text = String::from_utf8(bytes).ok()?;
    Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
