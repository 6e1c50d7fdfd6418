//! Suggestions as their readers rely on them: every field in a year, what suits whom and when, the same each time.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at what it did not expect")]

mod described;
#[path = "../dice/mod.rs"]
mod dice;
mod world;

use dice::Dice;
use domain::{
    ActivityKind, Closes, ItemKind, Period, SuggestedChoice, SuggestedForm, SuggestedTopic, SuggestionBook, TopicField,
    UnitIndex, UnitKind,
};
use std::collections::{BTreeMap, BTreeSet};
use world::{Item, PEAKS, book, chosen, form, item, random_book, random_items, topic, word};

fn suits(book: &SuggestionBook, item: &Item, choice: SuggestedChoice, topic: &SuggestedTopic) -> bool {
    let audience = choice.form.and_then(|at| book.forms[at].audience.clone());
    (topic.unit_kinds.is_empty() || topic.unit_kinds.contains(&item.unit_kind))
        && (topic.audiences.is_empty() || audience.is_none_or(|audience| topic.audiences.contains(&audience)))
}

fn field(book: &SuggestionBook, choice: SuggestedChoice) -> Option<TopicField> {
    book.topics[choice.topic?].field
}

fn is_activity(item: &Item) -> bool {
    matches!(item.kind, ItemKind::Activity(_))
}

type UnitYears<'i> = BTreeMap<(Option<UnitIndex>, i32), Vec<(usize, &'i Item)>>;

/// Activities by unit and year, with their places.
fn by_unit_year(items: &[Item]) -> UnitYears<'_> {
    let mut years: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (at, item) in items.iter().enumerate().filter(|(_, item)| is_activity(item)) {
        years.entry((item.unit, chrono::Datelike::year(&item.date))).or_default().push((at, item));
    }
    years
}

#[test]
fn a_unit_covers_as_many_fields_in_a_year_as_it_has_items_up_to_seven() {
    let (mut dice, book) = (Dice(1), book());
    for _ in 0..2_000 {
        let items = random_items(&mut dice);
        let choices = chosen(&items, &book);
        for (unit, of_year) in by_unit_year(&items) {
            let fields: BTreeSet<_> = of_year.iter().map(|(at, _)| field(&book, choices[*at]).unwrap()).collect();
            assert_eq!(fields.len(), of_year.len().min(7), "{unit:?}: {of_year:?}");
        }
    }
}

#[test]
fn a_scope_with_seven_items_a_year_leaves_no_field_out() {
    let (mut dice, book) = (Dice(2), book());
    let mut full_years = 0;
    for _ in 0..2_000 {
        let items = random_items(&mut dice);
        let choices = chosen(&items, &book);
        let mut years: BTreeMap<i32, Vec<TopicField>> = BTreeMap::new();
        for (at, item) in items.iter().enumerate().filter(|(_, item)| is_activity(item)) {
            years.entry(chrono::Datelike::year(&item.date)).or_default().push(field(&book, choices[at]).unwrap());
        }
        for fields in years.into_values().filter(|fields| fields.len() >= 7) {
            full_years += 1;
            assert_eq!(fields.into_iter().collect::<BTreeSet<_>>().len(), 7);
        }
    }
    assert!(full_years > 1_000, "{full_years}");
}

#[test]
fn one_item_of_each_of_many_units_on_one_peak_still_covers_the_seven_fields() {
    let book = book();
    let items: Vec<Item> =
        (0..200).map(|unit| item(unit, UnitKind::Hamlet, "2027-11-20", Some("action-month"))).collect();
    let choices = chosen(&items, &book);
    let fields: Vec<TopicField> = choices.iter().filter_map(|choice| field(&book, *choice)).collect();
    assert_eq!(fields.iter().collect::<BTreeSet<_>>().len(), 7);
    let off_peak = choices.iter().filter(|choice| !lists(&book, choice.topic, "action-month")).count();
    assert_eq!(off_peak, 6, "no more than the fields that the peak does not suit");
}

fn lists(book: &SuggestionBook, topic: Option<usize>, peak: &str) -> bool {
    topic.is_some_and(|at| book.topics[at].peaks.iter().any(|fit| fit == peak))
}

#[test]
fn what_is_said_on_a_peak_suits_the_peak() {
    let (mut dice, book) = (Dice(3), book());
    for _ in 0..2_000 {
        let items = random_items(&mut dice);
        let choices = chosen(&items, &book);
        for (item, choice) in items.iter().zip(&choices).filter(|(item, _)| is_activity(item)) {
            let Some(peak) = &item.peak else { continue };
            assert!(lists(&book, choice.alongside, peak) || lists(&book, choice.topic, peak), "{item:?}");
        }
    }
}

