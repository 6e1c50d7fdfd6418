//! What the user does with one item: another day, a day kept, dropped, held.

use crate::choice::Choice;
use domain::{
    ActivityKind, AgendaItem, AgendaSlice, CalendarChoices, EnteredRow, ItemChoice, ItemKind, Language, NaiveDate,
    PinChoice, UnitIndex,
};
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
}

/// An item as choices name it.
pub(super) fn named(slice: &AgendaSlice, item: &AgendaItem) -> ItemChoice {
    ItemChoice { unit: unit_id(slice, item.unit), kind: item.kind, closes: item.closes.clone(), number: item.number }
}

fn unit_id(slice: &AgendaSlice, unit: Option<UnitIndex>) -> String {
    let line = unit.and_then(|unit| slice.units.iter().find(|line| line.unit == unit));
    line.map(|line| line.id.clone()).unwrap_or_default()
}

/// The day that the user gave an item.
pub(super) fn pinned(choices: &CalendarChoices, item: &ItemChoice) -> Option<NaiveDate> {
    choices.pins.iter().find(|pin| pin.item == *item).map(|pin| pin.date)
}

impl AgendaActs {
    /// The item is to be on this day.
    pub(super) fn pin(&self, slice: &AgendaSlice, item: &AgendaItem, date: NaiveDate) {
        self.on_choose.emit(Choice::Pin(PinChoice { item: named(slice, item), date }));
    }

    /// It may go where it fits best again.
    pub(super) fn unpin(&self, slice: &AgendaSlice, item: &AgendaItem) {
        self.on_undo.emit(Choice::Pin(PinChoice { item: named(slice, item), date: item.date }));
    }

    /// It is not to be planned.
    pub(super) fn drop_item(&self, slice: &AgendaSlice, item: &AgendaItem) {
        self.on_choose.emit(Choice::Drop(named(slice, item)));
    }
}

/// The kind of an item that can be reported as held: reports and reviews have tables of their own.
pub(super) fn held_kind(item: &AgendaItem) -> Option<ActivityKind> {
    match item.kind {
        ItemKind::Activity(kind) if item.unit.is_some() => Some(kind),
        _ => None,
    }
}

/// The row that reports an item as held on its day.
pub(super) fn held_row(slice: &AgendaSlice, item: &AgendaItem, kind: ActivityKind, title: String) -> EnteredRow {
    let line = item.unit.and_then(|unit| slice.units.iter().find(|line| line.unit == unit));
    EnteredRow {
        unit_id: unit_id(slice, item.unit),
        unit: line.map(|line| line.name.clone()).unwrap_or_default(),
        date: dates::day(item.date),
        kind: kind.code().to_owned(),
        count: "1".to_owned(),
        title,
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

/// Titles of rows are in the language of the data.
pub(super) const DATA_LANGUAGE: Language = Language::Vi;
