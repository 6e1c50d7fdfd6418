//! Targets and duties of a report, period by period: the author's own verdict, or the states of the units below it.

use super::Author;
use crate::assessment::Assessment;
use crate::overview::share;
use crate::states::worst;
use crate::unit::part_of_share;
use domain::{
    Arrange, Bilingual, Figures, NaiveDate, Period, ReportDemand, ReportOutcome, ReportResult, Span, State,
    StateCounts, UnitIndex, UnitKind, UnitSource, Verdict,
};
use plan::{Amount, Measure, Target, Who};
use std::collections::{BTreeMap, BTreeSet};

/// States of units below, by period: what a line counts.
type ByPeriod = BTreeMap<(NaiveDate, Period), BTreeMap<UnitIndex, Vec<State>>>;

pub(crate) fn results(assessment: &Assessment, author: &Author) -> Vec<ReportResult> {
    let enabled = assessment.plan.targets.iter().filter(|target| target.enabled);
    let mut results: Vec<ReportResult> = enabled.flat_map(|target| of_target(assessment, author, target)).collect();
    // A unit does not report on its own reporting.
    if author.kind.is_of_province() {
        let judged = assessment.plan.duties.iter().filter(|duty| duty.deadline.is_some());
        results.extend(judged.flat_map(|duty| {
            let demand = ReportDemand { kinds: Vec::new(), figures: Figures::Submissions, at_least: 1 };
            let rule = Rule { id: &duty.id, label: &duty.label, who: &duty.who, duty: true };
            many(assessment, author, &rule, &demand)
        }));
    }
    results
}

/// What a target and a duty have in common.
struct Rule<'a> {
    id: &'a str,
    label: &'a Bilingual,
    who: &'a Who,
    duty: bool,
}

fn of_target(assessment: &Assessment, author: &Author, target: &Target) -> Vec<ReportResult> {
    let rule = Rule { id: &target.id, label: &target.label, who: &target.who, duty: false };
    match &target.measure {
        Measure::Adoption { .. } | Measure::Conventions { .. } => {
            let whole = || share(assessment, target);
            let part = |unit| part_of_share(assessment, unit, target).and_then(|part| part.share);
            let verdict = match author.unit {
                Some(unit) if !author.kind.is_of_province() => part(unit),
                _ => whole(),
            };
            verdict.into_iter().map(|verdict| one(&rule, demand_of(target, &verdict), verdict)).collect()
        }
        Measure::Count(_) | Measure::Survey(_) | Measure::Tick { .. } => {
            let own = own_verdicts(assessment, author, &target.id);
            let own = own.into_iter().map(|verdict| one(&rule, demand_of(target, &verdict), verdict));
            let demand = demand(target);
            own.chain(many(assessment, author, &rule, &demand)).collect()
        }
    }
}

fn one(rule: &Rule<'_>, demand: ReportDemand, verdict: Verdict) -> ReportResult {
    ReportResult {
        target: rule.id.to_owned(),
        label: rule.label.clone(),
        duty: rule.duty,
        period: verdict.period.clone(),
        deadline: verdict.deadline,
        demand,
        outcome: ReportOutcome::One(Box::new(verdict)),
    }
}

/// The author's own verdicts in windows that touch the period; of several years only what is over or open.
fn own_verdicts(assessment: &Assessment, author: &Author, target: &str) -> Vec<Verdict> {
    if author.unit.is_none() {
        return Vec::new();
    }
    let own = assessment.verdicts.iter().filter(|verdict| verdict.target == target && verdict.unit == author.unit);
    let mut own: Vec<Verdict> = own.filter(|verdict| is_reported(author, verdict)).cloned().collect();
    own.arrange_by_key(|verdict| (verdict.deadline, verdict.period.clone()));
    own
}

fn is_reported(author: &Author, verdict: &Verdict) -> bool {
    verdict.state != State::NotApplicable && verdict.window.is_some_and(|window| window.touches(author.days))
}

