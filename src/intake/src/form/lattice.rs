//! The upper part of a sheet as a person sees it: a merged region says its words in each of its cells.

use crate::sheet::{Merge, Sheet};
use std::collections::BTreeMap;

/// Rows in which a header may begin.
pub(super) const ROWS: u32 = 200;
/// More columns than this are no form.
pub(super) const COLUMNS: u32 = 400;
/// Cells that merged regions may spread over; real headers take a few hundred.
const SPREAD: usize = 200_000;

/// A cell with words.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub(super) text: String,
    /// The region it belongs to: itself, where it is not merged.
    pub(super) region: Merge,
}

/// The upper part of a sheet.
pub(super) struct Lattice {
    cells: BTreeMap<(u32, u32), Seen>,
}

impl Lattice {
    pub(super) fn of(sheet: &Sheet) -> Self {
        let mut cells = BTreeMap::new();
        for row in sheet.rows.all().iter().filter(|row| row.number <= ROWS) {
            for (column, value) in row.cells() {
                let region = Merge { top: row.number, left: column, bottom: row.number, right: column };
                cells.insert((row.number, column), Seen { text: value.text(), region });
            }
        }
        let mut left = SPREAD;
        for merge in sheet.merges.iter().filter(|merge| merge.top <= ROWS) {
            let Some(text) = cells.get(&(merge.top, merge.left)).map(|seen| seen.text.clone()) else { continue };
            for row in merge.top..=merge.bottom.min(ROWS) {
                for column in merge.left..=merge.right {
                    left = left.saturating_sub(1);
                    if left == 0 {
                        return Self { cells };
                    }
                    cells.insert((row, column), Seen { text: text.clone(), region: *merge });
                }
            }
        }
        Self { cells }
    }

    pub(super) fn at(&self, row: u32, column: u32) -> Option<&Seen> {
        self.cells.get(&(row, column))
    }

    /// The cells of a row that say something, left to right.
    pub(super) fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Seen)> {
        self.cells.range((row, 0)..=(row, u32::MAX)).map(|((_, column), seen)| (*column, seen))
    }

    /// The rows that say something, top to bottom.
    pub(super) fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        rows
    }
}
