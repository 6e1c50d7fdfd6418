//! What the officer of a province takes along: the workbook of results read back by another reader, and the package.

use crate::world::{
    COMMUNE, CONVENTIONS, File, MEDIA, PROVINCE, SAMPLE_DAY, assess, csv, day, house, reported, sample, verdict,
};
use assess::Assessment;
use calamine::{Data, Range, Reader, Xlsx};
use domain::{Language, Options, ReportKind, Seal, SourceFile, State};
use report::package::{self, Contents};
use report::results::{self, Made};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use zip::ZipArchive;

fn workbook(assessment: &Assessment, language: Language) -> Vec<u8> {
    workbook_of(assessment, language, &[])
}

fn workbook_of(assessment: &Assessment, language: Language, files: &[SourceFile]) -> Vec<u8> {
    let made = Made { program: "1.2.3", stamp: day(SAMPLE_DAY), files };
    reported(assessment, language, |subject, words| {
        results::write(&assessment.results(), subject, words, language, made).unwrap()
    })
}

fn packed(assessment: &Assessment) -> Vec<u8> {
    let house = house();
    let fill = |kind, unit| {
        let figures = assessment.report(&house, kind, unit).unwrap();
        report::outline::fill(&house.outline(kind).unwrap(), &figures)
    };
    let (province, silent) = (fill(ReportKind::Province, None), assessment.check().silent);
    let workbook = workbook(assessment, Language::Vi);
    let contents = Contents { year: 2024, province: &province, workbook: &workbook, silent: &silent };
    let kind = assessment.packaged_kind();
    let communes = assessment.packaged_units().into_iter().map(|line| {
        let report = fill(kind, Some(line.unit));
        (line, report)
    });
    package::write(contents, communes, Language::Vi, day(SAMPLE_DAY)).unwrap()
}

type Book = Xlsx<Cursor<Vec<u8>>>;

