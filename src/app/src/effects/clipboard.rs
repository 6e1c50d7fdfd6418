//! Texts for the clipboard.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
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
