//! Data never leave the device: no request after load, none possible, and no network needed.

use anyhow::{Result, ensure};
use browser::{Screen, Visitor, sample};
use serde_json::json;

#[tokio::test]
async fn a_whole_journey_sends_no_request() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    let loaded = wait_for_the_worker(&visitor).await?;
    ensure!(loaded.iter().any(|address| address.contains("index.html") || address.ends_with('/')), "the log is deaf");
    travels(&visitor).await?;
    let sent = visitor.requests().await?;
    let sent: Vec<&String> = sent.iter().filter(|address| !is_local(address)).collect();
    ensure!(sent.is_empty(), "requests after load: {sent:?}");
    Ok(())
}

#[tokio::test]
async fn a_whole_journey_needs_no_network() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    wait_for_the_worker(&visitor).await?;
    visitor.unplug().await?;
    travels(&visitor).await
}

#[tokio::test]
async fn the_page_may_not_send_anything_by_any_door() -> Result<()> {
    let visitor = Visitor::open(Screen::Desktop).await?;
    visitor.requests().await?;
    for (door, directive) in [
        ("fetch('index.html').catch(() => 0)", "connect-src"),
        ("fetch('https://example.com/').catch(() => 0)", "connect-src"),
        ("const x = new XMLHttpRequest(); x.open('POST', 'index.html'); x.send('figures')", "connect-src"),
        ("try { new WebSocket('wss://example.com/') } catch {}", "connect-src"),
        ("try { new EventSource('https://example.com/') } catch {}", "connect-src"),
        ("navigator.sendBeacon('https://example.com/', 'figures')", "connect-src"),
        ("new Image().src = 'https://example.com/?figures'", "img-src"),
        (
            "const s = document.createElement('script'); s.src = 'https://example.com/'; document.head.append(s)",
            "script-src",
        ),
        (
            "const f = document.createElement('iframe'); f.src = 'https://example.com/'; document.body.append(f)",
            "frame-src",
        ),
        (
            "const f = document.createElement('form'); f.action = 'https://example.com/'; document.body.append(f); f.submit()",
            "form-action",
        ),
    ] {
        let refused = refusal(&visitor, door).await?;
        ensure!(refused.starts_with(directive), "`{door}` was answered by \"{refused}\", not by {directive}");
    }
    Ok(())
}

#[tokio::test]
async fn nothing_is_kept_in_the_browser() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    travels(&visitor).await?;
    ensure!(visitor.traces().await? == json!([0, 0, 0, 0, 0]), "something is kept");
    visitor.client().refresh().await?;
    visitor.see("main input[type=file]").await?;
    ensure!(!visitor.text("body").await?.contains("nhat-ky-xa"), "the file is still there after reloading");
    Ok(())
}

/// Verdict, why, calendar file, language.
async fn travels(visitor: &Visitor) -> Result<()> {
    visitor.choose(&[&sample("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx")]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await?;
    visitor.read_in(".why blockquote", "mỗi quý có ít nhất 04 tin, bài").await?;
    visitor.click("Lịch").await?;
    visitor.click("Tải lịch .ics").await?;
    visitor.downloaded(".ics").await?;
    visitor.click("Kế hoạch").await?;
    visitor.click("EN: switch to English").await?;
    visitor.click("Overview").await?;
    visitor.read_in("main h1", "2024").await?;
    visitor.click("VI: chuyển sang tiếng Việt").await?;
    visitor.read_in("main h1", "năm 2024").await
}

/// The worker's script comes with the page, before any file; returns what was requested until then.
async fn wait_for_the_worker(visitor: &Visitor) -> Result<Vec<String>> {
    let mut loaded = Vec::new();
    for _ in 0..600 {
        loaded.extend(visitor.requests().await?);
        if loaded.iter().any(|address| address.contains("worker.js")) {
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
            loaded.extend(visitor.requests().await?);
            return Ok(loaded);
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    anyhow::bail!("the worker was never started; requested: {loaded:?}")
}

/// Addresses that never reach a network.
fn is_local(address: &str) -> bool {
    address.starts_with("blob:") || address.starts_with("data:")
}

/// The directive that refused, or what happened instead.
async fn refusal(visitor: &Visitor, door: &str) -> Result<String> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective), {{ once: true }});
         setTimeout(() => done('nothing'), 10000);
         {door};"
    );
    let answer = visitor.client().execute_async(&script, Vec::new()).await?;
    Ok(answer.as_str().unwrap_or_default().to_owned())
}
