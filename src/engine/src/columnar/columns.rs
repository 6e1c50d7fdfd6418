//! Activities as columns, unit by unit: what judging asks of a row, in 17 bytes of it.
//!
//! They are built once for a reading of the files. They know no plan and no as-of day, and no text: of a title they
//! keep which other rows have the same one.

mod build;

pub use build::{ColumnsBuilder, RawRow};

use super::days::{Days, FIRST_PLAIN};
use super::members::Nodes;
use super::tree::Tree;
use domain::{Activity, Facts, Text, UnitIndex};
use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

/// Activities as columns.
pub struct Columns {
    pub(crate) tree: Tree,
    pub(crate) nodes: Rc<Nodes>,
    /// Where the plain rows of each unit begin; one more at the end.
    starts: Vec<u32>,
    plain: Plain,
    odd_starts: Vec<u32>,
    odd: Vec<Row>,
    pub(crate) dictionaries: Dictionaries,
}

/// What rows have in common.
pub(crate) struct Dictionaries {
    /// Kind, tags, status, relevance and table of rows; their other fields are blank.
    pub(crate) profiles: Vec<Activity>,
    /// How many rows have each profile.
    pub(crate) uses: Vec<u32>,
    /// Channels and audiences.
    pub(crate) words: Vec<Words>,
    /// Intervals of more than a day, and days that are far away.
    spans: Vec<Days>,
    /// For each title a row that has it; the number 0 is no title.
    titles: Vec<u32>,
    /// For each title the number of its folded form; 0 = it is not a title without its marks.
    folded: OnceCell<Vec<u32>>,
}

/// A channel and an audience.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Words {
    pub(crate) channel: Text,
    pub(crate) audience: Text,
    /// Number of the channel.
    pub(crate) channel_number: u32,
}

/// Rows of one exact day, without a copy, with small numbers: columns of the same length.
#[derive(Default)]
struct Plain {
    days: Vec<u16>,
    profiles: Vec<u16>,
    counts: Vec<u8>,
    words: Vec<u32>,
    titles: Vec<u32>,
    /// Index into [`Facts::activities`].
    rows: Vec<u32>,
}

/// Any row, packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Row {
    when: u32,
    profile: u32,
    words: u32,
    /// 0 = no title.
    title: u32,
    count: u32,
    /// Index into [`Facts::activities`].
    row: u32,
}

/// Any row, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) when: Option<Days>,
    pub(crate) profile: u32,
    pub(crate) words: u32,
    pub(crate) title: u32,
    pub(crate) count: u32,
    pub(crate) row: u32,
}

/// The plain rows of one unit: four columns of the same length.
#[derive(Clone, Copy)]
pub(crate) struct PlainRows<'c> {
    pub(crate) days: &'c [u16],
    pub(crate) profiles: &'c [u16],
    pub(crate) counts: &'c [u8],
    pub(crate) words: &'c [u32],
}

/// How a row writes its date: 0 is none, then come the plain days, then numbers of spans.
const UNDATED: u32 = 0;
const FIRST_SPAN: u32 = 1 + (1 << 16);

impl Columns {
    /// The columns of these facts.
    pub fn new(facts: &Facts) -> Self {
        build::of(facts)
    }

    /// Columns without facts, row by row. What titles are alike is known by their numbers alone.
    pub fn builder(roster: &domain::Roster) -> ColumnsBuilder {
        ColumnsBuilder::new(roster)
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.plain.days.len() + self.odd.len()
    }

    /// Is there no row?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes that the rows take: all but what grows with the units and with the different texts.
    pub fn row_bytes(&self) -> usize {
        self.plain.days.capacity() * 2
            + self.plain.profiles.capacity() * 2
            + self.plain.counts.capacity()
            + (self.plain.words.capacity() + self.plain.titles.capacity() + self.plain.rows.capacity()) * 4
            + self.odd.capacity() * size_of::<Row>()
    }

