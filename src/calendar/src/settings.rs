//! What the user may choose about days. `Default` is what an office would do.

use chrono::{Datelike, NaiveDate, Weekday};

/// Days of the week on which something may be held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

    /// Does `day` fall on one of its days?
    pub fn contains(self, day: NaiveDate) -> bool {
        self.0 & 1 << day.weekday().num_days_from_monday() != 0
    }
}

/// Months of a year, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UncertainHolidays {
    /// Working days, as the law stands.
    #[default]
    Work,
    /// Days off.
    Off,
}

/// Whether the plan's peaks attract dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PeakPreference {
    /// Choose days on or near a peak where a window has some.
    #[default]
    Prefer,
    /// Spread evenly, whatever the peaks.
    Ignore,
}

/// The user's choices about days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// When offices, schools and bodies act.
    pub office_week: Week,
    /// When hamlets act.
    pub resident_week: Week,
    /// When schools are empty.
    pub school_break: Months,
    /// The break around Tết.
    pub tet: TetBreak,
    /// What to make of days that may become holidays.
    pub uncertain: UncertainHolidays,
    /// Whether peaks attract dates.
    pub peaks: PeakPreference,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            office_week: Week::MONDAY_TO_FRIDAY,
            resident_week: Week::MONDAY_TO_FRIDAY,
            school_break: Months { from: 6, to: 8 },
            // The Prime Minister's yearly choice of days and swaps lay inside this in each year from 2022 to 2026.
            tet: TetBreak { days_before: 3, days_after: 6 },
            uncertain: UncertainHolidays::default(),
            peaks: PeakPreference::default(),
        }
    }
}
