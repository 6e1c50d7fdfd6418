//! Shares of a register at milestones: media bodies that adopted the indicators, conventions that do not discriminate.

use super::deadline::in_order;
use super::fields::{only, only_in_measure};
use crate::fault::Fault;
use crate::{model, raw};

/// A share of `register`.
pub(super) fn share(
    target: &raw::Target,
    measure: &raw::Measure,
    register: raw::Share,
) -> Result<model::Measure, Fault> {
    only(target, "a share", &["milestone"])?;
    only_in_measure(measure, "a share", &["share", "denominator", "unknown_as"])?;
    if target.milestone.is_empty() {
        return Err(Fault::new(&["measure"], "a share needs at least one `milestone`"));
    }
    in_order("milestone", target.milestone.iter().map(|milestone| (milestone.id.as_str(), milestone.by.0)))?;
    match register {
        raw::Share::Adoption => adoption(target, measure),
        raw::Share::Conventions => conventions(target, measure),
    }
}

fn adoption(target: &raw::Target, measure: &raw::Measure) -> Result<model::Measure, Fault> {
    only_in_measure(measure, "a share of adoption", &["share"])?;
    match target.milestone.iter().find(|milestone| milestone.stages.is_empty()) {
        Some(bare) => Err(Fault::new(&["milestone", &bare.id], "a milestone of adoption needs `stages`")),
        None => Ok(model::Measure::Adoption { milestones: milestones(target) }),
    }
}

fn conventions(target: &raw::Target, measure: &raw::Measure) -> Result<model::Measure, Fault> {
    if let Some(staged) = target.milestone.iter().find(|milestone| !milestone.stages.is_empty()) {
        let place = ["milestone", &staged.id, "stages"];
        return Err(Fault::new(&place, "a milestone of conventions has no `stages`"));
    }
    Ok(model::Measure::Conventions {
        denominator: match measure.denominator {
            Some(raw::Denominator::Ever) => model::ConventionDenominator::Ever,
            Some(raw::Denominator::InForce) | None => model::ConventionDenominator::InForce,
        },
        unknown_as: match measure.unknown_as {
            Some(raw::UnknownAs::Bad) => model::UnknownAs::Bad,
            Some(raw::UnknownAs::Good) => model::UnknownAs::Good,
            Some(raw::UnknownAs::Unknown) | None => model::UnknownAs::Unknown,
        },
        milestones: milestones(target),
    })
}

fn milestones(target: &raw::Target) -> Vec<model::Milestone> {
    let milestone = |raw: &raw::Milestone| model::Milestone {
        id: raw.id.clone(),
        by: raw.by.0,
        stages: raw.stages.clone(),
        at_least_percent: raw.at_least_percent.0,
        quote: raw.quote.clone(),
    };
    target.milestone.iter().map(milestone).collect()
}
