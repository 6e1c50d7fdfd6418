//! The engine as a package for other pages: the example form, the workbench, their privacy, and what the package promises.

mod declared;

use anyhow::{Context, Result, bail, ensure};
use browser::{Screen, Visitor};
use declared::Declarations;
use serde_json::{Value, json};
use std::path::Path;

const FORM: &str = "embed/";
const PAGE: &str = "embed/workbench.html";

#[tokio::test]
async fn counts_in_the_form_turn_a_verdict_from_unknown_to_missed_to_met() -> Result<()> {
    let visitor = Visitor::visit(Screen::Desktop, FORM, "#verdicts li").await?;
    ensure!(
        visitor.texts("#verdicts li").await?.iter().all(|text| text.contains("Chưa đủ dữ liệu")),
        "blank is not zero"
    );
    for _ in 0..3 {
        visitor.click("Thêm một: tin, bài, Quý II/2026").await?;
    }
    ensure!(verdict(&visitor, "Quý II/2026").await?.contains("Chưa đạt"), "three of four");
    visitor.read_in("#verdicts", "Có 3, cần 4: thiếu 1. Kỳ đã hết ngày 30/6/2026.").await?;
    visitor.click("Thêm một: tin, bài, Quý II/2026").await?;
    visitor.read_in("#verdicts", "Có 4, cần 4: đủ.").await?;
    ensure!(verdict(&visitor, "Quý II/2026").await?.starts_with("Đạt"), "four of four");
    ensure!(visitor.texts("#summary li").await? == ["Đạt 1", "Chưa đủ dữ liệu 4"], "the other quarters are unknown");
    visitor.read_in("#verdicts blockquote", "tổ chức ít nhất 02 cuộc truyền thông").await
}

#[tokio::test]
async fn zero_is_a_miss_and_one_fewer_than_zero_is_unknown_again() -> Result<()> {
    let visitor = Visitor::visit(Screen::Phone, FORM, "#verdicts li").await?;
    let [more, fewer] = ["Thêm", "Bớt"].map(|verb| format!("{verb} một: cuộc truyền thông, Năm 2026"));
    visitor.click(&more).await?;
    visitor.click(&fewer).await?;
    visitor.read_in("#verdicts", "Có 0, cần 2: thiếu 2.").await?;
    visitor.click(&fewer).await?;
    visitor.read_in("#summary", "Chưa đủ dữ liệu 5").await?;
    let wide = visitor.run("return document.documentElement.scrollWidth").await?;
    ensure!(wide.as_u64().is_some_and(|wide| wide <= 390), "the form is {wide} wide on a phone");
    Ok(())
}

#[tokio::test]
async fn each_kind_of_unit_is_asked_for_what_the_plan_counts_for_it() -> Result<()> {
    let visitor = Visitor::visit(Screen::Desktop, FORM, "#verdicts li").await?;
    visitor.click("Thêm một: cuộc truyền thông, Năm 2026").await?;
    let asked = [
        ("ấp, khu phố", vec!["cuộc truyền thông"]),
        ("cơ sở giáo dục", vec!["hoạt động Tháng hành động", "cuộc truyền thông"]),
        ("huyện, thành phố", vec!["cuộc truyền thông", "mô hình truyền thông"]),
    ];
    for (kind, fields) in asked {
        pick(&visitor, kind).await?;
        let legends =
            visitor.run("return [...document.querySelectorAll('legend')].map((one) => one.textContent)").await?;
        ensure!(legends == json!(fields), "{kind}: {legends}");
    }
    visitor.read_in("#verdicts", "Có 1, cần 2: thiếu 1.").await?;
    visitor.click("English").await?;
    visitor.read_in("#kind", "district or city").await?;
    visitor.read_in("legend", "ommunication event").await?;
    visitor.read_in("#verdicts h3", "Every agency and unit: at least 2 events a year for its staff").await
}

#[tokio::test]
async fn the_form_works_by_keyboard_and_says_when_a_field_is_wrong() -> Result<()> {
    let visitor = Visitor::visit(Screen::Desktop, FORM, "#verdicts li").await?;
    visitor.tab_to("tin, bài, Quý I/2026").await?;
    visitor.write("7").await?;
    visitor.read_in("#verdicts", "Có 7, cần 4: đủ.").await?;
    visitor.write(".5").await?;
    visitor.read("Có ô chưa đúng").await?;
    visitor.read_in("#verdicts", "Có 7, cần 4: đủ.").await?;
    visitor.tab_to("Thêm một: tin, bài, Quý I/2026").await?;
    visitor.press(' ').await?;
    visitor.read_in("#verdicts", "Có 8, cần 4: đủ.").await
}

