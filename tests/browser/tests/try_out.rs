//! A rule of the plan is tried with numbers of one's own; the engine answers, under the readings in force.

use anyhow::{Result, ensure};
use browser::{Screen, Visitor};
use fantoccini::Locator;

/// The part of the plan screen about one rule.
fn rule(code: &str) -> String {
    format!(
        "//li[contains(@class,'rule')][span[@class='code'][normalize-space(.)='{code}']]//details[contains(@class,'try-out')]"
    )
}

async fn open(visitor: &Visitor, code: &str) -> Result<()> {
    let summary = visitor.client().find(Locator::XPath(&format!("{}/summary", rule(code)))).await?;
    // On a phone the tabs lie over the lower edge.
    let middle = "arguments[0].scrollIntoView({ block: 'center' })";
    visitor.client().execute(middle, vec![serde_json::to_value(&summary)?]).await?;
    summary.click().await?;
    read(visitor, code, "Thử:").await
}

async fn read(visitor: &Visitor, code: &str, words: &str) -> Result<()> {
    let mut text = String::new();
    for _ in 0..400 {
        text = visitor.client().find(Locator::XPath(&rule(code))).await?.text().await?;
        if text.contains(words) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    anyhow::bail!("never read \"{words}\" at {code}; it says:\n{text}")
}

/// Types into the field with this label.
async fn enter(visitor: &Visitor, code: &str, label: &str, text: &str) -> Result<()> {
    let path = format!("{}//label[contains(normalize-space(.), \"{label}\")]//input", rule(code));
    let field = visitor.client().find(Locator::XPath(&path)).await?;
    field.clear().await?;
    field.send_keys(text).await?;
    Ok(())
}

#[tokio::test]
async fn three_news_items_are_not_enough_and_four_are() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/ke-hoach").await?;
    visitor.read_in("main", "Thử với số của bạn").await?;
    let code = "MT5";
    open(&visitor, code).await?;
    read(&visitor, code, "3 tin, bài → Chưa đạt").await?;
    read(&visitor, code, "3/4, còn thiếu 1").await?;
    visitor.picture("try-out").await?;
    enter(&visitor, code, "Tin, bài", "4").await?;
    read(&visitor, code, "4 tin, bài → Đạt").await?;
    enter(&visitor, code, "Tin, bài", "vài").await?;
    read(&visitor, code, "Hãy nhập một số nguyên").await
}

#[tokio::test]
async fn shares_reports_and_other_plans_can_be_tried_too() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Phone, "#/ke-hoach").await?;
    visitor.read_in("main", "Thử với số của bạn").await?;
    open(&visitor, "MT3").await?;
    enter(&visitor, "MT3", "Số đã làm đúng yêu cầu", "6").await?;
    read(&visitor, "MT3", "6 trên 10").await?;
    open(&visitor, "BC 6 tháng").await?;
    read(&visitor, "BC 6 tháng", "→ Đạt").await?;
    visitor
        .run(
            "const day = [...document.querySelectorAll('details.try-out[open] input[type=date]')].at(-1);
             day.value = '2030-12-31'; day.dispatchEvent(new Event('input', { bubbles: true }))",
        )
        .await?;
    read(&visitor, "BC 6 tháng", "Gửi muộn").await?;
    visitor.picture("try-out-phone").await?;
    let open = visitor.client().find_all(Locator::Css("details.try-out[open]")).await?;
    ensure!(open.len() == 2, "{} are open", open.len());
    Ok(())
}
