//! What this machine keeps: nothing unless it is wanted, everything that was after a reload, a closed tab or a crash, and
//! nothing after it was deleted. A store that is full, forbidden or shared with another tab is told in words.

use anyhow::{Result, ensure};
use browser::{Setting, Visitor, sample};
use serde_json::json;

const START: &str = "#/du-lieu?d=2024-10-15";
const COMMUNE: &str = "nhat-ky-xa-vinh-hoa-hiep-2024.xlsx";
const VERDICT: &str = "Xã Vĩnh Hòa Hiệp: chưa đạt";
const LOG: &str = "Đơn vị,Ngày,Hình thức,Nội dung,Số lượng\nXã Vĩnh Hòa Hiệp,05/7/2024,Tin,Quyền bình đẳng giới,3\n";

async fn open() -> Result<Visitor> {
    Visitor::open_in(Setting { route: START, ..Setting::default() }).await
}

/// Opens the page with a commune's log, remembered with all that belongs to it.
async fn remembered() -> Result<Visitor> {
    let visitor = open().await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", VERDICT).await?;
    remember(&visitor).await?;
    visitor.wait_for_record("work", true).await?;
    visitor.wait_for_record("files", true).await?;
    Ok(visitor)
}

/// Turns the memory on.
async fn remember(visitor: &Visitor) -> Result<()> {
    visitor.go("#/cai-dat").await?;
    visitor.click("Nhớ trên máy này").await?;
    visitor.read_in(".memory", "Xóa mọi dữ liệu đã nhớ").await
}

/// Would the browser ask before the page is left?
async fn asks_before_leaving(visitor: &Visitor) -> Result<bool> {
    let ask = "const leaving = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(leaving); return leaving.defaultPrevented";
    Ok(visitor.run(ask).await? == json!(true))
}

