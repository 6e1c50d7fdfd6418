//! Moves the page by expressions of JavaScript alone. The browser's driver keeps every element that it was asked for, and each
//! of them keeps the screen that it stood on; its scripts stay in the page's memory, too. Over a day both would look like a
//! page that grows. And a driver that asks again and again keeps Chromium from looking for a newer service worker.

use crate::Visitor;
use crate::gestures::absolute;
use anyhow::{Result, ensure};
use serde_json::{Value, json};
use std::path::Path;

/// How long a thing may take to come, in ms.
const PATIENCE_MS: u32 = 50_000;

impl Visitor {
    /// What an expression, which may be a promise, comes to.
    pub async fn evaluate(&self, expression: &str) -> Result<Value> {
        let asked = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let found = self.tools("Runtime.evaluate", asked).await?;
        ensure!(found["exceptionDetails"].is_null(), "`{expression}` fails: {}", found["result"]["description"]);
        Ok(found["result"]["value"].clone())
    }

    /// Waits in the page until this expression, which may await, is true.
    pub async fn until(&self, condition: &str) -> Result<()> {
        let look = format!(
            "(async () => {{
               const end = performance.now() + {PATIENCE_MS};
               while (!({condition})) {{
                 if (performance.now() > end) return document.body.innerText;
                 await new Promise((next) => setTimeout(next, 50));
               }}
               return null;
             }})()"
        );
        let said = self.evaluate(&look).await?;
        ensure!(said.is_null(), "`{condition}` never came true; the page says:\n{said}");
        Ok(())
    }

    /// Waits until an element by CSS holds these words.
    pub async fn comes(&self, css: &str, words: &str) -> Result<()> {
        let (css, words) = (json!(css), json!(words));
        self.until(&format!("document.querySelector({css})?.innerText.includes({words})")).await
    }

    /// Clicks the first button or link with these words, once it is there: with the mouse, for a browser gives a script alone
    /// no second download.
    pub async fn point_at(&self, words: &str) -> Result<()> {
        let words = json!(words);
        let button = format!(
            "[...document.querySelectorAll('button, a')].find((one) => one.innerText.trim() === {words} && !one.disabled)"
        );
        self.until(&button).await?;
        let place = format!(
            "(() => {{
               const button = {button};
               button.scrollIntoView({{ block: 'center', behavior: 'instant' }});
               const {{ x, y, width, height }} = button.getBoundingClientRect();
               return [x + width / 2, y + height / 2];
             }})()"
        );
        let place = self.evaluate(&place).await?;
        for kind in ["mousePressed", "mouseReleased"] {
            let params = json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1 });
            self.tools("Input.dispatchMouseEvent", params).await?;
        }
        Ok(())
    }

    /// Chooses files through the page's file input, once it is there.
    pub async fn choose_by_script(&self, files: &[&Path]) -> Result<()> {
        let files: Result<Vec<String>> = files.iter().map(|file| absolute(file)).collect();
        let input = "document.querySelector('main input[type=file]')";
        self.until(input).await?;
        let found = self.tools("Runtime.evaluate", json!({ "expression": input })).await?;
        let id = &found["result"]["objectId"];
        self.tools("DOM.setFileInputFiles", json!({ "objectId": id, "files": files? })).await?;
        self.tools("Runtime.releaseObject", json!({ "objectId": id })).await?;
        Ok(())
    }

    /// Chooses an option of a list by its number, once the list is there.
    pub async fn pick_by_script(&self, css: &str, option: u32) -> Result<()> {
        let list = format!("document.querySelector({})", json!(css));
        self.until(&list).await?;
        let pick = format!(
            "{list}.selectedIndex = {option};
             {list}.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        );
        self.evaluate(&pick).await?;
        Ok(())
    }
}
