//! Texts for the clipboard.

use js_sys::{Array, Object, Reflect};
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

/// Puts `text` on the clipboard and tells how that went.
pub(crate) fn copy(text: &str, tell: Callback<Copied>) {
    let navigator = web_sys::window().map(|window| window.navigator());
    // An address without encryption has no clipboard at all.
    let can = |navigator: &web_sys::Navigator| {
        Reflect::get(navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object())
    };
    let Some(navigator) = navigator.filter(can) else { return tell.emit(Copied::No) };
    let (done, refused) = (tell.clone(), tell);
    let done = Closure::once(move |_: JsValue| done.emit(Copied::Yes));
    let refused = Closure::once(move |_: JsValue| refused.emit(Copied::No));
    let _ = navigator.clipboard().write_text(text).then2(&done, &refused);
    done.forget();
    refused.forget();
}

/// Puts a table on the clipboard: as HTML, which word processors and spreadsheets keep as a table, and as `text`, which
/// chats take.
pub(crate) fn copy_table(text: &str, html: &str, tell: Callback<Copied>) {
    let fallback = (text.to_owned(), tell.clone());
    if write_both(text, html, tell).is_err() {
        // A browser that takes nothing but text.
        let (text, tell) = fallback;
        copy(&text, tell);
    }
}

fn write_both(text: &str, html: &str, tell: Callback<Copied>) -> Result<(), JsValue> {
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
    let (done, refused) = (tell.clone(), tell);
    let done = Closure::once(move |_: JsValue| done.emit(Copied::Yes));
    let refused = Closure::once(move |_: JsValue| refused.emit(Copied::No));
    let _ = navigator.clipboard().write(&Array::of1(&item)).then2(&done, &refused);
    done.forget();
    refused.forget();
    Ok(())
}
