//! What stands around a table: title lines, sheet and file name.
//!
//! It decides the period of undated rows, the cut-off and what kind of activity the table is about. It reads no row.

use super::headers::{Wording, holds};
use crate::fold::fold;
use crate::grid::Table;
use crate::meaning::dates::read_period;
use chrono::NaiveDate;
use domain::{ActivityKind, Span, Vocabulary};

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

/// The period stated: in a title line, else by the sheet, else by the file.
pub(super) fn period(table: &Table) -> Option<Span> {
    texts(table).into_iter().filter(|line| !dates_something_else(line)).find_map(read_period)
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
    kinds.sort();
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
