//! The typed table as part of the page: when its lines are read, and for which unit new ones are.

use super::{Changed, Stage, State};
use crate::choice::Rerun;
use crate::entry::{EntryEvent, UnitNames};
use crate::route::{Route, UnitKey, UnitView};
use domain::{Finding, UnitLine};
use protocol::JobId;
use std::rc::Rc;

/// The units by name, and the assessment that knew them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Named {
    pub(super) job: JobId,
    /// The names.
    pub(crate) names: Rc<UnitNames>,
}

impl State {
    /// Is there anything to read?
    pub(crate) fn has_input(&self) -> bool {
        !self.files.is_empty() || self.entry.used() > 0
    }

    /// The units by name, once they have come.
    pub(crate) fn unit_names(&self) -> Option<&Rc<UnitNames>> {
        self.names.as_ref().map(|named| &named.names)
    }

    pub(super) fn enter(&mut self, event: EntryEvent) -> Changed {
        let names = self.unit_names().map(Rc::clone);
        let before = self.entry.clone();
        // The calendar stays, and shows the new state once it has come.
        let held = matches!(event, EntryEvent::Held(_));
        let then = match event {
            EntryEvent::Used => Some(self.after_entry()),
            EntryEvent::Withdrawn => Some(Route::Data),
            _ => None,
        };
        Rc::make_mut(&mut self.entry).make(event, names.as_deref());
        match then {
            _ if held => {
                self.want(Rerun::Assess);
                Changed::Yes
            }
            Some(route) => self.read_entered(route),
            None if before == self.entry => Changed::No,
            None => Changed::Yes,
        }
    }

    /// Lines that were typed for a unit lead back to it.
    fn after_entry(&self) -> Route {
        match &self.route {
            Route::Entry(Some(key)) => Route::Unit(UnitView::of(key.clone())),
            _ => Route::Data,
        }
    }

    fn read_entered(&mut self, route: Route) -> Changed {
        if !self.has_input() {
            return self.cancel();
        }
        self.open(route);
        self.read_anew()
    }

    pub(super) fn proved(&mut self, version: u32, findings: Vec<Finding>) -> Changed {
        // What came too late changes nothing.
        if Rc::make_mut(&mut self.entry).proved(version, findings) { Changed::Yes } else { Changed::No }
    }

    pub(super) fn roster_came(&mut self, job: JobId, units: &[UnitLine]) -> Changed {
        if job != self.shown_job() {
            return Changed::No;
        }
        self.asked.remove(&protocol::SliceName::Roster);
        let names = Rc::new(UnitNames::new(units));
        Rc::make_mut(&mut self.entry).know(&names);
        self.names = Some(Named { job, names });
        self.preset_unit();
        Changed::Yes
    }

    /// The typed table, opened for a unit: blank lines are for it.
    pub(super) fn preset_unit(&mut self) {
        let Route::Entry(Some(key)) = &self.route else { return };
        let Some(names) = self.unit_names().map(Rc::clone) else { return };
        let unit = self.id_of(key).and_then(|id| names.with_id(&id).cloned());
        if let Some(unit) = unit {
            Rc::make_mut(&mut self.entry).preset(&unit);
        }
    }

