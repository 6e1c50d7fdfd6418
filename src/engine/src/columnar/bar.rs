//! The table of states for one window, asked once and then read for every unit: which sums make which state.

use crate::amount::{Number, Sum};
use crate::state::{Count, threshold};
use crate::window::Window;
use domain::{Evidence, NaiveDate, Span, State};
use plan::{Amount, Defaults};

use super::cell::Cell;

/// What a unit must reach in a window.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bar {
    threshold: u32,
    otherwise: Otherwise,
}

/// The state of what is not enough.
#[derive(Clone, Copy, Debug)]
enum Otherwise {
    /// Whatever the figures are, enough or not.
    Always(State),
    Open {
        required: u32,
    },
    Over {
        reported: State,
        implied: State,
        unknown: State,
    },
}

impl Bar {
    /// Of a part that asks for `at_least` activities.
    pub(crate) fn of(defaults: &Defaults, as_of: NaiveDate, window: &Window, judged: Span, at_least: u32) -> Self {
        let threshold = threshold(defaults.partial, Amount::Activities, at_least, judged, window.full);
        let count = |lo, evidence| {
            let sum = Sum::Activities(Number { lo, hi: lo, planned: 0, is_open: false });
            Count { judged, full: window.full, sum, threshold, evidence }
        };
        let state = |lo, evidence| count(lo, evidence).rule(defaults, as_of).0;
        let otherwise = match (state(u32::MAX, Evidence::None), count(0, Evidence::None).required_now(as_of)) {
            (State::Met, Some(required)) => Otherwise::Open { required },
            (State::Met, None) => Otherwise::Over {
                reported: state(0, Evidence::Reported),
                implied: state(0, Evidence::Implied),
                unknown: state(0, Evidence::None),
            },
            (other, _) => Otherwise::Always(other),
        };
        Self { threshold, otherwise }
    }

    /// The state of these sums. `reported` is asked only where the answer matters.
    #[inline]
    pub(crate) fn state(&self, cell: &Cell, reported: impl FnOnce() -> bool) -> State {
        match self.otherwise {
            Otherwise::Always(state) => state,
            _ if cell.lo() >= self.threshold => State::Met,
            Otherwise::Open { required } => {
                let keeps_up = cell.lo() >= required || cell.lo().saturating_add(cell.planned()) >= self.threshold;
                if keeps_up { State::OnTrack } else { State::AtRisk }
            }
            Otherwise::Over { .. } if cell.hi() >= self.threshold => State::Uncertain,
            Otherwise::Over { reported: known, implied, unknown } => {
                let else_state = if cell.implied().is_whole() { implied } else { unknown };
                if else_state != known && reported() { known } else { else_state }
            }
        }
    }
}
