//! File handles: those of the user, and the samples that come with the page.

use crate::state::FileLine;
use domain::NaiveDate;
use js_sys::{Array, Reflect, Uint8Array};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, FileList, FilePropertyBag};

/// The handles of this sitting, by number. The state holds the numbers, so that it stays plain data.
#[derive(Default)]
pub(super) struct Shelf(RefCell<Handles>);

#[derive(Default)]
struct Handles {
    next: u32,
    files: BTreeMap<u32, File>,
}

impl Shelf {
    /// Keeps files, and gives their numbers.
    pub(super) fn put(&self, files: Vec<File>) -> Vec<FileLine> {
        let mut handles = self.0.borrow_mut();
        files
            .into_iter()
            .map(|file| {
                let line = FileLine { number: handles.next, name: file.name() };
                handles.next += 1;
                handles.files.insert(line.number, file);
                line
            })
            .collect()
    }

    /// The handles of these files, in their order.
    pub(super) fn handles(&self, lines: &[FileLine]) -> Vec<File> {
        let handles = self.0.borrow();
        lines.iter().filter_map(|line| handles.files.get(&line.number).cloned()).collect()
    }

    /// Lets go of every other file.
    pub(super) fn keep_only(&self, lines: &[FileLine]) {
        self.0.borrow_mut().files.retain(|number, _| lines.iter().any(|line| line.number == *number));
    }
}

/// The files of a list.
pub(super) fn listed(list: Option<FileList>) -> Vec<File> {
    list.into_iter().flat_map(|list| (0..list.length()).filter_map(move |index| list.get(index))).collect()
}

/// A file of this name and content.
pub(super) fn made(name: &str, content: &JsValue, mime: &str) -> Option<File> {
    let properties = FilePropertyBag::new();
    properties.set_type(mime);
    File::new_with_blob_sequence_and_options(&Array::of1(content), name, &properties).ok()
}

/// Does this edition carry samples?
pub(crate) fn has_samples() -> bool {
    global("__samples").is_instance_of::<Array>()
}

/// The samples: `globalThis.__samples = [{name, base64}]`, set by a script of the edition.
pub(super) fn samples() -> Vec<File> {
    global("__samples").dyn_into::<Array>().iter().flat_map(Array::iter).filter_map(|entry| sample(&entry)).collect()
}

/// The as-of day that suits the samples: `globalThis.__samples_as_of = "2024-10-15"`, if set.
pub(super) fn samples_as_of() -> Option<NaiveDate> {
    global("__samples_as_of").as_string()?.parse().ok()
}

fn global(name: &str) -> JsValue {
    Reflect::get(&js_sys::global(), &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn sample(entry: &JsValue) -> Option<File> {
    let text = |key: &str| Reflect::get(entry, &key.into()).ok()?.as_string();
    let binary = web_sys::window()?.atob(&text("base64")?).ok()?;
    // `atob` gives one character a byte.
    let bytes: Vec<u8> = binary.chars().filter_map(|character| u8::try_from(u32::from(character)).ok()).collect();
    made(&text("name")?, &Uint8Array::from(bytes.as_slice()).into(), "")
}
