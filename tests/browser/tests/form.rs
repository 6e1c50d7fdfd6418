//! A superior's form: chosen, looked at cell by cell, corrected, saved with everything else in it as it was; and the order of
//! columns as a file.

use anyhow::{Context, Result, ensure};
use browser::{Screen, Visitor, sample as shipped};
use calamine::{Data, Reader, Xlsx};
use sample::superior::{Standing, form_09a, table_of_communes};
use std::io::Cursor;

const REPORT: &str = "#/bao-cao?k=year&u=kg.chau-thanh.xa-vinh-hoa-hiep&d=2024-10-15";

async fn of_the_commune(screen: Screen, route: &str, heading: &str) -> Result<Visitor> {
    let visitor = Visitor::open_at(screen, route).await?;
    visitor.choose(&[&shipped("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx")]).await?;
    visitor.read_in("main h1", heading).await?;
    visitor.see(".form-door input").await?;
    Ok(visitor)
}

/// Gives a file to one of the inputs of the page.
async fn give(visitor: &Visitor, css: &str, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
    let file = visitor.file(name, content)?;
    visitor.see(css).await?.send_keys(&file.display().to_string()).await?;
    Ok(())
}

async fn cells(visitor: &Visitor) -> Result<Vec<Vec<String>>> {
    let script = "return [...document.querySelectorAll('.form-columns tbody tr')].map(row => [...row.children].map(cell => \
         cell.querySelector('select')?.value ?? cell.textContent.trim()))";
    Ok(serde_json::from_value(visitor.run(script).await?)?)
}

fn value(package: Vec<u8>, sheet: &str, at: (u32, u32)) -> Result<Data> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(package))?;
    Ok(book.worksheet_range(sheet)?.get_value(at).cloned().unwrap_or_default())
}

#[tokio::test]
async fn a_form_is_looked_at_corrected_and_saved_with_the_numbers_in_its_own_cells() -> Result<()> {
    let visitor = of_the_commune(Screen::Desktop, REPORT, "Báo cáo đã soạn sẵn").await?;
    give(&visitor, ".form-door input", "Biểu 09a.xlsx", form_09a(Standing::Old)?).await?;
    visitor.read_in(".form-fill", "tiêu đề ở A7:N10").await?;
    let focused = visitor.run("return document.activeElement.id").await?;
    ensure!(focused == "form-fill", "the focus is at {focused}");
    let before = cells(&visitor).await?;
    ensure!(before.len() == 14, "{before:?}");
    ensure!(before[0][0] == "A11" && before[0][2] == "events" && before[0][3] == "7", "{:?}", before[0]);
    ensure!(before[1][2] == "event-people" && before[1][3].parse::<u32>().is_ok(), "{:?}", before[1]);
    ensure!(before[9][3] == "=" && before[9][4] == "công thức, giữ nguyên", "{:?}", before[9]);
    visitor.read_in(".form-blank", "Dữ liệu không có: D11").await?;
    visitor.picture("form-desktop").await?;

    // What stands there is kept until it is ticked.
    visitor.read_in(".form-standing", "A11: đang là “7”").await?;
    visitor.see(".form-standing input").await?.click().await?;
    visitor.read_in(".form-columns", "thay “7” theo ý bạn").await?;
    // Column C is no news here, and column D is.
    for (row, holds) in [(2, "blank"), (3, "news")] {
        let select = format!(".form-columns tbody tr:nth-child({}) select option[value={holds}]", row + 1);
        visitor.see(&select).await?.click().await?;
    }
    visitor.read_in(".form-columns tbody tr:nth-child(4)", "do bạn chọn").await?;
    visitor.read_in(".form-blank", "Dữ liệu không có: C11").await?;
    let after = cells(&visitor).await?;
    ensure!(after[2][3].is_empty() && after[3][3] == before[2][3], "{after:?}");

    visitor.click("Tải biểu đã điền (3 ô)").await?;
    let saved = visitor.downloaded("(đã điền).xlsx").await?;
    for (column, text) in [(0, &after[0][3]), (1, &after[1][3]), (3, &after[3][3])] {
        let found = value(saved.clone(), "Biểu 09a", (10, column))?;
        ensure!(found.to_string() == *text, "column {column} holds {found}, not {text}");
    }
    ensure!(value(saved.clone(), "Biểu 09a", (10, 2))? == Data::Empty, "what was said to be blank is filled");
    let mut zip = zip::ZipArchive::new(Cursor::new(saved))?;
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("xl/worksheets/sheet1.xml")?, &mut sheet)?;
    ensure!(sheet.contains("<f>SUM(K11:N11)</f>") && sheet.contains("<mergeCell ref="), "the form is not what it was");
    Ok(())
}

