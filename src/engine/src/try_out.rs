//! A rule tried with numbers of one's own: a small world is built as for a plan's own examples, and judged when the
//! period is over. It decides what has to be entered for each kind of rule, never what comes out.

mod entry;
mod world;

use crate::aggregate;
use crate::example::facts_of;
use crate::judge::Judge;
use domain::{Arrange, Facts, NaiveDate, Period, SHARE_SUFFIX, TryOut, TryOutSlice, TryOutcome, UnitIndex, Verdict};
use entry::{Entry, fields};
use plan::{CountRule, Duty, Example, Measure, Plan, Target, Who};
use std::borrow::Cow;

/// The only unit of the world, where the rule is about units.
const UNIT: &str = "u";

/// A rule of the plan.
#[derive(Clone, Copy)]
enum Rule<'p> {
    Target(&'p Target),
    /// The share of units that met a target that counts.
    Share(&'p Target, &'p CountRule),
    Duty(&'p Duty),
}

impl<'p> Rule<'p> {
    fn find(plan: &'p Plan, id: &str) -> Option<Self> {
        let target = || plan.target(id).map(Rule::Target);
        let share = || Self::share(plan.target(id.strip_suffix(SHARE_SUFFIX)?)?);
        target().or_else(share).or_else(|| plan.duty(id).map(Rule::Duty))
    }

    fn share(target: &'p Target) -> Option<Self> {
        match &target.measure {
            Measure::Count(rule) if rule.aggregate.is_some() => Some(Rule::Share(target, rule)),
            _ => None,
        }
    }

    fn id(self) -> Cow<'p, str> {
        match self {
            Rule::Target(target) => Cow::Borrowed(&target.id),
            Rule::Share(target, _) => Cow::Owned(aggregate::id(target)),
            Rule::Duty(duty) => Cow::Borrowed(&duty.id),
        }
    }

    fn who(self) -> &'p Who {
        match self {
            Rule::Target(target) | Rule::Share(target, _) => &target.who,
            Rule::Duty(duty) => &duty.who,
        }
    }

    /// Is it about all units at once?
    fn is_share(self) -> bool {
        match self {
            Rule::Target(target) => {
                matches!(target.measure, Measure::Adoption { .. } | Measure::Conventions { .. })
            }
            Rule::Share(..) => true,
            Rule::Duty(_) => false,
        }
    }
}

/// What the rule says of what is tried; `None` if the plan has no such rule.
pub fn try_out(plan: &Plan, tried: &TryOut, today: NaiveDate) -> Option<TryOutSlice> {
    let rule = Rule::find(plan, &tried.rule)?;
    let terms = terms(plan, rule);
    let unit = if rule.is_share() { None } else { world::kind(rule) };
    let Some(term) = chosen(&terms, &tried.period, today) else {
        let (tried, fields, periods) = (tried.clone(), Vec::new(), Vec::new());
        return Some(TryOutSlice { tried, unit, fields, periods, outcome: TryOutcome::NotJudged });
    };
    let fields = fields(rule, term);
    let defaults = fields.iter().map(|field| entry::default(plan, rule, term, field));
    let entries: Vec<String> = match tried.entries.len() == fields.len() {
        true => tried.entries.clone(),
        false => defaults.collect(),
    };
    let read: Result<Vec<Entry>, usize> =
        fields.iter().zip(&entries).enumerate().map(|(at, (field, text))| entry::read(field, text).ok_or(at)).collect();
    let outcome = match read {
        Ok(read) => outcome(plan, rule, term, &read),
        Err(at) => TryOutcome::Unreadable(at),
    };
    let tried = TryOut { rule: tried.rule.clone(), period: term.period.to_string(), entries };
    Some(TryOutSlice { tried, unit, fields, periods: terms.into_iter().map(|term| term.period).collect(), outcome })
}

/// One verdict for each period, of a world in which nothing has happened.
fn terms(plan: &Plan, rule: Rule<'_>) -> Vec<Verdict> {
    let Some(facts) = facts(rule, &world::empty(plan, rule)) else { return Vec::new() };
    let judge = Judge::new(plan, &facts, plan.to);
    let groups = match rule {
        Rule::Target(target) | Rule::Share(target, _) if target.enabled => judge.groups(target),
        Rule::Target(_) | Rule::Share(..) => Vec::new(),
        Rule::Duty(duty) => judge.duty_groups(duty),
    };
    let id = rule.id();
    let whose = (!rule.is_share()).then_some(UnitIndex(0));
    let verdicts = groups.into_iter().flat_map(|group| group.verdicts);
    let mut terms: Vec<Verdict> =
        verdicts.filter(|verdict| verdict.target == id && verdict.unit == whose && verdict.window.is_some()).collect();
    terms.arrange_by_key(|verdict| verdict.deadline);
    terms
}

/// The period asked for; else the one of this day, or the last before it, or the first.
fn chosen<'t>(terms: &'t [Verdict], period: &str, today: NaiveDate) -> Option<&'t Verdict> {
    let asked = terms.iter().find(|term| term.period.to_string() == period);
    let of_day = terms.iter().find(|term| term.window.is_some_and(|days| days.from() <= today && today <= days.to()));
    let before = terms.iter().rev().find(|term| term.deadline <= today);
    asked.or(of_day).or(before).or(terms.first())
}

fn outcome(plan: &Plan, rule: Rule<'_>, term: &Verdict, entries: &[Entry]) -> TryOutcome {
    let explained = |example: &Example| {
        let facts = facts(rule, example)?;
        let (unit, period): (_, &Period) = (term.unit, &term.period);
        Judge::new(plan, &facts, example.as_of).explain(&term.target, unit, period)
    };
    let example = world::filled(plan, rule, term, entries);
    example
        .and_then(|example| explained(&example))
        .map_or(TryOutcome::NotJudged, |why| TryOutcome::Judged(Box::new(why)))
}

/// The facts of the world; tags that a rule asks of its units are given to them.
fn facts(rule: Rule<'_>, example: &Example) -> Option<Facts> {
    let mut facts = facts_of(example).ok()?;
    let who = rule.who();
    let asked: Vec<UnitIndex> =
        facts.roster.iter().filter(|(_, unit)| who.kinds.contains(&unit.kind)).map(|(index, _)| index).collect();
    for index in asked {
        if let Some(unit) = facts.roster.get_mut(index) {
            unit.tags = who.tags.iter().cloned().collect();
        }
    }
    Some(facts)
}
