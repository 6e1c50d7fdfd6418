//! `cargo xtask grid FILE --out DIR`: the tables that reading finds in a file, as clean CSV, so that the grid step can be
//! judged by itself.
//!
//! A file a table: the names of its columns first (levels joined by ` > `), then its rows as they stand, merged cells
//! filled, title lines and footers taken off. Rows of totals are rows of the table and stay; what they mean is decided
//! later. Dates are written as dd/mm/yyyy.

use anyhow::{Context, Result, anyhow, bail};
use domain::Language;
use intake::grid::{Column, Table};
use intake::read::{ReadFile, read_files};
use report::csv::{self, Flavour};
use report::worded;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// Between the levels of a header.
const LEVELS: &str = " > ";

/// Writes the tables of one file.
pub fn grid(arguments: &[String]) -> Result<()> {
    let (file, out) = parse(arguments)?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let input = BufReader::new(File::open(&file).with_context(|| format!("cannot open {}", file.display()))?);
    let size = fs::metadata(&file)?.len();
    let read = read_files(&name, input, size, &BTreeMap::new(), &mut ());
    fs::create_dir_all(&out).with_context(|| format!("cannot make {}", out.display()))?;
    let mut number = 0;
    for result in &read {
        match result {
            Ok(read) => write_tables(read, &out, &mut number)?,
            Err(error) => println!("{}: {}", error.file, worded::read_error(Language::En, &error.kind)),
        }
    }
    if number == 0 {
        bail!("no table in {}", file.display());
    }
    Ok(())
}

fn parse(arguments: &[String]) -> Result<(PathBuf, PathBuf)> {
    match arguments {
        [file, flag, out] if flag == "--out" => Ok((file.into(), out.into())),
        [flag, out, file] if flag == "--out" => Ok((file.into(), out.into())),
        _ => Err(anyhow!("usage: cargo xtask grid FILE --out DIR")),
    }
}

fn write_tables(read: &ReadFile, out: &Path, number: &mut usize) -> Result<()> {
    for table in &read.tables {
        *number += 1;
        let path = out.join(file_name(*number, table));
        fs::write(&path, clean(table)).with_context(|| format!("cannot write {}", path.display()))?;
        let sheet = if table.sheet.is_empty() { String::new() } else { format!(" › {}", table.sheet) };
        let (rows, columns) = (table.rows.len(), table.columns.len());
        let header = table.header_row;
        println!("{}{sheet}: header in row {header}, {rows} rows × {columns} columns → {}", table.file, path.display());
    }
    for finding in &read.findings {
        let row = finding.at.row.map(|row| format!(", row {row}")).unwrap_or_default();
        println!("  {}{row}: {}", finding.at.file, worded::finding(Language::En, finding));
    }
    Ok(())
}

/// `2-Quý I.csv`: the order of the tables, then the sheet, or the file where there are no sheets.
fn file_name(number: usize, table: &Table) -> String {
    let name = if table.sheet.is_empty() { &table.file } else { &table.sheet };
    let safe: String = name.chars().map(|letter| if is_safe(letter) { letter } else { '_' }).collect();
    format!("{number}-{safe}.csv")
}

fn is_safe(letter: char) -> bool {
    letter.is_alphanumeric() || " -_.".contains(letter)
}

fn clean(table: &Table) -> Vec<u8> {
    let header: Vec<String> = table.columns.iter().map(|column: &Column| column.headers.join(LEVELS)).collect();
    let rows = table.rows.iter().map(|row| row.cells().map(|value| value.text()).collect());
    csv::table(Flavour::Machine, &header, rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn cleaned(text: &str) -> Vec<String> {
        let read = read_files("bang.csv", Cursor::new(text), text.len() as u64, &BTreeMap::new(), &mut ());
        let tables = read.iter().flatten().flat_map(|read| &read.tables);
        tables.map(|table| String::from_utf8(clean(table)).unwrap().replace("\r\n", "\n")).collect()
    }

    #[test]
    fn titles_and_signatures_come_off_and_levels_are_one_header() {
        let text = "PHỤ LỤC 1,,,\n,,,\nSTT,Đơn vị,Quý I,\n,,Số cuộc,Số người\n1,\"Xã A, B\",2,30\n,Tổng cộng,2,30\n,,,Người lập\n";
        assert_eq!(
            cleaned(text),
            ["STT,Đơn vị,Quý I > Số cuộc,Quý I > Số người\n1,\"Xã A, B\",2,30\n,Tổng cộng,2,30\n"]
        );
    }

    #[test]
    fn each_table_is_written_by_itself() {
        let text = "Ngày,Nội dung,Số cuộc\n8/3/2024,Tọa đàm,1\n9/3/2024,Hội thi,2\n\n\nNgày,Tên tin bài,Kênh\n8/3/2024,Tin vui,Zalo\n9/3/2024,Tin buồn,Loa\n";
        let tables = cleaned(text);
        let headers: Vec<&str> = tables.iter().filter_map(|table| table.lines().next()).collect();
        assert_eq!(headers, ["Ngày,Nội dung,Số cuộc", "Ngày,Tên tin bài,Kênh"]);
    }

    #[test]
    fn names_of_files_hold_nothing_that_a_folder_would_not_take() {
        let table = |sheet: &str| Table {
            file: "a.xlsx".to_owned(),
            sheet: sheet.to_owned(),
            header_row: 1,
            title_lines: Vec::new(),
            footer_lines: Vec::new(),
            columns: Vec::new(),
            rows: std::iter::empty().collect(),
        };
        assert_eq!(file_name(2, &table("Quý I/2024")), "2-Quý I_2024.csv");
        assert_eq!(file_name(1, &table("")), "1-a.xlsx.csv");
    }
}
