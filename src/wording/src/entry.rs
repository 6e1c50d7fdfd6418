//! Words of the table that is typed.

use crate::dates::{day, number};
use crate::{Say, Text, both};
use domain::{FindingKind, Language, Life};

/// A column of the table. The template uses the same words, so that intake knows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryColumn {
    /// Who held it.
    Unit,
    /// When.
    Date,
    /// What kind.
    Kind,
    /// How many.
    Count,
    /// What about.
    Title,
    /// Through which channel.
    Channel,
    /// How many people.
    People,
    /// How many women among them.
    Women,
}

impl EntryColumn {
    /// Every column, in the order of the table.
    pub const ALL: [Self; 8] =
        [Self::Unit, Self::Date, Self::Kind, Self::Count, Self::Title, Self::Channel, Self::People, Self::Women];

    /// What may be written there, shown in the empty cell.
    pub fn example(self, language: Language) -> Text {
        match self {
            Self::Unit => both(language, "gõ tên, không cần dấu", "type the name"),
            Self::Date => both(language, "05/3/2024", "05/3/2024"),
            Self::Count => both(language, "1", "1"),
            Self::Kind | Self::Title | Self::Channel | Self::People | Self::Women => both(language, "", ""),
        }
    }
}

impl Say for EntryColumn {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Unit => both(language, "Đơn vị", "Unit"),
            Self::Date => both(language, "Ngày thực hiện", "Date"),
            Self::Kind => both(language, "Loại hoạt động", "Kind of activity"),
            Self::Count => both(language, "Số lượng", "Count"),
            Self::Title => both(language, "Nội dung", "Title"),
            Self::Channel => both(language, "Kênh", "Channel"),
            Self::People => both(language, "Số người", "People"),
            Self::Women => both(language, "Số nữ", "Women"),
        }
    }
}

/// Words around the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryText {
    /// Heading.
    Title,
    /// Heading, where files are at hand.
    TitleAdd,
    /// What to do.
    Lead,
    /// Names the table.
    Table,
    /// Above the numbers of the rows.
    Row,
    /// The number under which evidence names a row.
    RowNumber(u32),
    /// A row that nothing is typed in.
    BlankRow,
    /// A cell: `Ngày thực hiện, dòng 3`.
    Cell {
        /// The column.
        column: EntryColumn,
        /// The row; `None` = a blank one.
        row: Option<u32>,
    },
    /// Above the buttons of the rows.
    Actions,
    /// Makes a copy of a row.
    Duplicate(Option<u32>),
    /// Takes a row away.
    Delete(Option<u32>),
    /// Takes the last step back.
    Undo,
    /// Takes all rows away.
    Clear,
    /// Leads to the results with these rows.
    SeeResults,
    /// Nothing is typed yet.
    NothingYet,
    /// So many rows; what intake says of them is not known yet.
    Checking(u32),
    /// So many rows, with so many to look at.
    Checked {
        /// Rows.
        rows: u32,
        /// Rows to look at.
        doubtful: u32,
    },
    /// The results do not hold what stands here.
    Ahead,
    /// So many rows were pasted.
    Pasted {
        /// Rows.
        rows: u32,
        /// Something did not fit.
        cut: bool,
    },
    /// A copy with this number was made.
    Duplicated(u32),
    /// The row with this number was taken away.
    Deleted(Option<u32>),
    /// So many rows were taken away.
    Cleared(u32),
    /// The last step was taken back.
    Undone,
    /// Heading over the keys.
    KeysTitle,
    /// Nothing is kept by itself.
    NotKept,
    /// Names a list of suggestions.
    Suggestions(EntryColumn),
    /// A unit that was not always there: `đến 30/6/2025`.
    Life(Life),
    /// The kind is left to be guessed from the title.
    NoKind,
    /// Opens the table for more rows, elsewhere on the page.
    AddRows,
    /// The file name of the template.
    TemplateName,
    /// The name of its sheet.
    TemplateSheet,
}

