//! A superior's form and templates of columns: given, handed to the worker when an answer is wanted, and saved.

use super::files::Given;
use super::{Desk, text};
use crate::state::{Action, FormEvent, OrderFile, State};
use domain::FormOrder;
use protocol::{FormPurpose, Request};
use std::rc::Rc;
use yew::prelude::*;

impl Desk {
    /// Takes a form.
    pub(crate) fn take_form(&self, files: Vec<web_sys::File>) {
        let given = files.into_iter().map(Given::new).last();
        if let Some(file) = self.shelf.put(given.into_iter().collect()).pop() {
            self.tell.dispatch(Action::Form(FormEvent::Given(file)));
        }
    }

    /// Takes a template of columns.
    pub(crate) fn take_order(&self, files: &[web_sys::File]) {
        let Some(file) = files.last() else { return };
        let (desk, name) = (self.clone(), file.name());
        text::read_text(file, move |text| desk.lint_order(name, text));
    }

    /// Has the worker check a template of columns.
    pub(super) fn lint_order(&self, name: String, text: Option<String>) {
        let order = |order| self.tell.dispatch(Action::Form(FormEvent::Order(Some(order))));
        match text {
            None => order(OrderFile::Unreadable(name)),
            Some(text) if !FormOrder::is_told_by(&text) => order(OrderFile::NotOne(name)),
            Some(text) => {
                order(OrderFile::Checking(name.clone()));
                self.link.send(&Request::Lint { name, text }, &[]);
            }
        }
    }

    /// Has the worker write the filled form.
    pub(crate) fn save_form(&self, state: &State) {
        self.ask_form(state, FormPurpose::Save);
    }

    fn ask_form(&self, state: &State, purpose: FormPurpose) {
        let (Some((job, wish)), Some(form)) = (state.form_wish(), &state.form) else { return };
        let request = Request::FillForm { job, wish: Box::new(wish), purpose };
        self.link.send(&request, &self.shelf.handles(std::slice::from_ref(&form.file)));
    }

    /// Lets go of every file that the state does not name.
    pub(super) fn keep_only_held(&self, state: &State) {
        let other = state.other.iter().flat_map(|other| other.files.iter());
        let form = state.form.iter().map(|form| &form.file);
        self.shelf.keep_only(state.files.iter().chain(other).chain(form));
    }
}

/// Asks about the form whenever its answer is missing.
#[hook]
pub(super) fn use_form(state: &UseReducerHandle<State>, desk: &Rc<Desk>) {
    let (asker, held) = (Rc::clone(desk), state.clone());
    use_effect_with(state.unread_form(), move |unread| {
        if unread.is_some() {
            asker.ask_form(&held, FormPurpose::Look);
        }
    });
}
