//! The data as understood, as one workbook: the canonical tables with real dates and numbers, what was found, what was
//! decided. Intake reads it back to the same facts.
//!
//! Decides sheets, types of cells and their look. Nothing in it is ever a formula.

mod cells;
mod page;

use crate::canonical::{self, Canonical};
use crate::{Subject, Words};
pub(crate) use cells::Cell;
use chrono::{Datelike, NaiveDate};
use domain::{CLEAN_WORKBOOK, Finding, Language, Roster, Unit, column_letters};
pub(crate) use page::Page;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use wording::Say;
use wording::check::{CleanSheet, CleanText};

/// Rows of a sheet below its header. SOURCE: Excel's specifications and limits: 1,048,576 rows.
pub(crate) const ROWS: usize = 1_048_575;
/// The unit's name beside its id: for people, and passed over when the workbook is read back.
const UNIT_NAME: &str = "unit_name";

/// The workbook's bytes, made on the day `stamp`.
///
/// # Errors
/// Something does not fit into a workbook: more than it can hold.
pub fn write(
    subject: &Subject<'_>,
    words: &Words<'_>,
    language: Language,
    stamp: NaiveDate,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = dated(stamp)?;
    read_me(&mut book, subject, language)?;
    for table in canonical::tables(subject.facts) {
        data(&mut book, &subject.facts.roster, table, language)?;
    }
    columns(&mut book, subject, language)?;
    findings(&mut book, subject, language)?;
    decisions(&mut book, subject, words, language)?;
    book.save_to_buffer()
}

/// An empty workbook, made on the day `stamp`.
pub(crate) fn dated(stamp: NaiveDate) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&moment(stamp)?));
    Ok(book)
}

/// Midnight of a day: whoever makes the file says which.
fn moment(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or_default(), part(day.month()), part(day.day()))
}

/// What this workbook is, for people; its first cell tells intake.
fn read_me(book: &mut Workbook, subject: &Subject<'_>, language: Language) -> Result<(), XlsxError> {
    let mut page = Page::of_text(book, &CleanSheet::ReadMe.say(language))?;
    page.mark(CLEAN_WORKBOOK)?;
    page.heading(&CleanText::Title.say(language))?;
    for text in [CleanText::About, CleanText::AsOf(subject.as_of), CleanText::Blank, CleanText::Back] {
        page.line(&text.say(language))?;
    }
    page.heading(&CleanText::Sheets.say(language))?;
    for sheet in CleanSheet::ALL {
        page.pair(&sheet.say(language), &sheet.about(language))?;
    }
    page.heading(&CleanText::Columns.say(language))?;
    for (column, meaning) in wording::check::clean_columns(language) {
        page.pair(column, &meaning)?;
    }
    Ok(())
}

/// A canonical table; one that is too long for a sheet goes on in the next.
fn data(book: &mut Workbook, roster: &Roster, table: Canonical<'_>, language: Language) -> Result<(), XlsxError> {
    let Canonical { name, mut header, mut rows } = table;
    let title = CleanSheet::of_table(name).say(language);
    let unit = header.iter().position(|column| *column == "unit_id");
    header.extend(unit.map(|_| UNIT_NAME));
    let mut number = 1;
    loop {
        let title = if number == 1 { title.to_string() } else { format!("{title} ({number})") };
        let mut page = Page::of_rows(book, &title, &header)?;
        for row in rows.by_ref().take(ROWS) {
            let named = unit.and_then(|at| row.get(at)).map(|id| Cell::Text(unit_name(roster, id)));
            page.row(header.iter().zip(&row).map(|(column, text)| Cell::typed(column, text)).chain(named))?;
        }
        if page.finish(ROWS)? {
            return Ok(());
        }
        number += 1;
    }
}

fn unit_name<'a>(roster: &'a Roster, id: &str) -> &'a str {
    roster.find(id).and_then(|unit| roster.get(unit)).map_or("", Unit::name)
}

fn columns(book: &mut Workbook, subject: &Subject<'_>, language: Language) -> Result<(), XlsxError> {
    let header = CleanText::columns_header(language);
    let mut page = Page::of_rows(book, &CleanSheet::Columns.say(language), &header.each_ref().map(AsRef::as_ref))?;
    let columns = subject.facts.tables.iter().flat_map(|table| table.columns.iter().map(move |column| (table, column)));
    for (table, column) in columns {
        let (letters, meaning) = (column_letters(column.column), column.field.say(language));
        page.row([
            Cell::Text(&table.file),
            Cell::Text(&table.sheet),
            Cell::Number(table.header_row.into()),
            Cell::Text(&letters),
            Cell::Text(&column.header),
            Cell::Text(&meaning),
            Cell::Number(column.confidence.into()),
        ])?;
    }
    page.finish(ROWS).map(drop)
}

fn findings(book: &mut Workbook, subject: &Subject<'_>, language: Language) -> Result<(), XlsxError> {
    let header = CleanText::findings_header(language);
    let mut page = Page::of_rows(book, &CleanSheet::Findings.say(language), &header.each_ref().map(AsRef::as_ref))?;
    for finding in subject.sorted_findings().into_iter().take(ROWS) {
        let texts = told(language, finding);
        page.row(texts.iter().map(|text| Cell::Text(text)))?;
    }
    page.finish(ROWS).map(drop)
}

fn told(language: Language, finding: &Finding) -> [String; 7] {
    let words = wording::findings::finding(language, &finding.kind);
    [
        finding.kind.severity().say(language).into_owned(),
        finding.at.file.clone(),
        finding.at.sheet.clone(),
        finding.at.cell(),
        words.seen.into_owned(),
        words.why.into_owned(),
        words.todo.into_owned(),
    ]
}

fn decisions(
    book: &mut Workbook,
    subject: &Subject<'_>,
    words: &Words<'_>,
    language: Language,
) -> Result<(), XlsxError> {
    let header = CleanText::decisions_header(language);
    let mut page = Page::of_rows(book, &CleanSheet::Decisions.say(language), &header.each_ref().map(AsRef::as_ref))?;
    for decision in subject.decisions() {
        let texts = [decision.code().to_owned(), (words.decision)(&decision)];
        page.row(texts.iter().map(|text| Cell::Text(text)))?;
    }
    page.finish(ROWS).map(drop)
}
