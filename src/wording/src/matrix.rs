//! Words of the matrix: title, filters, and what stands in a cell beside its mark.

use crate::overview::{by_day, counted, target_code};
use crate::plurals::english;
use crate::states::Group;
use crate::units::unit_kind_counted;
use crate::{Say, Text, both, dates, figures};
use domain::{Language, MatrixCell, Period, PeriodCell, State, UnitKind};

/// The sentences of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MatrixText {
    /// The page's title.
    Title {
        /// Units of the kind shown.
        units: u32,
        /// The kind; `None` = all kinds.
        kind: Option<UnitKind>,
        /// Targets that address them.
        targets: u32,
    },
    /// How to read the table.
    Lead,
    /// The rows have not come yet.
    Loading,
    /// Label of the search box.
    Search,
    /// Label of the filters.
    Filters,
    /// Every state.
    All,
    /// The filter of a group.
    Chip(Group),
    /// Label of the choice of a unit kind.
    KindLabel,
    /// One kind with its number of units.
    KindChoice(Option<UnitKind>, u32),
    /// Label of the choice of a target.
    TargetLabel,
    /// The worst of all targets.
    AnyTarget,
    /// One target, with the period its states are of.
    TargetChoice(String, Option<Period>),
    /// Head of the column of units.
    UnitColumn,
    /// Units without a parent.
    NoParent,
    /// Behind the name of a group of rows.
    GroupCounts {
        /// Rows shown.
        shown: u32,
        /// Of them with the group Bad.
        missed: u32,
    },
    /// How many rows are shown, for the live region and under the table.
    Shown {
        /// Shown.
        shown: u32,
        /// Of so many.
        of: u32,
    },
    /// Show more rows.
    More,
    /// No row answers the filters.
    NoneFound,
    /// The target does not address the unit.
    NotAddressed,
}

impl Say for MatrixText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title { units, kind, targets } => title(language, *units, *kind, *targets),
            Self::Lead => both(
                language,
                "Chọn một đơn vị để xem vì sao. Số trong ô là số được tính so với số Kế hoạch yêu cầu.",
                "Choose a unit to see why. The figures are what counts against what the plan requires.",
            ),
            Self::Loading => both(language, "Đang xếp bảng đơn vị…", "Preparing the table of units…"),
            Self::Search => both(language, "Tìm đơn vị (không cần dấu)", "Find a unit (accents not needed)"),
            Self::Filters => both(language, "Lọc theo kết quả", "Filter by result"),
            Self::All => both(language, "Tất cả", "All"),
            Self::Chip(group) => chip(language, *group),
            Self::KindLabel => both(language, "Loại đơn vị", "Kind of unit"),
            Self::KindChoice(kind, count) => kind_choice(language, *kind, *count),
            Self::TargetLabel => both(language, "Kết quả theo", "Result by"),
            Self::AnyTarget => both(language, "mọi mục tiêu", "all targets"),
            Self::TargetChoice(target, period) => target_choice(language, target, period.as_ref()),
            Self::UnitColumn => both(language, "Đơn vị", "Unit"),
            Self::NoParent => both(language, "Đơn vị khác", "Other units"),
            Self::GroupCounts { shown, missed } => group_counts(language, *shown, *missed),
            Self::Shown { shown, of } => {
                let (shown, all) = (dates::number(language, *shown), dates::number(language, *of));
                let en = english(*of, "unit", "units");
                both(language, format!("Hiển thị {shown} trong {all} đơn vị."), format!("{shown} of {en} shown."))
            }
            Self::More => both(language, "Hiện thêm", "Show more"),
            Self::NoneFound => both(language, "Không có đơn vị nào khớp bộ lọc.", "No unit answers these filters."),
            Self::NotAddressed => both(language, "Không thuộc mục tiêu này", "Not addressed by this target"),
        }
    }
}

