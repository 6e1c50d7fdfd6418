//! The days on which one audience can act, and the plan's peaks laid out over the years.

use crate::{Holidays, Settings};
use chrono::{Datelike, NaiveDate};
use domain::{Arrange, Audience, DayOff, Peak, Span};

/// What speaks against an audience's acting on a day; `None` = it can.
pub fn day_off(audience: Audience, day: NaiveDate, holidays: &Holidays, settings: &Settings) -> Option<DayOff> {
    let residents = audience == Audience::Residents;
    let week = if residents { settings.resident_week } else { settings.office_week };
    let is_worked = !residents && holidays.is_worked(day);
    if let Some(off) = holidays.day_off(day, settings) {
        return Some(off);
    }
    if settings.blackouts.iter().any(|span| span.contains(day)) {
        return Some(DayOff::Blackout);
    }
    if !week.contains(day) && !is_worked {
        return Some(DayOff::Weekend);
    }
    let is_away = audience == Audience::School && settings.school_break.contains(day);
    is_away.then_some(DayOff::SchoolBreak)
}

/// A possible day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Workday {
    pub(crate) date: NaiveDate,
}

/// Consecutive possible days, as positions in [`Workdays`]; both included.
// INVARIANT: first <= last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Reach {
    pub(crate) last: usize,
    pub(crate) first: usize,
}

impl Reach {
    pub(crate) fn contains(self, position: usize) -> bool {
        self.first <= position && position <= self.last
    }

    pub(crate) fn len(self) -> usize {
        self.last - self.first + 1
    }

    pub(crate) fn middle(self) -> usize {
        self.first.midpoint(self.last)
    }

    /// The positions both share.
    pub(crate) fn intersect(self, other: Self) -> Option<Self> {
        let (first, last) = (self.first.max(other.first), self.last.min(other.last));
        (first <= last).then_some(Self { first, last })
    }

    /// The `number`-th (from 0) of `parts` equal parts; parts of a reach that is too short share its days.
    pub(crate) fn part(self, number: usize, parts: usize) -> Self {
        let at = |number: usize| self.first + number * self.len() / parts.max(1);
        let first = at(number).min(self.last);
        Self { first, last: at(number + 1).saturating_sub(1).clamp(first, self.last) }
    }
}

/// All possible days of one audience, in time order.
pub(crate) struct Workdays {
    days: Vec<Workday>,
}

impl Workdays {
    pub(crate) fn new(audience: Audience, span: Span, holidays: &Holidays, settings: &Settings) -> Self {
        let days = span.from().iter_days().take_while(|day| *day <= span.to());
        let days = days.filter(|day| day_off(audience, *day, holidays, settings).is_none());
        let days = days.map(|date| Workday { date });
        Self { days: days.collect() }
    }

    /// The possible days of `window`.
    pub(crate) fn reach(&self, window: Span) -> Option<Reach> {
        let first = self.days.partition_point(|day| day.date < window.from());
        let end = self.days.partition_point(|day| day.date <= window.to());
        (first < end).then(|| Reach { first, last: end - 1 })
    }

    pub(crate) fn get(&self, position: usize) -> Option<Workday> {
        self.days.get(position).copied()
    }

    pub(crate) fn dates(&self) -> impl Iterator<Item = NaiveDate> {
        self.days.iter().map(|day| day.date)
    }

    /// The last `count` possible days that are not after `date`.
    pub(crate) fn last_until(&self, date: NaiveDate, count: usize) -> impl Iterator<Item = NaiveDate> {
        let end = self.days.partition_point(|day| day.date <= date);
        self.days.iter().take(end).skip(end.saturating_sub(count)).map(|day| day.date)
    }
}

/// The plan's peaks, laid out over the years.
pub(crate) struct PeakDays {
    // INVARIANT: shorter spans first, so that a day inside a month names the day.
    spans: Vec<(Span, String)>,
}

impl PeakDays {
    pub(crate) fn new(peaks: &[Peak], span: Span) -> Self {
        let years = span.from().year() - 1..=span.to().year() + 1;
        let mut spans: Vec<_> = years
            .flat_map(|year| peaks.iter().filter_map(move |peak| Some((in_year(peak, year)?, peak.id.clone()))))
            .collect();
        spans.arrange_by_key(|(span, _)| (span.days(), span.from()));
        Self { spans }
    }

