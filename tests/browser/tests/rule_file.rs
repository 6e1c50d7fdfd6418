//! A rule file of the user's own: a broken one is refused with its places, a good one is put in force and left again.

use anyhow::{Context, Result, ensure};
use browser::{Screen, Visitor, sample};
use std::path::Path;

const SHIPPED: &str = "../../rules/kien-giang-2030.toml";
const COMMUNE: &str = "nhat-ky-xa-vinh-hoa-hiep-2024.xlsx";

#[tokio::test]
async fn a_broken_rule_file_shows_file_line_and_column_and_changes_nothing() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await?;
    let broken = shipped()?.replacen("at_least = 4", "at_lest = 4", 1);
    let line = 1 + broken.lines().position(|line| line.contains("at_lest")).context("nothing was broken")?;
    let column = 1 + broken.lines().nth(line - 1).and_then(|line| line.find("at_lest")).unwrap_or_default();
    visitor.drop_files(&[&visitor.file("ke-hoach-cua-toi.toml", broken)?]).await?;
    visitor.read_in(".rule-report", "chưa được áp dụng").await?;
    visitor.read_in(".rule-report", "Sửa tệp theo từng chỗ").await?;
    visitor.read_in(".rule-problems pre", &format!("ke-hoach-cua-toi.toml:{line}:{column}")).await?;
    visitor.read_in(".rule-problems pre", "^^^^").await?;
    ensure!(!visitor.text("body").await?.contains("Đang áp dụng quy tắc của bạn"), "a broken file is in force");
    visitor.client().back().await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await
}

#[tokio::test]
async fn a_good_rule_file_is_put_in_force_and_the_shipped_plan_comes_back() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await?;
    visitor.drop_files(&[&visitor.file("ke-hoach-cua-toi.toml", shipped()?)?]).await?;
    visitor.read_in(".notice", "Đang áp dụng quy tắc của bạn: ke-hoach-cua-toi.toml").await?;
    visitor.read_in(".plans", "tệp của bạn: ke-hoach-cua-toi.toml").await?;
    visitor.go("#/tong-quan").await?;
    visitor.read_in(".notice", "ke-hoach-cua-toi.toml").await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    visitor.click("Về kế hoạch có sẵn").await?;
    let deadline = tokio::time::Instant::now() + std::time::Duration::from_secs(60);
    while visitor.text("body").await?.contains("Đang áp dụng quy tắc của bạn") {
        ensure!(tokio::time::Instant::now() < deadline, "the way back leads nowhere");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Ok(())
}

#[tokio::test]
async fn another_shipped_plan_is_chosen_before_any_file_and_stands_in_the_address() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/ke-hoach").await?;
    visitor.see(".plans input[type=radio]").await?;
    let plans = visitor.texts(".plans .options label").await?;
    ensure!(plans.len() >= 3, "the plans are {plans:?}");
    let before = visitor.text(".clauses-head").await?;
    visitor.see(".plans label:nth-of-type(2) input").await?.click().await?;
    visitor.read_in(".plans label:nth-of-type(2)", "đang áp dụng").await?;
    visitor.see(".clauses-head").await?;
    ensure!(visitor.text(".clauses-head").await? != before, "the text is still that of the first plan");
    let address = visitor.run("return location.hash").await?;
    ensure!(address.as_str().is_some_and(|hash| hash.contains("p=")), "the address is {address}");
    Ok(())
}

fn shipped() -> Result<String> {
    Ok(std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(SHIPPED))?)
}
