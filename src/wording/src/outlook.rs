//! Words beside a verdict that never change it: the parts it is made of, rows to confirm, what may still be lost,
//! a forecast, and ticks.

use crate::figures::amount;
use crate::units::activity_counted;
use crate::{Say, Text, both, dates};
use domain::{ActivityKind, Figures, Forecast, Language, RowPlace};

/// Words beside a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// Over the parts of a rule that asks for several things.
    Parts,
    /// A part by its place and what it counts.
    Part(usize, Vec<ActivityKind>),
    /// Rows that would be enough if they were confirmed.
    Confirm(usize),
    /// So much may still be lost.
    Spare(u32, Figures),
    /// What the window would end with.
    Forecast {
        /// The forecast.
        expected: u32,
        /// With the smallest remainder.
        low: u32,
        /// With the largest.
        high: u32,
        /// What the figures are.
        figures: Figures,
        /// What is required.
        required: u32,
    },
    /// How the forecast was made.
    Method(usize),
    /// One past window of the forecast.
    Past {
        /// Its name.
        period: String,
        /// What came after the same number of days.
        after: u32,
        /// What it ended with.
        total: u32,
    },
    /// It is no verdict.
    SecondOpinion,
    /// Over the tick.
    Tick,
    /// What a tick is for.
    TickHint,
    /// Label of the evidence.
    Evidence,
    /// What to write there.
    EvidenceHint,
    /// The button that ticks.
    DoTick,
    /// The button that takes the tick away.
    Untick,
    /// The button that keeps another text.
    KeepNote,
    /// The evidence is missing.
    NeedsEvidence,
    /// It is ticked, with this evidence.
    Ticked(String),
}

impl Say for Outlook {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Parts => both(language, "Phải đủ tất cả các điều kiện sau", "All of these conditions must hold"),
            Self::Part(place, kinds) => part(language, *place, kinds),
            Self::Confirm(rows) => confirm(language, *rows),
            Self::Spare(spare, figures) => spare_words(language, *spare, *figures),
            Self::Forecast { expected, low, high, figures, required } => {
                forecast(language, [*expected, *low, *high, *required], *figures)
            }
            Self::Method(past) => method(language, *past),
            Self::Past { period, after, total } => both(
                language,
                format!("{period}: {after} sau cùng số ngày, cả kỳ {total}"),
                format!("{period}: {after} after the same number of days, {total} in the end"),
            ),
            Self::SecondOpinion => {
                both(language, "Ý kiến tham khảo, không phải kết luận.", "A second opinion, not the verdict.")
            }
            Self::Tick => both(language, "Nghĩa vụ không có con số", "An obligation without a number"),
            Self::TickHint => both(
                language,
                "Chỉ bạn biết việc này đã làm hay chưa. Ghi minh chứng rồi đánh dấu; chưa đánh dấu không có nghĩa là chưa đạt.",
                "Only you know whether this was done. Name the evidence and tick it; not ticked does not mean missed.",
            ),
            Self::Evidence => both(language, "Minh chứng", "Evidence"),
            Self::EvidenceHint => both(
                language,
                "Ví dụ: Quyết định số 12/QĐ-UBND ngày 05/3/2024",
                "For example: Decision 12/QĐ-UBND of 5 March 2024",
            ),
            Self::DoTick => both(language, "Đánh dấu đã thực hiện", "Tick as done"),
            Self::Untick => both(language, "Bỏ đánh dấu", "Take the tick away"),
            Self::KeepNote => both(language, "Ghi lại minh chứng", "Keep this evidence"),
            Self::NeedsEvidence => {
                both(language, "Cần ghi minh chứng trước khi đánh dấu.", "Name the evidence before ticking.")
            }
            Self::Ticked(note) => {
                both(language, format!("Đã đánh dấu. Minh chứng: {note}"), format!("Ticked. Evidence: {note}"))
            }
        }
    }
}

