//! A walk through what a guide tells, and what was seen on the way.

use crate::DAY;
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use browser::few_colours::in_few_colours;
use browser::screens::Tongue;
use browser::{Screen, Visitor};
use serde_json::json;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Larger, a picture is a burden to the file on a USB stick.
const LARGEST: usize = 30_000;
/// Pixels by which a picture may come out otherwise: edges are rounded.
const ROUNDING: u32 = 2;

/// Words of controls that can be seen now, and all text that can be read.
const LOOK: &str = "
    const clean = (text) => text.replace(/\\s+/g, ' ').trim();
    const seen = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
    const words = new Set();
    for (const control of document.querySelectorAll('button, a[href], summary, label, [role=option]')) {
      if (!seen(control)) continue;
      words.add(clean(control.textContent));
      words.add(clean(control.getAttribute('aria-label') ?? ''));
      const texts = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) if (seen(texts.currentNode.parentElement)) words.add(clean(texts.currentNode.data));
    }
    return [[...words], clean(document.body.innerText)]";

/// A walk through what one guide tells, and what was seen on the way.
pub(crate) struct Walk {
    pub(crate) visitor: Visitor,
    guide: String,
    tongue: Tongue,
    controls: RefCell<BTreeSet<String>>,
    text: RefCell<String>,
}

impl Walk {
    pub(crate) async fn begin(persona: &str, tongue: Tongue, screen: Screen) -> Result<Self> {
        let (code, route) = match tongue {
            Tongue::Vi => ("vi", DAY.to_owned()),
            Tongue::En => ("en", format!("{DAY}&l=en")),
        };
        let visitor = Visitor::open_at(screen, &route).await?;
        let guide = format!("{persona}.{code}");
        let walk = Self { visitor, guide, tongue, controls: RefCell::default(), text: RefCell::default() };
        walk.look().await?;
        Ok(walk)
    }

    pub(crate) fn say<'a>(&self, vi: &'a str, en: &'a str) -> &'a str {
        match self.tongue {
            Tongue::Vi => vi,
            Tongue::En => en,
        }
    }

    /// Remembers what can be seen now.
    pub(crate) async fn look(&self) -> Result<()> {
        let (controls, text): (BTreeSet<String>, String) = serde_json::from_value(self.visitor.run(LOOK).await?)?;
        self.controls.borrow_mut().extend(controls);
        self.text.borrow_mut().push_str(&text);
        Ok(())
    }

    /// Clicks, with the control in the middle of the window: on a phone the tabs hang over its end.
    pub(crate) async fn click(&self, vi: &str, en: &str) -> Result<()> {
        let words = self.say(vi, en);
        let control = self.visitor.control(words).await?;
        let middle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.visitor.client().execute(middle, vec![serde_json::to_value(&control)?]).await?;
        control.click().await.with_context(|| format!("cannot click \"{words}\""))
    }

    /// Waits for words of the heading, then looks around.
    pub(crate) async fn arrive(&self, vi: &str, en: &str) -> Result<()> {
        self.visitor.read_in("main h1", self.say(vi, en)).await?;
        self.visitor.see("main:not([aria-busy])").await?;
        self.look().await
    }

    /// Where the guide says how to keep what was done.
    pub(crate) async fn settings(&self) -> Result<()> {
        self.click("Cài đặt", "Settings").await?;
        self.arrive("Cài đặt", "Settings").await
    }

