//! The guides of `www/guide/`: all in one page for the single file, and their pictures taken anew.

use crate::driver::Driver;
use crate::{cargo, dist, needs, serve};
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// The page that leads to the others.
const INDEX: &str = "index.html";
const STYLE_LINK: &str = "<link rel=\"stylesheet\" href=\"guide.css\">";

/// All guides as one page that needs no other file.
pub struct Guides {
    /// The page.
    pub page: String,
    /// What stands in its `<style>`.
    pub style: String,
}

/// Joins the guides of a folder: each unfolds where the page of a host has a link to it. A browser follows no link of a page that
/// came out of a file on the disk, not even one down the page.
pub fn in_one(folder: &Path) -> Result<Guides> {
    let read = |name: &str| fs::read_to_string(folder.join(name)).with_context(|| format!("no guide {name}"));
    let style = read("guide.css")?;
    let index = read(INDEX)?;
    let mut pages = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if let Some(id) = name.strip_suffix(".html").filter(|_| name != INDEX) {
            pages.push((id.to_owned(), with_pictures(&read(&name)?, folder)?));
        }
    }
    pages.sort();
    let page = joined(&index, &pages, &style)?;
    Ok(Guides { page, style })
}

fn joined(index: &str, pages: &[(String, String)], style: &str) -> Result<String> {
    let mut page = String::new();
    for line in index.lines() {
        let text = line.trim_start();
        if text.starts_with("<meta http-equiv=\"Content-Security-Policy\"") {
            page.push_str(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n", policy(style)));
        } else if text == STYLE_LINK {
            page.push_str(&format!("<style>{style}</style>\n"));
        } else if !text.starts_with("<link ") && !text.starts_with("<a class=\"skip\"") {
            page.push_str(line);
            page.push('\n');
        }
    }
    for (id, guide) in pages {
        page = unfolding(&page, id, guide)?;
    }
    // Within a script of the single file, these would end or change what stands there.
    for odd in ["<script", "</script", "<!--"] {
        ensure!(!page.contains(odd), "a guide holds {odd}");
    }
    let pictures = page.split(" src=\"").skip(1).all(|rest| rest.starts_with("data:"));
    ensure!(pictures && !page.contains(" href=\""), "the guides in one page still lead to files");
    Ok(page)
}

/// The page with a guide folded in place of the link to it.
fn unfolding(page: &str, id: &str, guide: &str) -> Result<String> {
    let (before, rest) =
        page.split_once(&format!("<a href=\"{id}.html\"")).with_context(|| format!("nothing leads to {id}"))?;
    let (link, after) = rest.split_once("</a>").context("a link in a guide has no end")?;
    let (_, words) = link.split_once('>').context("a link in a guide has no words")?;
    Ok(format!("{before}<details><summary>{words}</summary>{}</details>{after}", article(id, guide)?))
}

/// A guide's content, with ids of its own.
fn article(id: &str, guide: &str) -> Result<String> {
    let language = between(guide, "<html lang=\"", "\"").with_context(|| format!("guide {id} has no language"))?;
    let content =
        between(guide, "<main id=\"main\">", "</main>").with_context(|| format!("guide {id} has no content"))?;
    let content = ["id", "aria-labelledby"].into_iter().fold(content.to_owned(), |content, attribute| {
        content.replace(&format!(" {attribute}=\"steps\""), &format!(" {attribute}=\"steps-{id}\""))
    });
    Ok(format!("<article class=\"guide\" id=\"{id}\" lang=\"{language}\">{content}</article>\n"))
}

fn with_pictures(guide: &str, folder: &Path) -> Result<String> {
    let mut parts = guide.split(" src=\"");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('"').context("an address in a guide has no end")?;
        let picture = fs::read(folder.join(name)).with_context(|| format!("no picture {name}"))?;
        whole.push_str(&format!(" src=\"data:image/png;base64,{}\"{rest}", STANDARD.encode(picture)));
    }
    Ok(whole)
}