/// Words about the table as other programs take it, and about its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyText {
    /// Puts the table on the clipboard.
    Copy,
    /// It is there: so many units.
    Copied(u32),
    /// The browser forbids it.
    Refused,
    /// Prints.
    Print,
    /// Head of the column of parents.
    Parent,
    /// Head of the figures of a target.
    Figures(String),
    /// Label of the choice of an order.
    SortLabel,
    /// The roster's order.
    ByRoster,
    /// By name.
    ByName,
    /// Most missed first, then most open, then most unknown.
    ByUrgency,
    /// By the result of a target.
    ByTarget(String),
    /// Sorts by a column.
    SortBy(String),
    /// How the keyboard walks.
    Keys,
    /// Rows are drawn in parts.
    InParts {
        /// Drawn.
        drawn: u32,
        /// Of so many.
        of: u32,
    },
}

impl Say for CopyText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Copy => both(language, "Sao chép bảng", "Copy the table"),
            Self::Copied(units) => {
                let (vi, en) = (counted(Language::Vi, None, *units), counted(Language::En, None, *units));
                both(
                    language,
                    format!("Đã sao chép bảng {vi}. Dán vào Excel hoặc Word."),
                    format!("Table of {en} copied. Paste it into Excel or Word."),
                )
            }
            Self::Refused => both(language, "Trình duyệt không cho sao chép.", "The browser does not allow copying."),
            Self::Print => both(language, "In bảng", "Print the table"),
            Self::Parent => both(language, "Đơn vị cấp trên", "Belongs to"),
            Self::Figures(target) => both(language, format!("{target}, số liệu"), format!("{target}, figures")),
            Self::SortLabel => both(language, "Xếp theo", "Order"),
            Self::ByRoster => both(language, "danh mục, theo đơn vị cấp trên", "roster, under their parents"),
            Self::ByName => both(language, "tên đơn vị", "name"),
            Self::ByUrgency => both(language, "cần chú ý nhiều nhất trước", "most to attend to first"),
            Self::ByTarget(target) => both(language, format!("kết quả {target}"), format!("result of {target}")),
            Self::SortBy(column) => both(language, format!("Xếp theo {column}"), format!("Sort by {column}")),
            Self::Keys => both(
                language,
                "Phím mũi tên đi từng ô, Home và End đến đầu và cuối dòng, Ctrl+Home và Ctrl+End đến đầu và cuối bảng, Page Up và Page Down đi mười dòng, Enter mở.",
                "Arrow keys move by cell, Home and End to the ends of the row, Ctrl+Home and Ctrl+End to the ends of the table, Page Up and Page Down by ten rows, Enter opens.",
            ),
            Self::InParts { drawn, of } => {
                let (drawn, of) = (dates::number(language, *drawn), dates::number(language, *of));
                both(
                    language,
                    format!(
                        "Bảng dài nên hiện từng phần: {drawn} trong {of} đơn vị. Tìm, lọc, xếp và sao chép vẫn tính trên cả {of} đơn vị."
                    ),
                    format!(
                        "The table is long and comes in parts: {drawn} of {of} units. Search, filters, order and copying still cover all {of}."
                    ),
                )
            }
        }
    }
}

fn title(language: Language, units: u32, kind: Option<UnitKind>, targets: u32) -> Text {
    let units = counted(language, kind, units);
    let en = if targets == 1 { "target" } else { "targets" };
    both(language, format!("{units} × {targets} mục tiêu áp dụng"), format!("{units} × {targets} {en}"))
}

fn chip(language: Language, group: Group) -> Text {
    match group {
        Group::Unknown => both(language, "Chưa đủ dữ liệu, cần xác nhận", "Not enough data, to confirm"),
        Group::Neutral => both(language, "Chưa đến kỳ", "Not due yet"),
        other => other.say(language),
    }
}

fn kind_choice(language: Language, kind: Option<UnitKind>, count: u32) -> Text {
    let every = || both(language, "mọi loại đơn vị", "every kind");
    let word = kind.map_or_else(every, |kind| unit_kind_counted(language, kind, 2));
    format!("{word} ({})", dates::number(language, count)).into()
}

