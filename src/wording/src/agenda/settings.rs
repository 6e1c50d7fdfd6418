//! Words of what the user settles about the calendar: about days in general, and about single items.

use crate::{Say, Text, both, dates};
use domain::{Language, NaiveDate};

/// Labels, hints and buttons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarText {
    /// Over the settings.
    Settings,
    /// What they are for.
    SettingsLead,
    /// Capacity of one place.
    PlaceCapacity,
    /// What a place is.
    PlaceHint,
    /// Capacity of the whole scope.
    DayCapacity,
    /// An empty number.
    NoLimit,
    /// Days of offices and schools.
    OfficeWeek,
    /// Days of hamlets.
    ResidentWeek,
    /// The plan's peaks.
    Peaks,
    /// Days that the plan does not name.
    Anchors,
    /// Why they are off.
    AnchorsHint,
    /// Days kept free.
    Blackouts,
    /// The first of them.
    From,
    /// The last of them.
    To,
    /// Adds them.
    AddBlackout,
    /// Takes them out again.
    RemoveBlackout {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// More than needed.
    Spare,
    /// Working days before a report.
    FreeBeforeReports,
    /// Places that one team visits in a day.
    VisitsPerTeam,
    /// The day that may become a holiday.
    Uncertain,
    /// How sure that is.
    UncertainHint,
    /// Back to what an office would do.
    Defaults,
    /// Moves an item.
    Move,
    /// The day it is moved to.
    MoveTo,
    /// Moves it there.
    MoveThere,
    /// Moves it although something speaks against it.
    MoveAnyway,
    /// Keeps an item on its day.
    Pin,
    /// Lets it go again.
    Unpin,
    /// It keeps its day.
    Pinned,
    /// Takes it out.
    Drop,
    /// Back again.
    Restore,
    /// It was held.
    MarkDone,
    /// The day on which it was.
    DoneOn,
    /// Adds the row.
    AddRow,
    /// What becomes of it.
    DoneHint,
    /// Over what was dropped.
    Dropped(u32),
    /// Over choices that could not be kept.
    LostPins,
    /// Over gaps that stay open.
    OpenGaps,
    /// Over full days.
    Shortfalls,
    /// The agenda may not be the best.
    NotProved,
    /// How an item is moved by hand and by key.
    DragHint,
    /// Over the details of an item.
    Details,
    /// Why this day.
    WhyThisDay,
    /// Every kind of item.
    EveryKind,
    /// The choice of a kind.
    KindLabel,
    /// Every place.
    EveryPlace,
    /// The choice of a place.
    PlaceLabel,
    /// Prints.
    Print,
    /// Prints a page for each unit.
    PrintUnits,
    /// A workbook.
    Workbook,
    /// A table.
    Table,
    /// Done so far, in a month.
    Done(u32),
    /// The chart of the load.
    LoadTitle,
    /// A week of it.
    LoadWeek {
        /// Its Monday.
        from: NaiveDate,
        /// Its items.
        items: u32,
    },
    /// The table behind the chart.
    LoadTable,
    /// Column: week.
    WeekColumn,
    /// Column: items.
    ItemsColumn,
}

impl Say for CalendarText {
    fn say(&self, language: Language) -> Text {
        self.about_days(language).or_else(|| self.about_items(language)).unwrap_or_else(|| self.about_views(language))
    }
}

impl CalendarText {
    fn about_days(&self, language: Language) -> Option<Text> {
        let (vi, en) = match self {
            Self::Settings => ("Cài đặt lịch", "Calendar settings"),
            Self::SettingsLead => (
                "Thay đổi có hiệu lực ngay, hoàn tác được, và được lưu trong tệp công việc.",
                "Changes take effect at once, can be undone, and are saved in the project file.",
            ),
            Self::PlaceCapacity => {
                ("Mỗi địa bàn làm được nhiều nhất trong một ngày", "Most that one place can hold in a day")
            }
            Self::PlaceHint => (
                "Địa bàn: huyện (trước 01/7/2025) hoặc xã, phường; cơ quan cấp tỉnh tính riêng. Mọi việc đều tính, kể cả tin, \
                 bài; trừ việc gửi báo cáo.",
                "A place is a district (before 1/7/2025) or a commune; provincial bodies count by themselves. Everything \
                 counts, news items too; only reports do not.",
            ),
            Self::DayCapacity => {
                ("Cả phạm vi làm được nhiều nhất trong một ngày", "Most that the whole scope can hold in a day")
            }
            Self::NoLimit => ("không giới hạn", "no limit"),
            Self::OfficeWeek => ("Ngày làm việc của cơ quan, trường học", "Working days of offices and schools"),
            Self::ResidentWeek => ("Ngày có thể họp dân ở ấp, khu phố", "Days on which hamlets can meet"),
            Self::Peaks => ("Đợt cao điểm của Kế hoạch", "Peaks of the plan"),
            Self::Anchors => ("Ngày kỷ niệm ngoài Kế hoạch", "Anniversaries outside the plan"),
            Self::AnchorsHint => (
                "Kế hoạch không nêu các ngày này nên tắt sẵn.",
                "The plan does not name these days, so they are off at first.",
            ),
            Self::Blackouts => ("Không xếp việc vào các ngày", "Days to be kept free"),
            Self::From => ("Từ ngày", "From"),
            Self::To => ("Đến ngày", "To"),
            Self::AddBlackout => ("Thêm", "Add"),
            Self::Spare => ("Số việc dự phòng mỗi quý", "Spare activities each quarter"),
            Self::FreeBeforeReports => {
                ("Số ngày làm việc để trống trước hạn báo cáo", "Working days kept free before a report is due")
            }
            Self::VisitsPerTeam => ("Số nơi một đoàn đến trong ngày", "Places that one team visits in a day"),
            Self::Uncertain => (
                "Coi 24/11 (Ngày Văn hóa Việt Nam) là ngày nghỉ",
                "Take 24 November (Vietnamese Culture Day) as a day off",
            ),
            Self::UncertainHint => (
                "Chưa chắc chắn: Nghị quyết 80-NQ/TW muốn nghỉ hưởng lương; đến 26/02/2026 luật chưa sửa.",
                "Uncertain: Resolution 80-NQ/TW wants it as a paid day off; by 26/02/2026 the law had not been amended.",
            ),
            Self::Defaults => ("Về cài đặt ban đầu", "Back to the defaults"),
            Self::RemoveBlackout { from, to } => return Some(removed(language, *from, *to)),
            _ => return None,
        };
        Some(both(language, vi, en))
    }

