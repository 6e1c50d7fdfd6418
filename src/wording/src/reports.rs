//! Words around the reports: which one, what to know before it is handed in, and what it can be taken along as.
//!
//! The report itself is always Vietnamese and is not worded here.

mod form;
mod known;
mod row;
mod taken;

pub use form::{FormText, form_fate, form_note, form_problem};
pub use known::Known;
pub use row::{OrderText, RowText};
pub use taken::{Copying, PictureText, TakeText};

use crate::dates::until;
use crate::{Say, Text, both};
use domain::{DutyDeadline, Language, ReportKind, UnitKind, UnitLine};

/// Words of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportsText {
    /// The heading: so many places are to be filled in, so many are.
    Title {
        /// In all.
        blanks: u32,
        /// Filled.
        filled: u32,
    },
    /// Leads here.
    Open,
    /// Under the heading.
    Lead,
    /// Over the kinds.
    Kind,
    /// The report is being put together.
    Loading,
    /// Reports of one unit need one.
    NeedsUnit,
    /// What to do then.
    NeedsUnitHint,
    /// Names the choice of a unit.
    Unit,
    /// No unit is chosen yet.
    NoUnit,
    /// Leads to all units.
    AllUnits,
    /// Names the report for those who do not see it.
    Paper,
    /// A place to fill in: which of how many, and what belongs there.
    Blank {
        /// From 1.
        number: u32,
        /// In all.
        of: u32,
        /// What belongs there.
        hint: String,
    },
    /// What is filled in stays until the page is closed.
    KeptForTheSitting,
    /// The report cannot be put together.
    NotThere,
}

impl Say for ReportsText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title { blanks, filled } => title(language, *blanks, *filled),
            Self::Open => both(language, "Lập báo cáo", "Draw up a report"),
            Self::Lead => both(
                language,
                "Trình bày theo Nghị định 30/2020/NĐ-CP. Chỗ tô vàng là phần chỉ bạn biết: bấm vào để viết; chỗ để trống vẫn \
                 tô vàng trong tệp Word.",
                "Laid out after Decree 30/2020/NĐ-CP, always in Vietnamese. Yellow places are what only you know: click to \
                 write; those left blank stay yellow in the Word file.",
            ),
            Self::Kind => both(language, "Loại báo cáo", "Kind of report"),
            Self::Loading => both(language, "Đang soạn báo cáo…", "Putting the report together…"),
            Self::NeedsUnit => {
                both(language, "Chọn đơn vị để soạn báo cáo này", "Choose a unit for this kind of report")
            }
            Self::NeedsUnitHint => both(
                language,
                "Báo cáo quý, 6 tháng và năm là của từng đơn vị. Chọn đơn vị ở đây, hoặc mở trang của đơn vị rồi bấm “Báo cáo”.",
                "Quarterly, six-month and yearly reports are those of one unit. Choose it here, or open the unit's page and \
                 press “Report”.",
            ),
            Self::Unit => both(language, "Đơn vị báo cáo", "Reporting unit"),
            Self::NoUnit => both(language, "Chưa chọn", "None yet"),
            Self::AllUnits => both(language, "Xem tất cả đơn vị", "See all units"),
            Self::Paper => both(language, "Bản xem trước của báo cáo", "Preview of the report"),
            Self::Blank { number, of, hint } => both(
                language,
                format!("Chỗ cần điền {number}/{of}: {hint}"),
                format!("Place to fill in, {number} of {of}: {hint}"),
            ),
            Self::KeptForTheSitting => both(
                language,
                "Chữ bạn điền được giữ đến khi đóng trang, không gửi đi đâu.",
                "What you write is kept until the page is closed, and goes nowhere.",
            ),
            Self::NotThere => both(
                language,
                "Chưa soạn được báo cáo này từ dữ liệu đang xem. Hãy chọn loại báo cáo hoặc đơn vị khác.",
                "This report cannot be put together from the data shown. Choose another kind or unit.",
            ),
        }
    }
}

fn title(language: Language, blanks: u32, filled: u32) -> Text {
    let open = blanks.saturating_sub(filled);
    let places = if open == 1 { "place" } else { "places" };
    match (blanks, open) {
        (0, _) => both(language, "Báo cáo đã soạn sẵn", "The report is drafted"),
        (_, 0) => both(language, "Báo cáo đã điền đủ, có thể trình ký", "The report is filled in, ready to be signed"),
        _ => both(
            language,
            format!("Báo cáo đã soạn sẵn, chỉ còn {open} chỗ cần điền"),
            format!("The report is drafted, {open} {places} left to fill in"),
        ),
    }
}

