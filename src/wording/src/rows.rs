//! Words of the rows of a table as they stand in the user's file.

use crate::dates::number;
use crate::{Say, Text, both};
use domain::{Language, RowFate};

/// Words of the screen of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowsText {
    /// Leads to the rows of a table.
    ShowAll(u32),
    /// The heading: file and sheet.
    Title {
        /// File.
        file: String,
        /// Sheet; may be empty.
        sheet: String,
    },
    /// What is shown.
    Lead,
    /// Back to the check-data screen.
    Back,
    /// Label of the search box.
    Search,
    /// Names the filters.
    Filters,
    /// Every row.
    All,
    /// The column of what became of a row.
    FateColumn,
    /// How many rows answer, for the live region.
    Answer {
        /// Rows that answer.
        answer: u32,
        /// Rows of the table.
        of: u32,
    },
    /// No row answers.
    NoneFound,
    /// There is no such table.
    NoTable,
    /// Names the choice between scrolling and pages.
    Modes,
    /// All rows in one scrolled frame.
    Scroll,
    /// Page by page.
    Pages,
    /// Names the frame that scrolls.
    Frame,
    /// Label of the field of the page's number.
    Page,
    /// How many pages there are.
    OfPages(u32),
    /// The page before.
    PreviousPage,
    /// The next page.
    NextPage,
    /// Opens a row with its neighbours.
    OpenRow(u32),
    /// A row that has not come yet.
    Coming,
    /// What of the rows goes onto paper.
    OnPaper {
        /// The first row printed.
        from: u32,
        /// The last.
        to: u32,
        /// Of so many.
        of: u32,
    },
}

impl Say for RowsText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::ShowAll(rows) => {
                let rows = number(language, *rows);
                both(
                    language,
                    format!("Xem cả {rows} dòng như trong tệp"),
                    format!("Show all {rows} rows as in the file"),
                )
            }
            Self::Title { file, sheet } => title(language, file, sheet),
            Self::Lead => both(
                language,
                "Từng dòng như trong tệp, kèm kết quả đọc: đã dùng, chờ trả lời, trùng hay bỏ qua. Chọn số dòng để xem cả dòng cùng các dòng bên cạnh.",
                "Each row as it stands in the file, with what became of it: used, awaiting an answer, duplicate or ignored. Choose a row's number to see all of it among its neighbours.",
            ),
            Self::Back => both(language, "Về kiểm tra dữ liệu", "Back to check data"),
            Self::Search => {
                both(language, "Tìm trong các dòng (không cần dấu)", "Find in the rows (accents not needed)")
            }
            Self::Filters => both(language, "Lọc theo kết quả đọc", "Filter by what became of the row"),
            Self::All => both(language, "Tất cả", "All"),
            Self::FateColumn => both(language, "Kết quả đọc", "What became of it"),
            Self::Answer { answer, of } => answering(language, *answer, *of),
            Self::NoneFound => both(language, "Không có dòng nào khớp.", "No row answers this search."),
            Self::NoTable => both(
                language,
                "Không còn bảng này trong dữ liệu đang xem.",
                "This table is not in the data shown any more.",
            ),
            Self::Modes => both(language, "Cách xem", "How to show them"),
            Self::Scroll => both(language, "Cuộn liền", "Scroll"),
            Self::Pages => both(language, "Từng trang", "Page by page"),
            Self::Frame => both(language, "Các dòng của bảng", "Rows of the table"),
            Self::Page => both(language, "Trang", "Page"),
            Self::OfPages(pages) => format!("/ {}", number(language, *pages)).into(),
            Self::PreviousPage => both(language, "Trang trước", "Previous page"),
            Self::NextPage => both(language, "Trang sau", "Next page"),
            Self::OpenRow(row) => both(language, format!("Xem dòng {row}"), format!("Show row {row}")),
            Self::Coming => both(language, "đang lấy…", "on its way…"),
            Self::OnPaper { from, to, of } => on_paper(language, [*from, *to, *of]),
        }
    }
}

fn title(language: Language, file: &str, sheet: &str) -> Text {
    if sheet.is_empty() {
        return both(language, format!("Các dòng của {file}"), format!("Rows of {file}"));
    }
    both(language, format!("Các dòng của {file}, trang tính “{sheet}”"), format!("Rows of {file}, sheet “{sheet}”"))
}

fn answering(language: Language, answer: u32, of: u32) -> Text {
    let (few, all) = (number(language, answer), number(language, of));
    if answer == of {
        let rows = if of == 1 { "row" } else { "rows" };
        return both(language, format!("{all} dòng."), format!("{all} {rows}."));
    }
    both(language, format!("{few} trong {all} dòng."), format!("{few} of {all} rows."))
}

fn on_paper(language: Language, figures: [u32; 3]) -> Text {
    let [from, to, of] = figures.map(|figure| number(language, figure));
    both(
        language,
        format!("Bản in có dòng thứ {from} đến {to} trong {of} dòng đang xem."),
        format!("On paper: rows {from} to {to} of the {of} shown."),
    )
}

impl Say for RowFate {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Used => both(language, "Đã dùng", "Used"),
            Self::Question => both(language, "Chờ trả lời", "Awaits an answer"),
            Self::Duplicate => both(language, "Trùng", "Duplicate"),
            Self::Ignored => both(language, "Bỏ qua", "Ignored"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_rows_are_said_once_and_some_out_of_all() {
        let said = |answer, of| RowsText::Answer { answer, of }.say(Language::Vi).into_owned();
        assert_eq!(said(5_000, 5_000), "5.000 dòng.");
        assert_eq!(said(12, 5_000), "12 trong 5.000 dòng.");
        assert_eq!(RowsText::Answer { answer: 1, of: 1 }.say(Language::En), "1 row.");
    }
}
