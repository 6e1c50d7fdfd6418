//! Keeps what this machine is to remember in the browser's store, and brings it back.
//!
//! Three records: the decisions (`remembered`), the files at hand (`files`), and what belongs to them (`work`). Nothing is
//! written unless the state says so; a store that refuses is told to the state.

use super::Desk;
use super::files::Given;
use super::store;
use super::turns::{When, in_turn};
use crate::state::{Action, FileLine, MemoryEvent, Offer, OpenedProject, Recalled, State, StoreFault, Work};
use domain::{EnteredRow, Options, REMEMBERED_VERSION, Remembered};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Date, JSON, Object, Reflect};
use protocol::InputOrigin;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, from_value};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, Storage};
use yew::platform::spawn_local;
use yew::prelude::*;

const REMEMBERED: &str = "remembered";
const FILES: &str = "files";
const WORK: &str = "work";
/// The form of the records `files` and `work`. Another one is not offered.
const WORK_FORM: u32 = 1;
/// Before there was this store, decisions were kept under this name in another one.
const OLD_KEY: &str = "doi-chieu-muc-tieu.da-nho";
/// How long somebody may pause in typing before it is kept.
const PAUSE_MS: u32 = 250;

/// The record `work`. The files stand in the same order in a record of their own, so that a choice does not write them
/// again.
#[derive(Serialize, Deserialize)]
struct WrittenWork {
    form: u32,
    saved: String,
    rows: Vec<EnteredRow>,
    options: Options,
}

/// Looks up what is kept when the page opens, and keeps it up to date.
#[hook]
pub(crate) fn use_memory(state: &UseReducerHandle<State>, desk: &Rc<Desk>) {
    let opener = Rc::clone(desk);
    use_effect_with((), move |()| in_turn(When::Work, move || spawn_local(async move { opener.recall().await })));
    use_remembered(state, desk);
    use_work(state, desk);
}

/// Writes decisions down whenever they change; nothing at all leaves no trace.
#[hook]
fn use_remembered(state: &UseReducerHandle<State>, desk: &Rc<Desk>) {
    let (keeper, seen) = (Rc::clone(desk), use_mut_ref(|| false));
    use_effect_with((state.keeping.open, state.remembered.clone()), move |(open, remembered)| {
        if *open && seen.replace(true) {
            let remembered = remembered.clone();
            spawn_local(async move { keeper.remember(&remembered).await });
        }
    });
}

/// Keeps the work in hand, a moment after it changed.
#[hook]
fn use_work(state: &UseReducerHandle<State>, desk: &Rc<Desk>) {
    let (keeper, work, is_over) = (Rc::clone(desk), state.work(), state.is_work_over());
    use_effect_with((work, is_over), move |(work, is_over)| {
        let (work, is_over) = (work.clone(), *is_over);
        let due = (work.is_some() || is_over)
            .then(|| Timeout::new(PAUSE_MS, move || spawn_local(async move { keeper.keep(work).await })));
        move || drop(due)
    });
}

impl Desk {
    /// Tells the state what is kept. After a reload work is opened at once; on a new visit it is offered.
    async fn recall(&self) {
        let remembered = match newer().await {
            Ok(false) => store::read(REMEMBERED).await,
            Ok(true) => Err(StoreFault::Newer),
            Err(fault) => Err(fault),
        };
        let fault = remembered.as_ref().err().copied();
        if fault == Some(StoreFault::Newer) {
            let recalled = Box::new(Recalled { fault, ..Recalled::default() });
            return self.tell.dispatch(Action::Memory(MemoryEvent::Recalled(recalled)));
        }
        let mut remembered = remembered.ok().flatten().and_then(understood);
        if let Some(old) = recalled_of_old().filter(|_| remembered.is_none()) {
            self.remember(&old).await;
            remembered = Some(old);
        }
        let remembered = remembered.unwrap_or_default();
        let kept = if remembered.keeps_work() { kept_work().await } else { None };
        let offer = kept.as_ref().map(|(work, files)| Offer {
            saved: work.saved.clone(),
            files: u32::try_from(files.len()).unwrap_or(u32::MAX),
            rows: u32::try_from(work.rows.len()).unwrap_or(u32::MAX),
        });
        let again = offer.is_some() && was_reloaded();
        let recalled = Box::new(Recalled { remembered, offer, fault });
        self.tell.dispatch(Action::Memory(MemoryEvent::Recalled(recalled)));
        if again {
            self.resume_with(kept);
        }
    }

    /// Opens the work of an earlier sitting.
    pub(crate) fn resume(self: &Rc<Self>) {
        let desk = Rc::clone(self);
        spawn_local(async move { desk.resume_with(kept_work().await) });
    }

    fn resume_with(&self, kept: Option<(WrittenWork, Vec<Given>)>) {
        // Another tab may have deleted it meanwhile.
        let Some((WrittenWork { rows, options, .. }, files)) = kept else {
            return self.tell.dispatch(Action::Memory(MemoryEvent::Declined));
        };
        let files = self.shelf.put(files);
        let project = OpenedProject { files, rows, options: Box::new(options) };
        self.tell.dispatch(Action::Memory(MemoryEvent::Resumed(project)));
    }

    /// Lets the work of an earlier sitting go.
    pub(crate) fn decline(&self) {
        let tell = self.tell.clone();
        spawn_local(async move {
            let gone = store::write(vec![(FILES, None), (WORK, None)]).await;
            tell.dispatch(Action::Memory(gone.map_or_else(MemoryEvent::Failed, |()| MemoryEvent::Declined)));
        });
    }

