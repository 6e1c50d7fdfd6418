//! Which kind of activity a row reports, from its words and the plan's terms.
//!
//! The first term in the text decides ("Tin: Hội nghị tuyên truyền" is news); of two that begin together the longer.

use super::tokens::{Terms, phrase};
use domain::{ActivityKind, Gather, Tags, Text, Vocabulary};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What a row's words say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindGuess {
    /// The kind.
    pub kind: ActivityKind,
    /// Tags of named campaigns, audiences and merits; sorted, no doubles.
    pub tags: Tags,
    /// `false`: no term knows the row's own word for its kind, or it has none and its title does not tell; `kind` is a
    /// suggestion.
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

/// What the words of a row say besides its title.
#[derive(Clone, Debug)]
pub(crate) struct Untitled {
    kind: Option<ActivityKind>,
    known: bool,
    tags: Tags,
    tag_places: Vec<usize>,
}

/// The plan's words and the user's answers, cut and folded once, so that each row only looks them up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KindWords {
    kinds: Terms<ActivityKind>,
    /// By place in the plan's list: the first of several decides.
    channels: Terms<(usize, ActivityKind)>,
    /// By place in `tags`.
    tag_terms: Terms<usize>,
    tags: Vec<Text>,
    answers: BTreeMap<String, ActivityKind>,
}

impl KindWords {
    /// The words of a plan, and what the user answered for words it does not know.
    pub fn new(vocabulary: &Vocabulary, answers: &BTreeMap<String, ActivityKind>) -> Self {
        let mut words = Self::default();
        for terms in &vocabulary.kinds {
            terms.terms.iter().for_each(|term| words.kinds.add(term, terms.kind));
        }
        for (place, channel) in vocabulary.channels.iter().enumerate() {
            words.channels.add(&channel.term, (place, channel.kind));
        }
        for (place, (term, tag)) in vocabulary.tags.iter().enumerate() {
            words.tag_terms.add(term, place);
            words.tags.push(tag.into());
        }
        words.answers = answers.iter().map(|(word, kind)| (phrase(word), *kind)).gathered();
        words
    }

    /// Settles the kind of a row. `default` is what the table is about, if its title or sheet says.
    pub fn classify(&self, row: RowWords<'_>, default: Option<ActivityKind>) -> KindGuess {
        self.with_title(&self.without_title(row, default), row.title)
    }

    /// What a row says besides its title. In a log that is the same in most rows.
    pub(crate) fn without_title(&self, row: RowWords<'_>, default: Option<ActivityKind>) -> Untitled {
        let own = phrase(row.kind);
        let answered = || self.answers.get(&own).copied();
        let known = answered().or_else(|| ActivityKind::from_code(row.kind.trim())).or_else(|| self.first_term(&own));
        let (kind, known) = match known.filter(|_| !own.is_empty()) {
            Some(kind) => (Some(kind), true),
            None if own.is_empty() => (self.of_channel(&phrase(row.channel)).or(default), true),
            None => (self.of_channel(&own).or(default), false),
        };
        let mut tags = self.tag_places(&own);
        tags.append(&mut self.tag_places(&phrase(row.audience)));
        Untitled { kind, known, tags: self.tags(&tags), tag_places: tags }
    }

    /// The same with its title, which says the kind where nothing else does.
    pub(crate) fn with_title(&self, untitled: &Untitled, title: &str) -> KindGuess {
        let title = phrase(title);
        let told = untitled.kind.or_else(|| self.first_term(&title));
        // The answer for rows that say nothing.
        let answered = || self.answers.get("").copied().filter(|_| untitled.known);
        let found = told.or_else(answered);
        let kind = found.unwrap_or(ActivityKind::Other);
        let more = self.tag_places(&title);
        let tags = match more.is_empty() {
            true => untitled.tags.clone(),
            false => self.tags(&[untitled.tag_places.as_slice(), &more].concat()),
        };
        KindGuess { kind, tags, known: untitled.known && found.is_some() }
    }

    /// The kind whose term begins first in the phrase; of two that begin together the longer.
    fn first_term(&self, phrase: &str) -> Option<ActivityKind> {
        let mut found = self.kinds.found_in(phrase).peekable();
        let first = found.peek().map(|(at, ..)| *at)?;
        let together = found.take_while(|(at, ..)| *at == first);
        together.map(|(_, length, kind)| (Reverse(length), kind)).min().map(|(_, kind)| kind)
    }

    fn of_channel(&self, phrase: &str) -> Option<ActivityKind> {
        self.channels.found_in(phrase).map(|(_, _, channel)| channel).min().map(|(_, kind)| kind)
    }

    fn tag_places(&self, phrase: &str) -> Vec<usize> {
        self.tag_terms.found_in(phrase).map(|(_, _, place)| place).collect()
    }

    fn tags(&self, places: &[usize]) -> Tags {
        let tags: BTreeSet<Text> = places.iter().filter_map(|place| self.tags.get(*place)).cloned().gathered();
        tags.into_iter().collect()
    }
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
        assert_eq!(kind_of("", "Tỉnh đoàn", None), (ActivityKind::Other, false));
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
    fn one_answer_stands_for_all_rows_that_say_nothing() {
        let words = KindWords::new(&vocabulary(), &BTreeMap::from([(String::new(), ActivityKind::Event)]));
        let guess = |kind, title| {
            let guess = words.classify(RowWords { kind, title, ..RowWords::default() }, None);
            (guess.kind, guess.known)
        };
        assert_eq!(guess("", "Vì sự tiến bộ của phụ nữ"), (ActivityKind::Event, true));
        assert_eq!(guess("", "Tin vui"), (ActivityKind::News, true));
        assert_eq!(guess("Xe hoa", ""), (ActivityKind::Other, false));
    }

    #[test]
    fn a_table_about_news_makes_its_rows_news() {
        assert_eq!(kind_of("", "Quyền của phụ nữ", Some(ActivityKind::News)), (ActivityKind::News, true));
    }

    #[test]
    fn campaigns_leave_their_tag() {
        let row = RowWords { title: "Hưởng ứng Tháng hành động vì BĐG", ..RowWords::default() };
        let words = KindWords::new(&vocabulary(), &BTreeMap::new());
        assert_eq!(words.classify(row, None).tags, Tags::from(vec!["action_month"]));
    }
}
