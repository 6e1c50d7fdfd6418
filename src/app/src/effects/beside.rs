//! Another set of files to compare with: given, handed to the worker when it is wanted, and forgotten.

use super::Desk;
use super::files::Given;
use super::projects::{self, Sorted};
use crate::state::{Action, Notice, SetEvent, State};
use protocol::{Request, SetForm};
use std::rc::Rc;
use yew::prelude::*;

impl Desk {
    /// Takes another set of files: tables, or one project.
    pub(crate) fn take_beside(&self, files: Vec<web_sys::File>) {
        let (desk, given) = (self.clone(), files.into_iter().map(Given::new).collect());
        projects::sort(given, move |Sorted { projects, others }| {
            let (files, form) = match projects.len() {
                0 => (others, SetForm::Files),
                1 if others.is_empty() => (projects, SetForm::Project),
                _ => return desk.tell.dispatch(Action::Noticed(Notice::SeveralProjects)),
            };
            let files = desk.shelf.put(files);
            desk.tell.dispatch(Action::OtherSet(SetEvent::Given(files, form)));
        });
    }

    /// Has the worker read the other set, if it has to.
    fn read_beside(&self, state: &State) {
        let (Some((job, set)), Some(other)) = (state.unread_set(), &state.other) else { return };
        let request = Request::ReadBeside { job, set, inputs: self.shelf.inputs(&other.files), form: other.form };
        self.tell.dispatch(Action::OtherSet(SetEvent::Asked(job)));
        self.link.send(&request, &self.shelf.handles(&other.files));
    }

    /// Lets go of the other set.
    pub(crate) fn forget_beside(&self, state: &State) {
        self.tell.dispatch(Action::OtherSet(SetEvent::Closed));
        self.shelf.keep_only(state.files.iter().chain(state.form.as_ref().map(|form| &form.file)));
        self.link.send(&Request::ForgetBeside, &[]);
    }
}

/// Reads the other set whenever the screen lacks it.
#[hook]
pub(super) fn use_other_set(state: &UseReducerHandle<State>, desk: &Rc<Desk>) {
    let (reader, held) = (Rc::clone(desk), state.clone());
    use_effect_with(state.unread_set(), move |_| reader.read_beside(&held));
}
