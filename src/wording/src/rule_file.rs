//! Words about plans that can be chosen, and about a rule file of the user's own.

use crate::{Say, Text, both};
use domain::Language;

/// Words about the choice of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleFileText {
    /// Heading of the picker.
    Plans,
    /// What the choice does.
    PlansHint,
    /// The plan in force.
    InForce,
    /// It ships with the page.
    Shipped,
    /// The user's own.
    Own(String),
    /// The button that chooses a file.
    Choose,
    /// How to give a file, and where to learn how to write one.
    ChooseHint,
    /// The file is being checked.
    Checking(String),
    /// The file was refused.
    Refused {
        /// Its name.
        name: String,
        /// Errors.
        errors: u32,
    },
    /// What to do then.
    RefusedHint,
    /// The file is in force, with so many notes.
    InForceWithNotes(u32),
    /// Over the notes.
    Notes(u32),
    /// Nothing was found wrong.
    Clean,
    /// The notice on every screen.
    Notice(String),
    /// The notice on every screen, for a shipped plan that is not the first.
    OtherPlan(String),
    /// Back to the plan that ships with the page.
    Back,
    /// Takes the report away.
    Close,
    /// The file could not be read as text.
    Unreadable(String),
    /// The messages are in English.
    Messages,
}

impl Say for RuleFileText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Plans => both(language, "Kế hoạch đang áp dụng", "The plan applied"),
            Self::PlansHint => both(
                language,
                "Chọn kế hoạch để đối chiếu. Dữ liệu được đọc lại theo kế hoạch đó.",
                "Choose the plan to check against. The data are read again for it.",
            ),
            Self::InForce => both(language, "đang áp dụng", "in force"),
            Self::Shipped => both(language, "có sẵn", "comes with the page"),
            Self::Own(name) => both(language, format!("tệp của bạn: {name}"), format!("your file: {name}")),
            Self::Choose => both(language, "Dùng tệp quy tắc của bạn (.toml)", "Use your own rule file (.toml)"),
            Self::ChooseHint => both(
                language,
                "Cũng có thể thả tệp .toml vào bất cứ đâu trên trang. Tệp được kiểm tra ngay trên máy này.",
                "You can also drop a .toml file anywhere on the page. It is checked on this device.",
            ),
            Self::Checking(name) => both(language, format!("Đang kiểm tra {name}…"), format!("Checking {name}…")),
            Self::Refused { name, errors } => refused(language, name, *errors),
            Self::RefusedHint => both(
                language,
                "Sửa tệp theo từng chỗ dưới đây (tệp:dòng:cột) rồi thả lại. Kế hoạch đang áp dụng giữ nguyên.",
                "Mend the file at each place below (file:line:column) and drop it again. The plan applied stays as it was.",
            ),
            Self::InForceWithNotes(notes) => notes_words(language, *notes),
            Self::Notes(count) => {
                let en = if *count == 1 { "note".to_owned() } else { "notes".to_owned() };
                both(language, format!("{count} lưu ý"), format!("{count} {en}"))
            }
            Self::Clean => both(
                language,
                "Không thấy lỗi nào. Tệp đang được áp dụng.",
                "Nothing wrong was found. The file is in force.",
            ),
            Self::Notice(name) => both(
                language,
                format!("Đang áp dụng quy tắc của bạn: {name}"),
                format!("Your own rules are applied: {name}"),
            ),
            Self::OtherPlan(name) => both(language, format!("Kế hoạch: {name}"), format!("Plan: {name}")),
            Self::Back => both(language, "Về kế hoạch có sẵn", "Back to the plan that comes with the page"),
            Self::Close => both(language, "Đóng kết quả kiểm tra", "Close the report"),
            Self::Unreadable(name) => both(
                language,
                format!("Không đọc được {name} dưới dạng văn bản. Hãy lưu lại bằng mã UTF-8."),
                format!("{name} cannot be read as text. Save it as UTF-8."),
            ),
            Self::Messages => both(
                language,
                "Thông báo giống hệt công cụ dòng lệnh nên bằng tiếng Anh.",
                "The messages are those of the command line.",
            ),
        }
    }
}

fn refused(language: Language, name: &str, errors: u32) -> Text {
    let en = if errors == 1 { "1 error".to_owned() } else { format!("{errors} errors") };
    both(
        language,
        format!("{name} có {errors} lỗi nên chưa được áp dụng"),
        format!("{name} has {en} and is not applied"),
    )
}

fn notes_words(language: Language, notes: u32) -> Text {
    let en = if notes == 1 { "1 note".to_owned() } else { format!("{notes} notes") };
    both(
        language,
        format!("Không có lỗi. Tệp đang được áp dụng; có {notes} lưu ý."),
        format!("No errors. The file is in force; there is {en}."),
    )
}
