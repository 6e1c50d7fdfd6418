//! Words of the workbook of results: names of sheets, heads of columns, and why a row counts for nothing.

use crate::overview::target_code;
use crate::{Say, Text, both, dates};
use domain::{Language, LeftOut, RosterScope, Seal};

/// A sheet of the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named by what it holds")]
pub enum ResultSheet {
    Summary,
    Matrix,
    Evidence,
    LeftOut,
    Agenda,
    Decisions,
    Log,
}

impl ResultSheet {
    /// Every sheet, in the order of the workbook.
    pub const ALL: [Self; 7] =
        [Self::Summary, Self::Matrix, Self::Evidence, Self::LeftOut, Self::Agenda, Self::Decisions, Self::Log];
}

impl Say for ResultSheet {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Summary => both(language, "Tổng hợp", "Summary"),
            Self::Matrix => both(language, "Đơn vị × Mục tiêu", "Units × targets"),
            Self::Evidence => both(language, "Bằng chứng", "Evidence"),
            Self::LeftOut => both(language, "Dòng không tính", "Rows not counted"),
            Self::Agenda => both(language, "Lịch", "Calendar"),
            Self::Decisions => both(language, "Quyết định & cách hiểu", "Decisions & readings"),
            Self::Log => both(language, "Nhật ký", "Log"),
        }
    }
}

/// The head of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named by what stands below it")]
pub enum ResultColumn {
    Target,
    Label,
    Period,
    From,
    To,
    AsOf,
    State,
    Units,
    Share,
    Roster,
    Readings,
    Unit,
    Parent,
    UnitKind,
    Figures,
    File,
    Sheet,
    Row,
    FirstDay,
    LastDay,
    ActivityKind,
    Count,
    Title,
    Why,
    Subject,
    Content,
    Chosen,
    Rows,
    UsedRows,
    CutOff,
    Sha256,
}

impl Say for ResultColumn {
    fn say(&self, language: Language) -> Text {
        let (vi, en) = match self {
            Self::Target => ("Mã", "Code"),
            Self::Label => ("Mục tiêu", "Target"),
            Self::Period => ("Kỳ", "Period"),
            Self::From => ("Kỳ từ ngày", "Period from"),
            Self::To => ("Kỳ đến ngày", "Period to"),
            Self::AsOf => ("Tính đến hết ngày", "As of the end of"),
            Self::State => ("Đánh giá chung", "Overall"),
            Self::Units => ("Số đơn vị", "Units"),
            Self::Share => ("Tỷ lệ", "Share"),
            Self::Roster => ("Danh sách đơn vị", "List of units"),
            Self::Readings => ("Cách hiểu đang áp dụng", "Readings in force"),
            Self::Unit => ("Đơn vị", "Unit"),
            Self::Parent => ("Trực thuộc", "Under"),
            Self::UnitKind => ("Loại đơn vị", "Kind of unit"),
            Self::Figures => ("số liệu", "figures"),
            Self::File => ("Tệp", "File"),
            Self::Sheet => ("Trang tính", "Sheet"),
            Self::Row => ("Dòng", "Row"),
            Self::FirstDay => ("Từ ngày", "From"),
            Self::LastDay => ("Đến ngày", "To"),
            Self::ActivityKind => ("Loại việc", "Kind"),
            Self::Count => ("Số lượng", "Count"),
            Self::Title => ("Nội dung", "Title"),
            Self::Why => ("Lý do không tính", "Why it does not count"),
            Self::Subject => ("Mục", "Item"),
            Self::Content => ("Nội dung", "Content"),
            Self::Chosen => ("Ai chọn", "Chosen by"),
            Self::Rows => ("Số dòng", "Rows"),
            Self::UsedRows => ("Dòng thành số liệu", "Rows used"),
            Self::CutOff => ("Số liệu đến ngày", "Figures until"),
            Self::Sha256 => ("SHA-256 của tệp", "SHA-256 of the file"),
        };
        both(language, vi, en)
    }
}

/// Words inside the sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultText {
    /// The roster does not list every unit the target addresses.
    RosterIncomplete,
    /// So many rows do not fit into the sheet.
    DoNotFit(usize),
    /// A decision of the user.
    Decision,
    /// A reading of the plan.
    Reading,
    /// Chosen by the user.
    ByUser,
    /// As the program takes it unasked.
    ByDefault,
    /// The plan's title.
    Plan,
    /// Its id.
    PlanId,
    /// The fingerprint of its text.
    PlanHash,
    /// The program's version.
    Program,
    /// The roster in force.
    Roster,
    /// Its name.
    RosterName(RosterScope),
    /// The as-of day.
    AsOf,
    /// The year shown.
    Year,
    /// The scope.
    Scope,
    /// The scope is everything that was read.
    Everything,
    /// The day of making.
    Made,
    /// A file.
    File,
    /// A table of a file.
    Table,
}

