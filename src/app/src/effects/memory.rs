//! What this machine remembers: one versioned JSON text in the browser's own store.
//!
//! A store that is forbidden, full or holds something else is a machine that remembers nothing; the page never fails by it.

use crate::state::State;
use domain::{REMEMBERED_VERSION, Remembered};
use js_sys::JSON;
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::JsValue;
use web_sys::Storage;
use yew::prelude::*;

/// The page's own prefix: pages opened from a folder share one store.
const KEY: &str = "doi-chieu-muc-tieu.da-nho";

/// What was written down before, if it is in this version's form.
pub(super) fn recall() -> Remembered {
    let text = store().and_then(|store| store.get_item(KEY).ok().flatten());
    let value = text.and_then(|text| JSON::parse(&text).ok());
    let remembered: Option<Remembered> = value.and_then(|value| from_value(value).ok());
    remembered.filter(|remembered| remembered.version == REMEMBERED_VERSION).unwrap_or_default()
}

/// Writes down what is to be remembered whenever it changes; nothing at all leaves no trace.
#[hook]
pub(crate) fn use_memory(state: &UseReducerHandle<State>) {
    let opened = use_mut_ref(|| false);
    use_effect_with(state.remembered.clone(), move |remembered| {
        if opened.replace(true) {
            // A store that refuses remembers nothing: there is nobody to blame, and nothing is lost.
            let _ = if *remembered == Remembered::default() { forget() } else { write(remembered) };
        }
    });
}

fn write(remembered: &Remembered) -> Result<(), JsValue> {
    let value = serde::Serialize::serialize(remembered, &Serializer::json_compatible())?;
    let text = JSON::stringify(&value)?.as_string().unwrap_or_default();
    store().map_or(Ok(()), |store| store.set_item(KEY, &text))
}

fn forget() -> Result<(), JsValue> {
    store().map_or(Ok(()), |store| store.remove_item(KEY))
}

fn store() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
