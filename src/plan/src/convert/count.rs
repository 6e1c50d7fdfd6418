//! Targets that count: which rows, and how much of them is enough. One part, or several that must all be enough.

use super::enough::{self, Asked};
use super::fields::{only, only_in_measure};
use super::target::Shape;
use crate::fault::Fault;
use crate::{model, raw};

const TARGET: [&str; 7] = ["window", "at_least", "at_least_percent", "population", "phase", "to", "aggregate"];

const CONJUNCTION: [&str; 4] = ["part", "window", "to", "aggregate"];

const MEASURE: [&str; 11] = [
    "count",
    "or_tag",
    "require_tag",
    "channels",
    "audiences",
    "untagged",
    "scope",
    "distinct",
    "aggregated",
    "sum",
    "since_start",
];

/// A target with one measure.
pub(super) fn single(target: &raw::Target, measure: &raw::Measure) -> Result<model::Measure, Fault> {
    only(target, "a target that counts", &TARGET)?;
    let asked = Asked {
        at_least: target.at_least,
        percent: target.at_least_percent,
        population: target.population,
        phase: &target.phase,
    };
    let first = part(measure, &asked, "a target that counts")?;
    rule(target, model::Parts { first, others: Vec::new() })
}

/// A target whose parts must all be enough.
pub(super) fn conjunction(target: &raw::Target) -> Result<model::Measure, Fault> {
    only(target, "a target with parts", &CONJUNCTION)?;
    let numbered = target.part.iter().enumerate();
    let parts = numbered.map(|(number, raw)| {
        let asked = Asked {
            at_least: raw.at_least,
            percent: raw.at_least_percent,
            population: raw.population,
            phase: &raw.phase,
        };
        part(&raw.measure, &asked, "a part").map_err(|fault| fault.under(&["part", &format!("#{number}")]))
    });
    let mut parts = parts.collect::<Result<Vec<_>, Fault>>()?.into_iter();
    let first = parts.next().ok_or_else(|| Fault::new(&["part"], "a target with parts needs one"))?;
    rule(target, model::Parts { first, others: parts.collect() })
}

fn rule(target: &raw::Target, parts: model::Parts) -> Result<model::Measure, Fault> {
    let Some(window) = target.window.clone() else {
        let place = if target.part.is_empty() { "measure" } else { "part" };
        return Err(Fault::new(&[place], "a target that counts needs `window`"));
    };
    let aggregate = target.aggregate.as_ref().map(aggregate).transpose()?;
    Ok(model::Measure::Count(model::CountRule { window, parts, aggregate }))
}

fn aggregate(raw: &raw::Aggregate) -> Result<model::Aggregate, Fault> {
    let at_least_percent = enough::of_units(raw).map_err(|fault| fault.under(&["aggregate"]))?;
    Ok(model::Aggregate { at_least_percent, at: raw.at.clone() })
}

fn part(measure: &raw::Measure, asked: &Asked<'_>, shape: &str) -> Result<model::Part, Fault> {
    if !matches!(Shape::of(measure)?, Shape::Count) {
        return Err(Fault::new(&["measure"], format!("{shape} needs `count`")));
    }
    only_in_measure(measure, shape, &MEASURE)?;
    fits_sum(measure)?;
    let count = measure.count.clone().unwrap_or_default();
    if count.is_empty() && measure.or_tag.is_empty() {
        return Err(Fault::new(&["measure", "count"], "nothing is counted: `count` and `or_tag` are empty"));
    }
    let (amount, at_least) = enough::enough(measure.sum.unwrap_or_default(), asked, shape)?;
    Ok(model::Part {
        count,
        or_tag: measure.or_tag.clone(),
        require_tag: measure.require_tag.clone(),
        channels: measure.channels.clone(),
        audiences: measure.audiences.clone(),
        untagged: measure.untagged.map(Into::into).unwrap_or_default(),
        scope: measure.scope.map_or(model::CountScope::OwnRows, Into::into),
        distinct_titles: measure.distinct == Some(raw::Distinct::Title),
        aggregated: measure.aggregated.map(Into::into).unwrap_or_default(),
        amount,
        at_least,
        since_start: measure.since_start == Some(true),
    })
}

/// Titles and rows "for the hamlets" are told apart by counting, which people are not.
fn fits_sum(measure: &raw::Measure) -> Result<(), Fault> {
    if matches!(measure.sum.unwrap_or_default(), raw::Sum::Activities) {
        return Ok(());
    }
    let wrong =
        [("distinct", measure.distinct == Some(raw::Distinct::Title)), ("aggregated", measure.aggregated.is_some())];
    match wrong.into_iter().find(|(_, wrong)| *wrong) {
        Some((field, _)) => Err(Fault::new(&["measure", field], format!("`{field}` counts activities, not people"))),
        None => Ok(()),
    }
}

impl From<raw::Untagged> for model::Untagged {
    fn from(untagged: raw::Untagged) -> Self {
        match untagged {
            raw::Untagged::Ignore => Self::Ignore,
            raw::Untagged::Possible => Self::Possible,
            raw::Untagged::Certain => Self::Certain,
        }
    }
}

impl From<raw::Scope> for model::CountScope {
    fn from(scope: raw::Scope) -> Self {
        match scope {
            raw::Scope::OwnRows => Self::OwnRows,
            raw::Scope::Subtree => Self::Subtree,
        }
    }
}

impl From<raw::Aggregated> for model::Aggregated {
    fn from(aggregated: raw::Aggregated) -> Self {
        match aggregated {
            raw::Aggregated::Bounds => Self::Bounds,
            raw::Aggregated::Spread => Self::Spread,
        }
    }
}
