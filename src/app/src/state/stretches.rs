//! Which stretches of a table's rows are wanted. The page holds only those near what is shown.

use super::State;
use domain::RowsWish;
use protocol::SliceName;

/// Stretches kept beside those that are wanted: whoever turns back finds them.
const NEAR: u32 = 2;

/// The stretches that the screen of rows shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RowsAsked {
    /// Which rows of which table.
    pub(crate) wish: RowsWish,
    /// The first stretch …
    pub(crate) first: u32,
    /// … and the last.
    pub(crate) last: u32,
}

impl RowsAsked {
    /// The first rows of a table.
    pub(crate) fn start(table: u32) -> Self {
        Self { wish: RowsWish { table, ..RowsWish::default() }, first: 0, last: 0 }
    }

    /// The slices that hold them.
    pub(super) fn slices(&self) -> impl Iterator<Item = SliceName> {
        (self.first..=self.last).map(|number| SliceName::Stretch(self.wish.clone(), number))
    }
}

impl State {
    /// The rows of this table that are shown: its first, until others are asked for.
    pub(crate) fn rows_asked(&self, table: u32) -> RowsAsked {
        self.rows.clone().filter(|asked| asked.wish.table == table).unwrap_or_else(|| RowsAsked::start(table))
    }
}

/// Does an older stretch stay when this one comes?
pub(super) fn stays(older: &SliceName, (wish, number): (&RowsWish, u32)) -> bool {
    match older {
        SliceName::Stretch(known, at) => known == wish && at.abs_diff(number) <= NEAR,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_stretches_of_the_same_wish_nearby_stay() {
        let wish = RowsWish::default();
        let other = RowsWish { words: "tin".to_owned(), ..RowsWish::default() };
        let stretch = |wish: &RowsWish, number| SliceName::Stretch(wish.clone(), number);
        assert!(stays(&stretch(&wish, 3), (&wish, 5)));
        assert!(!stays(&stretch(&wish, 2), (&wish, 5)));
        assert!(!stays(&stretch(&other, 5), (&wish, 5)));
        assert!(stays(&SliceName::Check, (&wish, 5)));
    }

    #[test]
    fn a_wish_names_each_of_its_stretches() {
        let asked = RowsAsked { last: 2, first: 1, ..RowsAsked::start(4) };
        let wish = RowsWish { table: 4, ..RowsWish::default() };
        let names: Vec<SliceName> = asked.slices().collect();
        assert_eq!(names, [SliceName::Stretch(wish.clone(), 1), SliceName::Stretch(wish, 2)]);
    }
}
