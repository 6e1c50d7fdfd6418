//! What comes first: the first screen works before the rest of the page's program has come, a first result before the rest of
//! the engine has, and the page says so if either never comes.

use anyhow::{Context, Result};
use browser::host::Host;
use browser::{Screen, Visitor, built, sample};
use std::path::{Path, PathBuf};

const COMMUNE: &str = "nhat-ky-xa-vinh-hoa-hiep-2024.xlsx";

/// The page on a host of its own, and where a script of it lies.
fn hosted(name: &str, script: &str) -> Result<(Host, String, PathBuf)> {
    let root = std::env::temp_dir().join(format!("first-{}-{name}", std::process::id()));
    let host = Host::unpack(&built("SITE_ZIP")?, &root)?;
    let folder = std::fs::read_dir(&root)?.next().context("an empty archive")??.path();
    let page = folder.file_name().and_then(|name| name.to_str()).context("a folder has a name")?;
    let address = format!("{}{page}/#/du-lieu?d=2024-10-15", host.address());
    Ok((host, address, folder.join(script)))
}

/// A log as an .xls.
fn old_format() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/intake/tests/files/so-theo-doi.xls")
}

/// Has a module come 4 seconds late.
fn come_late(script: &Path) -> Result<()> {
    come_later(script, 4)
}

fn come_later(script: &Path, seconds: u32) -> Result<()> {
    let text = std::fs::read_to_string(script)?;
    std::fs::write(script, format!("await new Promise((late) => setTimeout(late, {seconds}000));\n{text}"))?;
    Ok(())
}

#[tokio::test]
async fn a_file_chosen_before_the_rest_has_come_is_read_when_it_has() -> Result<()> {
    let (_host, address, rest) = hosted("late", "app-rest.js")?;
    come_late(&rest)?;
    let visitor = Visitor::open_address(Screen::Desktop, &address, "main input[type=file]").await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.click("EN").await?;
    visitor.read("Units").await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await
}

#[tokio::test]
async fn a_page_whose_rest_never_comes_says_so() -> Result<()> {
    let (_host, address, rest) = hosted("lost", "app-rest.js")?;
    std::fs::remove_file(&rest)?;
    let visitor = Visitor::open_address(Screen::Desktop, &address, "main input[type=file]").await?;
    visitor.read_in(".boot-error", "Trang chưa khởi động được. Hãy tải lại trang").await
}

#[tokio::test]
async fn what_is_asked_of_the_engine_before_its_rest_has_come_is_answered_when_it_has() -> Result<()> {
    let (_host, address, rest) = hosted("late-engine", "worker-rest.js")?;
    come_late(&rest)?;
    let visitor = Visitor::open_address(Screen::Desktop, &address, "main input[type=file]").await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    visitor.click("Lịch").await?;
    visitor.click("Đơn vị").await?;
    visitor.read_in("main h1", "1 xã, phường × 2 mục tiêu").await?;
    visitor.click("Lịch").await?;
    visitor.read_in("main", "Tháng 12/2024").await
}

#[tokio::test]
async fn a_reading_that_only_the_rest_knows_waits_for_it() -> Result<()> {
    let (_host, address, rest) = hosted("late-reading", "worker-rest.js")?;
    come_late(&rest)?;
    let address = format!("{address}&r=t2-untagged:tagged");
    let visitor = Visitor::open_address(Screen::Desktop, &address, "main input[type=file]").await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    visitor.read("1 cách hiểu").await
}

#[tokio::test]
async fn a_format_that_only_the_rest_reads_waits_for_it() -> Result<()> {
    let (_host, address, rest) = hosted("late-format", "worker-rest.js")?;
    come_later(&rest, 12)?;
    let visitor = Visitor::open_address(Screen::Desktop, &address, "main input[type=file]").await?;
    visitor.choose(&[&old_format()]).await?;
    visitor.read_in(".notice[role=status]", "vẫn đang được tải về").await?;
    visitor.picture("first-slow").await?;
    visitor.read_in("main h1", "Huyện Tân Hiệp").await?;
    visitor.until("!document.querySelector('.notice')?.innerText.includes('vẫn đang')").await
}

#[tokio::test]
async fn a_format_whose_reader_is_lost_is_told_and_read_when_it_is_asked_for_again() -> Result<()> {
    let (_host, address, rest) = hosted("lost-format", "worker-rest.js")?;
    let away = rest.with_extension("away");
    std::fs::rename(&rest, &away)?;
    let visitor = Visitor::open_address(Screen::Desktop, &address, "main input[type=file]").await?;
    visitor.choose(&[&old_format()]).await?;
    visitor.read_in("main h1", "Phần chương trình đọc các tệp này chưa tải về được").await?;
    visitor.until("!document.querySelector('.notice[role=alert]')").await?;
    std::fs::rename(&away, &rest)?;
    visitor.click("Thử lại").await?;
    visitor.read_in("main h1", "Huyện Tân Hiệp").await
}

#[tokio::test]
async fn a_plan_that_is_not_there_holds_up_no_file_that_is_chosen_before_the_rest_has_come() -> Result<()> {
    let (_host, address, rest) = hosted("late-plan", "worker-rest.js")?;
    come_late(&rest)?;
    let address = format!("{address}&p=nowhere&r=nobody:knows");
    let visitor = Visitor::open_address(Screen::Desktop, &address, "main input[type=file]").await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    visitor.until("!document.querySelector('.notice[role=alert]')").await
}

#[tokio::test]
async fn an_engine_whose_rest_is_lost_still_judges_and_has_it_asked_for_again() -> Result<()> {
    let (_host, address, rest) = hosted("lost-engine", "worker-rest.js")?;
    let away = rest.with_extension("away");
    std::fs::rename(&rest, &away)?;
    let visitor = Visitor::open_address(Screen::Desktop, &address, "main input[type=file]").await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    visitor.click("Lịch").await?;
    visitor.read_in(".notice", "Một phần của chương trình chưa tải về được").await?;
    visitor.click("Đơn vị").await?;
    visitor.read_in("main h1", "1 xã, phường × 2 mục tiêu").await?;
    visitor.click("Lịch").await?;
    std::fs::rename(&away, &rest)?;
    visitor.click("Thử lại").await?;
    visitor.read_in("main", "Tháng 12/2024").await
}
