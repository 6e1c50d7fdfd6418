//! What of this sitting is safe, and where: in this machine's store, in a project file, or nowhere.
//!
//! It decides what the work is, whether it is kept, and whether leaving the page would lose something.

use super::{Changed, FileLine, Notice, OpenedProject, Source, State, set};
use domain::{EnteredRow, Options, PlanChoice, Remembered, Wanted};
use std::collections::BTreeMap;

/// Why a store takes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StoreFault {
    /// It is full.
    Full,
    /// The browser forbids it.
    Forbidden,
    /// A file that was to be kept changed on the disk.
    LostFile,
    /// It holds what a newer version of this page wrote: that is neither read nor touched.
    Newer,
    /// Something else.
    Failed,
}

/// Work of an earlier sitting that can be opened again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offer {
    /// When it was kept, `2024-10-15T14:05`.
    pub(crate) saved: String,
    /// Number of files.
    pub(crate) files: u32,
    /// Number of rows typed in.
    pub(crate) rows: u32,
}

/// The work in hand, as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Work {
    /// The files.
    pub(crate) files: Vec<FileLine>,
    /// Rows typed in.
    pub(crate) rows: Vec<EnteredRow>,
    /// What was chosen.
    pub(crate) options: Options,
}

/// What is safe.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Keeping {
    /// Work of an earlier sitting. While it is on offer it keeps its place in the store.
    pub(crate) offer: Option<Offer>,
    /// What the store said last.
    pub(crate) fault: Option<StoreFault>,
    /// The store has been looked into.
    pub(crate) open: bool,
    /// What lies in the store of this sitting.
    kept: Option<Work>,
    /// Choices that a project file holds.
    saved: Options,
}

impl Keeping {
    pub(super) fn looked_up(&mut self, offer: Option<Offer>, fault: Option<StoreFault>) {
        (self.open, self.offer, self.fault) = (true, offer, fault);
    }

    pub(super) fn failed(&mut self, fault: StoreFault) {
        (self.fault, self.kept) = (Some(fault), None);
    }

    pub(super) fn forget(&mut self) {
        (self.offer, self.fault, self.kept) = (None, None, None);
    }

    pub(super) fn let_go(&mut self) -> Changed {
        set(&mut self.kept, None)
    }

    /// Does the store hold work of this sitting?
    pub(crate) fn holds_work(&self) -> bool {
        self.kept.is_some()
    }
}

impl State {
    /// The work that is to lie in the store; `None` = none is, or it is not wanted. Samples come with the page.
    pub(crate) fn work(&self) -> Option<Work> {
        let wanted = self.keeping.open && self.keeping.offer.is_none() && self.remembered.keeps_work();
        let rows = self.entry.typed_rows();
        let own = self.source == Source::Own && !(self.files.is_empty() && rows.is_empty());
        (wanted && own).then(|| Work { files: self.files.clone(), rows, options: self.options.clone() })
    }

    /// Is the store to hold no work any more, though it does?
    pub(crate) fn is_work_over(&self) -> bool {
        let none = self.files.is_empty() && self.entry.count() == 0;
        self.keeping.holds_work() && (none || !self.remembered.keeps_work())
    }

    /// Would leaving the page lose something that is kept nowhere?
    pub(crate) fn would_lose(&self) -> bool {
        if self.filled.is_unsaved() {
            return true;
        }
        let work = self.work();
        if work.is_some() && work == self.keeping.kept {
            return false;
        }
        let decided = self.source == Source::Own && self.at_stake(&self.options) != self.at_stake(&self.keeping.saved);
        self.entry.is_unsaved() || decided
    }

    /// Choices that are gone with the page: not the settings of the view, not what stands in the address, not what this
    /// machine remembers.
    fn at_stake(&self, options: &Options) -> Options {
        let own = matches!(options.plan, PlanChoice::Own { .. });
        let plan = if own { options.plan.clone() } else { PlanChoice::First };
        let readings = if own { options.readings.clone() } else { BTreeMap::new() };
        let stake = Options { as_of: None, year: None, scope: None, plan, readings, ..options.clone() };
        if self.remembered.wanted == Wanted::No {
            return stake;
        }
        let none = Options::default();
        Options {
            columns: none.columns,
            units: none.units,
            kinds: none.kinds,
            relevance: none.relevance,
            month_first: none.month_first,
            ..stake
        }
    }

    pub(super) fn resume(&mut self, project: OpenedProject) -> Changed {
        let options = project.options.clone();
        self.take_over(project);
        self.keeping.offer = None;
        self.saved(&options)
    }

    pub(super) fn kept(&mut self, work: Work) -> Changed {
        self.keeping.fault = None;
        set(&mut self.keeping.kept, Some(work));
        Changed::Yes
    }

    pub(super) fn saved(&mut self, options: &Options) -> Changed {
        set(&mut self.keeping.saved, options.clone());
        Changed::Yes
    }

    pub(super) fn other_tab(&mut self) -> Changed {
        if self.keeping.kept.take().is_none() {
            return Changed::No;
        }
        set(&mut self.notice, Some(Notice::OtherTab));
        Changed::Yes
    }

    pub(super) fn other_tab_forgot(&mut self) -> Changed {
        if self.remembered == Remembered::default() {
            return Changed::No;
        }
        self.forget_all();
        set(&mut self.notice, Some(Notice::OtherTabForgot))
    }
}
