//! The suggested agenda as the page shows it.

use crate::{Agenda, Peak, SuggestedChoice, SuggestionBook, UnitLine};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The agenda of a unit and all below it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaSlice {
    /// The agenda.
    pub agenda: Agenda,
    /// What each item is about, in the order of [`Agenda::items`]: places in `book`.
    pub topics: Vec<SuggestedChoice>,
    /// What the plan offers to choose from.
    pub book: SuggestionBook,
    /// The units it names.
    pub units: Vec<UnitLine>,
    /// What is known of the days it lies in.
    pub days: Vec<DayLine>,
    /// Anniversaries that the plan does not name.
    pub anchors: Vec<Peak>,
    /// Activities done so far in the year shown, by month (1 to 12).
    pub done: BTreeMap<u32, u32>,
}

/// A day of the calendar on which something speaks against an activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayLine {
    /// The day.
    pub date: NaiveDate,
    /// What speaks against it.
    pub off: DayOff,
}

/// Why nothing is suggested on a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayOff {
    /// A public holiday, or a day that the Government took off for another: its name.
    Holiday(String),
    /// The week of Tết.
    Tet,
    /// The user wants it free.
    Blackout,
}