    fn id_of(&self, key: &UnitKey) -> Option<String> {
        match (key, &self.stage) {
            (UnitKey::Shipped(id), _) => Some(id.clone()),
            (UnitKey::Number(unit), Stage::Ready(assessed)) => assessed.line_of(*unit).map(|line| line.id),
            (UnitKey::Number(_), _) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::{CellName, Column};
    use crate::route::Address;
    use crate::state::{Action, FileLine, Give, OpenedProject, Source};
    use domain::{EnteredRow, Life, NaiveDate, Options, UnitIndex, UnitKind, UnitSource};
    use protocol::{Reply, Slice, SliceName};
    use yew::Reducible;

    fn page() -> Rc<State> {
        Rc::new(State::new(Address::default(), NaiveDate::from_ymd_opt(2024, 10, 16).unwrap()))
    }

    fn typed(page: Rc<State>, title: &str) -> Rc<State> {
        let line = page.entry.lines().iter().find(|line| !line.is_started()).unwrap().id;
        let cell = CellName { line, column: Column::Title };
        page.reduce(Action::Entered(EntryEvent::Typed(cell, title.to_owned())))
    }

    fn used(page: Rc<State>) -> Rc<State> {
        page.reduce(Action::Entered(EntryEvent::Used))
    }

    fn given(page: Rc<State>, give: Give, names: &[&str]) -> Rc<State> {
        let line = |(number, name): (u32, &&str)| FileLine { number, name: (*name).to_owned() };
        let files = (0..).zip(names).map(line).collect();
        page.reduce(Action::FilesGiven { files, give, source: Source::Own, as_of: None })
    }

    fn units(page: Rc<State>) -> Rc<State> {
        let [id, name, parent] = ["hiep", "Xã Vĩnh Hòa Hiệp", ""].map(str::to_owned);
        let (kind, source, life) = (UnitKind::Commune, UnitSource::Shipped, Life::default());
        let slice =
            Box::new(Slice::Roster(vec![UnitLine { unit: UnitIndex(0), id, name, parent, kind, source, life }]));
        page.reduce(Action::Replied(Reply::Slice { job: JobId::default(), name: SliceName::Roster, slice }))
    }

    #[test]
    fn typed_lines_are_read_without_any_file() {
        let reading = used(typed(page(), "a"));
        assert!(matches!(&reading.stage, Stage::Reading(progress) if progress.of == 1));
        assert_eq!((reading.run.is_some(), &reading.route), (true, &Route::Data));
    }

    #[test]
    fn nothing_is_read_before_the_lines_are_used_or_after_they_are_withdrawn() {
        let typed = typed(page(), "a");
        assert_eq!(typed.run, None);
        let withdrawn = used(typed).reduce(Action::Entered(EntryEvent::Withdrawn));
        assert_eq!((withdrawn.run, &withdrawn.stage, withdrawn.entry.count()), (None, &Stage::Start, 1));
    }

    #[test]
    fn lines_typed_for_a_unit_are_for_it_and_lead_back_to_it() {
        let key = UnitKey::Shipped("hiep".to_owned());
        let opened = page().reduce(Action::Opened(Route::Entry(Some(key.clone()))));
        let named = units(opened);
        assert_eq!(named.entry.lines().first().unwrap().row.unit_id, "hiep");
        assert_eq!(used(typed(named, "a")).route, Route::Unit(UnitView::of(key)));
    }

    #[test]
    fn other_files_leave_the_lines_in_their_table_but_not_in_the_results() {
        let both = given(used(typed(page(), "a")), Give::Add, &["a.csv"]);
        assert_eq!(both.entry.used(), 1);
        let other = given(both, Give::Replace, &["b.csv"]);
        assert_eq!((other.entry.used(), other.entry.count()), (0, 1));
        let cancelled = used(other).reduce(Action::Cancelled);
        assert_eq!((cancelled.entry.used(), cancelled.entry.count(), cancelled.has_input()), (0, 1, false));
    }

    #[test]
    fn a_late_answer_about_older_lines_changes_nothing() {
        let first = typed(page(), "a");
        let number = first.entry.version();
        let second = typed(first, "b");
        let late = Action::Replied(Reply::Proved { number, findings: Vec::new() });
        assert!(Rc::ptr_eq(&second, &Rc::clone(&second).reduce(late)));
    }

    #[test]
    fn a_project_takes_the_place_of_everything() {
        let before = given(used(typed(page(), "mine")), Give::Add, &["a.csv"]);
        let row = EnteredRow { title: "x".to_owned(), ..EnteredRow::default() };
        let options = Box::new(Options { year: Some(2023), ..Options::default() });
        let files = vec![FileLine { number: 9, name: "p.xlsx".to_owned() }];
        let opened =
            before.reduce(Action::ProjectOpened(OpenedProject { files: files.clone(), rows: vec![row], options }));
        assert_eq!((&opened.files, opened.options.year), (&files, Some(2023)));
        assert_eq!(opened.entry.used_rows().iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), ["x"]);
        assert!(matches!(&opened.stage, Stage::Reading(progress) if progress.of == 2));
    }

    #[test]
    fn reading_tells_the_place_of_a_file_and_of_files_within_an_archive() {
        let reading = given(page(), Give::Add, &["a.csv", "b.zip", "b.zipper.csv"]);
        for (file, place) in [("a.csv", 1), ("b.zip/x.xlsx", 2), ("b.zip", 2), ("b.zipper.csv", 3)] {
            let job = reading.run.unwrap().job;
            let progress = Reply::Progress { job, file: file.to_owned(), done: 1.0, total: 2.0, rows: 1 };
            let told = Rc::clone(&reading).reduce(Action::Replied(progress));
            let Stage::Reading(progress) = &told.stage else { panic!() };
            assert_eq!((progress.place, progress.of), (place, 3), "{file}");
            assert!((progress.over_all() - (f64::from(place) - 0.5) / 6.0).abs() < 1e-9);
        }
    }
}
