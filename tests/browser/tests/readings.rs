//! Readings: each says what it changes right now; what is chosen is in force at once, in the address, and after a
//! reload.

use anyhow::{Context, Result, ensure};
use browser::{Screen, Visitor, sample};
use fantoccini::Locator;

const PROVINCE: &str = "toan-tinh-kien-giang-2024.xlsx";
const CHANGING: &str = "#/cach-hieu?f=doi";
const COUNTED: &str = "đổi ";
const TAB: char = '\u{E004}';
const UP: char = '\u{E013}';
const DOWN: char = '\u{E015}';

#[tokio::test]
async fn every_reading_can_be_read_before_any_file_and_promises_no_count() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/cach-hieu").await?;
    visitor.read_in("main h1", "Cách hiểu").await?;
    visitor.read_in("main", "Chung cho nhiều mục tiêu").await?;
    visitor.read_in("main", "Vì sao mặc định như vậy").await?;
    let readings = visitor.texts(".reading-item").await?;
    ensure!(readings.len() >= 38, "only {} readings", readings.len());
    let beside = visitor.texts(".option-effect").await?;
    ensure!(beside.iter().all(|text| text == "đang dùng"), "a count without data: {beside:?}");
    Ok(())
}

#[tokio::test]
async fn a_chosen_reading_changes_verdicts_and_address_and_outlives_a_reload() -> Result<()> {
    let visitor = province(CHANGING).await?;
    let changed = count_of_first(&visitor).await?;
    choose_first(&visitor).await?;
    visitor.read_in(".context", "1 cách hiểu khác mặc định").await?;
    let (reading, option) = chosen(&visitor).await?;
    visitor.go("#/tong-quan").await?;
    visitor.read_in(".context", "1 cách hiểu khác mặc định").await?;
    visitor.client().refresh().await?;
    visitor.see("nav.tabs").await?;
    ensure!(chosen(&visitor).await? == (reading, option), "the reading was lost on the way");
    visitor.choose(&[&sample(PROVINCE)]).await?;
    visitor.read_in(".context", "1 cách hiểu khác mặc định").await?;
    visitor.go("#/cach-hieu?f=rieng").await?;
    // Seen from the other side the way back changes just as much.
    visitor.read_in(".reading-item[data-changed]", &format!("đổi {changed} kết luận")).await?;
    visitor.click("Đưa tất cả về mặc định").await?;
    visitor.read_in("#readings-status", "Mọi cách hiểu đều theo mặc định").await?;
    let address = address(&visitor).await?;
    ensure!(!address.contains("r="), "the address still names a reading: {address}");
    Ok(())
}

#[tokio::test]
async fn readings_that_no_plan_knows_are_left_out_and_do_no_harm() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15&p=nowhere&r=nobody:knows").await?;
    visitor.choose(&[&sample(PROVINCE)]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    // A file may be read before the plan has said which readings it knows: then it is judged once more.
    visitor.until("!document.body.innerText.includes('khác mặc định')").await?;
    let page = visitor.text("body").await?;
    ensure!(!page.contains("Có lỗi trong chương trình"), "the page says:\n{page}");
    Ok(())
}

#[tokio::test]
async fn a_reading_is_chosen_and_taken_back_by_keyboard_alone() -> Result<()> {
    let visitor = province(CHANGING).await?;
    count_of_first(&visitor).await?;
    visitor.tab_to("Chỉ câu bạn đã đổi (0)").await?;
    for _ in 0..20 {
        visitor.press(TAB).await?;
        if visitor.run("return document.activeElement.type").await? == "radio" {
            break;
        }
    }
    visitor.press(DOWN).await?;
    visitor.read_in("#readings-status", "1 cách hiểu khác mặc định").await?;
    visitor.press(UP).await?;
    visitor.read_in("#readings-status", "Mọi cách hiểu đều theo mặc định").await?;
    let focused = visitor.run("return document.activeElement.type").await?;
    ensure!(focused == "radio", "the focus went to {focused}");
    Ok(())
}

async fn province(route: &str) -> Result<Visitor> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    visitor.choose(&[&sample(PROVINCE)]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    visitor.go(route).await?;
    visitor.read_in("main h1", "Cách hiểu").await?;
    Ok(visitor)
}

/// What the first option that would change something says: `đổi 12 kết luận`.
async fn count_of_first(visitor: &Visitor) -> Result<String> {
    visitor.read_in(".option-effect[data-weight=some]", COUNTED).await?;
    let text = visitor.text(".option-effect[data-weight=some]").await?;
    let figure = text.split_whitespace().nth(1).context("no figure")?;
    ensure!(figure.replace('.', "").parse::<u32>()? > 0, "{text}");
    Ok(figure.to_owned())
}

async fn choose_first(visitor: &Visitor) -> Result<()> {
    let path = "//label[span[@data-weight='some']]//input";
    visitor.client().find(Locator::XPath(path)).await?.click().await?;
    Ok(())
}

async fn chosen(visitor: &Visitor) -> Result<(String, String)> {
    let hash = address(visitor).await?;
    let pair = hash.split_once("r=").with_context(|| format!("no reading in {hash}"))?.1;
    let pair = pair.split('&').next().unwrap_or_default();
    let (reading, option) = pair.split_once(':').with_context(|| format!("no option in {hash}"))?;
    Ok((reading.to_owned(), option.to_owned()))
}

async fn address(visitor: &Visitor) -> Result<String> {
    Ok(visitor.run("return location.hash").await?.as_str().unwrap_or_default().to_owned())
}
