//! Words of the frame around every screen: brand, tabs, the bar with day and scope, notices, footer.

use crate::dates::{day, number};
use crate::{Say, Text, both, plurals};
use domain::{Language, NaiveDate};

/// A screen, as tabs and titles call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Choose files.
    Data,
    /// Reading.
    Reading,
    /// Nothing could be read.
    Failed,
    /// Type rows in.
    Entry,
    /// Check what was understood.
    Check,
    /// The rows of a table.
    Rows,
    /// The targets.
    Overview,
    /// How it went.
    Trend,
    /// What turned.
    Compare,
    /// Counts by place.
    Rollup,
    /// Units.
    Units,
    /// The agenda.
    Agenda,
    /// What would turn.
    WhatIf,
    /// Reports to be handed in.
    Reports,
    /// The plan.
    Plan,
    /// The readings.
    Readings,
    /// The bodies that the plan names.
    Bodies,
    /// Settings of the page.
    Settings,
    /// What this is.
    About,
    /// What happens to data.
    Privacy,
    /// Who can use it.
    Access,
    /// The deck for a room.
    Workshop,
}

impl Say for Screen {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Data => both(language, "Dữ liệu", "Data"),
            Self::Reading => both(language, "Đang đọc tệp", "Reading"),
            Self::Failed => both(language, "Không đọc được tệp", "File not read"),
            Self::Entry => both(language, "Nhập trực tiếp", "Type rows in"),
            Self::Check => both(language, "Kiểm tra dữ liệu", "Check data"),
            Self::Rows => both(language, "Các dòng của bảng", "Rows of a table"),
            Self::Overview => both(language, "Tổng quan", "Overview"),
            Self::Trend => both(language, "Diễn biến", "Trend"),
            Self::Compare => both(language, "So sánh", "Compare"),
            Self::Rollup => both(language, "Tổng hợp theo địa bàn", "Roll-up by place"),
            Self::Units => both(language, "Đơn vị", "Units"),
            Self::Agenda => both(language, "Lịch", "Calendar"),
            Self::WhatIf => both(language, "Nếu…thì", "What if"),
            Self::Reports => both(language, "Báo cáo", "Reports"),
            Self::Plan => both(language, "Kế hoạch", "Plan"),
            Self::Readings => both(language, "Cách hiểu", "Readings"),
            Self::Bodies => both(language, "Cơ quan", "Bodies"),
            Self::Settings => both(language, "Cài đặt", "Settings"),
            Self::About => both(language, "Giới thiệu", "About"),
            Self::Privacy => both(language, "Riêng tư", "Privacy"),
            Self::Access => both(language, "Trợ năng", "Accessibility"),
            Self::Workshop => both(language, "Trình chiếu", "Workshop"),
        }
    }
}

/// Words of the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shell {
    /// The product's name.
    Brand,
    /// What it is about, under the name.
    Subtitle,
    /// Past header and navigation.
    Skip,
    /// Data stay here.
    Private,
    /// Names the switch to the other language, in that language.
    OtherLanguage,
    /// The short code of the other language.
    OtherLanguageCode,
    /// Names the tabs.
    Navigation,
    /// A tab that has nothing to show yet.
    NeedsData,
    /// Names the bar with day and scope.
    Context,
    /// `Năm 2024`
    Year(i32),
    /// `tính đến 15/10/2024`
    AsOf(NaiveDate),
    /// Above the choice of a year.
    YearShown,
    /// Above the choice of a day.
    AsOfChoice,
    /// Beside the free day.
    AnyDay,
    /// What the day does, and what it does not.
    AsOfHint,
    /// Before the choice of a scope.
    Scope,
    /// Everything.
    WholeProvince,
    /// The scope that the files themselves suggest.
    ScopeAuto,
    /// `theo-doi.xlsx · 4.812 dòng`
    OneFile {
        /// Its name.
        name: String,
        /// Rows read.
        rows: u32,
    },
    /// `12 tệp · 4.812 dòng`
    Files {
        /// How many files.
        files: u32,
        /// Rows read.
        rows: u32,
    },
    /// Leads to the check-data screen: so many things to look at.
    ToCheck(u32),
    /// Leads to the check-data screen: nothing to look at.
    NothingToCheck,
    /// Leads to the day up to which the files say they go.
    GoesTo(NaiveDate),
    /// The data are made up.
    SampleData,
    /// Another run is under way.
    Renewing,
    /// Files hover over the page; they will be read.
    DropHere,
    /// Files hover over the page; they will join those already read.
    DropToAdd,
    /// Takes a notice away.
    Close,
    /// Names the links of the footer.
    FooterLinks,
    /// Who we are not.
    Independent,
    /// The version.
    Version(String),
    /// What screen readers hear when results are there.
    ResultsReady {
        /// Rows read.
        rows: u32,
        /// Things to look at.
        questions: u32,
    },
    /// Something is being fetched from the worker.
    Loading,
    /// An address names a unit that these data do not have.
    UnitNotFound,
    /// What to do then.
    UnitNotFoundHint,
    /// Leads to all units.
    AllUnits,
}

