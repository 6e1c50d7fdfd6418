//! Words of the pages about the page: what it is, what happens to data, and who can use it.

mod access;
mod privacy;

pub use access::{AccessText, HELD, LIMITS};
pub use privacy::PrivacyText;

use crate::{Say, Text, both};
use domain::Language;

/// Words of the page that says what this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AboutText {
    /// Its title.
    Title,
    /// What it is.
    What,
    /// What it is not.
    Not,
    /// What its results are worth.
    Worth,
    /// Heading over the sources.
    Sources,
    /// Column: what.
    Source,
    /// Column: from where.
    From,
    /// Column: as of when.
    AsOf,
    /// Heading over the licences.
    Licences,
    /// Of the program.
    Program,
    /// Of the letters.
    Font,
    /// Of the lists of units.
    Rosters,
}

impl Say for AboutText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(language, "Giới thiệu", "About"),
            Self::What => both(
                language,
                "Công cụ đọc bảng theo dõi hoạt động truyền thông về bình đẳng giới, đối chiếu với từng mục tiêu của kế hoạch, nói rõ vì sao, còn thiếu gì, và gợi ý lịch thực hiện.",
                "This tool reads tables of communication activities on gender equality, checks them against each target of a plan, says why and what is missing, and suggests a calendar.",
            ),
            Self::Not => both(
                language,
                "Đây là công cụ độc lập, không phải trang của cơ quan nhà nước.",
                "It is an independent tool, not a government site.",
            ),
            Self::Worth => both(
                language,
                "Kết quả giúp rà soát và chuẩn bị báo cáo; văn bản của cơ quan có thẩm quyền là căn cứ cuối cùng.",
                "Its results help to review and to prepare reports; the documents of the competent authority are what counts.",
            ),
            Self::Sources => both(language, "Nguồn dữ liệu", "Data sources"),
            Self::Source => both(language, "Dữ liệu", "Data"),
            Self::From => both(language, "Nguồn", "Source"),
            Self::AsOf => both(language, "Thời điểm", "As of"),
            Self::Licences => both(language, "Giấy phép", "Licences"),
            Self::Program => both(
                language,
                "Chương trình: MIT hoặc Apache-2.0, tùy bạn chọn.",
                "The program: MIT or Apache-2.0, at your choice.",
            ),
            Self::Font => both(
                language,
                "Phông chữ Source Sans 3: SIL Open Font License 1.1.",
                "The font Source Sans 3: SIL Open Font License 1.1.",
            ),
            Self::Rosters => both(
                language,
                "Danh mục đơn vị dựa trên gói vietnamadminunits 1.0.4: MIT.",
                "The lists of units rest on the package vietnamadminunits 1.0.4: MIT.",
            ),
        }
    }
}

/// Data that come with the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataSource {
    /// The text of the plan.
    Plan,
    /// The programme it carries out.
    Programme,
    /// Units before the reform.
    UnitsBefore,
    /// Units since.
    UnitsSince,
    /// Days off.
    Holidays,
    /// Laws that the plan cites.
    Laws,
}

impl DataSource {
    /// Every one, in the order of the table.
    pub const ALL: [Self; 6] =
        [Self::Plan, Self::Programme, Self::UnitsBefore, Self::UnitsSince, Self::Holidays, Self::Laws];

    /// From where.
    pub fn origin(self, language: Language) -> Text {
        match self {
            Self::Plan => both(
                language,
                "Kế hoạch của Ủy ban nhân dân tỉnh Kiên Giang; bản dùng ở đây thiếu số hiệu và ngày ban hành",
                "Plan of the People's Committee of Kiên Giang; the copy used here lacks number and day of issue",
            ),
            Self::Programme => both(language, "Quyết định số 1790/QĐ-TTg", "Decision 1790/QĐ-TTg"),
            Self::UnitsBefore => both(language, "gói vietnamadminunits 1.0.4", "package vietnamadminunits 1.0.4"),
            Self::UnitsSince => both(
                language,
                "Nghị quyết 202/2025/QH15, Nghị quyết 1654/NQ-UBTVQH15; gói vietnamadminunits 1.0.4",
                "Resolutions 202/2025/QH15 and 1654/NQ-UBTVQH15; package vietnamadminunits 1.0.4",
            ),
            Self::Holidays => both(language, "Bộ luật Lao động 2019, Điều 112", "Labour Code 2019, article 112"),
            Self::Laws => both(
                language,
                "tra cứu công khai; chỗ chưa chắc được ghi là chưa kiểm chứng",
                "public look-ups; what is not sure is marked as unverified",
            ),
        }
    }

    /// As of when.
    pub fn as_of(self, language: Language) -> Text {
        match self {
            Self::Plan => both(language, "áp dụng 2022–2030", "for 2022–2030"),
            Self::Programme => Text::Borrowed("23/10/2021"),
            Self::UnitsBefore => both(language, "đến hết 30/06/2025", "until 30/06/2025"),
            Self::UnitsSince => both(language, "từ 01/07/2025", "from 01/07/2025"),
            Self::Holidays => Text::Borrowed("2022–2030"),
            Self::Laws => both(language, "tháng 11/2026", "November 2026"),
        }
    }
}

impl Say for DataSource {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Plan => both(language, "Lời văn kế hoạch và mục tiêu", "Text of the plan and its targets"),
            Self::Programme => both(language, "Chương trình của Thủ tướng", "The Prime Minister's programme"),
            Self::UnitsBefore => both(language, "Đơn vị hành chính Kiên Giang cũ", "Units of former Kiên Giang"),
            Self::UnitsSince => both(language, "102 đơn vị cấp xã của An Giang", "The 102 communes of An Giang"),
            Self::Holidays => both(language, "Ngày nghỉ lễ, Tết", "Public holidays"),
            Self::Laws => both(language, "Hiệu lực văn bản được viện dẫn", "Standing of the laws cited"),
        }
    }
}
