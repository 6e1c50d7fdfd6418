//! Decides what is said of a form's cells. It knows no element.

use domain::{FormCell, FormFate, FormHead, FormPreview, column_letters};
use std::collections::BTreeMap;
use wording::reports::FormText;

/// Why a cell stays blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Blank {
    /// No row says the figure.
    Unknown,
    /// Nobody knows what the column holds.
    Unrecognised,
    /// The data do not hold it.
    Absent,
}

/// Cells in which another value stands.
pub(super) fn standing(preview: &FormPreview) -> Vec<&FormCell> {
    let stands = |cell: &&FormCell| matches!(cell.fate, FormFate::Kept { .. } | FormFate::Replaced { .. });
    preview.cells().filter(stands).collect()
}

/// What stays blank, by the reason: `D9, E9`. Of many rows columns are told, not cells.
pub(super) fn stays_blank(preview: &FormPreview) -> Vec<(Blank, String)> {
    let mut found: BTreeMap<Blank, Vec<String>> = BTreeMap::new();
    let one_row = preview.rows.len() < 2;
    for cells in preview.rows.iter().map(|row| &row.cells) {
        for (head, cell) in preview.columns.iter().zip(cells) {
            let why = match cell.fate {
                FormFate::Unknown => Blank::Unknown,
                FormFate::NotRecognised => Blank::Unrecognised,
                FormFate::NotHeld => Blank::Absent,
                _ => continue,
            };
            let named =
                if one_row || why == Blank::Unknown { cell.address.clone() } else { column_letters(head.column) };
            let list = found.entry(why).or_default();
            if !list.contains(&named) {
                list.push(named);
            }
        }
    }
    found.into_iter().map(|(why, cells)| (why, listed(&cells))).collect()
}

/// More cells than these are counted, not listed.
const LISTED: usize = 40;

fn listed(cells: &[String]) -> String {
    let shown = cells.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", ");
    if cells.len() > LISTED { format!("{shown}, … ({})", cells.len()) } else { shown }
}

/// The words of a header, its lowest level last.
pub(super) fn header(head: &FormHead) -> String {
    head.levels.join(" › ")
}

/// The cell of a column that its line tells of: that of the only row, else none.
pub(super) fn sole(preview: &FormPreview, place: usize) -> Option<&FormCell> {
    let [row] = preview.rows.as_slice() else { return None };
    row.cells.get(place).filter(|_| row.unit.is_empty())
}

/// What a screen reader hears once a form has been looked at.
pub(super) fn told(preview: &FormPreview) -> FormText {
    let filled = preview.cells().filter(|cell| cell.written().is_some()).count();
    let kept = preview.cells().filter(|cell| matches!(cell.fate, FormFate::Kept { .. } | FormFate::Formula)).count();
    FormText::Told { filled, kept }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{FormRow, NaiveDate, Period, RowColumn, RowValue};

    fn preview(fates: &[FormFate]) -> FormPreview {
        let columns = (0..).zip(fates).map(|(column, _)| FormHead {
            column,
            levels: vec!["a".to_owned(), "b".to_owned()],
            holds: Some(RowColumn::Events),
            by: String::new(),
        });
        let cells = (0..).zip(fates);
        let cells = cells
            .map(|(column, fate)| FormCell { address: format!("{}9", column_letters(column)), fate: fate.clone() });
        FormPreview {
            sheet: String::new(),
            head: String::new(),
            unit: String::new(),
            period: Period::Year(2024),
            as_of: NaiveDate::default(),
            columns: columns.collect(),
            rows: vec![FormRow { row: 9, unit: String::new(), cells: cells.collect() }],
            notes: Vec::new(),
        }
    }

    #[test]
    fn every_cell_that_stays_blank_is_told_with_its_reason() {
        let fates = [FormFate::NotHeld, FormFate::Unknown, FormFate::NotHeld, FormFate::NotRecognised];
        let said = stays_blank(&preview(&fates));
        let expected = [(Blank::Unknown, "B9"), (Blank::Unrecognised, "D9"), (Blank::Absent, "A9, C9")];
        assert_eq!(said, expected.map(|(why, cells)| (why, cells.to_owned())));
    }

    #[test]
    fn what_stands_and_what_is_written_are_counted_apart() {
        let new = RowValue::Number(5);
        let fates = [
            FormFate::Filled(new.clone()),
            FormFate::Kept { old: "7".to_owned(), new: new.clone() },
            FormFate::Replaced { old: "7".to_owned(), new },
            FormFate::Formula,
        ];
        let preview = preview(&fates);
        assert_eq!(told(&preview), FormText::Told { filled: 2, kept: 2 });
        assert_eq!(standing(&preview).len(), 2);
        assert_eq!(header(&preview.columns[0]), "a › b");
        assert_eq!(sole(&preview, 1).map(|cell| cell.address.as_str()), Some("B9"));
    }
}
