//! The overview slice: one line a target, what falls due next, and how complete the data is.

use crate::assessment::Assessment;
use crate::defaults;
use crate::states::worst;
use domain::{
    Bilingual, Completeness, DeadlineLine, Gather, Overview, Period, SHARE_SUFFIX, Span, State, StateCounts,
    TargetLine, UnitIndex, UnitKind, UnitSource, Verdict,
};
use plan::{Measure, Target};
use std::collections::{BTreeMap, BTreeSet};

/// Deadlines shown.
const DEADLINES: usize = 8;

pub(crate) fn overview(assessment: &Assessment) -> Overview {
    let targets = assessment.plan.targets.iter().filter(|target| target.enabled);
    Overview {
        targets: targets.map(|target| target_line(assessment, target)).collect(),
        deadlines: deadlines(assessment),
        completeness: completeness(assessment, assessment.scope),
        peaks: assessment.plan.peaks.iter().map(|cited| cited.peak.clone()).collect(),
    }
}

fn target_line(assessment: &Assessment, target: &Target) -> TargetLine {
    let share = share(assessment, target);
    let verdicts: Vec<&Verdict> = shown_verdicts(assessment, &target.id).collect();
    let period = focus(&verdicts, assessment).cloned();
    let in_focus = || verdicts.iter().filter(|verdict| Some(&verdict.period) == period.as_ref());
    let mut counts = StateCounts::new();
    for verdict in in_focus() {
        *counts.entry(verdict.state).or_default() += 1;
    }
    let pure_share = !matches!(target.measure, Measure::Count(_));
    let unlisted = !pure_share && counts.is_empty() && may_have_unlisted_units(assessment, target);
    let state = match &share {
        Some(share) if pure_share => share.state,
        _ if unlisted => State::NoData,
        _ => worst(counts.keys().copied()),
    };
    let units = in_focus().filter_map(|verdict| assessment.facts().roster.get(verdict.unit?));
    TargetLine {
        target: target.id.clone(),
        label: target.label.clone(),
        kinds: target.who.kinds.iter().copied().collect(),
        window: in_focus().find_map(|verdict| verdict.window),
        roster_incomplete: unlisted || units.into_iter().any(|unit| unit.source == UnitSource::Data),
        period: period.or_else(|| share.as_ref().map(|share| share.period.clone())),
        counts,
        state,
        share,
    }
}

/// Hamlets, schools, bodies are in no shipped roster: that none is known here does not mean that there is none.
fn may_have_unlisted_units(assessment: &Assessment, target: &Target) -> bool {
    let scope = assessment.scope.and_then(|unit| assessment.facts().roster.get(unit));
    let is_place = scope.is_none_or(|unit| unit.kind.level().is_some_and(|level| level < 4));
    is_place && target.who.kinds.iter().any(|kind| kind.level().is_none_or(|level| level == 4))
}

/// Verdicts on units of the scope for one target, in the year shown.
pub(crate) fn shown_verdicts<'a>(
    assessment: &'a Assessment,
    target: &'a str,
) -> impl Iterator<Item = &'a Verdict> + 'a {
    let of_target = assessment.verdicts.iter().filter(move |verdict| verdict.target == target);
    of_target.filter(|verdict| in_year(&verdict.period, assessment.year)).filter(|verdict| {
        let unit = verdict.unit.and_then(|index| Some((index, assessment.facts().roster.get(index)?)));
        unit.is_some_and(|(index, unit)| assessment.is_shown(index, unit))
    })
}

/// Does the period belong to the year shown?
pub(crate) fn in_year(period: &Period, year: i32) -> bool {
    match period {
        Period::Range(from, to) => (*from..=*to).contains(&year),
        Period::Milestone(_) => true,
        other => other.year() == Some(year),
    }
}

/// The period a line speaks of: the latest that is over, else the latest that has begun, else the first. A period that
/// nobody reported on is not passed over: the quarter before must not stand for it.
fn focus<'a>(verdicts: &[&'a Verdict], assessment: &Assessment) -> Option<&'a Period> {
    let lived = || verdicts.iter().filter(|verdict| verdict.state != State::NotApplicable);
    let over = lived().filter(|verdict| verdict.deadline <= assessment.as_of).max_by_key(|verdict| verdict.deadline);
    let begun = lived()
        .filter(|verdict| verdict.window.is_some_and(|window| window.from() <= assessment.as_of))
        .max_by_key(|verdict| verdict.deadline);
    let first = || lived().min_by_key(|verdict| verdict.deadline).or(verdicts.first());
    over.or(begun).or_else(first).map(|verdict| &verdict.period)
}

