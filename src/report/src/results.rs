//! The results as one workbook for people: how many units are where, each unit beside each target, the rows that count,
//! those that do not and why, the agenda, what was decided, and what all of it rests on.
//!
//! Decides sheets, columns and their order. Nothing in it is ever a formula; a state is a word, its colour only repeats it.

mod rows;

use crate::workbook::{Cell, Page, ROWS, dated};
use crate::{Subject, Words, agenda};
use domain::{Language, NaiveDate, ReadingInForce, ResultLine, Results, SourceFile, State, Verdict};
use rust_xlsxwriter::{Workbook, XlsxError};
use wording::Say;
use wording::matrix::{cell_words, copied_figures};
use wording::overview::{capital, target_code};
use wording::results::{ResultColumn, ResultSheet, ResultText};
use wording::states::Group;
use wording::{dates, why};

/// What stands in the log beside the data: it is known to whoever makes the file.
#[derive(Clone, Copy, Debug)]
pub struct Made<'a> {
    /// The program's version.
    pub program: &'a str,
    /// The day of making.
    pub stamp: NaiveDate,
    /// What was read, with how to know it again.
    pub files: &'a [SourceFile],
}

/// The workbook's bytes.
///
/// # Errors
/// Something does not fit into a workbook.
pub fn write(
    results: &Results,
    subject: &Subject<'_>,
    words: &Words<'_>,
    language: Language,
    made: Made<'_>,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = dated(made.stamp)?;
    summary(&mut book, results, language)?;
    matrix(&mut book, results, language)?;
    rows::evidence(&mut book, &results.counted, language, ROWS)?;
    rows::left_out(&mut book, &results.left_out, language, ROWS)?;
    agenda::sheet(&mut book, &ResultSheet::Agenda.say(language), subject, words, language)?;
    decisions(&mut book, results, subject, words, language)?;
    log(&mut book, results, subject, language, made)?;
    book.save_to_buffer()
}

/// A sheet of rows under these heads.
fn page<'b>(
    book: &'b mut Workbook,
    sheet: ResultSheet,
    heads: &[String],
    language: Language,
) -> Result<Page<'b>, XlsxError> {
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    Page::of_rows(book, &sheet.say(language), &heads)
}

fn heads(columns: &[ResultColumn], language: Language) -> Vec<String> {
    columns.iter().map(|column| column.say(language).into_owned()).collect()
}

fn summary(book: &mut Workbook, results: &Results, language: Language) -> Result<(), XlsxError> {
    use ResultColumn::{AsOf, From, Label, Period, Readings, Roster, Share, State as Overall, Target, To, Units};
    let first = heads(&[Target, Label, Period, From, To, AsOf, Overall], language);
    let states = State::ALL.iter().map(|state| state.say(language).into_owned());
    let last = heads(&[Units, Share, Roster, Readings], language);
    let all: Vec<String> = first.into_iter().chain(states).chain(last).collect();
    let mut page = page(book, ResultSheet::Summary, &all, language)?;
    page.widths(&[9, 48, 14, 12, 12, 12, 22])?;
    page.keep(2)?;
    for line in &results.targets {
        target(&mut page, line, results.as_of, language)?;
    }
    page.finish(ROWS).map(drop)
}

fn target(page: &mut Page<'_>, told: &ResultLine, as_of: NaiveDate, language: Language) -> Result<(), XlsxError> {
    let ResultLine { line, readings } = told;
    let code = target_code(language, &line.target);
    let period = line.period.as_ref().map(|period| capital(&dates::period(language, period))).unwrap_or_default();
    let state = line.state.say(language);
    let share = line.share.as_ref().map(|share| share_words(language, share)).unwrap_or_default();
    let roster = ResultText::RosterIncomplete.say(language);
    let readings = readings.iter().map(|reading| why::reading_line(language, reading)).collect::<Vec<_>>().join("; ");
    let count = |state| f64::from(line.counts.get(&state).copied().unwrap_or_default());
    let first = [
        Cell::Text(&code),
        Cell::Text(line.label.text(language)),
        Cell::text(&period),
        line.window.map(domain::Span::from).into(),
        line.window.map(domain::Span::to).into(),
        Cell::Day(as_of),
        Cell::Marked(&state, Group::of(line.state)),
    ];
    let last = [
        Cell::Number(line.counts.values().copied().map(f64::from).sum()),
        Cell::text(&share),
        if line.roster_incomplete { Cell::Text(&roster) } else { Cell::Blank },
        Cell::text(&readings),
    ];
    page.row(first.into_iter().chain(State::ALL.map(|state| Cell::Number(count(state)))).chain(last))
}

fn share_words(language: Language, share: &Verdict) -> String {
    let figure = wording::figures::verdict_figure(language, share);
    format!("{figure}, {}", share.state.say(language))
}

