//! Merged cells in the body of a table: a text or date that stands for several rows is written into each of them.
//!
//! Quantities are not repeated: one count merged over three rows is one count. Regions that are merged across are left
//! alone: they are titles, sections or headers.

use super::shape::is_quantity;
use crate::sheet::{Merge, Sheet};

/// Rows looked at while filling, so that overlapping regions cannot take forever.
const MOST_STEPS: usize = 4_000_000;

/// Fills down, below the given row only.
pub(crate) fn fill_down(sheet: &mut Sheet, below: u32) {
    let mut steps = 0;
    let regions: Vec<Merge> =
        sheet.merges.iter().filter(|merge| merge.top > below && merge.bottom > merge.top).copied().collect();
    for region in regions {
        let start = sheet.rows.partition_point(|row| row.number < region.top);
        let rows = sheet.rows.get_mut(start..).unwrap_or_default();
        let Some((first, rest)) = rows.split_first_mut().filter(|(first, _)| first.number == region.top) else {
            continue;
        };
        let Some(value) = first.get(region.left).filter(|value| !is_quantity(value)).cloned() else { continue };
        for row in rest.iter_mut().take_while(|row| row.number <= region.bottom) {
            row.fill(region.left, value.clone());
            steps += 1;
        }
        if steps > MOST_STEPS {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Value;
    use crate::sheet::{SparseRow, text_value};

    fn row(number: u32, cells: &[&str]) -> SparseRow {
        let values = (0..).zip(cells.iter().map(|text| text_value(text)));
        SparseRow { number, cells: values.filter(|(_, value)| !value.is_empty()).collect() }
    }

    #[test]
    fn names_are_filled_down_and_counts_are_not() {
        let mut sheet = Sheet {
            rows: vec![row(2, &["Xã A", "3", "x"]), row(3, &["", "", "y"]), row(5, &["", "", "z"])],
            merges: (0..2).map(|left| Merge { top: 2, left, bottom: 4, right: left }).collect(),
            ..Sheet::default()
        };
        fill_down(&mut sheet, 1);
        let units: Vec<_> = sheet.rows.iter().map(|row| row.get(0).map(Value::text)).collect();
        assert_eq!(units, [Some("Xã A".to_owned()), Some("Xã A".to_owned()), None]);
        assert_eq!(sheet.rows[1].get(1), None);
    }
}