impl Say for Shell {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Brand => both(language, "Đối chiếu mục tiêu", "Target check"),
            Self::Subtitle => {
                both(language, "Truyền thông bình đẳng giới đến 2030", "Communication on gender equality to 2030")
            }
            Self::Skip => both(language, "Đến nội dung chính", "Skip to main content"),
            Self::Private => both(language, "Dữ liệu không rời khỏi máy này", "Data never leave this device"),
            Self::OtherLanguage => both(language, "EN: switch to English", "VI: chuyển sang tiếng Việt"),
            Self::OtherLanguageCode => both(language, "EN", "VI"),
            Self::Navigation => both(language, "Các phần chính", "Main sections"),
            Self::NeedsData => both(language, "cần có dữ liệu trước", "needs data first"),
            Self::Context => both(language, "Kỳ báo cáo và phạm vi", "Period and scope"),
            Self::Year(year) => both(language, format!("Năm {year}"), format!("Year {year}")),
            Self::AsOf(date) => both(language, format!("tính đến {}", day(*date)), format!("as of {}", day(*date))),
            Self::YearShown => both(language, "Năm xem", "Year shown"),
            Self::AsOfChoice => both(language, "Tính đến hết ngày", "As of the end of"),
            Self::AnyDay => both(language, "Ngày khác", "Another day"),
            Self::AsOfHint => both(
                language,
                "Đổi ngày này không làm thay đổi thời hạn của mục tiêu nào.",
                "Changing this day moves no target's deadline.",
            ),
            Self::Scope => both(language, "Phạm vi", "Scope"),
            Self::WholeProvince => both(language, "Toàn tỉnh", "Whole province"),
            Self::ScopeAuto => both(language, "Tự nhận theo tệp", "As the files suggest"),
            Self::OneFile { .. } | Self::Files { .. } => self.say_files(language),
            Self::ToCheck(count) => to_check(language, *count),
            Self::NothingToCheck => both(language, "Xem cách hiểu dữ liệu", "How the data were understood"),
            Self::GoesTo(last) => both(
                language,
                format!("Tệp chỉ tính đến {}: xem theo ngày đó", day(*last)),
                format!("The files go up to {}: see that day", day(*last)),
            ),
            Self::SampleData => both(language, "Dữ liệu mẫu, chỉ để minh họa", "Sample data, for illustration only"),
            Self::Renewing => both(language, "Đang tính lại…", "Calculating again…"),
            Self::DropHere => both(language, "Thả tệp vào đây để đọc", "Drop the files here to read them"),
            Self::DropToAdd => both(language, "Thả để đọc thêm vào các tệp đang xem", "Drop to add to the files shown"),
            Self::Close => both(language, "Đóng", "Close"),
            Self::FooterLinks => both(language, "Về trang này", "About this page"),
            Self::Independent => both(
                language,
                "Công cụ độc lập, không phải trang của cơ quan nhà nước.",
                "An independent tool, not a government site.",
            ),
            Self::Version(version) => both(language, format!("Phiên bản {version}"), format!("Version {version}")),
            Self::ResultsReady { rows, questions } => results_ready(language, *rows, *questions),
            Self::Loading => both(language, "Đang lấy số liệu…", "Fetching figures…"),
            Self::UnitNotFound => {
                both(language, "Không thấy đơn vị này trong dữ liệu đang xem", "This unit is not in the data shown")
            }
            Self::UnitNotFoundHint => both(
                language,
                "Đơn vị có thể nằm ngoài phạm vi hoặc ngoài năm đang xem.",
                "It may be outside the scope or the year shown.",
            ),
            Self::AllUnits => both(language, "Xem tất cả đơn vị", "See all units"),
        }
    }
}

impl Shell {
    fn say_files(&self, language: Language) -> Text {
        match self {
            Self::OneFile { name, rows } => {
                let (vi, en) = (number(language, *rows), plurals::rows(*rows));
                both(language, format!("{name} · {vi} dòng"), format!("{name} · {en}"))
            }
            Self::Files { files, rows } => {
                let (vi, en) = (number(language, *rows), plurals::rows(*rows));
                let en_files = plurals::english(*files, "file", "files");
                both(language, format!("{} tệp · {vi} dòng", number(language, *files)), format!("{en_files} · {en}"))
            }
            _ => Text::Borrowed(""),
        }
    }
}

fn to_check(language: Language, count: u32) -> Text {
    let shown = number(language, count);
    let en = if count == 1 {
        "1 thing to check in the data".to_owned()
    } else {
        format!("{shown} things to check in the data")
    };
    both(language, format!("{shown} chỗ nên xem trong dữ liệu"), en)
}

fn results_ready(language: Language, rows: u32, questions: u32) -> Text {
    let (read, en) = (number(language, rows), plurals::rows(rows));
    let ask = to_check(language, questions);
    match questions {
        0 => both(
            language,
            format!("Đã đọc {read} dòng. Kết quả đã sẵn sàng."),
            format!("{en} read. Results are ready."),
        ),
        _ => both(language, format!("Đã đọc {read} dòng. Có {ask}."), format!("{en} read. {ask}.")),
    }
}

