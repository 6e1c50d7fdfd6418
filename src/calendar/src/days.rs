//! All days that are left, with what makes one better than another, and the blocks of days between which nothing tells.
//!
//! A day is a number from 0, the first day that is left. What a day costs is in points; only differences matter.

use crate::Settings;
use crate::workdays::{PeakDays, Reach, Workdays};
use chrono::{Datelike, NaiveDate};
use domain::Audience;
use domain::{PeakPreference, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A day, counted from the first that is left.
pub(crate) type Day = u32;

/// Being so near to a peak (days), it costs so much; further away [`FAR_FROM_PEAK`].
const NEAR_PEAK: [(u64, i64); 3] = [(0, 0), (3, 3), (7, 8)];
const FAR_FROM_PEAK: i64 = 12;
/// A day of the week that is possible and not liked.
const DISLIKED_WEEKDAY: i64 = 3;
/// A day that should be free for writing a report.
const BEFORE_REPORT: i64 = 16;
/// The edge of an item's part of its window, against the middle; each week further costs [`WEEK_OUTSIDE`].
const EDGE_OF_PART: i64 = 4;
const WEEK_OUTSIDE: i64 = 3;

/// What is known of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Traits {
    week: i64,
    dislike: i64,
    /// A bit for each audience that can meet.
    open_to: u8,
}

/// The days that are left.
pub(crate) struct Days {
    first: NaiveDate,
    traits: Vec<Traits>,
}

impl Days {
    pub(crate) fn new(
        open: Span,
        workdays: &BTreeMap<Audience, Workdays>,
        peaks: &PeakDays,
        reports: &BTreeSet<NaiveDate>,
        settings: &Settings,
    ) -> Self {
        let busy = before_reports(reports, workdays.get(&Audience::Staff), settings.days_free_before_reports);
        let traits = open.from().iter_days().take_while(|day| *day <= open.to()).map(|date| Traits {
            week: week(date),
            dislike: peak_cost(peaks.distance(date), settings.peaks)
                + if settings.liked_week.contains(date) { 0 } else { DISLIKED_WEEKDAY }
                + if busy.contains(&date) { BEFORE_REPORT } else { 0 },
            open_to: 0,
        });
        let mut days = Self { first: open.from(), traits: traits.collect() };
        for (audience, list) in workdays {
            days.open(*audience, list);
        }
        days
    }

    fn open(&mut self, audience: Audience, workdays: &Workdays) {
        for date in workdays.dates() {
            let day = self.day(date).map(|day| day as usize);
            if let Some(traits) = day.and_then(|day| self.traits.get_mut(day)) {
                traits.open_to |= bit(audience);
            }
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.traits.len()
    }

    pub(crate) fn date(&self, day: Day) -> NaiveDate {
        self.first + chrono::Days::new(u64::from(day))
    }

    pub(crate) fn day(&self, date: NaiveDate) -> Option<Day> {
        let day = u32::try_from((date - self.first).num_days()).ok()?;
        ((day as usize) < self.traits.len()).then_some(day)
    }

    pub(crate) fn is_open(&self, audience: Audience, day: Day) -> bool {
        self.traits.get(day as usize).is_some_and(|traits| traits.open_to & bit(audience) != 0)
    }

    /// Can anybody meet?
    pub(crate) fn is_anyones(&self, day: Day) -> bool {
        self.traits.get(day as usize).is_some_and(|traits| traits.open_to != 0)
    }

    /// What an item with this place in its window costs on `day`.
    pub(crate) fn cost(&self, day: Day, spread: Spread) -> i64 {
        self.traits.get(day as usize).map_or(0, |traits| traits.dislike + spread.cost(traits.week))
    }

    /// Days between which no item, no unit and no capacity tells a difference. `edges` are days on which some window
    /// begins or the day after one ends, `alone` those that are used already.
    pub(crate) fn blocks(&self, edges: &BTreeSet<Day>, alone: &BTreeSet<Day>) -> Vec<Vec<Day>> {
        let mut alike: BTreeMap<(usize, Traits, Option<Day>), Vec<Day>> = BTreeMap::new();
        let mut stretch = 0;
        for (day, traits) in (0..).zip(&self.traits) {
            stretch += usize::from(edges.contains(&day));
            if traits.open_to != 0 {
                let own = alone.contains(&day).then_some(day);
                alike.entry((stretch, *traits, own)).or_default().push(day);
            }
        }
        let mut blocks: Vec<Vec<Day>> = alike.into_values().collect();
        blocks.sort_unstable();
        blocks
    }
}

fn week(date: NaiveDate) -> i64 {
    // SOURCE: day 1 of chrono's count, 1 January of the year 1, is a Monday.
    i64::from((date.num_days_from_ce() - 1).div_euclid(7))
}

fn peak_cost(distance: Option<u64>, preference: PeakPreference) -> i64 {
    let (Some(distance), PeakPreference::Prefer) = (distance, preference) else { return 0 };
    NEAR_PEAK.iter().find(|(days, _)| distance <= *days).map_or(FAR_FROM_PEAK, |(_, cost)| *cost)
}

/// The last `count` working days on which something can still be handed in, for each report.
fn before_reports(reports: &BTreeSet<NaiveDate>, staff: Option<&Workdays>, count: u32) -> BTreeSet<NaiveDate> {
    let Some(staff) = staff else { return BTreeSet::new() };
    reports.iter().flat_map(|last| staff.last_until(*last, count as usize)).collect()
}

/// Which weeks suit an item, by its part of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spread {
    middle: i64,
    /// Weeks from the middle to the edge, at least 1.
    half: i64,
}

impl Spread {
    pub(crate) fn new(part: Reach, workdays: &Workdays) -> Self {
        let week_at = |position| workdays.get(position).map_or(0, |day| week(day.date));
        Self { middle: week_at(part.middle()), half: ((week_at(part.last) - week_at(part.first)) / 2).max(1) }
    }

    fn cost(self, week: i64) -> i64 {
        let away = (week - self.middle).abs();
        EDGE_OF_PART * away.min(self.half) / self.half + WEEK_OUTSIDE * (away - self.half).max(0)
    }
}

/// A bit of its own.
fn bit(audience: Audience) -> u8 {
    1 << audience as u8
}