impl Say for EntryText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(language, "Nhập trực tiếp", "Type rows in"),
            Self::TitleAdd => both(language, "Bổ sung dòng", "Add rows"),
            Self::Lead => both(
                language,
                "Mỗi dòng là một hoạt động đã làm. Cần có đơn vị, loại hoạt động và ngày (05/3/2024, tháng 3/2024 hoặc quý I/2024); để trống số lượng là 1. Có thể dán nhiều ô từ Excel vào bảng.",
                "Each row is one activity that took place. Unit, kind and date (05/3/2024, “tháng 3/2024” or “quý I/2024”) are needed; a blank count means 1. You can paste cells from a spreadsheet into the table.",
            ),
            Self::Table => both(language, "Bảng nhập", "Table to type in"),
            Self::Row => both(language, "Dòng", "Row"),
            Self::RowNumber(row) => both(language, row.to_string(), row.to_string()),
            Self::BlankRow => both(language, "dòng trống", "blank row"),
            Self::Cell { column, row } => cell(language, *column, *row),
            Self::Actions => both(language, "Thao tác", "Actions"),
            Self::Duplicate(row) => of_row(language, ("Nhân đôi dòng", "Duplicate row"), *row),
            Self::Delete(row) => of_row(language, ("Xóa dòng", "Delete row"), *row),
            Self::Undo => both(language, "Hoàn tác", "Undo"),
            Self::Clear => both(language, "Xóa tất cả", "Delete all"),
            Self::SeeResults => both(language, "Xem kết quả", "See the results"),
            Self::KeysTitle => both(language, "Phím tắt", "Keys"),
            Self::NotKept => both(
                language,
                "Các dòng này chỉ nằm trên trang đang mở. Lưu tệp dự án để dùng lại lần sau hoặc trên máy khác.",
                "These rows live on this open page only. Save the project file to go on later, or on another device.",
            ),
            Self::Suggestions(column) => both(
                language,
                format!("Gợi ý: {}", column.say(Language::Vi)),
                format!("{}: suggestions", column.say(Language::En)),
            ),
            Self::Life(life) => life_words(language, *life),
            Self::NoKind => both(
                language,
                "Chưa có loại: nếu nội dung không nói rõ thì dòng này không được tính.",
                "No kind yet: unless the title says it, this row does not count.",
            ),
            Self::AddRows => both(language, "Bổ sung dòng", "Add rows"),
            Self::TemplateName => both(language, "bieu-mau-hoat-dong.xlsx", "activities-template.xlsx"),
            Self::TemplateSheet => both(language, "Hoạt động", "Activities"),
            state => state.say_state(language),
        }
    }
}

impl EntryText {
    /// What the table holds, and what was done last.
    fn say_state(&self, language: Language) -> Text {
        match self {
            Self::NothingYet => both(language, "Chưa có dòng nào.", "No rows yet."),
            Self::Checking(rows) => {
                both(language, format!("{}. Đang kiểm tra…", vi_rows(*rows)), format!("{}. Checking…", en_rows(*rows)))
            }
            Self::Checked { rows, doubtful: 0 } => both(
                language,
                format!("{}, đọc được hết.", vi_rows(*rows)),
                format!("{}, all understood.", en_rows(*rows)),
            ),
            Self::Checked { rows, doubtful } => both(
                language,
                format!("{}, {} dòng cần xem lại.", vi_rows(*rows), number(Language::Vi, *doubtful)),
                format!("{}, {} to look at.", en_rows(*rows), number(Language::En, *doubtful)),
            ),
            Self::Ahead => both(
                language,
                "Kết quả đang xem chưa tính những thay đổi này.",
                "The results shown do not hold these changes yet.",
            ),
            Self::Pasted { rows, cut: false } => {
                both(language, format!("Đã dán {}.", vi_rows(*rows)), format!("Pasted {}.", en_rows(*rows)))
            }
            Self::Pasted { rows, cut: true } => both(
                language,
                format!(
                    "Đã dán {}; phần thừa ra ngoài bảng bị bỏ. Bảng lớn: dán ở trang Dữ liệu để đọc như một tệp.",
                    vi_rows(*rows)
                ),
                format!(
                    "Pasted {}; what did not fit into the table was left out. A large table: paste it on the Data screen to be read like a file.",
                    en_rows(*rows)
                ),
            ),
            Self::Duplicated(row) => {
                both(language, format!("Đã nhân đôi thành dòng {row}."), format!("Duplicated as row {row}."))
            }
            Self::Deleted(Some(row)) => both(language, format!("Đã xóa dòng {row}."), format!("Row {row} deleted.")),
            Self::Deleted(None) => both(language, "Đã xóa dòng trống.", "Blank row deleted."),
            Self::Cleared(rows) => {
                both(language, format!("Đã xóa {}.", vi_rows(*rows)), format!("Deleted {}.", en_rows(*rows)))
            }
            _ => both(language, "Đã hoàn tác.", "Undone."),
        }
    }
}