fn part(language: Language, place: usize, kinds: &[ActivityKind]) -> Text {
    let words: Vec<Text> = kinds.iter().map(|kind| activity_counted(language, *kind, 2)).collect();
    let words = words.join(&both(language, " hoặc ", " or "));
    let number = place + 1;
    both(language, format!("Điều kiện {number}: {words}"), format!("Condition {number}: {words}"))
}

fn confirm(language: Language, rows: usize) -> Text {
    let en = if rows == 1 { "this 1 row is".to_owned() } else { format!("these {rows} rows are") };
    both(
        language,
        format!("Không cần thêm hoạt động: xác nhận {rows} dòng này là đủ."),
        format!("No more activity is needed: it is enough to confirm that {en} right."),
    )
}

fn spare_words(language: Language, spare: u32, figures: Figures) -> Text {
    if spare == 0 {
        return both(
            language,
            "Vừa đủ: bớt đi thì không còn đạt.",
            "Just enough: with any less it would no longer be met.",
        );
    }
    let much = amount(language, figures, spare);
    both(language, format!("Còn dư {much}."), format!("{much} to spare."))
}

fn forecast(language: Language, [expected, low, high, required]: [u32; 4], figures: Figures) -> Text {
    let figure = |value| amount(language, figures, value);
    let range = if low == high { String::new() } else { format!(" ({}–{})", figure(low), figure(high)) };
    let (expected, required) = (figure(expected), figure(required));
    both(
        language,
        format!("Theo nhịp các kỳ trước, hết kỳ ước có {expected}{range}, so với yêu cầu {required}."),
        format!(
            "At the pace of earlier periods it would end with about {expected}{range}, against {required} required."
        ),
    )
}

fn method(language: Language, past: usize) -> Text {
    let en = if past == 1 { "1 past period".to_owned() } else { format!("{past} past periods") };
    both(
        language,
        format!("Cách ước: số đã có cộng trung vị phần còn lại của {past} kỳ trước của chính đơn vị."),
        format!("Method: what there is, plus the median of what came later in {en} of the same unit."),
    )
}

/// The past windows of a forecast.
pub fn past(language: Language, forecast: &Forecast) -> Vec<Outlook> {
    let line = |(period, after, total): &(domain::Period, u32, u32)| Outlook::Past {
        period: crate::overview::capital(&dates::period(language, period)),
        after: *after,
        total: *total,
    };
    forecast.past.iter().map(line).collect()
}

/// A row by its place: `so.xlsx, Quý III, dòng 33`.
pub fn place(language: Language, at: &RowPlace) -> String {
    let sheet = match at.sheet.as_str() {
        "" => Text::Borrowed(""),
        sheet => both(language, format!("{sheet}, "), format!("“{sheet}”, ")),
    };
    let row = dates::number(language, at.row);
    let row = both(language, format!("dòng {row}"), format!("row {row}"));
    format!("{}, {sheet}{row}", at.file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_enough_is_said_in_the_unit_of_the_figures() {
        for (outlook, vi) in [
            (Outlook::Confirm(2), "Không cần thêm hoạt động: xác nhận 2 dòng này là đủ."),
            (Outlook::Spare(2, Figures::Activities), "Còn dư 2."),
            (Outlook::Spare(300, Figures::People), "Còn dư 300 người."),
            (Outlook::Spare(0, Figures::Activities), "Vừa đủ: bớt đi thì không còn đạt."),
        ] {
            assert_eq!(outlook.say(Language::Vi), vi);
        }
    }

    #[test]
    fn a_forecast_without_spread_names_no_range() {
        let told = |low, high| {
            let figures = Figures::Activities;
            Outlook::Forecast { expected: 5, low, high, figures, required: 4 }.say(Language::Vi).into_owned()
        };
        assert!(told(5, 5).contains("ước có 5, so với yêu cầu 4"));
        assert!(told(4, 7).contains("ước có 5 (4–7)"));
    }
}
