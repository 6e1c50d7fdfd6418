//! Words of a rule that is tried with numbers of one's own.

use crate::figures::{short_of, verdict_figure};
use crate::units::activity_counted;
use crate::{Say, Text, both, dates};
use domain::{ActivityKind, Language, State, TryField, UnitKind, Verdict};

/// Words of the fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TryText {
    /// Opens them.
    Open,
    /// Opens those of the share of units that reached a target.
    OpenShare,
    /// Whose numbers they are.
    Imagined(Option<UnitKind>),
    /// Which period.
    Period,
    /// Stands before what comes out.
    Result,
    /// An entry is not what it has to be.
    Unreadable(TryField),
    /// The rule gives no verdict.
    NotJudged,
    /// The readings that took part.
    Readings(u32),
    /// Ticked.
    Yes,
    /// Not ticked.
    No,
}

impl Say for TryText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Open => both(language, "Thử với số của bạn", "Try it with numbers of your own"),
            Self::OpenShare => both(language, "Thử với tỷ lệ đơn vị đạt", "Try it with a share of units"),
            Self::Imagined(Some(kind)) => {
                let (vi, en) = (kind.say(Language::Vi), kind.say(Language::En));
                both(
                    language,
                    format!("Một {vi} tưởng tượng, hết kỳ, ngoài ra không làm gì thêm:"),
                    format!("An imagined unit ({en}), the period is over, nothing else was done:"),
                )
            }
            Self::Imagined(None) => {
                both(language, "Toàn tỉnh tưởng tượng, vào ngày hạn:", "An imagined province, on the last day:")
            }
            Self::Period => both(language, "Kỳ", "Period"),
            Self::Result => both(language, "Thử", "Tried"),
            Self::Unreadable(field) => unreadable(language, field),
            Self::NotJudged => both(
                language,
                "Cách hiểu đang dùng không chấm quy tắc này, hoặc văn bản không ghi ngày hạn, nên không có gì để thử.",
                "Under the readings in force this rule is not judged, or the text names no day: there is nothing to try.",
            ),
            Self::Readings(count) => both(
                language,
                format!("Theo {count} cách hiểu đang dùng"),
                if *count == 1 { "By 1 reading in force".to_owned() } else { format!("By {count} readings in force") },
            ),
            Self::Yes => both(language, "đã làm, có minh chứng", "done, with evidence"),
            Self::No => both(language, "chưa đánh dấu", "not ticked"),
        }
    }
}

fn unreadable(language: Language, field: &TryField) -> Text {
    match field {
        TryField::HandedIn => {
            both(language, "Hãy chọn một ngày, hoặc để trống nếu chưa gửi.", "Choose a day, or leave it empty.")
        }
        TryField::BaseValue(_) | TryField::Value => {
            both(language, "Hãy nhập một số, ví dụ 42,5.", "Enter a number, such as 42.5.")
        }
        TryField::WomenPercent => both(language, "Hãy nhập một số từ 0 đến 100.", "Enter a number from 0 to 100."),
        TryField::Members | TryField::AllMembers => {
            both(language, "Hãy nhập một số từ 0 đến 1.000.", "Enter a number from 0 to 1,000.")
        }
        _ => both(language, "Hãy nhập một số nguyên, từ 0 trở lên.", "Enter a whole number, 0 or more."),
    }
}

/// What is entered in a field.
impl Say for TryField {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Activities(kinds) if kinds.is_empty() => both(language, "Số hoạt động", "Activities"),
            Self::Activities(kinds) => capital(&named(language, kinds)).into(),
            Self::People => both(language, "Số người được truyền thông", "People reached"),
            Self::WomenPercent => both(language, "Trong đó nữ, %", "Women among them, %"),
            Self::Members => both(language, "Số đã làm đúng yêu cầu", "So many do what is asked"),
            Self::AllMembers => both(language, "Trên tổng số", "Of so many"),
            Self::BaseValue(year) => {
                both(language, format!("Kết quả khảo sát năm {year}"), format!("Survey result of {year}"))
            }
            Self::Value => both(language, "Kết quả khảo sát của kỳ", "Survey result of the period"),
            Self::Ticked => both(language, "Đã thực hiện", "Fulfilled"),
            Self::HandedIn => both(language, "Ngày gửi", "Day of handing in"),
        }
    }
}

