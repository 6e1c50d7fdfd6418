//! What a cell holds: a day, a number or a text, decided by the column and the word in it.

use chrono::NaiveDate;
use wording::states::Group;

/// Columns of days. Anything there that is no single day (`2024-Q1`, blank) stays a text.
const DAYS: [&str; 7] = ["date", "from", "to", "adopted", "fixed_on", "ended", "submitted"];

/// Columns of numbers.
const NUMBERS: [&str; 9] =
    ["count", "people", "women", "cost", "discriminatory", "covers_children", "value", "base", "row"];

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Cell<'a> {
    Blank,
    Day(NaiveDate),
    Number(f64),
    Text(&'a str),
    /// A word on the soft colour of its group.
    Marked(&'a str, Group),
}

impl<'a> Cell<'a> {
    /// The cell that a canonical column has for this word.
    pub(crate) fn typed(column: &str, text: &'a str) -> Self {
        if DAYS.contains(&column) {
            return NaiveDate::parse_from_str(text, "%Y-%m-%d").map_or_else(|_| Self::text(text), Self::Day);
        }
        if NUMBERS.contains(&column) { Self::number(text) } else { Self::text(text) }
    }

    /// A number, if writing it out again gives the same text: `02` and `54,0` stay as they are.
    pub(crate) fn number(text: &'a str) -> Self {
        let number = text.parse::<u32>().ok().filter(|number| number.to_string() == text).map(f64::from);
        number.map_or_else(|| Self::text(text), Self::Number)
    }

    /// A text; an empty one leaves the cell blank.
    pub(crate) fn text(text: &'a str) -> Self {
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }
}

/// A day, if it is known.
impl From<Option<NaiveDate>> for Cell<'_> {
    fn from(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Blank, Self::Day)
    }
}

/// Would a spreadsheet program run this text as a formula, once someone edits its cell?
pub(crate) fn looks_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_numbers_are_real_only_where_nothing_is_lost() {
        let day = NaiveDate::from_ymd_opt(2024, 3, 5).unwrap();
        for (column, text, cell) in [
            ("date", "2024-03-05", Cell::Day(day)),
            ("date", "2024-Q1", Cell::Text("2024-Q1")),
            ("date", "2024", Cell::Text("2024")),
            ("title", "2024-03-05", Cell::Text("2024-03-05")),
            ("count", "12", Cell::Number(12.0)),
            ("value", "54,0", Cell::Text("54,0")),
            ("value", "02", Cell::Text("02")),
            ("value", "54", Cell::Number(54.0)),
            ("unit_id", "30892", Cell::Text("30892")),
            ("cost", "", Cell::Blank),
        ] {
            assert_eq!(Cell::typed(column, text), cell, "{column} {text}");
        }
    }
}
