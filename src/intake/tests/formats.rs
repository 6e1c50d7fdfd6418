//! One table in every format: the same rows come out of each.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use domain::{FileFormat, FindingKind, ReadError, ReadErrorKind, TextEncoding};
use intake::grid::Table;
use intake::read::{ReadFile, read_files};
use intake::{Formats, Input};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const XLS: &[u8] = include_bytes!("files/so-theo-doi.xls");
const VNTIME: &[u8] = include_bytes!("files/so-theo-doi-vntime.xls");
const ODS: &[u8] = include_bytes!("files/so-theo-doi.ods");
const HTML: &str = include_str!("files/so-theo-doi.html");
const XML: &str = include_str!("files/so-theo-doi.xml");

const ROWS: [[&str; 6]; 3] = [
    ["1", "Xã Tân Thành", "08/03/2024", "Hội nghị tuyên truyền Luật Bình đẳng giới", "85", "a"],
    ["2", "Xã Tân Thành", "15/04/2024", "Tọa đàm phòng, chống bạo lực gia đình", "60", "b"],
    ["3", "Xã Tân Hòa", "11/2024", "Hội nghị tuyên truyền Luật Bình đẳng giới", "40", "c"],
];

fn read_all(name: &str, bytes: &[u8]) -> Vec<Result<ReadFile, ReadError>> {
    read_files(name, Cursor::new(bytes), bytes.len() as u64, &BTreeMap::new(), &mut ())
}

fn read(bytes: &[u8]) -> ReadFile {
    read_all("f", bytes).remove(0).unwrap()
}

fn rows(table: &Table) -> Vec<Vec<String>> {
    let columns = table.columns.len();
    table.rows.iter().map(|row| (0..columns).map(|column| row.cell(column).text()).collect()).collect()
}

fn xlsx() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Sổ").unwrap();
    let (plain, day) = (Format::new(), Format::new().set_num_format("dd/mm/yyyy"));
    sheet.merge_range(0, 0, 0, 5, "SỔ THEO DÕI TRUYỀN THÔNG VỀ BÌNH ĐẲNG GIỚI NĂM 2024", &plain).unwrap();
    sheet.write_row(2, 0, HEADER).unwrap();
    for (number, row) in (3..).zip(ROWS) {
        sheet.write_row(number, 0, row).unwrap();
    }
    for (row, (month, date)) in (3..).zip([(3, 8), (4, 15)]) {
        sheet.write_with_format(row, 2, ExcelDateTime::from_ymd(2024, month, date).unwrap(), &day).unwrap();
    }
    sheet.merge_range(3, 1, 4, 1, "Xã Tân Thành", &plain).unwrap();
    sheet.set_column_hidden(5).unwrap();
    book.save_to_buffer().unwrap()
}

const HEADER: [&str; 6] = ["STT", "Đơn vị", "Ngày tổ chức", "Nội dung", "Số người tham dự", "Ghi chú nội bộ"];

#[test]
fn the_same_table_comes_out_of_every_format() {
    let xlsx = xlsx();
    let files: [(&[u8], FileFormat, bool); 6] = [
        (&xlsx, FileFormat::Xlsx, true),
        (XLS, FileFormat::Xls, true),
        (VNTIME, FileFormat::Xls, true),
        (ODS, FileFormat::Ods, true),
        (HTML.as_bytes(), FileFormat::Html, false),
        (XML.as_bytes(), FileFormat::SpreadsheetMl, false),
    ];
    for (bytes, format, tells_hidden) in files {
        let file = read(bytes);
        assert_eq!((file.info.format, file.tables.len()), (format, 1), "{format:?}");
        let table = &file.tables[0];
        let header: Vec<&str> = table.columns.iter().map(|column| column.headers[0].as_str()).collect();
        assert_eq!(header, HEADER, "{format:?}");
        assert_eq!(rows(table), ROWS, "{format:?}");
        assert!(table.title_lines[0].to_uppercase().starts_with("SỔ THEO DÕI"), "{format:?} {:?}", table.title_lines);
        assert_eq!(table.columns[5].hidden, tells_hidden, "{format:?}");
    }
}

