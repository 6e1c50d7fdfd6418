//! Words of the what-if screen: what is tried, and what it would turn. Every one of them leaves the facts alone.

use crate::units::{activity_counted, unit_kind_counted};
use crate::{Say, Text, both, dates};
use domain::{ActivityKind, Every, Language, Programme, Span, UnitKind};

/// Words of the what-if screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhatIfText {
    /// The heading.
    Title,
    /// What the screen is for.
    Lead,
    /// Nothing here is real.
    Banner,
    /// Heading of the programme form.
    Programme,
    /// Heading of the form for one unit.
    OneUnit,
    /// Heading over how to try rows.
    Rows,
    /// How to try rows.
    RowsHint,
    /// Leads to the units.
    ToUnits,
    /// Kinds of unit.
    Kinds,
    /// Under which unit.
    Under,
    /// Under any.
    Anywhere,
    /// What kind of activity.
    Kind,
    /// How many each time.
    CountEach,
    /// How many.
    Count,
    /// How often.
    EveryLabel,
    /// From.
    From,
    /// To.
    To,
    /// When.
    When,
    /// The unit.
    Unit,
    /// Finds a unit.
    FindUnit,
    /// No unit answers the search.
    NoUnit,
    /// So many units answer.
    UnitsFound(usize),
    /// One less.
    Less,
    /// One more.
    More,
    /// Tries it.
    Try,
    /// Nothing can be tried as the form stands: no kind of unit.
    NoKind,
    /// Nothing can be tried as the form stands: the days are wrong.
    NoDays,
    /// Heading over the edits.
    Edits,
    /// Nothing is tried.
    NoEdits,
    /// Takes one back.
    Drop,
    /// Takes all back.
    Clear,
    /// Heading over the difference.
    Difference,
    /// The answer has not come yet.
    Trying,
    /// How much would turn.
    Turned {
        /// Verdicts that would have another state.
        states: u32,
        /// Verdicts of which only figures would change.
        figures: u32,
    },
    /// Heading of the table by target.
    ByTarget,
    /// Heading of the list.
    Changed,
    /// Head of a column: target.
    TargetColumn,
    /// Head of a column: from what to what.
    TurnColumn,
    /// Head of a column: how many.
    CountColumn,
    /// Head of a column: unit.
    UnitColumn,
    /// Head of a column: figures.
    FiguresColumn,
    /// The whole, not one unit.
    Whole,
    /// Between two states, for those who do not see the arrow.
    Becomes,
    /// Show more.
    ShowMore(usize),
    /// The list is cut.
    OnlyFirst(usize),
    /// Tries to leave a row out.
    TryWithout,
    /// Tries to move a row.
    TryMoved,
    /// New days of a row.
    MoveTo,
    /// Rows the user tried are gone with the old files.
    Leave,
    /// Leads here.
    Open,
    /// One of the edits names what the data no longer hold.
    Outdated,
}

