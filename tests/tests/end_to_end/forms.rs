//! Communes that fill in one form: the same sheet and headers, nobody named inside, each answered for by itself.

use crate::world::{File, SAMPLE_DAY, assess, said};
use domain::{FindingKind, Options, UnitChoice};
use rust_xlsxwriter::Workbook;

fn form(name: &str, news: &[&str]) -> File {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["STT", "Ngày", "Thể loại", "Tên tin, bài"]).unwrap();
    for (row, day) in (1..).zip(news) {
        sheet.write(row, 0, row).unwrap();
        sheet.write_row(row, 1, [*day, "Tin", &format!("Bình đẳng giới {day}")]).unwrap();
    }
    (name.to_owned(), workbook.save_to_buffer().unwrap())
}

#[test]
fn one_answer_is_given_to_one_file() {
    let files = [
        form("bieu-1.xlsx", &["05/01/2024", "10/01/2024", "05/02/2024", "08/03/2024"]),
        form("bieu-2.xlsx", &["20/02/2024"]),
    ];
    let asked = assess(&files, Options::default(), SAMPLE_DAY);
    let questions = asked.findings().iter().filter(|finding| finding.kind == FindingKind::NoUnitColumn);
    assert_eq!(questions.map(|finding| finding.at.file.as_str()).collect::<Vec<_>>(), ["bieu-1.xlsx", "bieu-2.xlsx"]);

    let communes = ["kg.giong-rieng.xa-ngoc-chuc", "kg.tan-hiep.xa-tan-hoi"];
    let answer = |(table, unit): (&domain::TableInfo, &str)| UnitChoice {
        table: table.fingerprint.clone(),
        text: String::new(),
        unit: unit.to_owned(),
    };
    let units = asked.facts().tables.iter().zip(communes).map(answer).collect();
    let answered = assess(&files, Options { units, ..Options::default() }, SAMPLE_DAY);
    assert_eq!(communes.map(|commune| said(&answered, "T5", commune, "2024-Q1")), ["met 4", "missed 1"]);
}
