//! The register of conventions: most reviewed and free of discrimination, some mended, some not reviewed, a few ended.

use crate::dice::Dice;
use crate::paper::{Cell, Paper, Row};
use crate::roster::{Commune, District, Roster};
use crate::{words, written};
use chrono::{Days, NaiveDate};

pub(crate) fn paper(roster: &Roster) -> Paper {
    let mut dice = Dice::new(7);
    let mut rows = Vec::new();
    for district in &roster.districts {
        for commune in district.communes.iter().take(5) {
            let count = dice.between(2, 4);
            rows.extend((0..count).map(|index| (district, commune, index)));
        }
    }
    let rows = (1..).zip(rows).map(|(number, place)| row(number, place, &mut dice)).collect();
    Paper {
        sheet: "Hương ước, quy ước",
        office: vec!["ỦY BAN NHÂN DÂN", "TỈNH KIÊN GIANG"],
        title: "SỔ THEO DÕI HƯƠNG ƯỚC, QUY ƯỚC CỦA CỘNG ĐỒNG".into(),
        subtitle: vec!["(Rà soát nội dung phân biệt đối xử về giới, tính đến ngày 15/10/2024)".into()],
        header: vec![
            ("TT", 5.0),
            ("Mã hương ước, quy ước", 14.0),
            ("Ấp, khu phố", 20.0),
            ("Xã, phường, thị trấn", 22.0),
            ("Huyện, thành phố", 20.0),
            ("Ngày thông qua", 13.0),
            ("Phân biệt đối xử về giới", 14.0),
            ("Ngày sửa đổi", 13.0),
            ("Ngày hết hiệu lực", 13.0),
            ("Ghi chú", 16.0),
        ],
        rows,
        signatures: vec!["NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"],
        ..Paper::default()
    }
}

fn row(number: u32, (district, commune, index): (&District, &Commune, u32), dice: &mut Dice) -> Row {
    let adopted = if dice.chance(4) { Cell::Blank } else { written::date(day(2016, 2200, dice), dice) };
    let (found, fixed) = review(dice);
    let ended = if dice.chance(3) { Cell::Day(day(2023, 300, dice)) } else { Cell::Blank };
    Row::Cells(vec![
        number.into(),
        format!("HU-{number:03}").into(),
        hamlet(&commune.name, index).into(),
        commune.name.clone().into(),
        district.name.clone().into(),
        adopted,
        found.into(),
        fixed,
        ended,
        Cell::Blank,
    ])
}

/// What the review found, and the day on which what it found was mended.
fn review(dice: &mut Dice) -> (&'static str, Cell) {
    match dice.below(100) {
        0..80 => ("Không", Cell::Blank),
        80..88 => ("Có", Cell::Day(day(2023, 600, dice))),
        88..92 => ("Có", Cell::Blank),
        92..97 => ("Chưa rà soát", Cell::Blank),
        _ => ("", Cell::Blank),
    }
}

fn day(year: i32, days: u32, dice: &mut Dice) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(year, 1, 5).unwrap_or(NaiveDate::MIN);
    first.checked_add_days(Days::new(u64::from(dice.below(days)))).unwrap_or(first)
}

fn hamlet(commune: &str, index: u32) -> String {
    let start = commune.bytes().map(u32::from).sum::<u32>();
    if commune.starts_with("Xã") {
        let name = words::HAMLETS.get((start + index) as usize % words::HAMLETS.len());
        return format!("Ấp {}", name.copied().unwrap_or_default());
    }
    format!("Khu phố {}", words::WARD_QUARTERS.get(index as usize).copied().unwrap_or_default())
}