impl Say for WhatIfText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(language, "Nếu … thì sao?", "What if …?"),
            Self::Lead => both(
                language,
                "Thử thêm, bỏ hoặc dời hoạt động, xem ngay kết luận nào đổi.",
                "Try activities added, left out or moved, and see at once which verdicts would turn.",
            ),
            Self::Banner => both(
                language,
                "Đây chỉ là phép thử. Không có gì được lưu hay đưa vào báo cáo, lịch, tệp tải về; dữ liệu của bạn giữ nguyên.",
                "This is only a trial. Nothing is saved or goes into reports, calendars or downloads; your data stay as they are.",
            ),
            Self::Edits => both(language, "Đang thử", "Being tried"),
            Self::NoEdits => both(
                language,
                "Chưa thử gì. Chọn một cách ở bên.",
                "Nothing is being tried yet. Choose one of the ways beside this.",
            ),
            Self::Drop => both(language, "Bỏ phép thử này", "Take this back"),
            Self::Clear => both(language, "Bỏ tất cả phép thử", "Take all back"),
            Self::Difference => both(language, "Kết luận sẽ đổi", "What would turn"),
            Self::Trying => both(language, "Đang thử…", "Trying…"),
            Self::Turned { states, figures } => turned(language, *states, *figures),
            Self::ByTarget => both(language, "Theo mục tiêu", "By target"),
            Self::Changed => both(language, "Từng kết luận", "Each verdict"),
            Self::TargetColumn => both(language, "Mục tiêu, kỳ", "Target, period"),
            Self::TurnColumn => both(language, "Từ → thành", "From → to"),
            Self::CountColumn => both(language, "Số kết luận", "Verdicts"),
            Self::UnitColumn => both(language, "Đơn vị", "Unit"),
            Self::FiguresColumn => both(language, "Con số", "Figures"),
            Self::Whole => both(language, "Tỷ lệ chung", "The share as a whole"),
            Self::Becomes => both(language, "thành", "becomes"),
            Self::ShowMore(count) => both(language, format!("Hiện thêm {count}"), format!("Show {count} more")),
            Self::OnlyFirst(count) => {
                let count = dates::number(language, u32::try_from(*count).unwrap_or(u32::MAX));
                both(
                    language,
                    format!("Chỉ liệt kê {count} kết luận đầu."),
                    format!("Only the first {count} are listed."),
                )
            }
            Self::TryWithout => both(language, "Thử bỏ", "Try without"),
            Self::TryMoved => both(language, "Thử dời", "Try moved"),
            Self::MoveTo => both(language, "Dời sang", "Move to"),
            Self::Leave => both(
                language,
                "Các phép thử về từng đơn vị, từng dòng đã được bỏ vì dữ liệu được đọc lại.",
                "Trials about single units and rows were taken back because the data were read again.",
            ),
            Self::Open => both(language, "Thử: nếu … thì sao?", "Try: what if …?"),
            Self::Outdated => {
                both(language, "Phép thử này không còn đúng với dữ liệu.", "This trial no longer fits the data.")
            }
            form => form.say_form(language),
        }
    }
}

impl WhatIfText {
    fn say_form(&self, language: Language) -> Text {
        match self {
            Self::Programme => both(language, "Nếu mọi đơn vị cùng làm thêm", "If every unit did more"),
            Self::OneUnit => both(language, "Nếu một đơn vị làm thêm", "If one unit did more"),
            Self::Rows => both(language, "Nếu bỏ hoặc dời một dòng", "If a row were left out or moved"),
            Self::RowsHint => both(
                language,
                "Mở trang của đơn vị, tìm dòng trong bảng Bằng chứng rồi chọn “Thử bỏ” hoặc “Thử dời”.",
                "Open the unit's page, find the row under Evidence and choose “Try without” or “Try moved”.",
            ),
            Self::ToUnits => both(language, "Chọn đơn vị", "Choose a unit"),
            Self::Kinds => both(language, "Mỗi", "Every"),
            Self::Under => both(language, "Thuộc", "Under"),
            Self::Anywhere => both(language, "toàn bộ", "anywhere"),
            Self::Kind => both(language, "Loại hoạt động", "Kind of activity"),
            Self::CountEach => both(language, "Số lượng mỗi lần", "How many each time"),
            Self::Count => both(language, "Số lượng", "How many"),
            Self::EveryLabel => both(language, "Bao lâu một lần", "How often"),
            Self::From => both(language, "Từ ngày", "From"),
            Self::To => both(language, "Đến ngày", "To"),
            Self::When => both(language, "Ngày", "Day"),
            Self::Unit => both(language, "Đơn vị", "Unit"),
            Self::FindUnit => both(language, "Tìm đơn vị (không cần dấu)", "Find a unit (accents not needed)"),
            Self::NoUnit => both(language, "Không có đơn vị nào khớp.", "No unit answers."),
            Self::UnitsFound(count) => {
                let en = if *count == 1 { "unit" } else { "units" };
                let count = dates::number(language, u64::try_from(*count).unwrap_or(u64::MAX));
                both(language, format!("{count} đơn vị khớp"), format!("{count} {en} found"))
            }
            Self::Less => both(language, "Bớt 1", "One less"),
            Self::More => both(language, "Thêm 1", "One more"),
            Self::Try => both(language, "Thử", "Try it"),
            Self::NoKind => both(language, "Chọn ít nhất một loại đơn vị.", "Choose at least one kind of unit."),
            Self::NoDays => both(language, "Ngày cuối phải sau ngày đầu.", "The last day must come after the first."),
            _ => Text::Borrowed(""),
        }
    }
}

