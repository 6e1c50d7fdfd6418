//! What is said of a finding: what was seen (quoted), why it matters, what to do.
//!
//! Each part is one clause: it starts in lower case and ends without a stop, so that a table can join the three and
//! a screen can make sentences of them.

mod advice;

use crate::dates::{day, number, span};
use crate::{Say, Text, both, plurals};
use advice::{todo, why};
use domain::{FindingKind, Language};

/// The three parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingWords {
    /// What was seen.
    pub seen: Text,
    /// Why it matters.
    pub why: Text,
    /// What to do.
    pub todo: Text,
}

impl FindingWords {
    /// The three parts in one line, for tables.
    pub fn line(&self) -> String {
        format!("{}; {}; {}", self.seen, self.why, self.todo)
    }
}

/// The words for a finding.
pub fn finding(language: Language, kind: &FindingKind) -> FindingWords {
    FindingWords { seen: seen(language, kind), why: why(language, kind), todo: todo(language, kind) }
}

/// The name of a group of findings, after a number of places: `31 chỗ: chưa rõ là đơn vị nào`.
pub fn group(language: Language, kind: &FindingKind) -> Text {
    match kind {
        FindingKind::UnreadableDate { .. } => both(language, "không đọc được ngày", "unreadable date"),
        FindingKind::AmbiguousDate { .. } => both(language, "ngày đọc được hai cách", "date that reads two ways"),
        FindingKind::DateOutOfRange { .. } => both(language, "ngày ngoài 2000–2100", "date outside 2000–2100"),
        FindingKind::MissingDate => both(language, "thiếu ngày", "no date"),
        FindingKind::UnknownUnit { .. } => both(language, "đơn vị không có trong danh mục", "unit not in the roster"),
        FindingKind::AmbiguousUnit { .. } => both(language, "chưa rõ là đơn vị nào", "unit ambiguous"),
        FindingKind::ProvisionalUnit { .. } => {
            both(language, "đơn vị chỉ thấy trong tệp, đã tạm thêm", "unit only seen in the file, added for now")
        }
        FindingKind::UnitGuessed { .. } => both(language, "tên đơn vị viết khác danh mục", "unit spelled differently"),
        FindingKind::MissingUnit => both(language, "dòng không ghi đơn vị", "row without a unit"),
        FindingKind::NoUnitColumn => both(language, "cả bảng không ghi đơn vị", "table without units"),
        FindingKind::BadCount { .. } => both(language, "số lượng không dùng được", "unusable count"),
        FindingKind::OutsideUnitLife { .. } => {
            both(language, "ngày ngoài thời gian tồn tại của đơn vị", "date outside the unit's life")
        }
        FindingKind::NotRelevant { .. } => both(language, "không phải về bình đẳng giới", "not about gender equality"),
        FindingKind::RelevanceUnknown { .. } => {
            both(language, "chưa rõ có phải về bình đẳng giới", "perhaps not about gender equality")
        }
        FindingKind::UnknownKind { word, .. } if word.is_empty() => {
            both(language, "chưa ghi loại hoạt động", "kind of activity not said")
        }
        FindingKind::UnknownKind { .. } => both(language, "loại hoạt động lạ", "unknown kind of activity"),
        FindingKind::TotalDisagrees { .. } => both(language, "tổng không khớp chi tiết", "total and parts disagree"),
        FindingKind::TotalNotAdded { .. } => both(language, "dòng hoặc cột tổng, không cộng thêm", "total, not added"),
        FindingKind::DuplicateRow { .. } => both(language, "dòng trùng", "duplicate row"),
        FindingKind::DuplicateFile { .. } => both(language, "tệp trùng", "duplicate file"),
        FindingKind::PlannedInThePast { .. } => both(language, "kế hoạch đã qua ngày", "plan whose day has passed"),
        FindingKind::FormulaError { .. } => both(language, "ô công thức báo lỗi", "formula error"),
        FindingKind::PersonalColumn { .. } => {
            both(language, "cột có dữ liệu cá nhân, đã bỏ qua", "personal column, skipped")
        }
        FindingKind::UnknownColumn { .. } => both(language, "cột chưa hiểu", "column not understood"),
        FindingKind::BadValue { .. } => both(language, "giá trị lạ trong danh sách", "unknown value in a register"),
        FindingKind::SkippedRow { .. } => both(language, "dòng không phải số liệu", "row that is not data"),
        FindingKind::SheetWithoutTable { .. } => both(language, "trang tính không có bảng", "sheet without a table"),
        FindingKind::EncodingAssumed { .. } => both(language, "bảng mã chữ đã chuyển", "text encoding converted"),
        FindingKind::EncodingUnsure { .. } => both(language, "chưa rõ bảng mã chữ", "text encoding not known"),
        FindingKind::FontEncoding { .. } => both(language, "phông chữ cũ đã chuyển mã", "text in old fonts converted"),
        FindingKind::EntriesSkipped { .. } => {
            both(language, "tệp không phải bảng tính trong tệp nén", "files in the archive that are no spreadsheets")
        }
        FindingKind::CopiedReport { .. } => {
            both(language, "giống hệt báo cáo khác, chỉ khác ngày", "same as another report but for the dates")
        }
        FindingKind::BadBytes { .. } => both(language, "ký tự không đọc được", "unreadable characters"),
        FindingKind::BadUnitRow { .. } => both(language, "dòng danh mục không dùng được", "unusable roster row"),
    }
}

