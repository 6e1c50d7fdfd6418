//! Folders that were dropped: every file below them, by its path.
//!
//! It decides which files of a folder are meant: not the hidden ones, nor the locks that an open spreadsheet leaves
//! beside it, nor what the system puts there for itself.

use super::files::Given;
use domain::Arrange;
use js_sys::Array;
use protocol::InputOrigin;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{
    DataTransfer, File, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry,
};

/// Files that are read together at most. Whoever drops a whole disk did not mean it.
pub(super) const MOST: usize = 2000;

/// What lies below the things dropped.
pub(super) struct Found {
    /// The files, by path, `MOST` at most.
    pub(super) files: Vec<Given>,
    /// Number of all files.
    pub(super) all: usize,
}

/// Whoever waits for the end of a walk.
type Told = Box<dyn FnOnce(Found)>;

/// Is a folder among what was dropped? This can be asked only while the event lasts.
pub(super) fn entries(transfer: &DataTransfer) -> Option<Vec<FileSystemEntry>> {
    let items = transfer.items();
    let entry = |index| items.get(index)?.webkit_get_as_entry().ok().flatten();
    let entries: Vec<FileSystemEntry> = (0..items.length()).filter_map(entry).collect();
    entries.iter().any(FileSystemEntry::is_directory).then_some(entries)
}

/// Walks through the entries and tells what was found.
pub(super) fn walk(entries: Vec<FileSystemEntry>, told: impl FnOnce(Found) + 'static) {
    let told: Told = Box::new(told);
    let told = RefCell::new(Some(told));
    let walk = Rc::new(Walk { files: RefCell::default(), open: Cell::new(1), all: Cell::new(0), told });
    entries.into_iter().for_each(|entry| walk.visit(entry));
    walk.close();
}

/// Files of a folder chosen in an input, or dropped: those that are meant, by path.
pub(super) fn meant(mut files: Vec<Given>) -> Vec<Given> {
    files.retain(|given| is_meant(&given.name));
    files.arrange_by(|one, other| one.name.cmp(&other.name));
    files
}

fn is_meant(path: &str) -> bool {
    const SYSTEM: [&str; 3] = ["thumbs.db", "desktop.ini", "__macosx"];
    path.split('/').all(|part| {
        !part.starts_with('.') && !part.starts_with("~$") && !SYSTEM.contains(&part.to_lowercase().as_str())
    })
}

/// A walk under way: it ends when nothing is open any more.
struct Walk {
    files: RefCell<Vec<Given>>,
    open: Cell<usize>,
    all: Cell<usize>,
    told: RefCell<Option<Told>>,
}

impl Walk {
    fn visit(self: &Rc<Self>, entry: FileSystemEntry) {
        // `fullPath` begins with a stroke.
        let path = entry.full_path().trim_start_matches('/').to_owned();
        if !is_meant(&path) {
            return;
        }
        // Browsers name these classes differently, so it is the entry that is asked.
        if entry.is_directory() {
            self.list(&entry.unchecked_into::<FileSystemDirectoryEntry>().create_reader());
        } else {
            self.take(path, entry.unchecked_ref());
        }
    }

    fn take(self: &Rc<Self>, path: String, entry: &FileSystemFileEntry) {
        self.all.set(self.all.get() + 1);
        if self.all.get() > MOST {
            return;
        }
        self.open();
        let (taking, failing) = (Rc::clone(self), Rc::clone(self));
        let took = Closure::once_into_js(move |file: File| {
            taking.files.borrow_mut().push(Given { name: path, file, origin: InputOrigin::File });
            taking.close();
        });
        // A file that the system refuses to hand over cannot even be named to the reader.
        let failed = Closure::once_into_js(move |_: JsValue| failing.close());
        entry.file_with_callback_and_callback(took.unchecked_ref(), failed.unchecked_ref());
    }

    /// A reader gives a folder's entries in portions, the last of which is empty.
    fn list(self: &Rc<Self>, reader: &FileSystemDirectoryReader) {
        self.open();
        let (listing, failing, again) = (Rc::clone(self), Rc::clone(self), reader.clone());
        let listed = Closure::once_into_js(move |entries: Array| {
            let entries: Vec<FileSystemEntry> = entries.iter().map(JsCast::unchecked_into).collect();
            if !entries.is_empty() {
                listing.list(&again);
            }
            entries.into_iter().for_each(|entry| listing.visit(entry));
            listing.close();
        });
        let failed = Closure::once_into_js(move |_: JsValue| failing.close());
        if reader.read_entries_with_callback_and_callback(listed.unchecked_ref(), failed.unchecked_ref()).is_err() {
            self.close();
        }
    }

    fn open(&self) {
        self.open.set(self.open.get() + 1);
    }

    fn close(&self) {
        self.open.set(self.open.get().saturating_sub(1));
        if self.open.get() > 0 {
            return;
        }
        if let Some(told) = self.told.take() {
            told(Found { files: meant(self.files.take()), all: self.all.get() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_meant;

    #[test]
    fn locks_and_hidden_files_of_a_folder_are_not_meant() {
        for (path, meant) in [
            ("2024/xa-a/so.xlsx", true),
            ("~tam.xlsx", true),
            ("2024/~$so.xlsx", false),
            ("2024/.~lock.so.ods#", false),
            (".git/config.csv", false),
            ("2024/Thumbs.db", false),
            ("__MACOSX/so.xlsx", false),
        ] {
            assert_eq!(is_meant(path), meant, "{path}");
        }
    }
}