fn many(assessment: &Assessment, author: &Author, rule: &Rule<'_>, demand: &ReportDemand) -> Vec<ReportResult> {
    let result = |period: Period, deadline: NaiveDate, outcome: ReportOutcome| ReportResult {
        target: rule.id.to_owned(),
        label: rule.label.clone(),
        duty: rule.duty,
        period,
        deadline,
        demand: demand.clone(),
        outcome,
    };
    let groups = by_period(assessment, author, rule.id);
    // Hamlets, schools, bodies are in no shipped roster: that none is known does not mean that there is none.
    if groups.is_empty() && author.kind.is_of_province() && rule.who.kinds.iter().all(|kind| is_unlisted(*kind)) {
        let kinds = rule.who.kinds.iter().copied().collect();
        let outcome = ReportOutcome::Many { kinds, counts: StateCounts::new(), short: Vec::new(), unlisted: true };
        return vec![result(author.period.clone(), author.days.to(), outcome)];
    }
    let line = |((deadline, period), units)| result(period, deadline, outcome(assessment, author, &units));
    groups.into_iter().map(line).collect()
}

fn is_unlisted(kind: UnitKind) -> bool {
    kind.level().is_none_or(|level| level == 4)
}

fn by_period(assessment: &Assessment, author: &Author, id: &str) -> ByPeriod {
    let mut groups = ByPeriod::new();
    let of_rule = assessment.verdicts.iter().filter(|verdict| verdict.target == id && is_reported(author, verdict));
    // Of several years those that have begun.
    let has_begun =
        |verdict: &&Verdict| !is_long(author) || verdict.window.is_some_and(|window| window.from() <= assessment.as_of);
    for verdict in of_rule.filter(has_begun) {
        let Some(unit) = verdict.unit.filter(|unit| Some(*unit) != author.unit) else { continue };
        if assessment.is_of(author, unit, assessment.year) {
            groups.entry(key(author, verdict)).or_default().entry(unit).or_default().push(verdict.state);
        }
    }
    groups
}

fn is_long(author: &Author) -> bool {
    matches!(author.kind, domain::ReportKind::FiveYears)
}

/// Over several years a line is a year.
fn key(author: &Author, verdict: &Verdict) -> (NaiveDate, Period) {
    match verdict.period.year().filter(|_| is_long(author) && !matches!(verdict.period, Period::Range(..))) {
        Some(year) => (Span::year(year).map_or(verdict.deadline, Span::to), Period::Year(year)),
        None => (verdict.deadline, verdict.period.clone()),
    }
}

fn outcome(assessment: &Assessment, author: &Author, units: &BTreeMap<UnitIndex, Vec<State>>) -> ReportOutcome {
    let roster = &assessment.facts().roster;
    let mut counts = StateCounts::new();
    let mut short = Vec::new();
    for (unit, states) in units {
        let state = worst(states.iter().copied());
        *counts.entry(state).or_default() += 1;
        if state != State::Met {
            short.push((state, assessment.name_under(author, *unit)));
        }
    }
    let known = || units.keys().filter_map(|unit| roster.get(*unit));
    let kinds: BTreeSet<UnitKind> = known().map(|unit| unit.kind).collect();
    let unlisted = known().any(|unit| unit.source == UnitSource::Data);
    ReportOutcome::Many { kinds: kinds.into_iter().collect(), counts, short, unlisted }
}

/// What a target asks, apart from any window: of one that changes over time the latest.
fn demand(target: &Target) -> ReportDemand {
    let Measure::Count(rule) = &target.measure else {
        return ReportDemand { kinds: Vec::new(), figures: Figures::Tick, at_least: 1 };
    };
    let part = &rule.parts.first;
    let figures = match part.amount {
        _ if rule.parts.single().is_none() => Figures::Parts,
        Amount::Activities => Figures::Activities,
        Amount::People { .. } => Figures::People,
        Amount::WomenPercent => Figures::Women,
    };
    let at_least = match figures {
        Figures::Parts => u32::try_from(rule.parts.iter().count()).unwrap_or(u32::MAX),
        _ => part.at_least.all().last().copied().unwrap_or_default(),
    };
    ReportDemand { kinds: part.count.iter().copied().collect(), figures, at_least }
}

/// What a verdict was judged by.
fn demand_of(target: &Target, verdict: &Verdict) -> ReportDemand {
    ReportDemand { figures: verdict.figures, at_least: verdict.threshold, ..demand(target) }
}
