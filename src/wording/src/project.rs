//! Words of project files.

use crate::{Say, Text, both};
use domain::{Language, ProjectProblem};

/// Words of project files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProjectText {
    /// Saves one.
    Save,
    /// What it is.
    Hint,
    /// Several at once, or one beside other files.
    Several,
    /// One could not be opened or written.
    Refused {
        /// Its name.
        name: String,
        /// Why.
        problem: ProjectProblem,
    },
}

impl Say for ProjectText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Save => both(language, "Lưu tệp dự án", "Save project file"),
            Self::Hint => both(
                language,
                "Tệp dự án giữ các tệp đang xem, các dòng đã nhập và mọi lựa chọn, để làm tiếp lần sau hoặc trên máy khác. Thả tệp đó vào trang là mở lại được.",
                "A project file keeps the files at hand, the rows typed in and all choices, to go on later or on another device. Drop it on the page to open it.",
            ),
            Self::Several => both(
                language,
                "Mỗi lần chỉ mở được một tệp dự án, và không kèm tệp khác. Hãy thả riêng tệp dự án; các tệp khác thả thêm sau.",
                "A project file is opened alone. Drop it by itself; other files can be added afterwards.",
            ),
            Self::Refused { name, problem } => refused(language, name, problem),
        }
    }
}

fn refused(language: Language, name: &str, problem: &ProjectProblem) -> Text {
    match problem {
        ProjectProblem::Newer { version } => both(
            language,
            format!(
                "{name}: tệp dự án do phiên bản mới hơn của trang này tạo ra (dạng {version}). Hãy tải lại trang, hoặc mở bằng bản mới nhất, rồi thả lại. Dữ liệu đang xem được giữ nguyên."
            ),
            format!(
                "{name}: this project file was made by a newer version of this page (form {version}). Reload the page or use the latest edition, and drop it again. What is shown stays as it is."
            ),
        ),
        ProjectProblem::Damaged { detail } => both(
            language,
            format!(
                "{name}: tệp dự án bị hỏng hoặc đã bị sửa, nên không mở. Hãy xin lại bản gốc. Dữ liệu đang xem được giữ nguyên. (Chi tiết: {detail})"
            ),
            format!(
                "{name}: this project file is damaged or was edited, so it was not opened. Ask for the original. What is shown stays as it is. (Detail: {detail})"
            ),
        ),
        ProjectProblem::Changed { file } => both(
            language,
            format!(
                "Chưa lưu được tệp dự án {name}: tệp {file} đã bị sửa, đổi tên, chuyển chỗ hoặc xóa trên máy từ lúc được chọn, nên trình duyệt không cho đọc nữa. Hãy chọn lại tệp đó rồi lưu lại. Kết quả và lựa chọn đang có được giữ nguyên."
            ),
            format!(
                "The project file {name} was not saved: {file} was changed, renamed, moved or deleted on the disk since it was chosen, and the browser no longer lets it be read. Choose that file again and save again. Results and choices stay as they are."
            ),
        ),
        ProjectProblem::TooLarge { megabytes, limit } => both(
            language,
            format!(
                "{name}: quá lớn cho một tệp dự án ({megabytes} MB, giới hạn {limit} MB). Hãy giữ các tệp bảng tính gốc, hoặc bỏ bớt tệp rồi lưu lại."
            ),
            format!(
                "{name}: too large for a project file ({megabytes} MB, the limit is {limit} MB). Keep the spreadsheets themselves, or take some files away and save again."
            ),
        ),
        ProjectProblem::Rules { detail } => both(
            language,
            format!(
                "{name}: bộ quy tắc trong tệp dự án không dùng được, nên không mở. Dữ liệu đang xem được giữ nguyên. (Chi tiết: {detail})"
            ),
            format!(
                "{name}: the rules in this project file cannot be used, so it was not opened. What is shown stays as it is. (Detail: {detail})"
            ),
        ),
    }
}