impl Say for ResultText {
    fn say(&self, language: Language) -> Text {
        let (vi, en) = match self {
            Self::DoNotFit(rows) => return do_not_fit(language, *rows),
            Self::RosterIncomplete => ("chưa đầy đủ", "not complete"),
            Self::Decision => ("Quyết định của bạn", "Your decision"),
            Self::Reading => ("Cách hiểu Kế hoạch", "Reading of the plan"),
            Self::ByUser => ("bạn chọn", "you"),
            Self::ByDefault => ("mặc định", "default"),
            Self::Plan => ("Kế hoạch", "Plan"),
            Self::PlanId => ("Mã kế hoạch", "Id of the plan"),
            Self::PlanHash => ("SHA-256 của văn bản kế hoạch", "SHA-256 of the plan's text"),
            Self::Program => ("Phiên bản chương trình", "Version of the program"),
            Self::Roster => ("Danh mục đơn vị", "Roster"),
            Self::RosterName(RosterScope::FormerKienGiang) => {
                ("địa bàn tỉnh Kiên Giang trước 01/7/2025", "the ground of Kiên Giang as it was before 01/7/2025")
            }
            Self::RosterName(RosterScope::AllAnGiang) => ("toàn tỉnh An Giang", "all of An Giang"),
            Self::AsOf => ("Tính đến hết ngày", "As of the end of"),
            Self::Year => ("Năm", "Year"),
            Self::Scope => ("Phạm vi", "Scope"),
            Self::Everything => ("mọi đơn vị", "all units"),
            Self::Made => ("Ngày lập tệp này", "Day this file was made"),
            Self::File => ("Tệp", "File"),
            Self::Table => ("Bảng", "Table"),
        };
        both(language, vi, en)
    }
}

impl Say for Seal {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Sha256(sum) => sum.clone().into(),
            Self::Changed => both(
                language,
                "tệp đã thay đổi kể từ khi được đọc (bị sửa, di chuyển hoặc xóa), nên không tính được",
                "the file was changed, moved or deleted since it was read, so that there is none",
            ),
            Self::Pasted => {
                both(language, "văn bản dán vào trang, không phải tệp", "text pasted into the page, not a file")
            }
            Self::Typed => {
                both(language, "dòng nhập tay trên trang, không phải tệp", "rows typed into the page, not a file")
            }
        }
    }
}

fn do_not_fit(language: Language, rows: usize) -> Text {
    let count = dates::number(language, rows as u64);
    let en = if rows == 1 { "row does" } else { "rows do" };
    both(
        language,
        format!("Còn {count} dòng nữa không chứa hết trong trang tính này."),
        format!("{count} more {en} not fit into this sheet."),
    )
}

/// Why a row counts for nothing.
pub fn left_out(language: Language, why: &LeftOut) -> Text {
    match why {
        LeftOut::Found(kind) => crate::findings::finding(language, kind).seen,
        LeftOut::Fate(fate) => fate.say(language),
        LeftOut::Possible(target, period) => {
            let of = of_target(language, target, period);
            both(
                language,
                format!("{of}: chưa chắc (ngày, nội dung hoặc đối tượng chưa rõ)"),
                format!("{of}: not certain (date, subject or audience unclear)"),
            )
        }
        LeftOut::Excluded(target, period, exclusion) => {
            format!("{}: {}", of_target(language, target, period), exclusion.say(language)).into()
        }
        LeftOut::NotAsked => both(
            language,
            "không mục tiêu nào yêu cầu đơn vị này làm loại việc này trong thời gian này",
            "no target asks this unit for such a thing at such a time",
        ),
    }
}

fn of_target(language: Language, target: &str, period: &domain::Period) -> String {
    format!("{} {}", target_code(language, target), dates::period(language, period))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Exclusion, Period};
    use std::collections::BTreeSet;

    #[test]
    fn names_of_sheets_are_short_different_and_without_the_signs_that_excel_forbids() {
        for language in [Language::Vi, Language::En] {
            let names: BTreeSet<Text> = ResultSheet::ALL.map(|sheet| sheet.say(language)).into();
            assert_eq!(names.len(), ResultSheet::ALL.len());
            let fits = |name: &Text| name.chars().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\']);
            assert!(names.iter().all(fits), "{names:?}");
        }
    }

    #[test]
    fn a_reason_names_the_target_that_comes_nearest() {
        let why = LeftOut::Excluded("T5".to_owned(), Period::Quarter(2024, 3), Exclusion::DuplicateOf(1502));
        assert_eq!(left_out(Language::Vi, &why), "MT5 quý III/2024: trùng dòng 1.502");
        assert_eq!(ResultText::DoNotFit(1).say(Language::En), "1 more row does not fit into this sheet.");
    }
}
