//! The guides never tell of a page that is no longer so: each is walked in the real page, every control that it names is looked
//! for, its pictures are taken anew, and it stands alone: its links lead somewhere, it fits a sheet of paper, it needs no network.

mod walk;

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use browser::screens::Tongue;
use browser::{Screen, Visitor, sample};
use serde_json::json;
use std::path::PathBuf;
use walk::{Walk, guides, keep, target};

const DAY: &str = "#/du-lieu?d=2024-10-15";
const PERSONAS: [&str; 3] = ["xa", "tinh", "tap-huan"];
/// Three pixels for two: small print is sharp.
const SHARP: f64 = 1.5;
/// The deck is written for the last row of a hall.
const LARGE_PRINT: f64 = 0.75;

#[tokio::test]
async fn the_guide_of_a_commune_tells_of_the_page_as_it_is() -> Result<()> {
    for tongue in [Tongue::Vi, Tongue::En] {
        let walk = Walk::begin("xa", tongue, Screen::Phone).await?;
        walk.visitor.choose(&[&sample("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx")]).await?;
        walk.arrive("Xã Vĩnh Hòa Hiệp: chưa đạt", "Xã Vĩnh Hòa Hiệp: missed 1").await?;
        walk.visitor.see(".why blockquote").await?;
        walk.picture(1, ".page-head", SHARP).await?;
        walk.click("Dữ liệu", "Data").await?;
        walk.arrive("Đã đọc", "rows read").await?;
        walk.visitor.client().back().await?;
        walk.arrive("Xã Vĩnh Hòa Hiệp: chưa đạt", "Xã Vĩnh Hòa Hiệp: missed 1").await?;
        walk.click("Bổ sung dòng", "Add rows").await?;
        walk.arrive("Bổ sung dòng", "Add rows").await?;
        walk.visitor.client().back().await?;
        walk.click("Báo cáo của xã", "Report of the commune").await?;
        walk.arrive("Báo cáo đã soạn sẵn", "The report is drafted").await?;
        // The picture is drawn after the rest.
        walk.visitor.control(walk.say("Ảnh gửi Zalo", "Picture for a chat")).await?;
        walk.look().await?;
        walk.picture(2, ".report-take ul", SHARP).await?;
        walk.settings().await?;
        walk.end()?;
    }
    Ok(())
}

#[tokio::test]
async fn the_guide_of_a_province_tells_of_the_page_as_it_is() -> Result<()> {
    for tongue in [Tongue::Vi, Tongue::En] {
        let walk = Walk::begin("tinh", tongue, Screen::Desktop).await?;
        let files = walk.visitor.logs_of_communes()?;
        walk.visitor.drop_files(&files.iter().map(PathBuf::as_path).collect::<Vec<_>>()).await?;
        walk.arrive("Đã đọc", "rows read").await?;
        walk.visitor.see(".silent button").await?;
        walk.look().await?;
        walk.visitor.resize(480).await?;
        walk.picture(1, ".silent", SHARP).await?;
        walk.visitor.resize(1440).await?;
        walk.click("Xem kết quả", "See the results").await?;
        walk.arrive("năm 2024", "2024").await?;
        walk.visitor.resize(480).await?;
        walk.picture(2, "li.target:has([data-group='bad'])", SHARP).await?;
        walk.visitor.resize(1440).await?;
        walk.visitor.see("li.target [data-group='bad'] a").await?.click().await?;
        walk.arrive("mục tiêu áp dụng", "targets").await?;
        walk.visitor.see("main tbody td[data-group='bad']").await?.click().await?;
        walk.arrive("chưa đạt", "missed").await?;
        walk.visitor.see(".why blockquote").await?;
        walk.click("Báo cáo", "Reports").await?;
        walk.arrive("Báo cáo đã soạn sẵn", "The report is drafted").await?;
        walk.click("Tổng hợp toàn tỉnh", "Summary of the province").await?;
        walk.arrive("Báo cáo đã soạn sẵn", "The report is drafted").await?;
        walk.settings().await?;
        walk.end()?;
    }
    Ok(())
}

