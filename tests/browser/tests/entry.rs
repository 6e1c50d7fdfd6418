//! Rows typed in: by keyboard alone, with what is wrong told at the cell, and added to a file.

use anyhow::{Result, ensure};
use browser::{Screen, Visitor, sample};

const TABLE: &str = "#/nhap?d=2024-10-15";
const COMMUNE: &str = "nhat-ky-xa-vinh-hoa-hiep-2024.xlsx";
const ENTER: char = '\u{E007}';
const TAB: char = '\u{E004}';
const DOWN: char = '\u{E015}';
const UP: char = '\u{E013}';
const DELETE: char = '\u{E017}';

/// The cells of one row, beginning where the keyboard stands.
async fn type_row(visitor: &Visitor, cells: &[&str]) -> Result<()> {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            visitor.press(TAB).await?;
        }
        visitor.write(cell).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_row_typed_by_keyboard_alone_leads_to_a_verdict_that_names_it() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, TABLE).await?;
    visitor.tab_to("Đơn vị, dòng trống").await?;
    visitor.write("vinh hoa hiep").await?;
    visitor.read_in(".suggestions", "Xã Vĩnh Hòa Hiệp").await?;
    visitor.press(DOWN).await?;
    visitor.press(ENTER).await?;
    visitor.press(TAB).await?;
    type_row(&visitor, &["05/7/2024", "mo hinh"]).await?;
    visitor.press(DOWN).await?;
    visitor.press(ENTER).await?;
    visitor.press(TAB).await?;
    visitor.press(TAB).await?;
    visitor.write("Mô hình về bình đẳng giới").await?;
    visitor.press(ENTER).await?;
    visitor.write("Thêm một mô hình").await?;
    visitor.press(UP).await?;
    visitor.press_with_control('d').await?;
    visitor.read_in(".entry-told", "Đã nhân đôi thành dòng 3.").await?;
    let rows = visitor.typed_rows().await?;
    let whole = "Xã Vĩnh Hòa Hiệp|05/7/2024|mô hình truyền thông||Mô hình về bình đẳng giới|||";
    ensure!(rows == [whole, whole, "Xã Vĩnh Hòa Hiệp||||Thêm một mô hình|||"], "{rows:?}");
    visitor.tab_to("Xem kết quả").await?;
    visitor.press(ENTER).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await
}

#[tokio::test]
async fn what_is_wrong_is_told_at_its_cell_until_it_is_mended() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, TABLE).await?;
    visitor.tab_to("Đơn vị, dòng trống").await?;
    type_row(&visitor, &["Xã Vĩnh Hòa Hiệp", "hôm nào", "Tin", "1", "Luật Bình đẳng giới"]).await?;
    visitor.read_in("[data-column=date] .cell-notes", "“hôm nào” không phải là ngày").await?;
    visitor.see("[data-column=date] input[aria-invalid][aria-describedby]").await?;
    visitor.read_in(".entry-state", "1 dòng, 1 dòng cần xem lại.").await?;
    let date = visitor.see("[data-column=date] input").await?;
    date.clear().await?;
    date.send_keys("tháng 7/2024").await?;
    visitor.read_in(".entry-state", "1 dòng, đọc được hết.").await?;
    ensure!(visitor.texts(".cell-notes").await?.is_empty(), "a note is left");
    Ok(())
}

#[tokio::test]
async fn cells_of_a_spreadsheet_fill_rows_and_a_deleted_row_comes_back() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, TABLE).await?;
    visitor.tab_to("Đơn vị, dòng trống").await?;
    let cells = "Xã Vĩnh Hòa Hiệp\t05/7/2024\tTin\t1\tTin một\nXã Vĩnh Hòa Phú\t06/7/2024\tBài\t2\t\"Tin\nhai\"\n";
    visitor.paste_into_focus(&[("text/plain", cells)], 1).await?;
    visitor.read_in(".entry-told", "Đã dán 2 dòng.").await?;
    let rows = ["Xã Vĩnh Hòa Hiệp|05/7/2024|Tin|1|Tin một|||", "Xã Vĩnh Hòa Phú|06/7/2024|Bài|2|Tin hai|||"];
    ensure!(visitor.typed_rows().await? == rows, "{:?}", visitor.typed_rows().await?);
    visitor.press_with_control(DELETE).await?;
    visitor.read_in(".entry-told", "Đã xóa dòng 2.").await?;
    ensure!(visitor.typed_rows().await? == rows[1..], "{:?}", visitor.typed_rows().await?);
    visitor.press_with_control('z').await?;
    visitor.read_in(".entry-told", "Đã hoàn tác.").await?;
    ensure!(visitor.typed_rows().await? == rows, "{:?}", visitor.typed_rows().await?);
    Ok(())
}

#[tokio::test]
async fn a_row_added_to_a_file_turns_the_verdict_of_its_unit() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await?;
    let before = visitor.period("Quý III").await?;
    ensure!(before.contains("3/4"), "{before}");
    visitor.click("Bổ sung dòng").await?;
    visitor.read_in("main h1", "Bổ sung dòng").await?;
    visitor.tab_to("Ngày thực hiện, dòng trống").await?;
    type_row(&visitor, &["20/8/2024", "tin, bài", "", "Bình đẳng giới trong nhà trường"]).await?;
    visitor.read_in(".entry-state", "1 dòng, đọc được hết.").await?;
    visitor.click("Xem kết quả").await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    let after = visitor.period("Quý III").await?;
    ensure!(after.contains("4/4"), "{after}");
    visitor.go("#/du-lieu").await?;
    visitor.read_in(".file-list", COMMUNE).await?;
    visitor.click("Không tính các dòng đã nhập").await?;
    visitor.go("#/don-vi?u=kg.chau-thanh.xa-vinh-hoa-hiep").await?;
    let again = visitor.period("Quý III").await?;
    ensure!(again.contains("3/4"), "{again}");
    Ok(())
}

#[tokio::test]
async fn leaving_asks_only_while_typed_rows_would_be_lost() -> Result<()> {
    let asks = "const leave = new Event('beforeunload', { cancelable: true }); dispatchEvent(leave);\
         return leave.defaultPrevented";
    let visitor = Visitor::open_at(Screen::Desktop, TABLE).await?;
    ensure!(visitor.run(asks).await? == false, "an empty table holds nobody back");
    visitor.tab_to("Đơn vị, dòng trống").await?;
    type_row(&visitor, &["Xã Vĩnh Hòa Hiệp", "05/7/2024", "Tin", "", "Luật Bình đẳng giới"]).await?;
    visitor.read_in(".entry-state", "1 dòng, đọc được hết.").await?;
    ensure!(visitor.run(asks).await? == true, "typed rows would be lost");
    visitor.click("Lưu tệp dự án").await?;
    visitor.downloaded(".doichieu.json").await?;
    ensure!(visitor.run(asks).await? == false, "the rows are safe");
    Ok(())
}
