//! Rows as they stand in the user's files: a stretch of a table, and one row among its neighbours.
//!
//! It decides what became of each row, and which rows answer a search. Fates and answers of the table asked for last
//! are kept, so that scrolling costs no more than the rows that are shown.

use crate::assessment::Assessment;
use domain::{
    ColumnGuess, Field, Finding, FindingKind, Origin, Place, RowFate, RowsSlice, RowsStretch, RowsWish, SourceRow,
    TableInfo, TableKind,
};
use intake::fold::fold;
use intake::grid::{Row, Rows, Symbol, Table};
use std::collections::{BTreeMap, BTreeSet};

/// Rows shown before and after the one that is looked at.
const NEIGHBOURS: usize = 4;

/// Words of a search that are looked for; more say nothing more.
const WORDS: usize = 16;

/// What is known of the table asked for last.
#[derive(Default)]
pub(crate) struct Shelf {
    fates: Option<(u32, Vec<RowFate>)>,
    answers: Option<(RowsWish, Answers)>,
}

/// The rows that answer a wish.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Answers {
    /// Places in the table, top to bottom.
    places: Vec<u32>,
    /// Rows with each fate that hold the words.
    fates: BTreeMap<RowFate, u32>,
}

/// A table with what reading made of it.
#[derive(Clone, Copy)]
struct Sheet<'a> {
    number: u32,
    table: &'a Table,
    info: &'a TableInfo,
}

impl<'a> Sheet<'a> {
    fn of(assessment: &'a Assessment, number: u32) -> Option<Self> {
        let at = number as usize;
        let (table, info) = (assessment.reading.tables.get(at)?, assessment.facts().tables.get(at)?);
        Some(Self { number, table, info })
    }

    /// One text a column that is known; those of personal columns are left out.
    fn cells(self, row: &Row<'_>) -> Vec<String> {
        self.info.columns.iter().map(|column| self.cell(row, column)).collect()
    }

    /// The title, or everything that the row says.
    fn told(self, row: &Row<'_>) -> Vec<String> {
        let titles: Vec<&ColumnGuess> = self.info.columns.iter().filter(|own| own.field == Field::Title).collect();
        let titles = titles.into_iter().map(|column| self.cell(row, column));
        let told: Vec<String> = titles.filter(|text| !text.is_empty()).collect();
        if told.is_empty() { self.cells(row).into_iter().filter(|text| !text.is_empty()).collect() } else { told }
    }

    fn cell(self, row: &Row<'_>, column: &ColumnGuess) -> String {
        let place = self.table.columns.iter().position(|own| own.index == column.column);
        let shown = place.filter(|_| column.field != Field::Personal);
        shown.map(|place| row.cell(place).text()).unwrap_or_default()
    }

    /// The place of the row with this number.
    fn place(self, number: u32) -> Option<usize> {
        let rows = &self.table.rows;
        let (mut low, mut high) = (0, rows.len());
        while low < high {
            let middle = (low + high) / 2;
            if rows.get(middle)?.number < number { low = middle + 1 } else { high = middle }
        }
        rows.get(low).filter(|row| row.number == number).map(|_| low)
    }

    fn is_of(self, at: &Place) -> bool {
        at.file == self.info.file && at.sheet == self.info.sheet
    }
}

