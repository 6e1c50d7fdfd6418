//! Steps back and forward over what the user chose.
//!
//! It decides what one step is (one choice, or several made with one tap), and what has to run again after a step.

use super::{Changed, State};
use crate::choice::{Choice, Rerun};
use crate::route::Address;
use domain::{CalendarChoices, FormChoice, Language, Options, PageSettings, PlanChoice};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Steps kept. Older ones can still be undone one by one in the list of choices.
const KEPT: usize = 100;

/// Options as they were before each step, and after those that were taken back.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Steps {
    back: Vec<Rc<Options>>,
    forward: Vec<Rc<Options>>,
}

/// A direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Takes the last step back.
    Back,
    /// Takes it again.
    Forward,
}

impl Steps {
    /// Is there such a step?
    pub(crate) fn can(&self, step: Step) -> bool {
        match step {
            Step::Back => !self.back.is_empty(),
            Step::Forward => !self.forward.is_empty(),
        }
    }

    fn record(&mut self, before: Options) {
        self.forward.clear();
        self.back.push(Rc::new(before));
        let surplus = self.back.len().saturating_sub(KEPT);
        self.back.drain(..surplus);
    }

    fn take(&mut self, step: Step, now: &Options) -> Option<Rc<Options>> {
        let (from, to) = match step {
            Step::Back => (&mut self.back, &mut self.forward),
            Step::Forward => (&mut self.forward, &mut self.back),
        };
        let found = from.pop()?;
        to.push(Rc::new(now.clone()));
        Some(found)
    }
}

impl State {
    /// One choice, made or taken back.
    pub(super) fn choose(&mut self, change: impl FnOnce(&mut Options)) -> Changed {
        let before = self.options.clone();
        change(&mut self.options);
        if self.options == before {
            return Changed::No;
        }
        self.steps.record(before.clone());
        self.settle(&before)
    }

    /// Several choices with one tap: one step.
    pub(super) fn choose_all(&mut self, choices: Vec<Choice>) -> Changed {
        self.choose(|options| choices.into_iter().for_each(|choice| choice.make(options)))
    }

    /// An address that somebody wrote or followed. What it names is one step; what it does not name stays.
    pub(super) fn follow(&mut self, address: Address) -> Changed {
        let Address { route, english, page, as_of, year, plan, readings } = address;
        let plan = plan.map(PlanChoice::Shipped).filter(|plan| self.options.plan != *plan);
        let readings = Some(readings).filter(|readings| !readings.is_empty());
        let settings =
            [as_of.map(Choice::AsOf), year.map(Choice::Year), plan.map(Choice::Plan), readings.map(Choice::Readings)];
        self.choose_all(settings.into_iter().flatten().collect());
        if english {
            self.language = Language::En;
        }
        if page != PageSettings::default() {
            self.show_as(page);
        }
        self.open(route);
        Changed::Yes
    }

    /// Nothing is decided any more. Day, year and scope are settings of the view, and stay.
    pub(super) fn drop_decisions(&mut self) -> Changed {
        self.choose(|options| {
            let Options { as_of, year, scope, .. } = std::mem::take(options);
            *options = Options { as_of, year, scope, ..Options::default() };
        })
    }

    /// A step back or forward.
    pub(super) fn step(&mut self, step: Step) -> Changed {
        let Some(options) = self.steps.take(step, &self.options) else { return Changed::No };
        let before = std::mem::replace(&mut self.options, (*options).clone());
        self.settle(&before)
    }

    fn settle(&mut self, before: &Options) -> Changed {
        self.remember();
        self.ask_plan_anew(before);
        self.want(rerun(before, &self.options));
        Changed::Yes
    }
}

/// What has to run again between two sets of options.
fn rerun(before: &Options, after: &Options) -> Rerun {
    if read_by(before) == read_by(after) { Rerun::Judge } else { Rerun::Assess }
}

/// The options that reading looks at: a plan brings its own words and units.
fn read_by(options: &Options) -> Options {
    Options {
        as_of: None,
        year: None,
        scope: None,
        readings: BTreeMap::new(),
        ticks: Vec::new(),
        calendar: CalendarChoices::default(),
        form: FormChoice::default(),
        ..options.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{ActivityKind, NaiveDate};

    fn with(choices: &[Choice]) -> Options {
        let mut options = Options::default();
        choices.iter().cloned().for_each(|choice| choice.make(&mut options));
        options
    }

    #[test]
    fn only_what_reading_looks_at_is_read_again() {
        let day = Choice::AsOf(NaiveDate::from_ymd_opt(2024, 9, 30).unwrap());
        let reading = Choice::Reading { reading: "t3".to_owned(), option: "90".to_owned() };
        let kind = Choice::Kind { word: "Loa".to_owned(), kind: ActivityKind::News };
        let none = Options::default();
        assert_eq!(rerun(&none, &with(&[day.clone(), reading])), Rerun::Judge);
        assert_eq!(rerun(&none, &with(&[day, kind])), Rerun::Assess);
    }

    #[test]
    fn only_the_last_hundred_steps_are_kept() {
        let mut steps = Steps::default();
        for year in 0..150 {
            steps.record(Options { year: Some(year), ..Options::default() });
        }
        assert_eq!((steps.back.len(), steps.back.first().and_then(|first| first.year)), (KEPT, Some(50)));
    }
}
