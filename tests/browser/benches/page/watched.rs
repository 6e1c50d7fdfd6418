//! A visitor whose browser is slowed down and whose page is watched from before its first byte.

use anyhow::Result;
use browser::{Screen, Visitor};
use serde_json::{Value, json};
use std::time::Duration;

/// A network, as the browser imitates it.
#[derive(Clone, Copy)]
pub struct Network {
    /// Its name in the table.
    pub name: &'static str,
    /// Megabits a second towards the visitor.
    pub down: f64,
    /// Milliseconds to the server and back.
    pub round_trip: f64,
}

/// No limit.
pub const NONE: Network = Network { name: "no limit", down: 0.0, round_trip: 0.0 };
/// An ordinary 4G line.
pub const FAST: Network = Network { name: "4G: 9 Mbit/s, 170 ms", down: 9.0, round_trip: 170.0 };
/// What Lighthouse takes for a phone.
pub const SLOW: Network = Network { name: "slow 4G: 1.6 Mbit/s, 150 ms", down: 1.6, round_trip: 150.0 };

const WATCH: &str = include_str!("watch.js");

/// Opens the page at `route` with a processor `slower` times as slow. The browser's cache is empty.
pub async fn visit(screen: Screen, route: &str, slower: f64, network: Network) -> Result<Visitor> {
    let visitor = Visitor::visit(screen, "icon.svg", "svg").await?;
    visitor.tools("Page.enable", json!({})).await?;
    visitor.tools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
    visitor.tools("Network.enable", json!({})).await?;
    visitor.tools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    if network.down > 0.0 {
        let bytes = network.down * 1e6 / 8.0;
        let limits = json!({ "offline": false, "latency": network.round_trip, "downloadThroughput": bytes,
            "uploadThroughput": bytes / 4.0 });
        visitor.tools("Network.emulateNetworkConditions", limits).await?;
    }
    visitor.tools("Emulation.setCPUThrottlingRate", json!({ "rate": slower })).await?;
    let address = std::env::var("PAGE_URL")?;
    visitor.client().goto(&format!("{address}{route}")).await?;
    visitor.see("nav.tabs").await?;
    Ok(visitor)
}

/// What the page has noted so far.
pub async fn seen(visitor: &Visitor) -> Result<Value> {
    visitor.run("return globalThis.__seen").await
}

/// Waits without asking the page anything: asking takes its time, too.
pub async fn rest(milliseconds: f64) {
    tokio::time::sleep(Duration::from_secs_f64(milliseconds / 1e3)).await;
}

/// A number of what was noted; zero where there is none.
pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}

/// The tasks of more than 50 ms that began after a moment, in milliseconds.
pub fn long_tasks(seen: &Value, after: f64) -> Vec<f64> {
    pairs(&seen["long"]).into_iter().filter(|(start, _)| *start >= after).map(|(_, length)| length).collect()
}

/// The slowest interaction after a moment, from the finger to the next paint. The browser tells of none below 16 ms.
pub fn slowest_event(seen: &Value, after: f64) -> Option<f64> {
    pairs(&seen["events"]).into_iter().filter(|(start, _)| *start >= after).map(|(_, length)| length).reduce(f64::max)
}

fn pairs(list: &Value) -> Vec<(f64, f64)> {
    list.as_array().into_iter().flatten().map(|pair| (number(&pair[0]), number(&pair[1]))).collect()
}
