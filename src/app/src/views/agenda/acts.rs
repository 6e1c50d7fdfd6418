//! What the user does with one item: another day, a day kept, dropped, held.

use crate::choice::Choice;
use crate::state::Step;
use domain::{
    ActivityKind, AgendaItem, AgendaSlice, DayReason, EnteredRow, ItemChoice, ItemKey, ItemKind, Language, NaiveDate,
    Pin, PinChoice, UnitIndex,
};
use wording::agenda::full_title;
use wording::dates;
use yew::prelude::*;

/// Where what is done is told.
#[derive(Clone, PartialEq)]
pub(crate) struct AgendaActs {
    /// A choice is made …
    pub(crate) on_choose: Callback<Choice>,
    /// … or taken back.
    pub(crate) on_undo: Callback<Choice>,
    /// An activity was held.
    pub(crate) on_held: Callback<EnteredRow>,
    /// Takes a step back or forward over all choices.
    pub(crate) on_step: Callback<Step>,
}

/// An item as choices name it.
pub(super) fn named(slice: &AgendaSlice, key: ItemKey) -> ItemChoice {
    let ItemKey { unit, kind, closes, number } = key;
    ItemChoice { unit: unit_id(slice, unit), kind, closes, number }
}

fn unit_id(slice: &AgendaSlice, unit: Option<UnitIndex>) -> String {
    let line = unit.and_then(|unit| slice.units.iter().find(|line| line.unit == unit));
    line.map(|line| line.id.clone()).unwrap_or_default()
}

/// Is it on the day that the user gave it? A pin that could not be kept leaves it elsewhere.
pub(super) fn is_kept(item: &AgendaItem) -> bool {
    item.reason == DayReason::Pinned
}

impl AgendaActs {
    /// The item is to be on this day.
    pub(super) fn pin(&self, slice: &AgendaSlice, item: &AgendaItem, date: NaiveDate) {
        self.on_choose.emit(Choice::Pin(PinChoice { item: named(slice, item.key()), date }));
    }

    /// It may go where it fits best again.
    pub(super) fn unpin(&self, slice: &AgendaSlice, pin: Pin) {
        self.on_undo.emit(Choice::Pin(PinChoice { item: named(slice, pin.key), date: pin.date }));
    }

    /// It was held on this day: a row of the data says so.
    pub(super) fn hold(&self, slice: &AgendaSlice, item: &AgendaItem, day: NaiveDate) {
        if let Some(kind) = held_kind(item) {
            self.on_held.emit(held_row(slice, item, kind, day));
        }
    }

    /// It is not to be planned.
    pub(super) fn drop_item(&self, slice: &AgendaSlice, item: &AgendaItem) {
        self.on_choose.emit(Choice::Drop(named(slice, item.key())));
    }
}

/// The kind of an item that can be reported as held: reports and reviews have tables of their own.
pub(super) fn held_kind(item: &AgendaItem) -> Option<ActivityKind> {
    match item.kind {
        ItemKind::Activity(kind) if item.unit.is_some() => Some(kind),
        _ => None,
    }
}

/// Its title says what the plan suggested, in the language of the data.
fn held_row(slice: &AgendaSlice, item: &AgendaItem, kind: ActivityKind, day: NaiveDate) -> EnteredRow {
    let line = item.unit.and_then(|unit| slice.units.iter().find(|line| line.unit == unit));
    let said = slice.suggestion(item);
    // The number tells one suggestion from the next; what was held has none.
    let alone = AgendaItem { number: 1, ..item.clone() };
    let what = full_title(Language::Vi, &alone, None, said.form.as_ref());
    let topic = said.topic.map(|topic| format!(": {}", topic.label.vi)).unwrap_or_default();
    EnteredRow {
        unit_id: unit_id(slice, item.unit),
        unit: line.map(|line| line.name.clone()).unwrap_or_default(),
        date: dates::day(day),
        kind: kind.code().to_owned(),
        count: "1".to_owned(),
        title: format!("{what}{topic}"),
        ..EnteredRow::default()
    }
}

/// A language-independent label of an item's day, for `data-` attributes and input fields.
pub(super) fn iso(day: NaiveDate) -> String {
    day.to_string()
}

/// The day in a date field.
pub(super) fn day_of(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}
