//! How much is enough: one number or one for each phase; activities, people, or a percentage.

use crate::fault::Fault;
use crate::scalar::{Number, People, Percent};
use crate::{model, raw};

/// How much is asked, as a target or a part writes it.
pub(super) struct Asked<'r> {
    pub(super) at_least: Option<Number>,
    pub(super) percent: Option<Percent>,
    pub(super) population: Option<People>,
    pub(super) phase: &'r [raw::Phase],
}

/// What is added up, and how much of it is enough. `shape` names what asks for it.
pub(super) fn enough(sum: raw::Sum, asked: &Asked<'_>, shape: &str) -> Result<(model::Amount, model::Phased), Fault> {
    let (amount, unit) = match (sum, asked.population) {
        (raw::Sum::Activities, None) => (model::Amount::Activities, Unit::Whole("activities")),
        (raw::Sum::People, None) => (model::Amount::People { of: None }, Unit::Whole("people")),
        (raw::Sum::People, Some(of)) => (model::Amount::People { of: Some(of.0) }, Unit::PercentOf(of.0)),
        (raw::Sum::WomenPercent, None) => (model::Amount::WomenPercent, Unit::Percent),
        (raw::Sum::Activities | raw::Sum::WomenPercent, Some(_)) => {
            let message = "only `sum = \"people\"` is a share of `population`";
            return Err(Fault::new(&["population"], message));
        }
    };
    Ok((amount, phased(asked, unit, shape)?))
}

/// The percentage of units that must meet a target.
pub(super) fn of_units(aggregate: &raw::Aggregate) -> Result<model::Phased, Fault> {
    let phase = aggregate.phase.as_slice();
    let asked = Asked { at_least: None, percent: aggregate.at_least_percent, population: None, phase };
    phased(&asked, Unit::Percent, "a share of units")
}

/// In what a number is written, and how it becomes the plan's.
#[derive(Clone, Copy)]
enum Unit {
    /// `at_least`, a whole number of these.
    Whole(&'static str),
    /// `at_least_percent`, as it stands.
    Percent,
    /// `at_least_percent` of so many people, rounded up to a whole person.
    PercentOf(u32),
}

impl Unit {
    fn field(self) -> &'static str {
        match self {
            Self::Whole(_) => "at_least",
            Self::Percent | Self::PercentOf(_) => "at_least_percent",
        }
    }

    /// The number written in one of the two fields; `None` if none is there.
    fn read(self, at_least: Option<Number>, percent: Option<Percent>) -> Result<Option<u32>, Fault> {
        match (self, at_least, percent) {
            (_, None, None) => Ok(None),
            (Self::Whole(noun), Some(number), None) => whole(number, noun).map(Some),
            (Self::Percent, None, Some(percent)) => Ok(Some(percent.0)),
            (Self::PercentOf(people), None, Some(percent)) => Ok(Some(share_of(people, percent))),
            (Self::Whole(noun), _, Some(_)) => {
                let help = "a percentage needs `sum = \"people\"` with `population`, or `sum = \"women_percent\"`";
                let message = format!("a number of {noun} is not asked in percent");
                Err(Fault::new(&["at_least_percent"], message).help(help))
            }
            (Self::Percent | Self::PercentOf(_), Some(_), _) => {
                let message = "a share is asked in percent";
                Err(Fault::new(&["at_least"], message).help("write `at_least_percent`"))
            }
        }
    }
}

fn whole(number: Number, noun: &str) -> Result<u32, Fault> {
    let wrong = || Fault::new(&["at_least"], format!("`{number}` is not a number of {noun} from 1 up"));
    number.whole().filter(|whole| *whole > 0).ok_or_else(wrong)
}

/// So many percent of people, rounded up; never more than all of them.
fn share_of(people: u32, percent: Percent) -> u32 {
    let hundredths = u64::from(people) * u64::from(percent.0);
    u32::try_from(hundredths.div_ceil(100)).unwrap_or(people)
}

/// One number, or one a phase; phases come in order and do not overlap.
fn phased(asked: &Asked<'_>, unit: Unit, shape: &str) -> Result<model::Phased, Fault> {
    let field = unit.field();
    match (unit.read(asked.at_least, asked.percent)?, asked.phase) {
        (Some(value), []) => Ok(model::Phased::Always(value)),
        (Some(_), _) => Err(Fault::new(&["phase"], format!("`{field}` and `phase` exclude each other"))),
        (None, []) => Err(Fault::new(&["measure"], format!("{shape} needs `{field}`, or a `phase`"))),
        (None, phases) => in_order(phases).and_then(|()| of_phases(phases, unit)).map(model::Phased::Phases),
    }
}

fn of_phases(phases: &[raw::Phase], unit: Unit) -> Result<Vec<model::Phase>, Fault> {
    let numbered = phases.iter().enumerate();
    let read = numbered.map(|(number, phase)| {
        let value = unit
            .read(phase.at_least, phase.at_least_percent)
            .and_then(|value| value.ok_or_else(|| Fault::new(&[], format!("a phase needs `{}`", unit.field()))));
        let value = value.map_err(|fault| fault.under(&["phase", &format!("#{number}")]))?;
        Ok(model::Phase { from: phase.from.0, to: phase.to.0, value })
    });
    read.collect()
}

fn in_order(phases: &[raw::Phase]) -> Result<(), Fault> {
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
    Ok(())
}
