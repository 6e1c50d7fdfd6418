//! Counts, money and compound counts as officials write them.
//!
//! A blank, a dash or an ellipsis says nothing, and nothing is not zero. "Không", "chưa" and `0` say zero.

use super::tokens::{Token, is_phrase, tokens};
use crate::fold::fold;
use crate::grid::Value;
use domain::{ActivityKind, Vocabulary};

/// Why a cell is no count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberProblem {
    /// No number in it.
    Unreadable,
    /// Below zero.
    Negative,
    /// Not a whole number.
    NotWhole,
}

/// What a cell such as `02 cuộc/120 lượt người (nữ 70)` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompoundCount {
    /// Activities by kind, in the order of the text, each kind once.
    pub counts: Vec<(ActivityKind, u32)>,
    /// People reached.
    pub people: Option<u32>,
    /// Women among them.
    pub women: Option<u32>,
}

/// Marks that stand for "nothing to say here".
const SILENT: [&str; 8] = ["", "-", "–", "—", "…", "...", "..", "/"];

/// Reads a count. `Ok(None)` = the cell says nothing.
pub fn read_count(value: &Value) -> Result<Option<u32>, NumberProblem> {
    match value {
        Value::Empty => Ok(None),
        // The spreadsheet has read it: a point in it is a decimal point, not one of thousands.
        Value::Number(number) if number.fract() != 0.0 => Err(NumberProblem::NotWhole),
        Value::Number(number) => whole(&number.to_string()).map(Some),
        Value::Bool(yes) => Ok(Some(u32::from(*yes))),
        Value::Text(text) => count_in_text(text),
        Value::Date(_) | Value::Error(_) => Err(NumberProblem::Unreadable),
    }
}

/// Reads money in đồng: `15.000.000`, `15 triệu`, `500 nghìn đồng`, `1,5 tỷ`.
pub fn read_money(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.to_string().parse().ok(),
        Value::Text(text) => money_in_text(&fold(text)),
        _ => None,
    }
}

/// Reads a compound count; `None` if it names no activity.
pub fn read_count_text(text: &str, vocabulary: &Vocabulary) -> Option<CompoundCount> {
    let mut compound = CompoundCount::default();
    let all = joined_thousands(&tokens(text));
    for (at, token) in all.iter().enumerate() {
        let Token::Number(number, _) = token else { continue };
        let after = all.get(at + 1..).unwrap_or(&[]);
        match unit_of(after, vocabulary).or_else(|| named_before(all.get(..at).unwrap_or(&[]))) {
            Some(Unit::People) => compound.people = compound.people.or(Some(*number)),
            Some(Unit::Women) => compound.women = compound.women.or(Some(*number)),
            Some(Unit::Activity(kind)) => add(&mut compound.counts, kind, *number),
            None => {}
        }
    }
    (!compound.counts.is_empty()).then_some(compound)
}

fn count_in_text(text: &str) -> Result<Option<u32>, NumberProblem> {
    let folded = fold(text);
    if SILENT.contains(&folded.as_str()) {
        return Ok(None);
    }
    match folded.as_str() {
        "khong" | "khong co" | "chua" | "chua co" => return Ok(Some(0)),
        "x" | "co" | "v" | "✓" => return Ok(Some(1)),
        _ => {}
    }
    let end = folded.find(|letter: char| !letter.is_ascii_digit() && !"., -".contains(letter)).unwrap_or(folded.len());
    let (number, unit) = folded.split_at(end);
    if unit.starts_with('%') || unit.contains(|letter: char| letter.is_ascii_digit()) {
        return Err(NumberProblem::Unreadable);
    }
    whole(number.trim()).map(Some)
}

