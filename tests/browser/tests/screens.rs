//! Every screen at both sizes: nothing runs out of a phone's side, and pictures for people to look at.

use anyhow::{Result, ensure};
use browser::{Screen, Visitor, sample};

/// Name of the picture, address, words of the heading.
const SCREENS: [(&str, &str, &str); 21] = [
    ("start", "#/du-lieu", "Đơn vị nào đã đạt mục tiêu"),
    ("entry", "#/nhap", "Bổ sung dòng"),
    ("check", "#/kiem-tra", "Đã đọc"),
    ("overview", "#/tong-quan", "năm 2024"),
    ("matrix", "#/don-vi", "mục tiêu áp dụng"),
    ("unit", "#/don-vi?u=kg.chau-thanh.xa-vinh-hoa-hiep", "Xã Vĩnh Hòa Hiệp: chưa đạt"),
    ("calendar", "#/lich", "Lịch gợi ý"),
    ("reports", "#/bao-cao", "Báo cáo đã soạn sẵn"),
    ("report-of-unit", "#/bao-cao?k=quarter&u=kg.chau-thanh.xa-vinh-hoa-hiep", "Báo cáo đã soạn sẵn"),
    ("report-of-nobody", "#/bao-cao?k=quarter", "Chọn đơn vị"),
    ("plan", "#/ke-hoach", "Kế hoạch"),
    ("readings", "#/cach-hieu", "Cách hiểu"),
    ("what-if", "#/neu-thi", "Nếu … thì sao?"),
    ("settings", "#/cai-dat", "Cài đặt"),
    ("about", "#/gioi-thieu", "Giới thiệu"),
    ("privacy", "#/rieng-tu", "Riêng tư"),
    ("accessibility", "#/tro-nang", "Trợ năng"),
    ("bodies", "#/co-quan", "Cơ quan thực hiện"),
    ("trend", "#/dien-bien", "Diễn biến từng mục tiêu"),
    ("compare", "#/so-sanh?o=2024-06-30", "So sánh"),
    ("workshop", "#/trinh-chieu?s=2&a=1", "MT1"),
];

#[tokio::test]
async fn no_screen_runs_out_of_the_side_of_a_phone() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Phone, "#/du-lieu?d=2024-10-15").await?;
    visit_all(&visitor, "phone", 390).await
}

#[tokio::test]
async fn no_screen_runs_out_of_the_side_of_a_desktop() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    visit_all(&visitor, "desktop", 1440).await
}

async fn visit_all(visitor: &Visitor, size: &str, width: u64) -> Result<()> {
    fits(visitor, "first", width).await?;
    visitor.picture(&format!("first-{size}")).await?;
    visitor.choose(&[&sample("toan-tinh-kien-giang-2024.xlsx")]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    let mut wide = Vec::new();
    for (name, route, heading) in SCREENS {
        visitor.go(route).await?;
        visitor.read_in("main h1", heading).await?;
        if name == "unit" {
            visitor.see(".why blockquote").await?;
        }
        if name == "report-of-unit" {
            visitor.read_in(".paper", "XÃ VĨNH HÒA HIỆP").await?;
        }
        visitor.picture(&format!("{name}-{size}")).await?;
        wide.extend(fits(visitor, name, width).await.err().map(|error| error.to_string()));
    }
    ensure!(wide.is_empty(), "{}", wide.join("\n"));
    Ok(())
}

async fn fits(visitor: &Visitor, name: &str, width: u64) -> Result<()> {
    let needed = visitor.run("return document.documentElement.scrollWidth").await?;
    ensure!(needed.as_u64().is_some_and(|needed| needed <= width), "{name} is {needed} wide on a screen of {width}");
    Ok(())
}
