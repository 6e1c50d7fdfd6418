//! Days on which nobody works: read from `rules/holidays-2022-2030.csv`, never computed from the moon here.
//!
//! SOURCE: Labour Code 2019 (45/2019/QH14), art. 112: the holidays, five days of Tết and a day next to 2 September, both
//! chosen each year by the Prime Minister; art. 111(3): a holiday on a weekly rest day is made up for on the next working
//! day. Where the yearly choice is open, every day it may fall on is kept free: the days of Tết through
//! [`crate::TetBreak`], both neighbours of 2 September here.

use crate::{Settings, UncertainHolidays, Week};
use chrono::NaiveDate;
use domain::{Arrange, DayOff};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Known holidays with the days that follow from them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holidays {
    named: BTreeMap<NaiveDate, String>,
    off: BTreeSet<NaiveDate>,
    uncertain: BTreeSet<NaiveDate>,
    /// Days of a weekend that are worked in exchange for a day off.
    worked: BTreeSet<NaiveDate>,
    // INVARIANT: sorted; the first day of each lunar year.
    new_years: Vec<NaiveDate>,
}

/// A line that cannot be a holiday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayError {
    /// 1-based line of the file.
    pub line: usize,
    /// What is wrong with it.
    pub problem: HolidayProblem,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HolidayProblem {
    /// The first line is not `date,kind,name,basis,note`.
    Header,
    /// Not five fields, or quotes (the file needs none).
    Fields,
    /// Not a day.
    Date(String),
    /// No kind that is known here.
    Kind(String),
}

impl fmt::Display for HolidayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        match &self.problem {
            HolidayProblem::Header => write!(f, "expected the header `{HEADER}`"),
            HolidayProblem::Fields => write!(f, "expected five fields without quotes"),
            HolidayProblem::Date(text) => write!(f, "`{text}` is not a date such as `2024-09-02`"),
            HolidayProblem::Kind(text) => write!(f, "unknown kind of holiday `{text}`"),
        }
    }
}

impl std::error::Error for HolidayError {}

const HEADER: &str = "date,kind,name,basis,note";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Day,
    Tet,
    TetFirst,
    NationalDay,
    Uncertain,
    SwapOff,
    SwapWork,
}

impl Kind {
    fn from_code(code: &str) -> Option<Self> {
        match code {
            "day" => Some(Self::Day),
            "tet" => Some(Self::Tet),
            "tet_first" => Some(Self::TetFirst),
            "national_day" => Some(Self::NationalDay),
            "uncertain" => Some(Self::Uncertain),
            "swap_off" => Some(Self::SwapOff),
            "swap_work" => Some(Self::SwapWork),
            _ => None,
        }
    }

    /// The makeup days of Tết lie inside its break; a day that is not law yet has none.
    fn is_made_up(self) -> bool {
        matches!(self, Self::Day | Self::NationalDay)
    }
}

impl Holidays {
    /// Reads the table of holidays.
    pub fn parse(csv: &str) -> Result<Self, HolidayError> {
        let mut lines = csv.lines().enumerate();
        if lines.next().is_none_or(|(_, header)| header.trim_end() != HEADER) {
            return Err(HolidayError { line: 1, problem: HolidayProblem::Header });
        }
        let rows = lines
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(index, line)| parse_line(line).map_err(|problem| HolidayError { line: index + 1, problem }))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self::from_rows(rows))
    }

    fn from_rows(mut rows: Vec<(NaiveDate, Kind, &str)>) -> Self {
        rows.arrange_by_key(|(date, ..)| *date);
        let mut holidays = Self::default();
        for (date, kind, name) in &rows {
            holidays.add(*date, *kind, name);
        }
        for (date, ..) in rows.iter().filter(|(_, kind, _)| *kind == Kind::NationalDay) {
            holidays.off.extend(date.pred_opt().into_iter().chain(date.succ_opt()));
        }
        for (date, ..) in rows.iter().filter(|(_, kind, _)| kind.is_made_up()) {
            holidays.make_up_for(*date);
        }
        holidays
    }

    fn add(&mut self, date: NaiveDate, kind: Kind, name: &str) {
        self.named.insert(date, name.to_owned());
        match kind {
            Kind::Uncertain => drop(self.uncertain.insert(date)),
            Kind::TetFirst => {
                self.off.insert(date);
                self.new_years.push(date);
            }
            Kind::Day | Kind::Tet | Kind::NationalDay | Kind::SwapOff => drop(self.off.insert(date)),
            Kind::SwapWork => drop(self.worked.insert(date)),
        }
    }

    fn make_up_for(&mut self, date: NaiveDate) {
        if Week::MONDAY_TO_FRIDAY.contains(date) {
            return;
        }
        let next = date.iter_days().find(|day| Week::MONDAY_TO_FRIDAY.contains(*day) && !self.off.contains(day));
        self.off.extend(next);
    }

    /// The holiday's name, if `day` is one of the table (also one that is not law yet).
    pub fn name(&self, day: NaiveDate) -> Option<&str> {
        self.named.get(&day).map(String::as_str)
    }

    /// Is `day`, of a weekend, worked in exchange for a day off?
    pub fn is_worked(&self, day: NaiveDate) -> bool {
        self.worked.contains(&day)
    }

    /// The holiday or break that `day` is in.
    pub(crate) fn day_off(&self, day: NaiveDate, settings: &Settings) -> Option<DayOff> {
        let is_tet = self.is_in_tet_break(day, settings);
        let name = || self.name(day).unwrap_or_default().to_owned();
        self.is_off(day, settings).then(|| if is_tet { DayOff::Tet } else { DayOff::Holiday(name()) })
    }

    fn is_in_tet_break(&self, day: NaiveDate, settings: &Settings) -> bool {
        self.new_years.iter().any(|first| settings.tet.contains(*first, day))
    }

    /// Is `day` a holiday, a day made up for one, or in the break around Tết? Weekends are not asked here.
    pub fn is_off(&self, day: NaiveDate, settings: &Settings) -> bool {
        self.off.contains(&day)
            || (settings.uncertain == UncertainHolidays::Off && self.uncertain.contains(&day))
            || self.is_in_tet_break(day, settings)
    }
}

