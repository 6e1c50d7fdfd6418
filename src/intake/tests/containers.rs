//! Containers: what is no table is named; what is one is read the same from every encoding.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use domain::{FindingKind, ReadErrorKind, TextEncoding};
use intake::grid::{Table, Value};
use intake::read::{ReadFile, Watch, read_files};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const TEXT: &str = "STT,Đơn vị,Ngày\n1,Xã Thạnh Lộc,08/3/2024\n2,Xã Ngọc Chúc,09/3/2024\n";

fn read(bytes: &[u8]) -> Result<(Vec<Table>, Vec<FindingKind>), ReadErrorKind> {
    let read = read_files("f", Cursor::new(bytes), bytes.len() as u64, &BTreeMap::new(), &mut ()).remove(0);
    let kinds = |file: ReadFile| (file.tables, file.findings.into_iter().map(|finding| finding.kind).collect());
    read.map(kinds).map_err(|error| error.kind)
}

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of one sheet with this XML as its content.
fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
    let rels = r#"<Relationships><Relationship Id="r1" Type="x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let book_rels = r#"<Relationships><Relationship Id="r1" Type="x/relationships/worksheet" Target="worksheets/s.xml"/></Relationships>"#;
    let book = r#"<workbook><sheets><sheet name="A &amp; B" r:id="r1"/></sheets></workbook>"#;
    package(&[
        ("_rels/.rels", rels.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", book_rels.as_bytes()),
        ("xl/worksheets/s.xml", format!("<worksheet>{sheet}</worksheet>").as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
    ])
}

fn inline(cells: &[(&str, &str)]) -> String {
    let cell =
        |(place, text): &(&str, &str)| format!(r#"<row><c r="{place}" t="inlineStr"><is><t>{text}</t></is></c></row>"#);
    cells.iter().map(cell).collect()
}

#[test]
fn what_is_no_table_is_named() {
    let other = |looks_like: &str| ReadErrorKind::NotASpreadsheet { looks_like: looks_like.into() };
    let unsupported = |format: &str| ReadErrorKind::UnsupportedFormat { format: format.into() };
    let cases: Vec<(Vec<u8>, ReadErrorKind)> = vec![
        (b"".to_vec(), ReadErrorKind::Empty),
        (b" \r\n\t\n".to_vec(), ReadErrorKind::Empty),
        (b"\xef\xbb\xbf\n".to_vec(), ReadErrorKind::Empty),
        (b"\x89PNG\r\n\x1a\n0000".to_vec(), other("png")),
        (b"%PDF-1.4\n".to_vec(), other("pdf")),
        (package(&[("word/document.xml", b"<w/>")]), other("docx")),
        (package(&[("a.txt", b"hello")]), other("zip")),
        (package(&[("index/tables.iwa", b"x"), ("metadata/properties.plist", b"x")]), unsupported("numbers")),
        (b"<html><body><p>x</p></body></html>".to_vec(), other("html")),
        (b"<html><table><tr><td>x</td></tr></table></html>".to_vec(), ReadErrorKind::NoTable { rows: 1 }),
        (b"just\nsome\nlines\n".to_vec(), ReadErrorKind::NoTable { rows: 3 }),
        (b"a,b,c\n1,2,3\n".to_vec(), ReadErrorKind::NoTable { rows: 2 }),
    ];
    for (bytes, expected) in cases {
        assert_eq!(read(&bytes), Err(expected), "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn a_cut_package_is_damaged_wherever_it_is_cut() {
    let whole = workbook(&format!("<sheetData>{}</sheetData>", inline(&[("A1", "STT"), ("B1", "Đơn vị")])), "<sst/>");
    for end in (4..whole.len() - 1).step_by(7) {
        assert!(matches!(read(&whole[..end]), Err(ReadErrorKind::Damaged { .. })), "{end}");
    }
}

#[test]
fn every_encoding_gives_the_same_table() {
    let (expected, findings) = read(TEXT.as_bytes()).unwrap();
    assert_eq!(findings, []);
    let utf16 = |bytes: fn(u16) -> [u8; 2]| TEXT.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let marked = |bytes: fn(u16) -> [u8; 2]| [bytes(0xfeff).to_vec(), utf16(bytes)].concat();
    let decomposed = TEXT.replace('ạ', "a\u{323}").replace('ộ', "ô\u{323}");
    let forms = [
        [b"\xef\xbb\xbf", TEXT.as_bytes()].concat(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
        marked(u16::to_le_bytes),
        marked(u16::to_be_bytes),
        decomposed.into_bytes(),
        TEXT.replace('\n', "\r\n").into_bytes(),
        TEXT.replace('\n', "\r").into_bytes(),
        TEXT.replace(',', ";").into_bytes(),
        TEXT.replace(',', "\t").into_bytes(),
        TEXT.replace(',', "|").into_bytes(),
    ];
    for bytes in forms {
        let found = read(&bytes).unwrap();
        assert_eq!(found, (expected.clone(), Vec::new()), "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn a_legacy_page_is_read_with_a_finding_and_becomes_precomposed() {
    // windows-1258 writes the tone as a mark of its own: `Ngày` is N g a ̀ y.
    let bytes = b"STT,\xd0\xf5n vi\xf2,Nga\xccy\n1,Xa\xde A,08/3/2024\n2,Xa\xde B,09/3/2024\n";
    let (tables, findings) = read(bytes).unwrap();
    assert_eq!(findings, [FindingKind::EncodingAssumed { encoding: TextEncoding::Windows1258 }]);
    assert_eq!(tables[0].columns[2].headers, ["Ngày"]);
    assert_eq!(*tables[0].rows.get(0).unwrap().cell(1), Value::Text("Xã A".into()));
}

#[test]
fn a_few_bad_bytes_do_not_change_the_encoding() {
    let bytes = [TEXT.as_bytes(), b"3,X\xc3,10/3/2024\n"].concat();
    let (tables, findings) = read(&bytes).unwrap();
    assert_eq!(findings, [FindingKind::BadBytes { count: 1 }]);
    assert_eq!(*tables[0].rows.get(0).unwrap().cell(1), Value::Text("Xã Thạnh Lộc".into()));
}

#[test]
fn a_stray_quote_does_not_swallow_the_rest() {
    let rows: String = (1..200).map(|row| format!("{row},Xã {row},08/3/2024\n")).collect();
    let text = format!("STT,Đơn vị,Ngày\n0,\"Xã Không,08/3/2024\n{rows}");
    let (tables, _) = read(text.as_bytes()).unwrap();
    assert_eq!(tables[0].rows.len(), 200);
}

#[test]
fn ragged_rows_and_blank_lines_keep_their_numbers() {
    let (tables, _) = read("STT,Đơn vị,Ngày\n\n1,Xã A\n,,\n2,Xã B,8/3,thêm,nữa\n".as_bytes()).unwrap();
    let numbers: Vec<u32> = tables[0].rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [3, 5]);
    assert_eq!(tables[0].columns.len(), 5);
}

#[test]
fn two_cells_far_apart_take_no_memory() {
    let cells = inline(&[("A1", "STT"), ("B1", "Đơn vị"), ("B1048576", "Xã A"), ("XFD1048576", "x")]);
    let sheet = format!(r#"<dimension ref="A1:XFD1048576"/><sheetData>{cells}</sheetData>"#);
    let (tables, _) = read(&workbook(&sheet, "<sst/>")).unwrap();
    assert_eq!((tables[0].sheet.as_str(), tables[0].rows.len()), ("A & B", 1));
}

#[test]
fn what_would_take_all_memory_is_refused() {
    let text = vec![b'a'; 80 << 20];
    let strings = [b"<sst><si><t>", text.as_slice(), b"</t></si></sst>"].concat();
    let bomb = workbook("<sheetData/>", std::str::from_utf8(&strings).unwrap());
    drop(strings);
    assert!(bomb.len() < 1 << 20);
    assert!(matches!(read(&bomb), Err(ReadErrorKind::TooLarge { .. })));
    let announced = workbook("<sheetData/>", r#"<sst uniqueCount="18446744073709551615"></sst>"#);
    assert!(matches!(read(&announced), Err(ReadErrorKind::Damaged { .. })));
    let long = format!("STT,Đơn vị,Ngày\n1,{},8/3\n", "a".repeat(3 << 20));
    assert!(matches!(read(long.as_bytes()), Err(ReadErrorKind::TooLarge { .. })));
}

#[test]
fn impossible_references_are_damage_and_no_panic() {
    for place in ["ZZZZZZZZZZ1", "A99999999999", "A0", "1", ""] {
        let sheet = format!("<sheetData>{}</sheetData>", inline(&[(place, "x")]));
        assert!(matches!(read(&workbook(&sheet, "<sst/>")), Err(ReadErrorKind::Damaged { .. })), "{place}");
    }
    for sheet in [r#"<dimension ref="C3:A1"/><sheetData/>"#, r#"<sheetData><row r="0"/></sheetData>"#] {
        assert!(matches!(read(&workbook(sheet, "<sst/>")), Err(ReadErrorKind::Damaged { .. })), "{sheet}");
    }
}

#[test]
fn many_wide_merged_regions_take_no_time() {
    let merges: String = (1..=20_000).map(|row| format!(r#"<mergeCell ref="A{row}:A1048576"/>"#)).collect();
    let rows: String =
        (2..20_002).map(|row| format!(r#"<row r="{row}"><c r="A{row}" t="str"><v>x</v></c></row>"#)).collect();
    let header = r#"<row r="1"><c r="A1" t="str"><v>Đơn vị</v></c><c r="B1" t="str"><v>Số cuộc</v></c></row>"#;
    let sheet = format!("<sheetData>{header}{rows}</sheetData><mergeCells>{merges}</mergeCells>");
    assert_eq!(read(&workbook(&sheet, "<sst/>")).unwrap().0[0].rows.len(), 20_000);
}

#[test]
fn typed_cells_keep_their_types_in_both_date_systems() {
    let day = domain::NaiveDate::from_ymd_opt(2024, 3, 8).unwrap();
    let mut sheet = Worksheet::new();
    for (column, name) in (0..).zip(["STT", "Ngày", "Đạt", "Tháng", "Số cuộc"]) {
        sheet.write(0, column, name).unwrap();
    }
    let date = ExcelDateTime::parse_from_str("2024-03-08T10:30").unwrap();
    sheet.write(1, 0, 1.5).unwrap();
    sheet.write_with_format(1, 1, &date, &Format::new().set_num_format("dd/mm/yyyy hh:mm")).unwrap();
    sheet.write(1, 2, true).unwrap();
    sheet.write_with_format(1, 3, &date, &Format::new().set_num_format("mm/yyyy")).unwrap();
    sheet.write_formula(1, 4, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    let mut book = Workbook::new();
    book.push_worksheet(sheet);
    let (tables, _) = read(&book.save_to_buffer().unwrap()).unwrap();
    let expected = [
        Value::Number(1.5),
        Value::Date(day),
        Value::Bool(true),
        Value::Text("03/2024".into()),
        Value::Error("#DIV/0!".into()),
    ];
    assert!(tables[0].rows.get(0).unwrap().cells().map(std::borrow::Cow::into_owned).eq(expected));
}

#[test]
fn progress_reaches_the_end_and_never_goes_back() {
    struct Log(Vec<(u64, u64, u32)>);
    impl Watch for Log {
        fn progress(&mut self, done: u64, total: u64, rows: u32) {
            self.0.push((done, total, rows));
        }
    }
    let text = format!("{TEXT}{}", "3,Xã C,10/3/2024\n".repeat(30_000));
    let mut log = Log(Vec::new());
    read_files("f", Cursor::new(&text), text.len() as u64, &BTreeMap::new(), &mut log);
    assert!(log.0.is_sorted() && log.0.len() > 2);
    assert_eq!(log.0.last().map(|last| (last.0, last.1)), Some((text.len() as u64, text.len() as u64)));
}

#[test]
fn a_hidden_sheet_is_read_like_others() {
    let mut book = Workbook::new();
    for name in ["Q1", "Q2"] {
        let mut sheet = Worksheet::new();
        sheet.set_name(name).unwrap();
        for (row, cells) in (0..).zip([["Đơn vị", "Số cuộc"], ["Xã A", "2"]]) {
            for (column, cell) in (0..).zip(cells) {
                sheet.write(row, column, cell).unwrap();
            }
        }
        sheet.set_hidden(name == "Q2");
        book.push_worksheet(sheet);
    }
    let (tables, _) = read(&book.save_to_buffer().unwrap()).unwrap();
    let sheets: Vec<&str> = tables.iter().map(|table| table.sheet.as_str()).collect();
    assert_eq!(sheets, ["Q1", "Q2"]);
}
