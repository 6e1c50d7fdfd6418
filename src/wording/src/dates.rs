//! Dates, numbers and periods as people write them: 15/10/2024, 1.046, 54,0%, quý III/2024.

use crate::{Text, both};
use chrono::{Datelike, NaiveDate};
use domain::{DutyDay, DutyDeadline, Language, Period, Span, YearPart};

/// `15/10/2024`, in both languages: the readers are Vietnamese offices.
pub fn day(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

/// `15/10`
pub fn day_of_year(date: NaiveDate) -> String {
    date.format("%d/%m").to_string()
}

/// `trước 10/6`: until when something has to be handed in.
pub fn until(language: Language, deadline: &DutyDeadline) -> Text {
    let named = match deadline.day {
        DutyDay::Once(date) => both(language, day(date), day(date)),
        DutyDay::Yearly(month, day) => each_year(language, month, day),
    };
    if deadline.inclusive {
        both(language, format!("chậm nhất {named}"), format!("by {named}"))
    } else {
        both(language, format!("trước {named}"), format!("before {named}"))
    }
}

/// `10/6`; as offices write it, with a 0 only where another digit could be put in front.
fn each_year(language: Language, month: u32, day: u32) -> Text {
    const LEAP: i32 = 2000;
    let english = NaiveDate::from_ymd_opt(LEAP, month, day).map(|date| date.format("%-d %B").to_string());
    let month = if month < 3 { format!("0{month}") } else { month.to_string() };
    both(language, format!("{day:02}/{month}"), english.unwrap_or_default())
}

/// `01/01–15/10/2024`, or `15/10/2024` for a single day; both years if they differ.
pub fn span(span: Span) -> String {
    if span.from() == span.to() {
        day(span.from())
    } else if span.from().year() == span.to().year() {
        format!("{}–{}", day_of_year(span.from()), day(span.to()))
    } else {
        format!("{}–{}", day(span.from()), day(span.to()))
    }
}

/// `1.046` in Vietnamese, `1,046` in English.
pub fn number(language: Language, value: impl Into<u64>) -> String {
    let digits = value.into().to_string();
    let mark = match language {
        Language::Vi => '.',
        Language::En => ',',
    };
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

/// `54,0%`: a share for the eye only, never for a comparison. Rounded half up; `den` 0 gives `0,0%`.
pub fn percent(language: Language, part: u32, den: u32) -> String {
    let tenths = if den == 0 { 0 } else { (u64::from(part) * 2000 + u64::from(den)) / (2 * u64::from(den)) };
    let mark = match language {
        Language::Vi => ',',
        Language::En => '.',
    };
    format!("{}{mark}{}%", tenths / 10, tenths % 10)
}

/// The number of a quarter in Roman: I to IV; others stay as they are.
pub fn roman(quarter: u32) -> Text {
    match quarter {
        1 => "I".into(),
        2 => "II".into(),
        3 => "III".into(),
        4 => "IV".into(),
        other => other.to_string().into(),
    }
}

/// `quý III/2024`, `năm 2024`, `Tháng hành động 2024` … in the middle of a sentence.
pub fn period(language: Language, period: &Period) -> Text {
    match period {
        Period::Year(year) => both(language, format!("năm {year}"), format!("{year}")),
        Period::Half(year, 1) => both(language, format!("6 tháng đầu năm {year}"), format!("first half of {year}")),
        Period::Half(year, _) => both(language, format!("6 tháng cuối năm {year}"), format!("second half of {year}")),
        Period::Quarter(year, quarter) => {
            both(language, format!("quý {}/{year}", roman(*quarter)), format!("Q{quarter} {year}"))
        }
        Period::Month(year, month) => both(language, format!("tháng {month}/{year}"), month_en(*month, *year)),
        Period::Named(year, suffix) => named(language, *year, suffix),
        Period::Range(from, to) => both(language, format!("giai đoạn {from}–{to}"), format!("{from}–{to}")),
        Period::Milestone(id) => milestone(language, id),
    }
}

/// The period without its year, where the year stands beside it: `quý III`.
pub fn period_short(language: Language, of: &Period) -> Text {
    match of {
        Period::Quarter(_, quarter) => both(language, format!("quý {}", roman(*quarter)), format!("Q{quarter}")),
        Period::Month(_, month) => both(language, format!("tháng {month}"), month_name(*month)),
        Period::Half(_, 1) => both(language, "6 tháng đầu năm", "first half"),
        Period::Half(_, _) => both(language, "6 tháng cuối năm", "second half"),
        other => period(language, other),
    }
}

/// The part of a year that a column states: `tháng 3`, `quý II`, `6 tháng đầu năm`, `cả năm`.
pub fn year_part(language: Language, part: YearPart) -> Text {
    match part {
        YearPart::Month(month) => both(language, format!("tháng {month}"), month_name(month)),
        YearPart::Quarter(quarter) => both(language, format!("quý {}", roman(quarter)), format!("Q{quarter}")),
        YearPart::Half(1) => both(language, "6 tháng đầu năm", "first half"),
        YearPart::Half(_) => both(language, "6 tháng cuối năm", "second half"),
        YearPart::Year => both(language, "cả năm", "whole year"),
    }
}

/// The English name of a month; a number that is no month stays a number.
pub fn month_name(month: u32) -> Text {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let index = (month as usize).wrapping_sub(1);
    NAMES.get(index).map_or_else(|| month.to_string().into(), |name| (*name).into())
}

fn month_en(month: u32, year: i32) -> String {
    format!("{} {year}", month_name(month))
}

fn named(language: Language, year: i32, suffix: &str) -> Text {
    match suffix {
        "AM" => both(language, format!("Tháng hành động {year}"), format!("Action Month {year}")),
        "SY" => both(language, format!("năm học {year}–{}", year + 1), format!("school year {year}–{}", year + 1)),
        other => format!("{other} {year}").into(),
    }
}

/// A milestone is known by its id; the plan names ids by what is due, then the year.
fn milestone(language: Language, id: &str) -> Text {
    match id.rsplit_once('-') {
        Some((_, year)) if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => {
            both(language, format!("mốc {year}"), format!("milestone {year}"))
        }
        _ => both(language, format!("mốc {id}"), format!("milestone {id}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::SubmissionKind;

    #[test]
    fn thousands_are_grouped_by_the_mark_of_the_language() {
        for (value, vi, en) in
            [(0_u32, "0", "0"), (999, "999", "999"), (1046, "1.046", "1,046"), (1_234_567, "1.234.567", "1,234,567")]
        {
            assert_eq!(number(Language::Vi, value), vi);
            assert_eq!(number(Language::En, value), en);
        }
    }

    #[test]
    fn shares_are_rounded_half_up_to_one_decimal() {
        for (part, den, text) in
            [(54, 100, "54,0%"), (2, 3, "66,7%"), (1, 2000, "0,1%"), (0, 0, "0,0%"), (5, 5, "100,0%")]
        {
            assert_eq!(percent(Language::Vi, part, den), text);
        }
    }

    #[test]
    fn a_deadline_names_its_day_and_whether_that_day_is_in_time() {
        let once = DutyDay::Once(NaiveDate::from_ymd_opt(2022, 1, 15).unwrap());
        for (day, inclusive, vi, en) in [
            (DutyDay::Yearly(6, 10), false, "trước 10/6", "before 10 June"),
            (DutyDay::Yearly(12, 5), true, "chậm nhất 05/12", "by 5 December"),
            (DutyDay::Yearly(2, 29), true, "chậm nhất 29/02", "by 29 February"),
            (once, false, "trước 15/01/2022", "before 15/01/2022"),
        ] {
            let deadline = DutyDeadline { submission: SubmissionKind::Half, day, inclusive, next_working_day: false };
            assert_eq!(until(Language::Vi, &deadline), vi);
            assert_eq!(until(Language::En, &deadline), en);
        }
    }

    #[test]
    fn periods_have_names_in_both_languages() {
        for (of, vi, en) in [
            (Period::Quarter(2024, 3), "quý III/2024", "Q3 2024"),
            (Period::Named(2024, "AM".into()), "Tháng hành động 2024", "Action Month 2024"),
            (Period::Named(2023, "SY".into()), "năm học 2023–2024", "school year 2023–2024"),
            (Period::Range(2022, 2030), "giai đoạn 2022–2030", "2022–2030"),
            (Period::Milestone("pilot-2025".into()), "mốc 2025", "milestone 2025"),
        ] {
            assert_eq!(period(Language::Vi, &of), vi);
            assert_eq!(period(Language::En, &of), en);
        }
    }
}
