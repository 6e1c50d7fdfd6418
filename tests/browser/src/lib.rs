//! A visitor in a real browser: opens the page, drops files, reads words, presses keys.
//!
//! Elements are found by what a person sees (words, roles), not by the page's inner names.

pub mod bench;
mod communes;
pub mod few_colours;
mod gestures;
pub mod host;
pub mod kill;
pub mod look;
mod office;
pub mod screens;
mod scripted;
mod session;
mod tools;

pub use office::{word_text, workbook_texts};
pub use tools::Setting;

use anyhow::{Context, Result, bail};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a visitor waits for something to appear. Generous: the machines are shared.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often a visitor scrolls to what cannot be clicked where it stands.
const SCROLLS: u32 = 10;

/// Screens but the first come with the rest of the program.
const SCREEN_IS_HERE: &str = "!document.querySelector('main .coming')";

/// One visitor with a browser of their own, which closes with this value, however the test ends.
pub struct Visitor {
    client: Client,
    session: String,
    downloads: PathBuf,
    desk: PathBuf,
}

/// Size of the window.
#[derive(Clone, Copy)]
pub enum Screen {
    /// 1440 × 1000
    Desktop,
    /// 390 × 844
    Phone,
}

impl Visitor {
    /// Opens the page and waits until it can be used.
    pub async fn open(screen: Screen) -> Result<Self> {
        Self::open_at(screen, "").await
    }

    /// Opens the page at a route such as `#/ke-hoach`.
    pub async fn open_at(screen: Screen, route: &str) -> Result<Self> {
        // The page stands before its program runs; the tabs come with the program.
        Self::visit(screen, route, "nav.tabs").await
    }

    /// Opens any page of the server and waits for an element by CSS.
    pub async fn visit(screen: Screen, path: &str, ready: &str) -> Result<Self> {
        Self::open_address(screen, &format!("{}{path}", variable("PAGE_URL")?), ready).await
    }

    /// Opens any address, `file://` too, and waits for an element by CSS, and for the screen that was asked for.
    pub async fn open_address(screen: Screen, address: &str, ready: &str) -> Result<Self> {
        let visitor = Self::sit_down(screen, &[]).await?;
        visitor.client.goto(address).await?;
        visitor.see(ready).await?;
        visitor.until(SCREEN_IS_HERE).await?;
        Ok(visitor)
    }

