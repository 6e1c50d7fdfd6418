//! The plans that can be chosen: those that ship with the program, or the user's own rule file.
//!
//! The first shipped plan as its file has it comes packed. Anything else (another plan, another reading, a file of one's own) is
//! made of a text, by a reader of rule files that a program may have or not have yet.

use crate::embedded::{self, ShippedText};
use crate::house::AssessError;
use domain::{Bilingual, PlanChoice, PlanLine};
use plan::{Plan, Problem, RuleFile};
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// Reading id → option id.
type Choices = BTreeMap<String, String>;

/// What reads rule files.
struct Reader {
    /// Makes a plan of the name and text of a rule file, under these readings.
    plan_of: fn(&str, &str, &Choices) -> Result<Plan, Vec<Problem>>,
    /// The texts behind the shipped plans.
    texts: &'static [ShippedText],
}

/// Plans in the order they are offered; the first is in force unless another is chosen.
pub(crate) struct Shelf {
    plans: Vec<Shelved>,
    reader: OnceCell<Reader>,
}

struct Shelved {
    id: String,
    name: String,
    short: Bilingual,
    content: Content,
}

enum Content {
    /// The plan as its text has it, which ships.
    Packed(&'static [u8]),
    /// The text that ships.
    Shipped,
    /// This text.
    Text(String),
}

impl Shelf {
    /// The shipped plans, without a reader of rule files.
    pub(crate) fn shipped() -> Self {
        let shelved = |(at, plan): (usize, &embedded::ShippedPlan)| Shelved {
            id: plan.id.to_owned(),
            name: plan.file.to_owned(),
            // Bytes that hold no name would be a defect of the build; a plan can be chosen without one.
            short: postcard::from_bytes(plan.short).unwrap_or_default(),
            content: if at == 0 { Content::Packed(embedded::FIRST) } else { Content::Shipped },
        };
        Self { plans: embedded::PLANS.iter().enumerate().map(shelved).collect(), reader: OnceCell::new() }
    }

    /// Another plan in the first place, before the shipped ones.
    pub(crate) fn led_by(name: &str, text: &str) -> Result<Self, AssessError> {
        let Plan { id, short, .. } = RuleFile::parse(name, text)?.plan(&BTreeMap::new())?;
        let mut shelf = Self::shipped();
        shelf.plans.retain(|plan| plan.id != id);
        shelf.plans.insert(0, Shelved { id, name: name.to_owned(), short, content: Content::Text(text.to_owned()) });
        Ok(shelf)
    }

    /// From now on rule files are read.
    pub(crate) fn read_rules(&self) {
        // A second time is no other reader.
        let _ = self.reader.set(Reader { plan_of: plan::plan_of, texts: &embedded::TEXTS });
    }

    /// Can the plan under `choice` and `readings` be made without a reader that is not here?
    pub(crate) fn knows(&self, choice: &PlanChoice, readings: &Choices) -> bool {
        let is_packed = || self.shelved(choice).is_some_and(|plan| matches!(plan.content, Content::Packed(_)));
        self.reader.get().is_some() || (readings.is_empty() && is_packed())
    }

    /// The rules that a choice means.
    pub(crate) fn rules(&self, choice: &PlanChoice) -> Result<RuleFile, AssessError> {
        let (name, text) = self.text(choice, self.reader()?)?;
        Ok(RuleFile::parse(name, text)?)
    }

    /// The plan under `choice` and `readings`.
    pub(crate) fn plan(&self, choice: &PlanChoice, readings: &Choices) -> Result<Plan, AssessError> {
        let packed = self.shelved(choice).filter(|_| readings.is_empty()).and_then(Shelved::as_written);
        if let Some(plan) = packed {
            return Ok(plan);
        }
        let reader = self.reader()?;
        let (name, text) = self.text(choice, reader)?;
        Ok((reader.plan_of)(name, text, readings)?)
    }

    fn reader(&self) -> Result<&Reader, AssessError> {
        self.reader.get().ok_or_else(|| AssessError::Rules("rule files are not read yet".to_owned()))
    }