    pub(crate) fn plain(&self, unit: u32) -> PlainRows<'_> {
        let range = range(&self.starts, unit);
        PlainRows {
            days: self.plain.days.get(range.clone()).unwrap_or_default(),
            profiles: self.plain.profiles.get(range.clone()).unwrap_or_default(),
            counts: self.plain.counts.get(range.clone()).unwrap_or_default(),
            words: self.plain.words.get(range).unwrap_or_default(),
        }
    }

    /// The other rows of a unit.
    pub(crate) fn odd(&self, unit: u32) -> impl Iterator<Item = Seen> + '_ {
        self.odd.get(range(&self.odd_starts, unit)).unwrap_or_default().iter().map(|row| self.read(row))
    }

    pub(crate) fn has_rows(&self, unit: u32) -> bool {
        !range(&self.starts, unit).is_empty() || !range(&self.odd_starts, unit).is_empty()
    }

    /// Does any row carry the tag?
    pub(crate) fn has_tag(&self, tag: &str) -> bool {
        self.dictionaries.profiles.iter().any(|profile| profile.tags.has(tag))
    }

    /// Every row.
    pub(crate) fn all_rows(&self) -> impl Iterator<Item = Seen> + '_ {
        let plain = (0..self.plain.days.len()).filter_map(|at| self.plain.row(at));
        plain.chain(self.odd.iter().copied()).map(|row| self.read(&row))
    }

    /// All rows of a unit, whatever they are.
    pub(crate) fn rows(&self, unit: u32) -> impl Iterator<Item = Seen> + '_ {
        let plain = range(&self.starts, unit).filter_map(|at| self.plain.row(at));
        plain.map(|row| self.read(&row)).chain(self.odd(unit))
    }

    /// Whose row it is.
    pub(crate) fn unit_of(&self, row: u32) -> Option<UnitIndex> {
        let plain = self.plain.rows.iter().position(|number| *number == row).map(|at| (at, &self.starts));
        let odd = || self.odd.iter().position(|odd| odd.row == row).map(|at| (at, &self.odd_starts));
        let (at, starts) = plain.or_else(odd)?;
        let unit = starts.partition_point(|start| *start as usize <= at).checked_sub(1)?;
        u32::try_from(unit).ok().map(UnitIndex)
    }

    fn read(&self, row: &Row) -> Seen {
        let Row { profile, words, title, count, row: number, .. } = *row;
        Seen { when: self.when(row.when), profile, words, title, count, row: number }
    }

    /// The days of a row.
    fn when(&self, when: u32) -> Option<Days> {
        match when {
            UNDATED => None,
            day @ 1..FIRST_SPAN => {
                let day = FIRST_PLAIN + i32::try_from(day - 1).unwrap_or(0);
                Some(Days { from: day, to: day })
            }
            span => self.dictionaries.spans.get((span - FIRST_SPAN) as usize).copied(),
        }
    }
}

impl Plain {
    fn row(&self, at: usize) -> Option<Row> {
        Some(Row {
            when: u32::from(*self.days.get(at)?) + 1,
            profile: u32::from(*self.profiles.get(at)?),
            words: *self.words.get(at)?,
            title: *self.titles.get(at)?,
            count: u32::from(*self.counts.get(at)?),
            row: *self.rows.get(at)?,
        })
    }
}

/// What two rows of one unit must share to be copies: title, date, kind, channel and count.
pub(crate) type Likeness = (u32, Option<Days>, u8, u32, u32);

impl Dictionaries {
    pub(crate) fn likeness(&self, row: &Seen) -> Likeness {
        (row.title, row.when, self.kind(row.profile), self.channel(row.words), row.count)
    }

    fn kind(&self, profile: u32) -> u8 {
        self.profiles.get(profile as usize).map_or(0, |profile| profile.kind as u8)
    }

    fn channel(&self, words: u32) -> u32 {
        self.words.get(words as usize).map_or(0, |words| words.channel_number)
    }

    /// The number of a title's folded form; 0 = none. Folding is dear, so nobody folds before somebody asks.
    pub(crate) fn folded(&self, facts: &Facts, title: u32) -> u32 {
        let folded = self.folded.get_or_init(|| build::fold(facts, &self.titles));
        folded.get(title as usize).copied().unwrap_or(0)
    }
}

/// The unit's part of a column; no part (a range that ends before it begins) if nobody knows the unit.
fn range(starts: &[u32], unit: u32) -> Range<usize> {
    let at = |unit: usize| starts.get(unit).map_or(0, |start| *start as usize);
    let unit = unit as usize;
    at(unit)..at(unit + 1)
}