fn named(language: Language, kinds: &[ActivityKind]) -> String {
    let words: Vec<Text> = kinds.iter().map(|kind| activity_counted(language, *kind, 2)).collect();
    words.join(&both(language, " hoặc ", " or "))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What was entered, in one line: `3 tin, bài`, `7 trên 10`, `gửi 15/06/2024`.
pub fn entered(language: Language, fields: &[TryField], entries: &[String]) -> String {
    let parts: Vec<String> = fields.iter().zip(entries).map(|(field, entry)| one(language, field, entry)).collect();
    let is_share = fields.first() == Some(&TryField::Members);
    parts.join(if is_share { " " } else { "; " })
}

fn one(language: Language, field: &TryField, entry: &str) -> String {
    let entry = entry.trim();
    match field {
        TryField::Activities(kinds) => {
            let kinds = if kinds.is_empty() {
                both(language, "hoạt động", "activities").into_owned()
            } else {
                named(language, kinds)
            };
            format!("{entry} {kinds}")
        }
        TryField::People => both(language, format!("{entry} người"), format!("{entry} people")).into_owned(),
        TryField::WomenPercent => both(language, format!("{entry}% nữ"), format!("{entry}% women")).into_owned(),
        TryField::Members => entry.to_owned(),
        TryField::AllMembers => both(language, format!("trên {entry}"), format!("of {entry}")).into_owned(),
        TryField::BaseValue(year) => format!("{year}: {entry}"),
        TryField::Value => both(language, format!("nay: {entry}"), format!("now: {entry}")).into_owned(),
        TryField::Ticked if entry == "1" => TryText::Yes.say(language).into_owned(),
        TryField::Ticked => TryText::No.say(language).into_owned(),
        TryField::HandedIn => match entry.parse() {
            Ok(day) => {
                both(language, format!("gửi {}", dates::day(day)), format!("sent {}", dates::day(day))).into_owned()
            }
            Err(_) => both(language, "không gửi", "not sent").into_owned(),
        },
    }
}

/// Why it came out so, in figures: `3/4, còn thiếu 1.`, `Hạn cuối là 14/06/2024.`
pub fn because(language: Language, verdict: &Verdict) -> Text {
    if matches!(verdict.figures, domain::Figures::Submissions) {
        let last = dates::day(verdict.deadline);
        return both(
            language,
            format!("Ngày cuối còn đúng hạn là {last}."),
            format!("The last day in time is {last}."),
        );
    }
    let figure = verdict_figure(language, verdict);
    if let (Some(short), State::Missed) = (short_of(language, verdict), verdict.state) {
        return both(language, format!("{figure}, còn thiếu {short}."), format!("{figure}, {short} short."));
    }
    match verdict.figures {
        domain::Figures::Members | domain::Figures::Women => both(
            language,
            format!("{figure}; yêu cầu ít nhất {}%.", verdict.threshold),
            format!("{figure}; at least {}% is asked.", verdict.threshold),
        ),
        _ => format!("{figure}.").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_said_as_people_say_them() {
        let said = |fields: &[TryField], entries: &[&str]| {
            let entries: Vec<String> = entries.iter().map(|entry| (*entry).to_owned()).collect();
            [Language::Vi, Language::En].map(|language| entered(language, fields, &entries))
        };
        let news = TryField::Activities(vec![ActivityKind::News]);
        assert_eq!(said(&[news], &["3"]), ["3 tin, bài", "3 news items"]);
        assert_eq!(said(&[TryField::Members, TryField::AllMembers], &["7", "10"]), ["7 trên 10", "7 of 10"]);
        assert_eq!(said(&[TryField::HandedIn], &["2024-06-15"]), ["gửi 15/06/2024", "sent 15/06/2024"]);
        assert_eq!(said(&[TryField::HandedIn], &[""]), ["không gửi", "not sent"]);
        assert_eq!(
            said(&[TryField::People, TryField::WomenPercent], &["200", "50"]),
            ["200 người; 50% nữ", "200 people; 50% women"]
        );
    }
}
