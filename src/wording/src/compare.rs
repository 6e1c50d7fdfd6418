//! Words of the screen of comparisons: two days or two sets of files, what turned, and why.

mod because;
mod rows;

pub use because::{Held, because};
pub use rows::{RowsText, cell};

use crate::{Say, Text, both, dates};
use domain::{Language, NaiveDate, State, Turn};

/// Words of the screen of comparisons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareText {
    /// The heading while nothing is compared yet.
    Title,
    /// What the screen is for.
    Lead,
    /// Leads here.
    Open,
    /// Names the choice between the two ways.
    Ways,
    /// The first way.
    TwoDays,
    /// The second way.
    TwoSets,
    /// Over the days offered.
    OtherDay,
    /// What the first way does.
    DaysHint(NaiveDate),
    /// Beside a free day.
    FreeDay,
    /// The same day stands on both sides.
    SameDay,
    /// What the second way does.
    SetsHint,
    /// Chooses the other set.
    Choose,
    /// Chooses another one in its place.
    ChooseAnother,
    /// The other set is being read.
    Reading,
    /// The other set could not be read.
    NotRead,
    /// Forgets the other set.
    Close,
    /// Names the other set.
    There,
    /// Names what is loaded.
    Here,
    /// So many rows.
    RowCount(u32),
    /// The worker has not answered yet.
    Comparing,
    /// What turned, in one sentence.
    Headline(Headline),
    /// Both sides stand under the same plan, and so on.
    SameGround,
    /// Leads to the readings.
    Readings,
    /// Verdicts of other years turned, too.
    OtherYears(u32),
    /// Verdicts that are the same, and those of which only figures differ.
    Rest {
        /// The same.
        same: u32,
        /// Only figures differ.
        figures: u32,
    },
    /// Heading of the table.
    ByTarget,
    /// Head of a column: period.
    Period,
    /// Head of a column: before.
    Before,
    /// Head of a column: after.
    After,
    /// Head of a column: units.
    Units,
    /// Head of a column: which way.
    Direction,
    /// What "other" means.
    OtherMeans,
    /// The verdict stands on the other side only.
    Absent,
    /// Heading of the list.
    Each,
    /// Names the filter by target.
    Target,
    /// No filter by target.
    AnyTarget,
    /// Names the filter by direction.
    Directions,
    /// No filter by direction.
    AnyTurn,
    /// So many are listed, of so many.
    Listed {
        /// Listed.
        listed: u32,
        /// In all.
        of: u32,
    },
    /// Nothing answers the filter.
    NoneListed,
    /// Head of a column: why.
    Why,
    /// Copies the list.
    Copy,
    /// It was copied.
    Copied,
    /// The browser forbids it.
    NotCopied,
    /// Downloads the list.
    Download,
    /// Only the other set names the unit.
    OnlyThere,
    /// Why the state before is what it was.
    ReasonBefore(Text),
    /// Why the state after is what it is.
    ReasonAfter(Text),
}

/// What turned, in one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The days, earlier first; `None` = two sets of files.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Verdicts that turned.
    pub turned: u32,
    /// Units they are about.
    pub units: u32,
    /// Into which state how many turned, those that matter most first.
    pub into: Vec<(State, u32)>,
    /// Those that stand on one side only because the other set alone has them.
    pub gone: u32,
}

impl Say for CompareText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(language, "So sánh", "Compare"),
            Self::Lead => both(
                language,
                "Kết luận nào đã đổi giữa hai ngày hoặc giữa hai bộ tệp, và vì sao.",
                "Which verdicts turned between two days or two sets of files, and why.",
            ),
            Self::Open => both(language, "So sánh hai ngày, hai bộ tệp", "Compare two days or two sets of files"),
            Self::Ways => both(language, "So sánh gì", "What to compare"),
            Self::TwoDays => both(language, "Hai ngày", "Two days"),
            Self::TwoSets => both(language, "Hai bộ tệp", "Two sets of files"),
            Self::Comparing => both(language, "Đang so sánh…", "Comparing…"),
            Self::Headline(headline) => said(language, headline),
            Self::SameGround => both(
                language,
                "Hai bên dùng cùng kế hoạch, cùng cách hiểu và cùng phạm vi.",
                "Both sides stand under the same plan, readings and scope.",
            ),
            Self::Readings => both(language, "Xem các cách hiểu", "See the readings"),
            Self::OtherYears(count) => other_years(language, *count),
            Self::Rest { same, figures } => rest(language, *same, *figures),
            Self::ReasonBefore(reason) => both(language, format!("Trước: {reason}"), format!("Before: {reason}")),
            Self::ReasonAfter(reason) => both(language, format!("Sau: {reason}"), format!("After: {reason}")),
            Self::Listed { listed, of } => listed_of(language, *listed, *of),
            sides => sides.say_sides(language),
        }
    }
}

