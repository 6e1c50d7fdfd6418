//! The five reports, filled: what each says where data is complete and where it is not, word for word.
//!
//! A golden file is the report as text. `UPDATE_GOLDENS=1` writes them anew; read what changed before you keep it.

use crate::world::{COMMUNE, CONVENTIONS, File, MEDIA, PROVINCE, assess, csv, day, house, repository, sample, unit};
use domain::{Options, ReportBlock, ReportCondition, ReportField, ReportKind, ReportLine, ReportRun, ReportSlice};
use std::fmt::Write;

/// The report on a day, of a unit by its id.
fn report(files: &[File], kind: ReportKind, as_of: &str, id: Option<&str>) -> ReportSlice {
    let options = Options { as_of: Some(day(as_of)), year: Some(2024), ..Options::default() };
    let assessment = assess(files, options, as_of);
    let unit = id.map(|id| unit(&assessment, id));
    let figures = assessment.report(&house(), kind, unit).unwrap();
    report::outline::fill(&house().outline(kind).unwrap(), &figures)
}

/// A commune of which everything is known and done.
fn diligent() -> File {
    let mut text = "Ngày,Đơn vị,Hình thức,Nội dung,Số lượng,Số người,Số nữ,Kinh phí,Nguồn kinh phí\n".to_owned();
    let commune = "Xã Vĩnh Hòa Hiệp";
    for month in [2, 5, 8, 11] {
        for number in 1..=4 {
            writeln!(text, "0{number}/{month:02}/2024,{commune},Tin,Tin bình đẳng giới {month}.{number},1,,,,")
                .unwrap();
        }
    }
    for (date, people, women, cost, source) in
        [("05/3/2024", 60, 33, 4_000_000, "Ngân sách xã"), ("12/9/2024", 40, 21, 2_500_000, "Xã hội hóa")]
    {
        let title = "Hội nghị phổ biến Luật Bình đẳng giới cho cán bộ công chức";
        writeln!(text, "{date},{commune},Hội nghị,{title} {date},1,{people},{women},{cost},{source}").unwrap();
    }
    csv("nhat-ky-2024.csv", &text)
}

fn province() -> Vec<File> {
    [PROVINCE, MEDIA, CONVENTIONS].map(sample).to_vec()
}

const VINH_HOA_HIEP: Option<&str> = Some("kg.chau-thanh.xa-vinh-hoa-hiep");

#[test]
fn a_quarter_of_a_commune_reads_as_its_golden_file() {
    golden("quarter-complete", &report(&[diligent()], ReportKind::Quarter, "2024-09-30", VINH_HOA_HIEP));
    golden("quarter-incomplete", &report(&[sample(COMMUNE)], ReportKind::Quarter, "2024-10-15", VINH_HOA_HIEP));
}

#[test]
fn half_a_year_of_a_commune_reads_as_its_golden_file() {
    golden("half-year-complete", &report(&[diligent()], ReportKind::HalfYear, "2024-06-09", VINH_HOA_HIEP));
    golden("half-year-incomplete", &report(&province(), ReportKind::HalfYear, "2024-06-09", Some("kg.chau-thanh")));
}

#[test]
fn a_year_of_a_commune_reads_as_its_golden_file() {
    golden("year-complete", &report(&[diligent()], ReportKind::Year, "2025-01-05", VINH_HOA_HIEP));
    golden("year-incomplete", &report(&[sample(COMMUNE)], ReportKind::Year, "2024-12-09", VINH_HOA_HIEP));
}

#[test]
fn reports_of_the_province_read_as_their_golden_files() {
    golden("province-complete", &report(&province(), ReportKind::Province, "2024-10-15", None));
    golden("province-incomplete", &report(&[diligent()], ReportKind::Province, "2024-12-09", None));
    golden("five-years-complete", &report(&province(), ReportKind::FiveYears, "2024-10-15", None));
    golden("five-years-incomplete", &report(&[diligent()], ReportKind::FiveYears, "2025-12-09", None));
}

#[test]
fn open_windows_and_unknown_units_are_never_called_not_met() {
    // Nothing is over on 9 June but the first quarter, which this commune met.
    let text = text(&report(&[diligent()], ReportKind::HalfYear, "2024-06-09", VINH_HOA_HIEP)).to_lowercase();
    assert!(text.contains("chưa kết thúc kỳ"), "{text}");
    assert!(!text.contains("không đạt"), "{text}");
    assert!(!text.contains("; chưa đạt"), "{text}");
    // Only one commune sent figures: the others are unknown.
    let alone = report(&[diligent()], ReportKind::Province, "2024-10-15", None);
    let rows: Vec<String> = table(&alone).into_iter().filter(|row| row.contains("tin, bài")).collect();
    assert!(rows.iter().any(|row| row.contains("chưa đủ số liệu 143")), "{rows:#?}");
    assert!(rows.iter().all(|row| !row.contains("chưa đạt")), "{rows:#?}");
}

