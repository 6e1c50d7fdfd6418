//! What a user never has to choose: whose data it is, the year, the as-of day.

use crate::world::{COMMUNE, PROVINCE, SAMPLE_DAY, assess, assess_sample, csv, day, sample};
use domain::Options;

#[test]
fn one_communes_file_is_shown_as_that_communes() {
    let summary = assess_sample(COMMUNE).summary();
    assert_eq!(summary.scope.map(|unit| unit.id).as_deref(), Some("kg.chau-thanh.xa-vinh-hoa-hiep"));
    assert!(summary.lone_unit.is_some());
}

#[test]
fn the_provinces_file_is_shown_whole() {
    let summary = assess_sample(PROVINCE).summary();
    assert_eq!(summary.scope, None);
    assert_eq!(summary.lone_unit, None);
}

#[test]
fn two_communes_of_one_district_are_shown_under_it() {
    let rows = "Ngày,Đơn vị,Loại hình,Nội dung\n05/03/2024,Xã Ngọc Chúc,Tin,A\n06/03/2024,Xã Ngọc Thuận,Tin,B\n";
    let summary = assess(&[csv("log.csv", rows)], Options::default(), SAMPLE_DAY).summary();
    assert_eq!(summary.scope.map(|unit| unit.id).as_deref(), Some("kg.giong-rieng"));
}

#[test]
fn the_year_is_that_of_the_latest_row_that_has_happened() {
    for (today, expected) in [("2024-10-16", 2024), ("2026-03-01", 2024)] {
        assert_eq!(assess(&[sample(COMMUNE)], Options::default(), today).summary().year, expected, "{today}");
    }
    let rows = "Ngày,Đơn vị,Loại hình,Nội dung\n05/03/2023,Xã Ngọc Chúc,Tin,A\n06/03/2025,Xã Ngọc Chúc,Tin,B\n";
    assert_eq!(assess(&[csv("log.csv", rows)], Options::default(), SAMPLE_DAY).summary().year, 2023);
    let chosen = Options { year: Some(2022), ..Options::default() };
    assert_eq!(assess(&[sample(COMMUNE)], chosen, SAMPLE_DAY).summary().year, 2022);
}

#[test]
fn the_as_of_day_is_the_end_of_yesterday() {
    assert_eq!(assess_sample(COMMUNE).as_of(), day("2024-10-15"));
}
