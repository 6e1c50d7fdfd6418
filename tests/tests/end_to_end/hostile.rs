//! Cells that would do harm (`tests/cases/hostile.json`), as names of units, titles, places and files, through every file that
//! leaves the page: each is read back by a reader that shares no code with its writer, and every word stands there as text.

use crate::world::{File, SAMPLE_DAY, assess, day, house, reported, repository};
use assess::Assessment;
use calamine::{Data, Reader, Xlsx};
use domain::{Language, Options, ReportKind, Seal, SourceFile};
use report::csv::Flavour;
use report::package::{self, Contents};
use report::project::{self, Project};
use report::results::{self, Made};
use report::{json, worded};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use zip::ZipArchive;

fn texts() -> Vec<String> {
    let cases = std::fs::read_to_string(repository("tests/cases/hostile.json")).unwrap();
    let cases: Vec<serde_json::Value> = serde_json::from_str(&cases).unwrap();
    let text = |case: &serde_json::Value| {
        let times = case["times"].as_u64().unwrap_or(1);
        case["text"].as_str().unwrap().repeat(usize::try_from(times).unwrap())
    };
    cases.iter().map(text).collect()
}

/// A commune, its district, a title and a place for each text; the file has the name of the first one.
fn files(texts: &[String]) -> Vec<File> {
    let table = |rows: Vec<Vec<String>>| {
        let mut writer = csv::Writer::from_writer(Vec::new());
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        writer.into_inner().unwrap()
    };
    let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<String>>();
    let mut units = vec![row(&["id", "name", "kind", "parent", "from", "to", "successor"])];
    let mut activities = vec![row(&["date", "unit_id", "kind", "count", "title", "channel", "audience", "place"])];
    for (number, text) in texts.iter().enumerate() {
        let (district, commune) = (format!("d{number}"), format!("c{number}"));
        units.push(row(&[&district, text, "district", "", "", "", ""]));
        units.push(row(&[&commune, text, "commune", &district, "", "", ""]));
        activities.push(row(&["2024-07-05", &commune, "news", "1", text, text, text, text]));
    }
    let name = |ending: &str| format!("../{}{ending}", texts.first().unwrap());
    vec![(name("-units.csv"), table(units)), (name("-log.csv"), table(activities))]
}

struct Hostile {
    assessment: Assessment,
    texts: Vec<String>,
}

fn made() -> Hostile {
    let texts = texts();
    Hostile { assessment: assess(&files(&texts), Options::default(), SAMPLE_DAY), texts }
}

/// What is left of a text once spaces, what turns or hides text, and what stands for it are taken away.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric() && letter.is_ascii()).collect()
}

/// Is each of the texts among these cells, at least with its first letters?
fn all_there(texts: &[String], cells: &BTreeSet<String>, of: &str) {
    let cells: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
    for text in texts {
        let begins: String = plain(text).chars().take(1000).collect();
        assert!(cells.iter().any(|cell| cell.contains(&begins)), "{of}: {text:.60?} is not there");
    }
}

fn cells_of_csv(bytes: &[u8]) -> BTreeSet<String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    rows.iter().flat_map(|row| row.iter().map(str::to_owned)).collect()
}

fn cells_of_workbook(bytes: Vec<u8>, of: &str) -> BTreeSet<String> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut cells = BTreeSet::new();
    for sheet in book.sheet_names() {
        assert_eq!(book.worksheet_formula(&sheet).unwrap().used_cells().count(), 0, "{of}, {sheet}");
        let range = book.worksheet_range(&sheet).unwrap();
        cells.extend(range.rows().flatten().filter(|cell| **cell != Data::Empty).map(ToString::to_string));
    }
    cells
}

#[test]
fn tables_for_people_and_programs_hold_them_as_text() {
    let Hostile { assessment, texts } = made();
    assert_eq!(assessment.facts().activities.len(), texts.len());
    for flavour in [Flavour::People, Flavour::Machine] {
        let written = reported(&assessment, Language::Vi, |subject, words| {
            let mut tables: Vec<Vec<u8>> =
                report::csv::facts(assessment.facts(), flavour).into_iter().map(|table| table.bytes).collect();
            tables.push(report::csv::verdicts(subject, words, flavour));
            tables.push(report::csv::findings(subject, words, flavour));
            tables.push(report::agenda::csv(subject, words, Language::Vi));
            tables
        });
        let cells: BTreeSet<String> = written.iter().flat_map(|bytes| cells_of_csv(bytes)).collect();
        all_there(&texts, &cells, "csv");
        let runs = |cell: &&String| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        if flavour == Flavour::People {
            assert_eq!(cells.iter().find(runs), None, "a spreadsheet program would run it");
        }
    }
}

