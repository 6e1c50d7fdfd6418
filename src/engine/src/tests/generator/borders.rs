//! Days on which something begins or ends.

use super::dice::Dice;
use chrono::Datelike;
use domain::{NaiveDate, Span};
use plan::{Measure, Phased, Plan};
use std::collections::BTreeSet;

#[derive(Clone, Debug)]
pub(crate) struct Borders(Vec<NaiveDate>);

/// Of every year: quarters, the Action Month, the school year, days duties name.
const YEARLY: [(u32, u32); 12] =
    [(1, 1), (3, 31), (4, 1), (6, 10), (6, 30), (9, 1), (10, 1), (11, 15), (12, 10), (12, 15), (12, 31), (12, 31)];

impl Borders {
    pub(super) fn of(plan: &Plan) -> Self {
        let mut days = BTreeSet::from([plan.from, plan.to]);
        for year in years(plan) {
            days.extend(YEARLY.iter().filter_map(|(month, day)| NaiveDate::from_ymd_opt(year, *month, *day)));
        }
        // The reform of the two tiers.
        days.extend(NaiveDate::from_ymd_opt(2025, 6, 30));
        for target in plan.targets.iter().filter(|target| target.enabled) {
            days.extend(target.from.into_iter().chain(target.to));
            days.extend(of_measure(&target.measure));
        }
        Self(days.into_iter().collect())
    }

    /// A day that weighs as much as a few others.
    pub(super) fn add(&mut self, day: NaiveDate) {
        self.0.extend([day, day, day]);
    }

    /// A border day, or one beside it; now and then any day near by.
    pub(super) fn day(&self, dice: &mut Dice) -> NaiveDate {
        let border = dice.pick(&self.0);
        let shift = if dice.chance(15) { dice.pick(&[-40, -17, -3, 2, 12, 45]) } else { dice.pick(&[-1, 0, 0, 1]) };
        border + chrono::Days::new(50) - chrono::Days::new(u64::try_from(50 - shift).unwrap())
    }

    /// Half of what happens in a case happens about three of its days.
    pub(super) fn gather(&mut self, dice: &mut Dice) {
        let (days, each) = ([self.day(dice), self.day(dice), self.day(dice)], self.0.len() / 3);
        self.0.extend(days.into_iter().flat_map(|day| std::iter::repeat_n(day, each)));
    }

    /// The as-of day: on a border, one beside it, long before or long after.
    pub(super) fn as_of(&self, dice: &mut Dice) -> NaiveDate {
        match dice.roll(12) {
            0 => *self.0.iter().min().unwrap() - chrono::Days::new(30),
            1 | 2 => *self.0.iter().max().unwrap() + chrono::Days::new(400),
            3..=7 => self.day(dice).max(self.day(dice)),
            _ => self.day(dice),
        }
    }

    /// A day, a month, a quarter, a half, a year or any other interval.
    pub(super) fn span(&self, dice: &mut Dice) -> Span {
        let day = self.day(dice);
        let (year, month) = (day.year(), day.month());
        let named = match dice.roll(16) {
            0 => Span::month(year, month),
            1 => Span::quarter(year, month.div_ceil(3)),
            2 => Span::half(year, month.div_ceil(6)),
            3 => Span::year(year),
            4 => Span::new(day, day + chrono::Days::new(dice.pick(&[1, 2, 9, 31, 120, 800]))),
            5 => Span::new(day - chrono::Days::new(dice.pick(&[1, 2, 20])), day),
            _ => None,
        };
        named.unwrap_or_else(|| Span::day(day))
    }
}

/// The years a plan speaks of; of a long plan those near the reform.
fn years(plan: &Plan) -> std::ops::RangeInclusive<i32> {
    plan.from.year().max(2023)..=plan.to.year().min(2026)
}

fn of_measure(measure: &Measure) -> Vec<NaiveDate> {
    match measure {
        Measure::Count(rule) => rule
            .parts
            .iter()
            .flat_map(|part| of_phases(&part.at_least))
            .chain(rule.aggregate.iter().flat_map(|aggregate| of_phases(&aggregate.at_least_percent)))
            .collect(),
        Measure::Adoption { milestones } | Measure::Conventions { milestones, .. } => {
            milestones.iter().map(|milestone| milestone.by).collect()
        }
        Measure::Survey(_) | Measure::Tick { .. } => Vec::new(),
    }
}

fn of_phases(number: &Phased) -> Vec<NaiveDate> {
    match number {
        Phased::Always(_) => Vec::new(),
        Phased::Phases(phases) => phases.iter().flat_map(|phase| [phase.from, phase.to]).collect(),
    }
}
