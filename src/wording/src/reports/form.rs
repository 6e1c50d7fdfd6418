//! Words around a superior's form that is filled in place.

use crate::start::{ReadErrorWords, read_error};
use crate::{Say, Text, both, dates};
use domain::{FormFate, FormNote, FormPreview, FormProblem, Language, RowColumn};

/// Words of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormText {
    /// Chooses the form, and heads what is filled in.
    Fill,
    /// What that does.
    FillHint,
    /// It is being read.
    Reading(String),
    /// Whose figures go where: the sentence over the table.
    Lead(Box<FormPreview>),
    /// Nothing is saved yet.
    LookFirst,
    /// Names the table.
    Table,
    /// Over the addresses.
    Cell,
    /// Over the words of the header.
    Header,
    /// Over what a column holds.
    Meaning,
    /// Over the values.
    Value,
    /// Over the reasons.
    Why,
    /// What the column of this cell holds, for those who do not see it.
    MeaningOf(String),
    /// Nobody knows what a column holds.
    NotRecognised,
    /// Over the rows of units.
    Rows(usize),
    /// Over the units.
    Row,
    /// Heads the values that stand in the form.
    Standing(usize),
    /// What becomes of them.
    StandingHint,
    /// Replaces one.
    Replace {
        /// Its cell.
        address: String,
        /// What stands there.
        old: String,
        /// What would.
        new: String,
    },
    /// Replaces all.
    ReplaceAll,
    /// Heads what stays blank.
    StaysBlank,
    /// The data do not hold it.
    NotHeld(String),
    /// The data do not say it.
    NotKnown(String),
    /// What these columns hold is not known.
    NotKnownColumns(String),
    /// Saves the filled form.
    Save(usize),
    /// Nothing goes in.
    Nothing,
    /// Takes the form away.
    Close,
    /// Chooses another one.
    Another,
    /// So many cells are filled, for those who do not see the table.
    Told {
        /// Filled.
        filled: usize,
        /// Kept.
        kept: usize,
    },
}

impl Say for FormText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Lead(preview) => lead(language, preview),
            Self::Reading(name) => both(language, format!("Đang đọc {name}…"), format!("Reading {name}…")),
            Self::MeaningOf(cell) => {
                both(language, format!("Cột của ô {cell} chứa"), format!("The column of {cell} holds"))
            }
            Self::Rows(count) => both(
                language,
                format!("Biểu có tên đơn vị: điền {count} hàng có số liệu ở đây"),
                format!("The form names units: {count} of its rows are filled"),
            ),
            Self::Standing(count) => both(
                language,
                format!("{count} ô đã có giá trị khác"),
                format!("{count} {} another value", if *count == 1 { "cell holds" } else { "cells hold" }),
            ),
            Self::Replace { address, old, new } => both(
                language,
                format!("{address}: đang là “{old}”, thay bằng {new}"),
                format!("{address}: holds “{old}”, replace by {new}"),
            ),
            Self::NotHeld(cells) => {
                both(language, format!("Dữ liệu không có: {cells}"), format!("The data do not hold them: {cells}"))
            }
            Self::NotKnown(cells) => both(
                language,
                format!("Chưa dòng nào ghi số này, nên không điền số 0: {cells}"),
                format!("No row says this figure, so no zero is written: {cells}"),
            ),
            Self::NotKnownColumns(cells) => both(
                language,
                format!("Chưa nhận ra cột, hãy chọn ở bảng trên nếu dữ liệu có: {cells}"),
                format!("Not recognised; choose in the table above if the data hold it: {cells}"),
            ),
            Self::Save(count) => both(
                language,
                format!("Tải biểu đã điền ({count} ô)"),
                format!("Save the filled form ({count} {})", if *count == 1 { "cell" } else { "cells" }),
            ),
            Self::Told { filled, kept } => both(
                language,
                format!("Sẽ điền {filled} ô, giữ nguyên {kept} ô đã có giá trị"),
                format!("{filled} to be filled, {kept} kept as they are"),
            ),
            plain => plain.plain(language),
        }
    }
}