    /// Takes a picture of an element, so many pixels for each of the page's, and holds it against the one in the guide.
    pub(crate) async fn picture(&self, number: u32, css: &str, scale: f64) -> Result<()> {
        let (persona, code) = self.guide.split_once('.').context("a guide has a language")?;
        let name = format!("{persona}-{number}.{code}.png");
        let taken =
            photograph(&self.visitor, css, scale).await.with_context(|| format!("picture {name} of `{css}`"))?;
        let taken = in_few_colours(&taken)?;
        keep(&target(), &name, &taken)?;
        if let Some(folder) = std::env::var_os("GUIDE_PICTURES") {
            return keep(Path::new(&folder), &name, &taken);
        }
        let shown =
            std::fs::read(guides().join("pictures").join(&name)).with_context(|| format!("no picture {name}"))?;
        ensure!(shown.len() <= LARGEST, "{name} has {} bytes", shown.len());
        let (shown, taken) = (size(&shown)?, size(&taken)?);
        let is_same = shown.0.abs_diff(taken.0) <= ROUNDING && shown.1.abs_diff(taken.1) <= ROUNDING;
        ensure!(is_same, "{name} is {shown:?} in the guide, but the page is {taken:?}: run `cargo xtask pictures`");
        let written = format!("{name}\" width=\"{}\" height=\"{}\" alt=\"", shown.0, shown.1);
        ensure!(page(&self.guide)?.contains(&written), "{} should say {written}", self.guide);
        Ok(())
    }

    /// Every word that the guide marks was seen.
    pub(crate) fn end(&self) -> Result<()> {
        let page = page(&self.guide)?;
        let (named, said) = (marked(&page, "ui"), marked(&page, "said"));
        ensure!(named.len() >= 8, "{} names {} controls", self.guide, named.len());
        let controls = self.controls.borrow();
        let mut missing: Vec<String> = named.into_iter().filter(|words| !controls.contains(words)).collect();
        missing.extend(said.into_iter().filter(|words| !self.text.borrow().contains(words.as_str())));
        ensure!(
            missing.is_empty(),
            "{} tells of {missing:?}, which nobody saw on the way; seen: {controls:?}",
            self.guide
        );
        Ok(())
    }
}

/// A picture of the first element by CSS, all of it, without what hangs over it.
async fn photograph(visitor: &Visitor, css: &str, scale: f64) -> Result<Vec<u8>> {
    visitor.see(css).await?;
    visitor
        .run("document.activeElement.blur(); document.querySelector('nav.tabs')?.toggleAttribute('hidden', true)")
        .await?;
    // A little air around.
    let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
        const [left, top] = [Math.max(0, box.left + scrollX - 12), Math.max(0, box.top + scrollY - 12)];
        const [right, bottom] = [Math.min(innerWidth, box.right + scrollX + 12), box.bottom + scrollY + 12];
        return { x: left, y: top, width: right - left, height: bottom - top, scale: arguments[1] / devicePixelRatio }";
    let clip = visitor.client().execute(script, vec![json!(css), json!(scale)]).await?;
    let wish = json!({ "format": "png", "clip": clip, "captureBeyondViewport": true });
    let taken = visitor.tools("Page.captureScreenshot", wish).await?;
    visitor.run("document.querySelector('nav.tabs')?.toggleAttribute('hidden', false)").await?;
    Ok(STANDARD.decode(taken["data"].as_str().context("no picture")?)?)
}

/// Width and height of a PNG, from its head.
fn size(png: &[u8]) -> Result<(u32, u32)> {
    let number = |at: usize| png.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map(u32::from_be_bytes);
    Ok((number(16).context("no picture")?, number(20).context("no picture")?))
}

/// The words that a guide marks as `class`.
fn marked(page: &str, class: &str) -> Vec<String> {
    let mark = format!("<span class=\"{class}\">");
    let found = page.split(&mark).skip(1);
    found.filter_map(|rest| rest.split("</span>").next()).map(|words| words.replace("&amp;", "&")).collect()
}

pub(crate) fn page(guide: &str) -> Result<String> {
    Ok(std::fs::read_to_string(guides().join(format!("{guide}.html")))?)
}

pub(crate) fn keep(folder: &Path, name: &str, picture: &[u8]) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    Ok(std::fs::write(folder.join(name), picture)?)
}

pub(crate) fn guides() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/guide")
}

pub(crate) fn target() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/guide")
}
