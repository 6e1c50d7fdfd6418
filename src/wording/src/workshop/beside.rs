//! Words beside the deck: the page before it, and the exercise sheets.

use crate::{Say, Text, both};
use domain::Language;

/// Words of the page that opens where there are no data yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoorText {
    /// The heading.
    Title,
    /// What it needs.
    Lead,
    /// The province's sample.
    WithProvince,
    /// The commune's sample.
    WithCommune,
    /// Leads to the user's own files.
    OwnFiles,
}

impl Say for DoorText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(language, "Trình chiếu cho lớp tập huấn", "A deck for your workshop"),
            Self::Lead => both(
                language,
                "Câu hỏi và đáp án lấy từ số liệu. Chọn dữ liệu mẫu, hoặc mở bảng của bạn trước.",
                "Questions and answers come from figures. Choose sample data, or open your own sheet first.",
            ),
            Self::WithProvince => both(language, "Dùng dữ liệu mẫu: toàn tỉnh", "Use sample data: whole province"),
            Self::WithCommune => both(language, "Dùng dữ liệu mẫu: một xã", "Use sample data: one commune"),
            Self::OwnFiles => both(language, "Chọn tệp của bạn", "Choose your own files"),
        }
    }
}

/// Words of the exercise sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetText {
    /// The heading of the questions.
    Title,
    /// The heading of the key.
    Key,
    /// Room for names.
    Group,
    /// Room for the day.
    Day,
    /// Room for an answer.
    YourAnswer,
    /// Room for the reason.
    Because,
}

impl Say for SheetText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(language, "Phiếu bài tập", "Exercise sheet"),
            Self::Key => both(language, "Đáp án (dành cho giảng viên)", "Answer key (for the trainer)"),
            Self::Group => both(language, "Nhóm:", "Group:"),
            Self::Day => both(language, "Ngày:", "Date:"),
            Self::YourAnswer => both(language, "Trả lời:", "Answer:"),
            Self::Because => both(language, "Vì:", "Because:"),
        }
    }
}
