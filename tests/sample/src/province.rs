//! The province's workbook: a log of news, a log of events, a quarterly summary of the districts that keep no log, models.
//!
//! Most communes do what the plan asks, some fall short in a quarter, two have sent nothing. Names and dates are written
//! as people write them; a few rows are copies, a few units do not exist, a few dates are missing.

use crate::dice::Dice;
use crate::paper::{Cell, Paper, Row};
use crate::roster::{Commune, District, Roster, bare};
use crate::{words, written};
use chrono::{Days, NaiveDate};

const SUBTITLE: &str = "(Số liệu tính đến ngày 15/10/2024)";
/// They send a summary instead of a log.
const SUMMARY_DISTRICTS: [&str; 3] = ["Huyện Kiên Hải", "Huyện Giang Thành", "Huyện U Minh Thượng"];
/// They have sent nothing at all.
const SILENT_COMMUNES: [&str; 2] = ["Xã Thổ Châu", "Xã Phú Mỹ"];
/// No such places in the province.
const STRANGERS: [&str; 3] = ["Xã Tân Phú Đông", "Phường Bến Nghé", "Xã Vĩnh Tường B"];

pub(crate) fn papers(roster: &Roster) -> Vec<Paper> {
    vec![news(roster), events(roster), summary(roster), models(roster)]
}

fn paper(sheet: &'static str, title: &str, header: Vec<(&'static str, f64)>, rows: Vec<Row>) -> Paper {
    Paper {
        sheet,
        office: vec!["ỦY BAN NHÂN DÂN", "TỈNH KIÊN GIANG"],
        title: title.into(),
        subtitle: vec![SUBTITLE.into()],
        header,
        rows,
        signatures: vec!["NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"],
        ..Paper::default()
    }
}

/// First day and number of days of the quarters, the fourth as far as it has come.
fn quarters() -> [(NaiveDate, u32); 4] {
    [((2024, 1), 91), ((2024, 4), 91), ((2024, 7), 92), ((2024, 10), 14)]
        .map(|((year, month), days)| (NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MIN), days))
}

fn day_in((first, days): (NaiveDate, u32), dice: &mut Dice) -> NaiveDate {
    first.checked_add_days(Days::new(u64::from(dice.below(days)))).unwrap_or(first)
}

fn logs(roster: &Roster) -> impl Iterator<Item = &District> {
    roster.districts.iter().filter(|district| !SUMMARY_DISTRICTS.contains(&district.name.as_str()))
}

// ---------------------------------------------------------------------------------------------------------------- news

fn news(roster: &Roster) -> Paper {
    let mut dice = Dice::new(5);
    let mut rows = Vec::new();
    for district in logs(roster) {
        for commune in &district.communes {
            rows.extend(commune_news(district, commune, &mut dice));
        }
    }
    let mut rows = with_accidents(rows);
    let count = rows.len();
    number(&mut rows);
    rows.push(Row::Cells(vec![Cell::Blank, format!("Tổng cộng: {count} tin, bài").into()]));
    let header = vec![
        ("TT", 5.0),
        ("Huyện, thành phố", 18.0),
        ("Xã, phường, thị trấn", 22.0),
        ("Ngày đăng", 13.0),
        ("Tên tin, bài", 46.0),
        ("Thể loại", 12.0),
        ("Kênh", 22.0),
        ("Ghi chú", 10.0),
    ];
    paper("Tin bài", "TỔNG HỢP TIN, BÀI TRUYỀN THÔNG VỀ BÌNH ĐẲNG GIỚI NĂM 2024", header, rows)
}

fn commune_news(district: &District, commune: &Commune, dice: &mut Dice) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for (quarter, count) in quarters().into_iter().zip(news_counts(commune, dice)) {
        let mut days: Vec<NaiveDate> = (0..count).map(|_| day_in(quarter, dice)).collect();
        days.sort_unstable();
        rows.extend(days.into_iter().map(|day| news_row(district, commune, day, dice)));
    }
    rows
}

/// How many news items in each quarter.
fn news_counts(commune: &Commune, dice: &mut Dice) -> [u32; 4] {
    if SILENT_COMMUNES.contains(&commune.name.as_str()) {
        return [0; 4];
    }
    if commune.name == "Xã Vĩnh Hòa Hiệp" {
        return [5, 4, 3, 1];
    }
    let mut full = || if dice.chance(12) { dice.between(2, 3) } else { dice.between(4, 5) };
    [full(), full(), full(), dice.between(0, 2)]
}

fn news_row(district: &District, commune: &Commune, day: NaiveDate, dice: &mut Dice) -> Vec<Cell> {
    let title = format!("{} – {}", dice.pick(&words::NEWS_TITLES), issue(day));
    vec![
        Cell::Blank,
        district_written(&district.name, dice).into(),
        written::unit(&commune.name, dice).into(),
        written::date(day, dice),
        title.into(),
        dice.pick(&words::NEWS_KINDS).into(),
        dice.pick(&words::NEWS_CHANNELS).into(),
        Cell::Blank,
    ]
}

