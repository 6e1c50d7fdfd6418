//! A Word document as others read it: well-formed, in the order of the schema, with what cells hold as text.
//!
//! Two readers that share no code with the writer: an XML parser for the parts, and docx-rs for the document.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use domain::{
    NaiveDate, Period, ReportAlign, ReportAnnex, ReportBlock, ReportColumn, ReportFoot, ReportHead, ReportKind,
    ReportLine, ReportRun, ReportSlice, ReportTable,
};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;
use std::io::{Cursor, Read};
use zip::ZipArchive;

fn text(words: &str) -> ReportRun {
    ReportRun::Text(words.to_owned())
}

fn blank(hint: &str) -> ReportRun {
    ReportRun::Blank(hint.to_owned())
}

fn table(cells: &[&str]) -> ReportTable {
    let column = |head: &str, align| ReportColumn { head: head.to_owned(), width: 50, align };
    let rows = cells.chunks(2).map(|pair| pair.iter().map(|cell| vec![text(cell)]).collect()).collect();
    let columns = vec![column("Mục tiêu", ReportAlign::Left), column("Kết quả", ReportAlign::Center)];
    ReportTable { caption: "Bảng 1".to_owned(), columns, rows }
}

fn report(cells: &[&str]) -> ReportSlice {
    let day: NaiveDate = "2024-10-15".parse().unwrap();
    ReportSlice {
        kind: ReportKind::Quarter,
        unit: None,
        period: Period::Quarter(2024, 3),
        as_of: day,
        file_name: "bao-cao-quarter-2024-Q3".to_owned(),
        head: ReportHead {
            superior: "UBND HUYỆN CHÂU THÀNH".to_owned(),
            issuer: vec!["ỦY BAN NHÂN DÂN".to_owned(), "XÃ VĨNH HÒA HIỆP".to_owned()],
            number: vec![text("Số: "), blank("số"), text("/BC-UBND")],
            nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".to_owned(),
            motto: "Độc lập - Tự do - Hạnh phúc".to_owned(),
            place_and_day: vec![text("Vĩnh Hòa Hiệp, ngày "), blank("ngày"), text(" tháng 10 năm 2024")],
            title: "BÁO CÁO".to_owned(),
            subject: vec!["Kết quả quý III".to_owned()],
        },
        body: vec![
            ReportBlock::Heading { level: 1, text: "I. KẾT QUẢ".to_owned() },
            ReportBlock::Heading { level: 2, text: "1. Theo mục tiêu".to_owned() },
            ReportBlock::Table(table(cells)),
            ReportBlock::Table(table(cells)),
            ReportBlock::Paragraph(vec![text("Nguyên nhân: "), blank("đơn vị bổ sung"), text(".")]),
            ReportBlock::Item(vec![text("Trên đây là báo cáo./.")]),
        ],
        foot: ReportFoot {
            recipients_head: "Nơi nhận:".to_owned(),
            recipients: vec![vec![text("- Lưu: VT.")]],
            capacity: vec!["TM. ỦY BAN NHÂN DÂN".to_owned(), "CHỦ TỊCH".to_owned()],
            name: vec![blank("Họ và tên")],
        },
        annexes: vec![annex("Phụ lục I", cells), annex("Phụ lục II", cells)],
        reach: domain::ReportReach::default(),
    }
}

fn annex(number: &str, cells: &[&str]) -> ReportAnnex {
    let belongs_to: ReportLine = vec![text("(Kèm theo Báo cáo số "), blank("số"), text(")")];
    let body = vec![ReportBlock::Table(table(cells))];
    ReportAnnex { number: number.to_owned(), title: "LỊCH".to_owned(), belongs_to, body }
}

fn written(cells: &[&str]) -> Vec<u8> {
    report::docx::write(&report(cells), "2024-10-16".parse().unwrap()).unwrap()
}

fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let read = |at: usize| {
        let mut part = archive.by_index(at).unwrap();
        let mut content = String::new();
        part.read_to_string(&mut content).unwrap();
        (part.name().unwrap().into_owned(), content)
    };
    (0..8).map(read).collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    parts(bytes).into_iter().find(|(found, _)| found == name).unwrap().1
}

