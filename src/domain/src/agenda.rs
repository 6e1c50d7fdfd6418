//! What is still missing, and the suggested agenda that would close it.

use crate::{
    ActivityKind, DayReason, ItemKey, LostPin, OpenGap, Period, Proof, Shortfall, Span, UnitIndex, UnitKind, Wish,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A window with a residual: `missing` more activities, in `window`, by `unit`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Need {
    /// Target or duty id.
    pub target: String,
    /// Who must act; `None` for a province-wide share.
    pub unit: Option<UnitIndex>,
    /// The kind of that unit.
    pub unit_kind: UnitKind,
    /// Which window.
    pub period: Period,
    /// The days left: from the day after the as-of day to the window's end.
    pub window: Span,
    /// How many are missing.
    pub missing: u32,
    /// What is missing.
    pub kind: NeedKind,
}

/// What would close a need.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum NeedKind {
    /// An activity of this kind, carrying these tags. One that several targets accept serves them all.
    Activity {
        /// Kinds that count.
        kinds: Vec<ActivityKind>,
        /// Tags any of which makes another kind count, too.
        or_tags: Vec<String>,
        /// Tags that it must carry.
        require_tags: Vec<String>,
        /// Words one of which its channel must hold; empty = any.
        channels: Vec<String>,
        /// Words one of which its audience must hold; empty = any.
        audiences: Vec<String>,
        /// So many people must be reached, in as many activities as it takes ([`Need::missing`] is then 1).
        people: Option<u32>,
    },
    /// A media body that takes up the indicator set.
    Adoption,
    /// A convention to be reviewed first.
    ReviewConvention,
    /// A convention to be amended.
    AmendConvention,
    /// Something to be handed in before the deadline.
    HandIn,
}

/// Preferred days of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Peak {
    /// The plan's id for it.
    pub id: String,
    /// Its name.
    pub label: crate::Bilingual,
    /// First (month, day).
    pub from: (u32, u32),
    /// Last (month, day).
    pub to: (u32, u32),
}

/// What an item of the agenda is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// An activity of this kind.
    Activity(ActivityKind),
    /// A media body takes up the indicator set.
    Adoption,
    /// Review a convention.
    ReviewConvention,
    /// Amend a convention.
    AmendConvention,
    /// Hand in a plan or report.
    HandIn,
}

impl ItemKind {
    /// The word used in output tables.
    pub fn code(self) -> &'static str {
        match self {
            Self::Activity(kind) => kind.code(),
            Self::Adoption => "adoption",
            Self::ReviewConvention => "review_convention",
            Self::AmendConvention => "amend_convention",
            Self::HandIn => "hand_in",
        }
    }
}

/// A gap that an item closes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Closes {
    /// Target or duty.
    pub target: String,
    /// Window.
    pub period: Period,
}

/// The form it has in output tables: `T1:2024`.
impl fmt::Display for Closes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.target, self.period)
    }
}

/// One suggestion: on `date`, `unit` does `kind`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AgendaItem {
    /// The suggested day.
    pub date: NaiveDate,
    /// Who; `None` for a province-wide share.
    pub unit: Option<UnitIndex>,
    /// What.
    pub kind: ItemKind,
    /// Tags the activity should carry (such as `action_month`).
    pub tags: Vec<String>,
    /// Which of several of the same unit, kind and window this is, from 1.
    pub number: u32,
    /// The gaps it closes.
    pub closes: Vec<Closes>,
    /// The first possible day on which it would do.
    pub earliest: NaiveDate,
    /// The last.
    pub latest: NaiveDate,
    /// The peak of the plan it falls on, by id.
    pub peak: Option<String>,
    /// Why this day.
    pub reason: DayReason,
    /// What could not be met for it, sorted.
    pub unmet: Vec<Wish>,
}

/// A need that no allowed day can close any more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Unreachable {
    /// The need.
    pub need: Need,
    /// Why.
    pub reason: UnreachableReason,
}

/// Why a need cannot be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnreachableReason {
    /// No allowed working day is left in the window.
    NoDayLeft,
}

/// The suggested agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    /// By date, then unit, then kind.
    pub items: Vec<AgendaItem>,
    /// What can no longer be reached: listed, never scheduled.
    pub unreachable: Vec<Unreachable>,
    /// What stays open although days are left.
    pub open: Vec<OpenGap>,
    /// Where days are full, if something found none.
    pub shortfalls: Vec<Shortfall>,
    /// Pins that could not be kept.
    pub lost_pins: Vec<LostPin>,
    /// Dropped items that are not needed any more.
    pub lost_drops: Vec<ItemKey>,
    /// Is it the best?
    pub proof: Proof,
}
