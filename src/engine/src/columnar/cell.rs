//! What the rows of one unit come to in one window.

/// Certain.
pub(crate) const COUNTED: u8 = 0;
/// May count.
pub(crate) const POSSIBLE: u8 = 1;
/// Will count once it has happened.
pub(crate) const PLANNED: u8 = 2;
/// Does not count.
pub(crate) const NOTHING: u8 = 3;

/// Sums of the rows by what they are, and whether one of them implies that the unit reported.
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

    pub(crate) fn is_implied(&self) -> bool {
        self.implied != 0
    }
}
