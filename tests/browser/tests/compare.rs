//! Two days and two sets of files: what turned and why, and nothing that was loaded changes.

use anyhow::{Context, Result, ensure};
use browser::{Screen, Visitor, sample};
use std::fmt::Write as _;

const START: &str = "#/du-lieu?d=2024-10-15";
const PROVINCE: &str = "toan-tinh-kien-giang-2024.xlsx";
const DAYS: &str = ".compare-days .chip";

/// Three news items of the third quarter in June's file, a fourth of September since.
const BEFORE: [&str; 3] = [
    "05/07/2024,Xã Vĩnh Hòa Hiệp,Tin,Luật Bình đẳng giới",
    "06/08/2024,Xã Vĩnh Hòa Hiệp,Tin,Chia sẻ việc nhà",
    "07/09/2024,Xã Vĩnh Hòa Hiệp,Tin,Phòng chống bạo lực",
];
const SINCE: &str = "20/09/2024,Xã Vĩnh Hòa Hiệp,Bài,Ngày Phụ nữ";

fn log(rows: &[&str]) -> String {
    let mut text = "Ngày,Đơn vị,Loại hình,Nội dung\n".to_owned();
    for row in rows {
        let _ = writeln!(text, "{row}");
    }
    text
}

#[tokio::test]
async fn another_day_tells_what_turned_and_leads_to_the_unit_and_back() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, START).await?;
    visitor.choose(&[&sample(PROVINCE)]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    visitor.click("So sánh hai ngày, hai bộ tệp").await?;
    visitor.read_in(".compare-told", "Từ 30/09/2024 đến 15/10/2024").await?;
    choose_day(&visitor, "30/06/2024").await?;
    visitor.read_in(".compare-told", "Từ 30/06/2024 đến 15/10/2024").await?;
    visitor.read_in(".compare-told", "thành “Chưa đạt”").await?;
    ensure!(hash(&visitor).await?.contains("o=2024-06-30"), "{}", hash(&visitor).await?);

    visitor.read_in(".compare-counts", "MT5").await?;
    let all = sum(&visitor).await?;
    let told = visitor.text(".compare-told").await?;
    ensure!(told.contains(&format!("{} kết luận", dotted(all))), "{told} is not the sum {all} of the table");

    visitor.click("Kém đi").await?;
    settled_on(&visitor, "worse").await?;
    ensure!(hash(&visitor).await?.contains("x=worse"), "the filter stands in the address");
    let ways = visitor.texts(".compare-changed tbody .compare-turn").await?;
    ensure!(!ways.is_empty() && ways.iter().all(|way| way.contains("Kém đi")), "{ways:?}");
    visitor.see(".compare-number a[href*='t=T5'][href*='x=worse']").await?.click().await?;
    visitor.read_in(".compare-changed tbody", "hạn 30/09/2024 đã qua").await?;

    let name = visitor.text(".compare-changed tbody th a").await?;
    visitor.see(".compare-changed tbody th a").await?.click().await?;
    visitor.read_in("main h1", &name).await?;
    visitor.client().back().await?;
    visitor.read_in(".compare-told", "Từ 30/06/2024 đến 15/10/2024").await?;
    ensure!(hash(&visitor).await?.contains("x=worse"), "back leads to the same list");
    Ok(())
}

#[tokio::test]
async fn every_number_of_the_table_opens_its_list_and_the_list_goes_into_a_spreadsheet() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, START).await?;
    visitor.choose(&[&visitor.file("nay.csv", log(&[BEFORE[0], BEFORE[1], BEFORE[2], SINCE]))?]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    visitor.go("#/so-sanh?o=2024-08-15").await?;
    visitor.read_in(".compare-told", "Từ 15/08/2024 đến 15/10/2024").await?;
    visitor.see(".compare-number a[href*='t=T5'][href*='x=better']").await?.click().await?;
    settled_on(&visitor, "better").await?;
    visitor.read_in(".compare-changed tbody", "2/4 → 4/4").await?;
    visitor.see(".compare-why summary").await?.click().await?;
    visitor.read_in(".compare-rows", "nay.csv, dòng 4 · 07/09/2024 · Phòng chống bạo lực").await?;
    visitor.click("Tải CSV").await?;
    let file = String::from_utf8(visitor.downloaded(".csv").await?)?;
    let line = file.lines().find(|line| line.contains("MT5")).context("no line of the target")?;
    ensure!(line.contains("\"Đạt\"") && line.contains("thêm 2 dòng"), "{line}");
    Ok(())
}

