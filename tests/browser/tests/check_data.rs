//! The check-data screen: files, units by name, rows in context, steps, memory, and what is taken along.

use anyhow::{Result, ensure};
use browser::{Screen, Visitor};
use serde_json::json;

const LOG: &str = "Đơn vị,Ngày,Hình thức,Nội dung\n\
    Xã Minh Hòa,05/08/2024,Tin,Luật Bình đẳng giới\n\
    Xã Giục Tượng,06/08/2024,Tin,Phòng chống bạo lực gia đình\n\
    Khu vực lạ,07/08/2024,Tin,Bình đẳng giới trong gia đình\n\
    Xã Minh Hòa,08/08/2024,Loa cụm,Phát thanh về bình đẳng giới\n\
    Xã Minh Hòa,09/08/2024,Loa cum ấp,Phát thanh về nam giới và bình đẳng giới\n\
    Xã Minh Hòa,hôm qua,Tin,Bình đẳng giới và việc làm\n";

async fn checking(files: &[(&str, &[u8])]) -> Result<Visitor> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/kiem-tra?d=2024-10-15").await?;
    let paths = files.iter().map(|(name, content)| visitor.file(name, content)).collect::<Result<Vec<_>>>()?;
    visitor.choose(&paths.iter().map(std::path::PathBuf::as_path).collect::<Vec<_>>()).await?;
    visitor.see(".issues").await?;
    Ok(visitor)
}

#[tokio::test]
async fn files_that_failed_and_copies_are_listed_with_what_to_do_and_can_be_taken_away() -> Result<()> {
    let files: [(&str, &[u8]); 3] =
        [("a.csv", LOG.as_bytes()), ("b.csv", LOG.as_bytes()), ("ảnh.xlsx", b"\x89PNG\r\n\x1a\n0000")];
    let visitor = checking(&files).await?;
    visitor.read_in(".files", "2 tệp đã đọc, 6 dòng; 1 tệp trùng; 1 tệp không đọc được").await?;
    visitor.read_in(".files", "trùng hoàn toàn với a.csv").await?;
    visitor.click("Bỏ tệp ảnh.xlsx").await?;
    visitor.read_in(".files", "2 tệp đã đọc, 6 dòng; 1 tệp trùng").await?;
    ensure!(!visitor.text(".files").await?.contains("không đọc được"), "the file is still there");
    Ok(())
}

#[tokio::test]
async fn a_unit_is_found_by_typing_without_accents_and_the_answer_can_be_undone_by_keyboard() -> Result<()> {
    let visitor = checking(&[("a.csv", LOG.as_bytes())]).await?;
    visitor.tab_to("“Khu vực lạ” là đơn vị nào?").await?;
    visitor.write("vinh hoa hiep").await?;
    visitor.read_in(".unit-picker", "Xã Vĩnh Hòa Hiệp, Huyện Châu Thành").await?;
    visitor.press('\u{E007}').await?;
    visitor.read_in(".choices", "“Khu vực lạ” là Xã Vĩnh Hòa Hiệp").await?;
    visitor
        .run(
            "document.activeElement.blur(); for (const key of ['z']) window.dispatchEvent(\
        new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true }))",
        )
        .await?;
    visitor.read_in(".issues", "“Khu vực lạ” không khớp đơn vị nào").await?;
    visitor.click("Làm lại").await?;
    visitor.read_in(".choices", "“Khu vực lạ” là Xã Vĩnh Hòa Hiệp").await?;
    visitor.click("Bỏ tất cả").await?;
    visitor.read_in(".choices", "Chưa có.").await
}

#[tokio::test]
async fn a_text_that_is_no_unit_is_asked_no_more() -> Result<()> {
    let visitor = checking(&[("a.csv", LOG.as_bytes())]).await?;
    visitor.read_in(".issues", "“Khu vực lạ” không khớp").await?;
    visitor.click("Không phải đơn vị").await?;
    visitor.read_in(".choices", "“Khu vực lạ” không phải đơn vị").await?;
    visitor.until("!document.querySelector('.issues')?.innerText.includes('Khu vực lạ')").await
}

#[tokio::test]
async fn all_suggestions_are_accepted_with_one_tap_and_taken_back_with_one_step() -> Result<()> {
    let visitor = checking(&[("a.csv", LOG.as_bytes())]).await?;
    visitor.click("Chấp nhận 2 gợi ý").await?;
    visitor.read_in(".choices", "“Loa cụm” là tin, bài").await?;
    visitor.read_in(".choices", "“Loa cum ấp” là tin, bài").await?;
    visitor.click("Hoàn tác").await?;
    visitor.read_in(".choices", "Chưa có.").await
}

#[tokio::test]
async fn a_place_opens_in_a_dialog_that_escape_closes() -> Result<()> {
    let visitor = checking(&[("a.csv", LOG.as_bytes())]).await?;
    visitor.run("document.querySelectorAll('.places').forEach((places) => { places.open = true })").await?;
    visitor.click("Xem ô B7, a.csv").await?;
    visitor.read_in("dialog", "“hôm qua” không phải là ngày").await?;
    visitor.press('\u{E00C}').await?;
    let gone = "return document.querySelector('dialog') === null";
    for _ in 0..100 {
        if visitor.run(gone).await? == true {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    anyhow::bail!("the dialog is still open")
}

#[tokio::test]
async fn nothing_is_remembered_unless_wanted_and_everything_is_forgotten_on_demand() -> Result<()> {
    let visitor = checking(&[("a.csv", LOG.as_bytes())]).await?;
    visitor.click("Đúng, là tin, bài").await?;
    visitor.read_in(".choices", "là tin, bài").await?;
    ensure!(visitor.traces().await? == json!([0, 0, 0, 0, 0]), "something was remembered unasked");
    visitor.click("Nhớ trên máy này").await?;
    visitor.read("Xóa mọi dữ liệu đã nhớ (1)").await?;
    // How files are read is kept without the files themselves.
    visitor.wait_for_record("files", true).await?;
    visitor.click("Nhớ cả công việc đang làm").await?;
    visitor.wait_for_record("files", false).await?;
    visitor.wait_for_record("remembered", true).await?;
    visitor.client().refresh().await?;
    visitor.see("nav.tabs").await?;
    visitor.choose(&[&visitor.file("b.csv", LOG)?]).await?;
    visitor.read_in(".choices", "Đã nhớ từ lần trước (1)").await?;
    visitor.click("Xóa mọi dữ liệu đã nhớ").await?;
    visitor.read("Máy này không còn nhớ gì.").await?;
    visitor.wait_for_no_trace().await
}

#[tokio::test]
async fn silent_units_and_clean_data_are_taken_along_and_the_data_come_back_without_questions() -> Result<()> {
    let visitor = checking(&[("a.csv", LOG.as_bytes())]).await?;
    visitor.read_in(".silent", "Đơn vị chưa có số liệu năm 2024").await?;
    visitor.click("Tải danh sách (CSV)").await?;
    let list = String::from_utf8(visitor.downloaded("don-vi-chua-gui.csv").await?)?;
    ensure!(!list.contains("Xã Minh Hòa"), "a unit that sent rows is reminded");
    visitor.click("Dữ liệu đã làm sạch (Excel)").await?;
    let clean = visitor.downloaded(".xlsx").await?;
    let again = checking(&[("sach.xlsx", &clean)]).await?;
    again.read_in("main h1", "không có gì cần hỏi").await
}