/// Tells apart items with one title.
fn issue(day: NaiveDate) -> String {
    format!("chuyên đề ngày {}", day.format("%d/%m"))
}

fn district_written(name: &str, dice: &mut Dice) -> String {
    match dice.below(10) {
        0 => written::abbreviated(name),
        1 => bare(name).to_owned(),
        _ => name.to_owned(),
    }
}

/// Copies, unknown units, missing dates: what happens when many hands fill a table.
fn with_accidents(rows: Vec<Vec<Cell>>) -> Vec<Row> {
    let mut strangers = STRANGERS.iter();
    let mut out = Vec::new();
    for (position, mut cells) in rows.into_iter().enumerate() {
        if position % 601 == 600 {
            set(&mut cells, 2, strangers.next().map_or(Cell::Blank, |name| (*name).into()));
        }
        if position % 457 == 456 {
            set(&mut cells, 3, Cell::Blank);
        }
        let copy = (position % 251 == 250).then(|| Row::Cells(cells.clone()));
        out.push(Row::Cells(cells));
        out.extend(copy);
    }
    out
}

fn set(cells: &mut [Cell], column: usize, value: Cell) {
    if let Some(cell) = cells.get_mut(column) {
        *cell = value;
    }
}

fn number(rows: &mut [Row]) {
    let data = rows.iter_mut().filter_map(|row| if let Row::Cells(cells) = row { cells.first_mut() } else { None });
    for (number, cell) in (1..).zip(data) {
        *cell = Cell::Number(number);
    }
}

// -------------------------------------------------------------------------------------------------------------- events

fn events(roster: &Roster) -> Paper {
    let mut dice = Dice::new(1);
    let mut rows = vec![Row::Section("A. CẤP TỈNH".into())];
    for office in words::AGENCIES.iter().chain(&words::UNIONS) {
        rows.extend(held(office, "", dice.between(1, 3), &mut dice));
    }
    for (index, district) in roster.districts.iter().enumerate() {
        rows.push(Row::Section(format!("{}. {}", roman(index + 1), district.name.to_uppercase())));
        rows.extend(district_events(district, &mut dice));
    }
    number(&mut rows);
    let header = vec![
        ("TT", 5.0),
        ("Đơn vị thực hiện", 32.0),
        ("Xã, phường, thị trấn", 22.0),
        ("Thời gian tổ chức", 14.0),
        ("Nội dung", 40.0),
        ("Hình thức", 18.0),
        ("Số người tham dự", 10.0),
        ("Nữ", 8.0),
    ];
    paper("Cuộc truyền thông", "TỔNG HỢP CÁC CUỘC TRUYỀN THÔNG VỀ BÌNH ĐẲNG GIỚI NĂM 2024", header, rows)
}

fn district_events(district: &District, dice: &mut Dice) -> Vec<Row> {
    let mut rows = held(&format!("UBND {}", written::lower_type(&district.name)), "", dice.between(1, 3), dice);
    rows.extend(held(&format!("Trung tâm Y tế {}", written::lower_type(&district.name)), "", dice.between(1, 2), dice));
    rows.extend(held(&format!("Trường THPT {}", bare(&district.name)), "", dice.between(1, 3), dice));
    for commune in district.communes.iter().filter(|commune| !SILENT_COMMUNES.contains(&commune.name.as_str())) {
        rows.extend(commune_events(commune, dice));
    }
    if dice.chance(40) {
        rows.push(Row::Gap);
    }
    rows
}

fn commune_events(commune: &Commune, dice: &mut Dice) -> Vec<Row> {
    let name = &commune.name;
    let mut rows = held(&format!("UBND {}", written::lower_type(name)), name, dice.between(1, 3), dice);
    let hamlets = dice.between(4, 6);
    for number in 0..hamlets {
        rows.extend(held(&hamlet(name, number, dice), name, u32::from(dice.chance(85)), dice));
    }
    let level = dice.pick(&["Tiểu học", "THCS", "Mầm non"]);
    rows.extend(held(&format!("Trường {level} {}", bare(name)), name, dice.between(0, 3), dice));
    rows.extend(held(&format!("Trạm Y tế {}", written::lower_type(name)), name, dice.between(0, 2), dice));
    rows
}

/// "Ấp Hòa Bình" in communes, "Khu phố 3" in wards and towns.
fn hamlet(commune: &str, number: u32, dice: &mut Dice) -> String {
    if commune.starts_with("Xã") {
        // Every commune goes through the list from a start of its own, so no name comes twice.
        let start = commune.bytes().map(u32::from).sum::<u32>();
        let index = (start + number) as usize % words::HAMLETS.len();
        let name = words::HAMLETS.get(index).copied().unwrap_or_default();
        return if dice.chance(6) { format!("ấp {name}") } else { format!("Ấp {name}") };
    }
    let name = words::WARD_QUARTERS.get(number as usize).copied().unwrap_or_default();
    if dice.chance(15) { format!("KP {name}") } else { format!("Khu phố {name}") }
}

