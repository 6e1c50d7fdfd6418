//! One sheet being written: its header, its rows, its looks on screen and on paper.

use super::cells::{Cell, looks_like_a_formula};
use super::moment;
use rust_xlsxwriter::{Color, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use wording::states::Group;

/// Letters in a cell. SOURCE: Excel's specifications and limits: 32,767 characters.
const LETTERS: usize = 32_767;
const A4: u8 = 9;
const HEADER_COLOUR: u32 = 0x0B_4A_6F;
const QUIET_COLOUR: u32 = 0x75_82_8C;

/// A sheet.
pub(crate) struct Page<'b> {
    sheet: &'b mut Worksheet,
    row: u32,
    last_column: u16,
    day: Format,
    quoted: Format,
}

impl<'b> Page<'b> {
    /// A sheet of lines for people.
    pub(crate) fn of_text(book: &'b mut Workbook, name: &str) -> Result<Self, XlsxError> {
        let page = Self::new(book, name)?;
        page.sheet.set_column_width(0, 28)?.set_column_width(1, 96)?;
        Ok(page)
    }

    /// A sheet of rows under a header that stays in sight and repeats on paper.
    pub(crate) fn of_rows(book: &'b mut Workbook, name: &str, header: &[&str]) -> Result<Self, XlsxError> {
        let mut page = Self::new(book, name)?;
        let bold = Format::new().set_bold().set_font_color(Color::White).set_background_color(HEADER_COLOUR);
        for (column, text) in (0..).zip(header) {
            page.sheet.write_string_with_format(0, column, *text, &bold)?;
            page.sheet.set_column_width(column, width(text))?;
        }
        page.last_column = u16::try_from(header.len().saturating_sub(1)).unwrap_or_default();
        page.sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
        page.row = 1;
        Ok(page)
    }

    fn new(book: &'b mut Workbook, name: &str) -> Result<Self, XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        let (day, quoted) = (Format::new().set_num_format("dd/mm/yyyy"), Format::new().set_quote_prefix());
        Ok(Self { sheet, row: 0, last_column: 0, day, quoted })
    }

    /// Writes a row.
    pub(crate) fn row<'c>(&mut self, cells: impl IntoIterator<Item = Cell<'c>>) -> Result<(), XlsxError> {
        for (column, cell) in (0..).zip(cells) {
            self.cell(column, cell)?;
        }
        self.row += 1;
        Ok(())
    }

    fn cell(&mut self, column: u16, cell: Cell<'_>) -> Result<(), XlsxError> {
        match cell {
            Cell::Blank => {}
            Cell::Number(number) => drop(self.sheet.write_number(self.row, column, number)?),
            Cell::Day(day) => match moment(day) {
                Ok(moment) => drop(self.sheet.write_datetime_with_format(self.row, column, &moment, &self.day)?),
                // Excel knows no day before 1900.
                Err(_) => drop(self.sheet.write_string(self.row, column, day.to_string())?),
            },
            Cell::Marked(text, group) => {
                let colour = Format::new().set_background_color(soft(group));
                self.sheet.write_string_with_format(self.row, column, text, &colour)?;
            }
            Cell::Text(text) if looks_like_a_formula(text) => {
                self.sheet.write_string_with_format(self.row, column, cut(text), &self.quoted)?;
            }
            Cell::Text(text) => drop(self.sheet.write_string(self.row, column, cut(text))?),
        }
        Ok(())
    }

    /// How wide columns are, from the first.
    pub(crate) fn widths(&mut self, widths: &[u16]) -> Result<(), XlsxError> {
        for (column, width) in (0..).zip(widths) {
            self.sheet.set_column_width(column, *width)?;
        }
        Ok(())
    }

    /// The first `columns` stay in sight, too, however far one scrolls to the right.
    pub(crate) fn keep(&mut self, columns: u16) -> Result<(), XlsxError> {
        self.sheet.set_freeze_panes(1, columns).map(drop)
    }

    /// Ends a sheet of rows; false = it is full, and there may be more to write.
    pub(crate) fn finish(self, rows: usize) -> Result<bool, XlsxError> {
        let last = self.row.saturating_sub(1);
        self.sheet.autofilter(0, 0, last.max(1), self.last_column)?;
        Ok((last as usize) < rows)
    }

    /// The quiet first cell by which programs know the file.
    pub(crate) fn mark(&mut self, text: &str) -> Result<(), XlsxError> {
        let quiet = Format::new().set_font_color(QUIET_COLOUR).set_font_size(8);
        self.styled(text, &quiet)
    }

    /// A heading.
    pub(crate) fn heading(&mut self, text: &str) -> Result<(), XlsxError> {
        self.row += 1;
        self.styled(text, &Format::new().set_bold().set_font_size(13))
    }

    /// A line.
    pub(crate) fn line(&mut self, text: &str) -> Result<(), XlsxError> {
        self.styled(text, &Format::new())
    }

    fn styled(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, 0, text, format)?;
        self.row += 1;
        Ok(())
    }

    /// A word and what it means.
    pub(crate) fn pair(&mut self, word: &str, meaning: &str) -> Result<(), XlsxError> {
        let (bold, wrapped) = (Format::new().set_bold().set_align(FormatAlign::Top), Format::new().set_text_wrap());
        self.sheet.write_string_with_format(self.row, 0, word, &bold)?;
        self.sheet.write_string_with_format(self.row, 1, meaning, &wrapped)?;
        self.row += 1;
        Ok(())
    }
}

/// The page's soft colours of groups.
fn soft(group: Group) -> u32 {
    match group {
        Group::Good => 0xDC_F1_EA,
        Group::Open => 0xFD_F0_CF,
        Group::Bad => 0xFC_E5_E0,
        Group::Unknown => 0xEC_EF_F1,
        Group::Neutral => 0xFF_FF_FF,
    }
}

/// Wide enough for what usually stands in such a column.
fn width(header: &str) -> f64 {
    match header {
        "title" | "message" => 48.0,
        "unit_id" | "unit_name" | "id" | "parent" | "successor" | "name" | "file" | "sheet" => 26.0,
        "count" | "people" | "women" | "row" | "base" => 9.0,
        header if header.len() > 24 => 48.0,
        _ => 18.0,
    }
}

/// As much of a text as a cell can hold.
fn cut(text: &str) -> String {
    text.chars().take(LETTERS).collect()
}
