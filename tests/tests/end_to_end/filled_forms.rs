//! A superior's form is filled in place: the right cells hold the right numbers, and nothing else of the file changes.

use crate::world::{COMMUNE, SAMPLE_DAY, assess, house, sample as shipped, unit};
use ::sample::superior::{Standing, form_09a, table_of_communes};
use assess::{Assessment, FilledForm, Input};
use calamine::{Data, Reader, Xlsx};
use domain::{
    FormChoice, FormFate, FormNote, FormPreview, FormProblem, FormWish, FormWishes, Options, ReadErrorKind, ReportKind,
    RowColumn, RowValue,
};
use rust_xlsxwriter::Workbook;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

const UNIT: &str = "kg.chau-thanh.xa-vinh-hoa-hiep";

fn commune(options: Options) -> Assessment {
    assess(&[shipped(COMMUNE)], options, SAMPLE_DAY)
}

fn wish(assessment: &Assessment, wishes: FormWishes) -> FormWish {
    let unit = Some(unit(assessment, UNIT));
    FormWish { number: 0, name: "Biểu 09a.xlsx".to_owned(), kind: ReportKind::Year, unit, wishes }
}

fn look(assessment: &Assessment, form: &[u8], wishes: FormWishes) -> Result<FilledForm, FormProblem> {
    let input = Input { name: String::new(), size: form.len() as u64, bytes: Box::new(Cursor::new(form)) };
    house().fill_form(assessment, &wish(assessment, wishes), input)
}

fn saved(form: &[u8], FilledForm { preview, places }: &FilledForm) -> Vec<u8> {
    report::form::write(form, preview, &places.sheet, places.recalculated.as_deref()).unwrap()
}

fn fate<'a>(preview: &'a FormPreview, address: &str) -> &'a FormFate {
    &preview.cells().find(|cell| cell.address == address).unwrap_or_else(|| panic!("no cell {address}")).fate
}

/// Parts of a package: name → packed and unpacked bytes.
fn parts(package: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    (0..zip.len())
        .map(|place| {
            let mut part = zip.by_index(place).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (AsRef::<str>::as_ref(&part.name().unwrap()).to_owned(), bytes)
        })
        .collect()
}

fn text(parts: &BTreeMap<String, Vec<u8>>, part: &str) -> String {
    String::from_utf8(parts[part].clone()).unwrap()
}

fn cell(package: &[u8], sheet: &str, at: (u32, u32)) -> Data {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(package.to_vec())).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    range.get_value(at).cloned().unwrap_or_default()
}

