//! The dialect of a text file: which delimiter, and whether quotes quote.
//!
//! Every candidate splits a sample; the one with the steadiest number of fields, the cleanest cells and the most header
//! words wins. Title lines above the table do not count against it. It sees the sample only.

use super::records::{Dialect, Fields, Records};
use crate::layout::words::{Likeness, likeness};
use std::collections::BTreeMap;

// Ties go to the first: a comma stands in ordinary text more often than the others.
const DELIMITERS: [u8; 4] = [b'\t', b';', b'|', b','];

/// Records that can hold the header.
const HEADER_RECORDS: usize = 48;

/// What the start of the text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sniffed {
    pub(crate) dialect: Dialect,
    /// Bytes of a `sep=;` line, which spreadsheet programs write and do not show.
    pub(crate) skip: usize,
}

/// Looks at the start of the text, which may end inside a record.
pub(crate) fn sniff(sample: &str) -> Sniffed {
    if let Some(told) = told(sample) {
        return told;
    }
    let best = DELIMITERS
        .into_iter()
        .map(|delimiter| Dialect { delimiter, quote: Some(b'"') })
        .map(|dialect| (score(sample, dialect), dialect))
        .rev()
        .max_by(|(one, _), (other, _)| one.total_cmp(other));
    let comma = Dialect { delimiter: b',', quote: Some(b'"') };
    let dialect = best.filter(|(score, _)| *score > 0.0).map_or(comma, |(_, dialect)| dialect);
    Sniffed { dialect, skip: 0 }
}

fn told(sample: &str) -> Option<Sniffed> {
    let line = sample.lines().next()?;
    let [delimiter] = line.trim().strip_prefix("sep=")?.as_bytes() else { return None };
    let line_end = match sample.get(line.len()..)? {
        rest if rest.starts_with("\r\n") => 2,
        rest => rest.len().min(1),
    };
    Some(Sniffed { dialect: Dialect { delimiter: *delimiter, quote: Some(b'"') }, skip: line.len() + line_end })
}

fn score(sample: &str, dialect: Dialect) -> f64 {
    let records = split(sample, dialect);
    let clean: Vec<f64> =
        records.iter().filter(|fields| fields.len() > 1).flatten().map(|field| cleanness(field)).collect();
    if clean.is_empty() {
        return 0.0;
    }
    let cleanness = clean.iter().sum::<f64>() / clean.len() as f64;
    let names = records.iter().take(HEADER_RECORDS).map(|fields| header_words(fields)).max().unwrap_or(0);
    steadiness(&records) * cleanness * (1.0 + names.min(12) as f64)
}

fn split(sample: &str, dialect: Dialect) -> Vec<Vec<String>> {
    let mut found: Vec<Vec<String>> = Vec::new();
    let mut each = |_, fields: Fields<'_>| found.push(fields.iter().map(|field| field.trim().to_owned()).collect());
    let mut records = Records::new(dialect);
    let pushed = records.push(sample.as_bytes(), &mut each);
    // The last record may be cut, or swallowed by a stray quote: it counts only if it is all there is.
    let finished = pushed.and_then(|()| records.finish(&mut each));
    if finished.is_ok() && found.len() > 2 && !sample.ends_with('\n') {
        found.pop();
    }
    found
}

/// How many records have the most telling number of fields; trailing empty fields do not count, for programs pad rows.
fn steadiness(records: &[Vec<String>]) -> f64 {
    let mut widths: BTreeMap<usize, u32> = BTreeMap::new();
    let filled = records.iter().map(Vec::len).filter(|width| *width > 0);
    filled.for_each(|width| *widths.entry(width).or_default() += 1);
    let weigh = |(width, count): (&usize, &u32)| f64::from(*count) * (*width as f64 - 1.0) / *width as f64;
    let best = widths.iter().map(weigh).fold(0.0, f64::max);
    let all: f64 = widths.iter().map(weigh).sum();
    (best + 0.25 * (all - best)) / records.len().max(1) as f64
}