/// The period that the overview shows of a target.
pub(crate) fn shown_period(assessment: &Assessment, target: &str) -> Option<Period> {
    let verdicts: Vec<&Verdict> = shown_verdicts(assessment, target).collect();
    focus(&verdicts, assessment).cloned()
}

/// The verdict on the share, if the target has one: of the scope if the plan judges shares there, else of all.
pub(crate) fn share(assessment: &Assessment, target: &Target) -> Option<Verdict> {
    match &target.measure {
        Measure::Count(rule) => {
            rule.aggregate.as_ref()?;
            let id = format!("{}{SHARE_SUFFIX}", target.id);
            let of = |unit: Option<UnitIndex>| {
                let mut shares = assessment.verdicts.iter().filter(|verdict| verdict.target == id);
                shares.find(|verdict| verdict.unit == unit && in_year(&verdict.period, assessment.year)).cloned()
            };
            of(assessment.scope).or_else(|| of(None))
        }
        Measure::Adoption { .. } | Measure::Conventions { .. } => milestone(assessment, &target.id),
        Measure::Survey(_) | Measure::Tick { .. } => None,
    }
}

/// The milestone in sight from the year shown: the first that is not over before it begins, else the last.
fn milestone(assessment: &Assessment, target: &str) -> Option<Verdict> {
    let begins = Span::year(assessment.year).map(Span::from)?;
    let milestones = || assessment.verdicts.iter().filter(|verdict| verdict.target == target && verdict.unit.is_none());
    let ahead = milestones().filter(|verdict| verdict.deadline >= begins).min_by_key(|verdict| verdict.deadline);
    ahead.or_else(|| milestones().max_by_key(|verdict| verdict.deadline)).cloned()
}

/// What falls due in the year of the as-of day, soonest first.
fn deadlines(assessment: &Assessment) -> Vec<DeadlineLine> {
    let year = defaults::year_of(assessment.as_of);
    let mut lines: BTreeMap<_, BTreeSet<Option<UnitIndex>>> = BTreeMap::new();
    for need in assessment.needs.iter().filter(|need| defaults::year_of(need.window.to()) == year) {
        let in_scope = match need.unit {
            Some(unit) => defaults::in_scope(assessment.facts(), assessment.scope, unit, year),
            None => assessment.scope.is_none(),
        };
        if in_scope {
            lines.entry((need.window.to(), need.target.clone(), need.period.clone())).or_default().insert(need.unit);
        }
    }
    let submission = |target: &str| Some(assessment.plan.duty(target)?.deadline.as_ref()?.submission);
    let line = |((date, target, period), units): ((_, String, _), BTreeSet<_>)| DeadlineLine {
        date,
        label: assessment.rule_label(&target).cloned().unwrap_or_else(Bilingual::default),
        submission: submission(&target),
        target,
        period,
        open: u32::try_from(units.len()).unwrap_or(u32::MAX),
    };
    lines.into_iter().map(line).take(DEADLINES).collect()
}

/// Units under `scope` by kind, and how many of them have rows of the year shown.
pub(crate) fn completeness(assessment: &Assessment, scope: Option<UnitIndex>) -> Vec<Completeness> {
    let with_data = units_with_rows_in(assessment);
    let mut lines: BTreeMap<UnitKind, Completeness> = BTreeMap::new();
    for (index, unit) in assessment.facts().roster.iter() {
        if unit.kind == UnitKind::Province || !assessment.is_shown_under(scope, index, unit) {
            continue;
        }
        let empty = Completeness { kind: unit.kind, with_data: 0, listed: 0, has_roster: false };
        let line = lines.entry(unit.kind).or_insert(empty);
        line.listed += 1;
        line.with_data += u32::from(with_data.contains(&index));
        line.has_roster |= unit.source != UnitSource::Data;
    }
    lines.into_values().collect()
}

/// Units with a row that touches the year shown; a register speaks for its year, too.
pub(crate) fn units_with_rows_in(assessment: &Assessment) -> BTreeSet<UnitIndex> {
    let Some(year) = Span::year(assessment.year) else { return BTreeSet::new() };
    let facts = assessment.facts();
    let rows = facts.activities.iter().filter(|activity| activity.when.is_none_or(|when| when.touches(year)));
    let media = facts.media.iter().flatten().map(|adoption| adoption.unit);
    let conventions = facts.conventions.iter().flatten().map(|convention| convention.unit);
    rows.map(|activity| activity.unit).chain(media).chain(conventions).gathered()
}
