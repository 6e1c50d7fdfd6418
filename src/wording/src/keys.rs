//! The one table of all keys of the page: where they hold, and what they do.

use crate::{Say, Text, both};
use domain::Language;

/// Where keys hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPlace {
    /// Everywhere.
    Anywhere,
    /// In the search over everything, and in other lists that open while something is typed.
    Lists,
    /// On the grid of a month.
    Month,
    /// In the table that is typed.
    Entry,
}

impl KeyPlace {
    /// Every place, in the order of the list.
    pub const ALL: [Self; 4] = [Self::Anywhere, Self::Lists, Self::Month, Self::Entry];

    fn lines(self) -> &'static [KeyLine] {
        match self {
            Self::Anywhere => &ANYWHERE,
            Self::Lists => &LISTS,
            Self::Month => &MONTH,
            Self::Entry => &ENTRY,
        }
    }
}

impl Say for KeyPlace {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Anywhere => both(language, "Mọi màn hình", "Every screen"),
            Self::Lists => both(language, "Ô tìm và danh sách gợi ý", "Search and suggestions"),
            Self::Month => both(language, "Lịch tháng", "Month of the calendar"),
            Self::Entry => both(language, "Bảng nhập trực tiếp", "The table you type in"),
        }
    }
}

/// Keys, then what they do in Vietnamese and in English.
type KeyLine = (&'static str, &'static str, &'static str);

const ANYWHERE: [KeyLine; 8] = [
    ("/", "tìm màn hình, mục tiêu, đơn vị, tệp tải về", "search screens, targets, units, downloads"),
    ("Ctrl + K", "tìm, kể cả khi đang gõ trong ô", "search, from within a field too"),
    ("?", "mở bảng phím tắt này", "open this list of keys"),
    ("Ctrl + Z", "hoàn tác lựa chọn vừa rồi", "undo the last choice"),
    ("Ctrl + Y", "làm lại", "redo"),
    ("Ctrl + V", "dán bảng hoặc tệp để đọc", "paste a table or files to be read"),
    ("Tab", "đến nút, liên kết, ô tiếp theo", "next button, link or field"),
    ("Esc", "đóng hộp thoại hoặc bảng đang mở", "close the dialog or panel"),
];

const LISTS: [KeyLine; 3] = [
    ("↑ ↓", "chọn dòng trước, dòng sau", "previous, next line"),
    ("Enter", "dùng dòng đang chọn", "take the chosen line"),
    ("Esc", "đóng", "close"),
];

const MONTH: [KeyLine; 4] = [
    ("← →", "ngày trước, ngày sau", "day before, day after"),
    ("↑ ↓", "tuần trước, tuần sau", "week before, week after"),
    ("Page Up, Page Down", "tháng trước, tháng sau", "month before, month after"),
    ("Enter", "chỉ xem việc của ngày đó", "show that day alone"),
];

const ENTRY: [KeyLine; 8] = [
    ("Tab", "ô tiếp theo", "next cell"),
    ("Enter", "dòng tiếp theo", "next row"),
    ("← ↑ → ↓", "di chuyển giữa các ô", "move between cells"),
    ("Ctrl + D", "nhân đôi dòng", "duplicate the row"),
    ("Ctrl + Delete", "xóa dòng", "delete the row"),
    ("Ctrl + Z", "hoàn tác", "undo"),
    ("Ctrl + V", "dán nhiều ô từ Excel", "paste cells from a spreadsheet"),
    ("Alt + ↓", "mở danh sách gợi ý", "open the suggestions"),
];

/// The keys that hold at a place, each with what it does.
pub fn keys(place: KeyPlace, language: Language) -> Vec<(&'static str, Text)> {
    place.lines().iter().map(|(keys, vi, en)| (*keys, both(language, *vi, *en))).collect()
}

/// Words around the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeysText {
    /// Its title.
    Title,
    /// What stands for Ctrl on a Mac, and how to turn single keys off.
    Hint,
}

impl Say for KeysText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(language, "Phím tắt", "Keyboard shortcuts"),
            Self::Hint => both(
                language,
                "Trên máy Mac, dùng ⌘ thay cho Ctrl. Phím / và ? có thể tắt trong Cài đặt.",
                "On a Mac use ⌘ instead of Ctrl. The keys / and ? can be turned off in Settings.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_stands_twice_at_one_place() {
        for place in KeyPlace::ALL {
            let mut listed: Vec<&str> = keys(place, Language::Vi).into_iter().map(|(keys, _)| keys).collect();
            listed.sort_unstable();
            let all = listed.len();
            listed.dedup();
            assert_eq!(listed.len(), all, "{place:?}");
        }
    }
}
