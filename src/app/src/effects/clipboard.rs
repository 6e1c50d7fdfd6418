//! Texts for the clipboard.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
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

/// `web_sys` has `ClipboardItem` only behind a flag of the compiler.
fn written(text: &str, html: &str) -> Result<Promise, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let maker: Function = Reflect::get(&window, &"ClipboardItem".into())?.dyn_into()?;
    let parts = Object::new();
    for (kind, content) in [("text/plain", text), ("text/html", html)] {
        let bag = web_sys::BlobPropertyBag::new();
        bag.set_type(kind);
        let blob = web_sys::Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &bag)?;
        Reflect::set(&parts, &kind.into(), &blob)?;
    }
    let item = Reflect::construct(&maker, &Array::of1(&parts))?;
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"write".into())?.dyn_into()?;
    write.call1(&clipboard, &Array::of1(&item))?.dyn_into()
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
