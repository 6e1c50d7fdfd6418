//! Words of the suggested agenda: what to do, for which gap, by when, and what can no longer be reached.

mod days;
mod settings;
mod suggestion;
mod table;

pub use days::{Conflict, day_reason, open_gap, shortfall, unmet};
pub use settings::CalendarText;
pub use suggestion::{Told, field_name, law_line, support_line};
pub use table::AgendaColumn;

use crate::overview::{counted, target_code};
use crate::units::activity_counted;
use crate::why::tag_name;
use crate::{Say, Text, both, dates};
use domain::{AgendaItem, Bilingual, Closes, ItemKind, Language, NaiveDate, Need, NeedKind, UnreachableReason};

/// What an item asks to be done: `Tin, bài`, `Cuộc truyền thông (Tháng hành động)`.
pub fn item_title(language: Language, item: &AgendaItem) -> Text {
    titled(language, &kind_title(language, item.kind), item)
}

/// The same in a form that the plan suggests: `Sinh hoạt dưới cờ, lần 2`.
pub fn form_title(language: Language, form: &Bilingual, item: &AgendaItem) -> Text {
    titled(language, &crate::overview::capital(form.text(language)), item)
}

/// What to do: a duty by its name, else the form that the plan suggests, else the kind.
pub fn full_title(language: Language, item: &AgendaItem, duty: Option<&Bilingual>, form: Option<&Bilingual>) -> Text {
    match (duty, form) {
        (Some(duty), _) => duty.text(language).to_owned().into(),
        (None, Some(form)) => form_title(language, form, item),
        (None, None) => item_title(language, item),
    }
}

/// What items of a kind ask to be done.
pub fn kind_title(language: Language, kind: ItemKind) -> Text {
    match kind {
        ItemKind::Activity(kind) => activity_title(language, kind),
        ItemKind::Adoption => both(
            language,
            "Một cơ quan truyền thông áp dụng Bộ chỉ số về giới",
            "A media body takes up the gender indicators",
        ),
        ItemKind::ReviewConvention => both(language, "Rà soát hương ước, quy ước", "Review a village convention"),
        ItemKind::AmendConvention => both(language, "Sửa đổi hương ước, quy ước", "Amend a village convention"),
        ItemKind::HandIn => both(language, "Gửi báo cáo, kế hoạch", "Hand in the report or plan"),
    }
}

fn titled(language: Language, what: &str, item: &AgendaItem) -> Text {
    let tags: Vec<Text> = item.tags.iter().map(|tag| tag_name(language, tag)).collect();
    let tags = if tags.is_empty() { String::new() } else { format!(" ({})", tags.join(", ")) };
    let number = if item.number > 1 { format!(", {}", ordinal(language, item.number)) } else { String::new() };
    format!("{what}{tags}{number}").into()
}

fn activity_title(language: Language, kind: domain::ActivityKind) -> Text {
    crate::overview::capital(&kind.say(language)).into()
}

/// Several of the same kind in one window are told apart by their number.
fn ordinal(language: Language, number: u32) -> Text {
    both(language, format!("lần {number}"), format!("no. {number}"))
}

/// A gap by target and period: `MT5 quý IV`.
pub fn gap(language: Language, closes: &Closes) -> Text {
    let (target, period) = (target_code(language, &closes.target), dates::period_short(language, &closes.period));
    format!("{target} {period}").into()
}

/// A need that no day can close any more: `3 tin, bài cho MT5 quý III`.
pub fn need_line(language: Language, need: &Need) -> Text {
    let missing = match need.kind {
        NeedKind::Activity { people: Some(people), .. } => people,
        _ => need.missing,
    };
    let what = match &need.kind {
        NeedKind::Activity { people: Some(_), .. } => {
            both(language, "người cần tiếp cận", if missing == 1 { "person to reach" } else { "people to reach" })
        }
        NeedKind::Activity { kinds, .. } => kinds.first().map_or_else(
            || both(language, "hoạt động", "activities"),
            |kind| activity_counted(language, *kind, missing),
        ),
        NeedKind::Adoption => both(language, "cơ quan truyền thông áp dụng", "media bodies to take up the indicators"),
        NeedKind::ReviewConvention => both(language, "hương ước cần rà soát", "conventions to review"),
        NeedKind::AmendConvention => both(language, "hương ước cần sửa đổi", "conventions to amend"),
        NeedKind::HandIn => both(language, "báo cáo, kế hoạch", "reports or plans"),
    };
    let gap = gap(language, &Closes { target: need.target.clone(), period: need.period.clone() });
    both(language, format!("{missing} {what} cho {gap}"), format!("{missing} {what} for {gap}"))
}

impl Say for UnreachableReason {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::NoDayLeft => {
                both(language, "không còn ngày làm việc nào trong kỳ", "no working day is left in the period")
            }
        }
    }
}