fn held(unit: &str, commune: &str, count: u32, dice: &mut Dice) -> Vec<Row> {
    let (first, _) = quarters().first().copied().unwrap_or_default();
    let mut days: Vec<NaiveDate> = (0..count).map(|_| day_in((first, 285), dice)).collect();
    days.sort_unstable();
    days.into_iter().map(|day| Row::Cells(event_row(unit, commune, day, dice))).collect()
}

fn event_row(unit: &str, commune: &str, day: NaiveDate, dice: &mut Dice) -> Vec<Cell> {
    let people = dice.between(25, 140);
    let commune: Cell = if commune.is_empty() { Cell::Blank } else { written::unit(commune, dice).into() };
    vec![
        Cell::Blank,
        unit.into(),
        commune,
        written::date(day, dice),
        dice.pick(&words::EVENT_TITLES).into(),
        dice.pick(&words::EVENT_KINDS).into(),
        people.into(),
        (people * dice.between(35, 70) / 100).into(),
    ]
}

fn roman(number: usize) -> &'static str {
    const ROMAN: [&str; 16] =
        ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];
    ROMAN.get(number).copied().unwrap_or_default()
}

// ------------------------------------------------------------------------------------------------------------- summary

fn summary(roster: &Roster) -> Paper {
    let mut dice = Dice::new(9);
    let mut rows = Vec::new();
    for district in roster.districts.iter().filter(|district| SUMMARY_DISTRICTS.contains(&district.name.as_str())) {
        rows.push(Row::Section(district.name.clone()));
        let communes = district.communes.iter().filter(|commune| !SILENT_COMMUNES.contains(&commune.name.as_str()));
        rows.extend(communes.map(|commune| summary_row(commune, &mut dice)));
    }
    number(&mut rows);
    let mut paper = paper(
        "Tổng hợp quý",
        "SỐ TIN, BÀI TRUYỀN THÔNG VỀ BÌNH ĐẲNG GIỚI THEO QUÝ NĂM 2024 (các huyện không gửi nhật ký)",
        vec![
            ("TT", 5.0),
            ("Xã, phường, thị trấn", 26.0),
            ("Quý I", 10.0),
            ("Quý II", 10.0),
            ("Quý III", 10.0),
            ("Cộng", 10.0),
            ("Ghi chú", 14.0),
        ],
        rows,
    );
    paper.signatures.clear();
    paper
}

fn summary_row(commune: &Commune, dice: &mut Dice) -> Row {
    let counts: [u32; 3] =
        std::array::from_fn(|_| if dice.chance(15) { dice.between(1, 3) } else { dice.between(4, 6) });
    // People write 04 for 4.
    let padded = counts.map(|count| Cell::from(format!("{count:02}")));
    let cells = [Cell::Blank, commune.name.clone().into()].into_iter().chain(padded);
    Row::Cells(cells.chain([Cell::from(counts.iter().sum::<u32>()), Cell::Blank]).collect())
}

// -------------------------------------------------------------------------------------------------------------- models

fn models(roster: &Roster) -> Paper {
    const NAMES: [&str; 6] = [
        "Mô hình “Địa chỉ tin cậy tại cộng đồng”",
        "Mô hình “Gia đình hạnh phúc”",
        "Mô hình “Nam giới tiên phong chấm dứt bạo lực”",
        "Mô hình “Tổ truyền thông cộng đồng”",
        "Mô hình “Trường học an toàn, bình đẳng”",
        "Mô hình “Chợ văn minh, bình đẳng”",
    ];
    let mut dice = Dice::new(4);
    let mut rows: Vec<Row> = roster
        .districts
        .iter()
        // Three districts have none yet.
        .filter(|district| !["Huyện Kiên Hải", "Huyện An Minh", "Huyện Vĩnh Thuận"].contains(&district.name.as_str()))
        .map(|district| {
            let day = day_in((NaiveDate::from_ymd_opt(2022, 3, 1).unwrap_or(NaiveDate::MIN), 900), &mut dice);
            Row::Cells(vec![
                Cell::Blank,
                district.name.clone().into(),
                dice.pick(&NAMES).into(),
                "Mô hình".into(),
                Cell::Day(day),
                if dice.chance(50) { "Được công nhận hiệu quả".into() } else { Cell::Blank },
            ])
        })
        .collect();
    number(&mut rows);
    let header = vec![
        ("TT", 5.0),
        ("Huyện, thành phố", 22.0),
        ("Tên mô hình", 46.0),
        ("Loại hình", 12.0),
        ("Ngày ra mắt", 13.0),
        ("Ghi chú", 26.0),
    ];
    paper("Mô hình", "CÁC MÔ HÌNH TRUYỀN THÔNG VỀ BÌNH ĐẲNG GIỚI", header, rows)
}
