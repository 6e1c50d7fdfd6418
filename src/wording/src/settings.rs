//! Words of the settings: how the page shows itself, which data it judges by, and what this machine keeps.

use crate::{Say, Text, both};
use domain::{Language, TextSize, Theme};

impl Say for Theme {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Auto => both(language, "Theo máy", "As the device"),
            Self::Light => both(language, "Sáng", "Light"),
            Self::Dark => both(language, "Tối", "Dark"),
            Self::Contrast => both(language, "Tương phản cao", "High contrast"),
        }
    }
}

impl Say for TextSize {
    fn say(&self, language: Language) -> Text {
        let percent = self.percent();
        both(language, format!("Cỡ chữ {percent}%"), format!("Text size {percent}%"))
    }
}

/// Words of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsText {
    /// Its title.
    Title,
    /// What it is.
    Lead,
    /// Heading over what is seen.
    Shown,
    /// The language.
    Language,
    /// A language by its own name.
    Own(Language),
    /// The colours.
    Theme,
    /// Names a theme where its group does not.
    ThemeIs(Theme),
    /// The size of the text.
    Size,
    /// One step down.
    Smaller,
    /// One step up.
    Larger,
    /// Heading over the keys.
    Keys,
    /// The switch for keys without Ctrl.
    SingleKeys,
    /// What that does.
    SingleKeysHint,
    /// Opens the list of keys.
    AllKeys,
    /// Heading over what is judged.
    Judged,
    /// The plan in force.
    PlanInForce,
    /// Leads to the choice of a plan.
    ChangePlan,
    /// Heading over what is kept.
    Kept,
    /// What a link holds.
    InAddress,
    /// What is kept where, if it is wanted.
    Where,
    /// What is not kept, unless the user wants it.
    Never,
}

impl Say for SettingsText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(language, "Cài đặt", "Settings"),
            Self::Lead => both(
                language,
                "Mọi thay đổi có hiệu lực ngay và không làm mất dữ liệu đang xem.",
                "Every change takes effect at once and loses none of the data shown.",
            ),
            Self::Shown => both(language, "Hiển thị", "Display"),
            Self::Language => both(language, "Ngôn ngữ", "Language"),
            Self::Own(Language::Vi) => Text::Borrowed("Tiếng Việt"),
            Self::Own(Language::En) => Text::Borrowed("English"),
            Self::Theme => both(language, "Giao diện", "Appearance"),
            Self::ThemeIs(theme) => {
                let name = theme.say(language).to_lowercase();
                both(language, format!("Giao diện {name}"), format!("Appearance: {name}"))
            }
            Self::Size => both(language, "Cỡ chữ", "Text size"),
            Self::Smaller => both(language, "Thu nhỏ chữ", "Smaller text"),
            Self::Larger => both(language, "Phóng to chữ", "Larger text"),
            Self::Keys => both(language, "Bàn phím", "Keyboard"),
            Self::SingleKeys => both(language, "Phím tắt / và ?", "The keys / and ?"),
            Self::SingleKeysHint => both(
                language,
                "Tắt nếu bạn nhập bằng giọng nói hoặc hay chạm nhầm phím; Ctrl + K vẫn dùng được.",
                "Turn them off if you dictate or often hit keys by mistake; Ctrl + K still works.",
            ),
            Self::AllKeys => both(language, "Xem mọi phím tắt", "See all shortcuts"),
            Self::Judged | Self::PlanInForce | Self::ChangePlan => self.say_judged(language),
            Self::Kept | Self::InAddress | Self::Where | Self::Never => self.say_kept(language),
        }
    }
}

impl SettingsText {
    fn say_judged(self, language: Language) -> Text {
        match self {
            Self::Judged => both(language, "Căn cứ đối chiếu", "What is checked against"),
            Self::PlanInForce => both(language, "Kế hoạch đang dùng", "Plan in force"),
            Self::ChangePlan => both(language, "Xem hoặc đổi kế hoạch", "See or change the plan"),
            _ => Text::Borrowed(""),
        }
    }

    fn say_kept(self, language: Language) -> Text {
        match self {
            Self::Kept => both(language, "Dữ liệu trên máy này", "Data on this computer"),
            Self::InAddress => both(
                language,
                "Ngôn ngữ, giao diện, cỡ chữ, ngày và cách hiểu nằm trong địa chỉ của trang: lưu địa chỉ là lưu cài đặt.",
                "Language, appearance, text size, day and readings stand in the address of the page: to keep the address is to keep the settings.",
            ),
            Self::Where => both(
                language,
                "Nếu bạn bật, phần được nhớ nằm trong bộ nhớ riêng (IndexedDB) của trình duyệt này, không gửi đi đâu. Xóa dữ liệu duyệt web cũng xóa nó.",
                "If you turn it on, what is remembered lies in this browser's own store (IndexedDB) and is sent nowhere. Clearing the browser's data deletes it too.",
            ),
            Self::Never => both(
                language,
                "Không bật thì không có gì được lưu: tệp, dòng đã nhập và lựa chọn mất khi đóng thẻ (trang hỏi trước). Muốn làm tiếp ở máy khác, hãy tải tệp dự án.",
                "Unless you turn it on nothing is kept: files, typed rows and choices are gone when the tab is closed (the page asks first). To go on at another computer, download the project file.",
            ),
            _ => Text::Borrowed(""),
        }
    }
}
