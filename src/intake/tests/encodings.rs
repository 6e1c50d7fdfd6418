//! Text in old encodings: names of places come back exactly, and what nothing tells is asked.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use domain::{EncodingCertainty, FindingKind, TextEncoding};
use intake::grid::Table;
use intake::read::{ReadFile, read_files};
use std::collections::BTreeMap;
use std::io::Cursor;

const COMMUNES: &str = include_str!("data/communes-2025.txt");
const LETTERS: &str = include_str!("data/legacy-letters.tsv");
const ROSTERS: [&str; 2] = [
    include_str!("../../../rules/rosters/kien-giang-to-2025-06-30.csv"),
    include_str!("../../../rules/rosters/an-giang-from-2025-07-01.csv"),
];
/// In the order of the columns of [`LETTERS`].
const ENCODINGS: [TextEncoding; 4] =
    [TextEncoding::Tcvn3, TextEncoding::Vni, TextEncoding::Viscii, TextEncoding::Windows1258];

/// Bytes of each letter, one map an encoding.
fn letters() -> [BTreeMap<char, Vec<u8>>; 4] {
    let mut maps = [const { BTreeMap::new() }; 4];
    for line in LETTERS.lines().skip(1) {
        let mut fields = line.split('\t');
        let letter = fields.next().unwrap().chars().next().unwrap();
        for (map, hex) in maps.iter_mut().zip(fields) {
            let bytes = (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap());
            map.insert(letter, bytes.collect());
        }
    }
    maps
}

fn encoded(text: &str, letters: &BTreeMap<char, Vec<u8>>) -> Vec<u8> {
    let bytes = text.chars().flat_map(|letter| match letters.get(&letter) {
        Some(bytes) => bytes.clone(),
        None => vec![u8::try_from(letter).unwrap()],
    });
    bytes.collect()
}

fn read(bytes: Vec<u8>, chosen: Option<TextEncoding>) -> ReadFile {
    let size = bytes.len() as u64;
    let chosen = chosen.map(|encoding| ("f.csv".to_owned(), encoding)).into_iter().collect();
    read_files("f.csv", Cursor::new(bytes), size, &chosen, &mut ()).remove(0).unwrap()
}

fn listed(names: &[&str]) -> String {
    let lines = names.iter().enumerate().map(|(number, name)| format!("{},{name},1\n", number + 1));
    std::iter::once("STT,Don vi,So cuoc\n".to_owned()).chain(lines).collect()
}

fn names_in(table: &Table) -> Vec<String> {
    table.rows.iter().map(|row| row.cell(1).text()).collect()
}

fn told(file: &ReadFile) -> (TextEncoding, EncodingCertainty) {
    let info = file.info.encoding.as_ref().unwrap();
    (info.taken, info.certainty)
}

#[test]
fn ten_names_of_places_come_back_exactly_from_every_encoding() {
    let rosters = ROSTERS.iter().flat_map(|roster| roster.lines().skip(1));
    let rosters: Vec<&str> = rosters.filter_map(|line| line.split(',').nth(1)).collect();
    let communes: Vec<&str> = COMMUNES.lines().collect();
    let mut wrong = Vec::new();
    for (encoding, letters) in ENCODINGS.into_iter().zip(letters()) {
        // Every third window: all of them pass, and take a minute.
        for names in communes.windows(10).step_by(3).chain(rosters.windows(10)).filter(|names| names.len() == 10) {
            let file = read(encoded(&listed(names), &letters), None);
            if told(&file) != (encoding, EncodingCertainty::Likely) || names_in(&file.tables[0]) != names {
                wrong.push(format!("{encoding:?} {names:?}: {:?}", told(&file)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn too_few_words_are_a_question_with_previews_and_the_answer_stands() {
    let letters = &letters()[0];
    let bytes = encoded("STT,Don vi,So cuoc\n1,Xã A,2\n2,An Hoa,3\n", letters);
    let file = read(bytes.clone(), None);
    assert_eq!(told(&file), (TextEncoding::Tcvn3, EncodingCertainty::Unsure));
    let kinds: Vec<FindingKind> = file.findings.into_iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds, [FindingKind::EncodingUnsure { encoding: TextEncoding::Tcvn3 }]);
    let previews = file.info.encoding.unwrap().previews;
    assert_eq!(
        (previews[0].encoding, previews[0].lines.as_slice()),
        (TextEncoding::Tcvn3, &["1,Xã A,2".to_owned()][..])
    );
    assert!(previews.iter().any(|preview| preview.encoding == TextEncoding::Windows1252));

    let chosen = read(bytes, Some(TextEncoding::Windows1252));
    assert_eq!(told(&chosen), (TextEncoding::Windows1252, EncodingCertainty::Chosen));
    assert_eq!(names_in(&chosen.tables[0]), ["X· A", "An Hoa"]);
    assert_eq!(chosen.findings, []);
}

#[test]
fn what_is_valid_utf_8_is_never_asked() {
    let file = read(listed(&COMMUNES.lines().take(10).collect::<Vec<_>>()).into_bytes(), None);
    assert_eq!(told(&file), (TextEncoding::Utf8, EncodingCertainty::Sure));
    assert_eq!(file.findings, []);
}
