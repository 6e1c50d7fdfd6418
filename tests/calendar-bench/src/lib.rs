//! What the bench page runs: the calendar of a made-up province, and its network by the flow and by a linear programme.

mod made_up;
mod programme;

use calendar::{Cancelled, Flow, Holidays, Job, Network, Node, Settings, schedule};
use domain::{Agenda, NaiveDate, Proof, Shortfall};
use js_sys::Function;
use made_up::Province;
use std::ops::ControlFlow;
use wasm_bindgen::prelude::*;

const HOLIDAYS: &str = include_str!("../../../rules/holidays-2022-2030.csv");

/// A province over the year 2026, with the capacity of its trainers.
#[wasm_bindgen]
pub struct World {
    province: Province,
    settings: Settings,
    holidays: Holidays,
    as_of: NaiveDate,
    found: Option<Flow>,
}

#[wasm_bindgen]
impl World {
    /// So many units in so many places; `undefined` = no limit.
    ///
    /// # Errors
    /// If the shipped table of holidays cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(units: u32, places: u32, of_place: Option<u32>, of_day: Option<u32>) -> Result<Self, JsError> {
        let as_of = NaiveDate::from_ymd_opt(2025, 12, 31).ok_or_else(|| JsError::new("no such day"))?;
        let settings = Settings { place_capacity: of_place, day_capacity: of_day, ..Settings::default() };
        Ok(Self {
            province: Province::new(units, places),
            settings,
            holidays: Holidays::parse(HOLIDAYS)?,
            as_of,
            found: None,
        })
    }

    /// The whole agenda. `tell` hears how far it is; if it returns `false`, the making is broken off and nothing comes.
    pub fn plan(&self, tell: &Function) -> Option<Outcome> {
        let hear = |done: u64, of: u64| {
            let heard = tell.call2(&JsValue::UNDEFINED, &number(done), &number(of));
            if heard.is_ok_and(|answer| answer == JsValue::FALSE) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        let agenda: Result<Agenda, Cancelled> = schedule(&self.job(), hear);
        agenda.ok().map(|agenda| Outcome::of(&agenda))
    }

    /// The network's arcs; 0 if no day is left.
    pub fn arcs(&self) -> usize {
        self.network().map_or(0, |(network, ..)| network.arcs().len())
    }

    /// The least cost by the flow.
    pub fn flow(&mut self) -> Option<f64> {
        let (network, source, sink) = self.network()?;
        self.found = network.cheapest_largest(source, sink, &mut |_| ControlFlow::Continue(()));
        self.found.as_ref().map(|flow| flow.cost as f64)
    }

    /// The same by the linear programme, for as much as the flow brought.
    ///
    /// # Errors
    /// If the flow was not asked before, or the programme has no solution.
    pub fn programme(&self) -> Result<f64, JsError> {
        let (network, source, sink) = self.network().ok_or_else(|| JsError::new("no day is left"))?;
        let amount = self.found.as_ref().map(|flow| flow.amount).ok_or_else(|| JsError::new("ask the flow first"))?;
        programme::cost(&network, source, sink, amount).map_err(|error| JsError::new(&error.to_string()))
    }
}

impl World {
    fn job(&self) -> Job<'_> {
        let Self { province, settings, holidays, as_of, .. } = self;
        Job { places: &province.places, ..Job::new(&province.needs, &province.peaks, holidays, settings, *as_of) }
    }

    fn network(&self) -> Option<(Network, Node, Node)> {
        calendar::network(&self.job())
    }
}

fn number(count: u64) -> JsValue {
    JsValue::from_f64(count as f64)
}

/// An agenda in figures.
#[wasm_bindgen]
pub struct Outcome {
    /// Items.
    pub items: usize,
    /// Tasks that found no day.
    pub short: u32,
    /// Is it proved to be the best?
    pub best: bool,
}

impl Outcome {
    fn of(agenda: &Agenda) -> Self {
        let short = agenda.shortfalls.iter().map(Shortfall::missing).sum();
        Self { items: agenda.items.len(), short, best: agenda.proof == Proof::Best }
    }
}
