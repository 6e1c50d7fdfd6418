//! The one state of the page and its pure reducer.
//!
//! Every change is an [`Action`]. The reducer starts nothing itself: it says in [`State::run`] and
//! [`State::missing`] what the worker should be doing, and `effects` sees to it. Answers to an older run fall away.

mod action;
mod assessed;
mod compare;
mod entry;
mod filled;
mod form;
mod frame;
mod keeping;
#[cfg(test)]
pub(crate) mod made;
mod memory;
mod notice;
mod plan;
mod project;
mod replies;
mod rule_file;
mod stage;
mod steps;
mod stretches;
mod subject;
mod trial;
mod tried_out;
mod wanted;

pub(crate) use action::{Action, FileLine, Give, Sample, Source};
pub(crate) use assessed::{Assessed, Held};
pub(crate) use compare::{OtherSet, SetEvent, SetStage};
pub(crate) use entry::Named;
pub(crate) use filled::{BlankKey, Filled, FilledEvent};
pub(crate) use form::{FormEvent, OrderFile, SuperiorForm};
pub(crate) use frame::Overlay;
pub(crate) use keeping::{Keeping, Offer, StoreFault, Work};
pub(crate) use memory::{MemoryEvent, Recalled};
pub(crate) use notice::Notice;
pub(crate) use project::OpenedProject;
pub(crate) use rule_file::{RuleFile, RuleFileEvent, weighing};
pub(crate) use stage::{Death, Failure, Progress, Run, Stage};
pub(crate) use steps::{Step, Steps};
pub(crate) use stretches::RowsAsked;
pub(crate) use trial::{Trial, Tried, TriedRow, on_days, with_count};
pub(crate) use tried_out::{TriedOut, Trying};

use crate::choice::{Rerun, kept_for_other_files};
use crate::entry::{Entry, EntryEvent};
use crate::route::{Address, Route};
use domain::{Edit, Language, NaiveDate, Options, PageSettings, Place, PlanChoice, PlanSlice, Remembered};
use protocol::{JobId, SliceName};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use yew::Reducible;

/// A worker that dies this often in a row is not started again by itself.
const DEATHS_BORNE: u8 = 2;

/// Everything the page knows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct State {
    /// The language spoken.
    pub(crate) language: Language,
    /// How the page shows itself.
    pub(crate) page: PageSettings,
    /// Where we are.
    pub(crate) route: Route,
    /// What lies over the screen.
    pub(crate) overlay: Option<Overlay>,
    /// How far the files have come.
    pub(crate) stage: Stage,
    /// What the user chose.
    pub(crate) options: Options,
    /// Steps over what the user chose.
    pub(crate) steps: Steps,
    /// What this machine remembers.
    pub(crate) remembered: Remembered,
    /// What it remembered when the page was opened.
    pub(crate) recalled: Options,
    /// What of this sitting is safe where.
    pub(crate) keeping: Keeping,
    /// The files of this sitting; `effects` holds their handles by number.
    pub(crate) files: Vec<FileLine>,
    /// Whose files they are.
    pub(crate) source: Source,
    /// What the user types.
    pub(crate) entry: Rc<Entry>,
    names: Option<Named>,
    /// What the user wrote into the blanks of reports.
    pub(crate) filled: Rc<Filled>,
    /// The superior's form that is being filled.
    pub(crate) form: Option<SuperiorForm>,
    /// A template of columns of the user's own that was given last.
    pub(crate) order_file: Option<OrderFile>,
    /// The plan, once it has come. It depends on no file.
    pub(crate) plan: Option<Rc<PlanSlice>>,
    /// A rule file of the user's own that was given last.
    pub(crate) rule_file: Option<RuleFile>,
    /// What is being tried on the what-if screen.
    pub(crate) tried: Vec<Tried>,
    /// The other set of files, on the screen of comparisons.
    pub(crate) other: Option<OtherSet>,
    /// Rules that are being tried on the plan screen.
    pub(crate) tried_out: TriedOut,
    /// The latest run wanted of the worker.
    pub(crate) run: Option<Run>,
    /// The verdict whose explanation was asked for last.
    pub(crate) why: Option<SliceName>,
    /// The place in the user's files that is looked at.
    pub(crate) look: Option<Place>,
    /// The rows of a table that are shown.
    pub(crate) rows: Option<RowsAsked>,
    /// Something to tell.
    pub(crate) notice: Option<Notice>,
    /// The day on which the page was opened.
    pub(crate) today: NaiveDate,
    plan_is_old: bool,
    /// Number of the question that the plan answers: one for each plan and its readings.
    plan_number: u32,
    asked: BTreeSet<SliceName>,
    last_job: JobId,
    /// Other sets of files read so far: each reading has its number.
    sets: u32,
    deaths: u8,
}

