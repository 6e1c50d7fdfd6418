//! What stands around a table: title lines, sheet and file name.
//!
//! It decides the period of undated rows, the cut-off and what kind of activity the table is about. It reads no row.

use super::headers::{Wording, holds, is_year, part};
use crate::fold::fold;
use crate::grid::Table;
use crate::meaning::dates::{read_period, read_year_part};
use chrono::{Datelike, NaiveDate};
use domain::{ActivityKind, Arrange, Span, Vocabulary, YearPart};

/// Lines that hold dates of other things: of the decree, of the letter, of the receipt, of the signing.
const OTHER_DATES: [&str; 9] = [
    "kem theo",
    "ban hanh",
    "ngay nhan",
    "can cu",
    "quyet dinh so",
    "bao cao so",
    "ke hoach so",
    "tinh den",
    "hang nam",
];
/// Words that hold the word of a kind and are none.
const NO_KINDS: [&str; 9] = [
    "thong tin",
    "ban tin",
    "cuoc song",
    "tin hoc",
    "thong tin co so",
    "cong nghe thong tin",
    "bai bo",
    "bai tru",
    "niem tin",
];

/// Title, sheet and file name, nearest first.
pub(super) fn texts(table: &Table) -> Vec<&str> {
    let lines = table.title_lines.iter().map(String::as_str);
    lines.chain([table.sheet.as_str(), stem(&table.file)]).collect()
}

/// The period stated: in a title line, else by the sheet, else by the file; a sheet "Quý I" is that part of their year.
pub(super) fn period(table: &Table) -> Option<Span> {
    let lines =
        texts(table).into_iter().filter_map(|line| if dates_something_else(line) { beside(line) } else { Some(line) });
    let lines: Vec<String> = lines.map(without_horizon).collect();
    let of_sheet = read_year_part(&table.sheet);
    match lines.iter().find_map(|line| read_period(line)) {
        Some(stated) => of_sheet.and_then(|part| part_of_whole(part, stated)).or(Some(stated)),
        None => {
            let year = named_year(table)?;
            let part = of_sheet.or_else(|| table.title_lines.iter().find_map(|line| part(&Wording::of(line).words)));
            part.and_then(|part| part_of_whole(part, year)).or(Some(year))
        }
    }
}

/// The part of a period that is a whole year.
fn part_of_whole(part: YearPart, whole: Span) -> Option<Span> {
    let year = whole.from().year();
    (Span::year(year) == Some(whole)).then(|| part.of_year(year))?
}

/// The one year in the name of the sheet, else of the file: "Nhật ký 2024.xlsx".
fn named_year(table: &Table) -> Option<Span> {
    [table.sheet.as_str(), stem(&table.file)].into_iter().find_map(|name| {
        let mut years: Vec<&str> =
            name.split(|letter: char| !letter.is_ascii_digit()).filter(|word| is_year(word)).collect();
        years.arrange();
        years.dedup();
        if let [year] = years.as_slice() { Span::year(year.parse().ok()?) } else { None }
    })
}

/// The period in the cell beside a field that dates something else: "Ngày nhận báo cáo (BC): 6 tháng đầu năm 2024".
fn beside(line: &str) -> Option<&str> {
    let (_, value) = line.rsplit_once(": ")?;
    let folded = fold(value);
    let names_a_period =
        ["6 thang", "9 thang", "thang", "quy", "nam 20", "ca nam"].iter().any(|name| folded.starts_with(name));
    names_a_period.then_some(value)
}

/// Documents whose titles say how far they reach.
const DOCUMENTS: [&str; 8] =
    ["chuong trinh", "ke hoach", "chien luoc", "de an", "muc tieu", "quyet dinh", "nghi quyet", "du an"];

/// A line without the years that the name of a document reaches to: "Chương trình … đến năm 2030", "Kế hoạch … giai đoạn
/// 2021–2030" say nothing about when its rows took place.
fn without_horizon(line: &str) -> String {
    let folded = fold(line).replace(['–', '—'], "-");
    let Some(named) = DOCUMENTS.iter().filter_map(|document| folded.find(document)).min() else {
        return line.to_owned();
    };
    let (before, after) = folded.split_at_checked(named).unwrap_or((&folded, ""));
    let mut kept = before.to_owned();
    let mut rest = after;
    while let Some((at, length)) = horizon(rest) {
        kept.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at + length..).unwrap_or_default();
    }
    kept + rest
}

