//! The one table of words for states, groups and reasons. Every screen and every report uses it.

use crate::{Say, Text, both};
use domain::{Evidence, Language, Reason, State};

/// The group a state belongs to: one hue and one family of shapes each. The page styles groups, never states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Met.
    Good,
    /// Still open.
    Open,
    /// Not met, late.
    Bad,
    /// Not enough data, needs confirmation.
    Unknown,
    /// Not due yet, not applicable.
    Neutral,
}

impl Group {
    /// Every group, in the order of a legend.
    pub const ALL: [Self; 5] = [Self::Good, Self::Open, Self::Bad, Self::Unknown, Self::Neutral];

    /// The group of a state.
    pub fn of(state: State) -> Self {
        match state {
            State::Met => Self::Good,
            State::OnTrack | State::AtRisk => Self::Open,
            State::Missed | State::Late => Self::Bad,
            State::NoData | State::Uncertain => Self::Unknown,
            State::NotYetDue | State::NotApplicable => Self::Neutral,
        }
    }

    /// The value of `data-group` in the page's style sheets.
    pub fn code(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Open => "open",
            Self::Bad => "bad",
            Self::Unknown => "unknown",
            Self::Neutral => "neutral",
        }
    }
}

impl Say for Group {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Good => both(language, "Đạt", "Met"),
            Self::Open => both(language, "Còn hạn", "Still open"),
            Self::Bad => both(language, "Chưa đạt", "Not met"),
            Self::Unknown => both(language, "Chưa đủ dữ liệu", "Not enough data"),
            Self::Neutral => both(language, "Chưa đến kỳ, không áp dụng", "Not due or not applicable"),
        }
    }
}

impl Say for State {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Met => both(language, "Đạt", "Met"),
            Self::OnTrack => both(language, "Còn hạn, đúng tiến độ", "Open, on track"),
            Self::AtRisk => both(language, "Còn hạn, cần làm thêm", "Open, at risk"),
            Self::NotYetDue => both(language, "Chưa đến kỳ", "Not due yet"),
            Self::Missed => both(language, "Chưa đạt", "Not met"),
            Self::Late => both(language, "Gửi muộn", "Late"),
            Self::NoData => both(language, "Chưa đủ dữ liệu", "Not enough data"),
            Self::Uncertain => both(language, "Cần xác nhận", "Needs confirmation"),
            Self::NotApplicable => both(language, "Không áp dụng", "Not applicable"),
        }
    }
}

impl Say for Reason {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::RegisterMissing => {
                both(language, "chưa có bảng nào chứa loại số liệu này", "no table given holds this kind of figures")
            }
            Self::WindowCut => both(
                language,
                "đơn vị thành lập hoặc kết thúc giữa kỳ nên chưa thể kết luận là chưa đạt",
                "the unit began or ended within the period, so it cannot be said to have missed it",
            ),
            Self::Waived => both(
                language,
                "đơn vị tồn tại chưa đến nửa kỳ nên được miễn",
                "the unit existed for less than half of the period and is exempt",
            ),
            Self::OutsideLife => {
                both(language, "đơn vị không tồn tại trong kỳ này", "the unit did not exist in this period")
            }
            Self::NothingReported => both(language, "chưa gửi số liệu của kỳ này", "no data received for this period"),
            Self::CutOff => both(
                language,
                "bảng số liệu chỉ tính đến một ngày trước khi kỳ kết thúc",
                "the data go only up to a day before the period ended",
            ),
            Self::PossibleOnly => both(
                language,
                "chỉ đủ nếu tính cả các dòng chưa chắc (ngày, nội dung hoặc đối tượng chưa rõ)",
                "enough only if rows that are not certain (date, subject or audience unclear) are counted",
            ),
            Self::NothingInScope => {
                both(language, "có bảng nhưng không có mục nào thuộc phạm vi", "the table has nothing in scope")
            }
            Self::MembersOpen => {
                both(language, "còn đơn vị thành viên chưa kết luận được", "some member units are not decided yet")
            }
            Self::NoBaseline => both(
                language,
                "chưa có kết quả khảo sát của năm gốc để so sánh",
                "there is no survey of the base year to compare with",
            ),
            Self::Beyond => both(language, "vượt mức cao nhất mà kế hoạch nêu", "beyond the upper bound of the plan"),
            Self::PeopleUnknown => both(
                language,
                "có dòng không ghi số người tham gia (hoặc số nữ) nên chưa biết đã đủ hay chưa",
                "some rows do not say how many people (or women) took part, so it is not known whether it is enough",
            ),
        }
    }
}

impl Say for Evidence {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Reported => {
                both(language, "đơn vị đã gửi đủ số liệu của kỳ", "the unit reported its figures for the period")
            }
            Self::Implied => {
                both(language, "tệp có dòng của đơn vị trong kỳ", "the file holds rows of the unit within the period")
            }
            Self::Partial => both(
                language,
                "bảng có dòng của đơn vị trong kỳ nhưng chỉ tính đến một ngày trước khi kỳ kết thúc",
                "the table holds rows of the unit within the period, but goes only up to a day before its end",
            ),
            Self::None => both(language, "chưa có số liệu của đơn vị trong kỳ", "no figures of the unit in the period"),
        }
    }
}
