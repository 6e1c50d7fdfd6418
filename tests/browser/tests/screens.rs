//! Every screen at both sizes: nothing runs out of a phone's side, and pictures for people to look at.

use anyhow::{Result, ensure};
use browser::screens::{SCREENS, Tongue};
use browser::{Screen, Visitor, sample};

#[tokio::test]
async fn no_screen_runs_out_of_the_side_of_a_phone() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Phone, "#/du-lieu?d=2024-10-15").await?;
    visit_all(&visitor, "phone", 390).await
}

#[tokio::test]
async fn no_screen_runs_out_of_the_side_of_a_desktop() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    visit_all(&visitor, "desktop", 1440).await
}

async fn visit_all(visitor: &Visitor, size: &str, width: u64) -> Result<()> {
    fits(visitor, "first", width).await?;
    visitor.picture(&format!("first-{size}")).await?;
    visitor.choose(&[&sample("toan-tinh-kien-giang-2024.xlsx")]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    let mut wide = Vec::new();
    for place in SCREENS {
        visitor.show(&place, Tongue::Vi).await?;
        visitor.picture(&format!("{}-{size}", place.name)).await?;
        wide.extend(fits(visitor, place.name, width).await.err().map(|error| error.to_string()));
    }
    ensure!(wide.is_empty(), "{}", wide.join("\n"));
    Ok(())
}

async fn fits(visitor: &Visitor, name: &str, width: u64) -> Result<()> {
    let needed = visitor.run("return document.documentElement.scrollWidth").await?;
    ensure!(needed.as_u64().is_some_and(|needed| needed <= width), "{name} is {needed} wide on a screen of {width}");
    Ok(())
}