async fn wait_until_leaving(visitor: &Visitor, asks: bool) -> Result<()> {
    for _ in 0..400 {
        if asks_before_leaving(visitor).await? == asks {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    anyhow::bail!("leaving {} asked about", if asks { "is not" } else { "is still" })
}

/// Types a row that the results do not hold yet.
async fn type_a_row(visitor: &Visitor) -> Result<()> {
    visitor.go("#/nhap").await?;
    visitor.tab_to("Ngày thực hiện, dòng trống").await?;
    visitor.paste_into_focus(&[("text/plain", "20/8/2024\tTin\t\tBình đẳng giới trong nhà trường\n")], 0).await?;
    visitor.read_in(".entry-state", "1 dòng").await
}

#[tokio::test]
async fn nothing_is_kept_and_leaving_is_asked_about_as_soon_as_something_would_be_lost() -> Result<()> {
    let visitor = open().await?;
    visitor.choose(&[&visitor.file("a.csv", LOG)?]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    ensure!(!asks_before_leaving(&visitor).await?, "files on the disk are not lost");
    type_a_row(&visitor).await?;
    wait_until_leaving(&visitor, true).await?;
    ensure!(visitor.traces().await? == json!([0, 0, 0, 0, 0]), "{}", visitor.traces().await?);
    visitor.go("#/du-lieu").await?;
    visitor.click("Lưu tệp dự án").await?;
    visitor.downloaded(".doichieu.json").await?;
    wait_until_leaving(&visitor, false).await
}

#[tokio::test]
async fn a_reload_brings_files_rows_and_place_back() -> Result<()> {
    let visitor = remembered().await?;
    type_a_row(&visitor).await?;
    wait_until_leaving(&visitor, false).await?;
    visitor.client().refresh().await?;
    visitor.read_in(".entry-state", "1 dòng").await?;
    visitor.go("#/don-vi").await?;
    visitor.read_in("main", "Xã Vĩnh Hòa Hiệp").await?;
    ensure!(!visitor.text("body").await?.contains("Mở lại"), "after a reload nobody is asked");
    Ok(())
}

#[tokio::test]
async fn after_a_crash_the_work_is_offered_and_opened_again() -> Result<()> {
    let visitor = remembered().await?;
    let first = visitor.client().window().await?;
    let second = visitor.client().new_window(true).await?;
    // The tab falls while it is asked to: no answer ever comes from it.
    ensure!(visitor.tools("Page.crash", json!({})).await.is_err(), "a crashed tab answers");
    visitor.client().switch_to_window(second.handle).await?;
    visitor.client().goto(&format!("{}#/du-lieu", Visitor::address()?)).await?;
    visitor.see("nav.tabs").await?;
    visitor.read_in(".notice", "Máy này còn nhớ công việc lần trước").await?;
    visitor.read_in(".notice", "1 tệp, 0 dòng đã nhập").await?;
    visitor.picture("memory-offer").await?;
    visitor.click("Mở lại").await?;
    visitor.read_in("main h1", VERDICT).await?;
    drop(first);
    Ok(())
}

#[tokio::test]
async fn earlier_work_waits_for_a_decision_and_is_deleted_on_demand() -> Result<()> {
    let visitor = remembered().await?;
    visitor.open_tab("#/du-lieu").await?;
    visitor.read_in(".notice", "Máy này còn nhớ công việc lần trước").await?;
    visitor.choose(&[&visitor.file("khac.csv", LOG)?]).await?;
    visitor.read_in(".notice", "công việc đang làm ở đây chưa được nhớ").await?;
    visitor.click("Xóa công việc cũ").await?;
    wait_until_leaving(&visitor, false).await?;
    visitor.wait_for_record("work", true).await
}

#[tokio::test]
async fn one_button_deletes_everything_and_the_browser_agrees() -> Result<()> {
    let visitor = remembered().await?;
    visitor.picture("memory-card").await?;
    visitor.click("Nhớ cả công việc đang làm").await?;
    visitor.wait_for_record("files", false).await?;
    visitor.wait_for_record("remembered", true).await?;
    visitor.click("Nhớ cả công việc đang làm").await?;
    visitor.wait_for_record("files", true).await?;
    visitor.click("Xóa mọi dữ liệu đã nhớ").await?;
    visitor.read_in(".memory", "Máy này không còn nhớ gì").await?;
    visitor.wait_for_no_trace().await
}

#[tokio::test]
async fn a_full_store_is_told_and_the_work_goes_on() -> Result<()> {
    let visitor = open().await?;
    let quota = json!({ "origin": Visitor::origin()?, "quotaSize": 4096 });
    visitor.tools("Storage.overrideQuotaForOrigin", quota).await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", VERDICT).await?;
    visitor.go("#/cai-dat").await?;
    visitor.click("Nhớ trên máy này").await?;
    visitor.read_in(".notice[role=alert]", "trình duyệt không còn chỗ cho trang này").await?;
    visitor.picture("fault-full").await?;
    visitor.go("#/tong-quan").await?;
    visitor.read_in("main h1", "năm 2024").await?;
    visitor.go("#/du-lieu").await?;
    visitor.click("Lưu tệp dự án").await?;
    visitor.downloaded(".doichieu.json").await?;
    Ok(())
}

#[tokio::test]
async fn a_forbidden_store_is_told_when_it_is_wanted_and_not_before() -> Result<()> {
    for script in [
        "IDBFactory.prototype.open = () => { throw new DOMException('blocked', 'SecurityError') }",
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('blocked', 'SecurityError') } })",
        "Object.defineProperty(window, 'indexedDB', { value: undefined })",
    ] {
        let visitor = Visitor::open_in(Setting { route: START, script, ..Setting::default() }).await?;
        visitor.choose(&[&sample(COMMUNE)]).await?;
        visitor.read_in("main h1", VERDICT).await?;
        ensure!(visitor.client().find_all(fantoccini::Locator::Css(".notice")).await?.is_empty(), "told unasked");
        visitor.go("#/cai-dat").await?;
        visitor.click("Nhớ trên máy này").await?;
        visitor.read_in(".notice[role=alert]", "trình duyệt không cho trang này lưu trên máy").await?;
        let on = "return document.querySelector('.memory input').checked";
        ensure!(visitor.run(on).await? == json!(false), "the switch says that something is kept");
        visitor.go("#/tong-quan").await?;
        visitor.read_in("main h1", "năm 2024").await?;
    }
    Ok(())
}

#[tokio::test]
async fn of_two_tabs_the_last_to_write_is_kept_and_the_other_is_told() -> Result<()> {
    let visitor = remembered().await?;
    let first = visitor.client().window().await?;
    visitor.open_tab("#/du-lieu").await?;
    visitor.click("Mở lại").await?;
    visitor.read_in("main h1", VERDICT).await?;
    let second = visitor.client().window().await?;
    visitor.client().switch_to_window(first).await?;
    visitor.read_in(".notice[role=alert]", "máy chỉ nhớ công việc của thẻ lưu sau cùng").await?;
    visitor.picture("fault-tabs").await?;
    // Whoever goes on is kept again, and now the other one is told.
    type_a_row(&visitor).await?;
    visitor.client().switch_to_window(second.clone()).await?;
    visitor.read_in(".notice[role=alert]", "máy chỉ nhớ công việc của thẻ lưu sau cùng").await?;
    // What one tab deletes, the other does not write again.
    remember_off(&visitor).await?;
    visitor.client().switch_to_window(visitor.client().windows().await?.first().cloned().unwrap_or(second)).await?;
    visitor.read_in(".notice[role=alert]", "Một thẻ khác của trang này vừa xóa").await
}

async fn remember_off(visitor: &Visitor) -> Result<()> {
    visitor.go("#/cai-dat").await?;
    visitor.click("Xóa mọi dữ liệu đã nhớ").await?;
    visitor.read_in(".memory", "Máy này không còn nhớ gì").await
}