impl FormText {
    fn plain(&self, language: Language) -> Text {
        match self {
            Self::Fill => both(language, "Điền vào biểu mẫu của cấp trên", "Fill in the superior's form"),
            Self::FillHint => both(
                language,
                "Chọn tệp .xlsx của biểu mẫu: số được điền đúng ô, khung, phông và công thức giữ nguyên.",
                "Choose the form's .xlsx: numbers go into its cells; frames, fonts and formulas stay.",
            ),
            Self::LookFirst => both(
                language,
                "Chưa lưu gì cả. Xem từng ô, chọn lại nghĩa của cột nếu chưa đúng, rồi tải về.",
                "Nothing is saved yet. Look at each cell, correct what a column holds, then save.",
            ),
            Self::Table => both(language, "Các ô của biểu mẫu", "The cells of the form"),
            Self::Cell => both(language, "Ô", "Cell"),
            Self::Header => both(language, "Tiêu đề trong biểu", "Header of the form"),
            Self::Meaning => both(language, "Điền gì", "What goes in"),
            Self::Value => both(language, "Giá trị", "Value"),
            Self::Why => both(language, "Vì sao", "Why"),
            Self::NotRecognised => both(language, "(chưa nhận ra)", "(not recognised)"),
            Self::Row => both(language, "Hàng", "Row"),
            Self::StandingHint => both(
                language,
                "Giữ nguyên, trừ ô bạn đánh dấu dưới đây.",
                "They are kept, but for those you tick below.",
            ),
            Self::ReplaceAll => both(language, "Thay tất cả", "Replace all"),
            Self::StaysBlank => both(language, "Để trống", "Left blank"),
            Self::Nothing => both(
                language,
                "Chưa có ô nào để điền. Hãy chọn nghĩa của cột ở bảng trên.",
                "Nothing is to be filled in yet. Choose above what the columns hold.",
            ),
            Self::Close => both(language, "Đóng biểu mẫu", "Close the form"),
            Self::Another => both(language, "Chọn biểu khác", "Choose another form"),
            _ => Text::default(),
        }
    }
}

fn lead(language: Language, preview: &FormPreview) -> Text {
    let FormPreview { sheet, head, unit, period, as_of, .. } = preview;
    let (day, period) = (dates::day(*as_of), dates::period(language, period));
    let whose = |text: &str| if unit.is_empty() { String::new() } else { format!("{text}{unit}, ") };
    both(
        language,
        format!("Trang tính “{sheet}”, tiêu đề ở {head}. Số liệu {}{period}, tính đến hết ngày {day}.", whose("của ")),
        format!("Sheet “{sheet}”, header in {head}. Figures {}{period}, up to the end of {day}.", whose("of ")),
    )
}

/// Why a cell is filled, or is not. `by` are the words by which its column was recognised, `seat` what it holds.
pub fn form_fate(language: Language, fate: &FormFate, by: &str) -> Text {
    match fate {
        FormFate::Filled(_) | FormFate::Replaced { .. } if by.is_empty() => {
            both(language, "do bạn chọn", "you chose it")
        }
        FormFate::Filled(_) => both(language, format!("tiêu đề có “{by}”"), format!("the header says “{by}”")),
        FormFate::Replaced { old, .. } => {
            both(language, format!("thay “{old}” theo ý bạn"), format!("replaces “{old}”, as you said"))
        }
        FormFate::Kept { old, .. } => {
            both(language, format!("giữ nguyên: ô đã có “{old}”"), format!("kept: the cell holds “{old}”"))
        }
        FormFate::Same(_) => both(language, "ô đã có đúng giá trị này", "the cell holds this already"),
        FormFate::Formula => both(language, "công thức, giữ nguyên", "a formula, kept"),
        FormFate::Unknown => {
            both(language, "để trống: chưa dòng nào ghi số này", "left blank: no row says this figure")
        }
        FormFate::NotHeld => both(language, "để trống: dữ liệu không có", "left blank: the data do not hold it"),
        FormFate::NotRecognised => both(language, "để trống: chưa nhận ra cột", "left blank: not recognised"),
        FormFate::Merged => both(language, "nằm trong ô gộp, giữ nguyên", "inside of a merged cell, kept"),
    }
}

