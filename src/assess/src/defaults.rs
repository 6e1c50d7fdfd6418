//! The defaults a user never has to know: the as-of day, the year, the scope. Each can be changed on the page.

use domain::{Facts, Gather, NaiveDate, Options, Span, Status, UnitIndex, UnitKind};
use std::collections::BTreeSet;

/// The as-of day: chosen, or the end of yesterday, so that 31 December is not "missed" on 31 December.
pub(crate) fn as_of(options: &Options, today: NaiveDate) -> NaiveDate {
    options.as_of.or_else(|| today.pred_opt()).unwrap_or(today)
}

/// The year shown: chosen, or that of the latest done row up to the as-of day, or that of the as-of day.
pub(crate) fn year(options: &Options, facts: &Facts, as_of: NaiveDate) -> i32 {
    let done = facts.activities.iter().filter(|activity| activity.status == Status::Done);
    let latest = done.filter_map(|activity| activity.when).map(Span::from).filter(|day| *day <= as_of).max();
    options.year.unwrap_or_else(|| year_of(latest.unwrap_or(as_of)))
}

/// The calendar year of a day.
pub(crate) fn year_of(day: NaiveDate) -> i32 {
    chrono::Datelike::year(&day)
}

/// Units that the data names: those with any fact.
pub(crate) fn units_seen(facts: &Facts) -> BTreeSet<UnitIndex> {
    let activities = facts.activities.iter().map(|activity| activity.unit);
    let media = facts.media.iter().flatten().map(|adoption| adoption.unit);
    let conventions = facts.conventions.iter().flatten().map(|convention| convention.unit);
    let submissions = facts.submissions.iter().flatten().map(|submission| submission.unit);
    activities.chain(media).chain(conventions).chain(submissions).gathered()
}

/// The scope: chosen, or the lowest node that holds every unit seen; `None` = everything.
///
/// A body (a school, a department) alone in its file is its own scope only if nothing else was seen.
pub(crate) fn scope(options: &Options, facts: &Facts, seen: &BTreeSet<UnitIndex>, day: NaiveDate) -> Option<UnitIndex> {
    if let Some(id) = &options.scope {
        return facts.roster.find(id);
    }
    let mut common: Option<Vec<UnitIndex>> = None;
    for unit in seen {
        let path = path(facts, *unit, day);
        common = Some(match common {
            None => path,
            Some(shared) => {
                shared.iter().zip(&path).take_while(|(one, other)| one == other).map(|(one, _)| *one).collect()
            }
        });
    }
    common.and_then(|path| path.last().copied()).filter(|unit| !is_whole(facts, *unit))
}

/// A province stands for everything: its roster may hold another province after a merger.
fn is_whole(facts: &Facts, unit: UnitIndex) -> bool {
    facts.roster.get(unit).is_some_and(|unit| unit.kind == UnitKind::Province)
}

/// The unit and its ancestors, topmost first, as they were on `day` (or on the last day the unit lived before it).
pub(crate) fn path(facts: &Facts, unit: UnitIndex, day: NaiveDate) -> Vec<UnitIndex> {
    let mut path = vec![unit];
    let mut at = unit;
    // A roster may hold a loop by mistake: never climb more steps than there are levels.
    for _ in 0..8 {
        let Some(parent) = facts.roster.get(at).and_then(|unit| unit.parent_at(day)) else { break };
        path.push(parent);
        at = parent;
    }
    path.reverse();
    path
}

/// The month (1 to 12) of `year` that holds all of `when`.
pub(crate) fn month_in(when: Span, year: i32) -> Option<u32> {
    (1..=12).find(|month| Span::month(year, *month).is_some_and(|month| when.within(month)))
}

/// Is `unit` the scope or under it on some day of its life in `year`?
pub(crate) fn in_scope(facts: &Facts, scope: Option<UnitIndex>, unit: UnitIndex, year: i32) -> bool {
    let Some(scope) = scope else { return true };
    let (Some(known), Some(span)) = (facts.roster.get(unit), Span::year(year)) else { return false };
    let lived = known.life().cut(span).unwrap_or(span);
    facts.roster.is_under(unit, scope, lived.from()) || facts.roster.is_under(unit, scope, lived.to())
}
