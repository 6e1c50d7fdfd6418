//! Words of the receipt: what was found, taken off, counted and required, and what would turn the verdict.

mod change;

pub use change::missing_sentence;

use crate::units::activity_counted;
use crate::{Say, Text, both, dates};
use domain::{
    ActivityKind, EvidenceRow, Exclusion, Explanation, ForHamlets, Language, Outcome, Period, ReadingInForce, Span,
    State,
};

/// A step of the receipt: what stands under its figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepLabel {
    /// What the unit's rows state.
    Found,
    /// Taken off, with the reason, in this period.
    Excluded(Exclusion, Period),
    /// May count.
    Possible,
    /// Rows of several other kinds.
    OtherKinds,
    /// The certain figure.
    Counted,
    /// What the plan requires.
    Required,
    /// Members for certain.
    Certain,
    /// All members.
    Members,
    /// Their share.
    Share,
}

impl StepLabel {
    /// The label of both boxes as one, where they take off rows for the same reason.
    pub fn with(&self, next: &Self) -> Option<Self> {
        match (self, next) {
            (
                Self::Excluded(Exclusion::OtherKind(_), _) | Self::OtherKinds,
                Self::Excluded(Exclusion::OtherKind(_), _),
            ) => Some(Self::OtherKinds),
            (Self::Excluded(Exclusion::DuplicateOf(_), _), Self::Excluded(Exclusion::DuplicateOf(_), _))
            | (Self::Excluded(Exclusion::SameTitleAs(_), _), Self::Excluded(Exclusion::SameTitleAs(_), _)) => {
                Some(self.clone())
            }
            _ => None,
        }
    }
}

impl Say for StepLabel {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Found => both(language, "tìm thấy trong tệp", "found in the files"),
            Self::Excluded(exclusion, period) => taken_off(language, exclusion, period),
            Self::Possible => both(language, "chưa chắc được tính", "not certain to count"),
            Self::OtherKinds => both(language, "thuộc loại khác", "of other kinds"),
            Self::Counted => both(language, "được tính", "counted"),
            Self::Required => both(language, "Kế hoạch yêu cầu", "required by the plan"),
            Self::Certain => both(language, "chắc chắn đạt", "certain"),
            Self::Members => both(language, "tổng số", "in all"),
            Self::Share => both(language, "tỷ lệ", "share"),
        }
    }
}

/// Short enough for a box of the receipt; the rows say the rest.
fn taken_off(language: Language, exclusion: &Exclusion, period: &Period) -> Text {
    match exclusion {
        Exclusion::OutsideWindow => {
            let vi = format!("ngoài {}", dates::period_short(Language::Vi, period));
            both(language, vi, format!("outside {}", dates::period_short(Language::En, period)))
        }
        Exclusion::OtherKind(kind) => {
            both(language, format!("là {}", kind.say(Language::Vi)), format!("{} instead", kind.say(Language::En)))
        }
        Exclusion::MissingTag(tag) => missing_tag(language, tag),
        Exclusion::OtherChannel => both(language, "kênh khác", "on another channel"),
        Exclusion::OtherAudience => both(language, "đối tượng khác", "for another audience"),
        Exclusion::DuplicateOf(_) => both(language, "trùng", "duplicates"),
        Exclusion::SameTitleAs(_) => both(language, "cùng tên", "same title"),
        Exclusion::Planned => both(language, "mới là kế hoạch", "only planned"),
        Exclusion::AfterAsOf => both(language, "sau ngày tính đến", "after the as-of day"),
        Exclusion::Zero => both(language, "báo cáo bằng 0", "reported as zero"),
        Exclusion::NotFulfilled => both(language, "chưa đáp ứng", "not fulfilled"),
        Exclusion::Superseded => both(language, "đã có kết quả mới hơn", "a later result stands"),
    }
}

fn missing_tag(language: Language, tag: &str) -> Text {
    let vi = format!("không ghi “{}”", tag_name(Language::Vi, tag));
    both(language, vi, format!("not marked “{}”", tag_name(Language::En, tag)))
}

