//! What many visitors notice at once: the rules of axe, words of another language, targets too small for a finger, what is cut.

use crate::Visitor;
use anyhow::{Context, Result};
use serde_json::{Value, json};

const AXE: &str = include_str!("../axe/axe.min.js");

/// Every rule of WCAG 2.0 to 2.2, levels A and AA, and axe's best practices.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// How colours come to the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// The page's light colours.
    Light,
    /// The page's dark colours.
    Dark,
    /// The page's own high contrast.
    Contrast,
    /// Colours that the system forces upon every page.
    Forced,
}

impl Scheme {
    /// What the page's address says of it, to be put behind other settings.
    pub fn setting(self) -> &'static str {
        match self {
            Self::Light => "&theme=light",
            Self::Dark => "&theme=dark",
            Self::Contrast => "&theme=contrast",
            Self::Forced => "",
        }
    }
}

/// Where the keyboard stands.
#[derive(Debug, serde::Deserialize)]
pub struct Stop {
    /// Its words, those of its label with them.
    pub text: String,
    /// Its accessible name, where it says one.
    pub name: String,
    /// What element it is; `BODY` is nowhere.
    pub tag: String,
    /// Is it in the content of the page?
    pub inside: bool,
    /// What is wrong with it, or with the stop before it.
    pub faults: Vec<String>,
}

impl Visitor {
    /// Lets the system force its colours upon the page, where the scheme is that.
    pub async fn wear(&self, scheme: Scheme) -> Result<()> {
        if scheme == Scheme::Forced {
            self.prefer(&[("forced-colors", "active")]).await?;
        }
        Ok(())
    }

    /// Tells the page what the system prefers, as media features.
    pub async fn prefer(&self, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.tools("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        Ok(())
    }

    /// Makes the page this wide, without a new one being loaded. Bars to scroll take nothing off: they do not grow with the zoom.
    pub async fn resize(&self, width: u32) -> Result<()> {
        self.tools("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.tools("Emulation.setDeviceMetricsOverride", size).await?;
        Ok(())
    }

    /// What axe finds wrong with the page as it is now, a line each: the rule, where, and why.
    pub async fn violations(&self) -> Result<Vec<String>> {
        if self.run("return typeof window.axe").await? != "object" {
            self.client().execute(AXE, Vec::new()).await?;
        }
        let script = "const [rules, done] = arguments;
            axe.run(document, { runOnly: rules, resultTypes: ['violations'] }).then(
                found => done(found.violations.flatMap(rule => rule.nodes.map(node =>
                    `${rule.id} at ${node.target.join(' ')}: ${[...node.any, ...node.all, ...node.none][0]?.message}`))),
                error => done([String(error)]))";
        let found = self.client().execute_async(script, vec![json!(RULES)]).await?;
        strings(found)
    }

    /// Words of the other language than the page's, a line each: where, and the words. `names` belong to no language.
    pub async fn foreign_words(&self, names: &[String]) -> Result<Vec<String>> {
        self.looks(include_str!("look/foreign.js"), json!(names)).await
    }

    /// What can be pressed and is smaller than `least` px, a line each.
    pub async fn small_targets(&self, least: u32) -> Result<Vec<String>> {
        self.looks(include_str!("look/targets.js"), json!(least)).await
    }

    /// What runs out of the page's side or is cut off in its box, a line each.
    pub async fn cut(&self) -> Result<Vec<String>> {
        self.looks(include_str!("look/cut.js"), Value::Null).await
    }

    /// Where the keyboard stands now.
    pub async fn stop(&self) -> Result<Stop> {
        serde_json::from_value(self.run(include_str!("look/stop.js")).await?).context("a stop of the keyboard")
    }

    async fn looks(&self, script: &str, argument: Value) -> Result<Vec<String>> {
        strings(self.client().execute(script, vec![argument]).await?)
    }
}

fn strings(found: Value) -> Result<Vec<String>> {
    serde_json::from_value(found).context("a list of lines")
}
