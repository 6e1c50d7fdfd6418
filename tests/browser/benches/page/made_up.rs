//! Tables that nobody kept: logs of the shipped communes, always the same.

use anyhow::Result;
use rust_xlsxwriter::Workbook;

/// What every table begins with.
const HEADER: [&str; 7] = ["TT", "Huyện", "Xã", "Ngày đăng", "Tên tin bài", "Thể loại", "Kênh"];

/// The rows of a log of the year 2024.
fn rows(count: usize) -> impl Iterator<Item = [String; 7]> {
    let roster = include_str!("../../../../rules/rosters/kien-giang-to-2025-06-30.csv");
    let fields = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
    let lines: Vec<Vec<String>> = roster.lines().map(fields).filter(|line| line.len() > 3).collect();
    let name_of = |id: &str| lines.iter().find(|line| line[0] == id).map(|line| line[1].clone());
    let communes: Vec<(String, String)> = lines
        .iter()
        .filter(|line| line[2] == "commune")
        .filter_map(|line| Some((name_of(&line[3])?, line[1].clone())))
        .collect();
    (0..count).filter_map(move |row| {
        let (district, commune) = communes.get(row % communes.len())?.clone();
        let date = format!("{:02}/{:02}/2024", row % 28 + 1, row / 28 % 9 + 1);
        let (kind, channel) = if row % 5 == 0 { ("Hội thảo", "Hội trường") } else { ("Tin", "Zalo") };
        let title = format!("{kind} số {row} về bình đẳng giới");
        Some([row.to_string(), district, commune, date, title, kind.to_owned(), channel.to_owned()])
    })
}

/// A log as CSV.
pub fn csv(count: usize) -> Vec<u8> {
    let mut text = HEADER.join(",") + "\n";
    for row in rows(count) {
        text.push_str(&row.join(","));
        text.push('\n');
    }
    text.into_bytes()
}

/// A log as a workbook.
pub fn workbook(count: usize) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, HEADER)?;
    for (row, line) in (1..).zip(rows(count)) {
        sheet.write_row(row, 0, line)?;
    }
    Ok(book.save_to_buffer()?)
}
