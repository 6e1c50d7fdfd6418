//! Words of the overview screen: the headline, one result a target, deadlines and completeness.

mod result;

pub use result::{OutOf, ShareResult, TargetResult, UnitsResult};

use crate::plurals::english;
use crate::states::Group;
use crate::units::unit_kind_counted;
use crate::{Say, Text, both, dates, plurals};
use chrono::Datelike;
use domain::{Completeness, Language, NaiveDate, Period, UnitKind, rule_behind};

/// A target's id as people write it: `T5` is `MT5` in Vietnamese; the share of a target goes by the target's name.
pub fn target_code(language: Language, id: &str) -> Text {
    let id = rule_behind(id);
    match id.strip_prefix('T') {
        Some(number) if number.bytes().all(|byte| byte.is_ascii_digit()) => {
            both(language, format!("MT{number}"), id.to_owned())
        }
        _ => duty_code(language, id),
    }
}

/// The shipped plans' own ids of duties are English: they have a Vietnamese short form. Any other id stays as its plan writes it.
fn duty_code(language: Language, id: &str) -> Text {
    let vi = match id {
        "R-plan" => "Kế hoạch",
        "R-half" => "BC 6 tháng",
        "R-year" => "BC năm",
        "R-budget" => "Dự toán",
        "R-review" => "Khảo sát",
        other => other,
    };
    both(language, vi.to_owned(), id.to_owned())
}

/// The same text with a capital first letter: a period at the head of a sentence.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A deadline beside its period: with its year only where the period does not say it.
pub fn by_day(period: Option<&Period>, day: NaiveDate) -> String {
    let said = period.and_then(Period::year) == Some(day.year());
    if said { dates::day_of_year(day) } else { dates::day(day) }
}

/// The sentence that answers the page's question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// Name of the scope; `None` = everything.
    pub scope: Option<String>,
    /// The year shown.
    pub year: i32,
    /// Where the plan was missed, most units first.
    pub missed: Vec<MissedPart>,
    /// Targets with time left.
    pub open: u32,
    /// Targets that the data cannot decide.
    pub unknown: u32,
    /// Targets met by every unit.
    pub met: u32,
}

/// A target that was missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MissedPart {
    /// By so many units.
    Units {
        /// How many.
        count: u32,
        /// Their kind, if they are of one.
        kind: Option<UnitKind>,
        /// The target.
        target: String,
        /// The period shown.
        period: Option<Period>,
    },
    /// By the unit itself that is the scope.
    Itself {
        /// The target.
        target: String,
        /// The period shown.
        period: Option<Period>,
    },
    /// By the whole: a share.
    Share {
        /// The target.
        target: String,
    },
}

/// How many missed targets the headline names; the rest it counts.
const NAMED: usize = 2;

impl Say for Headline {
    fn say(&self, language: Language) -> Text {
        let whole = both(language, "Toàn tỉnh", "All units");
        let scope = self.scope.as_deref().unwrap_or(&whole);
        let year = self.year;
        let parts = self.parts(language).join(", ");
        both(language, format!("{scope}, năm {year}: {parts}"), format!("{scope}, {year}: {parts}"))
    }
}

impl Headline {
    fn parts(&self, language: Language) -> Vec<String> {
        let alone = self.missed.len() == 1;
        let named = self.missed.iter().take(NAMED).map(|part| part.text(language, alone));
        let rest = u32::try_from(self.missed.len().saturating_sub(NAMED)).unwrap_or(u32::MAX);
        let counts = [
            (rest, both(language, "mục tiêu khác có đơn vị chưa đạt", "more with units that missed them")),
            (self.open, both(language, "mục tiêu còn hạn", targets_en(self.open, "still open"))),
            (self.unknown, both(language, "mục tiêu chưa đủ dữ liệu", targets_en(self.unknown, "without enough data"))),
            (self.met, both(language, "mục tiêu đã đạt", targets_en(self.met, "met"))),
        ];
        let counted = counts.iter().filter(|(count, _)| *count > 0).map(|(count, words)| format!("{count} {words}"));
        let parts: Vec<String> = named.chain(counted).collect();
        let nothing = both(language, "chưa có mục tiêu nào để đối chiếu", "no target to check yet");
        if parts.is_empty() { vec![nothing.into_owned()] } else { parts }
    }
}

fn targets_en(count: u32, what: &str) -> String {
    if count == 1 { format!("target {what}") } else { format!("targets {what}") }
}

impl MissedPart {
    /// `34 xã chưa đạt quý III`; with other missed targets beside it, the target is named, too.
    fn text(&self, language: Language, alone: bool) -> String {
        match self {
            Self::Units { count, kind, target, period } => {
                let units = counted(language, *kind, *count);
                let of = missed_of(language, target, period.as_ref(), alone);
                both(language, format!("{units} chưa đạt {of}"), format!("{units} missed {of}")).into_owned()
            }
            Self::Itself { target, period } => {
                let of = missed_of(language, target, period.as_ref(), false);
                both(language, format!("chưa đạt {of}"), format!("missed {of}")).into_owned()
            }
            Self::Share { target } => {
                let target = target_code(language, target);
                both(language, format!("{target} chưa đạt"), format!("{target} missed")).into_owned()
            }
        }
    }
}