/// A tag by the name people know it by; one of another plan stays as it is written there.
pub fn tag_name(language: Language, tag: &str) -> Text {
    match tag {
        "action_month" => both(language, "Tháng hành động", "Action Month"),
        "effective" => both(language, "được công nhận hiệu quả", "recognised as effective"),
        "audience_staff" => both(language, "cho cán bộ, công chức, viên chức, người lao động", "for staff"),
        "audience_students" => both(language, "cho học sinh", "for pupils"),
        other => other.to_owned().into(),
    }
}

/// Why a row does not count, in full: `trùng dòng 1.502`.
impl Say for Exclusion {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::OutsideWindow => both(language, "ngoài kỳ", "outside the period"),
            Self::OtherChannel => both(language, "kênh không thuộc mục tiêu", "on a channel the target does not count"),
            Self::OtherAudience => {
                both(language, "đối tượng không thuộc mục tiêu", "for an audience the target does not count")
            }
            Self::DuplicateOf(row) => {
                let row = dates::number(language, *row);
                both(language, format!("trùng dòng {row}"), format!("duplicate of row {row}"))
            }
            Self::SameTitleAs(row) => {
                let row = dates::number(language, *row);
                both(language, format!("cùng tên với dòng {row}"), format!("same title as row {row}"))
            }
            Self::OtherKind(kind) => {
                let vi = format!("thuộc loại {}", kind.say(Language::Vi));
                both(language, vi, format!("of the kind {}", kind.say(Language::En)))
            }
            other => taken_off(language, other, &Period::Milestone(String::new())),
        }
    }
}

impl Say for Outcome {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Counted => both(language, "Được tính", "Counts"),
            Self::Possible => both(language, "Có thể tính", "May count"),
            Self::Excluded(exclusion) => {
                let why = exclusion.say(language);
                both(language, format!("Không tính: {why}"), format!("Does not count: {why}"))
            }
        }
    }
}

/// What a commune's report for all its hamlets together proves: `ít nhất 3 nơi chưa có hoạt động nào`.
pub fn for_hamlets_sentence(language: Language, told: ForHamlets) -> Text {
    let ForHamlets { stated, hamlets } = told;
    let (vi, en) = match told.without_any() {
        0 => ("chưa đủ căn cứ để biết từng nơi".to_owned(), "this does not tell which hamlet held how many".to_owned()),
        none => (format!("ít nhất {none} nơi chưa có hoạt động nào"), format!("at least {none} of them held none")),
    };
    both(
        language,
        format!("Xã báo chung {stated} hoạt động cho {hamlets} ấp, khu phố: {vi}."),
        format!("The commune reports {stated} in all for {hamlets} hamlets: {en}."),
    )
}

/// Why a state that needs a reason is what it is: `Cần xác nhận vì chỉ đủ nếu …`.
pub fn reason_sentence(language: Language, explanation: &Explanation) -> Option<Text> {
    let verdict = &explanation.verdict;
    let why = match (verdict.reason, verdict.state) {
        (Some(reason), _) => reason.say(language),
        (None, State::NoData) => verdict.evidence.say(language),
        (None, _) => return None,
    };
    let state = verdict.state.say(language);
    Some(both(language, format!("{state}: {why}."), format!("{state}: {why}.")))
}

/// A reading in force: the question with the answer taken.
pub fn reading_line(language: Language, reading: &ReadingInForce) -> Text {
    let (ask, label) = (reading.ask.text(language), reading.label.text(language));
    let ask = ask.trim_end_matches(['?', '.', ':']);
    if reading.is_default {
        return format!("{ask}: {label}").into();
    }
    both(language, format!("{ask}: {label} (bạn chọn)"), format!("{ask}: {label} (your choice)"))
}

/// Where a row stands: `so-lieu.xlsx, Quý III, dòng 1.204`. What the user ticked stands in no file.
pub fn row_place(language: Language, row: &EvidenceRow) -> Text {
    if row.file.is_empty() && row.row == 0 {
        return both(language, "bạn đánh dấu", "ticked by you");
    }
    let number = dates::number(language, row.row);
    if row.sheet.is_empty() {
        return both(language, format!("dòng {number}"), format!("row {number}"));
    }
    both(language, format!("{}, dòng {number}", row.sheet), format!("“{}”, row {number}", row.sheet))
}

