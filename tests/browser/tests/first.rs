//! What comes first: the first screen works before the rest of the page's program has come, and says so if it never comes.

use anyhow::{Context, Result};
use browser::host::Host;
use browser::{Screen, Visitor, built, sample};
use std::path::PathBuf;

const COMMUNE: &str = "nhat-ky-xa-vinh-hoa-hiep-2024.xlsx";

/// The page on a host of its own, and where the rest of its program lies.
fn hosted(name: &str) -> Result<(Host, String, PathBuf)> {
    let root = std::env::temp_dir().join(format!("first-{}-{name}", std::process::id()));
    let host = Host::unpack(&built("SITE_ZIP")?, &root)?;
    let folder = std::fs::read_dir(&root)?.next().context("an empty archive")??.path();
    let page = folder.file_name().and_then(|name| name.to_str()).context("a folder has a name")?;
    let address = format!("{}{page}/#/du-lieu?d=2024-10-15", host.address());
    Ok((host, address, folder.join("app-rest.js")))
}

#[tokio::test]
async fn a_file_chosen_before_the_rest_has_come_is_read_when_it_has() -> Result<()> {
    let (_host, address, rest) = hosted("late")?;
    let script = std::fs::read_to_string(&rest)?;
    std::fs::write(&rest, format!("await new Promise((late) => setTimeout(late, 4000));\n{script}"))?;
    let visitor = Visitor::open_address(Screen::Desktop, &address, "main input[type=file]").await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.click("EN").await?;
    visitor.read("Units").await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await
}

#[tokio::test]
async fn a_page_whose_rest_never_comes_says_so() -> Result<()> {
    let (_host, address, rest) = hosted("lost")?;
    std::fs::remove_file(&rest)?;
    let visitor = Visitor::open_address(Screen::Desktop, &address, "main input[type=file]").await?;
    visitor.read_in(".boot-error", "Trang chưa khởi động được. Hãy tải lại trang").await
}
