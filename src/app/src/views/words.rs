//! Words inside the page's own sentences that are not the page's: what the user's files and the plan say is Vietnamese, whatever
//! language the page speaks. Marked so, a screen reader reads them as what they are.

use domain::Language;
use yew::prelude::*;

/// Words of the user's files or of the plan, by themselves.
pub(crate) fn own(words: &str) -> Html {
    html! { <span lang="vi">{ words.to_owned() }</span> }
}

/// A sentence of the page with words of somebody else in it.
pub(crate) fn naming(language: Language, sentence: &str, words: &str) -> Html {
    match sentence.split_once(words) {
        Some((before, after)) if language != Language::Vi && !words.is_empty() => {
            html! { <>{ before.to_owned() }{ own(words) }{ after.to_owned() }</> }
        }
        _ => html! { sentence.to_owned() },
    }
}

/// A sentence of the page; whatever it quotes “so” and is written in Vietnamese letters is marked.
pub(crate) fn quoting(language: Language, sentence: &str) -> Html {
    if language == Language::Vi {
        return html! { sentence.to_owned() };
    }
    html! {
        for (key, (words, foreign)) in parts(sentence).into_iter().enumerate() {
            if foreign { <span {key} lang="vi">{ words.to_owned() }</span> } else { { words.to_owned() } }
        }
    }
}

/// The sentence cut at its quotation marks, which stay outside; and whether each part is a quotation in Vietnamese letters.
fn parts(sentence: &str) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    let mut rest = sentence;
    while let Some((before, quoted, after)) = first_quoted(rest) {
        parts.push((before, false));
        parts.push((quoted, is_vietnamese(quoted)));
        rest = after;
    }
    parts.push((rest, false));
    parts
}

/// Up to and with the first “, what it quotes, and what follows from ” on.
fn first_quoted(text: &str) -> Option<(&str, &str, &str)> {
    let open = text.find('“')? + '“'.len_utf8();
    let (before, inside) = text.split_at_checked(open)?;
    let (quoted, after) = inside.split_at_checked(inside.find('”')?)?;
    Some((before, quoted, after))
}

fn is_vietnamese(words: &str) -> bool {
    words.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_quotations_in_vietnamese_letters_are_marked() {
        for (sentence, marked) in [
            ("“Phường Bến Nghé” matches no unit", vec!["Phường Bến Nghé"]),
            ("Cell C7, sheet “Tin bài”, so.xlsx; see “Check data” and “Tổng”", vec!["Tin bài", "Tổng"]),
            ("nothing is quoted: Tin bài", vec![]),
            ("“never closed: Tin bài", vec![]),
            ("", vec![]),
        ] {
            let parts = parts(sentence);
            let found: Vec<&str> = parts.iter().filter(|(_, foreign)| *foreign).map(|(words, _)| *words).collect();
            assert_eq!(found, marked, "{sentence}");
            assert_eq!(parts.iter().map(|(words, _)| *words).collect::<String>(), sentence);
        }
    }
}
