//! The table that the user types: its lines, what was typed last, and which of its lines the results hold.
//!
//! It understands no date, number or unit: intake does, and its findings come back line by line. Nothing typed is ever
//! lost without a way back.

mod columns;
mod event;
mod history;
mod hold;
mod paste;
mod proof;
mod units;

pub(crate) use columns::Column;
pub(crate) use event::EntryEvent;
pub(crate) use paste::has_cells;
pub(crate) use proof::Told;
pub(crate) use units::{UnitName, UnitNames, proper};

use domain::{ActivityKind, EnteredRow, Finding, Language};
use history::History;
use proof::Proof;
use std::rc::Rc;
use wording::Say;

/// The name under which the lines are read, and by which evidence names them.
pub(crate) const FILE_NAME: &str = "Nhập trực tiếp";

/// Lines of an empty table.
const FEWEST: usize = 5;

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its number in this sitting: it never names another line.
    pub(crate) id: u32,
    /// What was typed.
    pub(crate) row: EnteredRow,
}

impl Line {
    /// A line that only names a unit says nothing yet.
    pub(crate) fn is_started(&self) -> bool {
        Column::ALL.iter().any(|column| *column != Column::Unit && !column.of(&self.row).trim().is_empty())
    }
}

impl Line {
    /// A row that leaves its kind to be guessed may count for nothing.
    pub(crate) fn lacks_kind(&self) -> bool {
        self.is_started() && self.row.kind.trim().is_empty()
    }
}

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CellName {
    /// The line's number.
    pub(crate) line: u32,
    /// The column.
    pub(crate) column: Column,
}

/// The table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    // INVARIANT: the last line is not started; there are at least `FEWEST` lines.
    lines: Vec<Rc<Line>>,
    used: Vec<Rc<Line>>,
    kept: Vec<Rc<Line>>,
    history: History,
    proof: Proof,
    next: u32,
    version: u32,
    told: Option<Told>,
    goal: Option<(u32, CellName)>,
}

impl Default for Entry {
    fn default() -> Self {
        let mut entry = Self {
            lines: Vec::new(),
            used: Vec::new(),
            kept: Vec::new(),
            history: History::default(),
            proof: Proof::default(),
            next: 0,
            version: 0,
            told: None,
            goal: None,
        };
        entry.fill_up();
        entry
    }
}

impl Entry {
    /// The table of a project file: its lines are both in the results and safe.
    pub(crate) fn opened(self, rows: Vec<EnteredRow>) -> Self {
        let mut entry = self;
        entry.history.remember(&entry.lines, None);
        entry.lines.clear();
        entry.push(rows);
        entry.used = entry.started();
        entry.kept = entry.started();
        entry.told = None;
        entry.changed();
        entry
    }

    /// All lines, the blank ones among them.
    pub(crate) fn lines(&self) -> &[Rc<Line>] {
        &self.lines
    }

    /// Grows with every change of what is typed.
    pub(crate) fn version(&self) -> u32 {
        self.version
    }

    /// What was done last, to be told.
    pub(crate) fn told(&self) -> Option<&Told> {
        self.told.as_ref()
    }

    /// Where the keyboard is to stand; the number tells one wish from the next.
    pub(crate) fn goal(&self) -> Option<(u32, CellName)> {
        self.goal
    }

    /// Can something be taken back?
    pub(crate) fn can_undo(&self) -> bool {
        !self.history.is_empty()
    }

    /// Number of lines with content.
    pub(crate) fn count(&self) -> u32 {
        count(self.lines.iter().filter(|line| line.is_started()))
    }

    /// Number of lines in the results.
    pub(crate) fn used(&self) -> u32 {
        count(self.used.iter())
    }

    /// Do the results hold something else than what stands here?
    pub(crate) fn is_ahead(&self) -> bool {
        self.started() != self.used
    }

    /// Would leaving the page lose something typed?
    pub(crate) fn is_unsaved(&self) -> bool {
        let started = self.started();
        !started.is_empty() && started != self.kept
    }

    /// The lines that the results hold, as they are read.
    pub(crate) fn used_rows(&self) -> Vec<EnteredRow> {
        self.used.iter().map(|line| as_read(&line.row)).collect()
    }

