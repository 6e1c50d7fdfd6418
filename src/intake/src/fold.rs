//! Folding: the form in which Vietnamese words are compared.
//!
//! It decides only how letters are made equal. It knows no word and no abbreviation.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text without diacritics, `đ` as `d`, in lower case, white space collapsed and trimmed.
///
/// Precomposed and decomposed spellings fold alike, and so do old and new tone placement (`hoà`, `hòa`). Punctuation
/// and digits stay. Invisible characters (zero-width spaces, byte order marks, soft hyphens) are dropped; a
/// no-break space counts as white space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each_letter(text, &mut |letter| {
        folded.push(letter);
        true
    });
    folded
}

/// Does the text fold to this? It is asked of many texts that differ in their first letters, and stops there.
pub(crate) fn folds_to(text: &str, folded: &str) -> bool {
    let mut rest = folded.chars();
    each_letter(text, &mut |letter| rest.next() == Some(letter)) && rest.as_str().is_empty()
}

/// Calls `each` with the letters of the folded text until it says `false`; whether it never did.
pub(crate) fn each_letter(text: &str, each: &mut impl FnMut(char) -> bool) -> bool {
    let mut spaced = Spaced { is_begun: false, is_due: false, each };
    text.chars().all(|letter| match base(letter) {
        Some(base) => spaced.take(base),
        None => decomposed(letter, &mut spaced),
    })
}

/// White space as one space, and only between other letters.
struct Spaced<'e, E> {
    is_begun: bool,
    is_due: bool,
    each: &'e mut E,
}

impl<E: FnMut(char) -> bool> Spaced<'_, E> {
    fn take(&mut self, letter: char) -> bool {
        if letter.is_whitespace() {
            self.is_due = self.is_begun;
            return true;
        }
        self.is_begun = true;
        (!std::mem::take(&mut self.is_due) || (self.each)(' ')) && (self.each)(letter)
    }
}

/// Letters of Vietnamese and of ASCII at a glance; nearly all text is made of them.
pub(crate) fn base(letter: char) -> Option<char> {
    let at = u32::from(letter);
    let base = match at {
        0..=0x7f => return Some(letter.to_ascii_lowercase()),
        LATIN..EXTENDED => LATIN_BASES.get((at - LATIN) as usize),
        EXTENDED.. => EXTENDED_BASES.get((at - EXTENDED) as usize),
        _ => None,
    };
    base.filter(|base| **base != 0).map(|base| char::from(*base))
}

/// `À`, where letters of Latin-1 begin.
const LATIN: u32 = 0xc0;
/// `Ạ`, where the letters with two marks begin.
const EXTENDED: u32 = 0x1ea0;
const LATIN_BASES: [u8; 0x1b1 - LATIN as usize] = bases(LATIN);
const EXTENDED_BASES: [u8; 0x1efa - EXTENDED as usize] = bases(EXTENDED);

const fn bases<const N: usize>(first: u32) -> [u8; N] {
    let mut bases = [0; N];
    let mut rest: &mut [u8] = &mut bases;
    let mut at = first;
    while let Some((base, others)) = rest.split_first_mut() {
        if let Some(letter) = char::from_u32(at) {
            *base = latin_base(letter);
        }
        rest = others;
        at += 1;
    }
    bases
}

/// 0 = a letter of another language, or no letter.
const fn latin_base(letter: char) -> u8 {
    match letter {
        'À'..='Å' | 'à'..='å' | 'Ă' | 'ă' | 'Ạ'..='ặ' => b'a',
        'È'..='Ë' | 'è'..='ë' | 'Ẹ'..='ệ' => b'e',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ' | 'ĩ' | 'Ỉ'..='ị' => b'i',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => b'o',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | 'Ụ'..='ự' => b'u',
        'Ý' | 'ý' | 'ÿ' | 'Ỳ'..='ỹ' => b'y',
        'đ' | 'Đ' | 'ð' | 'Ð' => b'd',
        _ => 0,
    }
}

fn decomposed<E: FnMut(char) -> bool>(letter: char, spaced: &mut Spaced<'_, E>) -> bool {
    let mut parts = letter.nfd().filter(|part| !is_combining_mark(*part) && !is_invisible(*part));
    parts.all(|part| {
        // Lower-casing can bring back a mark: `İ` becomes `i` and a dot above.
        part.to_lowercase().filter(|lower| !is_combining_mark(*lower)).all(|lower| spaced.take(lower))
    })
}

fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_read_alike_fold_alike() {
        let cases = [
            ("Huyện Giồng Riềng", "huyen giong rieng"),
            ("HUYE\u{323}\u{302}N  GIÔ\u{300}NG\u{a0}RIÊ\u{300}NG", "huyen giong rieng"),
            ("Đơn vị\r\n báo cáo ", "don vi bao cao"),
            ("hoà", "hoa"),
            ("hòa", "hoa"),
            ("\u{feff}STT", "stt"),
            ("Số cuộc TT (Cuộc)", "so cuoc tt (cuoc)"),
            ("  ", ""),
        ];
        for (text, folded) in cases {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }

    #[test]
    fn the_short_way_agrees_with_decomposition() {
        for letter in '\0'..='\u{1fff}' {
            if let Some(base) = base(letter).filter(|base| !"dð".contains(*base)) {
                let mut slow = String::new();
                let mut each = |letter| {
                    slow.push(letter);
                    true
                };
                decomposed(letter, &mut Spaced { is_begun: false, is_due: false, each: &mut each });
                assert_eq!(slow, base.to_string().trim(), "{letter:?}");
            }
        }
    }

    #[test]
    fn a_text_folds_to_its_fold_and_to_no_other() {
        for text in ["", "Số cuộc  TT ", "Đơn vị", "don vi", "İ"] {
            assert!(folds_to(text, &fold(text)), "{text:?}");
            assert!(!folds_to(text, &format!("{}x", fold(text))), "{text:?}");
            assert!(!folds_to(&format!("{text}x"), &fold(text)), "{text:?}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["Tổng cộng", "İstanbul", "Straße", "ĐĂNG KÝ", "a \u{200b} b"] {
            assert_eq!(fold(&fold(text)), fold(text), "{text:?}");
        }
    }
}