/// A day that the as-of picker offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOfDay {
    /// The end of yesterday (or the day that the data carry).
    Default,
    /// End of a quarter.
    QuarterEnd(u32),
    /// The last safe day for the six-month report.
    HalfReport,
    /// The last safe day for the yearly report.
    YearReport,
    /// National cut-off of six-month figures.
    HalfCutOff,
    /// National cut-off of yearly figures.
    YearCutOff,
}

impl Say for AsOfDay {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Default => both(language, "mặc định: hết ngày hôm qua", "default: the end of yesterday"),
            Self::QuarterEnd(quarter) => {
                both(language, format!("hết quý {}", crate::dates::roman(*quarter)), format!("end of Q{quarter}"))
            }
            Self::HalfReport => {
                both(language, "ngày cuối kịp gửi báo cáo 6 tháng", "last safe day for the six-month report")
            }
            Self::YearReport => both(language, "ngày cuối kịp gửi báo cáo năm", "last safe day for the yearly report"),
            Self::HalfCutOff => both(language, "mốc chốt số liệu 6 tháng", "cut-off of six-month figures"),
            Self::YearCutOff => both(language, "mốc chốt số liệu năm", "cut-off of yearly figures"),
        }
    }
}

/// A notice above the screens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeText {
    /// The worker stopped, and the work was started again.
    WorkerRestarted,
    /// The worker keeps stopping.
    WorkerStopped,
    /// The worker did not understand.
    Refused(String),
    /// A paste without a table.
    NothingPasted,
    /// A paste of a picture.
    PicturePasted,
    /// A folder without a file to read.
    EmptyFolder,
    /// More files at once than are read.
    TooManyFiles(u32),
    /// The last choice left no table.
    NothingLeft,
    /// Some files of several could not be read.
    SomeFailed(u32),
    /// Try again.
    Retry,
}

impl Say for NoticeText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::WorkerRestarted => both(
                language,
                "Phần tính toán vừa dừng đột ngột nên đã được chạy lại từ các tệp đã chọn. Không mất dữ liệu nào.",
                "The calculation stopped unexpectedly and was started again from the chosen files. Nothing is lost.",
            ),
            Self::WorkerStopped => both(
                language,
                "Phần tính toán dừng nhiều lần liên tiếp. Thử lại, hoặc bỏ bớt tệp rồi thử lại.",
                "The calculation stopped several times in a row. Try again, or leave out a file and try again.",
            ),
            Self::Refused(detail) => both(
                language,
                format!(
                    "Có lỗi trong chương trình, không phải do dữ liệu của bạn. Khi báo lỗi, hãy kèm dòng này: {detail}"
                ),
                format!("A defect of this page, not of your data. When reporting it, quote this line: {detail}"),
            ),
            Self::NothingPasted => both(
                language,
                "Nội dung vừa dán không phải là bảng. Hãy chọn cả dòng tiêu đề cột trong Excel, sao chép rồi dán lại.",
                "What you pasted is not a table. Select the rows with their header in the spreadsheet, copy and paste again.",
            ),
            Self::PicturePasted => both(
                language,
                "Nội dung vừa dán là ảnh; trang này không đọc chữ trong ảnh. Hãy mở bảng gốc, sao chép các ô rồi dán, hoặc nhập trực tiếp.",
                "What you pasted is a picture; this page does not read pictures. Copy the cells of the original table and paste them, or type the rows in.",
            ),
            Self::EmptyFolder => both(
                language,
                "Thư mục không có tệp nào để đọc. Tệp ẩn và tệp khóa tạm (~$…) được bỏ qua.",
                "The folder holds no file to read. Hidden files and locks (~$…) are passed over.",
            ),
            Self::TooManyFiles(most) => {
                let (vi, en) = (number(Language::Vi, *most), number(Language::En, *most));
                both(
                    language,
                    format!("Thư mục có hơn {vi} tệp; chỉ đọc {vi} tệp đầu theo tên. Hãy thả từng thư mục con."),
                    format!(
                        "The folder holds more than {en} files; only the first {en} by name are read. Drop its folders one by one."
                    ),
                )
            }
            Self::NothingLeft => both(
                language,
                "Sau lựa chọn vừa rồi không còn bảng nào đọc được, nên kết quả cũ được giữ lại. Hãy hoàn tác lựa chọn đó.",
                "After that choice no table can be read any more, so the old results are kept. Undo the choice.",
            ),
            Self::SomeFailed(count) => both(
                language,
                format!("{} tệp không đọc được và không có trong kết quả.", number(language, *count)),
                if *count == 1 {
                    "1 file could not be read and is not in the results.".to_owned()
                } else {
                    format!("{} files could not be read and are not in the results.", number(language, *count))
                },
            ),
            Self::Retry => both(language, "Thử lại", "Try again"),
        }
    }
}