/// The stretch with this number of the rows that answer; `None` = there is no such table.
pub(crate) fn stretch(assessment: &Assessment, wish: &RowsWish, number: u32) -> Option<RowsStretch> {
    let sheet = Sheet::of(assessment, wish.table)?;
    let mut shelf = assessment.shelf.borrow_mut();
    if shelf.fates.as_ref().is_none_or(|(table, _)| *table != wish.table) {
        shelf.fates = Some((wish.table, fates(assessment, sheet)));
    }
    if shelf.answers.as_ref().is_none_or(|(known, _)| known != wish) {
        let fates = shelf.fates.as_ref().map_or(&[][..], |(_, fates)| fates);
        shelf.answers = Some((wish.clone(), answers(sheet, wish, fates)));
    }
    let Shelf { fates: Some((_, fates)), answers: Some((_, answers)) } = &*shelf else { return None };
    let from = number.saturating_mul(RowsStretch::LENGTH) as usize;
    let places = answers.places.iter().skip(from).take(RowsStretch::LENGTH as usize);
    let rows = places.filter_map(|place| {
        let (row, fate) = (sheet.table.rows.get(*place as usize)?, fates.get(*place as usize)?);
        Some(SourceRow { number: row.number, cells: sheet.cells(&row), fate: *fate, found: None })
    });
    let rows = with_findings(assessment, sheet, rows.collect());
    let answer = u32::try_from(answers.places.len()).unwrap_or(u32::MAX);
    Some(RowsStretch { answer, fates: answers.fates.clone(), rows })
}

/// Every row that became no fact, with what it says, its fate and the gravest finding about it, by table.
pub(crate) fn unused(assessment: &Assessment) -> Vec<(&TableInfo, SourceRow)> {
    let sheets = (0..).map_while(|table| Sheet::of(assessment, table));
    sheets.flat_map(|sheet| unused_of(assessment, sheet).into_iter().map(move |row| (sheet.info, row))).collect()
}

fn unused_of(assessment: &Assessment, sheet: Sheet<'_>) -> Vec<SourceRow> {
    let used: BTreeSet<u32> = used(assessment, sheet).into_iter().collect();
    let fates = fates(assessment, sheet);
    let unused = sheet.table.rows.iter().zip(fates).filter(|(row, _)| !used.contains(&row.number));
    let rows = unused.map(|(row, fate)| SourceRow { number: row.number, cells: sheet.told(&row), fate, found: None });
    with_findings(assessment, sheet, rows.collect())
}

/// The row at this place among its neighbours; `None` = it is in no table.
pub(crate) fn around(assessment: &Assessment, at: &Place) -> Option<RowsSlice> {
    let number = at.row?;
    let sheets = (0..).map_while(|table| Sheet::of(assessment, table));
    let (sheet, place) =
        sheets.filter(|sheet| sheet.is_of(at)).find_map(|sheet| Some((sheet, sheet.place(number)?)))?;
    let places = place.saturating_sub(NEIGHBOURS)..=place + NEIGHBOURS;
    let rows = places.filter_map(|place| sheet.table.rows.get(place)).map(|row| (row.number, sheet.cells(&row)));
    Some(RowsSlice { at: at.clone(), columns: sheet.info.columns.clone(), rows: rows.collect() })
}

/// What became of each row, by its place.
fn fates(assessment: &Assessment, sheet: Sheet<'_>) -> Vec<RowFate> {
    let mut fates = vec![RowFate::Ignored; sheet.table.rows.len()];
    let mut settle = |number: u32, fate: RowFate| {
        let known = sheet.place(number).and_then(|place| fates.get_mut(place));
        if let Some(known) = known.filter(|known| **known > fate) {
            *known = fate;
        }
    };
    for row in used(assessment, sheet) {
        settle(row, RowFate::Used);
    }
    for finding in in_rows(assessment, sheet) {
        let fate = match finding.kind {
            FindingKind::DuplicateRow { .. } => Some(RowFate::Duplicate),
            _ if finding.kind.severity() == domain::Severity::Question => Some(RowFate::Question),
            _ => None,
        };
        if let Some((row, fate)) = finding.at.row.zip(fate) {
            settle(row, fate);
        }
    }
    fates
}

