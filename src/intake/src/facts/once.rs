//! Answers about rows, each found once for the same cells.
//!
//! It decides when two rows ask the same: the same values in the columns that matter, under the same sections. It knows
//! no meaning of an answer.

use crate::grid::{Row, Symbol};
use hashbrown::HashTable;

/// Different answers that are kept: enough for forms and repeated titles, little enough for a long log.
const MOST: usize = 1 << 14;

/// What rows of one table were answered, by some of their columns.
#[derive(Debug)]
pub(crate) struct Once<T> {
    /// The columns that an answer rests on.
    positions: Vec<usize>,
    known: HashTable<Known<T>>,
}

#[derive(Debug)]
struct Known<T> {
    symbols: Box<[Symbol]>,
    beside: [usize; 4],
    answer: T,
}

impl<T> Once<T> {
    /// Nothing is known yet.
    pub(crate) fn new(positions: Vec<usize>) -> Self {
        Self { positions, known: HashTable::new() }
    }

    /// The answer that a row with the same cells got; `beside` is what else it rests on.
    pub(crate) fn get(&self, row: &Row<'_>, beside: [usize; 4]) -> Option<&T> {
        let is_same = |known: &Known<T>| known.beside == beside && known.symbols.iter().copied().eq(self.symbols(row));
        self.known.find(hash(self.symbols(row), beside), is_same).map(|known| &known.answer)
    }

    /// Keeps the answer, if there is room for one more.
    pub(crate) fn keep(&mut self, row: &Row<'_>, beside: [usize; 4], answer: T) {
        if self.known.len() < MOST {
            let known = Known { symbols: self.symbols(row).collect(), beside, answer };
            let hash_of = |known: &Known<T>| hash(known.symbols.iter().copied(), known.beside);
            self.known.insert_unique(hash_of(&known), known, hash_of);
        }
    }

    fn symbols(&self, row: &Row<'_>) -> impl Iterator<Item = Symbol> {
        self.positions.iter().map(|position| row.symbol(*position))
    }
}

/// FNV-1a, a word at a time. Nothing is ever listed in its order.
fn hash(symbols: impl Iterator<Item = Symbol>, beside: [usize; 4]) -> u64 {
    let words = symbols.map(|symbol| u64::from(symbol.to_bits())).chain(beside.map(|word| word as u64));
    let hash = words.fold(0xcbf2_9ce4_8422_2325, |hash: u64, word| (hash ^ word).wrapping_mul(0x0000_0100_0000_01b3));
    let mixed = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ mixed >> 32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::{RowDraft, Rows};
    use crate::sheet::text_value;

    fn rows(cells: &[[&str; 2]]) -> Rows {
        let draft = |(number, cells): (u32, &[&str; 2])| RowDraft {
            number,
            cells: cells.iter().map(|text| text_value(text)).collect(),
            ..RowDraft::default()
        };
        (1..).zip(cells).map(draft).collect()
    }

    #[test]
    fn rows_with_the_same_cells_share_an_answer_and_others_do_not() {
        let rows = rows(&[["Xã A", "1"], ["Xã A", "2"], ["Xã B", "1"]]);
        let [first, second, third] = [0, 1, 2].map(|at| rows.get(at).unwrap());
        let mut once = Once::new(vec![0]);
        once.keep(&first, [0; 4], 7);
        assert_eq!(once.get(&second, [0; 4]), Some(&7));
        assert_eq!(once.get(&third, [0; 4]), None);
        assert_eq!(once.get(&second, [0, 0, 0, 1]), None);
    }

    #[test]
    fn what_is_kept_does_not_grow_without_end() {
        let mut once = Once::new(vec![]);
        let rows = rows(&[["", ""]]);
        let row = rows.get(0).unwrap();
        (0..MOST + 9).for_each(|number| once.keep(&row, [number, 0, 0, 0], number));
        assert_eq!((once.get(&row, [5, 0, 0, 0]), once.get(&row, [MOST, 0, 0, 0])), (Some(&5), None));
    }
}
