//! The only place that touches the browser: worker, files, address, clipboard, clock and downloads.
//!
//! It decides nothing. It turns what happens into [`Action`]s, and what the state wants into messages.

mod address;
mod files;
mod fold;
mod gestures;
mod part;
mod rules;
mod save;
mod worker_link;

pub(crate) use address::{focus_main, reveal, use_address, use_document, use_focus, use_late_focus};
pub(crate) use files::samples_on_offer;
pub(crate) use fold::{fold_on_escape, fold_on_leaving};
pub(crate) use gestures::use_gestures;
pub(crate) use part::use_focus_part;

use crate::choice::Rerun;
use crate::route::Address;
use crate::state::{Action, FileLine, Give, RuleFileEvent, Sample, Source, State};
use domain::{NaiveDate, UnitIndex};
use files::Shelf;
use protocol::{ExportFormat, InputName, Reply, Request, SliceName};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use worker_link::{Event as LinkEvent, WorkerLink};
use yew::prelude::*;

/// The state as the page opens: address and day come from the browser.
pub(crate) fn boot() -> State {
    State::new(Address::parse(&address::hash()), today())
}

/// The local calendar day.
fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// The element that holds the page. What stands in it (the static shell) makes room.
pub(crate) fn root() -> Option<web_sys::Element> {
    let root = web_sys::window()?.document()?.get_element_by_id("app")?;
    root.set_inner_html("");
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

/// The worker and the file handles of this sitting.
pub(crate) struct Desk {
    link: WorkerLink,
    shelf: Shelf,
    tell: UseReducerDispatcher<State>,
}

impl Desk {
    fn new(tell: UseReducerDispatcher<State>) -> Self {
        let listener = tell.clone();
        let link = WorkerLink::new(Callback::from(move |event| hear(&listener, event)));
        Self { link, shelf: Shelf::default(), tell }
    }

    /// Takes files that were chosen, dropped or pasted: tables are read, a rule file is checked.
    pub(crate) fn take(&self, files: Vec<web_sys::File>, give: Give) {
        let (rules, tables): (Vec<_>, Vec<_>) = files.into_iter().partition(rules::is_rule_file);
        let files = self.shelf.put(tables);
        self.tell.dispatch(Action::FilesGiven { files, give, source: Source::Own, as_of: None });
        if let Some(rules) = rules.last() {
            self.take_rules(rules);
        }
    }

    fn take_rules(&self, file: &web_sys::File) {
        let (name, link, tell) = (file.name(), self.link.clone(), self.tell.clone());
        tell.dispatch(Action::RuleFile(RuleFileEvent::Given(name.clone())));
        rules::read(file, move |text| match text {
            Some(text) => link.send(&Request::Lint { name, text }, &[]),
            None => tell.dispatch(Action::RuleFile(RuleFileEvent::Unreadable(name))),
        });
    }

    /// Takes a set of the samples that come with the page.
    pub(crate) fn take_sample(&self, sample: Sample) {
        let files = self.shelf.put(files::samples(sample));
        let as_of = files::samples_as_of(sample);
        self.tell.dispatch(Action::FilesGiven { files, give: Give::Replace, source: Source::Sample, as_of });
    }

    /// Asks the worker for a file to download.
    pub(crate) fn export(&self, state: &State, format: ExportFormat, unit: Option<UnitIndex>) {
        let (job, language) = (state.shown_job(), state.language);
        self.link.send(&Request::Export { job, format, language, stamp: today(), unit }, &[]);
    }

    /// Puts the worker on the run that the state wants.
    fn follow(&self, state: &State) {
        self.shelf.keep_only(&state.files);
        let Some(run) = state.run else { return self.link.stop_reading() };
        if state.shown_job() == run.job {
            return;
        }
        let options = Box::new(state.options.clone());
        match run.extent {
            Rerun::Assess => {
                let inputs = state.files.iter().map(|FileLine { name, .. }| InputName { name: name.clone() }).collect();
                let request = Request::Assess { job: run.job, inputs, options, today: today() };
                self.link.read(run.job, &request, &self.shelf.handles(&state.files));
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
            let request = match slice {
                SliceName::Plan => Request::Plan { options: Box::new(state.options.clone()) },
                slice => Request::Show { job: state.shown_job(), slice: slice.clone() },
            };
            self.link.send(&request, &[]);
        }
        self.tell.dispatch(Action::Asked(missing));
    }
}

/// What the worker's words mean to the page. A finished file goes straight to the disk.
fn hear(tell: &UseReducerDispatcher<State>, event: LinkEvent) {
    match event {
        LinkEvent::Answered(Reply::File { name, mime, bytes, .. }) => save::save(&name, &mime, &bytes),
        LinkEvent::Answered(reply) => tell.dispatch(Action::Replied(reply)),
        LinkEvent::Died => tell.dispatch(Action::WorkerDied),
    }
}

/// The desk, and its work whenever the state wants another run or lacks a slice.
#[hook]
pub(crate) fn use_desk(state: &UseReducerHandle<State>) -> Rc<Desk> {
    let desk = use_memo((), |()| Desk::new(state.dispatcher()));
    let warmed = Rc::clone(&desk);
    use_effect_with((), move |()| warmed.link.warm_up());
    let (runner, wanted) = (Rc::clone(&desk), state.clone());
    use_effect_with(state.run, move |_| runner.follow(&wanted));
    let (asker, lacking) = (Rc::clone(&desk), state.clone());
    use_effect(move || asker.ask(&lacking));
    desk
}
