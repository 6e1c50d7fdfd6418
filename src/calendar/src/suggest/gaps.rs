//! Fields that a whole scope left out of a year: some item takes them over from a field that has several.

use super::Occasion;
use super::book::Shelf;
use chrono::{Datelike, NaiveDate};
use domain::{SuggestedChoice, TopicField, UnitIndex};
use std::collections::{BTreeMap, BTreeSet};

/// Gives each field of the book an item in each year that has items enough for all of them.
///
/// No unit's year comes to fewer fields by it: a field that the whole scope lacks is new to every unit. Each field takes
/// one look at the items of the year, so the time stays linear in the items.
pub(super) fn fill(occasions: &[Occasion<'_>], shelf: &Shelf<'_>, choices: &mut [SuggestedChoice]) {
    let mut years: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    for (at, item) in occasions.iter().enumerate().filter(|(_, item)| item.is_activity()) {
        years.entry(item.date.year()).or_default().push(at);
    }
    let fields: BTreeSet<TopicField> = shelf.book.topics.iter().filter_map(|topic| topic.field).collect();
    for items in years.into_values().filter(|items| items.len() >= fields.len()) {
        let mut year = Year { occasions, shelf, items: &items, taken: BTreeMap::new() };
        year.count(choices);
        for field in &fields {
            year.give(*field, choices);
        }
    }
}

struct Year<'y, 'a> {
    occasions: &'y [Occasion<'a>],
    shelf: &'y Shelf<'a>,
    items: &'y [usize],
    taken: BTreeMap<TopicField, u32>,
}

impl Year<'_, '_> {
    fn count(&mut self, choices: &[SuggestedChoice]) {
        for at in self.items {
            if let Some(field) = choices.get(*at).and_then(|choice| self.field(choice.topic)) {
                *self.taken.entry(field).or_default() += 1;
            }
        }
    }

    fn field(&self, topic: Option<usize>) -> Option<TopicField> {
        self.shelf.topic(topic?)?.field
    }

    /// The item that loses least takes the field: best one on no peak, or on a peak that the field suits.
    fn give(&mut self, field: TopicField, choices: &mut [SuggestedChoice]) {
        if self.taken.contains_key(&field) {
            return;
        }
        let candidates = self.items.iter().filter_map(|at| self.candidate(*at, field, choices));
        let Some(best) = candidates.min() else { return };
        let Some(choice) = choices.get_mut(best.at) else { return };
        choice.topic = Some(best.topic);
        self.taken.insert(field, 1);
        self.taken.entry(best.old).and_modify(|count| *count -= 1);
    }

    fn candidate(&self, at: usize, field: TopicField, choices: &[SuggestedChoice]) -> Option<Candidate> {
        let (item, choice) = (self.occasions.get(at)?, choices.get(at)?);
        let old = self.field(choice.topic)?;
        self.taken.get(&old).filter(|count| **count > 1)?;
        let suiting = &self.shelf.suiting(item, choice.form)?.main;
        let of_field = suiting.iter().copied().filter(|topic| self.field(Some(*topic)) == Some(field));
        let candidate = |topic: usize| Candidate {
            leaves_peak: !self.shelf.fits(topic, item.peak),
            is_for_others: !self.shelf.is_meant_for(topic, item.unit_kind),
            unit: item.unit,
            date: item.date,
            at,
            topic,
            old,
        };
        of_field.map(candidate).min()
    }
}

/// An item that could take the field over; the smallest loses least.
// INVARIANT: the place in the list comes after unit and day, so that the order of the items does not matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    leaves_peak: bool,
    is_for_others: bool,
    unit: Option<UnitIndex>,
    date: NaiveDate,
    at: usize,
    topic: usize,
    old: TopicField,
}
