//! For eyes, hands and ears of every kind: 400 % zoom with the largest letters, a finger, no motion, a screen reader.

use anyhow::{Result, ensure};
use browser::screens::{FAILED, Place, SCREENS, Tongue, WITHOUT_DATA, named};
use browser::{Screen, Visitor, sample};
use serde_json::json;

const PROVINCE: &str = "toan-tinh-kien-giang-2024.xlsx";

/// 1280 px at 400 %.
const ZOOMED: u32 = 320;

/// What a finger needs, in px.
const FINGER: u32 = 44;

#[tokio::test]
async fn nothing_is_cut_at_400_percent_with_the_largest_letters() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15&size=150").await?;
    visitor.resize(ZOOMED).await?;
    ensure!(visitor.run("return document.documentElement.dataset.size").await? == "150", "the letters are small");
    let cut = everywhere(&visitor, async |visitor: &Visitor| visitor.cut().await).await?;
    ensure!(cut.is_empty(), "{}", cut.join("\n"));
    Ok(())
}

/// The day is marked in its cell, and the last cell of a week has the least room.
#[tokio::test]
async fn the_calendar_is_whole_on_a_sunday() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-12-22&size=150").await?;
    visitor.resize(ZOOMED).await?;
    visitor.choose(&[&sample(PROVINCE)]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    visitor.go("#/lich").await?;
    visitor.see(".month tr > :last-child[data-as-of] time[datetime='2024-12-22']").await?;
    let cut = visitor.cut().await?;
    ensure!(cut.is_empty(), "{}", cut.join("\n"));
    Ok(())
}

/// Nothing hides what is too long there: it would stand over its neighbour.
#[tokio::test]
async fn no_name_of_a_screen_runs_into_the_next() -> Result<()> {
    let too_long = "return [...document.querySelectorAll('.tab')].filter(tab => tab.scrollWidth > tab.clientWidth + 1).map(tab => tab.innerText)";
    for language in ["vi", "en"] {
        let visitor = Visitor::open_at(Screen::Desktop, &format!("#/du-lieu?size=150&l={language}")).await?;
        visitor.resize(ZOOMED).await?;
        let names = visitor.run(too_long).await?;
        ensure!(names == json!([]), "{language}: {names}");
    }
    Ok(())
}

#[tokio::test]
async fn everything_that_is_pressed_is_large_enough_for_a_finger() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Phone, "#/du-lieu?d=2024-10-15").await?;
    let small = everywhere(&visitor, async |visitor: &Visitor| visitor.small_targets(FINGER).await).await?;
    ensure!(small.is_empty(), "{}", small.join("\n"));
    Ok(())
}

#[tokio::test]
async fn a_target_too_small_and_words_cut_off_are_noticed() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Phone, "#/cai-dat").await?;
    visitor.know(&named("settings")?, Tongue::Vi).await?;
    ensure!(visitor.cut().await?.is_empty() && visitor.small_targets(FINGER).await?.is_empty(), "faults before any");
    visitor
        .run(
            "const small = document.createElement('button'); small.textContent = 'x'; document.querySelector('main').append(small);
             const wide = document.createElement('p'); wide.textContent = 'wide'; wide.style.width = '500px';
             document.querySelector('main').append(wide)",
        )
        .await?;
    ensure!(visitor.small_targets(FINGER).await?.len() == 1, "a small button is not noticed");
    ensure!(visitor.cut().await?.iter().any(|line| line.contains("wide")), "what runs out of the page is not noticed");
    Ok(())
}

/// Looks at every screen without data, after an unreadable file, and with the data of the province.
async fn everywhere(visitor: &Visitor, look: impl AsyncFn(&Visitor) -> Result<Vec<String>>) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut keep = |place: &Place, state: &str, lines: Vec<String>| {
        found.extend(lines.into_iter().map(|line| format!("{}, {state}: {line}", place.name)));
    };
    for place in &WITHOUT_DATA {
        visitor.show(place, Tongue::Vi).await?;
        visitor.unfold(true).await?;
        keep(place, "without data", look(visitor).await?);
    }
    visitor.go("#/du-lieu").await?;
    visitor.choose(&[&visitor.file("van-xuoi.txt", "Kính gửi các đồng chí.\n")?]).await?;
    visitor.know(&FAILED, Tongue::Vi).await?;
    keep(&FAILED, "nothing could be read", look(visitor).await?);
    visitor.choose(&[&sample(PROVINCE)]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    for place in &SCREENS {
        visitor.show(place, Tongue::Vi).await?;
        visitor.unfold(true).await?;
        keep(place, "with data", look(visitor).await?);
    }
    Ok(found)
}