#[tokio::test]
async fn a_form_speaks_the_language_of_the_page_and_fits_a_phone() -> Result<()> {
    let english = REPORT.to_owned() + "&l=en";
    let visitor = of_the_commune(Screen::Phone, &english, "The report is drafted").await?;
    let form = table_of_communes(&["Xã Vĩnh Hòa Hiệp", "Xã Bình An"])?;
    give(&visitor, ".form-door input", "Bảng.xlsx", form).await?;
    visitor.read_in(".form-fill", "The form names units").await?;
    visitor.read_in(".form-notes", "is not exactly one unit").await?;
    visitor.picture("form-phone").await?;
    let names = ["Xã Vĩnh Hòa Hiệp", "Xã Bình An", "đồng"].map(str::to_owned);
    let foreign: Vec<String> = visitor.foreign_words(&names).await?;
    let foreign: Vec<&String> = foreign.iter().filter(|line| line.contains("form-")).collect();
    ensure!(foreign.is_empty(), "{foreign:?}");
    let violations = visitor.violations().await?;
    ensure!(violations.is_empty(), "{violations:?}");
    let cut = visitor.cut().await?;
    ensure!(cut.is_empty(), "{cut:?}");
    Ok(())
}

#[tokio::test]
async fn what_is_no_form_is_told_with_what_to_do() -> Result<()> {
    let visitor = of_the_commune(Screen::Desktop, REPORT, "Báo cáo đã soạn sẵn").await?;
    give(&visitor, ".form-door input", "bieu.csv", "Đơn vị,Số cuộc\n").await?;
    visitor.read_in(".form-refused", "Biểu mẫu là tệp .csv, không phải .xlsx").await?;
    visitor.read_in(".form-refused", "Lưu thành (Save As)").await?;
    give(&visitor, ".form-fill-foot input", "hong.xlsx", &form_09a(Standing::Blank)?[..3000]).await?;
    visitor.read_in(".form-refused", "Tệp bị hỏng").await?;
    visitor.click("Đóng biểu mẫu").await?;
    ensure!(visitor.run("return document.querySelector('.form-fill')").await?.is_null(), "the form is still there");
    Ok(())
}

#[tokio::test]
async fn the_order_of_columns_is_saved_as_a_file_given_back_and_kept_in_the_project() -> Result<()> {
    let visitor = of_the_commune(Screen::Desktop, REPORT, "Báo cáo đã soạn sẵn").await?;
    visitor.click("Thứ tự cột của dòng").await?;
    visitor.read_in(".report-row", "Theo Biểu số 09a (14 cột)").await?;
    visitor.click("Xếp cột theo bảng của cấp trên").await?;
    visitor.click("Bỏ cột: Đơn vị").await?;
    visitor.click("Lưu thứ tự này thành tệp mẫu").await?;
    let template = String::from_utf8(visitor.downloaded(".toml").await?)?;
    ensure!(template.matches("[[column]]").count() == 3, "{template}");

    let wrong = template.replace("\"events\"", "\"event\"");
    give(&visitor, ".report-row input[type=file]", "sai.toml", &wrong).await?;
    visitor.read_in(".report-row .rule-report", "sai.toml có 1 lỗi nên chưa được dùng").await?;
    let line = wrong.lines().position(|line| line.contains("\"event\"")).context("the word is there")? + 1;
    visitor.read_in(".report-row .rule-report", &format!("sai.toml:{line}:9")).await?;
    give(&visitor, ".report-row input[type=file]", "quy-tac.toml", "id = \"x\"\n").await?;
    visitor.read_in(".report-row .rule-report", "không phải tệp mẫu cột").await?;
    give(&visitor, ".report-row input[type=file]", "so.toml", &template).await?;
    visitor.read_in(".report-row", "Đang dùng tệp mẫu của bạn: so.toml").await?;
    visitor.read_in(".report-row", "Theo Bảng của cấp trên (3 cột)").await?;

    visitor.go("#/du-lieu").await?;
    visitor.click("Lưu tệp dự án").await?;
    let project = visitor.downloaded(".doichieu.json").await?;
    let again = Visitor::open(Screen::Desktop).await?;
    again.choose(&[&again.file("du-an.doichieu.json", project)?]).await?;
    again.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    again.go(REPORT).await?;
    again.click("Thứ tự cột của dòng").await?;
    again.read_in(".report-row", "Đang dùng tệp mẫu của bạn: so.toml").await?;
    again.click("Về thứ tự có sẵn").await?;
    again.read_in(".report-row", "Theo Biểu số 09a (14 cột)").await?;
    Ok(())
}

#[tokio::test]
async fn a_template_that_is_dropped_anywhere_is_no_plan() -> Result<()> {
    let visitor = of_the_commune(Screen::Desktop, REPORT, "Báo cáo đã soạn sẵn").await?;
    let text = "format = \"form-columns/1\"\nid = \"so\"\ntitle = { vi = \"Sở\", en = \"Dept\" }\n[[column]]\nholds = \"news\"\n";
    visitor.go("#/tong-quan").await?;
    visitor.drop_files(&[&visitor.file("so.toml", text)?]).await?;
    visitor.read_in("main h1", "Báo cáo đã soạn sẵn").await?;
    visitor.click("Thứ tự cột của dòng").await?;
    visitor.read_in(".report-row", "Đang dùng tệp mẫu của bạn: so.toml").await?;
    Ok(())
}
