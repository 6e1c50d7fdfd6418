//! What the worker's answers do to the state. INVARIANT: an answer to an older run changes nothing.

use super::trial::still_meant;
use super::{Assessed, Changed, DEATHS_BORNE, Death, Failure, Held, Notice, Progress, Source, Stage, State, set};
use crate::choice::Rerun;
use crate::route::{Route, UnitKey, UnitView};
use domain::{ReadError, Severity, Summary, UnitIndex};
use protocol::{JobId, Reply, Slice, SliceName};
use std::rc::Rc;

impl State {
    pub(super) fn reply(&mut self, reply: Reply) -> Changed {
        let spoke = matches!(self.notice, Some(Notice::WorkerSilent | Notice::Slow));
        if spoke {
            self.notice = None;
        }
        match self.answered(reply) {
            Changed::No if spoke => Changed::Yes,
            changed => changed,
        }
    }

    fn answered(&mut self, reply: Reply) -> Changed {
        match reply {
            Reply::Progress { job, file, done, total, rows } if self.awaits(job) => {
                self.file_goes_on(file, share(done, total), rows)
            }
            Reply::Understanding { job, rows, of } if self.awaits(job) => self.understanding(rows, of),
            Reply::Done { job, summary, failed } if self.awaits(job) => self.done(job, *summary, failed),
            Reply::Failed { job, errors } if self.awaits(job) => self.failed(errors),
            Reply::Changed { job, files } if self.awaits(job) => self.files_changed(files),
            Reply::Plan { number, plan } => self.plan_answered(number, plan),
            Reply::Slice { name: SliceName::Roster, job, slice } => match *slice {
                Slice::Roster(units) => self.roster_came(job, &units),
                _ => Changed::No,
            },
            Reply::Slice { name: SliceName::TryOut(wish), slice, .. } => match *slice {
                Slice::TryOut(slice) => self.tried_out_came(wish, slice),
                _ => Changed::No,
            },
            Reply::Proved { number, findings } => self.proved(number, findings),
            Reply::ProjectRefused { name, problem } => set(&mut self.notice, Some(Notice::Project { name, problem })),
            Reply::Slice { job, name, slice } => self.slice_came(job, name, *slice),
            Reply::Refused { job, detail } if self.awaits(job) => self.run_refused(detail),
            Reply::Refused { job, detail } if job == self.shown_job() => self.tell(Notice::Refused(detail)),
            Reply::Incomplete { begun: Some(job) } if self.awaits(job) => self.run_incomplete(),
            Reply::Incomplete { .. } => self.incomplete(),
            Reply::ReadBeside { job, set } => self.set_came(job, set, None),
            Reply::NotReadBeside { job, set, why } => self.set_came(job, set, Some(why)),
            Reply::Form { job, wish, answer } => self.form_came(job, *wish, answer),
            Reply::Linted { name, text, problems } => self.linted(name, text, problems),
            Reply::Ready
            | Reply::Fetching(_)
            | Reply::File { .. }
            | Reply::ForgotBeside
            | Reply::ProjectWritten { .. }
            | Reply::ProjectOpened { .. }
            | Reply::Progress { .. }
            | Reply::Understanding { .. }
            | Reply::Done { .. }
            | Reply::Failed { .. }
            | Reply::Changed { .. }
            | Reply::Refused { .. } => Changed::No,
        }
    }

    /// A device that has not enough memory for these files will not have it a moment later: then nothing is tried again
    /// unasked.
    pub(super) fn worker_died(&mut self, death: Death) -> Changed {
        self.deaths += 1;
        self.set_lost();
        self.form_lost();
        let reading = matches!(self.stage, Stage::Reading(_));
        if self.deaths > DEATHS_BORNE || (death == Death::Starved && reading) {
            return self.give_up(death);
        }
        self.asked.clear();
        self.forget_check();
        let read = self.assessed().is_some();
        if self.has_input() {
            self.want(Rerun::Assess);
            self.notice = Some(Notice::WorkerRestarted);
        }
        if !read && self.has_input() {
            self.stage = self.reading_begins();
        }
        Changed::Yes
    }

    fn give_up(&mut self, death: Death) -> Changed {
        self.run = None;
        let (failure, notice) = match death {
            Death::Stopped => (Failure::WorkerStopped, Notice::WorkerStopped),
            Death::Starved => (Failure::Starved, Notice::Starved),
        };
        match self.stage {
            Stage::Reading(_) => {
                self.stage = Stage::Failed(failure);
                self.notice = None;
                // The next files are another matter.
                self.deaths = 0;
            }
            Stage::Start | Stage::Failed(_) | Stage::Ready(_) => self.notice = Some(notice),
        }
        Changed::Yes
    }

    /// The results shown stay, and stay those of the last reading: whatever is chosen next has to read again.
    fn files_changed(&mut self, files: Vec<String>) -> Changed {
        self.run = None;
        self.deaths = 0;
        if self.assessed().is_some() {
            return set(&mut self.notice, Some(Notice::Changed(files)));
        }
        self.stage = Stage::Failed(Failure::Changed(files));
        Changed::Yes
    }

    fn awaits(&self, job: JobId) -> bool {
        self.run.is_some_and(|run| run.job == job) && self.shown_job() != job
    }