#[tokio::test]
async fn the_form_shows_the_script_that_it_runs_and_asks_for_nothing_after_load() -> Result<()> {
    let visitor = Visitor::visit(Screen::Desktop, FORM, "#verdicts li").await?;
    let script = std::fs::read_to_string(root().join("www/embed/ten-lines.js"))?;
    let shown = visitor.run("return document.getElementById('script').textContent").await?;
    ensure!(shown == script.trim_end(), "{shown}");
    let loaded = visitor.requests().await?;
    ensure!(loaded.iter().any(|address| address.ends_with("embed/ten-lines.js")), "the log is deaf: {loaded:?}");
    visitor.click("Thêm một: tin, bài, Quý I/2026").await?;
    pick(&visitor, "cơ sở y tế").await?;
    visitor.click("English").await?;
    visitor.read_in("#verdicts", "nothing is concluded").await?;
    let sent = visitor.requests().await?;
    ensure!(sent.is_empty(), "requests after load: {sent:?}");
    no_door_is_open(&visitor).await
}

#[tokio::test]
async fn a_table_and_rules_as_text_give_verdicts_with_reasons() -> Result<()> {
    let visitor = Visitor::visit(Screen::Desktop, PAGE, "td button").await?;
    visitor.read_in("#lint", "Quy tắc không có lỗi.").await?;
    visitor.read_in("thead", "Ít nhất 4 tin, bài mỗi quý").await?;
    let rows = visitor.texts("tbody tr").await?;
    ensure!(rows.len() == 4, "{rows:?}");
    ensure!(rows[0].contains("Xã Hòa Bình") && rows[0].contains("Chưa đạt\ncó 2, cần 4"), "{}", rows[0]);
    ensure!(rows[3].contains("Xã Đông Sơn") && !rows[3].contains("Chưa đạt"), "{}", rows[3]);
    visitor.click("Chưa đạt có 2, cần 4").await?;
    visitor.read_in("#why blockquote", "mỗi quý có ít nhất 04 tin, bài").await?;
    visitor.read_in("#why", "Còn thiếu 2 tin, bài, từ 1/4/2026 đến 30/6/2026.").await
}

#[tokio::test]
async fn plus_turns_a_verdict_and_minus_takes_a_row_away() -> Result<()> {
    let visitor = Visitor::visit(Screen::Desktop, PAGE, "td button").await?;
    visitor.click("Chưa đạt có 2, cần 4").await?;
    visitor.click("Thêm một hoạt động").await?;
    visitor.read_in("#why .turned", "Không kết quả nào đổi.").await?;
    visitor.click("Thêm một hoạt động").await?;
    visitor.read_in("#why output", "thêm 2 tin, bài").await?;
    visitor.read_in("#why .turned", "Xã Hòa Bình, T5, 2026-Q2: Chưa đạt → Đạt, có 4, cần 4").await?;
    for _ in 0..2 {
        visitor.click("Bớt một dòng").await?;
    }
    visitor.read_in("#why output", "giữ như trong bảng").await?;
    ensure!(visitor.text("#why .turned").await?.is_empty(), "a change without edits");
    visitor.click("Đạt có 4, cần 4").await?;
    visitor.click("Bớt một dòng").await?;
    visitor.read_in("#why .turned", "Đạt → Chưa đạt").await
}

#[tokio::test]
async fn a_broken_rule_is_told_beside_it_and_mending_it_brings_the_verdicts_back() -> Result<()> {
    let visitor = Visitor::visit(Screen::Desktop, PAGE, "td button").await?;
    replace(&visitor, "plan", "window = \"quarter\"", "window = \"quater\"").await?;
    visitor.read_in("#lint pre", "quy-tac.toml:26:").await?;
    visitor.read_in("#lint pre", "quarter").await?;
    visitor.read_in("#fault", "Chưa áp dụng được quy tắc này").await?;
    replace(&visitor, "plan", "window = \"quater\"", "window = \"quarter\"").await?;
    visitor.read_in("#lint", "Quy tắc không có lỗi.").await?;
    visitor.read_in("tbody", "Xã Hòa Bình").await
}

