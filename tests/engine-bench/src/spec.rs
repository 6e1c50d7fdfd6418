//! The rules of the count targets as plain numbers, for peers that know no rule language.

use domain::{ActivityKind, NaiveDate, Span, UnitKind};
use plan::{CountScope, Measure, Plan, Repeat, Target, Untagged};
use serde_json::{Value, json};

/// `{ asOf, days, targets: [{ id, k, units, counts, othersPossible, subtree, windows: [[a, b]] }] }`; days count from the
/// plan's first.
pub(crate) fn spec(plan: &Plan, as_of: NaiveDate) -> Value {
    let targets: Vec<Value> = plan.targets.iter().filter_map(|target| of_target(plan, target)).collect();
    json!({ "asOf": number(plan, as_of), "days": number(plan, as_of) + 1, "targets": targets })
}

/// Is it one of the targets that the peers judge?
pub(crate) fn is_counted(plan: &Plan, target: &str) -> bool {
    plan.target(target).is_some_and(|target| matches!(target.measure, Measure::Count(_)))
}

/// The kind's place in `UnitKind::ALL`.
pub(crate) fn code_of_unit(kind: UnitKind) -> u8 {
    place(&UnitKind::ALL, &kind)
}

fn of_target(plan: &Plan, target: &Target) -> Option<Value> {
    let Measure::Count(rule) = &target.measure else { return None };
    let part = rule.parts.single().filter(|_| target.enabled)?;
    let windows = windows(plan, &plan.windows.get(&rule.window)?.repeat);
    Some(json!({
        "id": target.id,
        "k": part.at_least.on(plan.from)?,
        "units": target.who.kinds.iter().map(|kind| code_of_unit(*kind)).collect::<Vec<_>>(),
        "counts": part.count.iter().map(|kind| place(&ActivityKind::ALL, kind)).collect::<Vec<_>>(),
        "othersPossible": part.untagged == Untagged::Possible,
        "subtree": part.scope == CountScope::Subtree,
        "windows": windows.iter().map(|days| [number(plan, days.from()), number(plan, days.to())]).collect::<Vec<_>>(),
    }))
}

fn windows(plan: &Plan, repeat: &Repeat) -> Vec<Span> {
    let years = |day: NaiveDate| day.to_string().get(..4).and_then(|year| year.parse::<i32>().ok()).unwrap_or_default();
    let in_year = |year: i32| -> Vec<Option<Span>> {
        match repeat {
            Repeat::Quarter => (1..=4).map(|quarter| Span::quarter(year, quarter)).collect(),
            Repeat::Yearly { from, to, .. } => vec![Span::new(day(year, *from), day(year, *to))],
            Repeat::Once if year == years(plan.from) => vec![Span::new(plan.from, plan.to)],
            Repeat::Once => Vec::new(),
            _ => vec![Span::year(year)],
        }
    };
    (years(plan.from)..=years(plan.to)).flat_map(in_year).flatten().collect()
}

fn day(year: i32, (month, day): (u32, u32)) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

fn number(plan: &Plan, day: NaiveDate) -> i64 {
    day.signed_duration_since(plan.from).num_days()
}

fn place<T: PartialEq>(all: &[T], one: &T) -> u8 {
    all.iter().position(|other| other == one).and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX)
}