#[tokio::test]
async fn decisions_kept_in_the_old_place_are_taken_over_without_keeping_more() -> Result<()> {
    let old = r#"{"version":1,"wanted":"yes","options":{"month_first":["0123"]},"page":{}}"#;
    let script = format!("if (!localStorage.length) localStorage.setItem('doi-chieu-muc-tieu.da-nho', `{old}`)");
    let visitor = Visitor::open_in(Setting { route: "#/cai-dat", script: &script, ..Setting::default() }).await?;
    visitor.read_in(".memory", "Xóa mọi dữ liệu đã nhớ (1)").await?;
    let work = "return [...document.querySelectorAll('.memory input')].map(box => box.checked)";
    ensure!(visitor.run(work).await? == json!([true, false]), "{}", visitor.run(work).await?);
    visitor.wait_for_record("remembered", true).await?;
    ensure!(visitor.run("return localStorage.length").await? == json!(0), "the old place is not empty");
    Ok(())
}

/// Puts a database into the store of this origin, as some version of the page would have left it; its form and a script
/// that fills `table` are given.
async fn left_behind(visitor: &Visitor, form: u32, fill: &str) -> Result<()> {
    let make = format!(
        "const open = indexedDB.open('doi-chieu-muc-tieu', {form});
         open.onupgradeneeded = () => {{ const table = open.result.createObjectStore('kept'); {fill} }};
         await new Promise((done, fail) => {{ open.onsuccess = done; open.onerror = fail; }});
         open.result.close();
         return 'made'"
    );
    let made = visitor.awaited(&make).await?;
    ensure!(made == json!("made"), "{made}");
    Ok(())
}

/// All that the store holds, as text.
async fn all_kept(visitor: &Visitor) -> Result<serde_json::Value> {
    let look = "const open = indexedDB.open('doi-chieu-muc-tieu');
         await new Promise((done, fail) => { open.onsuccess = done; open.onerror = fail; });
         const table = open.result.transaction('kept').objectStore('kept');
         const [names, records] = [table.getAllKeys(), table.getAll()];
         await new Promise((done, fail) => { records.onsuccess = done; records.onerror = fail; });
         const form = open.result.version;
         open.result.close();
         return JSON.stringify([form, names.result, records.result])";
    visitor.awaited(look).await
}

#[tokio::test]
async fn what_an_older_version_wrote_is_offered_and_opened() -> Result<()> {
    let visitor = open().await?;
    // Before there were page settings and calendars.
    let fill = "table.put({ version: 1, wanted: 'yes', work: 'yes', options: {} }, 'remembered');
        table.put({ form: 1, saved: '2024-10-15T14:05', rows: [{ unit: 'Xã Vĩnh Hòa Hiệp', title: 'Tin cũ', kind: 'Tin', date: '05/7/2024' }],
            options: { as_of: '2024-10-15' } }, 'work');
        table.put([], 'files');";
    left_behind(&visitor, 1, fill).await?;
    visitor.open_tab("#/du-lieu").await?;
    visitor.read_in(".notice", "0 tệp, 1 dòng đã nhập").await?;
    visitor.click("Mở lại").await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    visitor.go("#/nhap").await?;
    visitor.read_in(".entry-state", "1 dòng").await
}

#[tokio::test]
async fn what_a_newer_version_wrote_is_told_and_left_as_it_is() -> Result<()> {
    for (form, fill) in [
        (1, "table.put({ version: 2, wanted: 'yes', dreams: [1, 2] }, 'remembered');"),
        (
            1,
            "table.put({ version: 1, wanted: 'yes', work: 'yes', options: {} }, 'remembered');
             table.put({ form: 2, everything: { is: 'other' } }, 'work');",
        ),
        (2, "table.put({ version: 1, wanted: 'yes', work: 'yes', options: {} }, 'remembered');"),
    ] {
        let visitor = open().await?;
        left_behind(&visitor, form, fill).await?;
        let before = all_kept(&visitor).await?;
        visitor.open_tab(START).await?;
        visitor.read_in(".notice[role=alert]", "do một bản mới hơn của trang này ghi").await?;
        visitor.choose(&[&sample(COMMUNE)]).await?;
        visitor.read_in("main h1", VERDICT).await?;
        type_a_row(&visitor).await?;
        visitor.go("#/cai-dat").await?;
        visitor.click("Nhớ trên máy này").await?;
        visitor.read_in(".memory-fault", "do một bản mới hơn của trang này ghi").await?;
        let on = "return document.querySelector('.memory input').checked";
        ensure!(visitor.run(on).await? == json!(false), "the switch says that something is kept");
        // What belongs to nobody is asked about before it is lost.
        wait_until_leaving(&visitor, true).await?;
        let after = all_kept(&visitor).await?;
        ensure!(after == before, "{before} became {after}");
    }
    Ok(())
}