#[tokio::test]
async fn verdicts_follow_the_table_as_it_is_written() -> Result<()> {
    let visitor = Visitor::visit(Screen::Phone, PAGE, "td button").await?;
    visitor.click("Chưa đạt có 2, cần 4").await?;
    replace(&visitor, "table", "Phòng chống bạo lực gia đình,2", "Phòng chống bạo lực gia đình,4").await?;
    visitor.read_in("#why h2", "Xã Hòa Bình, T5, 2026-Q2: Đạt").await?;
    let wide = visitor.run("return document.documentElement.scrollWidth").await?;
    ensure!(wide.as_u64().is_some_and(|wide| wide <= 390), "the page is {wide} wide on a phone");
    visitor.click("English").await?;
    visitor.read_in("#why h2", "Xã Hòa Bình, T5, 2026-Q2: Met").await?;
    visitor.read("The rules have no faults.").await
}

#[tokio::test]
async fn the_workbench_makes_no_request_after_load_and_may_make_none() -> Result<()> {
    let visitor = Visitor::visit(Screen::Desktop, PAGE, "td button").await?;
    let loaded = visitor.requests().await?;
    ensure!(loaded.iter().any(|address| address.ends_with("engine/index.js")), "the log is deaf: {loaded:?}");
    ensure!(!loaded.iter().any(|address| address.ends_with(".wasm")), "the wasm was fetched: {loaded:?}");
    visitor.click("Chưa đạt có 2, cần 4").await?;
    visitor.click("Thêm một hoạt động").await?;
    replace(&visitor, "table", "gia đình,2", "gia đình,3").await?;
    visitor.read_in("#why h2", "có 3, cần 4").await?;
    visitor.click("English").await?;
    visitor.read_in("#why h2", "Not met").await?;
    let sent = visitor.requests().await?;
    ensure!(sent.is_empty(), "requests after load: {sent:?}");
    no_door_is_open(&visitor).await
}

#[tokio::test]
async fn the_package_keeps_its_promises_in_a_page() -> Result<()> {
    let visitor = Visitor::visit(Screen::Desktop, PAGE, "td button").await?;
    let results = visitor.client().execute_async(&in_page(RUN_CHECKS)?, Vec::new()).await?;
    let results: Vec<(String, Option<String>)> = serde_json::from_value(results)?;
    let failed: Vec<_> =
        results.iter().filter_map(|(name, error)| Some(format!("{name}: {}", error.as_ref()?))).collect();
    ensure!(results.len() > 15, "only {} checks ran", results.len());
    ensure!(failed.is_empty(), "{}", failed.join("\n"));
    Ok(())
}

#[tokio::test]
async fn in_a_worker_of_the_page_s_own_only_the_page_s_messages_are_heard() -> Result<()> {
    let visitor = Visitor::visit(Screen::Desktop, PAGE, "td button").await?;
    let heard = visitor.client().execute_async(IN_A_WORKER, Vec::new()).await?;
    ensure!(heard == json!([[["hoa-binh", "met"]]]), "{heard}");
    Ok(())
}

#[tokio::test]
async fn what_comes_out_is_what_the_types_declare() -> Result<()> {
    let types = std::fs::read_to_string(root().join("src/package/files/index.d.ts"))?;
    let declared = Declarations::parse(&types)?;
    let visitor = Visitor::visit(Screen::Desktop, PAGE, "td button").await?;
    let samples = visitor.client().execute_async(&in_page(GATHER)?, Vec::new()).await?;
    let mut complaints = Vec::new();
    for (name, values) in samples.as_object().context("no samples")? {
        let values = values.as_array().context("samples come in lists")?;
        ensure!(!values.is_empty(), "no sample of {name}");
        for value in values {
            complaints.extend(declared.complaints(name, value)?);
        }
    }
    complaints.truncate(20);
    ensure!(complaints.is_empty(), "{}", complaints.join("\n"));
    Ok(())
}

/// The verdict on a period, as it is read.
async fn verdict(visitor: &Visitor, period: &str) -> Result<String> {
    let texts = visitor.texts("#verdicts li").await?;
    texts.into_iter().find(|text| text.contains(period)).with_context(|| format!("no verdict on {period}"))
}

/// Chooses a kind of unit by its label.
async fn pick(visitor: &Visitor, label: &str) -> Result<()> {
    let script = "const list = document.getElementById('kind');
        const found = [...list.options].find(({ text }) => text === arguments[0]);
        if (!found) return false;
        list.value = found.value;
        list.dispatchEvent(new Event('input', { bubbles: true })); return true";
    let done = visitor.client().execute(script, vec![json!(label)]).await?;
    ensure!(done == Value::Bool(true), "no kind of unit is called `{label}`");
    Ok(())
}

