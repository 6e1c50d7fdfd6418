//! File handles: those of the user, and the samples that come with the page.

use crate::state::{FileLine, Sample};
use domain::{NaiveDate, Options};
use gloo::events::EventListener;
use js_sys::{Array, Reflect, Uint8Array};
use protocol::{InputName, InputOrigin};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, File, FileList, FilePropertyBag};

/// A file that was given, under the name by which it is known here: files of a folder bring their path along, so that
/// equal names in different folders stay apart.
#[derive(Clone)]
pub(super) struct Given {
    pub(super) name: String,
    pub(super) file: File,
    pub(super) origin: InputOrigin,
}

impl Given {
    /// The file under its own name, or under the path that a folder chosen in an input gives it.
    pub(super) fn new(file: File) -> Self {
        let path = text(&file, "webkitRelativePath").filter(|path| !path.is_empty());
        Self { name: path.unwrap_or_else(|| file.name()), file, origin: InputOrigin::File }
    }
}

/// The handles of this sitting, by number. The state holds the numbers, so that it stays plain data.
#[derive(Default)]
pub(super) struct Shelf(RefCell<Handles>);

#[derive(Default)]
struct Handles {
    next: u32,
    files: BTreeMap<u32, Given>,
    /// Choices that go into the project file under way.
    saving: Options,
}

impl Shelf {
    /// Keeps files, and gives their numbers.
    pub(super) fn put(&self, files: Vec<Given>) -> Vec<FileLine> {
        let mut handles = self.0.borrow_mut();
        files
            .into_iter()
            .map(|given| {
                let line = FileLine { number: handles.next, name: given.name.clone() };
                handles.next += 1;
                handles.files.insert(line.number, given);
                line
            })
            .collect()
    }

    /// The handles of these files, in their order.
    pub(super) fn handles(&self, lines: &[FileLine]) -> Vec<File> {
        let handles = self.0.borrow();
        lines.iter().filter_map(|line| handles.files.get(&line.number).map(|given| given.file.clone())).collect()
    }

    /// The same as the worker is told of them.
    pub(super) fn inputs(&self, lines: &[FileLine]) -> Vec<InputName> {
        let handles = self.0.borrow();
        let given = lines.iter().filter_map(|line| handles.files.get(&line.number));
        given.map(|Given { name, origin, .. }| InputName { name: name.clone(), origin: *origin }).collect()
    }

    /// Notes the choices that go into a project file.
    pub(super) fn saving(&self, options: Options) {
        self.0.borrow_mut().saving = options;
    }

    /// The choices that went into it.
    pub(super) fn saved(&self) -> Options {
        self.0.borrow().saving.clone()
    }

    /// Lets go of every other file.
    pub(super) fn keep_only<'a>(&self, lines: impl IntoIterator<Item = &'a FileLine>) {
        let kept: BTreeSet<u32> = lines.into_iter().map(|line| line.number).collect();
        self.0.borrow_mut().files.retain(|number, _| kept.contains(number));
    }

    /// A name that no file has yet: `Bảng dán.tsv`, then `Bảng dán 2.tsv`. A second paste takes nothing away.
    pub(super) fn free_name(&self, stem: &str, ending: &str) -> String {
        let handles = self.0.borrow();
        let is_taken = |name: &str| handles.files.values().any(|given| given.name == name);
        let numbered = (2_u32..).map(|number| format!("{stem} {number}{ending}"));
        let mut names = std::iter::once(format!("{stem}{ending}")).chain(numbered);
        names.find(|name| !is_taken(name)).unwrap_or_default()
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

/// A file of these bytes.
pub(super) fn of_bytes(name: &str, bytes: &[u8]) -> Option<Given> {
    let file = made(name, &Uint8Array::from(bytes).into(), "")?;
    Some(Given { name: name.to_owned(), file, origin: InputOrigin::File })
}

/// The sets of samples that this edition carries. While their script is on its way, all are on offer.
pub(crate) fn samples_on_offer() -> Vec<Sample> {
    let is_coming = coming_samples().is_some();
    Sample::ALL.into_iter().filter(|sample| is_coming || sample_set(*sample).is_some()).collect()
}

/// Goes on once the samples are here, and says whether they are: their script is the last to come, and may be lost on its way.
pub(super) fn with_samples(go_on: impl FnOnce(bool) + 'static) {
    let Some(script) = coming_samples() else { return go_on(samples_are_here()) };
    let go_on = Rc::new(Cell::new(Some(go_on)));
    for end in ["load", "error"] {
        let go_on = Rc::clone(&go_on);
        EventListener::once(&script, end, move |_| {
            if let Some(go_on) = go_on.take() {
                go_on(samples_are_here());
            }
        })
        .forget();
    }
}

fn samples_are_here() -> bool {
    !global("__samples").is_undefined()
}

/// The script that will bring the samples, if they may still come.
fn coming_samples() -> Option<Element> {
    let script = web_sys::window()?.document()?.get_element_by_id("samples")?;
    (!samples_are_here() && !script.has_attribute("data-failed")).then_some(script)
}

/// The files of a set.
pub(super) fn samples(sample: Sample) -> Vec<Given> {
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

fn sample_file(entry: &JsValue) -> Option<Given> {
    let binary = web_sys::window()?.atob(&text(entry, "base64")?).ok()?;
    // `atob` gives one character a byte.
    let bytes: Vec<u8> = binary.chars().filter_map(|character| u8::try_from(u32::from(character)).ok()).collect();
    of_bytes(&text(entry, "name")?, &bytes)
}

fn text(object: &JsValue, key: &str) -> Option<String> {
    Reflect::get(object, &key.into()).ok()?.as_string()
}
