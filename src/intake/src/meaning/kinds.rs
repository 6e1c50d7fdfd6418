//! Which kind of activity a row reports, from its words and the plan's terms.
//!
//! The first term in the text decides ("Tin: Hội nghị tuyên truyền" is news); of two that begin together the longer.

use super::tokens::{find, words};
use domain::{ActivityKind, Vocabulary};
use std::collections::BTreeMap;

/// What a row's words say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindGuess {
    /// The kind.
    pub kind: ActivityKind,
    /// Tags of named campaigns, audiences and merits; sorted, no doubles.
    pub tags: Vec<String>,
    /// `false`: no term knows the row's own word for its kind; `kind` is a suggestion.
    pub known: bool,
}

/// The words of one row.
#[derive(Clone, Copy, Debug, Default)]
pub struct RowWords<'a> {
    /// Cell of the kind column (hình thức, loại hình).
    pub kind: &'a str,
    /// Cell of the channel column.
    pub channel: &'a str,
    /// Title or content.
    pub title: &'a str,
    /// Audience.
    pub audience: &'a str,
}

/// Settles the kind. `default` is what the table is about, if its title or sheet says.
pub fn classify(
    row: RowWords<'_>,
    default: Option<ActivityKind>,
    vocabulary: &Vocabulary,
    choices: &BTreeMap<String, ActivityKind>,
) -> KindGuess {
    let (kind, known) = settle(row, default, vocabulary, choices);
    KindGuess { kind, tags: tags(row, vocabulary), known }
}

fn settle(
    row: RowWords<'_>,
    default: Option<ActivityKind>,
    vocabulary: &Vocabulary,
    choices: &BTreeMap<String, ActivityKind>,
) -> (ActivityKind, bool) {
    let own = words(row.kind);
    if own.is_empty() {
        let guess = channel_kind(&words(row.channel), vocabulary).or(default);
        let guess = guess.or_else(|| first_term(&words(row.title), vocabulary));
        return guess.map_or((ActivityKind::Other, true), |kind| (kind, true));
    }
    let chosen = choices.iter().find(|(word, _)| words(word) == own).map(|(_, kind)| *kind);
    if let Some(kind) =
        chosen.or_else(|| ActivityKind::from_code(row.kind.trim())).or_else(|| first_term(&own, vocabulary))
    {
        return (kind, true);
    }
    let suggestion = channel_kind(&own, vocabulary).or(default);
    let suggestion = suggestion.or_else(|| first_term(&words(row.title), vocabulary));
    (suggestion.unwrap_or(ActivityKind::Other), false)
}

/// The kind whose term begins first in the text.
pub fn first_term(text: &[String], vocabulary: &Vocabulary) -> Option<ActivityKind> {
    let of_plan = vocabulary.kinds.iter().flat_map(|terms| terms.terms.iter().map(|term| (words(term), terms.kind)));
    of_plan
        .filter_map(|(term, kind)| Some((find(text, &term)?, usize::MAX - term.len(), kind)))
        .min()
        .map(|(_, _, kind)| kind)
}

fn channel_kind(text: &[String], vocabulary: &Vocabulary) -> Option<ActivityKind> {
    let mut channels = vocabulary.channels.iter();
    channels.find(|channel| find(text, &words(&channel.term)).is_some()).map(|channel| channel.kind)
}

fn tags(row: RowWords<'_>, vocabulary: &Vocabulary) -> Vec<String> {
    let texts = [words(row.kind), words(row.title), words(row.audience)];
    let carried = vocabulary.tags.iter().filter(|(term, _)| {
        let term = words(term);
        texts.iter().any(|text| find(text, &term).is_some())
    });
    let mut tags: Vec<String> = carried.map(|(_, tag)| tag.clone()).collect();
    tags.sort();
    tags.dedup();
    tags
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{ChannelTerm, KindTerms};

    fn vocabulary() -> Vocabulary {
        let terms = |kind, terms: &[&str]| KindTerms {
            kind,
            terms: terms.iter().map(|term| (*term).to_owned()).collect(),
            ask_terms: Vec::new(),
        };
        Vocabulary {
            kinds: vec![
                terms(ActivityKind::Event, &["cuộc", "hội nghị", "tập huấn"]),
                terms(ActivityKind::News, &["tin", "bài", "phóng sự"]),
                terms(ActivityKind::Model, &["mô hình"]),
            ],
            channels: vec![ChannelTerm { term: "loa".to_owned(), kind: ActivityKind::News }],
            tags: vec![("Tháng hành động".to_owned(), "action_month".to_owned())],
            units: Vec::new(),
        }
    }

    fn kind_of(kind: &str, title: &str, default: Option<ActivityKind>) -> (ActivityKind, bool) {
        let row = RowWords { kind, title, ..RowWords::default() };
        let guess = classify(row, default, &vocabulary(), &BTreeMap::new());
        (guess.kind, guess.known)
    }

    #[test]
    fn the_first_term_decides() {
        assert_eq!(kind_of("", "Tin: Hội nghị tuyên truyền ấp", None), (ActivityKind::News, true));
        assert_eq!(kind_of("Hội nghị", "Tin vui", None), (ActivityKind::Event, true));
        assert_eq!(kind_of("Bài phát thanh", "", None), (ActivityKind::News, true));
    }

    #[test]
    fn terms_are_whole_words() {
        assert_eq!(kind_of("", "Tỉnh đoàn", None), (ActivityKind::Other, true));
    }

    #[test]
    fn an_unknown_word_is_a_suggestion_until_the_user_answers() {
        assert_eq!(kind_of("Loa cụm", "", None), (ActivityKind::News, false));
        assert_eq!(kind_of("Xe hoa", "", None), (ActivityKind::Other, false));
        let row = RowWords { kind: "xe hoa", ..RowWords::default() };
        let choices = BTreeMap::from([("Xe hoa".to_owned(), ActivityKind::Event)]);
        let guess = classify(row, None, &vocabulary(), &choices);
        assert_eq!((guess.kind, guess.known), (ActivityKind::Event, true));
    }

    #[test]
    fn a_table_about_news_makes_its_rows_news() {
        assert_eq!(kind_of("", "Quyền của phụ nữ", Some(ActivityKind::News)), (ActivityKind::News, true));
    }

    #[test]
    fn campaigns_leave_their_tag() {
        let row = RowWords { title: "Hưởng ứng Tháng hành động vì BĐG", ..RowWords::default() };
        assert_eq!(classify(row, None, &vocabulary(), &BTreeMap::new()).tags, ["action_month"]);
    }
}