fn turned(language: Language, states: u32, figures: u32) -> Text {
    let (turn, move_only) = (dates::number(language, states), dates::number(language, figures));
    match (states, figures) {
        (0, 0) => both(language, "Không kết luận nào đổi.", "No verdict would turn."),
        (0, _) => both(
            language,
            format!("Không kết luận nào đổi; {move_only} kết luận chỉ đổi con số."),
            format!("No verdict would turn; only the figures of {move_only} would change."),
        ),
        (_, 0) => both(language, format!("{turn} kết luận sẽ đổi."), verdicts_en(states, &turn)),
        _ => both(
            language,
            format!("{turn} kết luận sẽ đổi; {move_only} kết luận khác chỉ đổi con số."),
            format!("{} Of {} only the figures would change.", verdicts_en(states, &turn), others_en(figures)),
        ),
    }
}

fn others_en(count: u32) -> String {
    if count == 1 { "1 other".to_owned() } else { format!("{} others", dates::number(Language::En, count)) }
}

fn verdicts_en(count: u32, figure: &str) -> String {
    if count == 1 { "1 verdict would turn.".to_owned() } else { format!("{figure} verdicts would turn.") }
}

impl Say for Every {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Month => both(language, "mỗi tháng", "each month"),
            Self::Quarter => both(language, "mỗi quý", "each quarter"),
            Self::Half => both(language, "mỗi 6 tháng", "each half-year"),
            Self::Year => both(language, "mỗi năm", "each year"),
        }
    }
}

/// A programme in one sentence: `Mỗi xã, phường thuộc Huyện Gò Quao: thêm 1 tin, bài mỗi tháng (01/01–31/12/2024)`.
pub fn programme(language: Language, programme: &Programme, under: Option<&str>) -> String {
    let Programme { kinds, kind, count, every, days, .. } = programme;
    let what = format!("{count} {}", activity_counted(language, *kind, *count));
    let who = kind_list(language, kinds);
    let under = under.map(|name| both(language, format!(" thuộc {name}"), format!(" under {name}")));
    let under = under.as_deref().unwrap_or_default();
    let (every, days) = (every.say(language), dates::span(*days));
    both(
        language,
        format!("Mỗi {who}{under}: thêm {what} {every} ({days})"),
        format!("Every {who}{under}: {what} more {every} ({days})"),
    )
    .into_owned()
}

fn kind_list(language: Language, kinds: &[UnitKind]) -> String {
    let words: Vec<Text> = kinds.iter().map(|kind| unit_kind_counted(language, *kind, 1)).collect();
    words.join("; ")
}

/// More activities of one unit in one sentence.
pub fn addition(language: Language, unit: &str, kind: ActivityKind, count: u32, when: Span) -> String {
    let what = format!("{count} {}", activity_counted(language, kind, count));
    let when = dates::span(when);
    both(language, format!("{unit}: thêm {what}, {when}"), format!("{unit}: {what} more, {when}")).into_owned()
}

/// A row left out or moved, by its place and title.
pub fn row_tried(language: Language, place: &str, title: &str, moved: Option<Span>) -> String {
    let title = if title.is_empty() { String::new() } else { format!(" “{title}”") };
    match moved.map(dates::span) {
        None => both(language, format!("Bỏ {place}{title}"), format!("Without {place}{title}")).into_owned(),
        Some(to) => both(language, format!("Dời {place}{title} sang {to}"), format!("{place}{title} moved to {to}"))
            .into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_programme_reads_as_officials_would_say_it() {
        let tried = Programme {
            kinds: vec![UnitKind::Commune],
            under: None,
            kind: ActivityKind::News,
            count: 1,
            every: Every::Month,
            days: Span::year(2024).unwrap(),
            tags: Vec::new(),
        };
        assert_eq!(
            programme(Language::Vi, &tried, Some("Huyện Gò Quao")),
            "Mỗi xã, phường thuộc Huyện Gò Quao: thêm 1 tin, bài mỗi tháng (01/01–31/12/2024)"
        );
        assert_eq!(
            programme(Language::En, &tried, None),
            "Every commune: 1 news item more each month (01/01–31/12/2024)"
        );
    }

    #[test]
    fn what_would_turn_is_told_apart_from_what_only_moves() {
        for (states, figures, vi) in [
            (0, 0, "Không kết luận nào đổi."),
            (0, 7, "Không kết luận nào đổi; 7 kết luận chỉ đổi con số."),
            (41, 0, "41 kết luận sẽ đổi."),
            (41, 1200, "41 kết luận sẽ đổi; 1.200 kết luận khác chỉ đổi con số."),
        ] {
            assert_eq!(WhatIfText::Turned { states, figures }.say(Language::Vi), vi);
        }
    }
}
