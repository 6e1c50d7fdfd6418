//! The numbers of a plan's rules as knobs: where each is written, how it is set, and how it is turned.

use super::walk;
use domain::NaiveDate;
use plan::{Measure, Phased, Plan};
use std::fmt;

/// A number of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Knob {
    /// Where it is written, as the steps of a path.
    pub(super) place: Vec<String>,
    /// What the file says.
    pub(super) setting: Setting,
}

/// What a knob is set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// From 1 up.
    Count(u32),
    /// People, which the file writes as a percentage of a population.
    People(u32),
    /// From 1 to 100.
    Percent(u32),
    /// Tenths, from 0 up.
    Tenths(u32),
    /// A base year.
    Year(i32),
    /// A day by which something is due.
    Day(NaiveDate),
    /// The first or last day of a rule or of a phase.
    Bound(NaiveDate),
    /// Month and day of every year.
    MonthDay((u32, u32)),
}

/// A knob turned by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Less,
    More,
}

/// Every number of the plan's rules, in the order of windows, targets, duties.
pub(super) fn knobs(plan: &Plan) -> Vec<Knob> {
    let mut knobs = Vec::new();
    walk::walk(&mut plan.clone(), &mut |place, setting| {
        knobs.push(Knob { place: place.to_vec(), setting });
        setting
    });
    knobs
}

impl Knob {
    /// Turns it from what the file says. `false` where the plan has no such number, or a reading has put another.
    pub(super) fn turn(&self, plan: &mut Plan, turned: Setting) -> bool {
        self.set(plan, self.setting, turned)
    }

    /// Undoes [`turn`](Self::turn).
    pub(super) fn turn_back(&self, plan: &mut Plan, turned: Setting) {
        self.set(plan, turned, self.setting);
    }

    /// Does it say on which days something is asked?
    pub(super) fn is_bound(&self) -> bool {
        matches!(self.setting, Setting::Bound(_))
    }

    fn set(&self, plan: &mut Plan, from: Setting, to: Setting) -> bool {
        let mut is_set = false;
        walk::walk(plan, &mut |place, setting| {
            if place != self.place || setting != from {
                return setting;
            }
            is_set = true;
            to
        });
        is_set
    }
}

impl Setting {
    /// One less or one more, if the language can say it.
    pub(super) fn stepped(self, step: Step) -> Option<Self> {
        match self {
            Self::Count(number) => number_beside(number, step).filter(|number| *number > 0).map(Self::Count),
            Self::People(number) => number_beside(number, step).filter(|number| *number > 0).map(Self::People),
            Self::Percent(number) => {
                number_beside(number, step).filter(|number| (1..=100).contains(number)).map(Self::Percent)
            }
            Self::Tenths(number) => number_beside(number, step).map(Self::Tenths),
            Self::Year(year) => year.checked_add(if step == Step::Less { -1 } else { 1 }).map(Self::Year),
            Self::Day(day) => day_beside(day, step).map(Self::Day),
            Self::Bound(day) => day_beside(day, step).map(Self::Bound),
            Self::MonthDay(day) => month_day_beside(day, step).map(Self::MonthDay),
        }
    }
}

fn number_beside(number: u32, step: Step) -> Option<u32> {
    match step {
        Step::Less => number.checked_sub(1),
        Step::More => number.checked_add(1),
    }
}

fn day_beside(day: NaiveDate, step: Step) -> Option<NaiveDate> {
    match step {
        Step::Less => day.pred_opt(),
        Step::More => day.succ_opt(),
    }
}

/// In a year without 29 February, which the language does not let anybody write.
fn month_day_beside((month, day): (u32, u32), step: Step) -> Option<(u32, u32)> {
    use chrono::Datelike;
    let common_year = 2023;
    let beside = day_beside(NaiveDate::from_ymd_opt(common_year, month, day)?, step)?;
    Some((beside.month(), beside.day()))
}

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(number) | Self::Percent(number) => write!(f, "{number}"),
            Self::People(number) => write!(f, "{number} people"),
            Self::Tenths(tenths) if tenths % 10 == 0 => write!(f, "{}", tenths / 10),
            Self::Tenths(tenths) => write!(f, "{}.{}", tenths / 10, tenths % 10),
            Self::Year(year) => write!(f, "{year}"),
            Self::Day(day) | Self::Bound(day) => write!(f, "{day}"),
            Self::MonthDay((month, day)) => write!(f, "{month:02}-{day:02}"),
        }
    }
}

/// Could a file say this? Rules and phases end after they begin, and phases do not overlap.
pub(super) fn is_sound(plan: &Plan) -> bool {
    plan.targets.iter().all(|target| {
        let in_order = target.from.unwrap_or(plan.from) <= target.to.unwrap_or(plan.to);
        in_order && numbers(&target.measure).into_iter().all(are_in_order)
    })
}

fn numbers(measure: &Measure) -> Vec<&Phased> {
    let Measure::Count(rule) = measure else { return Vec::new() };
    let aggregate = rule.aggregate.iter().map(|aggregate| &aggregate.at_least_percent);
    rule.parts.iter().map(|part| &part.at_least).chain(aggregate).collect()
}

fn are_in_order(phased: &Phased) -> bool {
    let Phased::Phases(phases) = phased else { return true };
    let apart = phases.windows(2).all(|pair| matches!(pair, [before, after] if before.to < after.from));
    apart && phases.iter().all(|phase| phase.from <= phase.to)
}
