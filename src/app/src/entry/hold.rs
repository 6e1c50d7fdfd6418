//! A line that the calendar writes: an activity that was held.

use super::Entry;
use domain::EnteredRow;
use std::rc::Rc;

impl Entry {
    /// Lines that are still being typed stay out of the results.
    pub(super) fn hold(&mut self, row: EnteredRow) {
        self.history.remember(&self.lines, None);
        let line = self.line(row);
        let after = self.lines.iter().rposition(|line| line.is_started()).map_or(0, |last| last + 1);
        self.lines.insert(after, Rc::clone(&line));
        self.used.push(line);
        self.told = None;
        self.changed();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::{CellName, Column, EntryEvent};

    #[test]
    fn a_held_activity_is_in_the_results_and_what_is_still_typed_is_not() {
        let mut entry = Entry::default();
        let cell = CellName { line: entry.lines()[0].id, column: Column::Title };
        entry.make(EntryEvent::Typed(cell, "Tọa đàm".into()), None);
        let held = EnteredRow { title: "Hội nghị".into(), count: "1".into(), ..EnteredRow::default() };
        entry.make(EntryEvent::Held(held), None);
        let titles = |rows: Vec<EnteredRow>| rows.into_iter().map(|row| row.title).collect::<Vec<_>>();
        assert_eq!(titles(entry.used_rows()), ["Hội nghị"]);
        assert_eq!(titles(entry.rows()), ["Tọa đàm", "Hội nghị"]);
        entry.make(EntryEvent::Undone, None);
        assert_eq!(titles(entry.rows()), ["Tọa đàm"]);
    }
}
