//! Without a mouse: every stop can be seen, none is a trap, and the whole way from the start to the deck and back can be gone.

use anyhow::{Result, bail, ensure};
use browser::look::Stop;
use browser::screens::{SCREENS, Tongue};
use browser::{Screen, Visitor, sample};
use std::time::Duration;

const COMMUNE: &str = "nhat-ky-xa-vinh-hoa-hiep-2024.xlsx";
const START: &str = "#/du-lieu?d=2024-10-15";
const TAB: char = '\u{E004}';
const ENTER: char = '\u{E007}';
const ESCAPE: char = '\u{E00C}';
const UP: char = '\u{E013}';
const DOWN: char = '\u{E015}';
const RIGHT: char = '\u{E014}';

/// No screen of one commune has as many stops.
const MOST: usize = 400;

#[tokio::test]
async fn tab_goes_around_every_screen_and_each_stop_is_seen() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, START).await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await?;
    let mut faults = Vec::new();
    for place in SCREENS.iter().filter(|place| !["overview", "matrix", "trend"].contains(&place.name)) {
        visitor.go(place.route).await?;
        visitor.read_in("main h1", "").await?;
        visitor.see("main:not([aria-busy])").await?;
        faults.extend(around(&visitor).await?.into_iter().map(|fault| format!("{}: {fault}", place.name)));
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

#[tokio::test]
async fn tab_goes_around_the_screens_of_a_province() -> Result<()> {
    let visitor = province().await?;
    let mut faults = Vec::new();
    for place in SCREENS.iter().filter(|place| ["overview", "matrix", "trend"].contains(&place.name)) {
        visitor.show(place, Tongue::Vi).await?;
        faults.extend(around(&visitor).await?.into_iter().map(|fault| format!("{}: {fault}", place.name)));
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// Presses Tab from the top of the page until it is there again; what was wrong on the way.
async fn around(visitor: &Visitor) -> Result<Vec<String>> {
    visitor.run("document.activeElement.blur(); scrollTo(0, 0); window.leftStop = null").await?;
    visitor
        .run("document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')")
        .await?;
    visitor.press(TAB).await?;
    let first = visitor.stop().await?;
    let mut faults = first.faults.clone();
    for _ in 0..MOST {
        visitor.press(TAB).await?;
        let stop = visitor.stop().await?;
        faults.extend(stop.faults);
        if stop.tag == "BODY" || (stop.tag == first.tag && stop.name == first.name) {
            return Ok(faults);
        }
    }
    bail!("from \"{}\" Tab does not come around in {MOST} steps", first.name)
}

#[tokio::test]
async fn the_first_stop_leads_past_the_frame() -> Result<()> {
    // This screen comes after the first picture, and its plan after that: neither takes the keyboard along.
    let visitor = Visitor::open_at(Screen::Desktop, "#/ke-hoach").await?;
    visitor.see("main:not([aria-busy]) h1").await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    leads_past_the_frame(&visitor).await?;
    // Another screen takes it to its heading.
    let visitor = province().await?;
    visitor.see("main h1:focus").await?;
    visitor.run("document.activeElement.blur(); document.body.tabIndex = -1; document.body.focus()").await?;
    leads_past_the_frame(&visitor).await
}

async fn leads_past_the_frame(visitor: &Visitor) -> Result<()> {
    visitor.press(TAB).await?;
    let stop = visitor.stop().await?;
    ensure!(stop.text == "Đến nội dung chính", "the first stop is {stop:?}");
    visitor.press(ENTER).await?;
    ensure!(visitor.stop().await?.tag == "MAIN", "it leads to {:?}", visitor.stop().await?);
    visitor.press(TAB).await?;
    ensure!(visitor.stop().await?.inside, "the next stop is {:?}", visitor.stop().await?);
    Ok(())
}

#[tokio::test]
async fn the_whole_way_is_gone_without_a_mouse() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, START).await?;
    tab_until(&visitor, |stop| stop.text.starts_with("Xem dữ liệu mẫu: toàn tỉnh")).await?;
    visitor.press(ENTER).await?;
    arrives(&visitor, "năm 2024", "Tổng quan").await?;
    // A target of the overview leads to its units, a unit to its reasons.
    let stop = tab_until(&visitor, |stop| stop.name.starts_with("Chưa đạt: 17.")).await?;
    ensure!(stop.inside, "{stop:?}");
    visitor.press(ENTER).await?;
    arrives(&visitor, "mục tiêu áp dụng", "Đơn vị").await?;
    // The table of units is one stop: arrows go about in it.
    tab_until(&visitor, |stop| stop.tag == "A" && stop.text.starts_with("Phường ")).await?;
    visitor.press(DOWN).await?;
    let stop = visitor.stop().await?;
    ensure!(stop.tag == "A" && stop.inside && stop.faults.is_empty(), "below it is {stop:?}");
    visitor.press(ENTER).await?;
    arrives(&visitor, &stop.text, &format!("{} – Đơn vị", stop.text)).await?;
    tab_until(&visitor, |stop| stop.tag == "BUTTON" && stop.text.starts_with("Quý I: ")).await?;
    visitor.press(ENTER).await?;
    visitor.read_in(".receipt", "quý I").await?;
    go(&visitor, "Lịch").await?;
    arrives(&visitor, "Lịch gợi ý", "Lịch").await?;
    moves_keeps_and_undoes(&visitor).await?;
    go(&visitor, "Cài đặt").await?;
    arrives(&visitor, "Cài đặt", "Cài đặt").await?;
    visitor.press('/').await?;
    visitor.see("dialog[open] input[role=combobox]").await?;
    visitor.write("dien bien").await?;
    visitor.read_in("dialog [aria-selected=true]", "Diễn biến").await?;
    visitor.press(ENTER).await?;
    arrives(&visitor, "Diễn biến", "Diễn biến").await?;
    go(&visitor, "Trình chiếu").await?;
    visitor.read_in(".deck-place", "Trang 1/").await?;
    visitor.press(RIGHT).await?;
    visitor.read_in(".deck-place", "Trang 2/").await?;
    go(&visitor, "Hiện đáp án").await?;
    visitor.see(".deck-answer").await?;
    visitor.press(ESCAPE).await?;
    arrives(&visitor, "năm 2024", "Tổng quan").await
}

/// Moves the first item by its date field, sees it kept, and takes that back.
async fn moves_keeps_and_undoes(visitor: &Visitor) -> Result<()> {
    // Several units with the same item stand together: of one unit, each can be moved.
    tab_until(visitor, |stop| stop.name == "Tìm đơn vị (không cần dấu)").await?;
    visitor.write("xa vinh hoa hiep").await?;
    tab_until(visitor, |stop| stop.tag == "BUTTON" && stop.text == "Dời ngày").await?;
    visitor.press(ENTER).await?;
    visitor.see(".item-form input").await?;
    tab_until(visitor, |stop| stop.tag == "INPUT").await?;
    let value = "return document.activeElement.value";
    let before = visitor.run(value).await?;
    // The parts of a date stand in the order of the system: one of them is the day, and a day may be too late.
    for key in [UP, DOWN, DOWN, UP, RIGHT, UP, DOWN, DOWN] {
        visitor.press(key).await?;
        tokio::time::sleep(Duration::from_millis(100)).await;
        if visitor.run("return !document.querySelector('.item-form button').disabled").await? == true {
            break;
        }
    }
    ensure!(visitor.run(value).await? != before, "the arrows change no day");
    let there = visitor.text(".item-form button").await?;
    tab_until(visitor, |stop| stop.tag == "BUTTON" && stop.text == there).await?;
    visitor.press(ENTER).await?;
    visitor.read_in(".item-kept", "đã ghim").await?;
    go(visitor, "Hoàn tác").await?;
    visitor.see(".agenda-page:not(:has(.item-kept))").await?;
    Ok(())
}

#[tokio::test]
async fn escape_closes_every_dialog_and_gives_the_focus_back() -> Result<()> {
    let visitor = province().await?;
    for (route, opener) in
        [("#/kiem-tra", ".places button"), ("#/tong-quan", ".search-button"), ("#/tong-quan", ".foot-links button")]
    {
        visitor.go(route).await?;
        visitor.see("main:not([aria-busy])").await?;
        visitor.see(opener).await?;
        visitor.unfold(true).await?;
        visitor.run(&format!("document.querySelector('{opener}').focus()")).await?;
        let before = visitor.stop().await?;
        visitor.press(ENTER).await?;
        visitor.see("dialog[open]").await?;
        let inside = "return document.activeElement.closest('dialog') !== null";
        ensure!(visitor.run(inside).await? == true, "{opener}: the focus stays outside");
        for _ in 0..40 {
            visitor.press(TAB).await?;
            let stays = "const e = document.activeElement; return e === document.body || e.closest('dialog') !== null";
            ensure!(visitor.run(stays).await? == true, "{opener}: Tab leaves the dialog for what lies under it");
        }
        visitor.press(ESCAPE).await?;
        visitor.see("body:not(:has(dialog))").await?;
        let after = visitor.stop().await?;
        ensure!(after.name == before.name, "{opener}: the focus is on {after:?}, not on {before:?}");
    }
    Ok(())
}

async fn province() -> Result<Visitor> {
    let visitor = Visitor::open_at(Screen::Desktop, START).await?;
    visitor.choose(&[&sample("toan-tinh-kien-giang-2024.xlsx")]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    Ok(visitor)
}

/// Goes by Tab to what has these words, and presses Enter.
async fn go(visitor: &Visitor, words: &str) -> Result<()> {
    tab_until(visitor, |stop| stop.text == words || stop.name == words).await?;
    visitor.press(ENTER).await
}

/// Presses Tab until a stop answers; each stop on the way must be seen.
async fn tab_until(visitor: &Visitor, answers: impl Fn(&Stop) -> bool) -> Result<Stop> {
    let mut passed = Vec::new();
    for _ in 0..MOST {
        visitor.press(TAB).await?;
        let stop = visitor.stop().await?;
        ensure!(stop.faults.is_empty(), "{:?}", stop.faults);
        if answers(&stop) {
            return Ok(stop);
        }
        passed.push(stop.name.chars().take(30).collect::<String>());
    }
    bail!("Tab never reached it but {passed:?}")
}

/// The heading is there and has the focus, and the title names the screen.
async fn arrives(visitor: &Visitor, heading: &str, title: &str) -> Result<()> {
    visitor.read_in("main h1", heading).await?;
    visitor.see("main h1:focus").await?;
    let named = visitor.client().title().await?;
    ensure!(named.starts_with(title), "the title is \"{named}\", not \"{title} …\"");
    Ok(())
}