fn repacked(package: &[u8], change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts(package) {
        if let Some(bytes) = change(&name, bytes) {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(&bytes).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

/// The form with a part of it rewritten.
fn with(part: &'static str, change: impl Fn(String) -> String) -> Vec<u8> {
    repacked(&form_09a(Standing::Blank).unwrap(), |name, bytes| match name == part {
        true => Some(change(String::from_utf8(bytes).unwrap()).into_bytes()),
        false => Some(bytes),
    })
}

const BOOK: &str = "xl/workbook.xml";
const SHEET: &str = "xl/worksheets/sheet1.xml";

#[test]
fn the_numbers_of_the_report_stand_in_the_cells_of_the_form_and_every_other_byte_stays() {
    // As Excel writes it: the generator's own writer asks to reckon anew already.
    let form = with(BOOK, |text| text.replacen(" fullCalcOnLoad=\"1\"", "", 1));
    let assessment = commune(Options::default());
    let filled = look(&assessment, &form, FormWishes::default()).unwrap();
    let reach = &assessment.report(&house(), ReportKind::Year, Some(unit(&assessment, UNIT))).unwrap().reach;
    let preview = &filled.preview;
    assert_eq!((preview.sheet.as_str(), preview.head.as_str()), ("Biểu 09a", "A7:N10"));
    assert_eq!(preview.columns[0].levels.len(), 3, "{:?}", preview.columns[0]);
    let holds: Vec<_> = preview.columns.iter().map(|column| column.holds.unwrap()).collect();
    assert_eq!(holds[..3], [RowColumn::Events, RowColumn::EventPeople, RowColumn::News]);
    assert!(holds[3..].iter().all(|holds| *holds == RowColumn::Blank), "{holds:?}");
    let wanted = [RowColumn::Events, RowColumn::EventPeople, RowColumn::News].map(|column| column.value(reach, ""));
    for (address, value) in ["A11", "B11", "C11"].into_iter().zip(wanted.clone()) {
        assert_eq!(*fate(preview, address), FormFate::Filled(value.unwrap()), "{address}");
    }
    assert_eq!(*fate(preview, "J11"), FormFate::Formula);
    assert_eq!(*fate(preview, "D11"), FormFate::NotHeld);
    assert_eq!(preview.notes, [FormNote::Recalculated]);

    let after = saved(&form, &filled);
    for (column, value) in (0..).zip(wanted) {
        let Some(RowValue::Number(number)) = value else { panic!("no number") };
        assert_eq!(cell(&after, "Biểu 09a", (10, column)), Data::Float(number as f64));
    }
    assert_eq!(cell(&after, "Biểu 09a", (10, 3)), Data::Empty);
    only_the_cells_differ(&form, &after);
}

/// Of the sheet only the three cells differ, each with its style; of the workbook only the order to reckon anew.
fn only_the_cells_differ(form: &[u8], after: &[u8]) {
    let (before, after_parts) = (parts(form), parts(after));
    assert!(before.keys().eq(after_parts.keys()));
    let changed: Vec<&String> = before.keys().filter(|name| before.get(*name) != after_parts.get(*name)).collect();
    assert_eq!(changed, [BOOK, SHEET]);
    let (mut old, new) = (text(&before, SHEET), text(&after_parts, SHEET));
    for address in ["A11", "B11", "C11"] {
        let blank = old.split(&format!("<c r=\"{address}\"")).nth(1).unwrap().split("/>").next().unwrap().to_owned();
        assert!(blank.starts_with(" s=\""), "{blank}");
        let blank = format!("<c r=\"{address}\"{blank}");
        let value = new.split(&format!("{blank}><v>")).nth(1).unwrap_or_else(|| panic!("{address} lost its style"));
        let value = value.split("</v></c>").next().unwrap();
        old = old.replace(&format!("{blank}/>"), &format!("{blank}><v>{value}</v></c>"));
    }
    assert_eq!(old, new, "nothing but the values differs");
    let book = text(&after_parts, BOOK);
    assert!(book.contains("<calcPr fullCalcOnLoad=\"1\" calcId="), "{book}");
    assert_eq!(book.replacen(" fullCalcOnLoad=\"1\"", "", 1), text(&before, BOOK));
    assert_eq!(names(form), names(after), "the parts lie in the same order");
}

fn names(package: &[u8]) -> Vec<String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    (0..zip.len())
        .map(|place| AsRef::<str>::as_ref(&zip.by_index_raw(place).unwrap().name().unwrap()).to_owned())
        .collect()
}

#[test]
fn the_order_to_reckon_anew_is_given_once_wherever_a_workbook_has_its_place() {
    let assessment = commune(Options::default());
    let calc = |text: &str| {
        let at = text.find("<calcPr").unwrap();
        (at, at + text.split_at(at).1.find('>').unwrap() + 1)
    };
    let put = |instead: &'static str| {
        with(BOOK, move |text| {
            let (start, end) = calc(&text);
            format!("{}{instead}{}", &text[..start], &text[end..])
        })
    };
    for form in [
        put(""),
        put("<calcPr/>"),
        put("<calcPr fullCalcOnLoad='0' calcId=\"1\"/>"),
        put("<calcPr fullCalcOnLoad=\"1\"/>"),
    ] {
        let after = saved(&form, &look(&assessment, &form, FormWishes::default()).unwrap());
        let book = text(&parts(&after), BOOK);
        assert_eq!((book.matches("<calcPr").count(), book.matches("fullCalcOnLoad=\"1\"").count()), (1, 1), "{book}");
        let (sheets, calc) = (book.find("</sheets>").unwrap(), book.find("<calcPr").unwrap());
        assert!(sheets < calc && calc < book.find("</workbook>").unwrap(), "{book}");
    }
}

#[test]
fn what_stands_in_the_form_is_kept_until_the_user_says_otherwise() {
    let (assessment, form) = (commune(Options::default()), form_09a(Standing::Old).unwrap());
    let kept = look(&assessment, &form, FormWishes::default()).unwrap();
    let FormFate::Kept { old, new } = fate(&kept.preview, "A11").clone() else { panic!("{:?}", kept.preview) };
    assert_eq!(old, "7");
    assert_eq!(cell(&saved(&form, &kept), "Biểu 09a", (10, 0)), Data::Float(7.0));
    let wishes = FormWishes { replace: ["A11".to_owned()].into(), ..FormWishes::default() };
    let replaced = look(&assessment, &form, wishes).unwrap();
    assert_eq!(*fate(&replaced.preview, "A11"), FormFate::Replaced { old, new: new.clone() });
    assert_eq!(cell(&saved(&form, &replaced), "Biểu 09a", (10, 0)).to_string(), new.text());
}

#[test]
fn what_the_user_says_of_a_column_stands_and_a_formula_stays_whatever_is_said() {
    let (assessment, form) = (commune(Options::default()), form_09a(Standing::Blank).unwrap());
    let holds =
        BTreeMap::from([(3, RowColumn::News), (2, RowColumn::Blank), (9, RowColumn::Events), (4, RowColumn::Unit)]);
    let replace = ["J11".to_owned()].into();
    let filled = look(&assessment, &form, FormWishes { holds, replace }).unwrap();
    assert!(matches!(fate(&filled.preview, "D11"), FormFate::Filled(RowValue::Number(_))));
    assert_eq!(*fate(&filled.preview, "C11"), FormFate::NotHeld);
    assert_eq!(*fate(&filled.preview, "J11"), FormFate::Formula);
    let after = saved(&form, &filled);
    assert_eq!(cell(&after, "Biểu 09a", (10, 4)), Data::String("Xã Vĩnh Hòa Hiệp".to_owned()));
    let sheet = text(&parts(&after), SHEET);
    assert!(sheet.contains("<f>SUM(K11:N11)</f>"), "the formula is gone");
}

#[test]
fn a_form_that_names_communes_is_filled_in_the_row_of_each_and_strangers_are_told() {
    let form = table_of_communes(&["Xã Bình An", "X. Vĩnh Hòa Hiệp", "Xã Ở Đâu Đó", "xã  vĩnh hoà hiệp"]).unwrap();
    let assessment = commune(Options::default());
    let filled = look(&assessment, &form, FormWishes::default()).unwrap();
    let rows: Vec<(u32, &str)> = filled.preview.rows.iter().map(|row| (row.row, row.unit.as_str())).collect();
    assert_eq!(rows, [(5, "Xã Vĩnh Hòa Hiệp"), (7, "Xã Vĩnh Hòa Hiệp")]);
    assert!(matches!(fate(&filled.preview, "C5"), FormFate::Filled(RowValue::Number(_))));
    let told: Vec<String> = filled.preview.notes.iter().map(|note| format!("{note:?}")).collect();
    assert!(told.iter().any(|note| note.contains("B6") && note.contains("Xã Ở Đâu Đó")), "{told:?}");
    assert!(filled.preview.notes.contains(&FormNote::Sum { address: "B8".to_owned(), text: "Tổng cộng".to_owned() }));
    let after = saved(&form, &filled);
    assert_eq!(cell(&after, "Tổng hợp", (4, 2)), cell(&after, "Tổng hợp", (6, 2)));
    assert_eq!(cell(&after, "Tổng hợp", (3, 2)), Data::Empty);
}

#[test]
fn a_district_s_form_takes_the_figures_of_every_commune_below() {
    let assessment = assess(&[shipped(crate::world::PROVINCE)], Options::default(), SAMPLE_DAY);
    let names = ["Xã Vĩnh Hòa Hiệp", "Xã Bình An", "Thị trấn Minh Lương"];
    let form = table_of_communes(&names).unwrap();
    let district = unit(&assessment, "kg.chau-thanh");
    let whole = FormWish { unit: Some(district), ..wish(&assessment, FormWishes::default()) };
    let input = Input { name: String::new(), size: form.len() as u64, bytes: Box::new(Cursor::new(&form)) };
    let filled = house().fill_form(&assessment, &whole, input).unwrap();
    assert_eq!(filled.preview.rows.iter().map(|row| row.unit.as_str()).collect::<Vec<_>>(), names);
    for (row, id) in [(4, UNIT), (5, "kg.chau-thanh.xa-binh-an")] {
        let reach = assessment.report(&house(), ReportKind::Year, Some(unit(&assessment, id))).unwrap().reach;
        let expected = RowColumn::Events.value(&reach, "").map_or(FormFate::Unknown, FormFate::Filled);
        assert_eq!(*fate(&filled.preview, &format!("C{row}")), expected, "the row of {id} is that of its own report");
    }
}

#[test]
fn an_order_of_the_user_s_own_finds_columns_that_no_other_knows() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, text) in (0..).zip(["Hội họp (lượt)", "Đưa tin (lần)"]) {
        sheet.write_string(0, column, text).unwrap();
    }
    let form = book.save_to_buffer().unwrap();
    let nobody = look(&commune(Options::default()), &form, FormWishes::default());
    assert!(matches!(nobody, Err(FormProblem::NoHeader { first: Some((at, _)), .. }) if at == "A1"));
    let column = |holds, words| format!("[[column]]\nholds = \"{holds}\"\nwords = [\"{words}\"]\n");
    let head = "format = \"form-columns/1\"\nid = \"so\"\ntitle = { vi = \"Sở\", en = \"Dept\" }\n";
    let text = [head.to_owned(), column("events", "hội họp"), column("news", "Đưa tin")].concat();
    let own = FormChoice::Own { name: "so.toml".to_owned(), text };
    let assessment = commune(Options { form: own, ..Options::default() });
    let filled = look(&assessment, &form, FormWishes::default()).unwrap();
    assert!(matches!(fate(&filled.preview, "A2"), FormFate::Filled(_)));
    let after = saved(&form, &filled);
    assert!(matches!(cell(&after, "Sheet1", (1, 1)), Data::Float(_)), "a row that was not there is there");
}

