//! The rules of axe hold on every screen, in all colours, at three widths, with data, without, and after an unreadable file.

use anyhow::{Result, ensure};
use browser::look::Scheme;
use browser::screens::{FAILED, Place, SCREENS, Tongue, WITHOUT_DATA, named};
use browser::{Screen, Visitor, sample};

const WIDTHS: [u32; 3] = [1440, 390, 320];

#[tokio::test]
async fn no_rule_is_broken_in_light_colours() -> Result<()> {
    breaks_no_rule(Scheme::Light).await
}

#[tokio::test]
async fn no_rule_is_broken_in_dark_colours() -> Result<()> {
    breaks_no_rule(Scheme::Dark).await
}

#[tokio::test]
async fn no_rule_is_broken_in_high_contrast() -> Result<()> {
    breaks_no_rule(Scheme::Contrast).await
}

#[tokio::test]
async fn no_rule_is_broken_in_colours_that_the_system_forces() -> Result<()> {
    breaks_no_rule(Scheme::Forced).await
}

async fn breaks_no_rule(scheme: Scheme) -> Result<()> {
    let start = format!("#/du-lieu?d=2024-10-15{}", scheme.setting());
    let visitor = Visitor::open_at(Screen::Desktop, &start).await?;
    visitor.wear(scheme).await?;
    let mut walk = Walk { visitor: &visitor, scheme, seen: 0, broken: Vec::new() };
    walk.over("without data", &WITHOUT_DATA).await?;
    visitor.go("#/du-lieu").await?;
    let prose = visitor.file("van-xuoi.txt", "Kính gửi các đồng chí.\nTrân trọng cảm ơn.\n")?;
    visitor.choose(&[&prose]).await?;
    visitor.know(&FAILED, Tongue::Vi).await?;
    walk.stay("nothing could be read", &FAILED).await?;
    visitor.choose(&[&sample("toan-tinh-kien-giang-2024.xlsx")]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    walk.over("with data", &SCREENS).await?;
    walk.with_dialogs().await?;
    visitor.drop_files(&[&prose]).await?;
    visitor.read("1 tệp không đọc được").await?;
    let told = SCREENS.iter().filter(|place| ["check", "overview"].contains(&place.name)).copied().collect::<Vec<_>>();
    walk.over("a file could not be read", &told).await?;
    let Walk { seen, broken, .. } = walk;
    println!("{scheme:?}: {seen} looks, {} violations", broken.len());
    ensure!(seen == (WITHOUT_DATA.len() + 1 + SCREENS.len() + 2 + told.len()) * WIDTHS.len(), "only {seen} looks");
    ensure!(broken.is_empty(), "{scheme:?}:\n{}", broken.join("\n"));
    Ok(())
}

/// A walk over the page, and what was found wrong so far.
struct Walk<'a> {
    visitor: &'a Visitor,
    scheme: Scheme,
    seen: usize,
    broken: Vec<String>,
}

impl Walk<'_> {
    async fn over(&mut self, state: &str, places: &[Place]) -> Result<()> {
        for place in places {
            self.visitor.show(place, Tongue::Vi).await?;
            self.stay(state, place).await?;
        }
        Ok(())
    }

    /// Looks at what is shown, at each width, with everything unfolded.
    async fn stay(&mut self, state: &str, place: &Place) -> Result<()> {
        self.visitor.unfold(true).await?;
        self.at_each_width(&format!("{}, {state}", place.name)).await
    }

    async fn at_each_width(&mut self, what: &str) -> Result<()> {
        for width in WIDTHS {
            self.visitor.resize(width).await?;
            let found = self.visitor.violations().await?;
            self.broken.extend(found.iter().map(|line| format!("{what}, {:?}, {width} px: {line}", self.scheme)));
            self.seen += 1;
        }
        Ok(())
    }

    /// The two dialogs over the page.
    async fn with_dialogs(&mut self) -> Result<()> {
        self.visitor.show(&named("overview")?, Tongue::Vi).await?;
        for (key, name) in [('/', "search"), ('?', "keys")] {
            self.visitor.press(key).await?;
            self.visitor.see("dialog[open]").await?;
            self.at_each_width(name).await?;
            self.visitor.press('\u{E00C}').await?;
            self.visitor.see("body:not(:has(dialog))").await?;
        }
        Ok(())
    }
}
