//! Small values of the language that check themselves while they are read, so that the error knows its place.

use domain::NaiveDate;
use serde::Deserialize;
use toml::value::Datetime;

/// A TOML date without time.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "Datetime")]
pub(crate) struct Day(pub(crate) NaiveDate);

impl TryFrom<Datetime> for Day {
    type Error = String;

    fn try_from(value: Datetime) -> Result<Self, String> {
        let date = value.date.filter(|_| value.time.is_none());
        let day = date.and_then(|date| NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()));
        day.map(Self).ok_or_else(|| format!("`{value}` is not a day such as `2030-12-31`"))
    }
}

/// A day that comes every year: `"11-15"`. The 29th of February does not.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct MonthDay(pub(crate) u32, pub(crate) u32);

impl TryFrom<String> for MonthDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parts = text.split_once('-').filter(|(month, day)| month.len() == 2 && day.len() == 2);
        let numbers = parts.and_then(|(month, day)| Some((month.parse().ok()?, day.parse().ok()?)));
        let common_year = 2023;
        let exists = numbers.filter(|(month, day)| NaiveDate::from_ymd_opt(common_year, *month, *day).is_some());
        let wrong = || format!("`{text}` is not a month and day of every year such as `11-15`");
        exists.map(|(month, day)| Self(month, day)).ok_or_else(wrong)
    }
}

/// A percentage that can be required: 1 to 100.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "i64")]
pub(crate) struct Percent(pub(crate) u32);

impl TryFrom<i64> for Percent {
    type Error = String;

    fn try_from(value: i64) -> Result<Self, String> {
        let percent = u32::try_from(value).ok().filter(|percent| (1..=100).contains(percent));
        percent.map(Self).ok_or_else(|| format!("`{value}` is not a percentage from 1 to 100"))
    }
}

/// A number of activities that can be required: 1 or more.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "i64")]
pub(crate) struct Threshold(pub(crate) u32);

impl TryFrom<i64> for Threshold {
    type Error = String;

    fn try_from(value: i64) -> Result<Self, String> {
        let threshold = u32::try_from(value).ok().filter(|threshold| *threshold > 0);
        threshold.map(Self).ok_or_else(|| format!("`{value}` is not a number of activities from 1 up"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn month_days_exist_in_every_year() {
        for text in ["01-31", "02-28", "12-31", "11-15"] {
            assert!(MonthDay::try_from(text.to_owned()).is_ok(), "{text}");
        }
        for text in ["02-29", "02-30", "13-01", "00-10", "1-1", "11-15-", "", "ab-cd", "11/15"] {
            assert!(MonthDay::try_from(text.to_owned()).is_err(), "{text}");
        }
    }

    #[test]
    fn percentages_end_at_one_and_hundred() {
        let kept: Vec<i64> =
            [-1, 0, 1, 100, 101, i64::MAX].into_iter().filter(|n| Percent::try_from(*n).is_ok()).collect();
        assert_eq!(kept, [1, 100]);
    }

    #[test]
    fn a_threshold_is_at_least_one() {
        let kept: Vec<i64> = [-1, 0, 1, 4, i64::MAX].into_iter().filter(|n| Threshold::try_from(*n).is_ok()).collect();
        assert_eq!(kept, [1, 4]);
    }
}
