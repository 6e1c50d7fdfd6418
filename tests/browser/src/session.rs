//! A browser of one's own: how it is opened, and that it closes however a test ends.

use crate::{Screen, Visitor, variable};
use anyhow::{Context, Result, bail};
use fantoccini::ClientBuilder;
use fantoccini::wd::TimeoutConfiguration;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

impl Visitor {
    /// A browser with nothing open.
    pub(crate) async fn sit_down(screen: Screen, arguments: &[&str]) -> Result<Self> {
        let driver = variable("WEBDRIVER_URL")?;
        let desk = new_folder()?;
        let downloads = desk.join("downloads");
        std::fs::create_dir_all(&downloads)?;
        let Value::Object(capabilities) = capabilities(screen, &downloads, arguments)? else {
            bail!("capabilities are an object")
        };
        let connector = hyper_util::client::legacy::connect::HttpConnector::new();
        let client = ClientBuilder::new(connector).capabilities(capabilities).connect(&driver).await?;
        client
            .update_timeouts(TimeoutConfiguration::new(
                Some(Duration::from_secs(60)),
                Some(Duration::from_secs(60)),
                Some(Duration::ZERO),
            ))
            .await?;
        let session = client.session_id().await?.context("the driver opened no session")?;
        Ok(Self { client, session, downloads, desk })
    }
}

impl Drop for Visitor {
    /// A failed test leaves no browser behind. There is nobody to tell if this fails.
    fn drop(&mut self) {
        let _ = close(&self.session);
        let _ = std::fs::remove_dir_all(&self.desk);
    }
}

fn close(session: &str) -> Result<()> {
    let driver = url::Url::parse(&variable("WEBDRIVER_URL")?)?;
    let address = driver.socket_addrs(|| None)?;
    let mut stream = TcpStream::connect(&*address)?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    let host = driver.host_str().unwrap_or_default();
    write!(stream, "DELETE /session/{session} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
    // The answer comes once the browser is gone; the driver may keep the line open after it.
    let _ = stream.read(&mut [0; 512])?;
    Ok(())
}

fn new_folder() -> Result<PathBuf> {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("visitor-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn capabilities(screen: Screen, downloads: &Path, more: &[&str]) -> Result<Value> {
    let size = match screen {
        Screen::Desktop => "--window-size=1440,1000",
        Screen::Phone => "--window-size=390,844",
    };
    let usual = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"];
    let quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=vi", size];
    let arguments: Vec<&str> = usual.iter().chain(&quiet).chain(more).copied().collect();
    let mut options = json!({
        "binary": variable("CHROMIUM")?,
        "args": arguments,
        "prefs": { "download.default_directory": downloads, "download.prompt_for_download": false },
    });
    if matches!(screen, Screen::Phone) {
        options["mobileEmulation"] =
            json!({ "deviceMetrics": { "width": 390, "height": 844, "pixelRatio": 2.0, "touch": true } });
    }
    Ok(json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "performance": "ALL" },
    }))
}
