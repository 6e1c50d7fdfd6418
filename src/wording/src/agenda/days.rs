//! Why an item has its day, what could not be met for it, and what found no day.

use super::need_line;
use crate::{Say, Text, both, dates};
use domain::{
    DayOff, DayReason, FullDays, Language, NaiveDate, OpenGap, OpenReason, PinProblem, Shortfall, WindowPart, Wish,
};

/// One sentence: why this day. `peak` is the name of the peak it is at, if any.
pub fn day_reason(language: Language, reason: &DayReason, peak: &str) -> Text {
    match reason {
        DayReason::Pinned => both(language, "Bạn đã chọn ngày này.", "You chose this day."),
        DayReason::LastSafeDay => both(
            language,
            "Ngày làm việc an toàn cuối cùng trước hạn; nhắc trước 3 ngày.",
            "The last safe working day before the deadline; with a reminder three days ahead.",
        ),
        DayReason::OnlyDay => both(language, "Trong kỳ chỉ còn ngày này.", "No other day of the period is possible."),
        DayReason::Peak { days, part, .. } => at_peak(language, peak, *days, *part),
        DayReason::Part(part) => of_part(language, *part),
        DayReason::Moved { from, .. } => {
            let from = dates::day(*from);
            both(
                language,
                format!("Ngày hợp hơn là {from}, nhưng ngày đó đã kín."),
                format!("{from} would suit better, but that day is full."),
            )
        }
        DayReason::Wish(wish) => moved_for(language, *wish),
        DayReason::LastResort => both(
            language,
            "Không còn cách nào khác để bù phần thiếu này; đây là ngày tốt nhất còn lại.",
            "Nothing else could close this gap any more; this is the best day left.",
        ),
    }
}

fn at_peak(language: Language, peak: &str, days: u32, part: WindowPart) -> Text {
    let spread = if part.of > 1 { format!(" {}", of_part(language, part)) } else { String::new() };
    match days {
        0 => both(
            language,
            format!("Trong đợt cao điểm: {peak}.{spread}"),
            format!("On a peak of the plan: {peak}.{spread}"),
        ),
        days => {
            let en = if days == 1 { "day" } else { "days" };
            both(
                language,
                format!("Gần đợt cao điểm {peak}, cách {days} ngày.{spread}"),
                format!("{days} {en} from a peak of the plan: {peak}.{spread}"),
            )
        }
    }
}

fn of_part(language: Language, part: WindowPart) -> Text {
    let WindowPart { number, of } = part;
    if of == 1 {
        return both(
            language,
            "Khoảng giữa kỳ: còn thời gian nếu phải lùi ngày.",
            "About the middle of the period: there is time left if it must be put off.",
        );
    }
    both(
        language,
        format!("Phần {number}/{of} của kỳ, để các việc cách đều nhau."),
        format!("Part {number} of {of} of the period, so that the items are spread evenly."),
    )
}

fn moved_for(language: Language, wish: Wish) -> Text {
    match wish {
        Wish::OwnDay => both(
            language,
            "Dời sang ngày này để đơn vị không có hai việc trong một ngày.",
            "Moved here so that the unit does not act twice on one day.",
        ),
        Wish::WeekApart => both(
            language,
            "Dời sang ngày này để hai việc cùng loại cách nhau một tuần.",
            "Moved here so that a week lies between two items of a kind.",
        ),
        Wish::SharedVisit => both(
            language,
            "Dời sang ngày này để một đoàn đến được nhiều nơi trong ngày.",
            "Moved here so that one team can visit several places in a day.",
        ),
    }
}

/// What could not be met for an item.
pub fn unmet(language: Language, wish: Wish) -> Text {
    match wish {
        Wish::OwnDay => both(
            language,
            "Không tránh được: đơn vị có hai việc trong ngày này.",
            "Could not be avoided: the unit acts twice on this day.",
        ),
        Wish::WeekApart => both(
            language,
            "Không tránh được: chưa cách một tuần với việc cùng loại.",
            "Could not be avoided: less than a week from another item of the kind.",
        ),
        Wish::SharedVisit => {
            both(language, "Đoàn chỉ đến được một nơi trong ngày này.", "The team visits only one place on this day.")
        }
    }
}

impl Say for PinProblem {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::NoSuchItem => both(language, "không còn cần việc này", "the item is not needed any more"),
            Self::OutsideWindow => {
                both(language, "làm vào ngày đó thì không bù được phần thiếu", "on that day it would not close its gap")
            }
            Self::Contradicted => {
                both(language, "trái với một lựa chọn khác của bạn", "another choice of yours contradicts it")
            }
        }
    }
}