#[test]
fn names_of_bodies_follow_the_day() {
    let name = |as_of: &str| {
        let options = Options {
            as_of: Some(day(as_of)),
            year: Some(day(as_of).format("%Y").to_string().parse().unwrap()),
            ..Options::default()
        };
        let assessment = assess(&[diligent()], options, as_of);
        let kind = ReportKind::Province;
        let figures = assessment.report(&house(), kind, None).unwrap();
        let head = report::outline::fill(&house().outline(kind).unwrap(), &figures).head;
        format!("{} | {}", head.superior, head.issuer.join(" "))
    };
    assert_eq!(name("2024-12-09"), "UBND TỈNH KIÊN GIANG | SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI");
    assert_eq!(name("2025-03-01"), "UBND TỈNH KIÊN GIANG | SỞ NỘI VỤ");
    assert_eq!(name("2025-12-09"), "UBND TỈNH AN GIANG | SỞ NỘI VỤ");
}

#[test]
fn no_report_names_a_person_or_leaves_a_field_open() {
    for kind in [ReportKind::Quarter, ReportKind::HalfYear, ReportKind::Year] {
        let report = report(&[sample(COMMUNE)], kind, "2024-10-15", VINH_HOA_HIEP);
        let text = text(&report);
        assert!(!text.contains(['{', '}']), "{text}");
        assert!(report.blanks() > 5, "number, day, causes, proposals and signer are for the author");
        assert!(!text.contains("tổ trưởng"), "places and titles of single rows stay out: {text}");
    }
}

const PAGES: [&str; 2] = ["rules/reports/README.md", "rules/reports/README.vi.md"];

#[test]
fn every_shipped_outline_is_sound_and_of_its_kind() {
    for kind in ReportKind::ALL {
        let outline = house().outline(kind).unwrap();
        assert_eq!(outline.kind, kind);
        assert!(outline.sections.len() >= 5, "{kind:?}");
    }
}

#[test]
fn the_outline_of_the_page_that_teaches_is_sound() {
    for page in PAGES {
        let text = std::fs::read_to_string(repository(page)).unwrap();
        let example = text.split("```toml,outline\n").nth(1).unwrap().split("```").next().unwrap();
        assert_eq!(plan::outline(page, example).err(), None, "{page}");
    }
}

#[test]
fn every_word_of_the_language_stands_on_both_pages() {
    let fields = ReportField::ALL.iter().map(|field| field.code());
    let words: Vec<&str> = fields.chain(ReportCondition::all().map(ReportCondition::code)).collect();
    assert!(words.len() > 60);
    for page in PAGES {
        let text = std::fs::read_to_string(repository(page)).unwrap();
        let missing: Vec<&&str> = words.iter().filter(|word| !text.contains(&format!("`{word}`"))).collect();
        assert_eq!(missing, Vec::<&&str>::new(), "{page}");
    }
}

/// The first table, row by row.
fn table(report: &ReportSlice) -> Vec<String> {
    let tables = report.body.iter().filter_map(|block| match block {
        ReportBlock::Table(table) => Some(table),
        _ => None,
    });
    let first = tables.into_iter().next().unwrap();
    first.rows.iter().map(|row| row.iter().map(line).collect::<Vec<_>>().join(" | ")).collect()
}

fn golden(name: &str, report: &ReportSlice) {
    let file = repository("tests/tests/end_to_end/reports").join(format!("{name}.txt"));
    let said = text(report);
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&file, said).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    let pairs = expected.lines().zip(said.lines());
    let first = pairs.enumerate().find(|(_, (expected, said))| expected != said);
    assert!(expected == said, "{name}: {first:?}; UPDATE_GOLDENS=1 writes it anew");
}

/// The report as text: tables with bars, places to fill in in brackets.
fn text(report: &ReportSlice) -> String {
    let mut text = String::new();
    let head = &report.head;
    let foot = &report.foot;
    let mut say = |line: &str| writeln!(text, "{line}").unwrap();
    say(&format!("{} || {}", head.superior, head.nation));
    say(&format!("{} || {}", head.issuer.join(" "), head.motto));
    say(&format!("{} || {}", line(&head.number), line(&head.place_and_day)));
    say(&format!("\n{}\n{}", head.title, head.subject.join("\n")));
    blocks(&report.body, &mut say);
    say(&format!("\n{}", foot.recipients_head));
    foot.recipients.iter().for_each(|recipient| say(&line(recipient)));
    say(&format!("{}\n{}", foot.capacity.join("\n"), line(&foot.name)));
    for annex in &report.annexes {
        say(&format!("\n{}\n{}\n{}", annex.number, annex.title, line(&annex.belongs_to)));
        blocks(&annex.body, &mut say);
    }
    text
}

fn blocks(blocks: &[ReportBlock], say: &mut impl FnMut(&str)) {
    for block in blocks {
        match block {
            ReportBlock::Heading { text, .. } => say(&format!("\n{text}")),
            ReportBlock::Paragraph(words) | ReportBlock::Item(words) => say(&line(words)),
            ReportBlock::Table(table) => {
                say(&format!("[{}]", table.caption));
                say(&table.columns.iter().map(|column| column.head.as_str()).collect::<Vec<_>>().join(" | "));
                for row in &table.rows {
                    say(&row.iter().map(line).collect::<Vec<_>>().join(" | "));
                }
            }
        }
    }
}

fn line(line: &ReportLine) -> String {
    let run = |run: &ReportRun| match run {
        ReportRun::Text(text) => text.clone(),
        ReportRun::Blank(hint) => format!("[{hint}]"),
    };
    line.iter().map(run).collect()
}
