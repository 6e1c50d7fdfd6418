//! Targets: which fields belong together, and what they then mean.

use super::{Checked, cites, who};
use crate::fault::Fault;
use crate::{model, raw};

impl Checked for raw::Target {
    type Model = model::Target;

    fn checked(self) -> Result<Self::Model, Fault> {
        let measure = measure(&self)?;
        Ok(model::Target {
            id: self.id,
            label: self.label,
            cite: cites(self.cite),
            who: who(self.who),
            measure,
            from: self.from.map(|day| day.0),
            to: self.to.map(|day| day.0),
            replaces: None,
            readings: self.readings,
            enabled: self.enabled,
            soft: self.soft,
        })
    }
}

fn measure(target: &raw::Target) -> Result<model::Measure, Fault> {
    match (&target.measure.count, target.measure.share) {
        (Some(_), None) => count_rule(target).map(model::Measure::Count),
        (None, Some(share)) => share_rule(target, share),
        (Some(_), Some(_)) => Err(Fault::new(&["measure"], "a measure has `count` or `share`, not both")),
        (None, None) => Err(Fault::new(&["measure"], "a measure needs `count` or `share`")),
    }
}

fn count_rule(target: &raw::Target) -> Result<model::CountRule, Fault> {
    let measure = &target.measure;
    refuse(&[
        ("milestone", !target.milestone.is_empty()),
        ("denominator", measure.denominator.is_some()),
        ("unknown_as", measure.unknown_as.is_some()),
    ])
    .map_err(|name| Fault::new(place_of(name).as_slice(), format!("a target that counts has no `{name}`")))?;
    let count = measure.count.clone().unwrap_or_default();
    if count.is_empty() && measure.or_tag.is_empty() {
        return Err(Fault::new(&["measure", "count"], "nothing is counted: `count` and `or_tag` are empty"));
    }
    let Some(window) = target.window.clone() else {
        return Err(Fault::new(&["measure"], "a target that counts needs `window`"));
    };
    let part = model::Part {
        count,
        or_tag: measure.or_tag.clone(),
        require_tag: measure.require_tag.clone(),
        channels: measure.channels.clone(),
        audiences: measure.audiences.clone(),
        untagged: measure.untagged.map(Into::into).unwrap_or_default(),
        scope: match measure.scope {
            Some(raw::Scope::Subtree) => model::CountScope::Subtree,
            Some(raw::Scope::OwnRows) | None => model::CountScope::OwnRows,
        },
        distinct_titles: measure.distinct == Some(raw::Distinct::Title),
        aggregated: match measure.aggregated {
            Some(raw::Aggregated::Spread) => model::Aggregated::Spread,
            Some(raw::Aggregated::Bounds) | None => model::Aggregated::Bounds,
        },
        amount: model::Amount::Activities,
        at_least: at_least(target)?,
        since_start: false,
    };
    Ok(model::CountRule {
        window,
        parts: model::Parts { first: part, others: Vec::new() },
        aggregate: target.aggregate.as_ref().map(|aggregate| model::Aggregate {
            at_least_percent: model::Phased::Always(aggregate.at_least_percent.0),
            at: aggregate.at.clone(),
        }),
    })
}

/// One number, or one a phase; phases come in order and do not overlap.
fn at_least(target: &raw::Target) -> Result<model::Phased, Fault> {
    let both = "`at_least` and `phase` exclude each other";
    match (target.at_least, target.phase.as_slice()) {
        (Some(at_least), []) => Ok(model::Phased::Always(at_least.0)),
        (Some(_), _) => Err(Fault::new(&["phase"], both)),
        (None, []) => Err(Fault::new(&["measure"], "a target that counts needs `at_least`, or a `phase`")),
        (None, phases) => phased(phases),
    }
}

