//! Unknown is not zero: who gave no figures is never told "chưa đạt"; what is unclear is asked.

use anyhow::{Result, ensure};
use browser::{Screen, Visitor, sample};
use rust_xlsxwriter::Workbook;

const HEADER: [&str; 4] = ["Đơn vị", "Ngày", "Loại hoạt động", "Nội dung"];

#[tokio::test]
async fn a_file_with_events_only_never_says_that_news_were_missed() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-12-31").await?;
    let events = [
        ["Xã Vĩnh Hòa Hiệp", "07/03/2024", "Tọa đàm", "Tọa đàm về bình đẳng giới"],
        ["Xã Vĩnh Hòa Hiệp", "07/08/2024", "Hội nghị", "Hội nghị phổ biến Luật Bình đẳng giới"],
    ];
    visitor.choose(&[&visitor.file("chi-co-cuoc.xlsx", workbook(&events)?)?]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    never_says_missed(&visitor).await?;
    for (route, words) in [("#/don-vi", "1 xã, phường"), ("#/tong-quan", "Xã Vĩnh Hòa Hiệp")] {
        visitor.go(route).await?;
        visitor.read_in("main h1", words).await?;
        never_says_missed(&visitor).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_commune_that_gave_nothing_is_not_told_that_it_missed_anything() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    let news = [
        ["Xã Vĩnh Hòa Hiệp", "05/08/2024", "Tin", "Tin về bình đẳng giới"],
        ["Xã Minh Hòa", "07/08/2024", "Tin", "Tin về bình đẳng giới"],
    ];
    visitor.choose(&[&visitor.file("hai-xa.xlsx", workbook(&news)?)?]).await?;
    visitor.read_in("main h1", "2 xã, phường chưa đạt quý III").await?;
    visitor.go("#/don-vi?u=kg.chau-thanh.xa-giuc-tuong").await?;
    visitor.read_in("main h1", "Xã Giục Tượng").await?;
    visitor.read_in("main", "Chưa đủ dữ liệu").await?;
    never_says_missed(&visitor).await
}

#[tokio::test]
async fn an_ambiguous_unit_is_asked_for_and_the_answer_makes_its_rows_count() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/kiem-tra?d=2024-10-15").await?;
    let titles = ["Luật Bình đẳng giới", "Bạo lực gia đình", "Bình đẳng giới", "Nam giới và bình đẳng giới"];
    let days = ["05/08/2024", "06/08/2024", "07/08/2024", "08/08/2024"];
    let named = days.iter().zip(titles).map(|(day, title)| ["Xã Thạnh Lộc", day, "Tin", title]);
    let rows: Vec<[&str; 4]> = named.chain([["Xã Minh Hòa", "07/08/2024", "Tin", "Tin về bình đẳng giới"]]).collect();
    visitor.choose(&[&visitor.file("trung-ten.xlsx", workbook(&rows)?)?]).await?;
    visitor.read("chỗ nên xem").await?;
    visitor.go("#/kiem-tra").await?;
    visitor.read_in("main", "“Xã Thạnh Lộc” khớp 2 đơn vị").await?;
    visitor.read_in("main", "có ở Huyện Châu Thành và Huyện Giồng Riềng").await?;
    visitor.click("Xã Thạnh Lộc, Huyện Châu Thành").await?;
    visitor.read_in("main", "“Xã Thạnh Lộc” là Xã Thạnh Lộc").await?;
    visitor.go("#/don-vi?u=kg.chau-thanh.xa-thanh-loc").await?;
    visitor.read_in("main", "Quý III: 4/4").await?;

    visitor.go("#/kiem-tra").await?;
    visitor.click("Hoàn tác: “Xã Thạnh Lộc” là Xã Thạnh Lộc").await?;
    visitor.read_in("main", "“Xã Thạnh Lộc” khớp 2 đơn vị").await?;
    visitor.go("#/don-vi?u=kg.chau-thanh.xa-thanh-loc").await?;
    visitor.read_in("main h1", "Xã Thạnh Lộc").await?;
    visitor.read_in("main", "Chưa đủ dữ liệu").await?;
    ensure!(!visitor.text("main").await?.contains("4/4"), "the rows still count after the answer was taken back");
    never_says_missed(&visitor).await
}

/// The page may promise that nobody is told "chưa đạt" for want of data; that sentence is no verdict.
async fn never_says_missed(visitor: &Visitor) -> Result<()> {
    let page = visitor.text("main").await?.to_lowercase();
    let page = page.replace("không bị tính là chưa đạt", "");
    ensure!(!page.contains("chưa đạt"), "the page says:\n{page}");
    Ok(())
}

fn workbook(rows: &[[&str; 4]]) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(std::iter::once(&HEADER).chain(rows)) {
        sheet.write_row(row, 0, cells.iter().copied())?;
    }
    Ok(book.save_to_buffer()?)
}

#[tokio::test]
async fn a_log_that_goes_up_to_october_misses_nothing_of_december_and_leads_back_to_its_day() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-12-31").await?;
    visitor.choose(&[&sample("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx")]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt 1 trong 2 mục tiêu").await?;
    let fourth =
        "[...document.querySelectorAll('main button[aria-pressed]')].find((one) => one.innerText.includes('Quý IV'))";
    visitor.until(fourth).await?;
    visitor.evaluate(&format!("{fourth}.click()")).await?;
    visitor.read("bảng số liệu chỉ tính đến một ngày trước khi kỳ kết thúc").await?;
    visitor.click("Tệp chỉ tính đến 15/10/2024: xem theo ngày đó").await?;
    visitor.read_in(".context", "tính đến 15/10/2024").await?;
    ensure!(visitor.period("Quý IV").await?.contains("Còn hạn"), "the quarter is not open on that day");
    ensure!(!visitor.text(".context").await?.contains("chỉ tính đến"), "it still leads there");
    Ok(())
}
