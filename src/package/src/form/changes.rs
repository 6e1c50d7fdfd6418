//! What edits would change.

use domain::{Bilingual, ChangedVerdict, State, TurnedLine, Verdict, WhatIfSlice};
use report::json::VerdictEntry;
use report::{ItemWords, Subject, Words};
use serde::Serialize;

/// Verdicts that edits would turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Changes {
    turned: Vec<Turned>,
    changed: Vec<Changed>,
    figures_only: u32,
}

/// So many verdicts of a target would turn from one state to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Turned {
    target: String,
    label: Bilingual,
    from: State,
    to: State,
    count: u32,
}

/// A verdict that would turn. Neither names its rows: what is only tried stands in no table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Changed {
    before: VerdictEntry,
    after: VerdictEntry,
}

/// The changes that were found in the assessment of `subject`.
pub(crate) fn changes(subject: &Subject<'_>, found: WhatIfSlice) -> Changes {
    let without_rows = Words {
        finding: &|_| String::new(),
        decision: &|_| String::new(),
        item: &|_| ItemWords::default(),
        counted: &|_| Vec::new(),
    };
    let entry = |verdict: &Verdict| VerdictEntry::new(subject, &without_rows, verdict);
    let both = |change: &ChangedVerdict| Changed { before: entry(&change.before), after: entry(&change.after) };
    Changes {
        turned: found.turned.into_iter().map(turned).collect(),
        changed: found.changed.iter().map(both).collect(),
        figures_only: found.figures_only,
    }
}

fn turned(TurnedLine { target, label, from, to, count }: TurnedLine) -> Turned {
    Turned { target, label, from, to, count }
}
