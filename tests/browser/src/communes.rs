//! What a province gets from its communes: a log of each, but for two that send nothing, and one that is sent twice.

use crate::Visitor;
use anyhow::{Context, Result, ensure};
use std::fmt::Write;
use std::path::PathBuf;

const ROSTER: &str = include_str!("../../../rules/rosters/kien-giang-to-2025-06-30.csv");

impl Visitor {
    /// Puts a log of 2024 for every commune but two on the desk, and one that was sent twice: 143 files. Every ninth is an item
    /// short in quarter III.
    pub fn logs_of_communes(&self) -> Result<Vec<PathBuf>> {
        let rows: Vec<Vec<&str>> = ROSTER.lines().skip(1).map(|line| line.split(',').collect()).collect();
        let district = |id: &str| rows.iter().find(|row| row[0] == id).map(|row| row[1]);
        let communes: Vec<&Vec<&str>> = rows.iter().filter(|row| row[2] == "commune").collect();
        ensure!(communes.len() == 144, "the roster lists {} communes", communes.len());
        let mut files = Vec::new();
        for (number, commune) in communes.iter().enumerate().skip(2) {
            let above = district(commune[3]).context("a commune without a district")?;
            let text = log(commune[1], above, number % 9 == 0)?;
            files.push(self.file(&format!("{number:03}.csv"), &text)?);
            if number == 2 {
                files.push(self.file("002 (gửi lại).csv", &text)?);
            }
        }
        Ok(files)
    }
}

fn log(commune: &str, district: &str, short: bool) -> Result<String> {
    let mut text = "Huyện,Xã,Ngày,Loại hoạt động,Nội dung,Số người tham dự\n".to_owned();
    for month in [1_u32, 2, 3, 4, 5, 6, 7, 8, 9] {
        let items = if month % 3 == 0 && !(short && month == 9) { 2 } else { 1 };
        for item in 1..=items {
            writeln!(text, "{district},{commune},{item:02}/{month:02}/2024,Tin,Bình đẳng giới {month}.{item},")?;
        }
    }
    writeln!(text, "{district},{commune},08/03/2024,Cuộc truyền thông,Tọa đàm bình đẳng giới,50")?;
    Ok(text)
}
