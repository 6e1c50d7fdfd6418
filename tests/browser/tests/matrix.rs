//! Units and rows in long tables: the keyboard walks them, heads sort them, they go to a spreadsheet, and however many
//! rows a file has, the page draws few and tells how many there are.

use anyhow::{Context, Result, ensure};
use browser::{Screen, Visitor, sample};

const PROVINCE: &str = "toan-tinh-kien-giang-2024.xlsx";

const UP: char = '\u{E013}';
const DOWN: char = '\u{E015}';
const RIGHT: char = '\u{E014}';
const END: char = '\u{E010}';
const HOME: char = '\u{E011}';
const PAGE_DOWN: char = '\u{E00F}';
const ENTER: char = '\u{E007}';

/// What stands in the cell that has the focus.
const FOCUSED: &str = "return document.activeElement.dataset.at || ''";

/// The table once all its rows are drawn.
const WHOLE: &str = ".matrix:not([aria-busy])";

#[tokio::test]
async fn the_keyboard_walks_the_grid_and_enters_a_unit_at_its_target() -> Result<()> {
    let visitor = at_matrix(Screen::Desktop, "").await?;
    let stops = visitor.run("return document.querySelectorAll('.matrix [tabindex=\"0\"]').length").await?;
    ensure!(stops == 1, "{stops} cells stand in the order of the Tab key");
    visitor.run("document.querySelector('.matrix [tabindex=\"0\"]').focus()").await?;
    for (key, at) in [(DOWN, "2:0"), (RIGHT, "2:1"), (PAGE_DOWN, "12:1"), (HOME, "12:0"), (UP, "11:0")] {
        visitor.press(key).await?;
        focused(&visitor, at).await?;
    }
    visitor.press(END).await?;
    let last = visitor.run("return document.querySelectorAll('.matrix thead th').length - 1").await?;
    focused(&visitor, &format!("11:{last}")).await?;
    visitor.press(HOME).await?;
    visitor.press(RIGHT).await?;
    focused(&visitor, "11:1").await?;
    let seen = "const [a, f] = [document.activeElement, document.querySelector('.table-frame')].map(e => e.getBoundingClientRect());
        const head = document.querySelector('.matrix thead').getBoundingClientRect();
        return a.top >= head.bottom - 1 && a.bottom <= f.bottom + 1";
    ensure!(visitor.run(seen).await? == true, "the focused cell is hidden");
    let unit = visitor.run("return document.activeElement.closest('tr').querySelector('a').textContent.trim()").await?;
    visitor.press(ENTER).await?;
    visitor.read_in("main h1", unit.as_str().context("a unit has a name")?).await?;
    ensure!(visitor.run("return location.hash.includes('t=')").await? == true, "the unit does not open at the target");
    Ok(())
}

#[tokio::test]
async fn heads_sort_and_say_so_and_the_address_keeps_the_order() -> Result<()> {
    let visitor = at_matrix(Screen::Desktop, "").await?;
    let names = "return [...document.querySelectorAll('.matrix-row th a')].map(a => a.textContent.trim())";
    let roster: Vec<String> = serde_json::from_value(visitor.run(names).await?)?;
    visitor.see(".matrix thead th:first-child button").await?.click().await?;
    visitor.see(".matrix thead th:first-child[aria-sort=ascending]").await?;
    visitor.see(WHOLE).await?;
    let sorted: Vec<String> = serde_json::from_value(visitor.run(names).await?)?;
    ensure!(sorted != roster && sorted.len() == roster.len(), "the order did not change");
    ensure!(visitor.run("return document.querySelectorAll('.matrix-group').length").await? == 0, "still under parents");
    visitor.see(".matrix thead th:first-child button").await?.click().await?;
    visitor.see(".matrix thead th:first-child[aria-sort=descending]").await?;
    visitor.see(WHOLE).await?;
    let turned: Vec<String> = serde_json::from_value(visitor.run(names).await?)?;
    ensure!(turned.iter().rev().eq(&sorted), "the other end is not the other end");
    ensure!(visitor.run("return location.hash.includes('o=-name')").await? == true, "the address has no order");
    visitor.see(".matrix thead th:nth-child(2) button").await?.click().await?;
    visitor.see(".matrix thead th:nth-child(2)[aria-sort=ascending]").await?;
    visitor.see(".matrix thead th:first-child[aria-sort=none]").await?;
    Ok(())
}

/// The page draws on in tasks of its own, one at a time: the script takes every other, and lets the browser say then that it
/// prints. What is drawn before the next task is what stands on the paper.
#[tokio::test]
async fn a_table_whose_rows_still_come_is_printed_whole() -> Result<()> {
    let visitor = at_matrix(Screen::Desktop, "").await?;
    let print = "const rows = () => document.querySelectorAll('.matrix-row').length, all = rows();
        const { port1, port2 } = new MessageChannel();
        const task = () => new Promise(resolve => { port1.onmessage = resolve; port2.postMessage(null); });
        document.querySelector('.matrix thead th:first-child button').click();
        for (let tasks = 0; tasks < 500; tasks += 1) {
          await task();
          // The click is not answered yet.
          if (rows() === all) continue;
          dispatchEvent(new Event('beforeprint'));
          for (let step = 0; step < 100; step += 1) await null;
          if (rows() === all) return 'whole';
        }
        return `${rows()} of ${all} rows, never whole in one task`";
    let printed = visitor.run(print).await?;
    ensure!(printed == "whole", "{printed}");
    Ok(())
}