fn missed_of(language: Language, target: &str, period: Option<&Period>, alone: bool) -> String {
    let code = target_code(language, target);
    match period {
        Some(part @ (Period::Quarter(..) | Period::Half(..) | Period::Month(..))) => {
            let part = dates::period_short(language, part);
            if alone { part.into_owned() } else { format!("{code} {part}") }
        }
        _ => code.into_owned(),
    }
}

/// `34 xã, phường`, `34 communes`; `34 đơn vị` where kinds mix.
pub fn counted(language: Language, kind: Option<UnitKind>, count: u32) -> String {
    let mixed = || both(language, "đơn vị", if count == 1 { "unit" } else { "units" });
    let word = kind.map_or_else(mixed, |kind| unit_kind_counted(language, kind, count));
    format!("{} {word}", dates::number(language, count))
}

/// The other sentences of the overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OverviewText {
    /// Under the headline: what the figures rest on.
    Lead {
        /// The as-of day.
        as_of: NaiveDate,
        /// Data rows.
        rows: u32,
        /// Units the data names.
        units: u32,
    },
    /// Nobody is judged by silence.
    SilenceIsNoFailure,
    /// Over the list of targets.
    Targets(usize),
    /// A group in the legend.
    Legend(Group),
    /// A segment of a bar, said in full.
    Segment(Group, u32),
    /// A segment of the bar of a share: members in this group.
    MemberSegment(Group, u32),
    /// Over the deadlines.
    Deadlines,
    /// No deadline is ahead.
    NoDeadline,
    /// How many units still have to act.
    StillToAct(u32),
    /// Over the completeness of the data.
    Completeness,
    /// Under it: some kinds of unit have no roster, so nobody knows of how many.
    NoRoster,
    /// Leads to the agenda.
    ToAgenda,
    /// Leads to the units without data.
    ToSilentUnits,
    /// The month under the day of a date tile.
    TileMonth(u32),
}

impl Say for OverviewText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Lead { as_of, rows, units } => lead(language, *as_of, *rows, *units),
            Self::SilenceIsNoFailure => both(
                language,
                "Đơn vị chưa gửi số liệu không bị tính là chưa đạt.",
                "Units that sent no data are never counted as having missed a target.",
            ),
            Self::Targets(count) => both(
                language,
                format!("{count} mục tiêu của Kế hoạch"),
                format!("{} of the plan", english(*count, "target", "targets")),
            ),
            Self::Legend(Group::Neutral) => both(language, "Chưa đến kỳ", "Not due yet"),
            Self::Legend(group) => group.say(language),
            Self::Segment(group, count) => {
                let (group, count) = (group.say(language), dates::number(language, *count));
                both(language, format!("{group}: {count}. Xem danh sách"), format!("{group}: {count}. Show the list"))
            }
            Self::MemberSegment(group, count) => member_segment(language, *group, *count),
            Self::Deadlines => both(language, "Việc cần làm trước", "What comes first"),
            Self::NoDeadline => both(language, "Không còn hạn nào trong năm này.", "No deadline is left this year."),
            Self::StillToAct(count) => still_to_act(language, *count),
            Self::Completeness => both(language, "Độ đầy đủ của số liệu", "Completeness of the data"),
            Self::NoRoster => both(
                language,
                "Loại đơn vị chỉ ghi “thấy trong tệp” là loại chưa có danh mục, nên chưa biết tổng số.",
                "Kinds that are only “seen in the files” have no roster: their total is not known.",
            ),
            Self::ToAgenda => both(language, "Xem lịch gợi ý", "Show the suggested calendar"),
            Self::ToSilentUnits => both(language, "Danh sách đơn vị chưa đủ dữ liệu", "Units without enough data"),
            Self::TileMonth(month) => both(language, format!("tháng {month}"), dates::month_name(*month)),
        }
    }
}

/// Members of a share are not judged one by one: those beyond the certain ones are just "not yet".
fn member_segment(language: Language, group: Group, count: u32) -> Text {
    let words = match group {
        Group::Good => both(language, "Đạt", "Certain"),
        Group::Unknown => both(language, "Cần xác nhận", "To be confirmed"),
        Group::Open | Group::Bad | Group::Neutral => both(language, "Chưa có", "Not yet"),
    };
    let count = dates::number(language, count);
    both(language, format!("{words}: {count}"), format!("{words}: {count}"))
}

fn lead(language: Language, as_of: NaiveDate, rows: u32, units: u32) -> Text {
    let (day, en_rows) = (dates::day(as_of), plurals::rows(rows));
    let rows = dates::number(language, rows);
    let (vi, en) = (counted(Language::Vi, None, units), counted(Language::En, None, units));
    both(
        language,
        format!("Tính đến hết ngày {day}, từ {rows} dòng của {vi}."),
        format!("As of the end of {day}, from {en_rows} of {en}."),
    )
}

