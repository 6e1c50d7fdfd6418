//! Rule files of the user's own: told apart from tables by their ending, read as text here, checked by the worker.

use gloo::events::EventListener;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{File, FileReader};

/// The ending of a rule file.
const ENDING: &str = ".toml";

/// Is this a rule file, not a table?
pub(super) fn is_rule_file(file: &File) -> bool {
    has_ending(&file.name())
}

fn has_ending(name: &str) -> bool {
    name.to_lowercase().ends_with(ENDING)
}

/// Reads the file and tells its text; `None` if it is not UTF-8 or cannot be read.
pub(super) fn read(file: &File, told: impl FnOnce(Option<String>) + 'static) {
    let Ok(reader) = FileReader::new() else { return told(None) };
    let read = reader.clone();
    EventListener::once(&reader, "loadend", move |_| told(text(&read))).forget();
    if reader.read_as_array_buffer(file).is_err() {
        reader.abort();
    }
}

fn text(reader: &FileReader) -> Option<String> {
    let buffer = reader.result().ok()?.dyn_into::<ArrayBuffer>().ok()?;
    let text = String::from_utf8(Uint8Array::new(&buffer).to_vec()).ok()?;
    Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::has_ending;

    #[test]
    fn a_rule_file_is_known_by_its_ending() {
        for (name, rules) in [("tinh-toi.toml", true), ("TINH.TOML", true), ("toml.xlsx", false), ("so.csv", false)] {
            assert_eq!(has_ending(name), rules, "{name}");
        }
    }
}
