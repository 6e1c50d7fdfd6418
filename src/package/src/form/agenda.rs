//! The suggested agenda, in the form it has in `assessment.json`.

use report::json::{ItemEntry, UnreachableEntry};
use report::{Subject, Words};
use serde::Serialize;

/// What to do when, and what can no longer be reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Suggested {
    items: Vec<ItemEntry>,
    unreachable: Vec<UnreachableEntry>,
}

/// The agenda of `subject`.
pub(crate) fn agenda(subject: &Subject<'_>, words: &Words<'_>) -> Suggested {
    let late = &subject.agenda.unreachable;
    Suggested {
        items: subject.agenda.items.iter().map(|item| ItemEntry::new(subject, words, item)).collect(),
        unreachable: late.iter().map(|late| UnreachableEntry::new(subject, &late.need)).collect(),
    }
}
