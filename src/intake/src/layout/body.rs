//! The body of a table: what every row below the header is, and where the table ends.
//!
//! A row is data unless something speaks against it: a section names what follows, a total adds up, a note or a
//! signature is no data. In doubt a row stays data, for a unit without numbers is not a heading.

use super::header::{Header, is_new_header};
use super::marks::{Closing, Reach, closing, total};
use super::outline::{Mark, leading, numbered, whole};
use super::shape::{holds_value, is_date, is_key_row, is_quantity};
use super::steps::Steps;
use super::words::plain;
use crate::fold::{fold, folds_to};
use crate::grid::{Symbol, Value};
use crate::sheet::{RowSlice, Sheet, SheetRow};
use domain::{Gather, Text};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What a row below the header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// Data, with its outline mark.
    Data(Option<Mark>),
    /// Data that adds up others.
    Total(Reach),
    /// Data that adds up the deeper rows below it, and names them.
    Subtotal(Mark),
    /// Names the rows below it.
    Section(Mark),
    /// The header once more, or its row of keys.
    Repeat,
    /// A note, a signature, or a line that belongs to no row.
    Note,
}

/// The lines of one table; `lines[i]` is row `header.body + i`.
pub(crate) struct Body {
    pub(crate) lines: Vec<Line>,
    /// The first row that does not belong to the table.
    pub(crate) end: usize,
}

/// Classifies the rows below a header.
pub(crate) fn body(sheet: &Sheet, header: Header, steps: &mut Steps<'_>) -> Body {
    let end = end(sheet, header, steps);
    let rows = sheet.rows.range(header.body..end);
    let form = Form::of(sheet, header, rows, steps);
    let mut lines = Vec::with_capacity(rows.len());
    let mut is_signed = false;
    for place in 0..rows.len() {
        steps.step();
        let line = form.line(rows, place, is_signed, lines.last());
        is_signed = match line {
            Line::Note => is_signed || rows.get(place).is_some_and(|row| closing_of(row) == Some(Closing::Signature)),
            _ => false,
        };
        lines.push(line);
    }
    drop_trailing_sections(&mut lines);
    Body { lines, end }
}

/// The next header that is not this one again, or the end of the sheet.
fn end(sheet: &Sheet, header: Header, steps: &mut Steps<'_>) -> usize {
    let rows = sheet.rows.all();
    let levels = levels(rows, header);
    let mut has_gap = false;
    for place in header.body..rows.len() {
        steps.step();
        let Some((above, row)) = place.checked_sub(1).and_then(|above| rows.get(above)).zip(rows.get(place)) else {
            break;
        };
        has_gap = row.number > above.number + 1 || (has_gap && above.len() <= 2);
        if is_new_header(rows, place, has_gap) && !levels.iter().any(|level| level.is_again(row)) {
            return place;
        }
        // The same header below a title of its own begins a new table: one table a month, say.
        if levels.first().is_some_and(|level| level.is_again(row)) && place > header.body && is_titled(rows, place) {
            return place;
        }
    }
    rows.len()
}

/// The names of one header row, folded.
struct Level {
    // INVARIANT: sorted by column.
    names: Vec<(u32, String)>,
}

