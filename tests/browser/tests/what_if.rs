//! What-if: a programme or a row turns verdicts while it is tried, and nothing of it stays.

use anyhow::{Result, ensure};
use browser::{Screen, Visitor, sample};

const PROVINCE: &str = "toan-tinh-kien-giang-2024.xlsx";
const COMMUNE: &str = "nhat-ky-xa-vinh-hoa-hiep-2024.xlsx";

#[tokio::test]
async fn one_more_item_each_month_turns_verdicts_and_taking_it_back_turns_none() -> Result<()> {
    let visitor = at_what_if(PROVINCE).await?;
    visitor.read_in(".trial-banner", "chỉ là phép thử").await?;
    visitor.click("Thử").await?;
    visitor.read_in(".trial-edits", "Mỗi xã, phường: thêm 1 tin, bài mỗi tháng").await?;
    visitor.read_in(".difference-told", "kết luận sẽ đổi").await?;
    let one = turned(&visitor).await?;
    visitor.read_in(".turned", "MT5").await?;
    visitor.read_in(".changed", "Đạt").await?;
    visitor.see(".trial-edits .stepper button:last-child").await?.click().await?;
    visitor.read_in(".trial-edits", "thêm 2 tin, bài mỗi tháng").await?;
    settled(&visitor).await?;
    let two = turned(&visitor).await?;
    ensure!(two >= one && one > 0, "one turned {one}, two turned {two}");
    visitor.click("Bỏ tất cả phép thử").await?;
    visitor.read_in(".trial-edits", "Chưa thử gì").await?;
    ensure!(visitor.texts(".difference").await?.is_empty(), "a difference without anything tried");
    Ok(())
}

#[tokio::test]
async fn a_row_left_out_turns_its_quarter_and_the_unit_itself_stays_as_it_is() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await?;
    let before = visitor.period("Quý I").await?;
    visitor.click("Quý I: 5/4 Đạt").await?;
    visitor.read_in(".receipt", "≥").await?;
    // Five count and four are asked for: the second one left out turns it.
    for row in ["1", "2"] {
        visitor.read_in(".why", "Được tính").await?;
        let button = format!(".why tr[data-outcome=counted]:nth-of-type({row}) .row-trials button:first-child");
        visitor.see(&button).await?.click().await?;
        visitor.read_in(".trial-edits", "Bỏ ").await?;
        if row == "1" {
            visitor.read_in(".difference-told", "Không kết luận nào đổi; ").await?;
            visitor.client().back().await?;
            visitor.click("Quý I: 5/4 Đạt").await?;
        }
    }
    visitor.read_in(".difference-told", "1 kết luận sẽ đổi").await?;
    visitor.read_in(".changed", "5/4 → 3/4").await?;
    visitor.client().back().await?;
    ensure!(visitor.period("Quý I").await? == before, "a trial changed the unit");
    Ok(())
}

#[tokio::test]
async fn a_row_is_moved_on_the_screen_of_trials() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await?;
    visitor.read_in(".why", "Được tính").await?;
    visitor.see(".why tr[data-outcome=counted] .row-trials button:last-child").await?.click().await?;
    visitor.read_in(".trial-edits", "Dời ").await?;
    let input = visitor.see(".trial-edits input[type=date]").await?;
    let set = "const [i, day] = arguments; i.value = day; i.dispatchEvent(new Event('change', { bubbles: true }))";
    visitor.client().execute(set, vec![serde_json::to_value(&input)?, "2024-05-02".into()]).await?;
    visitor.read_in(".trial-edits", "sang 02/05/2024").await?;
    visitor.read_in(".difference-told", "đổi con số").await?;
    Ok(())
}

#[tokio::test]
async fn nothing_tried_goes_into_the_address_or_outlives_the_page() -> Result<()> {
    let visitor = at_what_if(PROVINCE).await?;
    let before = visitor.run("return location.hash").await?;
    visitor.click("Thử").await?;
    visitor.read_in(".difference-told", "kết luận sẽ đổi").await?;
    ensure!(visitor.run("return location.hash").await? == before, "the address names the trial");
    visitor.go("#/tong-quan").await?;
    visitor.read_in("main h1", "chưa đạt").await?;
    Ok(())
}

async fn at_what_if(file: &str) -> Result<Visitor> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    visitor.choose(&[&sample(file)]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    visitor.click("Nếu…thì").await?;
    visitor.read_in("main h1", "Nếu … thì sao?").await?;
    Ok(visitor)
}

async fn settled(visitor: &Visitor) -> Result<()> {
    visitor.see(".difference:not([aria-busy])").await?;
    visitor.read_in(".difference-told", "kết luận sẽ đổi").await
}

async fn turned(visitor: &Visitor) -> Result<u32> {
    let told = visitor.text(".difference-told").await?;
    let figure = told.split_whitespace().next().unwrap_or_default().replace('.', "");
    Ok(figure.parse()?)
}
