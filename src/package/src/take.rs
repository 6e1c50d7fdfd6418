//! What comes in: JavaScript values → the nouns of the house. A misspelt option is refused, never overlooked.

mod edits;
mod files;
mod options;
mod questions;

pub(super) use edits::edits;
pub(super) use files::files;
pub(super) use options::{options, plan};
pub(super) use questions::{agenda_of, filter, why};

use crate::fault::{Code, Fault};
use domain::{Facts, UnitIndex};
use js_sys::JSON;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

/// The name of a rule file that was given without one.
const OWN_PLAN: &str = "plan.toml";

/// A rule file: name and text.
pub(super) fn rule_file(text: &JsValue, name: &JsValue) -> Result<(String, String), Fault> {
    let text = text.as_string().ok_or_else(|| Fault::input("the rule file is not a text"))?;
    if name.is_undefined() {
        return Ok((OWN_PLAN.to_owned(), text));
    }
    let name = name.as_string().ok_or_else(|| Fault::input("the name of the rule file is not a text"))?;
    Ok((name, text))
}

/// A plain value, read through JSON: unknown fields are found, and whatever is no data is refused.
fn data<T: DeserializeOwned>(what: &str, value: &JsValue) -> Result<T, Fault> {
    let fault = |detail: String| Fault::input(format!("{what}: {detail}"));
    let text = JSON::stringify(value).ok().and_then(|text| text.as_string());
    let text = text.ok_or_else(|| fault("this is no plain data".to_owned()))?;
    // By way of a tree, so that messages do not speak of lines and columns that the caller never wrote.
    let tree: serde_json::Value = serde_json::from_str(&text).map_err(|error| fault(error.to_string()))?;
    serde_json::from_value(tree).map_err(|error| fault(error.to_string()))
}

/// Like [`data`]; nothing given is an empty object.
fn data_or_nothing<T: DeserializeOwned + Default>(what: &str, value: &JsValue) -> Result<T, Fault> {
    if value.is_undefined() { Ok(T::default()) } else { data(what, value) }
}

fn unit(id: &str, facts: &Facts) -> Result<UnitIndex, Fault> {
    facts.roster.find(id).ok_or_else(|| Fault::new(Code::UnknownUnit, format!("no unit has the id `{id}`")))
}