#[test]
fn the_only_item_of_a_small_scope_on_a_peak_speaks_of_the_peak() {
    let book = book();
    for peak in PEAKS {
        for kind in UnitKind::ALL {
            let items = [item(0, kind, "2027-03-01", None), item(0, kind, "2027-06-08", Some(peak))];
            let choices = chosen(&items, &book);
            assert!(lists(&book, choices[1].topic, peak), "{peak} {kind:?}");
        }
    }
}

/// Seven items are needed for the fields; what a unit has above that is free for its peaks.
#[test]
fn peaks_of_a_unit_with_many_items_all_get_what_suits_them() {
    let (mut dice, book) = (Dice(7), book());
    for _ in 0..1_000 {
        let kind = UnitKind::ALL[dice.below(UnitKind::ALL.len())];
        let off_peak = (0..7).map(|month| item(0, kind, &format!("2027-{:02}-10", month + 1), None));
        let mut items: Vec<Item> = off_peak.collect();
        for number in 0..dice.below(12) {
            items.push(item(0, kind, &format!("2027-11-{:02}", number + 11), Some(PEAKS[dice.below(PEAKS.len())])));
        }
        let choices = chosen(&items, &book);
        let fields: BTreeSet<_> = choices.iter().filter_map(|choice| field(&book, *choice)).collect();
        assert_eq!(fields.len(), 7);
        for (item, choice) in items.iter().zip(&choices) {
            assert!(item.peak.as_ref().is_none_or(|peak| lists(&book, choice.topic, peak)), "{item:?}");
        }
    }
}

#[test]
fn nothing_is_chosen_that_does_not_suit_and_nothing_is_left_out_that_could_be_chosen() {
    let mut dice = Dice(4);
    for _ in 0..3_000 {
        let (items, book) = (random_items(&mut dice), random_book(&mut dice));
        let choices = chosen(&items, &book);
        assert_eq!(choices.len(), items.len());
        for (item, choice) in items.iter().zip(&choices) {
            let suiting: Vec<_> = book.topics.iter().filter(|topic| suits(&book, item, *choice, topic)).collect();
            assert_eq!(choice.topic.is_some(), is_activity(item) && !suiting.is_empty(), "{item:?}");
            for at in choice.topic.iter().chain(&choice.alongside) {
                assert!(suits(&book, item, *choice, &book.topics[*at]));
            }
            assert!(choice.alongside.is_none_or(|at| book.topics[at].field.is_none() && choice.topic != Some(at)));
            let form = choice.form.map(|at| &book.forms[at]);
            assert!(form.is_none_or(|form| form.unit_kinds.is_empty() || form.unit_kinds.contains(&item.unit_kind)));
        }
    }
}

/// With any book: as many fields as items, or as there are fields that suit each of them.
#[test]
fn coverage_holds_as_far_as_the_book_allows() {
    let mut dice = Dice(5);
    for _ in 0..3_000 {
        let (items, book) = (random_items(&mut dice), random_book(&mut dice));
        let choices = chosen(&items, &book);
        for of_year in by_unit_year(&items).into_values() {
            let fields: BTreeSet<_> = of_year.iter().filter_map(|(at, _)| field(&book, choices[*at])).collect();
            let by_all = of_year.iter().map(|(at, item)| {
                let topics = book.topics.iter().filter(|topic| suits(&book, item, choices[*at], topic));
                topics.filter_map(|topic| topic.field).collect::<BTreeSet<_>>()
            });
            let by_all = by_all.reduce(|one, other| &one & &other).unwrap_or_default();
            assert!(fields.len() >= of_year.len().min(by_all.len()), "{fields:?} of {by_all:?}");
        }
    }
}

#[test]
fn the_same_items_get_the_same_choices_and_their_order_does_not_matter() {
    let (mut dice, book) = (Dice(6), book());
    for _ in 0..500 {
        let mut items = random_items(&mut dice);
        items.sort_by_key(|item| (item.unit, item.date, item.kind, item.peak.clone()));
        items.dedup_by_key(|item| (item.unit, item.date));
        let choices = chosen(&items, &book);
        assert_eq!(choices, chosen(&items, &book));
        let mut turned: Vec<(Item, SuggestedChoice)> = items.into_iter().zip(choices).collect();
        turned.sort_by_key(|(item, _)| (item.date, item.unit));
        let by_date: Vec<Item> = turned.iter().map(|(item, _)| item.clone()).collect();
        assert!(chosen(&by_date, &book).iter().eq(turned.iter().map(|(_, choice)| choice)));
    }
}

