//! Rows of the registers: media bodies, conventions, what was handed in, survey values.
//!
//! It decides what each row says and refuses rows it cannot read, each with a finding; whether a target is met by them
//! is the engine's.

use super::activities::{Desk, Hand};
use super::cells::Cell;
use super::scope::Scope;
use super::when::{Undatable, context, date_in, read_any_period};
use crate::fold::fold;
use crate::grid::Row;
use domain::{
    Adoption, AdoptionStage, Convention, Field, FindingKind, Span, Submission, SubmissionKind, Survey, UnitIndex,
};

/// A register in hand.
pub(crate) struct Register<'t, 'd, 'k, 'u, 'w> {
    hand: Hand<'t>,
    scope: Scope<'t>,
    desk: &'d mut Desk<'k, 'u, 'w>,
}

impl<'t, 'd, 'k, 'u, 'w> Register<'t, 'd, 'k, 'u, 'w> {
    /// Opens a register.
    pub(crate) fn new(hand: Hand<'t>, desk: &'d mut Desk<'k, 'u, 'w>) -> Self {
        Self { hand, scope: hand.scope(desk), desk }
    }

    /// The media register.
    pub(crate) fn media(mut self) -> Vec<Adoption> {
        self.rows(Self::adoption)
    }

    /// The conventions register.
    pub(crate) fn conventions(mut self) -> Vec<Convention> {
        self.rows(Self::convention)
    }

    /// The submissions register.
    pub(crate) fn submissions(mut self) -> Vec<Submission> {
        self.rows(Self::submission)
    }

    /// The surveys register.
    pub(crate) fn surveys(mut self) -> Vec<Survey> {
        self.rows(Self::survey)
    }