fn levels(rows: RowSlice<'_>, header: Header) -> Vec<Level> {
    let name = |(column, value): (u32, Cow<'_, Value>)| (column, fold(&value.text()));
    let levels = rows.range(header.first..header.last + 1);
    levels.iter().map(|row| Level { names: row.cells().map(name).collect() }).collect()
}

impl Level {
    /// Is the row this header row once more?
    fn is_again(&self, row: SheetRow<'_>) -> bool {
        let first_differs = row.symbols().next().is_none_or(|(column, symbol)| !self.is_named(row, column, symbol));
        let alike = || row.symbols().filter(|(column, symbol)| self.is_named(row, *column, *symbol)).count();
        !first_differs && alike() * 3 >= row.len().max(self.names.len()) * 2
    }

    fn is_named(&self, row: SheetRow<'_>, column: u32, symbol: Symbol) -> bool {
        let at = self.names.binary_search_by_key(&column, |(column, _)| *column);
        let Some((_, name)) = at.ok().and_then(|at| self.names.get(at)) else { return false };
        // A number names a column only where the names are numbers.
        if symbol.whole_number().is_some() && !name.starts_with(|letter: char| letter.is_ascii_digit()) {
            return false;
        }
        matches!(&*row.value(symbol), Value::Text(text) if folds_to(text, name))
    }
}

/// Is there a line of its own between the gap above and this row, which is no signature?
fn is_titled(rows: RowSlice<'_>, place: usize) -> bool {
    let titles = rows.range(0..place).iter().rev().take_while(|row| row.len() <= 2);
    let mut titles = titles.filter(|row| row.cells().any(|(_, value)| value.text().chars().count() > 5));
    titles.next().is_some_and(|row| closing_of(row).is_none() && whole_mark(row).is_none() && total_of(row).is_none())
}

fn whole_mark(row: SheetRow<'_>) -> Option<Mark> {
    row.first().and_then(|(_, value)| whole(&value))
}

fn total_of(row: SheetRow<'_>) -> Option<Reach> {
    let mut labels = row.symbols().filter(|(_, symbol)| mark_at(row, *symbol).is_none()).take(2);
    labels.find_map(|(_, symbol)| text(&row.value(symbol)).and_then(total))
}

/// The mark that a cell is.
fn mark_at(row: SheetRow<'_>, symbol: Symbol) -> Option<Mark> {
    match symbol.whole_number() {
        Some(number) => numbered(number),
        None => whole(&row.value(symbol)),
    }
}

fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

fn is_all_text(row: SheetRow<'_>) -> bool {
    row.cells().all(|(_, value)| matches!(*value, Value::Text(_)))
}

/// Few texts, of which the first or another closes the table.
fn closing_of(row: SheetRow<'_>) -> Option<Closing> {
    if row.len() > 4 || !is_all_text(row) {
        return None;
    }
    let first = row.first().and_then(|(_, value)| text(&value).and_then(closing));
    let mut others = row.cells().skip(1).filter_map(|(_, value)| text(&value).and_then(closing));
    first.or_else(|| others.find(|closing| *closing == Closing::Signature))
}

/// Sections that nothing follows name nothing: they are lines below the table.
fn drop_trailing_sections(lines: &mut [Line]) {
    let is_empty = |line: &&mut Line| matches!(line, Line::Section(_) | Line::Note | Line::Repeat);
    for line in lines.iter_mut().rev().take_while(is_empty) {
        if matches!(line, Line::Section(_)) {
            *line = Line::Note;
        }
    }
}

/// What is usual in this table.
struct Form<'a> {
    sheet: &'a Sheet,
    levels: Vec<Level>,
    /// Named columns, left to right.
    columns: Vec<u32>,
    /// The column that numbers the rows.
    index: Option<u32>,
    /// Is it filled in nearly all full rows?
    is_numbered: bool,
    /// Ranks of marks that full rows carry.
    data_ranks: BTreeSet<u8>,
    /// In full rows, the first column mostly holds values.
    begins_with_values: bool,
    /// How far each row reaches that calls itself a total.
    totals: Vec<Option<Reach>>,
}

impl<'a> Form<'a> {
    fn of(sheet: &'a Sheet, header: Header, rows: RowSlice<'_>, steps: &mut Steps<'_>) -> Self {
        let named: BTreeMap<u32, String> = sheet
            .rows
            .range(header.first..header.last + 1)
            .iter()
            .flat_map(|level| level.cells().map(|(column, value)| (column, plain(&value.text()))))
            .gathered();
        let columns: Vec<u32> = named.keys().copied().collect();
        let is_index = |name: &&str| matches!(*name, "stt" | "tt" | "so tt" | "s t t" | "no" | "so thu tu");
        let index = named.iter().find(|(_, name)| is_index(&name.as_str())).map(|(column, _)| *column);
        let mut form = Self {
            sheet,
            index: index.or_else(|| unnamed_index(columns.first().copied(), rows)),
            levels: levels(sheet.rows.all(), header),
            columns,
            is_numbered: false,
            data_ranks: BTreeSet::new(),
            begins_with_values: false,
            totals: rows.iter().inspect(|_| steps.step()).map(total_of).collect(),
        };
        form.learn(rows);
        form
    }

