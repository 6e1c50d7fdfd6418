//! Decides what speaks against moving an item to a day. It knows neither rules of windows nor of days off: the agenda says
//! from when to when an item would do, and who cannot act on which day.

use chrono::{Datelike, Weekday};
use domain::{AgendaItem, AgendaSlice, Audience, NaiveDate, Week};
use wording::agenda::Conflict;

/// The first thing that speaks against it, what makes the item useless before what is only unusual.
pub(super) fn clash(slice: &AgendaSlice, as_of: NaiveDate, item: &AgendaItem, day: NaiveDate) -> Option<Conflict> {
    let line = item.unit.and_then(|unit| slice.units.iter().find(|line| line.unit == unit));
    let audience = line.map_or(Audience::Staff, |line| Audience::of_item(item.kind, line.kind));
    let off = || slice.days.iter().find(|line| line.date == day)?.off.get(&audience).cloned();
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
    } else {
        off().map(Conflict::Off).or_else(|| twice().then_some(Conflict::Twice))
    }
}

/// Would the item fail to close its gaps on that day?
pub(super) fn is_useless(conflict: &Conflict) -> bool {
    matches!(conflict, Conflict::Past | Conflict::TooLate(_) | Conflict::TooEarly(_))
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
    use domain::{
        Agenda, Closes, DayLine, DayOff, DayReason, ItemKind, Life, Period, UnitIndex, UnitKind, UnitLine, UnitSource,
    };

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

    fn line(date: &str, off: &[(Audience, DayOff)]) -> DayLine {
        DayLine { date: day(date), off: off.iter().cloned().collect() }
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
            days: vec![
                line("2024-09-02", &[(Audience::School, DayOff::Holiday("Quốc khánh".into()))]),
                line("2024-11-23", &[(Audience::School, DayOff::Weekend)]),
                line("2024-07-01", &[(Audience::School, DayOff::SchoolBreak)]),
                line("2024-11-21", &[(Audience::Residents, DayOff::Weekend)]),
            ],
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
            ("2024-11-23", Some(Conflict::Off(DayOff::Weekend))),
            ("2024-07-01", Some(Conflict::Off(DayOff::SchoolBreak))),
            ("2024-11-27", Some(Conflict::Twice)),
            ("2024-11-20", None),
            ("2024-11-21", None),
        ];
        for (text, expected) in cases {
            let slice = slice(UnitKind::School);
            let found = clash(&slice, day("2024-05-31"), &item(1, "2024-11-20"), day(text));
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