fn seen(language: Language, kind: &FindingKind) -> Text {
    match kind {
        FindingKind::UnreadableDate { text } => {
            both(language, format!("“{text}” không phải là ngày"), format!("“{text}” is not a date"))
        }
        FindingKind::AmbiguousDate { text, day_first, month_first } => both(
            language,
            format!("“{text}” đang hiểu là {}, cũng có thể là {}", span(*day_first), span(*month_first)),
            format!("“{text}” is read as {}, but may be {}", span(*day_first), span(*month_first)),
        ),
        FindingKind::DateOutOfRange { text } => {
            both(language, format!("“{text}” nằm ngoài 2000–2100"), format!("“{text}” is outside 2000–2100"))
        }
        FindingKind::MissingDate => both(
            language,
            "dòng, trang tính, tên tệp và tiêu đề đều không ghi ngày",
            "neither row, sheet, file name nor title gives a date",
        ),
        FindingKind::UnknownUnit { text } => both(
            language,
            format!("“{text}” không khớp đơn vị nào trong danh mục"),
            format!("“{text}” matches no unit of the roster"),
        ),
        FindingKind::AmbiguousUnit { text, candidates } => both(
            language,
            format!("“{text}” khớp {} đơn vị", candidates.len()),
            format!("“{text}” matches {} units", candidates.len()),
        ),
        FindingKind::ProvisionalUnit { name, kind } => both(
            language,
            format!("“{name}” ({}) chưa có trong danh mục", kind.say(language)),
            format!("“{name}” ({}) is in no roster", kind.say(language)),
        ),
        FindingKind::UnitGuessed { text, name } => {
            both(language, format!("“{text}” được hiểu là {name}"), format!("“{text}” was taken for {name}"))
        }
        FindingKind::MissingUnit => both(language, "ô đơn vị trống", "the unit cell is empty"),
        FindingKind::NoUnitColumn => both(language, "bảng không có cột đơn vị", "the table has no unit column"),
        FindingKind::BadCount { text } => both(
            language,
            format!("“{text}” không phải là số nguyên không âm"),
            format!("“{text}” is not a whole number of zero or more"),
        ),
        FindingKind::OutsideUnitLife { unit, when } => both(
            language,
            format!("{unit} không tồn tại vào {}", span(*when)),
            format!("{unit} did not exist on {}", span(*when)),
        ),
        FindingKind::NotRelevant { title } => both(
            language,
            format!("“{title}” không nói về bình đẳng giới"),
            format!("“{title}” is not about gender equality"),
        ),
        FindingKind::RelevanceUnknown { title } => both(
            language,
            format!("bảng “{title}” gồm hoạt động chung, không riêng về bình đẳng giới"),
            format!("the table “{title}” holds activities in general, not only on gender equality"),
        ),
        FindingKind::UnknownKind { word, .. } if word.is_empty() => both(
            language,
            "dòng không ghi loại hoạt động, nội dung cũng không cho biết",
            "the row says no kind of activity, and its title does not tell",
        ),
        FindingKind::UnknownKind { word, taken } => both(
            language,
            format!("“{word}” có lẽ là {}", taken.say(language)),
            format!("“{word}” is perhaps {}", taken.say(language)),
        ),
        other => seen_rest(language, other),
    }
}