    fn learn(&mut self, rows: RowSlice<'_>) {
        let (mut full, mut numbered, mut values) = (0, 0, 0);
        let mut ranks = BTreeSet::new();
        let first = self.columns.first().copied().unwrap_or(0);
        let plain = rows.iter().zip(&self.totals).filter(|(_, total)| total.is_none()).map(|(row, _)| row);
        for row in plain.filter(|row| self.is_full(*row)) {
            full += 1;
            numbered += usize::from(self.index.is_some_and(|index| !row.symbol(index).is_empty()));
            values += usize::from(holds_value_at(row, first));
            ranks.extend(self.mark(row).map(|mark| mark.rank));
        }
        self.data_ranks = ranks;
        self.is_numbered = full > 0 && numbered * 5 >= full * 4;
        self.begins_with_values = self.index != Some(first) && values * 2 > full;
    }

    /// Enough cells to be a row of data without doubt.
    fn is_full(&self, row: SheetRow<'_>) -> bool {
        row.len() >= 3 || row.symbols().skip(1).any(|(_, symbol)| holds_value(row, symbol))
    }

    fn line(&self, rows: RowSlice<'_>, place: usize, is_signed: bool, last: Option<&Line>) -> Line {
        let Some(row) = rows.get(place) else { return Line::Note };
        if let Some(line) = self.line_between(row, is_signed, last) {
            return line;
        }
        if let Some(reach) = self.totals.get(place).copied().flatten() {
            return Line::Total(reach);
        }
        let next = rows.get(place + 1);
        if let Some(mark) = self.section(row, next) {
            return Line::Section(mark);
        }
        let mark = self.mark(row);
        if self.is_stray(row, mark) {
            return Line::Note;
        }
        match mark.filter(|mark| self.adds_up(row, *mark, next)) {
            Some(mark) => Line::Subtotal(mark),
            None => Line::Data(mark),
        }
    }

    /// Headers again, notes and signatures.
    fn line_between(&self, row: SheetRow<'_>, is_signed: bool, last: Option<&Line>) -> Option<Line> {
        if row.len() >= 2 && self.levels.iter().any(|level| level.is_again(row)) {
            return Some(Line::Repeat);
        }
        if last == Some(&Line::Repeat) && is_key_row(row) {
            return Some(Line::Repeat);
        }
        let is_marked = || self.index.is_some_and(|index| mark_at(row, row.symbol(index)).is_some());
        if closing_of(row).is_some() && !is_marked() {
            return Some(Line::Note);
        }
        let names_only = || is_all_text(row) && !row.symbols().any(|(_, symbol)| holds_value(row, symbol));
        let goes_on = is_signed && !is_marked() && names_only();
        goes_on.then_some(Line::Note)
    }

    /// The mark of a row: in the column of numbers, or at the start of its first text.
    fn mark(&self, row: SheetRow<'_>) -> Option<Mark> {
        let (column, symbol) = row.symbols().next()?;
        let is_index = self.index == Some(column);
        let mark = is_index.then(|| mark_at(row, symbol)).flatten();
        mark.or_else(|| text(&row.value(symbol)).and_then(leading).map(|(mark, _)| mark))
    }

