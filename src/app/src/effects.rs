//! The only place that touches the browser: worker, files, address, clipboard, clock and downloads.
//!
//! It decides nothing. It turns what happens into [`Action`]s, and what the state wants into messages.

mod address;
mod appearance;
mod beside;
mod blank;
mod clipboard;
mod dialog;
mod edition;
mod files;
mod fold;
mod folder;
mod form;
mod gestures;
mod grid;
mod growing;
mod guide;
mod keys;
mod leave;
mod memory;
mod paper;
mod part;
mod picture;
mod projects;
mod rest;
mod rules;
mod save;
mod scroll;
mod stage;
mod store;
mod tabs;
mod text;
mod turns;
mod worker_link;

pub(crate) use address::{focus_main, reveal, use_address, use_document, use_focus};
pub(crate) use appearance::use_appearance;
pub(crate) use blank::{end_on_enter, show_focused, use_writable, written};
pub(crate) use clipboard::{Copied, copy, copy_table};
pub(crate) use dialog::{close_dialog, close_from_outside, close_modal, use_modal};
pub(crate) use edition::{Build, EditionNews, build, forget_edition_news, take_update, use_edition_news};
pub(crate) use files::samples_on_offer;
pub(crate) use fold::{fold_on_escape, fold_on_leaving, unfold};
pub(crate) use gestures::use_gestures;
pub(crate) use grid::{Caret, caret, cell_id, field_text, go_to_cell, pasted_text, show_option, use_cell_focus};
pub(crate) use growing::use_growing;
pub(crate) use guide::{GUIDE, follow_guide, open_guide};
pub(crate) use keys::use_keys;
pub(crate) use leave::use_leave_warning;
pub(crate) use memory::use_memory;
pub(crate) use paper::{print, use_printing};
pub(crate) use part::{carried, is_drawn, middles, use_focus_part};
pub(crate) use picture::{Drawn, save_chart, use_picture};
pub(crate) use rest::{take_place, use_rest};
pub(crate) use save::{save_table, save_text};
pub(crate) use scroll::{frame_of, leave_rows, use_placed, use_settled};
pub(crate) use stage::{leave_full_screen, page_address, toggle_full_screen, use_deck_keys, use_named_sample};
pub(crate) use turns::{When, in_turn, use_turn};

use crate::choice::Rerun;
use crate::entry::{EntryEvent, FILE_NAME};
use crate::route::Address;
use crate::state::{Action, FileLine, Give, MemoryEvent, Notice, OpenedProject, RuleFileEvent, Sample, Source, State};
use domain::{FormOrder, Language, NaiveDate, UnitIndex, entered_table};
use files::{Given, Shelf};
use folder::Found;
use gloo::timers::callback::Timeout;
use projects::Sorted;
use protocol::{ExportFormat, InputName, InputOrigin, Reply, Request, SliceName};
use std::cell::RefCell;
use std::rc::Rc;
use tabs::Tabs;
use wasm_bindgen::JsCast;
use worker_link::{Event as LinkEvent, WorkerLink};
use yew::prelude::*;

/// The state as the page opens: address and day come from the browser; what it remembers follows a moment later.
pub(crate) fn boot() -> State {
    State::new(Address::parse(&address::hash()), today())
}

/// The local calendar day.
fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// The element that is to hold the page. It takes its place once the first picture is whole.
pub(crate) fn root() -> Option<web_sys::Element> {
    let root = web_sys::window()?.document()?.create_element("div").ok()?;
    root.set_id("app");
    Some(root)
}

/// The value a control was set to.
pub(crate) fn value_of(event: &Event) -> String {
    let target = event.target();
    let select = target.clone().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok());
    let input = target.and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    select.map(|select| select.value()).or_else(|| input.map(|input| input.value())).unwrap_or_default()
}

/// The files chosen in an input, which is emptied so that the same file can be chosen again.
pub(crate) fn chosen_files(event: &Event) -> Vec<web_sys::File> {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let chosen = files::listed(input.files());
    input.set_value("");
    chosen
}

/// The worker and the file handles of this sitting. Clones share them.
#[derive(Clone)]
pub(crate) struct Desk {
    link: WorkerLink,
    shelf: Rc<Shelf>,
    tell: UseReducerDispatcher<State>,
    tabs: Rc<Tabs>,
    /// The files that were written into the store last.
    kept_files: Rc<RefCell<Option<Vec<FileLine>>>>,
}

impl Desk {
    fn new(tell: UseReducerDispatcher<State>) -> Self {
        let shelf = Rc::new(Shelf::default());
        let (listener, keeper) = (tell.clone(), Rc::clone(&shelf));
        let link = WorkerLink::new(Callback::from(move |event| hear(&listener, &keeper, event)));
        let tabs = Rc::new(Tabs::new(tell.clone()));
        Self { link, shelf, tell, tabs, kept_files: Rc::default() }
    }