impl State {
    /// The page as it opens at this address on this day.
    pub(crate) fn new(address: Address, today: NaiveDate) -> Self {
        Self {
            language: if address.english { Language::En } else { Language::Vi },
            page: address.page,
            route: address.route,
            overlay: None,
            stage: Stage::Start,
            options: Options {
                as_of: address.as_of,
                year: address.year,
                plan: address.plan.map(PlanChoice::Shipped).unwrap_or_default(),
                readings: address.readings,
                ..Options::default()
            },
            steps: Steps::default(),
            remembered: Remembered::default(),
            recalled: Options::default(),
            keeping: Keeping::default(),
            files: Vec::new(),
            source: Source::Own,
            entry: Rc::new(Entry::default()),
            names: None,
            filled: Rc::new(Filled::default()),
            form: None,
            order_file: None,
            plan: None,
            rule_file: None,
            tried: Vec::new(),
            other: None,
            tried_out: TriedOut::default(),
            run: None,
            why: None,
            look: None,
            rows: None,
            notice: None,
            today,
            plan_is_old: false,
            plan_number: 0,
            asked: BTreeSet::new(),
            last_job: JobId::default(),
            sets: 0,
            deaths: 0,
        }
    }

    /// The address that leads here again.
    pub(crate) fn address(&self) -> Address {
        let (plan, readings) = match &self.options.plan {
            PlanChoice::First => (None, self.options.readings.clone()),
            PlanChoice::Shipped(id) => (Some(id.clone()), self.options.readings.clone()),
            // The user's own file is data: neither it nor what is chosen in it stands in an address.
            PlanChoice::Own { .. } => (None, BTreeMap::new()),
        };
        Address {
            route: self.route.clone(),
            english: self.language == Language::En,
            page: self.page,
            as_of: self.options.as_of,
            year: self.options.year,
            plan,
            readings,
        }
    }

    /// The assessment, if there is one.
    pub(crate) fn assessed(&self) -> Option<&Assessed> {
        match &self.stage {
            Stage::Ready(assessed) => Some(assessed),
            Stage::Start | Stage::Reading(_) | Stage::Failed(_) => None,
        }
    }

    /// Is a newer run under way while an older result is shown?
    pub(crate) fn is_renewing(&self) -> bool {
        self.assessed().is_some_and(|assessed| self.run.is_some_and(|run| run.job != assessed.job))
    }

    /// The job to ask for slices: the shown assessment's, or that of no file (for the plan).
    pub(crate) fn shown_job(&self) -> JobId {
        self.assessed().map(|assessed| assessed.job).unwrap_or_default()
    }

    /// The edits being tried.
    pub(crate) fn edits(&self) -> Vec<Edit> {
        self.tried.iter().map(|tried| tried.edit.clone()).collect()
    }

    /// Wants a run; nothing runs without a file.
    fn want(&mut self, extent: Rerun) {
        if !self.has_input() {
            self.run = None;
            return;
        }
        self.last_job = JobId(self.last_job.0 + 1);
        // The worker may not hold the files' facts: then judging alone would judge nothing.
        let reading = self.is_renewing() && self.run.is_some_and(|run| run.extent == Rerun::Assess);
        let unread = self.assessed().is_none() || self.run.is_none() || reading;
        let extent = if unread { Rerun::Assess } else { extent };
        self.run = Some(Run { job: self.last_job, extent });
    }

