//! Moving about with 100,000 rows read: every interaction, and the tasks that follow it.

use crate::made_up;
use crate::watched::{NONE, long_tasks, number, rest, seen, slowest_event, visit};
use anyhow::Result;
use browser::{Screen, Visitor};
use serde_json::json;

const ROWS: usize = 100_000;

/// What is done, and on what: the first visible element by CSS, in this order. `keys` are typed there, otherwise it is
/// clicked.
struct Step {
    name: &'static str,
    css: &'static [&'static str],
    keys: &'static str,
}

const fn click(name: &'static str, css: &'static [&'static str]) -> Step {
    Step { name, css, keys: "" }
}

const STEPS: [Step; 17] = [
    click("units × targets", &["nav.tabs a[href*='don-vi']"]),
    click("filter by result", &["main .chip:nth-child(2)", "main .chip:last-child"]),
    click("filter off", &["main .chip:first-child"]),
    click("sort by a column", &["main thead th:nth-child(2) button", "main thead button"]),
    Step { name: "search, 8 letters", css: &["main input[type=search]"], keys: "vinh hoa" },
    click("a unit", &["main tr.matrix-row th a", "main tbody th a"]),
    click("a verdict's why", &["main [aria-pressed=false]", "main summary"]),
    click("the overview", &["nav.tabs a[href*='tong-quan']", "nav.tabs li:nth-child(2) a"]),
    click("the calendar", &["nav.tabs a[href*='lich']"]),
    click("what if", &["nav.tabs a[href*='neu']", "nav.tabs li:nth-child(5) a"]),
    click("the plan", &["nav.tabs a[href*='ke-hoach']"]),
    click("the data", &["nav.tabs a[href*='du-lieu']", "nav.tabs li:first-child a"]),
    click("the search for everything", &["header .search-button"]),
    Step { name: "its 4 letters", css: &["dialog input"], keys: "giong" },
    Step { name: "Escape", css: &["dialog input"], keys: "\u{E00C}" },
    click("another language", &["header .top-button:last-child"]),
    click("units × targets again", &["nav.tabs a[href*='don-vi']"]),
];

/// Prints the table.
pub async fn moving() -> Result<()> {
    println!(
        "\n**Interactions with {ROWS} rows read** (desktop; to the next paint, and the longest task until all is still)\n"
    );
    println!("| interaction | ÷ 1: paint, ms | task, ms | ÷ 4: paint, ms | task, ms |\n|---|--:|--:|--:|--:|");
    let (plain, slow) = (walk(1.0).await?, walk(4.0).await?);
    for ((name, paint, task), (_, slow_paint, slow_task)) in plain.iter().zip(&slow) {
        println!("| {name} | {} | {} | {} | {} |", told(*paint), told(*task), told(*slow_paint), told(*slow_task));
    }
    Ok(())
}

/// The browser tells of no event below 16 ms and of no task below 50 ms. Negative: there was nothing to click.
fn told(milliseconds: Option<f64>) -> String {
    match milliseconds {
        Some(time) if time < 0.0 => "not there".to_owned(),
        Some(time) => format!("{time:.0}"),
        None => "–".to_owned(),
    }
}

type Walked = (&'static str, Option<f64>, Option<f64>);

async fn walk(slower: f64) -> Result<Vec<Walked>> {
    let visitor = visit(Screen::Desktop, "#/du-lieu?d=2024-10-15", slower, NONE).await?;
    let log = visitor.file("nhat-ky.csv", made_up::csv(ROWS))?;
    let mut walked = Vec::new();
    let start = now(&visitor).await?;
    visitor.choose(&[&log]).await?;
    visitor.see(".context").await?;
    rest(1500.0 * slower).await;
    walked.push(after(&visitor, "reading the file (no event)", start).await?);
    for step in &STEPS {
        let start = now(&visitor).await?;
        if !take(&visitor, step).await? {
            walked.push((step.name, Some(-1.0), Some(-1.0)));
            continue;
        }
        rest(700.0 * slower).await;
        walked.push(after(&visitor, step.name, start).await?);
    }
    for (name, back) in [("back", "history.back()"), ("back again", "history.back()")] {
        let start = now(&visitor).await?;
        visitor.run(back).await?;
        rest(700.0 * slower).await;
        walked.push(after(&visitor, name, start).await?);
    }
    Ok(walked)
}

async fn now(visitor: &Visitor) -> Result<f64> {
    Ok(number(&visitor.run("return performance.now()").await?))
}

async fn after(visitor: &Visitor, name: &'static str, start: f64) -> Result<Walked> {
    let seen = seen(visitor).await?;
    Ok((name, slowest_event(&seen, start), long_tasks(&seen, start).into_iter().reduce(f64::max)))
}

/// Does a step; false if there is nothing to do it on.
async fn take(visitor: &Visitor, step: &Step) -> Result<bool> {
    let find = "const seen = (css) => [...document.querySelectorAll(css)].find(e => e.checkVisibility());
        const found = arguments[0].map(seen).find(Boolean); if (!found) return null;
        found.scrollIntoView({ block: 'center', behavior: 'instant' }); found.setAttribute('data-step', ''); return true";
    let found = visitor.client().execute(find, vec![json!(step.css)]).await?;
    if found.is_null() {
        return Ok(false);
    }
    let element = visitor.see("[data-step]").await?;
    visitor.run("document.querySelector('[data-step]').removeAttribute('data-step')").await?;
    if step.keys.is_empty() {
        element.click().await?;
    } else {
        element.send_keys(step.keys).await?;
    }
    Ok(true)
}
