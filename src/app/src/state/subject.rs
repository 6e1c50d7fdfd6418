//! Which unit an address, and so the screen, is about.

use super::State;
use crate::route::{Route, UnitKey};
use domain::{UnitIndex, UnitLine};

impl State {
    /// The unit that an address names, if the assessment knows it.
    pub(crate) fn unit(&self, key: &UnitKey) -> Option<UnitIndex> {
        match key {
            UnitKey::Number(unit) => Some(*unit),
            UnitKey::Shipped(_) => self.assessed().and_then(|assessed| assessed.find(key)),
        }
    }

    /// The unit that this screen is about, if it is about one that the page has heard of.
    pub(crate) fn subject(&self) -> Option<UnitLine> {
        let key = match &self.route {
            Route::Unit(view) => Some(&view.key),
            Route::Agenda(view) => view.unit.as_ref(),
            Route::Report(view) => view.unit.as_ref(),
            _ => None,
        };
        self.assessed()?.line_of(self.unit(key?)?)
    }
}
