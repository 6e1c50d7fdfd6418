//! Days as numbers, for columns and for comparing many of them. It knows no calendar.

use chrono::Datelike;
use domain::{Life, NaiveDate, Span};

/// Days since the first of January of the year 1.
pub(crate) type Day = i32;

/// 1 January 1900: the days of plain rows are counted from here in 16 bits, to June 2079.
pub(crate) const FIRST_PLAIN: Day = 693_596;

/// A closed interval of days; open ends lie beyond every calendar.
// INVARIANT: from <= to, but for intervals that `cut` leaves empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Days {
    pub(crate) from: Day,
    pub(crate) to: Day,
}

impl Days {
    pub(crate) const ALWAYS: Self = Self { from: Day::MIN, to: Day::MAX };

    pub(crate) fn of(span: Span) -> Self {
        Self { from: number(span.from()), to: number(span.to()) }
    }

    pub(crate) fn of_life(life: Life) -> Self {
        Self { from: life.from.map_or(Day::MIN, number), to: life.to.map_or(Day::MAX, number) }
    }

    /// `None` if it is empty, or open beyond the calendar.
    pub(crate) fn span(self) -> Option<Span> {
        Span::new(NaiveDate::from_num_days_from_ce_opt(self.from)?, NaiveDate::from_num_days_from_ce_opt(self.to)?)
    }

    pub(crate) fn is_empty(self) -> bool {
        self.to < self.from
    }

    pub(crate) fn contains(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    pub(crate) fn touches(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    pub(crate) fn within(self, outer: Self) -> bool {
        outer.from <= self.from && self.to <= outer.to
    }

    /// The days of both; empty if they share none.
    pub(crate) fn cut(self, other: Self) -> Self {
        Self { from: self.from.max(other.from), to: self.to.min(other.to) }
    }
}

pub(crate) fn number(day: NaiveDate) -> Day {
    day.num_days_from_ce()
}

/// The day as plain rows write it.
pub(crate) fn plain(day: Day) -> Option<u16> {
    u16::try_from(day.checked_sub(FIRST_PLAIN)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_days_begin_with_the_century_before_last() {
        let day = |year, month, day| number(NaiveDate::from_ymd_opt(year, month, day).unwrap());
        assert_eq!(plain(day(1900, 1, 1)), Some(0));
        assert_eq!(plain(day(1899, 12, 31)), None);
        assert_eq!(plain(day(2079, 6, 6)), Some(u16::MAX));
        assert_eq!(plain(day(2079, 6, 7)), None);
    }
}
