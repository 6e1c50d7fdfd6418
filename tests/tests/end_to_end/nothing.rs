//! Almost nothing was handed in: nobody is told that they failed.

use crate::world::{assess, csv, day, house, said};
use domain::{Options, Period, State};

/// One event of one commune, at the end of the plan.
#[test]
fn without_tables_nothing_is_missed_however_late_it_is() {
    let log = csv("nhat-ky.csv", "Ngày,Đơn vị,Loại hình,Nội dung\n05/03/2024,Xã Ngọc Chúc,Hội nghị,Bình đẳng giới\n");
    let assessment = assess(&[log], Options::default(), "2031-06-01");
    let roster = &assessment.facts().roster;
    let acted = assessment.facts().activities.first().unwrap().unit;
    let others = assessment
        .verdicts()
        .iter()
        .filter(|verdict| !verdict.unit.is_some_and(|unit| roster.is_under(acted, unit, day("2024-03-05"))));
    for verdict in others {
        assert!(!matches!(verdict.state, State::Missed | State::Late | State::AtRisk), "{verdict:?}");
    }
    for (target, milestone) in [("T3", "pilot-2025"), ("T3", "official-2030"), ("T7", "2025"), ("T7", "2030")] {
        assert_eq!(said(&assessment, target, "*", milestone), "no_data 0 register_missing");
    }
}

#[test]
fn no_file_at_all_is_an_assessment_of_nothing() {
    let assessment = assess(&[], Options::default(), "2024-10-16");
    assert_eq!((assessment.facts().activities.len(), assessment.findings().len()), (0, 0));
    assert!(assessment.verdicts().iter().all(|verdict| verdict.state != State::Missed && verdict.state != State::Met));
}

#[test]
fn files_without_a_table_are_named() {
    let input = assess::Input { name: "trong.csv".into(), size: 0, bytes: Box::new(std::io::Cursor::new(Vec::new())) };
    let result = house().assess(vec![input], Options::default(), day("2024-10-16"), &mut ());
    let Err(assess::AssessError::Files(errors)) = result else { panic!("an empty file is no table") };
    assert_eq!(errors.iter().map(|error| error.file.as_str()).collect::<Vec<_>>(), ["trong.csv"]);
}

/// A summary with two groups of columns; one commune left a quarter of news blank.
const SUMMARY: &str = "TỔNG HỢP HOẠT ĐỘNG TRUYỀN THÔNG BÌNH ĐẲNG GIỚI NĂM 2024 HUYỆN GIỒNG RIỀNG\n\
    STT,Đơn vị,Tin bài quý I,Tin bài quý II,Số cuộc\n\
    1,Xã Ngọc Chúc,4,3,2\n\
    2,Xã Thạnh Hưng,4,-,2\n\
    3,Xã Hòa An,4,0,2\n";

#[test]
fn a_blank_cell_of_a_summary_is_not_a_zero() {
    let summary = csv("tong-hop.csv", SUMMARY);
    let assessment = assess(&[summary], Options::default(), "2025-02-01");
    let second = |commune: &str| said(&assessment, "T5", &format!("kg.giong-rieng.xa-{commune}"), "2024-Q2");
    assert_eq!(second("ngoc-chuc"), "missed 3");
    assert_eq!(second("thanh-hung"), "no_data 0 nothing_reported");
    assert_eq!(second("hoa-an"), "missed 0");
}

#[test]
fn units_that_no_roster_lists_are_no_data_not_not_applicable() {
    let assessment = assess(&[csv("tong-hop.csv", SUMMARY)], Options::default(), "2025-02-01");
    let overview = assessment.summary().overview;
    let line = |id: &str| overview.targets.iter().find(|line| line.target == id).unwrap();
    for target in ["T2", "T6", "T8"] {
        assert_eq!((line(target).state, line(target).roster_incomplete), (State::NoData, true), "{target}");
    }
    for target in ["T3", "T5", "T7"] {
        assert!(!line(target).roster_incomplete, "{target}");
    }
    // Nobody sent the last quarter: the ones before must not stand for it.
    assert_eq!((line("T5").period.clone(), line("T5").state), (Some(Period::Quarter(2024, 4)), State::NoData));
}
