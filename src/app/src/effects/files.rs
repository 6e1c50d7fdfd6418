//! File handles: those of the user, and the samples that come with the page.

use crate::state::{FileLine, Sample};
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

/// The sets of samples that this edition carries.
pub(crate) fn samples_on_offer() -> Vec<Sample> {
    Sample::ALL.into_iter().filter(|sample| sample_set(*sample).is_some()).collect()
}

/// The files of a set.
pub(super) fn samples(sample: Sample) -> Vec<File> {
    let files = sample_set(sample).and_then(|set| Reflect::get(&set, &"files".into()).ok());
    let files = files.and_then(|files| files.dyn_into::<Array>().ok());
    files.iter().flat_map(Array::iter).filter_map(|entry| sample_file(&entry)).collect()
}

/// The as-of day that suits a set.
pub(super) fn samples_as_of(sample: Sample) -> Option<NaiveDate> {
    text(&sample_set(sample)?, "as_of")?.parse().ok()
}

/// `globalThis.__samples = [{id, as_of, files: [{name, base64}]}]`, set by a script of the edition.
fn sample_set(sample: Sample) -> Option<JsValue> {
    let sets = global("__samples").dyn_into::<Array>().ok()?;
    sets.iter().find(|set| text(set, "id").as_deref() == Some(sample.id()))
}

fn global(name: &str) -> JsValue {
    Reflect::get(&js_sys::global(), &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn sample_file(entry: &JsValue) -> Option<File> {
    let binary = web_sys::window()?.atob(&text(entry, "base64")?).ok()?;
    // `atob` gives one character a byte.
    let bytes: Vec<u8> = binary.chars().filter_map(|character| u8::try_from(u32::from(character)).ok()).collect();
    made(&text(entry, "name")?, &Uint8Array::from(bytes.as_slice()).into(), "")
}

fn text(object: &JsValue, key: &str) -> Option<String> {
    Reflect::get(object, &key.into()).ok()?.as_string()
}
