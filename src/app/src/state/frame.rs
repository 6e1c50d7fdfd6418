//! What lies around and over the screens: how the page shows itself, and which dialog is open.

use super::{Changed, State, set};
use domain::PageSettings;

/// A dialog that any screen may lie under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Overlay {
    /// The search over everything.
    Palette,
    /// The list of keys.
    Keys,
}

impl State {
    pub(super) fn show_as(&mut self, page: PageSettings) -> Changed {
        let changed = set(&mut self.page, page);
        self.remember();
        changed
    }

    /// A browser tells late that a dialog was closed: by then another one may be open.
    pub(super) fn uncover(&mut self, overlay: Overlay) -> Changed {
        if self.overlay == Some(overlay) { set(&mut self.overlay, None) } else { Changed::No }
    }
}
