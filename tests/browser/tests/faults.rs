//! What goes wrong around the work, and what the page says of it: the worker ends, memory does not suffice, a file changes
//! on the disk. Nothing is lost, and the page goes on.

use anyhow::{Result, ensure};
use browser::{Setting, Visitor, kill, sample, workbook_texts};
use sha2::Digest;

const START: &str = "#/du-lieu?d=2024-10-15";
const COMMUNE: &str = "nhat-ky-xa-vinh-hoa-hiep-2024.xlsx";
const VERDICT: &str = "Xã Vĩnh Hòa Hiệp: chưa đạt";
const LOG: &str = "Đơn vị,Ngày,Hình thức,Nội dung,Số lượng\nXã Vĩnh Hòa Hiệp,05/7/2024,Tin,Quyền bình đẳng giới,3\n";

#[tokio::test]
async fn a_worker_killed_at_any_moment_is_replaced_and_nothing_is_lost() -> Result<()> {
    kill::often(10, 7).await
}

#[tokio::test]
async fn a_worker_that_says_nothing_any_more_is_told_and_can_be_started_again() -> Result<()> {
    // The long wait is a short one here, once the page stands.
    let script = format!(
        "{} const later = setTimeout;
         setTimeout = (work, wait, ...more) => later(work, window.hasty && wait >= 30000 ? 200 : wait, ...more);",
        kill::WRAPPED
    );
    let visitor = Visitor::open_in(Setting { route: START, script: &script, ..Setting::default() }).await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", VERDICT).await?;
    visitor.run("window.hasty = true; workers.at(-1).terminate()").await?;
    visitor.go("#/don-vi").await?;
    visitor.read_in(".notice[role=alert]", "đã lâu không trả lời").await?;
    visitor.run("window.hasty = false").await?;
    visitor.click("Khởi động lại phần tính toán").await?;
    visitor.read_in("main", "Xã Vĩnh Hòa Hiệp").await?;
    visitor.read_in(".notice", "Không mất dữ liệu nào").await
}

#[tokio::test]
async fn memory_that_does_not_suffice_is_told_and_a_smaller_file_is_read_afterwards() -> Result<()> {
    // 96 MB for a module, as on a small phone that is full.
    let arguments = ["--js-flags=--wasm-max-mem-pages=1536"];
    let visitor = Visitor::open_in(Setting { route: START, arguments: &arguments, ..Setting::default() }).await?;
    let mut large = String::from("Đơn vị,Ngày,Hình thức,Nội dung,Số lượng\n");
    for row in 0..600_000 {
        large +=
            &format!("Xã Vĩnh Hòa Hiệp,05/7/2024,Tin,Tin số {row} về quyền bình đẳng giới và phòng chống bạo lực,1\n");
    }
    visitor.choose(&[&visitor.file("lon.csv", large)?]).await?;
    visitor.read_in("main h1", "Máy này không đủ bộ nhớ").await?;
    for words in ["Không mất gì", "tách tệp theo từng trang tính, lưu thành CSV"] {
        visitor.read_in("main", words).await?;
    }
    visitor.picture("fault-memory").await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", VERDICT).await
}

#[tokio::test]
async fn the_log_of_the_results_knows_a_file_again_and_says_when_it_has_changed() -> Result<()> {
    let visitor = Visitor::open_in(Setting { route: START, ..Setting::default() }).await?;
    visitor.choose(&[&visitor.file("so.csv", LOG)?]).await?;
    visitor.read_in("main h1", VERDICT).await?;
    visitor.go("#/bao-cao").await?;
    visitor.click("Kết quả (.xlsx)").await?;
    let sum: String = sha2::Sha256::digest(LOG).iter().map(|byte| format!("{byte:02x}")).collect();
    let texts = workbook_texts(visitor.downloaded("ket-qua-2024.xlsx").await?)?;
    ensure!(texts.contains(&sum), "{sum} is not in the workbook");
    visitor.clear_downloads()?;
    visitor.file("so.csv", LOG.replace(",3", ",4"))?;
    visitor.click("Kết quả (.xlsx)").await?;
    let texts = workbook_texts(visitor.downloaded("ket-qua-2024.xlsx").await?)?;
    ensure!(texts.contains("tệp đã thay đổi kể từ khi được đọc"), "the change is not told");
    ensure!(!texts.contains(&sum), "the sum of a file that is gone");
    Ok(())
}

