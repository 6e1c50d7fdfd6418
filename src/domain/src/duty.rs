//! Until when something has to be handed in.

use crate::SubmissionKind;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// "trước ngày …".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyDeadline {
    /// Kind of submission that fulfils it.
    pub submission: SubmissionKind,
    /// The day named.
    pub day: DutyDay,
    /// Is the day itself still in time?
    pub inclusive: bool,
    /// A day off moves it to the next working day.
    pub next_working_day: bool,
}

/// The day a duty names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DutyDay {
    /// Once. Opens on the plan's first day; period = the year of the day named.
    Once(NaiveDate),
    /// Each year on this month and day. Opens on 1 January.
    Yearly(u32, u32),
}
