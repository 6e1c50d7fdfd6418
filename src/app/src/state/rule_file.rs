//! A rule file of the user's own: given, checked, and put in force if nothing in it is wrong.

use super::{Changed, OrderFile, State, set};
use crate::choice::Choice;
use crate::route::Route;
use domain::{PlanChoice, PlanProblem, ProblemWeight};
use std::rc::Rc;

/// How far a rule file has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RuleFile {
    /// It is being checked.
    Checking {
        /// Its name.
        name: String,
    },
    /// It was checked; without errors it is in force.
    Checked {
        /// Its name.
        name: String,
        /// What was found.
        problems: Rc<Vec<PlanProblem>>,
    },
    /// It is no text.
    Unreadable {
        /// Its name.
        name: String,
    },
}

/// Something that happens to a rule file before the worker has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RuleFileEvent {
    /// It was given.
    Given(String),
    /// It is no text.
    Unreadable(String),
    /// The report was read.
    Closed,
}

/// How many problems of this weight.
pub(crate) fn weighing(problems: &[PlanProblem], weight: ProblemWeight) -> u32 {
    u32::try_from(problems.iter().filter(|problem| problem.weight == weight).count()).unwrap_or(u32::MAX)
}

impl State {
    pub(super) fn rule_file(&mut self, event: RuleFileEvent) -> Changed {
        match event {
            RuleFileEvent::Given(name) => {
                self.rule_file = Some(RuleFile::Checking { name });
                self.open(Route::Plan);
                Changed::Yes
            }
            RuleFileEvent::Unreadable(name) => set(&mut self.rule_file, Some(RuleFile::Unreadable { name })),
            RuleFileEvent::Closed => set(&mut self.rule_file, None),
        }
    }

    /// The answer about an earlier file changes nothing.
    pub(super) fn linted(&mut self, name: String, text: String, problems: Vec<PlanProblem>) -> Changed {
        if self.rule_file != Some(RuleFile::Checking { name: name.clone() }) {
            return self.order_linted(name, text, problems);
        }
        let sound = weighing(&problems, ProblemWeight::Error) == 0;
        self.rule_file = Some(RuleFile::Checked { name: name.clone(), problems: Rc::new(problems) });
        if sound {
            let choice = Choice::Plan(PlanChoice::Own { name, text });
            self.choose(|options| choice.make(options));
        }
        Changed::Yes
    }

    /// A check that nobody will answer any more is forgotten.
    pub(super) fn forget_check(&mut self) {
        if matches!(self.rule_file, Some(RuleFile::Checking { .. })) {
            self.rule_file = None;
        }
        if matches!(self.order_file, Some(OrderFile::Checking(_))) {
            self.order_file = None;
        }
    }
}
