//! A rule of the plan is tried with numbers of one's own; the engine answers, under the readings in force.

use anyhow::{Result, ensure};
use browser::{Screen, Visitor};
use fantoccini::Locator;

/// The try-out of a rule on the plan screen.
fn rule(code: &str) -> String {
    try_out(code, 1)
}

/// That of the share of units which reach it.
fn share(code: &str) -> String {
    try_out(code, 2)
}

fn try_out(code: &str, place: u32) -> String {
    let rule = format!("//li[contains(@class,'rule')][span[@class='code'][normalize-space(.)='{code}']]");
    format!("({rule}//details[contains(@class,'try-out')])[{place}]")
}

async fn open(visitor: &Visitor, tried: &str) -> Result<()> {
    let summary = visitor.client().find(Locator::XPath(&format!("{tried}/summary"))).await?;
    // On a phone the tabs lie over the lower edge.
    let middle = "arguments[0].scrollIntoView({ block: 'center' })";
    visitor.client().execute(middle, vec![serde_json::to_value(&summary)?]).await?;
    summary.click().await?;
    read(visitor, tried, "Thử:").await
}

async fn read(visitor: &Visitor, tried: &str, words: &str) -> Result<()> {
    let mut text = String::new();
    for _ in 0..400 {
        text = visitor.client().find(Locator::XPath(tried)).await?.text().await?;
        if text.contains(words) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    anyhow::bail!("never read \"{words}\" at {tried}; it says:\n{text}")
}

/// Types into the field with this label.
async fn enter(visitor: &Visitor, tried: &str, label: &str, text: &str) -> Result<()> {
    let path = format!("{tried}//label[contains(normalize-space(.), \"{label}\")]//input");
    let field = visitor.client().find(Locator::XPath(&path)).await?;
    field.clear().await?;
    field.send_keys(text).await?;
    Ok(())
}

#[tokio::test]
async fn three_news_items_are_not_enough_and_four_are() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/ke-hoach").await?;
    visitor.read_in("main", "Thử với số của bạn").await?;
    let news = &rule("MT5");
    open(&visitor, news).await?;
    read(&visitor, news, "3 tin, bài → Chưa đạt").await?;
    read(&visitor, news, "3/4, còn thiếu 1").await?;
    visitor.picture("try-out").await?;
    enter(&visitor, news, "Tin, bài", "4").await?;
    read(&visitor, news, "4 tin, bài → Đạt").await?;
    enter(&visitor, news, "Tin, bài", "vài").await?;
    read(&visitor, news, "Hãy nhập một số nguyên").await
}

#[tokio::test]
async fn shares_reports_and_other_plans_can_be_tried_too() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Phone, "#/ke-hoach").await?;
    visitor.read_in("main", "Thử với số của bạn").await?;
    let (media, half) = (&rule("MT3"), &rule("BC 6 tháng"));
    open(&visitor, media).await?;
    enter(&visitor, media, "Số đã làm đúng yêu cầu", "6").await?;
    read(&visitor, media, "6 trên 10").await?;
    open(&visitor, half).await?;
    read(&visitor, half, "→ Đạt").await?;
    visitor
        .run(
            "const day = [...document.querySelectorAll('details.try-out[open] input[type=date]')].at(-1);
             day.value = '2030-12-31'; day.dispatchEvent(new Event('input', { bubbles: true }))",
        )
        .await?;
    read(&visitor, half, "Gửi muộn").await?;
    visitor.picture("try-out-phone").await?;
    let open = visitor.client().find_all(Locator::Css("details.try-out[open]")).await?;
    ensure!(open.len() == 2, "{} are open", open.len());
    Ok(())
}

#[tokio::test]
async fn the_share_of_units_that_reach_a_target_is_tried_beside_the_target() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Phone, "#/ke-hoach").await?;
    visitor.read_in("main", "100% số đơn vị đạt mục tiêu này").await?;
    let tried = &share("MT2");
    open(&visitor, tried).await?;
    read(&visitor, tried, "10 trên 10 → Đạt").await?;
    enter(&visitor, tried, "Số đã làm đúng yêu cầu", "9").await?;
    read(&visitor, tried, "9 trên 10 → Chưa đạt").await?;
    visitor.picture("try-out-share").await
}