    /// Takes files that were chosen or dropped. Of a folder only those are taken that are meant.
    pub(crate) fn take(&self, files: Vec<web_sys::File>, give: Give) {
        let given: Vec<Given> = files.into_iter().map(Given::new).collect();
        let has_paths = given.iter().any(|given| given.name.contains('/'));
        if !has_paths {
            return self.take_given(given, give);
        }
        let files = folder::meant(given);
        let all = files.len();
        self.take_found(Found { files, all });
    }

    /// Takes what lies in folders.
    fn take_found(&self, Found { mut files, all }: Found) {
        if all == 0 {
            return self.tell.dispatch(Action::Noticed(Notice::EmptyFolder));
        }
        files.truncate(folder::MOST);
        self.take_given(files, Give::Add);
        if all > folder::MOST {
            let most = u32::try_from(folder::MOST).unwrap_or(u32::MAX);
            self.tell.dispatch(Action::Noticed(Notice::TooManyFiles(most)));
        }
    }

    /// Tables are read, a rule file is checked, a project is opened.
    fn take_given(&self, given: Vec<Given>, give: Give) {
        let (rules, files): (Vec<_>, Vec<_>) = given.into_iter().partition(|given| rules::is_rule_file(&given.name));
        if let Some(rules) = rules.last() {
            self.take_rules(&rules.file);
        }
        let desk = self.clone();
        projects::sort(files, move |sorted| desk.take_sorted(sorted, give));
    }

    /// A project takes the place of everything, so it comes alone.
    fn take_sorted(&self, Sorted { projects, others }: Sorted, give: Give) {
        match &projects[..] {
            [] => {
                let files = self.shelf.put(others);
                self.tell.dispatch(Action::FilesGiven { files, give, source: Source::Own, as_of: None });
            }
            [project] if others.is_empty() => {
                let request = Request::OpenProject { name: project.name.clone() };
                self.link.send(&request, std::slice::from_ref(&project.file));
            }
            _ => self.tell.dispatch(Action::Noticed(Notice::SeveralProjects)),
        }
    }

    /// Rules and orders of columns have the same ending; what a file says it is decides.
    fn take_rules(&self, file: &web_sys::File) {
        let (name, desk) = (file.name(), self.clone());
        text::read_text(file, move |text| match text {
            Some(text) if FormOrder::is_told_by(&text) => desk.lint_order(name, Some(text)),
            Some(text) => {
                desk.tell.dispatch(Action::RuleFile(RuleFileEvent::Given(name.clone())));
                desk.link.send(&Request::Lint { name, text }, &[]);
            }
            None => {
                desk.tell.dispatch(Action::RuleFile(RuleFileEvent::Given(name.clone())));
                desk.tell.dispatch(Action::RuleFile(RuleFileEvent::Unreadable(name)));
            }
        });
    }

    /// Takes a set of the samples that come with the page.
    pub(crate) fn take_sample(&self, sample: Sample) {
        let (shelf, tell) = (Rc::clone(&self.shelf), self.tell.clone());
        files::with_samples(move |here| {
            if !here {
                return tell.dispatch(Action::Noticed(Notice::NoSamples));
            }
            let (files, as_of) = (shelf.put(files::samples(sample)), files::samples_as_of(sample));
            tell.dispatch(Action::FilesGiven { files, give: Give::Replace, source: Source::Sample(sample), as_of });
        });
    }

    /// Asks the worker for a file to download.
    pub(crate) fn export(&self, state: &State, format: ExportFormat, unit: Option<UnitIndex>) {
        self.export_filled(state, format, unit, Vec::new());
    }

    /// The same with these texts in the blanks of a report.
    pub(crate) fn export_filled(
        &self,
        state: &State,
        format: ExportFormat,
        unit: Option<UnitIndex>,
        filled: Vec<String>,
    ) {
        let (job, language) = (state.shown_job(), state.language);
        self.link.send(&Request::Export { job, format, language, stamp: today(), unit, filled }, &[]);
    }

    /// Ends a worker that says nothing any more; another one takes up its work.
    pub(crate) fn restart(&self) {
        self.link.give_up();
    }

    /// Has the worker write the project file of this sitting.
    pub(crate) fn save_project(&self, state: &State) {
        let request = Request::WriteProject {
            number: state.entry.version(),
            name: state.project_name(),
            inputs: self.shelf.inputs(&state.files),
            rows: state.entry.typed_rows(),
            options: Box::new(state.options.clone()),
        };
        self.shelf.saving(state.options.clone());
        self.link.send(&request, &self.shelf.handles(&state.files));
    }

    /// Asks the worker for an empty table to be filled in.
    pub(crate) fn save_template(&self, language: Language) {
        self.link.send(&Request::Template { language, stamp: today() }, &[]);
    }

    /// Asks what intake would find in the lines that are being typed.
    fn prove(&self, state: &State) {
        let (number, rows) = (state.entry.version(), state.entry.rows());
        let options = Box::new(state.options.clone());
        self.link.send(&Request::Proof { number, rows, options, today: today() }, &[]);
    }