    async fn remember(&self, remembered: &Remembered) {
        forget_old();
        if *remembered == Remembered::default() {
            // A store that cannot delete holds nothing of ours, or says so when it is asked for the next time.
            let _ = store::forget().await;
            self.kept_files.take();
            return self.tabs.forgot();
        }
        let written = match plain(remembered) {
            Some(value) => written(vec![(REMEMBERED, Some(value))]).await,
            None => Err(StoreFault::Failed),
        };
        if let Err(fault) = written {
            self.tell.dispatch(Action::Memory(MemoryEvent::Failed(fault)));
        }
    }

    /// Writes the work; the files only where others were written last.
    async fn keep(&self, work: Option<Work>) {
        let records = match &work {
            None => Some(vec![(FILES, None), (WORK, None)]),
            Some(work) => self.records(work),
        };
        let written = match records {
            Some(records) => written(records).await,
            None => Err(StoreFault::Failed),
        };
        if written.is_err() {
            self.kept_files.take();
        } else {
            self.kept_files.replace(work.as_ref().map(|work| work.files.clone()));
        }
        match (written, work) {
            (Err(fault), _) => self.tell.dispatch(Action::Memory(MemoryEvent::Failed(fault))),
            (Ok(()), Some(work)) => {
                self.tell.dispatch(Action::Memory(MemoryEvent::Kept(Box::new(work))));
                self.tabs.kept();
            }
            (Ok(()), None) => self.tell.dispatch(Action::Memory(MemoryEvent::Gone)),
        }
    }

    fn records(&self, work: &Work) -> Option<Vec<(&'static str, Option<JsValue>)>> {
        let (form, saved) = (WORK_FORM, now());
        let written = WrittenWork { form, saved, rows: work.rows.clone(), options: work.options.clone() };
        let mut records = vec![(WORK, Some(plain(&written)?))];
        if self.kept_files.borrow().as_ref() != Some(&work.files) {
            records.push((FILES, Some(self.listed(&work.files)?)));
        }
        Some(records)
    }

    /// `[{name, file}]`: the browser keeps a copy of each file.
    fn listed(&self, files: &[FileLine]) -> Option<JsValue> {
        let list = Array::new();
        for (line, file) in files.iter().zip(self.shelf.handles(files)) {
            let entry = Object::new();
            Reflect::set(&entry, &"name".into(), &line.name.as_str().into()).ok()?;
            Reflect::set(&entry, &"file".into(), &file).ok()?;
            list.push(&entry);
        }
        Some(list.into())
    }
}

/// Does the store hold a record that a newer version of this page wrote?
async fn newer() -> Result<bool, StoreFault> {
    for (name, field, known) in [(REMEMBERED, "version", REMEMBERED_VERSION), (WORK, "form", WORK_FORM)] {
        let record = store::read(name).await?;
        let number = record.and_then(|record| Reflect::get(&record, &field.into()).ok()?.as_f64());
        if number.is_some_and(|number| number > f64::from(known)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Writes records, unless a newer version of this page has written some meanwhile: those are not written over.
async fn written(records: Vec<(&'static str, Option<JsValue>)>) -> Result<(), StoreFault> {
    if newer().await? {
        return Err(StoreFault::Newer);
    }
    store::write(records).await
}

async fn kept_work() -> Option<(WrittenWork, Vec<Given>)> {
    let work: WrittenWork = from_value(store::read(WORK).await.ok()??).ok()?;
    let files = store::read(FILES).await.ok()?.and_then(|files| files.dyn_into::<Array>().ok()).unwrap_or_default();
    let given = files.iter().map(|entry| given(&entry)).collect::<Option<Vec<_>>>()?;
    (work.form == WORK_FORM).then_some((work, given))
}

fn given(entry: &JsValue) -> Option<Given> {
    let name = Reflect::get(entry, &"name".into()).ok()?.as_string()?;
    let file = Reflect::get(entry, &"file".into()).ok()?.dyn_into::<File>().ok()?;
    Some(Given { name, file, origin: InputOrigin::File })
}

fn understood(value: JsValue) -> Option<Remembered> {
    let remembered: Remembered = from_value(value).ok()?;
    (remembered.version == REMEMBERED_VERSION).then_some(remembered)
}

fn plain(value: &impl Serialize) -> Option<JsValue> {
    value.serialize(&Serializer::json_compatible()).ok()
}

/// What was written down where it was before.
fn recalled_of_old() -> Option<Remembered> {
    let text = old_store()?.get_item(OLD_KEY).ok()??;
    understood(JSON::parse(&text).ok()?)
}

fn forget_old() {
    if let Some(store) = old_store() {
        // A store that refuses holds nothing.
        let _ = store.remove_item(OLD_KEY);
    }
}

fn old_store() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// `2024-10-15T14:05`, by the clock on the wall.
fn now() -> String {
    let now = Date::new_0();
    let minutes = format!("{:02}:{:02}", now.get_hours(), now.get_minutes());
    format!("{}T{minutes}", super::today())
}

/// Was this page loaded again, by the user or after a crash? Then it is the same sitting.
fn was_reloaded() -> bool {
    let entries = web_sys::window().and_then(|window| window.performance());
    let first = entries.and_then(|entries| entries.get_entries_by_type("navigation").iter().next());
    let kind = first.and_then(|entry| Reflect::get(&entry, &"type".into()).ok()).and_then(|kind| kind.as_string());
    kind.is_some_and(|kind| kind == "reload" || kind == "back_forward")
}
