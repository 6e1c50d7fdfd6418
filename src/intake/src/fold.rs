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
    for letter in text.chars() {
        match base(letter) {
            Some(base) => push(&mut folded, base),
            None => push_decomposed(&mut folded, letter),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Letters of Vietnamese and of ASCII at a glance; nearly all text is made of them.
fn base(letter: char) -> Option<char> {
    Some(match letter {
        '\0'..='\u{7f}' => letter.to_ascii_lowercase(),
        'À'..='Å' | 'à'..='å' | 'Ă' | 'ă' | 'Ạ'..='ặ' => 'a',
        'È'..='Ë' | 'è'..='ë' | 'Ẹ'..='ệ' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ' | 'ĩ' | 'Ỉ'..='ị' => 'i',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | 'Ụ'..='ự' => 'u',
        'Ý' | 'ý' | 'ÿ' | 'Ỳ'..='ỹ' => 'y',
        'đ' | 'Đ' | 'ð' | 'Ð' => 'd',
        _ => return None,
    })
}

fn push(folded: &mut String, letter: char) {
    match letter {
        _ if !letter.is_whitespace() => folded.push(letter),
        _ if folded.is_empty() || folded.ends_with(' ') => {}
        _ => folded.push(' '),
    }
}

fn push_decomposed(folded: &mut String, letter: char) {
    let parts = letter.nfd().filter(|part| !is_combining_mark(*part) && !is_invisible(*part));
    // Lower-casing can bring back a mark: `İ` becomes `i` and a dot above.
    let lower = parts.flat_map(char::to_lowercase).filter(|lower| !is_combining_mark(*lower));
    lower.for_each(|lower| push(folded, lower));
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
    fn the_short_way_agrees_with_decomposition() {
        for letter in '\0'..='\u{1fff}' {
            if let Some(base) = super::base(letter).filter(|base| !"dð".contains(*base)) {
                let mut slow = String::new();
                super::push_decomposed(&mut slow, letter);
                assert_eq!(slow.trim(), base.to_string().trim(), "{letter:?}");
            }
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["Tổng cộng", "İstanbul", "Straße", "ĐĂNG KÝ", "a \u{200b} b"] {
            assert_eq!(fold(&fold(text)), fold(text), "{text:?}");
        }
    }
}
