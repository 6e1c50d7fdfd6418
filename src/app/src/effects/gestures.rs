//! Files dropped or tables pasted anywhere on the page.

use super::{Desk, files};
use crate::state::{Action, Give, Notice};
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Element, EventTarget, File};
use yew::prelude::*;

/// The name a pasted table goes by.
const PASTE_NAME: &str = "Bảng dán.tsv";

/// Listens for drops and pastes. True while files hover over the page.
#[hook]
pub(crate) fn use_gestures(desk: &Rc<Desk>) -> bool {
    let hovering = use_state_eq(|| false);
    let (desk, hover) = (Rc::clone(desk), hovering.setter());
    use_effect_with((), move |()| {
        let window = web_sys::window().map(EventTarget::from);
        let listeners = window.map(|window| (drops(&window, &desk, &hover), paste(&window, desk)));
        move || drop(listeners)
    });
    *hovering
}

/// `dragenter` and `dragleave` come for every element passed over: only their balance tells if files are still here.
fn drops(window: &EventTarget, desk: &Rc<Desk>, hover: &UseStateSetter<bool>) -> [EventListener; 4] {
    let depth = Rc::new(Cell::new(0_i32));
    let step = |name: &'static str, by: i32| {
        let (depth, hover) = (Rc::clone(&depth), hover.clone());
        listen(window, name, move |event| {
            if carries_files(event) {
                event.prevent_default();
                depth.set((depth.get() + by).max(0));
                hover.set(depth.get() > 0);
            }
        })
    };
    let (entered, left, over) = (step("dragenter", 1), step("dragleave", -1), step("dragover", 0));
    let (depth, hover, desk) = (Rc::clone(&depth), hover.clone(), Rc::clone(desk));
    let dropped = listen(window, "drop", move |event| {
        depth.set(0);
        hover.set(false);
        if carries_files(event) {
            event.prevent_default();
            desk.take(files::listed(transfer(event).and_then(|transfer| transfer.files())), Give::Add);
        }
    });
    [entered, left, over, dropped]
}

fn paste(window: &EventTarget, desk: Rc<Desk>) -> EventListener {
    listen(window, "paste", move |event| {
        let Some(clipboard) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else {
            return;
        };
        if is_for_a_field(event) {
            return;
        }
        event.prevent_default();
        match pasted(&clipboard) {
            files if files.is_empty() => desk.tell.dispatch(Action::Noticed(Notice::NothingPasted)),
            files => desk.take(files, Give::Add),
        }
    })
}

/// Files first (a file copied in the file manager), else a table as text: spreadsheets put tab-separated lines there.
fn pasted(clipboard: &DataTransfer) -> Vec<File> {
    let files = files::listed(clipboard.files());
    if !files.is_empty() {
        return files;
    }
    let text = clipboard.get_data("text/plain").unwrap_or_default();
    let table = looks_like_a_table(&text).then(|| files::made(PASTE_NAME, &text.into(), "text/tab-separated-values"));
    table.flatten().into_iter().collect()
}

/// At least two lines, and something between cells.
fn looks_like_a_table(text: &str) -> bool {
    text.trim().lines().count() >= 2 && text.contains(['\t', ';', ',', '|'])
}

/// A paste into a text field is the field's; one marked `data-paste` asks for tables.
fn is_for_a_field(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("input, textarea:not([data-paste])").is_ok_and(|field| field.is_some()))
}

fn carries_files(event: &web_sys::Event) -> bool {
    transfer(event).is_some_and(|transfer| transfer.types().iter().any(|kind| kind == "Files"))
}

fn transfer(event: &web_sys::Event) -> Option<DataTransfer> {
    event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer)
}

/// Listeners of gestures are active: they keep the browser from opening a dropped file itself.
fn listen(window: &EventTarget, name: &'static str, heard: impl FnMut(&web_sys::Event) + 'static) -> EventListener {
    EventListener::new_with_options(window, name, EventListenerOptions::enable_prevent_default(), heard)
}

#[cfg(test)]
mod tests {
    use super::looks_like_a_table;

    #[test]
    fn a_table_has_lines_and_cells() {
        for (text, table) in [
            ("Đơn vị\tNgày\nXã A\t1/2/2024", true),
            ("a;b\n1;2", true),
            ("chỉ một dòng, có dấu phẩy", false),
            ("hai dòng\nkhông có ô", false),
            ("", false),
        ] {
            assert_eq!(looks_like_a_table(text), table, "{text:?}");
        }
    }
}