fn phased(phases: &[raw::Phase]) -> Result<model::Phased, Fault> {
    for (number, phase) in phases.iter().enumerate() {
        let at = format!("#{number}");
        if phase.to.0 < phase.from.0 {
            return Err(Fault::new(&["phase", &at, "to"], "the phase ends before it begins"));
        }
        let before = number.checked_sub(1).and_then(|before| phases.get(before));
        if before.is_some_and(|before| phase.from.0 <= before.to.0) {
            let help = "phases come in order of time, and a day belongs to one of them";
            return Err(Fault::new(&["phase", &at, "from"], "the phase overlaps the one before").help(help));
        }
    }
    let phase = |raw: &raw::Phase| model::Phase { from: raw.from.0, to: raw.to.0, value: raw.at_least.0 };
    Ok(model::Phased::Phases(phases.iter().map(phase).collect()))
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

fn share_rule(target: &raw::Target, share: raw::Share) -> Result<model::Measure, Fault> {
    let measure = &target.measure;
    refuse(&[
        ("window", target.window.is_some()),
        ("at_least", target.at_least.is_some()),
        ("phase", !target.phase.is_empty()),
        ("to", target.to.is_some()),
        ("aggregate", target.aggregate.is_some()),
        ("or_tag", !measure.or_tag.is_empty()),
        ("require_tag", !measure.require_tag.is_empty()),
        ("untagged", measure.untagged.is_some()),
        ("scope", measure.scope.is_some()),
        ("distinct", measure.distinct.is_some()),
        ("channels", !measure.channels.is_empty()),
        ("audiences", !measure.audiences.is_empty()),
        ("aggregated", measure.aggregated.is_some()),
    ])
    .map_err(|name| Fault::new(place_of(name).as_slice(), format!("a share has no `{name}`")))?;
    if target.milestone.is_empty() {
        return Err(Fault::new(&["measure"], "a share needs at least one `milestone`"));
    }
    let milestones = target.milestone.iter().map(milestone);
    match share {
        raw::Share::Adoption => adoption(target, milestones.collect()),
        raw::Share::Conventions => Ok(model::Measure::Conventions {
            denominator: match measure.denominator {
                Some(raw::Denominator::Ever) => model::ConventionDenominator::Ever,
                Some(raw::Denominator::InForce) | None => model::ConventionDenominator::InForce,
            },
            unknown_as: match measure.unknown_as {
                Some(raw::UnknownAs::Bad) => model::UnknownAs::Bad,
                Some(raw::UnknownAs::Good) => model::UnknownAs::Good,
                Some(raw::UnknownAs::Unknown) | None => model::UnknownAs::Unknown,
            },
            milestones: milestones.collect(),
        }),
    }
}

fn adoption(target: &raw::Target, milestones: Vec<model::Milestone>) -> Result<model::Measure, Fault> {
    refuse(&[
        ("denominator", target.measure.denominator.is_some()),
        ("unknown_as", target.measure.unknown_as.is_some()),
    ])
    .map_err(|name| Fault::new(place_of(name).as_slice(), format!("a share of adoption has no `{name}`")))?;
    match milestones.iter().find(|milestone| milestone.stages.is_empty()) {
        Some(bare) => Err(Fault::new(&["milestone", &bare.id], "a milestone of adoption needs `stages`")),
        None => Ok(model::Measure::Adoption { milestones }),
    }
}

fn milestone(milestone: &raw::Milestone) -> model::Milestone {
    model::Milestone {
        id: milestone.id.clone(),
        by: milestone.by.0,
        stages: milestone.stages.clone(),
        at_least_percent: milestone.at_least_percent.0,
        quote: milestone.quote.clone(),
    }
}

/// The first field that is there and should not be.
fn refuse(fields: &[(&'static str, bool)]) -> Result<(), &'static str> {
    fields.iter().find(|(_, present)| *present).map_or(Ok(()), |(name, _)| Err(name))
}

/// Where a target's field stands.
fn place_of(field: &'static str) -> Vec<&'static str> {
    match field {
        "milestone" | "window" | "at_least" | "phase" | "to" | "aggregate" => vec![field],
        _ => vec!["measure", field],
    }
}
