//! Merged cells in the body of a table: a text or date that stands for several rows is written into each of them.
//!
//! Quantities are not repeated: one count merged over three rows is one count. Regions that are merged across are left
//! alone: they are titles, sections or headers.

use super::shape::is_quantity;
use crate::grid::Symbol;
use crate::sheet::{Merge, Sheet, SheetRows};
use std::sync::Arc;

/// Rows looked at while filling, so that overlapping regions cannot take forever.
const MOST_STEPS: usize = 4_000_000;

/// Fills down, below the given row only.
pub(crate) fn fill_down(sheet: &mut Sheet, below: u32) {
    let mut cells = Vec::new();
    for region in sheet.merges.iter().filter(|merge| merge.top > below && merge.bottom > merge.top) {
        cells.extend(repeated(&sheet.rows, *region));
        if cells.len() > MOST_STEPS {
            break;
        }
    }
    if let Some(rows) = Arc::get_mut(&mut sheet.rows).filter(|_| !cells.is_empty()) {
        rows.fill(cells);
    }
}

/// The first cell of a region, for each row below it: place, column, value.
fn repeated(rows: &SheetRows, region: Merge) -> impl Iterator<Item = (usize, u32, Symbol)> {
    let start = rows.all().partition_point(|row| row.number < region.top);
    let first = rows.get(start).filter(|first| first.number == region.top);
    let value = first.and_then(|first| first.get(region.left)).filter(|value| !is_quantity(value));
    let symbol = value.and(first).map(|first| first.symbol(region.left));
    let is_inside = move |place: &usize| rows.get(*place).is_some_and(|row| row.number <= region.bottom);
    let places = (start + 1..rows.len()).take_while(is_inside);
    symbol.into_iter().flat_map(move |symbol| places.clone().map(move |place| (place, region.left, symbol)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rows::SparseRow;
    use crate::sheet::text_value;

    fn row(number: u32, cells: &[&str]) -> SparseRow {
        let values = (0..).zip(cells.iter().map(|text| text_value(text)));
        SparseRow { number, cells: values.filter(|(_, value)| !value.is_empty()).collect() }
    }

    #[test]
    fn names_are_filled_down_and_counts_are_not() {
        let rows = [row(2, &["Xã A", "3", "x"]), row(3, &["", "", "y"]), row(5, &["", "", "z"])];
        let mut sheet = Sheet {
            rows: Arc::new(rows.into_iter().collect()),
            merges: (0..2).map(|left| Merge { top: 2, left, bottom: 4, right: left }).collect(),
            ..Sheet::default()
        };
        fill_down(&mut sheet, 1);
        let units: Vec<_> = sheet.rows.all().iter().map(|row| row.get(0).map(|value| value.text())).collect();
        assert_eq!(units, [Some("Xã A".to_owned()), Some("Xã A".to_owned()), None]);
        assert_eq!(sheet.rows.get(1).unwrap().get(1), None);
    }
}
