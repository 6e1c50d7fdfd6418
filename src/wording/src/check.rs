//! Words of the check-data screen.

mod decisions;
mod files;
mod keep;
mod workbook;

pub use decisions::{Answers, Names, decision};
pub use files::{FilesText, SilentText, reminder};
pub use keep::{KeepText, LookText, Resume};
pub use workbook::{CleanSheet, CleanText, clean_columns};

use crate::dates::number;
use crate::{Say, Text, both, plurals};
use domain::{ActivityKind, Language, RosterScope, Severity};

/// Words of the check-data screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// The heading.
    Title {
        /// Rows read.
        rows: u32,
        /// Questions and warnings.
        open: u32,
    },
    /// That results are there already.
    Lead,
    /// Change the files.
    ChangeFiles,
    /// See the results.
    SeeResults,
    /// Rows that became facts.
    UsedRows,
    /// Rows that did not.
    UnusedRows,
    /// Units that the data name.
    UnitsSeen,
    /// First and last day.
    Dates,
    /// No row has a date.
    NoDates,
    /// Heading over the findings.
    Issues,
    /// No finding at all.
    NoIssues,
    /// Opens the notes.
    Notes(u32),
    /// `31 chỗ: …`
    Places(u32),
    /// Leads the list of places.
    Where,
    /// There are more places than listed.
    AndMore(u32),
    /// `dòng 7` or `ô B7` with sheet and file.
    Place {
        /// File.
        file: String,
        /// Sheet, if any.
        sheet: String,
        /// Cell or row.
        cell: String,
    },
    /// Asks for the unit of a spelling.
    WhichUnit(String),
    /// Asks for the unit of a whole table.
    WhichUnitForTable,
    /// Nothing is chosen yet.
    ChooseUnit,
    /// First entry of a list of kinds where nothing suggests one.
    ChooseKind,
    /// Takes the kind as guessed.
    KeepKind(ActivityKind),
    /// Asks for another kind.
    WhichKind(String),
    /// Dates are written month first.
    MonthFirst,
    /// The whole table is about gender equality.
    IsRelevant,
    /// Heading over the tables.
    Tables,
    /// `trang tính “Hoạt động”, tiêu đề ở dòng 4`
    TablePlace {
        /// Sheet, if any.
        sheet: String,
        /// Header row; 0 = none.
        header_row: u32,
    },
    /// `812 dòng, dùng được 799`
    TableRows {
        /// Rows.
        rows: u32,
        /// Used rows.
        used: u32,
    },
    /// Head of the first column.
    YourColumn,
    /// Head of the second column.
    Example,
    /// Head of the third column.
    TakenFor,
    /// Names the choice of a column's meaning.
    TakenForOf(String),
    /// The guess is weak.
    Unsure,
    /// The user chose it.
    Chosen,
    /// Heading over the choices made.
    Choices,
    /// None made.
    NoChoices,
    /// Takes a choice back.
    Undo,
    /// Heading over the roster.
    Roster,
    /// What the roster decides.
    RosterHint,
}

impl Say for Check {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title { rows, open } => title(language, *rows, *open),
            Self::Lead => both(
                language,
                "Kết quả đã tính xong. Bạn có thể xem ngay và sửa sau; chỗ chưa chắc được ghi “Chưa đủ dữ liệu” hoặc “Cần xác nhận”, không bị tính là chưa đạt.",
                "The results are there. See them now and correct later; what is unsure is marked “Not enough data” or “Needs confirmation”, never “Not met”.",
            ),
            Self::ChangeFiles => both(language, "Đổi tệp", "Change files"),
            Self::SeeResults => both(language, "Xem kết quả", "See the results"),
            Self::UsedRows => both(language, "dòng dùng được", "rows used"),
            Self::UnusedRows => both(language, "dòng chưa dùng", "rows not used"),
            Self::UnitsSeen => both(language, "đơn vị có trong tệp", "units in the files"),
            Self::Dates => both(language, "khoảng ngày trong tệp", "dates in the files"),
            Self::NoDates => both(language, "chưa có ngày", "no dates"),
            Self::Issues => both(language, "Việc nên xem", "Worth a look"),
            Self::NoIssues => both(language, "Không có chỗ nào cần hỏi bạn.", "There is nothing to ask you."),
            Self::Notes(count) => both(
                language,
                format!("Ghi nhận thêm ({})", number(language, *count)),
                format!("For the record ({})", number(language, *count)),
            ),
            Self::Places(count) => places(language, *count),
            Self::Where => both(language, "Ở đâu", "Where"),
            Self::AndMore(count) => both(
                language,
                format!("và {} chỗ khác", number(language, *count)),
                format!("and {} more", number(language, *count)),
            ),
            Self::Place { file, sheet, cell } => place(language, file, sheet, cell),
            Self::WhichUnit(text) => {
                both(language, format!("“{text}” là đơn vị nào?"), format!("Which unit is “{text}”?"))
            }
            Self::WhichUnitForTable => both(language, "Bảng này của đơn vị nào?", "Whose table is this?"),
            Self::ChooseUnit => both(language, "Chọn đơn vị…", "Choose a unit…"),
            Self::ChooseKind => both(language, "Chọn loại…", "Choose a kind…"),
            Self::KeepKind(kind) => {
                both(language, format!("Đúng, là {}", kind.say(language)), format!("Yes: {}", kind.say(language)))
            }
            Self::WhichKind(word) if word.is_empty() => {
                both(language, "Các dòng này là loại nào?", "Which kind are these rows?")
            }
            Self::WhichKind(word) => {
                both(language, format!("“{word}” là loại nào?"), format!("Which kind is “{word}”?"))
            }
            Self::MonthFirst => both(language, "Bảng ghi tháng trước ngày", "Month comes first"),
            Self::IsRelevant => both(language, "Cả bảng là về bình đẳng giới", "All about gender equality"),
            other => other.say_tables(language),
        }
    }
}

