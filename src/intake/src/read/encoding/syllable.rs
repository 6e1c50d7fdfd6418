//! Is this a Vietnamese syllable? The language has few of them, and a text read in a wrong encoding hits hardly any.
//!
//! A syllable is an initial, a rime of a closed list and a tone; spelling rules bind the initial to the vowel that
//! follows, and a rime that ends in a stop bears only two of the tones.

use unicode_normalization::UnicodeNormalization;

/// Longest first, so that `ngh` is not taken for `ng`.
const INITIALS: [&str; 29] = [
    "ngh", "ch", "dd", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "kr", "",
];

/// Rimes without their tone, vowels as on a Telex keyboard (`aa` = â, `aw` = ă, `ee` = ê, `oo` = ô, `ow` = ơ, `uw` = ư).
const RIMES: &str = "a ac ach ai ak am an ang anh ao ap at au ay \
    aac aak aam aan aang aap aat aau aay awc awk awm awn awng awp awt \
    e ec em en eng eo ep et ee eech eem een eeng eenh eep eet eeu \
    i ia ich ieec ieem ieen ieeng ieep ieet ieeu im in inh ip it iu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oawc oawm oawn oawng oawt oc oe oen oeo oet oi ok om on ong op \
    ot oo ooc ooi oom oon oong oop oot ow owi owm own owp owt \
    u ua uaan uaang uaat uaay uc ue uee ueech ueenh ui uk um un ung uooc uooi uoom uoon uoong uoot uow up ut uy uya \
    uych uyeen uyeet uynh uyt uyu \
    uw uwa uwc uwi uwn uwng uwt uwu uwowc uwowi uwowm uwown uwowng uwowp uwowt uwowu \
    y yeem yeen yeet yeeu yn ynh yt";

/// What a word looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    /// No Vietnamese syllable.
    Foreign,
    /// It may be a name of the Central Highlands (Đắk Pék, Ea Păl): these say neither yes nor no.
    Highland,
    /// A Vietnamese syllable.
    Vietnamese,
}

/// What the word looks like, written small, capitalised or in capitals.
pub(crate) fn likeness(word: &str) -> Likeness {
    let Some(Spelled { letters, tone, tones }) = spelled(word) else { return Likeness::Foreign };
    let mut initials = INITIALS.iter().filter_map(|initial| Some((*initial, letters.strip_prefix(initial)?)));
    match () {
        () if has_inner_capital(word) => Likeness::Foreign,
        () if tones > 1 => Likeness::Foreign,
        () if initials.any(|(initial, rime)| fits(initial, rime) && is_rime(rime, tone)) => Likeness::Vietnamese,
        () if is_highland(&letters) => Likeness::Highland,
        () => Likeness::Foreign,
    }
}

fn has_inner_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.any(char::is_lowercase) && letters.any(char::is_uppercase)
}

struct Spelled {
    letters: String,
    tone: Option<char>,
    tones: u32,
}

/// Letters as on a Telex keyboard, and the tone; `None` = other letters or marks.
fn spelled(word: &str) -> Option<Spelled> {
    let mut spelled = Spelled { letters: String::with_capacity(word.len()), tone: None, tones: 0 };
    for letter in word.chars().flat_map(char::to_lowercase).nfd() {
        match letter {
            'a'..='z' => spelled.letters.push(letter),
            'đ' => spelled.letters.push_str("dd"),
            '\u{302}' => spelled.letters.push(spelled.letters.chars().last().filter(|last| "aeo".contains(*last))?),
            '\u{306}' if spelled.letters.ends_with('a') => spelled.letters.push('w'),
            '\u{31b}' if spelled.letters.ends_with(['o', 'u']) => spelled.letters.push('w'),
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'
                if spelled.letters.ends_with(['a', 'e', 'i', 'o', 'u', 'w', 'y']) =>
            {
                spelled.tone = Some(letter);
                spelled.tones += 1;
            }
            _ => return None,
        }
    }
    Some(spelled)
}

/// `c`, `g` and `ng` stand before back vowels, `k`, `gh` and `ngh` before front ones.
fn fits(initial: &str, rime: &str) -> bool {
    let is_front = rime.starts_with(['e', 'i', 'y']);
    match initial {
        "c" => !is_front,
        "g" => !is_front || rime.starts_with('i'),
        "ng" => !is_front,
        // Giêng, giếng: after other initials it is spelled `iêng`.
        _ if rime == "eeng" => initial == "gi",
        "gh" | "ngh" => is_front && !rime.starts_with('y'),
        _ => true,
    }
}

fn is_rime(rime: &str, tone: Option<char>) -> bool {
    let is_stopped = rime.ends_with(['c', 'k', 'p', 't']) || rime.ends_with("ch");
    let bears = !is_stopped || matches!(tone, Some('\u{301}' | '\u{323}'));
    bears && RIMES.split_ascii_whitespace().any(|known| known == rime)
}

/// One or two consonants, one vowel of the Telex kind, at most one consonant (or `ng`, `nh`, `ch`).
fn is_highland(letters: &str) -> bool {
    const ONSETS: [&str; 32] = [
        "bl", "br", "chr", "dl", "dr", "gl", "gr", "hr", "hl", "j", "kl", "km", "kn", "kp", "kr", "ks", "ml", "mn",
        "mr", "pl", "pn", "pr", "px", "rs", "rv", "sm", "sr", "w", "y", "z", "ddr", "ts",
    ];
    const ENDS: [&str; 16] = ["", "c", "ch", "h", "i", "k", "l", "m", "n", "ng", "nh", "o", "p", "r", "s", "t"];
    let onsets = ONSETS.iter().chain(&INITIALS).filter_map(|onset| letters.strip_prefix(onset));
    onsets.into_iter().any(|rest| {
        let vowel = rest.trim_start_matches(['a', 'e', 'i', 'o', 'u', 'w']);
        let length = rest.len() - vowel.len();
        (1..=4).contains(&length) && ENDS.contains(&vowel)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_what_a_wrong_encoding_makes_of_them() {
        for word in
            "Thạnh Lộc Huyện Giồng Riềng nghiệp khuỷu quyết gì giếng đồng Ấp Ếch ưu thuở Mỹ hoà hòa QUỐC yếu".split(' ')
        {
            assert_eq!(likeness(word), Likeness::Vietnamese, "{word}");
        }
        for word in ["Hång", "Thµnh", "Lôc", "cât", "société", "Größe", "kế̀", "ngệ", "cí", "gá̃", "đ", "ếc", "Ñôn"]
        {
            assert_ne!(likeness(word), Likeness::Vietnamese, "{word}");
        }
    }

    #[test]
    fn names_of_the_highlands_say_neither_yes_nor_no() {
        for word in "Krái Pék Păl Kmăl Đăk Ngọk Drắk Tôr Pưh Plông Sê".split(' ') {
            assert_ne!(likeness(word), Likeness::Foreign, "{word}");
        }
        for word in ["Hång", "société", "Größe", "Thµnh"] {
            assert_eq!(likeness(word), Likeness::Foreign, "{word}");
        }
    }
}
