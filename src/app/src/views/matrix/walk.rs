//! Decides where a key leads in the grid of units and targets, as grids of the ARIA practices do. Knows no element.

/// Rows that Page Up and Page Down pass.
const PAGE: usize = 10;

/// A cell: row 0 is the head, column 0 the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    /// The row.
    pub(super) row: usize,
    /// The column.
    pub(super) column: usize,
}

impl At {
    /// The first unit: where the keyboard enters.
    pub(super) const START: Self = Self { row: 1, column: 0 };

    /// How an element carries it: `12:3`.
    pub(super) fn code(self) -> String {
        format!("{}:{}", self.row, self.column)
    }

    /// The cell that an element carries.
    pub(super) fn from_code(code: &str) -> Option<Self> {
        let (row, column) = code.split_once(':')?;
        Some(Self { row: row.parse().ok()?, column: column.parse().ok()? })
    }

    /// The nearest cell of a grid.
    pub(super) fn within(self, size: Size) -> Self {
        Self { row: self.row.clamp(size.first, size.last.max(size.first)), column: self.column.min(size.columns) }
    }
}

/// How far a grid goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size {
    /// Its first row: 0, or 1 where the head is not shown.
    pub(super) first: usize,
    /// Its last row.
    pub(super) last: usize,
    /// Its last column.
    pub(super) columns: usize,
}

/// The cell that a key leads to; `None` = the key means something else.
pub(super) fn walked(key: &str, ctrl: bool, at: At, size: Size) -> Option<At> {
    let At { row, column } = at;
    let to = |row: usize, column: usize| Some(At { row, column }.within(size));
    match (key, ctrl) {
        ("ArrowUp", false) => to(row.saturating_sub(1), column),
        ("ArrowDown", false) => to(row + 1, column),
        ("ArrowLeft", false) => to(row, column.saturating_sub(1)),
        ("ArrowRight", false) => to(row, column + 1),
        ("PageUp", false) => to(row.saturating_sub(PAGE), column),
        ("PageDown", false) => to(row + PAGE, column),
        ("Home", false) => to(row, 0),
        ("End", false) => to(row, size.columns),
        ("Home", true) => to(size.first, 0),
        ("End", true) => to(size.last, size.columns),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size { first: 0, last: 143, columns: 5 };

    fn walk(keys: &[(&str, bool)], from: (usize, usize), size: Size) -> (usize, usize) {
        let start = At { row: from.0, column: from.1 };
        let end = keys.iter().fold(start, |at, (key, ctrl)| walked(key, *ctrl, at, size).unwrap());
        (end.row, end.column)
    }

    #[test]
    fn arrows_stop_at_the_edges() {
        assert_eq!(walk(&[("ArrowUp", false), ("ArrowUp", false), ("ArrowUp", false)], (1, 2), SIZE), (0, 2));
        assert_eq!(walk(&[("ArrowLeft", false)], (1, 0), SIZE), (1, 0));
        assert_eq!(walk(&[("ArrowRight", false)], (1, 5), SIZE), (1, 5));
        assert_eq!(walk(&[("ArrowDown", false)], (143, 0), SIZE), (143, 0));
    }

    #[test]
    fn home_end_and_pages_lead_as_in_a_spreadsheet() {
        assert_eq!(walk(&[("End", false)], (7, 1), SIZE), (7, 5));
        assert_eq!(walk(&[("Home", false)], (7, 3), SIZE), (7, 0));
        assert_eq!(walk(&[("End", true)], (7, 1), SIZE), (143, 5));
        assert_eq!(walk(&[("Home", true)], (7, 1), SIZE), (0, 0));
        assert_eq!(walk(&[("PageDown", false)], (140, 1), SIZE), (143, 1));
        assert_eq!(walk(&[("PageUp", false)], (15, 1), SIZE), (5, 1));
    }

    #[test]
    fn cards_have_neither_head_nor_columns() {
        let cards = Size { first: 1, last: 143, columns: 0 };
        assert_eq!(walk(&[("ArrowUp", false)], (1, 0), cards), (1, 0));
        assert_eq!(walk(&[("ArrowRight", false)], (4, 0), cards), (4, 0));
        assert_eq!(walk(&[("Home", true)], (4, 0), cards), (1, 0));
        assert_eq!(At { row: 9, column: 4 }.within(Size { first: 1, last: 3, columns: 0 }), At { row: 3, column: 0 });
    }

    #[test]
    fn other_keys_are_left_to_the_browser() {
        for (key, ctrl) in [("Tab", false), ("a", false), ("ArrowUp", true), ("Enter", false)] {
            assert_eq!(walked(key, ctrl, At::START, SIZE), None);
        }
    }

    #[test]
    fn a_cell_is_read_back_from_its_element() {
        let at = At { row: 12, column: 3 };
        assert_eq!(At::from_code(&at.code()), Some(at));
        assert_eq!(At::from_code("x"), None);
    }
}
