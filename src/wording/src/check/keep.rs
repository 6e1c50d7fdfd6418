//! Words about decisions: undoing them, taking them along, remembering them.

use crate::dates::{day, number};
use crate::plurals::english;
use crate::{Say, Text, both};
use domain::Language;

/// Words about decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepText {
    /// Takes the last step back.
    StepBack,
    /// Takes it again.
    StepForward,
    /// Takes every decision back.
    DropAll,
    /// Opens those that come from an earlier sitting.
    Recalled(u32),
    /// So many decisions wait for other files.
    Waiting(u32),
    /// Marks what was remembered.
    FromMemory,
    /// The switch.
    Remember,
    /// What the switch does.
    RememberHint,
    /// The work in hand is kept, too.
    Work,
    /// What that means.
    WorkHint,
    /// Deletes what is remembered.
    Forget(u32),
    /// It is deleted.
    Forgotten,
    /// Heading over the downloads.
    TakeAlong,
    /// The workbook.
    CleanWorkbook,
    /// The list of findings.
    FindingsList,
    /// Takes every safe suggestion.
    AcceptAll(u32),
    /// What that does.
    AcceptAllHint,
}

impl Say for KeepText {
    fn say(&self, language: Language) -> Text {
        let count = |count: u32| number(language, count);
        match self {
            Self::StepBack => both(language, "Hoàn tác", "Undo"),
            Self::StepForward => both(language, "Làm lại", "Redo"),
            Self::DropAll => both(language, "Bỏ tất cả", "Drop all"),
            Self::Recalled(shown) => both(
                language,
                format!("Đã nhớ từ lần trước ({})", count(*shown)),
                format!("Remembered from earlier ({})", count(*shown)),
            ),
            Self::Waiting(shown) => both(
                language,
                format!("{} lựa chọn khác thuộc về tệp không có ở đây.", count(*shown)),
                format!("{} more belong to files that are not here.", count(*shown)),
            ),
            Self::FromMemory => both(language, "đã nhớ", "remembered"),
            Self::Remember => both(language, "Nhớ trên máy này", "Remember on this computer"),
            Self::RememberHint => both(
                language,
                "Nhớ cách hiểu cột, từ, tên đơn vị và cách trang hiển thị: lần sau tệp cùng tiêu đề được hiểu như vậy. Nhớ cả công việc đang làm, trừ khi bạn bỏ chọn. Chỉ bật trên máy của bạn.",
                "Remembers how columns, words and names of units are read and how the page looks: a file with the same headers is then read the same way. The work in hand, too, unless you say no. Only for a computer of your own.",
            ),
            Self::Work => both(
                language,
                "Nhớ cả công việc đang làm: tệp, dòng đã nhập, lựa chọn",
                "The work in hand, too: files, typed rows, choices",
            ),
            Self::WorkHint => both(
                language,
                "Trình duyệt giữ một bản sao của các tệp. Tải lại trang, đóng thẻ hay máy tắt đột ngột đều không mất gì. Bỏ chọn thì bản sao bị xóa ngay.",
                "The browser keeps a copy of the files. A reload, a closed tab or a crash then loses nothing. Untick it and the copy is deleted at once.",
            ),
            Self::Forget(shown) => both(
                language,
                format!("Xóa mọi dữ liệu đã nhớ ({})", count(*shown)),
                format!("Delete everything remembered ({})", count(*shown)),
            ),
            Self::Forgotten => both(language, "Máy này không còn nhớ gì.", "This computer remembers nothing now."),
            Self::TakeAlong => both(language, "Tải về", "Download"),
            Self::CleanWorkbook => both(language, "Dữ liệu đã làm sạch (Excel)", "Clean data (Excel)"),
            Self::FindingsList => both(language, "Danh sách chỗ nên xem (CSV)", "List of findings (CSV)"),
            Self::AcceptAll(shown) => both(
                language,
                format!("Chấp nhận {} gợi ý", count(*shown)),
                format!("Accept {}", english(*shown, "suggestion", "suggestions")),
            ),
            Self::AcceptAllHint => both(
                language,
                "Chỉ gồm từ có gợi ý loại hoạt động; đơn vị trùng tên vẫn hỏi từng tên.",
                "Only words with a suggested kind; names that fit several units are still asked one by one.",
            ),
        }
    }
}

/// Words about work of an earlier sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resume {
    /// What is there.
    Kept {
        /// When it was kept, `2024-10-15T14:05`.
        saved: String,
        /// Files.
        files: u32,
        /// Rows typed in.
        rows: u32,
    },
    /// Nothing else is in hand.
    Offer,
    /// Other work is in hand, and waits for its place.
    Waits,
    /// Opens it.
    Open,
    /// Lets it go.
    Decline,
}

impl Say for Resume {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Kept { saved, files, rows } => kept(language, saved, *files, *rows),
            Self::Offer => both(language, "Mở lại để làm tiếp?", "Open it and go on?"),
            Self::Waits => both(
                language,
                "Chừng nào bạn chưa chọn, công việc đang làm ở đây chưa được nhớ.",
                "Until you choose, what you are doing here is not remembered.",
            ),
            Self::Open => both(language, "Mở lại", "Open it"),
            Self::Decline => both(language, "Xóa công việc cũ", "Delete the earlier work"),
        }
    }
}