impl Check {
    fn say_tables(&self, language: Language) -> Text {
        match self {
            Self::Tables => both(language, "Cột trong tệp", "Columns"),
            Self::TablePlace { sheet, header_row } => table_place(language, sheet, *header_row),
            Self::TableRows { rows, used } => {
                let (all, used) = (number(language, *rows), number(language, *used));
                both(
                    language,
                    format!("{all} dòng, dùng được {used}"),
                    format!("{}, {used} used", plurals::rows(*rows)),
                )
            }
            Self::YourColumn => both(language, "Cột của bạn", "Your column"),
            Self::Example => both(language, "Ví dụ", "Example"),
            Self::TakenFor => both(language, "Hiểu là", "Taken for"),
            Self::TakenForOf(header) => {
                both(language, format!("Cột “{header}” hiểu là"), format!("Column “{header}” is taken for"))
            }
            Self::Unsure => both(language, "chưa chắc", "unsure"),
            Self::Chosen => both(language, "bạn chọn", "your choice"),
            Self::Choices => both(language, "Lựa chọn của bạn", "Your choices"),
            Self::NoChoices => both(
                language,
                "Chưa có. Mỗi lựa chọn sẽ được ghi lại ở đây và hoàn tác được.",
                "None yet. Every choice will be listed here and can be undone.",
            ),
            Self::Undo => both(language, "Hoàn tác", "Undo"),
            Self::Roster => both(language, "Danh mục đơn vị từ 01/07/2025", "Roster from 1 July 2025"),
            Self::RosterHint => both(
                language,
                "Trước ngày đó, danh mục luôn là của tỉnh Kiên Giang cũ.",
                "Before that day the roster is always that of former Kiên Giang.",
            ),
            _ => Text::Borrowed(""),
        }
    }
}

impl Say for RosterScope {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::FormerKienGiang => both(
                language,
                "48 xã, phường, đặc khu trên địa bàn Kiên Giang cũ",
                "the 48 communes on the ground of former Kiên Giang",
            ),
            Self::AllAnGiang => {
                both(language, "toàn bộ 102 đơn vị cấp xã của tỉnh An Giang", "all 102 communes of An Giang")
            }
        }
    }
}

impl Say for Severity {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Question => both(language, "Cần bạn trả lời", "Needs your answer"),
            Self::Warning => both(language, "Nên xem lại", "Worth checking"),
            Self::Note => both(language, "Thông tin", "For information"),
        }
    }
}

fn title(language: Language, rows: u32, open: u32) -> Text {
    let en = plurals::rows(rows);
    let rows = number(language, rows);
    let shown = number(language, open);
    match open {
        0 => both(language, format!("Đã đọc {rows} dòng, không có gì cần hỏi"), format!("{en} read, nothing to ask")),
        _ => both(
            language,
            format!("Đã đọc {rows} dòng, có {shown} chỗ nên xem"),
            format!("{en} read, {shown} worth a look"),
        ),
    }
}

fn places(language: Language, count: u32) -> Text {
    let shown = number(language, count);
    both(language, format!("{shown} chỗ"), if count == 1 { "1 place".to_owned() } else { format!("{shown} places") })
}

fn place(language: Language, file: &str, sheet: &str, cell: &str) -> Text {
    let at = match cell {
        "" => Text::Borrowed(""),
        row if row.bytes().all(|byte| byte.is_ascii_digit()) => {
            both(language, format!("dòng {row}, "), format!("row {row}, "))
        }
        cell => both(language, format!("ô {cell}, "), format!("cell {cell}, ")),
    };
    match sheet {
        "" => format!("{at}{file}"),
        sheet => {
            both(language, format!("{at}trang tính “{sheet}”, {file}"), format!("{at}sheet “{sheet}”, {file}")).into()
        }
    }
    .into()
}

fn table_place(language: Language, sheet: &str, header_row: u32) -> Text {
    let header = match header_row {
        0 => both(language, "không có dòng tiêu đề", "no header row"),
        row => both(language, format!("tiêu đề ở dòng {row}"), format!("header in row {row}")),
    };
    match sheet {
        "" => header,
        sheet => both(language, format!("trang tính “{sheet}”, {header}"), format!("sheet “{sheet}”, {header}")),
    }
}