impl CompareText {
    fn say_sides(&self, language: Language) -> Text {
        match self {
            Self::OtherDay => both(language, "So với hết ngày", "With the end of"),
            Self::DaysHint(day) => {
                let day = dates::day(*day);
                both(
                    language,
                    format!("Cùng số liệu đang xem, tính đến {day} và tính đến ngày chọn ở đây."),
                    format!("The same data, as of {day} and as of the day chosen here."),
                )
            }
            Self::FreeDay => both(language, "Ngày khác", "Another day"),
            Self::SameDay => both(
                language,
                "Đây chính là ngày đang xem. Hãy chọn một ngày khác.",
                "This is the day shown. Choose another one.",
            ),
            Self::SetsHint => both(
                language,
                "Chọn các tệp đã gửi trước đây, hoặc một tệp dự án (.doichieu.json). Bộ tệp này chỉ để so sánh: không thay số liệu đang xem, và bị quên ngay khi bạn đóng.",
                "Choose the files that were sent before, or a project file (.doichieu.json). They are only compared with: they take the place of nothing, and are forgotten once you close them.",
            ),
            Self::Choose => both(language, "Chọn bộ tệp để so sánh", "Choose files to compare with"),
            Self::ChooseAnother => both(language, "Chọn bộ tệp khác", "Choose other files"),
            Self::Reading => both(language, "Đang đọc bộ tệp kia…", "Reading the other files…"),
            Self::NotRead => both(
                language,
                "Không đọc được bộ tệp kia. Số liệu đang xem vẫn nguyên.",
                "The other files could not be read. The data shown are as they were.",
            ),
            Self::Close => both(language, "Đóng, quên bộ tệp kia", "Close and forget the other files"),
            Self::There => both(language, "Trước: bộ tệp kia", "Before: the other files"),
            Self::Here => both(language, "Sau: số liệu đang xem", "After: the data shown"),
            Self::RowCount(count) => {
                let (rows, word) = (dates::number(language, *count), if *count == 1 { "row" } else { "rows" });
                both(language, format!("{rows} dòng"), format!("{rows} {word}"))
            }
            Self::OnlyThere => both(language, "chỉ có trong bộ tệp kia", "only in the other files"),
            table => table.say_table(language),
        }
    }

    fn say_table(&self, language: Language) -> Text {
        match self {
            Self::ByTarget => both(language, "Theo mục tiêu", "By target"),
            Self::Period => both(language, "Kỳ", "Period"),
            Self::Before => both(language, "Trước", "Before"),
            Self::After => both(language, "Sau", "After"),
            Self::Units => both(language, "Số kết luận", "Verdicts"),
            Self::Direction => both(language, "Hướng", "Direction"),
            Self::OtherMeans => both(
                language,
                "“Khác” không phải tốt lên hay kém đi: kỳ mới bắt đầu, biết rõ hơn hoặc chưa rõ bằng trước, hoặc đơn vị chỉ có ở một bên.",
                "“Other” is neither better nor worse: a period began, it is known better or less well than before, or the unit stands on one side only.",
            ),
            Self::Absent => both(language, "không có đơn vị này", "no such unit"),
            Self::Each => both(language, "Từng kết luận đã đổi", "Each verdict that turned"),
            Self::Target => both(language, "Mục tiêu", "Target"),
            Self::AnyTarget => both(language, "Mọi mục tiêu", "Any target"),
            Self::Directions => both(language, "Lọc theo hướng", "Filter by direction"),
            Self::AnyTurn => both(language, "Mọi hướng", "Any direction"),
            Self::NoneListed => {
                both(language, "Không có kết luận nào khớp với bộ lọc.", "No verdict answers the filter.")
            }
            Self::Why => both(language, "Vì sao", "Why"),
            Self::Copy => both(language, "Chép bảng để dán vào Excel", "Copy as a table for Excel"),
            Self::Copied => both(language, "Đã chép. Hãy dán vào Excel.", "Copied. Paste it into Excel."),
            Self::NotCopied => both(
                language,
                "Trình duyệt không cho chép. Hãy tải CSV.",
                "The browser does not allow copying. Download the CSV.",
            ),
            Self::Download => both(language, "Tải CSV", "Download CSV"),
            _ => Text::Borrowed(""),
        }
    }
}

/// Which way a verdict turned, in a word.
impl Say for Turn {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Better => both(language, "Tốt lên", "Better"),
            Self::Worse => both(language, "Kém đi", "Worse"),
            Self::Other => both(language, "Khác", "Other"),
        }
    }
}

/// The sign before the word.
pub fn sign(turn: Turn) -> &'static str {
    match turn {
        Turn::Better => "▲",
        Turn::Worse => "▼",
        Turn::Other => "•",
    }
}

