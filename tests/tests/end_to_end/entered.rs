//! Rows that somebody types in: read like any other file, and looked at while they are being typed.

use crate::world::{SAMPLE_DAY, assess, csv, day, house, said};
use domain::{ActivityKind, EnteredRow, FindingKind, Options, UnitKind, entered_table};

const VINH_HOA_HIEP: &str = "kg.chau-thanh.xa-vinh-hoa-hiep";

fn row(unit: &str, date: &str, kind: &str, title: &str) -> EnteredRow {
    let [unit, date, kind, title] = [unit, date, kind, title].map(str::to_owned);
    EnteredRow { unit, date, kind, title, ..EnteredRow::default() }
}

fn known(mut row: EnteredRow) -> EnteredRow {
    row.unit_id = VINH_HOA_HIEP.to_owned();
    row
}

fn entered(rows: &[EnteredRow]) -> assess::Assessment {
    assess(&[csv("Nhập trực tiếp", &entered_table(rows))], Options::default(), SAMPLE_DAY)
}

/// `row:column code` of every finding.
fn proof(rows: &[EnteredRow]) -> Vec<String> {
    let findings = house().proof(rows, &Options::default(), day(SAMPLE_DAY), None).unwrap();
    let place = |at: &domain::Place| {
        let column = at.column.and_then(|column| EnteredRow::HEADERS.get(column as usize).copied());
        format!("{}:{}", at.row.unwrap_or_default(), column.unwrap_or_default())
    };
    findings.iter().map(|finding| format!("{} {}", place(&finding.at), finding.kind.code())).collect()
}

#[test]
fn rows_of_every_sort_become_facts_with_their_place() {
    let rows = [
        known(row("", "05/07/2024", "news", "Luật \"Bình đẳng giới\"; phần 1, 2")),
        row("Xã Vĩnh Hòa Hiệp", "tháng 8/2024", "Tin, bài", "Phòng, chống bạo lực gia đình"),
        row("xa vinh hoa hiep, huyen chau thanh", "quý III/2024", "news", "Nam giới chia sẻ việc nhà"),
        EnteredRow {
            count: "2".to_owned(), ..known(row("", "9/9/2024", "news", "Bình đẳng giới trong nhà trường"))
        },
    ];
    let assessment = entered(&rows);
    let places: Vec<_> = assessment.facts().activities.iter().map(|activity| activity.origin.row).collect();
    assert_eq!(places, [2, 3, 4, 5]);
    assert_eq!(said(&assessment, "T5", VINH_HOA_HIEP, "2024-Q3"), "met 5");
}

#[test]
fn one_row_alone_is_a_table() {
    let assessment = entered(&[known(row("", "05/07/2024", "event", "Tọa đàm về bình đẳng giới"))]);
    assert_eq!(assessment.facts().activities.len(), 1);
}

#[test]
fn a_blank_unit_is_never_that_of_the_row_above() {
    let rows = [
        known(row("", "05/07/2024", "news", "Luật Bình đẳng giới")),
        row("", "06/07/2024", "news", "Phòng, chống bạo lực gia đình"),
        known(row("", "07/07/2024", "news", "Bình đẳng giới ở trường")),
        row("", "08/07/2024", "news", "Bình đẳng giới ở chợ"),
    ];
    assert_eq!(proof(&rows), ["3: missing_unit", "5: missing_unit"]);
}

#[test]
fn a_unit_in_words_keeps_its_own_row_beside_one_known_by_its_id() {
    let rows = [
        known(row("", "05/07/2024", "news", "Luật Bình đẳng giới")),
        row("Xã Thạnh Lộc, huyện Giồng Riềng", "06/07/2024", "news", "Bình đẳng giới"),
    ];
    let assessment = entered(&rows);
    let roster = &assessment.facts().roster;
    let units: Vec<_> = assessment.facts().activities.iter().map(|activity| roster.id(activity.unit)).collect();
    assert_eq!(units, [VINH_HOA_HIEP, "kg.giong-rieng.xa-thanh-loc"]);
}