#[test]
fn a_program_that_begins_with_text_and_xlsx_knows_what_it_cannot_read_yet() {
    let included = |formats: Formats, bytes: &[u8]| {
        let bytes = Box::new(Cursor::new(bytes.to_vec()));
        formats.include(&mut Input { name: "f".to_owned(), size: 0, bytes })
    };
    let csv = HEADER.join(",");
    for bytes in [&*xlsx(), csv.as_bytes(), b"", b"%PDF-1.7", &xlsx()[..99]] {
        assert!(included(Formats::FIRST, bytes) && included(Formats::ALL, bytes));
    }
    let zip = archive(&[("a.csv", csv.as_bytes())]);
    for bytes in [XLS, ODS, HTML.as_bytes(), XML.as_bytes(), &zip] {
        assert!(!included(Formats::FIRST, bytes) && included(Formats::ALL, bytes));
    }
}

#[test]
fn text_in_old_fonts_is_converted_with_a_finding() {
    let kinds: Vec<FindingKind> = read(VNTIME).findings.into_iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds, [FindingKind::FontEncoding { encoding: TextEncoding::Tcvn3, cells: 11 }]);
    assert_eq!(read(XLS).findings, []);
}

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn every_spreadsheet_of_an_archive_is_a_file_of_its_own() {
    let inner = archive(&[("x.xls", XLS)]);
    let bytes = archive(&[
        ("Huyện A/xã 1.xls", XLS),
        ("Huyện A/~$xã 1.xls", b"lock"),
        ("Huyện B/xã 2.ods", ODS),
        ("__MACOSX/._xã 1.xls", b"fork"),
        ("ảnh.png", b"\x89PNG\r\n\x1a\n0000"),
        ("cũ.zip", &inner),
        ("hỏng.xlsx", &xlsx()[..300]),
        ("trống.txt", b""),
    ]);
    let (read, failed): (Vec<_>, Vec<_>) = read_all("gói.zip", &bytes).into_iter().partition(Result::is_ok);
    let read: Vec<ReadFile> = read.into_iter().flatten().collect();
    let names: Vec<&str> = read.iter().map(|file| file.info.name.as_str()).collect();
    assert_eq!(names, ["gói.zip/Huyện A/xã 1.xls", "gói.zip/Huyện B/xã 2.ods"]);
    assert!(read.iter().all(|file| rows(&file.tables[0]) == ROWS));
    let skipped = FindingKind::EntriesSkipped { names: vec!["trống.txt".into(), "ảnh.png".into()] };
    assert_eq!(read[0].findings.iter().map(|finding| finding.kind.clone()).collect::<Vec<_>>(), [skipped]);
    assert_eq!(read[0].findings[0].at.file, "gói.zip");
    let failed: Vec<String> = failed.into_iter().filter_map(Result::err).map(|error| error.file).collect();
    assert_eq!(failed, ["gói.zip/cũ.zip", "gói.zip/hỏng.xlsx"]);
}

#[test]
fn an_archive_without_spreadsheets_is_named() {
    let error = read_all("ảnh.zip", &archive(&[("a.png", b"\x89PNG\r\n\x1a\n0000")])).remove(0).unwrap_err();
    assert_eq!(error.kind, ReadErrorKind::NotASpreadsheet { looks_like: "zip".into() });
}

#[test]
fn whatever_is_cut_or_changed_nothing_panics() {
    let samples = [XLS, VNTIME, ODS, HTML.as_bytes(), XML.as_bytes()];
    for sample in samples {
        for end in (0..sample.len()).step_by(61) {
            drop(read_all("f", &sample[..end]));
        }
        for at in (0..sample.len()).step_by(13) {
            for byte in [0, 0x41, 0xff] {
                let mut changed = sample.to_vec();
                changed[at] = byte;
                drop(read_all("f", &changed));
            }
        }
    }
}
