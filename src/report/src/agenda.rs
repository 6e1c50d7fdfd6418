//! The agenda for people, as a table: what to do, when, by whom, about what, and why.

use crate::csv::Flavour;
use crate::workbook::{Cell, Page, ROWS, dated};
use crate::{Subject, Words};
use domain::{Language, NaiveDate};
use rust_xlsxwriter::{Workbook, XlsxError};
use wording::Say;
use wording::agenda::{AgendaColumn, AgendaText, gap};

/// One item, column by column; the first two are days.
struct Line {
    date: NaiveDate,
    latest: NaiveDate,
    texts: Vec<String>,
}

fn lines<'a>(subject: &'a Subject<'_>, words: &'a Words<'_>, language: Language) -> impl Iterator<Item = Line> + 'a {
    subject.agenda.items.iter().map(move |item| {
        let said = (words.item)(item);
        let roster = &subject.facts.roster;
        let unit = item.unit.and_then(|unit| roster.get(unit));
        let parent = unit.and_then(|unit| unit.parent_at(item.date)).and_then(|parent| roster.get(parent));
        let name = unit
            .map_or_else(|| AgendaText::Everyone.say(language).into_owned(), |unit| unit.name_at(item.date).to_owned());
        let parent = parent.map(|parent| parent.name_at(item.date).to_owned()).unwrap_or_default();
        let gaps: Vec<String> = item.closes.iter().map(|closes| gap(language, closes).into_owned()).collect();
        let texts = vec![
            name,
            parent,
            said.title,
            said.topic,
            said.audience,
            said.channel,
            gaps.join("; "),
            said.support,
            said.day,
        ];
        Line { date: item.date, latest: item.latest, texts }
    })
}

fn header(language: Language) -> Vec<String> {
    AgendaColumn::ALL.iter().map(|column| column.say(language).into_owned()).collect()
}

/// The table's bytes as a workbook, made on the day `stamp`.
///
/// # Errors
/// It does not fit into a workbook.
pub fn workbook(
    subject: &Subject<'_>,
    words: &Words<'_>,
    language: Language,
    stamp: NaiveDate,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = dated(stamp)?;
    sheet(&mut book, &AgendaText::SheetName.say(language), subject, words, language)?;
    book.save_to_buffer()
}

/// The table as a sheet of a workbook.
pub(crate) fn sheet(
    book: &mut Workbook,
    name: &str,
    subject: &Subject<'_>,
    words: &Words<'_>,
    language: Language,
) -> Result<(), XlsxError> {
    let header = header(language);
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let mut page = Page::of_rows(book, name, &header)?;
    for line in lines(subject, words, language).take(ROWS) {
        let days = [Cell::Day(line.date), Cell::Day(line.latest)];
        page.row(days.into_iter().chain(line.texts.iter().map(|text| Cell::Text(text))))?;
    }
    page.finish(ROWS).map(drop)
}

/// The same as CSV for people.
pub fn csv(subject: &Subject<'_>, words: &Words<'_>, language: Language) -> Vec<u8> {
    let header = header(language);
    let rows = lines(subject, words, language).map(|line| {
        let days = [line.date, line.latest].map(wording::dates::day);
        days.into_iter().chain(line.texts).collect::<Vec<String>>()
    });
    crate::csv::table(Flavour::People, &header, rows)
}
