//! Decides what speaks against moving an item to a day. It knows no window's rule: the agenda says from when to when an
//! item would do.

use chrono::{Datelike, Weekday};
use domain::{AgendaItem, AgendaSlice, CalendarSettings, ItemKind, NaiveDate, UnitKind, Week};
use wording::agenda::Conflict;

/// The first thing that speaks against it, what makes the item useless before what is only unusual.
pub(super) fn clash(
    slice: &AgendaSlice,
    settings: &CalendarSettings,
    as_of: NaiveDate,
    item: &AgendaItem,
    day: NaiveDate,
) -> Option<Conflict> {
    let kind = item.unit.and_then(|unit| slice.units.iter().find(|line| line.unit == unit)).map(|line| line.kind);
    let off = || slice.days.iter().find(|line| line.date == day).map(|line| line.off.clone());
    let twice = || {
        let same_unit = |other: &&AgendaItem| other.unit == item.unit && other.key() != item.key();
        item.unit.is_some() && slice.agenda.items.iter().filter(same_unit).any(|other| other.date == day)
    };
    if day <= as_of {
        Some(Conflict::Past)
    } else if day > item.latest {
        Some(Conflict::TooLate(item.latest))
    } else if day < item.earliest {
        Some(Conflict::TooEarly(item.earliest))
    } else if let Some(off) = off() {
        Some(Conflict::Off(off))
    } else if !week(settings, item.kind, kind).contains(day) {
        Some(Conflict::Weekend)
    } else if item.kind != ItemKind::HandIn && kind == Some(UnitKind::School) && settings.school_break.contains(day) {
        Some(Conflict::SchoolBreak)
    } else {
        twice().then_some(Conflict::Twice)
    }
}

/// Reports are written by staff, whoever's they are.
fn week(settings: &CalendarSettings, item: ItemKind, kind: Option<UnitKind>) -> Week {
    if kind == Some(UnitKind::Hamlet) && item != ItemKind::HandIn {
        settings.resident_week
    } else {
        settings.office_week
    }
}

/// The days of a week, Monday first.
pub(super) const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// Is this weekday among those of the week?
pub(super) fn has_weekday(week: Week, weekday: Weekday) -> bool {
    // 1 January 2024 was a Monday.
    let day = NaiveDate::from_ymd_opt(2024, 1, 1 + weekday.num_days_from_monday());
    day.is_some_and(|day| day.weekday() == weekday && week.contains(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Agenda, Closes, DayLine, DayOff, DayReason, Life, Period, UnitIndex, UnitLine, UnitSource};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn item(number: u32, date: &str) -> AgendaItem {
        AgendaItem {
            date: day(date),
            unit: Some(UnitIndex(1)),
            kind: ItemKind::Activity(domain::ActivityKind::Event),
            tags: Vec::new(),
            number,
            closes: vec![Closes { target: "T1".into(), period: Period::Year(2024) }],
            earliest: day("2024-06-03"),
            latest: day("2024-12-30"),
            peak: None,
            reason: DayReason::OnlyDay,
            unmet: Vec::new(),
        }
    }

    fn slice(kind: UnitKind) -> AgendaSlice {
        let unit = UnitLine {
            unit: UnitIndex(1),
            id: "a".into(),
            name: "A".into(),
            parent: String::new(),
            kind,
            source: UnitSource::User,
            life: Life::default(),
        };
        AgendaSlice {
            agenda: Agenda { items: vec![item(1, "2024-11-20"), item(2, "2024-11-27")], ..Agenda::default() },
            units: vec![unit],
            days: vec![DayLine { date: day("2024-09-02"), off: DayOff::Holiday("Quốc khánh".into()) }],
            ..AgendaSlice::default()
        }
    }

    #[test]
    fn each_day_is_refused_for_its_own_reason() {
        let cases = [
            ("2024-05-31", Some(Conflict::Past)),
            ("2024-12-31", Some(Conflict::TooLate(day("2024-12-30")))),
            ("2024-06-01", Some(Conflict::TooEarly(day("2024-06-03")))),
            ("2024-09-02", Some(Conflict::Off(DayOff::Holiday("Quốc khánh".into())))),
            ("2024-11-23", Some(Conflict::Weekend)),
            ("2024-07-01", Some(Conflict::SchoolBreak)),
            ("2024-11-27", Some(Conflict::Twice)),
            ("2024-11-20", None),
            ("2024-11-21", None),
        ];
        for (text, expected) in cases {
            let slice = slice(UnitKind::School);
            let found =
                clash(&slice, &CalendarSettings::default(), day("2024-05-31"), &item(1, "2024-11-20"), day(text));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_week_has_the_days_it_was_given() {
        let week = Week::MONDAY_TO_FRIDAY.with(Weekday::Sat).without(Weekday::Wed);
        let days: Vec<bool> = WEEKDAYS.iter().map(|day| has_weekday(week, *day)).collect();
        assert_eq!(days, [true, true, false, true, true, true, false]);
    }
}
