//! Targets: which of the shapes one has, and what all shapes share.

use super::fields::{only, only_in_measure};
use super::{Checked, cites, count, share, survey, who};
use crate::fault::Fault;
use crate::{model, raw};

impl Checked for raw::Target {
    type Model = model::Target;

    fn checked(self) -> Result<Self::Model, Fault> {
        let measure = measure(&self)?;
        let (from, to) = (self.from.map(|day| day.0), self.to.map(|day| day.0));
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            return Err(Fault::new(&["to"], "the rule ends before it begins"));
        }
        if self.replaces.is_some() && from.is_none() {
            let help = "say from which day on it takes the other's place";
            return Err(Fault::new(&["replaces"], "a target that replaces another needs `from`").help(help));
        }
        Ok(model::Target {
            id: self.id,
            label: self.label,
            cite: cites(self.cite),
            who: who(self.who),
            measure,
            from,
            to,
            replaces: self.replaces,
            readings: self.readings,
            enabled: self.enabled,
            soft: self.soft,
        })
    }
}

fn measure(target: &raw::Target) -> Result<model::Measure, Fault> {
    let Some(measure) = &target.measure else {
        return match target.part.is_empty() {
            false => count::conjunction(target),
            true => Err(Fault::new(&[], "a target needs `measure`, or a `part`")),
        };
    };
    if !target.part.is_empty() {
        return Err(Fault::new(&["part"], "`measure` and `part` exclude each other"));
    }
    match Shape::of(measure)? {
        Shape::Count => count::single(target, measure),
        Shape::Share(register) => share::share(target, measure, register),
        Shape::Survey(name) => survey::survey(target, measure, name),
        Shape::Tick => tick(target, measure),
    }
}

/// What a measure is about.
pub(super) enum Shape<'r> {
    Count,
    Share(raw::Share),
    Survey(&'r str),
    Tick,
}

impl<'r> Shape<'r> {
    /// The only one of the four fields that is there.
    pub(super) fn of(measure: &'r raw::Measure) -> Result<Self, Fault> {
        let several = "a measure has one of `count`, `share`, `survey` and `tick`, not several";
        match (&measure.count, measure.share, &measure.survey, measure.tick) {
            (Some(_), None, None, None) => Ok(Self::Count),
            (None, Some(register), None, None) => Ok(Self::Share(register)),
            (None, None, Some(name), None) => Ok(Self::Survey(name)),
            (None, None, None, Some(true)) => Ok(Self::Tick),
            (None, None, None, Some(false)) => {
                Err(Fault::new(&["measure", "tick"], "`tick` is `true`, or left out where something is measured"))
            }
            (None, None, None, None) => {
                Err(Fault::new(&["measure"], "a measure needs `count`, `share`, `survey` or `tick`"))
            }
            _ => Err(Fault::new(&["measure"], several)),
        }
    }
}

/// An obligation without a number.
fn tick(target: &raw::Target, measure: &raw::Measure) -> Result<model::Measure, Fault> {
    only(target, "a target that is ticked", &["window", "to"])?;
    only_in_measure(measure, "a target that is ticked", &["tick"])?;
    let window = target.window.clone();
    let window = window.ok_or_else(|| Fault::new(&["measure"], "a target that is ticked needs `window`"))?;
    Ok(model::Measure::Tick { window })
}
