//! How two spellings of a name are compared: a key without accents, a key with them, and the distance of a typo.
//!
//! It decides only when two names are written the same or nearly the same; it knows no unit and no type word.

use crate::fold::fold;
use unicode_normalization::UnicodeNormalization;

/// A word or name in the forms it is compared by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spelling {
    /// Without accents, as written otherwise: for ids.
    pub(crate) folded: String,
    /// Without accents; `y` and `i` are one letter (Quý, Quí).
    pub(crate) key: String,
    /// With accents, the tone after the letters, so that Hoà and Hòa are one.
    pub(crate) accented: String,
}

impl Spelling {
    /// The keys of `text`.
    pub(crate) fn of(text: &str) -> Self {
        let folded = fold(text);
        Self { key: folded.replace('y', "i"), accented: accented_key(text), folded }
    }

    /// It carries no accent at all: it may stand for any accented spelling.
    pub(crate) fn is_plain(&self) -> bool {
        self.key == self.accented
    }

    /// May this, as typed, stand for `term`? With accents they must agree; without, the letters must.
    pub(crate) fn may_be(&self, term: &Self) -> bool {
        self.accented == term.accented || (self.is_plain() && self.key == term.key)
    }

    /// Two spellings one after the other.
    pub(crate) fn join(words: &[Self]) -> Self {
        let joined = |part: fn(&Self) -> &str| words.iter().map(part).collect::<Vec<_>>().join(" ");
        Self {
            folded: joined(|word| &word.folded),
            key: joined(|word| &word.key),
            accented: joined(|word| &word.accented),
        }
    }
}

/// Lower-case letters with their shape (ă, â, ê, ô, ơ, ư, đ), the tone moved to the end of each word.
fn accented_key(text: &str) -> String {
    text.split_whitespace().map(accented_word).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn accented_word(word: &str) -> String {
    let mut letters = String::new();
    let mut tone = String::new();
    for letter in word.nfd().flat_map(char::to_lowercase) {
        match letter {
            // grave, acute, tilde, hook above, dot below
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tone.push(letter),
            'ð' => letters.push('đ'),
            'y' => letters.push('i'),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            _ => letters.push(letter),
        }
    }
    letters.push_str(&tone);
    letters.nfc().collect()
}

/// How many typos a name of this length may carry: 1 from 6 letters, 2 from 10.
pub(crate) fn allowed_typos(key: &str) -> usize {
    match key.chars().filter(|letter| letter.is_alphabetic()).count() {
        0..=5 => 0,
        6..=9 => 1,
        _ => 2,
    }
}

/// How far two names are apart, up to `limit`: a missing space is nothing, another number or single letter is another
/// name.
pub(crate) fn name_distance(a: &str, b: &str, limit: usize) -> Option<usize> {
    let letters = |text: &str| text.replace(' ', "");
    if letters(a) == letters(b) {
        return Some(0);
    }
    same_marks(a, b).then(|| typos(a, b, limit)).flatten()
}

/// Are the marks equal that a typo never changes: numbers and single letters ("Tân Hiệp A", "Ấp 3")?
fn same_marks(a: &str, b: &str) -> bool {
    let is_mark = |word: &&str| word.chars().count() == 1 || word.bytes().any(|byte| byte.is_ascii_digit());
    a.split(' ').filter(is_mark).eq(b.split(' ').filter(is_mark))
}

/// Damerau–Levenshtein distance (optimal string alignment), or `None` above `limit`.
pub(crate) fn typos(a: &str, b: &str, limit: usize) -> Option<usize> {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (row, letter) in a.iter().enumerate() {
        let line = next_line(&a, &b, (row, *letter), &before, &above);
        before = std::mem::replace(&mut above, line);
    }
    above.last().copied().filter(|distance| *distance <= limit)
}

/// One line of the table: the distances of `a[..=row]` to every beginning of `b`.
fn next_line(a: &[char], b: &[char], (row, letter): (usize, char), before: &[usize], above: &[usize]) -> Vec<usize> {
    let at = |line: &[usize], column: usize| line.get(column).copied().unwrap_or(usize::MAX / 2);
    let mut line = vec![row + 1];
    for (column, other) in b.iter().enumerate() {
        let changed = at(above, column) + usize::from(letter != *other);
        let mut best = changed.min(at(above, column + 1) + 1).min(at(&line, column) + 1);
        let swapped = column > 0 && row > 0 && a.get(row - 1) == Some(other) && b.get(column - 1) == Some(&letter);
        if swapped {
            best = best.min(at(before, column - 1) + 1);
        }
        line.push(best);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_and_new_tone_places_and_i_y_are_one_spelling() {
        for (a, b) in [("Hoà", "Hòa"), ("Quý", "Quí"), ("Thuỷ", "Thủy"), ("HO\u{300}A", "Hòa"), ("Đông", "ĐÔNG")]
        {
            let [a, b] = [a, b].map(Spelling::of);
            assert_eq!((a.key, a.accented), (b.key, b.accented));
        }
        assert_ne!(Spelling::of("Thanh").accented, Spelling::of("Thạnh").accented);
        assert_eq!(Spelling::of("Thanh").key, Spelling::of("Thạnh").key);
    }

    #[test]
    fn typos_are_counted_up_to_the_limit() {
        let cases = [
            ("giong rieng", "giong rieng", Some(0)),
            ("giong rieng", "giong reing", Some(1)),
            ("giong rieng", "gionng rieg", Some(2)),
            ("giong rieng", "go quao", None),
            ("ab", "ba", Some(1)),
            ("", "a", Some(1)),
        ];
        for (a, b, expected) in cases {
            assert_eq!(typos(a, b, 2), expected, "{a} {b}");
        }
    }

    #[test]
    fn the_borders_of_the_allowed_typos_are_6_and_10_letters() {
        let allowed = ["abcde", "abcdef", "abc def g hi", "abc def ghij"].map(allowed_typos);
        assert_eq!(allowed, [0, 1, 1, 2]);
    }

    #[test]
    fn numbers_and_single_letters_are_never_typos() {
        assert_eq!(name_distance("thanh dongb", "thanh dong b", 2), Some(0));
        assert_eq!(name_distance("thanh dong a", "thanh dong b", 2), None);
        assert!(!same_marks("tan hiep a", "tan hiep b"));
        assert!(!same_marks("kenh 1", "kenh 2"));
        assert!(same_marks("tan hiep", "tan heip"));
    }
}
