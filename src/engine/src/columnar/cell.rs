//! What the rows of one unit come to in one window.

use domain::Evidence;

/// Certain.
pub(crate) const COUNTED: u8 = 0;
/// May count.
pub(crate) const POSSIBLE: u8 = 1;
/// Will count once it has happened.
pub(crate) const PLANNED: u8 = 2;
/// Does not count.
pub(crate) const NOTHING: u8 = 3;

/// A row implies that its unit reported the whole window.
pub(crate) const WHOLE: u8 = 1;
/// It does so only up to a day before the window's end.
pub(crate) const PARTIAL: u8 = 2;

/// Sums of the rows by what they are, and what they imply of the unit having reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    sums: [u32; 4],
    implied: u8,
}

impl Cell {
    /// One row: `lane` is one of the constants above.
    #[inline]
    pub(crate) fn add(&mut self, lane: u8, amount: u32) {
        if let Some(sum) = self.sums.get_mut(usize::from(lane & NOTHING)) {
            *sum = sum.saturating_add(amount);
        }
    }

    #[inline]
    pub(crate) fn imply(&mut self, implied: u8) {
        self.implied |= implied;
    }

    pub(crate) fn lo(&self) -> u32 {
        let [counted, _, _, _] = self.sums;
        counted
    }

    pub(crate) fn hi(&self) -> u32 {
        let [counted, possible, _, _] = self.sums;
        counted.saturating_add(possible)
    }

    pub(crate) fn planned(&self) -> u32 {
        let [_, _, planned, _] = self.sums;
        planned
    }

    /// What the rows imply.
    pub(crate) fn implied(&self) -> Evidence {
        match self.implied {
            0 => Evidence::None,
            PARTIAL => Evidence::Partial,
            _ => Evidence::Implied,
        }
    }
}
