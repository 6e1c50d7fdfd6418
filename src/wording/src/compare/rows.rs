//! What became of the rows between two sets of files, and what their cells say.

use crate::{Say, Text, both, dates};
use domain::{AdoptionStage, CellValue, Language, Relevance, RowsCompared, Status, SubmissionKind};

/// Words about the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowsText {
    /// The heading.
    Title,
    /// What became of them, in one sentence.
    Told(RowsTold),
    /// How rows are known again.
    Known,
    /// So many new ones.
    Added(u32),
    /// So many that are gone.
    Gone(u32),
    /// So many that say something else.
    Changed(u32),
    /// The list is cut.
    OnlyFirst(u32),
    /// Nothing stands there.
    Empty,
    /// Names the file and the line of a row.
    Place {
        /// File.
        file: String,
        /// Sheet; empty for text files.
        sheet: String,
        /// Line.
        row: u32,
    },
    /// No date.
    NoDate,
}

/// What became of the rows, in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowsTold {
    same: u32,
    moved: u32,
    added: u32,
    gone: u32,
    changed: u32,
}

impl From<&RowsCompared> for RowsTold {
    fn from(rows: &RowsCompared) -> Self {
        let RowsCompared { same, moved, added, gone, changed, .. } = *rows;
        Self { same, moved, added, gone, changed }
    }
}

impl Say for RowsText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(language, "Dòng dữ liệu", "Rows"),
            Self::Told(told) => told.say(language),
            Self::Known => both(
                language,
                "Dòng được nhận ra theo nội dung: chuyển sang chỗ khác trong tệp thì vẫn là dòng cũ.",
                "Rows are known by what they say: one that stands elsewhere in the file is the same row.",
            ),
            Self::Added(count) => counted(language, *count, "dòng thêm", ("row added", "rows added")),
            Self::Gone(count) => counted(language, *count, "dòng không còn", ("row gone", "rows gone")),
            Self::Changed(count) => counted(language, *count, "dòng sửa", ("row changed", "rows changed")),
            Self::OnlyFirst(count) => {
                let count = dates::number(language, *count);
                both(language, format!("Liệt kê {count} dòng đầu."), format!("The first {count} are listed."))
            }
            Self::Empty => both(language, "(trống)", "(empty)"),
            Self::NoDate => both(language, "không ghi ngày", "no date"),
            Self::Place { file, sheet, row } => {
                let row = dates::number(language, *row);
                let sheet = match sheet.as_str() {
                    "" => Text::Borrowed(""),
                    sheet => both(language, format!("{sheet}, "), format!("“{sheet}”, ")),
                };
                both(language, format!("{file}, {sheet}dòng {row}"), format!("{file}, {sheet}row {row}"))
            }
        }
    }
}

impl Say for RowsTold {
    fn say(&self, language: Language) -> Text {
        let number = |count: u32| dates::number(language, count);
        let Self { same, moved, added, gone, changed } = *self;
        let elsewhere = (moved > 0).then(|| {
            let moved = number(moved);
            both(language, format!(" ({moved} dòng đứng ở chỗ khác)"), format!(" ({moved} in another line)"))
        });
        let elsewhere = elsewhere.unwrap_or_default();
        let (same, added, gone, changed) = (number(same), number(added), number(gone), number(changed));
        both(
            language,
            format!("{added} dòng thêm, {gone} dòng không còn, {changed} dòng sửa; {same} dòng như cũ{elsewhere}."),
            format!("{added} added, {gone} gone, {changed} changed; {same} the same{elsewhere}."),
        )
    }
}

fn counted(language: Language, count: u32, vi: &str, (one, many): (&str, &str)) -> Text {
    let shown = dates::number(language, count);
    both(language, format!("{shown} {vi}"), format!("{shown} {}", if count == 1 { one } else { many }))
}

/// What a cell says.
pub fn cell(language: Language, value: &CellValue) -> Text {
    match value {
        CellValue::Text(text) => text.clone().into(),
        CellValue::Number(number) => dates::number(language, *number).into(),
        CellValue::Days(days) => dates::span(*days).into(),
        CellValue::Kind(kind) => kind.say(language),
        CellValue::Status(Status::Done) => both(language, "đã làm", "done"),
        CellValue::Status(Status::Planned) => both(language, "kế hoạch", "planned"),
        CellValue::Relevant(Relevance::Yes) | CellValue::Is(true) => both(language, "có", "yes"),
        CellValue::Relevant(Relevance::Unknown) => both(language, "chưa rõ", "not known"),
        CellValue::Is(false) => both(language, "không", "no"),
        CellValue::Stage(AdoptionStage::Pilot) => both(language, "áp dụng thí điểm", "pilot"),
        CellValue::Stage(AdoptionStage::Official) => both(language, "áp dụng chính thức", "official"),
        CellValue::HandedIn(SubmissionKind::Plan) => both(language, "kế hoạch", "plan"),
        CellValue::HandedIn(SubmissionKind::Half) => both(language, "báo cáo 6 tháng", "six-month report"),
        CellValue::HandedIn(SubmissionKind::Year) => both(language, "báo cáo năm", "yearly report"),
        CellValue::HandedIn(SubmissionKind::Data) => both(language, "số liệu", "data"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_in_another_line_are_named_only_where_there_are_any() {
        let told = RowsTold { same: 4801, moved: 0, added: 12, gone: 3, changed: 2 };
        assert_eq!(told.say(Language::Vi), "12 dòng thêm, 3 dòng không còn, 2 dòng sửa; 4.801 dòng như cũ.");
        let moved = RowsTold { moved: 30, ..told };
        assert_eq!(moved.say(Language::En), "12 added, 3 gone, 2 changed; 4,801 the same (30 in another line).");
    }

    #[test]
    fn a_place_names_its_sheet_where_there_is_one() {
        let place = |sheet: &str| RowsText::Place { file: "a.xlsx".to_owned(), sheet: sheet.to_owned(), row: 1200 };
        assert_eq!(place("Quý I").say(Language::Vi), "a.xlsx, Quý I, dòng 1.200");
        assert_eq!(place("").say(Language::En), "a.xlsx, row 1,200");
    }
}
