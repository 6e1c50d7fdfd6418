//! Layout cases: every file in `tests/cases/layout` is a sheet and the tables that must be found in it.
//!
//! Above `---` stands the sheet, cells separated by `|`, a blank line for a blank row; lines that begin with `>` are
//! directions: `> sheet NAME`, `> merge B2:D2`, `> hide C`. In a cell, `#5` is a number, `@2024-03-08` a
//! date, `\n` a line end. Below `---` stand the tables. A case without directions and typed cells is read twice: as an XLSX and as a CSV
//! file, and both must give the same. `BLESS=1` rewrites the lower part: read it before you keep it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use domain::{Finding, column_letters};
use intake::grid::{Row, Table};
use intake::read::{ReadFile, read_files};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Cursor;
use std::path::{Path, PathBuf};

#[test]
fn every_sheet_gives_the_tables_written_below_it() {
    let mut failures = Vec::new();
    let cases = cases();
    assert!(!cases.is_empty(), "no case found");
    for path in cases {
        check(&path, &mut failures);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/layout");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn check(path: &Path, failures: &mut Vec<String>) {
    let case = std::fs::read_to_string(path).unwrap();
    let (sheet, expected) = case.split_once("---\n").unwrap_or((&case, ""));
    let found = shown(workbook(sheet));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, format!("{sheet}---\n{found}")).unwrap();
    } else if found != expected {
        failures.push(format!("{} as XLSX:\n{found}", path.display()));
    }
    if is_plain(sheet) {
        let as_text = shown(text(sheet));
        if as_text != found {
            failures.push(format!("{} as CSV:\n{as_text}", path.display()));
        }
    }
}

fn shown(bytes: Vec<u8>) -> String {
    let size = bytes.len() as u64;
    match read_files("f", Cursor::new(bytes), size, &BTreeMap::new(), &mut ()).remove(0) {
        Ok(ReadFile { tables, findings, .. }) => {
            tables.iter().map(shown_table).chain(findings.iter().map(shown_finding)).collect()
        }
        Err(error) => format!("error {:?}\n", error.kind),
    }
}

fn shown_table(table: &Table) -> String {
    let mut out = format!("table {} header {}\n", sheet_name(table), table.header_row);
    for title in &table.title_lines {
        writeln!(out, "title {title}").unwrap();
    }
    for column in &table.columns {
        let hidden = if column.hidden { " (hidden)" } else { "" };
        writeln!(out, "column {} {}{hidden}", column_letters(column.index), column.headers.join(" > ")).unwrap();
    }
    table.rows.iter().for_each(|row| out.push_str(&shown_row(&row)));
    for (row, line) in &table.footer_lines {
        writeln!(out, "footer {row} {line}").unwrap();
    }
    out
}

/// A CSV file has no name for its sheet, and the first sheet of a workbook has one nobody chose.
fn sheet_name(table: &Table) -> &str {
    if table.sheet.is_empty() { "Sheet1" } else { &table.sheet }
}

fn shown_row(row: &Row) -> String {
    let cells: Vec<String> = row.cells().map(|cell| cell.text().replace('\n', "\\n")).collect();
    let total = if row.is_total { " total" } else { "" };
    let sections: Vec<String> = row.sections.iter().map(|section| format!(" [{section}]")).collect();
    format!("row {}{total}{} | {}\n", row.number, sections.concat(), cells.join(" | "))
}

fn shown_finding(finding: &Finding) -> String {
    format!("finding {} {:?}\n", finding.at.cell(), finding.kind)
}

fn is_plain(sheet: &str) -> bool {
    !sheet.lines().any(|line| line.starts_with('>')) && !cells(sheet).any(|cell| cell.starts_with(['#', '@']))
}

fn cells(sheet: &str) -> impl Iterator<Item = &str> {
    sheet.lines().flat_map(|line| line.split('|')).map(str::trim)
}

fn text(sheet: &str) -> Vec<u8> {
    let quoted = |cell: &str| format!("\"{}\"", cell.trim().replace("\\n", "\n").replace('"', "\"\""));
    let line = |line: &str| match line {
        "" => "\n".to_owned(),
        _ => line.split('|').map(quoted).collect::<Vec<_>>().join(",") + "\n",
    };
    sheet.lines().map(line).collect::<String>().into_bytes()
}

fn workbook(case: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let mut sheet = Worksheet::new();
    let mut row = 0;
    for line in case.lines() {
        match line.strip_prefix("> ") {
            Some(direction) if direction.starts_with("sheet ") => {
                if row > 0 {
                    book.push_worksheet(std::mem::take(&mut sheet));
                }
                sheet.set_name(&direction[6..]).unwrap();
                row = 0;
            }
            Some(direction) => direct(&mut sheet, direction),
            None => {
                (0..).zip(line.split('|')).for_each(|(column, cell)| write(&mut sheet, row, column, cell.trim()));
                row += 1;
            }
        }
    }
    book.push_worksheet(sheet);
    book.save_to_buffer().unwrap()
}

fn direct(sheet: &mut Worksheet, direction: &str) {
    match direction.split_once(' ').unwrap() {
        ("merge", region) => {
            let (first, last) = region.split_once(':').unwrap();
            let ((top, left), (bottom, right)) = (place(first), place(last));
            // Writes a blank into every cell of the region; the text follows with its row.
            sheet.merge_range(top, left, bottom, right, "", &Format::new()).unwrap();
        }
        ("hide", column) => drop(sheet.set_column_hidden(place(&format!("{column}1")).1).unwrap()),
        other => panic!("{other:?}"),
    }
}

fn place(text: &str) -> (u32, u16) {
    let column = text
        .bytes()
        .take_while(u8::is_ascii_alphabetic)
        .fold(0, |column, letter| column * 26 + u16::from(letter - b'A') + 1);
    let row: u32 = text.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).parse().unwrap();
    (row - 1, column - 1)
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &str) {
    if let Some(number) = cell.strip_prefix('#') {
        sheet.write(row, column, number.parse::<f64>().unwrap()).unwrap();
    } else if let Some(day) = cell.strip_prefix('@') {
        let format = Format::new().set_num_format("dd/mm/yyyy");
        sheet.write_with_format(row, column, ExcelDateTime::parse_from_str(day).unwrap(), &format).unwrap();
    } else if !cell.is_empty() {
        sheet.write(row, column, cell.replace("\\n", "\n")).unwrap();
    }
}
