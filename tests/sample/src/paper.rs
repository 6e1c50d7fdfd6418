//! Sheets as offices lay them out: letterhead, title, table, signatures.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// Stands in every sheet, above the table.
pub(crate) const ILLUSTRATION: &str = "DỮ LIỆU MINH HỌA – không phải số liệu thật";

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Cell {
    #[default]
    Blank,
    Text(String),
    Number(u32),
    Day(NaiveDate),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Blank } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

/// A row under the header.
#[derive(Clone, Debug)]
pub(crate) enum Row {
    Cells(Vec<Cell>),
    /// A heading over the rows that follow, such as "I. HUYỆN AN BIÊN".
    Section(String),
    /// Nothing.
    Gap,
}

/// A sheet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paper {
    pub(crate) sheet: &'static str,
    /// Left side of the letterhead, one line each.
    pub(crate) office: Vec<&'static str>,
    pub(crate) title: String,
    /// Smaller lines under the title.
    pub(crate) subtitle: Vec<String>,
    /// Columns with their widths.
    pub(crate) header: Vec<(&'static str, f64)>,
    /// `(1) (2) (3) …` under the header.
    pub(crate) key_row: Option<KeyRow>,
    pub(crate) rows: Vec<Row>,
    /// Cells merged downwards: first and last row (of `rows`) and column; the first row holds the value.
    pub(crate) merged: Vec<(u32, u32, u16)>,
    /// Who signs, left and right; empty for none.
    pub(crate) signatures: Vec<&'static str>,
}

/// The row that numbers the columns of official forms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KeyRow;

/// The sheets as a workbook.
pub(crate) fn workbook(papers: &[Paper]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The writer would take the current time.
    let made = ExcelDateTime::from_ymd(2024, 10, 15)?;
    let properties = DocProperties::new().set_title(ILLUSTRATION).set_author("").set_creation_datetime(&made);
    workbook.set_properties(&properties);
    for paper in papers {
        write(workbook.add_worksheet(), paper)?;
    }
    workbook.save_to_buffer()
}

struct Formats {
    plain: Format,
    centred: Format,
    bold: Format,
    header: Format,
    cell: Format,
    day: Format,
}

impl Formats {
    fn new() -> Self {
        let plain = Format::new().set_font_name("Times New Roman").set_font_size(12);
        let centred = plain.clone().set_align(FormatAlign::Center);
        let bold = centred.clone().set_bold();
        let header = bold.clone().set_text_wrap().set_border(FormatBorder::Thin);
        let cell = plain.clone().set_border(FormatBorder::Thin);
        let day = cell.clone().set_num_format("dd/mm/yyyy");
        Self { plain, centred, bold, header, cell, day }
    }
}

fn write(sheet: &mut Worksheet, paper: &Paper) -> Result<(), XlsxError> {
    let formats = Formats::new();
    sheet.set_name(paper.sheet)?;
    let below_title = write_head(sheet, paper, &formats)?;
    let first = write_header(sheet, paper, &formats, below_title)?;
    for (row, content) in (first..).zip(&paper.rows) {
        write_row(sheet, row, content, last_column(paper), &formats)?;
    }
    for (from, to, column) in &paper.merged {
        merge_down(sheet, paper, (first, *from, *to, *column), &formats)?;
    }
    write_signatures(sheet, paper, &formats, first)
}

fn last_column(paper: &Paper) -> u16 {
    u16::try_from(paper.header.len()).unwrap_or(u16::MAX).saturating_sub(1)
}

/// Letterhead and title; returns the first row below them.
fn write_head(sheet: &mut Worksheet, paper: &Paper, formats: &Formats) -> Result<u32, XlsxError> {
    let last = last_column(paper);
    let split = last / 2;
    for (row, line) in (0..).zip(&paper.office) {
        sheet.merge_range(row, 0, row, split, line, &formats.bold)?;
    }
    for (row, line) in (0..).zip(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"])
    {
        sheet.merge_range(row, split + 1, row, last, line, &formats.bold)?;
    }
    let mut row = u32::try_from(paper.office.len()).unwrap_or(0).max(2) + 1;
    sheet.merge_range(row, 0, row, last, &paper.title, &formats.bold)?;
    for line in paper.subtitle.iter().map(String::as_str).chain([ILLUSTRATION]) {
        row += 1;
        sheet.merge_range(row, 0, row, last, line, &formats.centred)?;
    }
    Ok(row + 2)
}

/// Header and key row; returns the first row of data.
fn write_header(sheet: &mut Worksheet, paper: &Paper, formats: &Formats, row: u32) -> Result<u32, XlsxError> {
    for (column, (name, width)) in (0..).zip(&paper.header) {
        sheet.set_column_width(column, *width)?;
        sheet.write_with_format(row, column, *name, &formats.header)?;
    }
    if paper.key_row.is_none() {
        return Ok(row + 1);
    }
    for column in 0..=last_column(paper) {
        sheet.write_with_format(row + 1, column, format!("({})", column + 1), &formats.centred)?;
    }
    Ok(row + 2)
}

fn write_row(sheet: &mut Worksheet, row: u32, content: &Row, last: u16, formats: &Formats) -> Result<(), XlsxError> {
    match content {
        Row::Cells(cells) => {
            for (column, cell) in (0..).zip(cells) {
                write_cell(sheet, row, column, cell, formats)?;
            }
        }
        Row::Section(heading) => {
            sheet.merge_range(row, 0, row, last, heading, &formats.bold)?;
        }
        Row::Gap => {}
    }
    Ok(())
}

fn write_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, formats: &Formats) -> Result<(), XlsxError> {
    match cell {
        Cell::Blank => sheet.write_blank(row, column, &formats.cell)?,
        Cell::Text(text) => sheet.write_with_format(row, column, text, &formats.cell)?,
        Cell::Number(number) => sheet.write_with_format(row, column, *number, &formats.cell)?,
        Cell::Day(day) => sheet.write_with_format(row, column, &excel_day(*day)?, &formats.day)?,
    };
    Ok(())
}

fn excel_day(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or(1900);
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))
}

fn merge_down(
    sheet: &mut Worksheet,
    paper: &Paper,
    (first, from, to, column): (u32, u32, u32, u16),
    formats: &Formats,
) -> Result<(), XlsxError> {
    let value = match paper.rows.get(from as usize) {
        Some(Row::Cells(cells)) => cells.get(usize::from(column)),
        _ => None,
    };
    let Some(Cell::Text(text)) = value else { return Ok(()) };
    sheet.merge_range(first + from, column, first + to, column, text, &formats.cell)?;
    Ok(())
}

fn write_signatures(sheet: &mut Worksheet, paper: &Paper, formats: &Formats, first: u32) -> Result<(), XlsxError> {
    let row = first + u32::try_from(paper.rows.len()).unwrap_or(0) + 1;
    let split = last_column(paper) / 2;
    for (column, who) in [1, split + 1].into_iter().zip(&paper.signatures) {
        sheet.write_with_format(row, column, *who, &formats.bold)?;
        sheet.write_with_format(row + 1, column, "(Ký, ghi rõ họ tên)", &formats.plain)?;
    }
    Ok(())
}