#[tokio::test]
async fn a_table_is_copied_as_cells_and_as_text() -> Result<()> {
    let visitor = at_matrix(Screen::Desktop, "").await?;
    // A browser without a screen has no clipboard to read back: what is given to it is kept instead.
    visitor
        .run(
            "window.given = {}; navigator.clipboard.write = async items => { for (const item of items)
             for (const type of item.types) window.given[type] = await (await item.getType(type)).text() }",
        )
        .await?;
    visitor.click("Sao chép bảng").await?;
    visitor.read_in(".matrix-told", "Đã sao chép bảng").await?;
    let text = visitor.run("return window.given['text/plain']").await?;
    let lines: Vec<&str> = text.as_str().context("no text was given")?.split("\r\n").collect();
    let rows = visitor.run("return document.querySelectorAll('.matrix-row').length").await?.as_u64();
    ensure!(rows == Some(lines.len() as u64 - 1), "{} lines for {rows:?} rows", lines.len());
    let width = lines.first().map_or(0, |line| line.split('\t').count());
    ensure!(width > 3 && lines.iter().all(|line| line.split('\t').count() == width), "the lines are not of one width");
    let html = "const d = new DOMParser().parseFromString(window.given['text/html'], 'text/html');
        return [d.querySelectorAll('tr').length, d.querySelectorAll('tr:nth-child(2) td').length]";
    let [trs, tds]: [usize; 2] = serde_json::from_value(visitor.run(html).await?)?;
    ensure!((trs, tds) == (lines.len(), width), "the table of cells is {trs} × {tds}");
    Ok(())
}

#[tokio::test]
async fn cards_on_a_phone_stay_cards_and_still_open() -> Result<()> {
    let visitor = at_matrix(Screen::Phone, "").await?;
    let first = "const c = document.querySelector('.matrix-row'); const s = getComputedStyle(c);
        return [s.display, getComputedStyle(document.querySelector('.matrix thead')).display]";
    ensure!(visitor.run(first).await? == serde_json::json!(["block", "none"]), "no cards");
    visitor.run("document.querySelector('.matrix [tabindex=\"0\"]').focus()").await?;
    visitor.press(UP).await?;
    focused(&visitor, "1:0").await?;
    visitor.press(DOWN).await?;
    focused(&visitor, "2:0").await?;
    visitor.press(ENTER).await?;
    visitor.see(".why blockquote").await?;
    Ok(())
}

#[tokio::test]
async fn five_thousand_rows_are_numbered_as_a_whole_though_few_are_drawn() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    let file = visitor.file("nhat-ky-dai.csv", log(5_000))?;
    visitor.choose(&[&file]).await?;
    visitor.read_in("main h1", "Mong Thọ").await?;
    visitor.go("#/kiem-tra").await?;
    visitor.click("Xem cả 5.000 dòng như trong tệp").await?;
    visitor.see(".source-rows tr[data-fate]").await?;
    ensure!(attribute(&visitor, ".source-rows", "aria-rowcount").await? == "5001");
    ensure!(drawn(&visitor).await? < 100, "{} rows are drawn", drawn(&visitor).await?);
    visitor.run("const f = document.querySelector('.source-frame'); f.scrollTop = f.scrollHeight").await?;
    visitor.see(".source-rows tr[data-fate][aria-rowindex=\"5001\"]").await?;
    visitor.read_in(".source-rows tr[aria-rowindex=\"5001\"]", "Tin bình đẳng giới số 4999").await?;
    ensure!(drawn(&visitor).await? < 100, "{} rows are drawn at the end", drawn(&visitor).await?);
    visitor.see(".source-screen .search").await?.send_keys("dang gioi so 4321").await?;
    visitor.read_in(".source-count", "1 trong 5.000 dòng").await?;
    visitor.read_in(".source-rows tr[data-fate]", "số 4321").await?;
    ensure!(attribute(&visitor, ".source-rows", "aria-rowcount").await? == "2");
    visitor.see(".source-rows .link-button").await?.click().await?;
    visitor.read_in("dialog.look", "số 4320").await?;
    Ok(())
}

