use super::*;
use domain::{FindingKind, Life, Place, UnitIndex, UnitKind, UnitLine, UnitSource};

fn unit(id: &str, name: &str, parent: &str) -> UnitLine {
    let [id, name, parent] = [id, name, parent].map(str::to_owned);
    let (kind, source, life) = (UnitKind::Commune, UnitSource::Shipped, Life::default());
    UnitLine { unit: UnitIndex(0), id, name, parent, kind, source, life }
}

fn units() -> UnitNames {
    UnitNames::new(&[
        unit("hiep", "Xã Vĩnh Hòa Hiệp", "Huyện Châu Thành"),
        unit("loc-1", "Xã Thạnh Lộc", "Huyện Giồng Riềng"),
        unit("loc-2", "Xã Thạnh Lộc", "Huyện Châu Thành"),
        unit("hoa-1", "Xã Hòa An", "Huyện Giồng Riềng"),
        unit("hoa-2", "Xã Hóa An", "Huyện Giồng Riềng"),
    ])
}

fn cell(entry: &Entry, line: usize, column: Column) -> CellName {
    CellName { line: entry.lines()[line].id, column }
}

fn typed(entry: &mut Entry, line: usize, column: Column, text: &str) {
    let cell = cell(entry, line, column);
    entry.make(EntryEvent::Typed(cell, text.to_owned()), Some(&units()));
}

fn titles(entry: &Entry) -> Vec<String> {
    entry.rows().iter().map(|row| row.title.clone()).collect()
}

fn with_titles(titles: &[&str]) -> Entry {
    let mut entry = Entry::default();
    for (line, title) in titles.iter().enumerate() {
        typed(&mut entry, line, Column::Title, title);
    }
    entry
}

#[test]
fn there_is_always_a_blank_line_to_go_on_in() {
    let entry = with_titles(&["1", "2", "3", "4", "5", "6"]);
    assert_eq!((entry.lines().len(), entry.count()), (7, 6));
    assert!(!entry.lines()[6].is_started());
}

#[test]
fn the_line_below_is_for_the_same_unit_and_counts_once_more_is_typed() {
    let mut entry = Entry::default();
    typed(&mut entry, 0, Column::Unit, "xa vinh hoa hiep");
    assert_eq!(entry.count(), 0);
    typed(&mut entry, 0, Column::Date, "1/2/2024");
    assert_eq!(entry.lines()[1].row.unit_id, "hiep");
    assert_eq!(entry.count(), 1);
    typed(&mut entry, 1, Column::Date, "2/2/2024");
    let ids: Vec<String> = entry.rows().into_iter().map(|row| row.unit_id).collect();
    assert_eq!(ids, ["hiep", "hiep"]);
}

#[test]
fn a_text_is_a_unit_only_where_it_can_be_no_other() {
    let units = units();
    for (text, id) in [
        ("Xã Vĩnh Hòa Hiệp", Some("hiep")),
        ("XA VINH HOA HIEP", Some("hiep")),
        ("Vĩnh Hòa Hiệp", None),
        ("Xã Thạnh Lộc", None),
        ("xa thanh loc, huyen chau thanh", Some("loc-2")),
        ("Xã Hòa An", None),
        ("", None),
    ] {
        assert_eq!(units.named(text).map(|unit| unit.id.as_str()), id, "{text}");
    }
}

#[test]
fn a_typed_unit_is_forgotten_when_its_text_changes() {
    let mut entry = Entry::default();
    typed(&mut entry, 0, Column::Unit, "Xã Vĩnh Hòa Hiệp");
    typed(&mut entry, 0, Column::Unit, "Xã Vĩnh Hòa Hiệ");
    assert_eq!(entry.lines()[0].row.unit_id, "");
}

#[test]
fn suggestions_need_no_accents_and_begin_with_what_begins_so() {
    let units = units();
    let like = |text: &str| units.like(text, 3).iter().map(|unit| unit.id.clone()).collect::<Vec<_>>();
    assert_eq!(like("thanh loc"), ["loc-1", "loc-2"]);
    assert_eq!(like("chau thanh"), ["hiep", "loc-2"]);
    assert_eq!(like("hiep"), ["hiep"]);
    assert_eq!(like("loc giong"), ["loc-1"]);
    assert_eq!(like("").len(), 3);
    assert!(like("khong co").is_empty());
}

#[test]
fn units_that_come_later_are_found_in_what_was_typed_before() {
    let mut entry = Entry::default();
    let cell = cell(&entry, 0, Column::Unit);
    entry.make(EntryEvent::Typed(cell, "xã vĩnh hòa hiệp".to_owned()), None);
    assert_eq!(entry.lines()[0].row.unit_id, "");
    entry.know(&units());
    assert_eq!(entry.lines()[0].row.unit_id, "hiep");
}

#[test]
fn cells_of_a_spreadsheet_fill_the_table_from_the_cell_they_are_pasted_into() {
    let mut entry = with_titles(&["old"]);
    let at = cell(&entry, 0, Column::Count);
    let text = "2\t\"Hội \"\"thảo\"\"\nngày 1\"\tLoa\r\n3\tTọa đàm\t\r\n\r\n";
    entry.make(EntryEvent::Pasted(at, text.to_owned()), Some(&units()));
    let rows: Vec<_> = entry.rows().into_iter().map(|row| (row.count, row.title, row.channel)).collect();
    let expected = [("2", "Hội \"thảo\" ngày 1", "Loa"), ("3", "Tọa đàm", "")];
    assert_eq!(rows, expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned())));
    assert_eq!(entry.told(), Some(&Told::Pasted { rows: 2, cut: false }));
}