/// Every element with the names of its children, in the order of the file; texts as a reader gets them.
fn elements(xml: &str) -> (Vec<(String, Vec<String>)>, Vec<String>) {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<(String, Vec<String>)> = Vec::new();
    let (mut closed, mut texts) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                let name = start.name().as_ref().to_owned();
                if let Some((_, children)) = open.last_mut() {
                    children.push(name.clone());
                }
                if name == "w:t" {
                    texts.push(String::new());
                }
                open.push((name, Vec::new()));
            }
            Event::Empty(start) => {
                let name = start.name().as_ref().to_owned();
                open.last_mut().unwrap().1.push(name.clone());
                closed.push((name, Vec::new()));
            }
            Event::End(_) => closed.push(open.pop().unwrap()),
            Event::Text(words) if open.last().is_some_and(|(name, _)| name == "w:t") => {
                texts.last_mut().unwrap().push_str(&unescape(&words).unwrap());
            }
            Event::GeneralRef(reference) if open.last().is_some_and(|(name, _)| name == "w:t") => {
                let entity = format!("&{};", &*reference);
                texts.last_mut().unwrap().push_str(&unescape(&entity).unwrap());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?}");
    (closed, texts)
}

/// SOURCE: ECMA-376 Part 1, wml.xsd: the sequences of CT_PPr, CT_RPr, CT_TcPr, CT_TblPr, CT_SectPr, CT_SdtPr, CT_Style,
/// as far as a report uses them. Word refuses a file that has them in another order.
const ORDER: [(&str, &[&str]); 9] = [
    (
        "w:pPr",
        &["w:pStyle", "w:keepNext", "w:keepLines", "w:pBdr", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:sectPr"],
    ),
    ("w:rPr", &["w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:sz", "w:szCs", "w:highlight", "w:lang"]),
    ("w:tcPr", &["w:tcW", "w:vAlign"]),
    ("w:tblPr", &["w:tblStyle", "w:tblW", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar"]),
    ("w:sectPr", &["w:headerReference", "w:type", "w:pgSz", "w:pgMar", "w:pgNumType", "w:titlePg"]),
    ("w:sdtPr", &["w:alias", "w:tag", "w:id", "w:showingPlcHdr", "w:text"]),
    (
        "w:style",
        &["w:name", "w:basedOn", "w:next", "w:uiPriority", "w:semiHidden", "w:qFormat", "w:pPr", "w:rPr", "w:tblPr"],
    ),
    ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
    (
        "w:settings",
        &[
            "w:zoom",
            "w:defaultTabStop",
            "w:characterSpacingControl",
            "w:compat",
            "w:themeFontLang",
            "w:decimalSymbol",
            "w:listSeparator",
        ],
    ),
];

#[test]
fn every_part_is_well_formed_and_in_the_order_of_the_schema() {
    for (name, xml) in parts(&written(&["Tin, bài", "03"])) {
        let (elements, _) = elements(&xml);
        assert!(!elements.is_empty(), "{name}");
        for (element, children) in elements {
            let Some((_, order)) = ORDER.iter().find(|(known, _)| *known == element) else { continue };
            let place = |child: &String| {
                order.iter().position(|known| known == child).unwrap_or_else(|| panic!("{name}: {element} {child}"))
            };
            let places: Vec<usize> = children.iter().map(place).collect();
            assert!(places.is_sorted(), "{name}: {element} has {children:?}");
        }
    }
}

#[test]
fn a_cell_ends_with_a_paragraph_and_so_does_the_body_before_its_section() {
    let (elements, _) = elements(&part(&written(&["a", "b"]), "word/document.xml"));
    for (element, children) in &elements {
        match element.as_str() {
            "w:tc" => assert_eq!(children.last().map(String::as_str), Some("w:p")),
            "w:body" => {
                assert_eq!(children.last().map(String::as_str), Some("w:sectPr"));
                let tables = children.windows(2).filter(|pair| pair[0] == "w:tbl" && pair[1] == "w:tbl");
                assert_eq!(tables.count(), 0, "two tables side by side become one");
            }
            _ => {}
        }
    }
}

#[test]
fn the_form_of_the_decree_is_there() {
    let bytes = written(&["a", "b"]);
    let document = part(&bytes, "word/document.xml");
    let count = |words: &str| document.matches(words).count();
    assert_eq!(count("<w:tblHeader/>"), 4, "every table repeats its header");
    assert_eq!(count("w:orient=\"landscape\""), 2, "one section an annex");
    assert_eq!(count("<w:titlePg/>"), 3, "no number on a first page");
    assert_eq!(count("<w:sdt>"), 6);
    assert_eq!(count("<w:showingPlcHdr/>"), 6);
    assert_eq!(count("<w:highlight w:val=\"yellow\"/>"), 6);
    assert_eq!(count("w:txbxContent") + count("w:drawing") + count("w:pict"), 0, "no text boxes");
    assert!(document.contains("<w:pStyle w:val=\"Heading1\"/>"));
    assert!(document.contains("w:w=\"11906\" w:h=\"16838\""));
    let styles = part(&bytes, "word/styles.xml");
    assert!(styles.contains("<w:lang w:val=\"vi-VN\""));
    assert!(styles.contains("w:ascii=\"Times New Roman\""));
    let signature = styles.split("w:styleId=\"Signature\"").nth(1).unwrap();
    assert!(signature.split("</w:style>").next().unwrap().contains("<w:keepNext/>"));
    assert!(part(&bytes, "word/header1.xml").contains(" PAGE "));
}

#[test]
fn the_last_paragraph_keeps_with_the_signature() {
    let document = part(&written(&["a", "b"]), "word/document.xml");
    let last = document.split("<w:p>").find(|paragraph| paragraph.contains("Trên đây")).unwrap();
    assert!(last.contains("<w:keepNext/>"), "{last}");
}

#[test]
fn what_a_cell_holds_comes_out_as_text() {
    let long = "dài ".repeat(25_000);
    let hostile = [
        "<script>alert(1)</script>",
        "</w:t></w:r></w:p><w:p/>",
        "=cmd|' /C calc'!A0",
        "{{field}} { HYPERLINK \"http://x\" }",
        "a &amp; b &#x202e; ]]> <!-- -->",
        long.trim_end(),
    ];
    for cell in hostile {
        let (_, texts) = elements(&part(&written(&[cell, "02 cuộc"]), "word/document.xml"));
        assert!(texts.iter().any(|text| text == cell), "{cell:.60}");
    }
}

#[test]
fn marks_that_hide_or_turn_text_are_shown() {
    let (_, texts) = elements(&part(&written(&["một\u{202e}hai\u{0}ba\u{200f}", "dòng\nmới"]), "word/document.xml"));
    assert!(texts.contains(&"một\u{fffd}hai\u{fffd}ba\u{fffd}".to_owned()), "{texts:?}");
    assert!(texts.contains(&"dòng mới".to_owned()));
}

#[test]
fn another_reader_finds_the_same_document() {
    let cell = "<b>Tin, bài</b> & \"khác\"";
    let document = docx_rs::read_docx(&written(&[cell, "03 tin, bài"])).unwrap();
    let read: serde_json::Value = serde_json::from_str(&document.json()).unwrap();
    let mut texts = Vec::new();
    let mut headings = 0;
    walk(&read, &mut |value| {
        if value["type"] == "text" {
            texts.extend(value["data"]["text"].as_str().map(str::to_owned));
        }
        headings += usize::from(value["style"] == "Heading1");
    });
    let (_, own) = elements(&part(&written(&[cell, "03 tin, bài"]), "word/document.xml"));
    let own: Vec<&String> = own.iter().filter(|text| !text.is_empty()).collect();
    for text in ["I. KẾT QUẢ", cell, "CHỦ TỊCH", "Phụ lục II"] {
        assert!(texts.iter().any(|found| found == text), "{text} is not in {texts:?}");
        assert!(own.iter().any(|found| *found == text));
    }
    assert_eq!(headings, 1);
}

fn walk(value: &serde_json::Value, seen: &mut impl FnMut(&serde_json::Value)) {
    seen(value);
    let children = value.as_object().into_iter().flat_map(|object| object.values());
    for child in children.chain(value.as_array().into_iter().flatten()) {
        walk(child, seen);
    }
}

#[test]
fn the_same_report_and_stamp_give_the_same_bytes() {
    assert!(written(&["a", "b"]) == written(&["a", "b"]));
    let core = part(&written(&["a", "b"]), "docProps/core.xml");
    assert!(core.contains("2024-10-16T00:00:00Z") && !core.contains("creator"), "{core}");
}