/// When it was, as far as the row says.
pub fn row_when(language: Language, row: &EvidenceRow) -> Text {
    row.when.map_or_else(|| both(language, "không ghi ngày", "no date"), |when| dates::span(when).into())
}

/// What it is; rows without a title show their kind, rows that state several show how many.
pub fn row_title(language: Language, row: &EvidenceRow) -> Text {
    let kind = row.kind.unwrap_or(ActivityKind::Other);
    match (row.title.is_empty(), row.count) {
        (false, 0 | 1) => row.title.clone().into(),
        (false, count) => format!("{} (×{count})", row.title).into(),
        (true, 0 | 1) => kind.say(language),
        (true, count) => format!("{count} {}", activity_counted(language, kind, count)).into(),
    }
}

/// Where a clause stands, over its words: `I.2/5` is the fifth dash of section I.2.
pub fn clause_place(language: Language, id: &str) -> Text {
    match id.split_once('/') {
        Some((section, dash)) if section != "0" => both(
            language,
            format!("Kế hoạch, mục {section}, gạch đầu dòng thứ {}", ordinal(dash)),
            format!("The plan, section {section}, dash {dash}"),
        ),
        _ => both(language, format!("Kế hoạch, mục {id}"), format!("The plan, clause {id}")),
    }
}

/// An ordinal as officials write it up to ten: `thứ năm`.
fn ordinal(number: &str) -> &str {
    const WORDS: [&str; 10] = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    place.and_then(|place| WORDS.get(place)).copied().unwrap_or(number)
}

/// The other sentences of the receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyText {
    /// The explanation has not come yet.
    Loading,
    /// Name of the receipt.
    Receipt,
    /// Leads to the plan.
    ToPlan,
    /// Over the readings.
    Readings,
    /// Over the rows.
    Evidence,
    /// There are no rows.
    NoRows,
    /// Show the other rows.
    AllRows(usize),
    /// Show the rows outside the period, too.
    RowsOutside(usize),
    /// Head of the column: place.
    PlaceColumn,
    /// Head of the column: date.
    DateColumn,
    /// Head of the column: content.
    TitleColumn,
    /// Head of the column: channel.
    ChannelColumn,
    /// Head of the column: what became of it.
    OutcomeColumn,
    /// The days judged, where the unit's life cut the window.
    CutWindow(Span, Span),
    /// Planned rows in the window.
    Planned(u32),
}

impl Say for WhyText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Loading => both(language, "Đang lập giải trình…", "Preparing the explanation…"),
            Self::Receipt => both(language, "Cách tính", "How it was counted"),
            Self::ToPlan => both(language, "Xem trong Kế hoạch", "Show in the plan"),
            Self::Readings => both(language, "Cách hiểu đang dùng", "Readings in force"),
            Self::Evidence => both(language, "Bằng chứng", "Evidence"),
            Self::NoRows => both(
                language,
                "Không có dòng nào của đơn vị cho mục tiêu này.",
                "No row of the unit bears on this target.",
            ),
            Self::AllRows(count) => both(language, format!("Hiện cả {count} dòng"), format!("Show all {count} rows")),
            Self::RowsOutside(count) => {
                let en = if *count == 1 { "row" } else { "rows" };
                both(
                    language,
                    format!("Hiện thêm {count} dòng ngoài kỳ"),
                    format!("Show {count} more {en} outside the period"),
                )
            }
            Self::PlaceColumn => both(language, "Dòng", "Row"),
            Self::DateColumn => both(language, "Ngày", "Date"),
            Self::TitleColumn => both(language, "Nội dung", "Content"),
            Self::ChannelColumn => both(language, "Kênh", "Channel"),
            Self::OutcomeColumn => both(language, "Cách tính", "Result"),
            Self::CutWindow(judged, full) => {
                let (judged, full) = (dates::span(*judged), dates::span(*full));
                both(
                    language,
                    format!("Chỉ xét {judged} trong kỳ {full}, là những ngày đơn vị tồn tại."),
                    format!("Only {judged} of {full} is judged: the days on which the unit existed."),
                )
            }
            Self::Planned(count) => both(
                language,
                format!("{count} việc đã có trong kế hoạch của đơn vị ở kỳ này."),
                format!("{count} planned by the unit in this period."),
            ),
        }
    }
}

#[cfg(test)]
mod tests;