fn target_choice(language: Language, target: &str, period: Option<&Period>) -> Text {
    let code = target_code(language, target);
    match period {
        Some(period) => format!("{code}, {}", dates::period_short(language, period)).into(),
        None => code,
    }
}

fn group_counts(language: Language, shown: u32, missed: u32) -> Text {
    let (vi, en) = (counted(Language::Vi, None, shown), counted(Language::En, None, shown));
    if missed == 0 {
        return both(language, vi, en);
    }
    let missed = dates::number(language, missed);
    both(language, format!("{vi}, {missed} chưa đạt"), format!("{en}, {missed} not met"))
}

/// The figures of a cell as a spreadsheet takes them for text: `quý I: 4 trong 4; quý II: 3 trong 4`.
pub fn copied_figures(language: Language, cell: &MatrixCell) -> String {
    let of = both(language, " trong ", " of ");
    let figure = |part: &PeriodCell| match part.state {
        State::NotYetDue | State::NotApplicable | State::NoData => String::new(),
        _ => figures::cell(language, part).replace('/', &of),
    };
    match cell.periods.as_slice() {
        [only] => figure(only),
        several => {
            let told = several.iter().map(|part| (dates::period_short(language, &part.period), figure(part)));
            let told = told.filter(|(_, figure)| !figure.is_empty());
            told.map(|(period, figure)| format!("{period}: {figure}")).collect::<Vec<_>>().join("; ")
        }
    }
}

/// `2/2`, `7/9`: what counts for certain, of what is required (for shares: of how many).
pub fn figure(language: Language, cell: &PeriodCell) -> String {
    figures::cell(language, cell)
}

/// What stands in the box of one of several periods: its count, or a sign that there is none to tell.
pub fn box_figure(language: Language, cell: &PeriodCell) -> String {
    match cell.state {
        State::NotYetDue | State::NotApplicable => "–".to_owned(),
        State::NoData => "?".to_owned(),
        _ => figures::cell_certain(language, cell),
    }
}

/// A box, said in full for those who do not see it: `quý III: 3/4, Chưa đạt`.
pub fn box_words(language: Language, cell: &PeriodCell) -> String {
    let period = dates::period_short(language, &cell.period);
    format!("{period}: {}, {}", box_figure(language, cell), cell.state.say(language))
}

/// The small words under the mark of a cell.
pub fn cell_words(language: Language, cell: &MatrixCell) -> Text {
    match cell.periods.as_slice() {
        [] => cell.state.say(language),
        [only] => period_words(language, only),
        several => several_words(language, cell.state, several),
    }
}

fn period_words(language: Language, cell: &PeriodCell) -> Text {
    let by = by_day(Some(&cell.period), cell.deadline);
    match (cell.state, figures::cell_short_of(language, cell)) {
        (State::OnTrack | State::AtRisk, Some(short)) => {
            both(language, format!("Còn {short} đến {by}"), format!("{short} to go by {by}"))
        }
        (State::OnTrack | State::AtRisk, None) => {
            both(language, format!("Còn hạn đến {by}"), format!("Open until {by}"))
        }
        (State::Missed, Some(short)) => {
            both(language, format!("Chưa đạt, thiếu {short}"), format!("Not met, {short} short"))
        }
        (state, _) => state.say(language),
    }
}

