//! The words of a header level: folded, without punctuation, its unit in brackets kept apart.
//!
//! It decides what is written, not what is meant.

use crate::fold::fold;

/// A header level in comparable form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wording {
    /// Folded words, single spaces, no punctuation but `%`, nothing in brackets: `so cuoc tt`.
    pub(crate) words: String,
    /// What stood in brackets, likewise: `cuoc`.
    pub(crate) unit: String,
    /// Lower case with accents, for words that fold alike ("năm", "nam").
    pub(crate) accented: String,
}

impl Wording {
    /// Reads a header level. A text that is all brackets is taken without them.
    pub(crate) fn of(text: &str) -> Self {
        let folded = fold(text);
        let (outside, inside) = split_brackets(without_number(&folded));
        let (words, unit) = (plain(&outside), plain(&inside));
        let accented = text.to_lowercase();
        if words.is_empty() {
            Self { words: unit, unit: String::new(), accented }
        } else {
            Self { words, unit, accented }
        }
    }
}

/// Is `phrase` the beginning of `words`, up to the end of a word?
pub(crate) fn starts(words: &str, phrase: &str) -> bool {
    words.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Do `words` hold `phrase` as whole words?
pub(crate) fn holds(words: &str, phrase: &str) -> bool {
    format!(" {words} ").contains(&format!(" {phrase} "))
}

/// Drops an enumeration: `1. `, `a) `, `II. `.
fn without_number(folded: &str) -> &str {
    let Some((number, rest)) = folded.split_once(['.', ')']) else { return folded };
    let short = number.len() <= 4 && (number.len() <= 1 || number.bytes().all(|byte| b"0123456789ivx".contains(&byte)));
    if short && !number.is_empty() && rest.starts_with(' ') { rest } else { folded }
}

fn split_brackets(text: &str) -> (String, String) {
    let (mut outside, mut inside, mut depth) = (String::new(), String::new(), 0_usize);
    for letter in text.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(letter),
            _ => inside.push(letter),
        }
        if matches!(letter, '(' | '[' | ')' | ']') {
            outside.push(' ');
            inside.push(' ');
        }
    }
    (outside, inside)
}

fn plain(text: &str) -> String {
    let spaced: String =
        text.chars().map(|letter| if letter.is_alphanumeric() || letter == '%' { letter } else { ' ' }).collect();
    let words: Vec<&str> = spaced.split_whitespace().map(one_spelling).collect();
    written_out(&words.join(" "))
}

/// "SL cuộc", "Số HS": short for "số lượng", "học sinh".
fn written_out(words: &str) -> String {
    const SHORT: [(&str, &str); 4] =
        [("sl ", "so luong "), ("so hs", "so hoc sinh"), ("so gv", "so giao vien"), ("so hv", "so hoc vien")];
    let found = SHORT.into_iter().find(|(short, _)| words.strip_prefix(short).is_some_and(ends_a_word(short)));
    found
        .and_then(|(short, long)| Some(format!("{long}{}", words.strip_prefix(short)?)))
        .unwrap_or_else(|| words.to_owned())
}

fn ends_a_word(short: &str) -> impl Fn(&str) -> bool {
    let has_space = short.ends_with(' ');
    move |rest| has_space || rest.is_empty() || rest.starts_with(' ')
}

/// `i` and `y` are written for each other in these words.
fn one_spelling(word: &str) -> &str {
    match word {
        "qui" => "quy",
        "ki" => "ky",
        "ti" => "ty",
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_punctuation_and_numbers_come_off() {
        let cases = [
            ("Số cuộc TT (Cuộc)", "so cuoc tt", "cuoc"),
            ("S.T.T", "s t t", ""),
            ("Tỉ lệ (%)", "ty le", "%"),
            ("1. Nội dung", "noi dung", ""),
            ("II) Quí I", "quy i", ""),
            ("6 tháng đầu năm", "6 thang dau nam", ""),
            ("(Cuộc)", "cuoc", ""),
            ("Ấp/KP", "ap kp", ""),
            ("T.T", "t t", ""),
            ("SL cuộc", "so luong cuoc", ""),
            ("Số HS tham gia", "so hoc sinh tham gia", ""),
            ("Số HSSV", "so hssv", ""),
            ("SL", "sl", ""),
            ("", "", ""),
        ];
        for (text, words, unit) in cases {
            let wording = Wording::of(text);
            assert_eq!((wording.words.as_str(), wording.unit.as_str()), (words, unit), "{text}");
        }
    }

    #[test]
    fn phrases_end_where_words_end() {
        assert!(starts("so cuoc tt", "so cuoc"));
        assert!(!starts("so cuocx", "so cuoc"));
        assert!(holds("tong so cuoc", "so"));
        assert!(!holds("thong tin", "ho"));
    }
}
