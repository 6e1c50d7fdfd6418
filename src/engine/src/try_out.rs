//! A rule tried with numbers of one's own: a small world is built as for a plan's own examples, and judged when the
//! period is over. It decides what has to be entered for each kind of rule, never what comes out.

mod entry;
mod world;

use crate::example::facts_of;
use crate::judge::Judge;
use domain::{Arrange, Facts, NaiveDate, Period, TryOut, TryOutSlice, TryOutcome, UnitIndex, Verdict};
use entry::{Entry, fields};
use plan::{Duty, Example, Measure, Plan, Target};

/// The only unit of the world, where the rule is about units.
const UNIT: &str = "u";

/// A rule of the plan.
#[derive(Clone, Copy)]
enum Rule<'p> {
    Target(&'p Target),
    Duty(&'p Duty),
}

impl<'p> Rule<'p> {
    fn find(plan: &'p Plan, id: &str) -> Option<Self> {
        plan.target(id).map(Rule::Target).or_else(|| plan.duty(id).map(Rule::Duty))
    }

    fn is_share(self) -> bool {
        matches!(self, Rule::Target(Target { measure: Measure::Adoption { .. } | Measure::Conventions { .. }, .. }))
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
        Rule::Target(target) if target.enabled => judge.groups(target),
        Rule::Target(_) => Vec::new(),
        Rule::Duty(duty) => judge.duty_groups(duty),
    };
    let id = match rule {
        Rule::Target(target) => &target.id,
        Rule::Duty(duty) => &duty.id,
    };
    let whose = (!rule.is_share()).then_some(UnitIndex(0));
    let verdicts = groups.into_iter().flat_map(|group| group.verdicts);
    let mut terms: Vec<Verdict> =
        verdicts.filter(|verdict| verdict.target == *id && verdict.unit == whose && verdict.window.is_some()).collect();
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

/// The facts of the world; tags that a rule asks of its units are given to the only one.
fn facts(rule: Rule<'_>, example: &Example) -> Option<Facts> {
    let mut facts = facts_of(example).ok()?;
    let who = match rule {
        Rule::Target(target) => &target.who,
        Rule::Duty(duty) => &duty.who,
    };
    if let Some(unit) = facts.roster.get_mut(UnitIndex(0)) {
        unit.tags = who.tags.iter().cloned().collect();
    }
    Some(facts)
}
