//! The book laid out for choosing: which topics suit whom, looked up once and not for every item.

use super::Occasion;
use domain::{SuggestedTopic, SuggestionBook, TopicField, UnitKind};
use std::collections::BTreeMap;

/// What a year should cover: a field, or a topic where a plan knows no fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slot {
    Field(TopicField),
    Topic(usize),
}

/// Topics that suit a kind of unit and an audience, by place in the book.
#[derive(Clone, Debug, Default)]
pub(super) struct Suiting {
    /// To choose one of for each item.
    pub(super) main: Vec<usize>,
    /// To go with it.
    pub(super) alongside: Vec<usize>,
}

pub(super) struct Shelf<'a> {
    pub(super) book: &'a SuggestionBook,
    suiting: BTreeMap<(UnitKind, Option<&'a str>), Suiting>,
    /// How many topics name a peak.
    named: BTreeMap<&'a str, usize>,
}

impl<'a> Shelf<'a> {
    pub(super) fn new(book: &'a SuggestionBook) -> Self {
        let mut audiences: Vec<Option<&str>> = book.forms.iter().map(|form| form.audience.as_deref()).collect();
        audiences.push(None);
        let suiting = UnitKind::ALL
            .into_iter()
            .flat_map(|kind| audiences.iter().map(move |audience| ((kind, *audience), suiting(book, kind, *audience))));
        let suiting = suiting.collect();
        let mut named = BTreeMap::new();
        for peak in book.topics.iter().flat_map(|topic| &topic.peaks) {
            *named.entry(peak.as_str()).or_default() += 1;
        }
        Self { book, suiting, named }
    }

    pub(super) fn topic(&self, at: usize) -> Option<&'a SuggestedTopic> {
        self.book.topics.get(at)
    }

    /// What suits the item in this form.
    pub(super) fn suiting(&self, item: &Occasion<'_>, form: Option<usize>) -> Option<&Suiting> {
        let audience = form.and_then(|at| self.book.forms.get(at)?.audience.as_deref());
        self.suiting.get(&(item.unit_kind, audience))
    }

    /// How many topics an item can choose among before others do: the fewest first, days off every peak last.
    pub(super) fn freedom(&self, item: Option<&Occasion<'_>>) -> usize {
        item.and_then(|item| self.named.get(item.peak?)).copied().unwrap_or(usize::MAX)
    }

    pub(super) fn slot(&self, at: usize) -> Slot {
        self.topic(at).and_then(|topic| topic.field).map_or(Slot::Topic(at), Slot::Field)
    }

    /// Does the topic suit the day? Off every peak each one does.
    pub(super) fn fits(&self, at: usize, peak: Option<&str>) -> bool {
        peak.is_none_or(|peak| self.topic(at).is_some_and(|topic| topic.peaks.iter().any(|fit| fit == peak)))
    }

    /// Does the topic come to this kind of unit before others?
    pub(super) fn is_meant_for(&self, at: usize, kind: UnitKind) -> bool {
        self.topic(at).is_some_and(|topic| topic.best_for.contains(&kind))
    }
}

/// A plan whose topics have no field offers all of them in turn.
fn suiting(book: &SuggestionBook, kind: UnitKind, audience: Option<&str>) -> Suiting {
    let suits = |topic: &SuggestedTopic| {
        (topic.unit_kinds.is_empty() || topic.unit_kinds.contains(&kind))
            && (topic.audiences.is_empty()
                || audience.is_none_or(|audience| topic.audiences.iter().any(|suited| suited == audience)))
    };
    let suited = book.topics.iter().enumerate().filter(|(_, topic)| suits(topic));
    let (main, alongside): (Vec<_>, Vec<_>) = suited.partition(|(_, topic)| topic.field.is_some());
    let places = |topics: Vec<(usize, &SuggestedTopic)>| topics.into_iter().map(|(at, _)| at).collect::<Vec<_>>();
    match main.is_empty() {
        true => Suiting { main: places(alongside), alongside: Vec::new() },
        false => Suiting { main: places(main), alongside: places(alongside) },
    }
}