#[test]
fn files_that_cannot_be_filled_are_told_apart() {
    let assessment = commune(Options::default());
    let said = |bytes: &[u8]| look(&assessment, bytes, FormWishes::default()).unwrap_err();
    assert_eq!(said("Đơn vị,Số cuộc\nA,1\n".as_bytes()), FormProblem::OtherFormat("csv".to_owned()));
    assert_eq!(said(b""), FormProblem::OtherFormat("csv".to_owned()));
    assert!(matches!(said(b"%PDF-1.7"), FormProblem::Unreadable(ReadErrorKind::NotASpreadsheet { .. })));
    let form = form_09a(Standing::Blank).unwrap();
    assert!(matches!(said(&form[..form.len() / 2]), FormProblem::Unreadable(ReadErrorKind::Damaged { .. })));
    let lost = repacked(&form, |name, bytes| (!name.contains("worksheets")).then_some(bytes));
    assert!(matches!(said(&lost), FormProblem::NoHeader { .. } | FormProblem::Unreadable(_)));
    let mut wide = Workbook::new();
    let sheet = wide.add_worksheet();
    for column in 0..10_000 {
        sheet.write_string(4, column, if column == 0 { "=SUM(A1)" } else { "Số cuộc" }).unwrap();
    }
    let problem = said(&wide.save_to_buffer().unwrap());
    assert_eq!(problem, FormProblem::TooWide { at: "A5".to_owned(), columns: 10_000, most: 400 });
}

