//! Which kind of activity a row reports, from its words and the plan's terms.
//!
//! The first term in the text decides ("Tin: Hội nghị tuyên truyền" is news); of two that begin together the longer.

use super::tokens::{find, words};
use domain::{ActivityKind, KindTerms, Vocabulary};
use std::cmp::Reverse;
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

/// The plan's words and the user's answers, cut and folded once, so that each row only looks them up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KindWords {
    kinds: Vec<(Vec<String>, ActivityKind)>,
    channels: Vec<(Vec<String>, ActivityKind)>,
    tags: Vec<(Vec<String>, String)>,
    answers: BTreeMap<Vec<String>, ActivityKind>,
}

impl KindWords {
    /// The words of a plan, and what the user answered for words it does not know.
    pub fn new(vocabulary: &Vocabulary, answers: &BTreeMap<String, ActivityKind>) -> Self {
        let of_kind =
            |terms: &KindTerms| -> Vec<_> { terms.terms.iter().map(|term| (words(term), terms.kind)).collect() };
        Self {
            kinds: vocabulary.kinds.iter().flat_map(of_kind).collect(),
            channels: vocabulary.channels.iter().map(|channel| (words(&channel.term), channel.kind)).collect(),
            tags: vocabulary.tags.iter().map(|(term, tag)| (words(term), tag.clone())).collect(),
            answers: answers.iter().map(|(word, kind)| (words(word), *kind)).collect(),
        }
    }

    /// Settles the kind of a row. `default` is what the table is about, if its title or sheet says.
    pub fn classify(&self, row: RowWords<'_>, default: Option<ActivityKind>) -> KindGuess {
        let (kind, known) = self.settle(row, default);
        KindGuess { kind, tags: self.tags(row), known }
    }

    fn settle(&self, row: RowWords<'_>, default: Option<ActivityKind>) -> (ActivityKind, bool) {
        let own = words(row.kind);
        if own.is_empty() {
            let guess = self.of_channel(&words(row.channel)).or(default);
            let guess = guess.or_else(|| self.first_term(&words(row.title)));
            return (guess.unwrap_or(ActivityKind::Other), true);
        }
        let answered = self.answers.get(&own).copied();
        let known = answered.or_else(|| ActivityKind::from_code(row.kind.trim())).or_else(|| self.first_term(&own));
        if let Some(kind) = known {
            return (kind, true);
        }
        let suggestion = self.of_channel(&own).or(default);
        let suggestion = suggestion.or_else(|| self.first_term(&words(row.title)));
        (suggestion.unwrap_or(ActivityKind::Other), false)
    }

    /// The kind whose term begins first in the text.
    fn first_term(&self, text: &[String]) -> Option<ActivityKind> {
        let found = self.kinds.iter().filter_map(|(term, kind)| Some((find(text, term)?, Reverse(term.len()), *kind)));
        found.min().map(|(_, _, kind)| kind)
    }

    fn of_channel(&self, text: &[String]) -> Option<ActivityKind> {
        self.channels.iter().find(|(term, _)| find(text, term).is_some()).map(|(_, kind)| *kind)
    }

    fn tags(&self, row: RowWords<'_>) -> Vec<String> {
        let texts = [words(row.kind), words(row.title), words(row.audience)];
        let carried = self.tags.iter().filter(|(term, _)| texts.iter().any(|text| find(text, term).is_some()));
        let mut tags: Vec<String> = carried.map(|(_, tag)| tag.clone()).collect();
        tags.sort();
        tags.dedup();
        tags
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ChannelTerm;

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
        let guess = KindWords::new(&vocabulary(), &BTreeMap::new()).classify(row, default);
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
        let guess = KindWords::new(&vocabulary(), &choices).classify(row, None);
        assert_eq!((guess.kind, guess.known), (ActivityKind::Event, true));
    }

    #[test]
    fn a_table_about_news_makes_its_rows_news() {
        assert_eq!(kind_of("", "Quyền của phụ nữ", Some(ActivityKind::News)), (ActivityKind::News, true));
    }

    #[test]
    fn campaigns_leave_their_tag() {
        let row = RowWords { title: "Hưởng ứng Tháng hành động vì BĐG", ..RowWords::default() };
        let words = KindWords::new(&vocabulary(), &BTreeMap::new());
        assert_eq!(words.classify(row, None).tags, ["action_month"]);
    }
}