fn seen_rest(language: Language, kind: &FindingKind) -> Text {
    match kind {
        FindingKind::TotalDisagrees { unit, kind, total, parts } => both(
            language,
            format!("{unit}: tổng ghi {total} {0}, cộng chi tiết được {parts}", kind.say(language)),
            format!("{unit}: the total says {total} {0}, the parts add up to {parts}", kind.say(language)),
        ),
        FindingKind::TotalNotAdded { text } => {
            both(language, format!("“{text}” lặp lại các dòng chi tiết"), format!("“{text}” repeats finer rows"))
        }
        FindingKind::DuplicateRow { first_row } => {
            both(language, format!("giống hệt dòng {first_row}"), format!("the same as row {first_row}"))
        }
        FindingKind::DuplicateFile { first } => {
            both(language, format!("giống hệt tệp “{first}”"), format!("the same as the file “{first}”"))
        }
        FindingKind::PlannedInThePast { when } => both(
            language,
            format!("ghi là kế hoạch cho ngày {}", day(when.to())),
            format!("stated as a plan for {}", day(when.to())),
        ),
        FindingKind::FormulaError { text } => {
            both(language, format!("ô ghi “{text}”"), format!("the cell says “{text}”"))
        }
        FindingKind::PersonalColumn { header } => both(
            language,
            format!("cột “{header}” có tên, số điện thoại hoặc thông tin riêng"),
            format!("the column “{header}” holds names, phone numbers or other personal data"),
        ),
        FindingKind::UnknownColumn { header } => {
            both(language, format!("cột “{header}” chưa rõ nghĩa"), format!("the column “{header}” is not understood"))
        }
        FindingKind::BadValue { text } => both(
            language,
            format!("“{text}” không thuộc các giá trị quy định"),
            format!("“{text}” is not one of the words this column may hold"),
        ),
        FindingKind::SkippedRow { text } => {
            both(language, format!("“{text}” là ghi chú hoặc chữ ký"), format!("“{text}” is a note or a signature"))
        }
        FindingKind::SheetWithoutTable { rows } => both(
            language,
            format!("trang tính có {} dòng nhưng không có dòng tiêu đề quen thuộc", number(language, *rows)),
            format!("the sheet has {} but no header that is known", plurals::rows(*rows)),
        ),
        FindingKind::EncodingAssumed { encoding } => {
            let name = encoding.name();
            both(language, format!("tệp được đọc theo bảng mã {name}"), format!("the file was read as {name}"))
        }
        FindingKind::EncodingUnsure { encoding } => {
            let name = encoding.name();
            both(
                language,
                format!("không đủ dấu hiệu để biết bảng mã; tạm đọc theo {name}"),
                format!("too little text to tell the encoding; read as {name} for now"),
            )
        }
        FindingKind::FontEncoding { encoding, cells } => {
            let (name, shown) = (encoding.name(), number(language, *cells));
            both(
                language,
                format!("{shown} ô dùng phông {name} đã được chuyển sang Unicode"),
                match cells {
                    1 => format!("1 cell set in a font of {name} was converted to Unicode"),
                    _ => format!("{shown} cells set in a font of {name} were converted to Unicode"),
                },
            )
        }
        FindingKind::EntriesSkipped { names } => {
            let names = names.join(", ");
            both(language, format!("tệp nén còn có: {names}"), format!("the archive also holds: {names}"))
        }
        FindingKind::CopiedReport { first, rows } => both(
            language,
            format!("{} dòng giống hệt “{first}”, chỉ khác ngày", number(language, *rows)),
            match rows {
                1 => format!("1 row is the same as in “{first}” but for its date"),
                _ => format!("{} are the same as in “{first}” but for their dates", plurals::rows(*rows)),
            },
        ),
        FindingKind::BadBytes { count } => both(
            language,
            format!("{} ký tự bị hỏng", number(language, *count)),
            match count {
                1 => "1 character is broken".to_owned(),
                _ => format!("{} characters are broken", number(language, *count)),
            },
        ),
        FindingKind::BadUnitRow { text } => {
            both(language, format!("“{text}” không phải là một đơn vị"), format!("“{text}” is not a unit"))
        }
        _ => Text::Borrowed(""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{ActivityKind, NaiveDate, Span, TextEncoding, UnitKind};

    fn every_kind() -> Vec<FindingKind> {
        let text = || "Vĩnh Hoà".to_owned();
        let when = Span::day(NaiveDate::from_ymd_opt(2024, 7, 3).unwrap());
        vec![
            FindingKind::UnreadableDate { text: text() },
            FindingKind::AmbiguousDate { text: text(), day_first: when, month_first: when },
            FindingKind::DateOutOfRange { text: text() },
            FindingKind::MissingDate,
            FindingKind::UnknownUnit { text: text() },
            FindingKind::AmbiguousUnit { text: text(), candidates: vec![text(), text()] },
            FindingKind::ProvisionalUnit { name: text(), kind: UnitKind::Hamlet },
            FindingKind::UnitGuessed { text: text(), name: text() },
            FindingKind::MissingUnit,
            FindingKind::NoUnitColumn,
            FindingKind::BadCount { text: text() },
            FindingKind::OutsideUnitLife { unit: text(), when },
            FindingKind::NotRelevant { title: text() },
            FindingKind::RelevanceUnknown { title: text() },
            FindingKind::UnknownKind { word: text(), taken: ActivityKind::News },
            FindingKind::TotalDisagrees { unit: text(), kind: ActivityKind::News, total: 4, parts: 3 },
            FindingKind::TotalNotAdded { text: text() },
            FindingKind::DuplicateRow { first_row: 12 },
            FindingKind::DuplicateFile { first: text() },
            FindingKind::PlannedInThePast { when },
            FindingKind::FormulaError { text: text() },
            FindingKind::PersonalColumn { header: text() },
            FindingKind::UnknownColumn { header: text() },
            FindingKind::BadValue { text: text() },
            FindingKind::SkippedRow { text: text() },
            FindingKind::SheetWithoutTable { rows: 9 },
            FindingKind::EncodingAssumed { encoding: TextEncoding::Tcvn3 },
            FindingKind::EncodingUnsure { encoding: TextEncoding::Vni },
            FindingKind::FontEncoding { encoding: TextEncoding::Tcvn3, cells: 7 },
            FindingKind::EntriesSkipped { names: vec![text()] },
            FindingKind::CopiedReport { first: text(), rows: 12 },
            FindingKind::BadBytes { count: 2 },
            FindingKind::BadUnitRow { text: text() },
        ]
    }

    #[test]
    fn every_finding_says_what_was_seen_why_it_matters_and_what_to_do_in_both_languages() {
        for kind in every_kind() {
            for language in [Language::Vi, Language::En] {
                let words = finding(language, &kind);
                for part in [words.seen, words.why, words.todo, group(language, &kind)] {
                    assert!(!part.is_empty() && !part.ends_with('.'), "{kind:?}: {part}");
                }
            }
        }
    }

    #[test]
    fn every_quoted_cell_is_named_in_what_was_seen() {
        for kind in every_kind().into_iter().filter(|kind| format!("{kind:?}").contains("Vĩnh Hoà")) {
            for language in [Language::Vi, Language::En] {
                assert!(finding(language, &kind).seen.contains("Vĩnh Hoà"), "{kind:?}");
            }
        }
    }
}