#[test]
fn what_is_wrong_is_told_by_row_and_cell() {
    let rows = [
        known(row("", "hôm nào đó", "news", "Luật Bình đẳng giới")),
        row("Xã Không Có Thật", "06/07/2024", "news", "Bình đẳng giới ở xã"),
        known(row("", "", "news", "Bình đẳng giới ở trường")),
        EnteredRow { count: "-3".to_owned(), ..known(row("", "08/07/2024", "news", "Bình đẳng giới ở chợ")) },
        known(row("", "09/07/2024", "nhảy dù", "Bình đẳng giới")),
        EnteredRow {
            people: "nhiều".to_owned(), ..known(row("", "10/07/2024", "event", "Tọa đàm bình đẳng giới"))
        },
    ];
    let expected = [
        "2:date unreadable_date",
        "3:unit unknown_unit",
        "4: missing_date",
        "5:count bad_count",
        "6:kind unknown_kind",
        "7:people bad_value",
    ];
    assert_eq!(proof(&rows), expected);
}

#[test]
fn a_body_that_no_roster_lists_is_added_for_now() {
    let rows = [row("Trường THCS Lê Lợi", "06/07/2024", "event", "Tọa đàm về bình đẳng giới")];
    let assessment = entered(&rows);
    let kinds: Vec<_> = assessment.findings().iter().map(|finding| finding.kind.clone()).collect();
    assert!(matches!(&kinds[..], [FindingKind::ProvisionalUnit { kind: UnitKind::School, .. }]), "{kinds:?}");
}

#[test]
fn the_units_are_known_before_any_file_is_read() {
    let units = house().units(&Options::default(), day(SAMPLE_DAY)).unwrap();
    let unit = units.iter().find(|unit| unit.id == VINH_HOA_HIEP).unwrap();
    assert_eq!((unit.name.as_str(), unit.parent.as_str()), ("Xã Vĩnh Hòa Hiệp", "Huyện Châu Thành"));
    assert!(unit.life.to.is_some());
}

#[test]
fn the_template_is_empty_until_somebody_fills_it_in() {
    let bytes = report::template::write(domain::Language::Vi, day(SAMPLE_DAY)).unwrap();
    let unit = csv("so.csv", "Đơn vị,Ngày,Loại hoạt động\nXã Vĩnh Hòa Hiệp,05/07/2024,Tin\n");
    let assessment = assess(&[("mau.xlsx".to_owned(), bytes), unit], Options::default(), SAMPLE_DAY);
    assert_eq!(assessment.facts().activities.len(), 1);
}

#[test]
fn the_template_has_headers_that_are_understood_in_both_languages() {
    use wording::Say;
    for language in [domain::Language::Vi, domain::Language::En] {
        let headers = wording::entry::EntryColumn::ALL.map(|column| column.say(language).into_owned()).join(",");
        let row = "Xã Vĩnh Hòa Hiệp,05/07/2024,Tin,2,Luật Bình đẳng giới,Loa,30,20";
        let assessment =
            assess(&[csv("mau.csv", &format!("\u{feff}{headers}\r\n{row}\r\n"))], Options::default(), SAMPLE_DAY);
        let fields: Vec<String> =
            assessment.facts().tables[0].columns.iter().map(|c| format!("{:?}", c.field)).collect();
        let [activity] = &assessment.facts().activities[..] else { panic!("{:?}", assessment.findings()) };
        let read =
            (activity.count, activity.people, activity.women, activity.title.as_str(), activity.channel.as_str());
        assert_eq!(read, (2, Some(30), Some(20), "Luật Bình đẳng giới", "Loa"), "{fields:?}");
    }
}

#[test]
fn every_kind_that_the_template_offers_is_understood() {
    let kinds = report::template::kinds(domain::Language::Vi);
    let rows = kinds.each_ref().map(|kind| format!("Xã Vĩnh Hòa Hiệp,05/07/2024,{kind},Bình đẳng giới\n")).concat();
    let table = format!("Đơn vị,Ngày thực hiện,Loại hoạt động,Nội dung\n{rows}");
    let assessment = assess(&[csv("mau.csv", &table)], Options::default(), SAMPLE_DAY);
    let read: Vec<ActivityKind> = assessment.facts().activities.iter().map(|activity| activity.kind).collect();
    assert_eq!(read, report::template::KINDS, "{:?}", assessment.findings());
}
