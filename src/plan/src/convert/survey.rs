//! Values found by surveys: the change since a base year, the value itself, or the change from year to year.

use super::deadline::in_order;
use super::fields::{only, only_in_measure};
use crate::fault::Fault;
use crate::scalar::Number;
use crate::{model, raw};
use domain::NaiveDate;

/// A survey of `name`.
pub(super) fn survey(target: &raw::Target, measure: &raw::Measure, name: &str) -> Result<model::Measure, Fault> {
    only_in_measure(measure, "a survey", &["survey", "direction", "scale", "each_year"])?;
    if name.trim().is_empty() {
        return Err(Fault::new(&["measure", "survey"], "a survey needs the name of its measure"));
    }
    let direction = measure.direction.map(Into::into);
    let direction = direction.ok_or_else(|| Fault::new(&["measure"], "a survey needs `direction`"))?;
    let scale = measure.scale.map(Into::into).unwrap_or_default();
    let due = match (measure.each_year == Some(true), target.base_year) {
        (true, _) => each_year(target, Change { direction, scale })?,
        (false, Some(year)) => since(target, year.0, Change { direction, scale })?,
        (false, None) => level(target, measure, direction)?,
    };
    Ok(model::Measure::Survey(model::SurveyRule { measure: name.to_owned(), direction, scale, due }))
}

fn each_year(target: &raw::Target, change: Change) -> Result<model::SurveyDue, Fault> {
    only(target, "a survey of every year", &["at_least", "beyond", "to"])?;
    let at_least =
        target.at_least.ok_or_else(|| Fault::new(&["measure"], "a survey of every year needs `at_least`"))?;
    let (at_least, beyond) = change.bounds(at_least, target.beyond)?;
    Ok(model::SurveyDue::EachYear { at_least, beyond })
}

fn since(target: &raw::Target, base_year: i32, change: Change) -> Result<model::SurveyDue, Fault> {
    let steps = steps(target, |at_least, beyond| change.bounds(at_least, beyond))?;
    // The base is the last value of its year: nothing can be due before the year is over.
    let year_ends = NaiveDate::from_ymd_opt(base_year, 12, 31);
    match target.step.iter().position(|step| Some(step.by.0) <= year_ends) {
        Some(number) => {
            let message = format!("the step is due before the base year {base_year} is over");
            Err(Fault::new(&["step", &format!("#{number}"), "by"], message))
        }
        None => Ok(model::SurveyDue::Since { base_year, steps }),
    }
}

fn level(target: &raw::Target, measure: &raw::Measure, direction: model::Direction) -> Result<model::SurveyDue, Fault> {
    if measure.scale.is_some() {
        let help = "a change needs `base_year`, or `each_year = true`";
        return Err(Fault::new(&["measure", "scale"], "only a change has a `scale`").help(help));
    }
    let steps = steps(target, |at_least, beyond| ordered(at_least, beyond, direction))?;
    Ok(model::SurveyDue::Level { steps })
}

type Bounds = (model::Tenths, Option<model::Tenths>);

fn steps(
    target: &raw::Target,
    bounds: impl Fn(Number, Option<Number>) -> Result<Bounds, Fault>,
) -> Result<Vec<model::SurveyStep>, Fault> {
    only(target, "a survey with steps", &["base_year", "step"])?;
    if target.step.is_empty() {
        return Err(Fault::new(&["measure"], "a survey needs a `step`, or `each_year = true`"));
    }
    in_order("step", target.step.iter().map(|step| (step.id.as_str(), step.by.0)))?;
    let numbered = target.step.iter().enumerate();
    let steps = numbered.map(|(number, step)| {
        let bounds = bounds(step.at_least, step.beyond);
        let (at_least, beyond) = bounds.map_err(|fault| fault.under(&["step", &format!("#{number}")]))?;
        Ok(model::SurveyStep { id: step.id.clone(), by: step.by.0, at_least, beyond, quote: step.quote.clone() })
    });
    steps.collect()
}

/// A change between two values.
#[derive(Clone, Copy)]
struct Change {
    direction: model::Direction,
    scale: model::Scale,
}

impl Change {
    /// Nothing can fall by more than all of it, and "beyond" is more than enough.
    fn bounds(self, at_least: Number, beyond: Option<Number>) -> Result<Bounds, Fault> {
        let most = match (self.direction, self.scale) {
            (model::Direction::Decrease, model::Scale::Percent) => model::Tenths(1000),
            _ => model::Tenths(u32::MAX),
        };
        let written = [("at_least", Some(at_least)), ("beyond", beyond)];
        for (field, number) in written.into_iter().filter_map(|(field, number)| Some((field, number?))) {
            if most < number.tenths() {
                return Err(Fault::new(&[field], format!("nothing can decrease by `{number}` percent")));
            }
        }
        ordered(at_least, beyond, model::Direction::Increase)
    }
}

/// "Beyond" lies beyond enough in the direction that is better.
fn ordered(at_least: Number, beyond: Option<Number>, better: model::Direction) -> Result<Bounds, Fault> {
    let (enough, more) = (at_least.tenths(), beyond.map(Number::tenths));
    let backward = more.is_some_and(|more| match better {
        model::Direction::Increase => more <= enough,
        model::Direction::Decrease => enough <= more,
    });
    match (backward, better) {
        (false, _) => Ok((enough, more)),
        (true, model::Direction::Increase) => Err(Fault::new(&["beyond"], "`beyond` is not above `at_least`")),
        (true, model::Direction::Decrease) => Err(Fault::new(&["beyond"], "`beyond` is not below `at_least`")),
    }
}

impl From<raw::Direction> for model::Direction {
    fn from(direction: raw::Direction) -> Self {
        match direction {
            raw::Direction::Increase => Self::Increase,
            raw::Direction::Decrease => Self::Decrease,
        }
    }
}

impl From<raw::Scale> for model::Scale {
    fn from(scale: raw::Scale) -> Self {
        match scale {
            raw::Scale::Percent => Self::Percent,
            raw::Scale::Points => Self::Points,
        }
    }
}