/// `Chưa đạt quý II, III`; `Đạt 3/3 quý`, where those not due yet are left out of the count.
fn several_words(language: Language, state: State, cells: &[PeriodCell]) -> Text {
    let due: Vec<&PeriodCell> = cells.iter().filter(|cell| Group::of(cell.state) != Group::Neutral).collect();
    let met = due.iter().filter(|cell| cell.state == State::Met).count();
    if state == State::Met || (met == due.len() && met > 0) {
        let (of, word) = (due.len(), shared_word(&due));
        return both(language, format!("Đạt {met}/{of} {word}"), format!("Met {met} of {of}"));
    }
    let names: Vec<Text> = cells
        .iter()
        .filter(|cell| cell.state == state && Group::of(state) != Group::Neutral)
        .map(|cell| dates::period_short(language, &cell.period))
        .collect();
    let word = match Group::of(state) {
        Group::Open => Group::Open.say(language),
        _ => state.say(language),
    };
    if names.is_empty() { word } else { format!("{word} {}", joined(&names)).into() }
}

/// The Vietnamese word for periods of this length.
fn shared_word(cells: &[&PeriodCell]) -> &'static str {
    match cells.first().map(|cell| &cell.period) {
        Some(Period::Quarter(..)) => "quý",
        Some(Period::Month(..)) => "tháng",
        _ => "kỳ",
    }
}

/// `quý II, III`: the word that all names share stands once.
fn joined(names: &[Text]) -> String {
    let Some((first, rest)) = names.split_first() else { return String::new() };
    let head = first.split_once(' ').map_or("", |(word, _)| word);
    let tail = rest.iter().map(|name| match name.split_once(' ') {
        Some((word, tail)) if word == head => tail,
        _ => name.as_ref(),
    });
    std::iter::once(first.as_ref()).chain(tail).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::NaiveDate;

    fn quarter(number: u32, state: State, n_lo: u32) -> PeriodCell {
        PeriodCell {
            period: Period::Quarter(2024, number),
            state,
            reason: None,
            figures: domain::Figures::Activities,
            n_lo,
            n_hi: n_lo,
            threshold: 4,
            den: None,
            deadline: NaiveDate::from_ymd_opt(2024, 3 * number, 30).unwrap(),
        }
    }

    fn cell(state: State, periods: Vec<PeriodCell>) -> MatrixCell {
        MatrixCell { state, periods }
    }

    #[test]
    fn several_missed_quarters_share_one_word() {
        let missed = cell(
            State::Missed,
            vec![
                quarter(1, State::Met, 4),
                quarter(2, State::Missed, 2),
                quarter(3, State::Missed, 3),
                quarter(4, State::NotYetDue, 0),
            ],
        );
        assert_eq!(cell_words(Language::Vi, &missed), "Chưa đạt quý II, III");
        assert_eq!(cell_words(Language::En, &missed), "Not met Q2, Q3");
    }

    #[test]
    fn quarters_not_due_yet_are_not_counted_against_the_unit() {
        let fine = cell(
            State::NotYetDue,
            vec![quarter(1, State::Met, 4), quarter(2, State::Met, 9), quarter(3, State::NotYetDue, 0)],
        );
        assert_eq!(cell_words(Language::Vi, &fine), "Đạt 2/2 quý");
    }

    #[test]
    fn no_cell_says_not_met_unless_a_period_was_missed() {
        for state in State::ALL.into_iter().filter(|state| *state != State::Missed) {
            for periods in [vec![quarter(3, state, 1)], vec![quarter(2, state, 1), quarter(3, state, 0)]] {
                let words = cell_words(Language::Vi, &cell(state, periods));
                assert!(!words.contains("Chưa đạt"), "{state:?}: {words}");
            }
        }
    }

    #[test]
    fn a_single_open_period_says_how_many_are_left_until_when() {
        let open = cell(State::AtRisk, vec![quarter(3, State::AtRisk, 1)]);
        assert_eq!(cell_words(Language::Vi, &open), "Còn 3 đến 30/09");
    }

    #[test]
    fn a_box_without_a_figure_never_shows_zero() {
        assert_eq!(box_figure(Language::Vi, &quarter(1, State::NoData, 0)), "?");
        assert_eq!(box_figure(Language::Vi, &quarter(4, State::NotYetDue, 0)), "–");
        assert_eq!(box_figure(Language::Vi, &quarter(3, State::Missed, 0)), "0");
    }
}
