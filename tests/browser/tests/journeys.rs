//! The three journeys that the page is made for, each with its number of clicks: counted, not claimed.

use anyhow::{Context, Result, ensure};
use browser::{Screen, Visitor, sample, word_text};
use fantoccini::Locator;
use std::cell::Cell;
use std::path::{Path, PathBuf};

const AFTER_QUARTER_3: &str = "#/du-lieu?d=2024-10-15";

/// A visitor whose clicks are counted.
struct Counted {
    visitor: Visitor,
    clicks: Cell<u32>,
}

impl Counted {
    fn of(visitor: Visitor) -> Self {
        Self { visitor, clicks: Cell::new(0) }
    }

    fn count(&self) {
        self.clicks.set(self.clicks.get() + 1);
    }

    /// On a phone the tabs lie over the lower edge of the page: what is clicked is brought to the middle first.
    async fn click(&self, words: &str) -> Result<()> {
        self.count();
        let control = serde_json::to_value(self.visitor.control(words).await?)?;
        let to_middle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.visitor.client().execute(to_middle, vec![control]).await?;
        self.visitor.click(words).await
    }

    /// Clicks the first element that an XPath finds.
    async fn click_at(&self, path: &str) -> Result<()> {
        self.count();
        let found = self.visitor.client().wait().for_element(Locator::XPath(path)).await;
        found.with_context(|| format!("nothing to click at {path}"))?.click().await?;
        Ok(())
    }

    /// Presses the button that opens the file chooser, and picks a file there: two clicks.
    async fn choose(&self, button: &str, file: &Path) -> Result<()> {
        let label = self.visitor.control(button).await?;
        ensure!(label.find(Locator::Css("input[type=file]")).await.is_ok(), "\"{button}\" opens no chooser");
        self.count();
        self.count();
        self.visitor.choose(&[file]).await
    }

    async fn back(&self) -> Result<()> {
        self.count();
        self.visitor.client().back().await?;
        Ok(())
    }

    fn at_most(&self, most: u32, what: &str) -> Result<()> {
        let clicks = self.clicks.get();
        ensure!(clicks <= most, "{what} took {clicks} clicks, not {most}");
        Ok(())
    }
}

#[tokio::test]
async fn a_commune_hands_in_its_report_from_a_phone_with_four_clicks() -> Result<()> {
    let counted = Counted::of(Visitor::open_at(Screen::Phone, AFTER_QUARTER_3).await?);
    let visitor = &counted.visitor;
    counted.choose("Chọn tệp Excel hoặc CSV", &sample("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx")).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await?;
    ensure!(visitor.period("Quý III").await?.contains("3/4"), "the first verdict is another");
    counted.at_most(2, "the first verdict")?;
    counted.click("Báo cáo của xã").await?;
    visitor.read_in("main h1", "Báo cáo đã soạn sẵn").await?;
    visitor.read_in(".paper", "Độc lập - Tự do - Hạnh phúc").await?;
    counted.at_most(3, "the report")?;
    counted.click("Word (.docx)").await?;
    ensure!(word_text(visitor.downloaded(".docx").await?)?.contains("XÃ VĨNH HÒA HIỆP"), "a report of another unit");
    counted.at_most(4, "the Word file")
}

#[tokio::test]
async fn a_province_goes_from_143_files_to_its_report_with_six_clicks() -> Result<()> {
    let counted = Counted::of(Visitor::open_at(Screen::Desktop, AFTER_QUARTER_3).await?);
    let visitor = &counted.visitor;
    let files = visitor.logs_of_communes()?;
    ensure!(files.len() == 143, "{} files", files.len());
    let paths: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    visitor.drop_files(&paths).await?;
    visitor.read_in("main h1", "Đã đọc").await?;
    visitor.read_in(".files", "143").await?;
    visitor.read_in(".files", "1 tệp trùng").await?;
    visitor.read_in(".silent", "2 xã, phường").await?;
    visitor.picture("journey-143-files").await?;
    counted.click("Xem kết quả").await?;
    visitor.read_in("main h1", "năm 2024").await?;
    counted.click_at("//li[contains(@class, 'target')][contains(., 'MT5')]//li[@data-group='bad']//a").await?;
    visitor.read_in("main h1", "mục tiêu áp dụng").await?;
    let hash = visitor.run("return location.hash").await?.to_string();
    ensure!(hash.contains("s=missed") && hash.contains("t=T5"), "the matrix is not filtered: {hash}");
    counted.click_at("//main//tbody//td[@data-group='bad'][contains(., 'MT5')]").await?;
    visitor.read_in("main h1", "chưa đạt").await?;
    visitor.see(".why blockquote").await?;
    counted.back().await?;
    visitor.read_in("main h1", "mục tiêu áp dụng").await?;
    counted.click("Báo cáo").await?;
    visitor.read_in("main h1", "Báo cáo đã soạn sẵn").await?;
    visitor.read_in(".paper", "Độc lập - Tự do - Hạnh phúc").await?;
    let chosen =
        visitor.run("return document.querySelector('input[name=report-kind]:checked').parentElement.innerText").await?;
    ensure!(chosen.to_string().contains("Tổng hợp toàn tỉnh"), "the report suggested is {chosen}");
    counted.click("Word (.docx)").await?;
    ensure!(word_text(visitor.downloaded(".docx").await?)?.contains("KIÊN GIANG"), "a report of another unit");
    counted.at_most(6, "the report of the province")
}

#[tokio::test]
async fn a_trainer_stands_before_the_first_slide_with_three_clicks() -> Result<()> {
    let visitor = Visitor::open(Screen::Desktop).await?;
    let counted = Counted::of(visitor);
    // Opening the page is a click on its icon or address.
    counted.count();
    let visitor = &counted.visitor;
    counted.click("Xem dữ liệu mẫu: toàn tỉnh").await?;
    visitor.read_in("main h1", "năm 2024").await?;
    counted.click("Trình chiếu").await?;
    visitor.read_in(".deck-place", "Trang 1/").await?;
    counted.at_most(3, "the first slide")
}