    fn rows<T>(&mut self, read: impl Fn(&mut Self, &Row<'t>) -> Option<T>) -> Vec<T> {
        let rows = self.hand.cells.table().rows.iter().filter(|row| !row.is_total);
        rows.filter_map(|row| read(self, &row)).collect()
    }

    fn adoption(&mut self, row: &Row) -> Option<Adoption> {
        let from = self.date(row, Field::From).and_then(|from| self.or_date(row, from))?;
        let to = self.date(row, Field::To)?;
        let unit = self.unit(row, from)?;
        let stage = self.stage(row)?;
        Some(Adoption { unit, stage, from, to, origin: self.hand.origin(row) })
    }

    fn convention(&mut self, row: &Row) -> Option<Convention> {
        let adopted = self.date(row, Field::Adopted)?;
        let fixed_on = self.date(row, Field::FixedOn)?;
        let ended = self.date(row, Field::Ended)?;
        let discriminatory = self.yes_no(row, Field::Discriminatory)?;
        // A convention outlives changes of its unit: its date does not choose between namesakes.
        let unit = self.unit(row, None)?;
        let id = self.register_id(row, unit);
        Some(Convention { id, unit, adopted, discriminatory, fixed_on, ended, origin: self.hand.origin(row) })
    }

    fn submission(&mut self, row: &Row) -> Option<Submission> {
        let Some(kind) = self.word(row, Field::SubmissionKind, submission_word)? else {
            self.tell(row, None, FindingKind::BadValue { text: String::new() });
            return None;
        };
        let period = self.period(row)?;
        let submitted = self.date(row, Field::Submitted)?;
        let Some(submitted) = submitted else {
            self.tell(row, None, FindingKind::MissingDate);
            return None;
        };
        let covers_children = self.yes_no(row, Field::CoversChildren)?.unwrap_or(false);
        let unit = self.unit(row, Some(period))?;
        Some(Submission {
            unit,
            kind,
            period,
            submitted: submitted.to(),
            covers_children,
            origin: self.hand.origin(row),
        })
    }

    fn survey(&mut self, row: &Row) -> Option<Survey> {
        let date = self.date(row, Field::Date)?;
        let Some(date) = date.or(self.hand.meaning.period) else {
            self.tell(row, None, FindingKind::MissingDate);
            return None;
        };
        let unit = self.unit(row, Some(date))?;
        let base = self.base(row)?;
        let cells = self.hand.cells;
        Some(Survey {
            id: self.register_id(row, unit),
            unit,
            measure: cells.text(row, Field::Measure).into(),
            date,
            value: cells.text(row, Field::Value).into(),
            base,
            origin: self.hand.origin(row),
        })
    }

    fn base(&mut self, row: &Row) -> Option<Option<u32>> {
        let Some(cell) = self.hand.cells.cell(row, Field::Base) else { return Some(None) };
        match cell.count() {
            Ok(base) => Some(base),
            Err(_) => {
                self.tell(row, cell.column, FindingKind::BadCount { text: cell.text() });
                None
            }
        }
    }

    /// Outer `None` = unreadable, told; inner = blank.
    fn date(&mut self, row: &Row, field: Field) -> Option<Option<Span>> {
        let read: Result<Option<Span>, Undatable> = date_in(self.hand.cells, row, field, self.hand.meaning);
        read.map_err(|problem| self.desk.findings.push(*problem)).ok()
    }

    /// Registers of media often have one date column only.
    fn or_date(&mut self, row: &Row, from: Option<Span>) -> Option<Option<Span>> {
        if from.is_some() { Some(from) } else { self.date(row, Field::Date) }
    }

    fn period(&mut self, row: &Row) -> Option<Span> {
        let cell = self.hand.cells.cell(row, Field::Period);
        let context = context(self.hand.cells, row, self.hand.meaning);
        let period = match &cell {
            Some(cell) => read_any_period(&cell.value(), context),
            None => context.year.and_then(Span::year).or(context.period),
        };
        if period.is_none() {
            let text = cell.as_ref().map(Cell::text).unwrap_or_default();
            self.tell(row, cell.and_then(|cell| cell.column), FindingKind::UnreadableDate { text });
        }
        period
    }

    fn stage(&mut self, row: &Row) -> Option<Option<AdoptionStage>> {
        self.word(row, Field::Stage, stage_word).map(Option::flatten)
    }

    fn yes_no(&mut self, row: &Row, field: Field) -> Option<Option<bool>> {
        self.word(row, field, yes_no_word).map(Option::flatten)
    }

    /// Outer `None` = not one of the words, told; inner = blank.
    fn word<T>(&mut self, row: &Row, field: Field, read: fn(&str) -> Option<T>) -> Option<Option<T>> {
        let Some(cell) = self.hand.cells.cell(row, field) else { return Some(None) };
        let text = cell.text();
        let word = read(&fold(&text));
        if word.is_none() {
            self.tell(row, cell.column, FindingKind::BadValue { text });
        }
        word.map(Some)
    }

    fn unit(&mut self, row: &Row, when: Option<Span>) -> Option<UnitIndex> {
        self.scope.unit(row, when, self.desk.units, self.desk.findings)
    }

    fn register_id(&self, row: &Row, unit: UnitIndex) -> String {
        let id = self.hand.cells.text(row, Field::RegisterId).to_string();
        if id.is_empty() { format!("{}-{}", self.desk.units.roster().id(unit), row.number) } else { id }
    }

    fn tell(&mut self, row: &Row, column: Option<u32>, kind: FindingKind) {
        self.desk.findings.push(self.hand.cells.finding(row, column, kind));
    }
}

/// The stage of an adoption; "chưa áp dụng" is a listed body without one.
fn stage_word(folded: &str) -> Option<Option<AdoptionStage>> {
    match folded {
        "pilot" => Some(Some(AdoptionStage::Pilot)),
        "official" => Some(Some(AdoptionStage::Official)),
        _ if folded.starts_with("chua") || folded.starts_with("khong") || folded == "-" => Some(None),
        _ if folded.contains("thi diem") => Some(Some(AdoptionStage::Pilot)),
        _ if folded.contains("chinh thuc") => Some(Some(AdoptionStage::Official)),
        _ => None,
    }
}

/// "chưa rà soát" says neither.
fn yes_no_word(folded: &str) -> Option<Option<bool>> {
    match folded {
        "1" | "co" | "x" | "yes" | "true" | "dung" => Some(Some(true)),
        "0" | "khong" | "khong co" | "no" | "false" => Some(Some(false)),
        _ if folded.starts_with("chua") || folded == "-" => Some(None),
        _ => None,
    }
}

fn submission_word(folded: &str) -> Option<SubmissionKind> {
    match folded {
        "plan" => Some(SubmissionKind::Plan),
        "half" => Some(SubmissionKind::Half),
        "year" => Some(SubmissionKind::Year),
        "data" => Some(SubmissionKind::Data),
        _ if folded.contains("ke hoach") => Some(SubmissionKind::Plan),
        _ if folded.contains("6 thang") || folded.contains("sau thang") => Some(SubmissionKind::Half),
        _ if folded.contains("so lieu") => Some(SubmissionKind::Data),
        _ if folded.contains("nam") => Some(SubmissionKind::Year),
        _ => None,
    }
}
