//! Why a verdict turned, each reason in a few words.

use crate::{Text, both, dates};
use domain::{Because, Language};

/// On which side a unit stands that is not on both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Before.
    Before,
    /// After.
    After,
}

/// A reason, as one clause of a list; `held` is asked where a verdict stands on one side only.
pub fn because(language: Language, reason: &Because, held: Held) -> Text {
    match reason {
        Because::OneSide => one_side(language, held),
        Because::Began(day) => {
            let day = dates::day(*day);
            both(language, format!("kỳ bắt đầu ngày {day}"), format!("its days began on {day}"))
        }
        Because::Ended(day) => {
            let day = dates::day(*day);
            both(language, format!("hạn {day} đã qua"), format!("the deadline of {day} has passed"))
        }
        Because::Came(rows) => rows_of(language, rows.of, "thêm", ("more row", "more rows")),
        Because::Went(rows) => rows_of(language, rows.of, "bớt", ("row fewer", "rows fewer")),
        Because::Pace { before, after } => {
            let (before, after) = (dates::number(language, *before), dates::number(language, *after));
            both(
                language,
                format!("để kịp tiến độ cần {after} (trước: {before})"),
                format!("to be on track it takes {after} (before: {before})"),
            )
        }
        Because::Members { before, after } => {
            let (before, after) = (dates::number(language, *before), dates::number(language, *after));
            both(language, format!("tính trên {after} (trước: {before})"), format!("out of {after} (before: {before})"))
        }
        Because::Reported => {
            both(language, "nay đã có số liệu của đơn vị trong kỳ", "there are figures of the unit for the period now")
        }
        Because::Silent => both(
            language,
            "nay không còn số liệu của đơn vị trong kỳ",
            "there are no figures of the unit for the period any more",
        ),
    }
}

fn one_side(language: Language, held: Held) -> Text {
    match held {
        Held::Before => {
            both(language, "nay không còn đơn vị này trong số liệu", "the unit is not in the data any more")
        }
        Held::After => both(language, "trước không có đơn vị này trong số liệu", "the unit was not in the data before"),
    }
}

fn rows_of(language: Language, count: u32, vi: &str, (one, many): (&str, &str)) -> Text {
    let shown = dates::number(language, count);
    both(language, format!("{vi} {shown} dòng"), format!("{shown} {}", if count == 1 { one } else { many }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Rows;

    #[test]
    fn reasons_are_told_in_both_languages() {
        let rows = |of| Rows { first: Vec::new(), of };
        for (reason, vi, en) in [
            (Because::Came(rows(1)), "thêm 1 dòng", "1 more row"),
            (Because::Went(rows(1002)), "bớt 1.002 dòng", "1,002 rows fewer"),
            (
                Because::Ended(domain::NaiveDate::from_ymd_opt(2024, 9, 30).unwrap()),
                "hạn 30/09/2024 đã qua",
                "the deadline of 30/09/2024 has passed",
            ),
            (
                Because::Pace { before: 1, after: 3 },
                "để kịp tiến độ cần 3 (trước: 1)",
                "to be on track it takes 3 (before: 1)",
            ),
        ] {
            assert_eq!(because(Language::Vi, &reason, Held::After), vi);
            assert_eq!(because(Language::En, &reason, Held::After), en);
        }
        assert_ne!(
            because(Language::Vi, &Because::OneSide, Held::Before),
            because(Language::Vi, &Because::OneSide, Held::After)
        );
    }
}