    fn about_items(&self, language: Language) -> Option<Text> {
        let (vi, en) = match self {
            Self::Move => ("Dời ngày", "Move"),
            Self::MoveTo => ("Dời sang ngày", "Move to"),
            Self::MoveThere => ("Dời", "Move"),
            Self::MoveAnyway => ("Vẫn dời", "Move anyway"),
            Self::Pin => ("Ghim ngày này", "Keep this day"),
            Self::Unpin => ("Bỏ ghim", "Let it go"),
            Self::Pinned => ("đã ghim", "kept"),
            Self::Drop => ("Bỏ việc này", "Drop"),
            Self::Restore => ("Xếp lại", "Plan it again"),
            Self::DoneOn => ("Đã làm ngày", "Held on"),
            Self::AddRow => ("Thêm vào dữ liệu", "Add to the data"),
            Self::DoneHint => (
                "Việc này thành một dòng của “Nhập trực tiếp”: sửa, xóa được ở đó.",
                "It becomes a row of the table typed by hand, and can be changed or deleted there.",
            ),
            Self::MarkDone => ("Đã làm", "Done"),
            Self::LostPins => ("Lựa chọn không giữ được", "Choices that could not be kept"),
            Self::OpenGaps => ("Còn thiếu vì chưa có ngày", "Still open"),
            Self::Shortfalls => ("Những ngày đã kín", "Days that are full"),
            Self::NotProved => (
                "Chưa chứng minh được đây là lịch tốt nhất: kỳ của các mục tiêu cắt nhau trong những ngày đã kín.",
                "Not proved to be the best calendar: periods of targets cross where days are full.",
            ),
            Self::DragHint => {
                ("Kéo việc sang ngày khác, hoặc bấm “Dời ngày”.", "Drag an item to another day, or use “Move”.")
            }
            Self::Details => ("Nội dung gợi ý", "What it is about"),
            Self::WhyThisDay => ("Vì sao ngày này", "Why this day"),
            Self::Dropped(count) => {
                let en = if *count == 1 { "item" } else { "items" };
                return Some(both(language, format!("Đã bỏ {count} việc"), format!("{count} {en} dropped")));
            }
            _ => return None,
        };
        Some(both(language, vi, en))
    }

    fn about_views(&self, language: Language) -> Text {
        match self {
            Self::EveryKind => both(language, "mọi loại việc", "all kinds"),
            Self::EveryPlace => both(language, "mọi địa bàn", "all places"),
            Self::PlaceLabel => both(language, "Địa bàn", "Place"),
            Self::KindLabel => both(language, "Loại việc", "Kind"),
            Self::Print => both(language, "In A4", "Print A4"),
            Self::PrintUnits => both(language, "In mỗi đơn vị một trang", "Print a page for each unit"),
            Self::Workbook => both(language, "Tải Excel", "Download Excel"),
            Self::Table => both(language, "Tải CSV", "Download CSV"),
            Self::Done(count) => both(language, format!("{count} đã làm"), format!("{count} done")),
            Self::LoadTitle => both(language, "Số việc mỗi tuần", "Items a week"),
            Self::LoadWeek { from, items } => {
                let from = dates::day_of_year(*from);
                let en = if *items == 1 { "item" } else { "items" };
                both(language, format!("Tuần từ {from}: {items} việc"), format!("Week of {from}: {items} {en}"))
            }
            Self::LoadTable => both(language, "Xem dạng bảng", "Show as a table"),
            Self::WeekColumn => both(language, "Tuần từ", "Week of"),
            _ => both(language, "Số việc", "Items"),
        }
    }
}

fn removed(language: Language, from: NaiveDate, to: NaiveDate) -> Text {
    let (from, to) = (dates::day(from), dates::day(to));
    both(language, format!("Bỏ {from} – {to}"), format!("Remove {from} – {to}"))
}