fn parse_line(line: &str) -> Result<(NaiveDate, Kind, &str), HolidayProblem> {
    let mut fields = line.split(',');
    let (Some(date), Some(kind), Some(name), Some(_), Some(_), None) =
        (fields.next(), fields.next(), fields.next(), fields.next(), fields.next(), fields.next())
    else {
        return Err(HolidayProblem::Fields);
    };
    if line.contains('"') {
        return Err(HolidayProblem::Fields);
    }
    let day = date.parse().map_err(|_| HolidayProblem::Date(date.to_owned()))?;
    let kind = Kind::from_code(kind).ok_or_else(|| HolidayProblem::Kind(kind.to_owned()))?;
    Ok((day, kind, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> Holidays {
        Holidays::parse(include_str!("../../../rules/holidays-2022-2030.csv")).unwrap()
    }

    fn is_off(day: &str) -> bool {
        shipped().is_off(day.parse().unwrap(), &Settings::default())
    }

    #[test]
    fn every_working_day_the_government_gave_off_is_off() {
        // The days announced for Tết 2022–2026, for 30/4–1/5 2023 (Hùng Kings' day on a Saturday) and for 2/9.
        let announced = [
            ("2022-01-31", "2022-02-04"),
            ("2023-01-20", "2023-01-26"),
            ("2024-02-08", "2024-02-14"),
            ("2025-01-27", "2025-01-31"),
            ("2026-02-16", "2026-02-20"),
            ("2023-05-01", "2023-05-03"),
            ("2022-09-01", "2022-09-02"),
            ("2023-09-01", "2023-09-04"),
            ("2024-09-02", "2024-09-03"),
            ("2025-09-01", "2025-09-02"),
        ];
        for (from, to) in announced {
            let last: NaiveDate = to.parse().unwrap();
            let days = from.parse::<NaiveDate>().unwrap().iter_days().take_while(|day| *day <= last);
            for day in days.filter(|day| Week::MONDAY_TO_FRIDAY.contains(*day)) {
                assert!(is_off(&day.to_string()), "{day}");
            }
        }
    }

    #[test]
    fn a_holiday_on_a_weekend_is_made_up_for_on_the_next_free_working_day() {
        // 1/1/2022 was a Saturday: 3/1 was off. 1/1/2023 was a Sunday: 2/1 was off.
        // 2/9/2029 is a Sunday: 3/9 is its neighbour, so 4/9 makes up for it.
        for (day, off) in [
            ("2022-01-03", true),
            ("2022-01-04", false),
            ("2023-01-02", true),
            ("2023-05-04", false),
            ("2029-09-04", true),
        ] {
            assert_eq!(is_off(day), off, "{day}");
        }
    }

    #[test]
    fn the_day_that_is_not_law_yet_is_a_working_day_unless_the_user_says_otherwise() {
        let day: NaiveDate = "2026-11-24".parse().unwrap();
        let off = Settings { uncertain: UncertainHolidays::Off, ..Settings::default() };
        assert!(!shipped().is_off(day, &Settings::default()));
        assert!(shipped().is_off(day, &off));
        assert_eq!(shipped().name(day), Some("Ngày Văn hóa Việt Nam"));
    }

    #[test]
    fn every_year_of_the_table_has_one_new_year_and_eleven_holidays() {
        let shipped = shipped();
        assert_eq!(shipped.new_years.len(), 9);
        // Five days that may become law, four exchanged days off and the weekend days worked for them.
        assert_eq!(shipped.named.len(), 9 * 11 + 5 + 4 * 2);
    }

    #[test]
    fn a_day_exchanged_by_the_government_is_off_and_the_weekend_day_for_it_is_worked() {
        use crate::workdays::Workdays;
        use domain::Audience;
        use domain::Span;
        let (shipped, settings) = (shipped(), Settings::default());
        for (off, worked) in [("2024-04-29", "2024-05-04"), ("2025-05-02", "2025-04-26")] {
            let (off, worked): (NaiveDate, NaiveDate) = (off.parse().unwrap(), worked.parse().unwrap());
            assert!(shipped.is_off(off, &settings) && shipped.is_worked(worked));
            let can = |audience, day: NaiveDate| {
                Workdays::new(audience, Span::day(day), &shipped, &settings).dates().next().is_some()
            };
            assert!(!can(Audience::Staff, off) && can(Audience::Staff, worked));
            assert!(!can(Audience::Residents, worked), "residents have their weekend");
        }
    }

    #[test]
    fn a_bad_line_is_named() {
        let cases = [
            ("date,name\n", 1, HolidayProblem::Header),
            ("", 1, HolidayProblem::Header),
            ("date,kind,name,basis,note\n2024-01-01,day,Tết\n", 2, HolidayProblem::Fields),
            ("date,kind,name,basis,note\n2024-01-01,day,\"Tết\",x,\n", 2, HolidayProblem::Fields),
            ("date,kind,name,basis,note\n\n2024-02-30,day,Tết,x,\n", 3, HolidayProblem::Date("2024-02-30".into())),
            ("date,kind,name,basis,note\n2024-01-01,fête,Tết,x,\n", 2, HolidayProblem::Kind("fête".into())),
        ];
        for (csv, line, problem) in cases {
            assert_eq!(Holidays::parse(csv), Err(HolidayError { line, problem }), "{csv}");
        }
    }
}