fn still_to_act(language: Language, count: u32) -> Text {
    let (vi, en) = (counted(Language::Vi, None, count), counted(Language::En, None, count));
    match count {
        0 => both(language, "Không còn đơn vị nào phải làm thêm.", "No unit has anything left to do."),
        1 => both(language, format!("{vi} còn phải làm."), format!("{en} still has to act.")),
        _ => both(language, format!("{vi} còn phải làm."), format!("{en} still have to act.")),
    }
}

/// `131/143`; without a roster only `7 thấy trong tệp`.
impl Say for Completeness {
    fn say(&self, language: Language) -> Text {
        let with_data = dates::number(language, self.with_data);
        if self.has_roster {
            return format!("{with_data}/{}", dates::number(language, self.listed)).into();
        }
        both(language, format!("{with_data} thấy trong tệp"), format!("{with_data} seen in the files"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missed(count: u32, target: &str, period: Period) -> MissedPart {
        MissedPart::Units { count, kind: Some(UnitKind::Commune), target: target.into(), period: Some(period) }
    }

    fn headline(missed: Vec<MissedPart>, open: u32) -> Headline {
        Headline { scope: None, year: 2024, missed, open, unknown: 0, met: 0 }
    }

    #[test]
    fn targets_are_called_mt_in_vietnamese_and_t_in_english() {
        for (id, vi, en) in [
            ("T5", "MT5", "T5"),
            ("T2-share", "MT2", "T2"),
            ("X1", "X1", "X1"),
            ("R-half", "BC 6 tháng", "R-half"),
            ("R-own", "R-own", "R-own"),
        ] {
            assert_eq!(target_code(Language::Vi, id), vi);
            assert_eq!(target_code(Language::En, id), en);
        }
    }

    #[test]
    fn one_missed_quarter_is_told_without_the_target() {
        let one = headline(vec![missed(34, "T5", Period::Quarter(2024, 3))], 7);
        assert_eq!(one.say(Language::Vi), "Toàn tỉnh, năm 2024: 34 xã, phường chưa đạt quý III, 7 mục tiêu còn hạn");
        let itself = MissedPart::Itself { target: "T5".into(), period: Some(Period::Quarter(2024, 3)) };
        assert_eq!(
            headline(vec![itself], 7).say(Language::Vi),
            "Toàn tỉnh, năm 2024: chưa đạt MT5 quý III, 7 mục tiêu còn hạn"
        );
        assert_eq!(one.say(Language::En), "All units, 2024: 34 communes missed Q3, 7 targets still open");
    }

    #[test]
    fn three_missed_targets_are_two_named_and_one_counted() {
        let three = ["T1", "T5", "T6"].map(|target| missed(1, target, Period::Year(2024))).to_vec();
        assert_eq!(
            headline(three, 0).say(Language::Vi),
            "Toàn tỉnh, năm 2024: 1 xã, phường chưa đạt MT1, 1 xã, phường chưa đạt MT5, \
             1 mục tiêu khác có đơn vị chưa đạt"
        );
    }

    #[test]
    fn nothing_missed_never_says_so() {
        let open = Headline { unknown: 3, met: 1, ..headline(Vec::new(), 2) };
        for language in [Language::Vi, Language::En] {
            let text = open.say(language).to_lowercase();
            assert!(!text.contains("chưa đạt") && !text.contains("missed"), "{text}");
        }
    }

    #[test]
    fn units_without_a_roster_are_told_without_a_percentage() {
        let seen = UnitsResult {
            period: Some(Period::Quarter(2024, 3)),
            kind: Some(UnitKind::Hamlet),
            met: 5,
            of: 7,
            open: 2,
            missed: 0,
            unknown: 0,
            until: NaiveDate::from_ymd_opt(2024, 9, 30),
            of_all: OutOf::Seen,
        };
        let text = seen.say(Language::Vi);
        assert_eq!(
            text,
            "Quý III: 5/7 ấp, khu phố đạt; 2 còn hạn đến 30/09 (các đơn vị thấy trong tệp; chưa có danh mục)."
        );
        let listed = UnitsResult { of_all: OutOf::Roster, ..seen };
        assert!(listed.say(Language::En).contains("(71.4%)"));
    }

    #[test]
    fn a_deadline_says_its_year_where_the_period_does_not() {
        let day = NaiveDate::from_ymd_opt(2025, 6, 30).unwrap();
        for (period, text) in [
            (Some(Period::Half(2025, 1)), "30/06"),
            (Some(Period::Named(2024, "SY".into())), "30/06/2025"),
            (Some(Period::Range(2022, 2030)), "30/06/2025"),
            (Some(Period::Milestone("pilot-2025".into())), "30/06/2025"),
            (None, "30/06/2025"),
        ] {
            assert_eq!(by_day(period.as_ref(), day), text, "{period:?}");
        }
    }

    #[test]
    fn a_share_tells_what_is_missing() {
        let share = ShareResult {
            lo: 11,
            hi: 12,
            den: 18,
            percent: 70,
            missing: 2,
            by: NaiveDate::from_ymd_opt(2025, 12, 31).unwrap(),
        };
        assert_eq!(share.say(Language::Vi), "11/18 (61,1%), yêu cầu 70% đến 31/12/2025; cần thêm 2; 1 cần xác nhận.");
    }
}
