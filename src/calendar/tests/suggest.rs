//! Suggestions as their readers rely on them: every field in a year, what suits whom and when, the same each time.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at what it did not expect")]

use calendar::{Occasion, suggest};
use domain::{
    ActivityKind, Bilingual, Certainty, Closes, ItemKind, LawNow, NaiveDate, Period, Span, Successor, SuggestedChoice,
    SuggestedForm, SuggestedTopic, SuggestedWord, SuggestionBook, SupportBody, SupportTask, TopicField, UnitIndex,
    UnitKind,
};
use std::collections::{BTreeMap, BTreeSet};

const PEAKS: [&str; 3] = ["women-day", "dv-month", "action-month"];

struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % limit as u64).unwrap()
    }

    fn some<T: Clone>(&mut self, of: &[T]) -> Vec<T> {
        of.iter().filter(|_| self.below(3) == 0).cloned().collect()
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn both(text: &str) -> Bilingual {
    Bilingual { vi: format!("{text} (vi)"), en: text.to_owned() }
}

fn topic(id: &str, field: Option<TopicField>) -> SuggestedTopic {
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

fn form(id: &str, target: &str, kinds: &[UnitKind]) -> SuggestedForm {
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

fn word(id: &str) -> SuggestedWord {
    SuggestedWord { id: id.to_owned(), label: both(id), clauses: Vec::new() }
}

/// Two topics a field, one of them for the kinds it is meant for, and three that go alongside.
fn book() -> SuggestionBook {
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
struct Item {
    unit: Option<UnitIndex>,
    unit_kind: UnitKind,
    date: NaiveDate,
    kind: ItemKind,
    closes: Vec<Closes>,
    peak: Option<String>,
}

impl Item {
    fn occasion(&self) -> Occasion<'_> {
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

fn item(unit: u32, unit_kind: UnitKind, date: &str, peak: Option<&str>) -> Item {
    Item {
        unit: Some(UnitIndex(unit)),
        unit_kind,
        date: day(date),
        kind: ItemKind::Activity(ActivityKind::Event),
        closes: vec![Closes { target: "T1".to_owned(), period: Period::Year(2027) }],
        peak: peak.map(str::to_owned),
    }
}

fn chosen(items: &[Item], book: &SuggestionBook) -> Vec<SuggestedChoice> {
    let occasions: Vec<Occasion<'_>> = items.iter().map(Item::occasion).collect();
    suggest(&occasions, book)
}

fn random_items(dice: &mut Dice) -> Vec<Item> {
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
fn random_book(dice: &mut Dice) -> SuggestionBook {
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

fn described() -> SuggestionBook {
    let mut book = book();
    let family = book.topics.iter_mut().find(|topic| topic.id == "family").unwrap();
    (family.laws, family.support) = (vec!["dv".to_owned()], Some("V18".to_owned()));
    book.laws = vec![LawNow {
        key: "dv".to_owned(),
        cited: both("Law of 2007"),
        current: both("Law of 2022"),
        effective: Some(day("2023-07-01")),
        checked: Span::month(2026, 11).unwrap(),
        certainty: Certainty::Sure,
        note: Bilingual::default(),
        source: "a page".to_owned(),
    }];
    let task = |id: &str| SupportTask { id: id.to_owned(), label: both(id), clauses: vec![format!("V/{id}")] };
    let now = |from: &str, name: &str, tasks: &[&str], certainty| Successor {
        from: day(from),
        name: both(name),
        tasks: tasks.iter().map(|task| (*task).to_owned()).collect(),
        certainty,
        note: Bilingual::default(),
    };
    let body = |id: &str, tasks: Vec<SupportTask>, successors: Vec<Successor>| SupportBody {
        id: id.to_owned(),
        name: both(id),
        clauses: vec![format!("V/{id}")],
        tasks,
        serves: Vec::new(),
        fields: BTreeSet::new(),
        topics: Vec::new(),
        successors,
    };
    let labour = body("labour", vec![task("V01")], vec![now("2025-03-01", "home affairs", &[], Certainty::Sure)]);
    let moved = now("2025-07-01", "courts", &["V18"], Certainty::Unsure);
    let justice = body("justice", vec![task("V18"), task("V19")], vec![moved]);
    book.bodies = vec![SupportBody { serves: vec!["T1".to_owned()], ..labour }, justice];
    book.audiences = vec![word("staff")];
    book.forms[0].audience = Some("staff".to_owned());
    book
}

#[test]
fn a_choice_in_full_names_clauses_laws_and_bodies_under_the_name_of_the_day() {
    let book = described();
    let family = book.topics.iter().position(|topic| topic.id == "family");
    let choice = SuggestedChoice { topic: family, form: Some(0), ..SuggestedChoice::default() };
    let names = |date: &str| {
        let lines = book.describe(choice, day(date)).support;
        lines.into_iter().map(|line| (line.name.en, line.certainty, line.clauses.concat())).collect::<Vec<_>>()
    };
    let name = |name: &str, certainty, clause: &str| (name.to_owned(), certainty, clause.to_owned());
    let justice = name("justice", Certainty::Sure, "V/V18");
    assert_eq!(names("2025-02-28"), [justice.clone(), name("labour", Certainty::Sure, "V/labour")]);
    assert_eq!(names("2025-03-01"), [justice, name("home affairs", Certainty::Sure, "V/labour")]);
    assert_eq!(names("2025-07-01")[0], name("courts", Certainty::Unsure, "V/V18"));
    let full = book.describe(choice, day("2027-01-01"));
    assert_eq!(full.audience.unwrap().id, "staff");
    assert_eq!(full.topic.unwrap().laws[0].current.en, "Law of 2022");
    assert_eq!(full.form.unwrap().en, "talk");
    assert_eq!(book.describe(SuggestedChoice::default(), day("2027-01-01")).support, []);
}

#[test]
fn the_field_or_the_topic_names_the_supporter_where_nothing_else_does() {
    let mut book = described();
    book.bodies[1].fields.insert(TopicField::Health);
    book.bodies[1].topics.push("politics".to_owned());
    for id in ["health", "politics"] {
        let topic = book.topics.iter().position(|topic| topic.id == id);
        let choice = SuggestedChoice { topic, ..SuggestedChoice::default() };
        let support = book.describe(choice, day("2027-01-01")).support;
        assert_eq!(support.into_iter().map(|line| line.id).collect::<Vec<_>>(), ["justice"], "{id}");
    }
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
