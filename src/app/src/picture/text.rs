//! Text of a picture: broken into lines, cut where there is no more room, without what hides or turns it.

use super::{Face, Measure};

/// Nobody reads more letters of one word, or hears more of one name.
const LONGEST: usize = 240;

/// The text in lines no wider than `width`; what does not fit on `most` lines ends in `…`.
pub(super) fn wrapped(text: &str, face: Face, width: f64, most: usize, measure: Measure<'_>) -> Vec<String> {
    let text = clean(text);
    let fits = |text: &str| measure(text, face) <= width;
    let (mut lines, mut line) = (Vec::new(), String::new());
    for word in text.split(' ').filter(|word| !word.is_empty()).flat_map(|word| pieces(word, &fits)) {
        let longer = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
        if fits(&longer) {
            line = longer;
        } else if lines.len() + 1 == most {
            lines.push(cut(&line, &fits));
            return lines;
        } else {
            lines.push(std::mem::replace(&mut line, word));
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A word wider than a line is broken where the line ends.
fn pieces(word: &str, fits: &impl Fn(&str) -> bool) -> Vec<String> {
    if fits(word) {
        return vec![word.to_owned()];
    }
    let (mut pieces, mut piece) = (Vec::new(), String::new());
    for letter in word.chars().take(LONGEST) {
        piece.push(letter);
        if !fits(&piece) {
            piece.pop();
            pieces.push(std::mem::replace(&mut piece, letter.to_string()));
        }
    }
    pieces.push(piece);
    pieces
}

fn cut(line: &str, fits: &impl Fn(&str) -> bool) -> String {
    let mut line = line.to_owned();
    while !line.is_empty() && !fits(&format!("{line}…")) {
        line.pop();
    }
    format!("{line}…")
}

/// Without what cannot be seen but turns a line around, and without what no file of text can hold: the user's names stand
/// in it.
pub(super) fn clean(text: &str) -> String {
    let turns = |letter: char| matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_none = |letter: char| matches!(letter, '\u{fffe}' | '\u{ffff}');
    let space = |letter: char| if letter.is_control() || letter.is_whitespace() { ' ' } else { letter };
    text.chars().filter(|letter| !turns(*letter) && !is_none(*letter)).map(space).collect()
}

/// A text that is told, not drawn: nobody hears more of a name.
pub(super) fn said(text: &str) -> String {
    let text = clean(text);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::page::BODY;

    /// Every letter is half as wide as it is high.
    fn measure(text: &str, face: Face) -> f64 {
        text.chars().count() as f64 * f64::from(face.size) / 2.0
    }

    #[test]
    fn what_does_not_fit_ends_in_dots_and_nothing_else_is_lost() {
        let lines = |text: &str, most| wrapped(text, BODY, 320.0, most, &measure);
        assert_eq!(lines("một hai ba bốn năm", 9), ["một hai ba bốn năm"]);
        assert_eq!(lines("mười một mười hai mười ba", 9), ["mười một mười hai", "mười ba"]);
        assert_eq!(lines("mười một mười hai mười ba", 1), ["mười một mười hai…"]);
        assert_eq!(lines(&"x".repeat(45), 9), ["x".repeat(20), "x".repeat(20), "x".repeat(5)]);
        assert!(lines("", 3).is_empty());
    }

    #[test]
    fn marks_that_turn_a_line_around_are_left_out() {
        assert_eq!(clean("Xã \u{202e}Vĩnh\u{2066}\nHòa\u{ffff}"), "Xã Vĩnh Hòa");
        assert_eq!(said(&"x".repeat(100_000)).chars().count(), 241);
        assert_eq!(said("Xã Vĩnh Hòa"), "Xã Vĩnh Hòa");
    }
}
