//! Decides whether a name answers a search typed without accents. Knows Vietnamese letters, no units.

/// A text in lower case, without accents, its words parted by single spaces.
pub(crate) fn fold(text: &str) -> String {
    let plain: String =
        text.chars().flat_map(char::to_lowercase).filter(|&letter| !is_accent(letter)).map(base).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Does `name` hold every word of `search`, whatever its accents? An empty search holds for every name.
pub(crate) fn answers(name: &str, search: &str) -> bool {
    let name = fold(name);
    fold(search).split(' ').all(|word| name.contains(word))
}

/// Combining marks: names that come decomposed are folded like composed ones.
fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

fn base(letter: char) -> char {
    match letter {
        'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' | 'â' | 'ầ' | 'ấ' | 'ẩ' | 'ẫ' | 'ậ' => {
            'a'
        }
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => 'e',
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 'i',
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' | 'ơ' | 'ờ' | 'ớ' | 'ở' | 'ỡ' | 'ợ' => {
            'o'
        }
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => 'u',
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 'y',
        'đ' => 'd',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_without_accents_finds_the_name_with_them() {
        for search in ["vinh hoa", "VĨNH HÒA", "hiep xa", "  hòa   hiệp ", "", "Vi\u{303}nh"] {
            assert!(answers("Xã Vĩnh Hòa Hiệp", search), "{search}");
        }
    }

    #[test]
    fn every_word_must_be_there() {
        assert!(!answers("Xã Vĩnh Hòa Hiệp", "vinh thuan"));
    }

    #[test]
    fn letters_with_strokes_and_horns_fold_too() {
        assert_eq!(fold("Đặc khu Phú Quốc, Ấp Ơ Ư Ỹ"), "dac khu phu quoc, ap o u y");
    }
}