/// Something to know about a form.
pub fn form_note(language: Language, note: &FormNote) -> Text {
    match note {
        FormNote::Locked => both(
            language,
            "Trang tính có khóa. Số vẫn vào đúng ô và khóa giữ nguyên; nếu cấp trên chỉ cho nhập ở một số ô, hãy xem lại các ô \
             trên.",
            "The sheet is locked. Numbers still go into the cells and the lock stays; if only some cells are meant to be typed \
             in, look at those above again.",
        ),
        FormNote::Recalculated => both(
            language,
            "Tệp có công thức: Excel sẽ tính lại khi mở, nên có thể hỏi lưu khi đóng.",
            "The file has formulas: Excel reckons them anew when it opens, and may ask to save when it closes.",
        ),
        FormNote::Sum { address, text } => both(
            language,
            format!("{address}: hàng “{text}” không điền, để biểu tự cộng hoặc bạn ghi."),
            format!("{address}: the row “{text}” is not filled: let the form add up, or write it yourself."),
        ),
        FormNote::Stranger { address, text } => both(
            language,
            format!("{address}: “{text}” không khớp đúng một đơn vị có số liệu ở đây nên hàng này không điền."),
            format!("{address}: “{text}” is not exactly one unit of the data shown, so the row is not filled."),
        ),
    }
}

/// Why a form cannot be filled: what was seen, why it matters, what to do.
pub fn form_problem(language: Language, problem: &FormProblem) -> ReadErrorWords {
    let say = |seen, why, todo| ReadErrorWords { seen, why, todo };
    match problem {
        FormProblem::Unreadable(kind) => read_error(language, kind),
        FormProblem::OtherFormat(format) => say(
            both(
                language,
                format!("Biểu mẫu là tệp .{format}, không phải .xlsx."),
                format!("The form is a .{format} file, not .xlsx."),
            ),
            both(
                language,
                "Chỉ tệp .xlsx mới điền được mà vẫn giữ nguyên khung, phông và công thức.",
                "Only an .xlsx can be filled with its frames, fonts and formulas kept.",
            ),
            both(
                language,
                "Mở bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi chọn tệp mới.",
                "Open it in Excel or LibreOffice, choose Save As, Excel Workbook (.xlsx), and choose the new file.",
            ),
        ),
        FormProblem::NoHeader { sheets, first } => no_header(language, sheets, first.as_ref()),
        FormProblem::TooWide { at, columns, most } => say(
            both(
                language,
                format!("Bảng bắt đầu ở ô {at} có {columns} cột, nhiều nhất là {most}."),
                format!("The table that begins at {at} has {columns} columns, {most} at most."),
            ),
            both(
                language,
                "Biểu mẫu không rộng như vậy, có thể đây là tệp khác.",
                "No form is that wide; it may be another file.",
            ),
            both(
                language,
                "Xóa các cột trống có chữ thừa ở bên phải, hoặc chọn đúng tệp biểu mẫu.",
                "Delete stray words in the columns at the right, or choose the form's own file.",
            ),
        ),
        FormProblem::Changed => say(
            both(
                language,
                "Biểu mẫu đã bị sửa, chuyển chỗ hoặc xóa sau khi bạn chọn.",
                "The form was changed, moved or deleted since you chose it.",
            ),
            both(
                language,
                "Trình duyệt không cho đọc tiếp tệp cũ.",
                "The browser does not let the old file be read on.",
            ),
            both(language, "Chọn lại biểu mẫu.", "Choose the form again."),
        ),
        FormProblem::NoFigures => say(
            both(
                language,
                "Chưa có số liệu của báo cáo này để điền.",
                "There are no figures of this report to fill in.",
            ),
            both(
                language,
                "Số liệu điền vào biểu là của báo cáo đang chọn.",
                "What goes into the form are the figures of the report chosen.",
            ),
            both(language, "Chọn loại báo cáo hoặc đơn vị khác.", "Choose another kind of report or another unit."),
        ),
        FormProblem::NotWritten { detail } => say(
            both(
                language,
                format!("Không điền được vào tệp này: {detail}."),
                format!("This file cannot be filled: {detail}."),
            ),
            both(
                language,
                "Phần bên trong tệp khác với cách Excel ghi; điền tiếp có thể làm hỏng tệp.",
                "It is written otherwise than Excel writes; to go on might break it.",
            ),
            both(
                language,
                "Mở bằng Excel, lưu thành tệp .xlsx mới rồi chọn tệp đó. Tệp gốc của bạn không bị thay đổi.",
                "Open it in Excel, save it as a new .xlsx and choose that. Your original was not changed.",
            ),
        ),
    }
}

