//! Readings at work: the chosen options rewrite the document before anything is judged by it.
//!
//! A patch is `"target.T5.window" = "year"` (put this value) or `"target.T1.who.kinds" = { add = ["school"] }`
//! (with `remove` likewise), so that two readings of one list can both be in force.
//!
//! A step into a list of tables is the `id` of one of them (`target.T3.milestone.official-2030.by`,
//! `target.M7.step.2030.at_least`); where they have none, its number, counted from 1: the second part of a target is
//! `target.M3.part.2.at_least`, its first phase `target.T5.phase.1.at_least`. An id goes before a number.

use crate::document::{Document, Node, is_named};
use crate::fault::Fault;
use crate::model::{Reading, ReadingOption};
use std::borrow::Cow;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::DeValue;

/// The sections that a reading may change.
pub(crate) const PATCHABLE: [&str; 5] = ["plan", "defaults", "window", "target", "duty"];

/// The option in force for every reading: what was chosen, else the default.
pub(crate) fn settle(
    readings: &[Reading],
    choices: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, Vec<Fault>> {
    let faults: Vec<Fault> = choices.iter().filter_map(|(id, option)| wrong_choice(readings, id, option)).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let in_force = |reading: &Reading| choices.get(&reading.id).unwrap_or(&reading.default).clone();
    Ok(readings.iter().map(|reading| (reading.id.clone(), in_force(reading))).collect())
}

/// Why `option` cannot be chosen for the reading `id`.
pub(crate) fn wrong_choice(readings: &[Reading], id: &str, option: &str) -> Option<Fault> {
    let Some(reading) = readings.iter().find(|reading| reading.id == id) else {
        let known = readings.iter().map(|reading| reading.id.as_str());
        return Some(Fault::unknown(&["reading"], "reading", id, known));
    };
    let mut known = reading.options.iter().map(|option| option.id.as_str());
    if known.any(|known| known == option) {
        return None;
    }
    let known = reading.options.iter().map(|option| option.id.as_str());
    Some(Fault::unknown(&["reading", id, "option"], "option", option, known))
}

/// Rewrites the document by the options in force: first what is put, then what is added or removed.
pub(crate) fn apply(
    document: &mut Document<'_>,
    readings: &[Reading],
    in_force: &BTreeMap<String, String>,
) -> Vec<Fault> {
    let chosen: Vec<Patch<'_>> =
        readings.iter().flat_map(|reading| patches_in_force(document, reading, in_force)).collect();
    let (edits, puts): (Vec<_>, Vec<_>) = chosen.into_iter().partition(|patch| patch.value.get_ref().is_table());
    puts.into_iter().chain(edits).filter_map(|patch| patch.apply(document).err()).collect()
}

/// One line of a `set` table.
struct Patch<'t> {
    /// Where it stands.
    place: [String; 6],
    target: String,
    value: Node<'t>,
}

fn patches_in_force<'t>(
    document: &Document<'t>,
    reading: &Reading,
    in_force: &BTreeMap<String, String>,
) -> Vec<Patch<'t>> {
    let chosen = in_force.get(&reading.id);
    let Some(option) = reading.options.iter().find(|option| Some(&option.id) == chosen) else { return Vec::new() };
    option.set.keys().filter_map(|target| patch_at(document, reading, option, target)).collect()
}

fn patch_at<'t>(document: &Document<'t>, reading: &Reading, option: &ReadingOption, target: &str) -> Option<Patch<'t>> {
    let place = ["reading", &reading.id, "option", &option.id, "set", target].map(str::to_owned);
    let value = document.find(&place.each_ref().map(String::as_str))?.clone();
    Some(Patch { place, target: target.to_owned(), value })
}

impl<'t> Patch<'t> {
    fn apply(self, document: &mut Document<'t>) -> Result<(), Fault> {
        let steps: Vec<&str> = self.target.split('.').collect();
        let (Some((section, inner)), Some((last, _))) = (steps.split_first(), steps.split_last()) else {
            return Err(self.fault("empty path"));
        };
        if !PATCHABLE.contains(section) || inner.is_empty() {
            let help = format!("a reading may change `{}`", PATCHABLE.join("`, `"));
            return Err(self.fault(format!("a patch may not change `{}`", self.target)).help(help));
        }
        let missing = || self.fault(format!("nothing stands at `{}`", self.target));
        let parents = inner.split_last().map_or(&[][..], |(_, parents)| parents);
        let holder = document.root.get_mut(*section).ok_or_else(missing)?;
        let holder = parents.iter().try_fold(holder, |node, step| child_mut(node, step)).ok_or_else(missing)?;
        let slot = match holder.get_mut() {
            DeValue::Table(table) => {
                let key = Spanned::new(self.value.span(), Cow::Owned((*last).to_owned()));
                let empty = || Spanned::new(self.value.span(), DeValue::Array(std::iter::empty().collect()));
                table.entry(key).or_insert_with(empty)
            }
            _ => return Err(missing()),
        };
        self.write(slot)
    }

    fn write(&self, slot: &mut Node<'t>) -> Result<(), Fault> {
        let DeValue::Table(edit) = self.value.get_ref() else {
            *slot = self.value.clone();
            return Ok(());
        };
        let DeValue::Array(before) = slot.get_ref() else {
            return Err(self.fault(format!("`{}` is not a list", self.target)));
        };
        let mut elements: Vec<Node<'t>> = before.iter().cloned().collect();
        for (verb, names) in edit.iter() {
            let DeValue::Array(names) = names.get_ref() else {
                return Err(self.fault("`add` and `remove` take a list"));
            };
            match verb.get_ref().as_ref() {
                "add" => elements.extend(names.iter().filter(|name| !holds(before.iter(), name)).cloned()),
                "remove" => elements.retain(|element| !holds(names.iter(), element)),
                other => return Err(self.fault(format!("unknown edit `{other}`")).help("known are `add`, `remove`")),
            }
        }
        *slot = Spanned::new(self.value.span(), DeValue::Array(elements.into_iter().collect()));
        Ok(())
    }

    fn fault(&self, message: impl Into<String>) -> Fault {
        Fault::new(&self.place.each_ref().map(String::as_str), message)
    }
}

/// Does the list hold this text?
fn holds<'n, 't: 'n>(mut list: impl Iterator<Item = &'n Node<'t>>, text: &Node<'_>) -> bool {
    text.get_ref().as_str().is_some_and(|text| list.any(|element| is_named(element, text)))
}

fn child_mut<'n, 't>(node: &'n mut Node<'t>, step: &str) -> Option<&'n mut Node<'t>> {
    match node.get_mut() {
        DeValue::Table(table) => table.get_mut(step),
        DeValue::Array(array) => {
            let number = step.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let named = array.iter().position(|element| is_named(element, step));
            array.get_mut(named.or(number)?)
        }
        _ => None,
    }
}
