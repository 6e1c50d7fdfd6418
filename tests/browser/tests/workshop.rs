//! The deck for a room: three clicks to the first slide, keys turn pages, and a reload leads back to the slide.

use anyhow::{Result, ensure};
use browser::{Screen, Visitor, sample};

const RIGHT: char = '\u{E014}';
const ESCAPE: char = '\u{E00C}';
const END: char = '\u{E010}';

#[tokio::test]
async fn three_clicks_lead_a_trainer_to_the_first_slide_and_keys_through_the_deck() -> Result<()> {
    // The first click opened the page.
    let visitor = Visitor::open(Screen::Desktop).await?;
    visitor.click("Xem dữ liệu mẫu: toàn tỉnh").await?;
    visitor.read_in("main h1", "năm 2024").await?;
    visitor.click("Trình chiếu").await?;
    visitor.read_in(".deck-place", "Trang 1/").await?;
    ensure!(visitor.texts("nav.tabs").await?.is_empty(), "the frame of the page stands around the deck");
    visitor.press(RIGHT).await?;
    visitor.read_in(".deck-place", "Trang 2/").await?;
    visitor.read_in(".deck h1", "MT1").await?;
    let focused = visitor.run("return document.activeElement.tagName").await?;
    ensure!(focused == "H1", "the focus is on {focused}");
    ensure!(!visitor.text(".deck").await?.contains("Đáp án\n"), "the answer comes before the question is discussed");
    visitor.press('a').await?;
    visitor.read_in(".deck-answer", "đơn vị đạt").await?;
    visitor.picture("workshop-answer").await?;
    visitor.client().back().await?;
    visitor.read_in(".deck-place", "Trang 1/").await?;
    visitor.press(ESCAPE).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    visitor.see("nav.tabs").await?;
    Ok(())
}

#[tokio::test]
async fn one_more_each_is_tried_on_its_slide_and_a_reload_keeps_it() -> Result<()> {
    let visitor = Visitor::visit(Screen::Desktop, "#/trinh-chieu?s=11&m=province", ".deck h1").await?;
    visitor.read_in(".deck h1", "Nếu mỗi xã, phường làm thêm tin, bài").await?;
    visitor.read_in(".deck-big", "xã, phường đạt").await?;
    let before = visitor.text(".deck-big").await?;
    visitor.click("Thêm một").await?;
    visitor.read_in(".deck-number", "1").await?;
    visitor.read_in(".deck-big", "tăng").await?;
    visitor.press('-').await?;
    visitor.read_in(".deck-big", &before).await?;
    visitor.press('+').await?;
    visitor.read_in(".deck-big", "tăng").await?;
    visitor.client().refresh().await?;
    visitor.read_in(".deck-place", "Trang 11/").await?;
    visitor.read_in(".deck-big", "tăng").await?;
    Ok(())
}

#[tokio::test]
async fn the_last_slide_shows_the_address_and_the_one_before_a_sheet_to_learn_from() -> Result<()> {
    let visitor = Visitor::visit(Screen::Phone, "#/trinh-chieu?m=province", ".deck h1").await?;
    visitor.press(END).await?;
    visitor.read_in(".deck h1", "bảng của đơn vị bạn").await?;
    visitor.see("svg.qr title").await?;
    let wide = visitor.run("return document.documentElement.scrollWidth").await?;
    ensure!(wide.as_u64().is_some_and(|wide| wide <= 390), "the deck is {wide} wide on a phone");
    visitor.click("Trước").await?;
    visitor.click("Mở bảng có lỗi để thực hành").await?;
    visitor.read_in("main h1", "Đã đọc").await?;
    for mistake in ["30/02/2024", "Xã Thạnh Lộc", "năm mươi", "Ô đơn vị trống"] {
        visitor.read_in("main", mistake).await?;
    }
    // What asks for nothing is folded away; on a phone it may stand under the tabs.
    visitor.run("document.querySelectorAll('main details').forEach(fold => { fold.open = true })").await?;
    visitor.read_in("main", "Tổng cộng").await?;
    Ok(())
}

#[tokio::test]
async fn a_deck_without_data_asks_for_some_and_one_of_own_files_names_no_sample() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/trinh-chieu?s=2").await?;
    visitor.read_in("main h1", "Trình chiếu cho lớp tập huấn").await?;
    visitor.click("Chọn tệp của bạn").await?;
    visitor.choose(&[&sample("toan-tinh-kien-giang-2024.xlsx")]).await?;
    visitor.read_in("main h1", "năm").await?;
    visitor.click("Trình chiếu").await?;
    visitor.read_in(".deck-place", "Trang 1/").await?;
    let hash = visitor.run("return location.hash").await?;
    ensure!(!hash.to_string().contains("m="), "the address names a sample: {hash}");
    Ok(())
}

#[tokio::test]
async fn exercise_sheets_hold_the_questions_and_the_key() -> Result<()> {
    let visitor = Visitor::visit(Screen::Desktop, "#/trinh-chieu?m=province", ".deck h1").await?;
    visitor.read_in(".deck-plan", "Kế hoạch").await?;
    visitor.run("window.print = () => { window.printed = document.querySelector('.work-sheets').textContent }").await?;
    visitor.click("In phiếu bài tập").await?;
    let printed = visitor.run("return window.printed || ''").await?.to_string();
    for words in ["Phiếu bài tập", "Trả lời:", "Đáp án (dành cho giảng viên)", "MT5"] {
        ensure!(printed.contains(words), "the sheets do not say \"{words}\": {printed}");
    }
    Ok(())
}
