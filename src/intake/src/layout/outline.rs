//! Outline marks: `A`, `I`, `1`, `1.1`, `a)`, `-`, and which of two stands above the other.
//!
//! It reads marks. Whether a marked row is a section or data is decided by the body.

use crate::grid::Value;

/// A mark's level and its place among its siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Lower stands above.
    pub(crate) rank: u8,
    /// From 1; 0 where marks are all alike (`-`).
    pub(crate) ordinal: u32,
}

impl Mark {
    pub(crate) const LETTER: u8 = 10;
    pub(crate) const ROMAN: u8 = 20;
    /// A section without a mark.
    pub(crate) const BARE: u8 = 25;
    /// A numbered section whose rows are numbered from 1 again.
    pub(crate) const OVER_NUMBERS: u8 = 29;
    pub(crate) const NUMBER: u8 = 30;
    const DOTTED: u8 = 40;
    const SMALL_LETTER: u8 = 70;
    const DASH: u8 = 80;
    const PLUS: u8 = 90;

    fn new(rank: u8, ordinal: u32) -> Self {
        Self { rank, ordinal }
    }
}

/// A plain number as a mark.
pub(crate) fn numbered(number: u32) -> Option<Mark> {
    (1..1_000_000).contains(&number).then(|| Mark::new(Mark::NUMBER, number))
}

/// A cell that is nothing but a mark.
pub(crate) fn whole(value: &Value) -> Option<Mark> {
    match value {
        Value::Number(number) if number.fract() == 0.0 && (1.0..1e6).contains(number) => {
            Some(Mark::new(Mark::NUMBER, *number as u32))
        }
        // `1.1` typed into a cell is a number to the spreadsheet.
        Value::Number(number) if (1.0..1e4).contains(number) => dotted(&number.to_string()),
        Value::Text(text) => mark(text.trim_end_matches(['.', ')', '/', ':', ' '])).map(|mark| small(mark, text)),
        _ => None,
    }
}

/// A text that begins with a mark, and the rest: `II. Huyện An Biên`.
pub(crate) fn leading(text: &str) -> Option<(Mark, &str)> {
    if let Some(rest) = text.strip_prefix(['-', '–', '+', '•']) {
        let rank = if text.starts_with('+') { Mark::PLUS } else { Mark::DASH };
        let rest = rest.trim_start();
        return rest.starts_with(char::is_alphabetic).then_some((Mark::new(rank, 0), rest));
    }
    let end = text.find([' ', ')', '/', '\u{a0}'])?;
    let (head, tail) = text.split_at_checked(end)?;
    let rest = tail.trim_start_matches([')', '/', '.', ':', '-', ' ', '\u{a0}']);
    let is_closed = head.ends_with(['.', ':']) || tail.starts_with([')', '/']);
    let bare = head.trim_end_matches(['.', ':', '-']);
    let found =
        mark(bare).filter(|_| is_closed || bare.contains('.')).filter(|found| !is_short_for_a_place(bare, *found));
    (!rest.is_empty()).then_some(())?;
    Some((small(found?, text), rest))
}

/// `X. Thạnh Lộc`, `P. Vĩnh Lạc`, `H. An Biên`: words cut short, no marks.
fn is_short_for_a_place(head: &str, mark: Mark) -> bool {
    mark.rank == Mark::LETTER && mark.ordinal > 7 || head == "X"
}

fn mark(text: &str) -> Option<Mark> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+');
    // Most texts are no marks; the longest sign takes three bytes.
    if text.is_empty() || text.len() > 12 || (text.len() > 3 && !text.bytes().all(is_plain)) {
        return None;
    }
    roman(text)
        .map(|ordinal| Mark::new(Mark::ROMAN, ordinal))
        .or_else(|| text.parse().ok().and_then(numbered))
        .or_else(|| dotted(text))
        .or_else(|| letter(text))
        .or_else(|| match text {
            "-" | "–" | "•" => Some(Mark::new(Mark::DASH, 0)),
            "+" => Some(Mark::new(Mark::PLUS, 0)),
            _ => None,
        })
}

