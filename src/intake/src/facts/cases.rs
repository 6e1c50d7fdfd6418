//! Every folder of `tests/cases/facts/` is a case: its files are read as a user's would be, and `expected.txt` says what
//! must come out. `as-of.txt`, `choices.txt` (text|unit, an empty text for rows without a unit) and `kinds.txt`
//! (word|kind) are optional. With `BLESS=1` in the environment the expectations are written instead of compared: read
//! them before you keep them.

use super::reading::{Input, Reading, read};
use super::samples::{crate_folder, files_of, shipped, vocabulary};
use domain::{
    Activity, ActivityKind, Facts, FindingKind, NaiveDate, Options, Relevance, Roster, Status, UnitChoice, UnitIndex,
};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

#[test]
fn every_case_of_files_becomes_the_facts_written_beside_it() {
    let mut wrong = Vec::new();
    for folder in files_of(&crate_folder().join("tests/cases/facts")) {
        let (reading, _) = read_case(&folder);
        let shown = shown(&reading);
        let expected = folder.join("expected.txt");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&expected, &shown).unwrap();
        } else if std::fs::read_to_string(&expected).unwrap_or_default() != shown {
            wrong.push(format!("{}:\n{shown}", folder.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn reading_twice_gives_the_same() {
    for folder in files_of(&crate_folder().join("tests/cases/facts")) {
        assert_eq!(read_case(&folder).0, read_case(&folder).0, "{}", folder.display());
    }
}

fn read_case(folder: &Path) -> (Reading, Options) {
    let files = files_of(folder);
    let data = files.iter().filter(|file| file.extension().is_some_and(|extension| extension != "txt"));
    let inputs = data.map(|file| {
        let bytes = std::fs::read(file).unwrap();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        Input { name, size: bytes.len() as u64, bytes: Box::new(Cursor::new(bytes)) }
    });
    let options = Options { units: choices(folder), kinds: kinds(folder), ..Options::default() };
    let as_of = text(folder, "as-of.txt").unwrap_or_else(|| "2024-12-31".to_owned());
    let as_of: NaiveDate = as_of.trim().parse().unwrap();
    let reading = read(inputs.collect(), shipped(), &vocabulary(), &options, as_of, &mut ());
    (reading, options)
}

fn text(folder: &Path, name: &str) -> Option<String> {
    std::fs::read_to_string(folder.join(name)).ok()
}

fn choices(folder: &Path) -> Vec<UnitChoice> {
    let lines = text(folder, "choices.txt").unwrap_or_default();
    let choice = |line: &str| {
        let (text, unit) = line.split_once('|').unwrap();
        UnitChoice { table: String::new(), text: text.to_owned(), unit: unit.to_owned() }
    };
    lines.lines().map(choice).collect()
}

fn kinds(folder: &Path) -> BTreeMap<String, ActivityKind> {
    let lines = text(folder, "kinds.txt").unwrap_or_default();
    let answer = |line: &str| {
        let (word, kind) = line.split_once('|').unwrap();
        (word.to_owned(), ActivityKind::from_code(kind).unwrap())
    };
    lines.lines().map(answer).collect()
}

fn shown(reading: &Reading) -> String {
    let facts = &reading.facts;
    let mut lines: Vec<String> = facts.activities.iter().map(|activity| activity_line(facts, activity)).collect();
    lines.extend(register_lines(facts));
    lines.extend(reading.findings.iter().map(|finding| {
        let at = &finding.at;
        format!("! {} {} {} {}", finding.kind.code(), at.file, at.cell(), detail(&finding.kind))
    }));
    lines.extend(reading.failed.iter().map(|error| format!("!! {error}")));
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn unit(roster: &Roster, unit: UnitIndex) -> &str {
    roster.id(unit)
}

fn activity_line(facts: &Facts, activity: &Activity) -> String {
    let when = activity.when.map_or("-".to_owned(), |when| when.to_string());
    let people = activity.people.map_or(String::new(), |people| format!(" people={people}"));
    let women = activity.women.map_or(String::new(), |women| format!(" women={women}"));
    let cost = activity.cost.map_or(String::new(), |cost| format!(" cost={cost}"));
    let planned = if activity.status == Status::Planned { " planned" } else { "" };
    let possible = if activity.relevant == Relevance::Unknown { " relevant?" } else { "" };
    let tags = if activity.tags.is_empty() { String::new() } else { format!(" tags={}", activity.tags.join(";")) };
    let (table, row) = (activity.origin.table, activity.origin.row);
    let (unit, kind, count) = (unit(&facts.roster, activity.unit), activity.kind.code(), activity.count);
    format!("{table}:{row} {unit} {when} {kind} {count}{planned}{possible}{tags}{people}{women}{cost}")
}

fn register_lines(facts: &Facts) -> Vec<String> {
    let name = |index| unit(&facts.roster, index);
    let media = facts.media.iter().flatten();
    let media =
        media.map(|row| format!("media {} {:?} {} {}", name(row.unit), row.stage, span(row.from), span(row.to)));
    let conventions = facts.conventions.iter().flatten().map(|row| {
        let review = row.discriminatory;
        let days = [row.adopted, row.fixed_on, row.ended].map(span).join(" ");
        format!("convention {} {} {review:?} {days}", row.id, name(row.unit))
    });
    let submissions = facts.submissions.iter().flatten().map(|row| {
        let (kind, children) = (row.kind, row.covers_children);
        format!("submission {} {kind:?} {} {} {children}", name(row.unit), row.period, row.submitted)
    });
    let surveys = facts.surveys.iter().flatten().map(|row| {
        format!("survey {} {} {} {} {} {:?}", row.id, name(row.unit), row.measure, row.date, row.value, row.base)
    });
    media.chain(conventions).chain(submissions).chain(surveys).collect()
}

fn span(span: Option<domain::Span>) -> String {
    span.map_or("-".to_owned(), |span| span.to_string())
}

fn detail(kind: &FindingKind) -> String {
    match kind {
        FindingKind::AmbiguousUnit { text, candidates } => format!("{text}: {}", candidates.join(" ")),
        FindingKind::UnknownUnit { text }
        | FindingKind::BadCount { text }
        | FindingKind::BadValue { text }
        | FindingKind::BadUnitRow { text }
        | FindingKind::TotalNotAdded { text }
        | FindingKind::SkippedRow { text }
        | FindingKind::FormulaError { text }
        | FindingKind::UnreadableDate { text } => text.clone(),
        FindingKind::ProvisionalUnit { name, kind } => format!("{name} ({})", kind.code()),
        FindingKind::UnitGuessed { text, name } => format!("{text} → {name}"),
        FindingKind::UnknownKind { word, taken } => format!("{word} → {}", taken.code()),
        FindingKind::UnknownColumn { header } => header.clone(),
        FindingKind::OutsideUnitLife { unit, when } => format!("{unit} {when}"),
        FindingKind::TotalDisagrees { unit, kind, total, parts } => {
            format!("{unit} {}: {total} against {parts}", kind.code())
        }
        FindingKind::DuplicateRow { first_row } => first_row.to_string(),
        FindingKind::DuplicateFile { first } => first.clone(),
        FindingKind::PlannedInThePast { when } => when.to_string(),
        FindingKind::NotRelevant { title } => title.clone(),
        _ => String::new(),
    }
}
