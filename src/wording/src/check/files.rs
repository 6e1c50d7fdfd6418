//! Words about the files that were read, their encodings, and the units that have sent nothing.

use crate::dates::number;
use crate::plurals::english;
use crate::units::unit_kind_counted;
use crate::{Say, Text, both};
use domain::{EncodingCertainty, FileFormat, Language, SilentUnits, TextEncoding, UnitKind};

/// Words about files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilesText {
    /// Heading.
    Files,
    /// Everything in one line.
    Merged {
        /// Files read.
        read: u32,
        /// Of them, copies of others.
        copies: u32,
        /// Files that could not be read.
        failed: u32,
        /// Rows of all.
        rows: u32,
    },
    /// Opens the list of many files.
    ShowAll(u32),
    /// `2 bảng, 812 dòng`
    Held {
        /// Tables.
        tables: u32,
        /// Rows.
        rows: u32,
    },
    /// The same as another file: not counted again.
    CopyOf(String),
    /// It could not be read.
    NotRead,
    /// Takes a file away …
    Remove,
    /// … named for screen readers.
    RemoveNamed(String),
    /// The encoding in force.
    ReadAs(TextEncoding),
    /// Offers other encodings.
    OtherEncoding,
    /// Asks for the encoding of a file.
    WhichEncoding(String),
    /// How to choose.
    EncodingHint,
}

impl Say for FilesText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Files => both(language, "Tệp đã nhận", "Files"),
            Self::Merged { read, copies, failed, rows } => merged(language, [*read, *copies, *failed, *rows]),
            Self::ShowAll(count) => {
                let count = number(language, *count);
                both(language, format!("Xem cả {count} tệp"), format!("Show all {count} files"))
            }
            Self::Held { tables, rows } => held(language, *tables, *rows),
            Self::CopyOf(first) => both(
                language,
                format!("trùng hoàn toàn với {first}, không tính thêm"),
                format!("the same as {first}, not counted again"),
            ),
            Self::NotRead => both(language, "không đọc được", "could not be read"),
            Self::Remove => both(language, "Bỏ tệp", "Remove"),
            Self::RemoveNamed(name) => both(language, format!("Bỏ tệp {name}"), format!("Remove {name}")),
            Self::ReadAs(encoding) => {
                let name = encoding.name();
                both(language, format!("bảng mã {name}"), format!("encoding {name}"))
            }
            Self::OtherEncoding => both(language, "Chữ bị sai? Chọn bảng mã", "Garbled text? Choose the encoding"),
            Self::WhichEncoding(name) => {
                both(language, format!("Chọn bảng mã cho {name}"), format!("Choose the encoding of {name}"))
            }
            Self::EncodingHint => {
                both(language, "Chọn cách đọc cho ra đúng tiếng Việt:", "Choose the one that reads as Vietnamese:")
            }
        }
    }
}

fn merged(language: Language, counts: [u32; 4]) -> Text {
    let [read, copies, failed, rows] = counts;
    let said = counts.map(|count| number(language, count));
    let [read_text, copies_text, failed_text, rows_text] = said;
    let files = if read == 1 { "file" } else { "files" };
    let row_word = if rows == 1 { "row" } else { "rows" };
    let mut parts = vec![both(
        language,
        format!("{read_text} tệp đã đọc, {rows_text} dòng"),
        format!("{read_text} {files} read, {rows_text} {row_word}"),
    )];
    if copies > 0 {
        parts.push(both(language, format!("{copies_text} tệp trùng"), english(copies, "copy", "copies")));
    }
    if failed > 0 {
        parts.push(both(
            language,
            format!("{failed_text} tệp không đọc được"),
            format!("{failed_text} could not be read"),
        ));
    }
    parts.join("; ").into()
}

fn held(language: Language, tables: u32, rows: u32) -> Text {
    let (shown_tables, shown_rows) = (number(language, tables), number(language, rows));
    let (table_word, row_word) = (if tables == 1 { "table" } else { "tables" }, if rows == 1 { "row" } else { "rows" });
    both(
        language,
        format!("{shown_tables} bảng, {shown_rows} dòng"),
        format!("{shown_tables} {table_word}, {shown_rows} {row_word}"),
    )
}

impl Say for FileFormat {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Text => both(language, "văn bản (CSV, TSV)", "text (CSV, TSV)"),
            Self::Xlsx => Text::Borrowed("Excel (.xlsx)"),
            Self::Xlsb => Text::Borrowed("Excel (.xlsb)"),
            Self::Xls => both(language, "Excel cũ (.xls)", "old Excel (.xls)"),
            Self::Ods => Text::Borrowed("OpenDocument (.ods)"),
            Self::Html => both(language, "bảng trong trang web (HTML)", "table of a web page (HTML)"),
            Self::SpreadsheetMl => Text::Borrowed("Excel 2003 (XML)"),
        }
    }
}

