//! What the tests of this folder share: the shipped roster and the case files.

use super::roster::{UnitRow, extend};
use domain::{
    ActivityKind, Arrange, ChannelTerm, KindTerms, Life, NaiveDate, Place, Roster, UnitKind, UnitSource, Vocabulary,
};
use std::path::{Path, PathBuf};

pub(crate) fn crate_folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The lines of every file of a case folder, without headers.
pub(crate) fn case_lines(folder: &str) -> Vec<String> {
    let files = files_of(&crate_folder().join("tests/cases").join(folder));
    let texts = files.iter().map(|file| std::fs::read_to_string(file).unwrap());
    texts.flat_map(|text| text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Files and folders of a folder, by name.
pub(crate) fn files_of(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.arrange();
    assert!(!files.is_empty(), "{} is empty", folder.display());
    files
}

/// The shipped rosters.
pub(crate) fn shipped() -> Roster {
    let files = files_of(&crate_folder().join("../../rules/rosters"));
    let tables = files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "csv"));
    let rows: Vec<UnitRow> = tables.flat_map(|file| unit_rows(&std::fs::read_to_string(file).unwrap())).collect();
    let mut findings = Vec::new();
    let roster = extend(Roster::default(), &rows, UnitSource::Shipped, NaiveDate::default(), &mut findings);
    assert_eq!(findings, []);
    roster
}

fn unit_rows(text: &str) -> Vec<UnitRow> {
    let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        UnitRow {
            at: Place::default(),
            id: cells[0].to_owned(),
            name: cells[1].to_owned(),
            kind: UnitKind::from_code(cells[2]).unwrap(),
            parent: cells[3].to_owned(),
            life: Life { from: day(cells[4]), to: day(cells[5]) },
            successors: cells[6].to_owned(),
            tags: String::new(),
        }
    };
    text.lines().skip(1).map(row).collect()
}

/// The words of a plan, as far as the cases need them.
pub(crate) fn vocabulary() -> Vocabulary {
    let kind = |kind, terms: &[&str]| KindTerms {
        kind,
        terms: terms.iter().map(|term| (*term).to_owned()).collect(),
        ask_terms: Vec::new(),
    };
    let channel = |term: &str, kind| ChannelTerm { term: term.to_owned(), kind };
    Vocabulary {
        units: vec![("trường".to_owned(), UnitKind::School)],
        kinds: vec![
            kind(ActivityKind::Event, &["cuộc", "buổi", "hội nghị", "tọa đàm", "tập huấn", "nói chuyện chuyên đề"]),
            kind(ActivityKind::News, &["tin", "bài", "phóng sự", "chuyên mục"]),
            kind(ActivityKind::ActionMonth, &["treo băng rôn", "lễ phát động", "mít tinh", "diễu hành"]),
            kind(ActivityKind::Model, &["mô hình"]),
            kind(ActivityKind::Pledge, &["ký cam kết"]),
        ],
        channels: vec![channel("loa", ActivityKind::News), channel("zalo", ActivityKind::News)],
        tags: vec![("Tháng hành động vì bình đẳng giới".to_owned(), "action_month".to_owned())],
    }
}
