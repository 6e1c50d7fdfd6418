//! Layout: a sparse sheet → its tables, whatever the container was.
//!
//! It decides where a table begins and ends, which rows are data, and what stands above and below. It knows words that
//! name columns, add up or close a table, and nothing of what they mean.

mod body;
mod header;
mod marks;
mod merged;
mod outline;
mod shape;
mod steps;
pub(crate) mod words;

use crate::grid::{Column, Rows, Table, Value};
use crate::sheet::{RowSlice, Sheet, SheetRow};
use body::{Body, Line};
use domain::{Finding, FindingKind, Place};
use header::Header;
use marks::{Closing, Reach, closing};
use outline::{Mark, leading};
pub(crate) use steps::Steps;

/// Tables and what is to be said about them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Found {
    pub(crate) tables: Vec<Table>,
    pub(crate) findings: Vec<Finding>,
}

impl Found {
    pub(crate) fn append(&mut self, mut other: Self) {
        self.tables.append(&mut other.tables);
        self.findings.append(&mut other.findings);
    }
}

/// The tables of a sheet, top to bottom; the error is a number of cells beyond `most_cells`.
pub(crate) fn tables(file: &str, mut sheet: Sheet, most_cells: u64, steps: &mut Steps<'_>) -> Result<Found, u64> {
    let rows = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    let mut found = Found::default();
    let mut from = 0;
    let mut titles_from = 0;
    let mut cells = 0;
    while let Some(header) = header::find(&sheet, from) {
        let last = sheet.rows.get(header.last).map_or(0, |row| row.number);
        if from == 0 {
            merged::fill_down(&mut sheet, last);
        }
        let body = body::body(&sheet, header, steps);
        let draft = Draft::new(&sheet, header, &body, titles_from);
        cells += draft.cells();
        if cells > most_cells {
            return Err(cells);
        }
        titles_from = draft.next_titles;
        from = body.end.max(header.body);
        found.append(draft.table(file, &sheet, &body, steps));
    }
    keep_filled(&mut found.tables);
    if found.tables.is_empty() && rows > 0 {
        let at = Place { file: file.to_owned(), sheet: sheet.name.clone(), ..Place::default() };
        found.findings.push(Finding { at, kind: FindingKind::SheetWithoutTable { rows } });
    }
    Ok(found)
}

/// A header without rows beside tables with rows is a letterhead; alone it is an empty form.
fn keep_filled(tables: &mut Vec<Table>) {
    if tables.iter().any(|table| !table.rows.is_empty()) {
        tables.retain(|table| !table.rows.is_empty());
    }
}

/// A table before its cells are moved into it.
struct Draft {
    header: Header,
    columns: Vec<Column>,
    title_lines: Vec<String>,
    data_rows: u64,
    /// Lines after this place are no data of the table.
    data_end: usize,
    /// Where the title lines of the next table begin.
    next_titles: usize,
}

impl Draft {
    fn new(sheet: &Sheet, header: Header, body: &Body, titles_from: usize) -> Self {
        let is_data = |line: &Line| matches!(line, Line::Data(_) | Line::Total(_) | Line::Subtotal(_));
        let data_end = header.body + body.lines.iter().rposition(is_data).map_or(0, |last| last + 1);
        let titles = sheet.rows.range(titles_from..header.first);
        Self {
            header,
            columns: columns(sheet, header, body),
            title_lines: titles.iter().flat_map(lines_of).collect(),
            data_rows: body.lines.iter().filter(|line| is_data(line)).count() as u64,
            data_end,
            next_titles: next_titles(sheet, data_end, body.end),
        }
    }

    fn cells(&self) -> u64 {
        self.data_rows * self.columns.len() as u64
    }

    fn table(self, file: &str, sheet: &Sheet, body: &Body, steps: &mut Steps<'_>) -> Found {
        let header_row = sheet.rows.get(self.header.last).map_or(0, |row| row.number);
        let columns = self.columns.iter().map(|column| column.index).collect();
        let mut rows = Rows::of_sheet(sheet.rows.clone(), columns);
        let mut findings = Vec::new();
        let mut sections = Sections::default();
        for (place, line) in (self.header.body..self.data_end).zip(&body.lines) {
            let Some(row) = sheet.rows.get(place) else { break };
            steps.step();
            match *line {
                Line::Repeat => {}
                Line::Note => findings.push(skipped(file, &sheet.name, row)),
                Line::Section(mark) => sections.enter(mark, section_name(row)),
                Line::Data(mark) => {
                    sections.leave(|rank| mark.is_none_or(|mark| rank < mark.rank));
                    rows.push(place, &sections.names, false);
                }
                Line::Total(Reach::Part) => rows.push(place, &sections.names, true),
                Line::Total(Reach::Table) => rows.push(place, &[], true),
                Line::Subtotal(mark) => {
                    sections.leave(|rank| rank < mark.rank);
                    rows.push(place, &sections.names, true);
                    sections.enter(mark, section_name(row));
                }
            }
        }
        let footer_lines = footers(sheet.rows.range(self.data_end..self.next_titles));
        let (file, name) = (file.to_owned(), sheet.name.clone());
        let Self { title_lines, columns, .. } = self;
        let table = Table { file, sheet: name, header_row, title_lines, footer_lines, columns, rows };
        Found { tables: vec![table], findings }
    }
}