fn open(bytes: Vec<u8>) -> Book {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

fn rows(book: &mut Book, sheet: &str) -> Vec<Vec<Data>> {
    let range: Range<Data> = book.worksheet_range(sheet).unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

/// The place of the column with this head.
fn column(rows: &[Vec<Data>], head: &str) -> usize {
    let heads = rows.first().unwrap();
    heads.iter().position(|cell| *cell == *head).unwrap_or_else(|| panic!("no {head} in {heads:?}"))
}

fn province() -> Assessment {
    let files: Vec<File> = [PROVINCE, MEDIA, CONVENTIONS].map(sample).to_vec();
    assess(&files, Options::default(), SAMPLE_DAY)
}

#[test]
fn the_workbook_says_what_the_verdicts_say_with_real_days_and_numbers() {
    let assessment = province();
    let mut book = open(workbook(&assessment, Language::Vi));
    assert_eq!(
        book.sheet_names(),
        ["Tổng hợp", "Đơn vị × Mục tiêu", "Bằng chứng", "Dòng không tính", "Lịch", "Quyết định & cách hiểu", "Nhật ký"]
    );
    let summary = rows(&mut book, "Tổng hợp");
    let (met, code) = (column(&summary, "Đạt"), column(&summary, "Mã"));
    let line = assessment.summary().overview.targets.into_iter().find(|line| line.target == "T5").unwrap();
    let told = summary.iter().find(|row| row[code] == *"MT5").unwrap();
    assert_eq!(told[met], Data::Float(f64::from(line.counts[&State::Met])));
    assert!(matches!(told[column(&summary, "Kỳ từ ngày")], Data::DateTime(_)), "{told:?}");
    assert!(matches!(told[column(&summary, "Tính đến hết ngày")], Data::DateTime(_)), "{told:?}");
    assert!(!told[column(&summary, "Cách hiểu đang áp dụng")].to_string().is_empty());
    for sheet in book.sheet_names() {
        assert_eq!(book.worksheet_formula(&sheet).unwrap().used_cells().count(), 0, "{sheet}");
    }
    let matrix = rows(&mut book, "Đơn vị × Mục tiêu");
    assert_eq!(matrix.len(), assessment.matrix().rows.len() + 1);
    let log = rows(&mut book, "Nhật ký");
    let said: Vec<String> = log.iter().map(|row| row[1].to_string()).collect();
    for expected in [PROVINCE, MEDIA, CONVENTIONS, "1.2.3", "kien-giang-2030"] {
        assert!(said.iter().any(|text| text == expected), "{expected}: {said:?}");
    }
}

#[test]
fn the_log_says_by_what_each_file_can_be_known_again() {
    let source = |name: &str, seal| SourceFile { name: name.to_owned(), seal };
    let sum = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    let files = [
        source(PROVINCE, Seal::Sha256(sum.to_owned())),
        source("=cmd|'/c calc'!A0.csv", Seal::Changed),
        source("Bảng dán.tsv", Seal::Pasted),
        source("Nhập trực tiếp", Seal::Typed),
    ];
    let assessment = province();
    for (language, sheet, head, words) in [
        (Language::Vi, "Nhật ký", "SHA-256 của tệp", ["tệp đã thay đổi", "dán vào trang", "nhập tay"]),
        (Language::En, "Log", "SHA-256 of the file", ["was changed", "pasted into the page", "typed into the page"]),
    ] {
        let mut book = open(workbook_of(&assessment, language, &files));
        let log = rows(&mut book, sheet);
        let at = column(&log, head);
        let told: Vec<(String, String)> = log
            .iter()
            .filter(|row| !row[at].to_string().is_empty())
            .map(|row| (row[1].to_string(), row[at].to_string()))
            .collect();
        let names: Vec<&str> = told.iter().skip(1).map(|(name, _)| &**name).collect();
        assert_eq!(names, files.each_ref().map(|file| &*file.name));
        assert_eq!(told[1].1, sum);
        for ((_, seal), words) in told[2..].iter().zip(words) {
            assert!(seal.contains(words), "{seal}");
        }
    }
}

#[test]
fn the_rows_that_count_add_up_to_the_figures_of_the_verdict() {
    let assessment = province();
    let mut book = open(workbook(&assessment, Language::Vi));
    let evidence = rows(&mut book, "Bằng chứng");
    let columns = ["Đơn vị", "Trực thuộc", "Mã", "Kỳ", "Số lượng"].map(|head| column(&evidence, head));
    let mut asked = 0;
    for (id, name, parent) in [
        ("kg.chau-thanh.xa-vinh-hoa-hiep", "Xã Vĩnh Hòa Hiệp", "Huyện Châu Thành"),
        ("kg.giong-rieng.xa-thanh-loc", "Xã Thạnh Lộc", "Huyện Giồng Riềng"),
    ] {
        for (quarter, period) in [("2024-Q1", "Quý I/2024"), ("2024-Q2", "Quý II/2024"), ("2024-Q3", "Quý III/2024")]
        {
            let wanted = [name, parent, "MT5", period];
            let is_it = |row: &&Vec<Data>| columns.iter().zip(wanted).all(|(at, text)| row[*at] == *text);
            let counts = evidence.iter().filter(is_it).map(|row| match row[columns[4]] {
                Data::Float(count) => count,
                ref other => panic!("{other:?} is no number"),
            });
            assert_eq!(counts.sum::<f64>(), f64::from(verdict(&assessment, "T5", id, quarter).n_lo), "{id} {quarter}");
            asked += 1;
        }
    }
    assert_eq!(asked, 6);
}

#[test]
fn no_row_is_both_counted_and_left_out_and_each_is_one_of_the_file() {
    let text = "Ngày,Đơn vị,Hình thức,Nội dung,Số lượng\n\
        05/7/2024,Xã Vĩnh Hòa Hiệp,Tin,Tin thứ nhất,1\n\
        05/7/2024,Xã Vĩnh Hòa Hiệp,Tin,Tin thứ nhất,1\n\
        06/7/2024,Xã Không Đâu Cả,Tin,Tin ở nơi khác,1\n\
        07/7/2024,Xã Vĩnh Hòa Hiệp,Văn nghệ quần chúng xyz,Không rõ,1\n\
        01/12/2024,Xã Vĩnh Hòa Hiệp,Tin,Tin sau ngày tính đến,1\n";
    let assessment = assess(&[csv("tin.csv", text)], Options::default(), SAMPLE_DAY);
    let results = assessment.results();
    let counted: BTreeSet<u32> = results.counted.iter().map(|counted| counted.row.row).collect();
    let left: BTreeSet<u32> = results.left_out.iter().map(|left| left.row.row).collect();
    assert!(counted.is_disjoint(&left), "{counted:?} {left:?}");
    assert_eq!(counted, BTreeSet::from([2]));
    assert_eq!(left, BTreeSet::from([3, 4, 5, 6]), "{:#?}", results.left_out);
    let mut book = open(workbook(&assessment, Language::Vi));
    let told: Vec<String> = rows(&mut book, "Dòng không tính")[1..].iter().map(|row| row[0].to_string()).collect();
    assert!(told[0].contains("rùng"), "the second is a duplicate: {told:#?}");
    assert!(told[3].contains("sau ngày tính đến"), "the last lies ahead: {told:#?}");
}

#[test]
fn cells_that_would_do_harm_are_text_in_both_languages() {
    let hostile = ["=cmd|'/c calc'!A0", "<script>alert(1)</script>", "\u{202e}đảo ngược\u{200f}", "@SUM(A1)", "+84"];
    let mut text = "Ngày,Đơn vị,Hình thức,Nội dung,Số lượng\n".to_owned();
    for (number, title) in (1..).zip(hostile) {
        text.push_str(&format!("0{number}/7/2024,Xã Vĩnh Hòa Hiệp,Tin,{title},1\n"));
    }
    let assessment = assess(&[csv("=HYPERLINK(1).csv", &text)], Options::default(), SAMPLE_DAY);
    for (language, sheet, title, date) in
        [(Language::Vi, "Bằng chứng", "Nội dung", "Từ ngày"), (Language::En, "Evidence", "Title", "From")]
    {
        let mut book = open(workbook(&assessment, language));
        let evidence = rows(&mut book, sheet);
        let titles: BTreeSet<String> = texts(&evidence, title);
        for cell in hostile {
            assert!(titles.contains(cell), "{cell:?} of {titles:?}");
        }
        let dates = column(&evidence, date);
        assert!(evidence[1..].iter().all(|row| matches!(row[dates], Data::DateTime(_))));
        for sheet in book.sheet_names() {
            assert_eq!(book.worksheet_formula(&sheet).unwrap().used_cells().count(), 0, "{sheet}");
        }
    }
}

fn texts(rows: &[Vec<Data>], head: &str) -> BTreeSet<String> {
    let at = column(rows, head);
    rows.iter().skip(1).filter_map(|row| row.get(at)).map(ToString::to_string).collect()
}

#[test]
fn the_package_holds_a_report_of_each_commune_and_whom_to_remind() {
    let assessment = province();
    let bytes = packed(&assessment);
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    let safe = |name: &String| name.chars().all(|c| c.is_ascii_alphanumeric() || ['-', '.', '/'].contains(&c));
    assert!(names.iter().all(safe), "{names:?}");
    let different: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
    assert_eq!(different.len(), names.len());
    for name in [
        "bao-cao-province-2024.docx",
        "ket-qua-2024.xlsx",
        "don-vi-chua-gui.csv",
        "nhac-gui-so-lieu.txt",
        "don-vi/huyen-chau-thanh/bao-cao-year-2024-xa-vinh-hoa-hiep.docx",
    ] {
        assert!(different.contains(name), "{name} of {names:?}");
    }
    let communes = names.iter().filter(|name| name.starts_with("don-vi/")).count();
    assert_eq!(communes, assessment.packaged_units().len());
    assert_eq!(communes, 144, "so many lived in October 2024");
    let mut read = |name: &str| {
        let mut bytes = Vec::new();
        zip.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    for name in names.iter().filter(|name| name.ends_with(".docx")) {
        docx_rs::read_docx(&read(name)).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    }
    let reminder = String::from_utf8(read("nhac-gui-so-lieu.txt")).unwrap();
    assert!(reminder.contains("Đề nghị") && reminder.contains("Xã Thổ Châu"), "{reminder}");
    assert!(!reminder.contains("Xã Vĩnh Hòa Hiệp,"), "who has sent is not reminded");
    assert_eq!(open(read("ket-qua-2024.xlsx")).sheet_names().len(), 7);
}

#[test]
fn the_same_results_give_the_same_bytes() {
    let one = || packed(&assess(&[sample(COMMUNE)], Options::default(), SAMPLE_DAY));
    assert!(one() == one());
}
