//! A choice in full, as people read it.

use crate::world::{book, both, day, word};
use domain::{
    Bilingual, Certainty, LawNow, Span, Successor, SuggestedChoice, SuggestionBook, SupportBody, SupportTask,
    TopicField,
};
use std::collections::BTreeSet;

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