/// Two columns a target: the state in words, and the figures behind it.
fn matrix(book: &mut Workbook, results: &Results, language: Language) -> Result<(), XlsxError> {
    let slice = &results.matrix;
    let figures = ResultColumn::Figures.say(language);
    let columns = slice.columns.iter().flat_map(|column| {
        let code = target_code(language, &column.target);
        [format!("{code} {}", column.label.text(language)), format!("{code}, {figures}")]
    });
    let first = heads(&[ResultColumn::Unit, ResultColumn::Parent, ResultColumn::UnitKind], language);
    let all: Vec<String> = first.into_iter().chain(columns).collect();
    let mut page = page(book, ResultSheet::Matrix, &all, language)?;
    let widths = [28, 24, 18].into_iter().chain(slice.columns.iter().flat_map(|_| [26, 26]));
    page.widths(&widths.collect::<Vec<_>>())?;
    page.keep(1)?;
    for row in slice.rows.iter().take(ROWS) {
        let kind = row.unit.kind.say(language);
        let told: Vec<(String, Group, String)> =
            row.cells.iter().map(|cell| words_of(cell.as_ref(), language)).collect();
        let first = [Cell::Text(&row.unit.name), Cell::text(&row.unit.parent), Cell::Text(&kind)];
        let cells = told.iter().flat_map(|(words, group, figures)| match words.as_str() {
            "" => [Cell::Blank, Cell::Blank],
            words => [Cell::Marked(words, *group), Cell::text(figures)],
        });
        page.row(first.into_iter().chain(cells))?;
    }
    page.finish(ROWS).map(drop)
}

fn words_of(cell: Option<&domain::MatrixCell>, language: Language) -> (String, Group, String) {
    let Some(cell) = cell else { return (String::new(), Group::Neutral, String::new()) };
    (cell_words(language, cell).into_owned(), Group::of(cell.state), copied_figures(language, cell))
}

fn decisions(
    book: &mut Workbook,
    results: &Results,
    subject: &Subject<'_>,
    words: &Words<'_>,
    language: Language,
) -> Result<(), XlsxError> {
    use ResultColumn::{Chosen, Content, Subject as Item};
    let mut page = page(book, ResultSheet::Decisions, &heads(&[Item, Content, Chosen], language), language)?;
    page.widths(&[24, 110, 14])?;
    let said = |text: ResultText| text.say(language).into_owned();
    let decided = subject
        .decisions()
        .into_iter()
        .map(|decision| [said(ResultText::Decision), (words.decision)(&decision), said(ResultText::ByUser)]);
    let read = results.readings.iter().map(|reading| {
        let by = if reading.is_default { ResultText::ByDefault } else { ResultText::ByUser };
        [said(ResultText::Reading), reading_words(language, reading), said(by)]
    });
    for row in decided.chain(read) {
        page.row(row.iter().map(|text| Cell::Text(text)))?;
    }
    page.finish(ROWS).map(drop)
}

fn reading_words(language: Language, reading: &ReadingInForce) -> String {
    let ask = reading.ask.text(language).trim_end_matches(['?', '.', ':']);
    format!("{ask}: {}", reading.label.text(language))
}

/// What everything rests on: the plan, the program, the units, the files.
fn log(
    book: &mut Workbook,
    results: &Results,
    subject: &Subject<'_>,
    language: Language,
    made: Made<'_>,
) -> Result<(), XlsxError> {
    use ResultColumn::{Content, CutOff, Rows, Sha256, Sheet, Subject as Item, UsedRows};
    let all = heads(&[Item, Content, Sheet, Rows, UsedRows, CutOff, Sha256], language);
    let mut page = page(book, ResultSheet::Log, &all, language)?;
    page.widths(&[32, 72, 24, 12, 18, 16, 68])?;
    let roster = ResultText::RosterName(subject.options.roster).say(language);
    let everything = ResultText::Everything.say(language);
    let facts = [
        (ResultText::Plan, Cell::Text(&results.plan_title)),
        (ResultText::PlanId, Cell::Text(subject.plan)),
        (ResultText::PlanHash, Cell::Text(subject.source_sha256)),
        (ResultText::Program, Cell::Text(made.program)),
        (ResultText::Made, Cell::Day(made.stamp)),
        (ResultText::Roster, Cell::Text(&roster)),
        (ResultText::Scope, Cell::Text(results.scope.as_ref().map_or(&*everything, |scope| &scope.name))),
        (ResultText::Year, Cell::Number(results.year.into())),
        (ResultText::AsOf, Cell::Day(results.as_of)),
    ];
    for (item, content) in facts {
        page.row([Cell::Text(&item.say(language)), content])?;
    }
    let file = ResultText::File.say(language);
    for SourceFile { name, seal } in made.files {
        let none = std::iter::repeat_n(Cell::Blank, 4);
        page.row(
            [Cell::Text(&file), Cell::Text(name)].into_iter().chain(none).chain([Cell::Text(&seal.say(language))]),
        )?;
    }
    let of_file = ResultText::Table.say(language);
    for table in &subject.facts.tables {
        let counts = [table.rows, table.used_rows].map(|count| Cell::Number(count.into()));
        let place = [Cell::Text(&of_file), Cell::Text(&table.file), Cell::text(&table.sheet)];
        page.row(place.into_iter().chain(counts).chain([table.cut_off.into()]))?;
    }
    page.finish(ROWS).map(drop)
}