/// A whole number with or without separators of thousands.
fn whole(text: &str) -> Result<u32, NumberProblem> {
    if text.starts_with('-') {
        return Err(NumberProblem::Negative);
    }
    let digits = without_thousands(text).ok_or(if text.contains(['.', ',']) && has_digit(text) {
        NumberProblem::NotWhole
    } else {
        NumberProblem::Unreadable
    })?;
    digits.parse().map_err(|_| NumberProblem::Unreadable)
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// `1.046`, `3,900`, `1 046` → the digits; `1.5` and `12,50` are not groups of three.
fn without_thousands(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.split(['.', ',', ' ']).collect();
    let all_digits = groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    let (first, rest) = groups.split_first()?;
    let grouped = rest.is_empty() || (first.len() <= 3 && rest.iter().all(|group| group.len() == 3));
    (all_digits && grouped).then(|| groups.concat())
}

fn money_in_text(folded: &str) -> Option<u64> {
    let end = folded.find(|letter: char| !letter.is_ascii_digit() && !"., ".contains(letter)).unwrap_or(folded.len());
    let (number, unit) = folded.split_at(end);
    let unit = unit.trim();
    let scale = if unit.starts_with("ty") {
        1_000_000_000
    } else if unit.starts_with("tr") {
        1_000_000
    } else if unit.starts_with("ngh") || unit.starts_with("ngan") || unit.starts_with("k") {
        1_000
    } else {
        1
    };
    match without_thousands(number.trim()) {
        Some(digits) => digits.parse::<u64>().ok()?.checked_mul(scale),
        None if scale > 1 => decimal(number.trim(), scale),
        None => None,
    }
}

/// `1,5` of a scale.
fn decimal(number: &str, scale: u64) -> Option<u64> {
    let (whole, part) = number.split_once([',', '.'])?;
    let digits = u32::try_from(part.len()).ok().filter(|digits| *digits <= 3)?;
    let whole = whole.parse::<u64>().ok()?.checked_mul(scale)?;
    let part = part.parse::<u64>().ok()?.checked_mul(scale)? / 10_u64.pow(digits);
    whole.checked_add(part)
}

enum Unit {
    Activity(ActivityKind),
    People,
    Women,
}

/// The words that follow a number, longest first.
fn unit_of(after: &[Token], vocabulary: &Vocabulary) -> Option<Unit> {
    let words: Vec<String> = after
        .iter()
        .map_while(|token| match token {
            Token::Word(word) => Some(word.clone()),
            _ => None,
        })
        .take(4)
        .collect();
    (1..=words.len()).rev().find_map(|length| {
        let own = words.get(..length)?;
        people(own).or_else(|| activity(own, vocabulary).map(Unit::Activity))
    })
}

fn people(words: &[String]) -> Option<Unit> {
    match words.join(" ").as_str() {
        "nu" | "phu nu" => Some(Unit::Women),
        "luot" | "luot nguoi" | "nguoi" | "dai bieu" | "hoc sinh" | "nguoi du" | "nguoi tham du" | "hoi vien" => {
            Some(Unit::People)
        }
        _ => None,
    }
}

fn activity(words: &[String], vocabulary: &Vocabulary) -> Option<ActivityKind> {
    let own = words.join(" ") + " ";
    let of_plan = vocabulary.kinds.iter().find(|terms| terms.terms.iter().any(|term| is_phrase(term, &own)));
    of_plan.map(|terms| terms.kind).or_else(|| match own.trim_end() {
        "cuoc" | "buoi" | "lop" | "dot" => Some(ActivityKind::Event),
        "tin" | "bai" | "tin bai" | "luot phat" => Some(ActivityKind::News),
        "mo hinh" => Some(ActivityKind::Model),
        _ => None,
    })
}

/// `(nữ 70)`: the word stands before its number.
fn named_before(before: &[Token]) -> Option<Unit> {
    let last = before.iter().rev().find(|token| !matches!(token, Token::Sign(':')))?;
    last.is_word("nu").then_some(Unit::Women)
}

fn add(counts: &mut Vec<(ActivityKind, u32)>, kind: ActivityKind, number: u32) {
    match counts.iter_mut().find(|(own, _)| *own == kind) {
        Some((_, count)) => *count = count.saturating_add(number),
        None => counts.push((kind, number)),
    }
}

/// `256.000 lượt người`: groups of three after a sign are one number.
fn joined_thousands(tokens: &[Token]) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        if let (Token::Number(group, 3), [.., Token::Number(head, digits), Token::Sign('.' | ',')]) =
            (token, joined.as_slice())
            && let Some(value) = head.checked_mul(1000).and_then(|head| head.checked_add(*group))
        {
            let digits = digits + 3;
            joined.truncate(joined.len() - 2);
            joined.push(Token::Number(value, digits));
            continue;
        }
        joined.push(token.clone());
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_as_officials_write_them() {
        for (text, expected) in [
            ("02", Ok(Some(2))),
            ("4", Ok(Some(4))),
            ("1.046", Ok(Some(1046))),
            ("3,900", Ok(Some(3900))),
            ("256.000 lượt người", Ok(Some(256_000))),
            ("02 cuộc", Ok(Some(2))),
            ("", Ok(None)),
            ("-", Ok(None)),
            ("…", Ok(None)),
            ("x", Ok(Some(1))),
            ("Không", Ok(Some(0))),
            ("chưa", Ok(Some(0))),
            ("0", Ok(Some(0))),
            ("-3", Err(NumberProblem::Negative)),
            ("12,5", Err(NumberProblem::NotWhole)),
            ("54,0%", Err(NumberProblem::Unreadable)),
            ("nhiều", Err(NumberProblem::Unreadable)),
            ("99999999999", Err(NumberProblem::Unreadable)),
        ] {
            assert_eq!(read_count(&Value::Text(text.into())), expected, "{text}");
        }
    }

    #[test]
    fn number_cells_must_be_whole() {
        assert_eq!(read_count(&Value::Number(4.0)), Ok(Some(4)));
        assert_eq!(read_count(&Value::Number(-1.0)), Err(NumberProblem::Negative));
        assert_eq!(read_count(&Value::Number(2.5)), Err(NumberProblem::NotWhole));
    }

    #[test]
    fn compound_counts_name_their_units() {
        let read = |text: &str| read_count_text(text, &Vocabulary::default());
        let (event, news) = (ActivityKind::Event, ActivityKind::News);
        for (text, counts, people, women) in [
            ("02 cuộc/120 lượt người", vec![(event, 2)], Some(120), None),
            ("3 cuộc, 250 lượt (nữ 140)", vec![(event, 3)], Some(250), Some(140)),
            ("01 tin, 02 bài", vec![(news, 3)], None, None),
            ("4 tin bài", vec![(news, 4)], None, None),
            ("02 lớp/85 người", vec![(event, 2)], Some(85), None),
            ("1 cuộc / 1.250 lượt người", vec![(event, 1)], Some(1250), None),
        ] {
            assert_eq!(read(text), Some(CompoundCount { counts, people, women }), "{text}");
        }
        assert_eq!(read("120 người"), None);
        assert_eq!(read("Kế hoạch 12"), None);
    }

    #[test]
    fn money_is_read_in_dong() {
        for (text, expected) in [
            ("15.000.000", Some(15_000_000)),
            ("15 triệu", Some(15_000_000)),
            ("500 nghìn đồng", Some(500_000)),
            ("1,5 tỷ", Some(1_500_000_000)),
            ("không", None),
        ] {
            assert_eq!(read_money(&Value::Text(text.into())), expected, "{text}");
        }
    }
}