/// A day of the week, Monday first: `T2` … `CN`.
pub fn weekday_short(language: Language, from_monday: u32) -> Text {
    const VI: [&str; 7] = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"];
    const EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let names = match language {
        Language::Vi => VI,
        Language::En => EN,
    };
    names.get(from_monday as usize).map_or(Text::default(), |name| (*name).into())
}

/// The same in full, for those who listen.
pub fn weekday(language: Language, from_monday: u32) -> Text {
    const VI: [&str; 7] = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"];
    const EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let names = match language {
        Language::Vi => VI,
        Language::En => EN,
    };
    names.get(from_monday as usize).map_or(Text::default(), |name| (*name).into())
}

/// A month in a strip of twelve: `Th11`, `Nov`.
pub fn month_short(language: Language, month: u32) -> Text {
    let name: String = dates::month_name(month).chars().take(3).collect();
    both(language, format!("Th{month}"), name)
}

/// A month with its year: `Tháng 11/2024`, `November 2024`.
pub fn month_title(language: Language, year: i32, month: u32) -> Text {
    both(language, format!("Tháng {month}/{year}"), format!("{} {year}", dates::month_name(month)))
}

/// The sentences of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaText {
    /// The page's title.
    Title {
        /// Whose; `None` = of everything.
        scope: Option<String>,
        /// The last day planned for.
        until: NaiveDate,
    },
    /// Under it: how many and why so many.
    Lead(u32),
    /// Under it, where gaps stay open.
    LeadShort {
        /// Items.
        items: u32,
        /// Gaps that stay open.
        open: u32,
    },
    /// Nothing is left to do.
    Nothing,
    /// The agenda has not come yet.
    Loading,
    /// Items of a number.
    Items(u32),
    /// A month, said for the live region.
    MonthSpoken {
        /// Its year.
        year: i32,
        /// Its number.
        month: u32,
        /// Its items.
        items: u32,
    },
    /// Over the list of a month.
    MonthList(u32),
    /// Only one day is shown; leads back to the month.
    OnlyDay(NaiveDate),
    /// The month is empty.
    EmptyMonth,
    /// The month before.
    PreviousMonth,
    /// The month after.
    NextMonth,
    /// Name of the strip.
    Strip(i32),
    /// How the grid is walked.
    GridHint,
    /// Who acts for a province-wide share.
    Everyone,
    /// Whose days are full, if not one place's.
    WholeScope,
    /// The sheet of the agenda in a workbook.
    SheetName,
    /// A column on paper: the day.
    PaperDay,
    /// A column on paper: what is to be done.
    PaperItem,
    /// A column on paper: the gaps.
    PaperGaps,
    /// A column on paper: the latest day.
    PaperLatest,
    /// Before the gaps.
    ClosesGaps,
    /// Leads to the explanation.
    Why,
    /// The last day that would still do.
    Latest(NaiveDate),
    /// It falls on a peak.
    OnPeak(String),
    /// A peak in the strip and grid.
    Peak,
    /// A duty's last good day.
    Deadline,
    /// Over what can no longer be reached.
    Unreachable,
    /// Why it is listed.
    UnreachableLead,
    /// Take the calendar file.
    Download,
    /// Label of the search box.
    Search,
    /// Label of the choice of a target.
    TargetLabel,
    /// Every target.
    EveryTarget,
    /// Show more items.
    More,
    /// The same, so many times.
    Times(String, u32),
    /// More items on a day than the grid shows.
    MoreOnDay(u32),
}

