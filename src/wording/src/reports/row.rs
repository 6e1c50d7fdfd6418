//! Words around the row that is pasted into a table of the superior's.

use crate::{Say, Text, both};
use domain::Language;

/// A column, or something said about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowText {
    /// The row …
    Row,
    /// … for the superior's table.
    RowHint,
    /// Over the choice of columns.
    Order,
    /// The order in force is that of the official form.
    OfForm,
    /// Back to it.
    ToForm,
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
    /// The unit's name.
    Unit,
    /// Communication sessions.
    Events,
    /// People at them.
    EventPeople,
    /// News items.
    News,
    /// Activities of the Action Month.
    ActionMonth,
    /// Communication models.
    Models,
    /// Signed pledges.
    Pledges,
    /// People reached by anything.
    People,
    /// Women among them.
    Women,
    /// Money spent.
    Cost,
    /// Left blank.
    Blank,
}

impl Say for RowText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Row => both(language, "Dòng để dán", "Row to paste"),
            Self::RowHint => both(language, "vào bảng của cấp trên", "into the superior's table"),
            Self::Order => both(language, "Thứ tự cột của dòng", "Columns of the row"),
            Self::OfForm => both(
                language,
                "Theo Biểu số 09a (14 cột). Cột mà dữ liệu không có thì để trống.",
                "As in form 09a (14 columns). What the data do not hold stays blank.",
            ),
            Self::ToForm => both(language, "Trở về Biểu số 09a", "Back to form 09a"),
            Self::Own => both(language, "Xếp cột theo bảng của cấp trên", "Order them as in the superior's table"),
            Self::Add => both(language, "Thêm cột", "Add a column"),
            Self::Before => both(language, "Đưa lên trước", "Move before"),
            Self::After => both(language, "Đưa ra sau", "Move after"),
            Self::Remove => both(language, "Bỏ cột", "Remove"),
            Self::Preview => both(language, "Dòng sẽ được sao chép", "The row that is copied"),
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
