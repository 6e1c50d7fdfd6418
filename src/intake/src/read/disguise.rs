//! Letters in disguise: text that is valid Unicode, but whose letters stand for the bytes of another encoding.
//!
//! `BiÓu sè` is TCVN3 that a program took for western letters, `Ä‘Æ¡n vá»‹` is UTF-8 read as such. A whole sheet is
//! decided at once, and only where its words are Vietnamese after and not before.

use super::encoding::{Score, decoded, score};
use super::font::typed;
use crate::sheet::Sheet;
use domain::{Arrange, FindingKind, TextEncoding};
use std::sync::Arc;

/// What letters of western Europe may stand for.
const DISGUISED: [TextEncoding; 4] = [TextEncoding::Tcvn3, TextEncoding::Utf8, TextEncoding::Vni, TextEncoding::Viscii];
/// So many letters of the different texts of a sheet are looked at.
const SAMPLE_LETTERS: usize = 64 << 10;

/// Gives the sheets their letters back; says in which encoding they were.
pub(super) fn undo(sheets: &mut [Sheet]) -> Vec<FindingKind> {
    let mut found: Vec<TextEncoding> = sheets.iter_mut().filter_map(undo_sheet).collect();
    found.arrange();
    found.dedup();
    found.into_iter().map(|encoding| FindingKind::EncodingAssumed { encoding }).collect()
}

fn undo_sheet(sheet: &mut Sheet) -> Option<TextEncoding> {
    let encoding = disguised(&sample(sheet)?)?;
    Arc::get_mut(&mut sheet.rows)?.rewrite(|text| real(encoding, text));
    Some(encoding)
}

/// Texts with letters beyond ASCII; `None` = there are none, or one of them is surely Vietnamese.
fn sample(sheet: &Sheet) -> Option<String> {
    let mut sample = String::new();
    for text in sheet.rows.pool().texts().filter(|text| !text.is_ascii()) {
        if text.chars().any(is_vietnamese_alone) {
            return None;
        }
        sample.push_str(text);
        sample.push('\n');
        if sample.len() > SAMPLE_LETTERS {
            break;
        }
    }
    (!sample.is_empty()).then_some(sample)
}

/// Letters that no other language and no page of western letters has: ơ, ư, and vowels with two marks.
fn is_vietnamese_alone(letter: char) -> bool {
    matches!(letter, 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'đ' | 'Đ' | '\u{1ea0}'..='\u{1ef9}')
}

fn disguised(sample: &str) -> Option<TextEncoding> {
    let plain = score(sample);
    let text = |encoding| -> String {
        sample
            .lines()
            .flat_map(|line| [real(encoding, line).unwrap_or_else(|| line.to_owned()), "\n".to_owned()])
            .collect()
    };
    let scored = DISGUISED.into_iter().map(|encoding| (score(&text(encoding)), encoding));
    let (best, encoding) = scored.max_by_key(|(score, _)| (score.good, std::cmp::Reverse(score.bad)))?;
    (best.convinces() && is_worse(plain, best)).then_some(encoding)
}

/// Text of other letters makes few words by chance; a sheet that is Vietnamese as it stands is left alone.
fn is_worse(plain: Score, best: Score) -> bool {
    !plain.convinces() && plain.good * 2 < best.good
}

fn real(encoding: TextEncoding, text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let bytes = typed(text)?;
    match encoding {
        TextEncoding::Utf8 => String::from_utf8(bytes).ok(),
        _ => Some(decoded(encoding, &bytes)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_8_taken_for_western_letters_comes_back() {
        let text = "Đơn vị báo cáo\nNgày nhận báo cáo";
        let disguise: String = text.bytes().map(|byte| decoded(TextEncoding::Windows1252, &[byte])).collect();
        assert_eq!(disguised(&disguise), Some(TextEncoding::Utf8));
        assert_eq!(real(TextEncoding::Utf8, &disguise).as_deref(), Some(text));
    }

    #[test]
    fn letters_in_disguise_are_told_from_plain_ones() {
        let cases = [
            ("BiÓu sè\n§¬n vÞ b¸o c¸o\nBé Th«ng tin vµ TruyÒn th«ng\nNgµy nhËn b¸o c¸o", Some(TextEncoding::Tcvn3)),
            ("Ñôn vò baùo caùo\nNgaøy nhaän baùo caùo", Some(TextEncoding::Vni)),
            ("Xã An Hòa\nXã Bình An\nXã Phú Mãn", None),
            ("Société générale\nthéâtre\nélève", None),
        ];
        for (text, encoding) in cases {
            assert_eq!(disguised(text), encoding, "{text}");
        }
    }
}