    /// The peak that `day` falls on.
    pub(crate) fn on(&self, day: NaiveDate) -> Option<&str> {
        self.spans.iter().find(|(span, _)| span.contains(day)).map(|(_, id)| id.as_str())
    }

    /// Days to the nearest peak; `None` if the plan names none.
    pub(crate) fn distance(&self, day: NaiveDate) -> Option<u64> {
        self.nearest(day).map(|(distance, _)| distance)
    }

    /// The nearest peak with the days between; of two as near, the shorter.
    pub(crate) fn nearest(&self, day: NaiveDate) -> Option<(u64, &str)> {
        self.spans.iter().map(|(span, id)| (distance(*span, day), id.as_str())).min_by_key(|(distance, _)| *distance)
    }
}

/// A peak that ends before it begins in the calendar ends in the next year.
fn in_year(peak: &Peak, year: i32) -> Option<Span> {
    let end_year = if peak.to < peak.from { year + 1 } else { year };
    Span::new(
        NaiveDate::from_ymd_opt(year, peak.from.0, peak.from.1)?,
        NaiveDate::from_ymd_opt(end_year, peak.to.0, peak.to.1)?,
    )
}

fn distance(span: Span, day: NaiveDate) -> u64 {
    let before = (span.from() - day).num_days();
    let after = (day - span.to()).num_days();
    before.max(after).max(0).unsigned_abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn peak(id: &str, from: (u32, u32), to: (u32, u32)) -> Peak {
        Peak { id: id.into(), label: domain::Bilingual::default(), from, to }
    }

    #[test]
    fn parts_cover_a_reach_without_gap_or_overlap() {
        for (len, parts) in [(10, 1), (10, 3), (10, 10), (11, 4), (64, 4)] {
            let reach = Reach { first: 5, last: 4 + len };
            let covered: Vec<usize> = (0..parts)
                .flat_map(|number| {
                    let part = reach.part(number, parts);
                    part.first..=part.last
                })
                .collect();
            assert_eq!(covered, (5..5 + len).collect::<Vec<_>>(), "{len} in {parts}");
        }
    }

    #[test]
    fn parts_of_a_short_reach_stay_inside_it() {
        let reach = Reach { first: 7, last: 8 };
        for number in 0..5 {
            let part = reach.part(number, 5);
            assert!(part.first <= part.last && reach.contains(part.first) && reach.contains(part.last));
        }
    }

    #[test]
    fn a_day_inside_a_longer_peak_names_the_shorter_one() {
        let peaks = [peak("dv-month", (6, 1), (6, 30)), peak("family-day", (6, 28), (6, 28))];
        let days = PeakDays::new(&peaks, Span::year(2024).unwrap());
        assert_eq!(days.on(day("2024-06-28")), Some("family-day"));
        assert_eq!(days.on(day("2024-06-27")), Some("dv-month"));
        assert_eq!(days.on(day("2024-07-01")), None);
    }

    #[test]
    fn a_peak_may_cross_the_year_end_and_29_february_may_be_missing() {
        let peaks = [peak("winter", (12, 20), (1, 5)), peak("leap", (2, 29), (2, 29))];
        let days = PeakDays::new(&peaks, Span::year(2025).unwrap());
        assert_eq!(days.on(day("2025-01-05")), Some("winter"));
        assert_eq!(days.on(day("2025-12-31")), Some("winter"));
        assert_eq!(days.distance(day("2025-01-08")), Some(3));
        assert_eq!(days.on(day("2025-02-28")), None);
    }

    #[test]
    fn schools_are_empty_in_summer_and_nobody_meets_at_the_weekend() {
        let span = Span::year(2024).unwrap();
        let days = |audience| Workdays::new(audience, span, &Holidays::default(), &Settings::default());
        let june = Span::month(2024, 6).unwrap();
        assert_eq!(days(Audience::School).reach(june), None);
        assert_eq!(days(Audience::Staff).reach(june).unwrap().len(), 20);
        assert_eq!(days(Audience::Staff).reach(Span::day(day("2024-06-01"))), None);
    }
}
