use super::*;
use crate::check::{Check, FilesText, KeepText, LookText};
use crate::findings::finding;
use crate::matrix::MatrixText;
use crate::overview::OverviewText;
use crate::readings::ReadingsText;
use crate::shell::{NoticeText, Shell};
use crate::start::{Start, read_error, reading_progress, understanding_progress};
use crate::trend::TrendText;
use crate::unit::UnitHeadline;
use crate::units::{activity_counted, unit_kind_counted};
use crate::what_if::WhatIfText;
use crate::{Say, Text, figures};
use domain::{ActivityKind, FindingKind, NaiveDate, ReadErrorKind, TextEncoding, UnitKind};

const DAY: NaiveDate = NaiveDate::MIN;

/// Every kind of sentence with a count in it, said of that many.
fn said(language: Language, count: u32) -> Vec<Text> {
    let mut all = of_data(language, count);
    let many = count as usize;
    all.push(OverviewText::Targets(many).say(language));
    all.push(ReadingsText::Summary { asked: many, decided: many }.say(language));
    all.extend(headlines(count).map(|headline| headline.say(language)));
    all
}

/// Those that count rows, files and units: only they come to thousands.
fn of_data(language: Language, count: u32) -> Vec<Text> {
    let many = count as usize;
    let encoding = TextEncoding::Utf8;
    let first = "a.xlsx".to_owned();
    let sentences: [&dyn Say; 21] = [
        &Check::TableRows { rows: count, used: count },
        &Check::Places(count),
        &Check::Title { rows: count, open: 0 },
        &Check::Title { rows: count, open: count },
        &FilesText::Merged { read: count, copies: count, failed: count, rows: count },
        &FilesText::Held { tables: count, rows: count },
        &KeepText::AcceptAll(count),
        &MatrixText::Shown { shown: count, of: count },
        &MatrixText::GroupCounts { shown: count, missed: count },
        &OverviewText::Lead { as_of: DAY, rows: count, units: count },
        &ReadingsText::OutOf(count),
        &ReadingsText::Changes(count),
        &Shell::OneFile { name: first.clone(), rows: count },
        &Shell::Files { files: count, rows: count },
        &Shell::ToCheck(count),
        &Shell::ResultsReady { rows: count, questions: 0 },
        &Shell::ResultsReady { rows: count, questions: count },
        &Start::EntryLine { used: 0, rows: count },
        &Start::EntryLine { used: count, rows: count },
        &TrendText::OfRows { said: count, of: count },
        &WhatIfText::UnitsFound(many),
    ];
    let found = [
        FindingKind::SheetWithoutTable { rows: count },
        FindingKind::FontEncoding { encoding, cells: count },
        FindingKind::CopiedReport { first: first.clone(), rows: count },
        FindingKind::BadBytes { count },
    ];
    let mut all: Vec<Text> = sentences.iter().map(|sentence| sentence.say(language)).collect();
    all.extend(found.iter().map(|found| finding(language, found).seen));
    all.extend(
        UnitKind::ALL.map(|kind| {
            format!("{} {}", dates::number(language, count), unit_kind_counted(language, kind, count)).into()
        }),
    );
    all.extend(
        ActivityKind::ALL.map(|kind| {
            format!("{} {}", dates::number(language, count), activity_counted(language, kind, count)).into()
        }),
    );
    all.push(NoticeText::SomeFailed(count).say(language));
    all.push(LookText::Confidence(90).say(language));
    all.push(figures::people(language, count));
    all.push(reading_progress(language, &first, count));
    all.push(understanding_progress(language, count, count));
    all.push(read_error(language, &ReadErrorKind::NoTable { rows: count }).seen);
    all
}

/// A unit with that many targets, all of them in one state.
fn headlines(count: u32) -> [UnitHeadline; 5] {
    let none = UnitHeadline { name: "Xã A".to_owned(), ..UnitHeadline::default() };
    [
        UnitHeadline { missed: count, ..none.clone() },
        UnitHeadline { at_risk: count, ..none.clone() },
        UnitHeadline { unknown: count, ..none.clone() },
        UnitHeadline { open: count, ..none.clone() },
        UnitHeadline { met: count, ..none },
    ]
}

/// A noun that ends in s after a lone 1, or one without it after 2.
fn disagrees(sentence: &str, count: &str, is_plural: bool) -> bool {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    words.windows(2).any(|pair| {
        let noun = pair.last().copied().unwrap_or_default().trim_matches(|sign: char| !sign.is_alphabetic());
        let ends_as_plural = noun.ends_with('s') && !["is", "was", "has", "mass", "news", "places’"].contains(&noun);
        pair.first() == Some(&count) && ends_as_plural == is_plural
    })
}

#[test]
fn one_thing_is_never_told_as_several() {
    for sentence in said(Language::En, 1) {
        assert!(!disagrees(&sentence, "1", true), "{sentence}");
    }
}

#[test]
fn several_things_are_never_told_as_one() {
    let nouns =
        ["row", "unit", "file", "place", "target", "verdict", "thing", "copy", "suggestion", "cell", "character"];
    for sentence in said(Language::En, 2) {
        let words: Vec<&str> = sentence.split(|sign: char| !sign.is_alphanumeric()).collect();
        let wrong = words
            .windows(2)
            .any(|pair| pair.first() == Some(&"2") && pair.last().is_some_and(|noun| nouns.contains(noun)));
        assert!(!wrong, "{sentence}");
    }
}

#[test]
fn vietnamese_says_one_and_several_alike() {
    let plain = |sentence: &Text| sentence.replace(['1', '2'], "N");
    for (one, two) in said(Language::Vi, 1).iter().zip(&said(Language::Vi, 2)) {
        assert_eq!(plain(one), plain(two));
    }
}

#[test]
fn thousands_are_grouped_wherever_rows_are_told() {
    for (language, grouped) in [(Language::Vi, "1.046"), (Language::En, "1,046")] {
        let bare: Vec<Text> =
            of_data(language, 1046).into_iter().filter(|sentence| sentence.contains("1046")).collect();
        assert!(bare.is_empty(), "not {grouped}: {bare:#?}");
    }
}

#[test]
fn the_check_itself_knows_right_from_wrong() {
    assert!(disagrees("there are 1 units", "1", true));
    assert!(!disagrees("1 unit is left; 21 units", "1", true));
}