impl Say for AgendaText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title { scope, until } => title(language, scope.as_deref(), *until),
            Self::Lead(count) => lead(language, *count),
            Self::LeadShort { items, open } => lead_short(language, *items, *open),
            Self::Nothing => both(language, "Không còn việc nào cần xếp lịch.", "Nothing is left to be scheduled."),
            Self::Loading => both(language, "Đang xếp lịch…", "Preparing the calendar…"),
            Self::Items(count) => items(language, *count),
            Self::MonthSpoken { year, month, items: count } => month_spoken(language, *year, *month, *count),
            Self::MonthList(month) => {
                both(language, format!("Danh sách tháng {month}"), format!("List of {}", dates::month_name(*month)))
            }
            Self::OnlyDay(day) => {
                let day = dates::day_of_year(*day);
                both(language, format!("Chỉ ngày {day} ✕"), format!("Only {day} ✕"))
            }
            Self::EmptyMonth => both(language, "Không có việc nào trong tháng này.", "Nothing in this month."),
            Self::PreviousMonth => both(language, "Tháng trước", "Previous month"),
            Self::NextMonth => both(language, "Tháng sau", "Next month"),
            Self::Strip(year) => both(language, format!("Năm {year} theo tháng"), format!("{year} by month")),
            Self::GridHint => both(
                language,
                "Dùng phím mũi tên để đi từng ngày, Page Up và Page Down để đổi tháng.",
                "Arrow keys move by day, Page Up and Page Down by month.",
            ),
            Self::WholeScope => both(language, "Cả phạm vi", "The whole scope"),
            Self::SheetName => both(language, "Lịch gợi ý", "Suggested calendar"),
            Self::PaperDay => both(language, "Ngày", "Day"),
            Self::PaperItem => both(language, "Việc", "Item"),
            Self::PaperGaps => both(language, "Mục tiêu", "Target"),
            Self::PaperLatest => both(language, "Chậm nhất", "At the latest"),
            Self::Everyone => both(language, "Toàn tỉnh", "Province-wide"),
            Self::ClosesGaps => both(language, "Để hoàn thành", "To meet"),
            Self::Why => both(language, "vì sao", "why"),
            Self::Latest(day) => {
                let day = dates::day(*day);
                both(language, format!("chậm nhất ngày {day}"), format!("{day} at the latest"))
            }
            Self::OnPeak(name) => both(language, format!("đợt cao điểm: {name}"), format!("peak: {name}")),
            Self::Peak => both(language, "Đợt cao điểm", "Peak"),
            Self::Deadline => both(language, "Hạn báo cáo", "Reporting deadline"),
            Self::Unreachable => both(language, "Không còn kịp", "Out of reach"),
            Self::UnreachableLead => both(
                language,
                "Những phần thiếu dưới đây không còn ngày nào để làm, nên không xếp lịch.",
                "No day is left for these gaps, so they are not scheduled.",
            ),
            Self::Download => both(language, "Tải lịch .ics", "Download calendar (.ics)"),
            Self::Search => both(language, "Tìm đơn vị (không cần dấu)", "Find a unit (accents not needed)"),
            Self::TargetLabel => both(language, "Mục tiêu", "Target"),
            Self::EveryTarget => both(language, "mọi mục tiêu", "all targets"),
            Self::More => both(language, "Hiện thêm", "Show more"),
            Self::Times(title, 1) => title.clone().into(),
            Self::Times(title, count) => format!("{title} ×{count}").into(),
            Self::MoreOnDay(count) => both(language, format!("+{count} việc"), format!("+{count} more")),
        }
    }
}

impl AgendaText {
    /// The columns of a unit's agenda on paper.
    pub const PAPER: [Self; 4] = [Self::PaperDay, Self::PaperItem, Self::PaperGaps, Self::PaperLatest];
}

fn title(language: Language, scope: Option<&str>, until: NaiveDate) -> Text {
    let until = dates::day(until);
    match scope {
        Some(name) => both(
            language,
            format!("Lịch gợi ý cho {name} đến {until}"),
            format!("Suggested calendar for {name} until {until}"),
        ),
        None => both(language, format!("Lịch gợi ý đến {until}"), format!("Suggested calendar until {until}")),
    }
}

fn lead(language: Language, count: u32) -> Text {
    let (vi, en) = (items(Language::Vi, count), items(Language::En, count));
    both(
        language,
        format!("{vi}, vừa đủ để đạt mọi mục tiêu còn hạn. Ưu tiên đợt cao điểm, tránh ngày nghỉ, lễ."),
        format!("{en}: just enough to meet every target still open. Peaks come first; holidays are avoided."),
    )
}

fn lead_short(language: Language, count: u32, open: u32) -> Text {
    let (vi, en) = (items(Language::Vi, count), items(Language::En, count));
    let (open, gaps) = (dates::number(language, open), if open == 1 { "gap stays" } else { "gaps stay" });
    both(
        language,
        format!("{vi}. Còn {open} phần thiếu chưa có ngày: xem bên dưới."),
        format!("{en}. {open} {gaps} open: see below."),
    )
}

fn items(language: Language, count: u32) -> Text {
    let figure = dates::number(language, count);
    both(language, format!("{figure} việc"), format!("{figure} {}", if count == 1 { "item" } else { "items" }))
}

fn month_spoken(language: Language, year: i32, month: u32, count: u32) -> Text {
    let (vi, en) = (items(Language::Vi, count), items(Language::En, count));
    both(language, format!("Tháng {month} năm {year}, {vi}"), format!("{} {year}, {en}", dates::month_name(month)))
}

/// Who acts, in words.
pub fn who(language: Language, name: Option<&str>) -> Text {
    name.map_or_else(|| AgendaText::Everyone.say(language), |name| name.to_owned().into())
}

/// How many units a list of gaps is about, for the heading of what is out of reach.
pub fn unreachable_count(language: Language, count: u32) -> String {
    let (vi, en) = (format!("{count} phần thiếu"), format!("{count} {}", if count == 1 { "gap" } else { "gaps" }));
    both(language, vi, en).into_owned()
}

/// Units without more items than a list can name.
pub fn units_counted(language: Language, count: u32) -> String {
    counted(language, None, count)
}

#[cfg(test)]
mod tests;
