//! A sitting in one file: saved, opened elsewhere, and refused where it is not ours.

use anyhow::{Result, ensure};
use browser::{Screen, Visitor, sample};

const START: &str = "#/du-lieu?d=2024-10-15";
const COMMUNE: &str = "nhat-ky-xa-vinh-hoa-hiep-2024.xlsx";

#[tokio::test]
async fn a_saved_project_brings_files_and_rows_to_another_machine() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, START).await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await?;
    visitor.click("Bổ sung dòng").await?;
    visitor.tab_to("Ngày thực hiện, dòng trống").await?;
    let cells = "20/8/2024\tTin\t\tBình đẳng giới trong nhà trường\n";
    visitor.paste_into_focus(&[("text/plain", cells)], 0).await?;
    visitor.click("Xem kết quả").await?;
    ensure!(visitor.period("Quý III").await?.contains("4/4"), "the row counts");
    visitor.go("#/du-lieu").await?;
    visitor.click("Lưu tệp dự án").await?;
    let project = visitor.downloaded(".doichieu.json").await?;

    let other = Visitor::open(Screen::Desktop).await?;
    // Told by its content: the name may have been changed on the way.
    other.choose(&[&other.file("du-an.txt", &project)?]).await?;
    other.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    ensure!(other.period("Quý III").await?.contains("4/4"), "the row is there again");
    other.go("#/nhap").await?;
    other.read_in(".entry-state", "1 dòng").await?;
    ensure!(other.typed_rows().await?.len() == 1, "{:?}", other.typed_rows().await?);
    Ok(())
}

#[tokio::test]
async fn a_project_that_is_not_ours_is_refused_and_nothing_is_lost() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, START).await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await?;
    for (text, told) in [
        (r#"{"doichieu":99,"wonders":[]}"#, "phiên bản mới hơn"),
        (r#"{"doichieu":1,"files":[],"rows":[],"options":{},"on":"<img src=x onerror=alert(1)>"}"#, "bị hỏng"),
        (r#"{"doichieu":1,"files":[{"name":"a","base64":"%%%"}],"rows":[],"options":{}}"#, "bị hỏng"),
        (r#"{"doichieu":1,"files":[],"rows":[],"options":{"plan":{"shipped":"atlantis"}}}"#, "bộ quy tắc"),
    ] {
        visitor.drop_files(&[&visitor.file("<b>la.json", text)?]).await?;
        visitor.read_in(".notice[role=alert]", told).await?;
        visitor.read_in(".notice[role=alert]", "<b>la.json").await?;
        visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await?;
        visitor.click("Đóng").await?;
    }
    let two = [visitor.file("mot.json", r#"{"doichieu":1"#)?, visitor.file("hai.json", r#"{"doichieu":1"#)?];
    visitor.drop_files(&[&two[0], &two[1]]).await?;
    visitor.read_in(".notice[role=alert]", "Mỗi lần chỉ mở được một tệp dự án").await
}
