//! Texts for the clipboard.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, BlobPropertyBag, ClipboardItem};
use yew::Callback;

/// Did the text get there?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Copied {
    /// Yes.
    Yes,
    /// The browser forbids it.
    No,
}

/// Puts a table on the clipboard as text and as a table of a web page, and tells how that went. A browser that knows no
/// rich clipboard gets the text.
pub(crate) fn copy_table(text: &str, html: &str, tell: Callback<Copied>) {
    match written(text, html) {
        Ok(promise) => hear(&promise, tell),
        Err(_) => copy(text, tell),
    }
}

fn written(text: &str, html: &str) -> Result<Promise, JsValue> {
    let navigator = web_sys::window().map(|window| window.navigator()).ok_or(JsValue::NULL)?;
    let clipboard = Reflect::get(&navigator, &"clipboard".into())?;
    if !clipboard.is_object() || !Reflect::get(&clipboard, &"write".into())?.is_function() {
        return Err(JsValue::NULL);
    }
    let parts = Object::new();
    for (kind, content) in [("text/plain", text), ("text/html", html)] {
        let properties = BlobPropertyBag::new();
        properties.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &properties)?;
        Reflect::set(&parts, &kind.into(), &blob)?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&parts)?;
    Ok(navigator.clipboard().write(&Array::of1(&item)))
}

fn hear(promise: &Promise, tell: Callback<Copied>) {
    let (done, refused) = (tell.clone(), tell);
    let done = Closure::once(move |_: JsValue| done.emit(Copied::Yes));
    let refused = Closure::once(move |_: JsValue| refused.emit(Copied::No));
    let _ = promise.then2(&done, &refused);
    done.forget();
    refused.forget();
}

/// Puts `text` on the clipboard and tells how that went.
pub(crate) fn copy(text: &str, tell: Callback<Copied>) {
    let navigator = web_sys::window().map(|window| window.navigator());
    // An address without encryption has no clipboard at all.
    let can = |navigator: &web_sys::Navigator| {
        Reflect::get(navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object())
    };
    let Some(navigator) = navigator.filter(can) else { return tell.emit(Copied::No) };
    hear(&navigator.clipboard().write_text(text), tell);
}
