//! The other set of files on the screen of comparisons: given, read beside the data shown, and forgotten.
//!
//! It never takes the place of anything. Whenever the data shown were judged anew it is read anew, so that both sides
//! always stand under the same plan, readings and day.

use super::{Changed, FileLine, State, set};
use crate::route::{CompareWay, Route};
use crate::views::compare::decide::day_before;
use domain::Against;
use protocol::{JobId, SetForm, SetProblem, SliceName};
use std::rc::Rc;

/// The other set of files.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OtherSet {
    /// Its files; `effects` holds their handles by number.
    pub(crate) files: Rc<Vec<FileLine>>,
    /// What they are.
    pub(crate) form: SetForm,
    /// How far it has come.
    pub(crate) stage: SetStage,
}

/// How far the other set has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SetStage {
    /// Waits for the worker.
    Waiting,
    /// Being read beside this run.
    Reading(JobId),
    /// Read beside this run.
    Read(JobId),
    /// Not read beside this run.
    Failed(JobId, SetProblem),
}

/// What happens to the other set of files.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum SetEvent {
    /// Files were chosen.
    Given(Vec<FileLine>, SetForm),
    /// The worker was asked to read them.
    Asked(JobId),
    /// It is to be forgotten.
    Closed,
}

impl State {
    /// The run beside which the other set has to be read now, and the number to give it.
    pub(crate) fn unread_set(&self) -> Option<(JobId, u32)> {
        let other = self.other.as_ref().filter(|_| self.compares_files())?;
        let job = self.assessed().filter(|_| !self.is_renewing())?.job;
        let is_done = match &other.stage {
            SetStage::Waiting => false,
            SetStage::Reading(of) | SetStage::Read(of) | SetStage::Failed(of, _) => *of == job,
        };
        (!is_done).then_some((job, self.sets + 1))
    }

    /// The slice of the screen of comparisons, once there is something to compare with.
    pub(crate) fn comparison(&self) -> Option<SliceName> {
        let Route::Compare(view) = &self.route else { return None };
        let against = match (view.way, &self.other) {
            (CompareWay::Day(Some(day)), _) => Against::Day(day),
            (CompareWay::Day(None), _) => Against::Day(day_before(self.assessed()?.summary.as_of)),
            (CompareWay::Files, Some(other)) if other.stage == SetStage::Read(self.shown_job()) => {
                Against::Files(self.sets)
            }
            (CompareWay::Files, _) => return None,
        };
        Some(SliceName::Compare(view.asks(against)))
    }

    fn compares_files(&self) -> bool {
        matches!(&self.route, Route::Compare(view) if view.way == CompareWay::Files)
    }

    pub(super) fn other_set(&mut self, event: SetEvent) -> Changed {
        match event {
            SetEvent::Given(files, _) if files.is_empty() => Changed::No,
            SetEvent::Given(files, form) => {
                self.other = Some(OtherSet { files: Rc::new(files), form, stage: SetStage::Waiting });
                Changed::Yes
            }
            SetEvent::Asked(job) => {
                self.sets += 1;
                self.set_stands(SetStage::Reading(job))
            }
            SetEvent::Closed => set(&mut self.other, None),
        }
    }

    /// The worker has read it, or not. An answer about an older set, or beside an older run, changes nothing.
    pub(super) fn set_came(&mut self, job: JobId, number: u32, problem: Option<SetProblem>) -> Changed {
        let is_awaited = |other: &OtherSet| self.sets == number && other.stage == SetStage::Reading(job);
        if !self.other.as_ref().is_some_and(is_awaited) {
            return Changed::No;
        }
        self.set_stands(match problem {
            Some(problem) => SetStage::Failed(job, problem),
            None => SetStage::Read(job),
        })
    }

    /// Files that a worker died of are not read again by themselves.
    pub(super) fn set_lost(&mut self) {
        if let Some(OtherSet { stage: SetStage::Reading(_), .. }) = &self.other {
            self.other_set(SetEvent::Closed);
        }
    }

    fn set_stands(&mut self, stage: SetStage) -> Changed {
        self.other.as_mut().map_or(Changed::No, |other| set(&mut other.stage, stage))
    }
}

#[cfg(test)]
mod tests;
