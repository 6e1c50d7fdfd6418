//! A rule tried with numbers of one's own, as the plan screen shows it.

use crate::{ActivityKind, Explanation, Period, UnitKind};
use serde::{Deserialize, Serialize};

/// What is tried.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TryOut {
    /// Target or duty id.
    pub rule: String,
    /// Code of the period; empty = the one that fits the day.
    pub period: String,
    /// What was entered, in the order of the fields; empty = nobody entered anything yet.
    pub entries: Vec<String>,
}

/// Something to enter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TryField {
    /// So many activities of these kinds.
    Activities(Vec<ActivityKind>),
    /// So many people reached.
    People,
    /// So many percent of them women.
    WomenPercent,
    /// So many members of the register do what is asked …
    Members,
    /// … of so many.
    AllMembers,
    /// What the survey found in the year that is compared with.
    BaseValue(i32),
    /// What the survey found.
    Value,
    /// Is it ticked? `1` = yes.
    Ticked,
    /// The day on which it was handed in, `YYYY-MM-DD`; empty = not at all.
    HandedIn,
}

/// A rule tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TryOutSlice {
    /// What was tried, with what was left open filled in.
    pub tried: TryOut,
    /// Kind of the unit that is imagined; `None` = the whole province is judged.
    pub unit: Option<UnitKind>,
    /// What can be entered.
    pub fields: Vec<TryField>,
    /// Periods that can be chosen.
    pub periods: Vec<Period>,
    /// What came out.
    pub outcome: TryOutcome,
}

/// What came out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TryOutcome {
    /// The verdict of the engine, as it stands when the period is over.
    Judged(Box<Explanation>),
    /// The entry of this field (from 0) is not what it has to be.
    Unreadable(usize),
    /// The plan in force gives no verdict on this rule: it is switched off, or has no day.
    NotJudged,
}
