//! Every screen of the page: where it is, and by which words it is known once it is there.

use crate::Visitor;
use anyhow::{Context, Result};
use serde_json::json;

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// Vietnamese
    Vi,
    /// English
    En,
}

/// A screen.
#[derive(Clone, Copy)]
pub struct Place {
    /// Name of its picture.
    pub name: &'static str,
    /// Its address.
    pub route: &'static str,
    /// Words of its heading in Vietnamese.
    vi: &'static str,
    /// Words of its heading in English.
    en: &'static str,
    /// What is there once all of it is, by CSS.
    whole: &'static str,
}

const fn place(name: &'static str, route: &'static str, vi: &'static str, en: &'static str) -> Place {
    Place { name, route, vi, en, whole: "main h1" }
}

const fn whole_with(whole: &'static str, place: Place) -> Place {
    Place { whole, ..place }
}

const START: Place = place("start", "#/du-lieu", "Đơn vị nào đã đạt mục tiêu", "Which units have met");
const PLAN: Place = whole_with(".clauses-scroll", place("plan", "#/ke-hoach", "Kế hoạch", "The plan"));
const READINGS: Place = whole_with(".options", place("readings", "#/cach-hieu", "Cách hiểu", "Readings"));
const SETTINGS: Place = place("settings", "#/cai-dat", "Cài đặt", "Settings");
const ABOUT: Place = place("about", "#/gioi-thieu", "Giới thiệu", "About");
const PRIVACY: Place = place("privacy", "#/rieng-tu", "Riêng tư", "Privacy");
const ACCESS: Place = place("accessibility", "#/tro-nang", "Trợ năng", "Accessibility");
const BODIES: Place = whole_with("main blockquote", place("bodies", "#/co-quan", "Cơ quan thực hiện", "Who carries"));

/// Every screen, with the data of the province on 15 October 2024.
pub const SCREENS: [Place; 23] = [
    START,
    place("entry", "#/nhap", "Bổ sung dòng", "Add rows"),
    place("check", "#/kiem-tra", "Đã đọc", "rows read"),
    whole_with("main table", place("rows", "#/dong?b=0", "Các dòng của", "Rows of")),
    place("overview", "#/tong-quan", "năm 2024", "2024"),
    whole_with("main table", place("rollup", "#/tong-hop", "Tổng hợp theo địa bàn", "Roll-up by place")),
    whole_with(".matrix", place("matrix", "#/don-vi", "mục tiêu áp dụng", "targets")),
    whole_with(
        ".why blockquote",
        place("unit", "#/don-vi?u=kg.chau-thanh.xa-vinh-hoa-hiep", "Xã Vĩnh Hòa Hiệp: chưa đạt", "missed 1 of"),
    ),
    whole_with(".agenda-list", place("calendar", "#/lich", "Lịch gợi ý", "Suggested calendar")),
    whole_with(".paper", place("reports", "#/bao-cao", "Báo cáo đã soạn sẵn", "The report is drafted")),
    place(
        "report-of-unit",
        "#/bao-cao?k=quarter&u=kg.chau-thanh.xa-vinh-hoa-hiep",
        "Báo cáo đã soạn sẵn",
        "The report is drafted",
    ),
    place("report-of-nobody", "#/bao-cao?k=quarter", "Chọn đơn vị", "Choose a unit"),
    PLAN,
    READINGS,
    place("what-if", "#/neu-thi", "Nếu … thì sao?", "What if"),
    SETTINGS,
    ABOUT,
    PRIVACY,
    ACCESS,
    BODIES,
    whole_with("main table", place("trend", "#/dien-bien", "Diễn biến từng mục tiêu", "How each target went")),
    whole_with(".compare-outcome:not([aria-busy])", place("compare", "#/so-sanh?o=2024-06-30", "So sánh", "Compare")),
    place("workshop", "#/trinh-chieu?s=2&a=1", "MT1", "T1"),
];

/// What can be seen before there is any data: the other addresses lead to the start page then.
pub const WITHOUT_DATA: [Place; 10] = [
    START,
    place("entry", "#/nhap", "Nhập trực tiếp", "Type rows in"),
    PLAN,
    READINGS,
    SETTINGS,
    ABOUT,
    PRIVACY,
    ACCESS,
    BODIES,
    place("workshop", "#/trinh-chieu?s=2&a=1", "Trình chiếu cho lớp tập huấn", "A deck for your workshop"),
];

/// Where files are told that could not be read, while nothing else was.
pub const FAILED: Place = place("failed", "#/du-lieu", "Chưa đọc được", "could not be read");

/// The screen of that name, as it is with data.
pub fn named(name: &str) -> Result<Place> {
    let found = SCREENS.into_iter().find(|place| place.name == name);
    found.with_context(|| format!("no screen is called {name}"))
}

impl Visitor {
    /// Goes to a screen and waits until all of it is there.
    pub async fn show(&self, place: &Place, tongue: Tongue) -> Result<()> {
        self.go(place.route).await?;
        self.know(place, tongue).await
    }

    /// Waits until this screen is there.
    pub async fn know(&self, place: &Place, tongue: Tongue) -> Result<()> {
        let words = match tongue {
            Tongue::Vi => place.vi,
            Tongue::En => place.en,
        };
        self.read_in("main h1", words).await?;
        self.see(place.whole).await?;
        self.see("main:not([aria-busy])").await?;
        Ok(())
    }

    /// Unfolds whatever is folded in the content of the page, or folds it again.
    pub async fn unfold(&self, open: bool) -> Result<()> {
        let script = "for (const fold of document.querySelectorAll('main details')) fold.open = arguments[0]";
        self.client().execute(script, vec![json!(open)]).await?;
        Ok(())
    }
}
