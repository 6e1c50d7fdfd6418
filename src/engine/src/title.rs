//! When two titles are the same title: letters alike but for accents, case and white space.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The form in which titles are compared; empty for a title without letters.
pub(crate) fn fold(title: &str) -> String {
    let plain: String = title
        .nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(|letter| if letter == 'đ' { 'd' } else { letter })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
