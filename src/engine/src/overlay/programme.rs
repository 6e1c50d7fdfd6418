//! Programmes: one activity for each addressed unit on the last day of each month, quarter, half or year.

use super::activity;
use chrono::Datelike;
use domain::{Activity, Every, NaiveDate, Programme, Roster, Span, Unit, UnitIndex};

/// The activities of a programme, by day and then by unit number.
pub(super) fn activities(roster: &Roster, programme: &Programme) -> Vec<Activity> {
    let days = days(programme.every, programme.days);
    let held_on = |day: NaiveDate| {
        let units = roster.iter().filter(move |(index, unit)| takes_part(roster, programme, *index, unit, day));
        units.map(move |(index, _)| activity(index, programme.kind, Span::day(day), programme.count, &programme.tags))
    };
    days.into_iter().flat_map(held_on).collect()
}

fn takes_part(roster: &Roster, programme: &Programme, index: UnitIndex, unit: &Unit, day: NaiveDate) -> bool {
    programme.kinds.contains(&unit.kind)
        && unit.life().contains(day)
        && programme.under.is_none_or(|node| roster.is_under(index, node, day))
}

/// The last days of periods that lie within `within`, in time order.
fn days(every: Every, within: Span) -> Vec<NaiveDate> {
    let years = within.from().year()..=within.to().year();
    let last_days = years.flat_map(|year| periods(every, year)).map(Span::to);
    last_days.filter(|day| within.contains(*day)).collect()
}

fn periods(every: Every, year: i32) -> Vec<Span> {
    match every {
        Every::Month => (1..=12).filter_map(|month| Span::month(year, month)).collect(),
        Every::Quarter => (1..=4).filter_map(|quarter| Span::quarter(year, quarter)).collect(),
        Every::Half => (1..=2).filter_map(|half| Span::half(year, half)).collect(),
        Every::Year => Span::year(year).into_iter().collect(),
    }
}
