//! The rows of a sheet, compact: four bytes a cell, in blocks, so that a growing sheet is never copied as a whole.
//!
//! It decides how cells lie in memory: side by side where a row is full, with their columns where it has gaps. It knows
//! no meaning of a row.

use crate::grid::Value;
use crate::pool::{Pool, Symbol};
use domain::Arrange;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// Rows a block.
const BLOCK: usize = 4096;

/// One row as a reader gives it, with at least one cell that is not empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct SparseRow {
    /// 1-based.
    pub(crate) number: u32,
    pub(crate) cells: Vec<(u32, Value)>,
}

/// All rows of a sheet, top to bottom; none is without cells.
#[derive(Clone, Debug, Default)]
pub(crate) struct SheetRows {
    pool: Pool,
    blocks: Vec<Block>,
    length: usize,
    last_number: u32,
    is_jumbled: bool,
    draft: Vec<(u32, Symbol)>,
}

// INVARIANT: every block but the last is full.
#[derive(Clone, Debug, Default)]
struct Block {
    heads: Vec<Head>,
    words: Vec<u32>,
}

/// A row's number, and where its words begin in the block.
#[derive(Clone, Copy, Debug)]
struct Head {
    number: u32,
    start: u32,
}

impl Block {
    fn like(last: Option<&Self>) -> Self {
        let words = last.map_or(0, |last| last.words.len() + last.words.len() / 16);
        Self { heads: Vec::with_capacity(if last.is_some() { BLOCK } else { 0 }), words: Vec::with_capacity(words) }
    }

    /// The first word says where the cells begin and how they follow: one a word from there, or each after its column.
    fn push(&mut self, number: u32, cells: &[(u32, Symbol)]) {
        let (Some((first, _)), Some((last, _))) = (cells.first(), cells.last()) else { return };
        let start = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.heads.push(Head { number, start });
        let width = (last - first) as usize + 1;
        if width > cells.len() * 2 {
            self.words.push(first << 1 | 1);
            cells.iter().for_each(|(column, symbol)| self.words.extend([*column, symbol.to_bits()]));
            return;
        }
        self.words.push(first << 1);
        let mut next = *first;
        for (column, symbol) in cells {
            self.words.extend((next..*column).map(|_| Symbol::EMPTY.to_bits()));
            self.words.push(symbol.to_bits());
            next = column + 1;
        }
    }

    fn row(&self, place: usize) -> Option<(u32, Words<'_>)> {
        let head = self.heads.get(place)?;
        let end = self.heads.get(place + 1).map_or(self.words.len(), |next| next.start as usize);
        Some((head.number, Words(self.words.get(head.start as usize..end)?)))
    }
}