    fn apply(&mut self, action: Action) -> Changed {
        match action {
            Action::Opened(route) => self.open(route),
            Action::Followed(address) => self.follow(address),
            Action::Spoke(language) => set(&mut self.language, language),
            Action::Showed(page) => self.show_as(page),
            Action::Overlaid(overlay) => set(&mut self.overlay, Some(overlay)),
            Action::Uncovered(overlay) => self.uncover(overlay),
            Action::FilesGiven { files, give, source, as_of } => self.take_files(files, give, source, as_of),
            Action::FileRemoved(number) => self.remove_file(number),
            Action::Entered(event) => self.enter(event),
            Action::Filled(event) => set_filled(&mut self.filled, |filled| filled.hear(event)),
            Action::Form(event) => self.form(event),
            Action::ProjectOpened(project) => self.project_opened(project),
            Action::Chose(choice) => self.choose(|options| choice.make(options)),
            Action::ChoseAll(choices) => self.choose_all(choices),
            Action::Undid(choice) => self.choose(|options| choice.undo(options)),
            Action::Stepped(step) => self.step(step),
            Action::Dropped => self.drop_decisions(),
            Action::Memory(event) => self.memory(event),
            Action::Tried(trial) => {
                let before = self.tried.clone();
                trial.make(&mut self.tried);
                if self.tried == before { Changed::No } else { Changed::Yes }
            }
            Action::OtherSet(event) => self.other_set(event),
            Action::TriedOut(wish) => self.try_out(wish),
            Action::RuleFile(event) => self.rule_file(event),
            Action::Cancelled => self.cancel(),
            Action::Retried => self.retry(),
            Action::Asked(names) => {
                self.asked.extend(names);
                Changed::Yes
            }
            Action::WhyAsked(name) => set(&mut self.why, Some(name)),
            Action::Looked(place) => set(&mut self.look, place),
            Action::RowsAsked(asked) => set(&mut self.rows, Some(asked)),
            Action::Replied(reply) => self.reply(reply),
            Action::WorkerDied(death) => self.worker_died(death),
            // It goes by itself: what has to be read does not go with it.
            Action::Noticed(Notice::Slow) if self.notice.is_some() => Changed::No,
            Action::Noticed(notice) => set(&mut self.notice, Some(notice)),
            Action::NoticeClosed => set(&mut self.notice, None),
        }
    }

    fn open(&mut self, route: Route) -> Changed {
        if !self.route.same_screen(&route) {
            self.why = None;
            self.look = None;
            self.rows = None;
        }
        let changed = set(&mut self.route, route);
        if changed == Changed::Yes {
            self.preset_unit();
        }
        changed
    }

    fn take_files(&mut self, files: Vec<FileLine>, give: Give, source: Source, as_of: Option<NaiveDate>) -> Changed {
        if files.is_empty() {
            return Changed::No;
        }
        let own = source == Source::Own && self.source == Source::Own;
        if give == Give::Add && own {
            self.files.retain(|old| files.iter().all(|new| new.name != old.name));
        } else {
            // At the very first files the address may have brought a day and a year along.
            if !self.files.is_empty() {
                self.carry_columns();
                self.options = kept_for_other_files(std::mem::take(&mut self.options));
                self.steps = Steps::default();
            }
            self.files.clear();
            self.tried.clear();
        }
        if give == Give::Replace {
            // The lines stay where they were typed; they are no part of these results.
            Rc::make_mut(&mut self.entry).make(EntryEvent::Withdrawn, None);
        }
        self.files.extend(files);
        self.source = source;
        self.options.as_of = as_of.or(self.options.as_of);
        self.read_anew()
    }

    fn remove_file(&mut self, number: u32) -> Changed {
        self.files.retain(|file| file.number != number);
        if self.has_input() { self.read_anew() } else { self.cancel() }
    }

    fn read_anew(&mut self) -> Changed {
        self.forget_results(self.reading_begins());
        self.want(Rerun::Assess);
        Changed::Yes
    }

    fn cancel(&mut self) -> Changed {
        self.forget_results(Stage::Start);
        self.files.clear();
        self.other = None;
        self.form = None;
        Rc::make_mut(&mut self.entry).make(EntryEvent::Withdrawn, None);
        self.run = None;
        set(&mut self.route, Route::Data);
        Changed::Yes
    }

    fn retry(&mut self) -> Changed {
        self.deaths = 0;
        self.asked.clear();
        self.read_anew()
    }

    fn forget_results(&mut self, stage: Stage) {
        self.stage = stage;
        self.asked.clear();
        self.why = None;
        self.look = None;
        self.notice = None;
        self.forget_check();
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match next.apply(action) {
            Changed::Yes => Rc::new(next),
            // The same Rc: the page is not drawn again.
            Changed::No => self,
        }
    }
}

/// Did an action change anything?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Changed {
    Yes,
    No,
}

fn set_filled(place: &mut Rc<Filled>, change: impl FnOnce(&mut Filled)) -> Changed {
    let mut next = (**place).clone();
    change(&mut next);
    set(place, Rc::new(next))
}

fn set<T: PartialEq>(place: &mut T, value: T) -> Changed {
    if *place == value {
        return Changed::No;
    }
    *place = value;
    Changed::Yes
}

#[cfg(test)]
mod tests;
