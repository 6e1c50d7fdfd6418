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
    for letter in text.nfd().filter(|letter| !is_combining_mark(*letter) && !is_invisible(*letter)) {
        if letter.is_whitespace() {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else {
            push_lower(&mut folded, letter);
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn push_lower(folded: &mut String, letter: char) {
    match letter {
        'đ' | 'Đ' | 'ð' | 'Ð' => folded.push('d'),
        // Lower-casing can bring back a mark: `İ` becomes `i` and a dot above.
        _ => folded.extend(letter.to_lowercase().filter(|lower| !is_combining_mark(*lower))),
    }
}

fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::fold;

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
    fn folding_twice_changes_nothing() {
        for text in ["Tổng cộng", "İstanbul", "Straße", "ĐĂNG KÝ", "a \u{200b} b"] {
            assert_eq!(fold(&fold(text)), fold(text), "{text:?}");
        }
    }
}