fn policy(style: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(style));
    format!("default-src 'none'; style-src 'sha256-{hash}'; img-src data:; form-action 'none'; base-uri 'none'")
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|(inside, _)| inside)
}

/// `cargo xtask pictures`: walks the guides in the page as it is now and keeps the pictures, with their sizes.
pub fn pictures() -> Result<()> {
    let browser = needs::browser()?;
    let page = serve::in_background(dist::build(dist::Profile::Release)?.folder, serve::Policy::OfThePage)?;
    let driver = Driver::start(&browser)?;
    let folder = cargo::root().join("www").join("guide");
    cargo::run(
        cargo::cargo(&["test", "-p", "browser", "--locked", "--test", "guide", "--", "tells_of"])
            .env("PAGE_URL", &page)
            .env("WEBDRIVER_URL", driver.address())
            .env("CHROMIUM", &browser.chromium)
            .env("GUIDE_PICTURES", folder.join("pictures")),
    )?;
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "html") {
            let guide = fs::read_to_string(&path)?;
            fs::write(&path, measured(&guide, |name| size(&fs::read(folder.join(name))?))?)?;
        }
    }
    Ok(())
}

/// The guide with the size of each picture written beside it.
fn measured(guide: &str, size: impl Fn(&str) -> Result<(u32, u32)>) -> Result<String> {
    let mut parts = guide.split("<img src=\"");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('"').context("an address in a guide has no end")?;
        let (_, rest) = rest.split_once(" alt=\"").context("a picture in a guide has no words")?;
        let (width, height) = size(name).with_context(|| format!("picture {name}"))?;
        whole.push_str(&format!("<img src=\"{name}\" width=\"{width}\" height=\"{height}\" alt=\"{rest}"));
    }
    Ok(whole)
}

/// Width and height of a PNG, from its head.
fn size(png: &[u8]) -> Result<(u32, u32)> {
    let number = |at: usize| png.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map(u32::from_be_bytes);
    Ok((number(16).context("no picture")?, number(20).context("no picture")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guides() -> std::path::PathBuf {
        cargo::root().join("www").join("guide")
    }

    #[test]
    fn the_guides_become_one_page_that_asks_for_nothing() {
        let Guides { page, style } = in_one(&guides()).unwrap();
        for id in ["xa.vi", "xa.en", "tinh.vi", "tinh.en", "tap-huan.vi", "tap-huan.en"] {
            assert_eq!(page.matches(&format!(" id=\"{id}\"")).count(), 1, "{id} is not there once");
            assert_eq!(page.matches(&format!(" aria-labelledby=\"steps-{id}\"")).count(), 1);
            assert_eq!(page.matches(&format!(" id=\"steps-{id}\"")).count(), 1);
        }
        assert!(page.contains(&format!("<style>{style}</style>")));
        assert!(page.contains("src=\"data:image/png;base64,iVBOR"));
        assert!(!page.contains(".png\"") && !page.contains(".html\"") && !page.contains(".css\""));
        assert!(page.contains(&format!("style-src 'sha256-{}'", STANDARD.encode(Sha256::digest(&style)))));
    }

    #[test]
    fn what_a_page_cannot_carry_is_refused() {
        let guide = |content: &str| format!("<html lang=\"vi\">\n<main id=\"main\">{content}</main>\n");
        let join = |content: &str| {
            joined("<a href=\"a.vi.html\">A</a>", &[("a.vi".to_owned(), guide(content))], "").map(|page| page.len())
        };
        assert!(join("<p>Xin chào</p>").is_ok());
        assert!(join("<a href=\"b.vi.html\">").is_err());
        assert!(join("<img src=\"pictures/a.png\">").is_err());
        assert!(join("<!-- a -->").is_err());
    }

    #[test]
    fn sizes_of_pictures_are_written_anew() {
        let old = "<p><img src=\"pictures/a.png\" width=\"1\" height=\"1\" alt=\"A\"></p>";
        let new = measured(old, |_| Ok((30, 20))).unwrap();
        assert_eq!(new, "<p><img src=\"pictures/a.png\" width=\"30\" height=\"20\" alt=\"A\"></p>");
    }
}
