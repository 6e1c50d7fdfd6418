//! When a row happened: from its date columns, its month, quarter and year, its section, or the table's period.
//!
//! It decides the order in which these are asked; how a date is written is the meaning step's.

use super::cells::{Cell, Cells};
use crate::fold::fold;
use crate::grid::{Row, Value};
use crate::meaning::columns::TableMeaning;
use crate::meaning::dates::{DateContext, DateProblem, read_date, read_period, read_year_part};
use chrono::Datelike;
use domain::{Field, Finding, FindingKind, Span, YearPart};

/// Columns that say when a row happened.
pub(crate) const DATES: [Field; 7] =
    [Field::DateFrom, Field::DateTo, Field::Date, Field::Period, Field::Month, Field::Quarter, Field::Year];

/// Why a row's date cannot be used, as a finding.
pub(crate) type Undatable = Box<Finding>;

/// The interval of a row; `None` = nothing says when.
pub(crate) fn row_date(cells: &Cells<'_>, row: &Row, meaning: &TableMeaning) -> Result<Option<Span>, Undatable> {
    let context = context(cells, row, meaning);
    let asked = Asked { cells, row, context };
    if let Some(span) = asked.two_columns()? {
        return Ok(Some(span));
    }
    if let Some(span) = asked.date(Field::Date)? {
        return Ok(Some(span));
    }
    let said = asked.period().or_else(|| asked.parts());
    Ok(said.or_else(|| section_period(row, context)).or(meaning.period))
}

/// The interval of a count column that names a part of the year.
pub(crate) fn part_date(part: YearPart, row: Option<Span>, period: Option<Span>) -> Option<Span> {
    part.of_year(one_year(row).or_else(|| one_year(period))?)
}

/// A date in a register's column; an unreadable one is a finding.
pub(crate) fn date_in(
    cells: &Cells<'_>,
    row: &Row,
    field: Field,
    meaning: &TableMeaning,
) -> Result<Option<Span>, Undatable> {
    Asked { cells, row, context: context(cells, row, meaning) }.date(field)
}

/// A period in words or in the canonical form.
pub(crate) fn read_any_period(value: &Value, context: DateContext) -> Option<Span> {
    let text = value.text();
    Span::parse_canonical(text.trim())
        .or_else(|| read_date(value, &context).ok().flatten())
        .or_else(|| read_period(&text))
        .or_else(|| read_year_part(&text)?.of_year(context.year.or_else(|| one_year(context.period))?))
}

/// What completes the dates of a row.
pub(crate) fn context(cells: &Cells<'_>, row: &Row, meaning: &TableMeaning) -> DateContext {
    let year = cells.cell(row, Field::Year).and_then(|cell| year_of(&cell.text()));
    let section = row.sections.iter().rev().find_map(|section| read_period(section));
    DateContext { year, period: section.or(meaning.period), order: meaning.order }
}

struct Asked<'a> {
    cells: &'a Cells<'a>,
    row: &'a Row<'a>,
    context: DateContext,
}

impl Asked<'_> {
    fn date(&self, field: Field) -> Result<Option<Span>, Undatable> {
        match self.cells.cell(self.row, field) {
            Some(cell) => read_date(&cell.value(), &self.context).map_err(|problem| self.undatable(&cell, problem)),
            None => Ok(None),
        }
    }

    fn two_columns(&self) -> Result<Option<Span>, Undatable> {
        let from = self.date(Field::DateFrom)?;
        let to = self.date(Field::DateTo)?;
        let (Some(first), Some(last)) = (from, to) else { return Ok(from.or(to)) };
        let both =
            || format!("{} – {}", self.cells.text(self.row, Field::DateFrom), self.cells.text(self.row, Field::DateTo));
        let span = Span::new(first.from(), last.to());
        span.map(Some)
            .ok_or_else(|| Box::new(self.cells.finding(self.row, None, FindingKind::UnreadableDate { text: both() })))
    }

    fn undatable(&self, cell: &Cell<'_>, problem: DateProblem) -> Undatable {
        let text = cell.text();
        let kind = match (&*cell.value(), problem) {
            (Value::Error(_), _) => FindingKind::FormulaError { text },
            (_, DateProblem::Unreadable) => FindingKind::UnreadableDate { text },
            (_, DateProblem::OutOfRange) => FindingKind::DateOutOfRange { text },
        };
        Box::new(self.cells.finding(self.row, cell.column, kind))
    }

    fn period(&self) -> Option<Span> {
        self.cells.cell(self.row, Field::Period).and_then(|cell| read_any_period(&cell.value(), self.context))
    }

    /// Month, quarter and year columns together.
    fn parts(&self) -> Option<Span> {
        let month = self.part(Field::Month, "tháng");
        let part = month.or_else(|| self.part(Field::Quarter, "quý"));
        if let Some(whole) = part.as_ref().and_then(|part| part.as_ref().err().copied()) {
            return Some(whole);
        }
        let year = self.context.year.or_else(|| one_year(self.context.period));
        match part {
            Some(Ok(part)) => part.of_year(year?),
            _ => self.context.year.and_then(Span::year),
        }
    }

    /// A part of the year, or (`Err`) a whole period: some columns of months say "3/2024".
    fn part(&self, field: Field, word: &str) -> Option<Result<YearPart, Span>> {
        let text = self.cells.cell(self.row, field)?.text();
        let part = read_year_part(&text).or_else(|| read_year_part(&format!("{word} {text}")));
        let whole = || read_period(&text).or_else(|| read_period(&format!("{word} {text}")));
        part.map(Ok).or_else(|| whole().map(Err))
    }
}

/// The innermost section that names a period or a part of a known year.
fn section_period(row: &Row, context: DateContext) -> Option<Span> {
    let year = context.year.or_else(|| one_year(context.period));
    row.sections
        .iter()
        .rev()
        .find_map(|section| read_period(section).or_else(|| read_year_part(section)?.of_year(year?)))
}

fn one_year(span: Option<Span>) -> Option<i32> {
    span.filter(|span| span.from().year() == span.to().year()).map(|span| span.from().year())
}

fn year_of(text: &str) -> Option<i32> {
    let folded = fold(text);
    let digits: String = folded.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|year| (2000..=2100).contains(year))
}