/// Rows of the table that became facts. A roster's rows are all units.
fn used(assessment: &Assessment, sheet: Sheet<'_>) -> Vec<u32> {
    if sheet.info.kind == TableKind::Units {
        return sheet.table.rows.iter().map(|row| row.number).collect();
    }
    let facts = assessment.facts();
    let activities = facts.activities.iter().map(|row| row.origin);
    let media = facts.media.iter().flatten().map(|row| row.origin);
    let conventions = facts.conventions.iter().flatten().map(|row| row.origin);
    let submissions = facts.submissions.iter().flatten().map(|row| row.origin);
    let surveys = facts.surveys.iter().flatten().map(|row| row.origin);
    let all = activities.chain(media).chain(conventions).chain(submissions).chain(surveys);
    let mut rows: Vec<u32> =
        all.filter(|origin: &Origin| origin.table == sheet.number).map(|origin| origin.row).collect();
    rows.dedup();
    rows
}

/// Findings about data rows of the table's sheet.
fn in_rows<'a>(assessment: &'a Assessment, sheet: Sheet<'a>) -> impl Iterator<Item = &'a Finding> {
    assessment.findings().iter().filter(move |finding| finding.at.row.is_some() && sheet.is_of(&finding.at))
}

/// Each row with the gravest finding about it.
fn with_findings(assessment: &Assessment, sheet: Sheet<'_>, mut rows: Vec<SourceRow>) -> Vec<SourceRow> {
    for finding in in_rows(assessment, sheet) {
        let Ok(place) = rows.binary_search_by_key(&finding.at.row, |row| Some(row.number)) else { continue };
        if let Some(row) = rows.get_mut(place) {
            let graver = row.found.as_ref().is_none_or(|known| finding.kind.severity() < known.severity());
            if graver && speaks_of(row.fate, &finding.kind) {
                row.found = Some(finding.kind.clone());
            }
        }
    }
    rows
}

/// Of a repeated row that is told, whatever else was found in it.
fn speaks_of(fate: RowFate, kind: &FindingKind) -> bool {
    (fate == RowFate::Duplicate) == matches!(kind, FindingKind::DuplicateRow { .. })
}

fn answers(sheet: Sheet<'_>, wish: &RowsWish, fates: &[RowFate]) -> Answers {
    let mut words = Words::of(&wish.words, sheet);
    let mut answers = Answers::default();
    for ((place, row), fate) in (0..).zip(sheet.table.rows.iter()).zip(fates) {
        if words.are_in(&row) {
            *answers.fates.entry(*fate).or_default() += 1;
            if wish.fate.is_none_or(|wanted| wanted == *fate) {
                answers.places.push(place);
            }
        }
    }
    answers
}

/// The words of a search. What a value holds of them is asked once for each different value.
struct Words<'a> {
    folded: Vec<String>,
    /// Columns that are searched, by their place in the table.
    columns: Vec<usize>,
    /// Symbol → a bit for each word that its text holds.
    known: BTreeMap<Symbol, u16>,
    rows: &'a Rows,
}

impl<'a> Words<'a> {
    fn of(text: &str, sheet: Sheet<'a>) -> Self {
        let personal: Vec<u32> =
            sheet.info.columns.iter().filter(|it| it.field == Field::Personal).map(|it| it.column).collect();
        let columns = sheet.table.columns.iter().enumerate();
        let columns = columns.filter(|(_, column)| !personal.contains(&column.index)).map(|(place, _)| place);
        let folded: Vec<String> = fold(text).split_whitespace().take(WORDS).map(str::to_owned).collect();
        Self { folded, columns: columns.collect(), known: BTreeMap::new(), rows: &sheet.table.rows }
    }

    fn are_in(&mut self, row: &Row<'_>) -> bool {
        if self.folded.is_empty() {
            return true;
        }
        let all = u16::MAX >> (WORDS - self.folded.len());
        let (rows, folded, known) = (self.rows, &self.folded, &mut self.known);
        let held = self.columns.iter().map(|column| row.symbol(*column)).filter(|symbol| !symbol.is_empty());
        let held = held.fold(0, |held, symbol| {
            held | *known.entry(symbol).or_insert_with(|| {
                let text = fold(&rows.value(symbol).text());
                (0..).zip(folded).map(|(bit, word)| u16::from(text.contains(word.as_str())) << bit).sum()
            })
        });
        held == all || row.number.to_string() == folded.join("")
    }
}
