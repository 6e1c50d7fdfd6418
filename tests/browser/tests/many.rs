//! Folders and heaps of files at once, and what else a clipboard may hold.

use anyhow::{Result, ensure};
use browser::{Screen, Visitor, sample};
use std::fs;
use std::path::PathBuf;

const START: &str = "#/du-lieu?d=2024-10-15";
const COMMUNE: &str = "nhat-ky-xa-vinh-hoa-hiep-2024.xlsx";

fn log(day: u32) -> String {
    format!("Đơn vị,Ngày,Loại hoạt động,Nội dung\nXã Vĩnh Hòa Hiệp,{day:02}/8/2024,Tin,Bình đẳng giới {day}\n")
}

/// A folder with files of the same name in two folders, a lock, a hidden file, and one that is no table.
fn folder(visitor: &Visitor) -> Result<PathBuf> {
    let root = visitor.file("root", "")?.with_file_name("Báo cáo quý III");
    for (path, content) in [
        ("xa-a/so.csv", log(1)),
        ("xa-b/thang-8/so.csv", log(2)),
        ("xa-b/~$so.csv", log(3)),
        ("xa-b/.an/so.csv", log(4)),
        ("xa-c/hong.xlsx", "PK".to_owned()),
    ] {
        let path = root.join(path);
        fs::create_dir_all(path.with_file_name(""))?;
        fs::write(path, content)?;
    }
    fs::copy(sample(COMMUNE), root.join("so.xlsx"))?;
    Ok(root)
}

#[tokio::test]
async fn a_folder_is_read_with_the_path_of_every_file() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, START).await?;
    visitor.drag(&[&folder(&visitor)?]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    visitor.read("1 tệp không đọc được và không có trong kết quả.").await?;
    ensure!(visitor.period("Quý III").await?.contains("5/4"), "{}", visitor.period("Quý III").await?);
    visitor.go("#/du-lieu").await?;
    visitor.see(".file-list").await?;
    let files = visitor.texts(".file-list li").await?;
    let paths = ["so.xlsx", "xa-a/so.csv", "xa-b/thang-8/so.csv", "xa-c/hong.xlsx"];
    ensure!(files == paths.map(|path| format!("Báo cáo quý III/{path}")), "{files:?}");
    Ok(())
}

#[tokio::test]
async fn a_folder_without_files_is_told() -> Result<()> {
    let visitor = Visitor::open(Screen::Desktop).await?;
    let empty = visitor.file("root", "")?.with_file_name("trong");
    fs::create_dir_all(&empty)?;
    fs::write(empty.join("~$so.xlsx"), "x")?;
    visitor.drag(&[&empty]).await?;
    visitor.read_in(".notice[role=alert]", "không có tệp nào để đọc").await
}

#[tokio::test]
async fn a_hundred_files_are_read_at_once_and_a_bad_one_hides_none() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, START).await?;
    let mut files = vec![visitor.file("anh.xlsx", "not a workbook")?];
    for number in 0..119_u32 {
        files.push(visitor.file(&format!("so-{number:03}.csv"), log(number % 28 + 1) + &format!(",,,{number}\n"))?);
    }
    let paths: Vec<_> = files.iter().map(PathBuf::as_path).collect();
    visitor.choose(&paths).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
    visitor.read("1 tệp không đọc được và không có trong kết quả.").await?;
    visitor.read_in(".context", "119 tệp").await
}

#[tokio::test]
async fn a_picture_of_a_table_is_told_from_a_table() -> Result<()> {
    let visitor = Visitor::open(Screen::Desktop).await?;
    visitor.paste_into_focus(&[], 1).await?;
    visitor.read_in(".notice[role=alert]", "Nội dung vừa dán là ảnh").await
}

#[tokio::test]
async fn a_second_paste_takes_nothing_from_the_first() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, START).await?;
    for day in [5, 6] {
        visitor.paste(&log(day)).await?;
        visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
        visitor.see(".why").await?;
    }
    visitor.go("#/du-lieu").await?;
    visitor.read_in(".file-list", "Bảng dán 2.tsv").await?;
    ensure!(visitor.texts(".file-list li").await? == ["Bảng dán.tsv", "Bảng dán 2.tsv"], "both are there");
    Ok(())
}

#[tokio::test]
async fn text_that_a_phone_put_into_the_field_is_read_on_request() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Phone, START).await?;
    // The tabs of a phone lie over the lower edge of the page.
    visitor.run("document.querySelector('.paste').scrollIntoView({ block: 'center' })").await?;
    visitor.click("Dán bảng vào đây").await?;
    visitor.see("textarea[data-paste]").await?.send_keys(&log(5)).await?;
    visitor.click("Đọc bảng này").await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await
}