    fn section(&self, row: SheetRow<'_>, next: Option<SheetRow<'_>>) -> Option<Mark> {
        let (name_column, name) = self.lone_name(row)?;
        let mark = self.mark(row).or_else(|| leading(&name).map(|(mark, _)| mark));
        let bare = Mark { rank: Mark::BARE, ordinal: 0 };
        if self.is_merged_across(row, name_column) {
            return Some(mark.map_or(bare, |mark| self.over_numbers(mark, next)));
        }
        match mark {
            Some(mark) if !self.data_ranks.contains(&mark.rank) => Some(self.over_numbers(mark, next)),
            Some(mark) => next.and_then(|next| self.mark(next)).and_then(|below| {
                let restarts = below.rank == mark.rank && below.ordinal == 1 && mark.rank == Mark::NUMBER;
                match () {
                    () if below.rank > mark.rank => Some(mark),
                    () if restarts => Some(Mark { rank: Mark::OVER_NUMBERS, ..mark }),
                    () => None,
                }
            }),
            None => self.is_out_of_place(name_column).then_some(bare),
        }
    }

    /// The only text of a row that has nothing else but perhaps its mark.
    fn lone_name(&self, row: SheetRow<'_>) -> Option<(u32, Text)> {
        if self.columns.len() < 2 || row.len() > 2 {
            return None;
        }
        let mut cells = row.cells();
        let (column, value) = match (cells.next()?, cells.next()) {
            (lone, None) => lone,
            ((index, mark), Some(second)) if self.index == Some(index) && whole(&mark).is_some() => second,
            _ => return None,
        };
        let name = text(&value).filter(|name| name.contains(char::is_alphabetic) && whole(&value).is_none())?;
        Some((column, name.into()))
    }

    fn over_numbers(&self, mark: Mark, next: Option<SheetRow<'_>>) -> Mark {
        let below = next.and_then(|next| self.mark(next));
        match below {
            Some(below) if mark.rank == Mark::NUMBER && below.rank == Mark::NUMBER && below.ordinal == 1 => {
                Mark { rank: Mark::OVER_NUMBERS, ..mark }
            }
            _ => mark,
        }
    }

    fn is_merged_across(&self, row: SheetRow<'_>, column: u32) -> bool {
        let width = self.sheet.merges.at(row.number, column).map_or(1, |merge| merge.right - merge.left + 1);
        width >= 3 || (width >= 2 && width as usize >= self.columns.len())
    }

    /// A name where rows of data have a number, or without a number although all rows have one.
    fn is_out_of_place(&self, column: u32) -> bool {
        let position = self.columns.iter().position(|named| *named == column);
        match self.index {
            Some(index) if self.is_numbered => column == index || (position <= Some(1) && position.is_some()),
            Some(index) => column == index,
            None => self.begins_with_values && position == Some(0),
        }
    }

    /// A mark alone, or a lone text far from where names stand, left of every named column.
    fn is_stray(&self, row: SheetRow<'_>, mark: Option<Mark>) -> bool {
        let lone = row.first().filter(|_| row.len() == 1 && self.columns.len() >= 2);
        lone.is_some_and(|(column, value)| {
            let is_only_mark = mark.is_some() && whole(&value).is_some() && self.index == Some(column);
            is_only_mark || !self.columns.contains(&column)
        })
    }

    /// A numbered row with counts and no date, above rows of a deeper rank.
    fn adds_up(&self, row: SheetRow<'_>, mark: Mark, next: Option<SheetRow<'_>>) -> bool {
        let is_deeper = next.and_then(|next| self.mark(next)).is_some_and(|below| below.rank > mark.rank);
        is_deeper
            && row.cells().skip(1).any(|(_, value)| is_quantity(&value))
            && !row.cells().any(|(_, value)| is_date(&value))
    }
}

fn holds_value_at(row: SheetRow<'_>, column: u32) -> bool {
    let symbol = row.symbol(column);
    !symbol.is_empty() && holds_value(row, symbol)
}

/// A first column without a name that numbers the rows.
fn unnamed_index(first_named: Option<u32>, rows: RowSlice<'_>) -> Option<u32> {
    let index = first_named?.checked_sub(1)?;
    let sample: Vec<SheetRow<'_>> = rows.iter().filter(|row| row.len() >= 3).take(20).collect();
    let marked = sample.iter().filter(|row| row.get(index).is_some_and(|value| whole(&value).is_some())).count();
    (marked > 0 && marked * 2 > sample.len()).then_some(index)
}
