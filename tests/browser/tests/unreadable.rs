//! Files that cannot be read: each is told what was seen and what helps, and the page goes on.

use anyhow::Result;
use base64::Engine;
use browser::{Screen, Visitor, sample};

const PIXEL: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

#[tokio::test]
async fn every_unreadable_file_is_told_what_helps_and_the_page_goes_on() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    let picture = base64::engine::general_purpose::STANDARD.decode(PIXEL)?;
    for (name, content, seen, helps) in [
        ("trong.xlsx", Vec::new(), "Tệp trống.", "Mở tệp xem còn nội dung không"),
        ("anh.xlsx", picture, "không phải bảng tính", "lưu thành .xlsx"),
        ("van-xuoi.txt", prose(), "không thấy dòng tiêu đề cột", "Thêm một dòng tiêu đề phía trên dữ liệu"),
        ("mat-khau.xlsx", locked_workbook(), "Tệp có mật khẩu.", "bỏ mật khẩu"),
    ] {
        visitor.choose(&[&visitor.file(name, content)?]).await?;
        visitor.read_in("[role=alert] h2", name).await?;
        visitor.read_in("[role=alert]", seen).await?;
        visitor.read_in("[role=alert]", helps).await?;
        visitor.control("Chọn tệp khác").await?;
    }
    visitor.choose(&[&sample("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx")]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await
}

#[tokio::test]
async fn a_bad_file_beside_a_good_one_is_told_and_the_good_one_is_read() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    let locked = visitor.file("mat-khau.xlsx", locked_workbook())?;
    visitor.choose(&[&locked, &sample("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx")]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await?;
    visitor.read("1 tệp không đọc được và không có trong kết quả.").await?;
    visitor.go("#/kiem-tra").await?;
    visitor.read_in("main", "Tệp có mật khẩu.").await
}

#[tokio::test]
async fn a_bad_file_added_later_takes_no_result_away() -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    visitor.choose(&[&sample("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx")]).await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await?;
    visitor.drop_files(&[&visitor.file("van-xuoi.txt", prose())?]).await?;
    visitor.read("1 tệp không đọc được và không có trong kết quả.").await?;
    visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp: chưa đạt").await
}

fn prose() -> Vec<u8> {
    "Kính gửi các đồng chí.\nMời dự họp đúng giờ tại phòng họp của cơ quan.\nTrân trọng cảm ơn.\n".into()
}

/// The compound file in which Excel wraps an encrypted workbook, as small as it can be: header, allocation table and
/// a directory that names the stream.
fn locked_workbook() -> Vec<u8> {
    const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
    const FREE: u32 = 0xFFFF_FFFF;
    let mut file = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    file.resize(24, 0);
    for half in [0x3E_u16, 3, 0xFFFE, 9, 6] {
        file.extend(half.to_le_bytes());
    }
    file.resize(44, 0);
    for word in [1, 1, 0, 4096, END_OF_CHAIN, 0, END_OF_CHAIN, 0, 0] {
        file.extend(word.to_le_bytes());
    }
    file.resize(512, 0xFF);
    let sectors = [0xFFFF_FFFD, END_OF_CHAIN].into_iter().chain(std::iter::repeat_n(FREE, 126));
    file.extend(sectors.flat_map(u32::to_le_bytes));
    file.extend([("Root Entry", 5), ("EncryptedPackage", 2), ("", 0), ("", 0)].into_iter().flat_map(directory_entry));
    file
}

fn directory_entry((name, kind): (&str, u8)) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = u16::try_from(entry.len()).map_or(0, |length| if length > 0 { length + 2 } else { 0 });
    entry.resize(64, 0);
    entry.extend(length.to_le_bytes());
    entry.push(kind);
    entry.resize(68, 1);
    for word in [u32::MAX, u32::MAX, if kind == 5 { 1 } else { u32::MAX }] {
        entry.extend(word.to_le_bytes());
    }
    entry.resize(116, 0);
    entry.extend(0xFFFF_FFFE_u32.to_le_bytes());
    entry.resize(128, 0);
    entry
}
