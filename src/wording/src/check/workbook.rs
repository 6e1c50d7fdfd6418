//! Words of the workbook of clean data: names of sheets, what each of them and each column holds.

use crate::dates::day;
use crate::{Say, Text, both};
use domain::{ActivityKind, Language, NaiveDate, UnitKind};

/// A sheet of the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named by what it holds")]
pub enum CleanSheet {
    ReadMe,
    Activities,
    Units,
    Media,
    Conventions,
    Submissions,
    Surveys,
    Columns,
    Findings,
    Decisions,
}

impl CleanSheet {
    /// Every sheet there may be, in the order of the workbook.
    pub const ALL: [Self; 10] = [
        Self::ReadMe,
        Self::Activities,
        Self::Units,
        Self::Media,
        Self::Conventions,
        Self::Submissions,
        Self::Surveys,
        Self::Columns,
        Self::Findings,
        Self::Decisions,
    ];

    /// The sheet of a canonical table.
    pub fn of_table(name: &str) -> Self {
        match name {
            "units" => Self::Units,
            "media" => Self::Media,
            "conventions" => Self::Conventions,
            "submissions" => Self::Submissions,
            "surveys" => Self::Surveys,
            _ => Self::Activities,
        }
    }

    /// What it holds.
    pub fn about(self, language: Language) -> Text {
        match self {
            Self::ReadMe => both(language, "Trang này", "This page"),
            Self::Activities => {
                both(language, "Hoạt động đã hiểu, mỗi dòng một số liệu", "Activities as understood, one figure a row")
            }
            Self::Units => both(language, "Đơn vị đã biết, kể cả đơn vị chỉ thấy trong tệp", "Units that are known"),
            Self::Media => both(
                language,
                "Cơ quan truyền thông áp dụng Bộ chỉ số về giới (nếu có trong tệp)",
                "Media bodies and the indicator set (if the files hold it)",
            ),
            Self::Conventions => {
                both(language, "Hương ước, quy ước (nếu có trong tệp)", "Village conventions (if the files hold them)")
            }
            Self::Submissions => both(
                language,
                "Báo cáo, số liệu đã gửi (nếu có trong tệp)",
                "What was handed in (if the files hold it)",
            ),
            Self::Surveys => both(language, "Kết quả khảo sát (nếu có trong tệp)", "Survey values (if there are any)"),
            Self::Columns => {
                both(language, "Mỗi cột của tệp gốc được hiểu là gì", "What each column of your files was taken for")
            }
            Self::Findings => both(
                language,
                "Những chỗ nên xem lại: thấy gì, vì sao quan trọng, cần làm gì",
                "What is worth a look: what was seen, why it matters, what to do",
            ),
            Self::Decisions => both(language, "Những gì bạn đã chọn", "What you decided"),
        }
    }
}

impl Say for CleanSheet {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::ReadMe => both(language, "Đọc trước", "Read me"),
            Self::Activities => both(language, "Hoạt động", "Activities"),
            Self::Units => both(language, "Đơn vị", "Units"),
            Self::Media => both(language, "Cơ quan truyền thông", "Media"),
            Self::Conventions => both(language, "Hương ước, quy ước", "Conventions"),
            Self::Submissions => both(language, "Báo cáo đã gửi", "Submissions"),
            Self::Surveys => both(language, "Khảo sát", "Surveys"),
            Self::Columns => both(language, "Cột", "Columns"),
            Self::Findings => both(language, "Việc nên xem", "Worth a look"),
            Self::Decisions => both(language, "Quyết định", "Decisions"),
        }
    }
}

/// Lines of the first sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CleanText {
    /// The heading.
    Title,
    /// What it is.
    About,
    /// The as-of day.
    AsOf(NaiveDate),
    /// What a blank cell means.
    Blank,
    /// That it can be read back.
    Back,
    /// Heading over the sheets.
    Sheets,
    /// Heading over the columns.
    Columns,
}

impl Say for CleanText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(language, "Dữ liệu đã làm sạch", "Clean data"),
            Self::About => both(
                language,
                "Số liệu của bạn như chương trình đã hiểu; các cột file, sheet, row chỉ đúng dòng trong tệp gốc.",
                "Your data as they were understood; the columns file, sheet and row name the row in your file.",
            ),
            Self::AsOf(last) => both(
                language,
                format!("Số liệu tính đến hết ngày {}.", day(*last)),
                format!("Figures are complete to the end of {}.", day(*last)),
            ),
            Self::Blank => both(
                language,
                "Ô trống nghĩa là chưa biết, không phải bằng 0.",
                "A blank cell means unknown, which is not zero.",
            ),
            Self::Back => both(
                language,
                "Có thể sửa rồi thả lại tệp này vào trang; giữ nguyên tên cột và ô A1 của trang này.",
                "You may edit this file and drop it on the page again; keep the column names and cell A1 of this sheet.",
            ),
            Self::Sheets => both(language, "Các trang tính", "Sheets"),
            Self::Columns => both(language, "Các cột", "Columns"),
        }
    }
}

