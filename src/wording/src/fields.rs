//! Names of columns' meanings and of kinds of table.

use crate::dates::year_part;
use crate::{Say, Text, both};
use domain::{CountColumn, Field, Language, TableKind, TableShape, YearPart};

impl Say for TableKind {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Activities => both(language, "bảng hoạt động", "activities"),
            Self::Media => both(language, "danh sách cơ quan truyền thông", "register of media bodies"),
            Self::Conventions => both(language, "danh sách hương ước, quy ước", "register of village conventions"),
            Self::Submissions => both(language, "danh sách báo cáo đã gửi", "register of submissions"),
            Self::Surveys => both(language, "kết quả khảo sát", "survey results"),
            Self::Units => both(language, "danh mục đơn vị", "roster of units"),
        }
    }
}

impl Say for TableShape {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Log => both(language, "mỗi dòng một hoạt động", "one row an activity"),
            Self::Summary => both(language, "số lượng nằm trong cột", "counts in columns"),
        }
    }
}

impl Say for Field {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Ignored => both(language, "Bỏ qua", "Ignore"),
            Self::Personal => both(language, "Bỏ qua (dữ liệu cá nhân)", "Ignore (personal data)"),
            Self::RowNumber => both(language, "Số thứ tự", "Row number"),
            Self::UnitId => both(language, "Mã đơn vị", "Unit code"),
            Self::UnitName => both(language, "Đơn vị thực hiện", "Unit"),
            Self::UnitKind => both(language, "Loại đơn vị", "Kind of unit"),
            Self::District => both(language, "Huyện", "District"),
            Self::Commune => both(language, "Xã, phường, thị trấn", "Commune"),
            Self::Hamlet => both(language, "Ấp, khu phố", "Hamlet"),
            Self::Parent => both(language, "Đơn vị cấp trên", "Parent unit"),
            Self::Successor => both(language, "Đơn vị kế thừa", "Successor"),
            Self::ReceivingUnit => both(language, "Đơn vị nhận báo cáo", "Receiving unit"),
            Self::Partner => both(language, "Đơn vị phối hợp", "Partner"),
            Self::Date => both(language, "Ngày thực hiện", "Date"),
            Self::DateFrom => both(language, "Từ ngày", "From date"),
            Self::DateTo => both(language, "Đến ngày", "To date"),
            Self::Month => both(language, "Tháng", "Month"),
            Self::Quarter => both(language, "Quý", "Quarter"),
            Self::Year => both(language, "Năm", "Year"),
            Self::Period => both(language, "Kỳ", "Period"),
            Self::Title => both(language, "Tên, nội dung", "Title"),
            Self::Kind => both(language, "Loại hoạt động", "Kind of activity"),
            Self::Channel => both(language, "Kênh, hình thức", "Channel"),
            Self::Audience => both(language, "Đối tượng", "Audience"),
            Self::Count(count) => count_column(language, *count),
            Self::CountText => both(language, "Số cuộc và số người (viết chung)", "Count and people in one cell"),
            Self::MeasureUnit => both(language, "Đơn vị tính", "Unit of measure"),
            Self::People => both(language, "Số người tham dự", "People reached"),
            Self::PeopleIn(part) => in_part(language, &Self::People, *part),
            Self::WomenIn(part) => in_part(language, &Self::Women, *part),
            Self::CostIn(part) => in_part(language, &Self::Cost, *part),
            Self::Women => both(language, "Số nữ", "Women"),
            Self::Men => both(language, "Số nam", "Men"),
            Self::Place => both(language, "Địa điểm", "Place"),
            Self::Cost => both(language, "Kinh phí", "Cost"),
            Self::Funding => both(language, "Nguồn kinh phí", "Source of funds"),
            Self::Tags => both(language, "Nhãn", "Tags"),
            Self::Status => both(language, "Tình trạng (đã làm, kế hoạch)", "Status (done, planned)"),
            Self::Relevant => both(language, "Có về bình đẳng giới không", "About gender equality?"),
            Self::Evidence => both(language, "Minh chứng", "Proof"),
            Self::Note => both(language, "Ghi chú", "Note"),
            Self::Percent => both(language, "Tỷ lệ %", "Percent"),
            other => register_field(language, *other),
        }
    }
}

fn in_part(language: Language, field: &Field, part: YearPart) -> Text {
    format!("{}, {}", field.say(language), year_part(language, part)).into()
}

/// Meanings that occur in registers only.
fn register_field(language: Language, field: Field) -> Text {
    match field {
        Field::Stage => both(language, "Mức áp dụng (thí điểm, chính thức)", "Stage (pilot, official)"),
        Field::From => both(language, "Bắt đầu từ", "From"),
        Field::To => both(language, "Kết thúc", "To"),
        Field::RegisterId => both(language, "Mã hương ước, quy ước", "Convention id"),
        Field::Adopted => both(language, "Ngày thông qua", "Adopted on"),
        Field::Discriminatory => both(language, "Có phân biệt đối xử về giới", "Discriminatory?"),
        Field::FixedOn => both(language, "Ngày sửa đổi", "Amended on"),
        Field::Ended => both(language, "Ngày hết hiệu lực", "Ended on"),
        Field::SubmissionKind => both(language, "Loại báo cáo", "Kind of submission"),
        Field::Submitted => both(language, "Ngày gửi", "Submitted on"),
        Field::CoversChildren => both(language, "Gồm cả đơn vị cấp dưới", "Covers units below"),
        Field::Measure => both(language, "Chỉ tiêu đo", "Measure"),
        Field::Value => both(language, "Giá trị", "Value"),
        Field::Base => both(language, "Số người được hỏi", "Base"),
        _ => both(language, "Khác", "Other"),
    }
}

fn count_column(language: Language, column: CountColumn) -> Text {
    let what = match column.kind {
        Some(kind) => kind.say(language),
        None => both(language, "hoạt động", "activities"),
    };
    let head = both(language, "Số lượng", "Count of");
    let part = column.part.map(|part| format!(", {}", year_part(language, part))).unwrap_or_default();
    let planned = if column.planned { both(language, " (kế hoạch)", " (planned)") } else { Text::Borrowed("") };
    let total = if column.total { both(language, " (cột tổng)", " (total)") } else { Text::Borrowed("") };
    format!("{head} {what}{part}{planned}{total}").into()
}
