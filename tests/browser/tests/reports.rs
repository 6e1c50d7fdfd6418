//! A report: blanks that are filled in, and everything it is taken along as.

use anyhow::{Context, Result, ensure};
use browser::{Screen, Visitor, sample, word_text};

const REPORT: &str = "#/bao-cao?k=quarter&u=kg.chau-thanh.xa-vinh-hoa-hiep&d=2024-10-15";

async fn of_the_commune() -> Result<Visitor> {
    let visitor = Visitor::open_at(Screen::Desktop, REPORT).await?;
    visitor.choose(&[&sample("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx")]).await?;
    visitor.read_in("main h1", "Báo cáo đã soạn sẵn").await?;
    visitor.read_in(".paper", "XÃ VĨNH HÒA HIỆP").await?;
    Ok(visitor)
}

async fn blanks_left(visitor: &Visitor) -> Result<u32> {
    let title = visitor.text("main h1").await?;
    title.split(' ').find_map(|word| word.parse().ok()).with_context(|| format!("no number in \"{title}\""))
}

#[tokio::test]
async fn what_is_written_into_a_blank_stands_in_the_word_file_and_nothing_else_is_invented() -> Result<()> {
    let visitor = of_the_commune().await?;
    let before = blanks_left(&visitor).await?;
    visitor.see(".paper-number .blank").await?.click().await?;
    visitor.write("123").await?;
    ensure!(blanks_left(&visitor).await? == before - 1, "the heading still counts the blank");
    visitor.press('\u{E007}').await?;
    visitor.click("Báo cáo năm").await?;
    visitor.read_in(".paper", "năm 2024").await?;
    // Another report has another number.
    visitor.see(".paper-number .blank[data-empty]").await?;
    visitor.click("Báo cáo quý").await?;
    visitor.read_in(".paper-number", "Số: 123/BC-").await?;
    visitor.click("Word (.docx)").await?;
    let text = word_text(visitor.downloaded(".docx").await?)?;
    ensure!(text.contains("123"), "the number is not in the file");
    ensure!(text.contains("XÃ VĨNH HÒA HIỆP"), "the file is of another unit");
    Ok(())
}

#[tokio::test]
async fn the_table_is_pasted_as_a_table_and_the_row_in_the_order_of_the_superior() -> Result<()> {
    let visitor = of_the_commune().await?;
    visitor.click("Bảng để dán").await?;
    visitor.read_in(".report-take [role=status]", "Đã sao chép").await?;
    let (text, html) = (visitor.clipboard("text/plain").await?, visitor.clipboard("text/html").await?);
    ensure!(text.lines().count() > 3 && text.contains('\t') && text.contains("Mục tiêu"), "no table in:\n{text}");
    ensure!(html.contains("<table") && html.contains("Mục tiêu"), "no table in:\n{html}");
    visitor.click("Đoạn văn để dán").await?;
    visitor.read_in(".report-take [role=status]", "Đã sao chép").await?;
    visitor.click("Dòng để dán").await?;
    let mut row = String::new();
    for _ in 0..100 {
        row = visitor.clipboard("text/plain").await?;
        if row.matches('\t').count() == 13 {
            break;
        }
    }
    ensure!(row.matches('\t').count() == 13, "form 09a has 14 columns: {row:?}");
    visitor.click("Thứ tự cột của dòng").await?;
    visitor.click("Xếp cột theo bảng của cấp trên").await?;
    visitor.click("Đưa ra sau: Đơn vị").await?;
    visitor.read_in(".report-order", "Số cuộc truyền thông").await?;
    let names = visitor.texts(".report-order span").await?;
    ensure!(names[..2] == ["Số cuộc truyền thông", "Đơn vị"], "{names:?}");
    let hash = visitor.run("return location.hash").await?.to_string();
    ensure!(hash.contains("c=events.unit"), "the order is not in the address: {hash}");
    Ok(())
}

#[tokio::test]
async fn the_picture_is_wide_enough_to_be_read_in_a_chat() -> Result<()> {
    let visitor = of_the_commune().await?;
    visitor.click("Ảnh gửi Zalo").await?;
    let png = visitor.downloaded(".png").await?;
    ensure!(png.starts_with(b"\x89PNG"), "no PNG");
    let side = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    ensure!(side(16) >= 1080 && side(20) >= 600, "{} × {}", side(16), side(20));
    let alt = visitor.run("return document.querySelector('.report-picture img').alt").await?.to_string();
    ensure!(alt.contains("Xã Vĩnh Hòa Hiệp") && alt.contains("MT5"), "the picture tells: {alt}");
    Ok(())
}

#[tokio::test]
async fn only_the_paper_is_printed_and_it_stays_vietnamese_in_an_english_page() -> Result<()> {
    let visitor = of_the_commune().await?;
    visitor.click("EN: switch to English").await?;
    visitor.read_in("main h1", "The report is drafted").await?;
    visitor.read_in(".paper[lang=vi]", "Độc lập - Tự do - Hạnh phúc").await?;
    visitor.show_as("print").await?;
    let shown = "return [...document.querySelectorAll('.top, .tabs, .context, .foot, .report-choice, .report-side, h1')]\
         .filter(e => e.getClientRects().length).map(e => e.className || e.tagName)";
    let around = visitor.run(shown).await?;
    visitor.show_as("").await?;
    ensure!(around == serde_json::json!([]), "printed around the paper: {around}");
    Ok(())
}

#[tokio::test]
async fn a_report_of_a_unit_asks_for_one_where_there_are_many() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/bao-cao?k=quarter&d=2024-10-15").await?;
    visitor.choose(&[&sample("toan-tinh-kien-giang-2024.xlsx")]).await?;
    visitor.read_in("main h1", "Chọn đơn vị").await?;
    visitor.read_in("main", "Xem tất cả đơn vị").await?;
    visitor.click("Tổng hợp toàn tỉnh").await?;
    visitor.read_in("main h1", "Báo cáo đã soạn sẵn").await?;
    visitor.read_in(".paper", "Độc lập - Tự do - Hạnh phúc").await?;
    let alt = visitor.see(".report-picture img").await?.attr("alt").await?.unwrap_or_default();
    ensure!(alt.contains("năm 2024") && alt.contains("MT5"), "the picture of the province tells: {alt}");
    visitor.click("Đổi ngày tính").await?;
    let focused = visitor.run("return [document.activeElement.id, document.activeElement.parentElement.open]").await?;
    ensure!(focused == serde_json::json!(["as-of", true]), "the choice of the day is not open: {focused}");
    Ok(())
}
