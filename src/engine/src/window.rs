//! The periods of a plan as days. It decides where windows begin and end; it knows no unit and no row.

use chrono::Datelike;
use domain::{Life, NaiveDate, Period, Span};
use plan::{CountRule, Phase, Phased, Plan, Repeat, Target};

/// One period of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) period: Period,
    /// The whole window.
    pub(crate) full: Span,
    /// Its days on which the rule is in force.
    pub(crate) in_plan: Span,
}

impl Window {
    /// The days on which a unit with this life is judged.
    pub(crate) fn judged(&self, life: Life) -> Option<Span> {
        life.cut(self.in_plan)
    }
}

/// The windows of a count in which something is asked, in time order: those that share a day with the plan, the rule's
/// own life and a phase of one of its parts. Empty if the plan names no such window.
pub(crate) fn windows(plan: &Plan, target: &Target, rule: &CountRule) -> Vec<Window> {
    let Some(days) = in_force(plan, target) else { return Vec::new() };
    let spans = match plan.windows.get(&rule.window).map(|window| &window.repeat) {
        // What is asked once is asked once in each phase.
        Some(Repeat::Once) => phases(rule).map_or_else(|| vec![days], |phases| spans_of(phases, days)),
        _ => vec![days],
    };
    let windows = spans.into_iter().flat_map(|days| windows_in(plan, &rule.window, days));
    let asked =
        windows.filter(|window| rule.parts.iter().any(|part| part.at_least.on(window.in_plan.from()).is_some()));
    told_apart(&asked.collect::<Vec<_>>())
}

/// Phases that begin and end in the same years are named by their days.
fn told_apart(windows: &[Window]) -> Vec<Window> {
    let shares_name = |window: &Window| windows.iter().filter(|other| other.period == window.period).count() > 1;
    let name = |window: &Window| match shares_name(window) {
        true => Period::Milestone(window.in_plan.to_string()),
        false => window.period.clone(),
    };
    windows.iter().map(|window| Window { period: name(window), ..window.clone() }).collect()
}

/// The named windows that share a day with `days`; empty if the plan names no such window.
pub(crate) fn windows_in(plan: &Plan, name: &str, days: Span) -> Vec<Window> {
    let Some(window) = plan.windows.get(name) else { return Vec::new() };
    // A window that crosses the year end may have begun in the year before the plan's first.
    (days.from().year() - 1..=days.to().year())
        .flat_map(|year| of_year(&window.repeat, year, days))
        .filter_map(|(period, full)| Some(Window { period, full, in_plan: full.intersect(days)? }))
        .collect()
}

/// The first day on which the target is in force.
pub(crate) fn first_day(plan: &Plan, target: &Target) -> NaiveDate {
    target.from.unwrap_or(plan.from)
}

/// The days on which the target is in force.
pub(crate) fn in_force(plan: &Plan, target: &Target) -> Option<Span> {
    Span::new(first_day(plan, target), target.to.unwrap_or(plan.to))
}

/// The phases of the first part that has any.
fn phases(rule: &CountRule) -> Option<&[Phase]> {
    rule.parts.iter().find_map(|part| match &part.at_least {
        Phased::Phases(phases) => Some(phases.as_slice()),
        Phased::Always(_) => None,
    })
}

fn spans_of(phases: &[Phase], days: Span) -> Vec<Span> {
    phases.iter().filter_map(|phase| Span::new(phase.from, phase.to)?.intersect(days)).collect()
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
