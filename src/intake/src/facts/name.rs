//! What the text of a unit says: a body, a place, and the places around it.
//!
//! It decides where a name begins and ends ("Trạm Y tế xã Tân Thành, H. Tân Hiệp"); it knows no unit by name, so it
//! cannot tell whether there is such a place.

use super::spelling::Spelling;
use super::terms::{CENTRES, Designation, Opening, SHORT_DESIGNATIONS, Terms, WRITTEN_DESIGNATIONS};
use domain::UnitKind;
use unicode_normalization::UnicodeNormalization;

/// A place as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PlaceName {
    /// Its type word, if written.
    pub(crate) designation: Option<Designation>,
    /// The words of its name; none in "UBND xã".
    pub(crate) words: Vec<Spelling>,
}

impl PlaceName {
    /// The name as one spelling.
    pub(crate) fn spelling(&self) -> Spelling {
        Spelling::join(&self.words)
    }
}

/// A body as written: a school, an association, a hamlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BodyName {
    /// Its kind, by its term.
    pub(crate) kind: UnitKind,
    /// Its name without the place that follows.
    pub(crate) words: Vec<Spelling>,
}

/// A unit as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct UnitName {
    /// The body, if the text names one.
    pub(crate) body: Option<BodyName>,
    /// Places, most specific first: the unit itself, or where the body is.
    pub(crate) places: Vec<PlaceName>,
    /// Words of an enumeration before it ("I.", "1.2").
    pub(crate) skipped: usize,
}

#[derive(Clone, Debug)]
struct Word {
    spelling: Spelling,
    /// Lower case, composed.
    written: String,
    /// After a comma, a bracket or a dash: a new part may begin.
    begins_part: bool,
    /// A full stop follows: "X." is an abbreviation.
    stopped: bool,
}

/// Reads a unit's text.
pub(crate) fn parse(text: &str, terms: &Terms) -> UnitName {
    let all = split(text);
    let skipped = enumeration(&all, terms);
    let words = all.get(skipped..).unwrap_or_default();
    let name = committee(words).unwrap_or_else(|| ordinary(words, terms));
    UnitName { skipped, ..name }
}

/// Every place with a type word that a sentence names: titles say "trên địa bàn huyện Giồng Riềng năm 2024".
pub(crate) fn places_within(text: &str) -> Vec<PlaceName> {
    let words = split(text);
    let cuts = designations(&words);
    places(&words, &cuts)
}

fn ordinary(words: &[Word], terms: &Terms) -> UnitName {
    let cuts = designations(words);
    let head = cuts.first().map_or(words, |(at, ..)| words.get(..*at).unwrap_or_default());
    let mut rest = spellings(head);
    if let Some((Opening::Administration, length)) = terms.opening(&rest) {
        rest.drain(..length);
    }
    let body = match terms.opening(&rest) {
        Some((Opening::Body(kind), _)) => Some(BodyName { kind, words: rest.clone() }),
        _ => None,
    };
    let mut found = if body.is_some() { Vec::new() } else { bare_places(head, head.len() - rest.len()) };
    found.extend(places(words, &cuts));
    UnitName { body, places: found, skipped: 0 }
}

/// "Huyện đoàn Giồng Riềng", "Tỉnh ủy": the type word and the body are one.
fn committee(words: &[Word]) -> Option<UnitName> {
    const LEVELS: [(&str, &str, UnitKind); 6] = [
        ("tỉnh", "tỉnh", UnitKind::Province),
        ("huyện", "huyện", UnitKind::District),
        ("thành", "thành phố", UnitKind::District),
        ("thị", "thị xã", UnitKind::District),
        ("xã", "xã", UnitKind::Commune),
        ("phường", "phường", UnitKind::Commune),
    ];
    const BODIES: [(&str, UnitKind); 4] =
        [("đoàn", UnitKind::Union), ("ủy", UnitKind::Agency), ("uỷ", UnitKind::Agency), ("đội", UnitKind::Agency)];
    let [level, body, rest @ ..] = words else { return None };
    let is = |word: &Word, term: &str| word.written == term;
    let (_, word, kind) = LEVELS.into_iter().find(|(term, ..)| is(level, term))?;
    let (_, body_kind) = BODIES.into_iter().find(|(term, _)| is(body, term))?;
    let cuts = designations(rest);
    let own = cuts.first().map_or(rest, |(at, ..)| rest.get(..*at).unwrap_or_default());
    let mut found = vec![PlaceName { designation: Some(Designation { kind, word }), words: spellings(own) }];
    found.extend(places(rest, &cuts));
    let body = BodyName { kind: body_kind, words: spellings(&[level.clone(), body.clone()]) };
    Some(UnitName { body: Some(body), places: found, skipped: 0 })
}

