//! What the table was before: one step for each thing done, typing in one cell being one thing.

use super::{CellName, Line};
use std::rc::Rc;

/// Steps that can be taken back.
const STEPS: usize = 200;

/// A state of the lines, and the cell that was typed in then.
type Step = (Rc<Vec<Rc<Line>>>, Option<CellName>);

/// The steps, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct History(Vec<Step>);

impl History {
    /// Remembers the lines before they change; going on typing in the same cell is the same step.
    pub(super) fn remember(&mut self, lines: &[Rc<Line>], typing: Option<CellName>) {
        if typing.is_some() && self.0.last().is_some_and(|(_, cell)| *cell == typing) {
            return;
        }
        if self.0.len() >= STEPS {
            self.0.remove(0);
        }
        self.0.push((Rc::new(lines.to_vec()), typing));
    }

    /// The latest step, which is then forgotten.
    pub(super) fn back(&mut self) -> Option<Step> {
        self.0.pop()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