    /// The lines as they stand, as they are read.
    pub(crate) fn rows(&self) -> Vec<EnteredRow> {
        self.started().iter().map(|line| as_read(&line.row)).collect()
    }

    /// The lines as they were typed.
    pub(crate) fn typed_rows(&self) -> Vec<EnteredRow> {
        self.started().iter().map(|line| line.row.clone()).collect()
    }

    /// The number under which a line is read: headers are row 1. Blank lines have none.
    pub(crate) fn row_number(&self, line: u32) -> Option<u32> {
        let started = self.lines.iter().filter(|line| line.is_started());
        (2..).zip(started).find(|(_, started)| started.id == line).map(|(number, _)| number)
    }

    /// What intake finds in a line.
    pub(crate) fn findings(&self, line: u32) -> &[Finding] {
        self.proof.of(line)
    }

    /// Number of lines in which something is to be looked at; `None` = not known yet.
    pub(crate) fn doubtful(&self) -> Option<u32> {
        let is_doubtful = |line: &&Rc<Line>| line.lacks_kind() || self.proof.is_doubtful(line.id);
        self.proof.is_of(self.version).then(|| count(self.lines.iter().filter(is_doubtful)))
    }

    /// Takes the answer to a question about `version` of the lines. An answer about an older one is of no use.
    pub(crate) fn proved(&mut self, version: u32, findings: Vec<Finding>) -> bool {
        let answers = version == self.version;
        if answers {
            self.proof = Proof::new(version, &self.started(), findings);
        }
        answers
    }

    /// Does whatever happened.
    pub(crate) fn make(&mut self, event: EntryEvent, units: Option<&UnitNames>) {
        match event {
            EntryEvent::Typed(cell, text) => self.type_in(cell, &text, units),
            EntryEvent::Pasted(cell, text) => self.paste(cell, &text, units),
            EntryEvent::Duplicated(cell) => self.duplicate(cell),
            EntryEvent::Deleted(cell) => self.delete(cell),
            EntryEvent::Cleared => self.clear(),
            EntryEvent::Undone => self.undo(),
            EntryEvent::Held(row) => self.hold(row),
            EntryEvent::Used => self.used = self.started(),
            EntryEvent::Withdrawn => self.used.clear(),
            EntryEvent::Kept(version) if version == self.version => self.kept = self.started(),
            EntryEvent::Kept(_) => {}
        }
    }

    /// Blank lines are for this unit.
    pub(crate) fn preset(&mut self, unit: &UnitName) {
        for line in self.lines.iter_mut().filter(|line| !line.is_started()) {
            let line = Rc::make_mut(line);
            line.row.unit.clone_from(&unit.label);
            line.row.unit_id.clone_from(&unit.id);
        }
    }

    /// The units have come: what was typed before is looked up.
    pub(crate) fn know(&mut self, units: &UnitNames) {
        let unknown = |line: &&mut Rc<Line>| line.row.unit_id.is_empty() && !line.row.unit.is_empty();
        for line in self.lines.iter_mut().filter(unknown) {
            if let Some(unit) = units.named(&line.row.unit) {
                Rc::make_mut(line).row.unit_id.clone_from(&unit.id);
            }
        }
    }

    fn type_in(&mut self, cell: CellName, text: &str, units: Option<&UnitNames>) {
        self.history.remember(&self.lines, Some(cell));
        if let Some(line) = self.lines.iter_mut().find(|line| line.id == cell.line) {
            set(Rc::make_mut(line), cell.column, text, units);
        }
        self.told = None;
        self.changed();
    }

    fn paste(&mut self, cell: CellName, text: &str, units: Option<&UnitNames>) {
        let Some(first) = self.position(cell.line) else { return };
        self.history.remember(&self.lines, None);
        let cells = paste::cells(text);
        let columns = Column::ALL.iter().skip_while(|column| **column != cell.column);
        let mut cut = cells.iter().any(|row| row.len() > columns.clone().count());
        for (at, row) in (first..).zip(&cells) {
            if at >= EnteredRow::MOST {
                cut = true;
                break;
            }
            while self.lines.len() <= at {
                self.push_blank(None);
            }
            let Some(line) = self.lines.get_mut(at).map(Rc::make_mut) else { break };
            for (column, text) in columns.clone().zip(row) {
                set(line, *column, text, units);
            }
        }
        self.told = Some(Told::Pasted { rows: count(cells.iter()), cut });
        self.changed();
    }

