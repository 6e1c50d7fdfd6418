//! The browser's own tools: what is set before a page opens, and what is asked or done behind its back.

use crate::{SCREEN_IS_HERE, Screen, Visitor, variable};
use anyhow::{Context, Result, bail};
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Duration;

/// What is set before the page opens.
#[derive(Clone, Copy, Default)]
pub struct Setting<'a> {
    /// A route such as `#/ke-hoach`.
    pub route: &'a str,
    /// Runs before any script of the page.
    pub script: &'a str,
    /// More arguments for the browser.
    pub arguments: &'a [&'a str],
    /// The time zone, by its name.
    pub zone: Option<&'a str>,
}

impl Visitor {
    /// Opens the page in this setting and waits until it can be used.
    pub async fn open_in(setting: Setting<'_>) -> Result<Self> {
        let visitor = Self::sit_down(Screen::Desktop, setting.arguments).await?;
        visitor.set(setting).await?;
        visitor.client().goto(&format!("{}{}", variable("PAGE_URL")?, setting.route)).await?;
        visitor.see("nav.tabs").await?;
        visitor.until(SCREEN_IS_HERE).await?;
        Ok(visitor)
    }

    async fn set(&self, setting: Setting<'_>) -> Result<()> {
        if let Some(zone) = setting.zone {
            self.tools("Emulation.setTimezoneOverride", json!({ "timezoneId": zone })).await?;
        }
        let script = json!({ "source": setting.script });
        self.tools("Page.addScriptToEvaluateOnNewDocument", script).await?;
        Ok(())
    }

    /// Opens the page in another tab of the same browser, and goes on there.
    pub async fn open_tab(&self, route: &str) -> Result<()> {
        let tab = self.client().new_window(true).await?;
        self.client().switch_to_window(tab.handle).await?;
        self.client().goto(&format!("{}{route}", variable("PAGE_URL")?)).await?;
        self.see("nav.tabs").await?;
        self.until(SCREEN_IS_HERE).await
    }

    /// Cuts the network off.
    pub async fn unplug(&self) -> Result<()> {
        self.client.issue_cmd(NoNetwork).await?;
        Ok(())
    }

    /// Addresses of all requests since the last call, as the browser's own log has them.
    pub async fn requests(&self) -> Result<Vec<String>> {
        let log = self.client.issue_cmd(PerformanceLog).await?;
        let mut addresses = Vec::new();
        for entry in log.as_array().into_iter().flatten() {
            let message: Value = serde_json::from_str(entry["message"].as_str().unwrap_or("{}"))?;
            if message["message"]["method"] == "Network.requestWillBeSent" {
                let address = message["message"]["params"]["request"]["url"].as_str().unwrap_or_default();
                addresses.push(address.to_owned());
            }
        }
        Ok(addresses)
    }

    /// A word to the browser's own tools.
    pub async fn tools(&self, method: &'static str, params: Value) -> Result<Value> {
        Ok(self.client().issue_cmd(DevTools { method, params }).await?)
    }

    /// The page's origin.
    pub fn origin() -> Result<String> {
        Ok(url::Url::parse(&variable("PAGE_URL")?)?.origin().ascii_serialization())
    }

    /// The page's address.
    pub fn address() -> Result<String> {
        variable("PAGE_URL")
    }

    /// What a script that may wait comes to.
    pub async fn awaited(&self, expression: &str) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{ {expression} }})().then(done, error => done('failed: ' + error))"
        );
        Ok(self.client().execute_async(&script, Vec::new()).await?)
    }

    /// Waits until the page's store holds a record of this name, or none any more.
    pub async fn wait_for_record(&self, name: &str, there: bool) -> Result<()> {
        let look = format!(
            "const known = (await indexedDB.databases()).some(one => one.name === 'doi-chieu-muc-tieu');
             if (!known) return false;
             const open = indexedDB.open('doi-chieu-muc-tieu');
             await new Promise((done, fail) => {{ open.onsuccess = done; open.onerror = fail; }});
             const get = open.result.transaction('kept').objectStore('kept').get('{name}');
             await new Promise((done, fail) => {{ get.onsuccess = done; get.onerror = fail; }});
             open.result.close();
             return get.result !== undefined;"
        );
        for _ in 0..400 {
            if self.awaited(&look).await? == json!(there) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!("the store {} `{name}`", if there { "never held" } else { "still holds" })
    }

    /// Everything that the browser holds for the page: databases, both stores, cookies, caches. The page's own files, which
    /// its service worker stores for days without a network, are no trace of a visitor.
    pub async fn traces(&self) -> Result<Value> {
        let look = "return [(await indexedDB.databases()).length, localStorage.length, sessionStorage.length,
            document.cookie.length, (await caches.keys()).filter(name => !/^doi-chieu-[0-9a-f]{16}$/.test(name)).length]";
        self.awaited(look).await
    }

    /// Waits until the browser holds nothing.
    pub async fn wait_for_no_trace(&self) -> Result<()> {
        for _ in 0..400 {
            if self.traces().await? == json!([0, 0, 0, 0, 0]) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!("something is left: {}", self.traces().await?)
    }

    /// Takes downloads off the desk, so that the next one of a name is waited for; returns how many there were.
    pub fn clear_downloads(&self) -> Result<usize> {
        let files: Vec<PathBuf> =
            std::fs::read_dir(&self.downloads)?.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
        files.iter().try_for_each(std::fs::remove_file).context("a download cannot be taken away")?;
        Ok(files.len())
    }
}

/// A word to the browser's own tools.
#[derive(Debug)]
struct DevTools {
    method: &'static str,
    params: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "cmd": self.method, "params": self.params }).to_string()))
    }
}

/// chromedriver's switch for the network.
#[derive(Debug)]
struct NoNetwork;

impl WebDriverCompatibleCommand for NoNetwork {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/chromium/network_conditions", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let offline = json!({ "network_conditions": { "offline": true, "latency": 0, "throughput": 0 } });
        (http::Method::POST, Some(offline.to_string()))
    }
}

/// chromedriver's log of the network.
#[derive(Debug)]
struct PerformanceLog;

impl WebDriverCompatibleCommand for PerformanceLog {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "type": "performance" }).to_string()))
    }
}
