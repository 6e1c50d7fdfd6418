//! What this machine remembers from one sitting to the next: off unless the user wants it.
//!
//! It decides when something is remembered; `domain` decides what may be, `effects` writes it down.

use super::{Changed, State, set};
use domain::{Options, PageSettings, Remembered, Wanted};

/// What the user does to the memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MemoryEvent {
    /// Turns it on or off.
    Want(Wanted),
    /// Deletes it.
    Forget,
}

impl State {
    /// Begins with what was remembered, if that is wanted.
    #[must_use]
    pub(crate) fn recalling(mut self, remembered: Remembered) -> Self {
        if remembered.wanted == Wanted::Yes {
            let Options { columns, units, kinds, relevance, month_first, .. } = remembered.options.clone();
            self.options = Options { columns, units, kinds, relevance, month_first, ..self.options };
            self.recalled = remembered.options.clone();
            // What the address says was wanted today.
            if self.page == PageSettings::default() {
                self.page = remembered.page;
            }
        }
        self.remembered = remembered;
        self
    }

    pub(super) fn memory(&mut self, event: MemoryEvent) -> Changed {
        match event {
            MemoryEvent::Want(wanted) => {
                let changed = set(&mut self.remembered.wanted, wanted);
                self.remember();
                changed
            }
            MemoryEvent::Forget => {
                self.recalled = Options::default();
                set(&mut self.remembered, Remembered::default())
            }
        }
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