    fn file_goes_on(&mut self, file: String, share: f64, rows: u32) -> Changed {
        let (place, of) = match &self.stage {
            Stage::Reading(old) => (self.place_of(&file), old.of),
            Stage::Start | Stage::Failed(_) | Stage::Ready(_) => return Changed::No,
        };
        self.progress(Progress { file, share, rows, place: place.min(of), of, understood: None })
    }

    fn understanding(&mut self, rows: u32, of: u32) -> Changed {
        match &self.stage {
            Stage::Reading(old) => self.progress(Progress { understood: Some((rows, of)), ..old.clone() }),
            Stage::Start | Stage::Failed(_) | Stage::Ready(_) => Changed::No,
        }
    }

    fn progress(&mut self, progress: Progress) -> Changed {
        match &mut self.stage {
            Stage::Reading(old) => set(old, progress),
            Stage::Start | Stage::Failed(_) | Stage::Ready(_) => Changed::No,
        }
    }

    fn done(&mut self, job: JobId, summary: Summary, failed: Vec<ReadError>) -> Changed {
        let extent = self.run.map_or(Rerun::Assess, |run| run.extent);
        let fresh = Assessed::new(job, summary, failed);
        self.stage = match std::mem::replace(&mut self.stage, Stage::Start) {
            Stage::Ready(older) => Stage::Ready(fresh.over(older, extent)),
            Stage::Start | Stage::Reading(_) | Stage::Failed(_) => {
                self.route = landing(&self.route, &fresh.summary, self.source);
                Stage::Ready(fresh)
            }
        };
        if extent == Rerun::Assess {
            self.why = None;
            self.look = None;
            self.tried.retain(|tried| still_meant(&tried.edit));
        }
        self.asked.clear();
        self.deaths = 0;
        Changed::Yes
    }

    fn failed(&mut self, errors: Vec<ReadError>) -> Changed {
        self.run = None;
        self.deaths = 0;
        if self.assessed().is_some() {
            return set(&mut self.notice, Some(Notice::NothingLeft));
        }
        self.stage = Stage::Failed(Failure::Unreadable(Rc::new(errors)));
        Changed::Yes
    }

    fn slice_came(&mut self, job: JobId, name: SliceName, slice: Slice) -> Changed {
        let (Stage::Ready(assessed), Some(held)) = (&mut self.stage, Held::share(slice)) else { return Changed::No };
        if assessed.job != job {
            return Changed::No;
        }
        self.asked.remove(&name);
        assessed.keep(name, held);
        self.remember();
        Changed::Yes
    }

    fn run_refused(&mut self, detail: String) -> Changed {
        if self.is_plan_guessed() { self.fall_back() } else { self.run_stopped(Notice::Refused(detail)) }
    }

    fn run_incomplete(&mut self) -> Changed {
        self.run_ends(Failure::Incomplete);
        self.incomplete()
    }

    /// A screen that says so already needs no notice.
    fn incomplete(&mut self) -> Changed {
        if self.stage != Stage::Failed(Failure::Incomplete) {
            return self.tell(Notice::Incomplete);
        }
        self.notice = self.notice.take().filter(|notice| *notice != Notice::Incomplete);
        Changed::Yes
    }

    fn run_stopped(&mut self, notice: Notice) -> Changed {
        self.run_ends(Failure::WorkerStopped);
        self.tell(notice)
    }

    /// The run under way comes to nothing. Results shown stay; where there are none, the screen says why.
    fn run_ends(&mut self, failure: Failure) {
        self.run = self.run.filter(|run| run.job == self.shown_job());
        if matches!(self.stage, Stage::Reading(_)) {
            self.stage = Stage::Failed(failure);
        }
    }

    pub(super) fn tell(&mut self, notice: Notice) -> Changed {
        if matches!(self.notice, Some(Notice::Changed(_))) {
            // A worker that was started anew cannot answer until the files are chosen again: that has been said.
            return Changed::Yes;
        }
        set(&mut self.notice, Some(notice))
    }
}

/// So many files at once are a heap: what became of each, and who sent none, comes before the results.
const HEAP: usize = 10;

/// Where the first result of new files is shown: where the user already waits, else where the answer is.
fn landing(from: &Route, summary: &Summary, source: Source) -> Route {
    let questions = summary.findings.get(&Severity::Question).copied().unwrap_or_default();
    match (from, summary.lone_unit) {
        // A number names a unit of one assessment only: it says nothing about these files.
        (Route::Data | Route::Entry(_) | Route::Unit(UnitView { key: UnitKey::Number(_), .. }), lone) => match lone {
            _ if summary.used_rows == 0 && questions > 0 => Route::Check,
            Some(unit) if source == Source::Own => page_of(summary, unit),
            None if source == Source::Own && summary.files.len() >= HEAP => Route::Check,
            _ => Route::Overview,
        },
        (waiting, _) => waiting.clone(),
    }
}

fn page_of(summary: &Summary, unit: UnitIndex) -> Route {
    let known = summary.scope.iter().chain(&summary.scopes).find(|line| line.unit == unit);
    known.map_or(Route::Unit(UnitView::of(UnitKey::Number(unit))), Route::unit)
}

fn share(done: f64, total: f64) -> f64 {
    if total > 0.0 { (done / total).clamp(0.0, 1.0) } else { 0.0 }
}
