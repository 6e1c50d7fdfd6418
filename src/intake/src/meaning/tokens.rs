//! Folded text cut into numbers, words and signs: what the small grammars of dates and counts read.

use crate::fold::{base, each_letter, fold};

/// A piece of folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// A run of digits: its value and how many digits.
    Number(u32, usize),
    /// A run of letters.
    Word(String),
    /// One sign; dashes of every kind are `-`.
    Sign(char),
}

impl Token {
    /// Is it this word?
    pub(crate) fn is_word(&self, word: &str) -> bool {
        matches!(self, Self::Word(own) if own == word)
    }
}

/// Cuts `text`; white space and brackets are left out. Numbers past nine digits are cut as words: no date and no count.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let folded = fold(text);
    let mut rest = folded.as_str();
    while let Some(first) = rest.chars().next() {
        let (token, after) = if first.is_ascii_digit() {
            run(rest, |letter| letter.is_ascii_digit(), number)
        } else if first.is_alphabetic() {
            run(rest, char::is_alphabetic, |word| Token::Word(word.to_owned()))
        } else {
            (sign(first), rest.strip_prefix(first).unwrap_or(""))
        };
        tokens.extend(token);
        rest = after;
    }
    tokens
}

fn run(text: &str, belongs: impl Fn(char) -> bool, make: impl Fn(&str) -> Token) -> (Option<Token>, &str) {
    let end = text.find(|letter| !belongs(letter)).unwrap_or(text.len());
    let (own, after) = text.split_at(end);
    (Some(make(own)), after)
}

fn number(digits: &str) -> Token {
    match digits.parse() {
        Ok(value) if digits.len() <= 9 => Token::Number(value, digits.len()),
        _ => Token::Word(digits.to_owned()),
    }
}

fn sign(letter: char) -> Option<Token> {
    match letter {
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '−' | '~' => Some(Token::Sign('-')),
        letter if letter.is_whitespace() || "()[]{}\"'“”‘’".contains(letter) => None,
        letter => Some(Token::Sign(letter)),
    }
}

/// The words of a text, folded, each with a space behind it, for whole-word comparison: `tin` is not in `tỉnh`.
pub(crate) fn phrase(text: &str) -> String {
    let mut phrase = String::with_capacity(text.len() + 1);
    for letter in text.chars() {
        match base(letter) {
            Some(base) if base.is_ascii_alphanumeric() => phrase.push(base),
            // A letter of another language, which may be none once its marks are off.
            None => return slow_phrase(text),
            Some(_) if phrase.is_empty() || phrase.ends_with(' ') => {}
            Some(_) => phrase.push(' '),
        }
    }
    if !phrase.is_empty() && !phrase.ends_with(' ') {
        phrase.push(' ');
    }
    phrase
}

fn slow_phrase(text: &str) -> String {
    let mut phrase = String::new();
    each_of_phrase(text, &mut |letter| {
        phrase.push(letter);
        true
    });
    phrase
}

/// Is this the text's phrase?
pub(crate) fn is_phrase(text: &str, phrase: &str) -> bool {
    let mut rest = phrase.chars();
    each_of_phrase(text, &mut |letter| rest.next() == Some(letter)) && rest.as_str().is_empty()
}

fn each_of_phrase(text: &str, each: &mut impl FnMut(char) -> bool) -> bool {
    let mut in_word = false;
    let went_on = each_letter(text, &mut |letter| {
        let is_in_word = letter.is_alphanumeric();
        let ends_word = std::mem::replace(&mut in_word, is_in_word) && !is_in_word;
        if ends_word { each(' ') } else { !is_in_word || each(letter) }
    });
    went_on && (!in_word || each(' '))
}

/// Terms that are looked for in phrases, by their first letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Terms<T> {
    // INVARIANT: a term is a phrase that is not empty; it lies in the place of its first letters.
    by_start: Vec<Vec<(String, T)>>,
}

/// Bits of each of the first two bytes that make a place.
const START_BITS: usize = 5;

impl<T> Default for Terms<T> {
    fn default() -> Self {
        Self { by_start: std::iter::repeat_with(Vec::new).take(1 << (2 * START_BITS)).collect() }
    }
}

/// Words that begin with other letters mostly lie in other places. A phrase has two bytes at least.
fn place(phrase: &[u8]) -> Option<usize> {
    let bits = |byte: u8| usize::from(byte) & ((1 << START_BITS) - 1);
    let [first, second, ..] = phrase else { return None };
    Some(bits(*first) << START_BITS | bits(*second))
}

impl<T: Copy> Terms<T> {
    pub(crate) fn add(&mut self, term: &str, meaning: T) {
        let term = phrase(term);
        if let Some(terms) = place(term.as_bytes()).and_then(|place| self.by_start.get_mut(place)) {
            terms.push((term, meaning));
        }
    }

    /// All terms in a phrase as whole words in a row: where each begins, how long it is, and what it means.
    pub(crate) fn found_in(&self, phrase: &str) -> impl Iterator<Item = (usize, usize, T)> {
        let bytes = phrase.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b' ').map(|(at, _)| at + 1);
        let begins = std::iter::once(0).chain(ends);
        begins.filter_map(|at| Some((at, bytes.get(at..)?))).flat_map(|(at, rest)| {
            let terms = place(rest).and_then(|place| self.by_start.get(place)).map(Vec::as_slice).unwrap_or_default();
            let fitting = terms.iter().filter(|(term, _)| rest.starts_with(term.as_bytes()));
            fitting.map(move |(term, meaning)| (at, term.len(), *meaning))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_its_words() {
        let cases = [
            ("Tin, bài (số 3)", "tin bai so 3 "),
            ("  – ", ""),
            ("", ""),
            ("a)b", "a b "),
            ("Đ/c", "d c "),
            ("Ho\u{300}a – số 3", "hoa so 3 "),
        ];
        for (text, expected) in cases {
            assert_eq!(phrase(text), expected, "{text:?}");
            assert_eq!(slow_phrase(text), expected, "{text:?}");
            assert!(is_phrase(text, expected) && !is_phrase(text, "bai "), "{text:?}");
        }
    }

    #[test]
    fn terms_are_found_as_whole_words_and_wherever_they_stand() {
        let mut terms = Terms::default();
        for (number, term) in (0..).zip(["tin", "Hội nghị", "hội", "tin bài", "", "nghị"]) {
            terms.add(term, number);
        }
        let found: Vec<(usize, i32)> =
            terms.found_in(&phrase("Tin bài: Hội nghị tỉnh")).map(|(at, _, number)| (at, number)).collect();
        assert_eq!(found, [(0, 0), (0, 3), (8, 1), (8, 2), (12, 5)]);
    }
}
