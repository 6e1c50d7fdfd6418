//! The matrix as a table for other programs.

use super::decide::Shown;
use crate::clip::{self, Cells, Clip, Head};
use domain::{Language, MatrixRow, MatrixSlice};
use wording::Say;
use wording::matrix::{CopyText, MatrixText, cell_words, copied_figures};
use wording::overview::target_code;

/// What is shown, with all rows that answer the filters.
pub(super) fn copied(language: Language, slice: &MatrixSlice, shown: &Shown) -> Clip {
    let places = shown.groups.iter().flat_map(|group| &group.rows);
    let rows = places.filter_map(|place| slice.rows.get(*place)).map(|row| cells(language, row, shown));
    let lines: Vec<Vec<String>> = std::iter::once(head(language, slice, shown)).chain(rows).collect();
    clip::of_rows(&lines, Head::First, Cells::Texts)
}

fn head(language: Language, slice: &MatrixSlice, shown: &Shown) -> Vec<String> {
    let units = [CopyText::Parent.say(language), MatrixText::UnitColumn.say(language)];
    let columns = shown.columns.iter().filter_map(|place| slice.columns.get(*place));
    let targets = columns.flat_map(|column| {
        let code = target_code(language, &column.target);
        let figures = CopyText::Figures(code.to_string()).say(language).into_owned();
        [format!("{code}: {}", column.label.text(language)), figures]
    });
    units.into_iter().map(std::borrow::Cow::into_owned).chain(targets).collect()
}

fn cells(language: Language, row: &MatrixRow, shown: &Shown) -> Vec<String> {
    let units = [row.unit.parent.clone(), row.unit.name.clone()];
    let cells = shown.columns.iter().map(|place| row.cells.get(*place).and_then(Option::as_ref));
    let results = cells.flat_map(|cell| match cell {
        Some(cell) => [cell_words(language, cell).into_owned(), copied_figures(language, cell)],
        None => [MatrixText::NotAddressed.say(language).into_owned(), String::new()],
    });
    units.into_iter().chain(results).collect()
}

#[cfg(test)]
mod tests {
    use super::super::decide::{Filters, shown};
    use super::*;
    use domain::{
        Bilingual, Figures, Life, MatrixCell, MatrixColumn, NaiveDate, Period, PeriodCell, State, UnitIndex, UnitKind,
        UnitLine, UnitSource,
    };

    fn slice(name: &str) -> MatrixSlice {
        let (kind, source, life) = (UnitKind::Commune, UnitSource::Data, Life::default());
        let (id, parent) = ("a".to_owned(), "Huyện <b>".to_owned());
        let unit = UnitLine { unit: UnitIndex(1), id, name: name.to_owned(), parent, kind, source, life };
        let period = PeriodCell {
            period: Period::Quarter(2024, 2),
            state: State::Missed,
            reason: None,
            figures: Figures::Activities,
            n_lo: 3,
            n_hi: 3,
            threshold: 4,
            den: None,
            deadline: NaiveDate::from_ymd_opt(2024, 6, 30).unwrap(),
        };
        let cell = MatrixCell { state: State::Missed, periods: vec![period] };
        MatrixSlice {
            columns: vec![MatrixColumn { target: "T5".into(), label: Bilingual::default() }],
            rows: vec![MatrixRow { unit, cells: vec![Some(cell)] }],
        }
    }

    fn copy(name: &str) -> Clip {
        let slice = slice(name);
        copied(Language::Vi, &slice, &shown(&slice, &Filters::default()))
    }

    #[test]
    fn a_row_has_its_parent_its_name_its_result_and_its_figures() {
        let copied = copy("Xã Mong Thọ");
        assert_eq!(copied.text.lines().nth(1), Some("Huyện <b>\tXã Mong Thọ\tChưa đạt, thiếu 1\t3 trong 4"),);
        assert!(copied.html.contains(">Huyện &lt;b&gt;</td>") && copied.html.contains(">3 trong 4</td>"));
    }

    #[test]
    fn nothing_runs_as_a_formula_and_no_cell_breaks_out_of_its_place() {
        for evil in ["=1+1", "+1", "-1", "@sum", " =1", "\t=1", "\r\n=1"] {
            let copied = copy(evil);
            let line = copied.text.split("\r\n").nth(1).unwrap();
            let cell = line.split('\t').nth(1).unwrap();
            assert!(cell.starts_with('\''), "{evil:?} became {cell:?}");
            assert_eq!((copied.text.matches("\r\n").count(), line.matches('\t').count()), (1, 3));
        }
        assert!(!copy("<img src=x>").html.contains("<img"));
    }
}
