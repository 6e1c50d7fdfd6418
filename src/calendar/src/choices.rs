//! What the user settled about single items: which task of which unit each pin and each drop means, and which mean none.

use crate::Job;
use crate::days::{Day, Days};
use crate::template::{Task, Template};
use crate::units::Units;
use domain::{Arrange, ItemKey, LostPin, Pin, PinProblem};
use std::collections::BTreeMap;

/// What is settled about a task of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Settled {
    Pinned(Day),
    Dropped,
}

/// What is settled about the tasks of one unit, by their position in its template.
pub(crate) type Settlement = BTreeMap<usize, Settled>;

/// All choices, by the unit's position in [`Units::list`].
#[derive(Debug, Default)]
pub(crate) struct Choices {
    pub(crate) of_unit: BTreeMap<usize, Settlement>,
    pub(crate) lost_pins: Vec<LostPin>,
    pub(crate) lost_drops: Vec<ItemKey>,
}

impl Choices {
    pub(crate) fn new(job: &Job<'_>, units: &Units<'_>, days: &Days) -> Self {
        let mut choices = Self::default();
        for key in job.drops {
            match find(key, units) {
                Some((unit, task)) => drop(choices.of_unit.entry(unit).or_default().insert(task, Settled::Dropped)),
                None => choices.lost_drops.push(key.clone()),
            }
        }
        let mut pins: Vec<&Pin> = job.pins.iter().collect();
        pins.arrange();
        pins.dedup();
        for pin in pins {
            if let Err(problem) = choices.keep(pin, units, days) {
                choices.lost_pins.push(LostPin { pin: pin.clone(), problem });
            }
        }
        choices.lost_drops.arrange();
        choices.lost_drops.dedup();
        choices
    }

    fn keep(&mut self, pin: &Pin, units: &Units<'_>, days: &Days) -> Result<(), PinProblem> {
        let (unit, task) = find(&pin.key, units).ok_or(PinProblem::NoSuchItem)?;
        let template = template(unit, units).ok_or(PinProblem::NoSuchItem)?;
        let serves = template.tasks.get(task).map(|task| task.serves.as_slice()).unwrap_or_default();
        let served = serves.iter().filter_map(|index| template.open.get(*index));
        let fits = served.into_iter().all(|open| open.need.window.contains(pin.date));
        let day = days.day(pin.date).filter(|_| fits).ok_or(PinProblem::OutsideWindow)?;
        let settled = self.of_unit.entry(unit).or_default();
        if settled.contains_key(&task) {
            return Err(PinProblem::Contradicted);
        }
        settled.insert(task, Settled::Pinned(day));
        Ok(())
    }
}

fn template<'a, 'n>(unit: usize, units: &'a Units<'n>) -> Option<&'a Template<'n>> {
    units.templates.get(units.list.get(unit)?.template)
}

/// The unit and its task with this key.
fn find(key: &ItemKey, units: &Units<'_>) -> Option<(usize, usize)> {
    let is_it = |task: &Task| task.kind == key.kind && task.share.number == key.number && task.closes == key.closes;
    let first = units.list.partition_point(|asked| asked.unit < key.unit);
    let of_unit = units.list.iter().enumerate().skip(first).take_while(|(_, asked)| asked.unit == key.unit);
    let mut found = of_unit
        .filter_map(|(unit, asked)| Some((unit, units.templates.get(asked.template)?.tasks.iter().position(is_it)?)));
    found.next()
}
