//! Charts that are saved as drawings: they stand by themselves, and a browser that opens one shows words, runs nothing and
//! fetches nothing.

use anyhow::{Context, Result, ensure};
use browser::{Screen, Visitor, sample};
use serde_json::json;

const HOSTILE: &str = "</title><script>window.ran=1</script>\u{202e}&";

/// Saves the chart whose button has this in its name, and returns its text.
async fn saved(visitor: &Visitor, title: &str) -> Result<String> {
    visitor.clear_downloads()?;
    let button = visitor.see(&format!("button[aria-label^='Lưu hình (.svg)'][aria-label*='{title}']")).await?;
    let to_middle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
    visitor.client().execute(to_middle, vec![serde_json::to_value(&button)?]).await?;
    button.click().await?;
    Ok(String::from_utf8(visitor.downloaded(".svg").await?)?)
}

/// What a browser makes of a drawing: its title, description and words, and elements that have no place in it.
async fn read(visitor: &Visitor, drawing: &str) -> Result<[String; 4]> {
    let look = "const found = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
        const text = name => [...found.querySelectorAll(name)].map(one => one.textContent).join(' ');
        const known = ['svg', 'title', 'desc', 'g', 'rect', 'path', 'text'];
        const odd = [...found.querySelectorAll('*')].map(one => one.localName).filter(name => !known.includes(name));
        return [text('svg > title'), text('svg > desc'), text('text'), odd.join()]";
    let found = visitor.client().execute(look, vec![json!(drawing)]).await?;
    Ok(serde_json::from_value(found)?)
}

/// Shows a drawing by itself, and saves a picture of it for people to look at.
async fn look_at(visitor: &Visitor, name: &str, drawing: &str) -> Result<()> {
    let file = visitor.file(&format!("{name}.svg"), drawing)?;
    let address = url::Url::from_file_path(file).ok().context("a file has an address")?;
    let alone = Visitor::open_address(Screen::Desktop, address.as_str(), "svg").await?;
    alone.picture(name).await?;
    let size =
        alone.run("const b = document.documentElement.getBoundingClientRect(); return [b.width, b.height]").await?;
    ensure!(size[0].as_f64() >= Some(1000.0) && size[1].as_f64() >= Some(300.0), "{name} is {size}");
    Ok(())
}

fn says(what: &str, words: &[&str]) -> Result<()> {
    let missing: Vec<&&str> = words.iter().filter(|words| !what.contains(**words)).collect();
    ensure!(missing.is_empty(), "{missing:?} is not in: {what:.3000}");
    Ok(())
}

#[tokio::test]
async fn each_chart_is_saved_with_its_legend_source_and_day() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    visitor.choose(&[&sample("toan-tinh-kien-giang-2024.xlsx")]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    visitor.see(".tile-grid").await?;
    let source = ["Nguồn: 1 tệp", "Đối chiếu với:", "15/10/2024"];
    for (route, name, button, words) in [
        ("#/tong-quan", "chart-targets", "năm 2024", vec!["MT5", "Chưa đạt", "Phần gạch chéo"]),
        ("#/tong-quan", "chart-tiles", "trong một hình", vec!["Huyện Châu Thành", "Chưa đạt"]),
        ("#/dien-bien", "chart-trend", "MT5", vec!["III/24", "Phần gạch chéo", "Khung đứt nét"]),
        ("#/lich", "chart-weeks", "tuần", vec!["25/11"]),
    ] {
        visitor.go(route).await?;
        let drawing = saved(&visitor, button).await?;
        let [title, desc, text, odd] = read(&visitor, &drawing).await?;
        ensure!(odd.is_empty() && !title.is_empty(), "{name}: \"{title}\" holds {odd}");
        says(&text, &words)?;
        says(&text, &source)?;
        says(&desc, &source)?;
        look_at(&visitor, name, &drawing).await?;
    }
    Ok(())
}

#[tokio::test]
async fn names_that_would_do_harm_are_words_in_a_drawing() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    let log = format!(
        "Đơn vị,Loại đơn vị,Ngày,Hình thức,Nội dung,Số lượng\n\
         Xã Vĩnh Hòa Hiệp,xã,05/7/2024,Tin,a,3\nẤp {HOSTILE},ấp,06/7/2024,Tin,b,1\nẤp Hai,ấp,07/7/2024,Tin,c,1\n"
    );
    visitor.choose(&[&visitor.file("la.csv", log)?]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    let drawing = saved(&visitor, "năm 2024").await?;
    let [title, _, _, odd] = read(&visitor, &drawing).await?;
    ensure!(odd.is_empty(), "{odd} in the drawing \"{title}\"");
    ensure!(!drawing.contains('\u{202e}'), "a mark that turns text around");
    look_at(&visitor, "chart-hostile", &drawing).await?;
    ensure!(visitor.run("return window.ran === undefined").await? == true, "a script ran");
    Ok(())
}