fn header_words(fields: &[String]) -> usize {
    fields.iter().filter(|field| likeness(field) > Likeness::None).count()
}

/// 1 for empty cells and numbers, less for long text and for text that another delimiter would split.
fn cleanness(field: &str) -> f64 {
    let is_number = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '-' | '/' | ':' | '%' | ' ');
    match () {
        () if field.chars().all(is_number) => 1.0,
        () if field.contains('"') => 0.1,
        () if field.contains([';', '\t', '|']) => 0.2,
        () if field.contains(',') => 0.7,
        () if field.len() > 200 => 0.7,
        () => 0.9,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::{Path, PathBuf};

    #[test]
    fn the_delimiter_is_found_below_title_lines() {
        let cases = [
            (b',', "CỘNG HÒA, XÃ HỘI\nBáo cáo\n\nSTT,Đơn vị,Ngày\n1,Xã A,8/3/2024\n2,Xã B,9/3/2024\n"),
            (b';', "STT;Đơn vị;Nội dung\n1;Xã A;Hội nghị, tập huấn, tọa đàm\n2;Xã B;Phát thanh, tờ rơi\n"),
            (b';', "a;b;c\n0,5;1,2;3,4\n1,5;2,5;3,5\n"),
            (b'\t', "STT\tĐơn vị\tNội dung\n1\tXã A, huyện B\tTruyền thông; tờ rơi\n"),
            (b'|', "STT|Đơn vị|Nội dung\n1|Xã A, huyện B|Truyền thông; tờ rơi\n"),
            (b',', "date,unit_id,kind,tags\n2024-03-05,1,event,a;b;c\n2024-03-06,2,event,a;b;c\n"),
            (b',', "\"a;b\",\"c;d\"\n\"e;f\",\"g;h\"\n"),
            (b',', "x\n"),
        ];
        for (delimiter, text) in cases {
            assert_eq!(sniff(text).dialect.delimiter, delimiter, "{text}");
        }
    }

    #[test]
    fn a_line_that_names_the_delimiter_is_obeyed_and_skipped() {
        for (text, skip) in [("sep=;\r\na,b;c\r\n", 7), ("sep=;\na,b;c\n", 6), ("sep=;", 5)] {
            let sniffed = sniff(text);
            assert_eq!((sniffed.dialect.delimiter, sniffed.skip), (b';', skip), "{text:?}");
        }
    }

    /// Where the public suite of dialects is at hand, at least 96 of 100 of its files are told right.
    #[test]
    fn the_suite_of_dialects_is_told_right() {
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/suites");
        let root = std::env::var_os("SHARED_SUITES").map_or(beside, PathBuf::from).join("csvsniffer");
        for (list, folder) in [("Dialect_annotations.txt", "CSV"), ("W3C-CSVW-Dialect_annotations.txt", "W3C-CSVW")] {
            let Ok(list) = std::fs::read_to_string(root.join(list)) else {
                println!("skipped: the suite is not at hand");
                return;
            };
            let told: Vec<bool> = list.lines().filter_map(|line| is_told(&root.join(folder), line)).collect();
            let right = told.iter().filter(|right| **right).count();
            assert!(right * 100 >= told.len() * 96, "{folder}: {right} of {}", told.len());
        }
    }

    /// A line is `file|encoding|delimiter|…`; delimiters that are not looked for do not count.
    fn is_told(folder: &Path, line: &str) -> Option<bool> {
        let mut parts = line.split('|');
        let file = folder.join(parts.next()?);
        let delimiter = match parts.nth(1)? {
            "comma" => b',',
            "semicolon" => b';',
            "tab" => b'\t',
            "vslash" => b'|',
            _ => return None,
        };
        let bytes = std::fs::read(file).ok()?;
        let sample = String::from_utf8_lossy(bytes.get(..bytes.len().min(64 << 10))?).into_owned();
        Some(sniff(&sample).dialect.delimiter == delimiter)
    }
}