/// What is said of a finding at the cell where it can be mended at once; `None` = the words for files do.
pub fn entry_finding(language: Language, kind: &FindingKind) -> Option<Text> {
    let text = match kind {
        FindingKind::MissingDate => both(
            language,
            "Chưa có ngày: ghi như 15/10/2024, tháng 10/2024 hoặc quý IV/2024.",
            "No date yet: write 15/10/2024, tháng 10/2024 or quý IV/2024.",
        ),
        FindingKind::UnreadableDate { text } => both(
            language,
            format!("“{text}” không phải là ngày: ghi như 15/10/2024, tháng 10/2024 hoặc quý IV/2024."),
            format!("“{text}” is not a date: write 15/10/2024, tháng 10/2024 or quý IV/2024."),
        ),
        FindingKind::MissingUnit | FindingKind::NoUnitColumn => both(
            language,
            "Chưa có đơn vị: gõ vài chữ rồi chọn trong danh sách.",
            "No unit yet: type a few letters and choose from the list.",
        ),
        FindingKind::UnknownUnit { text } => both(
            language,
            format!(
                "Danh mục không có “{text}”: chọn trong danh sách, hoặc ghi đủ loại và tên, như Trường THCS Lê Lợi."
            ),
            format!(
                "“{text}” is in no roster: choose from the list, or write kind and name, such as Trường THCS Lê Lợi."
            ),
        ),
        FindingKind::AmbiguousUnit { text, candidates } => both(
            language,
            format!("Có {} đơn vị tên “{text}”: chọn đơn vị trong danh sách.", candidates.len()),
            format!("{} units are called “{text}”: choose one from the list.", candidates.len()),
        ),
        FindingKind::UnknownKind { word, .. } if word.is_empty() => {
            both(language, "Chọn loại hoạt động để được tính.", "Choose the kind of activity, so that it counts.")
        }
        FindingKind::UnknownKind { word, taken } => both(
            language,
            format!("“{word}” có lẽ là {}: chọn trong danh sách để được tính.", taken.say(Language::Vi)),
            format!("“{word}” is perhaps {}: choose from the list, so that it counts.", taken.say(Language::En)),
        ),
        FindingKind::BadCount { text } | FindingKind::BadValue { text } => both(
            language,
            format!("“{text}” không phải là số nguyên từ 0 trở lên."),
            format!("“{text}” is not a whole number of zero or more."),
        ),
        _ => return None,
    };
    Some(text)
}

fn vi_rows(rows: u32) -> String {
    format!("{} dòng", number(Language::Vi, rows))
}

fn en_rows(rows: u32) -> String {
    if rows == 1 { "1 row".to_owned() } else { format!("{} rows", number(Language::En, rows)) }
}

fn cell(language: Language, column: EntryColumn, row: Option<u32>) -> Text {
    let column = column.say(language);
    match row {
        Some(row) => both(language, format!("{column}, dòng {row}"), format!("{column}, row {row}")),
        None => both(language, format!("{column}, dòng trống"), format!("{column}, blank row")),
    }
}

fn of_row(language: Language, (vi, en): (&'static str, &'static str), row: Option<u32>) -> Text {
    match row {
        Some(row) => both(language, format!("{vi} {row}"), format!("{en} {row}")),
        None => both(language, format!("{vi} trống"), format!("{en} (blank)")),
    }
}

fn life_words(language: Language, life: Life) -> Text {
    match (life.from, life.to) {
        (_, Some(to)) => both(language, format!("đến {}", day(to)), format!("until {}", day(to))),
        (Some(from), None) => both(language, format!("từ {}", day(from)), format!("from {}", day(from))),
        (None, None) => both(language, "", ""),
    }
}
