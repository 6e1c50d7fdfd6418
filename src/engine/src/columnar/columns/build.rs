//! Columns from facts, or row by row. Two passes: rows are numbered by unit, then each unit's rows are told apart into
//! plain ones and others.

use super::{Columns, Dictionaries, FIRST_SPAN, Plain, Row, UNDATED, Words};
use crate::columnar::days::{Days, plain};
use crate::columnar::dictionary::{Dictionary, Texts};
use crate::columnar::members::Nodes;
use crate::columnar::tree::Tree;
use crate::title;
use domain::{Activity, ActivityKind, Facts, Origin, Relevance, Roster, Span, Status, Tags, Text, UnitIndex};
use std::cell::OnceCell;
use std::rc::Rc;

/// One row, with what rows have in common as numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawRow {
    /// Who.
    pub unit: UnitIndex,
    /// When.
    pub when: Option<Span>,
    /// From [`ColumnsBuilder::profile`].
    pub profile: u32,
    /// From [`ColumnsBuilder::words`].
    pub words: u32,
    /// Rows with the same number have the same title; 0 = no title.
    pub title: u32,
    /// How many.
    pub count: u32,
}

/// Columns in the making.
pub struct ColumnsBuilder {
    tree: Tree,
    units: Vec<u32>,
    rows: Vec<Row>,
    dictionaries: Dictionaries,
    profiles: Dictionary<(ActivityKind, Tags, Status, Relevance, u32)>,
    words: Dictionary<(Text, Text)>,
    channels: Dictionary<Text>,
    spans: Dictionary<Days>,
}

impl ColumnsBuilder {
    pub(super) fn new(roster: &Roster) -> Self {
        Self {
            tree: Tree::of(roster),
            units: Vec::new(),
            rows: Vec::new(),
            dictionaries: Dictionaries {
                profiles: Vec::new(),
                uses: Vec::new(),
                words: Vec::new(),
                spans: Vec::new(),
                titles: Vec::new(),
                folded: OnceCell::new(),
            },
            profiles: Dictionary::new(),
            words: Dictionary::new(),
            channels: Dictionary::new(),
            spans: Dictionary::new(),
        }
    }

    /// The number of what rows of this kind, with these tags, of this status and relevance in this table are.
    pub fn profile(&mut self, kind: ActivityKind, tags: &Tags, status: Status, relevant: Relevance, table: u32) -> u32 {
        let (number, is_new) = self.profiles.number((kind, tags.clone(), status, relevant, table));
        if is_new {
            self.dictionaries.profiles.push(profile(kind, tags, status, relevant, table));
            self.dictionaries.uses.push(0);
        }
        number
    }

    /// The number of a channel with an audience.
    pub fn words(&mut self, channel: &Text, audience: &Text) -> u32 {
        let (number, is_new) = self.words.number((channel.clone(), audience.clone()));
        if is_new {
            let (channel_number, _) = self.channels.number(channel.clone());
            let words = Words { channel: channel.clone(), audience: audience.clone(), channel_number };
            self.dictionaries.words.push(words);
        }
        number
    }

    /// One more row. A row of a unit that the roster does not hold is left out.
    pub fn push(&mut self, raw: RawRow) {
        let number = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let when = self.when(raw.when);
        if let Some(uses) = self.dictionaries.uses.get_mut(raw.profile as usize) {
            *uses += 1;
        }
        self.units.push(raw.unit.0);
        let RawRow { profile, words, title, count, .. } = raw;
        self.rows.push(Row { when, profile, words, title, count, row: number });
    }

    /// The columns. Titles are alike when their numbers are.
    pub fn finish(self) -> Columns {
        let last = self.rows.iter().map(|row| row.title).max().unwrap_or(0);
        let columns = self.file();
        let _ = columns.dictionaries.folded.set((0..=last).collect());
        columns
    }

    fn when(&mut self, when: Option<Span>) -> u32 {
        let Some(days) = when.map(Days::of) else { return UNDATED };
        if let Some(day) = plain(days.from).filter(|_| days.from == days.to) {
            return u32::from(day) + 1;
        }
        let (number, is_new) = self.spans.number(days);
        if is_new {
            self.dictionaries.spans.push(days);
        }
        FIRST_SPAN.saturating_add(number)
    }

    fn file(self) -> Columns {
        let order = by_unit(&self.units, self.tree.len());
        let mut filing = Filing::new(&self.dictionaries, self.rows.len());
        let mut rows: Vec<Row> = Vec::new();
        for pair in order.starts.windows(2) {
            let [from, to] = pair else { continue };
            let numbers = order.rows.get(*from as usize..*to as usize).unwrap_or_default();
            rows.clear();
            rows.extend(numbers.iter().filter_map(|number| self.rows.get(*number as usize)));
            filing.unit(&mut rows);
        }
        let Filing { starts, plain, odd_starts, odd, .. } = filing;
        let nodes = Rc::new(Nodes::of(&self.tree));
        Columns { tree: self.tree, nodes, starts, plain, odd_starts, odd, dictionaries: self.dictionaries }
    }
}

