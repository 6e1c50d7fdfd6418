//! How far the files have come, and why there may be nothing to show.

use super::Assessed;
use crate::choice::Rerun;
use domain::ReadError;
use protocol::JobId;
use std::rc::Rc;

/// How far the files have come.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Stage {
    /// No file yet.
    Start,
    /// Being read.
    Reading(Progress),
    /// Nothing could be read.
    Failed(Failure),
    /// Assessed. A newer run may be under way: see [`State::is_renewing`].
    Ready(Assessed),
}

/// How far reading has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Progress {
    /// The file being read; empty before the first word of the worker.
    pub(crate) file: String,
    /// From 0 to 1.
    pub(crate) share: f64,
    /// Rows so far.
    pub(crate) rows: u32,
    /// Its place among the files, from 1 …
    pub(crate) place: u32,
    /// … of so many.
    pub(crate) of: u32,
    /// All files are read: so many rows are understood, of so many.
    pub(crate) understood: Option<(u32, u32)>,
}

impl Progress {
    /// How far all files together have come, from 0 to 1: each counts the same, whatever its size. Reading is the first
    /// half, understanding the second.
    pub(crate) fn over_all(&self) -> f64 {
        if let Some((rows, of)) = self.understood {
            return 0.5 + f64::from(rows) / f64::from(of.max(1)) / 2.0;
        }
        let before = f64::from(self.place.saturating_sub(1));
        (before + self.share) / f64::from(self.of.max(1)) / 2.0
    }
}

/// Why there is nothing to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// No file could be read.
    Unreadable(Rc<Vec<ReadError>>),
    /// The worker stopped again and again.
    WorkerStopped,
    /// The device has not enough memory.
    Starved,
    /// What reads them lies in a part of the program that did not arrive.
    Incomplete,
    /// These files were changed on the disk since they were chosen.
    Changed(Vec<String>),
}

/// How a worker ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Death {
    /// It fell, or was ended.
    Stopped,
    /// It got no more memory.
    Starved,
}

/// A run of the worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// Its number.
    pub(crate) job: JobId,
    /// How much has to run.
    pub(crate) extent: Rerun,
}
