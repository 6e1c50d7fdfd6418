//! Values put into the XML of a sheet: each at its place, in the style that the place has, and not a byte elsewhere.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use domain::{FormCell, FormFate, FormHead, FormPreview, FormRow, NaiveDate, Period, RowValue, column_letters};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// A form in which these cells (row from 1, column from 0) are to be written.
fn preview(cells: &[(u32, u32, RowValue)]) -> FormPreview {
    let head = |column| FormHead { column, levels: Vec::new(), holds: None, by: String::new() };
    let fate = |row, column| {
        let found = cells.iter().find(|(of, at, _)| (*of, *at) == (row, column));
        found.map_or(FormFate::NotHeld, |(.., value)| FormFate::Filled(value.clone()))
    };
    let row = |row| FormRow {
        row,
        unit: String::new(),
        cells: (0..4)
            .map(|column| FormCell { address: format!("{}{row}", column_letters(column)), fate: fate(row, column) })
            .collect(),
    };
    FormPreview {
        sheet: String::new(),
        head: String::new(),
        unit: String::new(),
        period: Period::Year(2024),
        as_of: NaiveDate::default(),
        columns: (0..4).map(head).collect(),
        rows: [2, 4, 7].map(row).into(),
        notes: Vec::new(),
    }
}

fn packed(sheet: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [("a.txt", "as it is"), (SHEET, sheet)] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn filled(sheet: &str, cells: &[(u32, u32, RowValue)]) -> Result<String, String> {
    let made = report::form::write(&packed(sheet), &preview(cells), SHEET, None).map_err(|error| error.to_string())?;
    let mut zip = ZipArchive::new(Cursor::new(made)).unwrap();
    let mut text = String::new();
    zip.by_name(SHEET).unwrap().read_to_string(&mut text).unwrap();
    Ok(text)
}

fn number(row: u32, column: u32) -> (u32, u32, RowValue) {
    (row, column, RowValue::Number(5))
}

fn data(rows: &str) -> String {
    format!("<worksheet><cols><col min=\"3\" max=\"4\" style=\"8\"/></cols><sheetData>{rows}</sheetData></worksheet>")
}

#[test]
fn a_value_stands_at_its_place_in_the_style_of_its_place() {
    for (rows, cell, expected) in [
        // The cell is there: everything that it says stays, but for its value and the type of it.
        (
            r#"<row r="4"><c r="A4" s="3" t="s"><v>7</v></c></row>"#,
            number(4, 0),
            r#"<row r="4"><c r="A4" s="3"><v>5</v></c></row>"#,
        ),
        (
            r#"<row r="4"><c t="n" s='3' r='B4'/></row>"#,
            number(4, 1),
            r#"<row r="4"><c s="3" r="B4"><v>5</v></c></row>"#,
        ),
        // The row is there without the cell: in its order, in the row's style, else in the column's.
        (
            r#"<row r="4"><c r="A4"/><c r="D4"/></row>"#,
            number(4, 1),
            r#"<row r="4"><c r="A4"/><c r="B4"><v>5</v></c><c r="D4"/></row>"#,
        ),
        (
            r#"<row r="4" s="6" customFormat="1"></row>"#,
            number(4, 2),
            r#"<row r="4" s="6" customFormat="1"><c r="C4" s="6"><v>5</v></c></row>"#,
        ),
        (r#"<row r="4" s="6"/>"#, number(4, 2), r#"<row r="4" s="6"><c r="C4" s="8"><v>5</v></c></row>"#),
        // Cells and rows that do not say where they are follow the one before.
        (
            r#"<row r="3"/><row><c/><c s="1"/></row>"#,
            number(4, 1),
            r#"<row r="3"/><row><c/><c s="1"><v>5</v></c></row>"#,
        ),
        // The row is not there.
        (
            r#"<row r="3"/><row r="5"/>"#,
            number(4, 0),
            r#"<row r="3"/><row r="4"><c r="A4"><v>5</v></c></row><row r="5"/>"#,
        ),
        (r#"<row r="3"/>"#, number(7, 3), r#"<row r="3"/><row r="7"><c r="D7" s="8"><v>5</v></c></row>"#),
        // Words are escaped.
        (
            r#"<row r="2"><c r="A2" s="1"/></row>"#,
            (2, 0, RowValue::Text("Xã <A> & B".to_owned())),
            r#"<row r="2"><c r="A2" s="1" t="inlineStr"><is><t>Xã &lt;A&gt; &amp; B</t></is></c></row>"#,
        ),
        // Comments and the like are nobody's cells.
        (
            r#"<row r="4"><!-- <c r="A4"/> --><c r="A4"/></row>"#,
            number(4, 0),
            r#"<row r="4"><!-- <c r="A4"/> --><c r="A4"><v>5</v></c></row>"#,
        ),
    ] {
        assert_eq!(filled(&data(rows), &[cell]), Ok(data(expected)), "{rows}");
    }
}

#[test]
fn a_sheet_without_rows_and_one_with_a_mark_of_its_encoding_are_filled() {
    let marked = "\u{feff}<?xml version=\"1.0\"?><x:worksheet xmlns:x=\"a\"><x:sheetData /></x:worksheet>";
    let expected = "\u{feff}<?xml version=\"1.0\"?><x:worksheet xmlns:x=\"a\"><x:sheetData><x:row r=\"4\"><x:c r=\"B4\"><x:v>5</x:v>\
                    </x:c></x:row></x:sheetData></x:worksheet>";
    assert_eq!(filled(marked, &[number(4, 1)]).as_deref(), Ok(expected));
    assert_eq!(filled(&data(""), &[]), Ok(data("")), "nothing to write changes nothing");
}

#[test]
fn what_would_break_a_form_is_refused() {
    for (sheet, why) in [
        (data(r#"<row r="4"><c r="A4"><f>1+1</f><v>2</v></c></row>"#), "formula"),
        (data(r#"<row r="5"/><row r="4"/>"#), "row 4 after row 5"),
        (data(r#"<row r="4"><c r="B4"/><c r="A4"/></row>"#), "out of order"),
        ("<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet><sheetData/></worksheet>".to_owned(), "DTD"),
        ("<worksheet><sheetData><row r=\"4\"></worksheet>".to_owned(), ""),
        ("<worksheet/>".to_owned(), "no place"),
        ("\u{0}<\u{0}".to_owned(), "UTF-8"),
        (String::new(), "UTF-8"),
    ] {
        let said = filled(&sheet, &[number(4, 0)]).unwrap_err();
        assert!(said.contains(why), "{sheet}: {said}");
    }
}

#[test]
fn every_cut_of_a_sheet_is_filled_or_refused_without_a_fall() {
    let whole = data(r#"<row r="4"><c r="A4" s="3" t="s"><v>7</v></c></row>"#);
    let told = (0..whole.len()).filter(|end| filled(&whole[..*end], &[number(4, 0)]).is_err()).count();
    assert!(told > whole.len() / 2, "{told} of {} cuts were refused", whole.len());
}

#[test]
fn a_filled_form_is_called_so() {
    for (name, expected) in [
        ("Biểu 09a.xlsx", "Biểu 09a (đã điền).xlsx"),
        ("a.b.XLSM", "a.b (đã điền).XLSM"),
        ("x/y/biểu", "biểu (đã điền).xlsx"),
    ] {
        assert_eq!(report::form::name(name), expected);
    }
}