#[tokio::test]
async fn rows_are_turned_page_by_page_for_those_who_prefer_it() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    let file = visitor.file("nhat-ky-dai.csv", log(1_050))?;
    visitor.choose(&[&file]).await?;
    visitor.read_in("main h1", "Mong Thọ").await?;
    visitor.go("#/dong?b=0").await?;
    visitor.click("Từng trang").await?;
    visitor.see(".source-page tr[data-fate][aria-rowindex=\"2\"]").await?;
    visitor.read_in(".source-ways", "/ 11").await?;
    visitor.click("Trang sau").await?;
    visitor.see(".source-page tr[data-fate][aria-rowindex=\"102\"]").await?;
    ensure!(drawn(&visitor).await? == 100);
    visitor.run("const i = document.querySelector('.source-ways input'); i.value = 11; i.dispatchEvent(new Event('change', { bubbles: true }))").await?;
    visitor.see(".source-page tr[data-fate][aria-rowindex=\"1051\"]").await?;
    ensure!(drawn(&visitor).await? == 50);
    Ok(())
}

#[tokio::test]
async fn tiles_name_their_units_and_the_arrow_keys_walk_them() -> Result<()> {
    let visitor = at_overview(Screen::Desktop).await?;
    visitor.see(".tile").await?;
    let stops = visitor.run("return document.querySelectorAll('.tile[tabindex=\"0\"]').length").await?;
    ensure!(stops == 1, "{stops} tiles stand in the order of the Tab key");
    let tiles = visitor.run("return document.querySelectorAll('.tile').length").await?.as_u64();
    let legend: u64 = visitor
        .texts(".tiles .legend li")
        .await?
        .iter()
        .filter_map(|words| words.split_whitespace().next()?.parse::<u64>().ok())
        .sum();
    ensure!(tiles == Some(legend), "{tiles:?} tiles, {legend} in the legend");
    visitor.run("document.querySelector('.tile').focus()").await?;
    let label = "return document.activeElement.getAttribute('aria-label')";
    let first = visitor.run(label).await?;
    visitor.press(RIGHT).await?;
    visitor.read_in(".tiles-told", ": ").await?;
    let second = visitor.run(label).await?;
    ensure!(first != second, "the arrow key did not move");
    visitor.press(DOWN).await?;
    let below = visitor.run(label).await?;
    ensure!(below != second, "the arrow key did not move down");
    let name = below.as_str().and_then(|label| label.split([',', ':']).next()).context("a tile has a name")?;
    visitor.press(ENTER).await?;
    visitor.read_in("main h1", name).await?;
    Ok(())
}

#[tokio::test]
async fn counts_by_place_lead_down_to_a_unit_and_up_again_with_the_scope() -> Result<()> {
    let visitor = at_overview(Screen::Desktop).await?;
    visitor.click("Tổng hợp theo địa bàn").await?;
    visitor.see(".rollup tfoot td b").await?;
    let district = visitor.run("return document.querySelector('.rollup-down button').textContent.trim()").await?;
    let district = district.as_str().context("a district has a name")?.to_owned();
    visitor.see(".rollup-down button").await?.click().await?;
    visitor.read_in("main h1", &district).await?;
    visitor.see(".crumbs li[aria-current]").await?;
    let scope = "return document.querySelector('.pick-select select').selectedOptions[0].textContent.trim()";
    ensure!(visitor.run(scope).await?.as_str().is_some_and(|scope| scope.starts_with(&district)), "the scope stayed");
    visitor.see(".crumbs button").await?.click().await?;
    visitor.read_in("main h1", "Tỉnh Kiên Giang").await?;
    visitor.see(".rollup-down button").await?;
    Ok(())
}

async fn at_overview(screen: Screen) -> Result<Visitor> {
    let visitor = Visitor::open_at(screen, "#/du-lieu?d=2024-10-15").await?;
    visitor.choose(&[&sample(PROVINCE)]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    visitor.go("#/tong-quan").await?;
    visitor.see(".targets").await?;
    Ok(visitor)
}

async fn at_matrix(screen: Screen, filters: &str) -> Result<Visitor> {
    let visitor = at_overview(screen).await?;
    visitor.go(&format!("#/don-vi{filters}")).await?;
    visitor.see(WHOLE).await?;
    Ok(visitor)
}

/// Waits until this cell has the focus.
async fn focused(visitor: &Visitor, at: &str) -> Result<()> {
    visitor.see(&format!("[data-at=\"{at}\"]:focus")).await.with_context(|| format!("{at} has no focus"))?;
    ensure!(visitor.run(FOCUSED).await? == at);
    Ok(())
}

async fn attribute(visitor: &Visitor, css: &str, name: &str) -> Result<String> {
    Ok(visitor.see(css).await?.attr(name).await?.unwrap_or_default())
}

async fn drawn(visitor: &Visitor) -> Result<u64> {
    let count = visitor.run("return document.querySelectorAll('.source-rows tbody tr').length").await?;
    count.as_u64().context("a number")
}

/// A log of so many rows.
fn log(rows: u32) -> String {
    let line =
        |row: u32| format!("Xã Mong Thọ,{:02}/{:02}/2024,Tin bình đẳng giới số {row},tin\n", row % 28 + 1, row % 9 + 1);
    std::iter::once("Đơn vị,Ngày,Nội dung,Loại\n".to_owned()).chain((0..rows).map(line)).collect()
}
