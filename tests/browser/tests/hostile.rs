//! Cells that would do harm (`tests/cases/hostile.json`) on every screen of the page: they stand there as text, nothing of them
//! runs, and the page goes on.

use anyhow::{Result, ensure};
use browser::{Setting, Visitor};
use serde_json::{Value, json};

const CASES: &str = include_str!("../../cases/hostile.json");
const SCREENS: [&str; 12] = [
    "#/tong-quan",
    "#/don-vi",
    "#/kiem-tra",
    "#/lich",
    "#/dien-bien",
    "#/tong-hop",
    "#/cach-hieu",
    "#/bao-cao?k=province",
    "#/trinh-chieu",
    "#/so-sanh",
    "#/nhap",
    "#/cai-dat",
];

/// Notes whatever of the cases became more than text, on any screen, and whether the page fell.
const WATCH: &str = "addEventListener('error', event => { window.fell = event.message });
    new MutationObserver(() => {
        if (document.querySelector('#app img[src=\"x\"], #app script')) window.grew = location.hash;
    }).observe(document, { childList: true, subtree: true })";
const HARM: &str = "return [window.ran, window.fell, window.grew].filter(one => one !== undefined).join()";

fn texts() -> Result<Vec<String>> {
    let cases: Vec<Value> = serde_json::from_str(CASES)?;
    let text = |case: &Value| {
        let times = case["times"].as_u64().unwrap_or(1);
        case["text"].as_str().unwrap_or_default().repeat(usize::try_from(times).unwrap_or(1))
    };
    Ok(cases.iter().map(text).collect())
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

async fn walks(visitor: &Visitor) -> Result<()> {
    for screen in SCREENS {
        visitor.go(screen).await?;
        visitor.see("h1").await?;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        let harm = visitor.run(HARM).await?;
        ensure!(harm == json!(""), "{screen}: {harm}");
    }
    Ok(())
}

#[tokio::test]
async fn cells_that_would_do_harm_are_text_on_every_screen() -> Result<()> {
    let visitor =
        Visitor::open_in(Setting { route: "#/du-lieu?d=2024-10-15", script: WATCH, ..Setting::default() }).await?;
    let (mut units, mut log) = (String::from("id,name,kind,parent,from,to,successor\n"), String::new());
    log += "date,unit_id,kind,count,title,channel,audience,place\n";
    for (number, text) in texts()?.iter().enumerate() {
        let cell = quoted(text);
        units += &format!("d{number},{cell},district,,,,\nc{number},{cell},commune,d{number},,,\n");
        log += &format!("2024-07-05,c{number},news,1,{cell},{cell},{cell},{cell}\n");
    }
    let files = [visitor.file("'onerror='alert(1)-units.csv", units)?, visitor.file("<b>-log.csv", log)?];
    visitor.choose(&[&files[0], &files[1]]).await?;
    visitor.read_in("main h1", "2024").await?;
    walks(&visitor).await?;
    visitor.go("#/kiem-tra").await?;
    visitor.read_in("main", "<b>-log.csv").await?;
    visitor.go("#/don-vi").await?;
    visitor.read_in("main", "=cmd|'/c calc'!A0").await?;
    visitor.read_in("main", "<script>window.ran=1</script>").await?;
    visitor.picture("hostile-units").await
}

#[tokio::test]
async fn half_a_character_that_is_pasted_or_typed_does_no_harm() -> Result<()> {
    let visitor =
        Visitor::open_in(Setting { route: "#/du-lieu?d=2024-10-15", script: WATCH, ..Setting::default() }).await?;
    // A lone surrogate is a text in JavaScript only.
    let paste = "const d = new DataTransfer();
        d.setData('text/plain', 'Đơn vị\\tNgày\\tHình thức\\tNội dung\\tSố lượng\\nXã Vĩnh Hòa Hiệp\\t05/7/2024\\tTin\\ta\\ud800b\\t3\\n');
        document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: d }))";
    visitor.run(paste).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await?;
    visitor.run("location.hash = '#/don-vi?q=\\udfff%ED%A0%80%'").await?;
    visitor.see("main h1").await?;
    walks(&visitor).await
}
