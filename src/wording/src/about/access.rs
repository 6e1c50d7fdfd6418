//! Who can use the page: what holds, what does not, and how to tell of a problem.

use crate::{Say, Text, both};
use domain::Language;

/// Words of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessText {
    /// Its title.
    Title,
    /// What it aims at.
    Lead,
    /// Heading over what holds.
    Holds,
    /// The keyboard.
    Keyboard,
    /// Colours.
    Contrast,
    /// Never colour alone.
    Shapes,
    /// Size.
    Zoom,
    /// Motion.
    Motion,
    /// Colours of the system's own.
    Forced,
    /// What is announced.
    Announced,
    /// Heading over the limits.
    Limits,
    /// Nobody tried it with a screen reader.
    Untried,
    /// Large tables.
    Tables,
    /// The words of the plan.
    Quotes,
    /// Files made elsewhere.
    Files,
    /// Heading over how to tell.
    Tell,
    /// How.
    TellHow,
    /// Leads to the settings.
    ToSettings,
}

/// What holds, in the order of the page.
pub const HELD: [AccessText; 7] = [
    AccessText::Keyboard,
    AccessText::Contrast,
    AccessText::Shapes,
    AccessText::Zoom,
    AccessText::Motion,
    AccessText::Forced,
    AccessText::Announced,
];

/// What does not hold, or is not known.
pub const LIMITS: [AccessText; 4] = [AccessText::Untried, AccessText::Tables, AccessText::Quotes, AccessText::Files];

impl Say for AccessText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(language, "Trợ năng", "Accessibility"),
            Self::Lead => both(
                language,
                "Trang hướng tới WCAG 2.2 mức AA, để ai cũng tự làm được công việc này.",
                "The page aims at WCAG 2.2 level AA, so that everyone can do this work on their own.",
            ),
            Self::Holds => both(language, "Đã có", "What holds"),
            Self::Limits => both(language, "Còn hạn chế", "Known limits"),
            Self::Tell => both(language, "Báo vấn đề", "Report a problem"),
            Self::TellHow => both(
                language,
                "Báo cho người đã gửi bạn công cụ này. Nêu màn hình đang xem, việc định làm, điều đã xảy ra, trình duyệt, phần mềm hỗ trợ và phiên bản ghi ở cuối trang; đừng gửi kèm số liệu.",
                "Tell the person who gave you this tool. Name the screen, what you wanted to do, what happened, your browser, your assistive software and the version at the foot of the page; do not send any data along.",
            ),
            Self::ToSettings => {
                both(language, "Đổi cỡ chữ, giao diện, phím tắt", "Change text size, appearance, shortcuts")
            }
            Self::Untried | Self::Tables | Self::Quotes | Self::Files => self.say_limit(language),
            held => held.say_held(language),
        }
    }
}

impl AccessText {
    fn say_held(self, language: Language) -> Text {
        match self {
            Self::Keyboard => both(
                language,
                "Mọi việc làm được bằng bàn phím; chỗ đang đứng luôn có khung; việc kéo thả có nút thay thế.",
                "Everything works by keyboard; where you stand always has a frame; dragging has buttons beside it.",
            ),
            Self::Contrast => both(
                language,
                "Chữ tương phản với nền ít nhất 4,5:1; có giao diện sáng, tối và tương phản cao.",
                "Text stands out from its ground by at least 4.5:1; there are a light, a dark and a high-contrast appearance.",
            ),
            Self::Shapes => both(
                language,
                "Kết quả luôn có chữ và hình, không chỉ có màu; bản in đen trắng vẫn đọc được.",
                "Results always have a word and a shape, never colour alone; they can be read in black and white.",
            ),
            Self::Zoom => both(
                language,
                "Chữ phóng to được đến 150% trong Cài đặt và hơn nữa bằng trình duyệt; trên điện thoại chỉ bảng lớn phải cuộn ngang.",
                "Text grows to 150% in Settings and further with the browser; on a phone only large tables scroll sideways.",
            ),
            Self::Motion => both(
                language,
                "Không có chuyển động nào nếu máy đặt “giảm chuyển động”.",
                "Nothing moves if the device asks for reduced motion.",
            ),
            Self::Forced => both(
                language,
                "Theo bảng màu bắt buộc của hệ điều hành (Windows: Chủ đề tương phản).",
                "It follows forced colours of the system (Windows: contrast themes).",
            ),
            Self::Announced => both(
                language,
                "Tiến độ, kết quả và lỗi được đọc lên; tiêu đề và tiêu điểm đổi theo màn hình.",
                "Progress, results and errors are announced; title and focus follow the screen.",
            ),
            _ => Text::Borrowed(""),
        }
    }

    fn say_limit(self, language: Language) -> Text {
        match self {
            Self::Untried => both(
                language,
                "Chưa có buổi thử nào với người dùng trình đọc màn hình (NVDA, JAWS, TalkBack, VoiceOver).",
                "There has been no session with people who use screen readers (NVDA, JAWS, TalkBack, VoiceOver).",
            ),
            Self::Tables => both(
                language,
                "Bảng Đơn vị × mục tiêu rất dài: nên lọc hoặc tìm (phím /) trước khi đi từng ô.",
                "The table of units and targets is long: filter it or search (key /) before walking its cells.",
            ),
            Self::Quotes => both(
                language,
                "Lời văn kế hoạch chỉ có tiếng Việt và giữ nguyên lỗi chính tả của bản gốc.",
                "The words of the plan are in Vietnamese only and keep the original's misspellings.",
            ),
            Self::Files => both(
                language,
                "Tệp tải về chưa được kiểm tra trợ năng.",
                "Downloaded files have not been checked for accessibility.",
            ),
            _ => Text::Borrowed(""),
        }
    }
}
