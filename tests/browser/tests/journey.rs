//! From a table to a verdict and why: by choosing, dropping, pasting, and by keyboard alone.

use anyhow::{Context, Result, ensure};
use browser::{Screen, Visitor, sample};

const COMMUNE: &str = "nhat-ky-xa-vinh-hoa-hiep-2024.xlsx";
const PROVINCE: &str = "toan-tinh-kien-giang-2024.xlsx";
const AFTER_QUARTER_3: &str = "#/du-lieu?d=2024-10-15";
const UNIT: &str = "#/don-vi?u=kg.chau-thanh.xa-vinh-hoa-hiep";
const ENTER: char = '\u{E007}';

#[tokio::test]
async fn a_chosen_file_leads_to_the_verdict_of_its_commune() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, AFTER_QUARTER_3).await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    reads_three_of_four(&visitor).await
}

#[tokio::test]
async fn a_dropped_file_leads_to_the_verdict_of_its_commune() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, AFTER_QUARTER_3).await?;
    visitor.drop_files(&[&sample(COMMUNE)]).await?;
    reads_three_of_four(&visitor).await
}

#[tokio::test]
async fn a_pasted_table_leads_to_the_verdict_of_its_commune() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, AFTER_QUARTER_3).await?;
    visitor
        .paste(
            "Đơn vị\tNgày\tLoại hoạt động\tNội dung\n\
             Xã Vĩnh Hòa Hiệp\t05/7/2024\tTin\tLuật Bình đẳng giới\n\
             Xã Vĩnh Hòa Hiệp\t06/8/2024\tBài\tPhòng, chống bạo lực gia đình\n\
             Xã Vĩnh Hòa Hiệp\t05/9/2024\tTin\tNam giới chia sẻ việc nhà về bình đẳng giới\n",
        )
        .await?;
    reads_three_of_four(&visitor).await?;
    visitor.read_in(".why", "Bảng dán").await
}

#[tokio::test]
async fn text_that_is_no_table_is_not_taken_for_one() -> Result<()> {
    let visitor = Visitor::open(Screen::Desktop).await?;
    visitor.paste("Kính gửi các đồng chí").await?;
    visitor.read("Nội dung vừa dán không phải là bảng").await?;
    visitor.read("sao chép rồi dán lại").await
}

#[tokio::test]
async fn the_sample_of_one_commune_opens_with_one_click() -> Result<()> {
    let visitor = Visitor::open(Screen::Desktop).await?;
    visitor.click("một xã").await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    visitor.read("Dữ liệu mẫu, chỉ để minh họa").await
}

#[tokio::test]
async fn the_commune_is_found_among_all_units_of_the_province() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, AFTER_QUARTER_3).await?;
    visitor.choose(&[&sample(PROVINCE)]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    visitor.click("Đơn vị").await?;
    visitor.see("main input[type=search]").await?.send_keys("vinh hoa hiep").await?;
    visitor.click("Xã Vĩnh Hòa Hiệp").await?;
    reads_three_of_four(&visitor).await
}

#[tokio::test]
async fn why_shows_the_sum_the_clause_and_every_row_with_its_number() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, AFTER_QUARTER_3).await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in(".why blockquote", "mỗi quý có ít nhất 04 tin, bài").await?;
    let sum = visitor.text(".receipt").await?;
    ensure!(adds_up(&sum)? == (3, 4), "the receipt says:\n{sum}");
    let rows = visitor.texts(".why tbody tr").await?;
    let has = |place: &str, outcome: &str| rows.iter().any(|row| row.contains(place) && row.contains(outcome));
    for (place, outcome) in [
        ("dòng 26", "Được tính"),
        ("dòng 28", "Được tính"),
        ("dòng 32", "Được tính"),
        ("dòng 33", "Không tính: trùng dòng 32"),
        ("dòng 36", "Không tính"),
    ] {
        ensure!(has(place, outcome), "{place} is not \"{outcome}\" in\n{}", rows.join("\n"));
    }
    let counted = rows.iter().filter(|row| row.contains("Được tính")).count();
    ensure!(counted == 3, "{counted} rows are said to count");
    visitor.read_in(".why", "thêm 1 tin, bài có ngày từ 01/07 đến 30/09/2024").await
}

#[tokio::test]
async fn nothing_is_missed_before_the_end_of_its_last_day() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, AFTER_QUARTER_3).await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    reads_three_of_four(&visitor).await?;
    visitor.click("tính đến 15/10/2024").await?;
    visitor.click("30/06/2024").await?;
    visitor.read_in("details.pick summary", "tính đến 30/06/2024").await?;
    visitor.read_in("main", "Quý III: từ 01/07/2024").await?;
    let page = visitor.text("main .unit-page").await?;
    ensure!(!page.contains("Chưa đạt") && !page.contains("chưa đạt"), "on 30 June the page says:\n{page}");
    for (day, state) in [("2024-09-29", "Còn hạn"), ("2024-09-30", "Chưa đạt")] {
        pick_day(&visitor, day).await?;
        let quarter = visitor.period("Quý III").await?;
        ensure!(quarter.contains(state), "on {day} quarter III is {quarter}");
    }
    Ok(())
}