/// What a kind of report is called where it is chosen.
pub fn report_kind(language: Language, kind: ReportKind) -> Text {
    match kind {
        ReportKind::Quarter => both(language, "Báo cáo quý", "Quarterly report"),
        ReportKind::HalfYear => both(language, "Báo cáo 6 tháng", "Six-month report"),
        ReportKind::Year => both(language, "Báo cáo năm", "Yearly report"),
        ReportKind::Province => both(language, "Tổng hợp toàn tỉnh", "Summary of the province"),
        ReportKind::FiveYears => both(language, "Sơ kết giai đoạn 5 năm", "Five-year review"),
    }
}

/// What there is to know about a kind beside its name.
///
/// `due` is the day that the plan names for it.
pub fn report_kind_hint(language: Language, kind: ReportKind, due: Option<&DutyDeadline>) -> Text {
    match kind {
        ReportKind::Quarter | ReportKind::HalfYear | ReportKind::Year => match due.map(|due| until(language, due)) {
            Some(until) => both(language, format!("của một đơn vị, gửi {until}"), format!("of one unit, due {until}")),
            None => both(language, "của một đơn vị", "of one unit"),
        },
        ReportKind::Province => both(language, "kèm phụ lục từng đơn vị", "with annexes on every unit"),
        ReportKind::FiveYears => both(language, "toàn tỉnh", "of the whole province"),
    }
}

/// `Báo cáo của xã`: leads from a unit's page to its report, by the unit's own word.
pub fn report_of(language: Language, unit: &UnitLine) -> Text {
    let word = type_word(&unit.name).unwrap_or("đơn vị");
    both(language, format!("Báo cáo của {word}"), format!("Report of the {}", english(unit.kind)))
}

/// The word that a unit's name begins with: a ward is no commune.
fn type_word(name: &str) -> Option<&'static str> {
    let words = [
        ("Xã ", "xã"),
        ("Phường ", "phường"),
        ("Thị trấn ", "thị trấn"),
        ("Đặc khu ", "đặc khu"),
        ("Huyện ", "huyện"),
        ("Thành phố ", "thành phố"),
        ("Thị xã ", "thị xã"),
        ("Tỉnh ", "tỉnh"),
        ("Ấp ", "ấp"),
        ("Khu phố ", "khu phố"),
        ("Sở ", "sở"),
        ("Trường ", "trường"),
    ];
    words.into_iter().find(|(head, _)| name.starts_with(head)).map(|(_, word)| word)
}

fn english(kind: UnitKind) -> Text {
    crate::units::unit_kind_counted(Language::En, kind, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Life, UnitIndex, UnitSource};

    fn unit(name: &str, kind: UnitKind) -> UnitLine {
        UnitLine {
            unit: UnitIndex(1),
            id: String::new(),
            name: name.to_owned(),
            parent: String::new(),
            kind,
            source: UnitSource::Shipped,
            life: Life::default(),
        }
    }

    #[test]
    fn a_ward_is_no_commune_and_a_body_without_a_type_word_is_a_unit() {
        let said = |name: &str, kind| report_of(Language::Vi, &unit(name, kind)).into_owned();
        assert_eq!(said("Xã Vĩnh Hòa Hiệp", UnitKind::Commune), "Báo cáo của xã");
        assert_eq!(said("Phường Vĩnh Bảo", UnitKind::Commune), "Báo cáo của phường");
        assert_eq!(said("Thị trấn Minh Lương", UnitKind::Commune), "Báo cáo của thị trấn");
        assert_eq!(said("Thành phố Phú Quốc", UnitKind::District), "Báo cáo của thành phố");
        assert_eq!(said("Xãhội", UnitKind::Org), "Báo cáo của đơn vị");
        assert_eq!(report_of(Language::En, &unit("Xã A", UnitKind::Commune)), "Report of the commune");
    }

    #[test]
    fn the_heading_counts_what_is_still_blank() {
        let said = |language, blanks, filled| ReportsText::Title { blanks, filled }.say(language).into_owned();
        assert_eq!(said(Language::Vi, 4, 0), "Báo cáo đã soạn sẵn, chỉ còn 4 chỗ cần điền");
        assert_eq!(said(Language::En, 4, 3), "The report is drafted, 1 place left to fill in");
        assert_eq!(said(Language::Vi, 4, 4), "Báo cáo đã điền đủ, có thể trình ký");
        assert_eq!(said(Language::Vi, 0, 0), "Báo cáo đã soạn sẵn");
    }
}
