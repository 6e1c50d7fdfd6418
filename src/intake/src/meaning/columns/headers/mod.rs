//! What a header says: from its words to senses.
//!
//! It decides what each level of a header may mean, by phrases (`phrases`, `registers`) and by the plan's own terms.
//! It sees no value and no other column, so several senses stay open: the modules above settle them.

mod canonical;
mod phrases;
mod registers;
mod wording;

pub(super) use canonical::{canonical_fields, is_written};
pub(super) use registers::{speaks_of, title_speaks_of};
pub(super) use wording::{Wording, holds, starts};

use super::super::dates::read_year_part;
use crate::fold::fold;
use domain::{ActivityKind, Field, TableKind, Vocabulary, YearPart};

/// One thing a header level says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// The column is this field.
    Is(Field),
    /// A number of activities of a kind.
    Counts(ActivityKind),
    /// Only the word of a kind: a count over numbers, a title over texts.
    Names(ActivityKind),
    /// A part of the year.
    Part(YearPart),
    /// A plan (Kế hoạch).
    Plan,
    /// A result (Thực hiện).
    Result,
    /// A total (Cộng, Lũy kế).
    Total,
    /// A number of whatever the row says (Số lượng).
    Amount,
    /// A part of the column before (Trong đó).
    OfWhich,
    /// Leaflets, banners, books: material, no activity.
    Material,
    /// "TT" and key letters: row numbers, if they count.
    Enumeration,
    /// "Năm" and "Nam" fold alike.
    YearOrMen,
    /// Known words, but only the user can say what they are.
    Open,
}

/// All that one header level says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// Its senses; none = unknown words.
    pub(super) senses: Vec<Sense>,
    /// How sure the phrase is, in percent.
    pub(super) weight: u8,
}

/// Reads one header level of a table of this kind.
pub(super) fn read_level(level: &Wording, kind: TableKind, vocabulary: &Vocabulary) -> Said {
    let known = phrases::find(&level.words, registers::groups_of(kind))
        .or_else(|| planned_count(&level.words))
        .or_else(|| phrases::find(&level.words, phrases::GENERAL))
        .or_else(|| by_terms(&level.words, vocabulary));
    let mut senses: Vec<Sense> = known.map(|(sense, _)| sense).into_iter().collect();
    let weight = known.map_or(85, |(_, weight)| weight);
    if senses.iter().all(|sense| has_parts(*sense)) {
        senses.extend(part(&level.words).map(Sense::Part));
        senses.extend(mark(&level.words));
    }
    Said { weight: if senses.is_empty() { 0 } else { weight }, senses }
}

/// Can a header of this sense also name a part of the year ("Số cuộc quý I")?
fn has_parts(sense: Sense) -> bool {
    use Sense::{Amount, Counts, Names, Plan, Result, Total};
    matches!(sense, Counts(_) | Names(_) | Plan | Result | Total | Amount)
}

/// The first part of the year in the words: `quy i`, `so cuoc thang 3 2024`.
pub(super) fn part(words: &str) -> Option<YearPart> {
    if words.strip_prefix("nam ").is_some_and(is_year) {
        return Some(YearPart::Year);
    }
    let words: Vec<&str> = words.split(' ').filter(|word| !is_year(word)).collect();
    let tails = (0..words.len()).filter_map(|start| words.get(start..));
    tails.filter(|tail| tail != &["nam"]).find_map(|tail| {
        let heads = (1..=tail.len().min(5)).rev().filter_map(|end| tail.get(..end));
        heads.filter(|head| head != &["nam"]).find_map(|head| read_year_part(&head.join(" ")))
    })
}

/// Is it a year of our time in digits?
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// What else a header of numbers says: "Tổng số cuộc", "Kế hoạch số cuộc".
fn mark(words: &str) -> Option<Sense> {
    const MARKS: [(&str, Sense); 5] = [
        ("tong", Sense::Total),
        ("luy ke", Sense::Total),
        ("ke hoach", Sense::Plan),
        ("chi tieu", Sense::Plan),
        ("trong do", Sense::OfWhich),
    ];
    let first = MARKS.iter().find(|(phrase, _)| starts(words, phrase)).map(|(_, sense)| *sense);
    first.or_else(|| is_planned_number(words).then_some(Sense::Plan))
}