#[test]
fn workbooks_hold_them_as_text_and_no_formula() {
    let Hostile { assessment, texts } = made();
    let seal = Seal::Sha256("00".to_owned());
    let sources: Vec<SourceFile> =
        texts.iter().map(|name| SourceFile { name: name.clone(), seal: seal.clone() }).collect();
    for language in [Language::Vi, Language::En] {
        let stamp = day(SAMPLE_DAY);
        let books = reported(&assessment, language, |subject, words| {
            let made = Made { program: "1.2.3", stamp, files: &sources };
            [
                ("results", results::write(&assessment.results(), subject, words, language, made).unwrap()),
                ("clean", report::workbook::write(subject, words, language, stamp).unwrap()),
                ("agenda", report::agenda::workbook(subject, words, language, stamp).unwrap()),
            ]
        });
        for (of, bytes) in books {
            all_there(&texts, &cells_of_workbook(bytes, of), of);
        }
    }
}

#[test]
fn the_calendar_keeps_its_lines() {
    let Hostile { assessment, texts } = made();
    let bytes = reported(&assessment, Language::Vi, |subject, words| {
        worded::agenda_ics(subject, words, Language::Vi, day(SAMPLE_DAY))
    });
    let items = reported(&assessment, Language::Vi, |subject, _| subject.agenda.items.len());
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
    let calendars: Vec<_> = ical::IcalParser::new(text.as_bytes()).map(Result::unwrap).collect();
    assert_eq!(calendars.len(), 1);
    let events = &calendars.first().unwrap().events;
    assert!(items > 0 && events.len() == items, "{} events of {items}", events.len());
    let values = events.iter().flat_map(|event| event.properties.iter().filter_map(|one| one.value.as_deref()));
    all_there(&texts, &values.map(unescaped).collect(), "ics");
}

/// SOURCE: RFC 5545 §3.3.11.
fn unescaped(value: &str) -> String {
    let mut letters = value.chars();
    let mut text = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => text.extend(letters.next().map(|next| if next == 'n' { '\n' } else { next })),
            letter => text.push(letter),
        }
    }
    text
}

#[test]
fn the_package_unpacks_into_its_own_folder_and_its_documents_open() {
    let Hostile { assessment, texts } = made();
    let house = house();
    let fill = |kind, unit| {
        let figures = assessment.report(&house, kind, unit).unwrap();
        report::outline::fill(&house.outline(kind).unwrap(), &figures)
    };
    let (province, silent) = (fill(ReportKind::Province, None), assessment.check().silent);
    let contents = Contents { year: 2024, province: &province, workbook: b"PK", silent: &silent };
    let units = assessment.packaged_units();
    let own: Vec<_> = units.into_iter().filter(|line| line.id.starts_with('c')).collect();
    assert_eq!(own.len(), texts.len());
    let reports = own.into_iter().map(|line| {
        let report = fill(assessment.packaged_kind(), Some(line.unit));
        (line, report)
    });
    let bytes = package::write(contents, reports, Language::Vi, day(SAMPLE_DAY)).unwrap();
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut told = BTreeSet::new();
    for name in &names {
        let is_plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-./".contains(letter);
        let letters = name.chars().map(|letter| letter.to_ascii_lowercase());
        assert!(letters.clone().all(is_plain) && name.len() < 200, "{name}");
        for part in name.split('/') {
            let stem = part.split('.').next().unwrap();
            assert!(!stem.is_empty() && !["con", "nul", "prn", "aux"].contains(&stem), "{name}");
        }
        if name.starts_with("don-vi/") {
            let mut document = Vec::new();
            zip.by_name(name).unwrap().read_to_end(&mut document).unwrap();
            let read = docx_rs::read_docx(&document).unwrap_or_else(|error| panic!("{name}: {error:?}"));
            words_of(&serde_json::from_str(&read.json()).unwrap(), &mut told);
        }
    }
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    // A letterhead is in capitals.
    let upper: Vec<String> = texts.iter().map(|text| text.to_uppercase()).collect();
    let told: BTreeSet<String> = told.iter().map(|text| text.to_uppercase()).collect();
    all_there(&upper, &told, "docx");
}

fn words_of(value: &serde_json::Value, told: &mut BTreeSet<String>) {
    if value["type"] == "text" {
        told.extend(value.pointer("/data/text").and_then(|text| text.as_str()).map(str::to_owned));
    }
    let children = value.as_object().into_iter().flat_map(|object| object.values());
    children.chain(value.as_array().into_iter().flatten()).for_each(|child| words_of(child, told));
}

#[test]
fn the_json_twin_and_the_project_file_give_them_back_as_they_were() {
    let Hostile { assessment, texts } = made();
    let bytes = reported(&assessment, Language::Vi, |subject, words| json::write(subject, words).unwrap());
    let document: json::Document = serde_json::from_slice(&bytes).unwrap();
    let back = serde_json::to_string(&document).unwrap();
    for text in &texts {
        let quoted = serde_json::to_string(text.trim()).unwrap();
        let begins: String = quoted.trim_matches('"').chars().take(20).collect();
        assert!(back.contains(&begins), "{text:.60?}");
    }
    let rows = texts.iter().map(|text| domain::EnteredRow {
        title: text.clone(),
        unit: text.clone(),
        ..domain::EnteredRow::default()
    });
    let named = texts.iter().map(|name| (name.clone(), name.clone().into_bytes()));
    let project = Project { files: named.collect(), rows: rows.collect(), options: Options::default() };
    assert_eq!(project::read(&project::write(&project).unwrap()), Ok(project));
}