/// Places without a type word, split at commas and brackets.
fn bare_places(head: &[Word], skip: usize) -> Vec<PlaceName> {
    parts(head.get(skip..).unwrap_or_default())
}

fn parts(words: &[Word]) -> Vec<PlaceName> {
    let mut found: Vec<Vec<Spelling>> = Vec::new();
    for word in words {
        match found.last_mut() {
            Some(part) if !word.begins_part => part.push(word.spelling.clone()),
            _ => found.push(vec![word.spelling.clone()]),
        }
    }
    found.into_iter().map(|words| PlaceName { designation: None, words }).collect()
}

/// Position, length and meaning of a type word.
type Cut = (usize, usize, Designation);

fn places(words: &[Word], cuts: &[Cut]) -> Vec<PlaceName> {
    let mut found = Vec::new();
    for (number, (at, length, designation)) in cuts.iter().enumerate() {
        let end = cuts.get(number + 1).map_or(words.len(), |(next, ..)| *next);
        let mut own = parts(words.get(at + length..end).unwrap_or_default()).into_iter();
        let first = own.next().map(|part| part.words).unwrap_or_default();
        found.push(PlaceName { designation: Some(*designation), words: first });
        found.extend(own);
    }
    found
}

fn designations(words: &[Word]) -> Vec<Cut> {
    let mut cuts: Vec<Cut> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match designation_at(words, at, cuts.is_empty()) {
            Some((designation, length)) => {
                cuts.push((at, length, designation));
                at += length;
            }
            None => at += 1,
        }
    }
    cuts
}

fn designation_at(words: &[Word], at: usize, in_head: bool) -> Option<(Designation, usize)> {
    let begins = at == 0 || words.get(at).is_some_and(|word| word.begins_part);
    written_designation(words, at, Standing { begins, in_head }).or_else(|| short_designation(words, at, begins))
}

/// Where a word stands.
#[derive(Clone, Copy)]
struct Standing {
    /// At the beginning of a part.
    begins: bool,
    /// No place has been named before it.
    in_head: bool,
}

fn written_designation(words: &[Word], at: usize, standing: Standing) -> Option<(Designation, usize)> {
    let rest = spellings(words.get(at..(at + 2).min(words.len())).unwrap_or_default());
    let (designation, term) = WRITTEN_DESIGNATIONS.iter().find(|(_, term)| begins_with(&rest, term))?;
    let exact = rest.iter().zip(term).all(|(word, term)| word.accented == term.accented && !term.is_plain());
    let named = words.len() > at + term.len();
    let accepted = exact || standing.begins || plain_is_enough(*designation, standing, named);
    (accepted && !is_society(words, at)).then_some((*designation, term.len()))
}

/// Without accents "phuong", "tinh" and "quan" are parts of names more often than type words.
fn plain_is_enough(designation: Designation, standing: Standing, named: bool) -> bool {
    match designation.word {
        "quận" => false,
        "phường" => standing.in_head && named,
        "tỉnh" => standing.in_head,
        "thành phố" | "thị xã" | "thị trấn" | "đặc khu" => named,
        _ => true,
    }
}

/// "hợp tác xã", "bảo hiểm xã hội", "Thương binh và Xã hội": no commune.
fn is_society(words: &[Word], at: usize) -> bool {
    let key = |index: Option<usize>| index.and_then(|index| words.get(index)).map_or("", |word| &word.spelling.key);
    let before = key(at.checked_sub(1));
    key(Some(at)) == "xa"
        && (before == "tac"
            || (key(Some(at + 1)) == "hoi"
                && ["va", "&", "hiem", "hoc", "binh", "an", "te", "tb", "tro"].contains(&before)))
}

fn short_designation(words: &[Word], at: usize, begins: bool) -> Option<(Designation, usize)> {
    let word = words.get(at)?;
    let next = words.get(at + 1)?;
    let (short, full, kind) = SHORT_DESIGNATIONS.into_iter().find(|(short, ..)| *short == word.spelling.key)?;
    let is_centre = short == "tt" && CENTRES.contains(&next.spelling.key.as_str());
    let accepted = (word.stopped || begins || short == "tt") && !is_centre;
    accepted.then_some((Designation { kind, word: full }, 1))
}