    /// What can be chosen, with `in_force` marked; the user's own file stands last.
    pub(crate) fn lines(&self, choice: &PlanChoice, in_force: &Plan) -> Vec<PlanLine> {
        let own = matches!(choice, PlanChoice::Own { .. });
        let shipped = self.plans.iter().map(|shelved| {
            let in_force = !own && shelved.id == in_force.id;
            PlanLine { id: shelved.id.clone(), short: shelved.short.clone(), shipped: true, in_force }
        });
        let theirs = own.then(|| PlanLine {
            id: in_force.id.clone(),
            short: in_force.short.clone(),
            shipped: false,
            in_force: true,
        });
        shipped.chain(theirs).collect()
    }

    fn shelved(&self, choice: &PlanChoice) -> Option<&Shelved> {
        match choice {
            PlanChoice::First => self.plans.first(),
            PlanChoice::Shipped(id) => self.plans.iter().find(|plan| plan.id == *id),
            PlanChoice::Own { .. } => None,
        }
    }

    /// Name and text of the rule file that a choice means.
    fn text<'s>(&'s self, choice: &'s PlanChoice, reader: &'s Reader) -> Result<(&'s str, &'s str), AssessError> {
        if let PlanChoice::Own { name, text } = choice {
            return Ok((name, text));
        }
        let found = self.shelved(choice).and_then(|plan| {
            let shipped = || reader.texts.iter().find(|text| text.id == plan.id).map(|text| text.rules);
            let text = if let Content::Text(text) = &plan.content { Some(text.as_str()) } else { shipped() };
            Some((plan.name.as_str(), text?))
        });
        found.ok_or_else(|| AssessError::Rules(format!("no plan ships under the id {choice:?}")))
    }
}

impl Shelved {
    /// The plan as its text has it. Bytes that hold no plan would be a defect of the build; the text is then read.
    fn as_written(&self) -> Option<Plan> {
        match &self.content {
            Content::Packed(packed) => postcard::from_bytes(packed).ok(),
            Content::Shipped | Content::Text(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_plan_stands_under_its_own_id_and_name_and_the_first_packed_as_its_text_has_it() {
        let shelf = Shelf::shipped();
        shelf.read_rules();
        for shelved in &shelf.plans {
            let read = shelf.rules(&PlanChoice::Shipped(shelved.id.clone())).unwrap().plan(&BTreeMap::new()).unwrap();
            assert_eq!((&read.id, &read.short), (&shelved.id, &shelved.short));
        }
        let mut read = shelf.rules(&PlanChoice::First).unwrap().plan(&BTreeMap::new()).unwrap();
        assert!(!read.examples.is_empty());
        read.examples.clear();
        assert!(shelf.plans[0].as_written().unwrap() == read);
    }

    #[test]
    fn other_readings_and_other_files_need_a_reader() {
        let shelf = Shelf::shipped();
        let of_first = &shelf.plan(&PlanChoice::First, &BTreeMap::new()).unwrap().readings[0];
        let reading = BTreeMap::from([(of_first.id.clone(), of_first.options[1].id.clone())]);
        let own = PlanChoice::Own { name: "own.toml".to_owned(), text: embedded::TEXTS[0].rules.to_owned() };
        let other = PlanChoice::Shipped(shelf.plans[1].id.clone());
        let wished = [(&PlanChoice::First, &reading), (&own, &BTreeMap::new()), (&other, &BTreeMap::new())];
        for (choice, readings) in wished {
            assert!(!shelf.knows(choice, readings) && shelf.plan(choice, readings).is_err());
        }
        assert!(shelf.knows(&PlanChoice::First, &BTreeMap::new()));
        shelf.read_rules();
        for (choice, readings) in wished {
            assert!(shelf.knows(choice, readings) && shelf.plan(choice, readings).is_ok());
        }
    }

    #[test]
    fn a_plan_nobody_ships_is_refused_by_name() {
        let shelf = Shelf::shipped();
        shelf.read_rules();
        let refused = shelf.plan(&PlanChoice::Shipped("atlantis".into()), &BTreeMap::new()).map(|_| ()).unwrap_err();
        assert!(refused.to_string().contains("atlantis"));
    }
}
