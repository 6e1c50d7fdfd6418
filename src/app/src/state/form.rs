//! A superior's form that is filled in place, and a template of columns of the user's own.
//!
//! What was chosen about a form belongs to its file and lives in this sitting only.

use super::{Changed, FileLine, State, set, weighing};
use crate::choice::Choice;
use crate::route::{ReportView, Route};
use crate::views::reports::decide::Asked;
use domain::{FormChoice, FormPreview, FormProblem, FormWish, FormWishes, PlanProblem, ProblemWeight, RowColumn};
use protocol::JobId;
use std::rc::Rc;

/// A form.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SuperiorForm {
    /// Its file; `effects` holds the handle by number.
    pub(crate) file: FileLine,
    /// What the user said about it.
    pub(crate) wishes: FormWishes,
    /// What the worker said last.
    pub(crate) answer: Option<FormAnswer>,
}

/// An answer and its question.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FormAnswer {
    /// The question.
    pub(crate) to: (JobId, FormWish),
    /// What goes where, or why nothing does.
    pub(crate) said: Result<Rc<FormPreview>, FormProblem>,
}

/// Something happens to a form, or to a template of columns.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum FormEvent {
    /// A form was chosen.
    Given(FileLine),
    /// A column holds this; `None` = what its header says.
    Means(u32, Option<RowColumn>),
    /// The values of these cells may be replaced …
    Replace(Vec<String>),
    /// … or that of this one not.
    Keep(String),
    /// The form is put away.
    Closed,
    /// What became of a template; `None` = it has been read.
    Order(Option<OrderFile>),
}

/// A template of columns that is not in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum OrderFile {
    /// It is being checked.
    Checking(String),
    /// Something is wrong with it.
    Refused(String, Rc<Vec<PlanProblem>>),
    /// It is no text.
    Unreadable(String),
    /// It is something else.
    NotOne(String),
}

impl State {
    /// What the worker is to say about the form; `None` = nothing, or not now.
    pub(crate) fn form_wish(&self) -> Option<(JobId, FormWish)> {
        let (Some(form), Route::Report(view)) = (&self.form, &self.route) else { return None };
        let job = self.assessed().filter(|_| !self.is_renewing())?.job;
        let Some(Asked::Report { kind, unit }) = self.report_asked(view) else { return None };
        let FileLine { number, name } = form.file.clone();
        Some((job, FormWish { number, name, kind, unit, wishes: form.wishes.clone() }))
    }

    /// The same, unless it has been said.
    pub(crate) fn unread_form(&self) -> Option<(JobId, FormWish)> {
        let wish = self.form_wish()?;
        let answered = self.form.as_ref().and_then(|form| form.answer.as_ref());
        (!answered.is_some_and(|answer| answer.to == wish)).then_some(wish)
    }

    pub(super) fn form(&mut self, event: FormEvent) -> Changed {
        match event {
            FormEvent::Given(file) => {
                set(&mut self.form, Some(SuperiorForm { file, wishes: FormWishes::default(), answer: None }))
            }
            FormEvent::Closed => set(&mut self.form, None),
            FormEvent::Order(order) => {
                if order.is_some() && !matches!(self.route, Route::Report(_)) {
                    self.open(Route::Report(ReportView::default()));
                }
                set(&mut self.order_file, order)
            }
            FormEvent::Means(column, holds) => self.wish(|wishes| {
                match holds {
                    Some(holds) => wishes.holds.insert(column, holds),
                    None => wishes.holds.remove(&column),
                };
            }),
            FormEvent::Replace(cells) => self.wish(|wishes| wishes.replace.extend(cells)),
            FormEvent::Keep(cell) => self.wish(|wishes| {
                wishes.replace.remove(&cell);
            }),
        }
    }

    fn wish(&mut self, change: impl FnOnce(&mut FormWishes)) -> Changed {
        let Some(form) = &mut self.form else { return Changed::No };
        let mut wishes = form.wishes.clone();
        change(&mut wishes);
        set(&mut form.wishes, wishes)
    }

    /// An answer to another question than the present one changes nothing.
    pub(super) fn form_came(
        &mut self,
        job: JobId,
        wish: FormWish,
        said: Result<Box<FormPreview>, FormProblem>,
    ) -> Changed {
        let to = (job, wish);
        if self.form_wish().as_ref() != Some(&to) {
            return Changed::No;
        }
        let Some(form) = &mut self.form else { return Changed::No };
        form.answer = Some(FormAnswer { to, said: said.map(Rc::from) });
        Changed::Yes
    }

    /// A form that a worker died of is not read again by itself.
    pub(super) fn form_lost(&mut self) {
        if self.unread_form().is_some() {
            self.form = None;
        }
    }

    /// The answer about an earlier template changes nothing.
    pub(super) fn order_linted(&mut self, name: String, text: String, problems: Vec<PlanProblem>) -> Changed {
        if self.order_file != Some(OrderFile::Checking(name.clone())) {
            return Changed::No;
        }
        if weighing(&problems, ProblemWeight::Error) > 0 {
            self.order_file = Some(OrderFile::Refused(name, Rc::new(problems)));
            return Changed::Yes;
        }
        self.order_file = None;
        let choice = Choice::Form(FormChoice::Own { name, text });
        self.choose(|options| choice.make(options));
        // Columns that stand in the address would hide those of the file.
        if let Route::Report(view) = &mut self.route {
            view.columns.clear();
        }
        Changed::Yes
    }
}
