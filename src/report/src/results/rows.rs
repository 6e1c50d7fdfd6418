//! The sheets of rows: those that count, and those that do not with the reason.

use super::{heads, page};
use crate::workbook::{Cell, Page};
use domain::{CountedRow, EvidenceRow, Language, LeftOutRow, Span};
use rust_xlsxwriter::{Workbook, XlsxError};
use wording::overview::{capital, target_code};
use wording::results::{self, ResultColumn, ResultSheet, ResultText};
use wording::{Say, dates};

/// Where a row stands and what it says.
const PLACE: [ResultColumn; 8] = [
    ResultColumn::File,
    ResultColumn::Sheet,
    ResultColumn::Row,
    ResultColumn::FirstDay,
    ResultColumn::LastDay,
    ResultColumn::ActivityKind,
    ResultColumn::Count,
    ResultColumn::Title,
];

/// Rows that count, once for each verdict; at most `room` of them.
pub(super) fn evidence(
    book: &mut Workbook,
    rows: &[CountedRow],
    language: Language,
    room: usize,
) -> Result<(), XlsxError> {
    let first = [ResultColumn::Unit, ResultColumn::Parent, ResultColumn::Target, ResultColumn::Period];
    let all: Vec<ResultColumn> = first.into_iter().chain(PLACE).collect();
    let mut page = page(book, ResultSheet::Evidence, &heads(&all, language), language)?;
    page.widths(&[26, 24, 9, 14, 30, 20, 8, 12, 12, 18, 10, 60])?;
    for counted in first_of(rows, room) {
        let code = target_code(language, &counted.target);
        let period = capital(&dates::period(language, &counted.period));
        let kind = kind(&counted.row, language);
        let whose = [Cell::text(&counted.unit), Cell::text(&counted.parent), Cell::Text(&code), Cell::Text(&period)];
        page.row(whose.into_iter().chain(place(&counted.row, &kind)))?;
    }
    end(page, rows.len(), room, language)
}

/// Rows that count for nothing; at most `room` of them.
pub(super) fn left_out(
    book: &mut Workbook,
    rows: &[LeftOutRow],
    language: Language,
    room: usize,
) -> Result<(), XlsxError> {
    let all: Vec<ResultColumn> = [ResultColumn::Why, ResultColumn::Unit].into_iter().chain(PLACE).collect();
    let mut page = page(book, ResultSheet::LeftOut, &heads(&all, language), language)?;
    page.widths(&[64, 26, 30, 20, 8, 12, 12, 18, 10, 60])?;
    for left in first_of(rows, room) {
        let why = capital(&results::left_out(language, &left.why));
        let kind = kind(&left.row, language);
        page.row([Cell::Text(&why), Cell::text(&left.row.unit)].into_iter().chain(place(&left.row, &kind)))?;
    }
    end(page, rows.len(), room, language)
}

/// All rows, or so many that a line stays free to say that there are more.
fn first_of<T>(rows: &[T], room: usize) -> impl Iterator<Item = &T> {
    rows.iter().take(shown(rows.len(), room))
}

fn shown(rows: usize, room: usize) -> usize {
    if rows <= room { rows } else { room.saturating_sub(1) }
}

/// A sheet that does not hold everything says so in its last row.
fn end(mut page: Page<'_>, rows: usize, room: usize, language: Language) -> Result<(), XlsxError> {
    let left = rows.saturating_sub(shown(rows, room));
    if left > 0 {
        page.row([Cell::Text(&ResultText::DoNotFit(left).say(language))])?;
    }
    page.finish(room).map(drop)
}

fn kind(row: &EvidenceRow, language: Language) -> String {
    row.kind.map(|kind| capital(&kind.say(language))).unwrap_or_default()
}

/// What the user ticked stands in no row; a row that became no fact has no count.
fn place<'a>(row: &'a EvidenceRow, kind: &'a str) -> [Cell<'a>; 8] {
    [
        Cell::text(&row.file),
        Cell::text(&row.sheet),
        if row.row == 0 { Cell::Blank } else { Cell::Number(row.row.into()) },
        row.when.map(Span::from).into(),
        row.when.map(Span::to).into(),
        Cell::text(kind),
        if row.kind.is_none() { Cell::Blank } else { Cell::Number(row.count.into()) },
        Cell::text(&row.title),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{LeftOut, Outcome};

    fn left(row: u32) -> LeftOutRow {
        let row = EvidenceRow {
            file: "a.csv".to_owned(),
            sheet: String::new(),
            row,
            activity: None,
            unit: String::new(),
            when: None,
            kind: None,
            count: 0,
            title: "=1+1".to_owned(),
            channel: String::new(),
            outcome: Outcome::Possible,
        };
        LeftOutRow { row, why: LeftOut::NotAsked }
    }

    #[test]
    fn a_sheet_that_is_full_says_how_many_rows_it_does_not_hold() {
        use calamine::Reader;
        let rows: Vec<LeftOutRow> = (2..9).map(left).collect();
        for (room, lines, last) in
            [(7, 8, "Không mục tiêu nào"), (6, 7, "Còn 2 dòng nữa không chứa hết"), (1, 2, "Còn 7 dòng nữa")]
        {
            let mut book = Workbook::new();
            left_out(&mut book, &rows, Language::Vi, room).unwrap();
            let bytes = book.save_to_buffer().unwrap();
            let mut read = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
            let range = read.worksheet_range("Dòng không tính").unwrap();
            assert_eq!(range.height(), lines);
            let said = range.rows().next_back().unwrap().first().unwrap().to_string();
            assert!(said.starts_with(last), "{said}");
        }
    }
}