#[tokio::test]
async fn other_files_are_compared_with_and_take_the_place_of_nothing() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, START).await?;
    let now = visitor.file("nay.csv", log(&[SINCE, BEFORE[1], BEFORE[0], BEFORE[2]]))?;
    visitor.choose(&[&now]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    let loaded = visitor.text(".context").await?;
    visitor.go("#/so-sanh?w=files").await?;
    visitor.choose(&[&visitor.file("thang-9.csv", log(&BEFORE))?]).await?;
    visitor.read_in(".compare-told", "So với bộ tệp kia").await?;
    visitor.read_in(".compare-outcome", "thang-9.csv · 3 dòng").await?;
    visitor.read_in(".compare-changed tbody", "3/4 → 4/4").await?;
    visitor.read_in(".compare-changed tbody", "Tốt lên").await?;
    visitor.see(".compare-why summary").await?.click().await?;
    visitor.read_in(".compare-rows", "nay.csv, dòng 2 · 20/09/2024 · Ngày Phụ nữ").await?;
    visitor.read_in(".compare-row-card", "1 dòng thêm, 0 dòng không còn, 0 dòng sửa; 3 dòng như cũ").await?;
    ensure!(visitor.text(".context").await? == loaded, "what is loaded changed");
    ensure!(!hash(&visitor).await?.contains("thang"), "a file stands in the address");

    visitor.click("Đóng, quên bộ tệp kia").await?;
    visitor.read_in(".compare-choice", "Chọn bộ tệp để so sánh").await?;
    ensure!(visitor.texts(".compare-outcome").await?.is_empty(), "the comparison outlives its files");
    Ok(())
}

#[tokio::test]
async fn a_saved_project_stands_on_the_other_side() -> Result<()> {
    let first = Visitor::open_at(Screen::Desktop, START).await?;
    first.choose(&[&first.file("thang-9.csv", log(&BEFORE))?]).await?;
    first.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    first.go("#/du-lieu").await?;
    first.click("Lưu tệp dự án").await?;
    let project = first.downloaded(".doichieu.json").await?;

    let visitor = Visitor::open_at(Screen::Desktop, START).await?;
    visitor.choose(&[&visitor.file("nay.csv", log(&[BEFORE[0], BEFORE[1], SINCE]))?]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    visitor.go("#/so-sanh?w=files").await?;
    visitor.choose(&[&visitor.file("thang-9.doichieu.json", &project)?]).await?;
    visitor.read_in(".compare-row-card", "1 dòng thêm, 1 dòng không còn, 0 dòng sửa; 2 dòng như cũ").await?;
    visitor.read_in(".compare-outcome", "thang-9.csv · 3 dòng").await?;
    visitor.go("#/tong-quan").await?;
    visitor.read_in(".context", "nay.csv").await?;
    Ok(())
}

#[tokio::test]
async fn other_files_that_cannot_be_read_are_told_and_the_data_stay() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Phone, START).await?;
    visitor.choose(&[&visitor.file("nay.csv", log(&BEFORE))?]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    visitor.go("#/so-sanh?w=files").await?;
    visitor.choose(&[&visitor.file("trong.csv", "")?]).await?;
    visitor.read_in(".compare-choice [role=alert]", "trong.csv: Tệp trống.").await?;
    visitor.choose(&[&visitor.file("la.json", r#"{"doichieu":99}"#)?]).await?;
    visitor.read_in(".compare-choice [role=alert]", "phiên bản mới hơn").await?;
    visitor.choose(&[&visitor.file("thang-9.csv", log(&BEFORE[..2]))?]).await?;
    visitor.read_in(".compare-told", "So với bộ tệp kia").await?;
    // Another day: both sides are judged anew.
    visitor.go("#/tong-quan").await?;
    visitor.read_in("main h1", "năm 2024").await?;
    visitor.go("#/so-sanh?w=files").await?;
    visitor.read_in(".compare-row-card", "1 dòng thêm").await?;
    Ok(())
}

async fn choose_day(visitor: &Visitor, day: &str) -> Result<()> {
    let script = "const [css, day] = arguments; [...document.querySelectorAll(css)].find(c => c.textContent.includes(day)).click()";
    visitor.client().execute(script, vec![DAYS.into(), day.into()]).await?;
    Ok(())
}

/// Waits until the list of this direction has come.
async fn settled_on(visitor: &Visitor, turn: &str) -> Result<()> {
    visitor.see(&format!(".compare-filters .chip[aria-pressed=true] [data-turn={turn}]")).await?;
    visitor.see(".compare-outcome:not([aria-busy])").await?;
    Ok(())
}

async fn hash(visitor: &Visitor) -> Result<String> {
    Ok(visitor.run("return location.hash").await?.as_str().unwrap_or_default().to_owned())
}

/// All numbers of the table together.
async fn sum(visitor: &Visitor) -> Result<u64> {
    let numbers = visitor.texts(".compare-number").await?;
    numbers.iter().filter(|text| !text.is_empty()).map(|text| Ok(text.replace('.', "").trim().parse::<u64>()?)).sum()
}

/// `1.015`, as Vietnamese writes it.
fn dotted(number: u64) -> String {
    let digits = number.to_string();
    match digits.len() {
        ..=3 => digits,
        length => format!("{}.{}", &digits[..length - 3], &digits[length - 3..]),
    }
}
