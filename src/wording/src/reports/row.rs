//! Words around the row that is pasted into a table of the superior's.

use crate::{Say, Text, both};
use domain::{Language, RowColumn};

/// What is said about the columns of the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowText {
    /// The row …
    Row,
    /// … for the superior's table.
    RowHint,
    /// Over the choice of columns.
    Order,
    /// Begins an order of one's own.
    Own,
    /// Adds a column.
    Add,
    /// This column goes to the left …
    Before,
    /// … to the right …
    After,
    /// … or away.
    Remove,
    /// What is copied, for those who do not see it.
    Preview,
}

impl Say for RowText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Row => both(language, "Dòng để dán", "Row to paste"),
            Self::RowHint => both(language, "vào bảng của cấp trên", "into the superior's table"),
            Self::Order => both(language, "Thứ tự cột của dòng", "Columns of the row"),
            Self::Own => both(language, "Xếp cột theo bảng của cấp trên", "Order them as in the superior's table"),
            Self::Add => both(language, "Thêm cột", "Add a column"),
            Self::Before => both(language, "Đưa lên trước", "Move before"),
            Self::After => both(language, "Đưa ra sau", "Move after"),
            Self::Remove => both(language, "Bỏ cột", "Remove"),
            Self::Preview => both(language, "Dòng sẽ được sao chép", "The row that is copied"),
        }
    }
}

impl Say for RowColumn {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Unit => both(language, "Đơn vị", "Unit"),
            Self::Events => both(language, "Số cuộc truyền thông", "Communication sessions"),
            Self::EventPeople => both(language, "Số lượt người dự các cuộc", "People at the sessions"),
            Self::News => both(language, "Số tin, bài", "News items"),
            Self::ActionMonth => both(language, "Số hoạt động Tháng hành động", "Action Month activities"),
            Self::Models => both(language, "Số mô hình truyền thông", "Communication models"),
            Self::Pledges => both(language, "Số bản ký cam kết", "Signed pledges"),
            Self::People => both(language, "Tổng số lượt người", "People reached"),
            Self::Women => both(language, "Trong đó: nữ", "Women among them"),
            Self::Cost => both(language, "Kinh phí (đồng)", "Cost (đồng)"),
            Self::Blank => both(language, "(để trống)", "(blank)"),
        }
    }
}

/// Words about an order of columns and its template file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderText {
    /// The order in force.
    InForce {
        /// What it is called.
        title: String,
        /// Its columns.
        columns: usize,
    },
    /// Back to it.
    BackTo(String),
    /// Saves the order shown as a template file.
    Save,
    /// The title of an order put together on the page.
    OwnTitle,
    /// The name of the file.
    FileName,
    /// Chooses a template file.
    Choose,
    /// What that is for.
    ChooseHint,
    /// The user's own file is in force.
    Own(String),
    /// Back to the order that ships.
    ToShipped,
    /// The file was refused.
    Refused {
        /// Its name.
        name: String,
        /// Errors.
        errors: usize,
    },
    /// What to do then.
    RefusedHint,
    /// It is being checked.
    Checking(String),
    /// It is no text.
    Unreadable(String),
    /// It is no template of columns but something else in TOML.
    NotOne(String),
}

impl Say for OrderText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::InForce { title, columns } => both(
                language,
                format!("Theo {title} ({columns} cột). Cột mà dữ liệu không có thì để trống."),
                format!("As in {title} ({columns} columns). What the data do not hold stays blank."),
            ),
            Self::BackTo(title) => both(language, format!("Trở về {title}"), format!("Back to {title}")),
            Self::Save => both(language, "Lưu thứ tự này thành tệp mẫu", "Save the order as a template file"),
            Self::OwnTitle => both(language, "Bảng của cấp trên", "The superior's table"),
            Self::FileName => both(language, "thu-tu-cot.toml", "columns.toml"),
            Self::Choose => both(language, "Dùng tệp mẫu của bạn (.toml)", "Use your own template (.toml)"),
            Self::ChooseHint => both(
                language,
                "Tệp mẫu nói bảng của cấp trên có những cột nào, theo thứ tự nào. Tệp được kiểm tra ngay trên máy này và giữ \
                 trong tệp dự án.",
                "A template says which columns the superior's table has, in which order. It is checked on this device, and kept \
                 in the project file.",
            ),
            Self::Own(name) => both(
                language,
                format!("Đang dùng tệp mẫu của bạn: {name}"),
                format!("Your own template is used: {name}"),
            ),
            Self::ToShipped => both(language, "Về thứ tự có sẵn", "Back to the order that comes with the page"),
            Self::Refused { name, errors } => {
                let en = if *errors == 1 { "1 error".to_owned() } else { format!("{errors} errors") };
                both(
                    language,
                    format!("{name} có {errors} lỗi nên chưa được dùng"),
                    format!("{name} has {en} and is not used"),
                )
            }
            Self::RefusedHint => both(
                language,
                "Nếu dùng tệp này, số có thể vào nhầm cột. Sửa từng chỗ dưới đây (tệp:dòng:cột) rồi chọn lại. Thứ tự đang dùng \
                 giữ nguyên.",
                "With this file numbers might land in the wrong column. Mend each place below (file:line:column) and choose it \
                 again. The order in use stays as it was.",
            ),
            Self::Checking(name) => both(language, format!("Đang kiểm tra {name}…"), format!("Checking {name}…")),
            Self::Unreadable(name) => both(
                language,
                format!("Không đọc được {name} dưới dạng văn bản. Hãy lưu lại bằng mã UTF-8 rồi chọn lại."),
                format!("{name} cannot be read as text. Save it as UTF-8 and choose it again."),
            ),
            Self::NotOne(name) => both(
                language,
                format!(
                    "{name} không phải tệp mẫu cột: thiếu dòng format = \"form-columns/1\". Hãy lưu thứ tự đang dùng thành tệp \
                     mẫu rồi sửa từ đó."
                ),
                format!(
                    "{name} is no template of columns: the line format = \"form-columns/1\" is missing. Save the order in use \
                     as a template file and go on from there."
                ),
            ),
        }
    }
}
