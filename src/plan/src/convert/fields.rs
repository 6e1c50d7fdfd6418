//! Which fields a target or a measure carries, so that each shape can refuse those that mean nothing in it.

use crate::fault::Fault;
use crate::raw;

/// Refuses every field of a target that `shape` does not have. `known` lists those it has; fields that every target
/// has are not asked about.
pub(super) fn only(target: &raw::Target, shape: &str, known: &[&str]) -> Result<(), Fault> {
    refuse(of_target(target), shape, known)
}

/// The same for the fields of a measure.
pub(super) fn only_in_measure(measure: &raw::Measure, shape: &str, known: &[&str]) -> Result<(), Fault> {
    refuse(of_measure(measure), shape, known).map_err(|fault| fault.under(&["measure"]))
}

fn refuse(present: Vec<&'static str>, shape: &str, known: &[&str]) -> Result<(), Fault> {
    match present.into_iter().find(|field| !known.contains(field)) {
        Some(field) => Err(Fault::new(&[field], format!("{shape} has no `{field}`"))),
        None => Ok(()),
    }
}

fn of_target(target: &raw::Target) -> Vec<&'static str> {
    let raw::Target {
        id: _,
        label: _,
        cite: _,
        who: _,
        measure: _,
        from: _,
        replaces: _,
        readings: _,
        enabled: _,
        soft: _,
        part,
        window,
        at_least,
        at_least_percent,
        population,
        phase,
        beyond,
        base_year,
        step,
        to,
        aggregate,
        milestone,
    } = target;
    present(&[
        ("part", !part.is_empty()),
        ("window", window.is_some()),
        ("at_least", at_least.is_some()),
        ("at_least_percent", at_least_percent.is_some()),
        ("population", population.is_some()),
        ("phase", !phase.is_empty()),
        ("beyond", beyond.is_some()),
        ("base_year", base_year.is_some()),
        ("step", !step.is_empty()),
        ("to", to.is_some()),
        ("aggregate", aggregate.is_some()),
        ("milestone", !milestone.is_empty()),
    ])
}

fn of_measure(measure: &raw::Measure) -> Vec<&'static str> {
    let raw::Measure {
        count,
        share,
        survey,
        tick,
        or_tag,
        require_tag,
        channels,
        audiences,
        untagged,
        scope,
        distinct,
        aggregated,
        sum,
        since_start,
        denominator,
        unknown_as,
        direction,
        scale,
        each_year,
    } = measure;
    present(&[
        ("count", count.is_some()),
        ("share", share.is_some()),
        ("survey", survey.is_some()),
        ("tick", tick.is_some()),
        ("or_tag", !or_tag.is_empty()),
        ("require_tag", !require_tag.is_empty()),
        ("channels", !channels.is_empty()),
        ("audiences", !audiences.is_empty()),
        ("untagged", untagged.is_some()),
        ("scope", scope.is_some()),
        ("distinct", distinct.is_some()),
        ("aggregated", aggregated.is_some()),
        ("sum", sum.is_some()),
        ("since_start", since_start.is_some()),
        ("denominator", denominator.is_some()),
        ("unknown_as", unknown_as.is_some()),
        ("direction", direction.is_some()),
        ("scale", scale.is_some()),
        ("each_year", each_year.is_some()),
    ])
}

fn present(fields: &[(&'static str, bool)]) -> Vec<&'static str> {
    fields.iter().filter(|(_, present)| *present).map(|(field, _)| *field).collect()
}