#[tokio::test]
async fn a_file_that_changed_on_the_disk_is_named_and_what_was_found_stays() -> Result<()> {
    let visitor = Visitor::open_in(Setting { route: START, ..Setting::default() }).await?;
    let file = visitor.file("so.csv", LOG)?;
    visitor.choose(&[&file]).await?;
    visitor.read_in("main h1", VERDICT).await?;
    visitor.file("so.csv", LOG.replace(",3", ",4").replace("05/7", "15/7"))?;
    // What was found is explained without the file …
    visitor.read_in(".why blockquote", "mỗi quý có ít nhất 04 tin, bài").await?;
    // … saving it is refused in words …
    visitor.go("#/du-lieu").await?;
    visitor.click("Lưu tệp dự án").await?;
    visitor.read_in(".notice[role=alert]", "so.csv đã bị sửa, đổi tên, chuyển chỗ hoặc xóa").await?;
    visitor.click("Đóng").await?;
    // … and a choice that has to read again says why it cannot.
    visitor.go("#/cai-dat").await?;
    choose_other_roster(&visitor).await?;
    visitor.read_in(".notice[role=alert]", "so.csv: đã bị sửa").await?;
    visitor.picture("fault-changed").await?;
    visitor.go("#/tong-quan").await?;
    visitor.read_in("main", "năm 2024").await?;
    visitor.click("Đến danh sách tệp").await?;
    visitor.drop_files(&[&file]).await?;
    visitor.go("#/tong-quan").await?;
    visitor.read_in("main h1", "năm 2024").await?;
    ensure!(!visitor.text("body").await?.contains("đã bị sửa"), "the notice is gone");
    Ok(())
}

#[tokio::test]
async fn a_file_that_changed_before_it_was_read_is_chosen_again() -> Result<()> {
    let visitor = Visitor::open_in(Setting { route: START, ..Setting::default() }).await?;
    let [changed, whole] = [visitor.file("so.csv", LOG)?, visitor.file("khac.csv", LOG)?];
    visitor.choose(&[&changed, &whole]).await?;
    visitor.read_in("main h1", VERDICT).await?;
    visitor.file("so.csv", LOG.replace(",3", ",4"))?;
    // Taking a file away reads the others anew.
    visitor.go("#/du-lieu").await?;
    visitor.click("Bỏ tệp: khac.csv").await?;
    visitor.read_in("main h1", "Tệp đã thay đổi từ lúc được chọn").await?;
    visitor.read_in("main", "so.csv: đã bị sửa").await?;
    visitor.choose(&[&changed]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await
}

/// Other units are read anew.
async fn choose_other_roster(visitor: &Visitor) -> Result<()> {
    visitor.see("label.roster select").await?.select_by_index(1).await?;
    Ok(())
}

#[tokio::test]
async fn samples_lost_on_their_way_are_told() -> Result<()> {
    // The script of the samples stays away until it is lost.
    let script = "const { get, set } = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src');
        Object.defineProperty(HTMLScriptElement.prototype, 'src', {
          get,
          set(address) {
            if (address !== 'samples.js') return set.call(this, address);
            window.lose = () => set.call(this, 'lost-on-the-way.js');
          },
        });";
    let visitor = Visitor::open_in(Setting { script, ..Setting::default() }).await?;
    visitor.click("Xem dữ liệu mẫu: một xã").await?;
    visitor.run("window.lose()").await?;
    visitor.read_in(".notice[role=alert]", "Chưa có dữ liệu mẫu").await?;
    visitor.choose(&[&sample(COMMUNE)]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await
}