    fn duplicate(&mut self, cell: CellName) {
        let Some(at) = self.position(cell.line).filter(|_| self.lines.len() < EnteredRow::MOST) else { return };
        let Some(row) = self.lines.get(at).map(|line| line.row.clone()) else { return };
        self.history.remember(&self.lines, None);
        let copy = self.line(row);
        let line = copy.id;
        self.lines.insert(at + 1, copy);
        self.aim(CellName { line, ..cell });
        self.changed();
        self.told = self.row_number(line).map(Told::Duplicated);
    }

    fn delete(&mut self, cell: CellName) {
        let Some(at) = self.position(cell.line) else { return };
        self.history.remember(&self.lines, None);
        self.told = Some(Told::Deleted(self.row_number(cell.line)));
        self.lines.remove(at);
        self.changed();
        if let Some(line) = self.lines.get(at).or(self.lines.last()).map(|line| line.id) {
            self.aim(CellName { line, ..cell });
        }
    }

    fn clear(&mut self) {
        self.history.remember(&self.lines, None);
        self.told = Some(Told::Cleared(self.count()));
        self.lines.clear();
        self.changed();
    }

    fn undo(&mut self) {
        let Some((lines, cell)) = self.history.back() else { return };
        self.lines = Rc::unwrap_or_clone(lines);
        self.told = Some(Told::Undone);
        if let Some(cell) = cell {
            self.aim(cell);
        }
        self.changed();
    }

    fn changed(&mut self) {
        self.version += 1;
        self.proof.forget_changed(&self.lines);
        self.fill_up();
    }

    fn fill_up(&mut self) {
        while self.lines.len() < FEWEST || self.lines.last().is_some_and(|line| line.is_started()) {
            self.push_blank(None);
        }
        self.carry_unit();
    }

    /// The blank line below the last that was typed in is, for now, for the same unit.
    fn carry_unit(&mut self) {
        let Some(last) = self.lines.iter().rposition(|line| line.is_started()) else { return };
        let Some(EnteredRow { unit_id, unit, .. }) = self.lines.get(last).map(|line| line.row.clone()) else { return };
        if let Some(below) = self.lines.get_mut(last + 1).filter(|below| below.row.unit.is_empty()) {
            let row = &mut Rc::make_mut(below).row;
            (row.unit_id, row.unit) = (unit_id, unit);
        }
    }

    fn push(&mut self, rows: Vec<EnteredRow>) {
        for row in rows {
            self.push_blank(Some(row));
        }
    }

    fn push_blank(&mut self, row: Option<EnteredRow>) {
        let line = self.line(row.unwrap_or_default());
        self.lines.push(line);
    }

    fn line(&mut self, row: EnteredRow) -> Rc<Line> {
        self.next += 1;
        Rc::new(Line { id: self.next, row })
    }

    fn aim(&mut self, cell: CellName) {
        let number = self.goal.map_or(1, |(number, _)| number + 1);
        self.goal = Some((number, cell));
    }

    fn position(&self, line: u32) -> Option<usize> {
        self.lines.iter().position(|known| known.id == line)
    }

    fn started(&self) -> Vec<Rc<Line>> {
        self.lines.iter().filter(|line| line.is_started()).cloned().collect()
    }
}

fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}

fn set(line: &mut Line, column: Column, text: &str, units: Option<&UnitNames>) {
    column.set(&mut line.row, text);
    if column == Column::Unit {
        let unit = units.and_then(|units| units.named(text));
        line.row.unit_id = unit.map(|unit| unit.id.clone()).unwrap_or_default();
    }
}

/// The words that the list of kinds offers are ours: they travel as codes. Other words are intake's to understand.
fn as_read(row: &EnteredRow) -> EnteredRow {
    let kind = kind_named(&row.kind).map(|kind| kind.code().to_owned());
    EnteredRow { kind: kind.unwrap_or_else(|| row.kind.clone()), ..row.clone() }
}

fn kind_named(words: &str) -> Option<ActivityKind> {
    let is = |kind: &ActivityKind| [Language::Vi, Language::En].iter().any(|language| kind.say(*language) == words);
    ActivityKind::ALL.into_iter().find(is)
}

#[cfg(test)]
mod tests;