#[test]
fn what_does_not_fit_is_told() {
    let mut entry = Entry::default();
    let at = cell(&entry, 0, Column::Women);
    entry.make(EntryEvent::Pasted(at, "1\t2\n".to_owned()), None);
    assert_eq!(entry.told(), Some(&Told::Pasted { rows: 1, cut: true }));
    let long = "tin\n".repeat(EnteredRow::MOST + 1);
    let at = cell(&entry, 0, Column::Title);
    entry.make(EntryEvent::Pasted(at, long), None);
    assert_eq!(entry.count() as usize, EnteredRow::MOST);
    assert!(matches!(entry.told(), Some(Told::Pasted { cut: true, .. })));
}

#[test]
fn every_step_can_be_taken_back_and_typing_in_one_cell_is_one_step() {
    let mut entry = with_titles(&["a", "b"]);
    for letters in ["c", "cd", "cde"] {
        typed(&mut entry, 2, Column::Title, letters);
    }
    let second = cell(&entry, 1, Column::Title);
    entry.make(EntryEvent::Duplicated(second), None);
    assert_eq!(titles(&entry), ["a", "b", "b", "cde"]);
    entry.make(EntryEvent::Deleted(second), None);
    entry.make(EntryEvent::Cleared, None);
    assert_eq!(entry.count(), 0);
    for expected in
        [vec!["a", "b", "cde"], vec!["a", "b", "b", "cde"], vec!["a", "b", "cde"], vec!["a", "b"], vec!["a"]]
    {
        assert!(entry.can_undo());
        entry.make(EntryEvent::Undone, None);
        assert_eq!(titles(&entry), expected);
    }
    entry.make(EntryEvent::Undone, None);
    assert!(!entry.can_undo());
    entry.make(EntryEvent::Undone, None);
    assert_eq!(entry.count(), 0);
}

#[test]
fn the_keyboard_goes_to_the_copy_and_after_a_deletion_to_the_line_that_took_the_place() {
    let mut entry = with_titles(&["a", "b"]);
    let first = cell(&entry, 0, Column::Title);
    entry.make(EntryEvent::Duplicated(first), None);
    let (_, goal) = entry.goal().unwrap();
    assert_eq!(goal, cell(&entry, 1, Column::Title));
    entry.make(EntryEvent::Deleted(goal), None);
    assert_eq!(entry.goal().unwrap().1, cell(&entry, 1, Column::Title));
    assert_eq!(titles(&entry), ["a", "b"]);
}

#[test]
fn findings_belong_to_the_lines_that_were_read() {
    let mut entry = with_titles(&["a", "", "b"]);
    for line in [0, 2] {
        typed(&mut entry, line, Column::Kind, "tin, bài");
    }
    let at = Place { row: Some(3), column: Some(2), ..Place::default() };
    let finding = Finding { at, kind: FindingKind::UnreadableDate { text: "x".to_owned() } };
    let version = entry.version();
    assert!(entry.proved(version, vec![finding.clone()]));
    let third = entry.lines()[2].id;
    assert_eq!(entry.row_number(third), Some(3));
    assert_eq!(entry.findings(third), std::slice::from_ref(&finding));
    assert_eq!(Column::about(&finding), Column::Date);
    assert_eq!(entry.doubtful(), Some(1));
    typed(&mut entry, 0, Column::Title, "other");
    assert_eq!(entry.findings(third).len(), 1);
    assert_eq!(entry.doubtful(), None);
    typed(&mut entry, 2, Column::Title, "other");
    assert!(entry.findings(third).is_empty());
    assert!(!entry.proved(version, vec![finding]));
}

#[test]
fn kinds_from_the_list_travel_as_codes_and_other_words_as_they_are() {
    for (typed_kind, read) in [("tin, bài", "news"), ("news item", "news"), ("phát thanh", "phát thanh"), ("", "")] {
        let mut entry = with_titles(&["a"]);
        typed(&mut entry, 0, Column::Kind, typed_kind);
        assert_eq!(entry.rows()[0].kind, read);
        assert_eq!(entry.typed_rows()[0].kind, typed_kind);
    }
}

#[test]
fn a_row_without_a_kind_is_to_be_looked_at() {
    let mut entry = with_titles(&["a", "b"]);
    typed(&mut entry, 0, Column::Kind, "tin, bài");
    let version = entry.version();
    assert!(entry.proved(version, Vec::new()));
    assert_eq!(entry.doubtful(), Some(1));
}

#[test]
fn only_what_no_file_keeps_would_be_lost() {
    let mut entry = Entry::default();
    assert!(!entry.is_unsaved());
    typed(&mut entry, 0, Column::Unit, "Xã Vĩnh Hòa Hiệp");
    assert!(!entry.is_unsaved());
    typed(&mut entry, 0, Column::Title, "a");
    assert!(entry.is_unsaved());
    let version = entry.version();
    typed(&mut entry, 0, Column::Title, "ab");
    entry.make(EntryEvent::Kept(version), None);
    assert!(entry.is_unsaved());
    entry.make(EntryEvent::Kept(entry.version()), None);
    assert!(!entry.is_unsaved());
}

#[test]
fn lines_of_a_project_take_the_place_of_others_which_can_come_back() {
    let rows = with_titles(&["x", "y"]).typed_rows();
    let mut entry = with_titles(&["mine"]).opened(rows);
    assert_eq!(
        (titles(&entry).join(" "), entry.used(), entry.is_ahead(), entry.is_unsaved()),
        ("x y".into(), 2, false, false)
    );
    entry.make(EntryEvent::Undone, None);
    assert_eq!(titles(&entry), ["mine"]);
    assert!(entry.is_ahead() && entry.is_unsaved());
}
