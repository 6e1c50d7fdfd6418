//! The search over everything, the list of keys, and the settings of the page: by keyboard, and in the address.

use anyhow::{Result, ensure};
use browser::{Screen, Visitor, sample};
use serde_json::json;

const ENTER: char = '\u{E007}';
const ESCAPE: char = '\u{E00C}';
const DOWN: char = '\u{E015}';
const FOCUSED: &str = "const e = document.activeElement; return (e.getAttribute('aria-label') || e.textContent).trim()";

#[tokio::test]
async fn a_unit_is_reached_by_a_key_its_name_without_accents_and_enter() -> Result<()> {
    let visitor = province().await?;
    visitor.press('/').await?;
    visitor.see("dialog[open] input[role=combobox]").await?;
    visitor.write("vinh hoa hiep").await?;
    visitor.read_in("dialog [aria-selected=true]", "Xã Vĩnh Hòa Hiệp").await?;
    visitor.read_in("dialog [role=status]", "kết quả").await?;
    visitor.press(ENTER).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await?;
    ensure!(
        visitor.run("return document.querySelector('dialog') === null").await? == true,
        "the dialog is still there"
    );
    ensure!(visitor.run(FOCUSED).await?.as_str().is_some_and(|text| text.starts_with("Xã Vĩnh Hòa Hiệp")), "no focus");
    Ok(())
}

#[tokio::test]
async fn arrows_walk_the_list_and_escape_gives_the_focus_back() -> Result<()> {
    let visitor = Visitor::open(Screen::Desktop).await?;
    visitor.tab_to("EN: switch to English").await?;
    visitor.press('/').await?;
    visitor.see("dialog[open] [role=option]").await?;
    for (key, at) in [(DOWN, 1), (DOWN, 2), ('\u{E013}', 1)] {
        visitor.press(key).await?;
        let marked = "const i = document.querySelector('[role=combobox]');
            const o = document.getElementById(i.getAttribute('aria-activedescendant'));
            return [o.getAttribute('aria-selected'), [...o.parentElement.children].indexOf(o)]";
        wait_for(&visitor, marked, &json!(["true", at])).await?;
    }
    visitor.press(ESCAPE).await?;
    wait_for(&visitor, "return document.querySelector('dialog') === null", &json!(true)).await?;
    ensure!(visitor.run(FOCUSED).await? == "EN: switch to English", "the focus is lost");
    Ok(())
}

#[tokio::test]
async fn the_button_opens_the_search_and_a_download_comes_from_it() -> Result<()> {
    let visitor = Visitor::open(Screen::Desktop).await?;
    visitor.click("Tìm (/)").await?;
    visitor.see("dialog[open] input").await?;
    visitor.write("bieu mau").await?;
    visitor.read_in("dialog [aria-selected=true]", "Biểu mẫu Excel").await?;
    visitor.press(ENTER).await?;
    ensure!(visitor.downloaded(".xlsx").await?.starts_with(b"PK"), "no workbook");
    Ok(())
}

#[tokio::test]
async fn single_keys_stay_letters_in_fields_and_can_be_turned_off() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/nhap").await?;
    visitor.see("td input").await?.click().await?;
    visitor.write("30/9?").await?;
    ensure!(visitor.run("return document.activeElement.value").await? == "30/9?", "the field lost a letter");
    ensure!(visitor.run("return document.querySelector('dialog') === null").await? == true, "a letter opened a dialog");
    visitor.go("#/cai-dat").await?;
    visitor.read_in("main h1", "Cài đặt").await?;
    visitor.press('?').await?;
    visitor.read_in("dialog[open]", "Lịch tháng").await?;
    visitor.press(ESCAPE).await?;
    wait_for(&visitor, "return document.querySelector('dialog') === null", &json!(true)).await?;
    visitor.click("Phím tắt / và ?").await?;
    wait_for(&visitor, "return location.hash.includes('keys=off')", &json!(true)).await?;
    visitor.run("document.querySelector('main h1').focus()").await?;
    visitor.press('?').await?;
    visitor.press('/').await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    ensure!(visitor.run("return document.querySelector('dialog') === null").await? == true, "they are still on");
    Ok(())
}

#[tokio::test]
async fn theme_and_size_stand_in_the_address_and_outlive_a_reload_without_any_store() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/cai-dat").await?;
    visitor.click("Tối").await?;
    visitor.click("Phóng to chữ").await?;
    let shown = "const d = document.documentElement.dataset; return [d.theme ?? '', d.size ?? '']";
    wait_for(&visitor, shown, &json!(["dark", "112"])).await?;
    wait_for(&visitor, "return location.hash", &json!("#/cai-dat?theme=dark&size=112")).await?;
    visitor.client().refresh().await?;
    visitor.see("nav.tabs").await?;
    wait_for(&visitor, shown, &json!(["dark", "112"])).await?;
    ensure!(visitor.traces().await? == json!([0, 0, 0, 0, 0]), "something is kept");
    visitor.read_in("main h1", "Cài đặt").await?;
    visitor.click("Theo máy").await?;
    wait_for(&visitor, shown, &json!(["", "112"])).await
}

#[tokio::test]
async fn what_is_remembered_comes_back_without_the_address_until_it_is_deleted() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/cai-dat").await?;
    visitor.click("Tương phản cao").await?;
    visitor.click("Nhớ trên máy này").await?;
    visitor.read_in(".memory", "Xóa mọi dữ liệu đã nhớ").await?;
    visitor.wait_for_record("remembered", true).await?;
    let theme = "return document.documentElement.dataset.theme ?? ''";
    visitor.run("history.replaceState(null, '', '#/cai-dat')").await?;
    visitor.client().refresh().await?;
    visitor.see("nav.tabs").await?;
    wait_for(&visitor, theme, &json!("contrast")).await?;
    visitor.click("Xóa mọi dữ liệu đã nhớ").await?;
    visitor.read_in(".memory", "không còn nhớ gì").await?;
    visitor.wait_for_no_trace().await
}

#[tokio::test]
async fn the_footer_leads_to_the_pages_about_the_page_and_privacy_is_short() -> Result<()> {
    let visitor = Visitor::open(Screen::Phone).await?;
    for (link, heading, words) in [
        ("Giới thiệu", "Giới thiệu", "1790/QĐ-TTg"),
        ("Trợ năng", "Trợ năng", "trình đọc màn hình"),
        ("Riêng tư", "Riêng tư", "tắt Wi-Fi"),
    ] {
        // The tabs lie over the lower edge of a phone: the foot stands above them once the page is at its end.
        visitor.run("scrollTo(0, document.body.scrollHeight)").await?;
        visitor.click(link).await?;
        visitor.read_in("main h1", heading).await?;
        visitor.read_in("main", words).await?;
    }
    for (route, heading) in [("#/rieng-tu", "Riêng tư"), ("#/rieng-tu?l=en", "Privacy")] {
        let visitor = Visitor::open_at(Screen::Phone, route).await?;
        visitor.read_in("main h1", heading).await?;
        let words = visitor.text("main").await?.split_whitespace().count();
        ensure!((60..=120).contains(&words), "{words} words at {route}");
    }
    Ok(())
}

async fn province() -> Result<Visitor> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    visitor.choose(&[&sample("toan-tinh-kien-giang-2024.xlsx")]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    Ok(visitor)
}

async fn wait_for(visitor: &Visitor, script: &str, wanted: &serde_json::Value) -> Result<()> {
    let mut seen = serde_json::Value::Null;
    for _ in 0..200 {
        seen = visitor.run(script).await?;
        if seen == *wanted {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    anyhow::bail!("`{script}` gave {seen}, not {wanted}")
}