impl CleanText {
    /// Heads of the sheet of columns.
    pub fn columns_header(language: Language) -> [Text; 7] {
        [
            both(language, "Tệp", "File"),
            both(language, "Trang tính", "Sheet"),
            both(language, "Dòng tiêu đề", "Header row"),
            both(language, "Cột", "Column"),
            both(language, "Tiêu đề", "Header"),
            both(language, "Hiểu là", "Taken for"),
            both(language, "Chắc chắn (%)", "Certainty (%)"),
        ]
    }

    /// Heads of the sheet of findings.
    pub fn findings_header(language: Language) -> [Text; 7] {
        [
            both(language, "Mức độ", "Weight"),
            both(language, "Tệp", "File"),
            both(language, "Trang tính", "Sheet"),
            both(language, "Ô, dòng", "Cell, row"),
            both(language, "Thấy gì (trích nguyên văn)", "What was seen (quoted)"),
            both(language, "Vì sao điều này quan trọng", "Why this does matter here"),
            both(language, "Bạn nên làm gì với chỗ này", "What you should do about it"),
        ]
    }

    /// Heads of the sheet of decisions.
    pub fn decisions_header(language: Language) -> [Text; 2] {
        [both(language, "Loại", "Kind"), both(language, "Điều bạn đã quyết định", "What you have decided")]
    }
}

/// The columns of the canonical tables and what they mean.
pub fn clean_columns(language: Language) -> Vec<(&'static str, Text)> {
    vec![
        ("date", both(language, DATE.0, DATE.1)),
        ("unit_id", both(language, "mã đơn vị (xem trang “Đơn vị”)", "id of the unit (see “Units”)")),
        ("unit_name", both(language, "tên đơn vị, chỉ để xem", "name of the unit, only for reading")),
        ("kind", kinds(language)),
        ("count", both(language, "số lượng; 0 là báo cáo bằng không", "how many; 0 is an explicit zero report")),
        ("tags", both(language, "nhãn, cách nhau bằng dấu ;", "tags, parted by ;")),
        ("people / women", both(language, "số người tham dự / số nữ", "people reached / women among them")),
        ("cost / funding", both(language, "kinh phí (đồng) / nguồn kinh phí", "cost in VND / source of funds")),
        ("status", both(language, "done: đã làm; planned: kế hoạch", "done or planned")),
        ("relevant", both(language, RELEVANT.0, RELEVANT.1)),
        ("from / to", both(language, "ngày đầu / ngày cuối; trống = còn mở", "first / last day; blank = open")),
        ("parent / successor", both(language, "đơn vị cấp trên / đơn vị kế thừa", "parent / successor unit")),
        ("stage", both(language, "pilot: thí điểm; official: chính thức", "pilot or official")),
        ("file / sheet / row", both(language, "tệp, trang tính, dòng gốc", "file, sheet and row it came from")),
    ]
}

const DATE: (&str, &str) = (
    "ngày, hoặc khoảng: 2024-03 (tháng), 2024-Q1 (quý), 2024-H1 (nửa năm), 2024 (năm), 2024-03-08/2024-03-10",
    "a day, or an interval: 2024-03 (month), 2024-Q1 (quarter), 2024-H1 (half), 2024 (year), 2024-03-08/2024-03-10",
);
const RELEVANT: (&str, &str) =
    ("yes: về bình đẳng giới; unknown: chưa chắc", "yes: about gender equality; unknown: perhaps");

fn kinds(language: Language) -> Text {
    let activities = ActivityKind::ALL.map(|kind| format!("{} = {}", kind.code(), kind.say(language))).join("; ");
    let units = UnitKind::ALL.map(|kind| format!("{} = {}", kind.code(), kind.say(language))).join("; ");
    both(
        language,
        format!("loại hoạt động: {activities}; loại đơn vị: {units}"),
        format!("kind of activity: {activities}; kind of unit: {units}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_short_different_and_without_the_signs_that_excel_forbids() {
        for language in [Language::Vi, Language::En] {
            let names: std::collections::BTreeSet<Text> = CleanSheet::ALL.map(|sheet| sheet.say(language)).into();
            assert_eq!(names.len(), CleanSheet::ALL.len());
            // Room for ` (12)`: a table too long for one sheet goes on in the next.
            assert!(
                names.iter().all(|name| name.chars().count() <= 26 && !name.contains(['[', ']', ':', '*', '?', '/']))
            );
        }
    }
}
