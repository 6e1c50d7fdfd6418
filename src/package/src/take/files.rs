//! Files: each a name with its bytes or its text.

use crate::fault::Fault;
use assess::Input;
use js_sys::{Array, ArrayBuffer, Reflect, Uint8Array};
use std::io::Cursor;
use wasm_bindgen::{JsCast, JsValue};

/// The inputs of an assessment.
pub(crate) fn files(value: &JsValue) -> Result<Vec<Input<'static>>, Fault> {
    let list = value.dyn_ref::<Array>().ok_or_else(|| Fault::input("files: this is not a list"))?;
    list.iter().enumerate().map(|(at, value)| file(at, &value)).collect()
}

fn file(at: usize, value: &JsValue) -> Result<Input<'static>, Fault> {
    let fault = |detail: &str| Fault::input(format!("files[{at}]: {detail}"));
    let field = |name: &str| Reflect::get(value, &name.into()).unwrap_or_default();
    let name = field("name").as_string().ok_or_else(|| fault("`name` is not a text"))?;
    let bytes = content(&field("bytes"), &field("text"));
    let bytes = bytes.ok_or_else(|| fault("it needs `bytes` (a Uint8Array) or `text` (a string)"))?;
    Ok(Input { name, size: bytes.len() as u64, bytes: Box::new(Cursor::new(bytes)) })
}

fn content(bytes: &JsValue, text: &JsValue) -> Option<Vec<u8>> {
    if let Some(array) = bytes.dyn_ref::<Uint8Array>() {
        return Some(array.to_vec());
    }
    if let Some(buffer) = bytes.dyn_ref::<ArrayBuffer>() {
        return Some(Uint8Array::new(buffer).to_vec());
    }
    text.as_string().map(String::into_bytes)
}
