//! Who may have handed in data: only for them the reference is asked, window by window.

use super::days::Days;
use super::tree::{Paths, Tree};
use crate::judge::Judge;
use domain::{Evidence, Gather, Span, SubmissionKind, UnitIndex};
use std::collections::BTreeSet;

/// Units that a data submission may speak for.
pub(crate) struct Reported {
    may: Vec<bool>,
}

impl Reported {
    pub(crate) fn of(judge: &Judge<'_>, tree: &Tree) -> Self {
        let known = judge.facts.submissions.iter().flatten();
        let data = known.filter(|known| known.kind == SubmissionKind::Data && known.submitted <= judge.as_of);
        let givers: BTreeSet<UnitIndex> = data.map(|known| known.unit).gathered();
        let units = (0..).take(if givers.is_empty() { 0 } else { tree.len() });
        let is_spoken_for = |unit: u32| {
            if tree.is_moving(unit) {
                Paths::of(&judge.facts.roster, unit).all().iter().any(|node| givers.contains(node))
            } else {
                tree.path(unit).any(|node| givers.contains(&UnitIndex(node)))
            }
        };
        Self { may: units.map(is_spoken_for).collect() }
    }

    /// May a data submission speak for the unit?
    pub(crate) fn may(&self, unit: u32) -> bool {
        self.may.get(unit as usize).copied().unwrap_or(false)
    }

    pub(crate) fn evidence(&self, judge: &Judge<'_>, unit: u32, judged: Days, implied: Evidence) -> Evidence {
        let is_reported = |days: Span| judge.is_reported(UnitIndex(unit), days);
        if self.may(unit) && judged.span().is_some_and(is_reported) { Evidence::Reported } else { implied }
    }
}
