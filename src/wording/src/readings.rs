//! Words of the readings screen: what can be read in more than one way, and what another reading would change.

use crate::dates::number;
use crate::plurals::english;
use crate::{Say, Text, both};
use domain::Language;

/// Which readings are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReadingFilter {
    /// All of them.
    #[default]
    All,
    /// Those of which another option would change a verdict now.
    Changing,
    /// Those the user chose differently.
    Mine,
}

impl ReadingFilter {
    /// Every filter, in the order of the page.
    pub const ALL: [Self; 3] = [Self::All, Self::Changing, Self::Mine];

    /// The word used in addresses; none for all.
    pub fn code(self) -> Option<&'static str> {
        match self {
            Self::All => None,
            Self::Changing => Some("doi"),
            Self::Mine => Some("rieng"),
        }
    }
}

/// Words of the readings screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadingsText {
    /// The heading.
    Title,
    /// What the screen is for.
    Lead,
    /// The counts come with data.
    LeadWithoutData,
    /// How many verdicts the counts are out of.
    OutOf(u32),
    /// Name of the filters.
    Filters,
    /// A filter with the number of readings it shows.
    Filter(ReadingFilter, usize),
    /// Readings that bear on several targets.
    General,
    /// The option in force.
    InForce,
    /// The default option.
    Default,
    /// So many verdicts would differ.
    Changes(u32),
    /// The number has not come yet.
    Counting,
    /// No number has come yet.
    CountingAll,
    /// Why the default.
    Why,
    /// A reading with one option only.
    Decision,
    /// Back to the default, for one reading.
    Reset,
    /// Back to the defaults, for all.
    ResetAll,
    /// So many readings differ from their defaults.
    Differing(u32),
    /// The filter shows nothing.
    NoneShown,
    /// Leads to a clause, by its id.
    Clause(String),
    /// How many readings there are, and of how many targets.
    Summary {
        /// Questions with a choice.
        asked: usize,
        /// Recorded decisions.
        decided: usize,
    },
    /// Leads here.
    Open,
}

impl Say for ReadingsText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(
                language,
                "Cách hiểu: những chỗ văn bản có thể hiểu khác nhau",
                "Readings: where the text can be read in more than one way",
            ),
            Self::Lead => both(
                language,
                "Mỗi câu hỏi kèm nguyên văn, các cách hiểu và lý do của cách mặc định. Bên cạnh mỗi cách là số kết luận sẽ đổi ngay bây giờ nếu chọn cách đó.",
                "Each question comes with the words of the plan, the ways to read them and the reason for the default. Beside each way stands the number of verdicts it would change right now.",
            ),
            Self::LeadWithoutData => both(
                language,
                "Mỗi câu hỏi kèm nguyên văn, các cách hiểu và lý do của cách mặc định. Khi có dữ liệu, mỗi cách sẽ kèm số kết luận thay đổi.",
                "Each question comes with the words of the plan, the ways to read them and the reason for the default. With data, each way also says how many verdicts it changes.",
            ),
            Self::OutOf(verdicts) => {
                let (vi, en) = (number(language, *verdicts), english(*verdicts, "verdict", "verdicts"));
                both(language, format!("Tính trên {vi} kết luận."), format!("Out of {en}."))
            }
            Self::Filters => both(language, "Lọc câu hỏi", "Filter the questions"),
            Self::Filter(filter, count) => filter_words(language, *filter, *count),
            Self::General => both(language, "Chung cho nhiều mục tiêu", "Bearing on several targets"),
            Self::InForce => both(language, "đang dùng", "in force"),
            Self::Default => both(language, "mặc định", "default"),
            Self::Changes(count) => changes(language, *count),
            Self::Counting => both(language, "đang đếm…", "counting…"),
            Self::CountingAll => {
                both(language, "Đang đếm số kết luận sẽ đổi…", "Counting the verdicts that would change…")
            }
            Self::Why => both(language, "Vì sao mặc định như vậy", "Why this is the default"),
            Self::Decision => {
                both(language, "Đã ghi nhận, không có cách khác", "Recorded decision, no other way offered")
            }
            Self::Reset => both(language, "Về mặc định", "Back to the default"),
            Self::ResetAll => both(language, "Đưa tất cả về mặc định", "All back to their defaults"),
            Self::Differing(count) => differing(language, *count),
            Self::NoneShown => {
                both(language, "Không có câu hỏi nào theo bộ lọc này.", "No question answers this filter.")
            }
            Self::Clause(id) => both(language, format!("{id}: xem trong Kế hoạch"), format!("{id}: show in the plan")),
            Self::Summary { asked, decided } => summary(language, *asked, *decided),
            Self::Open => both(language, "Xem và chọn cách hiểu", "See and choose readings"),
        }
    }
}

fn filter_words(language: Language, filter: ReadingFilter, count: usize) -> Text {
    let words = match filter {
        ReadingFilter::All => both(language, "Tất cả", "All"),
        ReadingFilter::Changing => both(language, "Chỉ câu làm đổi kết luận", "Only those that change a verdict"),
        ReadingFilter::Mine => both(language, "Chỉ câu bạn đã đổi", "Only those you changed"),
    };
    format!("{words} ({count})").into()
}

fn changes(language: Language, count: u32) -> Text {
    let figure = number(language, count);
    match count {
        0 => both(language, "không đổi kết luận nào", "changes no verdict"),
        1 => both(language, "đổi 1 kết luận", "changes 1 verdict"),
        _ => both(language, format!("đổi {figure} kết luận"), format!("changes {figure} verdicts")),
    }
}

fn differing(language: Language, count: u32) -> Text {
    let figure = number(language, count);
    let en = match count {
        0 => "All readings are the defaults".to_owned(),
        1 => "1 reading differs from the default".to_owned(),
        _ => format!("{figure} readings differ from the default"),
    };
    let vi = match count {
        0 => "Mọi cách hiểu đều theo mặc định".to_owned(),
        _ => format!("{figure} cách hiểu khác mặc định"),
    };
    both(language, vi, en)
}

fn summary(language: Language, asked: usize, decided: usize) -> Text {
    both(
        language,
        format!("{asked} câu hỏi có nhiều cách hiểu, {decided} điều đã ghi nhận."),
        format!(
            "{} with a choice, {}.",
            english(asked, "question", "questions"),
            english(decided, "recorded decision", "recorded decisions"),
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_that_changes_nothing_says_so() {
        for (count, vi, en) in [
            (0, "không đổi kết luận nào", "changes no verdict"),
            (1, "đổi 1 kết luận", "changes 1 verdict"),
            (1046, "đổi 1.046 kết luận", "changes 1,046 verdicts"),
        ] {
            assert_eq!(ReadingsText::Changes(count).say(Language::Vi), vi);
            assert_eq!(ReadingsText::Changes(count).say(Language::En), en);
        }
    }

    #[test]
    fn one_differing_reading_is_not_said_in_the_plural() {
        assert_eq!(ReadingsText::Differing(1).say(Language::En), "1 reading differs from the default");
        assert_eq!(ReadingsText::Differing(3).say(Language::Vi), "3 cách hiểu khác mặc định");
    }
}
