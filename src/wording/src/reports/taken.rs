//! What a report can be taken along as.

use crate::dates::{day, number};
use crate::{Say, Text, both};
use domain::{Language, NaiveDate};

/// A way to take it along, with what it is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakeText {
    /// Over the list.
    Title,
    /// The Word file …
    Word,
    /// … to be signed.
    WordHint,
    /// The results …
    Results,
    /// … with the rows behind them.
    ResultsHint,
    /// Everything in one file …
    Package,
    /// … with what lies in it.
    PackageHint,
    /// The workbook …
    Workbook,
    /// … with what is in it.
    WorkbookHint,
    /// The verdicts …
    Csv,
    /// … for other programs.
    CsvHint,
    /// The agenda …
    Calendar,
    /// … for calendars.
    CalendarHint,
    /// On paper …
    Print,
    /// … as shown.
    PrintHint,
    /// Over what is pasted elsewhere.
    Pasting,
    /// A paragraph …
    Paragraph,
    /// … for a mail or a chat.
    ParagraphHint,
    /// A table …
    Table,
    /// … that stays one.
    TableHint,
    /// The picture …
    Picture,
    /// … that stays readable.
    PictureHint,
    /// Sends the picture through the device's own list.
    Share,
    /// Shows the picture.
    ShowPicture,
}

impl Say for TakeText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(language, "Tải về", "Download"),
            Self::Word => both(language, "Word (.docx)", "Word (.docx)"),
            Self::WordHint => both(language, "để trình ký", "to be signed"),
            Self::Results => both(language, "Kết quả (.xlsx)", "Results (.xlsx)"),
            Self::ResultsHint => both(language, "kèm bằng chứng", "with the rows behind them"),
            Self::Package => both(language, "Trọn gói (.zip)", "Package (.zip)"),
            Self::PackageHint => both(
                language,
                "báo cáo tỉnh, kết quả, báo cáo từng xã, danh sách nhắc",
                "the report, the results, a report of each commune, whom to remind",
            ),
            Self::Workbook => both(language, "Số liệu (.xlsx)", "Data (.xlsx)"),
            Self::WorkbookHint => both(language, "dữ liệu đã làm sạch", "as it was understood"),
            Self::Csv => both(language, "CSV", "CSV"),
            Self::CsvHint => both(language, "kết quả từng đơn vị", "results of every unit"),
            Self::Calendar => both(language, "Lịch (.ics)", "Calendar (.ics)"),
            Self::CalendarHint => both(language, "việc còn phải làm", "what is left to do"),
            Self::Print => both(language, "In A4", "Print on A4"),
            Self::PrintHint => both(language, "như bản xem trước", "as shown"),
            Self::Pasting => both(language, "Dán vào nơi khác", "Paste elsewhere"),
            Self::Paragraph => both(language, "Đoạn văn để dán", "Paragraph to paste"),
            Self::ParagraphHint => both(language, "thư, Zalo", "mail, chat"),
            Self::Table => both(language, "Bảng để dán", "Table to paste"),
            Self::TableHint => both(language, "Word, Excel", "Word, Excel"),
            Self::Picture => both(language, "Ảnh gửi Zalo", "Picture for a chat"),
            Self::PictureHint => both(language, "PNG 1080 px", "PNG 1080 px"),
            Self::Share => both(language, "Chia sẻ ảnh…", "Share the picture…"),
            Self::ShowPicture => both(language, "Xem ảnh", "See the picture"),
        }
    }
}

/// How a copy went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copying {
    /// It lies on the clipboard.
    Done,
    /// The browser forbids it.
    Refused,
}

impl Say for Copying {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Done => {
                both(language, "Đã sao chép. Mở nơi cần dán rồi bấm Ctrl+V.", "Copied. Paste it with Ctrl+V.")
            }
            Self::Refused => both(
                language,
                "Trình duyệt không cho sao chép. Hãy chọn chữ trong bản xem trước rồi bấm Ctrl+C.",
                "The browser forbids copying. Select the text in the preview and press Ctrl+C.",
            ),
        }
    }
}

/// Words of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureText {
    /// Of which year, up to which day.
    Until {
        /// The year shown.
        year: i32,
        /// The day.
        as_of: NaiveDate,
    },
    /// So many targets are left out.
    More(u32),
    /// Where the figures come from.
    Source {
        /// Files.
        files: u32,
        /// Rows of them that count as data.
        rows: u32,
    },
    /// What they are checked against.
    Plan(String),
    /// They are samples.
    Sample,
}

impl Say for PictureText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Until { year, as_of } => {
                let until = day(*as_of);
                both(
                    language,
                    format!("Năm {year}, số liệu tính đến hết ngày {until}"),
                    format!("{year}, figures up to the end of {until}"),
                )
            }
            Self::More(count) => {
                let targets = if *count == 1 { "target" } else { "targets" };
                both(language, format!("và {count} mục tiêu khác"), format!("and {count} more {targets}"))
            }
            Self::Source { files, rows } => source(language, *files, *rows),
            Self::Plan(title) => both(language, format!("Đối chiếu với: {title}"), format!("Checked against: {title}")),
            Self::Sample => both(language, "DỮ LIỆU MẪU, chỉ để minh họa", "SAMPLE DATA, for illustration only"),
        }
    }
}

fn source(language: Language, files: u32, rows: u32) -> Text {
    let (of_files, of_rows) = (number(language, files), number(language, rows));
    let plural = |count: u32, one: &'static str, many: &'static str| if count == 1 { one } else { many };
    both(
        language,
        format!("Nguồn: {of_files} tệp, {of_rows} dòng số liệu"),
        format!("Source: {of_files} {}, {of_rows} {}", plural(files, "file", "files"), plural(rows, "row", "rows")),
    )
}