#[tokio::test]
async fn whoever_wants_no_motion_gets_none() -> Result<()> {
    let moving = "return [...document.querySelectorAll('*')].flatMap(element => [null, '::before', '::after'].map(part => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element, part);
        const moves = animationName !== 'none' || transitionDuration.split(', ').some(time => time !== '0s') || scrollBehavior === 'smooth';
        return moves ? element.tagName : null;
    })).filter(Boolean)";
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    let usual = visitor.run(moving).await?;
    ensure!(usual.as_array().is_some_and(|moves| !moves.is_empty()), "nothing moves anyway: the look sees nothing");
    visitor.prefer(&[("prefers-reduced-motion", "reduce")]).await?;
    visitor.choose(&[&sample(PROVINCE)]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    for place in &SCREENS {
        visitor.show(place, Tongue::Vi).await?;
        let moves = visitor.run(moving).await?;
        ensure!(moves == json!([]), "{}: {moves} move", place.name);
    }
    Ok(())
}

/// Everything that a live region said, in order: what role, and the words. Put into the page before anything is said.
const LISTEN: &str = "window.heard = [];
    const say = node => {
        const element = node.nodeType === 1 ? node : node.parentElement;
        const region = element && element.closest('[role=status], [role=alert]');
        if (region) window.heard.push([region.getAttribute('role'), region.textContent.trim()]);
        if (node.nodeType === 1) for (const inner of node.querySelectorAll('[role=alert]')) window.heard.push(['alert', inner.textContent.trim()]);
    };
    new MutationObserver(changes => { for (const change of changes) { change.addedNodes.forEach(say); if (change.type === 'characterData') say(change.target); } })
        .observe(document.body, { subtree: true, childList: true, characterData: true })";

#[tokio::test]
async fn a_screen_reader_hears_progress_and_result_and_alerts_only_of_failures() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    visitor.run(LISTEN).await?;
    visitor.choose(&[&sample(PROVINCE)]).await?;
    visitor.read_in("main h1", "năm 2024").await?;
    visitor.see("main:not([aria-busy])").await?;
    let heard = heard(&visitor).await?;
    let said = |words: &str| heard.iter().position(|(role, text)| role == "status" && text.starts_with(words));
    let (reading, ready) = (said("Đang đọc"), said("Đã đọc 3.129 dòng. "));
    ensure!(reading.is_some() && reading < ready, "progress and result were not told in turn: {heard:?}");
    ensure!(heard.iter().all(|(role, _)| role != "alert"), "an alert without a failure: {heard:?}");
    let told = heard.iter().filter(|(_, text)| text.starts_with("Đã đọc")).count();
    ensure!(told <= 2, "the result is told {told} times");
    visitor.run("window.heard = []").await?;
    for place in &SCREENS {
        visitor.show(place, Tongue::Vi).await?;
    }
    visitor.go("#/du-lieu").await?;
    visitor.see("main input[type=file]").await?;
    ensure!(heard_alerts(&visitor).await?.is_empty(), "an alert on the way: {:?}", heard_alerts(&visitor).await?);
    Ok(())
}

#[tokio::test]
async fn a_failure_is_an_alert() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    visitor.run(LISTEN).await?;
    visitor.choose(&[&visitor.file("trong.xlsx", "")?]).await?;
    visitor.know(&FAILED, Tongue::Vi).await?;
    let alerts = heard_alerts(&visitor).await?;
    ensure!(alerts.iter().any(|text| text.contains("trong.xlsx")), "{alerts:?}");
    Ok(())
}

async fn heard(visitor: &Visitor) -> Result<Vec<(String, String)>> {
    Ok(serde_json::from_value(visitor.run("return window.heard").await?)?)
}

async fn heard_alerts(visitor: &Visitor) -> Result<Vec<String>> {
    Ok(heard(visitor).await?.into_iter().filter(|(role, _)| role == "alert").map(|(_, text)| text).collect())
}
