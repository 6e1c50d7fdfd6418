//! How many activities a row states, of which kind, in which part of the year.
//!
//! A blank is one activity in a log and nothing in a summary; planned columns never count.

use super::cells::{Cell, Cells};
use crate::grid::{Row, Value};
use crate::meaning::columns::TableMeaning;
use crate::meaning::kinds::KindGuess;
use crate::meaning::numbers::read_count_text;
use domain::{ActivityKind, CountColumn, Field, Finding, FindingKind, TableShape, Vocabulary, YearPart};

/// One figure of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counted {
    /// Of what.
    pub(crate) kind: ActivityKind,
    /// How many.
    pub(crate) count: u32,
    /// In which part of the year, if the column says so.
    pub(crate) part: Option<YearPart>,
    /// A total over other columns.
    pub(crate) total: bool,
    /// Its kind is only suggested: no term knows the row's own word for it.
    pub(crate) suggested: bool,
    /// 0-based column; `None` = the row itself.
    pub(crate) column: Option<u32>,
    /// People, from a compound cell.
    pub(crate) people: Option<u32>,
    /// Women among them.
    pub(crate) women: Option<u32>,
}

/// Reads the figures of a row.
pub(crate) struct Counter<'a> {
    /// The table.
    pub(crate) cells: &'a Cells<'a>,
    /// Its meaning.
    pub(crate) meaning: &'a TableMeaning,
    /// The plan's words.
    pub(crate) vocabulary: &'a Vocabulary,
    /// What the row's words say.
    pub(crate) guess: &'a KindGuess,
    /// The row has a word for its kind, and it is known.
    pub(crate) said: bool,
}

impl Counter<'_> {
    /// Adds all figures of the row; a cell that is no figure is a finding and no fact.
    pub(crate) fn read(&self, row: &Row, counted: &mut Vec<Counted>, findings: &mut Vec<Finding>) {
        let before = findings.len();
        let results = || self.cells.counts(row).filter(|(count, _)| !count.planned);
        let alone = results().nth(1).is_none();
        for (column, cell) in results() {
            self.column(row, (column, cell, alone), counted, findings);
        }
        self.compounds(row, counted, findings);
        let says_nothing = counted.is_empty() && findings.len() == before;
        if says_nothing && self.meaning.shape == TableShape::Log && self.describes_something(row) {
            counted.push(Counted { count: 1, ..self.plain(None) });
        }
    }

    fn column(
        &self,
        row: &Row,
        (column, cell, alone): (CountColumn, Cell<'_>, bool),
        counted: &mut Vec<Counted>,
        findings: &mut Vec<Finding>,
    ) {
        // "01 cuộc, 02 tin" under a header that names no kind says its kinds itself.
        let says_kinds = column.kind.is_none() && !self.said;
        if let Some(figures) = says_kinds.then(|| self.compound_in(column, &cell)).flatten() {
            counted.extend(figures);
            return;
        }
        match cell.count() {
            Ok(count) => counted.extend(count.map(|count| self.figure(column, &cell, count, alone))),
            Err(_) => {
                // "2 tin, 1 bài" under "Số tin, bài" is three of them.
                let fits = |figures: &Vec<Counted>| {
                    figures.iter().all(|figure| column.kind.is_none_or(|kind| kind == figure.kind))
                };
                match self.compound_in(column, &cell).filter(fits) {
                    Some(figures) => counted.extend(figures),
                    None => findings.push(self.cells.finding(row, cell.column, bad_count(&cell.value()))),
                }
            }
        }
    }

    /// The figures of a compound text in a column of counts.
    fn compound_in(&self, column: CountColumn, cell: &Cell<'_>) -> Option<Vec<Counted>> {
        let of_column = |figure| Counted { part: column.part, total: column.total, ..figure };
        Some(self.compound(cell)?.into_iter().map(of_column).collect())
    }

    fn figure(&self, column: CountColumn, cell: &Cell<'_>, count: u32, alone: bool) -> Counted {
        let of_column = column.kind.filter(|_| !(alone && self.said));
        Counted {
            kind: of_column.unwrap_or(self.guess.kind),
            count,
            part: column.part,
            total: column.total,
            suggested: of_column.is_none() && !self.guess.known,
            ..self.plain(cell.column)
        }
    }

    fn compounds(&self, row: &Row, counted: &mut Vec<Counted>, findings: &mut Vec<Finding>) {
        let Some(cell) = self.cells.cell(row, Field::CountText) else { return };
        match self.compound(&cell) {
            Some(figures) => counted.extend(figures),
            None => counted.extend(self.bare_compound(row, &cell, findings)),
        }
    }

    /// The figures of a text such as `02 cuộc/120 lượt người`.
    fn compound(&self, cell: &Cell<'_>) -> Option<Vec<Counted>> {
        let value = cell.value();
        let Value::Text(text) = &*value else { return None };
        let compound = read_count_text(text, self.vocabulary)?;
        let figure = |(number, (kind, count)): (usize, (ActivityKind, u32))| Counted {
            kind,
            count,
            suggested: false,
            people: compound.people.filter(|_| number == 0),
            women: compound.women.filter(|_| number == 0),
            ..self.plain(cell.column)
        };
        Some(compound.counts.iter().copied().enumerate().map(figure).collect())
    }

    /// A compound column also holds plain numbers.
    fn bare_compound(&self, row: &Row, cell: &Cell<'_>, findings: &mut Vec<Finding>) -> Option<Counted> {
        match cell.count() {
            Ok(count) => count.map(|count| Counted { count, ..self.plain(cell.column) }),
            Err(_) => {
                findings.push(self.cells.finding(row, cell.column, bad_count(&cell.value())));
                None
            }
        }
    }

    fn plain(&self, column: Option<u32>) -> Counted {
        Counted {
            kind: self.guess.kind,
            count: 0,
            part: None,
            total: false,
            suggested: !self.guess.known,
            column,
            people: None,
            women: None,
        }
    }

    /// A row of a log that has only a number or a unit is a line of a form that nobody filled in.
    fn describes_something(&self, row: &Row) -> bool {
        const TELLING: [Field; 11] = [
            Field::Date,
            Field::DateFrom,
            Field::DateTo,
            Field::Month,
            Field::Quarter,
            Field::Period,
            Field::Title,
            Field::Kind,
            Field::Channel,
            Field::People,
            Field::Place,
        ];
        TELLING.into_iter().any(|field| self.cells.cell(row, field).is_some())
    }
}

fn bad_count(value: &Value) -> FindingKind {
    let text = value.text();
    match value {
        Value::Error(_) => FindingKind::FormulaError { text },
        _ => FindingKind::BadCount { text },
    }
}