impl Say for EncodingCertainty {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Sure => both(language, "chắc chắn", "certain"),
            Self::Likely => both(language, "nhận theo chữ tiếng Việt", "told by Vietnamese syllables"),
            Self::Unsure => both(language, "chưa chắc, cần bạn chọn", "unsure, please choose"),
            Self::Chosen => both(language, "bạn chọn", "your choice"),
        }
    }
}

/// Words about units that have sent nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SilentText {
    /// Heading, with the year.
    Heading(i32),
    /// Everyone has sent.
    Nobody,
    /// That silence is no zero.
    Hint,
    /// `12 xã, phường`
    Group(UnitKind, u32),
    /// Takes the list along as a file.
    Download,
    /// Takes the list along as text.
    Copy,
    /// It is on the clipboard.
    Copied,
    /// The browser forbids it.
    CopyFailed,
}

impl Say for SilentText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Heading(year) => {
                both(language, format!("Đơn vị chưa có số liệu năm {year}"), format!("Units without data for {year}"))
            }
            Self::Nobody => both(
                language,
                "Mọi đơn vị trong phạm vi đang xem đều đã có số liệu.",
                "Every unit of the scope shown has sent something.",
            ),
            Self::Hint => both(
                language,
                "Không có dòng nào của các đơn vị này. Chưa gửi không phải là bằng 0: kết quả ghi “Chưa đủ dữ liệu”.",
                "No row of these units was read. Silence is not zero: they are marked “Not enough data”.",
            ),
            Self::Group(kind, count) => {
                format!("{} {}", number(language, *count), unit_kind_counted(language, *kind, *count)).into()
            }
            Self::Download => both(language, "Tải danh sách (CSV)", "Download the list (CSV)"),
            Self::Copy => both(language, "Sao chép để nhắc", "Copy a reminder"),
            Self::Copied => both(language, "Đã sao chép.", "Copied."),
            Self::CopyFailed => {
                both(language, "Trình duyệt không cho sao chép.", "The browser does not allow copying.")
            }
        }
    }
}

/// A text to remind them: one line a parent, ready to be pasted into a message.
pub fn reminder(language: Language, year: i32, silent: &[SilentUnits]) -> String {
    let mut lines = vec![
        both(
            language,
            format!("Đề nghị các đơn vị sau gửi số liệu truyền thông bình đẳng giới năm {year}:"),
            format!("Please send your data on gender equality communication in {year}:"),
        )
        .into_owned(),
    ];
    for group in silent {
        let mut parents: Vec<(&str, Vec<&str>)> = Vec::new();
        for unit in &group.units {
            match parents.iter_mut().find(|(parent, _)| *parent == unit.parent) {
                Some((_, names)) => names.push(&unit.name),
                None => parents.push((&unit.parent, vec![&unit.name])),
            }
        }
        lines.extend(parents.into_iter().map(|(parent, names)| match parent {
            "" => format!("- {}", names.join(", ")),
            parent => format!("- {parent}: {}", names.join(", ")),
        }));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Life, UnitIndex, UnitLine, UnitSource};

    fn unit(name: &str, parent: &str) -> UnitLine {
        UnitLine {
            unit: UnitIndex(0),
            id: name.to_owned(),
            name: name.to_owned(),
            parent: parent.to_owned(),
            kind: UnitKind::Commune,
            source: UnitSource::Shipped,
            life: Life::default(),
        }
    }

    #[test]
    fn a_reminder_names_units_under_their_parents() {
        let units = vec![unit("Xã A", "Huyện X"), unit("Xã B", "Huyện X"), unit("Xã C", "Huyện Y"), unit("Xã D", "")];
        let text = reminder(Language::Vi, 2024, &[SilentUnits { kind: UnitKind::Commune, units }]);
        let lines: Vec<&str> = text.lines().skip(1).collect();
        assert_eq!(lines, ["- Huyện X: Xã A, Xã B", "- Huyện Y: Xã C", "- Xã D"]);
    }

    #[test]
    fn what_did_not_happen_is_not_mentioned() {
        let all_well = FilesText::Merged { read: 1, copies: 0, failed: 0, rows: 1 };
        assert_eq!(all_well.say(Language::En), "1 file read, 1 row");
        let odd = FilesText::Merged { read: 120, copies: 3, failed: 2, rows: 4812 };
        assert_eq!(odd.say(Language::Vi), "120 tệp đã đọc, 4.812 dòng; 3 tệp trùng; 2 tệp không đọc được");
    }
}