/// `1.1`, `2.3.1`, `I.2`; not `1.046` or `08.3`.
fn dotted(text: &str) -> Option<Mark> {
    let parts: Vec<&str> = text.split('.').collect();
    let is_part = |part: &&str| part.len() <= 2 && !part.starts_with('0') && part.parse::<u32>().is_ok();
    let (first, rest) = parts.split_first()?;
    let fits = (is_part(first) || roman(first).is_some()) && !rest.is_empty() && rest.iter().all(is_part);
    let depth = u8::try_from(rest.len()).ok().filter(|depth| *depth <= 3)?;
    let ordinal = rest.last()?.parse().ok()?;
    fits.then_some(Mark::new(Mark::DOTTED + depth - 1, ordinal))
}

fn letter(text: &str) -> Option<Mark> {
    match text.as_bytes() {
        [letter] if letter.is_ascii_uppercase() => Some(Mark::new(Mark::LETTER, u32::from(letter - b'A') + 1)),
        [letter] if letter.is_ascii_lowercase() => Some(Mark::new(Mark::SMALL_LETTER, u32::from(letter - b'a') + 1)),
        _ => (text == "đ").then_some(Mark::new(Mark::SMALL_LETTER, 5)),
    }
}

/// `i)` is the ninth letter, not the first roman numeral.
fn small(mark: Mark, text: &str) -> Mark {
    if text.starts_with("x)") { Mark::new(Mark::SMALL_LETTER, 24) } else { mark }
}

/// Upper case, up to 39.
fn roman(text: &str) -> Option<u32> {
    let tens = text.bytes().take_while(|letter| *letter == b'X').count();
    let ones = match text.get(tens..)? {
        "" => 0,
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        "V" => 5,
        "VI" => 6,
        "VII" => 7,
        "VIII" => 8,
        "IX" => 9,
        _ => return None,
    };
    let number = u32::try_from(tens).ok()? * 10 + ones;
    (1..40).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_and_short_words_are_not() {
        let cases = [
            ("I. Huyện Giồng Riềng", Some((Mark::ROMAN, 1, "Huyện Giồng Riềng"))),
            ("IV/ Huyện An Biên", Some((Mark::ROMAN, 4, "Huyện An Biên"))),
            ("A. Cấp huyện", Some((Mark::LETTER, 1, "Cấp huyện"))),
            ("1.1 Tuyên truyền", Some((40, 1, "Tuyên truyền"))),
            ("2. Thành phố", Some((Mark::NUMBER, 2, "Thành phố"))),
            ("a) Chia theo ngôn ngữ", Some((70, 1, "Chia theo ngôn ngữ"))),
            ("- Tiếng Việt", Some((80, 0, "Tiếng Việt"))),
            ("P. Vĩnh Lạc", None),
            ("X. Thạnh Lộc", None),
            ("H. An Biên", None),
            ("1.046 cuộc", None),
            ("08.3 hội nghị", None),
            ("2 cuộc", None),
            ("Xã A", None),
            ("- 5", None),
            ("I.", None),
        ];
        for (text, expected) in cases {
            let found = leading(text).map(|(mark, rest)| (mark.rank, mark.ordinal, rest));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_cell_can_be_nothing_but_a_mark() {
        let text = |text: &str| whole(&Value::Text(text.into())).map(|mark| (mark.rank, mark.ordinal));
        assert_eq!(text("X"), Some((Mark::ROMAN, 10)));
        assert_eq!(text("1.2"), Some((40, 2)));
        assert_eq!(text("b)"), Some((70, 2)));
        assert_eq!(text("Xã"), None);
        assert_eq!(whole(&Value::Number(12.0)).map(|mark| mark.ordinal), Some(12));
        assert_eq!(whole(&Value::Number(1.2)).map(|mark| (mark.rank, mark.ordinal)), Some((40, 2)));
    }
}