/// A gap that stays open, and why: `2 tin, bài cho MT5 quý IV: bạn đã bỏ`.
pub fn open_gap(language: Language, gap: &OpenGap) -> Text {
    let mut need = gap.need.clone();
    need.missing = gap.left;
    let why = match gap.reason {
        OpenReason::Dropped => both(language, "bạn đã bỏ việc này", "you dropped it"),
        OpenReason::Full => both(language, "các ngày còn lại đã kín", "the days left are full"),
    };
    format!("{}: {why}", need_line(language, &need)).into()
}

/// Where days are full, and how much would be needed. `place` names whose days they are.
pub fn shortfall(language: Language, short: &Shortfall, place: &dyn Fn(&FullDays) -> String) -> Text {
    let full: Vec<String> = short.full.iter().map(|full| full_days(language, full, &place(full))).collect();
    let (wanted, capacity, needed) = (short.wanted, short.capacity, short.needed_a_day());
    let missing = short.missing();
    both(
        language,
        format!(
            "{}: cần {wanted} việc, chỉ xếp được {capacity}, còn {missing} việc chưa có ngày. Cần làm được ít nhất \
             {needed} việc một ngày.",
            full.join("; ")
        ),
        format!(
            "{}: {wanted} wanted, {capacity} find a day, {missing} do not. At least {needed} a day would be needed.",
            full.join("; ")
        ),
    )
}

fn full_days(language: Language, full: &FullDays, place: &str) -> String {
    let (from, to) = (dates::day(full.span.from()), dates::day(full.span.to()));
    let days = full.days;
    let en = if days == 1 { "day" } else { "days" };
    match full.span.is_day() {
        true => both(language, format!("{place}, ngày {from}"), format!("{place}, {from}")),
        false => both(
            language,
            format!("{place}, từ {from} đến {to} ({days} ngày)"),
            format!("{place}, {from} to {to} ({days} {en})"),
        ),
    }
    .into_owned()
}

impl Say for DayOff {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Holiday(name) if name.is_empty() => both(language, "nghỉ bù", "day off in lieu"),
            Self::Holiday(name) => both(language, format!("nghỉ: {name}"), format!("holiday: {name}")),
            Self::Tet => both(language, "dịp Tết", "Tết break"),
            Self::Weekend => both(language, "cuối tuần", "a weekend"),
            Self::SchoolBreak => both(language, "nghỉ hè", "school holidays"),
            Self::Blackout => both(language, "ngày bạn không xếp việc", "a day you keep free"),
        }
    }
}

/// What speaks against moving an item to a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// The day is over, or today.
    Past,
    /// It would come too late.
    TooLate(NaiveDate),
    /// It would come too early.
    TooEarly(NaiveDate),
    /// Those who would act do not meet.
    Off(DayOff),
    /// The unit has another item that day.
    Twice,
}

impl Say for Conflict {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Past => both(language, "Ngày đã qua.", "The day is over."),
            Self::TooLate(latest) => {
                let latest = dates::day(*latest);
                both(
                    language,
                    format!("Quá kỳ: chậm nhất ngày {latest}."),
                    format!("Too late: {latest} at the latest."),
                )
            }
            Self::TooEarly(earliest) => {
                let earliest = dates::day(*earliest);
                both(
                    language,
                    format!("Trước kỳ: sớm nhất ngày {earliest}."),
                    format!("Too early: {earliest} at the earliest."),
                )
            }
            Self::Off(DayOff::Weekend) => both(language, "Cuối tuần.", "A weekend."),
            Self::Off(DayOff::SchoolBreak) => both(language, "Học sinh nghỉ hè.", "Schools are on holiday."),
            Self::Off(off) => {
                let off = off.say(language);
                both(language, format!("Ngày nghỉ ({off})."), format!("A day off ({off})."))
            }
            Self::Twice => both(language, "Đơn vị đã có việc khác trong ngày.", "The unit has another item that day."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{FullPlace, Span};

    #[test]
    fn what_is_full_is_told_with_what_would_be_needed() {
        let span = Span::new("2024-12-02".parse().unwrap(), "2024-12-06".parse().unwrap()).unwrap();
        let full = FullDays { place: FullPlace::Scope, span, days: 5, capacity: 10 };
        let short = Shortfall { full: vec![full], wanted: 14, capacity: 10 };
        let said = shortfall(Language::Vi, &short, &|_| "Toàn tỉnh".to_owned());
        assert_eq!(
            said,
            "Toàn tỉnh, từ 02/12/2024 đến 06/12/2024 (5 ngày): cần 14 việc, chỉ xếp được 10, còn 4 việc chưa có ngày. \
             Cần làm được ít nhất 3 việc một ngày."
        );
    }

    #[test]
    fn a_day_near_a_peak_names_it_and_its_part() {
        let reason = DayReason::Peak { id: "p".into(), days: 2, part: WindowPart { number: 1, of: 2 } };
        assert_eq!(
            day_reason(Language::En, &reason, "Women's Day"),
            "2 days from a peak of the plan: Women's Day. Part 1 of 2 of the period, so that the items are spread evenly."
        );
    }
}
