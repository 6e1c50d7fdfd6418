//! The three editions of one build: a host's page that lasts without a network, a file for a USB stick, a folder for any host.

use anyhow::{Context, Result, ensure};
use browser::host::Host;
use browser::{Screen, Visitor, built, sample, word_text};
use std::path::PathBuf;
use std::time::Duration;

const DAY: &str = "#/du-lieu?d=2024-10-15";

#[tokio::test]
async fn the_single_file_works_by_double_click_from_any_folder() -> Result<()> {
    let folder = new_folder("bản USB, tháng 10 #1")?;
    let file = folder.join("doi chieu.html");
    std::fs::copy(built("SINGLE_FILE")?, &file)?;
    let mut address = url::Url::from_file_path(&file).ok().context("a file has an address")?;
    address.set_fragment(Some("/du-lieu?d=2024-10-15"));
    let visitor = Visitor::open_address(Screen::Desktop, address.as_str(), "nav.tabs").await?;
    visitor.unplug().await?;
    visitor.requests().await?;
    travels(&visitor).await?;
    let sent: Vec<String> = visitor.requests().await?.into_iter().filter(|address| !is_local(address)).collect();
    ensure!(sent.is_empty(), "the single file asked for {sent:?}");
    Ok(())
}

#[tokio::test]
async fn the_single_file_runs_no_script_but_its_own() -> Result<()> {
    let page = std::fs::read_to_string(built("SINGLE_FILE")?)?;
    let policy = page.split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1).context("no policy")?;
    let policy = policy.split('"').next().unwrap_or_default();
    ensure!(policy.contains("connect-src 'none'") && !policy.contains("unsafe-inline"), "the policy says {policy}");
    let file = url::Url::from_file_path(built("SINGLE_FILE")?).ok().context("a file has an address")?;
    let visitor = Visitor::open_address(Screen::Desktop, file.as_str(), "nav.tabs").await?;
    let tried = "const s = document.createElement('script'); s.textContent = 'globalThis.broken = 1';
        document.body.append(s); const d = document.createElement('div');
        d.innerHTML = '<img src=x onerror=\"globalThis.broken = 2\">'; document.body.append(d);
        return globalThis.broken === undefined";
    ensure!(visitor.run(tried).await? == true, "an inline script ran");
    Ok(())
}

#[tokio::test]
async fn the_folder_works_below_a_folder_of_any_host() -> Result<()> {
    let host = Host::unpack(&built("SITE_ZIP")?, &new_folder("host")?.join("so-noi-vu").join("cong-cu"))?;
    let visitor = Visitor::open_address(Screen::Desktop, &page(&host)?, "nav.tabs").await?;
    travels(&visitor).await
}

#[tokio::test]
async fn a_page_once_visited_opens_without_a_network() -> Result<()> {
    let host = Host::unpack(&built("SITE_ZIP")?, &new_folder("offline")?)?;
    let visitor = Visitor::open_address(Screen::Desktop, &page(&host)?, "nav.tabs").await?;
    visitor.read("lần sau mở được cả khi mất mạng").await?;
    visitor.unplug().await?;
    drop(host);
    visitor.client().refresh().await?;
    visitor.see("nav.tabs").await?;
    travels(&visitor).await
}