#[tokio::test]
async fn the_guide_of_a_trainer_tells_of_the_page_as_it_is() -> Result<()> {
    for tongue in [Tongue::Vi, Tongue::En] {
        let walk = Walk::begin("tap-huan", tongue, Screen::Desktop).await?;
        walk.click("Xem dữ liệu mẫu: toàn tỉnh", "Try sample data: whole province").await?;
        walk.arrive("năm 2024", "2024").await?;
        walk.click("Trình chiếu", "Present").await?;
        walk.visitor.read_in(".deck-place", "1").await?;
        walk.look().await?;
        turn(&walk).await?;
        walk.click("Hiện đáp án", "Show answer").await?;
        walk.visitor.see(".deck-answer .bar").await?;
        walk.visitor.resize(640).await?;
        walk.picture(1, ".deck-slide", LARGE_PRINT).await?;
        walk.visitor.resize(1440).await?;
        while turn(&walk).await? {
            walk.look().await?;
        }
        walk.click("Thoát", "Leave").await?;
        walk.arrive("năm 2024", "2024").await?;
        walk.end()?;
    }
    Ok(())
}

/// Turns to the next slide, if there is one.
async fn turn(walk: &Walk) -> Result<bool> {
    let before = walk.visitor.text(".deck-place").await?;
    let numbers: Vec<&str> =
        before.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    if let [at, of, ..] = numbers[..]
        && at == of
    {
        return Ok(false);
    }
    walk.click("Tiếp", "Next").await?;
    for _ in 0..600 {
        if walk.visitor.text(".deck-place").await? != before {
            return Ok(true);
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    bail!("the deck stays at {before}")
}

#[tokio::test]
async fn each_guide_stands_alone_for_every_reader_and_asks_only_its_host() -> Result<()> {
    let visitor = Visitor::visit(Screen::Desktop, "guide/index.html", "main h1").await?;
    let origin = Visitor::origin()?;
    for name in all_pages()? {
        visitor.client().goto(&format!("{origin}/guide/{name}")).await?;
        visitor.see("main h1").await?;
        let mut faults = Vec::new();
        for scheme in ["light", "dark"] {
            visitor.prefer(&[("prefers-color-scheme", scheme)]).await?;
            for width in [1440, 390, 320] {
                visitor.resize(width).await?;
                faults.extend(visitor.violations().await?);
                faults.extend(visitor.cut().await?);
            }
            let picture = visitor.client().screenshot().await?;
            keep(&target(), &format!("page-{name}-{scheme}.png"), &picture)?;
        }
        visitor.prefer(&[]).await?;
        visitor.resize(1280).await?;
        let broken = visitor.run("return [...document.images].filter(image => !image.naturalWidth).length").await?;
        ensure!(faults.is_empty() && broken == 0, "{name}: {broken} pictures missing; {faults:#?}");
        keep(&target(), &format!("page-{name}.png"), &visitor.client().screenshot().await?)?;
        ensure!(sheets(&visitor).await? == 1, "{name} does not fit a sheet");
    }
    let strange: Vec<String> = visitor.requests().await?.into_iter().filter(|asked| !is_of(asked, &origin)).collect();
    ensure!(strange.is_empty(), "a guide asked {strange:?}");
    Ok(())
}

fn is_of(address: &str, origin: &str) -> bool {
    address.starts_with(origin) || ["data:", "blob:", "about:"].iter().any(|scheme| address.starts_with(scheme))
}

#[test]
fn every_link_of_a_guide_leads_to_a_file_beside_it() -> Result<()> {
    let mut pages = all_pages()?;
    pages.sort();
    let wanted = PERSONAS.iter().flat_map(|persona| [format!("{persona}.en.html"), format!("{persona}.vi.html")]);
    let mut wanted: Vec<String> = wanted.chain(["index.html".to_owned()]).collect();
    wanted.sort();
    ensure!(pages == wanted, "the guides are {pages:?}");
    for name in pages {
        let text = std::fs::read_to_string(guides().join(&name))?;
        for attribute in [" href=\"", " src=\""] {
            for link in text.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()) {
                let is_there = link == "#main" || guides().join(link).is_file();
                ensure!(is_there, "{name} leads to {link}, which is not there");
            }
        }
        let is_bare = !text.contains("<script") && !text.contains(" style=\"") && !text.contains("<style");
        ensure!(is_bare, "{name} has a script or a style of its own");
    }
    Ok(())
}

#[tokio::test]
async fn the_footer_and_the_search_lead_to_the_guides() -> Result<()> {
    let visitor = Visitor::open(Screen::Desktop).await?;
    visitor.click("Hướng dẫn").await?;
    to_new_tab(&visitor, 2).await?;
    visitor.read_in("main h1", "Hướng dẫn").await?;
    visitor.click("Cán bộ xã, phường").await?;
    visitor.read_in("main h1", "Lập báo cáo của xã").await?;
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?l=en").await?;
    visitor.press('/').await?;
    visitor.see("dialog.palette input").await?;
    visitor.write("guide").await?;
    visitor.read_in("#palette-list", "Guide").await?;
    visitor.press('\u{E007}').await?;
    to_new_tab(&visitor, 2).await?;
    visitor.read_in("main h1", "Hướng dẫn").await?;
    Ok(())
}

#[tokio::test]
async fn without_a_network_the_guides_open_from_the_stored_page() -> Result<()> {
    let folder = std::env::temp_dir().join(format!("guide-{}", std::process::id()));
    let host = browser::host::Host::unpack(&browser::built("SITE_ZIP")?, &folder)?;
    let inner = std::fs::read_dir(&folder)?.next().context("an empty archive")??.file_name();
    let page = format!("{}{}/", host.address(), inner.to_string_lossy());
    let visitor = Visitor::open_address(Screen::Desktop, &page, "nav.tabs").await?;
    visitor.read("lần sau mở được cả khi mất mạng").await?;
    visitor.unplug().await?;
    drop(host);
    // As a link would lead there: what the driver opens by itself hangs without a network.
    visitor.run(&format!("location.href = '{page}guide/index.html'")).await?;
    visitor.click("Giảng viên").await?;
    visitor.read_in("main h1", "Tập huấn với máy chiếu").await?;
    ensure!(visitor.run("return document.images[0].naturalWidth > 0").await? == true, "no picture");
    std::fs::remove_dir_all(folder)?;
    Ok(())
}

#[tokio::test]
async fn the_single_file_has_the_guides_inside() -> Result<()> {
    let file = url::Url::from_file_path(browser::built("SINGLE_FILE")?).ok().context("a file has an address")?;
    let visitor = Visitor::open_address(Screen::Desktop, file.as_str(), "nav.tabs").await?;
    visitor.unplug().await?;
    visitor.requests().await?;
    visitor.click("Hướng dẫn").await?;
    to_new_tab(&visitor, 2).await?;
    visitor.read_in("h1", "Hướng dẫn").await?;
    visitor.click("Cán bộ xã, phường").await?;
    visitor.read("Lập báo cáo của xã").await?;
    let whole = "const images = [...document.querySelectorAll('details[open] img')];
        return images.length === 2 && images.every(image => image.naturalWidth > 0)
            && getComputedStyle(document.querySelector('.choice')).listStyleType === 'none'";
    ensure!(visitor.run(whole).await? == true, "pictures or styles are missing");
    keep(&target(), "single.png", &visitor.client().screenshot().await?)?;
    let asked = visitor.requests().await?;
    ensure!(asked.iter().all(|address| !address.starts_with("http")), "the single file asked for {asked:?}");
    Ok(())
}

/// Goes to the tab that was opened last, once there are so many.
async fn to_new_tab(visitor: &Visitor, tabs: usize) -> Result<()> {
    for _ in 0..600 {
        let open = visitor.client().windows().await?;
        if let (true, Some(last)) = (open.len() == tabs, open.last()) {
            visitor.client().switch_to_window(last.clone()).await?;
            visitor.see("h1").await?;
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    bail!("no new tab was opened")
}

/// How many sheets of A4 the page prints on.
async fn sheets(visitor: &Visitor) -> Result<usize> {
    let printed = visitor.tools("Page.printToPDF", json!({ "preferCSSPageSize": true })).await?;
    let bytes = STANDARD.decode(printed["data"].as_str().context("nothing printed")?)?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.matches("/Type /Page").count() - text.matches("/Type /Pages").count())
}

fn all_pages() -> Result<Vec<String>> {
    let names = std::fs::read_dir(guides())?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let names: Result<Vec<String>> = names.collect();
    Ok(names?.into_iter().filter(|name| name.ends_with(".html")).collect())
}
