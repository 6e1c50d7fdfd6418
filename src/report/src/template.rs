//! An empty table to be filled in: the headers that intake surely understands, nothing invented below them.
//!
//! Decides looks and what a cell accepts. The columns' words are those of the table that is typed on the page.

use crate::workbook::dated;
use chrono::NaiveDate;
use domain::{ActivityKind, Language};
use rust_xlsxwriter::{Color, DataValidation, DataValidationErrorStyle, Format, Worksheet, XlsxError};
use wording::entry::{EntryColumn, EntryText};
use wording::{Say, Text};

/// Rows that are prepared for typing.
const ROWS: u32 = 1000;
const A4: u8 = 9;
const HEADER_COLOUR: u32 = 0x0B_4A_6F;

/// The file's name.
pub fn name(language: Language) -> Text {
    EntryText::TemplateName.say(language)
}

/// The workbook's bytes, made on the day `stamp`.
///
/// # Errors
/// Nothing in it can be too large for a workbook; should its writer refuse all the same, it says why.
pub fn write(language: Language, stamp: NaiveDate) -> Result<Vec<u8>, XlsxError> {
    let mut book = dated(stamp)?;
    let sheet = book.add_worksheet();
    sheet.set_name(EntryText::TemplateSheet.say(language))?.set_landscape().set_paper_size(A4);
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?.set_print_fit_to_pages(1, 0);
    let header = Format::new().set_bold().set_font_color(Color::White).set_background_color(HEADER_COLOUR);
    for (at, column) in (0_u16..).zip(EntryColumn::ALL) {
        sheet.write_string_with_format(0, at, column.say(language), &header)?;
        sheet.set_column_width(at, width(column))?;
        prepare(sheet, at, column, language)?;
    }
    book.save_to_buffer()
}

/// Kinds that the terms of every plan know by these words.
pub const KINDS: [ActivityKind; 4] =
    [ActivityKind::Event, ActivityKind::News, ActivityKind::Model, ActivityKind::Pledge];

/// The kinds as the list of a cell offers them: it is written with commas between its words, so none may hold one.
pub fn kinds(language: Language) -> [String; 4] {
    KINDS.map(|kind| kind.say(language).replace(',', ""))
}

fn width(column: EntryColumn) -> f64 {
    match column {
        EntryColumn::Title => 48.0,
        EntryColumn::Unit | EntryColumn::Kind => 28.0,
        EntryColumn::Date | EntryColumn::Channel => 18.0,
        EntryColumn::Count | EntryColumn::People | EntryColumn::Women => 11.0,
    }
}

/// Kinds are offered as a list, other words pass; dates keep the form in which they are typed.
fn prepare(sheet: &mut Worksheet, at: u16, column: EntryColumn, language: Language) -> Result<(), XlsxError> {
    match column {
        EntryColumn::Kind => {
            let list = DataValidation::new().allow_list_strings(&kinds(language))?;
            let list = list.set_error_style(DataValidationErrorStyle::Information);
            sheet.add_data_validation(1, at, ROWS, at, &list.show_error_message(false))?;
        }
        EntryColumn::Date => {
            sheet.set_column_format(at, &Format::new().set_num_format("dd/mm/yyyy"))?;
        }
        _ => {}
    }
    Ok(())
}