/// Where a horizon begins, and how long it is.
fn horizon(folded: &str) -> Option<(usize, usize)> {
    ["den nam ", "giai doan "]
        .iter()
        .filter_map(|words| {
            let at = folded.find(words)?;
            let years = folded.get(at + words.len()..)?;
            let length = years.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b' ')).count();
            let digits = years.bytes().take(length).filter(u8::is_ascii_digit).count();
            (digits >= 4).then_some((at, words.len() + digits_end(years)))
        })
        .min()
}

/// One year, or two with a dash between them.
fn digits_end(years: &str) -> usize {
    let year = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = year(years);
    let dash = years.get(first..).unwrap_or_default();
    let gap = dash.bytes().take_while(|byte| matches!(byte, b'-' | b' ')).count();
    let second = year(dash.get(gap..).unwrap_or_default());
    if second == 4 && dash.get(..gap).is_some_and(|gap| gap.contains('-')) { first + gap + second } else { first }
}

/// The day up to which the figures are complete: "số liệu tính đến ngày 15/6/2024".
pub(super) fn cut_off(table: &Table) -> Option<NaiveDate> {
    table.title_lines.iter().find_map(|line| {
        let line = fold(line);
        let (_, after) = line.split_once("tinh den")?;
        day(after).or_else(|| read_period(after).map(Span::to))
    })
}

/// The one kind that the nearest text names; a text that names several decides nothing.
pub(super) fn default_kind(table: &Table, headers: &[Wording], vocabulary: &Vocabulary) -> Option<ActivityKind> {
    let around = texts(table).into_iter().map(|text| Wording::of(text).words);
    let nearest_first = [table.sheet.as_str()].into_iter().map(|sheet| Wording::of(sheet).words);
    let named = nearest_first.chain(around).find_map(|words| only_kind(&words, vocabulary));
    named.or_else(|| headers.iter().find_map(|header| only_kind(&header.words, vocabulary)))
}

fn only_kind(words: &str, vocabulary: &Vocabulary) -> Option<ActivityKind> {
    let words = NO_KINDS.iter().fold(format!(" {words} "), |words, none| words.replace(&format!(" {none} "), " | "));
    let words = words.trim();
    let shipped =
        [("cuoc truyen thong", ActivityKind::Event), ("tin bai", ActivityKind::News), ("mo hinh", ActivityKind::Model)];
    let plain = shipped.iter().filter(|(phrase, _)| holds(words, phrase)).map(|(_, kind)| *kind);
    let of_plan =
        vocabulary.kinds.iter().filter(|kind| kind.terms.iter().any(|term| holds(words, &Wording::of(term).words)));
    let mut kinds: Vec<ActivityKind> = plain.chain(of_plan.map(|kind| kind.kind)).collect();
    kinds.arrange();
    kinds.dedup();
    if let [kind] = kinds.as_slice() { Some(*kind) } else { None }
}

fn dates_something_else(line: &str) -> bool {
    let words = Wording::of(line).words;
    let inside = fold(line);
    let signed = inside.contains(", ngay ") && inside.contains("thang");
    signed || OTHER_DATES.iter().any(|phrase| holds(&words, phrase) || inside.contains(phrase))
}

/// The first three numbers as day, month and year.
fn day(text: &str) -> Option<NaiveDate> {
    let mut numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let (day, month, year) = (numbers.next()?, numbers.next()?, numbers.next()?);
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        .filter(|_| (day.len() <= 2) && (year.len() == 4))
}

fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_years_that_a_document_reaches_to_are_no_period() {
        let cases = [
            ("Chương trình truyền thông về bình đẳng giới đến năm 2030 - quý I năm 2024", Some("2024-Q1")),
            ("KẾT QUẢ THỰC HIỆN KẾ HOẠCH GIAI ĐOẠN 2021 – 2025, NĂM 2024", Some("2024")),
            ("Chiến lược quốc gia giai đoạn 2021-2030", None),
            ("Số liệu từ năm 2022 đến năm 2024", Some("2022-01-01/2024-12-31")),
            ("Năm 2023: thực hiện Chương trình đến năm 2030", Some("2023")),
        ];
        for (line, expected) in cases {
            let found = read_period(&without_horizon(line)).map(|span| span.to_string());
            assert_eq!(found.as_deref(), expected, "{line}");
        }
    }
}
