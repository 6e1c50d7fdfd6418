//! What one row states before totals are reconciled.

use domain::{Activity, ActivityKind, Relevance, Span, Status, UnitIndex};

/// How a statement stands to others about the same activities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source {
    /// A row of a log: an activity of its own.
    Log,
    /// A figure of a summary: may repeat a log, or finer figures.
    Summary,
    /// A total over other rows or columns.
    Total,
}

/// An activity with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stated {
    /// What is stated.
    pub(crate) activity: Activity,
    /// How.
    pub(crate) source: Source,
    /// 0-based column of the figure.
    pub(crate) column: Option<u32>,
}

impl Stated {
    /// Does it count as done, and for how many days?
    pub(crate) fn done_in(&self) -> Option<Span> {
        self.activity.when.filter(|_| self.activity.status == Status::Done)
    }

    /// May `self`, a finer statement, be part of what `total` states?
    pub(crate) fn is_part_of(&self, total: &Total, over: Span) -> bool {
        let own = &self.activity;
        let same_kind = own.kind == total.kind
            || (total.kind == ActivityKind::ActionMonth && own.tags.iter().any(|tag| tag == "action_month"));
        let certain_enough = own.relevant == Relevance::Yes || total.relevant == Relevance::Unknown;
        own.unit == total.unit && same_kind && certain_enough && self.done_in().is_some_and(|when| when.within(over))
    }
}

/// What a total is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Total {
    /// Whose.
    pub(crate) unit: UnitIndex,
    /// Of what.
    pub(crate) kind: ActivityKind,
    /// How sure it is about gender equality.
    pub(crate) relevant: Relevance,
}
