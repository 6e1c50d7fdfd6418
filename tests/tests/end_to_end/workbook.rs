//! The workbook of clean data reads back to the same facts, without a word about its sheets for people.

use crate::world::{
    COMMUNE, CONVENTIONS, File, MEDIA, PROVINCE, SAMPLE_DAY, assess, assess_sample, csv, day, repository, sample,
};
use assess::Assessment;
use domain::{Activity, ActivityKind, FindingKind, Language, Options};
use report::csv::{Flavour, facts};
use report::worded;

fn workbook(assessment: &Assessment, language: Language) -> File {
    let slice = domain::AgendaSlice::default();
    let subject = assessment.subject(&[], &slice.agenda);
    let reading = |reading: &str, option: &str| assessment.reading(reading, option);
    let bytes = worded::with_words(language, assessment.facts(), &slice, (&reading, &|_| Vec::new()), |words| {
        report::workbook::write(&subject, words, language, day(SAMPLE_DAY)).unwrap()
    });
    ("sạch 2023.xlsx".to_owned(), bytes)
}

/// Every canonical table as text, without the place of its rows: the clean workbook is another place.
fn tables(assessment: &Assessment) -> Vec<(String, Vec<String>)> {
    let written = facts(assessment.facts(), Flavour::Machine).into_iter().filter(|table| table.name != "columns.csv");
    written.map(|table| (table.name.clone(), without_origin(&table.bytes, &table.name))).collect()
}

/// Units seen only in the data come back as the user's own, after the shipped ones.
fn without_origin(bytes: &[u8], name: &str) -> Vec<String> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let mut rows: Vec<String> = reader
        .records()
        .map(|row| {
            let row = row.unwrap();
            row.iter().take(row.len() - 3).collect::<Vec<_>>().join("|")
        })
        .collect();
    if name == "units.csv" {
        rows.sort();
    }
    rows
}

fn reads_back(first: &Assessment, today: &str) -> Assessment {
    let again = assess(&[workbook(first, Language::Vi)], Options::default(), today);
    for ((name, before), (_, after)) in tables(first).into_iter().zip(tables(&again)) {
        let different = before.iter().zip(&after).find(|(before, after)| before != after);
        assert_eq!(different, None, "{name}");
        assert_eq!(before.len(), after.len(), "{name}");
    }
    assert_eq!(tables(first).len(), tables(&again).len());
    again
}

#[test]
fn every_sample_reads_back_from_its_clean_workbook() {
    for name in [COMMUNE, PROVINCE] {
        reads_back(&assess_sample(name), SAMPLE_DAY);
    }
    let files = [COMMUNE, PROVINCE, MEDIA, CONVENTIONS].map(sample);
    reads_back(&assess(&files, Options::default(), SAMPLE_DAY), SAMPLE_DAY);
}

#[test]
fn every_case_of_intake_reads_back_from_its_clean_workbook() {
    let mut cases = 0;
    for folder in std::fs::read_dir(repository("src/intake/tests/cases/facts")).unwrap() {
        let content = std::fs::read_dir(folder.unwrap().path()).unwrap().map(|file| file.unwrap().path());
        let files: Vec<File> = content
            .filter(|file| {
                file.extension().is_some_and(|ending| ["csv", "tsv", "xlsx"].iter().any(|own| ending == *own))
            })
            .map(|file| (file.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&file).unwrap()))
            .collect();
        if files.is_empty() {
            continue;
        }
        cases += 1;
        reads_back(&assess(&files, Options::default(), "2024-12-31"), "2024-12-31");
    }
    assert!(cases > 5, "only {cases} cases were found");
}

#[test]
fn the_sheets_for_people_are_left_alone_without_a_finding() {
    let again = reads_back(&assess_sample(COMMUNE), SAMPLE_DAY);
    let odd = again.findings().iter().find(|finding| {
        matches!(
            finding.kind,
            FindingKind::SheetWithoutTable { .. }
                | FindingKind::AmbiguousDate { .. }
                | FindingKind::UnknownColumn { .. }
                | FindingKind::SkippedRow { .. }
        )
    });
    assert_eq!(odd, None);
    let english = assess(&[workbook(&assess_sample(COMMUNE), Language::En)], Options::default(), SAMPLE_DAY);
    assert_eq!(tables(&english), tables(&again));
}

#[test]
fn blank_dates_formulas_and_odd_numbers_come_back_as_they_were() {
    let text = "date,unit_id,kind,count,tags,title,channel,audience,people,women,place,cost,funding,status,relevant\n\
        ,kg.chau-thanh.xa-vinh-hoa-hiep,event,2,,=1+1,@x,+84,0,,-5,12000000000,,,unknown\n\
        2024-02-03,kg.chau-thanh.xa-vinh-hoa-hiep,news,1,b;a,02,54,,,,,,,planned,\n\
        2024-Q2,kg.chau-thanh.xa-vinh-hoa-hiep,other,0,,2024,,,,,,,,,\n";
    let first = assess(&[csv("x.csv", text)], Options::default(), "2024-12-31");
    let again = reads_back(&first, "2024-12-31");
    let undated: Vec<&Activity> =
        again.facts().activities.iter().filter(|activity| activity.kind == ActivityKind::Event).collect();
    assert!(undated.iter().all(|activity| activity.when.is_none()), "the workbook's name dated a row");
    assert_eq!(undated.len(), 1);
}