fn begins_with(words: &[Spelling], term: &[Spelling]) -> bool {
    term.len() <= words.len() && words.iter().zip(term).all(|(word, term)| word.may_be(term))
}

fn spellings(words: &[Word]) -> Vec<Spelling> {
    words.iter().map(|word| word.spelling.clone()).collect()
}

/// How many words "I.", "1.2", "a)" and "-" take at the front.
fn enumeration(words: &[Word], terms: &Terms) -> usize {
    (0..words.len().saturating_sub(1))
        .take_while(|at| words.get(*at..).is_some_and(|rest| is_enumeration(rest, terms)))
        .count()
}

fn is_enumeration(words: &[Word], terms: &Terms) -> bool {
    let [first, rest @ ..] = words else { return false };
    let key = first.spelling.key.as_str();
    let is_roman = key.chars().all(|letter| "ivx".contains(letter));
    let is_number = key.bytes().all(|byte| byte.is_ascii_digit());
    let names_follow = || terms.opening(&spellings(rest)).is_some() || designation_at(rest, 0, true).is_some();
    match key {
        "x" | "p" | "h" => first.stopped && names_follow(),
        _ if is_number => first.stopped || names_follow(),
        _ => first.stopped && (is_roman || key.chars().count() == 1),
    }
}

/// The text of a body as people would write its name: no enumeration, no place after a comma or bracket. A comma inside
/// the name itself ("Trung tâm Văn hóa, Thể thao") cuts nothing.
pub(crate) fn display_name(text: &str, name: &UnitName) -> String {
    let mut skipped = 0;
    let chunks = text.split_whitespace().skip_while(|chunk| {
        let before = skipped;
        skipped += split(chunk).len();
        before < name.skipped || split(chunk).is_empty()
    });
    let whole = chunks.collect::<Vec<_>>().join(" ");
    let own = name.body.as_ref().map_or(0, |body| body.words.len());
    let heads = whole.match_indices([',', '(', ';']).filter_map(|(at, _)| whole.get(..at));
    let cut = heads.filter(|_| !name.places.is_empty()).find(|head| split(head).len() >= own);
    cut.unwrap_or(&whole).trim().to_owned()
}

fn split(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut begins_part = true;
    for chunk in text.replace("T.P", "TP ").replace("t.p", "tp ").split_whitespace() {
        if matches!(chunk, "-" | "–" | "—" | "+" | "*" | "•" | "/") {
            begins_part = true;
            continue;
        }
        split_chunk(chunk, &mut words, &mut begins_part);
    }
    words
}

fn split_chunk(chunk: &str, words: &mut Vec<Word>, begins_part: &mut bool) {
    let mut current = String::new();
    for letter in chunk.chars() {
        match letter {
            '.' | ',' | ';' | ':' | '(' | ')' | '[' | ']' | '"' | '“' | '”' => {
                let stopped = matches!(letter, '.' | ')');
                push_word(&mut current, words, *begins_part, stopped);
                *begins_part = (*begins_part && words.is_empty()) || letter != '.';
            }
            _ => {
                if ends_short_hamlet(&current, letter) {
                    push_word(&mut current, words, *begins_part, false);
                    *begins_part = false;
                }
                current.push(letter);
            }
        }
    }
    if !current.is_empty() {
        push_word(&mut current, words, *begins_part, false);
        *begins_part = false;
    }
}

/// "KP3", "TDP5".
fn ends_short_hamlet(current: &str, letter: char) -> bool {
    letter.is_ascii_digit() && ["kp", "tdp"].contains(&current.to_lowercase().as_str())
}

