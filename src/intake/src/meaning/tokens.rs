//! Folded text cut into numbers, words and signs: what the small grammars of dates and counts read.

use crate::fold::fold;

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

/// The words of folded text, for whole-word comparison: `tin` is not in `tỉnh`.
pub(crate) fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Where `term` begins in `words`, as whole words in a row.
pub(crate) fn find(words: &[String], term: &[String]) -> Option<usize> {
    if term.is_empty() {
        return None;
    }
    words.windows(term.len()).position(|window| window == term)
}
