//! The plan in force: asked for, come, or not there.
//!
//! Each plan and its readings is a question of its own: an answer to an older one changes nothing.

use super::{Changed, Notice, State};
use crate::choice::{Choice, Rerun};
use domain::{Options, PlanChoice, PlanSlice};
use protocol::SliceName;
use std::rc::Rc;

impl State {
    /// The number of the question that the plan has to answer.
    pub(crate) fn plan_number(&self) -> u32 {
        self.plan_number
    }

    /// Another plan leaves nothing of the old one to show; another reading only changes some of its numbers.
    pub(super) fn ask_plan_anew(&mut self, before: &Options) {
        if self.options.plan != before.plan {
            self.plan = None;
            self.tried_out.close();
        }
        if (&self.options.plan, self.options.roster) != (&before.plan, before.roster) {
            self.names = None;
        }
        if (&self.options.plan, &self.options.readings) != (&before.plan, &before.readings) {
            self.plan_is_old = true;
            self.plan_number += 1;
            self.asked.retain(|name| !matches!(name, SliceName::Plan | SliceName::TryOut(_)));
            self.tried_out.grow_old();
        }
    }

    pub(super) fn plan_answered(&mut self, number: u32, plan: Result<Box<PlanSlice>, String>) -> Changed {
        if number != self.plan_number {
            return Changed::No;
        }
        match plan {
            Ok(plan) => self.plan_came(*plan),
            Err(_) if self.is_plan_guessed() => self.fall_back(),
            Err(detail) => self.tell(Notice::Refused(detail)),
        }
    }

    fn plan_came(&mut self, plan: PlanSlice) -> Changed {
        self.asked.remove(&SliceName::Plan);
        self.forget_unknown_readings(&plan);
        self.plan = Some(Rc::new(plan));
        self.plan_is_old = false;
        Changed::Yes
    }

    /// Is what an address named still a guess? No plan has come yet that would bear it out.
    pub(super) fn is_plan_guessed(&self) -> bool {
        let is_named = !self.options.readings.is_empty() || matches!(self.options.plan, PlanChoice::Shipped(_));
        self.plan.is_none() && is_named
    }

    /// The first plan takes the place of one that is not there.
    pub(super) fn fall_back(&mut self) -> Changed {
        let choice = Choice::Plan(PlanChoice::First);
        self.choose(|options| choice.undo(options))
    }

    /// An address may name readings that this plan does not have, or not any more.
    fn forget_unknown_readings(&mut self, plan: &PlanSlice) {
        let before = self.options.readings.len();
        self.options.readings.retain(|reading, option| {
            let line = plan.readings.iter().find(|line| line.id == *reading);
            line.is_some_and(|line| line.default != *option && line.options.iter().any(|known| known.id == *option))
        });
        if self.options.readings.len() < before {
            self.want(Rerun::Judge);
        }
    }
}
