//! Files and folders dropped, or tables pasted, anywhere on the page.

use super::files::Given;
use super::{Desk, files, folder};
use crate::state::{Action, Give, Notice};
use gloo::events::{EventListener, EventListenerOptions};
use protocol::InputOrigin;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Element, EventTarget, File};
use yew::prelude::*;

/// The name a pasted table goes by.
const PASTE_NAME: &str = "Bảng dán";

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
            transfer(event).into_iter().for_each(|transfer| take_dropped(&desk, &transfer));
        }
    });
    [entered, left, over, dropped]
}

/// A folder is walked through; plain files are taken as they are.
fn take_dropped(desk: &Rc<Desk>, transfer: &DataTransfer) {
    match folder::entries(transfer) {
        Some(entries) => {
            let desk = Rc::clone(desk);
            folder::walk(entries, move |found| desk.take_found(found));
        }
        None => desk.take(files::listed(transfer.files()), Give::Add),
    }
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
        desk.take_clipboard(&clipboard);
    })
}

impl Desk {
    /// Takes text that was put into the field for tables, however it came there.
    pub(crate) fn take_text(&self, text: &str) {
        self.take_pasted(pasted("", text, &[]), "", text, Vec::new());
    }

    fn take_clipboard(&self, clipboard: &DataTransfer) {
        let data = |kind| clipboard.get_data(kind).unwrap_or_default();
        let (html, text, files) = (data("text/html"), data("text/plain"), files::listed(clipboard.files()));
        let kinds: Vec<String> = files.iter().map(|file| file.type_()).collect();
        self.take_pasted(pasted(&html, &text, &kinds), &html, &text, files);
    }

    fn take_pasted(&self, pasted: Pasted, html: &str, text: &str, files: Vec<File>) {
        match pasted {
            Pasted::Html => self.take_made(".html", html, "text/html"),
            Pasted::Files => self.take(files, Give::Add),
            Pasted::Text => self.take_made(".tsv", text, "text/tab-separated-values"),
            Pasted::Picture => self.tell.dispatch(Action::Noticed(Notice::PicturePasted)),
            Pasted::Nothing => self.tell.dispatch(Action::Noticed(Notice::NothingPasted)),
        }
    }

    fn take_made(&self, ending: &str, content: &str, mime: &str) {
        let name = self.shelf.free_name(PASTE_NAME, ending);
        if let Some(file) = files::made(&name, &content.into(), mime) {
            self.take_given(vec![Given { name, file, origin: InputOrigin::Pasted }], Give::Add);
        }
    }
}

/// What is to be taken of a clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pasted {
    /// A table as spreadsheets, Word and web pages write it: it keeps merged cells.
    Html,
    /// Files copied in the file manager.
    Files,
    /// A table as lines of text.
    Text,
    /// Nothing but a picture.
    Picture,
    /// No table.
    Nothing,
}

/// A spreadsheet puts a picture of the cells beside them, so pictures come last. Its lines of text say all that its
/// HTML does, unless cells are merged or hold several lines.
fn pasted(html: &str, text: &str, files: &[String]) -> Pasted {
    let is_picture = |kind: &String| kind.starts_with("image/");
    if html_table(html) && (says_more(html) || !looks_like_a_table(text)) {
        Pasted::Html
    } else if files.iter().any(|kind| !is_picture(kind)) {
        Pasted::Files
    } else if looks_like_a_table(text) {
        Pasted::Text
    } else if files.iter().any(is_picture) {
        Pasted::Picture
    } else {
        Pasted::Nothing
    }
}

/// At least two rows.
fn html_table(html: &str) -> bool {
    let lower = html.to_ascii_lowercase();
    lower.contains("<table") && lower.matches("<tr").count() >= 2
}

/// Merged cells, or Word's paragraphs within cells, get lost in lines of text.
fn says_more(html: &str) -> bool {
    let lower = html.to_ascii_lowercase();
    let is_merged = |name: &str| {
        let values = lower.split(name).skip(1).map(|rest| rest.trim_start_matches(['=', '"', '\'', ' ']));
        values
            .into_iter()
            .any(|value| !value.starts_with("1\"") && !value.starts_with("1 ") && !value.starts_with("1>"))
    };
    is_merged("colspan") || is_merged("rowspan") || lower.matches("<p").count() > lower.matches("<td").count()
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
    use super::*;

    const TABLE: &str = "<TABLE><tr><td colspan=1>Đơn vị</td></tr><tr><td>Xã A</td></tr></TABLE>";
    const MERGED: &str = "<table><tr><td colspan=2>Đơn vị</td></tr><tr><td>Xã A</td></tr></table>";
    const WORD: &str = "<table><tr><td><p>Đơn</p><p>vị</p></td></tr><tr><td><p>A</p></td></tr></table>";

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

    #[test]
    fn the_best_of_what_a_clipboard_holds_is_taken() {
        let (cells, prose) = ("Đơn vị\tNgày\nXã A\t1/2/2024", "Kính gửi");
        for (html, text, files, taken) in [
            (TABLE, cells, &["image/png"][..], Pasted::Text),
            (TABLE, prose, &[], Pasted::Html),
            (MERGED, cells, &["image/png"], Pasted::Html),
            (WORD, cells, &[], Pasted::Html),
            ("<b>Kính gửi</b>", prose, &[], Pasted::Nothing),
            ("<table><tr><td>1</td></tr></table>", cells, &[], Pasted::Text),
            ("", cells, &["image/png"], Pasted::Text),
            ("", "so.xlsx\nanh, 1.png", &["application/vnd.ms-excel", "image/png"], Pasted::Files),
            ("", "", &["image/png"], Pasted::Picture),
            ("<img src=x>", prose, &["image/png"], Pasted::Picture),
            ("", "", &[], Pasted::Nothing),
        ] {
            let files: Vec<String> = files.iter().map(|kind| (*kind).to_owned()).collect();
            assert_eq!(pasted(html, text, &files), taken, "{html} {text} {files:?}");
        }
    }
}
