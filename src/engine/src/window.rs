//! The periods of a plan as days. It decides where windows begin and end; it knows no unit and no row.

use chrono::Datelike;
use domain::{Life, NaiveDate, Period, Span};
use plan::{CountRule, Phased, Plan, Repeat, Target};

/// One period of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) period: Period,
    /// The whole window.
    pub(crate) full: Span,
    /// Its days on which the rule is in force.
    pub(crate) in_plan: Span,
    /// How many are enough in it.
    pub(crate) at_least: u32,
}

impl Window {
    /// The days on which a unit with this life is judged.
    pub(crate) fn judged(&self, life: Life) -> Option<Span> {
        life.cut(self.in_plan)
    }
}

/// The windows of a count in which something is asked, in time order: those that share a day with the plan, the rule's
/// own life and one of its phases. Empty if the plan names no such window.
pub(crate) fn windows(plan: &Plan, target: &Target, rule: &CountRule) -> Vec<Window> {
    let in_force = Span::new(target.from.unwrap_or(plan.from), target.to.unwrap_or(plan.to));
    let (Some(days), Some(window)) = (in_force, plan.windows.get(&rule.window)) else {
        return Vec::new();
    };
    match (&window.repeat, &rule.parts.first.at_least) {
        // What is asked once is asked once in each phase.
        (Repeat::Once, Phased::Phases(phases)) => {
            let phases = phases.iter().filter_map(|phase| Span::new(phase.from, phase.to)?.intersect(days));
            phases.flat_map(|phase| windows_in(&window.repeat, phase, &rule.parts.first.at_least)).collect()
        }
        (repeat, at_least) => windows_in(repeat, days, at_least),
    }
}

/// The windows that share a day with `days`, but for those in a gap between phases.
fn windows_in(repeat: &Repeat, days: Span, at_least: &Phased) -> Vec<Window> {
    // A window that crosses the year end may have begun in the year before the plan's first.
    (days.from().year() - 1..=days.to().year())
        .flat_map(|year| of_year(repeat, year, days))
        .filter_map(|(period, full)| {
            let in_plan = full.intersect(days)?;
            Some(Window { period, full, in_plan, at_least: at_least.on(in_plan.from())? })
        })
        .collect()
}

fn of_year(repeat: &Repeat, year: i32, plan: Span) -> Vec<(Period, Span)> {
    match repeat {
        Repeat::Year => one(Period::Year(year), Span::year(year)),
        Repeat::Half => (1..=2).flat_map(|half| one(Period::Half(year, half), Span::half(year, half))).collect(),
        Repeat::Quarter => {
            (1..=4).flat_map(|quarter| one(Period::Quarter(year, quarter), Span::quarter(year, quarter))).collect()
        }
        Repeat::Month => (1..=12).flat_map(|month| one(Period::Month(year, month), Span::month(year, month))).collect(),
        Repeat::Yearly { suffix, from, to } => one(Period::Named(year, suffix.clone()), yearly(year, *from, *to)),
        Repeat::Once if year == plan.from().year() => one(Period::Range(year, plan.to().year()), Some(plan)),
        Repeat::Once => Vec::new(),
    }
}

fn one(period: Period, days: Option<Span>) -> Vec<(Period, Span)> {
    days.map(|days| (period, days)).into_iter().collect()
}

fn yearly(year: i32, from: (u32, u32), to: (u32, u32)) -> Option<Span> {
    let last_year = if to < from { year + 1 } else { year };
    Span::new(day_of_year(year, from)?, day_of_year(last_year, to)?)
}

/// Month and day in a year; 29 February is the 28th where there is none.
pub(crate) fn day_of_year(year: i32, (month, day): (u32, u32)) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
        .or_else(|| (month == 2 && day == 29).then(|| NaiveDate::from_ymd_opt(year, 2, 28)).flatten())
}
