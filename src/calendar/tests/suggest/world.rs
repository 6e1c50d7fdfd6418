//! Books and items to choose for, some of them at random.

use crate::dice::Dice;
use calendar::{Occasion, suggest};
use domain::{
    ActivityKind, Bilingual, Closes, ItemKind, NaiveDate, Period, SuggestedChoice, SuggestedForm, SuggestedTopic,
    SuggestedWord, SuggestionBook, TopicField, UnitIndex, UnitKind,
};
use std::collections::BTreeSet;

pub(crate) const PEAKS: [&str; 3] = ["women-day", "dv-month", "action-month"];

impl Dice {
    fn some<T: Clone>(&mut self, of: &[T]) -> Vec<T> {
        of.iter().filter(|_| self.below(3) == 0).cloned().collect()
    }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn both(text: &str) -> Bilingual {
    Bilingual { vi: format!("{text} (vi)"), en: text.to_owned() }
}

pub(crate) fn topic(id: &str, field: Option<TopicField>) -> SuggestedTopic {
    SuggestedTopic {
        id: id.to_owned(),
        label: both(id),
        clauses: vec![format!("III/{id}")],
        field,
        unit_kinds: BTreeSet::new(),
        best_for: BTreeSet::new(),
        audiences: Vec::new(),
        peaks: Vec::new(),
        laws: Vec::new(),
        support: None,
    }
}

pub(crate) fn form(id: &str, target: &str, kinds: &[UnitKind]) -> SuggestedForm {
    SuggestedForm {
        id: id.to_owned(),
        target: target.to_owned(),
        unit_kinds: kinds.iter().copied().collect(),
        kinds: BTreeSet::new(),
        form: both(id),
        audience: None,
        channels: Vec::new(),
        support: None,
    }
}

pub(crate) fn word(id: &str) -> SuggestedWord {
    SuggestedWord { id: id.to_owned(), label: both(id), clauses: Vec::new() }
}

/// Two topics a field, one of them for the kinds it is meant for, and three that go alongside.
pub(crate) fn book() -> SuggestionBook {
    let mut topics: Vec<SuggestedTopic> = Vec::new();
    for field in TopicField::ALL {
        topics.push(topic(field.code(), Some(field)));
        topics.push(topic(&format!("{}-special", field.code()), Some(field)));
    }
    let meant = |topics: &mut Vec<SuggestedTopic>, id: &str, kinds: &[UnitKind], peaks: &[&str]| {
        let topic = topics.iter_mut().find(|topic| topic.id == id).unwrap();
        topic.unit_kinds = kinds.iter().copied().collect();
        topic.best_for.clone_from(&topic.unit_kinds);
        topic.peaks = peaks.iter().map(|peak| (*peak).to_owned()).collect();
    };
    meant(&mut topics, "family-special", &[UnitKind::Hamlet, UnitKind::School], &["dv-month", "action-month"]);
    meant(&mut topics, "family", &[], &["dv-month", "action-month"]);
    meant(&mut topics, "labour-special", &[UnitKind::Enterprise, UnitKind::Agency], &["women-day", "action-month"]);
    meant(&mut topics, "politics", &[], &["women-day"]);
    meant(&mut topics, "education-special", &[UnitKind::School], &[]);
    for (id, peak) in [("directives", "dv-month"), ("programmes", "action-month"), ("policies", "women-day")] {
        topics.push(SuggestedTopic { peaks: vec![peak.to_owned()], ..topic(id, None) });
    }
    SuggestionBook { topics, forms: vec![form("talk", "T1", &[])], ..SuggestionBook::default() }
}

#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) unit: Option<UnitIndex>,
    pub(crate) unit_kind: UnitKind,
    pub(crate) date: NaiveDate,
    pub(crate) kind: ItemKind,
    pub(crate) closes: Vec<Closes>,
    pub(crate) peak: Option<String>,
}

impl Item {
    pub(crate) fn occasion(&self) -> Occasion<'_> {
        Occasion {
            unit: self.unit,
            unit_kind: self.unit_kind,
            date: self.date,
            kind: self.kind,
            closes: &self.closes,
            peak: self.peak.as_deref(),
        }
    }
}

pub(crate) fn item(unit: u32, unit_kind: UnitKind, date: &str, peak: Option<&str>) -> Item {
    Item {
        unit: Some(UnitIndex(unit)),
        unit_kind,
        date: day(date),
        kind: ItemKind::Activity(ActivityKind::Event),
        closes: vec![Closes { target: "T1".to_owned(), period: Period::Year(2027) }],
        peak: peak.map(str::to_owned),
    }
}

pub(crate) fn chosen(items: &[Item], book: &SuggestionBook) -> Vec<SuggestedChoice> {
    let occasions: Vec<Occasion<'_>> = items.iter().map(Item::occasion).collect();
    suggest(&occasions, book)
}

pub(crate) fn random_items(dice: &mut Dice) -> Vec<Item> {
    let units = 1 + dice.below(12);
    let kinds: Vec<UnitKind> = (0..units).map(|_| UnitKind::ALL[dice.below(UnitKind::ALL.len())]).collect();
    let number = dice.below(60);
    let random = |_| {
        let unit = dice.below(units);
        let date = day("2026-01-01") + chrono::Days::new(dice.below(1095) as u64);
        let peak = (dice.below(2) == 0).then(|| PEAKS[dice.below(PEAKS.len())]);
        let kind = match dice.below(8) {
            0 => ItemKind::HandIn,
            1 => ItemKind::Activity(ActivityKind::News),
            _ => ItemKind::Activity(ActivityKind::Event),
        };
        let unit_kind = kinds[unit];
        Item { kind, date, ..item(u32::try_from(unit).unwrap(), unit_kind, "2026-01-01", peak) }
    };
    (0..number).map(random).collect()
}

/// A book in which anything may suit anybody, or nobody.
pub(crate) fn random_book(dice: &mut Dice) -> SuggestionBook {
    let number = dice.below(20);
    let mut topics = Vec::new();
    for at in 0..number {
        let field = (dice.below(4) > 0).then(|| TopicField::ALL[dice.below(7)]);
        let unit_kinds = if dice.below(2) == 0 { Vec::new() } else { dice.some(&UnitKind::ALL) };
        topics.push(SuggestedTopic {
            unit_kinds: unit_kinds.into_iter().collect(),
            best_for: dice.some(&UnitKind::ALL).into_iter().collect(),
            peaks: dice.some(&PEAKS.map(str::to_owned)),
            audiences: dice.some(&["staff".to_owned(), "pupils".to_owned()]),
            ..topic(&format!("t{at}"), field)
        });
    }
    let audience = |dice: &mut Dice| Some(["staff", "pupils"][dice.below(2)].to_owned());
    let forms = (0..dice.below(4))
        .map(|at| {
            let unit_kinds = dice.some(&UnitKind::ALL);
            SuggestedForm { audience: audience(dice), ..form(&format!("f{at}"), "T1", &unit_kinds) }
        })
        .collect();
    SuggestionBook { topics, forms, ..SuggestionBook::default() }
}