/// The page may ask for nothing, should it try.
async fn no_door_is_open(visitor: &Visitor) -> Result<()> {
    let door = "const done = arguments[arguments.length - 1];
        document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective), { once: true });
        fetch('index.html').catch(() => 0);";
    let refused = visitor.client().execute_async(door, Vec::new()).await?;
    ensure!(refused == "connect-src", "{refused}");
    Ok(())
}

/// Every check by name, with what went wrong.
const RUN_CHECKS: &str = "
    done(Object.keys(checks).map((name) => {
      try { run(name, engine, example); return [name, null]; } catch (error) { return [name, String(error)]; }
    }));";

/// Values of every form, from the example and from the shipped plan.
const GATHER: &str = "
    const files = [{ name: 'units.csv', text: example.UNITS }, { name: 'bang.csv', text: example.TABLE }, { name: 'x', text: '' }];
    const own = engine.assess(files, { asOf: '2026-10-15', plan: { text: example.PLAN } });
    const shipped = engine.assess(files, { asOf: '2026-10-15' });
    const year = own.verdicts({ year: 2026 });
    const edits = [{ programme: { kinds: ['commune'], kind: 'event', every: 'month', days: '2026' } }];
    let fault;
    try { engine.assess([], { asOf: '2026-10-15', plan: { text: 'x = 1' } }); } catch ({ code, problems, files }) { fault = { code, problems, files }; }
    done({
      Document: [own.document(), shipped.document()],
      Summary: [own.summary()],
      Unit: own.units(),
      Verdict: year,
      Explanation: year.concat(shipped.verdicts({ year: 2026, unit: 'hoa-binh' })).map((verdict) => {
        const { target, unit, period } = verdict;
        return (own.verdicts({ target, unit, period }).length ? own : shipped).explain({ target, unit, period });
      }),
      Changes: [own.whatIf(edits), shipped.whatIf(edits)],
      Agenda: [own.agenda(), shipped.agenda()],
      Readings: [own.readings(), shipped.readings()],
      Table: own.tables(),
      Plan: [engine.plan(), engine.plan({ text: example.PLAN })],
      Problem: engine.lint('x = 1'),
      Fault: [fault],
    });";

/// A worker of the page's own that holds the package: every message that comes out of it.
const IN_A_WORKER: &str = "
    const done = arguments[arguments.length - 1];
    const worker = new Worker('worker-example.js', { type: 'module' });
    const heard = [];
    worker.onerror = (event) => done(event.message);
    worker.onmessage = ({ data }) => {
      heard.push(Array.isArray(data) ? data.map(({ unit, state }) => [unit, state]) : data);
      setTimeout(() => done(heard), 500);
    };
    import('/embed/example.js').then(({ PLAN, TABLE, UNITS }) => worker.postMessage({
      files: [{ name: 'units.csv', text: UNITS }, { name: 'bang.csv', text: TABLE }],
      options: { asOf: '2026-10-15', plan: { text: PLAN } },
      filter: { unit: 'hoa-binh', target: 'T1', year: 2026 },
    }));";

/// A script that has the engine, the example and the checks at hand.
fn in_page(work: &str) -> Result<String> {
    let checks = std::fs::read_to_string(root().join("tests/engine/checks.mjs"))?;
    let checks = checks.replace("export const", "const").replace("export function", "function");
    Ok(format!(
        "const done = arguments[arguments.length - 1];
         {checks}
         (async () => {{
           const {{ load }} = await import('/engine/index.js');
           const example = await import('/embed/example.js');
           const engine = await load();
           {work}
         }})().catch((error) => done(String(error)));"
    ))
}

/// Replaces words in a text field as if they were typed.
async fn replace(visitor: &Visitor, field: &str, old: &str, new: &str) -> Result<()> {
    let script = "const [id, old, text] = arguments; const field = document.getElementById(id);
        if (!field.value.includes(old)) return false;
        field.value = field.value.replace(old, text);
        field.dispatchEvent(new Event('input', { bubbles: true })); return true";
    let done = visitor.client().execute(script, vec![json!(field), json!(old), json!(new)]).await?;
    if done != Value::Bool(true) {
        bail!("`{field}` does not hold `{old}`");
    }
    Ok(())
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
