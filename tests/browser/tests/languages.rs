//! Each language by itself: every screen in both, with data, without and after an unreadable file, with all folds and dialogs open,
//! says nothing in the other one. What is quoted and what the user's files say carries its own `lang`.

use anyhow::{Context, Result, ensure};
use browser::screens::{FAILED, Place, SCREENS, Tongue, WITHOUT_DATA, named};
use browser::{Screen, Visitor, sample};
use std::collections::BTreeSet;

const PROVINCE: &str = "toan-tinh-kien-giang-2024.xlsx";
const ROSTERS: [&str; 2] = [
    include_str!("../../../rules/rosters/kien-giang-to-2025-06-30.csv"),
    include_str!("../../../rules/rosters/an-giang-from-2025-07-01.csv"),
];

/// Names that stand in sentences of both languages as they are: places beside those of the rosters, the number of a decision, a
/// licence.
const NAMES: [&str; 6] = ["Kiên Giang", "An Giang", "Hà Nội", "Cà Mau", "QĐ-TTg", "SIL Open Font License"];

#[tokio::test]
async fn an_english_page_says_nothing_in_vietnamese() -> Result<()> {
    says_nothing_in_the_other(Tongue::En, "#/du-lieu?d=2024-10-15&l=en").await
}

#[tokio::test]
async fn a_vietnamese_page_says_nothing_in_english() -> Result<()> {
    says_nothing_in_the_other(Tongue::Vi, "#/du-lieu?d=2024-10-15").await
}

#[tokio::test]
async fn words_of_the_other_language_are_found_wherever_they_hide() -> Result<()> {
    for (start, word) in [("#/cai-dat", "the settings"), ("#/cai-dat?l=en", "cài đặt")] {
        let visitor = Visitor::open_at(Screen::Desktop, start).await?;
        ensure!(visitor.foreign_words(&[]).await?.iter().all(|line| !line.contains(word)), "found before it is there");
        for hide in [
            "document.querySelector('main p').append(word)",
            "document.querySelector('main select').title = word",
            "document.querySelector('main h1').setAttribute('aria-label', word)",
            "document.title = word",
        ] {
            visitor.run(&format!("const word = '{word}'; {hide}")).await?;
        }
        let found = visitor.foreign_words(&[]).await?.iter().filter(|line| line.contains(word)).count();
        ensure!(found == 4, "{found} of 4 were found at {start}");
        visitor
            .run("document.querySelector('main p').lang = document.documentElement.lang === 'en' ? 'vi' : 'en'")
            .await?;
        let found = visitor.foreign_words(&[]).await?.iter().filter(|line| line.contains(word)).count();
        ensure!(found == 3, "what says its language is not excused at {start}");
    }
    Ok(())
}

async fn says_nothing_in_the_other(tongue: Tongue, start: &str) -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, start).await?;
    let mut walk = Walk { visitor: &visitor, tongue, names: names()?, seen: 0, foreign: BTreeSet::new() };
    walk.over(&WITHOUT_DATA).await?;
    visitor.go("#/du-lieu").await?;
    let prose = visitor.file("van-xuoi.txt", "Kính gửi các đồng chí.\nTrân trọng cảm ơn.\n")?;
    visitor.choose(&[&prose]).await?;
    visitor.know(&FAILED, tongue).await?;
    walk.look("nothing could be read").await?;
    visitor.choose(&[&sample(PROVINCE)]).await?;
    visitor.read_in("main h1", "2024").await?;
    walk.over(&SCREENS).await?;
    walk.behind_buttons().await?;
    visitor.drop_files(&[&prose]).await?;
    visitor.see(".notice").await?;
    walk.over(&[named("check")?, named("overview")?]).await?;
    ensure!(walk.seen > SCREENS.len() + WITHOUT_DATA.len(), "only {} looks", walk.seen);
    let foreign: Vec<String> = walk.foreign.into_iter().collect();
    ensure!(foreign.is_empty(), "{tongue:?}:\n{}", foreign.join("\n"));
    Ok(())
}

/// A walk over the page, and the foreign words heard so far.
struct Walk<'a> {
    visitor: &'a Visitor,
    tongue: Tongue,
    names: Vec<String>,
    seen: usize,
    foreign: BTreeSet<String>,
}

impl Walk<'_> {
    async fn over(&mut self, places: &[Place]) -> Result<()> {
        for place in places {
            self.visitor.show(place, self.tongue).await?;
            self.look(place.name).await?;
        }
        Ok(())
    }

    async fn look(&mut self, what: &str) -> Result<()> {
        self.visitor.unfold(true).await?;
        let found = self.visitor.foreign_words(&self.names).await?;
        self.foreign.extend(found.iter().map(|line| format!("{what}: {line}")));
        self.seen += 1;
        Ok(())
    }

    /// What opens only when it is asked for: dialogs, forms, lists of units, slides, a trial.
    async fn behind_buttons(&mut self) -> Result<()> {
        for (key, what) in [('/', "search"), ('?', "keys")] {
            self.visitor.show(&named("overview")?, self.tongue).await?;
            self.visitor.press(key).await?;
            self.visitor.see("dialog[open]").await?;
            self.look(what).await?;
            self.visitor.press('\u{E00C}').await?;
            self.visitor.see("body:not(:has(dialog))").await?;
        }
        self.visitor.show(&named("calendar")?, self.tongue).await?;
        self.visitor.run("for (const b of document.querySelectorAll('main [aria-expanded=false]')) b.click()").await?;
        self.visitor.see(".agenda-list [aria-expanded=true]").await?;
        self.look("calendar, opened").await?;
        self.visitor.show(&named("check")?, self.tongue).await?;
        self.visitor.unfold(true).await?;
        self.visitor.see(".places button").await?.click().await?;
        self.visitor.see("dialog.look:not(:has([aria-busy]))").await?;
        self.look("a place of a file").await?;
        self.slides().await?;
        self.visitor.show(&named("unit")?, self.tongue).await?;
        self.visitor.see(".row-trials button").await?.click().await?;
        self.visitor.see(".difference-told").await?;
        self.look("what-if with a row left out").await
    }

    /// Each slide with its answer; past the last one, the last one stays.
    async fn slides(&mut self) -> Result<()> {
        let mut last = String::new();
        for slide in 1..=30 {
            self.visitor.go(&format!("#/trinh-chieu?s={slide}&a=1")).await?;
            let words = if self.tongue == Tongue::Vi { format!("Trang {slide}/") } else { format!("Slide {slide} of") };
            let count = last.rsplit([' ', '/']).next().and_then(|count| count.parse::<u32>().ok());
            if count.is_some_and(|count| slide > count) {
                return Ok(());
            }
            self.visitor.read_in(".deck-place", &words).await?;
            self.look(&format!("slide {slide}")).await?;
            last = self.visitor.text(".deck-place").await?.split(" · ").next().unwrap_or_default().to_owned();
        }
        anyhow::bail!("the deck has no end")
    }
}

/// The names of all units of the rosters, and those above; longest first, so that none is cut by a shorter one.
fn names() -> Result<Vec<String>> {
    let mut names: BTreeSet<String> = NAMES.map(str::to_owned).into();
    for roster in ROSTERS {
        let header: Vec<&str> = roster.lines().next().context("a header")?.split(',').collect();
        let column = header.iter().position(|column| *column == "name").context("no column `name`")?;
        names.extend(roster.lines().skip(1).filter_map(|line| line.split(',').nth(column)).map(str::to_owned));
    }
    let mut names: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    Ok(names)
}