fn kept(language: Language, saved: &str, files: u32, rows: u32) -> Text {
    let when = moment(saved);
    let en = |count: u32, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    both(
        language,
        format!("Máy này còn nhớ công việc lần trước ({when}): {files} tệp, {rows} dòng đã nhập."),
        format!(
            "This computer remembers earlier work ({when}): {}, {}.",
            en(files, "file", "files"),
            en(rows, "typed row", "typed rows")
        ),
    )
}

/// `14:05 15/10/2024`; anything else stays as it is.
fn moment(saved: &str) -> String {
    let parts = saved.split_once('T').and_then(|(date, time)| Some((date.parse().ok()?, time)));
    parts.map_or_else(|| saved.to_owned(), |(date, time)| format!("{time} {}", day(date)))
}

/// Words of a row shown among its neighbours, and of choosing a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LookText {
    /// Opens the row; names the place.
    ShowRow(String),
    /// Heading of the view.
    Heading(String),
    /// Leaves the view.
    Close,
    /// `Chỗ 3 trên 20`
    Nth {
        /// Which.
        nth: u32,
        /// Of how many.
        of: u32,
    },
    /// The place before.
    Before,
    /// The next place.
    Next,
    /// There is no such row any more.
    Gone,
    /// Says for screen readers which cell is meant.
    ThisCell,
    /// The column of row numbers.
    RowNumber,
    /// Values of a personal column are not shown.
    Hidden,
    /// Searches a unit.
    SearchUnit,
    /// Nothing fits.
    NoUnitFits,
    /// It is no unit at all.
    NotAUnit,
    /// More fit than are shown.
    MoreFit(u32),
    /// Why a name is ambiguous: it is found under each of these.
    FoundIn(Vec<String>),
    /// How sure a guess is.
    Confidence(u8),
}

impl Say for LookText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::ShowRow(place) => both(language, format!("Xem {place}"), format!("Show {place}")),
            Self::Heading(place) => Text::Owned(place.clone()),
            Self::Close => both(language, "Đóng", "Close"),
            Self::Nth { nth, of } => both(language, format!("Chỗ {nth} trên {of}"), format!("Place {nth} of {of}")),
            Self::Before => both(language, "Chỗ trước", "Previous"),
            Self::Next => both(language, "Chỗ sau", "Next"),
            Self::Gone => both(
                language,
                "Dòng này không nằm trong bảng nào đã đọc.",
                "This row is in none of the tables that were read.",
            ),
            Self::ThisCell => both(language, "chỗ đang hỏi", "the place in question"),
            Self::RowNumber => both(language, "Dòng", "Row"),
            Self::Hidden => both(language, "ẩn (dữ liệu cá nhân)", "hidden (personal data)"),
            Self::SearchUnit => both(language, "Gõ tên đơn vị, không cần dấu", "Type a unit's name"),
            Self::NoUnitFits => both(language, "Không có đơn vị nào khớp.", "No unit fits."),
            Self::NotAUnit => both(language, "Không phải đơn vị", "Not a unit"),
            Self::MoreFit(count) => {
                let count = number(language, *count);
                both(language, format!("Còn {count} đơn vị khớp, hãy gõ thêm."), format!("{count} more fit, type on."))
            }
            Self::FoundIn(parents) => found_in(language, parents),
            Self::Confidence(percent) => confidence(language, *percent),
        }
    }
}

/// `có ở Huyện Giồng Riềng và Huyện Châu Thành`
fn found_in(language: Language, places: &[String]) -> Text {
    let and = both(language, "và", "and");
    let joined = match places {
        [] => return Text::Borrowed(""),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    };
    both(language, format!("có ở {joined}"), format!("found in {joined}"))
}

/// How sure a guess is, in words; the border to "unsure" is where the page asks.
fn confidence(language: Language, percent: u8) -> Text {
    match percent {
        90.. => both(language, "chắc chắn", "certain"),
        70..=89 => both(language, "khá chắc", "fairly sure"),
        _ => both(language, "chưa chắc", "unsure"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_lists_its_places_as_people_do() {
        let said = |places: &[&str]| {
            LookText::FoundIn(places.iter().map(|place| (*place).to_owned()).collect()).say(Language::Vi).into_owned()
        };
        assert_eq!(said(&["Huyện A", "Huyện B"]), "có ở Huyện A và Huyện B");
        assert_eq!(said(&["Huyện A", "Huyện B", "Huyện C"]), "có ở Huyện A, Huyện B và Huyện C");
        assert_eq!(said(&[]), "");
    }

    #[test]
    fn earlier_work_is_named_by_its_moment_and_size() {
        let kept = Resume::Kept { saved: "2024-10-05T09:07".to_owned(), files: 1, rows: 2 };
        assert_eq!(
            kept.say(Language::Vi),
            "Máy này còn nhớ công việc lần trước (09:07 05/10/2024): 1 tệp, 2 dòng đã nhập."
        );
        assert_eq!(
            kept.say(Language::En),
            "This computer remembers earlier work (09:07 05/10/2024): 1 file, 2 typed rows."
        );
    }

    #[test]
    fn certainty_is_said_in_three_words() {
        let said = |percent| LookText::Confidence(percent).say(Language::En).into_owned();
        assert_eq!([69, 70, 89, 90].map(said), ["unsure", "fairly sure", "fairly sure", "certain"]);
    }
}