#[test]
fn a_form_that_would_unpack_without_end_is_refused() {
    let bomb = with(SHEET, |text| text.replacen("<sheetData>", &format!("<sheetData>{}", " ".repeat(70 << 20)), 1));
    assert!(bomb.len() < 1 << 20, "it is no bomb: {} bytes", bomb.len());
    let problem = look(&commune(Options::default()), &bomb, FormWishes::default()).unwrap_err();
    assert!(matches!(problem, FormProblem::Unreadable(ReadErrorKind::TooLarge { .. })), "{problem:?}");
}

#[test]
fn a_locked_sheet_is_told_and_stays_locked_and_a_hidden_one_is_no_form() {
    let assessment = commune(Options::default());
    let lock = "</sheetData><sheetProtection sheet=\"1\" objects=\"1\"/>";
    let form = with(SHEET, |text| text.replacen("</sheetData>", lock, 1));
    let filled = look(&assessment, &form, FormWishes::default()).unwrap();
    assert!(filled.preview.notes.contains(&FormNote::Locked));
    assert!(text(&parts(&saved(&form, &filled)), SHEET).contains("<sheetProtection sheet=\"1\" objects=\"1\"/>"));
    let hidden =
        with(BOOK, |text| text.replacen("<sheet name=\"Biểu 09a\"", "<sheet name=\"Biểu 09a\" state=\"hidden\"", 1));
    let problem = look(&assessment, &hidden, FormWishes::default()).unwrap_err();
    let FormProblem::NoHeader { sheets, first } = problem else { panic!("{problem:?}") };
    assert_eq!((sheets, first.unwrap().0), (vec!["Hướng dẫn".to_owned()], "A1".to_owned()));
}