/// See [`Columns::new`].
pub(super) fn of(facts: &Facts) -> Columns {
    let mut builder = ColumnsBuilder::new(&facts.roster);
    let mut titles = Texts::new();
    titles.number("");
    let mut first_rows = vec![0];
    for (number, row) in (0..).zip(&facts.activities) {
        let title = if row.title.trim().is_empty() { 0 } else { titles.number(&row.title) };
        if title as usize == first_rows.len() {
            first_rows.push(number);
        }
        let profile = builder.profile(row.kind, &row.tags, row.status, row.relevant, row.origin.table);
        let words = builder.words(&row.channel, &row.audience);
        builder.push(RawRow { unit: row.unit, when: row.when, profile, words, title, count: row.count });
    }
    let mut columns = builder.file();
    columns.dictionaries.titles = first_rows;
    columns
}

/// The numbers of folded titles. The folded form of no title is no title.
pub(super) fn fold(facts: &Facts, titles: &[u32]) -> Vec<u32> {
    let text = |row: &u32| facts.activities.get(*row as usize).map_or("", |row| row.title.as_str());
    let folded: Vec<String> = titles
        .iter()
        .enumerate()
        .map(|(number, row)| if number == 0 { String::new() } else { title::fold(text(row)) })
        .collect();
    let mut known = Texts::new();
    known.number("");
    folded.iter().map(|folded| known.number(folded)).collect()
}

/// Rows by unit, in the order of the facts.
struct ByUnit {
    starts: Vec<u32>,
    rows: Vec<u32>,
}

/// A counting sort.
fn by_unit(units: &[u32], known: usize) -> ByUnit {
    let mut starts = vec![0_u32; known + 1];
    for unit in units {
        if let Some(count) = starts.get_mut(*unit as usize + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut next = starts.clone();
    let mut rows = vec![0_u32; sum as usize];
    for (number, unit) in (0..).zip(units) {
        let Some(at) = next.get_mut(*unit as usize) else { continue };
        if let Some(row) = rows.get_mut(*at as usize) {
            *row = number;
        }
        *at += 1;
    }
    ByUnit { starts, rows }
}

/// Units filed so far.
struct Filing<'d> {
    dictionaries: &'d Dictionaries,
    starts: Vec<u32>,
    plain: Plain,
    odd_starts: Vec<u32>,
    odd: Vec<Row>,
}

impl<'d> Filing<'d> {
    fn new(dictionaries: &'d Dictionaries, rows: usize) -> Self {
        Self { dictionaries, starts: vec![0], plain: Plain::with_capacity(rows), odd_starts: vec![0], odd: Vec::new() }
    }

    /// The rows of the next unit.
    fn unit(&mut self, rows: &mut [Row]) {
        let copies = self.copies(rows);
        for row in rows.iter() {
            let is_copy = copies.binary_search(&row.row).is_ok();
            if is_copy || !self.plain.take(row) {
                self.odd.push(*row);
            }
        }
        self.starts.push(length(&self.plain.days));
        self.odd_starts.push(length(&self.odd));
    }

    /// Numbers of rows that equal another one, rising.
    fn copies(&self, rows: &[Row]) -> Vec<u32> {
        let mut titled: Vec<_> =
            rows.iter().filter(|row| row.title != 0).map(|row| (self.likeness(row), row.row)).collect();
        titled.sort_unstable();
        let alike = titled.chunk_by(|(one, _), (other, _)| one == other).filter(|alike| alike.len() > 1);
        let mut copies: Vec<u32> = alike.flatten().map(|(_, row)| *row).collect();
        copies.sort_unstable();
        copies
    }

    /// As [`Dictionaries::likeness`], packed.
    fn likeness(&self, row: &Row) -> (u32, u32, u8, u32, u32) {
        let dictionaries = self.dictionaries;
        (row.title, row.when, dictionaries.kind(row.profile), dictionaries.channel(row.words), row.count)
    }
}

impl Plain {
    fn with_capacity(rows: usize) -> Self {
        Self {
            days: Vec::with_capacity(rows),
            profiles: Vec::with_capacity(rows),
            counts: Vec::with_capacity(rows),
            words: Vec::with_capacity(rows),
            titles: Vec::with_capacity(rows),
            rows: Vec::with_capacity(rows),
        }
    }

    /// Does the row fit the narrow columns? Then it is filed.
    fn take(&mut self, row: &Row) -> bool {
        let is_day = (1..FIRST_SPAN).contains(&row.when);
        let day = row.when.checked_sub(1).filter(|_| is_day).and_then(|day| u16::try_from(day).ok());
        let (Some(day), Ok(profile), Ok(count)) = (day, u16::try_from(row.profile), u8::try_from(row.count)) else {
            return false;
        };
        self.days.push(day);
        self.profiles.push(profile);
        self.counts.push(count);
        self.words.push(row.words);
        self.titles.push(row.title);
        self.rows.push(row.row);
        true
    }
}

fn length<T>(column: &[T]) -> u32 {
    u32::try_from(column.len()).unwrap_or(u32::MAX)
}

fn profile(kind: ActivityKind, tags: &Tags, status: Status, relevant: Relevance, table: u32) -> Activity {
    let bare = Activity::bare(UnitIndex(u32::MAX), kind, Origin { table, row: 0 });
    Activity { tags: tags.clone(), status, relevant, ..bare }
}
