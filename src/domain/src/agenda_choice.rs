//! What the user settled about single items of an agenda, and what an agenda says about days: why this one, what was
//! not possible.

use crate::{AgendaItem, Closes, ItemKind, Need, Span, UnitIndex};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What an item is known by from one planning to the next, whatever its day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ItemKey {
    /// Who; `None` for a province-wide share.
    pub unit: Option<UnitIndex>,
    /// What.
    pub kind: ItemKind,
    /// The gaps it closes, sorted.
    pub closes: Vec<Closes>,
    /// Which of several alike, from 1.
    pub number: u32,
}

impl AgendaItem {
    /// What the item is known by.
    pub fn key(&self) -> ItemKey {
        ItemKey { unit: self.unit, kind: self.kind, closes: self.closes.clone(), number: self.number }
    }
}

/// An item that keeps the day the user gave it, even a day off; the others are planned around it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Pin {
    /// The item.
    pub key: ItemKey,
    /// Its day.
    pub date: NaiveDate,
}

/// A pin that could not be kept; its item, if there still is one, is planned as the others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LostPin {
    /// The pin.
    pub pin: Pin,
    /// Why.
    pub problem: PinProblem,
}

/// Why a pin could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PinProblem {
    /// Nothing needed has this key any more, or it was a last resort ([`DayReason::LastResort`]).
    NoSuchItem,
    /// On that day the item would not close all of its gaps.
    OutsideWindow,
    /// The same item is pinned to another day or dropped.
    Contradicted,
}

/// Which of the equal parts of its window an item is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct WindowPart {
    /// From 1.
    pub number: u32,
    /// How many items share the window.
    pub of: u32,
}

/// Why an item has its day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayReason {
    /// The user chose it.
    Pinned,
    /// What is handed in may go on the last safe working day.
    LastSafeDay,
    /// No other day of the window is possible.
    OnlyDay,
    /// It is on a peak of the plan, or near one.
    Peak {
        /// The peak's id.
        id: String,
        /// Days between; 0 = on the peak.
        days: u32,
        /// The part of the window it is in.
        part: WindowPart,
    },
    /// It spreads what is to be done over its window.
    Part(WindowPart),
    /// Every day that suits it better is full.
    Moved {
        /// The first of the days that would suit it best.
        from: NaiveDate,
        /// The part of the window it was meant for.
        part: WindowPart,
    },
    /// It was moved to meet a wish about several items ([`Wish`]).
    Wish(Wish),
    /// It closes what no other activity of the plan could any more, on the best day that was left.
    LastResort,
}

/// What is tried about several items together, after their number and capacity are settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// No unit acts twice on one day.
    OwnDay,
    /// A week lies between two items of one kind and unit.
    WeekApart,
    /// A team that visits a place finds more than one unit there on that day.
    SharedVisit,
}

/// A need that stays open although it has possible days.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OpenGap {
    /// The need.
    pub need: Need,
    /// How many are still missing after all items of the agenda.
    pub left: u32,
    /// Why.
    pub reason: OpenReason,
}

/// Why a need stays open although it has possible days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenReason {
    /// The user dropped an item.
    Dropped,
    /// Its days are full ([`Shortfall`]).
    Full,
}

/// More is wanted within some days than they can hold: these are all the days that count, and they are all full.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Shortfall {
    /// What is full.
    pub full: Vec<FullDays>,
    /// Activities that can be held there only; those pinned are not counted.
    pub wanted: u32,
    /// How many of them the full days hold.
    pub capacity: u32,
}

impl Shortfall {
    /// So many find no day.
    pub fn missing(&self) -> u32 {
        self.wanted.saturating_sub(self.capacity)
    }

    /// The least capacity a day that could do, were it the same on all the full days.
    pub fn needed_a_day(&self) -> u32 {
        let days: u32 = self.full.iter().map(|full| full.days).sum();
        self.wanted.div_ceil(days.max(1))
    }
}

/// Days on which no more can be held.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FullDays {
    /// Where.
    pub place: FullPlace,
    /// From the first to the last of them; days off may lie between.
    pub span: Span,
    /// How many days of the span they are.
    pub days: u32,
    /// What they hold together, without what is pinned.
    pub capacity: u32,
}

/// Whose capacity is used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FullPlace {
    /// That of the whole scope.
    Scope,
    /// That of the trainers of a place; `None`: of those who serve what is asked of no single unit.
    Place(Option<UnitIndex>),
}

/// What is known about an agenda's being the best.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// No agenda closes more, and none that closes as much has fewer items.
    #[default]
    Best,
    /// There may be a better one: windows cross or nest where days are full, or too many kinds can stand in for others.
    NotProved,
}