#[test]
fn hostile_xml_is_refused_before_anything_is_written() {
    let assessment = commune(Options::default());
    let entities = "<!DOCTYPE worksheet [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet";
    let twice = "<row r=\"11\" spans=\"1:14\"><c r=\"A11\"/></row></sheetData>";
    for form in [
        with(SHEET, |text| text.replacen("<worksheet", entities, 1)),
        with(SHEET, |text| text.replacen("</sheetData>", twice, 1)),
        with(SHEET, |text| text.replacen("<c r=\"B11\"", "<c r=\"A11\"", 1)),
        with("xl/workbook.xml", |text| text.replacen("<workbook", "<!DOCTYPE workbook><workbook", 1)),
    ] {
        // What reading already refuses needs no writer; what it lets pass the writer refuses.
        let Ok(FilledForm { preview, places }) = look(&assessment, &form, FormWishes::default()) else { continue };
        let made = report::form::write(&form, &preview, &places.sheet, places.recalculated.as_deref());
        assert!(made.is_err(), "a hostile form was filled");
    }
}

#[test]
fn prefixes_missing_places_and_single_quotes_are_taken_as_they_come() {
    let assessment = commune(Options::default());
    let prefixed = |text: String| {
        let text = text.replace("</", "</x:").replace('<', "<x:").replace("<x:/x:", "</x:").replace("<x:?xml", "<?xml");
        text.replacen("xmlns=", "xmlns:x=", 1)
    };
    let plain = |text: String| {
        let (before, row) = text.split_once("<row r=\"11\"").unwrap();
        let row = (b'A'..=b'N')
            .fold(row.to_owned(), |row, letter| row.replacen(&format!(" r=\"{}11\"", char::from(letter)), "", 1));
        format!("{before}<row r='11'{row}")
    };
    for form in [with(SHEET, prefixed), with(SHEET, plain)] {
        let filled = look(&assessment, &form, FormWishes::default()).unwrap();
        let after = saved(&form, &filled);
        let FormFate::Filled(value) = fate(&filled.preview, "A11") else { panic!("{:?}", filled.preview) };
        let sheet = text(&parts(&after), SHEET);
        assert!(sheet.contains(&format!("v>{}</", value.text())), "no value in:\n{sheet}");
        assert_eq!(*fate(&filled.preview, "J11"), FormFate::Formula);
    }
}
