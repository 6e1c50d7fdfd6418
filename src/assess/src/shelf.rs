//! The plans that can be chosen: those that ship with the program, or the user's own rule file.

use crate::embedded;
use crate::house::AssessError;
use domain::{PlanChoice, PlanLine};
use plan::{Plan, RuleFile};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// Plans in the order they are offered; the first is in force unless another is chosen.
pub(crate) struct Shelf {
    plans: Vec<Shelved>,
}

struct Shelved {
    id: String,
    name: String,
    text: Cow<'static, str>,
    /// Read when it is first asked for.
    rules: OnceCell<Result<RuleFile, AssessError>>,
}

impl Shelf {
    /// The shipped plans.
    pub(crate) fn shipped() -> Self {
        let plans = embedded::PLANS.iter().map(|plan| Shelved::new(plan.id, plan.file, Cow::Borrowed(plan.rules)));
        Self { plans: plans.collect() }
    }

    /// Another plan in the first place, before the shipped ones.
    pub(crate) fn led_by(name: &str, text: &str) -> Result<Self, AssessError> {
        let id = RuleFile::parse(name, text)?.plan(&BTreeMap::new())?.id;
        let mut shelf = Self::shipped();
        shelf.plans.retain(|plan| plan.id != id);
        shelf.plans.insert(0, Shelved::new(&id, name, Cow::Owned(text.to_owned())));
        Ok(shelf)
    }

    /// The rules that a choice means.
    pub(crate) fn rules(&self, choice: &PlanChoice) -> Result<Cow<'_, RuleFile>, AssessError> {
        let shelved = match choice {
            PlanChoice::First => self.plans.first(),
            PlanChoice::Shipped(id) => self.plans.iter().find(|plan| plan.id == *id),
            PlanChoice::Own { name, text } => {
                return Ok(Cow::Owned(RuleFile::parse(name, text)?));
            }
        };
        let missing = || AssessError::Rules(format!("no plan ships under the id {choice:?}"));
        shelved.ok_or_else(missing)?.rules().map(Cow::Borrowed)
    }

    /// The plan under `choice` and `readings`.
    pub(crate) fn plan(&self, choice: &PlanChoice, readings: &BTreeMap<String, String>) -> Result<Plan, AssessError> {
        Ok(self.rules(choice)?.plan(readings)?)
    }

    /// What can be chosen, with `in_force` marked; the user's own file stands last.
    pub(crate) fn lines(&self, choice: &PlanChoice, in_force: &Plan) -> Vec<PlanLine> {
        let own = matches!(choice, PlanChoice::Own { .. });
        let shipped = self.plans.iter().filter_map(|shelved| {
            let plan = shelved.rules().ok()?.plan(&BTreeMap::new()).ok()?;
            let in_force = !own && plan.id == in_force.id;
            Some(PlanLine { id: plan.id, short: plan.short, shipped: true, in_force })
        });
        let theirs = own.then(|| PlanLine {
            id: in_force.id.clone(),
            short: in_force.short.clone(),
            shipped: false,
            in_force: true,
        });
        shipped.chain(theirs).collect()
    }
}

impl Shelved {
    fn new(id: &str, name: &str, text: Cow<'static, str>) -> Self {
        Self { id: id.to_owned(), name: name.to_owned(), text, rules: OnceCell::new() }
    }

    fn rules(&self) -> Result<&RuleFile, AssessError> {
        let read = || RuleFile::parse(&self.name, &self.text).map_err(AssessError::from);
        self.rules.get_or_init(read).as_ref().map_err(Clone::clone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_plan_stands_under_its_own_id() {
        let shelf = Shelf::shipped();
        for shelved in &shelf.plans {
            let choice = PlanChoice::Shipped(shelved.id.clone());
            assert_eq!(shelf.plan(&choice, &BTreeMap::new()).unwrap().id, shelved.id);
        }
    }

    #[test]
    fn a_plan_nobody_ships_is_refused_by_name() {
        let refused = Shelf::shipped().rules(&PlanChoice::Shipped("atlantis".into())).map(|_| ()).unwrap_err();
        assert!(refused.to_string().contains("atlantis"));
    }
}
