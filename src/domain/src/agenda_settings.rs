//! What the user may choose about the days of an agenda. `Default` is what an office would do, with no limit to what
//! trainers can do in a day.

use crate::Span;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Days of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week(u8);

impl Week {
    /// The week of offices and schools.
    pub const MONDAY_TO_FRIDAY: Self = Self(0b001_1111);
    /// For those who meet after work, too.
    pub const EVERY_DAY: Self = Self(0b111_1111);

    /// The same week with `weekday` added.
    pub fn with(self, weekday: Weekday) -> Self {
        Self(self.0 | 1 << weekday.num_days_from_monday())
    }

    /// The same week with `weekday` taken out.
    pub fn without(self, weekday: Weekday) -> Self {
        Self(self.0 & !(1 << weekday.num_days_from_monday()))
    }

    /// Does `day` fall on one of its days?
    pub fn contains(self, day: NaiveDate) -> bool {
        self.0 & 1 << day.weekday().num_days_from_monday() != 0
    }
}

/// Months of a year, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Months {
    /// First, 1 to 12.
    pub from: u32,
    /// Last, 1 to 12.
    pub to: u32,
}

impl Months {
    /// Does `day` fall in one of them?
    pub fn contains(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day.month())
    }
}

/// Days around the first day of the lunar year on which nothing is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TetBreak {
    /// Days before it.
    pub days_before: u64,
    /// Days after it.
    pub days_after: u64,
}

impl TetBreak {
    /// Does `day` fall in the break around `first`?
    pub fn contains(self, first: NaiveDate, day: NaiveDate) -> bool {
        let distance = (day - first).num_days();
        let reach = if distance < 0 { self.days_before } else { self.days_after };
        distance.unsigned_abs() <= reach
    }
}

/// Days whose being a holiday is announced and not yet law (24/11, Ngày Văn hóa Việt Nam).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UncertainHolidays {
    /// Working days, as the law stands.
    #[default]
    Work,
    /// Days off.
    Off,
}

/// Whether the plan's peaks attract dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeakPreference {
    /// Choose days on or near a peak where a window has some.
    #[default]
    Prefer,
    /// Spread evenly, whatever the peaks.
    Ignore,
}

/// The user's choices about days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CalendarSettings {
    /// When offices, schools and bodies act.
    pub office_week: Week,
    /// When hamlets act.
    pub resident_week: Week,
    /// Days of the week that are liked; the others are still possible where the weeks above allow them.
    pub liked_week: Week,
    /// When schools are empty.
    pub school_break: Months,
    /// The break around Tết.
    pub tet: TetBreak,
    /// What to make of days that may become holidays.
    pub uncertain: UncertainHolidays,
    /// Whether peaks attract dates.
    pub peaks: PeakPreference,
    /// Peaks of the plan that attract nothing, by id.
    pub peaks_off: BTreeSet<String>,
    /// Anniversaries that the plan does not name and that attract dates all the same, by id.
    pub anchors: BTreeSet<String>,
    /// Days on which nothing is suggested.
    pub blackouts: Vec<Span>,
    /// Activities that the trainers of one place can hold in a day; `None` = as many as are needed.
    pub place_capacity: Option<u32>,
    /// Activities that the whole scope can hold in a day; `None` = as many as are needed.
    pub day_capacity: Option<u32>,
    /// Activities more than needed in each quarter that a window touches, in case one falls through.
    pub spare_per_quarter: u32,
    /// Working days before a report is due that are kept free if possible.
    pub days_free_before_reports: u32,
    /// Units of one place that a team likes to visit on one day; 1 = no such wish.
    pub visits_per_team: u32,
}

impl Default for CalendarSettings {
    fn default() -> Self {
        Self {
            office_week: Week::MONDAY_TO_FRIDAY,
            resident_week: Week::MONDAY_TO_FRIDAY,
            liked_week: Week::EVERY_DAY,
            school_break: Months { from: 6, to: 8 },
            // The Prime Minister's yearly choice of days and swaps lay inside this in each year from 2022 to 2026.
            tet: TetBreak { days_before: 3, days_after: 6 },
            uncertain: UncertainHolidays::default(),
            peaks: PeakPreference::default(),
            peaks_off: BTreeSet::new(),
            anchors: BTreeSet::new(),
            blackouts: Vec::new(),
            place_capacity: None,
            day_capacity: None,
            spare_per_quarter: 0,
            days_free_before_reports: 3,
            visits_per_team: 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_that_were_saved_come_back_and_new_ones_have_their_defaults() {
        let settings = CalendarSettings {
            office_week: Week::MONDAY_TO_FRIDAY.with(Weekday::Sat),
            peaks_off: BTreeSet::from(["women-day".to_owned()]),
            blackouts: vec![Span::day(NaiveDate::from_ymd_opt(2026, 5, 4).unwrap())],
            place_capacity: Some(2),
            ..CalendarSettings::default()
        };
        let saved = serde_json::to_string(&settings).unwrap();
        assert_eq!(serde_json::from_str::<CalendarSettings>(&saved).unwrap(), settings);
        assert_eq!(serde_json::from_str::<CalendarSettings>("{}").unwrap(), CalendarSettings::default());
    }
}
