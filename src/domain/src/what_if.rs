//! What-if: edits tried on top of the facts, and the verdicts they turn. The facts themselves never change.
//!
//! The order of edits means nothing. Rows are named by their place in the facts as they were read, whatever other edits
//! do. A row that one edit leaves out stays out, wherever another moves it; of two moves of one row the later days hold.
//! An edit that names no row or no unit changes nothing, nor does an activity on days on which its unit did not live: no
//! table could bring it either. A row moved to such days is left out.

use crate::{ActivityKind, Bilingual, Span, State, UnitIndex, UnitKind, UnitLine, Verdict};
use serde::{Deserialize, Serialize};

/// One edit tried on top of the facts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// Activities that one unit would hold.
    Add {
        /// Who.
        unit: UnitIndex,
        /// What kind.
        kind: ActivityKind,
        /// When.
        when: Span,
        /// How many.
        count: u32,
        /// Marks.
        tags: Vec<String>,
    },
    /// A row left out.
    Remove {
        /// Index into [`crate::Facts::activities`].
        row: u32,
    },
    /// A row on other days.
    Move {
        /// Index into [`crate::Facts::activities`].
        row: u32,
        /// When instead.
        to: Span,
    },
    /// The same for every unit of a kind: "every commune posts one more item each month".
    Programme(Programme),
}

/// The same for every unit of some kinds, again and again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Programme {
    /// Units of these kinds …
    pub kinds: Vec<UnitKind>,
    /// … at or under this unit; `None` = all.
    pub under: Option<UnitIndex>,
    /// What kind of activity.
    pub kind: ActivityKind,
    /// How many each time.
    pub count: u32,
    /// How often. It is held on the last day of each month, quarter, half or year that lies in `days`.
    pub every: Every,
    /// Within these days.
    pub days: Span,
    /// Marks.
    pub tags: Vec<String>,
}

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    /// Each month.
    Month,
    /// Each quarter.
    Quarter,
    /// Each half year.
    Half,
    /// Each year.
    Year,
}

/// A verdict that the edits turn, or whose figures they change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedVerdict {
    /// As the facts have it.
    pub before: Verdict,
    /// As it would be.
    pub after: Verdict,
}

/// The what-if screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhatIfSlice {
    /// The edits tried.
    pub edits: Vec<Edit>,
    /// How many verdicts would turn from one state to another, by target.
    pub turned: Vec<TurnedLine>,
    /// Verdicts whose state would turn: the first thousand, by target, period and unit.
    pub changed: Vec<ChangedVerdict>,
    /// Verdicts whose figures would change while the state stays.
    pub figures_only: u32,
    /// The units that `changed` and `edits` name.
    pub units: Vec<UnitLine>,
}

/// So many verdicts of a target would turn from one state to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TurnedLine {
    /// Target or share id.
    pub target: String,
    /// Its label.
    pub label: Bilingual,
    /// As the facts have it.
    pub from: State,
    /// As it would be.
    pub to: State,
    /// How many.
    pub count: u32,
}
