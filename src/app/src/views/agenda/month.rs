//! Decides which days a month grid shows and where an arrow key leads. Knows no item and no holiday.

use domain::{NaiveDate, Span};

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Month {
    year: i32,
    month: u32,
}

/// A step in the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// One day back.
    DayBack,
    /// One day on.
    DayOn,
    /// One week back.
    WeekBack,
    /// One week on.
    WeekOn,
    /// One month back, to its first day.
    MonthBack,
    /// One month on, to its first day.
    MonthOn,
}

impl Step {
    /// The step that a key means, by its DOM name.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        match key {
            "ArrowLeft" => Some(Self::DayBack),
            "ArrowRight" => Some(Self::DayOn),
            "ArrowUp" => Some(Self::WeekBack),
            "ArrowDown" => Some(Self::WeekOn),
            "PageUp" => Some(Self::MonthBack),
            "PageDown" => Some(Self::MonthOn),
            _ => None,
        }
    }

    /// Where the step leads; `day` itself at the end of the calendar.
    pub(super) fn taken_from(self, day: NaiveDate) -> NaiveDate {
        let month = Month::of(day);
        match self {
            Self::DayBack => day.pred_opt().unwrap_or(day),
            Self::DayOn => day.succ_opt().unwrap_or(day),
            Self::WeekBack => day.checked_sub_days(chrono::Days::new(7)).unwrap_or(day),
            Self::WeekOn => day.checked_add_days(chrono::Days::new(7)).unwrap_or(day),
            Self::MonthBack => month.previous().first_day().unwrap_or(day),
            Self::MonthOn => month.next().first_day().unwrap_or(day),
        }
    }
}

impl Month {
    /// The month of a day.
    pub(super) fn of(day: NaiveDate) -> Self {
        use chrono::Datelike;
        Self { year: day.year(), month: day.month() }
    }

    /// The twelve months of `year`.
    pub(super) fn all_of(year: i32) -> impl Iterator<Item = Self> {
        (1..=12).map(move |month| Self { year, month })
    }

    /// Its year.
    pub(super) fn year(self) -> i32 {
        self.year
    }

    /// Its number, 1 to 12.
    pub(super) fn number(self) -> u32 {
        self.month
    }

    /// The month before.
    pub(super) fn previous(self) -> Self {
        if self.month == 1 { Self { year: self.year - 1, month: 12 } } else { Self { month: self.month - 1, ..self } }
    }

    /// The month after.
    pub(super) fn next(self) -> Self {
        if self.month == 12 { Self { year: self.year + 1, month: 1 } } else { Self { month: self.month + 1, ..self } }
    }

    /// Its days.
    pub(super) fn days(self) -> Option<Span> {
        Span::month(self.year, self.month)
    }

    /// Its first day.
    pub(super) fn first_day(self) -> Option<NaiveDate> {
        self.days().map(Span::from)
    }

    /// Its weeks from Monday to Sunday, with the days of the neighbours that fill the first and the last.
    pub(super) fn weeks(self) -> Vec<Vec<NaiveDate>> {
        let Some(days) = self.days() else { return Vec::new() };
        let monday = days.from().week(chrono::Weekday::Mon).first_day();
        let filled: Vec<NaiveDate> = monday.iter_weeks().take_while(|start| *start <= days.to()).collect();
        filled.into_iter().map(|start| start.iter_days().take(7).collect()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn november_2024_fills_five_weeks_from_monday_28_october_to_sunday_1_december() {
        let weeks = Month::of(day(2024, 11, 12)).weeks();
        assert_eq!(weeks.len(), 5);
        assert_eq!(weeks[0][0], day(2024, 10, 28));
        assert_eq!(weeks[4][6], day(2024, 12, 1));
    }

    #[test]
    fn every_month_of_ten_years_is_shown_whole_in_weeks_of_seven() {
        for month in (2022..2032).flat_map(Month::all_of) {
            let weeks = month.weeks();
            let days = month.days().unwrap();
            assert!(weeks.iter().all(|week| week.len() == 7));
            assert!(weeks[0].contains(&days.from()) && weeks[weeks.len() - 1].contains(&days.to()), "{month:?}");
        }
    }

    #[test]
    fn months_cross_the_year_in_both_directions() {
        let december = Month::of(day(2024, 12, 31));
        assert_eq!(december.next(), Month::of(day(2025, 1, 1)));
        assert_eq!(december.next().previous(), december);
    }

    #[test]
    fn arrow_keys_move_by_days_and_weeks_and_cross_months() {
        let cases = [
            ("ArrowLeft", day(2024, 10, 31)),
            ("ArrowRight", day(2024, 11, 2)),
            ("ArrowUp", day(2024, 10, 25)),
            ("ArrowDown", day(2024, 11, 8)),
            ("PageUp", day(2024, 10, 1)),
            ("PageDown", day(2024, 12, 1)),
        ];
        for (key, to) in cases {
            assert_eq!(Step::of_key(key).unwrap().taken_from(day(2024, 11, 1)), to, "{key}");
        }
        assert_eq!(Step::of_key("Enter"), None);
    }
}