impl SheetRows {
    /// Adds a row of texts as they were typed, from the first column on; returns how many of them say something.
    pub(crate) fn push_typed<'a>(&mut self, number: u32, texts: impl Iterator<Item = &'a str>) -> usize {
        let mut draft = std::mem::take(&mut self.draft);
        draft.clear();
        draft.extend((0..).zip(texts.map(|text| self.pool.typed(text))).filter(|(_, symbol)| !symbol.is_empty()));
        self.push(number, &draft);
        self.draft = draft;
        self.draft.len()
    }

    /// The symbol of a value, for [`SheetRows::push`].
    pub(crate) fn intern(&mut self, value: Value) -> Symbol {
        self.pool.intern(value)
    }

    /// Adds a row; its cells are sorted by column, and none is empty.
    pub(crate) fn push(&mut self, number: u32, cells: &[(u32, Symbol)]) {
        if cells.is_empty() {
            return;
        }
        self.is_jumbled |= self.length > 0 && number <= self.last_number;
        self.last_number = number;
        if self.length.is_multiple_of(BLOCK) {
            let next = Block::like(self.blocks.last());
            self.blocks.push(next);
        }
        if let Some(block) = self.blocks.last_mut() {
            block.push(number, cells);
        }
        self.length += 1;
    }

    /// Number of the last row.
    pub(crate) fn last_number(&self) -> u32 {
        self.last_number
    }

    /// All rows are there. Some programs write them out of order: they are sorted, and the first of two cells at one
    /// place stays.
    pub(crate) fn finished(mut self) -> Arc<Self> {
        if self.is_jumbled {
            self.sort();
        }
        self.pool.seal();
        self.draft = Vec::new();
        Arc::new(self)
    }

    fn sort(&mut self) {
        let cells = |row: SheetRow<'_>| (row.number, row.symbols().collect::<Vec<_>>());
        let mut rows: Vec<(u32, Vec<(u32, Symbol)>)> = self.all().iter().map(cells).collect();
        rows.arrange_by_key(|(number, _)| *number);
        rows.dedup_by(|(next, more), (number, cells)| {
            let is_same = next == number;
            if is_same {
                cells.append(more);
            }
            is_same
        });
        self.blocks = Vec::new();
        self.length = 0;
        for (number, mut cells) in rows {
            cells.arrange_by_key(|(column, _)| *column);
            cells.dedup_by_key(|(column, _)| *column);
            self.push(number, &cells);
        }
    }

    /// Puts symbols into cells that are still empty, each given by place of the row and column.
    pub(crate) fn fill(&mut self, mut cells: Vec<(usize, u32, Symbol)>) {
        cells.arrange_by_key(|(place, column, _)| (*place, *column));
        let mut rest = cells.as_slice();
        while let Some((place, ..)) = rest.first() {
            let number = place / BLOCK;
            let (own, others) = rest.split_at(rest.partition_point(|(place, ..)| place / BLOCK == number));
            if let Some(block) = self.blocks.get_mut(number) {
                *block = filled(block, own, number * BLOCK);
            }
            rest = others;
        }
    }

    /// Number of rows.
    pub(crate) fn len(&self) -> usize {
        self.length
    }

    /// The row at this place, from 0.
    pub(crate) fn get(&self, place: usize) -> Option<SheetRow<'_>> {
        let (number, words) = self.blocks.get(place / BLOCK)?.row(place % BLOCK)?;
        Some(SheetRow { number, words, pool: &self.pool })
    }

    /// All of them.
    pub(crate) fn all(&self) -> RowSlice<'_> {
        RowSlice { rows: self, from: 0, to: self.length }
    }

    /// Those at these places, as far as there are any.
    pub(crate) fn range(&self, places: Range<usize>) -> RowSlice<'_> {
        self.all().range(places)
    }

    /// Puts other texts in the place of those that `change` has an answer for.
    pub(crate) fn rewrite(&mut self, change: impl Fn(&str) -> Option<String>) {
        self.pool.rewrite(change);
    }

    pub(crate) fn pool(&self) -> &Pool {
        &self.pool
    }
}

impl FromIterator<SparseRow> for SheetRows {
    fn from_iter<I: IntoIterator<Item = SparseRow>>(rows: I) -> Self {
        let mut all = Self::default();
        for SparseRow { number, cells } in rows {
            let mut cells: Vec<_> = cells.into_iter().map(|(column, value)| (column, all.intern(value))).collect();
            cells.retain(|(_, symbol)| !symbol.is_empty());
            cells.sort_by_key(|(column, _)| *column);
            cells.dedup_by_key(|(column, _)| *column);
            all.push(number, &cells);
        }
        all
    }
}

/// The block with more cells; `start` is the place of its first row.
fn filled(block: &Block, cells: &[(usize, u32, Symbol)], start: usize) -> Block {
    let mut more = Block::default();
    let mut rest = cells;
    for place in 0..block.heads.len() {
        let Some((number, words)) = block.row(place) else { break };
        let (own, others) = rest.split_at(rest.partition_point(|(at, ..)| *at <= start + place));
        let mut row: Vec<(u32, Symbol)> = words.symbols().collect();
        for (_, column, symbol) in own {
            if let Err(at) = row.binary_search_by_key(column, |(column, _)| *column) {
                row.insert(at, (*column, *symbol));
            }
        }
        more.push(number, &row);
        rest = others;
    }
    more
}

/// Rows that follow each other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RowSlice<'s> {
    rows: &'s SheetRows,
    from: usize,
    to: usize,
}

impl<'s> RowSlice<'s> {
    pub(crate) fn len(self) -> usize {
        self.to - self.from
    }