#[tokio::test]
async fn a_newer_build_waits_until_the_visitor_asks_for_it() -> Result<()> {
    let host = Host::unpack(&built("SITE_ZIP")?, &new_folder("update")?)?;
    let visitor = Visitor::open_address(Screen::Desktop, &page(&host)?, "nav.tabs").await?;
    visitor.read("lần sau mở được cả khi mất mạng").await?;
    publish_anew(&host)?;
    visitor.client().refresh().await?;
    visitor.until("document.body.innerText.includes('Có bản mới.')").await?;
    visitor.run("globalThis.before = 1").await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    ensure!(visitor.run("return globalThis.before === 1").await? == true, "the page was reloaded unasked");
    visitor.click("Tải lại").await?;
    for _ in 0..200 {
        if visitor.run("return globalThis.before === undefined && !!document.querySelector('nav.tabs')").await? == true
        {
            visitor.until("/^doi-chieu-newer-[^,]*$/.test((await caches.keys()).join())").await?;
            return travels(&visitor).await;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    anyhow::bail!("the newer build never came")
}

#[tokio::test]
async fn a_host_can_withdraw_what_was_stored() -> Result<()> {
    let host = Host::unpack(&built("SITE_ZIP")?, &new_folder("withdrawn")?)?;
    let visitor = Visitor::open_address(Screen::Desktop, &page(&host)?, "nav.tabs").await?;
    visitor.read("lần sau mở được cả khi mất mạng").await?;
    let folder = below(&host)?;
    std::fs::copy(folder.join("sw-off.js"), folder.join("sw.js"))?;
    visitor.client().refresh().await?;
    visitor.see("nav.tabs").await?;
    visitor.until("!(await caches.keys()).length && !(await navigator.serviceWorker.getRegistrations()).length").await
}

#[tokio::test]
async fn every_edition_tells_which_build_it_is() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/gioi-thieu").await?;
    visitor.read("Bản đang chạy").await?;
    visitor.click("SHA-256 của").await?;
    let listed = visitor.texts("details.sums tbody tr").await?;
    let app = listed.iter().find(|line| line.starts_with("app-boot.js ")).context("app-boot.js is not listed")?;
    let site = built("SITE_ZIP")?.with_file_name("site");
    let sum = <sha2::Sha256 as sha2::Digest>::digest(std::fs::read(site.join("app-boot.js"))?);
    let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
    ensure!(app.ends_with(&sum), "{app} is not {sum}");
    Ok(())
}

/// Verdict, calendar file and report: the whole way of a commune.
async fn travels(visitor: &Visitor) -> Result<()> {
    visitor.choose(&[&sample("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx")]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await?;
    visitor.click("Lịch").await?;
    visitor.click("Tải lịch .ics").await?;
    let calendar = visitor.downloaded(".ics").await?;
    ensure!(calendar.starts_with(b"BEGIN:VCALENDAR"), "that is no calendar");
    visitor.go("#/bao-cao").await?;
    visitor.read_in(".paper", "XÃ VĨNH HÒA HIỆP").await?;
    visitor.click("Word (.docx)").await?;
    let text = word_text(visitor.downloaded(".docx").await?)?;
    ensure!(text.contains("XÃ VĨNH HÒA HIỆP"), "the Word file is of another unit");
    Ok(())
}

/// The one folder within the unpacked archive.
fn below(host: &Host) -> Result<PathBuf> {
    let mut folder = host.folder().to_owned();
    while !folder.join("index.html").is_file() {
        let next = std::fs::read_dir(&folder)?.filter_map(|entry| entry.ok()).find(|entry| entry.path().is_dir());
        folder = next.context("no index.html in the archive")?.path();
    }
    Ok(folder)
}

fn page(host: &Host) -> Result<String> {
    let below = below(host)?;
    let path = below.strip_prefix(host.folder())?.to_string_lossy().replace('\\', "/");
    Ok(format!("{}{path}/{DAY}", host.address()))
}

/// A newer build, as far as a browser can tell: the service worker has another store.
fn publish_anew(host: &Host) -> Result<()> {
    let script = below(host)?.join("sw.js");
    let text = std::fs::read_to_string(&script)?;
    let newer = text.replace("const CACHE = 'doi-chieu-", "const CACHE = 'doi-chieu-newer-");
    ensure!(newer != text, "sw.js names no store");
    Ok(std::fs::write(script, newer)?)
}

fn is_local(address: &str) -> bool {
    ["blob:", "data:", "file:"].iter().any(|scheme| address.starts_with(scheme))
}

fn new_folder(name: &str) -> Result<PathBuf> {
    let folder = std::env::temp_dir().join(format!("editions-{}", std::process::id())).join(name);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
