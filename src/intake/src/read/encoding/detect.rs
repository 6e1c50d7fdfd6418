//! Which old encoding a text is written in: the one in which its words are Vietnamese syllables.
//!
//! Only words with letters beyond ASCII speak: the others read the same in every encoding.

use super::decoder::decoded;
use super::syllable::{Likeness, likeness};
use domain::{Arrange, Gather, TextEncoding};
use std::collections::BTreeSet;

/// Encodings of single bytes, the most usual first; where two read the same text, the plainer.
pub(super) const PAGES: [TextEncoding; 5] = [
    TextEncoding::Tcvn3,
    TextEncoding::Windows1258,
    TextEncoding::Windows1252,
    TextEncoding::Vni,
    TextEncoding::Viscii,
];

/// Fewer Vietnamese words than this say nothing.
const FEWEST_GOOD: u32 = 2;
/// So many percent of the words must be Vietnamese.
const SHARE_PERCENT: u32 = 80;
/// Another encoding may read one word better of so many that it reads worse.
const LOSSES_BORNE: u32 = 3;

/// What the words of a text say in one encoding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Score {
    /// Words that are Vietnamese syllables.
    pub(crate) good: u32,
    /// Words that are not.
    pub(crate) bad: u32,
}

impl Score {
    fn add(&mut self, likeness: Likeness) {
        match likeness {
            Likeness::Vietnamese => self.good += 1,
            Likeness::Foreign => self.bad += 1,
            Likeness::Highland => {}
        }
    }

    /// Is it Vietnamese?
    pub(crate) fn convinces(self) -> bool {
        self.good >= FEWEST_GOOD && self.good * 100 >= (self.good + self.bad) * SHARE_PERCENT
    }
}

/// What was detected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detected {
    /// This one, and no other.
    Surely(TextEncoding),
    /// Nothing tells; this one is the likeliest.
    Perhaps(TextEncoding),
}

/// Looks at bytes that are no valid UTF-8.
pub(super) fn detect(bytes: &[u8]) -> Detected {
    let words: BTreeSet<&[u8]> = bytes.split(|byte| is_between_words(*byte)).filter(|word| !word.is_ascii()).gathered();
    let mut heard: Vec<Heard> = PAGES.into_iter().map(|page| Heard::new(page, &words)).collect();
    // Stable: of equals the more usual stays in front.
    heard.arrange_by_key(|heard| (std::cmp::Reverse(heard.score.good), heard.score.bad));
    match heard.as_slice() {
        [best, others @ ..] if best.score.convinces() && others.iter().all(|other| best.is_ahead_of(other)) => {
            Detected::Surely(best.page)
        }
        [best, ..] if best.score.good > 0 => Detected::Perhaps(best.page),
        _ => Detected::Perhaps(TextEncoding::Windows1252),
    }
}

/// The words of a text in one encoding. Each different word speaks once: a column of "Xã" is one witness.
struct Heard {
    page: TextEncoding,
    words: Vec<(String, Likeness)>,
    score: Score,
}

impl Heard {
    fn new(page: TextEncoding, words: &BTreeSet<&[u8]>) -> Self {
        let word = |word: &&[u8]| {
            let text = decoded(page, word);
            let likeness = worst(&text);
            (text, likeness)
        };
        let words: Vec<_> = words.iter().map(word).collect();
        let mut score = Score::default();
        words.iter().for_each(|(_, likeness)| score.add(*likeness));
        Self { page, words, score }
    }

    /// Of the words that the two read differently, hardly any speaks for the other.
    fn is_ahead_of(&self, other: &Self) -> bool {
        let pairs = || self.words.iter().zip(&other.words).filter(|(one, other)| one.0 != other.0);
        let more = |one: Likeness, other: Likeness| one.weight().saturating_sub(other.weight());
        let wins: u32 = pairs().map(|(one, other)| more(one.1, other.1)).sum();
        let losses: u32 = pairs().map(|(one, other)| more(other.1, one.1)).sum();
        pairs().next().is_none() || (wins > 0 && losses * LOSSES_BORNE <= wins)
    }
}

impl Likeness {
    /// How loudly a word speaks: a name of the highlands is nearly a syllable.
    fn weight(self) -> u32 {
        match self {
            Self::Foreign => 0,
            Self::Highland => 2,
            Self::Vietnamese => 3,
        }
    }
}

/// A text is as Vietnamese as its worst word with letters beyond ASCII.
fn worst(text: &str) -> Likeness {
    let strange = words(text).filter(|word| !word.is_ascii());
    strange.map(likeness).min().unwrap_or(Likeness::Highland)
}

/// Control bytes may be letters of TCVN3 and VISCII.
fn is_between_words(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\r' | 0x20..=0x7f) && !byte.is_ascii_alphabetic()
}

/// Counts the different words of a text that have letters beyond ASCII.
pub(crate) fn score(text: &str) -> Score {
    let strange: BTreeSet<&str> = words(text).filter(|word| !word.is_ascii()).gathered();
    let mut score = Score::default();
    strange.into_iter().for_each(|word| score.add(likeness(word)));
    score
}

/// Signs beyond ASCII belong to words: in a wrong encoding they stand for letters.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|sign: char| sign.is_ascii() && !sign.is_ascii_alphabetic());
    words.map(|word| word.trim_matches(is_punctuation)).filter(|word| !word.is_empty())
}

fn is_punctuation(sign: char) -> bool {
    matches!(sign, '\u{a0}' | '“' | '”' | '‘' | '’' | '–' | '—' | '…' | '•' | '«' | '»' | '°' | '€')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_other_languages_is_never_taken_for_vietnamese() {
        let texts = [
            "Société générale; théâtre, élève, forêt, garçon, où, œuvre",
            "Größe;Straße;über;Bäcker;müssen;können;Fußgänger",
            "año;señor;mañana;niño;corazón;acción;también;más",
            "São Paulo;informação;coração;não;irmã;você",
        ];
        for text in texts {
            let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
            assert!(matches!(detect(&bytes), Detected::Perhaps(_)), "{text}: {:?}", detect(&bytes));
        }
    }

    #[test]
    fn a_word_or_two_do_not_tell() {
        assert!(matches!(detect(b"X\xb7"), Detected::Perhaps(TextEncoding::Tcvn3)));
        assert_eq!(detect(b"abc"), Detected::Perhaps(TextEncoding::Windows1252));
    }
}