    pub(crate) fn get(self, place: usize) -> Option<SheetRow<'s>> {
        (place < self.len()).then(|| self.rows.get(self.from + place)).flatten()
    }

    pub(crate) fn first(self) -> Option<SheetRow<'s>> {
        self.get(0)
    }

    pub(crate) fn iter(self) -> impl DoubleEndedIterator<Item = SheetRow<'s>> + Clone {
        (self.from..self.to).filter_map(|place| self.rows.get(place))
    }

    /// Those at these places, counted from the first of these.
    pub(crate) fn range(self, places: Range<usize>) -> Self {
        let to = (self.from + places.end).min(self.to);
        Self { from: (self.from + places.start).min(to), to, ..self }
    }

    /// The number of rows at the start for which it holds; it holds for none after them.
    pub(crate) fn partition_point(self, holds: impl Fn(SheetRow<'s>) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = (low + high) / 2;
            if self.get(middle).is_some_and(&holds) { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// The first, and those after it.
    pub(crate) fn split_first(self) -> Option<(SheetRow<'s>, Self)> {
        Some((self.first()?, self.range(1..self.len())))
    }

    /// The last, and those before it.
    pub(crate) fn split_last(self) -> Option<(SheetRow<'s>, Self)> {
        let last = self.len().checked_sub(1)?;
        Some((self.get(last)?, self.range(0..last)))
    }
}

/// One row with its cells.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SheetRow<'s> {
    /// 1-based.
    pub(crate) number: u32,
    words: Words<'s>,
    pool: &'s Pool,
}

impl<'s> SheetRow<'s> {
    /// Cells that are not empty.
    pub(crate) fn len(self) -> usize {
        self.words.symbols().count()
    }

    /// The cells that are not empty, each with its column.
    pub(crate) fn cells(self) -> impl DoubleEndedIterator<Item = (u32, Cow<'s, Value>)> {
        self.words.symbols().map(move |(column, symbol)| (column, self.pool.value(symbol)))
    }

    /// What a symbol of this sheet stands for.
    pub(crate) fn value(self, symbol: Symbol) -> Cow<'s, Value> {
        self.pool.value(symbol)
    }

    pub(crate) fn symbols(self) -> impl DoubleEndedIterator<Item = (u32, Symbol)> + use<'s> {
        self.words.symbols()
    }

    /// The first cell.
    pub(crate) fn first(self) -> Option<(u32, Cow<'s, Value>)> {
        self.cells().next()
    }

    /// What stands in a column; `None` = nothing.
    pub(crate) fn get(self, column: u32) -> Option<Cow<'s, Value>> {
        let symbol = self.symbol(column);
        (!symbol.is_empty()).then(|| self.pool.value(symbol))
    }

    pub(crate) fn symbol(self, column: u32) -> Symbol {
        self.words.symbol(column)
    }

    pub(crate) fn last_column(self) -> u32 {
        self.symbols().next_back().map_or(0, |(column, _)| column)
    }
}

/// The cells of a row as they lie in memory: see [`Block::push`].
#[derive(Clone, Copy, Debug)]
struct Words<'s>(&'s [u32]);

impl<'s> Words<'s> {
    fn symbol(self, column: u32) -> Symbol {
        let Some((first, words)) = self.0.split_first() else { return Symbol::EMPTY };
        let found = if first & 1 == 0 {
            column.checked_sub(first >> 1).and_then(|at| words.get(at as usize))
        } else {
            let (pairs, _) = words.as_chunks::<2>();
            let at = pairs.binary_search_by_key(&column, |[column, _]| *column).ok();
            at.and_then(|at| pairs.get(at)).map(|[_, bits]| bits)
        };
        found.map_or(Symbol::EMPTY, |bits| Symbol::from_bits(*bits))
    }

    fn symbols(self) -> Symbols<'s> {
        match self.0.split_first() {
            Some((first, words)) if first & 1 == 0 => Symbols { column: first >> 1, full: words, pairs: &[] },
            Some((_, words)) => Symbols { column: 0, full: &[], pairs: words.as_chunks().0 },
            None => Symbols { column: 0, full: &[], pairs: &[] },
        }
    }
}

/// Cells that are not empty, with their columns: of a full row, or of one with gaps.
#[derive(Clone, Copy, Debug)]
struct Symbols<'s> {
    /// Of the first of `full`.
    column: u32,
    full: &'s [u32],
    pairs: &'s [[u32; 2]],
}

impl Iterator for Symbols<'_> {
    type Item = (u32, Symbol);

    fn next(&mut self) -> Option<(u32, Symbol)> {
        while let Some((bits, rest)) = self.full.split_first() {
            let found = (self.column, Symbol::from_bits(*bits));
            self.full = rest;
            self.column += 1;
            if !found.1.is_empty() {
                return Some(found);
            }
        }
        let ([column, bits], rest) = self.pairs.split_first()?;
        self.pairs = rest;
        Some((*column, Symbol::from_bits(*bits)))
    }
}

impl DoubleEndedIterator for Symbols<'_> {
    fn next_back(&mut self) -> Option<(u32, Symbol)> {
        while let Some((bits, rest)) = self.full.split_last() {
            let found = (self.column + rest.len() as u32, Symbol::from_bits(*bits));
            self.full = rest;
            if !found.1.is_empty() {
                return Some(found);
            }
        }
        let ([column, bits], rest) = self.pairs.split_last()?;
        self.pairs = rest;
        Some((*column, Symbol::from_bits(*bits)))
    }
}

#[cfg(test)]
mod tests;
