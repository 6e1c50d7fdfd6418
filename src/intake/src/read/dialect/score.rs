//! How well a dialect fits: steady records, clean cells, quotes that stand around whole fields, names of columns.
//!
//! It sees the fields of one dialect, and knows nothing of the others.

use super::{Delimiter, Dialect};
use crate::layout::words::{Likeness, likeness};
use crate::read::records::Fields;
use std::collections::BTreeMap;

/// Records that can hold the header.
const HEADER_RECORDS: usize = 48;

/// What the records of a sample were like.
pub(super) struct Tally {
    dialect: Dialect,
    /// How many records have so many fields.
    widths: BTreeMap<usize, u32>,
    records: usize,
    cells: u32,
    clean: f64,
    /// Most cells of a record that look like names of columns.
    names: usize,
    /// Fields with an odd number of quotes: a quoted text was torn apart.
    torn: u32,
    /// Fields with quotes around them, in records of several.
    quoted: usize,
    /// Cells with digits and no letters, in records of several.
    numbers: usize,
}

impl Tally {
    pub(super) fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            widths: BTreeMap::new(),
            records: 0,
            cells: 0,
            clean: 0.0,
            names: 0,
            torn: 0,
            quoted: 0,
            numbers: 0,
        }
    }

    pub(super) fn take(&mut self, fields: Fields<'_>) {
        *self.widths.entry(fields.len()).or_default() += 1;
        self.records += 1;
        let is_torn = |field: &&str| field.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
        self.torn = self.torn.saturating_add(u32::try_from(fields.iter().filter(is_torn).count()).unwrap_or(u32::MAX));
        if fields.len() > 1 {
            self.quoted += fields.quoted();
            self.numbers += fields.iter().filter(|field| is_number(field) && !field.trim().is_empty()).count();
            self.cells = self.cells.saturating_add(u32::try_from(fields.len()).unwrap_or(u32::MAX));
            self.clean += fields.iter().map(|field| Self::cleanness(field.trim())).sum::<f64>();
        }
        if self.records <= HEADER_RECORDS {
            let names = fields.iter().filter(|field| likeness(field.trim()) > Likeness::None).count();
            self.names = self.names.max(names);
        }
    }

    pub(super) fn score(&self) -> f64 {
        if self.cells == 0 || self.is_chance() {
            return 0.0;
        }
        let cleanness = self.clean / f64::from(self.cells);
        let names = 1.0 + self.names.min(12) as f64;
        let torn = f64::from(self.torn) / self.records() as f64;
        self.steadiness() * cleanness * names * self.likelihood() / (1.0 + 4.0 * torn)
    }

    /// Does the delimiter stand in a line or so of many, as letters do in text?
    fn is_chance(&self) -> bool {
        let whole = self.widths.get(&1).copied().unwrap_or_default() as usize;
        let is_prose = whole * 5 > self.records || self.modal() * 5 < self.records * 2;
        match self.dialect.delimiter {
            Delimiter::Gap(least) if least > 1 => is_prose,
            // Single spaces stand between words: only numbers or quotes show that they stand between fields.
            Delimiter::Text(" ") | Delimiter::Gap(_) => {
                self.quoted < self.records && (is_prose || self.numbers * 5 < self.cells as usize * 2)
            }
            _ => self.records > 2 && whole + 1 == self.records && self.widths.contains_key(&2),
        }
    }

    /// How many records have the number of fields that most have.
    fn modal(&self) -> usize {
        self.widths.values().max().copied().unwrap_or_default() as usize
    }

    fn records(&self) -> usize {
        self.records.max(1)
    }

    /// How many records have the most telling number of fields; all of them is more than nearly all.
    fn steadiness(&self) -> f64 {
        let weigh = |(width, count): (&usize, &u32)| f64::from(*count) * (*width as f64 - 1.0) / *width as f64;
        let best = self.widths.iter().map(weigh).fold(0.0, f64::max);
        let all: f64 = self.widths.iter().map(weigh).sum();
        let every = if self.widths.len() == 1 && self.records > 1 { 2.0 } else { 1.0 };
        every * (best + 0.25 * (all - best)) / self.records() as f64
    }

    /// How often such files are met at all: ordinary text is full of spaces, and a line by itself tells nothing of steps.
    fn likelihood(&self) -> f64 {
        let share = self.modal() as f64 / self.records() as f64;
        match self.dialect.delimiter {
            Delimiter::Text(" ") | Delimiter::Gap(1) => 0.5 * share * share,
            Delimiter::Gap(_) | Delimiter::Text("^" | "~" | ";;") => 0.7 * share,
            Delimiter::Text("|" | "||") if self.records == 1 => 0.5,
            _ => 1.0,
        }
    }

    /// 1 for empty cells and numbers, less for long text and for text that another delimiter would split.
    fn cleanness(field: &str) -> f64 {
        match () {
            () if is_number(field) => 1.0,
            () if field.starts_with('"') || field.ends_with('"') => 0.1,
            () if field.len() > 1 && field.starts_with('\'') && field.ends_with('\'') => 0.3,
            () if field.contains([';', '\t', '|']) => 0.4,
            () if field.contains(',') => 0.7,
            () if field.len() > 200 => 0.7,
            () => 0.9,
        }
    }
}

/// Nothing but digits and what stands between them; an empty cell too.
fn is_number(field: &str) -> bool {
    field.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '-' | '/' | ':' | '%' | ' '))
}
