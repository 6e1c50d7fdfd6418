//! A date as spreadsheets know it: a closed interval of days, from one day to several years.
//!
//! "March 2024" is the interval 1/3–31/3; nobody invents a day. An unknown date is `Option::<Span>::None`.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A closed interval of days.
// INVARIANT: from <= to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    from: NaiveDate,
    to: NaiveDate,
}

impl Span {
    /// The interval from `from` to `to`, both included; `None` if it would be empty.
    pub fn new(from: NaiveDate, to: NaiveDate) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// One day.
    pub fn day(day: NaiveDate) -> Self {
        Self { from: day, to: day }
    }

    /// A calendar year.
    pub fn year(year: i32) -> Option<Self> {
        Self::months(year, 1, 12)
    }

    /// Half a calendar year: `half` is 1 or 2.
    pub fn half(year: i32, half: u32) -> Option<Self> {
        (1..=2).contains(&half).then(|| Self::months(year, half * 6 - 5, 6)).flatten()
    }

    /// A quarter: `quarter` is 1 to 4.
    pub fn quarter(year: i32, quarter: u32) -> Option<Self> {
        (1..=4).contains(&quarter).then(|| Self::months(year, quarter * 3 - 2, 3)).flatten()
    }

    /// A calendar month: `month` is 1 to 12.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        Self::months(year, month, 1)
    }

    fn months(year: i32, first: u32, count: u32) -> Option<Self> {
        let from = NaiveDate::from_ymd_opt(year, first, 1)?;
        let next = from.checked_add_months(Months::new(count))?;
        Self::new(from, next.checked_sub_days(Days::new(1))?)
    }

    /// First day.
    pub fn from(self) -> NaiveDate {
        self.from
    }

    /// Last day.
    pub fn to(self) -> NaiveDate {
        self.to
    }

    /// Number of days, at least 1.
    pub fn days(self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    /// Is it a single day?
    pub fn is_day(self) -> bool {
        self.from == self.to
    }

    /// Does `day` lie in it?
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// Does it lie wholly inside `outer`?
    pub fn within(self, outer: Self) -> bool {
        outer.from <= self.from && self.to <= outer.to
    }

    /// Do the two share a day?
    pub fn touches(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// The days both share.
    pub fn intersect(self, other: Self) -> Option<Self> {
        Self::new(self.from.max(other.from), self.to.min(other.to))
    }

    /// Reads the canonical forms: `2024-03-05`, `2024-03`, `2024-Q1`, `2024-H1`, `2024`, `2024-03-08/2024-03-10`.
    pub fn parse_canonical(text: &str) -> Option<Self> {
        if let Some((from, to)) = text.split_once('/') {
            return Self::new(parse_day(from)?, parse_day(to)?);
        }
        let Some((year, rest)) = text.split_once('-') else {
            return parse_year(text).and_then(Self::year);
        };
        let year_number = parse_year(year)?;
        if let Some(quarter) = rest.strip_prefix('Q') {
            return Self::quarter(year_number, quarter.parse().ok()?);
        }
        if let Some(half) = rest.strip_prefix('H') {
            return Self::half(year_number, half.parse().ok()?);
        }
        if rest.contains('-') {
            return parse_day(text).map(Self::day);
        }
        (rest.len() == 2).then(|| Self::month(year_number, rest.parse().ok()?)).flatten()
    }
}

fn parse_year(text: &str) -> Option<i32> {
    (text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn parse_day(text: &str) -> Option<NaiveDate> {
    (text.len() == 10).then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()).flatten()
}

/// The canonical form that [`Span::parse_canonical`] reads back.
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.from.year();
        if self.is_day() {
            return write!(f, "{}", self.from);
        }
        if Self::year(year) == Some(*self) {
            return write!(f, "{year:04}");
        }
        let half = self.from.month().div_ceil(6);
        if Self::half(year, half) == Some(*self) {
            return write!(f, "{year:04}-H{half}");
        }
        let quarter = self.from.month().div_ceil(3);
        if Self::quarter(year, quarter) == Some(*self) {
            return write!(f, "{year:04}-Q{quarter}");
        }
        if Self::month(year, self.from.month()) == Some(*self) {
            return write!(f, "{year:04}-{:02}", self.from.month());
        }
        write!(f, "{}/{}", self.from, self.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_forms_come_back_as_written() {
        for text in ["2024-03-05", "2024-03", "2024-Q1", "2024-H2", "2024", "2024-03-08/2024-03-10"] {
            let span = Span::parse_canonical(text).unwrap();
            assert_eq!(span.to_string(), text);
        }
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["", "24", "2024-13", "2024-Q5", "2024-H3", "2024-02-30", "2024-3", "2024-03-10/2024-03-08", "x-Q1"]
        {
            assert_eq!(Span::parse_canonical(text), None, "{text}");
        }
    }

    #[test]
    fn a_leap_february_has_29_days() {
        assert_eq!(Span::month(2024, 2).unwrap().days(), 29);
    }
}
