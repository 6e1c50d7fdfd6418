//! The public JavaScript API: the functions and the one class of the package in `dist/engine/`. A program of its own, so
//! that the page's worker carries nothing of it.
//!
//! `files/index.d.ts` says in TypeScript what stands here; a browser test holds the two together. What goes in is
//! checked in [`take`]; what comes out is the versioned form of `report::json` and [`form`], with units by id. A call
//! that cannot be answered throws a [`fault::Fault`]. Nothing is decided here.

#[cfg(all(test, not(target_arch = "wasm32")))]
mod declared;
mod fault;
mod form;
mod take;

use assess::{AssessError, FileWatch, House};
use domain::{AgendaSlice, Language, Options, Verdict};
use fault::{Code, Fault};
use report::json::VerdictEntry;
use report::{Subject, Words, worded};
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Nothing starts by itself: another page may hold the package in a worker of its own.
fn main() {}

thread_local! {
    static HOUSE: Result<Rc<House>, AssessError> = House::embedded().map(Rc::new);
}

/// Version of the package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Everything wrong with a rule file; an empty list if nothing is.
#[wasm_bindgen]
pub fn lint(text: &JsValue, name: &JsValue) -> Result<JsValue, JsValue> {
    let (name, text) = take::rule_file(text, name)?;
    give(&house()?.lint(&name, &text))
}

/// A plan with its rules, clauses and names: a shipped one by id, or an own rule file.
#[wasm_bindgen]
pub fn plan(choice: &JsValue) -> Result<JsValue, JsValue> {
    let house = house()?;
    let options = Options { plan: take::plan(choice)?, ..Options::default() };
    let slice = house.plan_slice(&options).map_err(|error| Fault::rules(&house, &options.plan, error.to_string()))?;
    give(&form::plan::plan(slice))
}

/// Reads files and judges them: the whole path.
#[wasm_bindgen]
pub fn assess(files: &JsValue, options: &JsValue) -> Result<Assessment, JsValue> {
    let house = house()?;
    let inputs = take::files(files)?;
    let asked = take::options(options)?;
    let choice = asked.options.plan.clone();
    match house.assess(inputs, asked.options, asked.today, &mut Unwatched) {
        Ok(inner) => Ok(Assessment { house, inner, language: asked.language }),
        Err(AssessError::Files(errors)) => Err(Fault::files(asked.language, &errors).into()),
        Err(AssessError::Rules(message)) => Err(Fault::rules(&house, &choice, message).into()),
    }
}

/// What was read and judged, ready to be asked until it is freed.
#[wasm_bindgen]
pub struct Assessment {
    house: Rc<House>,
    inner: assess::Assessment,
    language: Language,
}

#[wasm_bindgen]
impl Assessment {
    /// The whole result: what `assessment.json` holds.
    pub fn document(&self) -> Result<JsValue, JsValue> {
        let rollups = self.inner.rollups();
        let slice = self.inner.agenda_slice(&self.house, None);
        let subject = self.inner.subject(&rollups, &slice.agenda);
        self.with_words(&slice, |words| give(&report::json::document(&subject, words)))
    }

    /// What was read, in a few figures.
    pub fn summary(&self) -> Result<JsValue, JsValue> {
        self.with_subject(&AgendaSlice::default(), |subject, _| {
            give(&form::summary::summary(self.language, &self.inner, subject))
        })
    }

    /// Every unit that is known, whether rows name it or not.
    pub fn units(&self) -> Result<JsValue, JsValue> {
        self.with_subject(&AgendaSlice::default(), |subject, _| give(&report::json::units(subject)))
    }

    /// Verdicts: all of them, or those of one unit, target, period or year.
    pub fn verdicts(&self, filter: &JsValue) -> Result<JsValue, JsValue> {
        let filter = take::filter(filter, &self.inner)?;
        self.with_subject(&AgendaSlice::default(), |subject, words| {
            let picked = subject.sorted_verdicts().into_iter().filter(|verdict| filter.takes(verdict));
            give(&picked.map(|verdict| VerdictEntry::new(subject, words, verdict)).collect::<Vec<_>>())
        })
    }

    /// Why one verdict is as it is.
    pub fn explain(&self, question: &JsValue) -> Result<JsValue, JsValue> {
        let why = take::why(question, &self.inner)?;
        self.with_subject(&AgendaSlice::default(), |subject, words| {
            give(&form::explanation::explanation(subject, words, why))
        })
    }

    /// What edits would change. Nothing of the assessment does.
    #[wasm_bindgen(js_name = whatIf)]
    pub fn what_if(&self, edits: &JsValue) -> Result<JsValue, JsValue> {
        let changes = self.inner.what_if(&take::edits(edits, &self.inner)?);
        self.with_subject(&AgendaSlice::default(), |subject, _| give(&form::changes::changes(subject, changes)))
    }

    /// The suggested agenda of a unit (or of the scope) and all below it.
    pub fn agenda(&self, of: &JsValue) -> Result<JsValue, JsValue> {
        let unit = take::agenda_of(of, &self.inner)?;
        let slice = self.inner.agenda_slice(&self.house, unit);
        self.with_subject(&slice, |subject, words| give(&form::agenda::agenda(subject, words)))
    }

    /// Every reading, each option with the number of verdicts it would turn.
    pub fn readings(&self) -> Result<JsValue, JsValue> {
        let readings = self.inner.readings(&self.house);
        give(&form::readings::readings(readings.map_err(|error| Fault::new(Code::BadRules, error.to_string()))?))
    }

    /// The canonical tables as understood: CSV texts that can be assessed again.
    pub fn tables(&self) -> Result<JsValue, JsValue> {
        give(&form::tables::tables(self.inner.facts()))
    }
}

impl Assessment {
    fn with_subject<T>(&self, slice: &AgendaSlice, work: impl FnOnce(&Subject<'_>, &Words<'_>) -> T) -> T {
        let subject = self.inner.subject(&[], &slice.agenda);
        self.with_words(slice, |words| work(&subject, words))
    }

    fn with_words<T>(&self, slice: &AgendaSlice, work: impl FnOnce(&Words<'_>) -> T) -> T {
        let (facts, judge) = (self.inner.facts(), self.inner.judge());
        let reading = |reading: &str, option: &str| self.inner.reading(reading, option);
        let counted = |verdict: &Verdict| judge.counted_rows(verdict);
        worded::with_words(self.language, facts, slice, (&reading, &counted), work)
    }
}

/// Nobody watches: the call returns when all is read.
struct Unwatched;

impl FileWatch for Unwatched {
    fn progress(&mut self, _file: &str, _done: u64, _total: u64, _rows: u32) {}
}

/// The shipped data are tested; if they did not hold together all the same, every call would say so.
fn house() -> Result<Rc<House>, Fault> {
    HOUSE.with(Clone::clone).map_err(|error| Fault::new(Code::BadRules, error.to_string()))
}

/// A plain JavaScript value: objects, lists, texts, numbers, null.
fn give(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&plain).map_err(|error| Fault::new(Code::Defect, error.to_string()).into())
}
