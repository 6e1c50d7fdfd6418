//! A project file of the user's: opened in the place of everything, and named when it is saved.

use super::{Changed, FileLine, Progress, Source, Stage, State, Steps};
use crate::route::Route;
use crate::views::matrix::search::fold;
use domain::{EnteredRow, Options};
use std::rc::Rc;

/// What a project file holds; `effects` keeps the files themselves.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OpenedProject {
    /// The files.
    pub(crate) files: Vec<FileLine>,
    /// Rows typed in.
    pub(crate) rows: Vec<EnteredRow>,
    /// What was chosen.
    pub(crate) options: Box<Options>,
}

impl State {
    /// The name under which a project file is saved: what it is about, and the day.
    pub(crate) fn project_name(&self) -> String {
        let scope = self.assessed().and_then(|assessed| assessed.summary.scope.as_ref());
        let about = scope.map(|unit| slug(&unit.name)).filter(|slug| !slug.is_empty());
        let about = about.map_or_else(String::new, |slug| format!("{slug}-"));
        format!("doi-chieu-{about}{}.doichieu.json", self.today)
    }

    pub(super) fn project_opened(&mut self, project: OpenedProject) -> Changed {
        let options = project.options.clone();
        self.open(Route::Data);
        self.take_over(project);
        self.saved(&options)
    }

    /// Puts a project in the place of everything; where we are stays.
    pub(super) fn take_over(&mut self, project: OpenedProject) -> Changed {
        let OpenedProject { files, rows, options } = project;
        let before = std::mem::replace(&mut self.options, *options);
        self.ask_plan_anew(&before);
        self.steps = Steps::default();
        self.files = files;
        self.source = Source::Own;
        self.tried.clear();
        let entry = std::mem::take(Rc::make_mut(&mut self.entry));
        self.entry = Rc::new(entry.opened(rows));
        if self.has_input() {
            return self.read_anew();
        }
        self.forget_results(Stage::Start);
        self.run = None;
        Changed::Yes
    }

    pub(super) fn reading_begins(&self) -> Stage {
        Stage::Reading(Progress { of: self.inputs(), ..Progress::default() })
    }

    /// Number of files that are read together, the typed table among them.
    fn inputs(&self) -> u32 {
        let typed = u32::from(self.entry.used() > 0);
        u32::try_from(self.files.len()).unwrap_or(u32::MAX).saturating_add(typed)
    }

    /// The place of a file among those that are read, from 1; files inside an archive stand at its place.
    pub(super) fn place_of(&self, file: &str) -> u32 {
        let is_it = |line: &&FileLine| {
            file.strip_prefix(line.name.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let place = self.files.iter().position(|line| is_it(&line)).unwrap_or(self.files.len());
        u32::try_from(place + 1).unwrap_or(u32::MAX)
    }
}

fn slug(name: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { ' ' };
    let spaced: String = fold(name).chars().map(plain).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_name_of_a_file_holds_nothing_that_a_disk_refuses() {
        for (name, plain) in [("Xã Vĩnh Hòa Hiệp", "xa-vinh-hoa-hiep"), ("../a:b\\c?", "a-b-c"), ("***", "")] {
            assert_eq!(slug(name), plain);
        }
    }
}
