//! Small values of the language that check themselves while they are read, so that the error knows its place.

use crate::model::Tenths;
use domain::NaiveDate;
use serde::{Deserialize, Deserializer, de};
use std::fmt;
use toml::value::Datetime;

/// A day such as 2030-12-31, without quotes and without time.
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

/// A day that comes every year, month first: `"11-15"`. The 29th of February does not.
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

/// A percentage that can be required: a whole number from 1 to 100.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "Number")]
pub(crate) struct Percent(pub(crate) u32);

impl TryFrom<Number> for Percent {
    type Error = String;

    fn try_from(value: Number) -> Result<Self, String> {
        let percent = value.whole().filter(|percent| (1..=100).contains(percent));
        percent.map(Self).ok_or_else(|| format!("`{value}` is not a percentage from 1 to 100"))
    }
}

/// A number of people: a whole number from 1 up.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "Number")]
pub(crate) struct People(pub(crate) u32);

impl TryFrom<Number> for People {
    type Error = String;

    fn try_from(value: Number) -> Result<Self, String> {
        let people = value.whole().filter(|people| *people > 0);
        people.map(Self).ok_or_else(|| format!("`{value}` is not a number of people from 1 up"))
    }
}

/// A calendar year from 1900 to 2100.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "Number")]
pub(crate) struct Year(pub(crate) i32);

impl TryFrom<Number> for Year {
    type Error = String;

    fn try_from(value: Number) -> Result<Self, String> {
        let year = value.whole().and_then(|year| i32::try_from(year).ok()).filter(|year| (1900..=2100).contains(year));
        year.map(Self).ok_or_else(|| format!("`{value}` is not a year from 1900 to 2100"))
    }
}

/// A number from 0 up. Surveys may have one decimal (`2.5`); everywhere else it is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    tenths: u32,
}

impl Number {
    /// The number, unless it has a decimal.
    pub(crate) fn whole(self) -> Option<u32> {
        self.tenths.is_multiple_of(10).then_some(self.tenths / 10)
    }

    /// The number in tenths.
    pub(crate) fn tenths(self) -> Tenths {
        Tenths(self.tenths)
    }

    /// Reads `4` and `2.5`, and neither `-4` nor `2.55`.
    fn from_decimal(text: &str) -> Result<Self, String> {
        let (whole, decimal) = text.split_once('.').unwrap_or((text, "0"));
        if whole.starts_with('-') || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(format!("`{text}` is not a number from 0 up"));
        }
        if decimal.len() != 1 {
            return Err(format!("`{text}` has more than one decimal"));
        }
        let tenths = format!("{whole}{decimal}").parse();
        tenths.map(|tenths| Self { tenths }).map_err(|_| format!("`{text}` is too large a number"))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.whole() {
            Some(whole) => write!(f, "{whole}"),
            None => write!(f, "{}.{}", self.tenths / 10, self.tenths % 10),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Digits)
    }
}

/// Reads a number by its shortest decimal digits, never by floating-point arithmetic.
struct Digits;

impl de::Visitor<'_> for Digits {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Number, E> {
        Number::from_decimal(&value.to_string()).map_err(E::custom)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Number, E> {
        Number::from_decimal(&value.to_string()).map_err(E::custom)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Number, E> {
        Number::from_decimal(&value.to_string()).map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Result<Number, String> {
        Number::from_decimal(text)
    }

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
        let texts = ["0", "0.5", "1", "1.5", "100", "100.1", "101"];
        let kept = texts.into_iter().filter(|text| Percent::try_from(number(text).unwrap()).is_ok());
        assert_eq!(kept.collect::<Vec<_>>(), ["1", "100"]);
    }

    #[test]
    fn people_are_whole_and_years_are_of_our_time() {
        let texts = ["0", "1", "1.5", "1899", "1900", "2100", "2101"];
        let people = texts.into_iter().filter(|text| People::try_from(number(text).unwrap()).is_ok());
        assert_eq!(people.collect::<Vec<_>>(), ["1", "1899", "1900", "2100", "2101"]);
        let years = texts.into_iter().filter(|text| Year::try_from(number(text).unwrap()).is_ok());
        assert_eq!(years.collect::<Vec<_>>(), ["1900", "2100"]);
    }

    #[test]
    fn a_number_has_at_most_one_decimal_and_is_kept_exactly() {
        for (text, tenths) in [("0", 0), ("4", 40), ("2.5", 25), ("0.1", 1), ("429496729.5", u32::MAX)] {
            let read = number(text).unwrap();
            assert_eq!((read.tenths(), read.to_string()), (Tenths(tenths), text.to_owned()));
        }
        for (text, said) in [
            ("-1", "`-1` is not a number from 0 up"),
            ("-0.5", "`-0.5` is not a number from 0 up"),
            ("NaN", "`NaN` is not a number from 0 up"),
            ("inf", "`inf` is not a number from 0 up"),
            ("2.55", "`2.55` has more than one decimal"),
            ("429496730", "`429496730` is too large a number"),
        ] {
            assert_eq!(number(text), Err(said.to_owned()));
        }
    }
}