#[tokio::test]
async fn an_address_written_into_the_bar_sets_its_day_and_going_back_leaves_it() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    visitor.go("#/ke-hoach?d=2024-09-30&l=en").await?;
    visitor.read_in(".context", "as of 30/09/2024").await?;
    visitor.client().back().await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    visitor.read_in(".context", "as of 30/09/2024").await?;
    visitor.client().forward().await?;
    visitor.read_in("main h1", "The plan").await?;
    let hash = visitor.run("return location.hash").await?;
    ensure!(hash.as_str().is_some_and(|hash| hash.contains("d=2024-09-30")), "the address is {hash}");
    Ok(())
}

#[tokio::test]
async fn the_words_change_to_english_and_back_and_the_verdict_stays() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, AFTER_QUARTER_3).await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    reads_three_of_four(&visitor).await?;
    visitor.click("EN: switch to English").await?;
    visitor.read_in("main h1", "missed 1 of").await?;
    let quarter = visitor.period("Q3").await?;
    ensure!(quarter.contains("3/4") && quarter.contains("Not met"), "quarter III is {quarter}");
    ensure!(language(&visitor).await? == "en", "the document's language stayed");
    visitor.click("VI: chuyển sang tiếng Việt").await?;
    reads_three_of_four(&visitor).await?;
    ensure!(language(&visitor).await? == "vi", "the document's language stayed");
    Ok(())
}

#[tokio::test]
async fn the_verdict_is_reached_by_keyboard_alone() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, AFTER_QUARTER_3).await?;
    visitor.tab_to("Chọn tệp Excel hoặc CSV").await?;
    visitor.choose(&[&sample(PROVINCE)]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    visitor.tab_to("Đơn vị").await?;
    visitor.press(ENTER).await?;
    visitor.see("main input[type=search]").await?;
    visitor.tab_to("Tìm đơn vị (không cần dấu)").await?;
    visitor.write("vinh hoa hiep").await?;
    visitor.tab_to("Xã Vĩnh Hòa Hiệp").await?;
    visitor.press(ENTER).await?;
    reads_three_of_four(&visitor).await?;
    visitor.tab_to("Quý I: 5/4 Đạt").await?;
    visitor.press(ENTER).await?;
    visitor.read_in(".receipt", "≥").await
}

async fn reads_three_of_four(visitor: &Visitor) -> Result<()> {
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await?;
    let quarter = visitor.period("Quý III").await?;
    ensure!(quarter.contains("3/4") && quarter.contains("Chưa đạt"), "quarter III is {quarter}");
    let address = visitor.run("return location.hash").await?;
    ensure!(address.as_str().is_some_and(|hash| hash.starts_with(UNIT)), "the address is {address}");
    Ok(())
}

async fn pick_day(visitor: &Visitor, day: &str) -> Result<()> {
    visitor.click("tính đến").await?;
    let input = visitor.see("input[type=date]").await?;
    let set = "const [i, day] = arguments; i.value = day; i.dispatchEvent(new Event('change', { bubbles: true }))";
    visitor.client().execute(set, vec![serde_json::to_value(&input)?, day.into()]).await?;
    let shown = day.split('-').rev().collect::<Vec<_>>().join("/");
    visitor.read_in("details.pick summary", &format!("tính đến {shown}")).await
}

async fn language(visitor: &Visitor) -> Result<String> {
    let language = visitor.run("return document.documentElement.lang").await?;
    Ok(language.as_str().unwrap_or_default().to_owned())
}

/// Reckons `5 − 1 − 1 = 3 < 4` again: what counts, and what is required.
fn adds_up(sum: &str) -> Result<(i64, i64)> {
    let mut signs: Vec<(&str, i64)> = Vec::new();
    let mut sign = "";
    for line in sum.lines().map(str::trim) {
        match line {
            "−" | "=" | "<" | "≥" => sign = line,
            figure => signs.extend(figure.parse::<i64>().ok().map(|figure| (std::mem::take(&mut sign), figure))),
        }
    }
    let (_, found) = *signs.first().context("an empty receipt")?;
    let less: i64 = signs.iter().filter(|(sign, _)| *sign == "−").map(|(_, figure)| figure).sum();
    let one = |wanted: &str| signs.iter().find(|(sign, _)| *sign == wanted).map(|(_, figure)| *figure);
    let (counted, required) = (one("=").context("no outcome")?, one("<").context("not below")?);
    ensure!(found > counted && found - less == counted, "{found} − {less} is not {counted}");
    Ok((counted, required))
}