#[test]
fn a_school_hears_of_schools_first_and_of_something_else_the_next_year() {
    let book = book();
    let items: Vec<Item> = ["2027-03-02", "2027-10-05", "2028-03-02", "2028-10-05"]
        .map(|date| item(0, UnitKind::School, date, None))
        .into();
    let fields: Vec<_> = chosen(&items, &book).into_iter().map(|choice| field(&book, choice).unwrap()).collect();
    let first: BTreeSet<_> = fields[..2].iter().copied().collect();
    assert_eq!(first, BTreeSet::from([TopicField::Education, TopicField::Family]));
    assert_eq!(fields.iter().collect::<BTreeSet<_>>().len(), 4);
}

#[test]
fn forms_take_turns_and_so_do_channels() {
    let mut book = book();
    book.forms = vec![form("assembly", "T8", &[UnitKind::School]), form("forum", "T8", &[UnitKind::School])];
    book.forms.push(SuggestedForm {
        kinds: BTreeSet::from([ActivityKind::News]),
        channels: vec!["radio".to_owned(), "portal".to_owned()],
        ..form("item", "T5", &[UnitKind::Commune])
    });
    book.channels = vec![word("portal"), word("radio")];
    let school = |date| Item { closes: closing("T8"), ..item(0, UnitKind::School, date, None) };
    let news = |date| Item {
        closes: closing("T5"),
        kind: ItemKind::Activity(ActivityKind::News),
        ..item(1, UnitKind::Commune, date, None)
    };
    let event = Item { closes: closing("T5"), ..item(1, UnitKind::Commune, "2027-01-01", None) };
    let items = [school("2027-02-01"), school("2027-01-01"), news("2027-01-01"), news("2027-02-01"), event];
    let choices = chosen(&items, &book);
    assert_eq!(
        choices.iter().map(|choice| choice.form).collect::<Vec<_>>(),
        [Some(1), Some(0), Some(2), Some(2), None]
    );
    let channels: BTreeSet<_> = choices.iter().filter_map(|choice| choice.channel).collect();
    assert_eq!(channels, BTreeSet::from([0, 1]));
}

fn closing(target: &str) -> Vec<Closes> {
    vec![Closes { target: target.to_owned(), period: Period::Year(2027) }]
}

#[test]
fn what_is_handed_in_has_a_form_and_no_topic() {
    let mut book = book();
    book.forms = vec![form("report", "R-half", &[])];
    let report =
        Item { closes: closing("R-half"), kind: ItemKind::HandIn, ..item(0, UnitKind::Agency, "2027-06-09", None) };
    let choices = chosen(&[report], &book);
    assert_eq!(choices, [SuggestedChoice { form: Some(0), ..SuggestedChoice::default() }]);
}

#[test]
fn a_plan_without_fields_offers_its_topics_in_turn_and_one_without_topics_none() {
    let book = SuggestionBook { topics: vec![topic("a", None), topic("b", None)], ..SuggestionBook::default() };
    let items = [item(0, UnitKind::Agency, "2027-02-01", None), item(0, UnitKind::Agency, "2027-05-01", None)];
    let choices = chosen(&items, &book);
    assert_eq!(choices.iter().filter_map(|choice| choice.topic).collect::<BTreeSet<_>>(), BTreeSet::from([0, 1]));
    assert!(choices.iter().all(|choice| choice.alongside.is_none()));
    assert!(chosen(&items, &SuggestionBook::default()).iter().all(|choice| *choice == SuggestedChoice::default()));
}

#[test]
fn a_hundred_thousand_items_are_chosen_for_in_a_moment() {
    let book = book();
    let items: Vec<Item> = (0..100_000)
        .map(|at| {
            item(
                at / 4,
                UnitKind::ALL[(at / 4) as usize % 11],
                ["2027-03-08", "2027-06-10", "2027-11-20", "2027-09-01"][at as usize % 4],
                [Some(PEAKS[0]), Some(PEAKS[1]), Some(PEAKS[2]), None][at as usize % 4],
            )
        })
        .collect();
    let choices = chosen(&items, &book);
    assert!(choices.iter().all(|choice| choice.topic.is_some() && choice.alongside.is_some()));
}
