//! Kills the page's worker at random moments, and sees that the page recovers every time.

use crate::{Setting, Visitor, sample};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::time::Duration;

/// Keeps every worker that the page starts in `workers`, and gives `kill()`: it ends as browsers end one, with an error.
pub const WRAPPED: &str = "
    const Real = Worker;
    window.workers = [];
    window.Worker = class extends Real { constructor(...how) { super(...how); workers.push(this); } };
    window.kill = () => {
      const worker = workers.at(-1);
      worker.terminate();
      worker.dispatchEvent(new ErrorEvent('error', { message: 'killed' }));
    };";

const FILE: &str = "toan-tinh-kien-giang-2024.xlsx";
const SCREENS: [&str; 6] = ["#/tong-quan", "#/don-vi", "#/lich", "#/kiem-tra", "#/dien-bien", "#/ke-hoach"];
/// Longer than reading and judging takes here, so that kills fall before, into and after it.
const LONGEST_MS: u64 = 1_500;

/// Kills the worker so many times, at moments and on screens that `seed` decides.
pub async fn often(kills: u32, seed: u64) -> Result<()> {
    let visitor =
        Visitor::open_in(Setting { route: "#/du-lieu?d=2024-10-15", script: WRAPPED, ..Setting::default() }).await?;
    visitor.choose(&[&province()?]).await?;
    let mut dice = Dice(seed);
    for number in 0..kills {
        let screen = SCREENS.get(dice.below(SCREENS.len() as u64) as usize).copied().unwrap_or_default();
        visitor.go(screen).await?;
        tokio::time::sleep(Duration::from_millis(dice.below(LONGEST_MS))).await;
        visitor.run("kill()").await?;
        recovered(&visitor).await.with_context(|| format!("kill {number} of seed {seed}, on {screen}"))?;
    }
    visitor.go("#/tong-quan").await?;
    visitor.read_in("main h1", "năm 2024").await?;
    let fallen = visitor.run("return document.body.textContent.includes('Có lỗi trong chương trình')").await?;
    ensure!(fallen == json!(false), "the page speaks of a defect");
    Ok(())
}

/// A worker that kept falling is started again by the button; then the results are there.
async fn recovered(visitor: &Visitor) -> Result<()> {
    let state = "const text = document.querySelector('main').textContent;
        if ([...document.querySelectorAll('button')].some(b => b.textContent.trim() === 'Thử lại')) return 'stopped';
        return document.querySelector('main [aria-busy], main[aria-busy]') || !document.querySelector('nav.tabs a[href*=tong-quan]')
          ? 'busy' : 'ready'";
    for _ in 0..1_200 {
        match visitor.run(state).await?.as_str() {
            Some("stopped") => visitor.click("Thử lại").await?,
            Some("ready") => return Ok(()),
            _ => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
    anyhow::bail!("it never recovered; the page says:\n{}", visitor.text("body").await?)
}

fn province() -> Result<std::path::PathBuf> {
    let file = sample(FILE);
    ensure!(file.is_file(), "no sample {FILE}");
    Ok(file)
}

/// The same moments for the same seed. SOURCE: Steele, Lea, Flood: SplitMix64.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end.max(1)
    }
}