    /// Waits until the page's title is another one than `title`, and returns it.
    pub async fn title_other_than(&self, title: &str, patience: Duration) -> Result<String> {
        let polls = patience.as_secs();
        for _ in 0..polls {
            let now = self.client.title().await?;
            if now != title {
                return Ok(now);
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        bail!("the title is still `{title}` after {polls} s")
    }

    /// The underlying session, for what has no word of its own here.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Waits for an element by CSS.
    pub async fn see(&self, css: &str) -> Result<Element> {
        let wait = self.client.wait().at_most(PATIENCE);
        wait.for_element(Locator::Css(css)).await.with_context(|| format!("never saw `{css}`"))
    }

    /// Waits until the visible text of the page holds `words`.
    pub async fn read(&self, words: &str) -> Result<()> {
        self.read_in("body", words).await
    }

    /// Waits until the visible text of the first element by CSS holds `words`.
    pub async fn read_in(&self, css: &str, words: &str) -> Result<()> {
        let deadline = tokio::time::Instant::now() + PATIENCE;
        loop {
            let text = self.text(css).await.unwrap_or_default();
            if text.contains(words) {
                return Ok(());
            }
            if tokio::time::Instant::now() > deadline {
                bail!("never read \"{words}\" in `{css}`; it says:\n{text}");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The visible text of the first element by CSS.
    pub async fn text(&self, css: &str) -> Result<String> {
        Ok(self.client.find(Locator::Css(css)).await?.text().await?)
    }

    /// Clicks the button, link or tab with these words.
    pub async fn click(&self, words: &str) -> Result<()> {
        let mut clicked = self.control(words).await?.click().await;
        for _ in 0..SCROLLS {
            if clicked.is_ok() {
                break;
            }
            // A bar lies over it, or it moved while the page grew: whoever sees that scrolls.
            tokio::time::sleep(Duration::from_millis(100)).await;
            let control = self.control(words).await?;
            let middle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
            self.client.execute(middle, vec![serde_json::to_value(&control)?]).await?;
            clicked = control.click().await;
        }
        clicked.with_context(|| format!("cannot click \"{words}\""))
    }

    /// The visible button, link, summary or label with these words (or this accessible name).
    pub async fn control(&self, words: &str) -> Result<Element> {
        let of = |test: &str| ["button", "a", "summary", "label"].map(|tag| format!("//{tag}[{test}]")).join(" | ");
        let exact = of(&format!("normalize-space(.)=\"{words}\" or @aria-label=\"{words}\""));
        let holds = of(&format!("contains(normalize-space(.), \"{words}\")"));
        let deadline = tokio::time::Instant::now() + PATIENCE;
        loop {
            for path in [&exact, &holds] {
                for element in self.client.find_all(Locator::XPath(path)).await? {
                    if element.is_displayed().await.unwrap_or(false) {
                        return Ok(element);
                    }
                }
            }
            if tokio::time::Instant::now() > deadline {
                bail!("no visible control \"{words}\"; the page says:\n{}", self.text("body").await?);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The visible texts of all elements by CSS, in the order of the page.
    pub async fn texts(&self, css: &str) -> Result<Vec<String>> {
        let mut texts = Vec::new();
        for element in self.client.find_all(Locator::Css(css)).await? {
            texts.push(element.text().await?);
        }
        Ok(texts)
    }

    /// What the button that chooses a period says: its figures and its state.
    pub async fn period(&self, period: &str) -> Result<String> {
        let path = format!("//button[@aria-pressed][contains(normalize-space(.), \"{period}: \")]");
        let wait = self.client.wait().at_most(PATIENCE);
        let button =
            wait.for_element(Locator::XPath(&path)).await.with_context(|| format!("no button \"{period}\""))?;
        Ok(button.text().await?)
    }

    /// Goes to another screen by its address, in the page that is open.
    pub async fn go(&self, route: &str) -> Result<()> {
        self.client.execute("location.hash = arguments[0]", vec![json!(route)]).await?;
        Ok(())
    }

    /// Puts a file on the visitor's desk.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> Result<PathBuf> {
        let path = self.desk.join(name);
        std::fs::write(&path, content)?;
        Ok(path)
    }

    /// Chooses files through the page's file input.
    pub async fn choose(&self, files: &[&Path]) -> Result<()> {
        let input = self.see("main input[type=file]").await?;
        input.send_keys(&paths(files)?).await?;
        Ok(())
    }

    /// Drops files anywhere on the page.
    pub async fn drop_files(&self, files: &[&Path]) -> Result<()> {
        self.run("const i=document.createElement('input');i.type='file';i.id='visitor';i.multiple=true;document.body.append(i)")
            .await?;
        self.client.find(Locator::Id("visitor")).await?.send_keys(&paths(files)?).await?;
        self.run(
            "const i=document.getElementById('visitor');const d=new DataTransfer();for(const f of i.files)d.items.add(f);\
             i.remove();for(const t of ['dragenter','dragover','drop'])document.body.dispatchEvent(\
             new DragEvent(t,{bubbles:true,cancelable:true,dataTransfer:d}))",
        )
        .await?;
        Ok(())
    }

    /// Pastes text.
    pub async fn paste(&self, text: &str) -> Result<()> {
        let script = "const d=new DataTransfer();d.setData('text/plain',arguments[0]);\
             document.body.dispatchEvent(new ClipboardEvent('paste',{bubbles:true,cancelable:true,clipboardData:d}))";
        self.client.execute(script, vec![json!(text)]).await?;
        Ok(())
    }

    /// Runs a script.
    pub async fn run(&self, script: &str) -> Result<Value> {
        Ok(self.client.execute(script, Vec::new()).await?)
    }

    /// Presses a key on whatever has the focus.
    pub async fn press(&self, key: char) -> Result<()> {
        let press = KeyAction::Down { value: key };
        let keys = KeyActions::new("keyboard".into()).then(press).then(KeyAction::Up { value: key });
        self.client.perform_actions(keys).await?;
        Ok(())
    }

    /// Types into whatever has the focus.
    pub async fn write(&self, words: &str) -> Result<()> {
        for key in words.chars() {
            self.press(key).await?;
        }
        Ok(())
    }

    /// Presses Tab until the focused control has exactly these words or this accessible name.
    pub async fn tab_to(&self, words: &str) -> Result<()> {
        let focused = "const e = document.activeElement;
            const text = (e.closest('label') || e).textContent.trim();
            return [text, e.getAttribute('aria-label') || text]";
        let mut passed = Vec::new();
        for _ in 0..200 {
            self.press('\u{E004}').await?;
            let [text, name]: [String; 2] = serde_json::from_value(self.run(focused).await?)?;
            if text == words || name == words {
                return Ok(());
            }
            passed.push(name.chars().take(40).collect::<String>());
        }
        bail!("Tab never reached \"{words}\" but {passed:?}")
    }

    /// Waits for a downloaded file with this ending and returns its bytes. The browser holds its name with an empty file
    /// until all of it has come.
    pub async fn downloaded(&self, ending: &str) -> Result<Vec<u8>> {
        let deadline = tokio::time::Instant::now() + PATIENCE;
        loop {
            let files = std::fs::read_dir(&self.downloads)?.filter_map(|entry| entry.ok().map(|entry| entry.path()));
            if let Some(file) = files.into_iter().find(|file| file.to_string_lossy().ends_with(ending)) {
                let bytes = std::fs::read(file)?;
                if !bytes.is_empty() {
                    return Ok(bytes);
                }
            }
            if tokio::time::Instant::now() > deadline {
                bail!("no file *{ending} was downloaded");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Saves a picture of the window for people to look at, in `target/screens/`.
    pub async fn picture(&self, name: &str) -> Result<()> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/screens");
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join(format!("{name}.png")), self.client.screenshot().await?)?;
        Ok(())
    }
}

/// A sample workbook, as it stands beside the page.
pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/sample").join(name)
}

/// A file that the build made, by the name of the variable that says where.
pub fn built(name: &str) -> Result<PathBuf> {
    Ok(PathBuf::from(variable(name)?))
}

fn variable(name: &str) -> Result<String> {
    std::env::var(name).with_context(|| format!("{name} is not set: run the browser tests with `cargo xtask test`"))
}

fn paths(files: &[&Path]) -> Result<String> {
    let absolute: Result<Vec<String>> = files
        .iter()
        .map(|file| {
            let path = file.canonicalize().with_context(|| format!("no file {}", file.display()))?;
            Ok(path.to_string_lossy().into_owned())
        })
        .collect();
    Ok(absolute?.join("\n"))
}