/// The name of the file that the list is downloaded as.
pub fn file_name(language: Language, days: Option<(NaiveDate, NaiveDate)>) -> String {
    let stem = both(language, "so-sanh", "comparison");
    days.map_or_else(|| format!("{stem}.csv"), |(before, after)| format!("{stem}-{before}-{after}.csv"))
}

fn said(language: Language, headline: &Headline) -> Text {
    let Headline { days, turned, units, into, gone } = headline;
    let sides = match days {
        Some((before, after)) => {
            let (before, after) = (dates::day(*before), dates::day(*after));
            both(language, format!("Từ {before} đến {after}"), format!("From {before} to {after}"))
        }
        None => both(language, "So với bộ tệp kia", "Against the other files"),
    };
    if *turned == 0 {
        return both(language, format!("{sides}: không kết luận nào đổi"), format!("{sides}: no verdict turned"));
    }
    let into: Vec<String> = into.iter().map(|(state, count)| turned_into(language, *state, *count)).collect();
    let gone = (*gone > 0).then(|| {
        let count = dates::number(language, *gone);
        both(language, format!("{count} không còn trong số liệu"), format!("{count} not in the data any more"))
            .into_owned()
    });
    let parts = into.into_iter().chain(gone).collect::<Vec<_>>().join(", ");
    let count = dates::number(language, *turned);
    let verdicts = if *turned == 1 { "verdict" } else { "verdicts" };
    let of = of_units(language, *units);
    both(
        language,
        format!("{sides}: {count} kết luận{of} đã đổi: {parts}"),
        format!("{sides}: {count} {verdicts}{of} turned: {parts}"),
    )
}

/// A share as a whole is nobody's.
fn of_units(language: Language, units: u32) -> Text {
    let count = dates::number(language, units);
    match units {
        0 => Text::Borrowed(""),
        1 => both(language, " của 1 đơn vị", " on 1 unit"),
        _ => both(language, format!(" của {count} đơn vị"), format!(" on {count} units")),
    }
}

/// `12 thành “Đạt”`
fn turned_into(language: Language, state: State, count: u32) -> String {
    let (count, word) = (dates::number(language, count), state.say(language));
    both(language, format!("{count} thành “{word}”"), format!("{count} to “{word}”")).into_owned()
}

fn other_years(language: Language, count: u32) -> Text {
    let shown = dates::number(language, count);
    let verdicts = if count == 1 { "verdict" } else { "verdicts" };
    both(
        language,
        format!("Ngoài ra {shown} kết luận của năm khác đã đổi: đổi “Năm xem” ở trên để thấy."),
        format!("Besides, {shown} {verdicts} of other years turned: change the year shown above to see them."),
    )
}

fn rest(language: Language, same: u32, figures: u32) -> Text {
    let (kept, moved) = (dates::number(language, same), dates::number(language, figures));
    both(
        language,
        format!("{kept} kết luận như cũ; {moved} kết luận chỉ đổi con số."),
        format!("{kept} the same; {moved} with other figures only."),
    )
}

fn listed_of(language: Language, listed: u32, of: u32) -> Text {
    let (first, all) = (dates::number(language, listed), dates::number(language, of));
    match (listed, of) {
        (listed, of) if listed < of => both(
            language,
            format!("{all} kết luận; liệt kê {first} kết luận đầu. Lọc theo mục tiêu hoặc hướng để thấy phần còn lại."),
            format!("{all} verdicts, the first {first} listed. Filter by target or direction to see the others."),
        ),
        (1, _) => both(language, "1 kết luận.", "1 verdict."),
        _ => both(language, format!("{all} kết luận."), format!("{all} verdicts.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_headline_says_days_and_what_became_of_how_many() {
        let headline = Headline {
            days: Some((day("2024-06-30"), day("2024-09-30"))),
            turned: 1015,
            units: 143,
            into: vec![(State::Missed, 3), (State::Met, 12)],
            gone: 0,
        };
        assert_eq!(
            said(Language::Vi, &headline),
            "Từ 30/06/2024 đến 30/09/2024: 1.015 kết luận của 143 đơn vị đã đổi: 3 thành “Chưa đạt”, 12 thành “Đạt”"
        );
        let one = Headline { days: None, turned: 1, units: 1, into: Vec::new(), gone: 1 };
        assert_eq!(
            said(Language::En, &one),
            "Against the other files: 1 verdict on 1 unit turned: 1 not in the data any more"
        );
        let none = Headline { turned: 0, units: 0, gone: 0, ..one };
        assert_eq!(said(Language::Vi, &none), "So với bộ tệp kia: không kết luận nào đổi");
    }

    #[test]
    fn the_list_says_when_it_is_cut() {
        assert_eq!(listed_of(Language::En, 1, 1), "1 verdict.");
        assert!(listed_of(Language::Vi, 300, 1015).starts_with("1.015 kết luận; liệt kê 300"));
    }
}
