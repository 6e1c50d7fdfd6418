//! What this machine remembers from one sitting to the next: off unless the user wants it.
//!
//! It decides when something is remembered; `domain` decides what may be, `effects` writes it down.

use super::{Changed, Notice, Offer, OpenedProject, State, StoreFault, Work, set};
use crate::choice::Rerun;
use domain::{Options, PageSettings, Remembered, Wanted};

/// What happens to the memory.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum MemoryEvent {
    /// The user turns it on or off.
    Want(Wanted),
    /// The user wants the work in hand kept, too, or not.
    WantWork(Wanted),
    /// The user deletes it.
    Forget,
    /// What was kept has been looked up.
    Recalled(Box<Recalled>),
    /// The work of an earlier sitting is opened again …
    Resumed(OpenedProject),
    /// … or let go.
    Declined,
    /// This work lies in the store now.
    Kept(Box<Work>),
    /// None does any more.
    Gone,
    /// A project file with these choices was handed over.
    Saved(Box<Options>),
    /// The store took nothing.
    Failed(StoreFault),
    /// Another tab keeps its own work in the same place.
    OtherTab,
    /// Another tab deleted everything.
    OtherTabForgot,
}

/// What an earlier sitting left.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Recalled {
    /// Decisions, and how the page shows itself.
    pub(crate) remembered: Remembered,
    /// Work that can be opened again.
    pub(crate) offer: Option<Offer>,
    /// Why there is nothing, where the store itself says no.
    pub(crate) fault: Option<StoreFault>,
}

impl State {
    pub(super) fn memory(&mut self, event: MemoryEvent) -> Changed {
        match event {
            MemoryEvent::Want(wanted) => self.want_memory(wanted),
            MemoryEvent::WantWork(wanted) => set(&mut self.remembered.work, wanted),
            MemoryEvent::Forget => self.forget_all(),
            MemoryEvent::Recalled(recalled) => self.recalled(*recalled),
            MemoryEvent::Resumed(project) => self.resume(project),
            MemoryEvent::Declined => set(&mut self.keeping.offer, None),
            MemoryEvent::Kept(work) => self.kept(*work),
            MemoryEvent::Gone => self.keeping.let_go(),
            MemoryEvent::Saved(options) => self.saved(&options),
            MemoryEvent::Failed(fault) => self.not_kept(fault),
            MemoryEvent::OtherTab => self.other_tab(),
            MemoryEvent::OtherTabForgot => self.other_tab_forgot(),
        }
    }

    /// Begins with what was remembered, if that is wanted. It comes a moment after the page: files may be on their way.
    fn recalled(&mut self, Recalled { remembered, offer, fault }: Recalled) -> Changed {
        self.keeping.looked_up(offer, fault);
        if fault == Some(StoreFault::Newer) {
            self.notice = Some(Notice::NotKept(StoreFault::Newer));
        }
        if remembered.wanted == Wanted::Yes {
            let Options { columns, units, kinds, relevance, month_first, .. } = remembered.options.clone();
            let before = self.options.clone();
            self.options = Options { columns, units, kinds, relevance, month_first, ..before.clone() };
            self.recalled = remembered.options.clone();
            // What the address says was wanted today.
            if self.page == PageSettings::default() {
                self.page = remembered.page;
            }
            if self.has_input() && self.options != before {
                self.want(Rerun::Assess);
            }
        }
        self.remembered = remembered;
        Changed::Yes
    }

    /// The work in hand goes along, unless the user says otherwise.
    fn want_memory(&mut self, wanted: Wanted) -> Changed {
        if self.keeping.fault == Some(StoreFault::Newer) && wanted == Wanted::Yes {
            set(&mut self.notice, Some(Notice::NotKept(StoreFault::Newer)));
            return Changed::Yes;
        }
        let changed = set(&mut self.remembered.wanted, wanted);
        self.remembered.work = wanted;
        self.keeping.fault = None;
        self.remember();
        changed
    }

    pub(super) fn forget_all(&mut self) -> Changed {
        self.recalled = Options::default();
        self.keeping.forget();
        self.remembered = Remembered::default();
        Changed::Yes
    }

    /// A store that refuses keeps nothing: the switch says so.
    fn not_kept(&mut self, fault: StoreFault) -> Changed {
        self.keeping.failed(fault);
        if fault == StoreFault::Forbidden {
            self.remembered = Remembered::default();
        }
        set(&mut self.notice, Some(Notice::NotKept(fault)));
        Changed::Yes
    }

    /// Takes the present decisions down. Without the tables their headers are not known: then it waits for them.
    pub(super) fn remember(&mut self) {
        if self.remembered.wanted == Wanted::Yes {
            self.remembered.page = self.page;
        }
        let Some(check) = self.assessed().and_then(super::Assessed::check) else { return };
        if self.remembered.wanted == Wanted::Yes {
            self.remembered = std::mem::take(&mut self.remembered).keeping(&self.options, &check.tables);
        }
    }

    /// Other files come: columns are known by their headers from here on, if the user wants that.
    pub(super) fn carry_columns(&mut self) {
        if self.remembered.wanted == Wanted::Yes {
            self.options.columns.clone_from(&self.remembered.options.columns);
        }
    }
}
