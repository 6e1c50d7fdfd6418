//! What became of one target, in a sentence behind the mark.

use super::{by_day, capital, counted};
use crate::{Say, Text, both, dates};
use domain::{Language, NaiveDate, Period, UnitKind};

/// What became of one target, in a sentence behind the mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetResult {
    /// Units were judged.
    Units(UnitsResult),
    /// The period has not begun.
    NotYetDue {
        /// Its first day.
        from: Option<NaiveDate>,
    },
    /// A share was judged.
    Share(ShareResult),
    /// There is no register of the kind.
    NoRegister,
    /// Nobody listed the units it addresses.
    NoRoster,
    /// Nobody here is addressed.
    Nobody,
}

/// Units in each group, for one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitsResult {
    /// The period.
    pub period: Option<Period>,
    /// Their kind, if they are of one.
    pub kind: Option<UnitKind>,
    /// Units that met it.
    pub met: u32,
    /// Units it applies to.
    pub of: u32,
    /// Units with time left.
    pub open: u32,
    /// Units that missed it.
    pub missed: u32,
    /// Units the data cannot decide.
    pub unknown: u32,
    /// The last day of the period.
    pub until: Option<NaiveDate>,
    /// What the number of units is out of.
    pub of_all: OutOf,
}

/// What a number of units is out of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutOf {
    /// Of all units that a roster lists.
    Roster,
    /// Of those seen in the data: no percentage of all can be said.
    Seen,
}

/// A share, and how far it is from the threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShareResult {
    /// Certain members.
    pub lo: u32,
    /// Certain and possible members.
    pub hi: u32,
    /// All members.
    pub den: u32,
    /// Percent required.
    pub percent: u32,
    /// Members missing for certain.
    pub missing: u32,
    /// The last day.
    pub by: NaiveDate,
}

impl Say for TargetResult {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Units(units) => units.say(language),
            Self::NotYetDue { from: Some(from) } => {
                let from = dates::day(*from);
                both(language, format!("Bắt đầu ngày {from}."), format!("Begins on {from}."))
            }
            Self::NotYetDue { from: None } => both(language, "Kỳ này chưa bắt đầu.", "The period has not begun."),
            Self::Share(share) => share.say(language),
            Self::NoRegister => both(
                language,
                "Tệp chưa có danh sách để tính tỷ lệ này.",
                "The files hold no register to compute this share from.",
            ),
            Self::NoRoster => both(
                language,
                "Chưa có danh mục các đơn vị thuộc mục tiêu này; thả thêm danh mục để tính.",
                "The units it addresses are in no roster yet; drop a list of them to have it judged.",
            ),
            Self::Nobody => both(
                language,
                "Không có đơn vị nào trong phạm vi thuộc mục tiêu này.",
                "No unit in this scope is addressed by this target.",
            ),
        }
    }
}

impl Say for UnitsResult {
    fn say(&self, language: Language) -> Text {
        let rest = [self.missed_words(language), self.open_words(language), self.unknown_words(language)];
        let rest: String = rest.into_iter().flatten().map(|words| format!("; {words}")).collect();
        let seen = match self.of_all {
            OutOf::Roster => Text::default(),
            OutOf::Seen => both(
                language,
                " (các đơn vị thấy trong tệp; chưa có danh mục)",
                " (units seen in the files; no roster)",
            ),
        };
        format!("{}{rest}{seen}.", self.met_words(language)).into()
    }
}

impl UnitsResult {
    /// `Quý III: 97/143 xã, phường đạt (67,8%)`, without the percentage if nobody knows of how many.
    fn met_words(&self, language: Language) -> String {
        let (met, of) = (dates::number(language, self.met), counted(language, self.kind, self.of));
        let share = match self.of_all {
            OutOf::Roster if self.of > 0 => format!(" ({})", dates::percent(language, self.met, self.of)),
            _ => String::new(),
        };
        // The headline has said the year already.
        let period = self.period.as_ref().filter(|period| !matches!(period, Period::Year(_)));
        let period = period.map(|period| dates::period_short(language, period));
        let period = period.map(|text| format!("{}: ", capital(&text))).unwrap_or_default();
        both(language, format!("{period}{met}/{of} đạt{share}"), format!("{period}{met}/{of} met{share}")).into_owned()
    }

    fn missed_words(&self, language: Language) -> Option<Text> {
        let count = dates::number(language, self.missed);
        (self.missed > 0).then(|| both(language, format!("{count} chưa đạt"), format!("{count} not met")))
    }

    fn open_words(&self, language: Language) -> Option<Text> {
        let count = dates::number(language, self.open);
        let until = self.until.map(|day| by_day(self.period.as_ref(), day));
        let vi = until.as_ref().map_or_else(String::new, |day| format!(" đến {day}"));
        let en = until.as_ref().map_or_else(String::new, |day| format!(" until {day}"));
        (self.open > 0).then(|| both(language, format!("{count} còn hạn{vi}"), format!("{count} still open{en}")))
    }

    fn unknown_words(&self, language: Language) -> Option<Text> {
        let count = dates::number(language, self.unknown);
        let vi = format!("{count} chưa đủ dữ liệu");
        (self.unknown > 0).then(|| both(language, vi, format!("{count} without enough data")))
    }
}

impl Say for ShareResult {
    fn say(&self, language: Language) -> Text {
        let Self { lo, hi, den, percent, missing, by } = *self;
        let share = format!("{lo}/{den} ({})", dates::percent(language, lo, den));
        let by = dates::day(by);
        let unsure = hi.saturating_sub(lo);
        let maybe = both(language, format!("; {unsure} cần xác nhận"), format!("; {unsure} to be confirmed"));
        let maybe = if unsure > 0 { maybe } else { Text::default() };
        let more = if missing > 0 {
            both(language, format!("; cần thêm {missing}"), format!("; {missing} more needed"))
        } else {
            Text::default()
        };
        both(
            language,
            format!("{share}, yêu cầu {percent}% đến {by}{more}{maybe}."),
            format!("{share}, {percent}% required by {by}{more}{maybe}."),
        )
    }
}