    /// Puts the worker on the run that the state wants.
    fn follow(&self, state: &State) {
        self.keep_only_held(state);
        let Some(run) = state.run else { return self.link.stop_reading() };
        if state.shown_job() == run.job {
            return;
        }
        let options = Box::new(state.options.clone());
        match run.extent {
            Rerun::Assess => {
                let mut inputs = self.shelf.inputs(&state.files);
                let mut handles = self.shelf.handles(&state.files);
                if let Some(typed) = typed_file(state) {
                    inputs.push(InputName { name: FILE_NAME.to_owned(), origin: InputOrigin::Typed });
                    handles.push(typed);
                }
                let request = Request::Assess { job: run.job, inputs, options, today: today() };
                self.link.read(run.job, &request, &handles);
            }
            Rerun::Judge => self.link.send(&Request::Judge { job: run.job, options, today: today() }, &[]),
        }
    }

    /// Asks for the slices that the screen lacks.
    fn ask(&self, state: &State) {
        let missing = state.missing();
        if missing.is_empty() {
            return;
        }
        for slice in &missing {
            self.link.send(&question(state, slice), &[]);
        }
        self.tell.dispatch(Action::Asked(missing));
    }
}

/// How a slice is asked for: of the assessment, or of the shipped data before there is one.
fn question(state: &State, slice: &SliceName) -> Request {
    let options = || Box::new(state.options.clone());
    match slice {
        SliceName::Plan => Request::Plan { number: state.plan_number(), options: options() },
        SliceName::TryOut(tried) => Request::TryOut { options: options(), tried: tried.clone(), today: today() },
        SliceName::Roster if state.assessed().is_none() => Request::Roster { options: options(), today: today() },
        slice => Request::Show { job: state.shown_job(), slice: slice.clone() },
    }
}

/// The lines typed in, as the file in which they are read.
fn typed_file(state: &State) -> Option<web_sys::File> {
    let rows = state.entry.used_rows();
    let table = (!rows.is_empty()).then(|| entered_table(&rows))?;
    files::made(FILE_NAME, &table.into(), "text/tab-separated-values")
}

/// What the worker's words mean to the page. A finished file goes straight to the disk.
fn hear(tell: &UseReducerDispatcher<State>, shelf: &Shelf, event: LinkEvent) {
    match event {
        LinkEvent::Answered(Reply::File { name, mime, bytes, .. }) => save::save(&name, &mime, &bytes),
        LinkEvent::Answered(Reply::ProjectWritten { number, name, bytes }) => {
            save::save(&name, "application/json", &bytes.0);
            tell.dispatch(Action::Entered(EntryEvent::Kept(number)));
            tell.dispatch(Action::Memory(MemoryEvent::Saved(Box::new(shelf.saved()))));
        }
        LinkEvent::Answered(Reply::ProjectOpened { files, rows, options }) => {
            let given = files.iter().filter_map(|(name, bytes)| files::of_bytes(name, &bytes.0)).collect();
            let files = shelf.put(given);
            tell.dispatch(Action::ProjectOpened(OpenedProject { files, rows, options }));
        }
        LinkEvent::Answered(reply) => tell.dispatch(Action::Replied(reply)),
        LinkEvent::Died(death) => tell.dispatch(Action::WorkerDied(death)),
        LinkEvent::Silent => tell.dispatch(Action::Noticed(Notice::WorkerSilent)),
        LinkEvent::Slow => tell.dispatch(Action::Noticed(Notice::Slow)),
    }
}

/// How long somebody may pause in typing before the lines are looked at.
const PAUSE_MS: u32 = 350;

/// Has intake look at the lines that are being typed, a moment after the last key.
#[hook]
fn use_proof(state: &UseReducerHandle<State>, desk: &Rc<Desk>) {
    let (prover, held) = (Rc::clone(desk), state.clone());
    use_effect_with((state.entry.version(), state.shown_job(), state.options.clone()), move |_| {
        let due = held.entry.count() > 0 && held.entry.doubtful().is_none();
        let pause = due.then(|| Timeout::new(PAUSE_MS, move || prover.prove(&held)));
        move || drop(pause)
    });
}

/// The desk.
#[hook]
pub(crate) fn use_desk(state: &UseReducerHandle<State>) -> Rc<Desk> {
    use_memo((), |()| Desk::new(state.dispatcher()))
}

/// The desk's work whenever the state wants another run or lacks a slice.
#[hook]
pub(crate) fn use_worker(state: &UseReducerHandle<State>, desk: &Rc<Desk>) {
    let warmed = Rc::clone(desk);
    use_effect_with((), move |()| in_turn(When::Work, move || warmed.link.warm_up()));
    // A new run may end the worker, and what was asked of it is lost: the run comes first.
    let (runner, wanted) = (Rc::clone(desk), state.clone());
    use_effect_with(state.run, move |_| runner.follow(&wanted));
    let (asker, lacking) = (Rc::clone(desk), state.clone());
    use_effect(move || asker.ask(&lacking));
    use_proof(state, desk);
    beside::use_other_set(state, desk);
    form::use_form(state, desk);
}