fn push_word(current: &mut String, words: &mut Vec<Word>, begins_part: bool, stopped: bool) {
    let spelling = Spelling::of(current);
    let written = current.nfc().collect::<String>().to_lowercase();
    current.clear();
    if !spelling.key.is_empty() {
        words.push(Word { spelling, written, begins_part, stopped });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Vocabulary;

    fn shown(text: &str) -> String {
        let name = parse(text, &Terms::new(&Vocabulary::default()));
        let body = name.body.map(|body| format!("{}:{}", body.kind.code(), Spelling::join(&body.words).key));
        let places = name.places.iter().map(|place| {
            let word = place.designation.map_or("?", |designation| designation.word);
            format!("{word}={}", place.spelling().key)
        });
        body.into_iter().chain(places).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn unit_texts_say_body_and_places() {
        let cases = [
            ("Xã Tân Thành", "xã=tan thanh"),
            ("UBND xã Tân Thành", "xã=tan thanh"),
            ("Ủy ban nhân dân X. Tân Thành", "xã=tan thanh"),
            ("UBND Tân Thành", "?=tan thanh"),
            ("UBND xã", "xã="),
            ("P.Vĩnh Thanh", "phường=vinh thanh"),
            ("TT. Giồng Riềng", "thị trấn=giong rieng"),
            ("TT Y tế huyện Giồng Riềng", "health:tt i te | huyện=giong rieng"),
            ("TP Rạch Giá", "thành phố=rach gia"),
            ("TP. Rạch Giá", "thành phố=rach gia"),
            ("ĐK Phú Quốc", "đặc khu=phu quoc"),
            ("xa tan thanh huyen tan hiep", "xã=tan thanh | huyện=tan hiep"),
            ("Xã Thạnh Lộc, huyện Giồng Riềng, tỉnh Kiên Giang", "xã=thanh loc | huyện=giong rieng | tỉnh=kien giang"),
            ("Phường Vĩnh Thanh (Rạch Giá)", "phường=vinh thanh | ?=rach gia"),
            ("Thạnh Lộc - Giồng Riềng", "?=thanh loc | ?=giong rieng"),
            ("I. Huyện Giồng Riềng", "huyện=giong rieng"),
            ("X. Xã Tân Thành", "xã=tan thanh"),
            ("1. Tân Thành", "?=tan thanh"),
            ("a) xã Tân Thành", "xã=tan thanh"),
            ("Hội LHPN xã Tân Thành", "union:hoi lhpn | xã=tan thanh"),
            ("Trạm Y tế xã Tân Thành", "health:tram i te | xã=tan thanh"),
            ("Công an xã Tân Thành", "agency:cong an | xã=tan thanh"),
            ("Trường THCS Nguyễn Tri Phương", "school:truong thcs nguien tri phuong"),
            ("truong thcs nguyen tri phuong", "school:truong thcs nguien tri phuong"),
            (
                "Phòng Lao động - Thương binh và Xã hội huyện Gò Quao",
                "agency:phong lao dong thuong binh va xa hoi | huyện=go quao",
            ),
            ("Hợp tác xã Tân Hưng", "enterprise:hop tac xa tan hung"),
            ("Xã Hội An", "xã=hoi an"),
            ("Ấp Kênh 1, xã Tân Thành", "hamlet:ap kenh 1 | xã=tan thanh"),
            ("KP3 phường Vĩnh Thanh", "hamlet:kp 3 | phường=vinh thanh"),
            ("Ban nhân dân ấp Kênh 1", "hamlet:ap kenh 1"),
            ("Huyện đoàn Giồng Riềng", "union:huien doan | huyện=giong rieng"),
            ("Tỉnh ủy", "agency:tinh ui | tỉnh="),
            ("Sở Tư pháp", "agency:so tu phap"),
            ("Hội LHPN tỉnh", "union:hoi lhpn | tỉnh="),
            ("Phường Tịnh Biên", "phường=tinh bien"),
            ("phuong tinh bien", "phường=tinh bien"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn a_comma_inside_a_name_does_not_cut_it() {
        let terms = Terms::new(&domain::Vocabulary::default());
        let display = |text: &str| display_name(text, &parse(text, &terms));
        for (text, expected) in [
            ("Trường THCS Lê Lợi, xã Tân Thành", "Trường THCS Lê Lợi"),
            ("2. Trường THCS Lê Lợi (xã Tân Thành)", "Trường THCS Lê Lợi"),
            (
                "Trung tâm Văn hóa, Thể thao và Truyền thanh huyện An Biên",
                "Trung tâm Văn hóa, Thể thao và Truyền thanh huyện An Biên",
            ),
        ] {
            assert_eq!(display(text), expected);
        }
    }

    #[test]
    fn a_title_names_places_inside_a_sentence() {
        let found = places_within("KẾT QUẢ TRUYỀN THÔNG TRÊN ĐỊA BÀN HUYỆN GIỒNG RIỀNG NĂM 2024");
        let keys: Vec<String> = found.iter().map(|place| place.spelling().key).collect();
        assert_eq!(keys, ["giong rieng nam 2024"]);
    }
}