/// "Kế hoạch số tin, bài" plans a count; it is no number of a document ("Kế hoạch số 12").
fn planned_count(words: &str) -> Option<(Sense, u8)> {
    let counted = ["ke hoach ", "chi tieu "].into_iter().find_map(|plan| words.strip_prefix(plan))?;
    phrases::find(counted, phrases::GENERAL).filter(|(sense, _)| matches!(sense, Sense::Counts(_) | Sense::Names(_)))
}

/// "Số cuộc kế hoạch", "Số tin, bài theo chỉ tiêu"; but not "Số cuộc thực hiện so với kế hoạch".
fn is_planned_number(words: &str) -> bool {
    const PLANS: [&str; 5] = ["ke hoach", "chi tieu", "du kien", "duoc giao", "dang ky"];
    const RESULTS: [&str; 6] = ["thuc hien", "ket qua", "da", "dat", "so voi", "hoan thanh"];
    let holds_any = |phrases: &[&str]| phrases.iter().any(|phrase| holds(words, phrase));
    holds_any(&PLANS) && !holds_any(&RESULTS)
}

/// A plan's own terms: "Số tọa đàm" counts, "Tọa đàm" names.
fn by_terms(words: &str, vocabulary: &Vocabulary) -> Option<(Sense, u8)> {
    let noun = without_number_word(words);
    let term = |term: &String, fits: fn(&str, &str) -> bool| {
        let term = Wording::of(term).words;
        !term.is_empty() && fits(noun, &term)
    };
    let first = |fits: fn(&str, &str) -> bool| {
        vocabulary.kinds.iter().find(|kind| kind.terms.iter().any(|word| term(word, fits))).map(|kind| kind.kind)
    };
    let asked = || vocabulary.kinds.iter().any(|kind| kind.ask_terms.iter().any(|word| term(word, starts)));
    let counted = noun != words;
    match first(starts) {
        Some(kind) if counted => Some((Sense::Counts(kind), 88)),
        Some(kind) => Some((Sense::Names(kind), if first(same).is_some() { 80 } else { 60 })),
        None if counted && asked() => Some((Sense::Open, 60)),
        None if counted => first(holds).map(|kind| (Sense::Counts(kind), 75)),
        None => None,
    }
}

fn same(words: &str, term: &str) -> bool {
    words == term
}

/// What is counted: "Tổng số cuộc" without "Tổng số".
fn without_number_word(words: &str) -> &str {
    const NUMBERS: [&str; 5] = ["tong so luong ", "tong so ", "so luong ", "tong ", "so "];
    NUMBERS.iter().find_map(|number| words.strip_prefix(number)).unwrap_or(words)
}

/// A kind named by a unit of counting in brackets: "(Cuộc)", "(tin, bài)".
pub(super) fn sense_of_unit(unit: &str) -> Option<Sense> {
    match unit {
        "cuoc" | "buoi" | "lop" | "hoi nghi" => Some(Sense::Counts(ActivityKind::Event)),
        "tin" | "bai" | "tin bai" => Some(Sense::Counts(ActivityKind::News)),
        "mo hinh" => Some(Sense::Counts(ActivityKind::Model)),
        "nguoi" | "luot nguoi" | "luot" => Some(Sense::Is(Field::People)),
        "%" => Some(Sense::Is(Field::Percent)),
        "dong" | "trieu dong" | "trd" | "nghin dong" => Some(Sense::Is(Field::Cost)),
        "ban" | "to" | "quyen" | "cuon" | "cai" | "chiec" | "tam" | "phut" | "gio" => Some(Sense::Material),
        "nu" => Some(Sense::Is(Field::Women)),
        _ => None,
    }
}

/// Is it "Năm" (year) by its accent, "Nam" (men) without?
pub(super) fn is_year_by_accent(level: &Wording) -> bool {
    // `fold` took the accents off; the lower-case original still has them, composed or not.
    level.accented.contains('ă') || level.accented.contains("a\u{306}") || fold(&level.accented) == "year"
}