/// The sections that hold at a row, outermost first.
#[derive(Default)]
struct Sections {
    ranks: Vec<u8>,
    names: Vec<String>,
}

impl Sections {
    /// Keeps the outer sections up to the first that does not hold any more.
    fn leave(&mut self, holds: impl Fn(u8) -> bool) {
        let kept = self.ranks.iter().take_while(|rank| holds(**rank)).count();
        self.ranks.truncate(kept);
        self.names.truncate(kept);
    }

    fn enter(&mut self, mark: Mark, name: String) {
        self.leave(|rank| rank < mark.rank);
        self.ranks.push(mark.rank);
        self.names.push(name);
    }
}

/// `I | Huyện Giồng Riềng` → `I. Huyện Giồng Riềng`; of a row with counts, its mark and its name.
fn section_name(row: SheetRow<'_>) -> String {
    let mut texts = row.cells().map(|(_, value)| value.text());
    let first = texts.next().unwrap_or_default();
    let is_mark = row.first().is_some_and(|(_, value)| outline::whole(&value).is_some());
    match texts.next().filter(|_| is_mark && leading(&first).is_none()) {
        Some(name) if first.ends_with(['.', ')', '/', '-', '+']) => format!("{first} {name}"),
        Some(name) => format!("{first}. {name}"),
        None => first,
    }
}

fn skipped(file: &str, sheet: &str, row: SheetRow<'_>) -> Finding {
    let at = Place { file: file.to_owned(), sheet: sheet.to_owned(), row: Some(row.number), column: None };
    Finding { at, kind: FindingKind::SkippedRow { text: lines_of(row).join(" ") } }
}

/// Named columns, and columns without a name that hold data.
fn columns(sheet: &Sheet, header: Header, body: &Body) -> Vec<Column> {
    let mut used: Vec<bool> = Vec::new();
    let mut mark = |column: u32| {
        let place = column as usize;
        if used.len() <= place {
            used.resize(place + 1, false);
        }
        if let Some(used) = used.get_mut(place) {
            *used = true;
        }
    };
    let levels = sheet.rows.range(header.first..header.last + 1);
    levels.iter().flat_map(SheetRow::symbols).for_each(|(column, _)| mark(column));
    let rows = sheet.rows.range(header.body..sheet.rows.len());
    let data = rows
        .iter()
        .zip(&body.lines)
        .filter(|(_, line)| matches!(line, Line::Data(_) | Line::Total(_) | Line::Subtotal(_)));
    data.flat_map(|(row, _)| row.symbols()).for_each(|(column, _)| mark(column));
    let column = |index| Column { index, headers: header::names(sheet, header, index), hidden: sheet.hides(index) };
    (0..).zip(used).filter(|(_, used)| *used).map(|(index, _)| column(index)).collect()
}

/// Lines after the last data: up to the first gap they belong to the table, after it to the next one, unless they sign
/// this one.
fn next_titles(sheet: &Sheet, data_end: usize, end: usize) -> usize {
    if end >= sheet.rows.len() {
        return sheet.rows.len();
    }
    let signs = |row: SheetRow<'_>| {
        row.cells().any(|(_, value)| matches!(&*value, Value::Text(text) if closing(text) == Some(Closing::Signature)))
    };
    let place = |place: usize| sheet.rows.get(place);
    let after_signature = (data_end..end).rev().find(|at| place(*at).is_some_and(signs)).map_or(data_end, |at| at + 1);
    let gap = (after_signature..end).find(|at| match (at.checked_sub(1).and_then(place), place(*at)) {
        (Some(above), Some(row)) => row.number > above.number + 1,
        _ => false,
    });
    gap.unwrap_or(if after_signature == data_end { data_end } else { end })
}

fn footers(rows: RowSlice<'_>) -> Vec<(u32, String)> {
    rows.iter().flat_map(|row| lines_of(row).into_iter().map(move |line| (row.number, line))).collect()
}

/// The lines of a row outside of tables: one a cell and one a line in it; a label that ends in a colon takes its
/// neighbour with it.
fn lines_of(row: SheetRow<'_>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for text in row.cells().map(|(_, value)| value.text()) {
        match lines.last_mut().filter(|last| last.ends_with(':')) {
            Some(label) => *label = format!("{label} {text}"),
            None => lines.extend(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned)),
        }
    }
    lines
}
