//! What happens to data, in at most 120 words.

use crate::{Say, Text, both};
use domain::Language;

/// Words of the page.
// SOURCE: ux.md §4.6 asks for at most 120 words; §4.2 for the limits of the policy, said plainly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrivacyText {
    /// Its title.
    Title,
    /// What is not sent, and how long things are there.
    Promise,
    /// What may be kept.
    Kept,
    /// Heading over the steps.
    Verify,
    /// Step: look at the network.
    VerifyNetwork,
    /// Step: do without it.
    VerifyOffline,
    /// Heading over the limits.
    Limits,
    /// What the policy does not stop.
    LimitsOf,
    /// What a link carries.
    Links,
}

impl PrivacyText {
    /// All of the page, in its order.
    pub const ALL: [Self; 9] = [
        Self::Title,
        Self::Promise,
        Self::Kept,
        Self::Verify,
        Self::VerifyNetwork,
        Self::VerifyOffline,
        Self::Limits,
        Self::LimitsOf,
        Self::Links,
    ];
}

impl Say for PrivacyText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(language, "Riêng tư", "Privacy"),
            Self::Promise => both(
                language,
                "Không máy chủ nào nhận dữ liệu; không cookie, không đếm người dùng. Tệp được đọc ngay trong trình duyệt và mất khi đóng thẻ.",
                "No server receives your data; no cookies, no counting of visitors. Files are read in your browser and gone when you close the tab.",
            ),
            Self::Kept => both(
                language,
                "“Nhớ trên máy này”, mặc định tắt, giữ lựa chọn và công việc đang làm trong trình duyệt này; một nút xóa hết. Riêng trang được lưu sẵn.",
                "“Remember on this computer”, off by default, keeps choices and work in hand in this browser; one button deletes it all. The page itself is stored.",
            ),
            Self::Verify => both(language, "Tự kiểm chứng trong 1 phút", "Check it yourself in a minute"),
            Self::VerifyNetwork => both(
                language,
                "Nhấn F12, mở thẻ Network, thả tệp: không có yêu cầu nào.",
                "Press F12, open Network, drop a file: no request appears.",
            ),
            Self::VerifyOffline => both(
                language,
                "Hoặc tắt Wi-Fi rồi thả tệp: kết quả vẫn hiện.",
                "Or switch Wi-Fi off and drop a file: the results still appear.",
            ),
            Self::Limits => both(language, "Giới hạn", "Limits"),
            Self::LimitsOf => both(
                language,
                "CSP của trang chặn mọi kết nối, nhưng không chặn được tiện ích mở rộng hay việc chuyển trang.",
                "The page's security policy (CSP) blocks every connection, but not browser extensions or moving to another page.",
            ),
            Self::Links => both(
                language,
                "Liên kết chỉ mang cài đặt và mã đơn vị có sẵn.",
                "Links carry settings and built-in unit codes only.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_at_most_120_words_in_each_language() {
        for language in [Language::Vi, Language::En] {
            let words: usize = PrivacyText::ALL.iter().map(|text| text.say(language).split_whitespace().count()).sum();
            assert!(words <= 120, "{words} words in {language:?}");
        }
    }
}
