//! Names of files, sheets and bodies as words: what in them names somebody, and what only numbers or dates the whole.
//!
//! It knows no unit.

use crate::fold::fold;

/// A sheet's or file's name as words, without what only numbers or dates it.
pub(crate) fn label(name: &str) -> String {
    let stem = match name.rsplit_once('.') {
        Some((stem, extension)) if (2..=4).contains(&extension.len()) && !extension.contains(' ') => stem,
        _ => name,
    };
    let spaced = stem.replace(['_', '-', '(', ')', '[', ']'], " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    // "so-theo-doi" is a log book; "Sở Y tế" is written with its accents.
    let is_book = |at: usize| {
        folded.get(at).is_some_and(|word| word == "so") && words.get(at).is_some_and(|word| word.to_lowercase() != "sở")
    };
    let says = |at: usize| !is_book(at) && !only_dates(&folded, at);
    let (first, last) = ((0..words.len()).find(|at| says(*at)), (0..words.len()).rfind(|at| says(*at)));
    first.zip(last).and_then(|(first, last)| words.get(first..=last)).unwrap_or_default().join(" ")
}

/// Does the word only number or date the whole? "nam" before a number is a year; alone it may be a part of a name (Nam
/// Yên, Vĩnh Bình Nam).
fn only_dates(words: &[String], at: usize) -> bool {
    const REPORT: [&str; 2] = ["bc", "final"];
    const REPORTS: [[&str; 2]; 3] = [["bao", "cao"], ["tong", "hop"], ["so", "lieu"]];
    const BEFORE_A_NUMBER: [&str; 5] = ["nam", "quy", "thang", "lan", "ban"];
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let is_numeral = |word: &str| {
        let bare = word.trim_start_matches(['q', 't', 'v']);
        let is_roman = ["i", "ii", "iii", "iv"].contains(&word);
        is_roman || (!bare.is_empty() && bare.chars().all(|letter| letter.is_ascii_digit() || letter == '.'))
    };
    let is_pair = |at: Option<usize>| at.is_some_and(|at| REPORTS.contains(&[word(at), word(at + 1)]));
    is_numeral(word(at))
        || REPORT.contains(&word(at))
        || is_pair(Some(at))
        || is_pair(at.checked_sub(1))
        || (BEFORE_A_NUMBER.contains(&word(at)) && is_numeral(word(at + 1)))
}

/// Lines that name who receives a report, or whose decision it rests on, say nothing about who acted.
pub(crate) fn names_the_actor(line: &str) -> bool {
    const OTHERS: [&str; 10] = [
        "nhan bao cao",
        "kinh gui",
        "kem theo",
        "ban hanh",
        "noi nhan",
        "ke hoach so",
        "quyet dinh",
        "cong van",
        "thuc hien ke hoach",
        "theo bao cao",
    ];
    let folded = fold(line);
    !OTHERS.iter().any(|other| folded.contains(other))
}

/// A name in capitals as it is written in a sentence: "TRƯỜNG THCS ĐỊNH HÒA" is "Trường THCS Định Hòa".
pub(crate) fn calm(name: &str) -> String {
    if name.contains(char::is_lowercase) {
        return name.to_owned();
    }
    let words = name.split_whitespace().map(|word| {
        let is_short = word.is_ascii() && word.len() <= 4 && !word.contains(['A', 'E', 'I', 'O']);
        let mut letters = word.chars();
        match letters.next().filter(|_| !is_short) {
            Some(first) => first.to_string() + &letters.as_str().to_lowercase(),
            None => word.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_dates_a_file_comes_off_and_parts_of_names_stay() {
        let cases = [
            ("003-xa-vinh-binh-nam.xlsx", "xa vinh binh nam"),
            ("nam-yen.xlsx", "nam yen"),
            ("nam 2024 - xa nam yen.csv", "xa nam yen"),
            ("bao-cao-quy-1-phuong-vinh-bao.xlsx", "phuong vinh bao"),
            ("Tổng hợp Q3 (TT Vĩnh Thuận).xls", "TT Vĩnh Thuận"),
            ("so-theo-doi.xlsx", "theo doi"),
            ("Sở Y tế.xlsx", "Sở Y tế"),
            ("Quý I", ""),
            ("H. Hòn Đất", "H. Hòn Đất"),
        ];
        for (name, expected) in cases {
            assert_eq!(label(name), expected, "{name}");
        }
    }

    #[test]
    fn capitals_are_calmed_and_short_forms_stay() {
        for (name, expected) in [
            ("TRƯỜNG THCS ĐỊNH HÒA", "Trường THCS Định Hòa"),
            ("TYT XÃ BÌNH AN", "TYT Xã Bình An"),
            ("Trường Tiểu học", "Trường Tiểu học"),
        ] {
            assert_eq!(calm(name), expected);
        }
    }
}
