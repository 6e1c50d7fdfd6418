//! A rule file that has been read, and the plan it makes under chosen readings.

use crate::assemble;
use crate::document::Document;
use crate::fault::Fault;
use crate::model::{Plan, Reading};
use crate::patch;
use crate::problem::Problem;
use domain::Arrange;
use std::collections::BTreeMap;

/// A rule file whose TOML and readings are sound; the readings are not applied yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFile {
    file_name: String,
    text: String,
}

impl RuleFile {
    /// Reads a rule file. Everything wrong with it under the default readings is reported, by line.
    pub fn parse(file_name: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let read = || {
            let document = Document::parse(file_name, text)?;
            apply(&document, &assemble::readings(&document)?, &BTreeMap::new())
        };
        match read() {
            Ok(_) => Ok(Self { file_name: file_name.to_owned(), text: text.to_owned() }),
            Err(mut problems) => {
                problems.arrange();
                Err(problems)
            }
        }
    }

    /// The plan under `choices` (reading id → option id); every other reading takes its default.
    pub fn plan(&self, choices: &BTreeMap<String, String>) -> Result<Plan, Vec<Problem>> {
        plan_of(&self.file_name, &self.text, choices)
    }

    /// The tree of the text.
    pub(crate) fn document(&self) -> Result<Document<'_>, Vec<Problem>> {
        Document::parse(&self.file_name, &self.text)
    }
}

/// The plan that a rule file makes under `choices` (reading id → option id), or everything wrong with it under them.
pub fn plan_of(file_name: &str, text: &str, choices: &BTreeMap<String, String>) -> Result<Plan, Vec<Problem>> {
    let document = Document::parse(file_name, text)?;
    let readings = assemble::readings(&document)?;
    apply(&document, &readings, choices).map(|applied| applied.plan)
}

/// A plan with the document it was made from, patches in place.
pub(crate) struct Applied<'t> {
    pub(crate) plan: Plan,
    pub(crate) document: Document<'t>,
}

/// Applies the readings to a copy of the document and assembles the plan.
pub(crate) fn apply<'t>(
    document: &Document<'t>,
    readings: &[Reading],
    choices: &BTreeMap<String, String>,
) -> Result<Applied<'t>, Vec<Problem>> {
    let in_place = |faults: Vec<Fault>| faults.into_iter().map(|fault| document.problem(fault)).collect::<Vec<_>>();
    let in_force = patch::settle(readings, choices).map_err(in_place)?;
    let mut patched = document.clone();
    let faults = patch::apply(&mut patched, readings, &in_force);
    if !faults.is_empty() {
        return Err(in_place(faults));
    }
    assemble::plan(&patched, in_force).map(|plan| Applied { plan, document: patched })
}
