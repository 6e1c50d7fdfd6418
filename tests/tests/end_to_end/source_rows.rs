//! Rows come back as they stand in the file, each with what became of it, a stretch at a time.

use crate::world::{COMMUNE, assess, assess_sample, csv, sample};
use domain::{FindingKind, Options, Place, RowFate, RowsStretch, RowsWish, Severity};

const LOG: &str = "Đơn vị,Ngày,Nội dung,Loại,Điện thoại
Xã Vĩnh Hòa Hiệp,05/01/2024,Tin bình đẳng giới trên loa,tin,0912345678
Xã Vĩnh Hòa Hiệp,05/01/2024,Tin bình đẳng giới trên loa,tin,0912345678
Xã Không Có Đâu,06/02/2024,Bài về phòng chống bạo lực gia đình,bài,0912345678
Xã Mong Thọ,,Tin không ghi ngày về bình đẳng giới,tin,0912345678
Xã Mong Thọ,07/03/2024,Tọa đàm bình đẳng giới,tọa đàm,0912345678
";

fn wish(words: &str, fate: Option<RowFate>) -> RowsWish {
    RowsWish { table: 0, words: words.to_owned(), fate }
}

#[test]
fn every_row_is_told_what_became_of_it() {
    let assessment = assess(&[csv("nhat-ky.csv", LOG)], Options::default(), "2024-10-16");
    let all = assessment.stretch(&wish("", None), 0).unwrap();
    assert_eq!(all.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 3, 4, 5, 6]);
    assert_eq!(all.rows[4].cells[0], "Xã Mong Thọ");
    let fates: Vec<RowFate> = all.rows.iter().map(|row| row.fate).collect();
    assert_eq!(fates[..3], [RowFate::Used, RowFate::Duplicate, RowFate::Question]);
    assert_eq!(fates[4], RowFate::Used);
    assert!(matches!(all.rows[1].found, Some(FindingKind::DuplicateRow { first_row: 2 })));
    assert_eq!(all.rows[2].found.as_ref().map(FindingKind::severity), Some(Severity::Question));
    assert_eq!(all.fates.values().sum::<u32>(), all.answer);
    let chosen = assessment.stretch(&wish("", Some(RowFate::Duplicate)), 0).unwrap();
    assert_eq!((chosen.answer, chosen.rows[0].number), (1, 3));
    assert_eq!(chosen.fates, all.fates, "a filter does not change what the other filters would show");
}

#[test]
fn rows_are_found_without_accents_and_personal_values_neither_shown_nor_searched() {
    let assessment = assess(&[csv("nhat-ky.csv", LOG)], Options::default(), "2024-10-16");
    let numbers = |words: &str| {
        let stretch = assessment.stretch(&wish(words, None), 0).unwrap();
        stretch.rows.iter().map(|row| row.number).collect::<Vec<_>>()
    };
    assert_eq!(numbers("TOA DAM"), [6]);
    assert_eq!(numbers("mong tho binh dang gioi"), [5, 6]);
    assert_eq!(numbers("mong thuan"), [0; 0]);
    assert_eq!(numbers("6"), [4, 6], "a row is found by a date in it, and by its number");
    assert_eq!(numbers("0912345678"), [0; 0]);
    let shown = assessment.stretch(&wish("", None), 0).unwrap();
    assert!(shown.rows.iter().all(|row| row.cells.iter().all(|cell| !cell.contains("0912"))));
}

#[test]
fn a_long_table_comes_in_stretches_that_cover_it_once() {
    let header = "Đơn vị,Ngày,Nội dung,Loại\n".to_owned();
    let line = |row: u32| format!("Xã Mong Thọ,{:02}/01/2024,Tin bình đẳng giới số {row},tin\n", row % 28 + 1);
    let text: String = std::iter::once(header).chain((0..5_000).map(line)).collect();
    let assessment = assess(&[csv("dai.csv", &text)], Options::default(), "2024-10-16");
    let stretches: Vec<RowsStretch> =
        (0..26).filter_map(|number| assessment.stretch(&wish("", None), number)).collect();
    assert!(
        stretches.iter().all(|stretch| stretch.rows.len() <= RowsStretch::LENGTH as usize && stretch.answer == 5_000)
    );
    let numbers: Vec<u32> = stretches.iter().flat_map(|stretch| stretch.rows.iter().map(|row| row.number)).collect();
    assert_eq!(numbers, (2..5_002).collect::<Vec<_>>());
    let found = assessment.stretch(&wish("so 4321", None), 0).unwrap();
    assert_eq!((found.answer, found.rows[0].number), (1, 4_323));
    assert_eq!(assessment.stretch(&RowsWish { table: 9, ..RowsWish::default() }, 0), None);
}

#[test]
fn as_many_rows_are_used_as_the_table_says() {
    let assessment = assess_sample(COMMUNE);
    for (table, info) in (0..).zip(&assessment.facts().tables) {
        let all = assessment.stretch(&RowsWish { table, ..RowsWish::default() }, 0).unwrap();
        let became_facts = |fate: &RowFate| *fate != RowFate::Ignored;
        let used: u32 = all.fates.iter().filter(|(fate, _)| became_facts(fate)).map(|(_, rows)| rows).sum();
        // A row in question may have become nothing.
        assert!(used >= info.used_rows && all.answer >= info.rows, "{}: {used} of {}", info.sheet, info.used_rows);
    }
}

#[test]
fn a_questioned_row_stands_among_its_neighbours() {
    let assessment = assess(&[sample(COMMUNE)], Options::default(), "2024-10-16");
    let places: Vec<Place> = assessment.findings().iter().map(|finding| finding.at.clone()).collect();
    let looked: Vec<_> = places.iter().filter_map(|at| Some((at.row?, assessment.rows(at)?))).collect();
    assert!(!looked.is_empty());
    for (number, slice) in looked {
        assert!(slice.rows.iter().any(|(row, cells)| *row == number && cells.len() == slice.columns.len()));
        assert!(slice.rows.len() <= 9 && slice.rows.is_sorted_by_key(|(row, _)| *row));
    }
    let nowhere = Place { file: "khac.xlsx".to_owned(), row: Some(3), ..Place::default() };
    assert_eq!(assessment.rows(&nowhere), None);
}