fn no_header(language: Language, sheets: &[String], first: Option<&(String, String)>) -> ReadErrorWords {
    let sheets = sheets.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ");
    let seen = match first {
        Some((at, text)) => both(
            language,
            format!("Chưa thấy hàng tiêu đề quen thuộc trong {sheets}; ô đầu tiên có chữ là {at}: “{text}”."),
            format!("No known header in {sheets}; the first cell with words is {at}: “{text}”."),
        ),
        None => both(language, "Biểu mẫu không có chữ nào.", "The form has no words at all."),
    };
    let column = RowColumn::Events.say(language);
    ReadErrorWords {
        seen,
        why: both(
            language,
            "Không biết cột nào chứa gì thì số sẽ vào nhầm ô.",
            "Without knowing what the columns hold, numbers would land in the wrong cells.",
        ),
        todo: both(
            language,
            format!(
                "Kiểm tra có đúng tệp không. Nếu đúng, thêm hàng số cột 1, 2, 3… dưới tiêu đề, hoặc dùng tệp mẫu của bạn (.toml) \
                 ghi chữ trong tiêu đề của từng cột, chẳng hạn cột “{column}”."
            ),
            format!(
                "See whether it is the right file. If so, add a row of numbers 1, 2, 3… under the header, or use a template of \
                 your own (.toml) that says the words of each header, such as that of “{column}”."
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{ReadErrorKind, RowValue};

    #[test]
    fn every_problem_says_what_was_seen_why_it_matters_and_what_to_do_in_both_languages() {
        for problem in [
            FormProblem::Unreadable(ReadErrorKind::PasswordProtected),
            FormProblem::OtherFormat("xls".to_owned()),
            FormProblem::NoHeader { sheets: vec!["Biểu".to_owned()], first: Some(("B7".to_owned(), "x".to_owned())) },
            FormProblem::NoHeader { sheets: Vec::new(), first: None },
            FormProblem::TooWide { at: "B7".to_owned(), columns: 10_000, most: 400 },
            FormProblem::Changed,
            FormProblem::NoFigures,
            FormProblem::NotWritten { detail: "x".to_owned() },
        ] {
            let (vi, en) = (form_problem(Language::Vi, &problem), form_problem(Language::En, &problem));
            for (vi, en) in [(vi.seen, en.seen), (vi.why, en.why), (vi.todo, en.todo)] {
                assert!(!vi.is_empty() && !en.is_empty() && vi != en, "{problem:?}");
            }
        }
    }

    #[test]
    fn every_fate_has_a_reason_of_its_own() {
        let value = RowValue::Number(5);
        let mut seen = std::collections::BTreeSet::new();
        for fate in [
            FormFate::Filled(value.clone()),
            FormFate::Replaced { old: "7".to_owned(), new: value.clone() },
            FormFate::Kept { old: "7".to_owned(), new: value },
            FormFate::Same("5".to_owned()),
            FormFate::Formula,
            FormFate::Unknown,
            FormFate::NotHeld,
            FormFate::NotRecognised,
            FormFate::Merged,
        ] {
            for language in [Language::Vi, Language::En] {
                assert!(seen.insert(form_fate(language, &fate, "Số cuộc")), "{fate:?}");
            }
        }
    }
}
